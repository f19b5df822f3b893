import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Store, Versioned } from '../../../services/store/port.ts'
import { StoreUnavailable } from '../../../services/store/port.ts'
import { openSqliteStore } from '../../../services/store/sqlite.ts'
import { addFileKey, dropFileKey, fileKeyRing } from '../../../services/vault/fileKeyRing.ts'
import { type KeyRing, staticKeyRing } from '../../../services/vault/keyring.ts'
import { rotate } from '../../../services/vault/rotate.ts'
import { SEALED_KINDS, sealedStore } from '../../../services/vault/sealedStore.ts'
import { path, useFolder } from '../store/sqliteFile.ts'
import { at, bodyOf, create, documentOf, etagOf, HERE, KEY, SECRET, THERE } from '../store/subject.ts'
import { sealedBodyOf, tamper } from './sealedSubject.ts'

useFolder()

const oldKey = Buffer.alloc(32, 1)
const newKey = Buffer.alloc(32, 2)
const old = staticKeyRing(oldKey)
const both = staticKeyRing(newKey, [oldKey])

let inner: Store
beforeEach(() => {
  inner = openSqliteStore(path)
})
afterEach(() => inner.close())

const rotated = (keyRing: KeyRing, store = inner) => rotate({ inner: store, keyRing, municipality: HERE })

const bys = async (kept: Promise<readonly Versioned[]>): Promise<string[]> =>
  (await kept).map(({ document }) => sealedBodyOf(document).key.by)

const ids = Array.from({ length: 250 }, (_, n) => `id${String(n).padStart(3, '0')}`)

/** 250 signals, one of each other kind, and one of another municipality, all wrapped by the old key. */
async function fill(keyRing = old): Promise<void> {
  const store = sealedStore(inner, keyRing)
  await store.saveMany(
    ids.map((id) => [{ op: 'create', document: documentOf({ id, dueAt: at('2026-01-01') }) }]),
  )
  for (const kind of SEALED_KINDS.filter((one) => one !== 'signal')) await create(store, { kind })
  await create(store, { kind: 'counter' })
  await create(store, { municipality: THERE })
}

const others = SEALED_KINDS.length - 1

describe('rotating the keys', () => {
  test('wraps every key of a municipality anew, and leaves the rest of the document as it was', async () => {
    await fill()
    const before = await inner.read({ ...KEY, id: 'id007' })
    expect(await rotated(both)).toEqual({ rotated: 250 + others, already: 0, unreadable: 0, plain: 0 })
    const after = await inner.read({ ...KEY, id: 'id007' })
    expect(after?.document).toEqual({ ...before?.document, body: expect.anything() })
    expect(after && sealedBodyOf(after.document).data).toBe(before && sealedBodyOf(before.document).data)
    // The old key is not needed any more, except elsewhere.
    const store = sealedStore(inner, staticKeyRing(newKey))
    expect(bodyOf(await store.read({ ...KEY, id: 'id007' }))).toEqual({ text: SECRET })
    expect(await store.list(HERE, 'signal', { open: true }, 1000)).toHaveLength(250)
    expect(await bys(inner.list(THERE, 'signal', { open: true }, 10))).toEqual([old.current])
  })

  test('does nothing twice', async () => {
    await fill()
    await rotated(both)
    const before = await inner.list(HERE, 'signal', { open: true }, 1000)
    expect(await rotated(both)).toEqual({ rotated: 0, already: 250 + others, unreadable: 0, plain: 0 })
    expect(await inner.list(HERE, 'signal', { open: true }, 1000)).toEqual(before)
  })

  test('goes on where it was broken off', async () => {
    await fill()
    let left = 100
    const breaking = new Proxy(inner, {
      get: (target, name: keyof Store) => {
        if (name !== 'save') return target[name]
        left -= 1
        return left < 0 ? () => Promise.reject(new StoreUnavailable('unreachable')) : target.save
      },
    })
    await expect(rotated(both, breaking)).rejects.toMatchObject({ name: 'StoreUnavailable' })
    expect(await rotated(both)).toEqual({ rotated: 150 + others, already: 100, unreadable: 0, plain: 0 })
  })

  test('loses nothing that is written meanwhile', async () => {
    await fill()
    const running = sealedStore(inner, old)
    const list: Store['list'] = async (...asked) => {
      const page = await inner.list(...asked)
      for (const { document, etag } of page.slice(0, 3)) {
        const written = { ...documentOf({ ...document, body: 'intussen' }) }
        etagOf(await running.save([{ op: 'replace', document: written, etag }]))
      }
      const [, , , gone] = page
      if (gone) await running.save([{ op: 'delete', key: gone.document }])
      return page
    }
    await rotated(both, {
      list,
      ids: (...asked) => inner.ids(...asked),
      read: (key) => inner.read(key),
      save: (ops) => inner.save(ops),
      saveMany: (groups) => inner.saveMany(groups),
      ping: () => inner.ping(),
      close: () => inner.close(),
    })
    const store = sealedStore(inner, staticKeyRing(newKey))
    const found = await store.list(HERE, 'signal', { open: true }, 1000)
    expect(found).toHaveLength(248)
    expect(found.filter(({ document }) => document.body === 'intussen')).toHaveLength(6)
  })

  test('counts what it cannot open or what is not sealed, and changes nothing of it', async () => {
    await fill()
    const [one, two] = [
      { ...KEY, id: 'id001' },
      { ...KEY, id: 'id002' },
    ]
    await tamper(inner, one, (document) => ({ ...document, body: { plain: true } }))
    await tamper(inner, two, (document) => {
      const body = sealedBodyOf(document)
      return { ...document, body: { ...body, key: { ...body.key, by: 'static-unknown' } } }
    })
    const before = [await inner.read(one), await inner.read(two)]
    expect(await rotated(both)).toEqual({ rotated: 248 + others, already: 0, unreadable: 1, plain: 1 })
    expect([await inner.read(one), await inner.read(two)]).toEqual(before)
  })

  test('with the file of keys: add, rotate, drop, and an older backup opens no more', async () => {
    const file = `${path}.keys`
    const running = fileKeyRing(file)
    const first = running.current
    await fill(running)
    const backup = await inner.read({ ...KEY, id: 'id000' })
    addFileKey(file)
    expect(await rotated(fileKeyRing(file))).toMatchObject({ rotated: 250 + others })
    dropFileKey(file, first)
    // A program that was running all the time goes on.
    expect(bodyOf(await sealedStore(inner, running).read({ ...KEY, id: 'id000' }))).toEqual({ text: SECRET })
    await tamper(inner, { ...KEY, id: 'id000' }, (document) => ({ ...document, body: backup?.document.body }))
    await expect(sealedStore(inner, fileKeyRing(file)).read({ ...KEY, id: 'id000' })).rejects.toMatchObject({
      name: 'Unreadable',
    })
  })
})
