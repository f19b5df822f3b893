/**
 * One row per kind of effect: in which order it goes, how often it is tried, what an unknown outcome means, and what
 * becomes of it when it is given up. How it is sent stands in `bot/courier/senders.ts`. A new kind is a schema
 * (`effect.ts`), a row here and a sender there: leaving one out does not compile.
 */

import type { Way } from '../municipality/ways.ts'
import type { ReporterMessage } from '../signal/notices.ts'
import type { SignalRecord } from '../signal/record.ts'
import type { OfficerId } from '../words.ts'
import { feedbackComesBack } from './comesBack.ts'
import type { Effect, EffectOf, Kind, NewEffect } from './effect.ts'
import { mailsGivenUp } from './mails.ts'
import { sayNotArrived } from './notArrived.ts'
import type { Standing } from './result.ts'

type About = ReporterMessage['about']

/** What did not arrive, as the dossier names it: the cards have words for each. */
export type Undelivered =
  | { what: About | 'doorbell' | 'alarmCard' | 'alarmChannel' | 'invitation' | 'partnerMail' }
  | { what: 'officer' | 'alarm'; officer: OfficerId }

/**
 * How an effect is tried again: pauses in seconds that double from the first to the longest, and after so many attempts
 * it is given up.
 */
export type Retry = { attempts: number; firstPause: number; longestPause: number }
/** Never given up: until it was delivered, or there is nothing left to say. At most five minutes between two attempts. */
const FOR_EVER: Retry = { attempts: Number.POSITIVE_INFINITY, firstPause: 2, longestPause: 300 }
/** About two days. */
const TWO_DAYS: Retry = { attempts: 30, firstPause: 60, longestPause: 7_000 }
/** About four hours. */
export const FOUR_HOURS: Retry = { attempts: 18, firstPause: 2, longestPause: 1_800 }
const HALF_AN_HOUR: Retry = { ...FOUR_HOURS, attempts: 11 }

/**
 * What an unknown outcome means. `sends`: as often it may be sent without anybody knowing whether it arrived, before it
 * is shown instead; with 1 it is never sent again by itself, and a person decides. `pause`: at least so many seconds in
 * between, so that the other side has had time to recover.
 */
export type UnknownOutcome = { sends: number; pause: number }
/** What a person reads as a message is sent once more, saying that it may be a duplicate, and no further. */
const ONCE_MORE: UnknownOutcome = { sends: 2, pause: 45 }
/** A second one does less harm than none. */
const FOUR_TIMES: UnknownOutcome = { sends: 4, pause: 0 }
const SIX_TIMES: UnknownOutcome = { sends: 6, pause: 0 }
/** Somebody may be waiting for help: it goes on ringing, with longer pauses once it may have rung a few times. */
const UNTIL_IT_RINGS: UnknownOutcome = { sends: Number.POSITIVE_INFINITY, pause: 0 }
/** The same twice is the same. */
const HARMLESS: UnknownOutcome = { sends: Number.POSITIVE_INFINITY, pause: 0 }

/**
 * What becomes of it when it is given up. `dropped`: nobody is told, for something else says the same. `shown`: it stays
 * as a dead letter, and the officer reads so in the dossier and on the worklist; `counted`: it is also counted among
 * what somebody must do something about (`/readyz`).
 */
export type GivenUp = { is: 'dropped' } | { is: 'shown'; what: Undelivered; counted: boolean }
const DROPPED = (): GivenUp => ({ is: 'dropped' })
const shown = (what: Undelivered): GivenUp => ({ is: 'shown', what, counted: true })

