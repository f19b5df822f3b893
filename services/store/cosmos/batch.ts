/**
 * A save as one transactional batch of Cosmos DB: all of its operations or none. A batch may be sent again although its
 * answer was lost, because each item that it writes carries an id of its own for that write (`writes`): a 409 or 412
 * caused by our own earlier try is recognised by reading, and one item that is ours says that all of the batch was done.
 */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { MunicipalityId } from '../../words.ts'
import { damaged, oneSave } from '../document.ts'
import { type DocumentKey, type Op, type SaveResult, type StoredDocument, StoreUnavailable } from '../port.ts'
import type { Ask } from './ask.ts'
import { etagOf, etagParts, itemIdOf, itemOf, NO_ETAG, parseItem, type StoredItem } from './items.ts'
import type { Operation, Requests } from './requests.ts'

/** So many writes of others may come after one of ours, while it is tried again, for it to be recognised. */
const WRITES_KEPT = 20

/** Cosmos refuses a batch of 2 MB; below that, so that a message of ours says so and not one of theirs. */
const MOST_BATCH_BYTES = 1_950_000
/** What stands around an item in a batch. */
const AROUND = 200

const SEVERAL = z.array(
  z.object({
    statusCode: z.number(),
    eTag: z.string().min(1).optional(),
    retryAfterMilliseconds: z.number().nonnegative().optional().catch(undefined),
  }),
)
type Answered = z.infer<typeof SEVERAL>[number]

/** Not the reason that a batch was not done: another operation of it is. */
const FAILED_DEPENDENCY = 424

/** An operation of ours, with the one or two of Cosmos that do it. */
type Step = { key: DocumentKey; operations: Operation[]; bytes: number } & (
  | { op: 'create' | 'replace'; write: string; writes: readonly string[] }
  | { op: 'delete' }
)

/** What is in the way of a batch, and what the server said. */
type Obstacle = { at: number; status: 404 | 409 | 412 }

const WHY = { 404: 'gone', 409: 'exists', 412: 'changed' } as const satisfies Record<
  Obstacle['status'],
  'exists' | 'changed' | 'gone'
>

const newWrite = (): string => randomBytes(9).toString('base64url')

const createStep = (document: StoredDocument): Step => {
  const write = newWrite()
  const { item, bytes } = itemOf(document, [write])
  const operations: Operation[] = [{ operationType: 'Create', resourceBody: item }]
  return { op: 'create', key: document, operations, bytes, write, writes: item.writes }
}

const replaceStep = (document: StoredDocument, etag: string): Step => {
  const write = newWrite()
  const { condition, writes } = etagParts(etag)
  const { item, bytes } = itemOf(document, [write, ...writes].slice(0, WRITES_KEPT))
  const operations: Operation[] = [
    { operationType: 'Replace', id: item.id, ifMatch: condition, resourceBody: item },
  ]
  return { op: 'replace', key: document, operations, bytes, write, writes: item.writes }
}

