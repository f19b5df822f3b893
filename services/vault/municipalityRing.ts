/**
 * The key of one municipality for one layer, between the key that is not in the store (`outer`: Azure Key Vault, a file)
 * and the keys of the documents: it is unwrapped there once, remembered a minute at most, and wraps here. So reading any
 * number of documents costs one request a minute, and taking our access away works within that minute.
 *
 * Saving never waits: while the key is not in memory `outer` wraps, as its public key can, and `rewrap` does it anew
 * later. While it is used the key is renewed before its minute is over, beside the reading.
 */
import { hkdfSync, randomBytes } from 'node:crypto'
import type { Store } from '../store/port.ts'
import {
  changeKeys,
  type FoundKeys,
  type KeptKey,
  type KeptKeys,
  type KeyPlace,
  keepKeys,
  keyIdOf,
  readKeys,
} from './keyDocument.ts'
import { KEY_BYTES, type KeyRing, KeysUnavailable, unwrapWith, type Wrapped, wrapWith } from './keyring.ts'
import { halfOf, type Keys, type Part } from './seal.ts'
import { ShortMemory } from './shortMemory.ts'

/** How long a key is remembered, counted from the moment at which it was asked for. */
export const KEEP_MS = 60_000
/** From here on it is asked for anew, while what is remembered is still used. */
export const RENEW_MS = 45_000
/** After a renewal that failed, and of a document that is damaged. */
const AGAIN_MS = 5_000
const MOST_MISSING = 100
/** A timer may be early by a little. */
const PURGE_AFTER_MS = 100

export type MunicipalityRingOptions = KeyPlace & {
  /** The store as it is, not the sealed one. */
  inner: Pick<Store, 'read' | 'save'>
  /** The first wraps. The others only open what they wrapped when this layer had no key of its own. */
  outer: readonly [KeyRing, ...KeyRing[]]
  master: Pick<Keys, 'ring' | 'check' | 'sealing' | 'halves'>
  /** Milliseconds by a clock that never jumps. */
  clock: () => number
  /** Told when the document with the keys is not as we wrote it. */
  onDamaged?: () => void
}

/** A key of the municipality, ready for use. `parts` is undefined where it seals with a SEALING_KEY that is not given. */
export type HeldKey = {
  wrap: Buffer
  parts: Readonly<Record<Part, Buffer>> | undefined
  askedAt: number
}

type AtHand = HeldKey & { id: string }
type Read = { found: FoundKeys; at: number }

const draw = (key: Buffer, salt: Buffer | string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, `signaalpunt/municipality/${purpose}`, KEY_BYTES))

export class MunicipalityRing implements KeyRing {
  readonly #it: MunicipalityRingOptions
  readonly #ids: RegExp
  #read: Read | undefined
  readonly #held = new Map<string, HeldKey>()
  readonly #opening = new Map<string, Promise<HeldKey | undefined>>()
  readonly #fetching = new Map<string, Promise<HeldKey | undefined>>()
  /** Ids that were looked for a moment ago, so that many documents of a dropped key are not as many requests. */
  readonly #missing: ShortMemory<true>
  #loading: Promise<void> | undefined
  #renewAfter = Number.NEGATIVE_INFINITY

  constructor(options: MunicipalityRingOptions) {
    this.#it = options
    this.#ids = keyIdOf(options.layer)
    this.#missing = new ShortMemory(MOST_MISSING, AGAIN_MS, options.clock)
  }

  /** The key that wraps now, as far as known; that of `outer` before anything was read. */
  get current(): string {
    return this.#kept()?.current ?? this.#it.outer[0].current
  }

  /** Waits for nothing but `outer` wrapping with what it has. @throws KeysUnavailable */
  async wrap(dataKey: Buffer): Promise<Wrapped> {
    const now = this.inMemory()
    return now ? wrapWith(now.id, now.wrap, dataKey) : this.#it.outer[0].wrap(dataKey)
  }

