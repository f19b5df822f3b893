/** Who answers now, who stands behind, and what a configuration must have. */
import { describe, expect, test } from '@jest/globals'
import {
  Municipality,
  mayAct,
  officerOf,
  onDuty,
  partnerOf,
} from '../../../services/municipality/municipality.ts'
import { Day } from '../../../services/words.ts'
import { ELLEN, JOOST, MARIEKE, THOMAS, TODAY, town, withRota } from '../../kit/signals.ts'

const day = (text: string) => Day.parse(text)
const line = (municipality: Municipality, today = TODAY) => {
  const { accountable, behind } = onDuty(municipality, today)
  return [accountable, ...behind].map((officer) => officer.id)
}

describe('on duty (A104, I.7)', () => {
  test.each([
    ['nobody stands in: the officer, then the deputy, then the head', town, [MARIEKE, JOOST, ELLEN]],
    ['the deputy stands in: the officer is next', withRota(JOOST), [JOOST, MARIEKE, ELLEN]],
    ['the head stands in', withRota(ELLEN), [ELLEN, MARIEKE, JOOST]],
    ['the officer is on the rota', withRota(MARIEKE), [MARIEKE, JOOST, ELLEN]],
  ])('%s', (_name, municipality, expected) => expect(line(municipality)).toEqual(expected))

  test('from the first day to the last, both included, and the first turn of two', () => {
    const turn = (officer: typeof JOOST, from: string, until: string) => ({
      officer,
      from: day(from),
      until: day(until),
    })
    const rota = [turn(JOOST, '2026-11-24', '2026-11-26'), turn(ELLEN, '2026-11-26', '2026-11-27')]
    const accountable = (text: string) => onDuty({ ...town, rota }, day(text)).accountable.id
    expect(['2026-11-23', '2026-11-24', '2026-11-26', '2026-11-27', '2026-11-28'].map(accountable)).toEqual([
      MARIEKE,
      JOOST,
      JOOST,
      ELLEN,
      MARIEKE,
    ])
  })

  test('without anybody at all is a defect', () => {
    expect(() => onDuty({ ...town, officers: [] }, TODAY)).toThrow('without officers')
  })
})

test('an officer who is rung for danger may look, one who is not may not', () => {
  expect([MARIEKE, JOOST, ELLEN, THOMAS].map((id) => mayAct(town, id, TODAY, undefined))).toEqual([
    true,
    false,
    false,
    false,
  ])
  expect([MARIEKE, JOOST, ELLEN, THOMAS].map((id) => mayAct(town, id, TODAY, undefined, true))).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect([JOOST, ELLEN].map((id) => mayAct(town, id, TODAY, id))).toEqual([true, true])
  expect(mayAct(town, THOMAS, TODAY, THOMAS, true)).toBe(false)
})

test('people are found by their id in any case, partners by theirs', () => {
  expect(officerOf(town, MARIEKE.toUpperCase())?.id).toBe(MARIEKE)
  expect([officerOf(town, THOMAS), partnerOf(town, 'riec')?.id, partnerOf(town, 'RIEC')]).toEqual([
    undefined,
    'riec',
    undefined,
  ])
})

