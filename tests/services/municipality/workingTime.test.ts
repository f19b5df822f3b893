/** Working days, Dutch holidays, office hours and summer time (C2, A058). */
import { describe, expect, test } from '@jest/globals'
import { Municipality } from '../../../services/municipality/municipality.ts'
import { UrgencyTerms } from '../../../services/municipality/terms.ts'
import {
  addWorkingDays,
  clocks,
  dayOf,
  daysBetween,
  isWorkingDay,
} from '../../../services/municipality/workingTime.ts'
import type { Urgency } from '../../../services/signal/words.ts'
import { Day, Instant } from '../../../services/words.ts'
import { town } from '../../kit/signals.ts'

const day = (text: string) => Day.parse(text)
/** A moment as people in Amsterdam say it; the offset is written out, so that summer time is no surprise. */
const at = (text: string) => Instant.parse(new Date(text).toISOString())

describe('working days', () => {
  test.each([
    ['a Tuesday', '2026-11-24', true],
    ['a Saturday', '2026-11-28', false],
    ['a Sunday', '2026-11-29', false],
    ['Nieuwjaar', '2026-01-01', false],
    ['Tweede Paasdag', '2026-04-06', false],
    ['Koningsdag', '2026-04-27', false],
    ['Koningsdag on the day before a Sunday', '2025-04-26', false],
    ['that Sunday’s Monday', '2025-04-28', true],
    ['Hemelvaartsdag', '2026-05-14', false],
    ['the day after Hemelvaart', '2026-05-15', true],
    ['Tweede Pinksterdag', '2026-05-25', false],
    ['Eerste Kerstdag', '2026-12-25', false],
    ['Tweede Kerstdag, on a Friday', '2025-12-26', false],
    ['Kerstavond', '2026-12-24', true],
    ['Oudejaarsdag', '2026-12-31', true],
    ['Goede Vrijdag, no public holiday', '2026-04-03', true],
    ['Bevrijdingsdag, no public holiday in most years', '2026-05-05', true],
    ['Sinterklaas, on a Friday', '2025-12-05', true],
    ['Dodenherdenking', '2026-05-04', true],
  ])('%s', (_name, text, working) => {
    expect(isWorkingDay(day(text))).toBe(working)
  })

  test.each([
    ['the day itself', '2026-11-24', 0, '2026-11-24'],
    ['a weekend in between', '2026-11-27', 1, '2026-11-30'],
    ['from a Saturday', '2026-11-28', 1, '2026-11-30'],
    ['Kerst and a weekend', '2026-12-24', 1, '2026-12-28'],
    ['Kerst, two weekends and Nieuwjaar', '2026-12-24', 5, '2027-01-04'],
    ['Pasen', '2026-04-02', 2, '2026-04-07'],
    ['Hemelvaart', '2026-05-13', 1, '2026-05-15'],
    ['two weeks without a holiday', '2026-11-02', 10, '2026-11-16'],
    ['into summer time', '2026-03-27', 1, '2026-03-30'],
    ['out of summer time', '2026-10-23', 1, '2026-10-26'],
  ])('%s', (_name, from, count, to) => {
    expect(addWorkingDays(day(from), count)).toBe(to)
  })

  test('ten of them are never two weeks and a day without a holiday in them (A058)', () => {
    for (let n = 0; n < 28; n += 1) {
      const from = day(new Date(Date.parse('2026-09-01') + n * 86_400_000).toISOString().slice(0, 10))
      expect(daysBetween(from, addWorkingDays(from, 10))).toBeLessThanOrEqual(14)
    }
  })

  test.each([
    ['2026-11-24', '2026-11-24', 0],
    ['2026-11-24', '2026-11-25', 1],
    ['2026-11-24', '2026-11-23', -1],
    ['2026-03-28', '2026-03-30', 2],
    ['2026-10-24', '2026-10-26', 2],
    ['2028-02-28', '2028-03-01', 2],
  ])('from %s to %s: %p days', (from, to, days) => {
    expect(daysBetween(day(from), day(to))).toBe(days)
  })
})

