/** Marks that are saved although the answer is lost are made again: what they count is counted once. */
import { expect, test } from '@jest/globals'
import type { Effect } from '../../../services/outbox/effect.ts'
import type { DeliveryResult } from '../../../services/outbox/result.ts'
import { settleEffects, settleTombstone } from '../../../services/outbox/settle.ts'
import { Tombstone } from '../../../services/signal/record.ts'
import { later, NOW, town } from '../../kit/signals.ts'

const id = '00000000-0000-4000-8000-000000000001'
const effect: Effect = { id, at: NOW, attempts: 0, kind: 'tellReporter', message: { about: 'closed' } }
const unknown: DeliveryResult = { effect, ok: false, failed: 'away', final: false, outcomeUnknown: true }

test('one send of which nobody knows whether it arrived is one, however often it is marked', () => {
  const once = settleEffects([effect], [unknown], later(1))
  expect(once).toMatchObject([{ attempts: 1, outcomeUnknown: 1 }])
  expect(once[0]?.deadLetter).toBeUndefined()
  expect(settleEffects(once, [unknown], later(2))).toEqual(once)
})

test('the second one is the last, and what arrived is done with also when it was counted as failed', () => {
  const [tried] = settleEffects([effect], [unknown], later(1))
  if (!tried) throw new Error('It is gone.')
  expect(settleEffects([tried], [{ ...unknown, effect: tried }], later(2))).toMatchObject([
    { attempts: 2, outcomeUnknown: 2, deadLetter: 'outcomeUnknown' },
  ])
  expect(settleEffects([tried], [{ effect, ok: true }], later(2))).toEqual([])
})

test('a doorbell that was being rung when its consultation ended is mended, also by an instance that looked before it stood', () => {
  const bell = (nr: number, by: string): Effect => ({
    id: `00000000-0000-4000-8000-00000000000${nr}`,
    at: NOW,
    attempts: 0,
    kind: 'doorbell',
    lease: { by, until: later(15) },
  })
  const [ringing, ended] = [bell(1, 'one'), bell(2, 'other')]
  const before = Tombstone.parse({
    schema: 1,
    gone: true,
    municipality: town.id,
    id,
    reference: 'S-2026-0001',
    language: 'nl',
    alarms: [],
    effects: [ended, ringing],
  })
  const posted = { serviceUrl: 'https://teams.example/v3', conversation: '19:channel', activity: 'm2' }
  const rung = settleTombstone(
    before,
    [{ effect: ringing, ok: true, doorbell: { ...posted, shown: 1 } }],
    later(1),
  )
  expect(rung).toMatchObject({ doorbell: posted, effects: [{ id: ended.id }] })
  const looked = settleTombstone(rung, [{ effect: ended, ok: true, mended: [] }], later(2))
  expect(looked.effects).toEqual([ended])
  expect(settleTombstone(looked, [{ effect: ended, ok: true, mended: ['m2'] }], later(3)).effects).toEqual([])
})
