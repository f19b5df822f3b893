/** Marks that are saved although the answer is lost are made again: what they count is counted once. */
import { expect, test } from '@jest/globals'
import { markEffects } from '../../bot/courier/marking.ts'
import type { Result } from '../../bot/courier/result.ts'
import type { Effect } from '../../services/signal/signal.ts'
import { later, NOW } from '../kit/signals.ts'

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
