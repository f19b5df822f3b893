/** What another instance took is its own, until it has not been renewed for as long as a lease lasts by our own clock. */
import { expect, test } from '@jest/globals'
import { ClockWatch } from '../../../bot/app/clockWatch.ts'
import type { Effect } from '../../../services/outbox/effect.ts'
import { holder, take } from '../../../services/outbox/lease.ts'
import { LeaseWatch } from '../../../services/outbox/leaseWatch.ts'
import { Instant } from '../../../services/words.ts'
import { later, NOW } from '../../kit/signals.ts'

const OTHER = holder('other', '1')
const bell: Effect = { id: '00000000-0000-4000-8000-000000000001', at: NOW, attempts: 0, kind: 'doorbell' }

function watching() {
  let ms = 0
  const watch = new LeaseWatch(holder('we', '1', 15_000), () => ms)
  const look = (effects: readonly Effect[], after: number) => {
    ms += after
    watch.round()
    return [...watch.left('signal', effects)]
  }
  return look
}

test('what stays as it is for fifteen seconds was left', () => {
  const look = watching()
  const taken = take([bell], OTHER, NOW)
  expect([look(taken, 0), look(taken, 5_000), look(taken, 9_999)]).toEqual([[], [], []])
  expect(look(taken, 1)).toEqual([bell.id])
})

test('what is renewed was not, whatever its clock says', () => {
  const look = watching()
  for (let at = 0; at < 10; at += 1) expect(look(take([bell], OTHER, later(at)), 14_000)).toEqual([])
})

test('what is ours, free, or given up is nobody else’s; what was not seen for a round is looked at anew', () => {
  const look = watching()
  const failed: Effect = { ...bell, deadLetter: 'away', lease: { by: OTHER.by, until: NOW } }
  const ours = take([bell], holder('we', '1'), NOW)
  for (const effects of [[bell], ours, [failed]]) expect(look(effects, 20_000)).toEqual([])
  const taken = take([bell], OTHER, NOW)
  expect([look(taken, 0), look([bell], 10_000), look(taken, 10_000), look(taken, 14_000)]).toEqual([
    [],
    [],
    [],
    [],
  ])
})

test('a clock that jumps is told apart from time that passed', () => {
  let [wall, at] = [Date.parse(NOW), 0]
  const said: unknown[] = []
  const say = (event: string) => void said.push(event)
  const clock = new ClockWatch(
    () => Instant.parse(new Date(wall).toISOString()),
    () => at,
    { info: say, warn: say, error: say },
  )
  const pass = (ms: number, jump = 0) => {
    at += ms
    wall += ms + jump
    return clock.look()
  }
  // Far at the start, and then no further than now.
  expect(pass(0)).toEqual({ ahead: 24 * 3_600_000, calm: true })
  expect(pass(60_000)).toEqual({ ahead: 0, calm: true })
  expect(pass(5_000, 30_000)).toEqual({ ahead: 0, calm: true })
  expect(said).toEqual([])
  // Ahead: what is over may not be over.
  expect(pass(5_000, 7_200_000).calm).toBe(false)
  expect(pass(3_599_000).calm).toBe(false)
  expect(pass(1_000).calm).toBe(true)
  // Back: what was planned before lies ahead now.
  expect(pass(60_000, -7_200_000).ahead).toBeGreaterThanOrEqual(7_200_000)
  expect(pass(2 * 3_600_000).ahead).toBeGreaterThan(0)
  expect(said).toEqual(['clock.jumped', 'clock.jumped'])
})