  /** @throws KeysUnavailable, StoreUnavailable */
  async unwrap(it: Wrapped): Promise<Buffer | undefined> {
    if (this.isOurs(it)) return this.#unwrapHere(it)
    let unavailable: KeysUnavailable | undefined
    for (const ring of this.#it.outer) {
      try {
        const found = await ring.unwrap(it)
        if (found) return found
      } catch (error) {
        if (!(error instanceof KeysUnavailable)) throw error
        // The next one may have wrapped it, and does not hang on this one.
        unavailable ??= error
      }
    }
    if (unavailable) throw unavailable
    return undefined
  }

  /** Was it wrapped by a key of this municipality, and not by `outer`? */
  isOurs({ by }: Wrapped): boolean {
    return this.#ids.test(by)
  }

  /** The key that wraps and seals now, from memory only; else it is fetched beside whoever asks. */
  inMemory(): AtHand | undefined {
    const kept = this.#isYoung(this.#read?.at) ? this.#kept() : undefined
    const held = kept && this.#young(kept.current)
    if (!kept || !held) {
      this.#beside()
      return undefined
    }
    this.#renewSometimes(kept.current, Math.min(held.askedAt, this.#read?.at ?? held.askedAt))
    return { ...held, id: kept.current }
  }

  /** The key of this id, or undefined when it is not there any more. @throws KeysUnavailable, StoreUnavailable */
  async keyOf(id: string): Promise<HeldKey | undefined> {
    const held = this.#young(id)
    if (held) {
      this.#renewSometimes(id, held.askedAt)
      return held
    }
    return this.#open(id)
  }

