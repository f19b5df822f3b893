/** Who may change what alone: a table, written by hand. What counts is what comes of it, not which button was pressed. */
import { describe, expect, test } from '@jest/globals'
import type { Municipality } from '../../../../services/municipality/municipality.ts'
import type { Change } from '../../../../services/municipality/settings/change.ts'
import {
  confirmersOf,
  escalatesOn,
  hearersOf,
  mayConfirm,
  verdictOf,
} from '../../../../services/municipality/settings/rules.ts'
import { Instant, type OfficerId } from '../../../../services/words.ts'
import {
  changedBy,
  DEPUTY,
  day,
  FG,
  FILE,
  HEAD,
  INTEGRITY,
  NEW,
  NOW,
  OFFICER,
  person,
  span,
  TODAY,
} from './kit.ts'

const away = (officer: OfficerId, stands?: OfficerId, on = span('2026-11-24')): Change => ({
  what: 'away',
  officer,
  ...on,
  ...(stands ? { stands } : {}),
})
const turn = (officer: OfficerId, on = span('2026-12-01')): Change => ({ what: 'turn', officer, ...on })
const phone: Change = { what: 'numbers', phone: '088-000 00 44', officeHours: { from: 9, until: 17 } }

const may = (changes: readonly Change[], by: OfficerId, from: Municipality = FILE) => {
  const verdict = verdictOf(from, changedBy(changes, from), by, TODAY)
  return verdict.may === 'alone' ? 'alone' : verdict.why.join(' ')
}
/** The officer is away this week, so the deputy reads. */
const AWAY = changedBy([away(OFFICER, undefined, span('2026-11-23', '2026-11-27'))])
/** Two deputies. */
const TWO = changedBy([person(NEW, 'deputy')])
/** Two officers. */
const BOTH = changedBy([person(NEW, 'officer')])

describe('by the officer', () => {
  test.each<[string, Change[], string, Municipality?]>([
    ['is away, and the deputy stands in', [away(OFFICER, DEPUTY)], 'alone'],
    ['is away, and the head stands in', [away(OFFICER, HEAD)], 'alone'],
    ['puts the deputy on the rota', [turn(DEPUTY)], 'alone'],
    ['says that the deputy is away', [away(DEPUTY)], 'alone'],
    ['changes the numbers', [phone], 'alone'],
    ['lets a deputy go', [{ what: 'noPerson', officer: NEW }], 'alone', TWO],
    ['changes the phone of the deputy', [person(DEPUTY, 'deputy', 'Joost Hartog')], 'alone'],
    ['adds a deputy', [person(NEW, 'deputy')], 'newReader'],
    ['adds an officer', [person(NEW, 'officer')], 'newReader'],
    ['adds a head', [person(NEW, 'head')], 'newReader'],
    ['makes the deputy an officer', [person(DEPUTY, 'officer')], 'raised'],
    ['makes the head a deputy', [person(HEAD, 'deputy')], 'raised'],
    ['lets the head go, who watches', [{ what: 'noPerson', officer: HEAD }], 'removed'],
    ['lets another officer go', [{ what: 'noPerson', officer: NEW }], 'removed', BOTH],
    ['makes another officer a deputy', [person(NEW, 'deputy')], 'removed', BOTH],
  ])('%s', (...[, changes, expected, from]) => expect(may(changes, OFFICER, from)).toBe(expected))
})

