/**
 * Finds citizen service numbers (BSN) in what people write and puts a mark in their place, before anything is
 * stored, logged or matched (domain.md I.8, E: UAVG 46).
 *
 * - Nine digits that pass the 11-test count, however they are grouped, unless they are recognised as
 *   something else: telephone, IBAN, amount, date, reference … (`otherNumbers`).
 * - Eight digits (a nought lost in a spreadsheet) count only with a word like BSN around them.
 * - With that word around them, nine digits that fail the test count too: a typing error. So do eight digits
 *   directly after it.
 * - Digits within a longer row of digits don't count.
 *
 * One in eleven of all numbers passes the test: of random bare nine-digit numbers 9.1 % is masked without
 * being a BSN (measured in tests/services/privacy/bsn/figures.test.ts). That is why the person who wrote it
 * sees each mark and can put it back (`putBack`).
 */

import { flatten, original } from '../flatten.ts'
import { type Group, groupsIn, type Row, rows } from './digitGroups.ts'
import { BSN_MARKS } from './marks.ts'
import { isPhoneWithoutNought, otherNumbers } from './otherNumbers.ts'
import { wordsOf } from './words.ts'

export { BSN_MARKS }

/**
 * A number that was taken out. Lives as long as the turn in which it is shown: never stored, never logged.
 */
export interface Found {
  /** Where the mark begins in the masked text. */
  readonly at: number
  /** The original characters. */
  readonly was: string
  readonly mask: string
}

export interface Masked {
  readonly text: string
  readonly found: readonly Found[]
}

/**
 * Replaces every BSN in a text by a mark. The same text gives the same answer; a masked text is not changed
 * again.
 *
 * @param mark what to put in its place: words without digits that nobody writes otherwise
 * @param allowed numbers of which the person said that they are no BSN, in any notation
 */
export function maskBsn(text: string, mark: string = BSN_MARKS.nl, allowed: readonly string[] = []): Masked {
  // Most messages have no eight digits at all.
  if (!EIGHT.test(text)) return { text, found: [] }
  const flat = flatten(text, [mark, ...Object.values(BSN_MARKS)])
  const groups = groupsIn(flat.flat, otherNumbers(text, flat))
  const theirs = new Set(allowed.map((number) => digitsOf(flatten(number).flat)))
  const numbers = bsnRows(groups, wordsOf(flat.flat)).filter((row) => !theirs.has(digitsOfRow(groups, row)))

  const found: Found[] = []
  let masked = ''
  let done = 0
  for (const { first, last } of numbers.sort((a, b) => a.first - b.first)) {
    const from = groups[first]?.from ?? 0
    const to = groups[last]?.to ?? 0
    masked += original(text, flat, done, from)
    found.push({ at: masked.length, was: original(text, flat, from, to), mask: mark })
    masked += mark
    done = to
  }
  return { text: masked + original(text, flat, done, flat.flat.length), found }
}

const EIGHT = /(?:\p{N}[^\p{N}]*?){8}/u

/** Puts one number back where its mark stands. A mark that is not there (another text) changes nothing. */
export function unmask(text: string, { at, was, mask }: Found): string {
  return text.startsWith(mask, at) ? text.slice(0, at) + was + text.slice(at + mask.length) : text
}

/** The same for a text with all its marks: the places of the others move along. */
export function putBack({ text, found }: Masked, one: Found): Masked {
  const back = unmask(text, one)
  if (back === text) return { text, found }
  const longer = one.was.length - one.mask.length
  const others = found.filter(({ at }) => at !== one.at)
  return {
    text: back,
    found: others.map((other) => (other.at > one.at ? { ...other, at: other.at + longer } : other)),
  }
}

/** The 11-test: nine digits, the weighted sum is a multiple of eleven. */
export function passesElevenTest(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || /^0+$/.test(digits)) return false
  const sum = [...digits].reduce((all, digit, at) => all + Number(digit) * (at === 8 ? -1 : 9 - at), 0)
  return sum % 11 === 0
}

/** The digits of a number, in whatever notation and script. */
export const digitsIn = (text: string): string => digitsOf(flatten(text).flat)
const digitsOf = (text: string): string => text.replace(/\D/g, '')
const digitsOfRow = (groups: readonly Group[], { first, last }: Row): string =>
  groups
    .slice(first, last + 1)
    .map(({ digits }) => digits)
    .join('')

type Words = ReturnType<typeof wordsOf>
/** How much a row of groups looks like a number by itself: `whole` counts as a typing error too. */
type Shape = 'whole' | 'bare' | 'worded'

/**
 * The rows of groups that are a BSN. What is surest goes first; what is taken is not looked at again. A mark
 * from before is a neighbour like any other group, and part of none: that is why masking twice changes
 * nothing.
 */
