/** Chains for tests, and what somebody can do to one. */
import fc from 'fast-check'
import { append, beginning, headOf, type Place } from '../../../services/audit/chain.ts'
import type { AuditEntry, ChainedEntry } from '../../../services/signal/record.ts'
import { State } from '../../../services/signal/words.ts'
import { Instant, OfficerId, Reference, SignalId } from '../../../services/words.ts'
import { HERE } from '../store/subject.ts'

export const key = Buffer.alloc(32, 5)
export const signalOf = (n: number): SignalId =>
  SignalId.parse(`${n.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`)
export const referenceOf = (n: number): Reference => Reference.parse(`S-2026-${String(n).padStart(4, '0')}`)
export const place: Place = { key, municipality: HERE, signal: signalOf(1) }

const OFFICER = OfficerId.parse('aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa')
export const START = Date.parse('2026-11-24T09:00:00.000Z')
export const moment = (n: number): Instant => Instant.parse(new Date(START + n * 60_000).toISOString())

export const entryOf = (n: number): AuditEntry => ({
  at: moment(n),
  by: n === 0 ? 'reporter' : OFFICER,
  what: ['report', 'view', 'take', 'decide'][n % 4] ?? 'view',
  ...(n % 4 === 2 ? { from: 'received', to: 'inTriage' } : {}),
})

/** The chain of these entries. */
export const chainOf = (entries: readonly AuditEntry[], where: Place = place): ChainedEntry[] => {
  const chained: ChainedEntry[] = []
  for (const entry of entries) chained.push(append(where, headOf(where, chained), entry))
  return chained
}

export const ofLength = (length: number, where: Place = place): ChainedEntry[] =>
  chainOf(
    Array.from({ length }, (_, n) => entryOf(n)),
    where,
  )

/** Numbers them from 1 again, as somebody who tampers would. */
export const renumbered = (entries: readonly ChainedEntry[]): ChainedEntry[] =>
  entries.map((entry, at) => ({ ...entry, number: at + 1 }))

const anyState = fc.constantFrom(...State.options)
export const anyEntry: fc.Arbitrary<AuditEntry> = fc.record(
  {
    at: fc
      .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
      .map((date) => Instant.parse(date.toISOString())),
    by: fc.constantFrom<AuditEntry['by']>('reporter', 'system', OFFICER),
    what: fc.string({ maxLength: 40 }),
    from: anyState,
    to: anyState,
  },
  { requiredKeys: ['at', 'by', 'what'] },
)

export { beginning, headOf }
