/**
 * What the names of two persons say: the surname and the given name each by their grade, and by how rare what agrees is. The
 * spellings are weighed and nothing else; where a name comes from is no part of it (AI Act 5(1)(d), A063).
 */
import { compareNames } from '../names/compareNames.ts'
import type { NameForm } from '../names/form.ts'
import type { Grade } from '../names/grade.ts'
import { givenRarity, surnameRarity } from '../names/rarity.ts'
import type { SideComparison } from '../names/sides.ts'
import { both, type Chances, chances, SILENT } from './chances.ts'

export type NameFound = {
  agrees: 'same' | 'nearly' | 'partly' | 'differs'
  here: string
  there: string
  chances: Chances
}

type Known = Exclude<Grade, 'missing'>
type Role = 'surname' | 'given'

/** Of one and the same person: how the surname, and the given name, stand in two descriptions. */
const SAME: Readonly<Record<Role, Readonly<Record<Known, number>>>> = {
  surname: {
    equal: 0.74,
    spelling: 0.03,
    phonetic: 0.05,
    short: 1e-4,
    oneError: 0.11,
    twoErrors: 0.01,
    neighbour: 0.01,
    initial: 0.003,
    similar: 0.004,
    different: 0.02,
  },
  given: {
    equal: 0.64,
    spelling: 0.02,
    phonetic: 0.04,
    short: 0.01,
    oneError: 0.08,
    twoErrors: 0.003,
    neighbour: 0.01,
    initial: 0.1,
    similar: 0.004,
    different: 0.012,
  },
}

/**
 * Of two strangers. A variant of a common name is had by a part of those who have it, and by some by chance; an initial fits
 * one name of fourteen, and says what it says only where one was written.
 */
const STRANGER: Readonly<
  Record<Role, Readonly<Record<Exclude<Known, 'equal' | 'oneError'>, readonly [part: number, more: number]>>>
> = {
  surname: {
    spelling: [0.3, 0],
    phonetic: [0.25, 3e-5],
    short: [0.3, 2e-4],
    twoErrors: [0, 4e-4],
    neighbour: [0, 2e-3],
    initial: [0, 3e-4],
    similar: [0, 1e-3],
    different: [0, 0.99],
  },
  given: {
    spelling: [0.25, 0],
    phonetic: [0.25, 1e-4],
    short: [0.3, 2e-4],
    twoErrors: [0, 4e-4],
    neighbour: [0, 3e-3],
    initial: [0, 6e-3],
    similar: [0, 2e-3],
    different: [0, 0.97],
  },
}

/** How many strangers have a name one letter from one of so many letters, the last for all that are longer. */
const ONE_ERROR: Readonly<Record<Role, readonly number[]>> = {
  surname: [6e-3, 6e-3, 3e-3, 1.5e-3, 5e-4, 2.5e-4, 1.5e-4, 1e-4, 8e-5],
  given: [6e-3, 6e-3, 5e-3, 2.5e-3, 1.2e-3, 7e-4, 4e-4, 3e-4, 2e-4],
}

/** How often a household has one surname, and a relative who lives elsewhere. */
const SHARES_SURNAME = { household: 0.6, relative: 0.6 } as const
/** How often two of one household, or relatives, have one given name: a father and his son. */
const SHARES_GIVEN = { household: 0.02, relative: 0.02 } as const

/**
 * In bits: a word more on one side says a little less, words on both sides that the other lacks much less. Of given names one is
 * left away as often as not.
 */
const COVERS: Readonly<Record<Role, Readonly<Record<SideComparison['covers'], number>>>> = {
  surname: { all: 0, part: -1.6, overlap: -5 },
  given: { all: 0, part: -1, overlap: -4 },
}
/** Of initials only one that fits, beside others: next to nothing. */
const INITIAL_AMONG_OTHERS = -2

