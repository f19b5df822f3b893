import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { DocumentKey, Store, StoredDocument } from '../../../services/store/port.ts'
import { type KeyRing, KeysUnavailable, staticKeyRing } from '../../../services/vault/keyring.ts'
import { isSealed, SEALED_KINDS, type SealedBody, sealedStore } from '../../../services/vault/sealedStore.ts'
import { storeContract } from '../store/contract.ts'
import { useFolder } from '../store/sqliteFile.ts'
import { at, bodyOf, create, documentOf, etagsOf, HERE, idsOf, KEY, SECRET, THERE } from '../store/subject.ts'
import {
  damageData,
  flipped,
  openSealed,
  ring,
  type SealedSubject,
  sealedBodyOf,
  tamper,
} from './sealedSubject.ts'

useFolder()

storeContract('Sealed, on SQLite', { open: () => openSealed() })

let subject: SealedSubject
let store: Store
let inner: Store
beforeEach(async () => {
  subject = await openSealed()
  ;({ store, inner } = subject)
})
afterEach(() => subject.end())

const stored = async (key: DocumentKey = KEY): Promise<StoredDocument> => {
  const kept = await inner.read(key)
  if (!kept) throw new Error('nothing is stored')
  return kept.document
}

const unreadable = { name: 'Unreadable', message: 'A stored document of kind signal is damaged.' }

describe('privacy: the sealed store', () => {
  test.each(SEALED_KINDS)('stores a %s sealed, with what can be asked for in plain', async (kind) => {
    const document = documentOf({ kind, dueAt: at('2026-01-01') })
    await store.save([{ op: 'create', document }])
    const found = await stored({ ...KEY, kind })
    expect(found).toEqual({ ...document, body: expect.anything() })
    expect(sealedBodyOf(found).key.by).toBe(ring.current)
    expect(JSON.stringify(found.body)).not.toContain(SECRET)
    expect(await store.read({ ...KEY, kind })).toEqual({ document, etag: expect.any(String) })
  })

  test('seals signals, chats and the vault; counters stay as they are', async () => {
    expect(SEALED_KINDS).toEqual(expect.arrayContaining(['signal', 'chat', 'vault', 'channel']))
    for (const kind of ['counter', 'count'] as const) {
      expect(isSealed(kind)).toBe(false)
      await store.save([{ op: 'create', document: documentOf({ kind, body: { last: 1 } }) }])
      expect((await stored({ ...KEY, kind })).body).toEqual({ last: 1 })
      expect(bodyOf(await store.read({ ...KEY, kind }))).toEqual({ last: 1 })
    }
  })

  test('gives a document a key of its own, and another one at each write', async () => {
    const wrapped: string[] = []
    const data: string[] = []
    let etag = await create(store)
    for (let n = 0; n < 20; n += 1) {
      const body = sealedBodyOf(await stored())
      wrapped.push(body.key.wrapped)
      data.push(body.data)
      const [next] = etagsOf(await store.save([{ op: 'replace', document: documentOf(), etag }]))
      etag = next ?? ''
    }
    expect([new Set(wrapped).size, new Set(data).size]).toEqual([20, 20])
  })

  test('costs no request to the store, and one wrap or unwrap per document', async () => {
    const asked: string[] = []
    const counting = new Proxy(inner, {
      get: (target, name: keyof Store) => {
        asked.push(name)
        return target[name]
      },
    })
    const keyRing: KeyRing = {
      current: ring.current,
      wrap: (key) => {
        asked.push('wrap')
        return ring.wrap(key)
      },
      unwrap: (it) => {
        asked.push('unwrap')
        return ring.unwrap(it)
      },
    }
    const it = sealedStore(counting, keyRing)
    await it.saveMany([
      [{ op: 'create', document: documentOf() }],
      [{ op: 'create', document: documentOf({ kind: 'counter' }) }],
    ])
    await it.read(KEY)
    await it.read({ ...KEY, id: 'none' })
    await it.list(HERE, 'signal', { open: true }, 1)
    await it.save([{ op: 'delete', key: KEY }])
    await it.list(HERE, 'signal', { open: true }, 1)
    expect(asked.sort()).toEqual(
      ['saveMany', 'wrap', 'read', 'unwrap', 'read', 'list', 'unwrap', 'save', 'list'].sort(),
    )
  })

  test('a long list leaves the ring room: a reader of one document waits for none of it', async () => {
    const waiting: (() => void)[] = []
    let most = 0
    const busy: KeyRing = {
      current: ring.current,
      wrap: (key) => ring.wrap(key),
      unwrap: async (wrapped) => {
        await new Promise<void>((letGo) => {
          waiting.push(letGo)
          most = Math.max(most, waiting.length)
          setImmediate(() => waiting.shift()?.())
        })
        return ring.unwrap(wrapped)
      },
    }
    const ids = Array.from({ length: 40 }, (_, n) => `signal-${String(n).padStart(2, '0')}`)
    for (const id of ids) await create(store, { id, open: true })
    const found = await sealedStore(inner, busy).list(HERE, 'signal', { open: true }, 100)
    expect(idsOf(found)).toEqual(ids)
    expect(most).toBeLessThan(8)
  })

  test('destroys the key with the document', async () => {
    await create(store)
    const { key } = sealedBodyOf(await stored())
    await store.save([{ op: 'delete', key: KEY }])
    expect(await inner.read(KEY)).toBeUndefined()
    const everything = await inner.list(HERE, 'signal', { open: true }, 100)
    expect(JSON.stringify(everything)).not.toContain(key.wrapped)
  })

  test('gives back any body', async () => {
    const other = sealedStore(inner, ring)
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.uuid(), async (body, id) => {
        await create(store, { id, body })
        expect(JSON.stringify(bodyOf(await other.read({ ...KEY, id })))).toBe(JSON.stringify(body))
      }),
      { numRuns: 50 },
    )
  })
})

