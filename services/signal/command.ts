/** What can be asked of a signal, and how it can be refused. Both are values: a refusal is a normal answer. */

import type { Attachment } from '../files/attachment.ts'
import type { Entered, SentFrom } from '../intake/entered.ts'
import type { AlarmCard } from '../outbox/effect.ts'
import type { CodeId, Language, MunicipalityId, OfficerId, Reference, SignalId, VaultKey } from '../words.ts'
import type { AlongDeed } from './deeds/alongCommand.ts'
import type { OfficerDeed, ReporterDeed } from './deeds/data.ts'
import type { KnownDeed } from './deeds/knownCommand.ts'
import type { OutsideDeed } from './deeds/outsideCommand.ts'
import type { Danger, Form, StoryPart } from './record.ts'
import type { SystemDeed } from './rights/command.ts'
import type { Actor, Certainty, Degree, Kind, Urgency } from './words.ts'

export type {
  OfficerDeed,
  OfficerDeedName,
  PlannedRoute,
  Rang,
  ReporterDeed,
  ReporterDeedName,
} from './deeds/data.ts'

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
  /** An officer entered it for somebody, whose name is sealed under `callerKey`. */
  entered?: Entered | undefined
  callerKey?: VaultKey | undefined
  sentFrom?: SentFrom | undefined
  /** Third degree: where its code is kept. */
  code?: CodeId | undefined
  certainty: Certainty
  urgency: Urgency
  danger: Danger | undefined
  story: StoryPart[]
  form: Form | undefined
  attachmentsRefused: number
  attachments?: Attachment[] | undefined
  /** In which language it was written, where the bot does not speak it. */
  writtenIn?: string | undefined
  /** Alarm cards that went out while this was still a draft. */
  alarms: AlarmCard[]
  /** Whom it must ring; when not given, everybody if no alarm went out. */
  unrung?: ('channel' | OfficerId)[] | undefined
  /** The draft's card, which the receipt replaces. */
  replaces: string | undefined
}

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
  | KnownDeed
  | OutsideDeed
  | AlongDeed
)

/** A field of a dialog, to show the error at. */
export type FieldName =
  | 'text'
  | 'reason'
  | 'lead'
  | 'routes'
  | 'answerBy'
  | 'monitorUntil'
  | 'watchUntil'
  | 'tellWhy'
  | 'victimCheck'
  | 'officer'
  | 'safeReason'
  | 'passage'
  | 'until'
  | 'minor'
  | 'helpOwner'
  | 'helpBy'
  | 'basis'
  | 'reached'
  | 'passedTo'
  | 'again'
  | 'escalated'
  | 'hearBy'
  | 'member'
  | 'weighed'
  | 'hypothesis'
  | 'signals'
  | 'question'
  | 'day'
  | 'hour'
  | 'participants'
  | 'role'
  | 'minutes'
  | 'decision'
  | DecisionField
  | 'spokeWith'
  | 'file'
  | FactField

/** Fields of the guards of a decision, and of what is done to see more. */
export type DecisionField =
  | 'agree'
  | 'agreeUntil'
  | 'agreeWith'
  | 'consent'
  | 'consentText'
  | 'supervisionWhy'
  | 'inform'
  | 'informUntil'
  | 'informWhy'
  | 'deviationWhy'
  | 'insightQuestion'
  | 'insightTo'
  | 'insightUntil'
  | 'whom'
  | 'asked'
  | 'contact'

/** Fields of the forms of facts. */
export type FactField =
  | 'kind'
  | 'name'
  | 'birth'
  | 'age'
  | 'described'
  | 'kvk'
  | 'street'
  | 'number'
  | 'addition'
  | 'postcode'
  | 'city'
  | 'plate'
  | 'telephone'
  | 'account'
  | 'mail'
  | 'time'
  | 'kinds'
  | 'weighing'
  | 'helpers'
  | 'needed'
  | 'source'
  | 'on'
  | 'purpose'
  | 'found'

