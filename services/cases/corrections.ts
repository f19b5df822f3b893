/**
 * What is put right in one signal of a case is told to whoever answers for the case, where another of its signals was handed
 * over since: what was said there may have rested on it (AVG 16, 19). On the timeline it shows by itself, for that is read
 * from the signals each time.
 */
import { dayOf } from '../municipality/workingTime.ts'
import { type Change, cause, type Setting } from '../signal/change.ts'
import { SignalRecord } from '../signal/record.ts'
import type { Actor } from '../signal/words.ts'
import type { Store } from '../store/port.ts'
import type { OfficerId } from '../words.ts'
import { CaseRecord, leadOf } from './case.ts'

type Facts = Pick<SignalRecord, 'facts'>

/** Did this change refute a fact, correct one, or take one out that had been looked at? */
export function putsRight({ facts: before = [] }: Facts, { facts: after = [] }: Facts): boolean {
  return before.some((old) => {
    const now = after.find(({ id }) => id === old.id)
    if (old.standing === 'refuted') return false
    if (!now) return old.standing === 'confirmed'
    return now.standing === 'refuted' || JSON.stringify(now.details) !== JSON.stringify(old.details)
  })
}

/** The officers of this case who are to be told: who answers for it, and the lead where that is one of them. */
function officersOf(kase: CaseRecord): OfficerId[] {
  const lead = leadOf(kase)?.lead
  return [...new Set([kase.accountable, ...(lead?.who === 'officer' ? [lead.officer] : [])])]
}

/** Was this one handed over on or after the day on which both were in the case? */
function handedOverSince(
  kase: CaseRecord,
  record: SignalRecord,
  other: SignalRecord,
  { municipality }: Setting,
) {
  const [one, two] = [record, other].map(({ id }) => kase.members.find(({ signal }) => signal === id)?.on)
  if (!one || !two) return false
  const since = one > two ? one : two
  return other.routes.some(({ handedOverAt: at }) => at !== undefined && dayOf(at, municipality) >= since)
}

/**
 * The changed record, with a notice to the officers of its case where there is reason to. Reads nothing where no fact was
 * put right. @throws StoreUnavailable
 */
export async function withCaseNews(
  store: Store,
  before: SignalRecord,
  after: SignalRecord,
  setting: Setting,
  actor: Actor,
): Promise<SignalRecord> {
  const { caseOf, municipality } = after
  if (!caseOf || before.facts === after.facts || !putsRight(before, after)) return after
  const kept = await store.read({ municipality, kind: 'case', id: caseOf.id })
  const kase = CaseRecord.safeParse(kept?.document.body)
  if (!kase.success) return after
  const ids = kase.data.members.flatMap(({ signal }) => (signal === after.id ? [] : [signal]))
  const read = await Promise.all(ids.map((id) => store.read({ municipality, kind: 'signal', id })))
  const others = read.flatMap((each) => SignalRecord.safeParse(each?.document.body).data ?? [])
  if (!others.some((other) => handedOverSince(kase.data, after, other, setting))) return after
  const change: Change = { record: after, setting, actor }
  for (const officer of officersOf(kase.data))
    cause(change, { kind: 'tellOfficer', officer, notice: 'caseCorrected' })
  return change.record
}
