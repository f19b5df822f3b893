/** What a deed does to the case itself. Pure; what it does to its signals stands in their own definitions. */
import { addWorkingDays, dayOf } from '../municipality/workingTime.ts'
import type { Setting } from '../signal/change.ts'
import type { OfficerDeed, Refusal } from '../signal/command.ts'
import { noReason } from '../signal/deeds/blank.ts'
import type { CaseDeedName } from '../signal/deeds/caseData.ts'
import type { HelpOwner } from '../signal/help.ts'
import { ownersOf } from '../signal/reading/helpOwners.ts'
import type { SignalRecord } from '../signal/record.ts'
import { type Day, type OfficerId, OfficerId as OfficerIdSchema, type SignalId } from '../words.ts'
import { type CaseRecord, holdsWork, type KeptCase, type Left, leadOf, MOST_LINES } from './case.ts'
import type { CaseId, CaseReference } from './caseOf.ts'
import { changeMeeting, isMeetingDeed } from './changeMeeting.ts'

/** Every deed on a case that is there already. */
export type OnCaseDeed = OfficerDeed<Exclude<CaseDeedName, 'link'>>

export const todayIn = ({ now, municipality }: Setting): Day => dayOf(now, municipality)

/** What every line of a case carries. `id`: that of the command, so that the same one again is one line. */
const line = (id: string, by: OfficerId, setting: Setting) => ({ id, on: todayIn(setting), by })

/** How far ahead something can be planned. */
const MOST_PLAN_WORKING_DAYS = 130

/** The case as the deed makes it, or why not. */
export function changeCase(
  kase: CaseRecord,
  by: OfficerId,
  deed: OnCaseDeed & { id: string },
  setting: Setting,
  door: SignalId,
): CaseRecord | Refusal {
  if (isMeetingDeed(deed)) return changeMeeting(kase, by, deed, setting, door)
  switch (deed.do) {
    case 'unlink': {
      if (!kase.members.some(({ signal }) => signal === deed.member))
        return { refused: 'needs', field: 'member' }
      if (noReason(deed.reason)) return { refused: 'needs', field: 'reason' }
      // With its last signal goes the case, and what was written in it would be lost without anybody saying so.
      if (kase.members.length === 1 && holdsWork(kase)) return { refused: 'lastOfCase' }
      const link = kase.members.find(({ signal }) => signal === deed.member)?.link
      const out = takenOut(
        kase,
        { on: todayIn(setting), how: 'takenOut', by },
        ({ signal }) => signal === deed.member,
      )
      // Why they belonged together said something of the one that is taken out.
      const members = out.members.map((member) => (member.link === link ? { ...member, reason: '' } : member))
      return { ...out, members }
    }
    case 'caseLead': {
      const { municipality } = setting
      const accountable = OfficerIdSchema.safeParse(deed.accountable)
      const officer = municipality.officers.find(({ id }) => id === accountable.data)
      if (deed.accountable !== undefined && !officer) return { refused: 'unknownOfficer', field: 'officer' }
      const chosen = ownersOf(municipality).find(({ id }) => id === deed.lead)
      if (!chosen) return { refused: 'needs', field: 'lead' }
      return { ...withLead(kase, chosen.owner, by, setting), accountable: officer?.id ?? kase.accountable }
    }
    case 'weighCase': {
      if (!deed.weighed) return { refused: 'needs', field: 'weighed' }
      if (noReason(deed.reason)) return { refused: 'needs', field: 'reason' }
      if (kase.weighings.length >= MOST_LINES) return { refused: 'tooMuch' }
      const { weighed: answer, reason } = deed
      const signals = kase.members.length
      const fresh = { ...line(deed.id, by, setting), answer, reason, signals }
      return { ...kase, weighings: [...kase.weighings, fresh] }
    }
    case 'suppose': {
      if (deed.text.trim() === '') return { refused: 'needs', field: 'text' }
      if (kase.hypotheses.length >= MOST_LINES) return { refused: 'tooMuch' }
      return { ...kase, hypotheses: [...kase.hypotheses, { ...line(deed.id, by, setting), text: deed.text }] }
    }
    case 'endSupposing': {
      const meant = kase.hypotheses.find(({ id, ended }) => id === deed.hypothesis && !ended)
      if (!meant) return { refused: 'needs', field: 'hypothesis' }
      if (noReason(deed.reason)) return { refused: 'needs', field: 'reason' }
      const ended = { on: todayIn(setting), by, reason: deed.reason }
      return {
        ...kase,
        hypotheses: kase.hypotheses.map((each) => (each === meant ? { ...each, ended } : each)),
      }
    }
    case 'plan': {
      const chosen = ownersOf(setting.municipality).find(({ id }) => id === deed.owner)
      if (deed.text.trim() === '') return { refused: 'needs', field: 'text' }
      if (!chosen) return { refused: 'needs', field: 'helpOwner' }
      if (!deed.until) return { refused: 'needs', field: 'until' }
      const today = todayIn(setting)
      if (deed.until < today || deed.until > addWorkingDays(today, MOST_PLAN_WORKING_DAYS))
        return { refused: 'needs', field: 'until' }
      if (kase.milestones.length >= MOST_LINES) return { refused: 'tooMuch' }
      const { text, until, meeting } = deed
      const agreed = kase.meetings?.some(({ id }) => id === meeting) ? { meeting } : {}
      const fresh = { ...line(deed.id, by, setting), text, owner: chosen.owner, until, ...agreed }
      return { ...kase, milestones: [...kase.milestones, fresh] }
    }
    case 'movePlan': {
      const meant = kase.milestones.find(({ id, done }) => id === deed.milestone && !done)
      if (!meant) return { refused: 'notNow' }
      if (noReason(deed.reason)) return { refused: 'needs', field: 'reason' }
      const today = todayIn(setting)
      const { until } = deed
      if (!until || until < today || until > addWorkingDays(today, MOST_PLAN_WORKING_DAYS))
        return { refused: 'needs', field: 'until' }
      if (until === meant.until) return { refused: 'already' }
      const { moved = [] } = meant
      if (moved.length >= MOST_LINES) return { refused: 'tooMuch' }
      const was = { on: today, by, from: meant.until, reason: deed.reason }
      return {
        ...kase,
        milestones: kase.milestones.map((each) =>
          each === meant ? { ...each, until, moved: [...moved, was] } : each,
        ),
      }
    }
    case 'planDone': {
      const meant = kase.milestones.find(({ id, done }) => id === deed.milestone && !done)
      if (!meant) return { refused: 'notNow' }
      const done = { on: todayIn(setting), by }
      return {
        ...kase,
        milestones: kase.milestones.map((each) => (each === meant ? { ...each, done } : each)),
      }
    }
    case 'tellFits':
      return deed.signals.some((id) => kase.members.some(({ signal }) => signal === id))
        ? kase
        : { refused: 'needs', field: 'signals' }
    default:
      return deed satisfies never
  }
}

