/** Digests over all heads, in the second place: also over what an earlier version left there. */
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { z } from 'zod'
import { account } from '../../../services/audit/accounting.ts'
import { chained } from '../../../services/audit/chain.ts'
import { MARKS_PER_PART } from '../../../services/audit/digest.ts'
import { Digests } from '../../../services/audit/digests.ts'
import { storeHeads } from '../../../services/audit/heads.ts'
import { numbersGiven } from '../../../services/audit/numbers.ts'
import { TrailId } from '../../../services/audit/trail.ts'
import { lineOf, verifyAll } from '../../../services/audit/verify.ts'
import type { Store, StoredDocument } from '../../../services/store/port.ts'
import { Day, Instant, MunicipalityId, Reference, SignalId } from '../../../services/words.ts'
import { MemoryStore } from '../../kit/memoryStore.ts'
import { key, ofLength, referenceOf, signalOf } from './chains.ts'

const HERE = MunicipalityId.parse('voorbeeldstad')
const THERE = MunicipalityId.parse('anderstad')
const MONDAY = Day.parse('2026-11-23')
const TUESDAY = Day.parse('2026-11-24')

let store: MemoryStore
let second: MemoryStore
let digests: Digests
beforeEach(() => {
  store = new MemoryStore()
  second = new MemoryStore()
  digests = new Digests({ store, second, key })
})
afterEach(async () => {
  await store.close()
  await second.close()
})

const create = async (into: Store, document: StoredDocument) => {
  expect(await into.save([{ op: 'create', document }])).toMatchObject({ saved: true })
}
const plain = { open: false, dueAt: null }
/** Signal `n`, with its head, its number and the counter. */
async function received(n: number, entries = 3, municipality = HERE): Promise<void> {
  const id = signalOf(n)
  const audit = ofLength(entries, { key, municipality, signal: id })
  const record = { municipality, id, reference: referenceOf(n), audit }
  const at = { municipality, kind: 'signal' as const, id }
  await store.save([{ op: 'delete', key: at }])
  await create(store, { ...at, body: record, open: true, dueAt: null })
  const counter = { municipality, kind: 'counter' as const, id: 'signals-2026' }
  await store.save([{ op: 'delete', key: counter }])
  await create(store, { ...counter, ...plain, body: { schema: 1, last: n } })
  await storeHeads(second, key).advance([record])
}

async function said(lines: Parameters<Digests['compare']>[1] = [], municipality = HERE) {
  const given = await numbersGiven(store, municipality)
  const seen = new Set<Reference>()
  for (let n = 1; n <= 9; n += 1) {
    if (await store.read({ municipality, kind: 'signal', id: signalOf(n) })) seen.add(referenceOf(n))
  }
  return account({ store, second, key, digests, municipality, seen, given, lines })
}

const taken = async (day: Day, municipality = HERE) => {
  const it = await digests.take(municipality, day)
  if (!it) throw new Error('No digest was taken.')
  await digests.told(municipality, it.line)
  return it
}