/** Those in which something can stand that is no such thing. */
export type CheckedField = Exclude<
  FactField,
  'kind' | 'kinds' | 'weighing' | 'helpers' | 'needed' | 'source' | 'on' | 'purpose' | 'found'
>

/** Why words cannot be moved to a signal: there is none, it is this one, it is over, frozen, full, or not for this officer. */
export type WhyNotThere = 'unknown' | 'same' | 'closed' | 'frozen' | 'full' | 'notYours' | 'consultation'

export type Refusal =
  /** Somebody else was first: the current record is the answer. */
  | { refused: 'stale' }
  | { refused: 'closed' }
  | { refused: 'notNow' }
  | { refused: 'notAllowed' }
  /** A name: for the officer and the person on duty only. */
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
  /** A099: help for a possible victim is still to be arranged. */
  | { refused: 'helpOpen' }
  /** A091: a question that was set out has no end yet. */
  | { refused: 'insightOpen' }
  /** C3: a visit can warn people, and it was not agreed yet. */
  | { refused: 'agreeFirst' }
  /** A088: names of the facts stand in what should have none. */
  | { refused: 'namesIn' }
  /** A109: it was asked in vain on fewer days than it takes to end without an answer, or `who` was not asked yet. */
  | { refused: 'askAgain'; least: number; who?: string }
  /** I.14: words of a partner whose answers are sealed came in the open: they are noted on the page of that route. */
  | { refused: 'sealFirst' }
  /** A038: it is said that there is a minor; a decision does not take that back, changing it does. */
  | { refused: 'minorYes' }
  /** A038: since it was decided it is said that somebody is younger than eighteen: decide anew. */
  | { refused: 'minorSince' }
  /** The signal to which words should go cannot take them. */
  | { refused: 'target'; why: WhyNotThere }
  | { refused: 'decideFirst' }
  | { refused: 'stillConsultation' }
  /** Nothing can reach this reporter: anonymous, from before there were codes. */
  | { refused: 'unreachable' }
  | { refused: 'tooMuch' }
  /** AVG 18: it may only be looked at. */
  | { refused: 'frozen' }
  /** What was typed can be no such thing: a postcode, a plate, a day. */
  | { refused: 'invalid'; field: CheckedField }
  /** One signal holds no more of these. */
  | { refused: 'tooMany'; most: number }
  /** A source that stays closed until the municipality's jurist opens it. */
  | { refused: 'sourceClosed' }
  /** A partner (AVG 19) or the reporter must still be told, and after its end nobody knows whom. */
  | { refused: 'tellFirst' }
  /** Another signal of the case does not take it: nothing was done on any of them. */
  | { refused: 'member'; reference: Reference; why: Refusal }
  /**
   * C6: what was written for a partner may not go as it is. `betrays`: words in it may say who reported, and that was not
   * looked at. `changed`: a fact in it was put right since.
   */
  | {
      refused: 'handOver'
      why: 'bsn' | 'story' | 'betrays' | 'changed' | 'empty' | 'tooLong' | 'way' | 'contact' | 'tooOften'
    }
  /** A case takes no more signals. */
  | { refused: 'caseFull' }
  /** With its last signal the case would go, and with it what was written in it. */
  | { refused: 'lastOfCase' }
  /** The day of a case meeting is not there yet. */
  | { refused: 'meetingAhead' }
  /** A partner would get something of a signal on which nothing was decided (C5). */
  | { refused: 'undecided' }
  /** The reporting point has no mailbox: nothing can be sent from it. */
  | { refused: 'noMailbox' }

/** `ring`: the channel is back, and gets a doorbell for everything that is open. */
export type TendDeed = { do: 'tend'; ring: boolean }

/**
 * `elsewhere`: a notice of another case names how many there are; else it is how many others this one tells of as well.
 */
export type RemindDeed = { do: 'remind'; to: OfficerId; others: number | 'elsewhere' }
