/** The round and an open signal, when the reporting point changed (A061, I.7). */
import { describe, expect, test } from '@jest/globals'
import type { Municipality, WhyGone } from '../../../../services/municipality/municipality.ts'
import type { Effect } from '../../../../services/outbox/effect.ts'
import { decide } from '../../../../services/signal/decide.ts'
import type { SignalRecord } from '../../../../services/signal/record.ts'
import type { Actor } from '../../../../services/signal/words.ts'
import type { OfficerId } from '../../../../services/words.ts'
import {
  ELLEN,
  JOOST,
  MARIEKE,
  officer,
  press,
  received,
  reporter,
  setting,
  town,
} from '../../../kit/signals.ts'

const system = { role: 'system' } as const
const without = (...gone: OfficerId[]): Municipality => ({
  ...town,
  point: {
    channelGone: false,
    gone: gone.map((id) => ({ officer: id, why: 'left' as WhyGone })),
    nobody: gone.length === 3,
  },
})
const tend = (record: SignalRecord, municipality: Municipality, ring = false, actor: Actor = system) =>
  decide(record, { do: 'tend', ring, id: press(), actor }, setting(1000, municipality))
function tended(record: SignalRecord, municipality: Municipality, ring = false): SignalRecord {
  const decided = tend(record, municipality, ring)
  if (!('done' in decided) || decided.done !== 'changed') throw new Error('Nothing was done.')
  return decided.record
}
const does = (record: SignalRecord, deed: { do: 'take' } | { do: 'view' }) => {
  const decided = decide(record, { ...deed, id: press(), actor: officer(MARIEKE) }, setting())
  if (!('done' in decided) || decided.done !== 'changed') throw new Error('Refused.')
  return decided.record
}
const kinds = (record: SignalRecord) => record.effects.map((effect) => effect.kind)
const whats = (record: SignalRecord) => record.audit.map((entry) => entry.what)

test('nobody but the round may ask for it', () => {
  for (const actor of [reporter, officer(MARIEKE)])
    expect(tend(received(), without(MARIEKE), false, actor)).toEqual({ refused: 'notAllowed' })
})

test('nothing is wrong, or with somebody else: nothing is done', () => {
  expect(tend(received(), town)).toEqual({ refused: 'already' })
  expect(tend(received(), without(ELLEN))).toEqual({ refused: 'already' })
})

test('the one who answers for it is gone: the next in line does, hears so, and the receipt says who', () => {
  const before = { ...received(), effects: [] }
  const record = tended(before, without(MARIEKE))
  expect([record.accountable, record.takenBy, record.state]).toEqual([JOOST, undefined, 'received'])
  expect(record.revision).toBe(before.revision + 1)
  expect(record.effects).toMatchObject([
    { kind: 'tellOfficer', officer: JOOST, notice: 'standIn' },
    { kind: 'tellReporter', message: { about: 'received' } },
    { kind: 'doorbell' },
  ])
  expect(record.audit.at(-1)).toMatchObject({ by: 'system', what: 'standIn' })
  expect(tend(record, without(MARIEKE))).toEqual({ refused: 'already' })
})

test('the one who had it in hand is gone: it is free; the reporter, who had an answer, gets no second receipt', () => {
  const taken = { ...does(received(), { do: 'take' }), effects: [] }
  const record = tended(taken, without(MARIEKE, JOOST))
  expect([record.accountable, record.takenBy, record.state]).toEqual([ELLEN, undefined, 'inTriage'])
  expect(kinds(record)).toEqual(['tellOfficer', 'doorbell'])
})

test('it was handed to somebody who is there: that one answers, whoever has duty', () => {
  const handed = { ...received(), takenBy: ELLEN, accountable: MARIEKE, effects: [] }
  const record = tended(handed, without(MARIEKE))
  expect([record.accountable, record.takenBy]).toEqual([ELLEN, ELLEN])
})

