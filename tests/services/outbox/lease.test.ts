/** Who delivers what: taken in the save that causes it, by one at a time, and free again when its holder is gone. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Effect } from '../../../services/outbox/effect.ts'
import {
  fromEarlierLife,
  holder,
  isOurs,
  LEASE_MS,
  letGo,
  take,
  takeFresh,
} from '../../../services/outbox/lease.ts'
import { dueOf } from '../../../services/outbox/schedule.ts'
import { later, MARIEKE, NOW } from '../../kit/signals.ts'

const A = holder('a', '1')
const B = holder('b', '1')
const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const bell: Effect = { id: id(1), at: NOW, attempts: 0, kind: 'doorbell' }
const told = (n: number): Effect => ({
  id: id(n),
  at: NOW,
  attempts: 0,
  kind: 'tellReporter',
  message: { about: 'question', question: id(90 + n) },
})
const idsOf = (effects: readonly Effect[], by: string) =>
  effects.flatMap((effect) => (effect.lease?.by === by ? [effect.id] : []))

describe('taking', () => {
  test('what is due is taken, and due for others when the lease ends', () => {
    const taken = take([bell], A, NOW)
    expect(taken).toEqual([{ ...bell, lease: { by: A.by, until: later(LEASE_MS) } }])
    expect(dueOf({ effects: taken })).toBe(later(LEASE_MS))
    expect(Effect.parse(taken[0])).toEqual(taken[0])
  })

  test('the lease says when it was taken, by the clock of its holder that never jumps', () => {
    const [taken = bell] = take([bell], { ...A, elapsed: () => 1234.5 }, NOW)
    expect(taken.lease).toEqual({ by: A.by, until: later(LEASE_MS), taken: 1234 })
    expect(Effect.parse(taken)).toEqual(taken)
  })

  test('what another has is left alone, also when its lease is over: that is for the instance that watched it', () => {
    const taken = take([bell], A, NOW)
    expect(take(taken, B, NOW)).toEqual(taken)
    expect(take(taken, B, later(LEASE_MS * 4))).toEqual(taken)
  })

  test('what we left ourselves is taken again when its lease is over, not before', () => {
    const taken = take([bell], A, NOW)
    expect(take(taken, A, later(LEASE_MS - 1))).toEqual(taken)
    expect(isOurs(taken[0] ?? bell, A, later(LEASE_MS - 1))).toBe(true)
    const again = take(taken, A, later(LEASE_MS))
    expect(again[0]?.lease).toEqual({ by: A.by, until: later(2 * LEASE_MS) })
  })

  test('what is not due, or was given up, is not taken', () => {
    const waiting: Effect = { ...bell, notBefore: later(1) }
    const failed: Effect = { ...bell, deadLetter: 'away' }
    expect(take([waiting, failed], A, NOW)).toEqual([waiting, failed])
  })

  test('what the reporter is told keeps its order, also when another is at the first', () => {
    const [first, second] = [told(4), told(5)]
    const others = [...take([first], B, NOW), second, bell]
    expect(idsOf(take(others, A, NOW), A.by)).toEqual([bell.id])
    expect(idsOf(take([first, second], A, NOW), A.by)).toEqual([first.id, second.id])
  })

  test('times that a clock cannot have meant are now', () => {
    const ahead: Effect = { ...bell, at: later(7_200_000), notBefore: later(7_300_000) }
    expect(take([ahead], A, NOW)[0]).toMatchObject({ at: NOW, lease: { by: A.by } })
    const far: Effect = { ...bell, notBefore: later(3 * 3_600_000) }
    expect(take([far], A, NOW)[0]?.lease?.by).toBe(A.by)
    const planned = { ...bell, notBefore: later(3_602_000), plannedAt: later(3_600_000) }
    expect(take([planned], A, NOW)[0]?.lease?.by).toBe(A.by)
    // A long pause that was meant is kept.
    const meant = { ...bell, notBefore: later(3_600_000), plannedAt: NOW }
    expect(take([meant], A, NOW)).toEqual([meant])
    const soon: Effect = { ...bell, at: later(30_000) }
    expect(take([soon], A, NOW)).toEqual([soon])
  })
})

test('a save of a change takes what it causes, and nothing else', () => {
  const before = [told(4)]
  const after = { effects: [...before, bell], name: 'x' }
  expect(idsOf(takeFresh(after, before, A, NOW).effects, A.by)).toEqual([bell.id])
  expect(takeFresh(after, before, undefined, NOW)).toBe(after)
  const looked = { effects: before }
  expect(takeFresh(looked, before, A, NOW)).toBe(looked)
})

test('what is let go is free for anybody', () => {
  const taken = take([bell, told(2)], A, NOW)
  expect(
    idsOf(
      letGo(taken, A, ({ kind }) => kind === 'doorbell'),
      A.by,
    ),
  ).toEqual([id(2)])
  expect(letGo(taken, B, () => true)).toEqual(taken)
})

test('an instance knows what it took in an earlier life', () => {
  const [effect = bell] = take([bell], holder('alone', '1'), NOW)
  expect(fromEarlierLife(effect, holder('alone', '2'))).toBe(true)
  expect(fromEarlierLife(effect, holder('alone', '1'))).toBe(false)
  expect(fromEarlierLife(effect, B)).toBe(false)
  expect(fromEarlierLife(bell, B)).toBe(false)
})

test('whoever takes in whatever order and whenever: an effect has one holder at a time', () => {
  const step = fc.record({ who: fc.constantFrom(A, B), after: fc.integer({ min: 0, max: 3 * LEASE_MS }) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const officer: Effect = { ...bell, id: id(3), kind: 'tellOfficer', officer: MARIEKE, notice: 'added' }
      let effects: Effect[] = [bell, told(2), officer]
      let ms = 0
      for (const { who, after } of steps) {
        ms += after
        const before = effects
        effects = take(effects, who, later(ms))
        expect(effects.map((effect) => effect.id)).toEqual(before.map((effect) => effect.id))
        for (const [at, effect] of effects.entries()) {
          const held = before[at]?.lease
          if (held && held.by !== who.by) expect(effect.lease).toEqual(held)
        }
      }
    }),
    { seed: 20_261_124 },
  )
})
