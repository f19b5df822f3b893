/** Figures that the documentation of `maskBsn` names, measured; and texts that are made to take long. */
import { describe, expect, test } from '@jest/globals'
import { maskBsn } from '../../../../services/privacy/bsn/find.ts'
import { checkDigit } from './artificial.ts'

/** Digits that look random and are the same in every run (xorshift). */
function randomDigits(count: number): (length: number) => string {
  let state = count
  return (length) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return String((state >>> 0) % 10 ** length).padStart(length, '0')
  }
}

/** Of so many random numbers in this shape: which part is masked? */
function share(many: number, shape: (digits: (length: number) => string) => string): number {
  const digits = randomDigits(2026)
  let masked = 0
  for (let at = 0; at < many; at += 1) masked += maskBsn(shape(digits)).found.length > 0 ? 1 : 0
  return masked / many
}

describe('how often a random number is masked', () => {
  const cases: readonly [string, (digits: (length: number) => string) => string, number, number, number][] = [
    ['nine digits, bare: one in eleven', (digits) => `nummer ${digits(9)}`, 0.085, 0.097, 10_000],
    ['eight digits, bare: never', (digits) => `nummer ${digits(8)}`, 0, 0, 3000],
    ['ten digits: never', (digits) => `nummer ${digits(5)}${digits(5)}`, 0, 0, 3000],
    ['a mobile number: never', (digits) => `nummer 06-${digits(8)}`, 0, 0, 3000],
    ['nine digits after the word order: never', (digits) => `order ${digits(9)}`, 0, 0, 3000],
    ['nine digits after the word BSN: always', (digits) => `bsn ${digits(9)}`, 1, 1, 3000],
  ]
  test.each(cases)('%s', (_name, shape, least, most, many) => {
    const figure = share(many, shape)
    expect(figure).toBeGreaterThanOrEqual(least)
    expect(figure).toBeLessThanOrEqual(most)
  })
})

describe('30,000 characters made to take long', () => {
  const number = `11122233${checkDigit('11122233')}`
  const UNITS = [
    '1 ',
    '12-',
    '111 222 333 ',
    '1(',
    '0(',
    '+1',
    '00 ',
    '00 1 ',
    '06 1234 ',
    '+31 6 ',
    'a1',
    '1.',
    '1,1,',
    '€ 1',
    'bsn 1 ',
    'b.s.n',
    'BSN\t',
    'BSN\t1\n',
    'nl91',
    '1234 a',
    '2026-',
    `${number}\t`,
    `${number}-`,
    '\u00ad',
    '１',
  ]
  // A pattern that backtracks would not come to an end on some of these.
  test.each(UNITS)('%j is answered', (unit) => {
    const text = unit.repeat(Math.floor(30_000 / unit.length))
    const masked = maskBsn(text)
    expect(masked.found.length === 0).toBe(masked.text === text)
    expect(maskBsn(masked.text).found).toEqual([])
  })
})