/** Without these signals; a line says that something was here. */
export function takenOut(
  kase: CaseRecord,
  left: Left,
  which: (member: CaseRecord['members'][number]) => boolean,
): CaseRecord {
  return {
    ...kase,
    members: kase.members.filter((member) => !which(member)),
    left: [...kase.left, left].slice(-MOST_LINES),
  }
}

type Joining = { id: string; by: OfficerId; reason: string; setting: Setting }

const memberOf = ({ id, reference }: SignalRecord, { by, reason, setting, id: link }: Joining) => ({
  signal: id,
  reference,
  on: todayIn(setting),
  by,
  reason,
  link,
})

function withLead(kase: CaseRecord, owner: HelpOwner, by: OfficerId, setting: Setting): CaseRecord {
  if (JSON.stringify(leadOf(kase)?.lead) === JSON.stringify(owner)) return kase
  const lead = { on: todayIn(setting), by, lead: owner }
  return { ...kase, leads: [...kase.leads, lead].slice(-MOST_LINES) }
}

/** A decision on the case names who has the lead (A076): from then on somebody has, where it is one of ours. */
export function ledBy(kase: CaseRecord, team: string, by: OfficerId, setting: Setting): CaseRecord {
  const ours = setting.municipality.leads.includes(team)
  return ours ? withLead(kase, { who: 'team', team }, by, setting) : kase
}

/** A new case of two signals. The lead is the one of the decision that was made already, where that is one of ours. */
export function newCase(
  records: readonly SignalRecord[],
  named: { id: CaseId; reference: CaseReference },
  joining: Joining,
): CaseRecord {
  const { setting, by } = joining
  const on = todayIn(setting)
  const oldest = [...records].sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))
  const teams = setting.municipality.leads
  const decided = oldest.flatMap(({ decisions }) => decisions.at(-1)?.lead ?? [])
  const team = decided.find((lead) => teams.includes(lead))
  return {
    schema: 1,
    municipality: setting.municipality.id,
    ...named,
    revision: 1,
    on,
    by,
    members: oldest.map((record) => memberOf(record, joining)),
    left: [],
    accountable: oldest[0]?.accountable ?? by,
    leads: team === undefined ? [] : [{ on, by, lead: { who: 'team', team } }],
    weighings: [],
    hypotheses: [],
    milestones: [],
    decisions: [],
  }
}

/** A signal comes into a case. */
export const joined = (kase: CaseRecord, record: SignalRecord, joining: Joining): CaseRecord => ({
  ...kase,
  members: [...kase.members, memberOf(record, joining)],
})

/** Which of two cases is the older: the other goes into it. */
export const olderOf = (a: KeptCase, b: KeptCase): [KeptCase, KeptCase] =>
  numberOf(a.kase) <= numberOf(b.kase) ? [a, b] : [b, a]

/** The year, then the number. */
function numberOf({ reference }: CaseRecord): number {
  const [, year, number] = reference.split('-')
  return Number(year) * 1_000_000_000 + Number(number)
}

/** The younger case goes into the older: its signals, and all that was written in it. Nothing of it is lost. */
export function intoOne(older: CaseRecord, younger: CaseRecord, joining: Joining): CaseRecord {
  const on = todayIn(joining.setting)
  const latest = <T extends { on: Day }>(a: readonly T[], b: readonly T[]): T[] =>
    [...a, ...b].sort((x, y) => (x.on < y.on ? -1 : x.on > y.on ? 1 : 0)).slice(-MOST_LINES * 2)
  return {
    ...older,
    members: [...older.members, ...younger.members],
    left: [...older.left, ...younger.left, { on, how: 'joined' as const, by: joining.by }].slice(-MOST_LINES),
    leads: older.leads.length > 0 ? older.leads : younger.leads,
    weighings: latest(older.weighings, younger.weighings),
    hypotheses: latest(older.hypotheses, younger.hypotheses),
    milestones: latest(older.milestones, younger.milestones),
    decisions: latest(older.decisions, younger.decisions),
    ...(older.meetings || younger.meetings
      ? { meetings: latest(older.meetings ?? [], younger.meetings ?? []) }
      : {}),
  }
}
