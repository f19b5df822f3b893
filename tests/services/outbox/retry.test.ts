/** When what failed is tried again, and when it is given up. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Effect } from '../../../services/outbox/effect.ts'
import { FOUR_HOURS } from '../../../services/outbox/kinds.ts'
import type { DeliveryResult } from '../../../services/outbox/result.ts'
import { abandoned, after as outcome, pauseAfter } from '../../../services/outbox/retry.ts'
import { later, MARIEKE, NOW } from '../../kit/signals.ts'

const base = { id: '00000000-0000-4000-8000-000000000001', at: NOW, attempts: 0 }
const doorbell: Effect = { ...base, kind: 'doorbell' }
const nudge: Effect = { ...base, kind: 'nudgeReporter' }
const failed = (
  effect: Effect,
  fields: Partial<Extract<DeliveryResult, { ok: false }>> = {},
): DeliveryResult => ({
  effect,
  ok: false,
  failed: 'away',
  final: false,
  ...fields,
})

/** Fails it again and again, each time when it is due. */
function lives(
  effect: Effect,
  fields: Partial<Extract<DeliveryResult, { ok: false }>> = {},
): { at: string[]; end: Effect | undefined } {
  const at: string[] = []
  let now: typeof NOW = NOW
  let left: Effect | undefined = effect
  while (left && !left.deadLetter) {
    at.push(now)
    left = outcome(left, failed(left, fields), now)
    now = left?.notBefore ?? now
    if (at.length > 100) throw new Error('it is never given up')
  }
  return { at, end: left }
}

test('what was delivered is done', () => {
  expect(outcome(doorbell, { effect: doorbell, ok: true }, NOW)).toBeUndefined()
})

describe('what failed', () => {
  test('is tried again after 2, 4, 8 seconds and so on, never later than half an hour', () => {
    expect([0, 1, 2, 9, 10, 30].map((attempts) => pauseAfter(attempts, undefined))).toEqual([
      2, 4, 8, 1024, 1800, 1800,
    ])
    expect(outcome(doorbell, failed(doorbell), NOW)).toEqual({
      ...doorbell,
      attempts: 1,
      notBefore: later(2_000),
      plannedAt: NOW,
    })
  })

  test('waits as long as the other side asks, up to an hour', () => {
    expect(pauseAfter(0, 30)).toBe(30)
    expect(pauseAfter(5, 30)).toBe(64)
    for (const asked of [1e9, 1e300, Number.POSITIVE_INFINITY]) expect(pauseAfter(0, asked)).toBe(3600)
    for (const asked of [0, -5, Number.NaN]) expect(pauseAfter(0, asked)).toBe(2)
  })

  test('is given up after about four hours, and then says why, for the officer to see', () => {
    const { at, end } = lives(doorbell)
    expect(at).toHaveLength(FOUR_HOURS.attempts)
    const hours = (Date.parse(at.at(-1) ?? '') - Date.parse(NOW)) / 3_600_000
    expect(hours).toBeGreaterThan(3.5)
    expect(hours).toBeLessThan(4.5)
    expect(end).toMatchObject({ deadLetter: 'away', attempts: FOUR_HOURS.attempts })
  })

  test.each(['gone', 'refused', 'away', 'unreachable'] as const)(
    'for good (%s) is given up at once',
    (why) => {
      const left = outcome(doorbell, failed(doorbell, { final: true, failed: why }), NOW)
      expect(left).toEqual({ ...doorbell, attempts: 1, deadLetter: why })
    },
  )

  test('and somewhat longer by chance, never shorter than asked', () => {
    expect(pauseAfter(0, 30, 1)).toBeCloseTo(33)
    expect(pauseAfter(3, undefined, 1)).toBeCloseTo(17.6)
    expect(pauseAfter(30, undefined, 1)).toBe(1800)
  })

  test.each([
    ['a message', { ...base, kind: 'tellReporter', message: { about: 'kept' } }, 2],
    ['a receipt', { ...base, kind: 'tellReporter', message: { about: 'received' } }, 6],
    ['a doorbell', doorbell, 4],
    ['a line to an officer', { ...base, kind: 'tellOfficer', officer: MARIEKE, notice: 'added' }, 4],
  ] as [string, Effect, number][])(
    'that may have arrived (%s) is sent again so often, and then shown as such',
    (_name, effect, most) => {
      const { at, end } = lives(effect, { outcomeUnknown: true })
      expect(at).toHaveLength(most)
      expect(end).toMatchObject({ deadLetter: 'outcomeUnknown', outcomeUnknown: most })
    },
  )

  test('a nudge that may have arrived is sent once more, and then left', () => {
    expect(lives(nudge, { outcomeUnknown: true })).toMatchObject({
      at: [NOW, expect.any(String)],
      end: undefined,
    })
  })

  test('and in between the other side may be away as often as it likes: that is no doubt', () => {
    const message: Effect = { ...base, kind: 'tellReporter', message: { about: 'kept' } }
    const doubted = outcome(message, failed(message, { outcomeUnknown: true }), NOW)
    expect(doubted).toMatchObject({ outcomeUnknown: 1, notBefore: later(45_000) })
    const later1 = doubted && outcome(doubted, failed(doubted), NOW)
    expect(later1).toMatchObject({ outcomeUnknown: 1, attempts: 2 })
    expect(later1?.deadLetter).toBeUndefined()
  })

  test('what a dead instance left counts as an attempt, and may have been sent', () => {
    const leased: Effect = { ...doorbell, lease: { by: 'x/1', until: NOW } }
    expect(abandoned(leased, true)).toEqual({ ...doorbell, attempts: 1, outcomeUnknown: 1 })
    expect(abandoned(leased, false)).toEqual({ ...doorbell, attempts: 1 })
    expect(abandoned({ ...leased, attempts: FOUR_HOURS.attempts - 1 }, true)).toMatchObject({
      deadLetter: 'outcomeUnknown',
    })
    // A nudge that ends every instance that touches it is dropped, as when it fails.
    expect(abandoned({ ...nudge, attempts: 9 }, true)).toMatchObject({ attempts: 10 })
    expect(abandoned({ ...nudge, attempts: 10 }, true)).toBeUndefined()
  })

  test('a nudge that does not come through is no failure: the message says the same', () => {
    const { at, end } = lives(nudge)
    expect(end).toBeUndefined()
    expect(at.length).toBeLessThan(FOUR_HOURS.attempts)
    expect(outcome(nudge, failed(nudge, { final: true }), NOW)).toBeUndefined()
  })

  test('whatever it is and however it fails, what is left can be stored', () => {
    const kinds: Effect[] = [
      doorbell,
      nudge,
      { ...base, kind: 'tellReporter', message: { about: 'received' } },
      { ...base, kind: 'tellOfficer', officer: MARIEKE, notice: 'added' },
      { ...base, kind: 'alarm', to: 'channel' },
    ]
    const result = fc.record({
      effect: fc.constantFrom(...kinds),
      attempts: fc.nat(40),
      final: fc.boolean(),
      retryAfter: fc.option(fc.double(), { nil: undefined }),
    })
    fc.assert(
      fc.property(result, ({ effect, attempts, final, retryAfter }) => {
        const tried = { ...effect, attempts }
        const asked = retryAfter === undefined ? {} : { retryAfter }
        const left = outcome(tried, failed(tried, { final, ...asked }), NOW)
        if (!left) return
        expect(Effect.parse(left)).toEqual(left)
        if (!left.deadLetter) expect(left.notBefore !== undefined && left.notBefore > NOW).toBe(true)
      }),
      { seed: 20_261_124 },
    )
  })
})