describe('what was on its way to an officer who is gone', () => {
  const base = { id: press(), at: received().receivedAt, attempts: 7 }
  const late = setting(90_000).now
  const line = (to: OfficerId, more: object = {}): Effect => ({
    ...base,
    kind: 'tellOfficer',
    officer: to,
    notice: 'added',
    ...more,
  })
  const alarm = (to: OfficerId | 'channel', more: object = {}): Effect => ({
    ...base,
    kind: 'alarm',
    to,
    ...more,
  })
  const moved = (...effects: Effect[]) =>
    tended({ ...received(), accountable: JOOST, effects }, without(MARIEKE)).effects
  test('goes to the one who answers now, at once, also where it was given up', () => {
    expect(
      moved(line(MARIEKE, { deadLetter: 'gone' }), line(ELLEN), alarm(MARIEKE, { notBefore: late })),
    ).toMatchObject([
      { kind: 'tellOfficer', officer: JOOST, attempts: 0, deadLetter: undefined },
      { kind: 'tellOfficer', officer: ELLEN, attempts: 7 },
      { kind: 'alarm', to: JOOST, attempts: 0, notBefore: undefined },
    ])
  })
  test('is not rung twice with the same person', () => {
    expect(moved(alarm('channel'), alarm(MARIEKE), alarm(JOOST))).toMatchObject([
      { to: 'channel' },
      { to: JOOST },
    ])
  })
})

describe('nobody at all', () => {
  const nobody = without(MARIEKE, JOOST, ELLEN)
  test('a signal that comes in then says so in its trail, and again when somebody reads', () => {
    const record = received({}, setting(0, nobody))
    expect(whats(record)).toEqual(['report', 'nobodyWarned'])
    expect(tend(record, nobody)).toEqual({ refused: 'already' })
    const read = tended({ ...record, effects: [] }, without(MARIEKE, JOOST))
    expect(whats(read)).toEqual(['report', 'nobodyWarned', 'standIn', 'somebodyReads'])
    expect(kinds(read).filter((kind) => kind === 'tellReporter')).toHaveLength(1)
  })
  test('one that stood unread is told of once; what was looked at is not', () => {
    const record = tended({ ...received(), effects: [] }, nobody)
    expect(kinds(record)).toEqual(['tellReporter'])
    expect(record.accountable).toBe(MARIEKE)
    expect(tend(record, nobody)).toEqual({ refused: 'already' })
    expect(tend({ ...does(received(), { do: 'take' }), effects: [] }, nobody)).toEqual({ refused: 'already' })
  })
})

test('the channel is back: one doorbell, also where one was given up, and nothing of a closed one', () => {
  const lost: Effect = {
    id: press(),
    at: received().receivedAt,
    attempts: 18,
    deadLetter: 'gone',
    kind: 'doorbell',
  }
  const record = tended({ ...received(), effects: [lost] }, town, true)
  expect(record.effects).toMatchObject([{ kind: 'doorbell', attempts: 0 }])
  expect(record.effects[0]?.deadLetter).toBeUndefined()
  expect(whats(record)).toEqual(['report', 'ringAgain'])
  expect(tend({ ...record, state: 'closed' }, town, true)).toEqual({ refused: 'closed' })
})

test('whoever asks without the channel stands so in the trail', () => {
  const record = decide(
    received(),
    { do: 'view', id: press(), actor: officer(MARIEKE), withoutChannel: true },
    setting(),
  )
  expect('done' in record && record.done === 'changed' && whats(record.record)).toEqual([
    'report',
    'view',
    'withoutChannel',
  ])
})

test('a doorbell that is being rung is not rung beside it: the round comes back for it', () => {
  const lease = { by: 'other/1', until: setting(15_000).now }
  const record = received()
  const effects = record.effects.map((e) => (e.kind === 'doorbell' ? { ...e, lease } : e))
  expect(tend({ ...record, effects }, town, true)).toEqual({ refused: 'notNow' })
})