describe('by the deputy', () => {
  test.each<[string, Change[], string, Municipality?]>([
    ['is away', [away(DEPUTY)], 'alone'],
    [
      'is away on a day of the rota',
      [away(DEPUTY, undefined, span('2026-12-01'))],
      'alone',
      changedBy([turn(DEPUTY)]),
    ],
    [
      'is back, while the officer is away',
      [{ what: 'back', officer: DEPUTY, from: TODAY }],
      'alone',
      changedBy([away(DEPUTY)], AWAY),
    ],
    ['is away while on duty, and the head stands in', [away(DEPUTY, HEAD)], 'alone', AWAY],
    ['on duty changes the numbers', [phone], 'alone', AWAY],
    ['off duty changes the numbers', [phone], 'offDuty'],
    ['off duty changes the own phone', [person(DEPUTY, 'deputy', 'Joost Hartog')], 'alone'],
    ['puts the officer away', [away(OFFICER)], 'gains offDuty'],
    ['puts the officer away and reads', [away(OFFICER, DEPUTY)], 'gains offDuty'],
    [
      'puts the officer away longer, while on duty',
      [away(OFFICER, undefined, span('2026-11-23', '2026-12-04'))],
      'gains',
      AWAY,
    ],
    ['puts the officer away, and the other deputy reads', [away(OFFICER, NEW)], 'gains offDuty', TWO],
    ['takes a turn', [turn(DEPUTY)], 'gains offDuty'],
    ['is away, and a friend stands in who would not have read', [away(DEPUTY, NEW)], 'gains offDuty', TWO],
    [
      'says that the officer is back, while on duty',
      [{ what: 'back', officer: OFFICER, from: TODAY }],
      'alone',
      AWAY,
    ],
    ['makes oneself an officer', [person(DEPUTY, 'officer', 'Joost Hartog')], 'raised gains'],
    [
      'lets the officer go for another',
      [person(NEW, 'officer'), { what: 'noPerson', officer: OFFICER }],
      'newReader removed gains offDuty',
    ],
    [
      'changes the phone of the officer, while on duty',
      [person(OFFICER, 'officer', 'Marieke Vonk')],
      'ofOther',
      AWAY,
    ],
  ])('%s', (...[, changes, expected, from]) => expect(may(changes, DEPUTY, from)).toBe(expected))
})

describe('by the head', () => {
  test.each<[string, Change[], string, Municipality?]>([
    ['says that the officer is away: the deputy reads', [away(OFFICER)], 'alone'],
    ['says so, and reads', [away(OFFICER, HEAD)], 'gains'],
    [
      'says so while the deputy is away, and reads by that',
      [away(OFFICER)],
      'gains',
      changedBy([away(DEPUTY)]),
    ],
    ['puts the deputy on the rota', [turn(DEPUTY)], 'alone'],
    ['puts oneself on the rota', [turn(HEAD)], 'gains'],
    ['changes the numbers', [phone], 'offDuty'],
    ['adds a deputy', [person(NEW, 'deputy')], 'newReader offDuty'],
  ])('%s', (...[, changes, expected, from]) => expect(may(changes, HEAD, from)).toBe(expected))
})

test('what is known of today gives nobody a right: a deputy who reads because the officer cannot be reached gains all the same', () => {
  const point = { channelGone: false, gone: [{ officer: OFFICER, why: 'left' as const }], nobody: false }
  const now = { ...FILE, point }
  expect(verdictOf(now, { ...changedBy([turn(DEPUTY)]), point }, DEPUTY, TODAY)).toMatchObject({ may: 'two' })
})

test('somebody who is none of them changes nothing', () => {
  expect(() => verdictOf(FILE, changedBy([phone]), INTEGRITY, TODAY)).toThrow(
    'Only somebody of the reporting point',
  )
})

describe('the second of two', () => {
  const asked = { by: OFFICER, at: NOW, about: [NEW] }
  const later = Instant.parse('2026-11-26T09:00:00.000Z')

  test('is another of the reporting point or the integrity contact; after two working days the FG as well', () => {
    expect(confirmersOf(FILE, asked, NOW)).toEqual([DEPUTY, HEAD, INTEGRITY])
    expect(escalatesOn(NOW, FILE)).toBe('2026-11-26')
    expect(confirmersOf(FILE, asked, later)).toEqual([DEPUTY, HEAD, INTEGRITY, FG])
    expect(escalatesOn(Instant.parse('2026-11-27T15:00:00.000Z'), FILE)).toBe('2026-12-01')
  })
  test('is never who asked it, nor whom it gives more, nor somebody who is gone', () => {
    expect(mayConfirm(FILE, asked, OFFICER, later)).toBe(false)
    expect(mayConfirm(FILE, { ...asked, about: [HEAD] }, HEAD, later)).toBe(false)
    expect(mayConfirm(FILE, asked, NEW, later)).toBe(false)
    const point = { channelGone: false, gone: [{ officer: HEAD, why: 'left' as const }], nobody: false }
    expect(mayConfirm({ ...FILE, point }, asked, HEAD, later)).toBe(false)
  })
})

test('who hears that who reads has changed: officer, head, integrity contact and whom it is about; never of a number', () => {
  const changed = [{ field: 'rota', after: { officer: DEPUTY, ...span('2026-12-01') } }]
  const then = changedBy([turn(DEPUTY)])
  expect(hearersOf(FILE, then, HEAD, changed)).toEqual([OFFICER, DEPUTY, INTEGRITY])
  expect(hearersOf(FILE, then, OFFICER, [{ field: 'phone' }])).toEqual([])
  expect(day('2026-12-01') > TODAY).toBe(true)
})
