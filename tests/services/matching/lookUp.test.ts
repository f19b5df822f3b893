/** What is recognised and what is not: the words of the issue, one by one, through the index in memory. */
import { describe, expect, test } from '@jest/globals'
import { entitiesOf } from '../../../services/matching/entitiesOf.ts'
import type { AddressEntry, Entry, PersonEntry } from '../../../services/matching/entry.ts'
import { MOST_KEYS } from '../../../services/matching/keysOf.ts'
import { lookUp } from '../../../services/matching/lookUp.ts'
import type { Match } from '../../../services/matching/match.ts'
import { memoryIndex } from '../../../services/matching/memoryIndex.ts'

type Parts = Partial<Omit<Entry, 'id'>>
const entry = (id: string, parts: Parts): Entry => ({
  id,
  persons: [],
  organisations: [],
  addresses: [],
  phones: [],
  ibans: [],
  plates: [],
  emails: [],
  ...parts,
})
const person = (name: string, birthDate?: string): PersonEntry => ({ name, ...(birthDate && { birthDate }) })
const MOLEN: AddressEntry = {
  street: 'Molenweide',
  number: '14',
  addition: 'b',
  postcode: '3437 AB',
  city: 'Nieuwegein',
}
const KADE: AddressEntry = { street: 'Kerkkade', number: '8', postcode: '3511 XK', city: 'Utrecht' }

async function matchesOf(query: Parts, ...register: Parts[]): Promise<Match[]> {
  const index = memoryIndex()
  for (const [at, parts] of register.entries()) {
    const one = entry(`r${at}`, parts)
    await index.put(one.id, entitiesOf(one))
  }
  return lookUp(entry('q', query), index)
}
const strengthOf = async (query: Parts, ...register: Parts[]) =>
  (await matchesOf(query, ...register))[0]?.strength

describe('one and the same person', () => {
  const asif = { persons: [person('Willemijn van Oudbroek', '1985-03-12')], addresses: [MOLEN] }

  test.each([
    ['as it was', asif],
    ['a typing error', { persons: [person('Willemijn van Oudbreok', '1985-03-12')], addresses: [MOLEN] }],
    ['the surname first', { persons: [person('Oudbroek, Willemijn van', '1985-03-12')] }],
    [
      'a digit of the birth wrong',
      { persons: [person('Willemijn van Oudbroek', '1985-03-17')], addresses: [MOLEN] },
    ],
    ['day and month turned', { persons: [person('Willemijn Oudbroek', '1985-12-03')], addresses: [MOLEN] }],
    [
      'the address written another way',
      {
        persons: [person('W. van Oudbroek', '1985-03-12')],
        addresses: [{ street: 'Molen weide', number: '14-B', postcode: '3437ab' }],
      },
    ],
  ])('%s: strong', async (_, query) => {
    expect(await strengthOf(query, asif)).toBe('strong')
  })

  test('what only one side has does not count against it', async () => {
    const [bare] = await matchesOf({ persons: [person('Willemijn van Oudbroek', '1985-03-12')] }, asif)
    expect(bare?.strength).toBe('strong')
    expect(bare?.reasons.map(({ field }) => field)).toEqual(['name', 'birth'])
  })

  test('says field by field why, and what differs, in the words of both', async () => {
    const [match] = await matchesOf(
      { persons: [person('Willemijn van Oudbreok', '1985-03-12')], addresses: [KADE] },
      asif,
    )
    expect(match?.reasons).toEqual([
      expect.objectContaining({
        field: 'name',
        agrees: 'nearly',
        here: 'Willemijn Oudbreok',
        there: 'Willemijn Oudbroek',
      }),
      expect.objectContaining({ field: 'birth', agrees: 'same', here: '1985-03-12', there: '1985-03-12' }),
      expect.objectContaining({
        field: 'address',
        agrees: 'differs',
        there: 'Molenweide 14 b, 3437 AB Nieuwegein',
      }),
    ])
    const bits = match?.reasons.map(({ bits }) => bits) ?? []
    expect(bits[0]).toBeGreaterThan(0)
    expect(bits[2]).toBeLessThan(0)
  })
})

