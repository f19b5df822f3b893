/** Two places on the disk of one case: the signals, sealed, and the heads of their audit trails. */
import { join } from 'node:path'
import { headOf, type Place } from '../../../services/audit/chain.ts'
import { type Audited, type Heads, storeHeads } from '../../../services/audit/heads.ts'
import { type Finding, lineOf, type Verifying, verifyAll } from '../../../services/audit/verify.ts'
import type { Store, StoredDocument } from '../../../services/store/port.ts'
import { openSqliteStore } from '../../../services/store/sqlite.ts'
import { staticKeyRing } from '../../../services/vault/keyring.ts'
import { sealedStore } from '../../../services/vault/sealedStore.ts'
import { folder, path } from '../store/sqliteFile.ts'
import { HERE } from '../store/subject.ts'
import { key, moment, ofLength, referenceOf, signalOf } from './chains.ts'

export type Places = { store: Store; second: Store; heads: Heads; close(): Promise<void> }

export function openPlaces(): Places {
  const store = sealedStore(openSqliteStore(path), staticKeyRing(Buffer.alloc(32, 1)))
  const second = openSqliteStore(join(folder, 'heads.db'))
  return {
    store,
    second,
    heads: storeHeads(second, key),
    close: async () => {
      await store.close()
      await second.close()
    },
  }
}

export const placeOf = (n: number): Place => ({ key, municipality: HERE, signal: signalOf(n) })

export const recordOf = (n: number, entries: number): Audited => ({
  municipality: HERE,
  id: signalOf(n),
  reference: referenceOf(n),
  audit: ofLength(entries, placeOf(n)),
})

export const signalKey = (n: number) => ({ municipality: HERE, kind: 'signal' as const, id: signalOf(n) })

/** Puts this in the place of signal `n`, whatever was there. */
export async function put(store: Store, n: number, body: unknown, open = true): Promise<void> {
  const document: StoredDocument = { ...signalKey(n), body, open, dueAt: null }
  await store.save([
    { op: 'delete', key: signalKey(n) },
    { op: 'create', document },
  ])
}

/** Signals 1 to `count`, with so many entries each, and their heads. */
export async function fill({ store, heads }: Places, count: number, entries = 5): Promise<void> {
  const records = Array.from({ length: count }, (_, n) => recordOf(n + 1, entries))
  for (const [at, record] of records.entries()) await put(store, at + 1, record, at % 2 === 0)
  await heads.advance(records)
}

const LATER = moment(60 * 24)

export async function findings(places: Places, more: Partial<Verifying> = {}): Promise<Finding[]> {
  const found: Finding[] = []
  const signals = Array.from({ length: 9 }, (_, n) => signalOf(n + 1))
  const it: Verifying = { ...places, key, municipality: HERE, signals, now: LATER, ...more }
  for await (const finding of verifyAll(it)) found.push(finding)
  return found
}

/** What the command would print. */
export const lines = async (places: Places, more: Partial<Verifying> = {}): Promise<string[]> =>
  (await findings(places, more)).map(lineOf)

export { headOf }
