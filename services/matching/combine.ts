/**
 * What was found of one earlier entry, taken together: the person or organisation that agrees best, what agrees beside it, and
 * whether an address or a number alone is worth a look. A fact that several entities of an entry have counts once.
 */
import type { Compared } from './compare.ts'
import type { Match, Reason, Strength } from './match.ts'
import { strengthOf, THRESHOLDS } from './strengths.ts'

/** A comparison with which entity of the query it was. */
export type Found = { entity: number; candidate: string; compared: Compared }

/** An address or number that more entities have than this says little by itself, and beyond the other nothing. */
const CROWD = { little: 20, nothing: 200 } as const

/** For each further person or organisation of both that is likely by itself. */
const FURTHER_BITS = 3

const ORDER: readonly Strength[] = ['possible', 'likely', 'strong']
const rank = (strength: Strength | undefined): number => (strength ? ORDER.indexOf(strength) : -1)
const weaker = (one: Strength, other: Strength): Strength => (rank(one) <= rank(other) ? one : other)

const scoreOf = ({ compared: { identity } }: Found): number => identity?.score ?? Number.NEGATIVE_INFINITY

/** Most evidence first; of what has no person or organisation to compare, the one with most that agrees. */
function inOrder(found: readonly Found[]): Found[] {
  const agreeing = ({ compared: { reasons } }: Found) =>
    reasons.reduce((sum, { bits }) => sum + Math.max(0, bits), 0)
  return [...found].sort((a, b) => scoreOf(b) - scoreOf(a) || agreeing(b) - agreeing(a))
}

/** The best score, and a little for each further pair of which neither was used. */
function identityScore(found: readonly Found[]): number | undefined {
  const [best, ...rest] = found.filter(({ compared }) => compared.identity)
  if (!best) return undefined
  const here = new Set([best.entity])
  const there = new Set([best.candidate])
  let score = scoreOf(best)
  for (const one of rest) {
    if (here.has(one.entity) || there.has(one.candidate) || scoreOf(one) < THRESHOLDS.likely) continue
    here.add(one.entity)
    there.add(one.candidate)
    score += FURTHER_BITS
  }
  return score
}

/**
 * How strong an address or numbers are by themselves. Where both sides name somebody and nobody agrees, an address that is the
 * same is most likely that of a household, or of a firm where people live: worth a look, and no more than that.
 */
function aroundStrength(found: readonly Found[], differ: boolean): Strength | undefined {
  const numbers = new Map<string, number>()
  let place: Strength | undefined
  for (const { compared } of found) {
    for (const { field, shared, crowd } of compared.values)
      if (shared) numbers.set(`${field} ${shared.value}`, crowd)
    const { address, named } = compared
    if (!address || address.crowd > CROWD.nothing) continue
    const strength = placeStrength(address.grade, address.crowd)
    const told = strength && named ? weaker(strength, 'possible') : strength
    if (rank(told) > rank(place)) place = told
  }
  const crowds = [...numbers.values()].filter((crowd) => crowd <= CROWD.nothing)
  const telling = crowds.filter((crowd) => crowd <= CROWD.little).length
  if (telling > 0) return differ && (place || telling === 1) ? 'likely' : 'strong'
  return place ?? (crowds.length > 0 ? 'possible' : undefined)
}

function placeStrength(
  grade: NonNullable<Compared['address']>['grade'],
  crowd: number,
): Strength | undefined {
  switch (grade) {
    case 'sameDwelling':
      return crowd > CROWD.little ? 'possible' : 'likely'
    case 'sameBuilding':
    case 'inRange':
    case 'nearly':
      return crowd > CROWD.little ? undefined : 'possible'
    case 'sameStreet':
    case 'samePostcode':
    case 'differs':
      return undefined
    default:
      return grade satisfies never
  }
}

/** Field by field: of the best pair everything, of the others what agrees in a field that the best has not. */
function reasonsOf(found: readonly Found[]): Reason[] {
  const [best, ...rest] = found
  const reasons = [...(best?.compared.reasons ?? [])]
  for (const { compared } of rest)
    for (const reason of compared.reasons) {
      if (reason.agrees === 'differs') continue
      const at = reasons.findIndex(({ field }) => field === reason.field)
      if (at < 0) reasons.push(reason)
      else if (reasons[at]?.agrees === 'differs' && reason.field !== 'name' && reason.field !== 'birth')
        reasons[at] = reason
    }
  return reasons
}

/** One match of all that was found of an earlier entry; undefined when it is not worth telling. */
export function combine(id: string, all: readonly Found[]): Match | undefined {
  const found = inOrder(all)
  const score = identityScore(found)
  const own = score === undefined ? undefined : strengthOf(score)
  const around = aroundStrength(found, score !== undefined && score < THRESHOLDS.possible)
  const strength = rank(around) > rank(own) ? around : own
  if (!strength) return undefined
  return {
    id,
    strength,
    score: Math.max(score ?? Number.NEGATIVE_INFINITY, THRESHOLDS[strength]),
    reasons: reasonsOf(found),
  }
}
