/** What a deed on a case meeting does to its case (A095, A107). Pure; what it does to the signals stands in their definitions. */
import { partnerOf } from '../municipality/municipality.ts'
import { addWorkingDays, dayOf } from '../municipality/workingTime.ts'
import type { Setting } from '../signal/change.ts'
import type { OfficerDeed, Refusal } from '../signal/command.ts'
import { noReason } from '../signal/deeds/blank.ts'
import { BASES } from '../signal/purposes.ts'
import { ownerId, ownersOf } from '../signal/reading/helpOwners.ts'
import type { Day, OfficerId, SignalId } from '../words.ts'
import type { CaseRecord } from './case.ts'
import { isAhead, type Meeting, MOST_MEETINGS, MOST_PARTICIPANTS, type Participant } from './meeting.ts'

export const MEETING_DEEDS = ['meet', 'slice', 'invite', 'meetingHeld', 'cancelMeeting'] as const
export type MeetingDeedName = (typeof MEETING_DEEDS)[number]
export type MeetingDeed = OfficerDeed<MeetingDeedName>

/** How far ahead a meeting can be planned. */
const MOST_AHEAD_WORKING_DAYS = 65

const isBlank = (text: string): boolean => text.trim() === ''

/** The ground that is configured for this one; what is of the municipality itself has none of its own. */
function configuredBasis({ municipality }: Setting, { who }: Participant): string | undefined {
  if (who.who !== 'partner') return undefined
  return partnerOf(municipality, who.partner)?.basis?.[municipality.language]
}

/** Whom it is, as it stands in the settings now: their role is proposed, and can be changed. */
function newParticipant(setting: Setting, id: string): Participant | undefined {
  const who = ownersOf(setting.municipality).find((choice) => choice.id === id)?.owner
  if (!who) return undefined
  const partner = who.who === 'partner' ? partnerOf(setting.municipality, who.partner) : undefined
  const [contact] = partner?.contacts ?? []
  const basis = partner?.basis?.[setting.municipality.language]
  return { who, role: contact?.role ?? '', gets: [], ...(basis === undefined ? {} : { basis }) }
}

type Done = CaseRecord | Refusal

/** The meeting that is meant, while it is still ahead. */
function ahead(kase: CaseRecord, id: string | undefined): Meeting | undefined {
  return kase.meetings?.find((meeting) => meeting.id === id && isAhead(meeting))
}

function put(kase: CaseRecord, old: Meeting, fresh: Meeting): CaseRecord {
  return { ...kase, meetings: (kase.meetings ?? []).map((each) => (each === old ? fresh : each)) }
}

/** A meeting is planned, or another day, question or table is chosen for one. What each gets stays for whoever stays. */
function meet(
  kase: CaseRecord,
  by: OfficerId,
  deed: OfficerDeed<'meet'> & { id: string },
  it: Setting,
): Done {
  const today = dayOf(it.now, it.municipality)
  if (noReason(deed.reason)) return { refused: 'needs', field: 'reason' }
  if (isBlank(deed.text)) return { refused: 'needs', field: 'question' }
  const { day, hour } = deed
  if (!day || day < today || day > addWorkingDays(today, MOST_AHEAD_WORKING_DAYS))
    return { refused: 'needs', field: 'day' }
  if (!hour) return { refused: 'needs', field: 'hour' }
  const old = deed.meeting === undefined ? undefined : ahead(kase, deed.meeting)
  if (deed.meeting !== undefined && !old) return { refused: 'notNow' }
  const wanted = [...new Set(deed.who)]
  if (wanted.length === 0 || wanted.length > MOST_PARTICIPANTS)
    return { refused: 'needs', field: 'participants' }
  const participants = wanted.flatMap((id) => {
    const known = old?.participants.find(({ who }) => ownerId(who) === id)
    return known ?? newParticipant(it, id) ?? []
  })
  if (participants.length < wanted.length) return { refused: 'needs', field: 'participants' }
  const said = { day, hour, why: deed.reason, question: deed.text, participants }
  if (old) return put(kase, old, { ...old, ...said })
  const meetings = kase.meetings ?? []
  if (meetings.length >= MOST_MEETINGS) return { refused: 'tooMuch' }
  return { ...kase, meetings: [...meetings, { id: deed.id, on: today, by, ...said }] }
}

