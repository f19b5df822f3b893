/** From a step to a command, as the card that lies before this person would make it. */
import type { OfficerDeed, ReporterDeed } from '../../services/signal/command.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import type { ConsultationChoice } from '../../services/signal/words.ts'
import { ANSWER_BY, decision, JOOST, MARIEKE, SAFE_HOME, TEAM } from '../kit/signals.ts'
import type { Issued } from './model.ts'
import type { Step } from './schedule.ts'
import { unheard } from './unheard.ts'

export const OFFICERS = [MARIEKE, JOOST] as const
const CHOICES: readonly ConsultationChoice[] = ['later', 'keep', 'enough']

const of = <T>(all: readonly T[], pick: number): T | undefined => all[pick % all.length]

type OfficerStep = Extract<Step, { by: 'officer' }>

/** What an officer would do next with this signal. */
function nextDeed(record: SignalRecord): OfficerStep['deed'] {
  if (record.kind === 'consultation') return record.advices.length === 0 ? 'advise' : 'endConsultation'
  if (record.routes.some((r) => r.state === 'planned')) return 'handOver'
  if (record.routes.some((r) => r.state === 'handedOver')) return 'partnerAnswered'
  switch (record.state) {
    case 'received':
      return 'take'
    case 'inTriage':
      return 'decide'
    case 'decided':
    case 'handedOver':
      return 'feedBack'
    case 'fedBack':
      return 'close'
    case 'closed':
      return unheard(record) ? 'feedBack' : 'view'
  }
}

function decideDeed(record: SignalRecord, pick: number): OfficerDeed {
  const minor = record.minor === 'yes' || pick % 5 === 4 ? 'yes' : 'no'
  const partner = pick % 2 === 0 ? SAFE_HOME : TEAM
  const routes = [{ partner, answerBy: ANSWER_BY }]
  switch (pick % 4) {
    case 0:
      return decision({ minor, outcome: 'noAction', safeReason: 'tooLittle', routes: [] })
    case 1:
      return decision({ minor, outcome: 'internal', routes, tell: { form: 'notYet', why: 'Nog niet' } })
    default:
      return decision({ minor, routes })
  }
}

function officerDeed(
  record: SignalRecord,
  deed: OfficerStep['deed'],
  pick: number,
  id: string,
): { deed: OfficerDeed; partner?: string } {
  const word = `${id} ${pick}`
  switch (deed) {
    case 'next':
      return officerDeed(record, nextDeed(record), pick, id)
    case 'view':
    case 'take':
    case 'close':
      return { deed: { do: deed } }
    case 'called':
      return { deed: { do: 'called', reached: 'reached', text: `Gesprek ${word}` } }
    case 'handTo':
      return { deed: { do: 'handTo', officer: OFFICERS[pick % 2 === 0 ? 0 : 1] } }
    case 'note':
      return { deed: { do: 'note', text: `Notitie ${word}` } }
    case 'ask':
      return { deed: { do: 'ask', text: `Vraag ${word}` } }
    case 'advise':
      return { deed: { do: 'advise', text: `Advies ${word}` } }
    case 'setUrgency':
      return {
        deed: {
          do: 'setUrgency',
          urgency: of(['high', 'normal', 'soft', 'acute'] as const, pick) ?? 'high',
          reason: `Reden ${word}`,
        },
      }
    case 'setMinor':
      return { deed: { do: 'setMinor', minor: of(['yes', 'no'] as const, pick) ?? 'no' } }
    case 'decide':
      return { deed: decideDeed(record, pick) }
    case 'handOver': {
      const planned = record.routes.filter((r) => r.state === 'planned')
      const route = of(planned, pick) ?? of(record.routes, pick)
      return { deed: { do: 'handOver', route: route?.id ?? 'none' }, partner: route?.partner ?? 'none' }
    }
    case 'partnerAnswered': {
      const route =
        of(
          record.routes.filter((r) => r.state === 'handedOver'),
          pick,
        ) ?? of(record.routes, pick)
      return {
        deed: {
          do: 'partnerAnswered',
          route: route?.id ?? 'none',
          what: 'takenUp',
          text: `Antwoord ${word}`,
        },
        partner: route?.partner ?? 'none',
      }
    }
    case 'feedBack':
      return {
        deed: {
          do: 'feedBack',
          form: of(['message', 'message', 'call', 'none'] as const, pick) ?? 'message',
          text: `Bericht ${word}`,
        },
      }
    case 'endConsultation':
      return { deed: { do: 'endConsultation', choice: of(CHOICES, pick) ?? 'later' } }
    case 'keepAgainstWish':
      return { deed: { do: 'keepAgainstWish', reason: `Reden ${word}` } }
    case 'reveal':
      return { deed: { do: 'reveal', reason: `Reden ${word}` } }
  }
}

function reporterDeed(record: SignalRecord, deed: Step['deed'], pick: number, id: string): ReporterDeed {
  const word = `${id} ${pick}`
  const words = { attachmentsRefused: 0, acute: false }
  switch (deed) {
    case 'danger':
      return {
        do: 'add',
        text: `Nu gevaar ${word}`,
        ...words,
        acute: true,
        // Written again within minutes.
        ...(pick % 3 === 1 ? { repeats: 'again' } : {}),
      }
    case 'called112':
      return { do: 'say112', called112: pick % 3 === 0 ? 'yes' : 'no' }
    case 'answer': {
      const open = record.questions.filter((q) => !q.answer)
      const question = (of(open, pick) ?? of(record.questions, pick))?.id
      if (question === undefined) return { do: 'talk' }
      const how = of(['text', 'text', 'unknown', 'callMe'] as const, pick) ?? 'text'
      return { do: 'answer', question, how, text: how === 'text' ? `Antwoord ${word}` : '', ...words }
    }
    case 'withdraw':
      return { do: 'withdraw' }
    case 'noDanger':
      return { do: 'noDanger' }
    case 'talk':
      return { do: 'talk' }
    case 'choose':
      return { do: 'chooseConsultation', choice: of(CHOICES, pick) ?? 'later' }
    default:
      return { do: 'add', text: `Aanvulling ${word}`, ...words }
  }
}

/** The command of a step on a record as this person sees it. */
export function commandOf(step: Step, record: SignalRecord, id: string): Issued {
  if (step.by === 'reporter') {
    return { ...reporterDeed(record, step.deed, step.pick, id), id, actor: { role: 'reporter' } }
  }
  const { deed, partner } = officerDeed(record, step.deed, step.pick, id)
  return {
    ...deed,
    id,
    actor: { role: 'officer', id: OFFICERS[step.officer] },
    // An old card lay open before somebody else did something.
    seen: step.old ? Math.max(1, record.revision - 1) : record.revision,
    ...(partner === undefined ? {} : { partner }),
  }
}
