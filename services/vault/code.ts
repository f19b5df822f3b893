/**
 * The code with which somebody who reported anonymously comes back: the only thing that leads to what was reported, and
 * known to nobody else. 20 signs in groups of 4, easy to read aloud (Crockford's base32: no I, L, O and U), the last one
 * a check. Never stored: only `codeId` of it is.
 */
import { hkdfSync, randomBytes } from 'node:crypto'
import { flatten, normalForm, original } from '../privacy/flatten.ts'
import { CodeId, type MunicipalityId } from '../words.ts'
import { type Keys, keyedHash } from './seal.ts'

const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUP = 4
const LENGTH = 20

/** Times the generator of GF(32), with x^5 + x^2 + 1. */
const timesX = (value: number): number => (value & 16 ? (value << 1) ^ 0x25 : value << 1)

/**
 * The weighted sum of the signs in GF(32), 0 for a code. Every place has a weight of its own, so each wrong sign and
 * each exchange of two signs gives another sum; of worse mistakes 31 in 32 do.
 */
const sumOf = (signs: string): number =>
  Array.from(signs).reduce((sum, sign) => timesX(sum) ^ SIGNS.indexOf(sign), 0)

const inGroups = (signs: string): string[] => signs.match(/.{1,4}/g) ?? []

/**
 * A group has a digit and a letter that can be taken for nothing else. No word and no number is like that, so five of
 * them in a row are never a sentence.
 */
const isMixed = (group: string): boolean =>
  /^[0-9A-Z]{4}$/.test(group) && /[2-9]/.test(group) && /[A-Z]/.test(group)

/**
 * A new code, for instance 7K3M-Q2XA-… About 92 bits: 95, less what the groups leave out. The same seed gives the same
 * code; a seed must be as hard to guess.
 */
export function newCode(seed: Buffer = randomBytes(32)): string {
  for (let tries = 0; ; tries += 1) {
    const bytes = Buffer.from(hkdfSync('sha256', seed, '', `signaalpunt/code/${tries}`, LENGTH - 1))
    // 5 bits of each byte: every sign is as likely.
    const free = Array.from(bytes, (byte) => SIGNS.charAt(byte & 31)).join('')
    const groups = inGroups(free + SIGNS.charAt(timesX(sumOf(free))))
    if (groups.every(isMixed)) return groups.join('-')
  }
}

/** Signs as people write and hear them. */
const asSigns = (text: string): string => text.toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1')

const isCode = (signs: string): boolean =>
  signs.length === LENGTH &&
  Array.from(signs).every((sign) => SIGNS.includes(sign)) &&
  inGroups(signs).every(isMixed) &&
  sumOf(signs) === 0

/** Longer than this is a story: what looks like a code in it may be anything, unless it is one. */
const SHORT = 200

/** Ids of programs have groups of four as well. */
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi

/** Words that follow on each other with only spaces and dashes in between. */
const runsOf = (text: string): string[][] =>
  text
    .split(/[^\p{L}\p{N}\s\-‐‑‒–—_.·]+/u)
    .map((run) => run.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ''))

/**
 * The codes that words of this run form: one after the other without a gap, as groups, as several groups written
 * together, or spelled sign by sign.
 */
function codesIn(words: readonly string[]): string[] {
  const found: string[] = []
  for (let from = 0; from < words.length; from += 1) {
    const some = words.slice(from, from + LENGTH)
    for (const fits of [(word: string) => word.length % GROUP === 0, (word: string) => word.length === 1]) {
      const others = some.findIndex((word) => !fits(word))
      let signs = ''
      for (const word of others < 0 ? some : some.slice(0, others)) if (signs.length < LENGTH) signs += word
      if (isCode(signs)) found.push(signs)
    }
  }
  return found
}

/** Are the groups of a long word, from one of its ends, mostly as those of a code? Names with a number are not. */
const isNearly = (word: string): boolean =>
  [0, word.length % GROUP].some((from) => inGroups(word.slice(from)).filter(isMixed).length >= 3)

/** Was a code meant here? Five groups of which one is wrong, four of the five, or one long word of such signs. */
function meantIn(words: readonly string[]): boolean {
  return words.some((word, at) => {
    if (word.length >= LENGTH - 1 && word.length <= LENGTH + 1) return isNearly(word)
    const five = words.slice(at, at + LENGTH / GROUP)
    const near = five.every((group) => group.length >= GROUP - 1 && group.length <= GROUP + 1)
    return five.filter(isMixed).length >= 4 && (near || five.slice(0, 4).every(isMixed))
  })
}

/** The signs of the whole message, when it can be nothing but a code with its spaces in other places. */
function wholeOf(runs: readonly (readonly string[])[]): string | undefined {
  const words = runs.flat()
  const signs = words.join('')
  const fits = signs.length === LENGTH && words.every((word) => word.length <= GROUP)
  return fits && inGroups(signs).every(isMixed) ? signs : undefined
}

/**
 * Looks for a code in what somebody typed: in capitals or not, with O for 0 and I or L for 1, with other spaces and
 * dashes, alone or with words around it. `wrong`: it was meant as one, and a sign is not right. A sentence is neither.
 */
export function readCode(text: string): { code: string } | { wrong: 'typo' } | undefined {
  const runs = runsOf(asSigns(normalForm(text).replace(UUID, '|')))
  const whole = wholeOf(runs)
  const [found] = [...runs.flatMap(codesIn), ...(whole !== undefined && isCode(whole) ? [whole] : [])]
  if (found !== undefined) return { code: inGroups(found).join('-') }
  if (text.length <= SHORT && (runs.some(meantIn) || whole !== undefined)) return { wrong: 'typo' }
  return undefined
}

/** Five groups of four, with what people put between them; from every place, for a word before it can look like one. */
const FIVE =
  /(?<![\p{L}\p{N}])(?=([\p{L}\p{N}]{4}(?:[\s\-‐‑‒–—_.·]{0,3}[\p{L}\p{N}]{4}){4})(?![\p{L}\p{N}]))/gu

/**
 * The text with `[code]` in the place of each whole code: what is typed in a form is kept, and somebody who reads a
 * code there could come back in somebody's place. What is not a code to the last sign stays.
 */
export function withoutCodes(text: string): string {
  const flat = flatten(text)
  let result = ''
  let done = 0
  for (const { index, 1: found = '' } of flat.flat.matchAll(FIVE)) {
    if (index < done || !isCode(asSigns(found).replace(/[^0-9A-Z]/g, ''))) continue
    result += `${original(text, flat, done, index)}[code]`
    done = index + found.length
  }
  return done === 0 ? text : result + original(text, flat, done, flat.flat.length)
}

/**
 * Under which id something is kept for a code: without our key nobody can tell which code it is. @throws TypeError when
 * it is not a code as `newCode` and `readCode` give it: another spelling would be another id.
 */
export function codeId(keys: Pick<Keys, 'chat'>, municipality: MunicipalityId, code: string): CodeId {
  return CodeId.parse(keyedHash(keys.chat, 'code', municipality, signsOf(code)))
}

function signsOf(code: string): string {
  const signs = code.replaceAll('-', '')
  // Never the text itself in the error: it may be a code with a typo, or anything.
  if (!isCode(signs) || inGroups(signs).join('-') !== code) throw new TypeError('This is not a code.')
  return signs
}
