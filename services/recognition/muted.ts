/**
 * Values that say nothing in one municipality, for everything has them: the town hall, the number of its switchboard. A person
 * says so and can take it back; they are left out of every look-up. One sealed document of the municipality.
 */
import { z } from 'zod'
import { entryOfFacts } from '../facts/entryOf.ts'
import { AddressFact, type Fact, OrganisationFact, ValueFact } from '../facts/fact.ts'
import { entitiesOf } from '../matching/entitiesOf.ts'
import { type Store, StoreUnavailable } from '../store/port.ts'
import { Instant, type MunicipalityId, OfficerId } from '../words.ts'

/** What can be muted: never a person, who is no value that everything has. */
const Mutable = z.discriminatedUnion('kind', [OrganisationFact, AddressFact, ValueFact])
export type Mutable = z.infer<typeof Mutable>

const MutedValue = z.object({ id: z.uuid(), details: Mutable, at: Instant, by: OfficerId })
export type MutedValue = z.infer<typeof MutedValue>

/** `n`: raised by each change, so that what was found before it is looked up anew. */
const MutedValues = z.object({
  schema: z.literal(1),
  n: z.number().int().min(0),
  values: z.array(MutedValue).max(500),
})
export type MutedValues = z.infer<typeof MutedValues>

/** As many are kept: with more, it is not the values that say nothing. */
export const MOST_MUTED = 500
const MOST_TRIES = 8

const keyOf = (municipality: MunicipalityId) => ({ municipality, kind: 'muted' as const, id: 'values' })

/** Can this be muted? */
export const isMutable = (details: Fact['details']): details is Mutable =>
  details.kind !== 'person' && details.kind !== 'time'

/** Which facts are left out. */
export type Muted = { n: number; has(fact: Fact): boolean }

const keysOf = (fact: Fact): string[] => entitiesOf(entryOfFacts(fact.id, [fact])).flatMap(({ keys }) => keys)

/** A value is the same where it is found by nothing but what the muted one is found by, however it is written. */
export function mutedOf({ n, values }: MutedValues): Muted {
  const muted = values.map(
    ({ id, details, at, by }) =>
      new Set(keysOf({ id, at, by, details, how: 'unknown', standing: 'confirmed' })),
  )
  return {
    n,
    has: (fact) => {
      if (muted.length === 0 || !isMutable(fact.details)) return false
      const keys = keysOf(fact)
      return keys.length > 0 && muted.some((one) => keys.every((key) => one.has(key)))
    },
  }
}

/** The list of them. @throws StoreUnavailable */
export async function mutedValues(store: Store, municipality: MunicipalityId): Promise<MutedValues> {
  const kept = await store.read(keyOf(municipality))
  return kept ? MutedValues.parse(kept.document.body) : { schema: 1, n: 0, values: [] }
}

async function changed(
  store: Store,
  municipality: MunicipalityId,
  change: (now: MutedValues) => MutedValue[] | undefined,
): Promise<boolean> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const kept = await store.read(keyOf(municipality))
    const now: MutedValues = kept ? MutedValues.parse(kept.document.body) : { schema: 1, n: 0, values: [] }
    const values = change(now)
    if (!values) return false
    const body: MutedValues = { schema: 1, n: now.n + 1, values }
    const document = { ...keyOf(municipality), body, open: false, dueAt: null }
    const op = kept
      ? ({ op: 'replace', document, etag: kept.etag } as const)
      : ({ op: 'create', document } as const)
    if ((await store.save([op])).saved) return true
  }
  throw new StoreUnavailable('busy')
}

/** Mutes a value; one that is muted already stays as it is. Gives whether it changed anything. @throws StoreUnavailable */
export const muteValue = (store: Store, municipality: MunicipalityId, value: MutedValue): Promise<boolean> =>
  changed(store, municipality, (now) => {
    const { id, details, at, by } = value
    const isMuted = mutedOf(now).has({ id, details, at, by, how: 'unknown', standing: 'confirmed' })
    return isMuted || now.values.length >= MOST_MUTED ? undefined : [...now.values, MutedValue.parse(value)]
  })

/** Takes that back. Gives whether it was muted. @throws StoreUnavailable */
export const unmuteValue = (store: Store, municipality: MunicipalityId, id: string): Promise<boolean> =>
  changed(store, municipality, (now) => {
    const values = now.values.filter((each) => each.id !== id)
    return values.length === now.values.length ? undefined : values
  })