describe('a digest of the day', () => {
  test('is one, whoever takes it, and rises by one', async () => {
    await received(1)
    const first = await digests.take(HERE, MONDAY)
    // Not written down yet: whoever comes next does it.
    expect(await digests.take(HERE, MONDAY)).toEqual(first)
    await taken(MONDAY)
    expect(await digests.take(HERE, MONDAY)).toBeUndefined()
    const others = [1, 2, 3].map(() => new Digests({ store, second, key }).take(HERE, TUESDAY))
    const lines = new Set((await Promise.all(others)).flatMap((it) => it?.line ?? []))
    expect([...lines].map((line) => line.split(':')[0])).toEqual(['2'])
    expect((await said([...lines])).wrong).toEqual([])
    // Of the marks only those of the newest stay.
    const ids = await second.ids(HERE, 'count', 'marks-', 10)
    expect(ids).toHaveLength(1)
  })

  test('is another for each municipality, and a line is of the one that has it', async () => {
    await received(1)
    await received(1, 3, THERE)
    const here = await taken(MONDAY)
    const there = await taken(MONDAY, THERE)
    expect(here.line).not.toBe(there.line)
    expect(await digests.has(HERE, here.line)).toBe(true)
    expect(await digests.has(THERE, here.line)).toBe(false)
  })

  test('with nothing in it there is one all the same', async () => {
    const { line } = await taken(MONDAY)
    expect((await said([line])).wrong).toEqual([])
  })

  test('knows more heads than one document holds', async () => {
    const heads = storeHeads(second, key)
    const audits = Array.from({ length: MARKS_PER_PART + 3 }, (_, at) => {
      const signal = signalOf(at + 1)
      const place = { key, municipality: HERE, signal }
      const lines = chained(place, [{ at: Instant.parse('2026-11-23T09:00:00.000Z') }])
      return { municipality: HERE, id: signal, reference: referenceOf(at + 1), audit: lines }
    })
    await heads.advance(audits)
    await taken(MONDAY)
    expect(await second.ids(HERE, 'count', 'marks-', 10)).toHaveLength(2)
    const { document } = (await second.list(HERE, 'count', { open: true }, 1)).at(0) ?? {}
    if (!document) throw new Error('There is no head.')
    await second.save([{ op: 'delete', key: document }])
    expect((await digests.take(HERE, TUESDAY))?.faults).toEqual([{ what: 'heads', count: 1 }])
  }, 60_000)

  test('marks that were changed make it none', async () => {
    await received(1)
    await received(2)
    await taken(MONDAY)
    const [id = ''] = await second.ids(HERE, 'count', 'marks-', 1)
    const at = { municipality: HERE, kind: 'count' as const, id }
    await second.save([{ op: 'delete', key: at }])
    await create(second, { ...at, ...plain, body: { schema: 1, marks: [] } })
    expect((await said()).wrong).toEqual(['digest 1: is missing, or was changed'])
  })

  test('one between others that was taken away is missed', async () => {
    for (const day of ['2026-11-23', '2026-11-24', '2026-11-25']) await taken(Day.parse(day))
    await second.save([{ op: 'delete', key: { municipality: HERE, kind: 'count', id: 'digest-000000002' } }])
    expect((await said()).wrong).toEqual(['digest 2: is missing, or was changed'])
  })

  test('a signal that goes on, or ends, is no fault; one that is about to end is not either', async () => {
    for (const n of [1, 2, 3]) await received(n)
    await taken(MONDAY)
    await received(1, 6)
    const heads = storeHeads(second, key)
    await heads.end(HERE, signalOf(2))
    await store.save([{ op: 'delete', key: { municipality: HERE, kind: 'signal', id: signalOf(2) } }])
    // It went on, and was told that it ends: a tombstone stands in its place.
    await received(3, 5)
    const at = { municipality: HERE, kind: 'signal' as const, id: signalOf(3) }
    await store.save([{ op: 'delete', key: at }])
    await create(store, { ...at, ...plain, body: { schema: 1, gone: true, reference: referenceOf(3) } })
    expect((await taken(TUESDAY)).faults).toEqual([])
    expect((await said()).wrong).toEqual([])
  })

  test('one that went on from another end is seen', async () => {
    await received(1, 5)
    await taken(MONDAY)
    const head = (await second.list(HERE, 'count', { open: true }, 1))[0]?.document
    if (!head) throw new Error('There is no head.')
    await second.save([{ op: 'delete', key: head }])
    // Put back to its first entries, and gone on otherwise: a chain that is whole in itself.
    const place = { key, municipality: HERE, signal: signalOf(1) }
    const other = Array.from({ length: 7 }, (_, at) => ({
      at: Instant.parse(`2026-11-23T10:0${at}:00.000Z`),
      by: 'system',
      what: 'view',
    }))
    const record = {
      municipality: HERE,
      id: signalOf(1),
      reference: referenceOf(1),
      audit: chained(place, other),
    }
    const at = { municipality: HERE, kind: 'signal' as const, id: signalOf(1) }
    await store.save([{ op: 'delete', key: at }])
    await create(store, { ...at, body: record, open: true, dueAt: null })
    await storeHeads(second, key).advance([record])
    expect((await said()).wrong).toEqual([
      '1 audit trail(s) that a digest knew: gone, put back as they were before, or gone on from another end',
    ])
  })

  test('a counter that says more than was ever given is no endless list', async () => {
    await received(2)
    const counter = { municipality: HERE, kind: 'counter' as const, id: 'signals-2026' }
    await store.save([{ op: 'delete', key: counter }])
    await create(store, { ...counter, ...plain, body: { schema: 1, last: 40 } })
    const { wrong } = await said()
    expect(wrong).toHaveLength(21)
    expect(wrong.at(-1)).toBe('and 19 more')
  })
})

const Before = z.object({
  key: z.string(),
  second: z.array(z.custom<StoredDocument>()),
  signals: z.array(z.object({ id: SignalId, reference: Reference, audit: z.array(z.unknown()) })),
  months: z.array(z.object({ id: TrailId, audit: z.array(z.unknown()) })),
})

describe('what an earlier version left in the second place', () => {
  const before = Before.parse(JSON.parse(readFileSync('tests/fixtures/stores/second-place.json', 'utf8')))
  beforeEach(async () => {
    expect(before.key).toBe(key.toString('hex'))
    for (const document of before.second) await create(second, document)
    for (const signal of before.signals) {
      await create(store, {
        municipality: HERE,
        kind: 'signal',
        id: signal.id,
        body: { ...signal, municipality: HERE },
        ...plain,
      })
    }
    for (const { id, audit } of before.months) {
      await create(store, { municipality: HERE, kind: 'ledger', id, body: { searches: audit }, ...plain })
    }
    const counter = { municipality: HERE, kind: 'counter' as const, id: 'signals-2026' }
    await create(store, { ...counter, ...plain, body: { schema: 1, last: 2 } })
  })

  test('opens: its heads are heads, its end is an end, and neither raises an alarm', async () => {
    const heads = storeHeads(second, key)
    const [signal] = before.signals
    if (!signal) throw new Error('There is a signal.')
    expect(await heads.read(HERE, signal.id)).toMatchObject({ ended: false, reference: signal.reference })
    expect(await heads.read(HERE, SignalId.parse('00000002-0000-4000-8000-000000000000'))).toEqual({
      ended: true,
    })
    const found: string[] = []
    const now = Instant.parse('2026-11-24T09:00:00.000Z')
    for await (const one of verifyAll({ store, heads, key, municipality: HERE, signals: [], now })) {
      found.push(lineOf(one))
    }
    expect(found).toEqual(['S-2026-0001: whole', 'searches-2026-10: whole'])
    const accounted = async () => {
      const given = await numbersGiven(store, HERE)
      return account({ store, second, key, digests, municipality: HERE, seen: new Set(), given, lines: [] })
    }
    expect((await accounted()).wrong).toEqual([])
    const { faults } = await taken(MONDAY)
    expect(faults).toEqual([])
    const { wrong, open } = await accounted()
    expect(wrong).toEqual([])
    expect(open).toContain('what became of 1 number(s) from before an end could be asked for its number')
  })
})
