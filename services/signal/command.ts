/** What can be asked of a signal, and how it can be refused. Both are values: a refusal is a normal answer. */

import type { Posted } from '../outbox/effect.ts'
import type {
  CodeId,
  Day,
  Language,
  MunicipalityId,
  OfficerId,
  PartnerId,
  Reference,
  SignalId,
  VaultKey,
} from '../words.ts'
import type { Danger, Form, StoryPart, Tell } from './record.ts'
import type { RightsDeed, SystemDeed } from './rights/command.ts'
import type {
  Actor,
  Called112,
  Certainty,
  ConsultationChoice,
  Degree,
  Kind,
  Outcome,
  PartnerAnswer,
  SafeReason,
  Urgency,
  VictimHelp,
} from './words.ts'

/** A reporter presses *Verstuur*. */
export type Report = {
  do: 'report'
  municipality: MunicipalityId
  signal: SignalId
  reference: Reference
  kind: Kind
  language: Language
  degree: Degree
  vaultKey: VaultKey | undefined
  /** Third degree: where its code is kept. */
  code?: CodeId | undefined
  certainty: Certainty
  urgency: Urgency
  danger: Danger | undefined
  story: StoryPart[]
  form: Form | undefined
  attachmentsRefused: number
  /** Alarm cards that went out while this was still a draft. */
  alarms: { serviceUrl: string; conversation: string; activity: string }[]
  /** Whom it must ring; when not given, everybody if no alarm went out. */
  unrung?: ('channel' | OfficerId)[] | undefined
  /** The draft's card, which the receipt replaces. */
  replaces: string | undefined
}

/** Words that were a draft and rang already: the alarm cards, whom they did not reach, what was said of 112. */
export type Rang = { alarms: Posted[]; unrung: ('channel' | OfficerId)[]; called112: Called112 }

export type ReporterDeed =
  | { do: 'add'; text: string; attachmentsRefused: number; acute: boolean; rang?: Rang }
  | {
      do: 'answer'
      question: string | undefined
      how: 'text' | 'unknown' | 'callMe'
      text: string
      attachmentsRefused: number
      acute: boolean
      rang?: Rang
    }
  | { do: 'withdraw' }
  | { do: 'say112'; called112: Called112 }
  | { do: 'noDanger' }
  | { do: 'talk' }
  /** Who has the code was shown the first so many of what waits. */
  | { do: 'shown'; count: number }
  /** From now on the messages about it come in this language. */
  | { do: 'speak'; language: Language }
  | { do: 'chooseConsultation'; choice: ConsultationChoice }

export type PlannedRoute = { partner: PartnerId; answerBy: Day }

export type OfficerDeed =
  | { do: 'view' }
  | { do: 'take' }
  | { do: 'handTo'; officer: OfficerId }
  | { do: 'note'; text: string }
  | { do: 'ask'; text: string }
  | { do: 'called' }
  | { do: 'setUrgency'; urgency: Urgency; reason: string }
  | { do: 'setMinor'; minor: 'yes' | 'no' | 'unknown' }
  | {
      do: 'decide'
      outcome: Outcome
      reason: string
      safeReason: SafeReason | undefined
      lead: string
      victimHelp: VictimHelp
      victimCheck: string | undefined
      monitorUntil: Day | undefined
      routes: PlannedRoute[]
      tell: Tell
    }
  | { do: 'handOver'; route: string }
  | { do: 'partnerAnswered'; route: string; what: PartnerAnswer; note: string }
  | { do: 'feedBack'; form: 'message' | 'call' | 'meeting' | 'none'; text: string }
  | { do: 'advise'; text: string }
  | { do: 'endConsultation'; choice: ConsultationChoice }
  | { do: 'keepAgainstWish'; reason: string }
  | { do: 'close' }
  | { do: 'reveal'; reason: string }
  | RightsDeed

/**
 * `id`: the same id twice is one command. `seen`: the revision of the card that was clicked, where there was one.
 * `withoutChannel`: membership could not be asked, for the channel is gone; role and rota alone said yes, and that is
 * written in the audit trail.
 */
export type Command = { id: string; actor: Actor; seen?: number; withoutChannel?: true } & (
  | Report
  | ReporterDeed
  | OfficerDeed
  | SystemDeed
  | TendDeed
  | RemindDeed
)

/** A field of a dialog, to show the error at. */
export type FieldName =
  | 'text'
  | 'reason'
  | 'lead'
  | 'routes'
  | 'answerBy'
  | 'monitorUntil'
  | 'tellWhy'
  | 'victimCheck'
  | 'officer'
  | 'safeReason'
  | 'passage'
  | 'until'

export type Refusal =
  /** Somebody else was first: the current record is the answer. */
  | { refused: 'stale' }
  | { refused: 'closed' }
  | { refused: 'notNow' }
  | { refused: 'notAllowed' }
  /** A name: the officer and who is on duty only. */
  | { refused: 'nameOffDuty' }
  /** Already so; nothing was done a second time. */
  | { refused: 'already' }
  | { refused: 'needs'; field: FieldName }
  /** The day does not lie ahead, or lies further than `most` days ahead. */
  | { refused: 'dayOutOfRange'; field: FieldName; most: number }
  | { refused: 'unknownPartner'; field: 'routes' }
  | { refused: 'unknownOfficer'; field: 'officer' }
  /** A038: a possibly exploited minor, and only enforcement to look at it. */
  | { refused: 'victimCheck'; field: 'victimCheck' }
  | { refused: 'feedbackFirst' }
  | { refused: 'routesOpen' }
  | { refused: 'decideFirst' }
  | { refused: 'stillConsultation' }
  /** Nothing can reach this reporter: anonymous, from before there were codes. */
  | { refused: 'unreachable' }
  | { refused: 'tooMuch' }
  /** AVG 18: it may only be looked at. */
  | { refused: 'frozen' }
  /** A partner (AVG 19) or the reporter must still be told, and after its end nobody knows whom. */
  | { refused: 'tellFirst' }

/** `ring`: the channel is back, and gets a doorbell for everything that is open. */
export type TendDeed = { do: 'tend'; ring: boolean }

/** `elsewhere`: a notice of another case names how many there are; else so many others are told with this one. */
export type RemindDeed = { do: 'remind'; to: OfficerId; others: number | 'elsewhere' }
