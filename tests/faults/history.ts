/** Every version of every signal as the store kept it, in their order: what really happened, whatever was answered. */
import { parseStored } from '../../services/signal/handle.ts'
import type { SignalRecord, Tombstone } from '../../services/signal/record.ts'
import type { MemoryDisk } from '../kit/memoryStore.ts'

/** `at`: when it was kept, in milliseconds by a clock that never jumps. */
export type Version = { at: number } & (
  | { is: 'record'; record: SignalRecord }
  | { is: 'tombstone'; tombstone: Tombstone }
  | { is: 'gone' }
)

export class History {
  readonly versions = new Map<string, Version[]>()
  readonly logged: string[] = []
  /** Errors that were logged as such: defects, not answers. */
  readonly defects: unknown[] = []
  readonly #disk: MemoryDisk
  readonly #etags = new Map<string, string>()

  readonly #elapsed: () => number

  constructor(disk: MemoryDisk, elapsed: () => number) {
    this.#disk = disk
    this.#elapsed = elapsed
  }

  /** Takes over what the store kept since the last look. */
  look(): void {
    const standing = new Set<string>()
    const at = this.#elapsed()
    for (const { key, etag, body } of this.#disk.rows.values()) {
      if (key.kind !== 'signal') continue
      standing.add(key.id)
      if (this.#etags.get(key.id) === etag) continue
      this.#etags.set(key.id, etag)
      const stored = parseStored(JSON.parse(body), etag)
      this.#add(
        key.id,
        'record' in stored
          ? { is: 'record', record: stored.record, at }
          : { is: 'tombstone', tombstone: stored.tombstone, at },
      )
    }
    for (const id of this.#etags.keys()) {
      if (standing.has(id)) continue
      this.#etags.delete(id)
      this.#add(id, { is: 'gone', at })
    }
  }

  #add(id: string, version: Version): void {
    this.versions.set(id, [...(this.versions.get(id) ?? []), version])
  }

  /**
   * The signal that begins with these words, whatever it is called: that of an anonymous reporter gets a name that is
   * no draft's.
   */
  called(words: string): string | undefined {
    for (const [id, [first]] of this.versions) {
      if (first?.is === 'record' && first.record.story[0]?.text === words) return id
    }
    return undefined
  }

  /** Every version of the signal that begins with these words. */
  of(words: string): readonly Version[] {
    return this.versions.get(this.called(words) ?? '') ?? []
  }

  /** Keeps what a bot logged. */
  log(line: string, error: unknown): void {
    this.logged.push(line)
    if (error === undefined || isExpected(error)) return
    this.defects.push(error)
  }
}

/** The store being away is an answer, not a defect. Under jest `instanceof` is not enough. */
const isExpected = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'name' in error && error.name === 'StoreUnavailable'
