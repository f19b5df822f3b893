/**
 * What was written to a reporter and did not arrive: decided to say is not heard. The officer hears of it the same day,
 * and only what arrived is waited for an answer to. Pure.
 */
import { createHash } from 'node:crypto'
import type { ReporterMessage } from '../signal/notices.ts'
import type { SignalRecord } from '../signal/record.ts'
import { type Instant, plus, uuidOf } from '../words.ts'
import { type Effect, type EffectOf, pendingEffect } from './effect.ts'

/** Minutes. What is on its way longer than this is said not to have arrived. */
const TOLD_AFTER = 30

/** What the reporter is only told as a courtesy: nobody has to choose another way for it. */
const COURTESY: ReadonlySet<ReporterMessage['about']> = new Set(['taken', 'overdue', 'closed', 'fits'])

type Sending = Pick<SignalRecord, 'effects'>

/** What brings this question or advice and is not done with. */
const waitingFor = ({ effects }: Sending, about: 'question' | 'advice', id: string): Effect | undefined =>
  effects.find((effect) => {
    if (effect.kind !== 'tellReporter' || effect.message.about !== about) return false
    return (effect.message.about === 'question' ? effect.message.question : effect.message.advice) === id
  })

/** Did an attempt at it fail already? It may still be on its way a moment after it was caused. */
const hasFailed = (effect: Effect | undefined): boolean =>
  effect !== undefined && (effect.attempts > 0 || effect.deadLetter !== undefined)

/** Did this question arrive? Until it did nobody can have answered it. */
export const questionArrived = (record: Sending, question: string): boolean =>
  waitingFor(record, 'question', question) === undefined

/** Was it tried to ask this, and in vain so far? */
export const questionFailed = (record: Sending, question: string): boolean =>
  hasFailed(waitingFor(record, 'question', question))

/** Was it tried to give this advice, and in vain so far? */
export const adviceFailed = (record: Sending, advice: string): boolean =>
  hasFailed(waitingFor(record, 'advice', advice))

const waitsLong = ({ at, plannedAt, deadLetter }: Effect): boolean =>
  deadLetter !== undefined || (plannedAt !== undefined && plus(at, { minutes: TOLD_AFTER }) <= plannedAt)

/** Of these an officer has to know that it did not arrive, and does not yet. */
const isToTell = (effect: Effect): effect is EffectOf<'tellReporter'> =>
  effect.kind === 'tellReporter' && !effect.told && !COURTESY.has(effect.message.about) && waitsLong(effect)

/** Of what did not arrive an officer was told, and it has not arrived since. */
export const stillNotArrived = ({ effects }: Pick<SignalRecord, 'effects'>): boolean =>
  effects.some((effect) => effect.kind === 'tellReporter' && effect.told === true)

/**
 * The record in which the officer who has it, or answers for it, is told that something did not arrive: once for each
 * message, all of them in one line. Closed signals have a way of their own (`feedbackComesBack`).
 */
export function sayNotArrived(record: SignalRecord): SignalRecord {
  const late = record.effects.filter(isToTell)
  const [first] = late
  if (!first || record.state === 'closed') return record
  const effects = record.effects.map((effect) =>
    isToTell(effect) ? { ...effect, told: true as const } : effect,
  )
  const id = uuidOf(createHash('sha256').update(`${first.id} not arrived`).digest('hex'))
  const officer = record.takenBy ?? record.accountable
  const at: Instant = first.plannedAt ?? first.at
  const notice = pendingEffect({ kind: 'tellOfficer', officer, notice: 'notArrived' }, id, at)
  return { ...record, effects: effects.some((effect) => effect.id === id) ? effects : [...effects, notice] }
}