describe('privacy: tampering with a sealed document is noticed', () => {
  const changes: [string, (document: StoredDocument) => StoredDocument | Promise<StoredDocument>][] = [
    ['its data changed', damageData],
    ['its key changed', (d) => withKey(d, ({ by, wrapped }) => ({ by, wrapped: flipped(wrapped) }))],
    ['its key said to be of another', (d) => withKey(d, ({ wrapped }) => ({ by: 'static-0', wrapped }))],
    ['plain text put in its place', (d) => ({ ...d, body: { text: 'onschuldig' } })],
    ['nothing in its place', (d) => ({ ...d, body: null })],
    ['its data cut off', (d) => ({ ...d, body: { ...sealedBodyOf(d), data: 'v1.AAAA' } })],
    ['the body of another signal', async (d) => ({ ...d, body: (await stored({ ...KEY, id: 'b' })).body })],
    ['the body of the same id elsewhere', async (d) => ({ ...d, body: (await stored(ELSEWHERE)).body })],
    ['the body of the same id of another kind', async (d) => ({ ...d, body: (await stored(CHAT)).body })],
    [
      'the key of another signal',
      async (d) => ({ ...d, body: { ...sealedBodyOf(d), key: sealedBodyOf(await stored(CHAT)).key } }),
    ],
  ]
  const ELSEWHERE = { ...KEY, municipality: THERE }
  const CHAT = { ...KEY, kind: 'chat' as const }
  const withKey = (
    document: StoredDocument,
    change: (key: SealedBody['key']) => SealedBody['key'],
  ): StoredDocument => {
    const body = sealedBodyOf(document)
    return { ...document, body: { ...body, key: change(body.key) } }
  }

  beforeEach(async () => {
    await create(store)
    for (const other of [{ id: 'b' }, { municipality: THERE }, { kind: 'chat' as const }]) {
      await create(store, other)
    }
  })

  test.each(changes)('%s: it is an error that says its kind and nothing else', async (_, change) => {
    const document = await change(await stored())
    await tamper(inner, KEY, () => document)
    const error: unknown = await store.read(KEY).catch((caught: unknown) => caught)
    expect(error).toMatchObject(unreadable)
    expect(Object.entries({ ...Object(error) })).toEqual([])
    expect(subject.told).toEqual([])
  })

  test.each(changes)('%s: it is left out of lists, and told of', async (_, change) => {
    const document = await change(await stored())
    await tamper(inner, KEY, () => document)
    expect(idsOf(await store.list(HERE, 'signal', { open: true }, 1))).toEqual(['b'])
    expect(idsOf(await store.list(HERE, 'signal', { open: true }, 10))).toEqual(['b'])
    expect(subject.told).toEqual(['signal', 'signal'])
    expect(bodyOf(await store.read(ELSEWHERE))).toEqual({ text: SECRET })
    expect(bodyOf(await store.read(CHAT))).toEqual({ text: SECRET })
  })

  test('only what was tampered with is out of reach; it can be replaced and deleted', async () => {
    await tamper(inner, KEY, damageData)
    const etag = (await inner.read(KEY))?.etag ?? ''
    etagsOf(await store.save([{ op: 'replace', document: documentOf({ body: 'weer goed' }), etag }]))
    expect(bodyOf(await store.read(KEY))).toBe('weer goed')
    await tamper(inner, KEY, damageData)
    etagsOf(await store.save([{ op: 'delete', key: KEY }]))
    expect(await store.read(KEY)).toBeUndefined()
  })

  test('with another ring nothing opens, and nothing is lost', async () => {
    const other = sealedStore(inner, staticKeyRing(Buffer.alloc(32, 2)))
    await expect(other.read(KEY)).rejects.toMatchObject(unreadable)
    expect(await other.list(HERE, 'signal', { open: true }, 10)).toEqual([])
    expect(bodyOf(await store.read(KEY))).toEqual({ text: SECRET })
  })
})

describe('faults: the keys cannot be had now', () => {
  const failing = (reason: 'away' | 'refused'): KeyRing => {
    const fail = () => Promise.reject(new KeysUnavailable(reason, 'somewhere else'))
    return { current: ring.current, wrap: fail, unwrap: fail }
  }

  test.each([
    ['away', 'unreachable'],
    ['refused', 'refused'],
  ] as const)('%s is a store that is away (%s), never damage', async (reason, expected) => {
    await create(store)
    const told: string[] = []
    const it = sealedStore(inner, failing(reason), { onDamaged: (kind) => void told.push(kind) })
    const unavailable = { name: 'StoreUnavailable', reason: expected }
    await expect(it.read(KEY)).rejects.toMatchObject(unavailable)
    await expect(it.list(HERE, 'signal', { open: true }, 10)).rejects.toMatchObject(unavailable)
    const write = { op: 'create' as const, document: documentOf({ id: 'b' }) }
    await expect(it.save([write])).rejects.toMatchObject(unavailable)
    await expect(it.saveMany([[write]])).rejects.toMatchObject(unavailable)
    expect(told).toEqual([])
    expect(await inner.read({ ...KEY, id: 'b' })).toBeUndefined()
    // What needs no key goes on.
    etagsOf(await it.save([{ op: 'delete', key: KEY }]))
  })
})