describe('the day in the municipality', () => {
  test.each([
    ['2026-11-24T22:59:59.999Z', '2026-11-24'],
    ['2026-11-24T23:00:00.000Z', '2026-11-25'],
    ['2026-07-01T21:59:59.999Z', '2026-07-01'],
    ['2026-07-01T22:00:00.000Z', '2026-07-02'],
    ['2026-12-31T23:00:00.000Z', '2027-01-01'],
    // The nights in which the clock is set.
    ['2026-03-28T23:00:00.000Z', '2026-03-29'],
    ['2026-03-29T21:59:59.999Z', '2026-03-29'],
    ['2026-10-24T22:00:00.000Z', '2026-10-25'],
    ['2026-10-25T22:59:59.999Z', '2026-10-25'],
  ])('%s is %s', (instant, expected) => {
    // Asked in this order and again, for what is remembered of one moment must not be said of another.
    expect(dayOf(at(instant), town)).toBe(expected)
    expect(dayOf(at('2026-06-15T12:00:00.000Z'), town)).toBe('2026-06-15')
    expect(dayOf(at(instant), town)).toBe(expected)
  })

  test('each zone has its own', () => {
    const moment = at('2026-11-25T01:00:00.000Z')
    expect(dayOf(moment, town)).toBe('2026-11-25')
    expect(dayOf(moment, { ...town, zone: 'America/Curacao' })).toBe('2026-11-24')
    expect(dayOf(moment, town)).toBe('2026-11-25')
  })
})

describe('the clocks (C2)', () => {
  const due = (urgency: Urgency, from: string) => clocks(urgency, at(from), town)
  const both = (respond: string, decide: string) => ({ respond: at(respond), decide: at(decide) })

  test.each([
    [
      'in office hours',
      'acute',
      '2026-11-24T10:00+01:00',
      '2026-11-24T10:15+01:00',
      '2026-11-24T14:00+01:00',
    ],
    [
      'on Sunday night',
      'acute',
      '2026-11-29T23:50+01:00',
      '2026-11-30T00:05+01:00',
      '2026-11-30T13:00+01:00',
    ],
    ['at Kerst', 'acute', '2026-12-25T03:00+01:00', '2026-12-25T03:15+01:00', '2026-12-28T13:00+01:00'],
    [
      'before the office opens',
      'high',
      '2026-11-24T07:30+01:00',
      '2026-11-24T10:00+01:00',
      '2026-11-24T13:00+01:00',
    ],
    ['in the morning', 'high', '2026-11-24T10:00+01:00', '2026-11-24T11:00+01:00', '2026-11-24T14:00+01:00'],
    [
      'late in the afternoon',
      'high',
      '2026-11-24T16:30+01:00',
      '2026-11-25T09:30+01:00',
      '2026-11-25T12:30+01:00',
    ],
    [
      'as the office shuts',
      'high',
      '2026-11-24T17:00+01:00',
      '2026-11-25T10:00+01:00',
      '2026-11-25T13:00+01:00',
    ],
    [
      'on Friday afternoon',
      'high',
      '2026-11-27T16:00+01:00',
      '2026-11-27T17:00+01:00',
      '2026-11-30T12:00+01:00',
    ],
    ['on Saturday', 'high', '2026-11-28T12:00+01:00', '2026-11-30T10:00+01:00', '2026-11-30T13:00+01:00'],
    ['on a Tuesday', 'normal', '2026-11-24T10:00+01:00', '2026-11-25T17:00+01:00', '2026-11-27T17:00+01:00'],
    [
      'on a Tuesday night',
      'normal',
      '2026-11-24T23:59+01:00',
      '2026-11-25T17:00+01:00',
      '2026-11-27T17:00+01:00',
    ],
    ['on a Friday', 'normal', '2026-11-27T10:00+01:00', '2026-11-30T17:00+01:00', '2026-12-02T17:00+01:00'],
    ['before Kerst', 'normal', '2026-12-24T12:00+01:00', '2026-12-28T17:00+01:00', '2026-12-30T17:00+01:00'],
    ['with time', 'soft', '2026-11-24T10:00+01:00', '2026-11-25T17:00+01:00', '2026-12-08T17:00+01:00'],
    ['over Pasen', 'soft', '2026-04-02T10:00+02:00', '2026-04-03T17:00+02:00', '2026-04-17T17:00+02:00'],
    // Summer time begins and ends on a Sunday: the office opens at nine all the same.
    [
      'into summer time',
      'high',
      '2026-03-27T16:30+01:00',
      '2026-03-30T09:30+02:00',
      '2026-03-30T12:30+02:00',
    ],
    [
      'out of summer time',
      'high',
      '2026-10-23T16:30+02:00',
      '2026-10-26T09:30+01:00',
      '2026-10-26T12:30+01:00',
    ],
    [
      'in the night of summer time',
      'acute',
      '2026-03-29T01:55+01:00',
      '2026-03-29T03:10+02:00',
      '2026-03-30T13:00+02:00',
    ],
    [
      'in the night of winter time',
      'acute',
      '2026-10-25T02:50+02:00',
      '2026-10-25T02:05+01:00',
      '2026-10-26T13:00+01:00',
    ],
    [
      'over winter time',
      'normal',
      '2026-10-23T10:00+02:00',
      '2026-10-26T17:00+01:00',
      '2026-10-28T17:00+01:00',
    ],
  ] as const)('%s, %s', (_name, urgency, from, respond, decide) => {
    expect(due(urgency, from)).toEqual(both(respond, decide))
  })

  test('the same question has the same answer, whatever was asked in between', () => {
    const first = due('normal', '2026-11-24T10:00+01:00')
    const other = { ...town, officeHours: { from: 8, until: 12 } }
    expect(clocks('normal', at('2026-11-24T10:00+01:00'), other).decide).toBe(at('2026-11-27T12:00+01:00'))
    expect(due('normal', '2026-11-24T10:00+01:00')).toEqual(first)
  })

  test('the more urgent never waits longer', () => {
    for (let hour = 0; hour < 24 * 21; hour += 7) {
      const from = Instant.parse(
        new Date(Date.parse('2026-12-14T00:00:00Z') + hour * 3_600_000).toISOString(),
      )
      const [acute, high, normal, soft] = (['acute', 'high', 'normal', 'soft'] as const).map((u) =>
        clocks(u, from, town),
      )
      if (!acute || !high || !normal || !soft) throw new Error('four clocks')
      expect([acute.respond <= high.respond, high.respond <= normal.respond]).toEqual([true, true])
      expect([
        acute.decide <= high.decide,
        high.decide <= normal.decide,
        normal.decide <= soft.decide,
      ]).toEqual([true, true, true])
      for (const one of [acute, high, normal, soft])
        expect(one.respond > from && one.decide > from).toBe(true)
    }
  })
})

