/**
 * What happened with what was decided, read from the record: what went out, what is still asked, what was answered. What was
 * only planned did not happen. Pure.
 */
import type { Officer } from '../../municipality/municipality.ts'
import { isThere, type Municipality, mayAct, officerOf, onDuty } from '../../municipality/municipality.ts'
import type { Day } from '../../words.ts'
import type { Route, SignalRecord } from '../record.ts'
import type { State } from '../words.ts'
import { feedbackStands } from './feedback.ts'
import { answeredBy, turnOf } from './routes.ts'

/** Only that it takes it up, or does not, is an answer of a partner: not silence, a question, or that it went elsewhere. */
export const partnersAnswer = answeredBy

/** Was it handed over? */
export const isOut = ({ state }: Route): boolean => state !== 'planned'

/** Was it handed over, and is an answer still asked? */
export const isAsked = (route: Route): boolean => turnOf(route).turn === 'partner'

/** The routes by what happened on them. */
export function happened({ routes }: Pick<SignalRecord, 'routes'>): {
  planned: Route[]
  out: Route[]
  asked: Route[]
  takenUp: Route[]
  notTakenUp: Route[]
} {
  return {
    planned: routes.filter((route) => !isOut(route)),
    out: routes.filter(isOut),
    asked: routes.filter(isAsked),
    takenUp: routes.filter((route) => partnersAnswer(route) === 'takenUp'),
    notTakenUp: routes.filter((route) => partnersAnswer(route) === 'notTakenUp'),
  }
}

/**
 * The first day, from `today` on, on which an answer is asked of a partner that has it; undefined when there is none. A day
 * that has passed is no promise.
 */
export const nextAnswerDay = (record: Pick<SignalRecord, 'routes'>, today: Day): Day | undefined =>
  happened(record)
    .asked.map(({ answerBy }) => answerBy)
    .filter((day) => day >= today)
    .sort()[0]

/** Was help for a possible victim looked at, to its end? That it is still to be arranged is no end (A099). */
export const isHelpArranged = (record: Pick<SignalRecord, 'decisions' | 'help' | 'urgency'>): boolean => {
  const last = record.help?.at(-1)
  return last ? last.done?.how === 'arranged' : record.decisions.at(-1)?.victimHelp === 'arranged'
}

/**
 * Its state as its reporter may read it. "You heard what was done" only where it was heard: not while it is on its way, not
 * when it was given up, not when it is recorded why it is not told.
 */
export function stateTold(record: SignalRecord): State {
  if (record.state !== 'fedBack') return record.state
  const heard = feedbackStands(record) === 'told' && record.feedback.at(-1)?.form !== 'none'
  if (heard) return 'fedBack'
  return happened(record).out.length > 0 ? 'handedOver' : 'decided'
}

/**
 * The officer who reads it now, to be named to its reporter: whoever has it, else whoever answers for it, as long as they
 * are there and may act; else whoever is on duty.
 */
export function readsNow(
  { takenBy, accountable }: Pick<SignalRecord, 'takenBy' | 'accountable'>,
  municipality: Municipality,
  today: Day,
): Officer {
  const first = takenBy ?? accountable
  const able = isThere(municipality, first, today) && mayAct(municipality, first, today, takenBy)
  return (able ? officerOf(municipality, first) : undefined) ?? onDuty(municipality, today).accountable
}
