/** What somebody says outright of a signal wins over what was read of it, and what follows from it goes along. */
import type { Urgency } from '../signal/words.ts'
import type { Situation, Stands } from './situation.ts'
import { type AgeBand, type Circumstance, EXPLOITATION, type ForkSide, type Matter } from './words.ts'

export type Given = {
  matters?: readonly Matter[] | undefined
  side?: ForkSide | undefined
  band?: AgeBand | undefined
  urgency?: Urgency | undefined
}

const SAID: Stands = { by: 'officer', sure: true, words: [] }

/** Beside a kind that was given, what is read and goes another way still holds. */
const HOLDS_BESIDE: ReadonlySet<Matter> = new Set(['otherMunicipality', 'threatToReporter'])

/** The situation with what was given in it. */
export function withGiven(it: Situation, { matters, side, band, urgency }: Given): Situation {
  const about =
    matters === undefined
      ? it.matters
      : new Map<Matter, Stands>([
          ...matters.map((matter) => [matter, SAID] as const),
          ...[...it.matters].filter(
            ([matter, { sure }]) => sure && HOLDS_BESIDE.has(matter) && !matters.includes(matter),
          ),
        ])
  const circumstances = new Map<Circumstance, Stands>(it.circumstances)
  const used = [...about].find(([matter]) => EXPLOITATION.some((each) => each === matter))
  if (used) circumstances.set('exploitation', used[1])
  else circumstances.delete('exploitation')
  if (band !== undefined && band !== 'unknown') {
    if (band === 'from23') circumstances.delete('young')
    else circumstances.set('young', SAID)
  }
  return {
    ...it,
    matters: about,
    circumstances,
    ...(band === undefined || band === 'unknown' ? {} : { age: { band, stands: SAID } }),
    ...(side === undefined ? {} : { fork: { side, stands: SAID } }),
    ...(urgency === undefined ? {} : { urgency: { value: urgency, stands: SAID } }),
  }
}
