/**
 * A case meeting (A095, casuïstiek in an MDO): why, which question, who takes part, on which ground, and what each of them
 * gets; what was discussed and decided. It holds which facts somebody gets and never what they say: that is read from the
 * signal when it is shown, and goes with it (I.9).
 */
import { z } from 'zod'
import type { Municipality } from '../municipality/municipality.ts'
import { dayOf } from '../municipality/workingTime.ts'
import { HelpOwner } from '../signal/help.ts'
import { ownerId } from '../signal/reading/helpOwners.ts'
import { isDecided } from '../signal/reading/standing.ts'
import type { SignalRecord } from '../signal/record.ts'
import { Written } from '../signal/words.ts'
import { Day, OfficerId, type Reference, SignalId } from '../words.ts'
import { Hour, MOST_PARTICIPANTS } from './hours.ts'

export { Hour, MOST_PARTICIPANTS }

/** As many facts as one of them is given: more is the whole file. */
export const MOST_GIVEN = 60
/** As many meetings as one case keeps. */
export const MOST_MEETINGS = 30

/** Which fact of which signal. */
export const Given = z.object({ signal: SignalId, fact: z.uuid() })
export type Given = z.infer<typeof Given>

export const Participant = z.object({
  who: HelpOwner,
  /** As whom: "teamleider wijkteam Noord". */
  role: z.string().max(160),
  /** On which ground this one may be given something (AVG 6), and why it holds where none is configured. */
  basis: z.string().max(400).optional(),
  basisReason: Written.optional(),
  gets: z.array(Given).max(MOST_GIVEN),
  /** Said afterwards. */
  came: z.boolean().optional(),
})
export type Participant = z.infer<typeof Participant>

export const Meeting = z.object({
  id: z.uuid(),
  /** Planned on this day, by this officer. */
  on: Day,
  by: OfficerId,
  day: Day,
  hour: Hour,
  why: Written,
  question: Written,
  participants: z.array(Participant).max(MOST_PARTICIPANTS),
  /** An invitation without content, for this day and hour; by which signal it goes out. */
  invited: z.object({ on: Day, by: OfficerId, day: Day, hour: Hour, signal: SignalId }).optional(),
  held: z.object({ on: Day, by: OfficerId, minutes: Written, decision: Written }).optional(),
  cancelled: z.object({ on: Day, by: OfficerId, reason: Written }).optional(),
})
export type Meeting = z.infer<typeof Meeting>

/** Planned, and neither held nor cancelled. */
export const isAhead = ({ held, cancelled }: Meeting): boolean => !held && !cancelled

/** The one that comes first; undefined: none is planned. */
export const nextMeeting = (meetings?: readonly Meeting[]): Meeting | undefined =>
  inOrder(meetings).find(isAhead)

/** By day and hour. */
export const inOrder = (meetings: readonly Meeting[] = []): Meeting[] =>
  [...meetings].sort((a, b) => (`${a.day} ${a.hour}` < `${b.day} ${b.hour}` ? -1 : 1))

/** The one of this name; undefined: it takes no part. */
export const participantOf = ({ participants }: Meeting, id: string): Participant | undefined =>
  participants.find(({ who }) => ownerId(who) === id)

/** Was it moved after the invitation went out? Then people have another day in their calendars. */
export const isInvitedOtherwise = ({ invited, day, hour }: Meeting): boolean =>
  invited !== undefined && (invited.day !== day || invited.hour !== hour)

/** A clock that runs on whatever becomes of a meeting: by when it must be decided on, and whether the meeting is too late for it. */
export type ClockBeside = { reference: Reference; by: Day; tooLate: boolean; urgent: boolean }

/** The clocks of what is not decided on (A058): a meeting holds nothing up. */
export const clocksBeside = (
  { day }: Meeting,
  records: readonly SignalRecord[],
  municipality: Pick<Municipality, 'zone' | 'officeHours'>,
): ClockBeside[] =>
  records
    .filter((record) => !isDecided(record) && record.state !== 'closed')
    .map(({ reference, urgency, due }) => {
      const by = dayOf(due.decide, municipality)
      return { reference, by, tooLate: day > by, urgent: urgency === 'acute' || urgency === 'high' }
    })
