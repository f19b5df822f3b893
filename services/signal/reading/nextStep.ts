/** What comes next with a signal, and how far it is on its way (A111). Pure: what did not happen is not said to have. */
import { openLinkAnswers } from '../../handover/link/linkAnswer.ts'
import type { Municipality } from '../../municipality/municipality.ts'
import { dayOf } from '../../municipality/workingTime.ts'
import type { Day, Instant } from '../../words.ts'
import type { Route, SignalRecord } from '../record.ts'
import type { State } from '../words.ts'
import { isReachable, isTold } from './feedback.ts'
import { isOut } from './happened.ts'
import { isHelpOpen } from './help.ts'
import { turnOf } from './routes.ts'
import { isDecided, isWorkable } from './standing.ts'
import { isWatched, waitingFor } from './waiting.ts'

/** One thing to do; or for whom it waits. */
export type NextStep =
  | { step: 'take' | 'advise' | 'endConsultation' | 'decide' | 'help' | 'feedBack' | 'close' }
  | { step: 'handOver' | 'answerPartner' | 'askAgain' | 'confirmLink'; route: Route }
  | { step: 'watch'; until: Day; over: boolean }
  | { step: 'waitPartner'; route: Route }
  | { step: 'waitReporter' }

/** Undefined: it is closed, or frozen. What waits on us goes before what waits on others. */
export function nextStepOf(record: SignalRecord, town: Municipality, now: Instant): NextStep | undefined {
  if (!isWorkable(record)) return undefined
  if (!record.takenBy) return { step: 'take' }
  const reporter = waitingFor(record) === 'reporter'
  if (record.kind === 'consultation') {
    if (reporter) return { step: 'waitReporter' }
    return { step: record.advices.length === 0 && isReachable(record) ? 'advise' : 'endConsultation' }
  }
  if (record.decisions.length === 0) return reporter ? { step: 'waitReporter' } : { step: 'decide' }
  return afterDecision(record, dayOf(now, town))
}

function afterDecision(record: SignalRecord, today: Day): NextStep {
  const turns = record.routes.map((route) => ({ route, turn: turnOf(route) }))
  const first = (name: 'toHandOver' | 'officer' | 'partner') => turns.find(({ turn }) => turn.turn === name)
  // What came by a link counts only after an officer looked at it.
  const said = record.routes.find((route) => openLinkAnswers(route).length > 0)
  if (said) return { step: 'confirmLink', route: said }
  const planned = first('toHandOver')
  if (planned) return { step: 'handOver', route: planned.route }
  const asked = first('officer')
  if (asked) return { step: 'answerPartner', route: asked.route }
  // What went along with another signal is asked after there.
  const late = turns.find(({ route, turn }) => !route.with && turn.turn === 'partner' && turn.by < today)
  if (late) return { step: 'askAgain', route: late.route }
  if (isHelpOpen(record)) return { step: 'help' }
  const waiting = first('partner')
  if (waiting) return { step: 'waitPartner', route: waiting.route }
  if (waitingFor(record) === 'reporter') return { step: 'waitReporter' }
  const until = record.decisions.at(-1)?.monitorUntil
  if (until !== undefined && isWatched(record)) return { step: 'watch', until, over: until < today }
  return { step: !isTold(record) && isReachable(record) ? 'feedBack' : 'close' }
}

/** The six states in their order, and which of them it came to (A111); one that was passed over was not. */
export function stagesOf(record: SignalRecord): { state: State; reached: boolean }[] {
  const closed = record.state === 'closed'
  return [
    { state: 'received', reached: true },
    { state: 'inTriage', reached: record.takenBy !== undefined || isDecided(record) },
    { state: 'decided', reached: record.decisions.length > 0 },
    { state: 'handedOver', reached: record.routes.some(isOut) },
    { state: 'fedBack', reached: isTold(record) && record.decisions.length > 0 },
    { state: 'closed', reached: closed },
  ]
}
