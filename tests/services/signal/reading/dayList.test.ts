/** The list of the day, of entries alone: groups, what now, choosing; and an entry that says what its record says. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { entryOf, withListing } from '../../../../services/agenda/entry.ts'
import { dayLineOf } from '../../../../services/signal/reading/dayLine.ts'
import {
  areasIn,
  countsByGroup,
  dayNow,
  type Filter,
  fits,
  GROUPS,
  groupOf,
  isListed,
  isPlace,
  type Listed,
  onTheList,
  placeOn,
  whatNow,
} from '../../../../services/signal/reading/dayList.ts'
import { Kind, State } from '../../../../services/signal/words.ts'
import { Instant, PartnerId, SignalId } from '../../../../services/words.ts'
import { done, ids, JOOST, later, MARIEKE, NOW, officer, standing, town } from '../../../kit/signals.ts'

const newId = ids(7)
const HOUR = 3_600_000
const at = dayNow(NOW, town)

type Said = Partial<Listed['day']>
function entry(day: Said, key = '2 2026-11-20T09:00:00.000Z S-2026-0001 x'): Listed {
  return {
    signal: SignalId.parse(newId()),
    key,
    next: null,
    working: true,
    toDestroy: false,
    decideBy: null,
    people: [],
    failed: 0,
    day: {
      on: 'us',
      first: null,
      fresh: false,
      holder: MARIEKE,
      kind: 'signal',
      kinds: [],
      partners: [],
      areas: [],
      leadless: false,
      helpless: false,
      ...day,
    },
  }
}

describe('in which group it stands', () => {
  test.each<[string, Said, ReturnType<typeof groupOf>]>([
    ['a term that passed', { first: later(-1), on: 'partner' }, 'today'],
    ['a term of this afternoon', { first: later(5 * HOUR), on: 'watch' }, 'today'],
    ['the last moment of today', { first: Instant.parse('2026-11-24T22:59:59.999Z') }, 'today'],
    ['the first moment of tomorrow', { first: Instant.parse('2026-11-24T23:00:00.000Z') }, 'us'],
    ['nothing runs, a partner is asked', { on: 'partner' }, 'partner'],
    ['the reporter is asked', { on: 'reporter', first: later(72 * HOUR) }, 'reporter'],
    ['watched until later', { on: 'watch', first: later(900 * HOUR) }, 'watch'],
  ])('%s', (_what, day, group) => expect(groupOf(entry(day), at)).toBe(group))

  test('a day of 25 hours is one day', () => {
    const autumn = dayNow(Instant.parse('2026-10-25T00:30:00.000Z'), town)
    expect(autumn.over).toBe('2026-10-25T23:00:00.000Z')
  })
})

describe('what now', () => {
  test.each<[string, Said, [number, number, number]]>([
    ['late goes before new', { first: later(-1), fresh: true }, [1, 0, 0]],
    ['late, of a colleague', { first: later(-1), holder: JOOST }, [1, 0, 0]],
    ['new', { fresh: true, first: later(HOUR) }, [0, 0, 1]],
    ['mine, and it waits on us', { first: later(HOUR) }, [0, 1, 0]],
    ['of a colleague', { holder: JOOST }, [0, 0, 0]],
    ['mine, and a partner is asked', { on: 'partner' }, [0, 0, 0]],
  ])('%s', (_what, day, [late, yours, fresh]) => {
    expect(whatNow([entry(day)], MARIEKE, at)).toEqual({ late, yours, fresh })
  })
})

const PARTNER = PartnerId.parse('wijkteam')
const lists = fc.array(
  fc.record({
    on: fc.constantFrom('us', 'partner', 'reporter', 'watch'),
    first: fc.option(fc.integer({ min: -200, max: 200 }).map((hours) => later(hours * HOUR))),
    fresh: fc.boolean(),
    holder: fc.constantFrom(MARIEKE, JOOST),
    kind: fc.constantFrom(...Kind.options),
    areas: fc.subarray(['1011', '9711']),
    partners: fc.subarray([PARTNER]),
    leadless: fc.boolean(),
    helpless: fc.boolean(),
  }),
  { maxLength: 40 },
)

test('each thing stands in one group and is counted once; a page after a place goes on just there', () => {
  fc.assert(
    fc.property(lists, fc.nat(50), (days, cut) => {
      const all = onTheList(
        days.map((day, nr) =>
          entry(day, `${nr % 4} 2026-11-20T09:00:00.000Z S-2026-${String(nr).padStart(4, '0')} x`),
        ),
        at,
      )
      const counts = countsByGroup(all, at)
      expect(GROUPS.reduce((sum, group) => sum + (counts[group] ?? 0), 0)).toBe(all.length)
      const { late, yours, fresh } = whatNow(all, MARIEKE, at)
      expect(late + yours + fresh).toBeLessThanOrEqual(all.length)
      const places = all.map((each) => placeOn(each, at))
      expect(places).toEqual([...places].sort())
      expect(places.every(isPlace)).toBe(true)
      const last = places[cut % Math.max(1, places.length)] ?? ''
      expect(
        places.filter((place) => place <= last).length + places.filter((place) => place > last).length,
      ).toBe(places.length)
    }),
  )
})

test.each<[string, Filter, Said, Said]>([
  ['mine', { mine: true }, {}, { holder: JOOST }],
  ['a kind as an officer left it', { kind: 'labourExploitation' }, { kinds: ['labourExploitation'] }, {}],
  ['a consultation', { kind: 'consultation' }, { kind: 'consultation' }, {}],
  ['an area', { area: '9711' }, { areas: ['1011', '9711'] }, { areas: ['1011'] }],
  ['an organisation', { partner: 'wijkteam' }, { partners: [PARTNER] }, {}],
  ['a case without a lead', { lacks: 'lead' }, { leadless: true }, { helpless: true }],
  ['help not arranged', { lacks: 'help' }, { helpless: true }, { leadless: true }],
])('chosen: %s', (_what, filter, yes, no) => {
  expect([fits(entry(yes), filter, MARIEKE), fits(entry(no), filter, MARIEKE)]).toEqual([true, false])
  expect(fits(entry(no), {}, MARIEKE)).toBe(true)
})

test('the areas that can be chosen are those that occur, each once', () => {
  expect(areasIn([entry({ areas: ['9711', '1011'] }), entry({ areas: ['1011'] }), entry({})])).toEqual([
    '1011',
    '9711',
  ])
})

test.each(State.options.flatMap((state) => Kind.options.map((kind) => [state, kind] as const)))(
  'what is told after each deed is what is reckoned anew: %s %s',
  (state, kind) => {
    let record = withListing(standing(kind, state), town, NOW)
    expect(record.listing?.entry ?? null).toEqual(entryOf(record, town, NOW))
    if (state !== 'closed') {
      record = withListing(done(record, officer(MARIEKE), { do: 'note', text: 'Gebeld.' }), town, NOW)
      record = withListing(done(record, officer(MARIEKE), { do: 'label', text: 'tiener · Golf' }), town, NOW)
    }
    const told = record.listing?.entry ?? null
    expect(told).toEqual(entryOf(record, town, NOW))
    if (told && isListed(told)) expect(told.day).toEqual(dayLineOf(record, town))
    // No word of anybody, and no label.
    expect(JSON.stringify(told)).not.toMatch(/Golf|Gebeld|Wat-iemand-schreef/)
  },
)
