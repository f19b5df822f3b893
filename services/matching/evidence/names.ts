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

/** Of one and the same person: how the surname, and the given name, stand in two descriptions. */
const SAME: Readonly<Record<'surname' | 'given', Readonly<Record<Known, number>>>> = {
  surname: {
    equal: 0.74,
    spelling: 0.05,
    phonetic: 0.03,
    short: 0.001,
    oneError: 0.09,
    twoErrors: 0.02,
    initial: 0.005,
    similar: 0.02,
    different: 0.045,
  },
  given: {
    equal: 0.66,
    spelling: 0.03,
    phonetic: 0.03,
    short: 0.03,
    oneError: 0.08,
    twoErrors: 0.012,
    initial: 0.08,
    similar: 0.02,
    different: 0.045,
  },
}

/** Of two strangers, but for what depends on the name: how often one letter makes one name of another is by its length. */
const STRANGER: Readonly<Record<Exclude<Known, 'equal' | 'spelling' | 'phonetic' | 'short' | 'oneError'>, number>> = {
  twoErrors: 1.5e-3,
  initial: 0.07,
  similar: 1e-2,
  different: 0.97,
}

/** One error from another name of this many letters, or fewer. */
const ONE_ERROR = [0.03, 0.03, 0.03, 0.015, 6e-3, 3e-3, 1.5e-3, 8e-4, 4e-4] as const

/** How often a household has one surname, and a relative who lives elsewhere. */
const SHARES_SURNAME = { household: 0.7, relative: 0.5 } as const
/** How often two of one household, or relatives, have one given name: a father and his son. */
const SHARES_GIVEN = { household: 0.012, relative: 0.02 } as const

/** A word more on one side says a little less, words on both sides that the other lacks much less. */
const COVERS = { all: [0, 0], part: [-3.5, -2], overlap: [-6, -1.5] } as const

const rarityOf = (side: SideComparison, role: 'surname' | 'given'): number => {
  const bits = side.matched.map(role === 'surname' ? surnameRarity : givenRarity)
  // Of several words that agree the rarest counts whole and the others a part: names come in pairs.
  const [first = 0, ...rest] = bits.sort((a, b) => b - a)
  return first + rest.reduce((sum, each) => sum + each * 0.3, 0)
}

/** How likely a stranger's name agrees as much. `rare`: of the part that agrees, as a probability. */
function strangers(grade: Known, rare: number, letters: number): number {
  switch (grade) {
    case 'equal':
      return rare
    case 'spelling':
      return Math.min(0.3, rare * 1.5)
    case 'phonetic':
      return Math.min(0.3, rare * 2 + 2e-4)
    case 'short':
      return Math.min(0.3, rare * 2 + 1e-3)
    case 'oneError':
      return Math.max(rare, ONE_ERROR[Math.min(letters, ONE_ERROR.length - 1)] ?? 0)
    case 'twoErrors':
    case 'initial':
    case 'similar':
    case 'different':
      return STRANGER[grade]
    default:
      return grade satisfies never
  }
}

function sideChances(side: SideComparison, role: 'surname' | 'given'): Chances {
  const { grade } = side
  if (grade === 'missing') return SILENT
  const same = SAME[role][grade]
  const stranger = strangers(grade, 2 ** -rarityOf(side, role), side.letters)
  const shared = role === 'surname' ? SHARES_SURNAME : SHARES_GIVEN
  const mixed = (share: number): number => share * same + (1 - share) * stranger
  const found = chances(same, stranger, mixed(shared.household), mixed(shared.relative))
  if (grade === 'different') return found
  const [ofSame, ofOthers] = COVERS[side.covers]
  return both(found, {
    same: ofSame,
    stranger: ofOthers,
    household: ofOthers,
    relative: ofOthers,
    neighbour: ofOthers,
  })
}

/** That what is the surname of one is the given name of the other happens, and with strangers hardly ever by chance. */
const SWAPPED: Chances = { ...SILENT, same: -3 }

const isExact = (grade: Grade): boolean => grade === 'equal' || grade === 'spelling' || grade === 'missing'
const isNear = (grade: Grade): boolean => grade !== 'different' && grade !== 'similar' && grade !== 'initial'

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
  const whole = isNear(surname.grade) && isNear(given.grade) && surname.grade !== 'missing' && given.grade !== 'missing'
  const stranger = whole ? Math.log2(common(2 ** parts.stranger)) : parts.stranger
  const total = { ...parts, stranger, neighbour: Math.max(parts.neighbour, stranger) }
  return {
    agrees: agreement(surname.grade, given.grade, surname.covers === 'all' && given.covers === 'all'),
    here: [given.here, surname.here].filter(Boolean).join(' '),
    there: [given.there, surname.there].filter(Boolean).join(' '),
    chances: order === 'swapped' ? both(total, SWAPPED) : total,
  }
}
