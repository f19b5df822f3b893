/** The sets that recognition is measured on: the same each time, nothing of a real person in them, and what is true is so. */
import { beforeAll, describe, expect, test } from '@jest/globals'
import { dutchSet } from '../../../infra/matching/dutchSet.ts'
import { febrlSet } from '../../../infra/matching/febrl.ts'
import { bearersOf, dutchSurname } from '../../../infra/matching/names/dutch.ts'
import { inCyrillic } from '../../../infra/matching/names/others.ts'
import { populationOf } from '../../../infra/matching/population.ts'
import { randomOf } from '../../../infra/matching/random.ts'
import type { MatchingSet } from '../../../infra/matching/set.ts'
import { asHeard, typedWrong } from '../../../infra/matching/typing.ts'
import { compareAddresses } from '../../../services/matching/addresses/compareAddresses.ts'
import { typingErrors } from '../../../services/matching/names/edits.ts'
import { account } from '../../../services/matching/values/account.ts'
import { companyNumber } from '../../../services/matching/values/companyNumber.ts'
import { isDutchPlate, plate } from '../../../services/matching/values/plate.ts'
import { telephone } from '../../../services/matching/values/telephone.ts'
import { passesElevenTest } from '../../../services/privacy/bsn/find.ts'

describe('a Dutch set', () => {
  let set: MatchingSet
  beforeAll(() => {
    set = dutchSet({ size: 900, seed: 5 })
  })

  test('the same for the same seed, another for another', () => {
    expect(dutchSet({ size: 900, seed: 5 })).toEqual(set)
    expect(dutchSet({ size: 900, seed: 6 }).register).not.toEqual(set.register)
  })

  test('every kind of question is in it, each entry once, and the truth is in the register', () => {
    const ids = set.register.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(set.queries.map(({ entry }) => entry.id)).size).toBe(set.queries.length)
    expect(new Set(set.queries.map(({ kind }) => kind)).size).toBe(8)
    const known = new Set(ids)
    for (const { same, related, kind } of set.queries) {
      expect([...same, ...related.keys()].filter((id) => !known.has(id))).toEqual([])
      expect(same.filter((id) => related.has(id))).toEqual([])
      if (['household', 'namesake', 'stranger'].includes(kind)) expect(same).toEqual([])
      if (['person', 'nameAlone', 'value', 'address'].includes(kind)) expect(same.length).toBeGreaterThan(0)
    }
  })

  test('whoever is asked after has a name and something beside it', () => {
    for (const { entry, kind } of set.queries) {
      if (!['person', 'household', 'namesake', 'stranger'].includes(kind)) continue
      expect(entry.persons.every(({ name, surname }) => (name ?? surname ?? '') !== '')).toBe(true)
      const beside = [entry.addresses, entry.phones, entry.ibans, entry.plates, entry.emails].flat().length
      const birth = entry.persons.some(({ birthDate, birthYear }) => birthDate ?? birthYear)
      expect(beside > 0 || birth).toBe(true)
    }
  })

  test('without births there are none', () => {
    const { register, queries } = dutchSet({ size: 300, seed: 5, withoutBirth: true })
    const people = [...register, ...queries.map(({ entry }) => entry)].flatMap(({ persons }) => persons)
    expect(people.filter((person) => person.birthDate ?? person.birthYear)).toEqual([])
  })

  test('numbers are read, and nobody has them', () => {
    const entries = [...set.register, ...set.queries.map(({ entry }) => entry)]
    const phones = entries.flatMap((entry) => entry.phones)
    expect(phones.length).toBeGreaterThan(100)
    for (const phone of phones) {
      const read = telephone(phone)
      expect([phone, read.ok && read.value.startsWith('+31600')]).toEqual([phone, true])
    }
    for (const iban of entries.flatMap((entry) => entry.ibans)) {
      expect([iban.slice(4, 8), account(iban).ok]).toEqual(['FICT', true])
    }
    for (const written of entries.flatMap((entry) => entry.plates)) {
      // With vowels: none of those was ever given.
      expect([plate(written).ok, isDutchPlate(written), /^[AEIOU]{2}/.test(written)]).toEqual([
        true,
        true,
        true,
      ])
    }
    for (const { kvk } of entries.flatMap((entry) => entry.organisations)) {
      if (kvk === undefined) continue
      const read = companyNumber(kvk)
      expect([kvk, read.ok && read.value.startsWith('00') && !passesElevenTest(`0${read.value}`)]).toEqual([
        kvk,
        true,
      ])
    }
  })

  test('no citizen number is in it: no nine digits in a row but those of the numbers above', () => {
    const texts = set.register.flatMap(({ persons, organisations, addresses }) =>
      JSON.stringify([persons, organisations.map(({ name }) => name), addresses]),
    )
    expect(texts.filter((text) => /\d{8,9}/.test(text))).toEqual([])
  })

  test('what is asked by address alone is at that address, most often', () => {
    const byId = new Map(set.register.map((entry) => [entry.id, entry]))
    const grades = set.queries
      .filter(({ kind }) => kind === 'address')
      .flatMap(({ entry, same }) =>
        same.map((id) => {
          const [here = {}] = entry.addresses
          const [there = {}] = byId.get(id)?.addresses ?? []
          return compareAddresses(here, there).grade
        }),
      )
    const right = grades.filter((grade) =>
      ['sameDwelling', 'sameBuilding', 'nearly', 'tooLittle'].includes(grade),
    )
    expect(grades.length).toBeGreaterThan(20)
    expect(right.length / grades.length).toBeGreaterThan(0.95)
  })
})

