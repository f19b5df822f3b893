/** When a failed effect is tried again, and when it is given up and shown. Pure. */
import { DateTime } from 'luxon'
import type { Effect } from '../../services/signal/signal.ts'
import { Instant } from '../../services/signal/words.ts'
import type { Result } from './result.ts'

/** Tries before an effect is given up and shown to the officer: about four hours. */
export const MOST_TRIES = 18
/** A nudge is only a nudge: the message itself says the same. Tried for half an hour. */
const MOST_NUDGES = 11
const FIRST_PAUSE = 2
const LONGEST_PAUSE = 1800
/** What the other side asks for is heeded up to this: who is told something tomorrow is not told. */
const LONGEST_ASKED = 3600

/** Seconds until the next try: doubling, at least what the other side asked for. */
export function pauseAfter(tries: number, retryAfter: number | undefined): number {
  const asked = retryAfter !== undefined && retryAfter > 0 ? Math.min(retryAfter, LONGEST_ASKED) : 0
  return Math.max(asked, Math.min(FIRST_PAUSE * 2 ** tries, LONGEST_PAUSE))
}

/** The effect after this result: undefined when it is done with, else with its next try or its failure. */
export function after(effect: Effect, result: Result, now: Instant): Effect | undefined {
  if (result.ok) return undefined
  const tries = effect.tries + 1
  if (effect.kind === 'nudgeReporter') {
    if (result.final || tries >= MOST_NUDGES) return undefined
  } else if (result.final || tries >= MOST_TRIES) {
    return { ...effect, tries, failed: result.failed }
  }
  const notBefore = DateTime.fromISO(now, { zone: 'utc' }).plus({
    seconds: pauseAfter(effect.tries, result.retryAfter),
  })
  return { ...effect, tries, notBefore: Instant.parse(notBefore.toISO()) }
}
