/**
 * One entity against another: all that both have, added up in bits against the other explanations, of which the best one
 * counts. What only one side has says nothing. The order of the two does not matter.
 */
import { keysOfAddress } from './addresses/addressKeys.ts'
import { compareBirths } from './births.ts'
import type { PersonEntry } from './entry.ts'
import { BIRTH, both, type Chances, OTHERS, type Other, SILENT, sameOrSpoilt } from './evidence/chances.ts'
import { fewest, howCommon, type LengthOf } from './evidence/crowd.ts'
import { compareNamesOf } from './evidence/names.ts'
import { compareOrganisationsOf } from './evidence/organisations.ts'
import { type AddressFound, compareAllAddresses } from './evidence/places.ts'
import { compareValues, type ValueFound } from './evidence/values.ts'
import type { MatchField, Reason } from './match.ts'
import type { NameForm } from './names/form.ts'
import { nameKeys } from './names/nameKeys.ts'
import type { ReadEntity } from './readEntity.ts'
import { THRESHOLDS } from './strengths.ts'
import { nameLikelihood, type Traits } from './traits.ts'

/** The register as the comparison needs it. `lengthOf`: of the keys of the query, without the query itself. */
export type Register = {
  size: number
  lengthOf: LengthOf
  traits: Traits
}

type Finding = { field: MatchField; agrees: Reason['agrees']; here: string; there: string; chances: Chances }

/** `score`: that it is the same person or organisation; not there when nothing of that could be compared. */
export type Compared = {
  identity: { kind: 'person' | 'organisation'; score: number; against: Other } | undefined
  address: (AddressFound & { crowd: number }) | undefined
  values: readonly (ValueFound & { crowd: number })[]
  reasons: readonly Reason[]
  /** Both are a person or an organisation, so that they may well be two. */
  named: boolean
}

/** A register of a few says nothing of how many there are outside it: as many strangers there are at least. */
const FEWEST_STRANGERS = { person: 2 ** 13, organisation: 2 ** 8, bare: 2 ** 13 } as const
/** Of the entities of a register so many are organisations, about. */
const SHARE = { person: 1, organisation: 1 / 16, bare: 1 } as const
/** Relatives who live elsewhere, for each who lives at the address. */
const RELATIVES = 4
/** People of the register in one street where it does not tell, and at most; for each who shares an address, two at least. */
const STREET = { usual: 40, forHousehold: 2 } as const
/** At an address that more share the household is that of the address: a home for many. */
const SHARED_HOME = 8

const ADDRESS_AGREES = {
  sameDwelling: 'same',
  sameBuilding: 'nearly',
  inRange: 'nearly',
  nearly: 'nearly',
  sameStreet: 'partly',
  samePostcode: 'partly',
  differs: 'differs',
} as const

const BIRTH_AGREES = {
  same: 'same',
  dayAndMonth: 'nearly',
  oneDigit: 'nearly',
  digitsTurned: 'nearly',
  monthFits: 'nearly',
  yearFits: 'nearly',
  twoParts: 'partly',
  twoDigits: 'partly',
  sameYear: 'partly',
  yearNearly: 'partly',
  differs: 'differs',
} as const

const birthText = ({ birthDate, birthYear }: PersonEntry): string => birthDate ?? String(birthYear ?? '')

function birthFinding(here: ReadEntity, there: ReadEntity): Finding | undefined {
  const grade = compareBirths(here.birth, there.birth)
  if (!grade || here.entity.kind !== 'person' || there.entity.kind !== 'person') return undefined
  return {
    field: 'birth',
    agrees: BIRTH_AGREES[grade],
    here: birthText(here.entity.person),
    there: birthText(there.entity.person),
    chances: BIRTH[grade],
  }
}

/** A register may hold one person so often: fewer of one name say nothing of how common it is. */
const ONE_PERSON = 6

/** The keys that say how common a name is: made once for a query, which is compared with thirty. */
const commonKeys = new WeakMap<NameForm, readonly string[]>()
function commonKeysOf(name: NameForm): readonly string[] {
  const known = commonKeys.get(name)
  if (known) return known
  const keys = nameKeys(name).filter((key) => key.startsWith('n1:'))
  commonKeys.set(name, keys)
  return keys
}

function nameFinding(
  here: ReadEntity,
  there: ReadEntity,
  { size, lengthOf, traits }: Register,
): Finding | undefined {
  if (!here.name || !there.name) return undefined
  const others = Math.max(0, (fewest(commonKeysOf(here.name), lengthOf) ?? 0) - ONE_PERSON)
  const found = compareNamesOf(here.name, there.name, (usual) =>
    howCommon(nameLikelihood(usual, traits), others, size),
  )
  return found && { field: 'name', ...found }
}

function identityFindings(here: ReadEntity, there: ReadEntity, register: Register): Finding[] {
  if (here.entity.kind === 'person' && there.entity.kind === 'person') {
    const found = [nameFinding(here, there, register), birthFinding(here, there)]
    return found.filter((finding) => finding !== undefined)
  }
  return compareOrganisationsOf(here, there, 0)
}

/**
 * How many share the address of the pair that agrees best, about; 1 when the register does not tell. Of a door in a building its
 * own list only: the others there are neighbours.
 */
function crowdAt({ grade, here, there }: AddressFound, lengthOf: LengthOf): number {
  if (grade !== 'sameDwelling') return 1
  const door = Boolean(here.read.number?.addition || there.read.number?.addition)
  const family = door ? /^addr:door:/ : /^addr:(door|house|tail):/
  const theirs = new Set(keysOfAddress(there.read))
  return (
    fewest(
      keysOfAddress(here.read).filter((key) => theirs.has(key) && family.test(key)),
      lengthOf,
    ) ?? 1
  )
}

