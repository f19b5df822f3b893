/** The timeline of a case: facts by day with where they come from, gaps, and questions about what cannot both be so. */
import { describe, expect, test } from '@jest/globals'
import { GAP_DAYS, timelineOf } from '../../../services/cases/timeline.ts'
import type { FactDetails } from '../../../services/facts/fact.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import { Reference } from '../../../services/words.ts'
import { day, factOf } from '../../journeys/caseSteps.ts'
import { received, town } from '../../kit/signals.ts'

const person = (
  name: string,
  fields: Partial<Extract<FactDetails, { kind: 'person' }>> = {},
): FactDetails => ({
  kind: 'person',
  name,
  roles: [],
  ...fields,
})
const address = (street: string, number: string): FactDetails => ({ kind: 'address', street, number })

type Said = readonly [
  details: FactDetails,
  on?: string | undefined,
  standing?: 'confirmed' | 'refuted' | undefined,
]
let counted = 0
function signal(said: readonly Said[], fields: Partial<SignalRecord> = {}): SignalRecord {
  counted += 1
  const record = received()
  return {
    ...record,
    reference: Reference.parse(`S-2026-${String(counted).padStart(4, '0')}`),
    id: fields.id ?? record.id,
    facts: said.map(([details, on, standing]) =>
      factOf(record, details, { ...(on ? { on: day(on) } : {}), ...(standing ? { standing } : {}) }),
    ),
    ...fields,
  }
}
const other = (said: readonly Said[], fields: Partial<SignalRecord> = {}): SignalRecord => {
  const record = signal(said, fields)
  return { ...record, id: received({ signal: OTHER }).id }
}
const OTHER = received().id.replace(/^./, 'a') as SignalRecord['id']
const about = (records: readonly SignalRecord[]) => timelineOf(records, town).questions

test('facts stand by day, whatever signal they come from; one without a day stands at the day of its signal', () => {
  const a = signal([[address('Dorpsstraat', '14'), '2026-11-20'], [person('Jan')]])
  const b = other([[address('Kade', '1'), '2026-11-02']])
  const { rows } = timelineOf([a, b], town)
  expect(rows.map((row) => (row.is === 'fact' ? [row.day, row.reference, row.byArrival] : row.is))).toEqual([
    ['2026-11-02', b.reference, false],
    ['2026-11-20', a.reference, false],
    ['2026-11-24', a.reference, true],
  ])
})

test('a gap is pointed out from the first day beyond the bound, and what is refuted fills none', () => {
  const at = (from: string, until: string, ...more: Said[]) =>
    timelineOf([signal([[address('A', '1'), from], [address('B', '2'), until], ...more])], town).rows.filter(
      ({ is }) => is === 'gap',
    )
  expect(GAP_DAYS).toBe(30)
  expect(at('2026-10-01', '2026-10-31')).toEqual([])
  expect(at('2026-10-01', '2026-11-01')).toEqual([
    { is: 'gap', from: '2026-10-01', until: '2026-11-01', days: 31 },
  ])
  expect(at('2026-10-01', '2026-11-01', [address('C', '3'), '2026-10-15'])).toEqual([])
  expect(at('2026-10-01', '2026-11-01', [address('C', '3'), '2026-10-15', 'refuted'])).toHaveLength(1)
})

describe('what cannot both be so is a question', () => {
  test('two dates of birth of one name; not what one side does not say, and not what was refuted', () => {
    const born = (birthDate: string, standing?: 'refuted'): Said => [
      person('Mira de Wit', { birthDate }),
      undefined,
      standing,
    ]
    expect(about([signal([born('2008-03-01')]), other([born('2009-03-01')])])).toMatchObject([
      { about: 'births', name: 'Mira de Wit', a: '2008-03-01', b: '2009-03-01' },
    ])
    expect(about([signal([born('2008-03-01')]), other([born('2008-00-00')])])).toEqual([])
    expect(about([signal([born('2008-03-01')]), other([born('2009-03-01', 'refuted')])])).toEqual([])
    expect(
      about([signal([born('2008-03-01')]), other([[person('Wit de MIRA', { birthYear: 2010 })]])]),
    ).toHaveLength(1)
    expect(
      about([signal([born('2008-03-01')]), other([[person('Mirjam de Wit', { birthYear: 2010 })]])]),
    ).toEqual([])
  })

  test('one name at two places on one day; not on another day, nor where a place is written otherwise', () => {
    const there = (street: string, number: string, on: string): Said[] => [
      [person('Mira de Wit'), on],
      [address(street, number), on],
    ]
    const first = signal(there('Dorpsstraat', '14', '2026-11-20'))
    expect(about([first, other(there('Kade', '1', '2026-11-20'))])).toMatchObject([{ about: 'places' }])
    expect(about([first, other(there('Kade', '1', '2026-11-21'))])).toEqual([])
    expect(about([first, other(there('dorpsstraat', '14', '2026-11-20'))])).toEqual([])
  })

  test('a minor by the one, none by the other', () => {
    const [yes, no] = [signal([], { minor: 'yes' }), other([], { minor: 'no' })]
    expect(about([yes, no])).toEqual([{ about: 'minors', yes: [yes.reference], no: [no.reference] }])
    expect(about([yes, other([], { minor: 'unknown' })])).toEqual([])
  })
})