describe('a municipality may be quicker, and never slower (A058)', () => {
  const urgency = UrgencyTerms.parse({
    acuteLookMinutes: 5,
    acuteDecideHours: 2,
    highDecideHours: 3,
    normalDecideWorkingDays: 2,
    softDecideWorkingDays: 5,
  })

  test.each<[Urgency, string, string]>([
    ['acute', '2026-11-24T10:05+01:00', '2026-11-24T12:00+01:00'],
    ['high', '2026-11-24T11:00+01:00', '2026-11-24T13:00+01:00'],
    ['normal', '2026-11-25T17:00+01:00', '2026-11-26T17:00+01:00'],
    ['soft', '2026-11-25T17:00+01:00', '2026-12-01T17:00+01:00'],
  ])('%s', (level, respond, decide) => {
    const due = clocks(level, at('2026-11-24T10:00+01:00'), { ...town, urgency })
    expect(due).toEqual({ respond: at(respond), decide: at(decide) })
  })

  test('left out, all of it is as C2 has it', () => {
    const asked = at('2026-11-24T10:00+01:00')
    for (const level of ['acute', 'high', 'normal', 'soft'] as const) {
      expect(clocks(level, asked, { ...town, urgency: UrgencyTerms.parse({}) })).toEqual(
        clocks(level, asked, town),
      )
    }
  })

  test.each([
    { acuteLookMinutes: 16 },
    { acuteLookMinutes: 0 },
    { acuteDecideHours: 5 },
    { highDecideHours: 5 },
    { normalDecideWorkingDays: 4 },
    { softDecideWorkingDays: 11 },
    { softDecideWorkingDays: 0 },
    { noSuchTerm: 1 },
  ])('%j is refused', (wrong) => {
    expect(Municipality.safeParse({ ...town, urgency: wrong }).success).toBe(false)
    expect(Municipality.safeParse({ ...town, urgency: {} }).success).toBe(true)
  })
})