describe('the people', () => {
  const { people, firms } = populationOf({ seed: 8, size: 4_000 })

  test('live in households, in which names and ages are those of a family', () => {
    const homes = Map.groupBy(people, ({ household }) => household)
    const withChildren = [...homes.values()].filter((home) => home.length > 2)
    expect(withChildren.length).toBeGreaterThan(200)
    const sisters = withChildren.filter(
      (home) => new Set(home.map(({ family }) => family)).size < home.length,
    )
    expect(sisters.length / withChildren.length).toBeGreaterThan(0.7)
    const fatherAndSon = [...homes.values()].filter((home) => {
      const men = home.filter(({ sex }) => sex === 'm')
      return men.some((one) =>
        men.some(
          (other) =>
            other !== one && other.family === one.family && other.given[0]?.[0] === one.given[0]?.[0],
        ),
      )
    })
    expect(fatherAndSon.length).toBeGreaterThan(30)
  })

  test('two firms at one address are there', () => {
    const homes = Map.groupBy(firms, ({ home }) => home)
    expect([...homes.values()].filter((there) => there.length > 1).length).toBeGreaterThan(10)
  })

  test('the dates of birth exist', () => {
    expect(people.filter(({ birth }) => Number.isNaN(Date.parse(birth)))).toEqual([])
  })
})

describe('names', () => {
  test('De Jong is the commonest, at about its real share, and most names are rare', () => {
    const random = randomOf(3)
    const counts = new Map<string, number>()
    for (let nth = 0; nth < 20_000; nth += 1) {
      const { prefix, main } = dutchSurname(random)
      counts.set(`${prefix} ${main}`, (counts.get(`${prefix} ${main}`) ?? 0) + 1)
    }
    const [first] = [...counts].sort(([, a], [, b]) => b - a)
    expect(first?.[0]).toBe('de Jong')
    expect((first?.[1] ?? 0) / 20_000).toBeGreaterThan(0.003)
    expect((first?.[1] ?? 0) / 20_000).toBeLessThan(0.015)
    expect(counts.size).toBeGreaterThan(5_000)
  })

  test('the line of bearers falls', () => {
    expect([bearersOf(1), bearersOf(10), bearersOf(1_000)].map(Math.round)).toEqual([86_500, 40_000, 1_900])
    expect(bearersOf(300)).toBeLessThan(bearersOf(200))
  })

  test('in its own script', () => expect(inCyrillic('Yuliia Shevchenko')).toBe('Юлія Шевченко'))
})

describe('typing', () => {
  test('an error of the hand is one error', () => {
    const random = randomOf(4)
    for (let nth = 0; nth < 500; nth += 1) {
      expect(typingErrors('molenbeekstraat', typedWrong(random, 'molenbeekstraat'), 2)).toBeLessThanOrEqual(1)
    }
  })

  test('what is heard sounds alike', () => {
    const heard = new Set(Array.from({ length: 60 }, (_, seed) => asHeard(randomOf(seed), 'Dijkstra')))
    expect(heard).toContain('Deikstra')
    expect(asHeard(randomOf(1), 'Xbw')).toBe('Xbw')
  })
})

describe('a file of febrl', () => {
  const CSV = [
    'rec_id, given_name, surname, street_number, address_1, address_2, suburb, postcode, state, date_of_birth, soc_sec_id',
    'rec-1-org, anna, example, 6, kent street, rose farm, somewhere, 4011, wa, 19081209, 1',
    'rec-1-dup-0, ana, example, , kent street, , somewhere, 4011, wa, 19081209, 1',
    'rec-2-dup-0, , other, 7, kent street, , somewhere, 4101, wa, , 2',
    '',
  ].join('\n')

  test('the first rows are the register, the doubles ask', () => {
    const { register, queries } = febrlSet(CSV, 'a')
    expect(register).toEqual([
      {
        id: 'rec-1-org',
        persons: [{ givenName: 'anna', surname: 'example', birthDate: '1908-12-09' }],
        addresses: [{ street: 'kent street', number: '6', postcode: '4011', city: 'somewhere' }],
        organisations: [],
        phones: [],
        ibans: [],
        plates: [],
        emails: [],
      },
    ])
    expect(queries.map(({ kind, same }) => [kind, same])).toEqual([
      ['person', ['rec-1-org']],
      ['stranger', []],
    ])
    expect(queries[1]?.entry.persons).toEqual([{ surname: 'other' }])
  })

  test('of everything, each row asks after the others of its number', () => {
    const { register, queries, name } = febrlSet(CSV, 'a', { everything: true, withoutBirth: true })
    expect(name).toBe('a, no births, everything')
    expect([register.length, queries.map(({ same }) => same)]).toEqual([
      3,
      [['rec-1-dup-0'], ['rec-1-org'], []],
    ])
    expect(JSON.stringify(register)).not.toContain('birthDate')
  })

  test('a second line is an addition, when it is asked for', () => {
    expect(febrlSet(CSV, 'a', { secondLine: true }).register[0]?.addresses[0]?.addition).toBe('rose farm')
  })

  test('a broken line and a missing column are named', () => {
    expect(() => febrlSet(`${CSV}rec-x, a`, 'a')).toThrow('Line 5 of the file')
    expect(() => febrlSet('rec_id, surname\n', 'a')).toThrow('no column given_name')
  })
})
