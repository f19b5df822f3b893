/** On whom a signal waits now, read from the record (A108). Pure. */
import { openLinkAnswers } from '../../handover/link/linkAnswer.ts'
import { adviceFailed, questionFailed } from '../../outbox/notArrived.ts'
import type { Instant } from '../../words.ts'
import type { WaitsOn } from '../listing.ts'
import type { Question, SignalRecord } from '../record.ts'
import { turnOf } from './routes.ts'

/** Who has to do something now. */
export type WaitingFor = 'officer' | 'partner' | 'reporter'

/** The questions to which an answer can still come: of what did not arrive nobody can be waited for. */
const openQuestions = (record: SignalRecord): Question[] =>
  record.reporterLeft
    ? []
    : record.questions.filter(({ answer, id }) => !answer && !questionFailed(record, id))

/** Who has to do something now. */
export function waitingFor(record: SignalRecord): WaitingFor {
  if (record.state === 'closed') return 'officer'
  if (openQuestions(record).length > 0) return 'reporter'
  const turns = record.routes.map((route) => turnOf(route).turn)
  // What came by a link waits for an officer to look at it.
  const said = record.routes.some((route) => openLinkAnswers(route).length > 0)
  if (said || turns.includes('officer')) return 'officer'
  if (turns.includes('partner')) return 'partner'
  const heard = record.advices.some(({ id }) => !adviceFailed(record, id))
  const advised = record.kind === 'consultation' && heard && !record.consultationWish
  if (advised && !record.reporterLeft) return 'reporter'
  return 'officer'
}

/** Is it only watched until a day: that was decided last, and nothing else is under way? */
export function isWatched(record: SignalRecord): boolean {
  const until = record.decisions.at(-1)?.monitorUntil
  const under = record.routes.some((route) => turnOf(route).turn !== 'done')
  return record.state !== 'closed' && until !== undefined && !under && openQuestions(record).length === 0
}

const earliest = (moments: readonly (Instant | undefined)[]): Instant | undefined =>
  moments.flatMap((at) => at ?? []).sort()[0]

/** On whom it waits, and from which moment on; of what waits on us no moment says that. */
export function waitsOn(record: SignalRecord): { on: WaitsOn; since?: Instant | undefined } {
  if (isWatched(record)) return { on: 'watch', since: record.decisions.at(-1)?.at }
  const who = waitingFor(record)
  switch (who) {
    case 'officer':
      return { on: 'us' }
    case 'partner': {
      const theirs = record.routes.filter((route) => turnOf(route).turn === 'partner')
      return { on: 'partner', since: earliest(theirs.map(({ handedOverAt }) => handedOverAt)) }
    }
    case 'reporter': {
      const asked = openQuestions(record).map(
        ({ askedAgain, arrivedAt, at }) => askedAgain ?? arrivedAt ?? at,
      )
      return { on: 'reporter', since: earliest(asked) ?? record.advices.at(-1)?.at }
    }
    default:
      return who satisfies never
  }
}
