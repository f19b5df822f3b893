/** A label of one's own, and watching for longer. */
import { describe, expect, test } from '@jest/globals'
import { labelFor, MOST_LABEL } from '../../../../services/signal/reading/labels.ts'
import { overdueTerms } from '../../../../services/signal/reading/overdue.ts'
import { passagesOf } from '../../../../services/signal/rights/passages.ts'
import { Day } from '../../../../services/words.ts'
import {
  act,
  decision,
  done,
  JOOST,
  later,
  MARIEKE,
  officer,
  received,
  setting,
  town,
  withRota,
} from '../../../kit/signals.ts'

const MINE = officer(MARIEKE)
const DAY_MS = 86_400_000

describe('a label', () => {
  test('is of the officer who gave it, replaces their own alone, and nothing typed takes it away', () => {
    const stands = { at: setting(0, withRota(JOOST)) }
    const once = done(received(), MINE, { do: 'label', text: '  tiener ·\n Golf ' }, stands)
    const both = done(once, officer(JOOST), { do: 'label', text: 'haven' }, stands)
    expect(labelFor(both, MARIEKE)).toEqual({ text: 'tiener · Golf', own: true })
    expect(labelFor(both, JOOST)).toEqual({ text: 'haven', own: true })
    const without = done(both, MINE, { do: 'label' })
    expect(without.labels?.map(({ text }) => text)).toEqual(['haven'])
    expect(without.revision).toBe(received().revision)
    expect(without.effects).toEqual(received().effects.map((_, at) => without.effects[at]))
  })

  test('who stands in sees that of whoever has it, to read only; nobody else’s', () => {
    const taken = done(done(received(), MINE, { do: 'take' }), MINE, { do: 'label', text: 'Golf' })
    expect(labelFor(taken, JOOST)).toEqual({ text: 'Golf', own: false })
    expect(labelFor({ ...taken, takenBy: JOOST, accountable: JOOST }, JOOST)).toBeUndefined()
  })

  test('is short, is in the trail without its words, and is found by an access request', () => {
    const long = act(received(), MINE, { do: 'label', text: 'x'.repeat(MOST_LABEL + 1) })
    expect(long).toMatchObject({ refused: 'tooMuch' })
    const labelled = done(received(), MINE, { do: 'label', text: 'Golf' })
    expect(labelled.audit.at(-1)).toMatchObject({ what: 'label', by: MARIEKE })
    expect(JSON.stringify(labelled.audit)).not.toContain('Golf')
    expect(passagesOf(labelled)).toContainEqual({ id: `label.${MARIEKE}`, part: 'label', text: 'Golf' })
  })
})

describe('watching for longer', () => {
  const until = Day.parse('2026-12-02')
  const watched = () =>
    done(received(), MINE, decision({ outcome: 'monitor', routes: [], monitorUntil: until }))
  const longer = (watchUntil: string | undefined, reason = 'Er komt nog een controle.') =>
    act(watched(), MINE, {
      do: 'watchLonger',
      watchUntil: watchUntil === undefined ? undefined : Day.parse(watchUntil),
      reason,
    })

  test('has a day and a reason, keeps what it was, and is told of again when that day passes', () => {
    const put = done(watched(), MINE, {
      do: 'watchLonger',
      watchUntil: Day.parse('2026-12-20'),
      reason: 'Er komt nog een controle.',
    })
    const [last] = put.decisions.slice(-1)
    expect(last).toMatchObject({
      monitorUntil: '2026-12-20',
      longer: [{ from: '2026-12-02', until: '2026-12-20', by: MARIEKE }],
    })
    const passed = (record: typeof put, days: number) =>
      overdueTerms(record, town, later(days * DAY_MS)).filter(({ term }) => term === 'monitor')
    expect(passed(watched(), 10)).toHaveLength(1)
    expect(passed(put, 10)).toEqual([])
    expect(passed(put, 30)).toHaveLength(1)
    expect(passed(put, 30)[0]?.of).not.toBe(passed(watched(), 30)[0]?.of)
  })

  test.each([
    ['no day', undefined, { refused: 'needs', field: 'watchUntil' }],
    ['the day that it was', '2026-12-02', { refused: 'dayOutOfRange', field: 'watchUntil', most: 183 }],
    ['an earlier day', '2026-11-30', { refused: 'dayOutOfRange', field: 'watchUntil', most: 183 }],
    ['a day past the most', '2027-07-01', { refused: 'dayOutOfRange', field: 'watchUntil', most: 183 }],
  ])('%s is refused', (_what, day, refusal) => expect(longer(day)).toMatchObject(refusal))

  test('without a reason, or where nothing is watched, it is refused', () => {
    expect(longer('2026-12-20', '.')).toMatchObject({ refused: 'needs', field: 'reason' })
    const open = act(received(), MINE, { do: 'watchLonger', watchUntil: until, reason: 'Een reden.' })
    expect(open).toMatchObject({ refused: 'notNow' })
  })
})
