/** What is known of each reporting point: read from memory, kept in the store. */
import type { Municipality } from '../../services/municipality/municipality.ts'
import { ofChannel, Point as PointDocument, soundPoint } from '../../services/municipality/reportingPoint.ts'
import { StoreUnavailable, type Versioned } from '../../services/store/port.ts'
import { KeyedQueue } from '../app/keyedQueue.ts'
import type { Outside } from '../app/ports.ts'

const MOST_SAVES = 6

type KeptPoint = { point: PointDocument; etag: string | undefined; unsaved: boolean }

/** Makes another of it; the same one where nothing changes. `etag`: of what is changed. */
export type Change = (point: PointDocument, etag: string | undefined) => PointDocument

export class KeptPoints {
  readonly #outside: Outside
  readonly #held = new Map<string, KeptPoint>()
  readonly #lanes = new KeyedQueue()

  constructor(outside: Outside) {
    this.#outside = outside
  }

  /** Resolves when nothing is under way. */
  idle(): Promise<void> {
    return this.#lanes.idle()
  }

  /** As it is known here. */
  of(municipality: Municipality): PointDocument {
    return this.#of(municipality).point
  }

  etagOf(municipality: Municipality): string | undefined {
    return this.#of(municipality).etag
  }

  /** What another instance, or this one before it stopped, knew. Was anything known? @throws StoreUnavailable */
  load(municipality: Municipality): Promise<boolean> {
    return this.#lanes.run(municipality.id, async () => {
      const held = this.#of(municipality)
      if (held.unsaved) {
        await this.#save(municipality, (point) => point)
        return true
      }
      const kept = await this.#read(municipality)
      if (kept && kept.etag !== held.etag) this.#hold(municipality, kept)
      return kept !== undefined
    })
  }

  /**
   * Changes what is known: in memory at once, for it must be known who reads, also while the store is away, then in the
   * store. What another instance wrote meanwhile is taken over, and changed in the same way.
   */
  change(municipality: Municipality, change: Change): Promise<void> {
    return this.#lanes.run(municipality.id, () => this.#save(municipality, change))
  }

  #of(municipality: Municipality): KeptPoint {
    return this.#held.get(municipality.id) ?? nothingOf(municipality)
  }

  /**
   * What the store has. What cannot be read is thrown away, loudly: all of it can be found out again by looking.
   * @throws StoreUnavailable
   */
  async #read(municipality: Municipality): Promise<KeptPoint | undefined> {
    const { store, log } = this.#outside
    try {
      const kept = await store.read(keyOf(municipality))
      return kept && heldOf(kept, municipality)
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error
      log.error('record.unreadable', { kind: 'channel' })
      await store.save([{ op: 'delete', key: keyOf(municipality) }])
      return undefined
    }
  }

  /** From now on this holds. */
  #hold(municipality: Municipality, held: KeptPoint): void {
    this.#held.set(municipality.id, held)
    this.#outside.municipalities.know(municipality.id, held.point)
  }

  async #save(municipality: Municipality, change: Change): Promise<void> {
    const { store, log } = this.#outside
    for (let tries = 0; tries < MOST_SAVES; tries += 1) {
      const { point, etag, unsaved } = this.#of(municipality)
      const next = change(point, etag)
      if (next === point && !unsaved) return
      this.#hold(municipality, { point: next, etag, unsaved: true })
      try {
        const document = { ...keyOf(municipality), body: next, open: false, dueAt: null }
        const result = await store.save([
          etag === undefined ? { op: 'create', document } : { op: 'replace', document, etag },
        ])
        if (result.saved) {
          this.#hold(municipality, { point: next, etag: result.etags[0] ?? undefined, unsaved: false })
          return
        }
        const kept = await this.#read(municipality)
        this.#hold(municipality, kept ?? nothingOf(municipality))
      } catch (error) {
        log.warn('point.unsaved', { error })
        return
      }
    }
  }
}

const keyOf = (municipality: Municipality) => ({
  municipality: municipality.id,
  kind: 'channel' as const,
  id: 'point',
})

const nothingOf = (municipality: Municipality): KeptPoint => ({
  point: soundPoint(municipality),
  etag: undefined,
  unsaved: false,
})

function heldOf({ document, etag }: Versioned, municipality: Municipality): KeptPoint {
  const kept = PointDocument.parse(document.body)
  const point = ofChannel(kept, municipality)
  return { point, etag, unsaved: point !== kept }
}