/** As whom somebody takes part, on which ground, and which facts this one is given: nothing by itself (A095). */
function slice(kase: CaseRecord, deed: OfficerDeed<'slice'>, setting: Setting): Done {
  const old = ahead(kase, deed.meeting)
  const participant = old?.participants.find(({ who }) => ownerId(who) === deed.participant)
  if (!old || !participant) return { refused: 'notNow' }
  if (isBlank(deed.role)) return { refused: 'needs', field: 'role' }
  const gets = deed.gets.flatMap((pair) => {
    const [signal, fact] = pair.split('/')
    const member = kase.members.find((each) => each.signal === signal)
    return member && fact ? [{ signal: member.signal, fact }] : []
  })
  const configured = configuredBasis(setting, participant)
  // An officer of the reporting point has it already, and needs no ground of another.
  const needsBasis = gets.length > 0 && participant.who.who !== 'officer' && configured === undefined
  if (needsBasis && !deed.basis) return { refused: 'needs', field: 'basis' }
  if (needsBasis && noReason(deed.reason)) return { refused: 'needs', field: 'reason' }
  const { basis: _basis, basisReason: _reason, ...rest } = participant
  const basis = configured ?? (deed.basis ? BASES[deed.basis] : undefined)
  const fresh: Participant = {
    ...rest,
    role: deed.role.trim(),
    gets,
    ...(basis === undefined ? {} : { basis }),
    ...(configured === undefined && !isBlank(deed.reason) ? { basisReason: deed.reason } : {}),
  }
  return put(kase, old, {
    ...old,
    participants: old.participants.map((each) => (each === participant ? fresh : each)),
  })
}

/** Does a partner get something of one of these signals, so that a decision must stand before it (C5)? */
export const isGivenOf = (meeting: Meeting, signal: SignalId, came: readonly string[]): boolean =>
  meeting.participants.some(
    ({ who, gets }) =>
      who.who === 'partner' && came.includes(ownerId(who)) && gets.some((given) => given.signal === signal),
  )

/** What was discussed and decided, and who was there. */
function held(kase: CaseRecord, by: OfficerId, deed: OfficerDeed<'meetingHeld'>, setting: Setting): Done {
  const today = dayOf(setting.now, setting.municipality)
  const old = ahead(kase, deed.meeting)
  if (!old) return { refused: 'notNow' }
  if (old.day > today) return { refused: 'meetingAhead' }
  if (deed.came.length === 0) return { refused: 'needs', field: 'participants' }
  if (isBlank(deed.text)) return { refused: 'needs', field: 'minutes' }
  if (isBlank(deed.decision)) return { refused: 'needs', field: 'decision' }
  return put(kase, old, {
    ...old,
    participants: old.participants.map((each) => ({ ...each, came: deed.came.includes(ownerId(each.who)) })),
    held: { on: today, by, minutes: deed.text, decision: deed.decision },
  })
}

/** The case as a deed on one of its meetings makes it, or why not. */
export function changeMeeting(
  kase: CaseRecord,
  by: OfficerId,
  deed: MeetingDeed & { id: string },
  setting: Setting,
  door: SignalId,
): Done {
  const on: Day = dayOf(setting.now, setting.municipality)
  switch (deed.do) {
    case 'meet':
      return meet(kase, by, deed, setting)
    case 'slice':
      return slice(kase, deed, setting)
    case 'invite': {
      const old = ahead(kase, deed.meeting)
      // It is sent from the mailbox of the reporting point, and says nothing of the case.
      if (!old) return { refused: 'notNow' }
      if (!setting.municipality.mailbox) return { refused: 'noMailbox' }
      if (old.invited && old.invited.day === old.day && old.invited.hour === old.hour)
        return { refused: 'already' }
      const { day, hour } = old
      return put(kase, old, { ...old, invited: { on, by, day, hour, signal: door } })
    }
    case 'meetingHeld':
      return held(kase, by, deed, setting)
    case 'cancelMeeting': {
      const old = ahead(kase, deed.meeting)
      if (!old) return { refused: 'notNow' }
      if (noReason(deed.reason)) return { refused: 'needs', field: 'reason' }
      return put(kase, old, { ...old, cancelled: { on, by, reason: deed.reason } })
    }
    default:
      return deed satisfies never
  }
}

export const isMeetingDeed = (deed: { do: string }): deed is MeetingDeed =>
  MEETING_DEEDS.some((name) => name === deed.do)
