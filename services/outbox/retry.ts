/** When a failed effect is tried again, and when it is given up. Pure (docs/decisions/sending-again.md). */
import { type Instant, plus } from '../words.ts'
import type { DeadLetter, Effect } from './effect.ts'
import { FOUR_HOURS, givenUpAs, kindOf, type Retry, unknownOutcomeOf } from './kinds.ts'
import type { DeliveryResult } from './result.ts'

/** Seconds. What the other side asks for is heeded up to this: nobody is told tomorrow what they wait for today. */
const LONGEST_ASKED = 3_600
/** So much longer at most, so that what failed together does not come back together. */
const JITTER = 0.1

/**
 * Seconds until the next attempt: doubling, at least what the other side asked for, and somewhat longer by chance.
 * @param retryAfter seconds @param random from 0 to 1
 */
export function pauseAfter(
  attempts: number,
  retryAfter: number | undefined,
  random = 0,
  { firstPause, longestPause }: Retry = FOUR_HOURS,
): number {
  const longer = 1 + JITTER * random
  const asked = retryAfter !== undefined && retryAfter > 0 ? Math.min(retryAfter, LONGEST_ASKED) : 0
  return Math.max(asked * longer, Math.min(firstPause * 2 ** attempts * longer, longestPause))
}

/** Seconds. While nobody can be reached at all, this often: somebody may be waiting for help. */
const LAST_RESORT_PAUSE = 60

/** What never ends rings so often with a usual pause while it may have arrived each time; from there on with this one. */
const MANY_UNKNOWN = 6
const PAUSE_OF_MANY = 1_800

const withoutLease = ({ lease: _lease, ...effect }: Effect): Effect => effect

/** Given up: a dead letter that is shown, or nothing where something else says the same. */
const givenUp = (effect: Effect, why: DeadLetter): Effect | undefined =>
  givenUpAs(effect).is === 'dropped' ? undefined : { ...effect, deadLetter: why }

/** "Not there" is believed when it was answered so many times, over so many seconds at least. */
const BELIEVED_TIMES = 3
const BELIEVED_SECONDS = 120

/** How often something was answered to be not there, and since when, this answer included. */
export type Missing = NonNullable<Effect['missing']>
export const missingOnceMore = (before: Missing | undefined, now: Instant): Missing =>
  // A moment that lies ahead was written by a clock that was wrong.
  before && before.since <= now ? { since: before.since, times: before.times + 1 } : { since: now, times: 1 }

/** May it be believed? One answer, or a few within a moment, is what a service gives that is being moved. */
export const isBelieved = (
  { since, times }: Missing,
  now: Instant,
  seconds: number = BELIEVED_SECONDS,
): boolean => times >= BELIEVED_TIMES && plus(since, { seconds }) <= now

/**
 * The effect after this result: undefined when it is done with, else with its next attempt or as a dead letter.
 * @param random from 0 to 1
 */
export function after(effect: Effect, result: DeliveryResult, now: Instant, random = 0): Effect | undefined {
  if (result.ok) return undefined
  const { outcomeUnknown: before = 0, way: _before, missing, ...rest } = withoutLease(effect)
  const { retry } = kindOf(effect)
  const { sends, pause: unknownPause } = unknownOutcomeOf(effect)
  const outcomeUnknown = before + (result.outcomeUnknown ? 1 : 0)
  const tried: Effect = {
    ...rest,
    attempts: effect.attempts + 1,
    ...(outcomeUnknown > 0 ? { outcomeUnknown } : {}),
    ...(result.way ? { way: result.way } : {}),
    ...(result.missing ? { missing: missingOnceMore(missing, now) } : {}),
  }
  const tooOften = result.outcomeUnknown === true && outcomeUnknown >= sends
  if (!result.lastResort && (result.final || tooOften || tried.attempts >= retry.attempts)) {
    return givenUp(tried, tooOften ? 'outcomeUnknown' : result.failed)
  }
  const many = outcomeUnknown >= MANY_UNKNOWN && !Number.isFinite(sends) ? PAUSE_OF_MANY : 0
  const recovering = result.outcomeUnknown ? Math.max(unknownPause, many) * (1 + JITTER * random) : 0
  const usual = Math.max(recovering, pauseAfter(effect.attempts, result.retryAfter, random, retry))
  const pause = result.lastResort ? Math.min(usual, LAST_RESORT_PAUSE) : usual
  return { ...tried, notBefore: plus(now, { seconds: pause }), plannedAt: now }
}

/**
 * An effect whose instance died while it had it: nobody knows whether it was sent. It counts as an attempt, so that what
 * ends every instance that touches it is not tried for ever. Undefined when it is done with.
 */
export function abandoned(effect: Effect, visibleTwice: boolean): Effect | undefined {
  const tried = { ...withoutLease(effect), attempts: effect.attempts + 1 }
  if (tried.attempts >= kindOf(effect).retry.attempts) return givenUp(tried, 'outcomeUnknown')
  return visibleTwice ? { ...tried, outcomeUnknown: Math.max(1, effect.outcomeUnknown ?? 0) } : tried
}
