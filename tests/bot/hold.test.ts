/** What takes long stays with who is at it, as long as it can say so. */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { HeldSignal } from '../../bot/courier/held.ts'
import { hold } from '../../bot/courier/hold.ts'
import type { Log } from '../../bot/log.ts'
import { holder, LEASE_MS, take } from '../../services/signal/lease.ts'
import { readSignal, signalDocument } from '../../services/signal/register.ts'
import type { Effect } from '../../services/signal/signal.ts'
import { MemoryDisk, MemoryStore } from '../kit/memoryStore.ts'
import { later, NOW, received, town } from '../kit/signals.ts'
import { etagOf } from '../services/store/subject.ts'

beforeEach(() => void jest.useFakeTimers({ now: 0 }))
afterEach(() => void jest.useRealTimers())

const US = holder('us', '1')
const OTHER = holder('other', '1')
const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }

async function holding() {
  const store = new MemoryStore({ disk: new MemoryDisk() })
  const record = received()
  const effects = take(record.effects, US, NOW)
  const taken = { ...record, effects }
  const etag = etagOf(await store.save([{ op: 'create', document: signalDocument(taken) }])) ?? ''
  const held = new HeldSignal(town, { record: taken, etag })
  const now = () => later(Date.now())
  const it = hold({ store, now, log: quiet }, US, () => Date.now(), held, effects)
  const stands = async (): Promise<readonly Effect[]> => {
    const kept = await readSignal(store, town.id, record.id)
    return kept && 'record' in kept ? kept.record.effects : []
  }
  const first = effects[0]
  if (!first) throw new Error('A report causes something.')
  return { store, record, it, stands, first }
}
const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms)

test('while it takes long the lease goes along, and nobody watches it stand still', async () => {
  const { it, stands, first } = await holding()
  for (let seconds = 5; seconds <= 60; seconds += 5) {
    await pass(5_000)
    const [effect] = await stands()
    expect(Date.parse(effect?.lease?.until ?? '') - Date.parse(NOW)).toBe(seconds * 1_000 + LEASE_MS)
    expect(it.has(first)).toBe(true)
  }
  it.stop()
  await pass(60_000)
  expect((await stands())[0]?.lease?.until).toBe(later(60_000 + LEASE_MS))
})

test('when it cannot be renewed nothing new is begun once it is over', async () => {
  const { store, it, first } = await holding()
  store.fail('read', ...Array.from({ length: 20 }, () => 'before' as const))
  await pass(LEASE_MS - 1)
  expect(it.has(first)).toBe(true)
  await pass(1)
  expect(it.has(first)).toBe(false)
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
  const document = signalDocument({ ...kept.record, effects: theirs })
  expect(await store.save([{ op: 'replace', document, etag: kept.etag }])).toMatchObject({ saved: true })
  await pass(5_000)
  expect(it.has(first)).toBe(false)
  expect(await stands()).toEqual(theirs)
  it.stop()
})
