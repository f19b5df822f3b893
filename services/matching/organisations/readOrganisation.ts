/** The name of an organisation as it is compared: without its legal form, in words that tell much or little. */

import { oneIj, plainWords } from '../addresses/plainWords.ts'
import { isLegalForm, kindOfWord, unglued, type WordKind } from './genericWords.ts'

/** A word of a name. `bits`: how rare such a word is among names of firms, about (log2). */
export type NameWord = { word: string; telling: boolean; bits: number }

/** `joined`: all of its words in one piece. `sorted`: those in the order of the alphabet. `acronym`: its first letters. */
export type ReadOrganisation = {
  words: readonly NameWord[]
  joined: string
  sorted: string
  acronym: string
}

const LONGEST = 200
/** Behind these stands the name that the firm trades by: "Jansen Beheer h/o Kapsalon Royal". */
const TRADES_AS =
  /\s(?:h\/o|h\.o\.|t\.?h\.?o\.?d\.?n\.?|handelend onder de naam|handelend onder|trading as|t\/a|d\/b\/a)\s/i
/** Dots within a form of law: "B.V.", "Sp. z o.o.", "V.O.F.". */
const FORM_DOTS =
  /(?<![\p{L}\p{N}])(?:b\. ?v|n\. ?v|c\. ?v|v\. ?o\. ?f|s\. ?r\. ?l|s\. ?a|u\. ?a|e\. ?v|i\. ?o|sp\.? ?z\.? ?o\.? ?o|d\. ?o\. ?o|s\. ?r\. ?o)\.?(?![\p{L}\p{N}])/giu
/** "FlexPoint" is "Flex Point" too; but "McDonald" is one word, so both are kept. */
const CAPITALS = /(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll})/gu

/** The names that one written name holds: the firm's own, and the one it trades by; at most two. */
export const namesOf = (written: string): readonly string[] =>
  written
    .slice(0, LONGEST)
    .split(TRADES_AS)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .slice(0, 2)

/** About how rare a word is: a common one is in one name of thirty, of the others the longer ones are rarer. */
function bitsOf(word: string, kind: WordKind): number {
  if (kind === 'telling') return Math.min(16, 6 + 1.25 * word.length)
  return kind === 'popular' ? 8 : Math.min(7, 3 + word.length / 4)
}

/** What one writes short and another in full. */
const IN_FULL: ReadonlyMap<string, string> = new Map([
  ['zn', 'zonen'],
  ['zoon', 'zonen'],
  ['gebr', 'gebroeders'],
  ['uitz', 'uitzendbureau'],
  ['rest', 'restaurant'],
  ['ver', 'vereniging'],
])

/** Reads one name; undefined where nothing of it is left. */
export function readName(written: string): ReadOrganisation | undefined {
  const plain = written.slice(0, LONGEST).replace(FORM_DOTS, ' ').replace(CAPITALS, ' ')
  const all = plainWords(plain)
    .map((word) => IN_FULL.get(word) ?? oneIj(word))
    .flatMap(unglued)
  const kept = initialsTogether(all.filter((word) => !['form', 'between'].includes(kindOfWord(word))))
  // "De Groep BV" has nothing else.
  const words = kept.length > 0 ? kept : all.filter((word) => word.length > 3 && !isLegalForm(word))
  if (words.length === 0) return undefined
  const read = words.slice(0, 12).map((word) => {
    const kind = kindOfWord(word)
    return { word, telling: kind === 'telling' || kind === 'popular', bits: bitsOf(word, kind) }
  })
  return {
    words: read,
    joined: words.join(''),
    sorted: [...words].sort().join(''),
    acronym: all
      .filter((word) => kindOfWord(word) !== 'form')
      .map((word) => word[0])
      .join(''),
  }
}

/** "A.B.C. Zorg": letters in a row are one word. */
function initialsTogether(words: readonly string[]): string[] {
  const together: string[] = []
  let letters = false
  for (const word of words) {
    const one = word.length === 1
    const last = together.at(-1)
    if (one && letters && last !== undefined) together[together.length - 1] = last + word
    else together.push(word)
    letters = one
  }
  return together
}
