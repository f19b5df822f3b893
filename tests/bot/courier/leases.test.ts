/** What could not be written down is remembered, and not without end. */
import { expect, test } from '@jest/globals'
import { BatchedSave } from '../../../bot/courier/batchedSave.ts'
import { DeliveryCounts } from '../../../bot/courier/counts.ts'
import { Leases, MOST_UNSETTLED } from '../../../bot/courier/leases.ts'
import { OutboxSignal } from '../../../bot/courier/outboxDocument.ts'
import type { Effect } from '../../../services/outbox/effect.ts'
import { holder, LEASE_MS, take } from '../../../services/outbox/lease.ts'
import type { DeliveryResult } from '../../../services/outbox/result.ts'
import { StoreUnavailable } from '../../../services/store/port.ts'
import { ids, later, NOW, received, town } from '../../kit/signals.ts'
import { sweepWorld } from '../jobs/world.ts'

const US = holder('us', '1')

test('what can never be settled does not fill the memory; what may have been sent says so all the same', async () => {
  const { app, store } = sweepWorld()
  let now = NOW
  store.save = () => Promise.reject(new StoreUnavailable('refused'))
  store.saveMany = () => Promise.reject(new StoreUnavailable('refused'))
  const saves = new BatchedSave(store, 0)
  // Nothing is waited for: one more try, and it is given up.
  saves.stop()
  const leases = new Leases({ ...app, now: () => now }, US, saves, new DeliveryCounts())
  const newId = ids(8)
  const lines = (count: number): Effect[] =>
    Array.from({ length: count }, () => ({
      id: newId(),
      at: NOW,
      attempts: 0,
      kind: 'tellOfficer' as const,
      officer: town.officers[0]?.id ?? failing(),
      notice: 'added' as const,
    }))
  const attempt = async (effects: readonly Effect[]) => {
    const taken = take(effects, US, now)
    const document = new OutboxSignal(town, { record: { ...received(), effects: taken }, etag: 'e' })
    const results: DeliveryResult[] = taken.map((effect) => ({ effect, ok: true }))
    expect(await leases.settle(document, taken, results)).toBeUndefined()
    return document
  }
  const first = await attempt(lines(1))
  expect(leases.unsettled).toBe(1)
  const others = lines(MOST_UNSETTLED)
  for (let at = 0; at < others.length; at += 500) await attempt(others.slice(at, at + 500))
  expect(leases.unsettled).toBe(MOST_UNSETTLED)
  now = later(LEASE_MS)
  expect(leases.free(first)).toMatchObject([{ attempts: 1, outcomeUnknown: 1, lease: { by: US.by } }])
  // What nobody took was not sent.
  const fresh = new OutboxSignal(town, { record: { ...received(), effects: lines(1) }, etag: 'e' })
  expect(leases.free(fresh)?.[0]).not.toHaveProperty('outcomeUnknown')
})

const failing = (): never => {
  throw new Error('There is no officer.')
}
