import { describe, expect, test } from '@jest/globals'
import { birthOf, birthParts, compareBirths, wholeDate } from '../../../services/matching/births.ts'

const of = (written: string | number) =>
  birthOf(typeof written === 'number' ? { birthYear: written } : { birthDate: written })

describe('two births', () => {
  test.each([
    ['1985-03-12', '1985-03-12', 'same'],
    ['1985-03-12', '1985-12-03', 'dayAndMonth'],
    ['1985-03-12', '1985-03-17', 'oneDigit'],
    ['1985-03-12', '1958-03-12', 'digitsTurned'],
    ['1985-03-12', '1985-03-24', 'twoParts'],
    ['1985-03-12', '1986-03-14', 'twoDigits'],
    ['1985-03-12', '1985-11-27', 'sameYear'],
    ['1985-03-12', '1985-03-00', 'monthFits'],
    ['1985-03-12', '1985-07-00', 'sameYear'],
    ['1985-03-12', '1985-00-00', 'yearFits'],
    ['1985-03-12', 1985, 'yearFits'],
    ['1985-03-12', 1986, 'yearNearly'],
    ['1985-03-12', 1990, 'differs'],
    ['1985-03-12', '1962-10-27', 'differs'],
    [1985, 1985, 'yearFits'],
    ['1955-11-92', '1955-11-29', 'digitsTurned'],
  ])('%s and %s: %s, either way round', (here, there, grade) => {
    expect(compareBirths(of(here), of(there))).toBe(grade)
    expect(compareBirths(of(there), of(here))).toBe(grade)
  })

  test('what is not known on one side says nothing', () => {
    expect(compareBirths(of('1985-03-12'), undefined)).toBeUndefined()
    expect(birthOf({})).toBeUndefined()
    expect(birthOf({ birthDate: '0000-00-00' })).toBeUndefined()
  })

  test('of a date that is known in part, the part counts', () => {
    expect(birthOf({ birthDate: '1985' })).toEqual({ year: '1985' })
    expect(birthOf({ birthDate: '1985-03' })).toEqual({ year: '1985', month: '03' })
    expect(birthOf({ birthDate: '1985-3' })).toBeUndefined()
    expect(compareBirths(of('1985'), of('1985-03-12'))).toBe('yearFits')
    expect(compareBirths(of('1985-03'), of('1985-03-12'))).toBe('monthFits')
  })

  test('a date comes before a year that is told beside it', () => {
    expect(birthOf({ birthDate: '1985-03-12', birthYear: 1970 })).toEqual({
      year: '1985',
      month: '03',
      day: '12',
    })
  })
})

describe('what a birth is found by', () => {
  test('one wrong part leaves another, and turning day and month round changes nothing', () => {
    const parts = birthParts(of('1985-03-12'))
    expect(birthParts(of('1985-12-03'))).toEqual(expect.arrayContaining(parts.slice(0, 2)))
    expect(wholeDate(of('1985-03-12'))).toBe(wholeDate(of('1985-12-03')))
    for (const wrong of ['1958-03-12', '1985-04-12', '1985-03-17'])
      expect(birthParts(of(wrong)).some((part) => parts.includes(part))).toBe(true)
  })

  test('a year alone is one part', () => {
    expect(birthParts(of(1985))).toEqual(['y1985'])
    expect(wholeDate(of(1985))).toBeUndefined()
  })
})
