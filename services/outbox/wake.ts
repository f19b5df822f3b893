/**
 * A way works again: what it kept waiting goes at once, and what was given up because of it is tried after all. Pure.
 * (docs/decisions/woken.md)
 */
import type { Way } from '../municipality/ways.ts'
import type { SignalRecord } from '../signal/record.ts'
import type { Effect } from './effect.ts'
import { isToReporter, isUrgent, kindOf, unknownOutcomeOf } from './kinds.ts'

/**
 * Why it is woken. `recovered`: the way worked. `probe`: nobody knows, and this one is tried to find out. `back`: the reporter is here, whatever became of it before.
 */
export type WakeReason = { why: 'recovered' | 'probe'; ways: ReadonlySet<Way> } | { why: 'back' }

/** Attempts after which the pauses are long: what was tried less often comes by itself. */
const LONG_PAUSES = 7

function isFor(effect: Effect, reason: WakeReason): boolean {
  if (effect.lease) return false
  switch (reason.why) {
    case 'back':
      // A nudge says that something waits: whoever is here sees it.
      return effect.kind === 'tellReporter' && (effect.deadLetter !== undefined || effect.attempts > 0)
    case 'recovered':
      return effect.way !== undefined && reason.ways.has(effect.way)
    case 'probe': {
      const waits = effect.deadLetter !== undefined || effect.attempts >= LONG_PAUSES
      return waits && effect.way !== undefined && reason.ways.has(effect.way)
    }
    default:
      return reason satisfies never
  }
}

/** May it be tried once more? What may have arrived is sent again once, and not to find something out. */
const mayBeSent = (effect: Effect, { why }: WakeReason): boolean =>
  why === 'probe'
    ? effect.outcomeUnknown === undefined
    : effect.deadLetter !== 'outcomeUnknown' || !effect.woken || why === 'back'

/** The effect as it is woken; the same one where there is nothing to wake. */
export function wokenOne(effect: Effect, reason: WakeReason): Effect {
  if (!isFor(effect, reason) || !mayBeSent(effect, reason)) return effect
  if (effect.deadLetter === undefined && effect.notBefore === undefined) return effect
  const { notBefore: _wait, plannedAt: _then, deadLetter, outcomeUnknown, ...rest } = effect
  const { retry } = kindOf(effect)
  const last = Number.isFinite(retry.attempts) ? retry.attempts - 1 : effect.attempts
  // One attempt more: what fails all the same, with everything else that works, is this one thing.
  const attempts = reason.why === 'back' ? 0 : Math.min(effect.attempts, last)
  // One more time with an unknown outcome, and no further.
  const sends = outcomeUnknown && Math.min(outcomeUnknown, Math.max(1, unknownOutcomeOf(effect).sends - 1))
  return {
    ...rest,
    attempts,
    ...(sends ? { outcomeUnknown: sends } : {}),
    ...(deadLetter === 'outcomeUnknown' ? { woken: true as const } : {}),
  }
}

/** All of them; undefined where none is woken. */
export function woken(effects: readonly Effect[], reason: WakeReason): Effect[] | undefined {
  const next = effects.map((effect) => wokenOne(effect, reason))
  return next.every((effect, at) => effect === effects[at]) ? undefined : next
}

/** In which order documents are woken, the lowest first: danger, then what the reporting point must know, then the rest. */
export function urgencyOf(effects: readonly Effect[], record?: Pick<SignalRecord, 'urgency'>): number {
  const isAlarm = effects.some(isUrgent)
  if (isAlarm) return 0
  const place = { acute: 1, high: 3, normal: 5, soft: 7 }[record?.urgency ?? 'normal']
  return effects.some((effect) => effect.kind === 'doorbell') && !effects.every(isToReporter)
    ? place
    : place + 1
}