describe('somebody else', () => {
  const father = { persons: [person('Jan Veldmans', '1958-02-03')], addresses: [MOLEN] }

  test.each([
    [
      'father and son with one initial',
      { persons: [person('J. Veldmans', '1989-10-21')], addresses: [MOLEN] },
    ],
    ['father and son with one name', { persons: [person('Jan Veldmans', '1989-10-21')], addresses: [MOLEN] }],
    ['a brother', { persons: [person('Pieter Veldmans', '1960-07-14')], addresses: [MOLEN] }],
    ['a twin', { persons: [person('Pieter Veldmans', '1958-02-03')], addresses: [MOLEN] }],
    ['a sibling of whom the birth is not known', { persons: [person('Sanne Veldmans')], addresses: [MOLEN] }],
    ['a namesake', { persons: [person('Jan Veldmans', '1989-10-21')], addresses: [KADE] }],
    ['who lives there now', { persons: [person('Fatima Haddad', '1989-10-21')], addresses: [MOLEN] }],
  ])('%s: possible at most', async (_, query) => {
    expect([undefined, 'possible']).toContain(await strengthOf(query, father))
    expect([undefined, 'possible']).toContain(await strengthOf(father, query))
  })

  test.each(['Jan de Vries', 'J. de Jong', 'Mohamed Ali', 'Mehmet Yilmaz', 'Maria Jansen'])(
    'a common name alone is never a hit: %s',
    async (name) => {
      const register = { persons: [person(name, '1971-05-06')], addresses: [KADE] }
      expect([undefined, 'possible']).toContain(await strengthOf({ persons: [person(name)] }, register))
    },
  )

  test('a stranger is an answer: nothing', async () => {
    expect(
      await matchesOf({ persons: [person('Anouk Zonderveld', '1990-01-02')], addresses: [KADE] }, father),
    ).toEqual([])
  })
})

describe('an address or a number', () => {
  test('the same dwelling is likely where nobody is named on one side, and another addition is possible', async () => {
    const inspected = { addresses: [MOLEN] }
    const written: AddressEntry = { street: 'Molen weide', number: '14B', postcode: '3437AB' }
    expect(await strengthOf({ addresses: [written] }, inspected)).toBe('likely')
    expect(await strengthOf({ addresses: [{ ...MOLEN, addition: 'c' }] }, inspected)).toBe('possible')
  })

  test('with a number that is the same too it is strong', async () => {
    const earlier = { addresses: [MOLEN], plates: ['AB-123-C'] }
    expect(await strengthOf({ addresses: [MOLEN], plates: ['ab123c'] }, earlier)).toBe('strong')
  })

  test.each([
    [{ phones: ['06 12345678'] }, { phones: ['+31612345678'] }],
    [{ ibans: ['NL91 ABNA 0417 1643 00'] }, { ibans: ['nl91abna0417164300'] }],
    [{ plates: ['AB-123-C'] }, { plates: ['ab 123 c'] }],
    [{ emails: ['A.b@Example.nl'] }, { emails: ['a.b@example.nl'] }],
    [{ organisations: [{ kvk: '12345678' }] }, { organisations: [{ kvk: 'KvK 1234 5678' }] }],
  ])('%j is found by itself', async (query, register) => {
    expect(await strengthOf(query, register)).toBe('strong')
  })

  test('the same number of two who are evidently two is likely, and says whose names differ', async () => {
    const earlier = { persons: [person('Jan Veldmans', '1958-02-03')], phones: ['0612345678'] }
    const [match] = await matchesOf(
      { persons: [person('Fatima Haddad', '1989-10-21')], phones: ['0612345678'] },
      earlier,
    )
    expect(match?.strength).toBe('likely')
    expect(match?.reasons).toContainEqual(expect.objectContaining({ field: 'name', agrees: 'differs' }))
  })

  test('two firms at one address stay two firms', async () => {
    const nails = { organisations: [{ name: 'Nagelstudio Lotus' }], addresses: [KADE] }
    const taxi = { organisations: [{ name: 'Taxibedrijf Zilverpijl B.V.' }], addresses: [KADE] }
    expect([undefined, 'possible']).toContain(await strengthOf(taxi, nails))
    expect(
      await strengthOf({ organisations: [{ name: 'Zilverpijl taxibedrijf' }], addresses: [KADE] }, taxi),
    ).not.toBe('possible')
  })

  test('a town hall that half of all have is capped by itself', async () => {
    const many = Array.from({ length: 260 }, () => ({ addresses: [KADE], phones: ['030 1234567'] }))
    expect(await matchesOf({ addresses: [KADE], phones: ['030-1234567'] }, ...many)).toEqual([])
    const some = many.slice(0, 60)
    const found = await matchesOf({ addresses: [KADE], phones: ['030-1234567'] }, ...some)
    expect(new Set(found.map(({ strength }) => strength))).toEqual(new Set(['possible']))
  })
})

