/** What stands in the second place, as documents: the head of a chain, and the proof that a chain was ended by us. */
import { z } from 'zod'
import type { DocumentKey, StoredDocument } from '../store/port.ts'
import { keyedHash } from '../vault/seal.ts'
import { type MunicipalityId, Reference } from '../words.ts'
import { Head } from './chain.ts'
import { TrailId } from './trail.ts'

export const HeadBody = Head.extend({
  schema: z.literal(1),
  signal: TrailId,
  reference: Reference.optional(),
})
export type HeadBody = z.infer<typeof HeadBody>

/**
 * Proof that a signal was ended by us, and not only taken away. Whose it was cannot be read from it; whoever has the key
 * can ask of one case code, or of one head that stood here, whether this is its end. Those of before have `ended` only.
 */
export const EndedBody = z.object({
  schema: z.literal(1),
  ended: z.string(),
  place: z.string().optional(),
  reference: z.string().optional(),
})
export type EndedBody = z.infer<typeof EndedBody>

/** Where the head of a chain stands: under a hash, so that an ended head does not say which signal there was. */
export const headKey = (key: Buffer, municipality: MunicipalityId, signal: TrailId): DocumentKey => ({
  municipality,
  kind: 'count',
  id: `audit-${keyedHash(key, 'audit head', municipality, signal)}`,
})

/** Is this the id of a head, or of what is left of one? */
export const isHeadId = (id: string): boolean => id.startsWith('audit-')

export const endOf = (key: Buffer, municipality: MunicipalityId, signal: TrailId): string =>
  keyedHash(key, 'audit ended', municipality, signal)

const endOfPlace = (key: Buffer, municipality: MunicipalityId, id: string): string =>
  keyedHash(key, 'audit ended place', municipality, id)

/** What a proof says of a case code, for whoever has the key and asks of this one. */
export const endOfReference = (key: Buffer, municipality: MunicipalityId, reference: Reference): string =>
  keyedHash(key, 'audit ended reference', municipality, reference)

/** The proof for this chain. */
export function endedBody(
  key: Buffer,
  municipality: MunicipalityId,
  signal: TrailId,
  reference: Reference | undefined,
): EndedBody {
  return {
    schema: 1,
    ended: endOf(key, municipality, signal),
    place: endOfPlace(key, municipality, headKey(key, municipality, signal).id),
    ...(reference === undefined ? {} : { reference: endOfReference(key, municipality, reference) }),
  }
}

/** The head in this document, where it stands in its own place: a copy of it elsewhere is none. */
export function headIn(
  key: Buffer,
  { municipality, id, body }: Pick<StoredDocument, 'municipality' | 'id' | 'body'>,
): HeadBody | undefined {
  const { data } = HeadBody.safeParse(body)
  return data && headKey(key, municipality, data.signal).id === id ? data : undefined
}

/** The proof in this document, where it was made for this place. One of before does not say for which it was. */
export function endedIn(
  key: Buffer,
  { municipality, id, body }: Pick<StoredDocument, 'municipality' | 'id' | 'body'>,
): { proof: EndedBody; how: 'here' | 'unsaid' } | undefined {
  const { data } = EndedBody.safeParse(body)
  if (!data) return undefined
  if (data.place === undefined) return { proof: data, how: 'unsaid' }
  return data.place === endOfPlace(key, municipality, id) ? { proof: data, how: 'here' } : undefined
}
