/**
 * Candidates as explanations of each other: when one of two who are evidently not the same person fits much better, the other
 * is most likely somebody of that household.
 */
import { type Compared, compareEntities } from './compare.ts'
import type { ReadEntity } from './readEntity.ts'
import { THRESHOLDS } from './strengths.ts'
import type { Traits } from './traits.ts'

export type Candidate = { id: string; there: ReadEntity; compared: Compared }

/** So many better ones are looked at: a household, and a little more. */
const BETTER_ONES = 6
/**
 * Two are evidently two below this: a few bits under what is worth a look, for a register may hold one person several times, and
 * two poor descriptions of one look like two persons before anything else is known.
 */
const EVIDENTLY_TWO = THRESHOLDS.possible - 5
const scoreOf = ({ compared }: Candidate): number => compared.identity?.score ?? Number.NEGATIVE_INFINITY

/** Are these two persons of whom the query can be one only? Entities of one entry are not asked. */
function exclude(one: Candidate, other: Candidate, traits: Traits): boolean {
  if (one.there.entity.of === other.there.entity.of) return false
  const identity = compareEntities(one.there, other.there, {
    size: 1,
    lengthOf: () => undefined,
    traits,
  }).identity
  return identity !== undefined && identity.score < EVIDENTLY_TWO
}

/** The same candidates, each with its score less what a better one takes from it. */
export function againstEachOther(candidates: readonly Candidate[], traits: Traits): readonly Candidate[] {
  const worthIt = candidates
    .filter((one) => scoreOf(one) >= THRESHOLDS.possible)
    .sort((a, b) => scoreOf(b) - scoreOf(a))
  const less = new Map<Candidate, number>()
  for (const [at, one] of worthIt.entries()) {
    for (const better of worthIt.slice(0, Math.min(at, BETTER_ONES))) {
      const ahead = scoreOf(better) - scoreOf(one)
      const taken = Math.log2(1 + 2 ** ahead) - 1
      if (taken > (less.get(one) ?? 0) && exclude(one, better, traits)) less.set(one, taken)
    }
  }
  return candidates.map((one) => {
    const taken = less.get(one)
    const { identity } = one.compared
    if (taken === undefined || !identity) return one
    return { ...one, compared: { ...one.compared, identity: { ...identity, score: identity.score - taken } } }
  })
}
