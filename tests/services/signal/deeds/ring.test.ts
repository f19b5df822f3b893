/** Along every way in which a signal becomes acute or high, somebody is reached at once. */
import { describe, expect, test } from '@jest/globals'
import type { Effect } from '../../../../services/outbox/effect.ts'
import type { SignalRecord } from '../../../../services/signal/record.ts'
import {
  decision,
  done,
  ELLEN,
  JOOST,
  MARIEKE,
  NOW,
  officer,
  received,
  reporter,
  setting,
  withRota,
} from '../../../kit/signals.ts'

/** Who is reached by a message of their own that was not waiting before: the channel, or an officer. */
const reached = (after: SignalRecord, before?: SignalRecord): string[] => {
  const known = new Set(before?.effects.map(({ id }) => id))
  return after.effects
    .filter(({ id }) => !known.has(id))
    .flatMap((effect: Effect) =>
      effect.kind === 'alarm'
        ? [effect.to]
        : effect.kind === 'tellOfficer' && effect.notice === 'high'
          ? [effect.officer]
          : [],
    )
    .sort()
}
const all = (...who: string[]): string[] => who.sort()
const raise = (urgency: 'acute' | 'high' | 'normal') =>
  ({ do: 'setUrgency', urgency, reason: 'Nieuwe informatie' }) as const

describe('as it comes in', () => {
  test('high by choice, and by a minor: who is on duty is told', () => {
    expect(reached(received({ urgency: 'high' }))).toEqual([MARIEKE])
    expect(reached(received({ form: { minor: 'yes' } }))).toEqual([MARIEKE])
    expect(reached(received({ urgency: 'high' }, setting(0, withRota(JOOST))))).toEqual([JOOST])
  })
  test('acute by choice: the channel, who is on duty and the next in line', () => {
    expect(reached(received({ urgency: 'acute' }))).toEqual(all('channel', MARIEKE, JOOST))
  })
  test('normal and soft ring the doorbell only', () => {
    for (const urgency of ['normal', 'soft'] as const) expect(reached(received({ urgency }))).toEqual([])
  })
})

describe('raised by an officer', () => {
  test('to acute: the channel and both on duty, and not whoever raised it', () => {
    const before = received()
    expect(reached(done(before, officer(MARIEKE), raise('acute')), before)).toEqual(all('channel', JOOST))
    const stands = done(before, officer(MARIEKE), { do: 'handTo', officer: ELLEN })
    expect(reached(done(stands, officer(ELLEN), raise('acute')), stands)).toEqual(
      all('channel', MARIEKE, JOOST),
    )
  })
  test('to acute by another: whoever has it in hand too', () => {
    const before = done(received(), officer(MARIEKE), { do: 'handTo', officer: ELLEN })
    expect(reached(done(before, officer(MARIEKE), raise('acute')), before)).toEqual(
      all('channel', JOOST, ELLEN),
    )
  })
  test('to high: whoever has it, and who is on duty', () => {
    const before = done(received(), officer(MARIEKE), { do: 'handTo', officer: ELLEN })
    expect(reached(done(before, officer(ELLEN), raise('high')), before)).toEqual([MARIEKE])
    expect(reached(done(before, officer(MARIEKE), raise('high')), before)).toEqual([ELLEN])
  })
  test('by a minor: as if raised to high', () => {
    const before = done(received(), officer(MARIEKE), { do: 'handTo', officer: ELLEN })
    const after = done(before, officer(MARIEKE), { do: 'setMinor', minor: 'yes' })
    expect(after.urgency).toBe('high')
    expect(reached(after, before)).toEqual([ELLEN])
  })
  test('by a decision that says there is a minor: likewise', () => {
    const before = done(received(), officer(MARIEKE), { do: 'handTo', officer: ELLEN })
    const after = done(before, officer(ELLEN), decision({ minor: 'yes' }))
    expect(after.urgency).toBe('high')
    expect(reached(after, before)).toEqual([MARIEKE])
  })
  test('to acute: it rings also when the reporter takes danger back before it was sent', () => {
    const lowered = done(
      received({ danger: { at: NOW, called112: 'unknown' } }),
      officer(MARIEKE),
      raise('high'),
    )
    const raised = done(lowered, officer(MARIEKE), raise('acute'))
    const after = done(raised, reporter, { do: 'noDanger' })
    expect(after.effects.flatMap((e) => (e.kind === 'alarm' ? [e.to] : [])).sort()).toEqual(
      all('channel', JOOST),
    )
  })
  test('lowered: nobody', () => {
    const before = received({ urgency: 'acute' })
    for (const to of ['high', 'normal'] as const)
      expect(reached(done(before, officer(MARIEKE), raise(to)), before)).toEqual([])
  })
  test('acute while an alarm is still on its way: it rings all the same, by its own name', () => {
    const before = received({ urgency: 'acute' })
    const lowered = done(before, officer(MARIEKE), raise('normal'))
    const again = done(lowered, officer(MARIEKE), raise('acute'))
    expect(reached(again, lowered)).toEqual(all('channel', JOOST))
    expect(again.effects.filter((e) => e.kind === 'alarm' && e.raised)).toHaveLength(2)
  })
})

test('later words of danger: the channel, both on duty, and whoever has it', () => {
  const before = done(received(), officer(MARIEKE), { do: 'handTo', officer: ELLEN })
  const after = done(before, reporter, {
    do: 'add',
    text: 'Hij heeft een mes.',
    acute: true,
    attachmentsRefused: 0,
  })
  expect(reached(after, before)).toEqual(all('channel', MARIEKE, JOOST, ELLEN))
})

describe('112 cannot be called', () => {
  const danger = { at: NOW, called112: 'unknown' as const }
  test('whoever has it and those on duty hear it, once', () => {
    const before = done(received({ danger }), officer(MARIEKE), { do: 'handTo', officer: ELLEN })
    const told = (record: SignalRecord): string[] =>
      record.effects
        .flatMap((e) => (e.kind === 'tellOfficer' && e.notice === 'cannotCall112' ? [e.officer] : []))
        .sort()
    const after = done(before, reporter, { do: 'say112', called112: 'no' })
    expect(told(after)).toEqual(all(MARIEKE, JOOST, ELLEN))
    expect(told(done(after, reporter, { do: 'say112', called112: 'no' }))).toEqual(told(after))
    expect(told(done(before, reporter, { do: 'say112', called112: 'yes' }))).toEqual([])
  })
})
