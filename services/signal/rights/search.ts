/**
 * Where a person occurs in what was written, for an access request (AVG 15). Pure, and explainable: words of a name in
 * any order within one passage, without regard to capitals and accents; numbers without regard to how they are spaced.
 * It makes no list, no score and no mark: it only says where.
 */

import { BSN_MARKS } from '../../privacy/bsn/marks.ts'
import { normalForm } from '../../privacy/flatten.ts'
import { isBetween } from '../../privacy/identifying/nameWords.ts'
import type { SignalRecord } from '../record.ts'
import { type Passage, type PassagePart, passagesOf } from './passages.ts'

/** As many as can be looked for at once, and how long each may be. */
export const MOST_TERMS = 10
export const MOST_TERM = 120
/** Shorter than this would be found everywhere. */
const LEAST = 3

const fold = normalForm

/** The country code of a phone number is the same as its zero. */
const local = (text: string): string => text.replace(/(?:\+|\b00)31[\s.-]*(?:\(0\)|0)?[\s.-]*/gu, '0')

const bare = (text: string): string => local(fold(text)).replace(/[^\p{L}\p{N}]+/gu, '')
const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

type Term = { words: readonly string[] } | { number: string }

/** A term with a digit in it is a number: a phone, a plate, an account, a postcode; else it is a name or an address. */
const termOf = (typed: string): Term | undefined => {
  const number = bare(typed)
  const words = wordsOf(typed)
  if (number.length < LEAST) return undefined
  const digits = number.replace(/\D/gu, '').length
  // "Kerkstraat 5" is an address in words; "06 12 34 56 78" and "AB-12-CD" are numbers.
  const isNumber = digits >= 2 && digits * 2 >= number.length - 2
  return isNumber ? { number } : { words }
}

const MARKS = Object.values(BSN_MARKS)

/**
 * What was typed, a line apart (a comma stands in "Vries, Jan"); what is too short to look for is left out. So is the
 * mark of a BSN: it stands for everybody's, and whose file has one is not what was asked.
 */
export function termsIn(typed: string): string[] {
  return MARKS.reduce((text, mark) => text.replaceAll(mark, '\n'), typed)
    .split(/[\n;]+/u)
    .map((term) => term.trim().slice(0, MOST_TERM))
    .filter((term) => termOf(term) !== undefined)
    .slice(0, MOST_TERMS)
}

type Sought = { bare: string; words: ReadonlySet<string> }

const occurs = (term: Term, { bare: text, words }: Sought): boolean =>
  'number' in term ? text.includes(term.number) : term.words.every((word) => words.has(word))

/** Also "Bos" and "Wit" are names; an officer who means the tree writes the reason in other words. */
const TELLING = 3
/** Written as one word, "annebos": shorter ones stand within others. */
const GLUED = 6

/** Does this text say whom is looked for, also by one word of a name? To keep it would be to keep whom it was about. */
export function saysWho(text: string, terms: readonly string[]): boolean {
  const it: Sought = { bare: bare(text), words: new Set(wordsOf(text)) }
  const tells = (word: string) => word.length >= TELLING && !isBetween(word) && it.words.has(word)
  return terms.some((typed) => {
    const term = termOf(typed)
    if (term === undefined) return false
    if ('number' in term) return occurs(term, it)
    const glued = term.words.join('')
    return term.words.some(tells) || occurs(term, it) || (glued.length >= GLUED && it.bare.includes(glued))
  })
}

export type Found = { passage: string; part: PassagePart; text: string }

/** The passages of this record in which one of the terms occurs. */
export const find = (record: SignalRecord, terms: readonly string[]): Found[] =>
  findIn(passagesOf(record), terms)

/** The same among these passages. */
export function findIn(passages: readonly Passage[], terms: readonly string[]): Found[] {
  const sought = terms.flatMap((term) => termOf(term) ?? [])
  return passages.flatMap(({ id, part, text }) => {
    const it: Sought = { bare: bare(text), words: new Set(wordsOf(text)) }
    return sought.some((term) => occurs(term, it)) ? [{ passage: id, part, text }] : []
  })
}
