/** What the name and the company number of two organisations say. Two firms at one address stay two firms. */
import { compareOrganisations, type OrganisationGrade } from '../organisations/compareOrganisations.ts'
import type { ReadEntity } from '../readEntity.ts'
import { type Chances, chances } from './chances.ts'

export type OrganisationFound = {
  field: 'organisation' | 'companyNumber'
  agrees: 'same' | 'nearly' | 'partly' | 'differs'
  here: string
  there: string
  chances: Chances
}

/** No name is taken for rarer than this, in bits: words that seem to be nobody else's are seldom that. */
const MOST_BITS = 18
/** A name says no more than how common it is in the register, when that is told. */
const LEAST = 2 ** -MOST_BITS

function chancesOfName(
  grade: Exclude<OrganisationGrade, 'tooLittle'>,
  bits: number,
  common: number,
): Chances {
  const rare = Math.min(0.5, Math.max(LEAST, 2 ** -bits, common))
  switch (grade) {
    case 'same':
      return chances(0.65, rare, Math.max(4e-3, rare), Math.max(5e-3, rare))
    case 'nearly':
      return chances(0.11, rare, Math.max(2e-3, rare), Math.max(4e-3, rare))
    case 'partly':
      return chances(0.2, rare, Math.max(5e-3, rare), Math.max(6e-3, rare))
    case 'otherKind':
      return chances(0.02, Math.max(2e-3, rare), 0.02, 0.02)
    case 'acronym':
      return chances(0.02, 2e-3, 2e-3)
    case 'generic':
      return chances(0.03, 0.05, 0.08)
    case 'differs':
      return chances(0.035, 0.97, 0.98)
    default:
      return grade satisfies never
  }
}

const AGREES = {
  same: 'same',
  nearly: 'nearly',
  partly: 'partly',
  otherKind: 'partly',
  acronym: 'partly',
  generic: 'partly',
  differs: 'differs',
} as const

/** `common`: which part of the register shares the name, about. */
export function compareOrganisationsOf(
  here: ReadEntity,
  there: ReadEntity,
  common: number,
): OrganisationFound[] {
  if (here.entity.kind !== 'organisation' || there.entity.kind !== 'organisation') return []
  const found: OrganisationFound[] = []
  const [ours, theirs] = [here.entity.organisation, there.entity.organisation]
  if (ours.name && theirs.name) {
    const { grade, bits } = compareOrganisations(ours.name, theirs.name)
    if (grade !== 'tooLittle')
      found.push({
        field: 'organisation',
        agrees: AGREES[grade],
        here: ours.name,
        there: theirs.name,
        chances: chancesOfName(grade, bits, common),
      })
  }
  const [number, other] = [here.companyNumber, there.companyNumber]
  if (number && other && number.length === other.length) {
    const same = number === other
    found.push({
      field: 'companyNumber',
      agrees: same ? 'same' : 'differs',
      here: number,
      there: other,
      chances: same ? chances(0.95, 1e-7, 1e-3, 1e-3) : chances(0.05, 1, 0.99, 0.98),
    })
  }
  return found
}
