import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { compareNames, withinOneError } from '../../../../services/matching/names/compareNames.ts'
import { nameKeys } from '../../../../services/matching/names/nameKeys.ts'
import { readName } from '../../../../services/matching/names/readName.ts'
import { PAIRS } from './pairs.ts'
import { inDutch, mistyped, someName } from './someNames.ts'

const compare = (a: string, b: string) => compareNames(readName({ name: a }), readName({ name: b }))

describe('two names side by side', () => {
  test.each(PAIRS)('%s and %s: surname %s, given name %s', (a, b, surname, given) => {
    const found = compare(a, b)
    expect([found.surname.grade, found.given.grade]).toEqual([surname, given])
  })

  test.each(PAIRS)('%s and %s are graded the same the other way round', (a, b, surname, given) => {
    const found = compare(b, a)
    expect([found.surname.grade, found.given.grade]).toEqual([surname, given])
  })

  test('a name left out is said, and so is a partner', () => {
    expect(compare('Ahmed Ali Hassan', 'Hassan Ahmed').given.covers).toBe('part')
    expect(compare('A. de Vries e/v Jansen', 'A. Jansen').surname.covers).toBe('part')
    expect(compare('Maria Elena Garcia Lopez', 'Maria Garcia').differs).toEqual(['moreSurnames', 'moreGiven'])
  })

  test('another given name with one surname stays visible', () => {
    expect(compare('Jan Bakker', 'Piet Bakker').differs).toEqual(['given'])
    expect(compare('Jan Bakker', 'Jan Visser').differs).toEqual(['surname'])
  })

  test('a word that differs is not called one more', () => {
    expect(compare('Jan Willem Bos', 'Jan Pieter Bos')).toMatchObject({
      surname: { grade: 'equal', covers: 'all' },
      given: { grade: 'equal', covers: 'overlap' },
    })
  })

  test('swapped fields are found and said', () => {
    const a = readName({ givenName: 'Jan', surname: 'Bakker' })
    const b = readName({ givenName: 'Bakker', surname: 'Jan' })
    expect(compareNames(a, b)).toMatchObject({
      surname: { grade: 'equal' },
      given: { grade: 'equal' },
      order: 'swapped',
      differs: ['order'],
    })
  })

  test('what is not known says nothing', () => {
    const a = readName({ surname: 'Bakker' })
    expect(compareNames(a, readName({ name: 'Jan Bakker' })).given.grade).toBe('missing')
    expect(compareNames(a, readName({ name: '' })).surname.grade).toBe('missing')
  })

  test('which words matched is told, to ask the rarity of', () => {
    expect(compare('Jan Pieter van den Berg', 'Jan Berg')).toMatchObject({
      surname: { matched: ['berg'] },
      given: { matched: ['jan'] },
    })
  })
})

describe('of any names', () => {
  test('a name is equal to itself', () => {
    fc.assert(
      fc.property(someName, (name) => {
        const found = compareNames(readName(name), readName(name))
        expect([found.surname.grade, found.given.grade, found.order]).toEqual(['equal', 'equal', 'same'])
      }),
    )
  })

  test('it does not matter which of two is asked about', () => {
    fc.assert(
      fc.property(someName, someName, (a, b) => {
        const one = compareNames(readName(a), readName(b))
        const other = compareNames(readName(b), readName(a))
        expect([one.surname.grade, one.given.grade, one.differs]).toEqual([
          other.surname.grade,
          other.given.grade,
          other.differs,
        ])
      }),
    )
  })

  test('one typing error anywhere leaves both within one error, and a key in common', () => {
    fc.assert(
      fc.property(someName, mistyped, (name, mistype) => {
        const there = { ...name, ...mistype(name) }
        const found = compareNames(readName(name), readName(there))
        expect([found.surname.grade, found.given.grade].filter((grade) => !withinOneError(grade))).toEqual([])
        const keys = new Set(nameKeys(readName(name)))
        expect(nameKeys(readName(there)).some((key) => keys.has(key))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('whatever is written, it is read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const found = compare(a, b)
        expect(found.differs.length).toBeLessThan(7)
        expect(nameKeys(readName({ name: a })).length).toBeLessThan(25)
      }),
    )
  })
})

test('in a thousand names in one string, with one error each, hardly one loses its keys', () => {
  const lost = inDutch(1_000).filter(({ name, typed }) => {
    const keys = new Set(nameKeys(readName({ name })))
    return !nameKeys(readName({ name: typed })).some((key) => keys.has(key))
  })
  expect(lost.length).toBeLessThanOrEqual(5)
})
