/** Which concepts are met in a text: what an idiom says is not said, and what is said not to be so is no hazard. */
import { type Hit, hitsIn, ROLES } from './matcher.ts'
import type { Token } from './tokens.ts'

export type { Hit } from './matcher.ts'

/** Stands for a hazard that is said not to be there. */
export const DENIED = 'denied'
const IDIOM = 'idiom'
/** Words that deny; in other languages they stand for much else. */
const DENIES = new Set('geen niet nooit zonder nauwelijks no not never without nobody niemand'.split(' '))
/** May stand between what denies and what is denied. */
const BETWEEN = new Set(
  'een de meer langer echt enige any a the more echte direct acuut sprake van being'.split(' '),
)
const WHOM = new Set('haar hem mij me ons hen ze mijn her him us them'.split(' '))

const isHazard = ({ concept }: Hit): boolean => ROLES.get(concept) === 'hazard'

/**
 * Whether a hazard is said not to be so: "geen mes", "slaat haar niet". What is denied by a phrase of its own ("ademt
 * niet") denies nothing else.
 */
function isDenied(
  tokens: readonly Token[],
  { first, last, denies }: Hit,
  spoken: ReadonlySet<number>,
): boolean {
  if (denies) return false
  const says = (at: number): boolean =>
    DENIES.has(tokens[at]?.word ?? '') && !spoken.has(at) && tokens[at]?.clause === tokens[first]?.clause
  for (let at = first; at <= last; at += 1) if (says(at)) return true
  let before = first - 1
  while (before >= first - 3 && BETWEEN.has(tokens[before]?.word ?? '')) before -= 1
  if (says(before)) return true
  const after = WHOM.has(tokens[last + 1]?.word ?? '') ? last + 2 : last + 1
  return says(after)
}

/** "112" that is all of a sentence: no house, no bus, no amount. */
function numberAlone(tokens: readonly Token[]): Hit[] {
  return tokens.flatMap(({ word, sentence }, at) => {
    const alone =
      word === '112' &&
      tokens[at - 1]?.sentence !== sentence &&
      (tokens[at + 1]?.sentence !== sentence || tokens[at + 1]?.word === '!')
    return alone ? [{ concept: 'cry', first: at, last: at, denies: false }] : []
  })
}

/** The concepts of the tokens, in the order in which they begin. */
export function conceptsIn(tokens: readonly Token[]): Hit[] {
  // An idiom stands within one clause: "help, he … with" is none.
  const all = hitsIn(tokens).filter(
    ({ concept, first, last }) => concept !== IDIOM || tokens[first]?.clause === tokens[last]?.clause,
  )
  const idiom = new Int32Array(tokens.length).fill(-1)
  for (const { concept, first, last } of all) {
    if (concept === IDIOM)
      for (let at = first; at <= last; at += 1) idiom[at] = Math.max(idiom[at] ?? -1, last)
  }
  const spoken = new Set<number>()
  for (const hit of all) {
    if (hit.denies && isHazard(hit)) for (let at = hit.first; at <= hit.last; at += 1) spoken.add(at)
  }
  const kept = all.flatMap((hit) => {
    if (hit.concept !== IDIOM && (idiom[hit.first] ?? -1) >= hit.last) return []
    return [isHazard(hit) && isDenied(tokens, hit, spoken) ? { ...hit, concept: DENIED } : hit]
  })
  return [...kept, ...numberAlone(tokens)].sort(
    (one, other) => one.first - other.first || one.last - other.last,
  )
}

export { isHazard }
