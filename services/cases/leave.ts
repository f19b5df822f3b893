/**
 * A signal that is destroyed leaves its case whole, in the same save (I.9): the case keeps only that something was here.
 * With the last of them goes the case. What was written in the case goes too where it names what was known from that
 * signal alone.
 */

import type { Municipality } from '../municipality/municipality.ts'
import { dayOf } from '../municipality/workingTime.ts'
import { normalForm } from '../privacy/flatten.ts'
import { SignalRecord } from '../signal/record.ts'
import type { Op, Store, Versioned } from '../store/port.ts'
import type { Instant, SignalId } from '../words.ts'
import { type CaseId, CaseRecord, caseOfIn, storedCase } from './case.ts'
import { takenOut } from './change.ts'
import type { Meeting } from './meeting.ts'
import { valuesOf } from './values.ts'

type Where = {
  store: Store
  municipality: Municipality
  now: Instant
  /** What saves a record that stands already. */
  replace: (record: SignalRecord, etag: string) => Op[]
}

/** What a text says in the place of words that went with a signal. */
const GONE = '…'

/** Does this text say one of these? */
const names = (text: string, values: readonly string[]): boolean => {
  const folded = normalForm(text)
  return values.some((value) => folded.includes(value))
}

/** The case without a signal that is destroyed: its line, its reasons, and what was written of it alone. */
export function withoutDestroyed(
  kase: CaseRecord,
  record: SignalRecord,
  others: readonly SignalRecord[],
  today: CaseRecord['on'],
): CaseRecord {
  const link = kase.members.find(({ signal }) => signal === record.id)?.link
  const known = new Set(others.flatMap(valuesOf))
  const own = [normalForm(record.reference), ...valuesOf(record).filter((value) => !known.has(value))]
  const clean = (text: string): string => (names(text, own) ? GONE : text)
  const out =
    link === undefined
      ? kase
      : takenOut(kase, { on: today, how: 'destroyed' }, ({ signal }) => signal === record.id)
  return {
    ...out,
    revision: kase.revision + 1,
    members: out.members.map((member) => ({
      ...member,
      // Why they belong together said something of both.
      reason: link !== undefined && member.link === link ? '' : clean(member.reason),
    })),
    weighings: out.weighings.map((each) => ({ ...each, reason: clean(each.reason) })),
    hypotheses: out.hypotheses.map((each) => ({
      ...each,
      text: clean(each.text),
      ...(each.ended ? { ended: { ...each.ended, reason: clean(each.ended.reason) } } : {}),
    })),
    milestones: out.milestones.map((each) => ({
      ...each,
      text: clean(each.text),
      ...(each.moved ? { moved: each.moved.map((was) => ({ ...was, reason: clean(was.reason) })) } : {}),
    })),
    decisions: out.decisions.map((each) => ({ ...each, reason: clean(each.reason) })),
    ...(out.meetings ? { meetings: out.meetings.map((each) => withoutWords(each, record.id, clean)) } : {}),
  }
}

/** A meeting without what came from this signal: which facts of it somebody got, and what was written of it. */
function withoutWords(meeting: Meeting, signal: SignalId, clean: (text: string) => string): Meeting {
  const { held, cancelled } = meeting
  return {
    ...meeting,
    why: clean(meeting.why),
    question: clean(meeting.question),
    participants: meeting.participants.map((each) => ({
      ...each,
      role: clean(each.role),
      ...(each.basisReason === undefined ? {} : { basisReason: clean(each.basisReason) }),
      gets: each.gets.filter((given) => given.signal !== signal),
    })),
    ...(held ? { held: { ...held, minutes: clean(held.minutes), decision: clean(held.decision) } } : {}),
    ...(cancelled ? { cancelled: { ...cancelled, reason: clean(cancelled.reason) } } : {}),
  }
}

/** A record as it can be read; one that is damaged holds up no destruction. */
function readable(kept: Versioned | undefined): { record: SignalRecord; etag: string } | undefined {
  const parsed = SignalRecord.safeParse(kept?.document.body)
  return kept && parsed.success ? { record: parsed.data, etag: kept.etag } : undefined
}

/**
 * What is saved with the end of this signal: of the case that it is in, and of those that it was taken out of, where what
 * was written then may still name it. @throws StoreUnavailable
 */
export async function leaveOps(record: SignalRecord, where: Where): Promise<Op[]> {
  const { caseOf, wasInCase = [] } = record
  const ids = new Set([...(caseOf ? [caseOf.id] : []), ...wasInCase.map(({ id }) => id)])
  const ops = await Promise.all([...ids].map((id) => opsOfCase(id, record, where)))
  return ops.flat()
}

async function opsOfCase(id: CaseId, record: SignalRecord, where: Where): Promise<Op[]> {
  const { store, municipality, now, replace } = where
  const kept = await store.read({ municipality: municipality.id, kind: 'case', id })
  const parsed = CaseRecord.safeParse(kept?.document.body)
  if (!kept || !parsed.success) return []
  const kase = parsed.data
  const ids = kase.members.flatMap(({ signal }) => (signal === record.id ? [] : [signal]))
  const read = ids.map((each) => store.read({ municipality: municipality.id, kind: 'signal', id: each }))
  const others = (await Promise.all(read)).flatMap((each) => readable(each) ?? [])
  const left = withoutDestroyed(
    kase,
    record,
    others.map((each) => each.record),
    dayOf(now, municipality),
  )
  if (left.members.length === 0) {
    const key = { municipality: municipality.id, kind: 'case' as const, id }
    return [{ op: 'delete', key, etag: kept.etag }]
  }
  const replaced: Op = { op: 'replace', document: storedCase(left), etag: kept.etag }
  // It was taken out before: how many there are is as it was.
  if (left.members.length === kase.members.length) return [replaced]
  return [
    replaced,
    ...others.flatMap(({ record: other, etag }) => {
      const fresh = caseOfIn(left, other.id)
      return fresh ? replace({ ...other, caseOf: fresh }, etag) : []
    }),
  ]
}
