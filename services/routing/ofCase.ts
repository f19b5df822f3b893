/**
 * The situation of a signal together with the others of its case (A103): what one of them says counts for all, for a place
 * gets the whole of it. Of the others only that it is so, and in which file it stands: what was written there is read there.
 */
import type { Municipality } from '../municipality/municipality.ts'
import type { SignalRecord } from '../signal/record.ts'
import { Urgency } from '../signal/words.ts'
import type { Instant } from '../words.ts'
import { situationOf } from './read.ts'
import type { Situation, Stands } from './situation.ts'

/** The youngest first: whoever it is about, the youngest of them decides how careful it must be. */
const YOUNG: readonly Situation['age']['band'][] = ['under18', 'from18to22', 'from23', 'unknown']

const pointsTo = (stands: Stands, { reference }: SignalRecord): Stands => ({
  ...stands,
  words: [],
  from: stands.from ?? reference,
})

/** An officer said it, then what is sure, then the rest. */
const firmer = (one: Stands, other: Stands): boolean => rankOf(one) < rankOf(other)
const rankOf = ({ by, sure }: Stands): number => (by === 'officer' ? 0 : sure ? 1 : 2)

function union<Name>(
  mine: ReadonlyMap<Name, Stands>,
  theirs: ReadonlyMap<Name, Stands>,
  of: SignalRecord,
): Map<Name, Stands> {
  const all = new Map(mine)
  for (const [name, stands] of theirs) {
    const known = all.get(name)
    if (!known || firmer(stands, known)) all.set(name, pointsTo(stands, of))
  }
  return all
}

/** What stands in another file of the case, put with what is known already. */
function joined(mine: Situation, theirs: Situation, of: SignalRecord): Situation {
  const [young, other] = [mine.age, theirs.age].map(({ band }) => YOUNG.indexOf(band))
  const younger = (other ?? 0) < (young ?? 0)
  const victim = mine.fork.side !== 'victim' && theirs.fork.side === 'victim'
  const placed = mine.fork.side === 'unclear' && theirs.fork.side !== 'unclear'
  const [mineAt, theirsAt] = [mine.urgency, theirs.urgency].map(({ value }) => Urgency.options.indexOf(value))
  const pressing = (theirsAt ?? 0) < (mineAt ?? 0) ? theirs.urgency : undefined
  return {
    matters: bySureness(union(mine.matters, theirs.matters, of)),
    age: younger ? { ...theirs.age, stands: pointsTo(theirs.age.stands, of) } : mine.age,
    fork: victim || placed ? { ...theirs.fork, stands: pointsTo(theirs.fork.stands, of) } : mine.fork,
    urgency: pressing ? { ...pressing, stands: pointsTo(pressing.stands, of) } : mine.urgency,
    circumstances: union(mine.circumstances, theirs.circumstances, of),
    regions: mine.regions,
    postcodes: [...new Set([...mine.postcodes, ...theirs.postcodes])],
    confirmedMatches: Math.max(mine.confirmedMatches, theirs.confirmedMatches),
  }
}

/** The surest first; of the same sureness in the order in which they were found. */
const bySureness = <Name>(all: Map<Name, Stands>): Map<Name, Stands> =>
  new Map([...all].sort(([, one], [, other]) => rankOf(one) - rankOf(other)))

/** The situation of a signal and of those `beside` it in its case. Pure. */
export function situationTogether(
  record: SignalRecord,
  beside: readonly SignalRecord[],
  municipality: Municipality,
  now: Instant,
): Situation {
  return beside
    .filter(({ id }) => id !== record.id)
    .reduce(
      (all, other) => joined(all, situationOf(other, municipality, now), other),
      situationOf(record, municipality, now),
    )
}