/** The lists of a street, or of a part of one. */
const OF_STREET = /^addr:(town|digits):/

/** How many of the register are in the street that both have; undefined when it does not tell. */
function inStreet({ here, there }: AddressFound, lengthOf: LengthOf): number | undefined {
  const theirs = new Set(keysOfAddress(there.read))
  const keys = keysOfAddress(here.read).filter((key) => theirs.has(key) && OF_STREET.test(key))
  return fewest(keys, lengthOf)
}

/** How many neighbours in the register are an explanation: of a few in one street some may be one person. */
function neighboursAt(place: AddressFound | undefined, { lengthOf, traits }: Register): number {
  const many = place && inStreet(place, lengthOf)
  if (many === undefined) return STREET.usual
  const fewestThere = 1 + STREET.forHousehold * traits.household
  return Math.max(fewestThere, Math.min(STREET.usual, many - ONE_PERSON))
}

/** Nobody's street is taken for rarer than this. */
const RAREST_STREET = 2e-4

/** What a street that is the same says is by how many of the register live in it. */
function placeChances(found: AddressFound, { size, lengthOf }: Register): Chances {
  const { grade, chances } = found
  if (grade !== 'sameStreet' && grade !== 'samePostcode') return chances
  const many = inStreet(found, lengthOf)
  if (many === undefined) return chances
  return { ...chances, stranger: Math.min(chances.stranger, Math.log2(Math.max(RAREST_STREET, many / size))) }
}

/** A name that one in so many has, in bits, is common: alone it is never more than possible. */
const COMMON_NAME = 21
const NOT_LIKELY = THRESHOLDS.likely - 1

/** What the score may be at most: a common name with nothing that agrees beside it is no hit. */
function mostOf(findings: readonly Finding[]): number {
  const agreeing = findings.filter(({ chances: { same, stranger } }) => same > stranger)
  const [only] = agreeing
  const common = only?.field === 'name' && only.chances.stranger > -COMMON_NAME
  return agreeing.length === 1 && common ? NOT_LIKELY : Number.POSITIVE_INFINITY
}

/** So many bits more it takes to be strong where the name or the birth fits in part, or the address not: namesakes, housemates. */
const FOR_DOUBT = 2

/** A score that is strong by less than that, with something that speaks against it, is not strong. */
function withDoubt(score: number, findings: readonly Finding[]): number {
  const doubted = findings.some(
    ({ field, agrees }) =>
      (agrees === 'differs' && (field === 'name' || field === 'birth' || field === 'address')) ||
      (agrees === 'partly' && (field === 'name' || field === 'birth')),
  )
  const strong = score >= THRESHOLDS.strong
  return doubted && strong && score < THRESHOLDS.strong + FOR_DOUBT ? THRESHOLDS.strong - 0.01 : score
}

/** What the reasons add up to against one explanation. */
const against = (total: Chances, other: Other): number => total.same - total[other]

/** Compares a read entity of the query with one of the register. */
export function compareEntities(here: ReadEntity, there: ReadEntity, register: Register): Compared {
  const own = identityFindings(here, there, register)
  const place = compareAllAddresses(here.addresses, there.addresses)
  const crowd = place ? crowdAt(place, register.lengthOf) : 1
  const values = compareValues(here.values, there.values)
  const around: Finding[] = [
    ...(place
      ? [
          {
            field: 'address' as const,
            agrees: ADDRESS_AGREES[place.grade],
            here: place.here.written,
            there: place.there.written,
            chances: placeChances(place, register),
          },
        ]
      : []),
    ...values.map((value) => ({ ...value, agrees: value.shared ? ('same' as const) : ('differs' as const) })),
  ]
  const { kind } = here.entity
  const findings = [...own, ...around]
  const total = findings.reduce((sum, { chances }) => both(sum, chances), SILENT)
  const cost: Readonly<Record<Other, number>> = {
    stranger: Math.log2(Math.max(FEWEST_STRANGERS[kind], register.size * SHARE[kind])),
    household: Math.log2(crowd > SHARED_HOME ? crowd : register.traits.household),
    relative: Math.log2(RELATIVES * (kind === 'person' ? register.traits.household : 1)),
    neighbour: Math.log2(neighboursAt(place, register)),
  }
  const same = sameOrSpoilt(total)
  const scoreOf = (other: Other): number => same - total[other] - cost[other]
  const best = OTHERS.reduce((least, other) => (scoreOf(other) < scoreOf(least) ? other : least))
  return {
    identity:
      own.length > 0 && kind !== 'bare'
        ? { kind, score: Math.min(withDoubt(scoreOf(best), findings), mostOf(findings)), against: best }
        : undefined,
    named: kind !== 'bare' && there.entity.kind !== 'bare',
    address: place && { ...place, crowd },
    values: values.map((value) => ({ ...value, crowd: crowdOf(value, register.lengthOf) })),
    reasons: findings.map(({ chances, field, agrees, here: mine, there: theirs }) => ({
      field,
      agrees,
      here: mine,
      there: theirs,
      bits: against(chances, best),
    })),
  }
}

const KEY_FAMILY = { telephone: 'tel', account: 'iban', vehicle: 'plate', mail: 'mail' } as const

const crowdOf = ({ field, shared }: ValueFound, lengthOf: LengthOf): number =>
  shared ? (lengthOf(`${KEY_FAMILY[field]}:${shared.value}`) ?? 1) : 1