function bsnRows(groups: readonly Group[], words: Words): Row[] {
  const taken = new Set<number>()
  const found: Row[] = []

  const take = (row: Row, length: 8 | 9, shape: Shape): void => {
    for (let at = row.first; at <= row.last; at += 1) {
      if (taken.has(at) || groups[at]?.digits === '') return
    }
    if (!isBsn(groups, row, words, length, shape)) return
    for (let at = row.first; at <= row.last; at += 1) taken.add(at)
    found.push(row)
  }
  const singles = groups.map((_, at): Row => ({ first: at, last: at }))
  const tight = rows(groups, ['tight'])
  const loose = rows(groups, ['tight', 'loose'])

  for (const row of singles) take(row, 9, partOfCode(groups, row) ? 'worded' : 'whole')
  for (const row of tight) take(row, 9, 'whole')
  for (const row of loose) take(row, 9, 'whole')
  for (const row of loose.flatMap((each) => inThrees(groups, each))) take(row, 9, 'bare')
  for (const row of usualLayouts(groups)) take(row, 9, 'bare')
  for (const row of anyNine(groups)) take(row, 9, 'worded')
  for (const row of singles) if (!partOfCode(groups, row)) take(row, 8, 'whole')
  for (const row of [...tight, ...loose]) take(row, 8, 'whole')
  return found
}

function isBsn(groups: readonly Group[], row: Row, words: Words, length: 8 | 9, shape: Shape): boolean {
  if (row.last - row.first >= length) return false
  const digits = digitsOfRow(groups, row)
  if (digits.length !== length) return false
  const passes = passesElevenTest(digits.padStart(9, '0'))
  const said = words(groups[row.first]?.from ?? 0, groups[row.last]?.to ?? 0)
  const perhaps = groups.slice(row.first, row.last + 1).some((group) => group.perhaps)
  // A number that is perhaps something else is taken as a whole or not at all.
  if (groups[row.first]?.held.before || groups[row.last]?.held.after) return false
  if (said === 'direct') return passes || (shape === 'whole' && !perhaps)
  if (perhaps || said === 'other') return false
  if (said === 'near') return passes || (shape === 'whole' && length === 9)
  if (said === 'phone' && isPhoneWithoutNought(digits)) return false
  return passes && length === 9 && shape !== 'worded'
}

const lengthAt = (groups: readonly Group[], at: number): number => groups[at]?.digits.length ?? 0

/** 2026-123456782: tied with a dash or a dot to digits that are no such number themselves. */
function partOfCode(groups: readonly Group[], { first, last }: Row): boolean {
  const before = groups[first - 1]
  const tied = (sign: string | undefined): boolean => /^[-./_]$/.test(sign ?? '')
  return (
    (tied(before?.sign) && lengthAt(groups, first - 1) !== 9) ||
    (tied(groups[last]?.sign) && lengthAt(groups, last + 1) !== 9)
  )
}

/** Several numbers in groups of three, one after another: all of them, or none. */
function inThrees(groups: readonly Group[], { first, last }: Row): Row[] {
  const many = last - first + 1
  if (many < 6 || many % 3 !== 0) return []
  const found: Row[] = []
  for (let at = first; at <= last; at += 3) {
    const row = { first: at, last: at + 2 }
    const threes = [0, 1, 2].every((step) => lengthAt(groups, at + step) === 3)
    if (!threes || !passesElevenTest(digitsOfRow(groups, row))) return []
    found.push(row)
  }
  return found
}

/** 123 456 782 and 1234.56.782 between other groups, if they cannot be the middle of a longer number. */
function usualLayouts(groups: readonly Group[]): Row[] {
  return groups.flatMap(({ sign, join }, first) => {
    if (join !== 'tight' && join !== 'loose') return []
    const last = first + 2
    const lengths = [first, first + 1, last].map((at) => lengthAt(groups, at)).join()
    if (groups[first + 1]?.sign !== sign || !/^(?:3,3,3|4,2,3)$/.test(lengths)) return []
    const same = (at: number): boolean => groups[at]?.sign === sign
    const before = same(first - 1) && (join === 'tight' || lengthAt(groups, first - 1) <= 3)
    const after = same(last) && (join === 'tight' || [0, 3].includes(lengthAt(groups, last + 1)))
    return before || after ? [] : [{ first, last }]
  })
}

/** Every row of nine digits that hangs together somehow: only a word makes it a number. */
function anyNine(groups: readonly Group[]): Row[] {
  return groups.flatMap((_, first) => {
    let digits = 0
    for (let last = first; last < groups.length && digits < 9; last += 1) {
      digits += Math.max(1, lengthAt(groups, last))
      if (digits === 9 && last > first) return [{ first, last }]
      if (groups[last]?.join === 'none') break
    }
    return []
  })
}
