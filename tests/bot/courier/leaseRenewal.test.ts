/**
 * What takes long stays with the instance that is at it, as long as it can say so; and nothing is begun that could
 * outlast it.
 */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import type { Log } from '../../../bot/app/log.ts'
import { renewLeases } from '../../../bot/courier/leaseRenewal.ts'
import { OutboxSignal } from '../../../bot/courier/outboxDocument.ts'
import { CONNECTOR_TIMEOUT } from '../../../bot/teams/connector.ts'
import type { Effect } from '../../../services/outbox/effect.ts'
import { holder, LEASE_MS, REQUEST_MS, roomFor, take } from '../../../services/outbox/lease.ts'
import { LeaseWatch } from '../../../services/outbox/leaseWatch.ts'
import { readSignal, storedSignal } from '../../../services/signal/handle.ts'
import { MemoryDisk, MemoryStore } from '../../kit/memoryStore.ts'
import { later, NOW, received, town } from '../../kit/signals.ts'
import { etagOf } from '../../services/store/subject.ts'

beforeEach(() => void jest.useFakeTimers({ now: 0 }))
afterEach(() => void jest.useRealTimers())

const US = { ...holder('us', '1'), elapsed: () => Date.now() }
const OTHER = holder('other', '1')
const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms)
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** `slow`: how long the store takes until it has saved, the first time and then. */
async function holding(slow: { take?: number; answer?: number; renew?: () => number } = {}) {
  const store = new MemoryStore({ disk: new MemoryDisk() })
  const record = received()
  const now = () => later(Date.now())
  const effects = take(record.effects, US, now())
  await pass(slow.take ?? 0)
  const taken = { ...record, effects }
  const etag = etagOf(await store.save([{ op: 'create', document: storedSignal(taken, town) }])) ?? ''
  await pass(slow.answer ?? 0)
  const document = new OutboxSignal(town, { record: taken, etag })
  const { save } = store
  store.save = async (ops) => {
    if (slow.renew) await wait(slow.renew())
    return save.call(store, ops)
  }
  const it = renewLeases({ store, now, log: quiet }, US, () => Date.now(), document, effects)
  const stands = async (): Promise<readonly Effect[]> => {
    const kept = await readSignal(store, town.id, record.id)
    return kept && 'record' in kept ? kept.record.effects : []
  }
  const first = effects[0]
  if (!first) throw new Error('A report causes something.')
  return { store, record, it, stands, first }
}

const away = (store: MemoryStore) => {
  store.fail('read', ...Array.from({ length: 200 }, () => 'before' as const))
}

test('what is sent is over in the part of a lease that is kept for it', () => {
  expect(CONNECTOR_TIMEOUT).toBeLessThanOrEqual(REQUEST_MS)
  expect(roomFor(US)).toBe(REQUEST_MS)
  expect(roomFor(holder('short', '1', 1_500))).toBe(1_000)
})

test('while it takes long the lease goes along, and nobody watches it stand still', async () => {
  const { it, stands, first } = await holding()
  for (let seconds = 5; seconds <= 60; seconds += 5) {
    await pass(5_000)
    const [effect] = await stands()
    expect(Date.parse(effect?.lease?.until ?? '') - Date.parse(NOW)).toBe(seconds * 1_000 + LEASE_MS)
    expect(await it.may(first)).toBe(true)
  }
  it.stop()
  await pass(60_000)
  expect((await stands())[0]?.lease?.until).toBe(later(60_000 + LEASE_MS))
})

test('when it cannot be renewed nothing new is begun that would not be over before it is', async () => {
  const { store, it, first } = await holding()
  away(store)
  await pass(LEASE_MS - REQUEST_MS)
  expect(await it.may(first)).toBe(true)
  await pass(1)
  expect(await it.may(first)).toBe(false)
  it.stop()
})

test('where too little is left it is renewed at once, and begun', async () => {
  const { it, first, stands, store } = await holding()
  const before = store.asked.save
  await pass(4_999)
  expect(await it.may(first)).toBe(true)
  expect(store.asked.save).toBe(before)
  // The answer to the renewal of five seconds is late; who asks does not wait for the next.
  store.meanwhile = async () => wait(4_000)
  await pass(1_000)
  const asked = it.may(first)
  await pass(4_000)
  expect(await asked).toBe(true)
  expect(Date.parse((await stands())[0]?.lease?.until ?? '') - Date.parse(NOW)).toBeGreaterThan(LEASE_MS)
  it.stop()
})

