/** Marks that are saved although the answer is lost are made again: what they count is counted once. */
import { expect, test } from '@jest/globals'
import type { Result } from '../../../services/outbox/result.ts'
import { markEffects, markTombstone } from '../../../services/outbox/settle.ts'
import { type Effect, Tombstone } from '../../../services/signal/record.ts'
import { later, NOW, town } from '../../kit/signals.ts'

const id = '00000000-0000-4000-8000-000000000001'
const effect: Effect = { id, at: NOW, tries: 0, kind: 'tellReporter', message: { about: 'closed' } }
const unknown: Result = { effect, ok: false, failed: 'away', final: false, unsure: true }

test('one send of which nobody knows whether it arrived is one, however often it is marked', () => {
  const once = markEffects([effect], [unknown], later(1))
  expect(once).toMatchObject([{ tries: 1, unsure: 1 }])
  expect(once[0]?.failed).toBeUndefined()
  expect(markEffects(once, [unknown], later(2))).toEqual(once)
})

test('the second one is the last, and what arrived is done with also when it was counted as failed', () => {
  const [tried] = markEffects([effect], [unknown], later(1))
  if (!tried) throw new Error('It is gone.')
  expect(markEffects([tried], [{ ...unknown, effect: tried }], later(2))).toMatchObject([
    { tries: 2, unsure: 2, failed: 'unsure' },
  ])
  expect(markEffects([tried], [{ effect, ok: true }], later(2))).toEqual([])
})

test('a doorbell that was being rung when its sparren ended is mended, also by who looked before it stood', () => {
  const bell = (nr: number, by: string): Effect => ({
    id: `00000000-0000-4000-8000-00000000000${nr}`,
    at: NOW,
    tries: 0,
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
  const rung = markTombstone(
    before,
    [{ effect: ringing, ok: true, doorbell: { ...posted, shown: 1 } }],
    later(1),
  )
  expect(rung).toMatchObject({ doorbell: posted, effects: [{ id: ended.id }] })
  const looked = markTombstone(rung, [{ effect: ended, ok: true, mended: [] }], later(2))
  expect(looked.effects).toEqual([ended])
  expect(markTombstone(looked, [{ effect: ended, ok: true, mended: ['m2'] }], later(3)).effects).toEqual([])
})
