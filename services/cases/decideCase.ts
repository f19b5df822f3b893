/**
 * A deed on a case decides on all of its signals at once: each of them by its own rules, and all of it is saved together, or
 * nothing (docs/decisions/cases.md). Pure.
 */
import type { Setting } from '../signal/change.ts'
import type { Command, OfficerDeed, Refusal } from '../signal/command.ts'
import { decide } from '../signal/decide.ts'
import { noReason } from '../signal/deeds/blank.ts'
import type { CaseDeedName } from '../signal/deeds/caseData.ts'
import { CASE_DEEDS } from '../signal/deeds/caseDefinitions.ts'
import type { SignalRecord } from '../signal/record.ts'
import { type CaseRecord, caseOfIn, type KeptCase, MOST_MEMBERS } from './case.ts'
import type { CaseId, CaseReference } from './caseOf.ts'
import { changeCase, intoOne, joined, ledBy, newCase, type OnCaseDeed, olderOf, todayIn } from './change.ts'

type Decide = Command & OfficerDeed<'decide'>
export type Link = Command & OfficerDeed<'link'>
type OnCase = Command & OnCaseDeed
/** What is done with a whole case. */
export type CaseCommand = Link | OnCase | (Decide & { ofCase: CaseId })

/** The deeds themselves. */
export type OfCase = OfficerDeed<CaseDeedName> | (OfficerDeed<'decide'> & { ofCase: CaseId })

/** Is it done with a whole case? Then `handleCase` does it. */
export function isOfCase(command: Command): command is CaseCommand
export function isOfCase(deed: OfficerDeed): deed is OfCase
export function isOfCase(it: Command | OfficerDeed): boolean {
  return isCaseDeed(it.do) || (it.do === 'decide' && it.ofCase !== undefined)
}

/** The names of the deeds on a case. */
export const isCaseDeed = (name: string): name is CaseDeedName => Object.hasOwn(CASE_DEEDS, name)

/** What becomes of it. `gone`: a case that is deleted; `kase` undefined: none is left. */
export type CaseDone = {
  kase: CaseRecord | undefined
  gone: readonly KeptCase[]
  records: readonly SignalRecord[]
}

/** What is decided on: the signal that it is done from, the other one, their cases, and every signal in those. */
export type Around = {
  door: SignalRecord
  other?: SignalRecord | undefined
  cases: readonly KeptCase[]
  /** Of both cases, the two signals too; each once. */
  records: readonly SignalRecord[]
  /** A name for a new case, where one may be made. */
  named: { id: CaseId; reference: CaseReference } | undefined
}

const raised = (kase: CaseRecord): CaseRecord => ({ ...kase, revision: kase.revision + 1 })

/** Numbers that say whether the signals of a case changed since they were seen. */
export const seenOf = (records: readonly SignalRecord[]): number =>
  records.reduce((sum, { revision }) => sum + revision, 0)

/** Decides one deed on a case. @returns the case and its signals as they become, or why not. */
export function decideCase(around: Around, command: CaseCommand, setting: Setting): CaseDone | Refusal {
  if (around.door.taken.includes(command.id)) return { refused: 'already' }
  if (command.actor.role !== 'officer') return { refused: 'notAllowed' }
  if (command.do === 'link') return decideLink(around, command, setting)
  const kept = around.cases.find(({ kase }) => kase.id === around.door.caseOf?.id)
  if (command.do === 'meet' && !kept && command.case === undefined) return meetAlone(around, command, setting)
  if (!kept) return { refused: 'stale' }
  const { kase } = kept
  const meant = command.do === 'decide' ? command.ofCase : command.case
  if (meant !== kase.id || command.caseSeen !== kase.revision) return { refused: 'stale' }
  if (command.do === 'decide') return decideAll(around, kase, command, setting)
  const changed = changeCase(kase, command.actor.id, command, setting, around.door.id)
  if ('refused' in changed) return changed
  const fresh = raised(changed)
  const records = eachOf(around, around.records, command, { ...setting, together: fresh })
  if ('refused' in records) return records
  return fresh.members.length === 0
    ? { kase: undefined, gone: [kept], records }
    : { kase: fresh, gone: [], records }
}

