/**
 * Transactional batches for the Cosmos server of the tests, which takes them but rolls nothing back: here a batch is
 * first gone through on what is stored, while nobody else is let in, and only sent on when all of it can be done. Says
 * what Cosmos DB says: 200 with an answer for each operation, or 207 with the one that failed and 424 for the others.
 */
import { z } from 'zod'

const Ask = z.object({
  operationType: z.enum(['Create', 'Upsert', 'Replace', 'Delete']),
  id: z.string().optional(),
  ifMatch: z.string().optional(),
  // The key of the partition: that of the index is another than that of the documents.
  resourceBody: z
    .looseObject({ id: z.string(), municipality: z.string(), part: z.string().optional() })
    .optional(),
})
type Ask = z.infer<typeof Ask>

export type Answer = { status: number; body: unknown }

const MOST_OPERATIONS = 100
const MOST_BYTES = 2 * 1024 * 1024

const refused = (status: number, message: string): Answer => ({ status, body: { code: 'Refused', message } })

/** The answer of a batch of which the operation at `at` failed: nothing was done. */
export const failedAt = (count: number, at: number, statusCode: number, retryAfterMs?: number): Answer => ({
  status: 207,
  body: Array.from({ length: count }, (_, index) =>
    index === at
      ? {
          statusCode,
          requestCharge: 0,
          ...(retryAfterMs === undefined ? {} : { retryAfterMilliseconds: retryAfterMs }),
        }
      : { statusCode: 424, requestCharge: 0 },
  ),
})

const idOf = ({ id, resourceBody }: Ask): string => id ?? resourceBody?.id ?? ''

/** What stands after the operations so far: an etag, `ours` where one of them wrote it, or nothing. */
type Standing = Map<string, string | undefined>

const judge = (ask: Ask, standing: Standing): 404 | 409 | 412 | undefined => {
  const etag = standing.get(idOf(ask))
  switch (ask.operationType) {
    case 'Create':
      return etag === undefined ? undefined : 409
    case 'Upsert':
      return undefined
    case 'Replace':
    case 'Delete':
      if (etag === undefined) return 404
      return ask.ifMatch !== undefined && ask.ifMatch !== etag ? 412 : undefined
  }
}

/** How many operations a batch has. */
export const countOf = (text: string): number => z.array(z.unknown()).parse(JSON.parse(text)).length

/**
 * Goes through a batch of one partition. `etagOf`: what is stored under an id. Answers what is wrong with it, or the
 * batch as the server behind takes it.
 */
export async function checkBatch(
  text: string,
  partition: string,
  etagOf: (id: string) => Promise<string | undefined>,
): Promise<Answer | { forward: string }> {
  if (Buffer.byteLength(text) > MOST_BYTES) return refused(413, 'Request size is too large')
  const asks = z.array(Ask).safeParse(JSON.parse(text)).data
  if (asks === undefined || asks.length === 0 || asks.length > MOST_OPERATIONS)
    return refused(400, 'Batch request has no operations, too many, or others than these')
  const [key] = z.tuple([z.string()]).parse(JSON.parse(partition))
  if (asks.some(({ resourceBody: body }) => body !== undefined && (body.part ?? body.municipality) !== key))
    return refused(400, 'One or more operations have a different partition key value than the request.')
  const ids = [...new Set(asks.map(idOf))]
  const standing: Standing = new Map(
    await Promise.all(ids.map(async (id) => [id, await etagOf(id)] as const)),
  )
  for (const [at, ask] of asks.entries()) {
    const status = judge(ask, standing)
    if (status !== undefined) return failedAt(asks.length, at, status)
    standing.set(idOf(ask), ask.operationType === 'Delete' ? undefined : 'ours')
  }
  // The server behind wants the key of the partition with each operation.
  return { forward: JSON.stringify(asks.map((ask) => ({ ...ask, partitionKey: partition }))) }
}