const deleteStep = (key: DocumentKey, etag: string | undefined): Step => {
  const id = itemIdOf(key)
  if (etag !== undefined) {
    const { condition } = etagParts(etag)
    const operations: Operation[] = [{ operationType: 'Delete', id, ifMatch: condition }]
    return { op: 'delete', key, operations, bytes: 0 }
  }
  // What is not there cannot be deleted, and would undo the batch: so something stands there first.
  const { municipality, kind } = key
  const nothing = { municipality, kind, id: key.id, body: null, open: false, dueAt: null }
  const { item, bytes } = itemOf(nothing, [newWrite()])
  const operations: Operation[] = [
    { operationType: 'Upsert', resourceBody: item },
    { operationType: 'Delete', id },
  ]
  return { op: 'delete', key, operations, bytes }
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

type Verdict =
  | { done: true; answers: readonly Answered[] }
  /** `at` of the operations as they were sent. */
  | ({ done: false } & Obstacle)

/** What the server says of a batch. Throws what `ask` must judge. */
export const verdictOf = (value: unknown, expected: number): Verdict => {
  const { data: answers } = SEVERAL.safeParse(value)
  if (answers?.length !== expected) throw new Error('Cosmos DB answered a batch with something else.')
  const at = answers.findIndex(
    ({ statusCode }) => statusCode !== FAILED_DEPENDENCY && !(statusCode >= 200 && statusCode < 300),
  )
  const failed = answers[at]
  if (failed === undefined) {
    if (answers.some(({ statusCode }) => statusCode === FAILED_DEPENDENCY))
      throw new Error('Cosmos DB did not do a batch, and does not say why.')
    return { done: true, answers }
  }
  const { statusCode: code, retryAfterMilliseconds: retryAfterInMs } = failed
  if (code === 404 || code === 409 || code === 412) return { done: false, at, status: code }
  throw Object.assign(new Error('An operation of a batch failed.'), { code, retryAfterInMs })
}

/** A save that is ready to go: it is fixed now. */
export type Batch = () => Promise<SaveResult>

export type Batches = {
  /** The item of one document, or undefined. Throws when it is damaged. */
  find(key: DocumentKey): Promise<StoredItem | undefined>
  /** What these operations will do. Throws when they can never be one save. */
  batchOf(ops: readonly Op[]): Batch
}

/** The batches on this container. */
export const createBatches = (requests: Requests, ask: Ask): Batches => {
  const find = async (key: DocumentKey): Promise<StoredItem | undefined> => {
    const itemId = itemIdOf(key)
    const reply = await ask((abortSignal) => requests.read(key.municipality, itemId, abortSignal))
    if (reply.status !== 200) return undefined
    const item = parseItem(key.municipality, key.kind, reply.value)
    if (item?.key !== key.id) throw damaged(key.kind)
    return item
  }

  /** As `find`, after a batch of which it is not known whether it was done. */
  const findAfter = (key: DocumentKey): Promise<StoredItem | undefined> =>
    find(key).catch((error: unknown) => {
      if (!(error instanceof StoreUnavailable)) throw error
      throw new StoreUnavailable(error.reason, { cause: error, unsure: true })
    })

  /** Looks at what the steps wrote, each once. */
  const looking = () => {
    const seen = new Map<Step, StoredItem | undefined>()
    const stands = async (step: Step): Promise<StoredItem | undefined> => {
      if (!seen.has(step)) seen.set(step, await findAfter(step.key))
      return seen.get(step)
    }
    const isOurs = async (step: Step): Promise<boolean> =>
      step.op !== 'delete' && ((await stands(step))?.writes.includes(step.write) ?? false)

    /** After an obstacle: was it our own batch, whose answer never came? */
    const wasDone = async (
      steps: readonly Step[],
      { at, status }: Obstacle,
      unsure: boolean,
    ): Promise<boolean> => {
      const there = steps[at]
      // Asked also when every answer came: the service can have tried it twice by itself.
      if (there && status !== 404 && (await isOurs(there))) return true
      if (!unsure) return false
      const written = steps.filter(({ op }) => op !== 'delete')
      for (const step of written) if (await isOurs(step)) return true
      if (written.length > 0 || status !== 404) return false
      // Nothing but deletes: "not there" is what we wanted, if it is so of all of them.
      for (const step of steps) if (step !== there && (await stands(step))) return false
      return true
    }

    /** The etags as they stand; of what somebody wrote after us, one that matches nothing. */
    const etagsNow = (steps: readonly Step[]): Promise<(string | null)[]> =>
      Promise.all(
        steps.map(async (step) => {
          if (step.op === 'delete') return null
          const item = await stands(step)
          return item?.writes[0] === step.write
            ? etagOf(item._etag, item.writes)
            : etagOf(NO_ETAG, item?.writes ?? step.writes)
        }),
      )
    return { wasDone, etagsNow }
  }

  const send = async (municipality: MunicipalityId, steps: readonly Step[]): Promise<SaveResult> => {
    const operations = steps.flatMap((step) => step.operations)
    const stepAt = steps.flatMap((step, at) => step.operations.map(() => at))
    const reply = await ask(
      async (abortSignal) =>
        verdictOf(await requests.batch(municipality, operations, abortSignal), operations.length),
      'writes',
    )
    // No item is missing of which the batch itself knows: it is the container.
    if (reply.status === 404) throw new StoreUnavailable('refused')
    const verdict = reply.status === 200 ? reply.value : { done: false as const, at: 0, status: reply.status }
    if (verdict.done) {
      const etags = steps.map((step, at) =>
        step.op === 'delete'
          ? null
          : etagOf(verdict.answers[stepAt.indexOf(at)]?.eTag ?? NO_ETAG, step.writes),
      )
      return { saved: true, etags }
    }
    const obstacle = { at: stepAt[verdict.at] ?? 0, status: verdict.status }
    const { wasDone, etagsNow } = looking()
    if (await wasDone(steps, obstacle, reply.unsure)) return { saved: true, etags: await etagsNow(steps) }
    return { saved: false, at: obstacle.at, why: WHY[obstacle.status] }
  }

  const batchOf = (ops: readonly Op[]): Batch => {
    const municipality = oneSave(ops)
    const steps = ops.map(stepOf)
    const bytes = steps.reduce((sum, step) => sum + step.bytes + AROUND * step.operations.length, 0)
    if (bytes > MOST_BATCH_BYTES) {
      const kinds = [...new Set(steps.map(({ key }) => key.kind))].join(', ')
      throw new RangeError(`A save (${kinds}) is larger than ${MOST_BATCH_BYTES} bytes and was not done.`)
    }
    return async () => (municipality === undefined ? { saved: true, etags: [] } : send(municipality, steps))
  }

  return { find, batchOf }
}