/** What is known of one kind of effect. */
export type EffectKind<K extends Kind> = {
  /** Those it is for: it speaks their language, and when the account of a reporter is gone it is known by it. */
  to: 'reporter' | 'reportingPoint'
  /** Of one document those with the same key go one after the other, others at the same time. */
  orderingKey: (effect: EffectOf<K>) => string
  /**
   * Among those with the same key. `strict`: waits for what comes before it, and holds back what comes after it until it
   * arrived or was given up. `follows`: waits likewise, and holds nothing back. `free`: neither.
   */
  order: 'strict' | 'follows' | 'free'
  /** Somebody may be in danger: it waits for nothing else that goes out, and for no free place. */
  urgent?: true
  /** Nobody waits for it, and it holds up nothing: it is done once everything else of its document was attempted. */
  background?: true
  /** By which way it goes out; undefined: it is work of our own, and goes nowhere. */
  way: (effect: EffectOf<K>) => Way | undefined
  /** At most one with this name is pending in a document: it shows what is true when it goes out. */
  once?: (effect: NewEffect<K>) => string
  retry: Retry
  unknownOutcome: (effect: EffectOf<K>) => UnknownOutcome
  /** Would a second one be seen beside the first? What is changed in its place is not. */
  visibleTwice: (effect: EffectOf<K>, standing: Standing) => boolean
  /** Sent again with an unknown outcome, and arrived: what the dossier says the reporter may have twice. */
  possibleDuplicate?: (effect: EffectOf<K>) => About
  givenUp: (effect: EffectOf<K>) => GivenUp
  /** What else changes in the record once its effects were settled: `after` is the record without what is done. */
  settled?: (before: SignalRecord, after: SignalRecord) => SignalRecord
}

const KINDS: { readonly [K in Kind]: EffectKind<K> } = {
  doorbell: {
    to: 'reportingPoint',
    orderingKey: () => 'channel',
    way: () => 'channel',
    order: 'free',
    once: () => 'doorbell',
    retry: FOUR_HOURS,
    unknownOutcome: () => FOUR_TIMES,
    visibleTwice: (_, standing) => standing.what === 'signal' && standing.record.doorbell === undefined,
    givenUp: () => shown({ what: 'doorbell' }),
  },
  tellReporter: {
    to: 'reporter',
    way: () => 'chats',
    orderingKey: () => 'reporter',
    order: 'strict',
    retry: FOUR_HOURS,
    unknownOutcome: ({ message }) => (message.about === 'received' ? SIX_TIMES : ONCE_MORE),
    visibleTwice: ({ message }) => message.about !== 'received' || message.replaces === undefined,
    possibleDuplicate: ({ message }) => message.about,
    // That it is closed says nothing new after the feedback: when it does not arrive, nobody has to do anything.
    givenUp: ({ message }) => ({ ...shown({ what: message.about }), counted: message.about !== 'closed' }),
    settled: (before, after) => sayNotArrived(feedbackComesBack(before, after)),
  },
  // A nudge is only a nudge: the message itself says the same.
  nudgeReporter: {
    to: 'reporter',
    way: () => 'graph',
    orderingKey: () => 'reporter',
    order: 'follows',
    retry: HALF_AN_HOUR,
    unknownOutcome: () => ONCE_MORE,
    visibleTwice: () => true,
    givenUp: DROPPED,
  },
  tellOfficer: {
    to: 'reportingPoint',
    way: () => 'chats',
    orderingKey: ({ officer }) => officer,
    order: 'free',
    retry: FOUR_HOURS,
    unknownOutcome: () => FOUR_TIMES,
    visibleTwice: () => true,
    givenUp: ({ officer }) => shown({ what: 'officer', officer }),
  },
  // The same mail twice says the same, and its link is the same; that it may be there twice is said in it, and kept.
  mailPartner: {
    to: 'reportingPoint',
    way: () => 'graph',
    orderingKey: ({ route }) => `mail/${route}`,
    order: 'strict',
    once: ({ sent }) => sent,
    retry: FOUR_HOURS,
    unknownOutcome: () => ONCE_MORE,
    visibleTwice: () => true,
    givenUp: () => shown({ what: 'partnerMail' }),
    settled: mailsGivenUp,
  },
  alarm: {
    to: 'reportingPoint',
    orderingKey: ({ to }) => `alarm/${to}`,
    way: ({ to }) => (to === 'channel' ? 'channel' : 'chats'),
    order: 'free',
    urgent: true,
    once: ({ to, raised }) => (raised ? `raised/${to}` : to),
    retry: FOR_EVER,
    unknownOutcome: () => UNTIL_IT_RINGS,
    visibleTwice: () => true,
    givenUp: ({ to }) => shown(to === 'channel' ? { what: 'alarmChannel' } : { what: 'alarm', officer: to }),
  },
  mendAlarm: {
    to: 'reportingPoint',
    way: () => 'channel',
    orderingKey: ({ posted }) => `alarm/${posted.conversation}/${posted.activity}`,
    order: 'free',
    retry: FOUR_HOURS,
    unknownOutcome: () => HARMLESS,
    visibleTwice: () => false,
    givenUp: () => shown({ what: 'alarmCard' }),
  },
  // It disturbs nobody where it fails: the card that counts stands below it.
  retireBell: {
    to: 'reportingPoint',
    way: () => 'channel',
    orderingKey: ({ posted }) => `alarm/${posted.conversation}/${posted.activity}`,
    order: 'free',
    retry: TWO_DAYS,
    unknownOutcome: () => HARMLESS,
    visibleTwice: () => false,
    givenUp: DROPPED,
  },
  nudgeDraft: {
    to: 'reporter',
    way: () => 'chats',
    orderingKey: () => 'reporter',
    order: 'free',
    retry: HALF_AN_HOUR,
    unknownOutcome: () => ONCE_MORE,
    visibleTwice: () => true,
    givenUp: DROPPED,
  },
  // The calendar knows the same one again by its name: twice is once.
  inviteMeeting: {
    to: 'reportingPoint',
    way: () => 'graph',
    orderingKey: ({ meeting }) => `meeting/${meeting}`,
    order: 'strict',
    retry: FOUR_HOURS,
    unknownOutcome: () => HARMLESS,
    visibleTwice: () => false,
    givenUp: () => shown({ what: 'invitation' }),
  },
  // Whoever reported another signal of the case waits for it: it is never given up.
  carryAlong: {
    to: 'reportingPoint',
    way: () => undefined,
    orderingKey: ({ route }) => `along/${route}`,
    order: 'strict',
    retry: FOR_EVER,
    unknownOutcome: () => HARMLESS,
    visibleTwice: () => false,
    givenUp: DROPPED,
  },
  // The same twice is the same. It is given up by nothing but its end: until then the dossier says that it was not looked up.
  recognise: {
    to: 'reportingPoint',
    way: () => undefined,
    orderingKey: () => 'recognise',
    order: 'free',
    background: true,
    retry: FOR_EVER,
    unknownOutcome: () => HARMLESS,
    visibleTwice: () => false,
    givenUp: DROPPED,
  },
}

