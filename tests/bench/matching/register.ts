/**
 * A register of any size as a stream, and what is asked of it: towns of some thousands of people one after the other, made
 * when they are needed and then forgotten, so that a million takes no more memory than a thousand. Everything is invented.
 *
 * Each town is one of `infra/matching` (households, relatives, neighbours, firms, a long tail of names); what towns have in
 * common there and do not have in a country is made its own: names of cities, postcodes, numbers.
 */
import { dutchSet } from '../../../infra/matching/dutchSet.ts'
import { type Random, randomOf } from '../../../infra/matching/random.ts'
import type { Query } from '../../../infra/matching/set.ts'
import type { AddressEntry, Entry, OrganisationEntry } from '../../../services/matching/entry.ts'

const SEED = 20_261
/** People of one town, of whom some stand in the register, with its firms. */
const TOWN = 4_000
/** How many of a register come of one person of a town: 0.75 of the people, and of a twelfth as many firms. */
const SHARE = 0.75 * (1 + 1 / 12)

const VOWELS = 'aeiou'
const CONSONANTS = 'bcdfghklmnprstvwz'
const LETTERS = 'BDFGHJKLNPRSTVXZ'

const shuffled = (random: Random, letters: string): string => {
  const left = [...letters]
  let all = ''
  while (left.length > 0) all += left.splice(random.int(0, left.length - 1), 1)[0] ?? ''
  return all
}

/** What makes a town its own. A letter for a letter: an error that was typed stays an error of one letter. */
type Own = {
  prefix: string
  city(name: string): string
  postcode(code: string): string
  digits: string
  plate(plate: string): string
}

function ownOf(nth: number): Own {
  const random = randomOf(SEED + 7 * nth + 3)
  const [vowels, consonants] = [shuffled(random, VOWELS), shuffled(random, CONSONANTS)]
  const letters = new Map<string, string>()
  for (const [at, vowel] of [...VOWELS].entries()) letters.set(vowel, vowels[at] ?? vowel)
  for (const [at, one] of [...CONSONANTS].entries()) letters.set(one, consonants[at] ?? one)
  for (const [from, to] of [...letters]) letters.set(from.toUpperCase(), to.toUpperCase())
  const plates = shuffled(random, LETTERS)
  return {
    prefix: `t${nth}-`,
    city: (name) => [...name].map((letter) => letters.get(letter) ?? letter).join(''),
    postcode: (code) =>
      code.replace(/\d{4}/, (digits) => String(1_000 + ((Number(digits) + 611 * nth) % 9_000))),
    digits: String(10 + (nth % 90)),
    plate: (plate) => plate.replace(/[AEIOU]/g, (vowel) => plates['AEIOU'.indexOf(vowel)] ?? vowel),
  }
}

const ofAddress = (own: Own, address: AddressEntry): AddressEntry => ({
  ...address,
  ...(address.city !== undefined && { city: own.city(address.city) }),
  ...(address.postcode !== undefined && { postcode: own.postcode(address.postcode) }),
})
const ofOrganisation = (own: Own, organisation: OrganisationEntry): OrganisationEntry => ({
  ...organisation,
  ...(organisation.kvk !== undefined && { kvk: organisation.kvk.replace(/00(?=\d{6}$)/, own.digits) }),
})
/** In each of its ways it ends with the same eight digits. */
const ofPhone = (own: Own, phone: string): string => `06${own.digits}${phone.replace(/\D/g, '').slice(-6)}`

const inTown = (own: Own, entry: Entry): Entry => ({
  ...entry,
  id: own.prefix + entry.id,
  organisations: entry.organisations.map((one) => ofOrganisation(own, one)),
  addresses: entry.addresses.map((one) => ofAddress(own, one)),
  phones: entry.phones.map((one) => ofPhone(own, one)),
  plates: entry.plates.map(own.plate),
  emails: entry.emails.map((one) => one.replace('@', `.${own.prefix}@`.replace('-@', '@'))),
})

type Town = { register: Entry[]; queries: Query[] }

const sizeOfTown = (size: number): number => Math.min(TOWN, Math.ceil((1.1 * size) / SHARE))

function townOf(nth: number, size: number): Town {
  const own = ownOf(nth)
  const { register, queries } = dutchSet({ seed: SEED + nth, size: sizeOfTown(size) })
  return {
    register: register.map((entry) => inTown(own, entry)),
    queries: queries.map((query) => ({
      ...query,
      entry: inTown(own, query.entry),
      same: query.same.map((id) => own.prefix + id),
    })),
  }
}

/** The towns of a register of this size, the last one cut off where it is full. */
function* townsOf(size: number): Generator<Town> {
  let left = size
  for (let nth = 0; left > 0; nth += 1) {
    const { register, queries } = townOf(nth, size)
    const kept = register.slice(0, left)
    left -= kept.length
    if (kept.length === register.length) {
      yield { register: kept, queries }
      continue
    }
    const there = new Set(kept.map(({ id }) => id))
    // Who stands beyond the cut is nobody's right answer, and no stranger either.
    yield { register: kept, queries: queries.filter(({ same }) => same.every((id) => there.has(id))) }
  }
}

/** The register, an entry at a time. The same for the same size. */
export function* registerOf(size: number): Generator<Entry> {
  for (const { register } of townsOf(size)) yield* register
}

/**
 * What is asked. `known`: entries of the register written by other hands. `named`: of these a name with one error at most
 * and nothing beside it. `strangers`: people that are not in it, `near`: and who have a namesake or a housemate in it.
 */
export const ASKED = ['known', 'named', 'strangers', 'near'] as const
export type Asked = { kind: (typeof ASKED)[number]; entry: Entry; same: readonly string[] }

const KIND_OF: Readonly<Record<Query['kind'], Asked['kind'] | undefined>> = {
  person: 'known',
  organisation: 'known',
  nameAlone: 'named',
  stranger: 'strangers',
  household: 'near',
  namesake: 'near',
  address: undefined,
  value: undefined,
}

/** From so many towns of a large register it is asked, spread over all of it. */
const ASKED_TOWNS = 12

/** So many questions of each kind at most, the same for the same size. */
export function askedOf(size: number, most: number): Asked[] {
  const towns = Math.max(1, Math.ceil(size / (sizeOfTown(size) * SHARE)))
  const step = Math.max(1, Math.floor(towns / ASKED_TOWNS))
  const asked = new Map<Asked['kind'], Asked[]>(ASKED.map((kind) => [kind, []]))
  // The last town may be cut off: only where there is one is it asked.
  for (let nth = 0; nth === 0 || nth < towns - 1; nth += step) {
    const [town] = towns === 1 ? townsOf(size) : [townOf(nth, size)]
    for (const { kind, entry, same } of town?.queries ?? []) {
      const as = KIND_OF[kind]
      if (!as || (as === 'known' && same.length === 0)) continue
      asked.get(as)?.push({ kind: as, entry, same })
    }
  }
  return [...asked.values()].flatMap((all) => spread(all, most))
}

/** So many of them, from all over. */
function spread<T>(all: readonly T[], most: number): T[] {
  const step = Math.max(1, all.length / most)
  const picked: T[] = []
  for (let at = 0; at < all.length && picked.length < most; at += step) {
    const one = all[Math.floor(at)]
    if (one !== undefined) picked.push(one)
  }
  return picked
}
