/**
 * What keeps the agenda whole where it was damaged, or broke off: what it holds beside what the records say, lines that
 * do not open, and leaves that no root names. (docs/decisions/next-moment.md)
 */
import { MOST_OPS, type Op, type Store, StoreUnavailable } from '../store/port.ts'
import type { MunicipalityId } from '../words.ts'
import { type Entry, LINES, Line } from './entry.ts'
import {
  type Agenda,
  keyOf,
  LEAVES,
  mendOvertaken,
  Overtaken,
  opened,
  ROOT,
  readAgenda,
  readLeaf,
} from './kept.ts'
import { type Leaf, Root } from './leaves.ts'

const MOST_TRIES = 5
/** As many names of leaves are looked at in one request: they are of more than twelve thousand signals. */
const MOST_NAMES = 500

/** What it holds of each signal: one entry mostly. */
export type Held = { agenda: Agenda; of: ReadonlyMap<string, readonly Entry[]> }

/** Everything that an agenda holds, read again and again: a leaf never changes under its name, so it is read once. */
export class HeldEntries {
  #known = new Map<string, readonly Entry[]>()

  /** As it now stands. Requests: two, and one for each leaf that is new. @throws StoreUnavailable */
  async now(store: Store, municipality: MunicipalityId): Promise<Held> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const agenda = await readAgenda(store, municipality)
      try {
        await this.#read(store, agenda)
        return { agenda, of: this.#bySignal(agenda) }
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error
        await mendOvertaken(store, municipality, error)
      }
    }
    throw new StoreUnavailable('busy')
  }

  async #read(store: Store, { municipality, leaves }: Agenda): Promise<void> {
    const known = new Map<string, readonly Entry[]>()
    for (const leaf of leaves) {
      known.set(leaf.id, this.#known.get(leaf.id) ?? (await readLeaf(store, municipality, leaf)))
    }
    this.#known = known
  }

  #bySignal({ words }: Agenda): Held['of'] {
    const found = new Map<string, Entry[]>()
    for (const entry of [...this.#known.values()].flat()) {
      found.set(entry.signal, [...(found.get(entry.signal) ?? []), entry])
    }
    for (const { signal, entry } of words) found.set(signal, entry ? [entry] : [])
    return found
  }
}

/**
 * Whether the leaves are there still. What was read once is remembered (`HeldEntries`), so a leaf that is gone or damaged
 * would be noticed only when this instance ends, and then by everybody at once.
 */
export class LeafWatch {
  /** Which page of the names was looked at last, and which leaf was opened last. */
  #named = LEAVES
  #opened = LEAVES

  /**
   * Looks whether the leaves of a page are there, and opens the next one. What is not there as it should be goes with the
   * root, and everything is put in anew. Requests: two, whatever is open; none where there are no leaves.
   * @returns whether nothing was wrong @throws StoreUnavailable
   */
  async look(store: Store, { municipality, leaves }: Agenda): Promise<boolean> {
    const byName = leaves.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    const next = byName.find(({ id }) => id > this.#opened) ?? byName[0]
    if (!next) return true
    try {
      await this.#allThere(store, municipality, byName)
      await readLeaf(store, municipality, next)
      this.#opened = next.id
      return true
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error
      // One that was written anew meanwhile has another name by now: then nothing is wrong.
      return !(await mendOvertaken(store, municipality, error))
    }
  }

  async #allThere(store: Store, municipality: MunicipalityId, byName: readonly Leaf[]): Promise<void> {
    const after = this.#named
    const ids = await store.ids(municipality, 'agenda', after, MOST_NAMES)
    const last = ids.length < MOST_NAMES ? undefined : ids.at(-1)
    const isLast = last === undefined || !last.startsWith(LEAVES)
    this.#named = isLast ? LEAVES : last
    const there = new Set(ids)
    const gone = byName.find(({ id }) => id > after && (isLast || id <= last) && !there.has(id))
    if (gone) throw new Overtaken(gone.id)
  }
}

/**
 * Lines that do not open, or are none, go: nothing is read in them, and looking at them would cost something for ever.
 * What they told is lost with them, so the root goes too, and everything is put in anew from the records.
 * @returns how many there were @throws StoreUnavailable
 */
export async function dropDamagedLines(store: Store, municipality: MunicipalityId): Promise<number> {
  let dropped = 0
  for (let after = LINES; ; ) {
    const ids = await store.ids(municipality, 'agenda', after, MOST_OPS - 1)
    const damaged: string[] = []
    for (const id of ids) if (await isDamagedLine(store, municipality, id)) damaged.push(id)
    const gone = damaged.length > 0 ? [ROOT, ...damaged] : []
    if (gone.length > 0) await store.save(gone.map((id) => ({ op: 'delete', key: keyOf(municipality, id) })))
    dropped += damaged.length
    const last = ids.at(-1)
    if (last === undefined || ids.length < MOST_OPS - 1) return dropped
    after = last
  }
}

async function isDamagedLine(store: Store, municipality: MunicipalityId, id: string): Promise<boolean> {
  try {
    const kept = await store.read(keyOf(municipality, id))
    // Put in its place meanwhile.
    return kept !== undefined && !Line.safeParse(kept.document.body).success
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error
    return true
  }
}

/**
 * Leaves that no root names go: they are of an agenda that did not open. What is written meanwhile has another name.
 * @returns how many there were @throws StoreUnavailable
 */
export async function sweepLeaves(store: Store, municipality: MunicipalityId): Promise<number> {
  let swept = 0
  for (let after = LEAVES; ; ) {
    const found = await store.ids(municipality, 'agenda', after, MOST_OPS)
    const ids = found.filter((id) => id.startsWith(LEAVES))
    // The root after the leaves: of those that were there already it names every one that it ever will.
    const { data: root } = Root.safeParse((await opened(store, municipality, ROOT))?.document.body)
    const named = new Set(root?.leaves.map(({ id }) => id))
    const gone = ids.filter((id) => !named.has(id))
    if (gone.length > 0)
      await store.save(gone.map((id): Op => ({ op: 'delete', key: keyOf(municipality, id) })))
    swept += gone.length
    const last = ids.at(-1)
    if (last === undefined || ids.length < MOST_OPS) return swept
    after = last
  }
}
