/**
 * An effect: what must still be done outside the document that caused it. Saved in the same save as its cause, taken
 * out when it was delivered. What each kind means stands in one table (`kinds.ts`).
 */
import { z } from 'zod'
import { Hour, MOST_PARTICIPANTS } from '../cases/hours.ts'
import { Mail } from '../municipality/partner.ts'
import { Way } from '../municipality/ways.ts'
import { OfficerNotice, ReporterMessage } from '../signal/notices.ts'
import { OverdueNotice } from '../signal/overdueTypes.ts'
import { Day, Instant, OfficerId, SignalId } from '../words.ts'

/** A posted card, so that it can be updated later. */
export const Posted = z.object({ serviceUrl: z.string(), conversation: z.string(), activity: z.string() })
export type Posted = z.infer<typeof Posted>

/** A posted alarm, with when the words of danger were written that it is about; not there of one from before it was kept. */
export const AlarmCard = Posted.extend({ wroteAt: Instant.optional() })
export type AlarmCard = z.infer<typeof AlarmCard>

/** A doorbell in an officer's own chat. */
export const OwnBell = Posted.extend({ to: OfficerId })
export type OwnBell = z.infer<typeof OwnBell>

/** Why an effect was given up. `outcomeUnknown`: it may have arrived, nobody knows. */
export const DeadLetter = z.enum(['gone', 'refused', 'away', 'unreachable', 'outcomeUnknown'])
export type DeadLetter = z.infer<typeof DeadLetter>

/** What every effect has, whatever its kind. */
const pending = {
  id: z.uuid(),
  at: Instant,
  /** How often it was attempted. */
  attempts: z.number().int().min(0),
  /** Not before this. */
  notBefore: Instant.optional(),
  /** When that was planned: a clock that ran ahead is known by it. */
  plannedAt: Instant.optional(),
  /** The instance that is delivering it now, and until when no other does (`lease.ts`). */
  lease: z
    .object({
      by: z.string().min(1).max(120),
      until: Instant,
      /** When it was taken, in milliseconds by its holder's clock that never jumps: it says nothing to others. */
      taken: z.number().optional(),
    })
    .optional(),
  /** How often it was sent without anybody knowing whether it arrived. */
  outcomeUnknown: z.number().int().min(1).optional(),
  /** Given up, and why: not tried any more. Whoever is told of it, reads it from here. */
  deadLetter: DeadLetter.optional(),
  /** The way that did not work when it was tried last, and not this one thing: also what was given up is woken by it. */
  way: Way.optional(),
  /** It was woken after its outcome was unknown: once is enough, from here on a person decides. */
  woken: z.literal(true).optional(),
  /** Something it needs was answered with "not there" so many times, first at that moment: one such answer proves nothing. */
  missing: z.object({ since: Instant, times: z.number().int().min(1) }).optional(),
  /** An officer was told that it did not arrive. */
  told: z.literal(true).optional(),
  /** Its closed signal came back because it was given up, and its officer was told so. */
  cameBack: z.literal(true).optional(),
}

/** What must still be done outside the document. Saved with the change that caused it, taken out when delivered. */
export const Effect = z.discriminatedUnion('kind', [
  z.object({ ...pending, kind: z.literal('doorbell') }),
  z.object({ ...pending, kind: z.literal('tellReporter'), message: ReporterMessage }),
  z.object({ ...pending, kind: z.literal('nudgeReporter') }),
  z.object({
    ...pending,
    kind: z.literal('tellOfficer'),
    officer: OfficerId,
    notice: OfficerNotice,
    /** With `overdue`: which terms passed. */
    overdue: OverdueNotice.optional(),
  }),
  z.object({
    ...pending,
    kind: z.literal('alarm'),
    to: z.union([z.literal('channel'), OfficerId]),
    /** An officer raised it to acute: nobody wrote of danger just now. */
    raised: z.literal(true).optional(),
    /** When the words of danger were written, where that was before it was caused. */
    wroteAt: Instant.optional(),
  }),
  z.object({
    ...pending,
    kind: z.literal('mendAlarm'),
    posted: AlarmCard,
    state: z.enum(['writing', 'sent', 'takenBack', 'expired']),
  }),
  /** A doorbell that was posted anew: the older card says so, once it is there again. */
  z.object({ ...pending, kind: z.literal('retireBell'), posted: Posted }),
  /** A004, I.9: one reminder of a draft that is left. */
  z.object({ ...pending, kind: z.literal('nudgeDraft'), draft: SignalId }),
  /** I.10: a mail to a partner, with nothing of the content in it: which of what was sent on which route. */
  z.object({ ...pending, kind: z.literal('mailPartner'), route: z.uuid(), sent: z.uuid() }),
  /** A063: the index is brought in step with the signal, and the signal is looked up. Goes nowhere outside. */
  z.object({ ...pending, kind: z.literal('recognise') }),
  /** A103: what goes along with a route of this signal is brought in step with it. Goes nowhere outside. */
  z.object({ ...pending, kind: z.literal('carryAlong'), route: z.uuid() }),
  /** A095: an invitation to a case meeting, in the calendars of those at the table. Nothing in it says what it is about. */
  z.object({
    ...pending,
    kind: z.literal('inviteMeeting'),
    meeting: z.uuid(),
    day: Day,
    hour: Hour,
    to: z.array(Mail).max(MOST_PARTICIPANTS),
  }),
])
export type Effect = z.infer<typeof Effect>
export type Kind = Effect['kind']

/** Each kind of effect, by its kind. */
type ByKind = { [E in Effect as E['kind']]: E }
/** The effects of these kinds; of one kind, that one. */
export type EffectOf<K extends Kind = Kind> = { [P in K]: ByKind[P] & { kind: P } }[K]

/** An effect as it is caused: what is its own, without what every effect has. */
export type NewEffect<K extends Kind = Kind> = {
  [P in K]: Omit<ByKind[P], keyof typeof pending> & { kind: P }
}[K]

/** Makes a pending effect of it. `newId`: a fresh uuid. */
export const pendingEffect = (fresh: NewEffect, id: string, at: Instant): Effect => ({
  id,
  at,
  attempts: 0,
  ...fresh,
})
