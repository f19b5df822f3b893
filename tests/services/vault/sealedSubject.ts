/** A sealed store on a SQLite file: for the contract of all stores, and for tests that tamper with what is stored. */
import type { DocumentKey, DocumentKind, Store, StoredDocument } from '../../../services/store/port.ts'
import { openSqliteStore } from '../../../services/store/sqlite.ts'
import { type KeyRing, staticKeyRing } from '../../../services/vault/keyring.ts'
import { SealedBody, sealedStore } from '../../../services/vault/sealedStore.ts'
import { path } from '../store/sqliteFile.ts'
import { etagsOf, type Subject } from '../store/subject.ts'

export const ring = staticKeyRing(Buffer.alloc(32, 1))

/** Changes what is stored behind the back of the sealed store. */
export async function tamper(
  inner: Store,
  key: DocumentKey,
  change: (document: StoredDocument) => StoredDocument,
): Promise<void> {
  const kept = await inner.read(key)
  if (!kept) throw new Error('There is nothing to tamper with.')
  etagsOf(await inner.save([{ op: 'replace', document: change(kept.document), etag: kept.etag }]))
}

export const sealedBodyOf = ({ body }: StoredDocument): SealedBody => SealedBody.parse(body)

/** The text with one sign of its last part changed. */
export function flipped(text: string): string {
  const at = text.length - 8
  return text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)
}

export const damageData = (document: StoredDocument): StoredDocument => {
  const body = sealedBodyOf(document)
  return { ...document, body: { ...body, data: flipped(body.data) } }
}

export type SealedSubject = Subject & { inner: Store }

export async function openSealed(keyRing: KeyRing = ring): Promise<SealedSubject> {
  const told: DocumentKind[] = []
  const onDamaged = (kind: DocumentKind): void => void told.push(kind)
  const inner = openSqliteStore(path, { onDamaged })
  const store = sealedStore(inner, keyRing, { onDamaged })
  return {
    inner,
    store,
    another: async () => sealedStore(openSqliteStore(path), keyRing),
    damage: (key) => tamper(inner, key, damageData),
    told,
    end: () => store.close(),
  }
}
