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

const withoutLease = ({ lease: _lease, ...effect }: Effect): Effect => effect

/** Given up: a dead letter that is shown, or nothing where something else says the same. */
const givenUp = (effect: Effect, why: DeadLetter): Effect | undefined =>
  givenUpAs(effect).is === 'dropped' ? undefined : { ...effect, deadLetter: why }

/**
 * The effect after this result: undefined when it is done with, else with its next attempt or as a dead letter.
 * @param random from 0 to 1
 */
export function after(effect: Effect, result: DeliveryResult, now: Instant, random = 0): Effect | undefined {
  if (result.ok) return undefined
  const { outcomeUnknown: before = 0, ...rest } = withoutLease(effect)
  const { retry } = kindOf(effect)
  const { sends, pause: unknownPause } = unknownOutcomeOf(effect)
  const outcomeUnknown = before + (result.outcomeUnknown ? 1 : 0)
  const tried: Effect = {
    ...rest,
    attempts: effect.attempts + 1,
    ...(outcomeUnknown > 0 ? { outcomeUnknown } : {}),
  }
  const tooOften = result.outcomeUnknown === true && outcomeUnknown >= sends
  if (!result.lastResort && (result.final || tooOften || tried.attempts >= retry.attempts)) {
    return givenUp(tried, tooOften ? 'outcomeUnknown' : result.failed)
  }
  const recovering = result.outcomeUnknown ? unknownPause * (1 + JITTER * random) : 0
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