/** What is known of effects of this kind, whichever it is. */
export const kindOf = <K extends Kind>({ kind }: { kind: K }) => KINDS[kind]

/** Of one document those with the same key go one after the other, others at the same time. */
export const orderingKeyOf = <K extends Kind>(effect: EffectOf<K>): string =>
  KINDS[effect.kind].orderingKey(effect)

/** What an unknown outcome of this one means. */
export const unknownOutcomeOf = <K extends Kind>(effect: EffectOf<K>): UnknownOutcome =>
  KINDS[effect.kind].unknownOutcome(effect)

/** Would a second attempt be seen beside the first? What is changed in its place is not. */
export const isVisibleTwice = <K extends Kind>(effect: EffectOf<K>, standing: Standing): boolean =>
  KINDS[effect.kind].visibleTwice(effect, standing)

/** What the reporter may have twice, where this one was sent again with an unknown outcome. */
export const possibleDuplicateOf = <K extends Kind>(effect: EffectOf<K>): About | undefined =>
  KINDS[effect.kind].possibleDuplicate?.(effect)

/** What becomes of it when it is given up. */
export const givenUpAs = <K extends Kind>(effect: EffectOf<K>): GivenUp => KINDS[effect.kind].givenUp(effect)

/** Is it for the reporter? */
export const isToReporter = (effect: Effect): boolean => KINDS[effect.kind].to === 'reporter'

/** By which way it goes out, if it goes anywhere. */
export const wayOf = <K extends Kind>(effect: EffectOf<K>): Way | undefined => KINDS[effect.kind].way(effect)

/** May somebody be in danger, so that it waits for nothing? */
export const isUrgent = (effect: Effect): boolean => KINDS[effect.kind].urgent === true

/** Does nobody wait for it, so that it holds up nothing? */
export const isBackground = (effect: Effect): boolean => KINDS[effect.kind].background === true

/** The name under which at most one is pending in a document; undefined where there may be more. */
export const onceAs = <K extends Kind>(effect: NewEffect<K>): string | undefined => {
  const name = KINDS[effect.kind].once?.(effect)
  return name === undefined ? undefined : `${effect.kind}/${name}`
}

/** The record with all else that follows from effects that were settled in it. */
export const withConsequences = (before: SignalRecord, after: SignalRecord): SignalRecord =>
  Object.values(KINDS).reduce((record, { settled }) => settled?.(before, record) ?? record, after)