test('it counts from before the save that took it, however late the store answers', async () => {
  const { store, it, first } = await holding({ take: 2_000, answer: 2_999 })
  away(store)
  expect(await it.may(first)).toBe(true)
  await pass(2)
  expect(await it.may(first)).toBe(false)
  it.stop()
})

test('what another took over is not ours any more', async () => {
  const { store, record, it, first, stands } = await holding()
  const kept = await readSignal(store, town.id, record.id)
  if (!kept || !('record' in kept)) throw new Error('It is gone.')
  const theirs = kept.record.effects.map((effect) => ({
    ...effect,
    lease: { by: OTHER.by, until: later(99_000) },
  }))
  const document = storedSignal({ ...kept.record, effects: theirs }, town)
  expect(await store.save([{ op: 'replace', document, etag: kept.etag }])).toMatchObject({ saved: true })
  await pass(5_000)
  expect(await it.may(first)).toBe(false)
  expect(await stands()).toEqual(theirs)
  it.stop()
})

test('whatever the store does: what was begun is over before another may take it', async () => {
  const ms = (max: number) => fc.integer({ min: 0, max })
  const slow = fc.oneof({ weight: 4, arbitrary: ms(2_000) }, { weight: 1, arbitrary: ms(20_000) })
  const schedule = fc.record({
    take: slow,
    answer: slow,
    renewals: fc.array(slow, { minLength: 1, maxLength: 4 }),
    /** From here on the store does not answer us; another instance it does. */
    cutOff: ms(60_000),
    requests: fc.array(ms(6_000), { minLength: 1, maxLength: 6 }),
    sweeps: fc.integer({ min: 1_000, max: 5_000 }),
  })
  let taken = 0
  let begun = 0
  const property = async (it: typeof schedule extends fc.Arbitrary<infer T> ? T : never) => {
    jest.setSystemTime(0)
    let renewal = 0
    const renew = () => it.renewals[renewal++ % it.renewals.length] ?? 0
    const ours = await holding({ ...it, renew })
    const watch = new LeaseWatch(OTHER, () => Date.now())
    const ends: number[] = []
    let lost: number | undefined
    const other = new MemoryStore({ disk: ours.store.disk })
    const looks = setInterval(async () => {
      watch.round()
      const kept = await readSignal(other, town.id, ours.record.id)
      if (!kept || !('record' in kept) || lost !== undefined) return
      const left = watch.left('signal', kept.record.effects)
      if (!left.has(ours.first.id)) return
      const effects = kept.record.effects.map((e) => ({ ...e, lease: { by: OTHER.by, until: later(1e9) } }))
      const document = storedSignal({ ...kept.record, effects }, town)
      // Who comes too late with it, to renew or to take over, did not do it.
      if ((await other.save([{ op: 'replace', document, etag: kept.etag }])).saved) lost = Date.now()
    }, it.sweeps)
    const cut = setTimeout(() => {
      // Its renewals that are on their way are lost; what stands is read by the other all the same.
      ours.store.save = () => Promise.reject(new Error('cut off'))
    }, it.cutOff)
    const working = (async () => {
      for (const pause of it.requests) {
        await wait(pause)
        if (!(await ours.it.may(ours.first))) continue
        begun += 1
        ends.push(Date.now() + REQUEST_MS)
        await wait(REQUEST_MS)
      }
    })()
    await pass(240_000)
    await working
    ours.it.stop()
    clearInterval(looks)
    clearTimeout(cut)
    if (lost === undefined) throw new Error('Nobody took it over.')
    taken += 1
    const at = lost
    expect(ends.filter((end) => end > at)).toEqual([])
  }
  await fc.assert(fc.asyncProperty(schedule, property), { seed: 20_261_124, numRuns: 100 })
  expect(taken).toBe(100)
  expect(begun).toBeGreaterThan(100)
})
