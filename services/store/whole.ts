/**
 * A store around the store, in which a document has no upper bound and a save always fits one batch: the largest of it go
 * into parts (`parts.ts`), which are written before, mean nothing until the save names them, and are swept if nothing
 * does. Read, they are one document again. What is small passes as it is, and costs nothing.
 */
import type { Instant } from '../words.ts'
import { bodyTextOf, damaged, measuredTextOf, type OnDamaged } from './document.ts'
import { bodyIn, etagParts, etagWith, inParts, partedIn, partKey } from './parts.ts'
import {
  type DocumentKind,
  MOST_OPS,
  type Op,
  type SaveResult,
  type Store,
  type StoredDocument,
  StoreUnavailable,
  type Versioned,
} from './port.ts'

/** Bytes of JSON in one save. Sealed they are a third more, and a batch of Cosmos DB takes less than 2 MB. */
const MOST_BYTES = 1_300_000

/** Somebody may have saved between the reading of a document and that of its parts. */
const MOST_READS = 4

/** A save as the store inside gets it. */
type Plan = {
  /** Before it: parts that mean nothing yet. */
  creates: readonly Op[]
  ops: readonly Op[]
  /** The parts that each operation of the caller made. */
  parts: readonly (readonly string[])[]
  /** What was before, and had no room in it. */
  later: readonly Op[]
}

const isNew = (op: Op) => op.op !== 'delete'

/** Which of these go into parts: the largest, until the others fit. With their text. */
function tooLarge(ops: readonly Op[]): Map<Op, string> {
  const texts = ops.filter(isNew).map((op) => {
    const text = measuredTextOf(op.document)
    return { op, text, bytes: Buffer.byteLength(text) }
  })
  let sum = texts.reduce((all, { bytes }) => all + bytes, 0)
  const large = new Map<Op, string>()
  for (const { op, text, bytes } of texts.sort((a, b) => b.bytes - a.bytes)) {
    if (sum <= MOST_BYTES) break
    large.set(op, text)
    sum -= bytes
  }
  return large
}

/** Its body as text and back: what becomes of the one that was given changes nothing. */
const asIsNow = (document: StoredDocument): StoredDocument => ({
  ...document,
  body: JSON.parse(bodyTextOf(document)),
})

/** How these are saved. Throws what `bodyTextOf` throws. */
function planOf(given: readonly Op[], now: () => Instant): Plan {
  const large = tooLarge(given)
  const creates: Op[] = []
  const parts: string[][] = []
  const old: Op[] = []
  const ops = given.map((op): Op => {
    const made: string[] = []
    parts.push(made)
    const known = op.op === 'create' || op.etag === undefined ? undefined : etagParts(op.etag)
    const { municipality } = op.op === 'delete' ? op.key : op.document
    for (const id of known?.parts ?? []) old.push({ op: 'delete', key: partKey(municipality, id) })
    if (op.op === 'delete') return known ? { ...op, etag: known.etag } : op
    const text = large.get(op)
    const so = op.op === 'replace' && known ? { ...op, etag: known.etag } : op
    // As it is now, for it is saved after the parts.
    if (text === undefined) return large.size === 0 ? so : { ...so, document: asIsNow(op.document) }
    const split = inParts(op.document, text, now())
    creates.push(...split.creates)
    made.push(...(partedIn(split.body) ?? []))
    return { ...so, document: { ...op.document, body: split.body } }
  })
  const room = Math.max(0, MOST_OPS - ops.length)
  return { creates, ops: [...ops, ...old.slice(0, room)], parts, later: old.slice(room) }
}

const NOTHING: Plan = { creates: [], ops: [], parts: [], later: [] }

const deleteOf = (op: Op): Op[] => (op.op === 'create' ? [{ op: 'delete', key: op.document }] : [])

/**
 * The store to use in place of `inner`. A document that is deleted without an etag keeps its parts: whoever does so
 * deletes them first (`withoutParts`). Damage in a part is damage of its document, told as a store tells it.
 */
export function wholeStore(
  inner: Store,
  { now, onDamaged }: { now: () => Instant; onDamaged?: OnDamaged },
): Store {
  /** One after the other, as many as fit one save; what fails is swept later. */
  const tidy = async (ops: readonly Op[]): Promise<void> => {
    try {
      for (let at = 0; at < ops.length; at += MOST_OPS) await inner.save(ops.slice(at, at + MOST_OPS))
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error
    }
  }

  /** Makes the parts, and then does `save`: at once where there are none, so that what is given now is saved. */
  const after = async <T>(plans: readonly Plan[], save: () => Promise<T>): Promise<T> => {
    const creates = plans.flatMap((plan) => plan.creates)
    if (creates.length > 0) await inner.saveMany(creates.map((op) => [op]))
    return save()
  }

  const finish = async ({ creates, parts, later }: Plan, result: SaveResult): Promise<SaveResult> => {
    await tidy(result.saved ? later : creates.flatMap(deleteOf))
    if (!result.saved) return result
    const etags = parts.map((ids, at) => {
      const etag = result.etags[at] ?? null
      return etag === null ? null : etagWith(etag, ids)
    })
    return { saved: true, etags }
  }

  /** With the body that stands in its parts. Undefined: it is not there any more. */
  const whole = async (first: Versioned | undefined): Promise<Versioned | undefined> => {
    let kept = first
    for (let reads = 0; kept && reads < MOST_READS; reads += 1) {
      const { document, etag } = kept
      const ids = partedIn(document.body)
      if (!ids) return kept
      const found = await bodyIn(inner, document.municipality, ids)
      if (found) return { document: { ...document, body: found.body }, etag: etagWith(etag, ids) }
      kept = await inner.read(document)
    }
    if (kept) throw damaged(kept.document.kind)
    return undefined
  }

  const read: Store['read'] = async (key) => {
    const kept = await inner.read(key)
    if (!kept || !partedIn(kept.document.body)) return kept
    try {
      return await whole(kept)
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error
      throw damaged(key.kind)
    }
  }

  /** Undefined where it is damaged, or gone since. */
  const listed = async (kept: Versioned, told: DocumentKind[]): Promise<Versioned | undefined> => {
    try {
      return await whole(kept)
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error
      told.push(kept.document.kind)
      return undefined
    }
  }

  const list: Store['list'] = async (municipality, kind, query, most) => {
    for (let ask = most; ; ) {
      const stored = await inner.list(municipality, kind, query, ask)
      const told: DocumentKind[] = []
      const found: Versioned[] = []
      for (const kept of stored) {
        const one = await listed(kept, told)
        if (one) found.push(one)
      }
      const missing = stored.length - found.length
      if (missing === 0 || stored.length < ask || found.length >= most) {
        for (const each of told) onDamaged?.(each)
        return found.slice(0, most)
      }
      ask = most + missing
    }
  }

  return {
    read,
    save: async (ops) => {
      const plan = planOf(ops, now)
      return finish(plan, await after([plan], () => inner.save(plan.ops)))
    },
    saveMany: async (groups) => {
      const plans = groups.map((ops) => planOf(ops, now))
      const results = await after(plans, () => inner.saveMany(plans.map(({ ops }) => ops)))
      return Promise.all(results.map((result, at) => finish(plans[at] ?? NOTHING, result)))
    },
    list,
    ids: (...asked) => inner.ids(...asked),
    ping: () => inner.ping(),
    close: () => inner.close(),
  }
}
