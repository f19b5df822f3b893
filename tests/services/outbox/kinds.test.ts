/** The table of what each kind of effect is: every row, and that what it says of an order holds. */
import { describe, expect, test } from '@jest/globals'
import { DeliveryCounts } from '../../../bot/courier/counts.ts'
import { Effect, type NewEffect, pendingEffect } from '../../../services/outbox/effect.ts'
import {
  givenUpAs,
  isToReporter,
  isUrgent,
  isVisibleTwice,
  kindOf,
  onceAs,
  orderingKeyOf,
  possibleDuplicateOf,
  unknownOutcomeOf,
} from '../../../services/outbox/kinds.ts'
import type { Standing } from '../../../services/outbox/result.ts'
import { schedule } from '../../../services/outbox/schedule.ts'
import { Day, SignalId } from '../../../services/words.ts'
import { ids, later, MARIEKE, NOW, received } from '../../kit/signals.ts'

const newId = ids(7)
const make = (fresh: NewEffect): Effect => pendingEffect(fresh, newId(), NOW)
const posted = { serviceUrl: 'https://teams.example', conversation: '19:c', activity: '7' }
const KEPT: NewEffect = { kind: 'tellReporter', message: { about: 'kept' } }
const fresh: Standing = { what: 'signal', record: received() }
const rung: Standing = {
  what: 'signal',
  record: { ...received(), doorbell: { ...posted, shown: 1 } },
}

const [ROUTE, SENT] = [newId(), newId()]

type Row = [NewEffect, key: string, order: string, attempts: number, sends: number, twice: boolean]
const rows: Row[] = [
  [{ kind: 'doorbell' }, 'channel', 'free', 18, 4, true],
  [KEPT, 'reporter', 'strict', 18, 2, true],
  [{ kind: 'tellReporter', message: { about: 'received' } }, 'reporter', 'strict', 18, 6, true],
  [
    { kind: 'tellReporter', message: { about: 'received', replaces: '7' } },
    'reporter',
    'strict',
    18,
    6,
    false,
  ],
  [{ kind: 'nudgeReporter' }, 'reporter', 'follows', 11, 2, true],
  [{ kind: 'tellOfficer', officer: MARIEKE, notice: 'added' }, MARIEKE, 'free', 18, 4, true],
  [
    { kind: 'alarm', to: 'channel' },
    'alarm/channel',
    'free',
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    true,
  ],
  [
    { kind: 'alarm', to: MARIEKE },
    `alarm/${MARIEKE}`,
    'free',
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    true,
  ],
  [{ kind: 'mendAlarm', posted, state: 'sent' }, 'alarm/19:c/7', 'free', 18, Number.POSITIVE_INFINITY, false],
  [{ kind: 'retireBell', posted }, 'alarm/19:c/7', 'free', 30, Number.POSITIVE_INFINITY, false],
  [{ kind: 'nudgeDraft', draft: SignalId.parse(newId()) }, 'reporter', 'free', 11, 2, true],
  [{ kind: 'recognise' }, 'recognise', 'free', Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, false],
  [{ kind: 'mailPartner', route: ROUTE, sent: SENT }, `mail/${ROUTE}`, 'strict', 18, 2, true],
  [
    { kind: 'carryAlong', route: ROUTE },
    `along/${ROUTE}`,
    'strict',
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    false,
  ],
  [
    { kind: 'inviteMeeting', meeting: ROUTE, day: Day.parse('2026-12-08'), hour: '09:30', to: [] },
    `meeting/${ROUTE}`,
    'strict',
    18,
    Number.POSITIVE_INFINITY,
    false,
  ],
]

describe('a row', () => {
  test('there is one for every kind', () => {
    const kinds = Effect.options.map((option) => option.shape.kind.value)
    expect([...new Set(rows.map(([{ kind }]) => kind))].sort()).toEqual([...kinds].sort())
  })

  test.each(rows)('%j', (it, key, order, attempts, sends, twice) => {
    const effect = make(it)
    expect(Effect.parse(effect)).toEqual(effect)
    const { order: as, retry } = kindOf(effect)
    const found = [orderingKeyOf(effect), as, retry.attempts, unknownOutcomeOf(effect).sends]
    expect(found).toEqual([key, order, attempts, sends])
    expect(isVisibleTwice(effect, fresh)).toBe(twice)
  })
})

test('a doorbell that hangs is changed in its place: a second one is not seen', () => {
  const bell = make({ kind: 'doorbell' })
  expect([isVisibleTwice(bell, fresh), isVisibleTwice(bell, rung)]).toEqual([true, false])
})

test('only what a person reads as a message waits a while before it is sent again', () => {
  const pauses = rows.flatMap(([it]) => (unknownOutcomeOf(make(it)).pause > 0 ? [it.kind] : []))
  expect(pauses).toEqual(['tellReporter', 'nudgeReporter', 'nudgeDraft', 'mailPartner'])
})

test('one doorbell, one alarm to each, and one mail of a hand-over, is enough; of anything else there may be more', () => {
  expect([...new Set(rows.map(([it]) => onceAs(it)))]).toEqual([
    'doorbell/doorbell',
    undefined,
    'alarm/channel',
    `alarm/${MARIEKE}`,
    `mailPartner/${SENT}`,
  ])
})

test('what is for the reporter, what waits for nothing, and what may stand there twice', () => {
  const named = (is: (effect: Effect) => unknown) =>
    new Set(rows.flatMap(([it]) => (is(make(it)) ? [it.kind] : [])))
  expect(named(isToReporter)).toEqual(new Set(['tellReporter', 'nudgeReporter', 'nudgeDraft']))
  expect(named(isUrgent)).toEqual(new Set(['alarm']))
  expect(named(possibleDuplicateOf)).toEqual(new Set(['tellReporter']))
})

test('a dead letter is shown to the officer, but a nudge is dropped; the end alone asks nothing of anybody', () => {
  const what = (it: NewEffect) => {
    const given = givenUpAs(make(it))
    return given.is === 'shown' ? given.what.what : given.is
  }
  expect(new Set(rows.map(([it]) => what(it)))).toEqual(
    new Set([
      'doorbell',
      'kept',
      'received',
      'dropped',
      'invitation',
      'officer',
      'alarmChannel',
      'alarm',
      'alarmCard',
      'partnerMail',
    ]),
  )
  const counts = new DeliveryCounts()
  const dead = (it: NewEffect): Effect => ({ ...make(it), deadLetter: 'away' })
  counts.see('a', [dead(KEPT), make(KEPT), dead({ kind: 'tellReporter', message: { about: 'closed' } })])
  expect(counts.failures()).toEqual({ documents: 1, effects: 1 })
})

test('what keeps an order waits for what stands before it under the same key, and for nothing else', () => {
  const late: Effect = { ...make(KEPT), notBefore: later(60_000) }
  const kinds: NewEffect[] = [
    KEPT,
    { kind: 'nudgeReporter' },
    { kind: 'doorbell' },
    { kind: 'tellOfficer', officer: MARIEKE, notice: 'added' },
  ]
  const at = schedule([make(KEPT), late, ...kinds.map(make)]).map((planned) => planned.at)
  expect(at).toEqual([NOW, later(60_000), later(60_000), later(60_000), NOW, NOW])
  // A nudge waits, and nothing waits for it; a dead letter holds nothing back.
  const nudge: Effect = { ...make({ kind: 'nudgeReporter' }), notBefore: later(60_000) }
  expect(schedule([nudge, { ...late, deadLetter: 'away' }, make(KEPT)]).map((it) => it.at)).toEqual([
    later(60_000),
    NOW,
  ])
})
