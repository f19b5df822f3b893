/** What could not be written down is remembered, and not without end. */
import { expect, test } from '@jest/globals'
import { BatchedSave } from '../../../bot/courier/batchedSave.ts'
import { DeliveryCounts } from '../../../bot/courier/counts.ts'
import { Leases, MOST_UNMARKED } from '../../../bot/courier/leases.ts'
import { OutboxSignal } from '../../../bot/courier/outboxDocument.ts'
import { holder, LEASE_MS, take } from '../../../services/outbox/lease.ts'
import type { Result } from '../../../services/outbox/result.ts'
import type { Effect } from '../../../services/signal/record.ts'
import { StoreUnavailable } from '../../../services/store/port.ts'
import { ids, later, NOW, received, town } from '../../kit/signals.ts'
import { sweepWorld } from '../jobs/world.ts'

const US = holder('us', '1')

test('marks that never succeed do not fill the memory; what may have been sent says so all the same', async () => {
  const { parts, store } = sweepWorld()
  let now = NOW
  store.save = () => Promise.reject(new StoreUnavailable('refused'))
  store.saveMany = () => Promise.reject(new StoreUnavailable('refused'))
  const marks = new BatchedSave(store, 0)
  // Nothing is waited for: one more try, and it is given up.
  marks.stop()
  const taking = new Leases({ ...parts, now: () => now }, US, marks, new DeliveryCounts())
  const newId = ids(8)
  const lines = (count: number): Effect[] =>
    Array.from({ length: count }, () => ({
      id: newId(),
      at: NOW,
      tries: 0,
      kind: 'tellOfficer' as const,
      officer: town.officers[0]?.id ?? failing(),
      notice: 'added' as const,
    }))
  const attempt = async (effects: readonly Effect[]) => {
    const taken = take(effects, US, now)
    const held = new OutboxSignal(town, { record: { ...received(), effects: taken }, etag: 'e' })
    const results: Result[] = taken.map((effect) => ({ effect, ok: true }))
    expect(await taking.mark(held, taken, results)).toBeUndefined()
    return held
  }
  const first = await attempt(lines(1))
  expect(taking.unmarked).toBe(1)
  const others = lines(MOST_UNMARKED)
  for (let at = 0; at < others.length; at += 500) await attempt(others.slice(at, at + 500))
  expect(taking.unmarked).toBe(MOST_UNMARKED)
  now = later(LEASE_MS)
  expect(taking.free(first)).toMatchObject([{ tries: 1, unsure: 1, lease: { by: US.by } }])
  // What nobody took was not sent.
  const fresh = new OutboxSignal(town, { record: { ...received(), effects: lines(1) }, etag: 'e' })
  expect(taking.free(fresh)?.[0]).not.toHaveProperty('unsure')
})

const failing = (): never => {
  throw new Error('There is no officer.')
}
