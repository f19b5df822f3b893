/**
 * Wraps anew, by the key of the municipality, what was wrapped without it: because that key was not in memory when it was
 * saved, or before there were such keys. A page at a time; what this instance knows of comes first, and once in its life
 * it goes along everything, for what an earlier one left.
 */
import { type DocumentKey, StoreUnavailable, type Versioned } from '../store/port.ts'
import { inBulk } from './bulk.ts'
import { KeysUnavailable } from './keyring.ts'
import { MOST_OWED } from './layeredKeys.ts'
import { rotateOne } from './rotate.ts'
import { type RotatingLayers, rotatingOf } from './rotateLayers.ts'
import { LAYERS, layerOf, SEALED_KINDS } from './sealedStore.ts'

/** As many documents as one step goes along. */
export const REWRAP_PAGE = 100

/** The state of one instance for one municipality. */
export class RewrapLater {
  readonly #it: RotatingLayers
  readonly #page: number
  /** Where it is in going along everything; undefined: it was all the way. */
  #place: { kind: number; after: string } | undefined = { kind: 0, after: '' }

  constructor(it: RotatingLayers, page = REWRAP_PAGE) {
    this.#it = it
    this.#page = page
  }

  /** Is there anything to do? When not, a step asks nobody anything. */
  get owes(): boolean {
    return this.#place !== undefined || this.#it.layers.owed(this.#it.municipality).size > 0
  }

  /** One page. Gives how many were wrapped anew. @throws KeysUnavailable, StoreUnavailable: then it goes on there later */
  step(): Promise<number> {
    return inBulk('rotation', () => this.#step())
  }

  async #step(): Promise<number> {
    const { layers, municipality } = this.#it
    // So that each knows which key is the current one.
    for (const layer of LAYERS) {
      const ring = layers.ringOf(municipality, layer)
      if (!ring.inMemory()) await ring.load()
    }
    const owed = layers.owed(municipality)
    // What does not fit is not known: then everything is gone along once more.
    if (owed.size >= MOST_OWED) this.#place ??= { kind: 0, after: '' }
    let left = this.#page
    let done = 0
    for (const [name, key] of [...owed].slice(0, left)) {
      const kept = await this.#read(key)
      done += await this.#anew(kept)
      owed.delete(name)
      left -= 1
    }
    return left > 0 ? done + (await this.#along(left)) : done
  }

  async #along(most: number): Promise<number> {
    if (!this.#place) return 0
    const { kind: at, after } = this.#place
    const kind = SEALED_KINDS[at]
    if (!kind) {
      this.#place = undefined
      return 0
    }
    const page = await this.#it.inner.list(this.#it.municipality, kind, { after }, most)
    let done = 0
    for (const kept of page) {
      done += await this.#anew(kept)
      this.#place = { kind: at, after: kept.document.id }
    }
    if (page.length < most) this.#place = { kind: at + 1, after: '' }
    return done
  }

  /** What cannot be read at all is said by the code that needs it. */
  async #read(key: DocumentKey): Promise<Versioned | undefined> {
    try {
      return await this.#it.inner.read(key)
    } catch (error) {
      if (error instanceof StoreUnavailable || error instanceof KeysUnavailable) throw error
      return undefined
    }
  }

  async #anew(kept: Versioned | undefined): Promise<number> {
    if (!kept) return 0
    const layer = layerOf(kept.document.kind)
    if (!layer) return 0
    return (await rotateOne(rotatingOf(this.#it, layer), kept)) === 'rotated' ? 1 : 0
  }
}
