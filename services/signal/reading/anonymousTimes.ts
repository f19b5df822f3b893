/**
 * Moments of an anonymous signal. When somebody wrote can be compared with when people were in the chat, so what the
 * reporter did keeps its day only. The clocks go on: they are set with the real moment, and kept rounded up.
 */
import { DateTime } from 'luxon'
import type { Municipality } from '../../municipality/municipality.ts'
import type { AlarmCard, Effect } from '../../outbox/effect.ts'
import { Instant } from '../../words.ts'
import type { SignalRecord } from '../record.ts'
import type { Urgency } from '../words.ts'

type Zoned = Pick<Municipality, 'zone'>

const local = (at: Instant, { zone }: Zoned) => DateTime.fromISO(at, { zone })
const instant = (at: DateTime): Instant => Instant.parse(at.toUTC().toISO())

/** The same few moments are asked for at every change of a signal. */
const known = new Map<string, Instant>()
const MOST_KNOWN = 2_000

/** The day of a moment, as the moment at which it began in the municipality. */
export function dayOnly(at: Instant, zoned: Zoned): Instant {
  const name = `${zoned.zone} ${at}`
  const before = known.get(name)
  if (before) return before
  const day = instant(local(at, zoned).startOf('day'))
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(name, day)
  return day
}

/** Minutes to which a clock is rounded up: with danger a quarter of an hour, for more is too late. */
const COARSE = { acute: 15, high: 60 } as const

/** The first whole quarter or hour that is not before it. The end of an office day tells nothing, and stays. */
function coarse(at: Instant, urgency: Urgency, zoned: Zoned): Instant {
  if (urgency === 'normal' || urgency === 'soft') return at
  const step = COARSE[urgency] * 60_000
  const start = local(at, zoned).startOf('day')
  const since = local(at, zoned).toMillis() - start.toMillis()
  return instant(start.plus({ milliseconds: Math.ceil(since / step) * step }))
}

/** The clocks as they are kept; one that has been met keeps its day only. */
function coarseDue({ due, urgency, state }: SignalRecord, zoned: Zoned): SignalRecord['due'] {
  const undecided = state === 'received' || state === 'inTriage'
  return {
    respond: state === 'received' ? coarse(due.respond, urgency, zoned) : dayOnly(due.respond, zoned),
    decide: undecided ? coarse(due.decide, urgency, zoned) : dayOnly(due.decide, zoned),
  }
}

/** Where an alarm stands, with the day of its words only. */
const withoutMoment = ({ wroteAt, ...posted }: AlarmCard, zoned: Zoned): AlarmCard => ({
  ...posted,
  ...(wroteAt ? { wroteAt: dayOnly(wroteAt, zoned) } : {}),
})

/** What was given up, without when it was caused and when it was tried: counted back, the tries say the same. */
function withoutTimes(effect: Effect, zoned: Zoned): Effect {
  const { notBefore: _wait, plannedAt: _then, missing: _since, ...rest } = effect
  const at = dayOnly(effect.at, zoned)
  if (rest.kind === 'alarm') return { ...rest, at, wroteAt: rest.wroteAt && dayOnly(rest.wroteAt, zoned) }
  if (rest.kind === 'mendAlarm') return { ...rest, at, posted: withoutMoment(rest.posted, zoned) }
  return { ...rest, at }
}

/** An anonymous record without the moments at which its reporter did something; any other as it is. */
export function withoutMoments(record: SignalRecord, zoned: Zoned): SignalRecord {
  if (record.degree !== 'anonymous') return record
  const day = (at: Instant) => dayOnly(at, zoned)
  const { danger, closing, withdrawalWish } = record
  return {
    ...record,
    receivedAt: day(record.receivedAt),
    due: coarseDue(record, zoned),
    story: record.story.map((part) => ({ ...part, at: day(part.at) })),
    questions: record.questions.map((question) =>
      question.answer
        ? { ...question, answer: { ...question.answer, at: day(question.answer.at) } }
        : question,
    ),
    ...(record.attachments
      ? { attachments: record.attachments.map((file) => ({ ...file, at: day(file.at) })) }
      : {}),
    ...(danger
      ? {
          danger: {
            ...danger,
            at: day(danger.at),
            ...(danger.takenBackAt ? { takenBackAt: day(danger.takenBackAt) } : {}),
          },
        }
      : {}),
    ...(withdrawalWish ? { withdrawalWish: day(withdrawalWish) } : {}),
    ...(closing?.by === 'reporter' ? { closing: { ...closing, at: day(closing.at) } } : {}),
    alarms: record.alarms.map((alarm) => withoutMoment(alarm, zoned)),
    // What was given up stays in the record; what is under way goes when it is delivered.
    effects: record.effects.map((effect) => (effect.deadLetter ? withoutTimes(effect, zoned) : effect)),
  }
}
