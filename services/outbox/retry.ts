/** When a failed effect is tried again, and when it is given up and shown. Pure. */
import { DateTime } from 'luxon'
import type { Effect } from '../signal/record.ts'
import { Instant } from '../words.ts'
import type { Result } from './result.ts'

/** Tries before an effect is given up and shown to the officer: about four hours. */
export const MOST_TRIES = 18
/** A nudge is only a nudge: the message itself says the same. Tried for half an hour. */
const MOST_NUDGES = 11
const FIRST_PAUSE = 2
const LONGEST_PAUSE = 1800
/** What the other side asks for is heeded up to this: who is told something tomorrow is not told. */
const LONGEST_ASKED = 3600
/** So much longer at most, so that what failed together does not come back together. */
const JITTER = 0.1
/** What may have arrived is sent again only after this, so that the other side has found itself again. */
const UNSURE_PAUSE = 45

/**
 * Seconds until the next try: doubling, at least what the other side asked for, and somewhat longer by chance.
 * @param random from 0 to 1
 */
export function pauseAfter(tries: number, retryAfter: number | undefined, random = 0): number {
  const longer = 1 + JITTER * random
  const asked = retryAfter !== undefined && retryAfter > 0 ? Math.min(retryAfter, LONGEST_ASKED) : 0
  return Math.max(asked * longer, Math.min(FIRST_PAUSE * 2 ** tries * longer, LONGEST_PAUSE))
}

/**
 * How often an effect may be sent without anybody knowing whether it arrived. What a person reads as a message is sent
 * once more and no further; a second doorbell or receipt does less harm than none, a second alarm none at all.
 */
export function mostUnsure(effect: Effect): number {
  switch (effect.kind) {
    case 'tellReporter':
      return effect.message.about === 'received' ? 6 : 2
    case 'nudgeReporter':
    case 'nudgeDraft':
      return 2
    case 'doorbell':
    case 'tellOfficer':
      return 4
    case 'alarm':
      return 6
    case 'mendAlarm':
      return Number.POSITIVE_INFINITY
  }
}

/** While nobody can be reached at all, this often: somebody may be waiting for help. */
const LAST_RESORT_PAUSE = 60

const isNudge = ({ kind }: Effect): boolean => kind === 'nudgeReporter' || kind === 'nudgeDraft'

const withoutLease = ({ lease: _lease, ...effect }: Effect): Effect => effect

/**
 * The effect after this result: undefined when it is done with, else with its next try or its failure.
 * @param random from 0 to 1
 */
export function after(effect: Effect, result: Result, now: Instant, random = 0): Effect | undefined {
  if (result.ok) return undefined
  const { unsure: before = 0, ...rest } = withoutLease(effect)
  const unsure = before + (result.unsure ? 1 : 0)
  const tried: Effect = { ...rest, tries: effect.tries + 1, ...(unsure > 0 ? { unsure } : {}) }
  const most = isNudge(effect) ? MOST_NUDGES : MOST_TRIES
  const often = result.unsure === true && unsure >= mostUnsure(effect)
  if (!result.lastResort && (result.final || often || tried.tries >= most)) {
    if (isNudge(effect)) return undefined
    return { ...tried, failed: often ? 'unsure' : result.failed }
  }
  const patient = result.unsure && mostUnsure(effect) === 2 ? UNSURE_PAUSE * (1 + JITTER * random) : 0
  const usual = Math.max(patient, pauseAfter(effect.tries, result.retryAfter, random))
  const pause = result.lastResort ? Math.min(usual, LAST_RESORT_PAUSE) : usual
  const notBefore = DateTime.fromISO(now, { zone: 'utc' }).plus({ seconds: pause })
  return { ...tried, notBefore: Instant.parse(notBefore.toISO()), plannedAt: now }
}

/**
 * An effect that was left by who was delivering it: nobody knows whether it was sent. It counts as a try, so that what
 * ends every instance that touches it is not tried for ever.
 */
export function left(effect: Effect, showsTwice: boolean): Effect {
  const rest = withoutLease(effect)
  const tries = effect.tries + 1
  if (tries >= MOST_TRIES) return { ...rest, tries, failed: 'unsure' }
  return { ...rest, tries, ...(showsTwice ? { unsure: Math.max(1, effect.unsure ?? 0) } : {}) }
}
