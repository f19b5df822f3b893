/** The keys of every municipality, in two layers: which of them wraps a document, and where it is wrapped anew later. */
import type { DocumentKey, DocumentKind, Store } from '../store/port.ts'
import type { MunicipalityId } from '../words.ts'
import { type DocumentRing, type KeyRing, KeysUnavailable } from './keyring.ts'
import { MunicipalityRing } from './municipalityRing.ts'
import type { Openings } from './openings.ts'
import type { Keys, NamesKeys } from './seal.ts'
import { LAYERS, type Layer, layerOf, withKeys } from './sealedStore.ts'

export type LayeredOptions = {
  /** The store as it is, not the sealed one. */
  inner: Store
  /**
   * The keys that are not in the store: for what is written, and, under another role, for the identities of reporters.
   */
  outer: Readonly<Record<Layer, KeyRing>>
  master: Pick<Keys, 'ring' | 'check' | 'sealing' | 'halves'>
  /** Milliseconds by a clock that never jumps. */
  clock?: () => number
  openings?: Openings
  onDamaged?: (kind: DocumentKind) => void
}

/** What was wrapped without the key of its municipality, in this life: it is wrapped anew when there is time. */
export type Owed = Map<string, DocumentKey>

/** A ring that says which key wraps now. */
export type WaitingRing = DocumentRing & Pick<KeyRing, 'current'>

export type LayeredKeys = DocumentRing & {
  names: NamesKeys
  ringOf(municipality: MunicipalityId, layer: Layer): MunicipalityRing
  /** What wraps anew, for which nobody waits: it waits for the key, and what it opens is counted as any opening is. */
  waiting(municipality: MunicipalityId, layer: Layer): WaitingRing
  /**
   * Is it the master key (VAULT_KEY) that the store was begun with? Asked of the keys of the municipality, and where there
   * are none yet of `opens`: does what is there from before open? @throws KeysUnavailable when it is not, StoreUnavailable
   */
  check(municipality: MunicipalityId, opens: () => Promise<boolean>): Promise<void>
  /**
   * Is every SEALING_KEY given that what says who reported is sealed with? Not asked where nobody opens that.
   * @throws KeysUnavailable when not, StoreUnavailable
   */
  checkSealing(municipality: MunicipalityId): Promise<void>
  /**
   * Has the keys in memory, and makes them where there are none: only after `check`. @throws KeysUnavailable,
   * StoreUnavailable
   */
  load(municipality: MunicipalityId): Promise<void>
  /** At most `MOST_OWED` of a municipality; what does not fit is found by going along everything. */
  owed(municipality: MunicipalityId): Owed
  /** Resolves when nothing is being fetched beside the work. */
  settled(): Promise<void>
}

export const MOST_OWED = 1_000

const FOREIGN =
  'VAULT_KEY is not the one that this store was begun with; with another one nobody would find what they reported'

const NO_HALF =
  'SEALING_KEY is not the one that seals who reported; give that one, or as SEALING_KEY_OLD until keys:rotate is done'

export function layeredKeys(options: LayeredOptions): LayeredKeys {
  const { inner, outer, master, openings, onDamaged } = options
  const clock = options.clock ?? (() => performance.now())
  const rings = new Map<string, MunicipalityRing>()
  const owed = new Map<MunicipalityId, Owed>()

  /** Who reported could be wrapped by the key of the documents before it had one of its own. */
  const outerOf = (layer: Layer): readonly [KeyRing, ...KeyRing[]] =>
    layer === 'names' ? [outer.names, outer.documents] : [outer.documents]

  function ringOf(municipality: MunicipalityId, layer: Layer): MunicipalityRing {
    const name = `${layer} ${municipality}`
    const known = rings.get(name)
    if (known) return known
    const told = () => onDamaged?.('key')
    const it = { inner, municipality, layer, outer: outerOf(layer), master, clock, onDamaged: told }
    const made = new MunicipalityRing(it)
    rings.set(name, made)
    return made
  }

  function owedOf(municipality: MunicipalityId): Owed {
    const known = owed.get(municipality) ?? new Map<string, DocumentKey>()
    owed.set(municipality, known)
    return known
  }

  function ringFor({ municipality, kind }: DocumentKey): MunicipalityRing {
    const layer = layerOf(kind)
    if (!layer) throw new TypeError(`A document of kind ${kind} is not sealed.`)
    return ringOf(municipality, layer)
  }

  /** Each that opens is counted, for whatever it is opened. */
  const counted =
    (unwrap: DocumentRing['unwrap']): DocumentRing['unwrap'] =>
    async (it, of) => {
      const found = await unwrap(it, of)
      if (found) openings?.count(of.municipality, of.kind)
      return found
    }

  async function check(municipality: MunicipalityId, opens: () => Promise<boolean>): Promise<void> {
    const found = await Promise.all(LAYERS.map((layer) => ringOf(municipality, layer).look()))
    const isForeign = found.includes('foreign') && !found.includes('there')
    if (isForeign || (found.every((is) => is === 'none') && !(await opens()))) {
      throw new KeysUnavailable('refused', FOREIGN)
    }
  }

  return {
    wrap: async (dataKey, of) => {
      const ring = ringFor(of)
      const wrapped = await ring.wrap(dataKey)
      const later = owedOf(of.municipality)
      const { municipality, kind, id } = of
      if (!ring.isOurs(wrapped) && later.size < MOST_OWED)
        later.set(`${kind} ${id}`, { municipality, kind, id })
      return wrapped
    },
    unwrap: counted(async (it, of) => ringFor(of).unwrap(it)),
    names: {
      sealing: (municipality) => {
        const now = ringOf(municipality, 'names').inMemory()
        return now?.parts && { id: now.id, parts: now.parts }
      },
      opening: (municipality, id) =>
        withKeys(async () => {
          const key = await ringOf(municipality, 'names').keyOf(id)
          if (!key) return undefined
          // Nothing is wrong with what is stored: another program was given a newer one.
          if (!key.parts) throw new KeysUnavailable('refused', NO_HALF)
          return { parts: key.parts }
        }),
    },
    checkSealing: async (municipality) => {
      if (!(await ringOf(municipality, 'names').hasHalves())) throw new KeysUnavailable('refused', NO_HALF)
    },
    ringOf,
    waiting: (municipality, layer) => {
      const ring = ringOf(municipality, layer).waiting()
      return {
        get current() {
          return ring.current
        },
        wrap: (dataKey) => ring.wrap(dataKey),
        unwrap: counted((it) => ring.unwrap(it)),
      }
    },
    check,
    load: async (municipality) => {
      await Promise.all(LAYERS.map((layer) => ringOf(municipality, layer).load()))
    },
    owed: owedOf,
    settled: async () => {
      await Promise.all([...rings.values()].map((ring) => ring.settled()))
    },
  }
}
