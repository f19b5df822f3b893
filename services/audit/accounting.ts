/**
 * What goes along with the verdict on each trail: is every number that was given out accounted for, and is what the
 * digests knew still there? Says what is wrong, what could be established, and what could not.
 */
import type { Store } from '../store/port.ts'
import type { MunicipalityId, Reference } from '../words.ts'
import { type DigestLine, readLine } from './digest.ts'
import { type DigestFault, type Digests, numbersOf } from './digests.ts'
import { accountsIn, raise, unaccounted } from './numbers.ts'

export type Accounted = {
  /** What is wrong, a line for each. */
  wrong: readonly string[]
  established: readonly string[]
  /** What this could not see. */
  open: readonly string[]
}

/** More case codes than these are counted, and not named. */
const MOST_NAMED = 20

function ofFault(fault: DigestFault): string {
  switch (fault.what) {
    case 'line':
      return fault.why === 'missing'
        ? `digest ${fault.number}: was written down, and does not stand here: an older copy was put back, or the line is not ours`
        : `digest ${fault.number}: is not the one that was written down: an older copy was put back, or the line is not ours`
    case 'digest':
      return `digest ${fault.number}: is missing, or was changed`
    case 'heads':
      return `${fault.count} audit trail(s) that a digest knew: gone, put back as they were before, or gone on from another end`
    case 'numbers':
      return `the numbers of ${fault.year}: fewer were given out than a digest knew`
    default:
      return fault satisfies never
  }
}

export type Accounting = {
  store: Store
  second: Store
  key: Buffer
  digests: Digests
  municipality: MunicipalityId
  /** Case codes of which a trail was looked at, whole or not: what is wrong with these is said elsewhere. */
  seen: ReadonlySet<Reference>
  /** How many numbers had been given out before these trails were looked at (`numbersGiven`). */
  given: ReadonlyMap<string, number>
  /** Lines that were written where they cannot be taken back; of this municipality. */
  lines: readonly DigestLine[]
}

/** @throws StoreUnavailable */
export async function account(it: Accounting): Promise<Accounted> {
  const { second, key, digests, municipality, seen, lines } = it
  const compared = await digests.compare(municipality, lines)
  const accounts = await accountsIn(second, key, municipality)
  const numbers = numbersOf([...seen, ...accounts.headed])
  for (const [year, last] of it.given) raise(numbers, year, last)
  const lost = unaccounted(
    numbers,
    (of) => seen.has(of) || accounts.headed.has(of) || accounts.ended(of) || compared.before.has(of),
  )
  const total = [...numbers.values()].reduce((sum, last) => sum + last, 0)
  // Until a digest says what was so before, an end of before may be the end of any of them.
  const isOfBefore = compared.newest === undefined && lost.length <= accounts.unsaid
  const wrong = [
    ...(isOfBefore
      ? []
      : lost.slice(0, MOST_NAMED).map((of) => `${of}: has no head, and no proof of an end`)),
    ...(!isOfBefore && lost.length > MOST_NAMED ? [`and ${lost.length - MOST_NAMED} more`] : []),
    ...(accounts.strays > 0 ? [`${accounts.strays} head(s) that stand where they do not belong`] : []),
    ...compared.faults.map(ofFault),
  ]
  const before = isOfBefore ? lost.length : compared.before.size
  return {
    wrong,
    established: [
      ...(lost.length === 0 || isOfBefore
        ? [`${total - before} number(s) that were given out have a head or a proof of an end`]
        : []),
      ...(compared.newest && compared.faults.length === 0
        ? [`digest ${compared.newest.line}, of ${compared.newest.day}, fits what stands here`]
        : []),
      ...lines
        .map((line) => readLine(line).number)
        .filter(
          (number) => !compared.faults.some((fault) => fault.what === 'line' && fault.number === number),
        )
        .map((number) => `digest ${number} is the one that was written down`),
    ],
    open: [
      ...(before > 0
        ? [`what became of ${before} number(s) from before an end could be asked for its number`]
        : []),
      ...(compared.newest
        ? []
        : ['whether anything that a digest would have known is gone: none was taken yet']),
      ...(lines.length > 0
        ? ['whether both places were put back as they were after the newest line that was given']
        : [
            'whether both places were put back as they were earlier: give the last line that was written down, with --digest',
          ]),
      'what somebody changed who has the key of the trails (VAULT_KEY) and both places',
    ],
  }
}