describe('an officer who is away or cannot be reached is passed over (I.7)', () => {
  const leave = (...away: (typeof JOOST)[]) => ({
    ...town,
    leave: away.map((officer) => ({ officer, from: TODAY, until: TODAY })),
  })
  const gone = (why: 'left' | 'notMember' | 'chat', ...away: (typeof JOOST)[]) => ({
    ...town,
    point: { channelGone: false, gone: away.map((officer) => ({ officer, why })), nobody: false },
  })
  test.each([
    ['the officer on leave', leave(MARIEKE), [JOOST, ELLEN]],
    ['officer and deputy on leave', leave(MARIEKE, JOOST), [ELLEN]],
    ['the officer gone', gone('left', MARIEKE), [JOOST, ELLEN]],
    [
      'the deputy gone, who stands in',
      { ...gone('notMember', JOOST), rota: withRota(JOOST).rota },
      [MARIEKE, ELLEN],
    ],
    [
      'everybody gone: still somebody answers for it',
      gone('left', MARIEKE, JOOST, ELLEN),
      [MARIEKE, JOOST, ELLEN],
    ],
    [
      'gone, and the others on leave',
      { ...leave(JOOST, ELLEN), ...{ point: gone('left', MARIEKE).point } },
      [JOOST, ELLEN],
    ],
    [
      'nobody can be written to: the officer reads in the channel',
      gone('chat', MARIEKE, JOOST, ELLEN),
      [MARIEKE, JOOST, ELLEN],
    ],
  ])('%s', (_name, municipality, expected) => expect(line(municipality)).toEqual(expected))

  test('one who stands in may act; one who is gone may do nothing, one who only cannot be written to may act', () => {
    const may = (municipality: Municipality) =>
      [MARIEKE, JOOST, ELLEN].map((id) => mayAct(municipality, id, TODAY, MARIEKE))
    expect(may(gone('left', MARIEKE))).toEqual([false, true, false])
    expect(may(gone('notMember', MARIEKE))).toEqual([false, true, false])
    expect(may(gone('chat', MARIEKE))).toEqual([true, true, false])
    expect(may(leave(MARIEKE))).toEqual([true, true, false])
  })

  test('while the channel is gone the next in line is rung, and may look', () => {
    const point = { channelGone: true, gone: [], nobody: false }
    expect([JOOST, ELLEN].map((id) => mayAct({ ...town, point }, id, TODAY, undefined))).toEqual([
      true,
      false,
    ])
  })
})

describe('a municipality is refused', () => {
  const without = (role: string) => ({ ...town, officers: town.officers.filter((o) => o.role !== role) })
  test.each([
    ['without an officer', without('officer'), ['officers: names no officer (role "officer")']],
    ['without a deputy', without('deputy'), ['officers: names no deputy (role "deputy")']],
    [
      'without a referral for integrity',
      { ...town, integrity: undefined },
      ['integrity: Invalid input: expected object, received undefined'],
    ],
    [
      'with somebody twice',
      { ...town, officers: [...town.officers, town.officers[1]] },
      ['officers: names someone twice'],
    ],
    [
      'with a partner twice',
      { ...town, partners: [...town.partners, town.partners[0]] },
      ['partners: names a partner twice'],
    ],
    [
      'with a stranger on the rota',
      { ...town, rota: [{ officer: THOMAS, from: TODAY, until: TODAY }] },
      ['rota.0.officer: is not among the officers'],
    ],
    [
      'with a turn that ends before it begins',
      { ...town, rota: [{ officer: JOOST, from: TODAY, until: '2026-11-01' }] },
      ['rota.0.until: ends before it begins'],
    ],
    [
      'with a stranger on leave',
      { ...town, leave: [{ officer: THOMAS, from: TODAY, until: TODAY }] },
      ['leave.0.officer: is not among the officers'],
    ],
    [
      'with a leave that ends before it begins',
      { ...town, leave: [{ officer: JOOST, from: TODAY, until: '2026-11-01' }] },
      ['leave.0.until: ends before it begins'],
    ],
    [
      'with somebody on the rota who is away then',
      { ...withRota(JOOST), leave: [{ officer: JOOST, from: '2026-12-24', until: '2027-01-03' }] },
      ['rota.0.officer: names somebody who is on leave then'],
    ],
    [
      'with a day on which everybody is away',
      {
        ...town,
        leave: [
          { officer: MARIEKE, from: '2026-12-20', until: '2026-12-31' },
          { officer: JOOST, from: '2026-12-24', until: '2026-12-26' },
          { officer: ELLEN, from: '2026-12-26', until: '2027-01-04' },
        ],
      },
      ['leave.2.from: leaves nobody to read on its first day'],
    ],
    [
      'with an office that shuts before it opens',
      { ...town, officeHours: { from: 17, until: 9 } },
      ['officeHours: end before they begin'],
    ],
    ['in a zone that is none', { ...town, zone: 'Europe/Voorbeeldstad' }, ['zone: is not an IANA time zone']],
  ])('%s', (_name, municipality, problems) => {
    const parsed = Municipality.safeParse(municipality)
    expect(parsed.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)).toEqual(problems)
  })

  test('no longer when it is whole: the head may be missing', () => {
    expect(Municipality.safeParse(without('head')).success).toBe(true)
    expect(Municipality.parse(town)).toEqual(town)
  })
})
