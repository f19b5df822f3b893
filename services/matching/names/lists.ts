/** The short static lists, as they are asked. */
import { COMMON_GIVEN_NAMES, COMMON_SURNAMES } from './data/commonNames.ts'
import { SHORT_NAMES } from './data/shortNames.ts'
import { SPELLINGS } from './data/spellings.ts'
import { latin } from './words.ts'

const linesOf = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map(latin))

/** Of each name the numbers of the lines that it stands in. */
function places(lines: readonly (readonly string[])[]): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>()
  for (const [at, line] of lines.entries())
    for (const name of line) {
      const of = found.get(name)
      if (of) of.add(at)
      else found.set(name, new Set([at]))
    }
  return found
}

const SHORT_LINES = linesOf(SHORT_NAMES)
const SPELLING_LINES = linesOf(SPELLINGS)
const SHORTS = places(SHORT_LINES)
const SPELLED = places(SPELLING_LINES)

const shareOne = (of: ReadonlyMap<string, ReadonlySet<number>>, a: string, b: string): boolean => {
  const mine = of.get(a)
  const theirs = of.get(b)
  return mine !== undefined && theirs !== undefined && [...mine].some((at) => theirs.has(at))
}

/** Are these customary spellings of one name? */
export const sameSpelled = (a: string, b: string): boolean => shareOne(SPELLED, a, b)

/** Names that somebody of this name may be called by, or has in full: the full names first. A name that is not listed is its own. */
export function fullNamesOf(text: string): readonly string[] {
  const lines = [...(SHORTS.get(text) ?? [])]
  return lines.length === 0 ? [text] : [...new Set(lines.map((at) => SHORT_LINES[at]?.[0] ?? text))]
}

/** How two given names go together: one is short for the other, or both are short for a third. */
export function shortened(a: string, b: string): 'short' | 'both' | undefined {
  if (!shareOne(SHORTS, a, b)) return undefined
  const full = (text: string, other: string): boolean =>
    [...(SHORTS.get(text) ?? [])].some(
      (at) => SHORT_LINES[at]?.[0] === text && SHORT_LINES[at]?.includes(other),
    )
  return full(a, b) || full(b, a) ? 'short' : 'both'
}

/** A name that stands for all customary spellings of this one: the first of its line. */
export function spelledAs(text: string): string {
  for (const at of SPELLED.get(text) ?? []) return SPELLING_LINES[at]?.[0] ?? text
  return text
}

const namesIn = (list: string): string[] =>
  linesOf(list)
    .flat()
    .filter((name) => name !== '')

const KNOWN: readonly ReadonlySet<string>[] = [
  new Set([...namesIn(COMMON_GIVEN_NAMES), ...SHORTS.keys(), ...SPELLED.keys()]),
  new Set([...namesIn(COMMON_SURNAMES), ...SPELLED.keys()]),
]

/** Do both stand on our list of given names, or of surnames, so that neither is a slip of the hand for the other? */
export const bothKnown = (a: string, b: string): boolean =>
  KNOWN.some((names) => names.has(a) && names.has(b))
