/** Which concepts are met in a text: what an idiom says is not said, and what is said not to be so is no hazard. */
import { type Hit, hitsIn, ROLES } from './matcher.ts'
import type { Token } from './tokens.ts'

export type { Hit } from './matcher.ts'

/** Stands for a hazard that is said not to be there. */
export const DENIED = 'denied'
const IDIOM = 'idiom'
const DENIES = new Set('geen niet nooit zonder nauwelijks no not never without nobody niemand nie kein keine nicht ningun sin pas aucun'.split(' '))
/** May stand between what denies and what is denied. */
const BETWEEN = new Set('een de meer langer echt enige any a the more echte direct acuut sprake van'.split(' '))

const isHazard = ({ concept }: Hit): boolean => ROLES.get(concept) === 'hazard'

/** Whether the words before a hazard deny it; where the phrase itself begins so, it is part of what it says. */
function isDenied(tokens: readonly Token[], { first }: Hit): boolean {
  if (DENIES.has(tokens[first]?.word ?? '')) return false
  let at = first - 1
  while (at >= 0 && at >= first - 3 && BETWEEN.has(tokens[at]?.word ?? '')) at -= 1
  const before = tokens[at]
  return before !== undefined && before.clause === tokens[first]?.clause && DENIES.has(before.word)
}

/** The concepts of the tokens, in the order in which they begin. */
export function conceptsIn(tokens: readonly Token[]): Hit[] {
  const all = hitsIn(tokens)
  const idiom = new Int32Array(tokens.length).fill(-1)
  for (const { concept, first, last } of all) {
    if (concept === IDIOM) for (let at = first; at <= last; at += 1) idiom[at] = Math.max(idiom[at] ?? -1, last)
  }
  const kept = all.flatMap((hit) => {
    if (hit.concept !== IDIOM && (idiom[hit.first] ?? -1) >= hit.last) return []
    return [isHazard(hit) && isDenied(tokens, hit) ? { ...hit, concept: DENIED } : hit]
  })
  return kept.sort((one, other) => one.first - other.first || one.last - other.last)
}

export { isHazard }
