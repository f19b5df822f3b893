/** The secret of an index: one per municipality, sealed in the store, and what a renewed key does to an import that runs. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Indexed } from '../../../../services/matching/port.ts'
import { sealedIndexes } from '../../../../services/matching/sealed/indexes.ts'
import type { Places } from '../../../../services/matching/sealed/place.ts'
import { sealsOf } from '../../../../services/matching/sealed/secret.ts'
import type { Store } from '../../../../services/store/port.ts'
import { openSqlite } from '../../../../services/store/sqlite.ts'
import { staticKeyRing } from '../../../../services/vault/keyring.ts'
import { type LayeredKeys, layeredKeys } from '../../../../services/vault/layeredKeys.ts'
import { rotate } from '../../../../services/vault/rotate.ts'
import { drawKeys } from '../../../../services/vault/seal.ts'
import { sealedStore } from '../../../../services/vault/sealedStore.ts'
import { indexed, OTHER_TOWN, TOWN } from './kit.ts'

let dir: string
let inner: Store
let places: Places
let layers: LayeredKeys
let store: Store

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'index-'))
  const opened = openSqlite(join(dir, 'x.db'), { wipeAfterMs: 600_000 })
  inner = opened.store
  places = opened.places
  const outer = { documents: staticKeyRing(Buffer.alloc(32, 1)), names: staticKeyRing(Buffer.alloc(32, 2)) }
  layers = layeredKeys({ inner, outer, master: drawKeys(Buffer.alloc(32, 3)) })
  await layers.load(TOWN)
  store = sealedStore(inner, layers)
})
afterEach(async () => {
  await layers.settled()
  await inner.close()
  rmSync(dir, { recursive: true, force: true })
})

const indexes = () => sealedIndexes({ store, places })
const entries = (from: number, to: number): { entry: string; entities: Indexed[] }[] =>
  Array.from({ length: to - from }, (_, at) => {
    const entry = `e${from + at}`
    return { entry, entities: [indexed(entry, `N${from + at}`, [`key ${from + at}`, 'all'])] }
  })
const found = async (key: string): Promise<string[]> => {
  const index = indexes()(TOWN)
  const [list] = await index.postings([key])
  return (await index.entities(list?.members ?? [])).flatMap((entity) => entity?.of ?? [])
}

/** Another key wraps from now on, and the one before it is gone. */
async function renew(): Promise<void> {
  const ring = layers.ringOf(TOWN, 'documents')
  await ring.renew()
  await rotate({ inner, keyRing: layers.waiting(TOWN, 'documents'), municipality: TOWN, kinds: ['index'] })
  await ring.drop()
}

describe('a key that is renewed while an import runs', () => {
  test('does no harm: what was put before, meanwhile and after it is found by another instance', async () => {
    async function* importing() {
      yield* entries(0, 250)
      await renew()
      yield* entries(250, 400)
    }
    await indexes()(TOWN).build(importing())
    await renew()
    await indexes()(TOWN).put('late', [indexed('late', 'Later', ['key 3'])])
    for (const at of [0, 3, 199, 249, 250, 399]) expect(await found(`key ${at}`)).toContain(`e${at}`)
    expect(await found('key 3')).toHaveLength(2)
    expect(await layers.ringOf(TOWN, 'documents').older()).toBe(0)
  })
})

describe('the secret', () => {
  test('is drawn once, also by two instances at the same time', async () => {
    const [one, other] = await Promise.all([sealsOf(store, TOWN), sealsOf(store, TOWN)])
    expect(one.rootOf('jansen')).toEqual(other.rootOf('jansen'))
    expect((await sealsOf(store, OTHER_TOWN)).rootOf('jansen')).not.toEqual(one.rootOf('jansen'))
  })

  test('does not stand in the file, and a damaged one is never made anew', async () => {
    await indexes()(TOWN).put('a', [indexed('a', 'Jansen')])
    const kept = await store.read({ municipality: TOWN, kind: 'index', id: 'secret' })
    const secret = String(Object(kept?.document.body).secret)
    expect(secret).toMatch(/^[0-9a-f]{64}$/)
    for (const file of ['x.db', 'x.db-wal']) {
      const bytes = readFileSync(join(dir, file))
      expect(bytes.includes(Buffer.from(secret, 'hex')) || bytes.includes(secret)).toBe(false)
    }
    if (!kept) throw new Error('There is no secret.')
    const damaged = { ...kept.document, body: { schema: 1, secret: 'short' } }
    await store.save([{ op: 'replace', document: damaged, etag: kept.etag }])
    await expect(indexes()(TOWN).put('b', [indexed('b', 'Pietersen')])).rejects.toThrow(
      'kind index is damaged',
    )
  })
})