  /**
   * Reads the keys, makes the first one where there is none, and has the current one in memory after it.
   * `foreign`: they were made under another master key, and `damaged`: they are not as we wrote them; then `outer` wraps.
   * @throws KeysUnavailable, StoreUnavailable
   */
  async load(): Promise<FoundKeys['is']> {
    this.#loading ??= this.#load().finally(() => {
      this.#loading = undefined
    })
    await this.#loading
    return this.#read?.found.is ?? 'none'
  }

  /** How the keys stand, without making or opening any. @throws StoreUnavailable */
  async look(): Promise<FoundKeys['is']> {
    await this.#reread(false)
    return this.#read?.found.is ?? 'none'
  }

  /** Whether every key that is kept seals with a half that is given. @throws StoreUnavailable */
  async hasHalves(): Promise<boolean> {
    if (!this.#read) await this.#reread(false)
    return this.#kept()?.keys.every(({ half }) => this.#saltOf(half) !== undefined) ?? true
  }

  /** A view that waits for the key of the municipality: for wrapping anew, which nobody waits for. */
  waiting(): KeyRing {
    const current = () => this.current
    return {
      get current() {
        return current()
      },
      wrap: async (dataKey) => {
        if (!this.inMemory()) await this.load()
        const now = this.inMemory()
        if (!now)
          throw new KeysUnavailable('refused', 'the document with the keys of a municipality is damaged')
        return wrapWith(now.id, now.wrap, dataKey)
      },
      unwrap: (it) => this.unwrap(it),
    }
  }

  /**
   * Makes a new key, which wraps from now on; here at once, elsewhere within a minute. The older ones are wrapped anew by
   * the newest key of `outer`. Gives how many older ones there are. @throws KeysUnavailable, StoreUnavailable
   */
  async renew(): Promise<number> {
    return this.#change(async (kept) => {
      const older: KeptKey[] = []
      for (const one of kept?.keys ?? []) {
        const found = await this.#outerUnwrap(one)
        older.push(found ? { ...one, ...(await this.#it.outer[0].wrap(found)) } : one)
      }
      const made = await this.#made()
      return { current: made.id, keys: [...older, made] }
    })
  }

  /** Takes the older keys away: what they still wrap is destroyed with them. Gives how many. @throws StoreUnavailable */
  async drop(): Promise<number> {
    let dropped = 0
    await this.#change(async (kept) => {
      const keys = kept?.keys.filter(({ id }) => id === kept.current) ?? []
      dropped = (kept?.keys.length ?? 0) - keys.length
      return kept && dropped > 0 ? { current: kept.current, keys } : undefined
    })
    return dropped
  }

  /** How many keys there are besides the current one. @throws StoreUnavailable */
  async older(): Promise<number> {
    const found = await readKeys(this.#it.inner, this.#it.master, this.#it)
    return found.is === 'there' ? found.kept.keys.length - 1 : 0
  }

  /** How many keys are in memory. */
  get remembered(): number {
    return this.#held.size
  }

  /** Resolves when nothing is being fetched. */
  async settled(): Promise<void> {
    await Promise.allSettled([this.#loading, ...this.#opening.values(), ...this.#fetching.values()])
  }

  #kept(): KeptKeys | undefined {
    return this.#read?.found.is === 'there' ? this.#read.found.kept : undefined
  }

  #isYoung(at: number | undefined): boolean {
    return at !== undefined && this.#it.clock() - at < KEEP_MS
  }

  #young(id: string): HeldKey | undefined {
    const held = this.#held.get(id)
    if (held && this.#isYoung(held.askedAt)) return held
    this.#held.delete(id)
    return undefined
  }

  #purge(): void {
    for (const id of this.#held.keys()) this.#young(id)
  }

  async #unwrapHere({ by, wrapped }: Wrapped): Promise<Buffer | undefined> {
    const key = await this.keyOf(by)
    return key && unwrapWith(by, key.wrap, wrapped)
  }

  #renewSometimes(id: string, since: number): void {
    if (this.#it.clock() - since < RENEW_MS) return
    if (id === this.#kept()?.current) this.#beside()
    else if (!this.#fetching.has(id)) this.#beside(() => this.#fetchKey(id))
  }

  /** Fetches it beside whoever asked; what we have is good for as long as it is. */
  #beside(fetching: () => Promise<unknown> = () => this.load()): void {
    if (this.#loading || this.#it.clock() < this.#renewAfter) return
    fetching().catch(() => {
      this.#renewAfter = this.#it.clock() + AGAIN_MS
    })
  }

  async #load(): Promise<void> {
    await this.#reread()
    if (this.#read?.found.is === 'none') await this.#begin()
    const current = this.#kept()?.current
    const held = current === undefined ? undefined : this.#young(current)
    const isFresh = held !== undefined && this.#it.clock() - held.askedAt < RENEW_MS
    if (current !== undefined && !isFresh) await this.#fetchKey(current)
    // Damaged, or wrapped by a key that is gone: nothing to be had by asking at each save.
    if (current === undefined || !this.#young(current)) this.#renewAfter = this.#it.clock() + AGAIN_MS
  }

  async #reread(tell = true): Promise<void> {
    const at = this.#it.clock()
    const found = await readKeys(this.#it.inner, this.#it.master, this.#it)
    if (tell && (found.is === 'damaged' || found.is === 'foreign')) this.#it.onDamaged?.()
    this.#read = { found, at }
    const there = new Set(this.#kept()?.keys.map(({ id }) => id))
    for (const id of this.#held.keys()) if (!there.has(id)) this.#held.delete(id)
  }

  /** The first key of this municipality; another instance may be first. */
  async #begin(): Promise<void> {
    const made = await this.#made()
    const kept = { current: made.id, keys: [made] }
    const { saved } = await this.#it.inner.save([keepKeys(this.#it.master, this.#it, kept)])
    await this.#reread()
    if (!saved) this.#held.delete(made.id)
  }

  /** A new key, in memory and wrapped by `outer`. */
  async #made(): Promise<KeptKey> {
    const key = randomBytes(KEY_BYTES)
    const id = `${this.#it.layer}-${randomBytes(8).toString('hex')}`
    const at = this.#it.clock()
    const wrapped = await this.#it.outer[0].wrap(key)
    const half = this.#it.layer === 'names' ? this.#it.master.halves?.[0]?.id : undefined
    const made = { id, ...wrapped, ...(half === undefined ? {} : { half }) }
    this.#hold(made, key, at)
    return made
  }

  #hold({ id, half }: KeptKey, key: Buffer, askedAt: number): HeldKey {
    const salt = this.#saltOf(half)
    const parts = salt && { address: draw(key, salt, 'address'), identity: draw(key, salt, 'identity') }
    const held = { wrap: draw(key, '', 'wrap'), parts, askedAt }
    this.#held.set(id, held)
    // Not only when somebody asks for it.
    setTimeout(() => this.#purge(), KEEP_MS + PURGE_AFTER_MS).unref()
    return held
  }

  /** The half that is not in the store, of a key that names it. */
  #saltOf(half: string | undefined): Buffer | undefined {
    const { master } = this.#it
    return half === undefined ? master.sealing : halfOf(master, half)?.sealing
  }

  /** Opens a key that is not in memory, once for all who wait for it. */
  #open(id: string): Promise<HeldKey | undefined> {
    const known = this.#opening.get(id)
    if (known) return known
    const opening = this.#find(id).finally(() => this.#opening.delete(id))
    this.#opening.set(id, opening)
    return opening
  }

  async #find(id: string): Promise<HeldKey | undefined> {
    await this.#loading?.catch((error: unknown) => {
      // It was this one that was asked for; a caller that comes now need not ask again.
      if (id === this.#kept()?.current) throw error
    })
    const held = this.#young(id)
    if (held) return held
    const isKnown = () => this.#kept()?.keys.some((one) => one.id === id) === true
    if (this.#missing.get(id)) return undefined
    const isDamaged = this.#read?.found.is === 'damaged' || this.#read?.found.is === 'foreign'
    const lately = this.#read !== undefined && this.#it.clock() - this.#read.at < AGAIN_MS
    // Made elsewhere since we looked, perhaps; and what was taken away must not open from what we remember.
    if (!(isKnown() && this.#isYoung(this.#read?.at)) && !(isDamaged && lately)) await this.#reread()
    if (isKnown()) return this.#fetchKey(id)
    // A key is kept before anything is wrapped by it: this one was dropped, or made up.
    this.#missing.set(id, true)
    return undefined
  }

  /** Asks `outer` for it, once for all who wait for it. */
  #fetchKey(id: string): Promise<HeldKey | undefined> {
    const known = this.#fetching.get(id)
    if (known) return known
    const fetching = this.#ask(id).finally(() => this.#fetching.delete(id))
    this.#fetching.set(id, fetching)
    return fetching
  }

  async #ask(id: string): Promise<HeldKey | undefined> {
    const wrapped = this.#kept()?.keys.find((one) => one.id === id)
    if (!wrapped) return undefined
    const at = this.#it.clock()
    try {
      const key = await this.#outerUnwrap(wrapped)
      return key && this.#hold(wrapped, key, at)
    } catch (error) {
      // We may not use it any more: from now on, not from the end of its minute.
      if (error instanceof KeysUnavailable && error.reason === 'refused') this.#held.delete(id)
      throw error
    }
  }

  #outerUnwrap(it: Wrapped): Promise<Buffer | undefined> {
    const [ring] = this.#it.outer
    return ring.unwrapAnew ? ring.unwrapAnew(it) : ring.unwrap(it)
  }

  /** Changes what is kept; gives how many keys there are besides the current one. */
  async #change(change: (kept: KeptKeys | undefined) => Promise<KeptKeys | undefined>): Promise<number> {
    const kept = await changeKeys(this.#it.inner, this.#it.master, this.#it, change)
    await this.#reread()
    return kept ? kept.keys.length - 1 : 0
  }
}
