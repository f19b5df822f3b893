/** A store under test, and the documents that its tests make. */

import type {
  DocumentKey,
  DocumentKind,
  SaveResult,
  Store,
  StoredDocument,
  Versioned,
} from '../../../services/store/port.ts'
import { Instant, MunicipalityId } from '../../../services/words.ts'

export const HERE = MunicipalityId.parse('hier')
export const THERE = MunicipalityId.parse('daar')

/** Words that must not appear in any error. */
export const SECRET = 'GEHEIM-wat-iemand-schreef'

export type Subject = {
  store: Store
  /** A second connection to the same documents. */
  another(): Promise<Store>
  /** Makes what is stored for this key unreadable, behind the back of the store. */
  damage(key: DocumentKey): Promise<void>
  /** The kinds of which `store` told damage, in that order. */
  told: readonly DocumentKind[]
  end(): Promise<void>
}

export type Traits = { open(): Promise<Subject> }

export const at = (text: string): Instant => Instant.parse(new Date(text).toISOString())

export const documentOf = (fields: Partial<StoredDocument> = {}): StoredDocument => ({
  municipality: HERE,
  kind: 'signal',
  id: 'a',
  body: { text: SECRET },
  open: true,
  dueAt: null,
  ...fields,
})

/** The etags of a save that must have succeeded. */
export const etagsOf = (result: SaveResult): readonly (string | null)[] => {
  if (!result.saved) throw new Error(`not saved: ${result.why} at ${result.at}`)
  return result.etags
}

/** The etag of the only, or first, operation of a save that must have succeeded. */
export const etagOf = (result: SaveResult): string => {
  const [etag] = etagsOf(result)
  if (typeof etag !== 'string') throw new Error('a delete has no etag')
  return etag
}

export const create = async (store: Store, fields: Partial<StoredDocument> = {}): Promise<string> =>
  etagOf(await store.save([{ op: 'create', document: documentOf(fields) }]))

export const keyOf = ({ municipality, kind, id }: DocumentKey): DocumentKey => ({ municipality, kind, id })
export const KEY = keyOf(documentOf())
export const bodyOf = (kept: Versioned | undefined): unknown => kept?.document.body
export const idsOf = (found: readonly Versioned[]): string[] => found.map(({ document }) => document.id)