/** The words that agree; of a name that was compared in one piece, those of the side that has any. */
const wordsOf = ({ matched, here, there }: SideComparison): readonly string[] =>
  matched.length > 0 ? matched : (here || there).split(' ').filter((word) => word !== '')

const rarityOf = (side: SideComparison, role: Role): number => {
  const bits = wordsOf(side).map(role === 'surname' ? surnameRarity : givenRarity)
  // Of several words that agree the rarest counts whole and the others a part: names come in pairs.
  const [first = 0, ...rest] = bits.sort((a, b) => b - a)
  return first + rest.reduce((sum, each) => sum + each * 0.3, 0)
}

/** How likely a stranger's name agrees as much. `rare`: of the part that agrees, as a probability. */
function strangers(grade: Known, role: Role, rare: number, letters: number): number {
  if (grade === 'equal') return rare
  if (grade === 'oneError') {
    const of = ONE_ERROR[role]
    return Math.max(rare * 0.3, of[Math.min(letters, of.length - 1)] ?? 0)
  }
  const [part, more] = STRANGER[role][grade]
  return rare * part + more
}

function sideChances(side: SideComparison, role: Role): Chances {
  const { grade, here, there } = side
  if (grade === 'missing' || here === '' || there === '') return SILENT
  const same = SAME[role][grade]
  const letters = side.matched.length > 0 ? side.letters : wordsOf(side).join('').length
  const stranger = strangers(grade, role, 2 ** -rarityOf(side, role), letters)
  const shared = role === 'surname' ? SHARES_SURNAME : SHARES_GIVEN
  const mixed = (share: number): number => share * same + (1 - share) * stranger
  const found = chances(same, stranger, mixed(shared.household), mixed(shared.relative))
  if (grade === 'different') return found
  const among = grade === 'initial' && side.covers !== 'all' ? INITIAL_AMONG_OTHERS : 0
  const toll = COVERS[role][side.covers] + among
  return { ...found, same: found.same + toll, spoilt: found.spoilt + toll }
}

/** That what is the surname of one is the given name of the other happens, and with strangers hardly ever by chance. */
const SWAPPED: Chances = { ...SILENT, same: -2, spoilt: -2 }

const isExact = (grade: Grade): boolean => grade === 'equal' || grade === 'spelling' || grade === 'missing'
const isNear = (grade: Grade): boolean =>
  grade !== 'different' && grade !== 'similar' && grade !== 'neighbour' && grade !== 'initial'

function agreement(surname: Grade, given: Grade, whole: boolean): NameFound['agrees'] {
  if (surname === 'different' || given === 'different')
    return surname === 'different' && given === 'different' ? 'differs' : 'partly'
  if (!isNear(surname) || !isNear(given)) return 'partly'
  return isExact(surname) && isExact(given) && whole ? 'same' : 'nearly'
}

/**
 * The two names; undefined when one of them is not known. `common`: of how likely a stranger has this whole name, what the
 * register says of it.
 */
export function compareNamesOf(
  here: NameForm,
  there: NameForm,
  common: (usual: number) => number,
): NameFound | undefined {
  if (here.readings.length === 0 || there.readings.length === 0) return undefined
  const { surname, given, order } = compareNames(here, there)
  if (surname.grade === 'missing' && given.grade === 'missing') return undefined
  const parts = both(sideChances(surname, 'surname'), sideChances(given, 'given'))
  const whole =
    isNear(surname.grade) && isNear(given.grade) && surname.grade !== 'missing' && given.grade !== 'missing'
  const stranger = whole ? Math.log2(common(2 ** parts.stranger)) : parts.stranger
  const total = { ...parts, stranger, neighbour: Math.max(parts.neighbour, stranger) }
  return {
    agrees: agreement(surname.grade, given.grade, surname.covers === 'all' && given.covers === 'all'),
    here: [given.here, surname.here].filter(Boolean).join(' '),
    there: [given.there, surname.there].filter(Boolean).join(' '),
    chances: order === 'swapped' ? both(total, SWAPPED) : total,
  }
}