/** The deed on each of these signals; the first that refuses it is named. */
function eachOf(
  { door }: Around,
  records: readonly SignalRecord[],
  command: CaseCommand,
  setting: Setting,
): SignalRecord[] | Refusal {
  const { seen: _ofTheDoor, ...without } = command
  const changed: SignalRecord[] = []
  for (const record of records) {
    const decided = decide(record, record.id === door.id ? command : without, setting)
    if ('refused' in decided)
      return record.id === door.id
        ? decided
        : { refused: 'member', reference: record.reference, why: decided }
    if (decided.done === 'ended') throw new Error('A deed on a case ended a signal.')
    changed.push(decided.record)
  }
  return changed
}

/** A meeting about one signal: it gets a case of its own, in which others can come later. */
function meetAlone(
  around: Around,
  command: Command & OfficerDeed<'meet'>,
  setting: Setting,
): CaseDone | Refusal {
  const { door, named } = around
  if (command.actor.role !== 'officer') return { refused: 'notAllowed' }
  if (door.kind === 'consultation') return { refused: 'stillConsultation' }
  if (!named) return { refused: 'stale' }
  const { id, reason } = command
  const alone = newCase([door], named, { id, by: command.actor.id, reason, setting })
  const kase = changeCase(alone, command.actor.id, command, setting, door.id)
  if ('refused' in kase) return kase
  const records = eachOf(around, [door], command, { ...setting, together: kase })
  return 'refused' in records ? records : { kase, gone: [], records }
}

/** The same decision on everything that is open in it. */
function decideAll(
  around: Around,
  kase: CaseRecord,
  command: Decide & { ofCase: CaseId },
  setting: Setting,
): CaseDone | Refusal {
  if (command.membersSeen !== undefined && command.membersSeen !== seenOf(around.records))
    return { refused: 'stale' }
  if (command.actor.role !== 'officer') return { refused: 'notAllowed' }
  const open = around.records.filter(({ state }) => state !== 'closed')
  const { outcome, reason, lead, id } = command
  const line = { id, on: todayIn(setting), by: command.actor.id }
  const decision = { ...line, outcome, reason, lead, signals: open.length }
  const fresh = raised(
    ledBy({ ...kase, decisions: [...kase.decisions, decision] }, lead, command.actor.id, setting),
  )
  const decided = eachOf(around, open, command, { ...setting, together: fresh, beside: around.records })
  if ('refused' in decided) return decided
  // What each of them says of the case follows it, also of one that was closed before.
  const others = around.records.filter(({ state }) => state === 'closed')
  const records = [...decided, ...others].map((record) => {
    const caseOf = caseOfIn(fresh, record.id)
    return caseOf ? { ...record, caseOf } : record
  })
  return { kase: fresh, gone: [], records }
}

/** Two signals belong together: a new case, one that a signal comes into, or two cases that become one. */
function decideLink(around: Around, command: Link, setting: Setting): CaseDone | Refusal {
  const { door, other, cases, records, named } = around
  if (command.actor.role !== 'officer') return { refused: 'notAllowed' }
  if (!other) return { refused: 'target', why: 'unknown' }
  if (other.id === door.id) return { refused: 'target', why: 'same' }
  // Advice is asked in confidence, and ends without a trace when it was enough: it is in no case.
  if (door.kind === 'consultation') return { refused: 'stillConsultation' }
  if (other.kind === 'consultation') return { refused: 'target', why: 'consultation' }
  if (door.caseOf && door.caseOf.id === other.caseOf?.id) return { refused: 'already' }
  if (noReason(command.reason)) return { refused: 'needs', field: 'reason' }
  if (records.length > MOST_MEMBERS) return { refused: 'caseFull' }
  const joining = { id: command.id, by: command.actor.id, reason: command.reason, setting }
  const of = (record: SignalRecord) => cases.find(({ kase }) => kase.id === record.caseOf?.id)
  const [mine, theirs] = [of(door), of(other)]
  const { kase, gone } = together(mine, theirs)
  const changed = eachOf(around, records, command, { ...setting, together: kase })
  return 'refused' in changed ? changed : { kase, gone, records: changed }

  function together(a: KeptCase | undefined, b: KeptCase | undefined) {
    if (a && b) {
      const [older, younger] = olderOf(a, b)
      return { kase: raised(intoOne(older.kase, younger.kase, joining)), gone: [younger] }
    }
    if (a && other) return { kase: raised(joined(a.kase, other, joining)), gone: [] }
    if (b) return { kase: raised(joined(b.kase, door, joining)), gone: [] }
    if (!named) throw new Error('A joining has a name for a new case.')
    return { kase: newCase(other ? [door, other] : [door], named, joining), gone: [] }
  }
}