describe('an entry of many', () => {
  test('a person, an address and a plate of one entry are one answer', async () => {
    const earlier = {
      persons: [person('Willemijn van Oudbroek', '1985-03-12')],
      addresses: [MOLEN],
      plates: ['AB-123-C'],
    }
    const found = await matchesOf(earlier, earlier)
    expect(found).toHaveLength(1)
    expect(found[0]?.reasons.map(({ field }) => field)).toEqual(['name', 'birth', 'address', 'vehicle'])
  })

  test('of 500 persons at 50 addresses no document grows, no entity has more than forty keys, and each is found', async () => {
    const persons = Array.from({ length: 500 }, (_, at) =>
      person(`Ysbrand Wolkenveld${'abcdefghij'[at % 10]}${at}`),
    )
    const addresses = Array.from({ length: 50 }, (_, at) => ({ ...MOLEN, number: String(at + 1) }))
    const indexed = entitiesOf(entry('r', { persons, addresses }))
    expect(indexed.length).toBeLessThanOrEqual(500 + 13)
    for (const { entity, keys } of indexed) {
      expect(keys.length).toBeLessThanOrEqual(MOST_KEYS)
      expect(entity.addresses.length).toBeLessThanOrEqual(4)
    }
    const index = memoryIndex()
    await index.put('r', indexed)
    expect((await lookUp(entry('q', { addresses: [{ ...MOLEN, number: '43' }] }), index))[0]?.strength).toBe(
      'likely',
    )
  })

  test('what stands in the index does not find itself', async () => {
    const own = entry('r0', { persons: [person('Willemijn van Oudbroek', '1985-03-12')] })
    const index = memoryIndex()
    await index.put(own.id, entitiesOf(own))
    expect(await lookUp(own, index)).toEqual([])
    expect(await lookUp(own, index, { except: '' })).toHaveLength(1)
    await index.remove(own.id)
    expect(await lookUp(own, index, { except: '' })).toEqual([])
  })
})

describe('fairness', () => {
  test('names of other backgrounds with the same grade and rarity move the score no differently', async () => {
    const scores: number[] = []
    // None of these is on a list of what is common: five letters and eight.
    for (const [given, surname] of [
      ['Wietz', 'Olderman'],
      ['Tigst', 'Woldemar'],
      ['Zdenk', 'Ruzickov'],
      ['Xiuyn', 'Ouyangde'],
    ]) {
      const one = { persons: [{ givenName: given, surname, birthDate: '1985-03-12' }], addresses: [MOLEN] }
      const [match] = await matchesOf(one, one)
      scores.push(match?.score ?? 0)
    }
    expect(new Set(scores.map((score) => score.toFixed(6))).size).toBe(1)
  })

  test('there is no field for where somebody comes from', () => {
    const [indexed] = entitiesOf(entry('r', { persons: [person('Willemijn van Oudbroek', '1985-03-12')] }))
    const fields = JSON.stringify(indexed?.entity)
    expect(fields).not.toMatch(/nationality|origin|ethnic|gender/)
  })

  test('the other way round it is as strong', async () => {
    const one = { persons: [person('Willemijn van Oudbroek', '1985-03-12')], addresses: [MOLEN] }
    const other = { persons: [person('W. Oudbreok', '1985-03-00')], addresses: [{ ...MOLEN, city: '' }] }
    const [there, back] = [await matchesOf(one, other), await matchesOf(other, one)]
    expect(there[0]?.strength).toBe(back[0]?.strength)
    expect(Math.abs((there[0]?.score ?? 0) - (back[0]?.score ?? 0))).toBeLessThan(0.5)
  })
})
