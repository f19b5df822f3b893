/**
 * The operations of a save, one request each. A write may be tried again although its answer was lost, because it
 * carries an id of its own (`writes`): a 409 or 412 caused by our own earlier try is recognised by reading.
 */
import { randomBytes } from 'node:crypto'
import { damaged } from '../document.ts'
import { type DocumentKey, type Op, type SaveResult, type StoredDocument, StoreUnavailable } from '../port.ts'
import type { Ask } from './ask.ts'
import { etagOf, etagParts, itemIdOf, itemOf, NO_ETAG, parseItem, type StoredItem } from './items.ts'
import type { Requests } from './requests.ts'

/** So many writes of others may come after one of ours, while it is tried again, for it to be recognised. */
const WRITES_KEPT = 20

type Applied = { etag: string | null } | 'exists' | 'changed' | 'gone'
export type Step = () => Promise<Applied>

export type Steps = {
  /** The item of one document, or undefined. Throws when it is damaged. */
  find(key: DocumentKey): Promise<StoredItem | undefined>
  /** What an operation will do; it is fixed now. Throws when it can never be done. */
  stepOf(op: Op): Step
}

/** The steps on this container. */
export const createSteps = (requests: Requests, ask: Ask): Steps => {
  const find = async (key: DocumentKey): Promise<StoredItem | undefined> => {
    const itemId = itemIdOf(key)
    const reply = await ask((abortSignal) => requests.read(key.municipality, itemId, abortSignal))
    if (reply.status !== 200) return undefined
    const item = parseItem(key.municipality, key.kind, reply.value)
    if (item?.key !== key.id) throw damaged(key.kind)
    return item
  }

  /** After a 409 or 412: was it our own write, whose answer never came? */
  const recognise = async (
    key: DocumentKey,
    write: string,
    otherwise: 'exists' | 'changed',
  ): Promise<Applied> => {
    const item = await find(key).catch((error: unknown) => {
      if (!(error instanceof StoreUnavailable)) throw error
      throw new StoreUnavailable(error.reason, { cause: error, unsure: true })
    })
    if (item === undefined) return otherwise === 'exists' ? otherwise : 'gone'
    const [latest] = item.writes
    if (latest === write) return { etag: etagOf(item._etag, item.writes) }
    // Ours, and somebody wrote after it: saved, but with an etag that is not the present one any more.
    return item.writes.includes(write) ? { etag: etagOf(NO_ETAG, item.writes) } : otherwise
  }

  const newWrite = (): string => randomBytes(9).toString('base64url')

  const createStep = (document: StoredDocument): Step => {
    const write = newWrite()
    const item = itemOf(document, [write])
    return async () => {
      const reply = await ask((abortSignal) => requests.create(item, abortSignal), 'writes')
      if (reply.status === 200) return { etag: etagOf(reply.value, item.writes) }
      // A create finds nothing missing but the container itself.
      if (reply.status === 404) throw new StoreUnavailable('refused')
      return recognise(document, write, 'exists')
    }
  }

  const replaceStep = (document: StoredDocument, etag: string): Step => {
    const write = newWrite()
    const { condition, writes } = etagParts(etag)
    const item = itemOf(document, [write, ...writes].slice(0, WRITES_KEPT))
    return async () => {
      const reply = await ask((abortSignal) => requests.replace(item, condition, abortSignal), 'writes')
      if (reply.status === 200) return { etag: etagOf(reply.value, item.writes) }
      return reply.status === 404 ? 'gone' : recognise(document, write, 'changed')
    }
  }

  const deleteStep = (key: DocumentKey, etag: string | undefined): Step => {
    const { municipality } = key
    const itemId = itemIdOf(key)
    const condition = etag === undefined ? undefined : etagParts(etag).condition
    return async () => {
      const reply = await ask(
        (abortSignal) => requests.remove(municipality, itemId, condition, abortSignal),
        'writes',
      )
      if (reply.status === 200) return { etag: null }
      // After a try without an answer, "not there" is what we wanted.
      if (reply.status === 404) return etag === undefined || reply.unsure ? { etag: null } : 'gone'
      return 'changed'
    }
  }

  const stepOf = (op: Op): Step => {
    switch (op.op) {
      case 'create':
        return createStep(op.document)
      case 'replace':
        return replaceStep(op.document, op.etag)
      case 'delete':
        return deleteStep(op.key, op.etag)
    }
    return op satisfies never
  }

  return { find, stepOf }
}

/** One after the other, up to the first that cannot be applied. */
export const runSteps = async (steps: readonly Step[]): Promise<SaveResult> => {
  const etags: (string | null)[] = []
  for (const [at, step] of steps.entries()) {
    const applied = await step().catch((error: unknown) => {
      // What came before it was kept.
      if (at === 0 || !(error instanceof StoreUnavailable)) throw error
      throw new StoreUnavailable(error.reason, { cause: error, unsure: true })
    })
    if (typeof applied === 'string') return { saved: false, at, why: applied }
    etags.push(applied.etag)
  }
  return { saved: true, etags }
}
