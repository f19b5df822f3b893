/** Documents of any size: the contract as any store keeps it, and what becomes of the parts when something fails. */
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { sweepParts, withoutParts } from '../../../services/store/parts.ts'
import { type DocumentKind, MOST_OPS, type Store } from '../../../services/store/port.ts'
import { wholeStore } from '../../../services/store/whole.ts'
import { staticKeyRing } from '../../../services/vault/keyring.ts'
import { sealedStore } from '../../../services/vault/sealedStore.ts'
import { type Instant, SignalId } from '../../../services/words.ts'
import { MemoryDisk, MemoryStore } from '../../kit/memoryStore.ts'
import { storeContract } from './contract.ts'
import { at, bodyOf, create, documentOf, etagOf, HERE, KEY, type Subject, THERE } from './subject.ts'

let time = at('2026-11-24T09:00:00Z')
const now = (): Instant => time

const opened = (disk: MemoryDisk, onDamaged?: (kind: DocumentKind) => void) => {
  const inner = new MemoryStore({ disk, ...(onDamaged ? { onDamaged } : {}) })
  return { inner, store: wholeStore(inner, { now, ...(onDamaged ? { onDamaged } : {}) }) }
}

const openSubject = async (): Promise<Subject> => {
  const disk = new MemoryDisk()
  const told: DocumentKind[] = []
  const { store } = opened(disk, (kind) => void told.push(kind))
  return {
    store,
    another: async () => opened(disk).store,
    damage: async (key) => disk.damage(key),
    told,
    end: () => store.close(),
  }
}

storeContract('whole', { open: openSubject })

/** Longer than one document, with all that could be cut in two or grows when it is written. */
const long = (word: string): { texts: string[] } => ({
  texts: Array.from({ length: 20 }, (_, n) => `${word} ${n} ${'é"\\😀€'.repeat(7_000)}`),
})

let disk: MemoryDisk
let inner: MemoryStore
let store: Store
beforeEach(() => {
  time = at('2026-11-24T09:00:00Z')
  disk = new MemoryDisk()
  ;({ inner, store } = opened(disk))
})

const partsOf = (): string[] =>
  [...disk.rows.values()].flatMap(({ key }) => (key.kind === 'part' ? [key.id] : []))
const MOST_STORED = 1_400_000

describe('a document that is larger than one can be', () => {
  test('is read and listed as it was written, and nothing that is stored is too large', async () => {
    const body = long('eerste')
    await create(store, { body, dueAt: at('2026-01-01') })
    expect(bodyOf(await store.read(KEY))).toEqual(body)
    for (const query of [{ open: true }, { dueBefore: at('2027-01-01') }, { after: '' }] as const) {
      expect((await store.list(HERE, 'signal', query, 10)).map(bodyOf)).toEqual([body])
    }
    expect(partsOf().length).toBeGreaterThan(2)
    for (const row of disk.rows.values()) expect(row.body.length).toBeLessThan(MOST_STORED)
    // Its own document says nothing of what is in it, but where.
    expect(JSON.stringify(disk.all('signal'))).not.toContain('eerste')
  })

  test('is replaced with its etag only, and of what was before no part stays', async () => {
    const first = await create(store, { body: long('eerste') })
    const before = partsOf()
    const second = etagOf(
      await store.save([{ op: 'replace', document: documentOf({ body: long('tweede') }), etag: first }]),
    )
    expect(partsOf().filter((id) => before.includes(id))).toEqual([])
    const late = { op: 'replace', document: documentOf({ body: long('derde') }), etag: first } as const
    const stands = partsOf()
    expect(await store.save([late])).toEqual({ saved: false, at: 0, why: 'changed' })
    expect(partsOf()).toEqual(stands)
    expect(bodyOf(await store.read(KEY))).toEqual(long('tweede'))
    // And small again.
    etagOf(await store.save([{ op: 'replace', document: documentOf({ body: 'klein' }), etag: second }]))
    expect([bodyOf(await store.read(KEY)), partsOf()]).toEqual(['klein', []])
  })

  test('goes with its parts, in one save with whatever else goes', async () => {
    const etag = await create(store, { body: long('weg') })
    await create(store, { id: 'b' })
    const ops = [
      { op: 'delete', key: KEY, etag },
      { op: 'delete', key: { ...KEY, id: 'b' } },
    ] as const
    expect((await store.save(ops)).saved).toBe(true)
    expect(disk.rows.size).toBe(0)
  })

  test('read while another replaces it is the one or the other', async () => {
    const etag = await create(store, { body: long('eerste') })
    const other = opened(disk).store
    let reads = 0
    const read = inner.read.bind(inner)
    inner.read = async (key) => {
      const kept = await read(key)
      reads += 1
      // Its own document was read, its parts not yet.
      if (reads === 1)
        await other.save([{ op: 'replace', document: documentOf({ body: long('tweede') }), etag }])
      return kept
    }
    expect(bodyOf(await store.read(KEY))).toEqual(long('tweede'))
  })

  test('with a part that is damaged or gone is damaged itself, and hides no other', async () => {
    for (const broken of ['damaged', 'gone'] as const) {
      const told: DocumentKind[] = []
      const it = opened(disk, (kind) => void told.push(kind))
      await create(it.store, { id: `${broken}-a`, body: long('stuk') })
      await create(it.store, { id: `${broken}-b`, body: 'heel' })
      const [part = ''] = partsOf().filter((id) => id.includes(broken))
      const key = { municipality: HERE, kind: 'part', id: part } as const
      if (broken === 'gone') await it.store.save([{ op: 'delete', key }])
      else disk.damage(key)
      await expect(it.store.read({ ...KEY, id: `${broken}-a` })).rejects.toThrow(
        'A stored document of kind signal is damaged.',
      )
      const found = await it.store.list(HERE, 'signal', { after: `${broken}-` }, 1)
      expect([found.map(bodyOf), told]).toEqual([['heel'], ['signal']])
    }
  })

  test('goes in parts beside others that fit: the largest first, until the save does', async () => {
    const big = documentOf({ id: 'big', body: 'x'.repeat(1_200_000) })
    const given = { text: 'y'.repeat(300_000) }
    const small = documentOf({ id: 'small', body: given })
    const saving = store.save([
      { op: 'create', document: small },
      { op: 'create', document: big },
    ])
    // What is saved is what was given, also of what comes after the parts.
    given.text = 'later'
    await saving
    expect(partsOf().every((id) => id.startsWith('signal.big.'))).toBe(true)
    expect(partsOf()).toHaveLength(4)
    expect(bodyOf(await store.read({ ...KEY, id: 'big' }))).toBe(big.body)
    expect(bodyOf(await store.read({ ...KEY, id: 'small' }))).toEqual({ text: 'y'.repeat(300_000) })
  })

  test('with more parts than fit one save: those go after it, and reading finds none', async () => {
    const body = 'x'.repeat(21_000_000)
    const etag = await create(store, { body })
    expect(partsOf().length).toBeGreaterThan(MOST_OPS)
    expect(bodyOf(await store.read(KEY))).toBe(body)
    etagOf(await store.save([{ op: 'replace', document: documentOf({ body: 'klein' }), etag }]))
    expect(partsOf()).toEqual([])
  })

  test('privacy: its parts say the day on which they were written, and no moment', async () => {
    time = at('2026-11-24T23:14:15.926Z')
    await create(store, { body: long('nacht') })
    const bodies = disk.all('part').map(({ body }) => body)
    expect(bodies.length).toBeGreaterThan(1)
    for (const body of bodies) expect(body).toMatchObject({ at: '2026-11-24' })
    expect(JSON.stringify(bodies)).not.toContain('23:14')
  })

  test('a body is written as text once for a save, also where it is sealed, and anew for the next', async () => {
    let text = 'eerst'
    let times = 0
    const body = {
      toJSON: () => {
        times += 1
        return text
      },
    }
    const sealing = wholeStore(sealedStore(inner, staticKeyRing(Buffer.alloc(32, 1))), { now })
    const document = documentOf({ body })
    const etag = etagOf(await sealing.save([{ op: 'create', document }]))
    expect([times, bodyOf(await sealing.read(KEY))]).toEqual([1, 'eerst'])
    text = 'later'
    await sealing.save([{ op: 'replace', document, etag }])
    expect([times, bodyOf(await sealing.read(KEY))]).toEqual([2, 'later'])
    await sealing.saveMany([[{ op: 'create', document: { ...document, id: 'b' } }]])
    expect(times).toBe(3)
  })

  test('what is small costs no request, and is stored as it is', async () => {
    await create(store)
    await store.read(KEY)
    await store.list(HERE, 'signal', { open: true }, 10)
    expect(inner.asked).toEqual({ read: 1, save: 1, list: 1 })
    expect(disk.all('signal').map(({ body }) => body)).toEqual([documentOf().body])
  })
})

describe('a save that fails, of what is too large for one document', () => {
  test.each([
    ['the parts could not be written', ['before']],
    ['it is not known whether the parts were', ['after']],
    ['the document could not', [undefined, 'before']],
  ] as const)(
    '%s: all stands as before, and what is left over is swept when its day is two days ago',
    async (_how, faults) => {
      const etag = await create(store, { body: 'eerst' })
      inner.fail('save', ...faults)
      const replace = { op: 'replace', document: documentOf({ body: long('tweede') }), etag } as const
      await expect(store.save([replace])).rejects.toMatchObject({ name: 'StoreUnavailable' })
      expect(await store.read(KEY)).toMatchObject({ etag, document: { body: 'eerst' } })
      const left = partsOf().length
      expect(left > 0).toBe(faults[0] !== 'before')
      expect(await sweepParts(store, HERE, now(), '', 100)).toEqual({ deleted: 0, next: undefined })
      time = at('2026-11-25T23:59:59.999Z')
      expect(await sweepParts(store, HERE, now(), '', 100)).toEqual({ deleted: 0, next: undefined })
      time = at('2026-11-26T00:00:00Z')
      expect(await sweepParts(store, HERE, now(), '', 100)).toEqual({ deleted: left, next: undefined })
      expect(partsOf()).toEqual([])
      // And the same again is done.
      expect((await store.save([replace])).saved).toBe(true)
      expect(bodyOf(await store.read(KEY))).toEqual(long('tweede'))
    },
  )

  test('its answer was lost: it is whole, and what was before it is gone', async () => {
    const etag = await create(store, { body: long('eerste') })
    inner.fail('save', undefined, 'after')
    const replace = { op: 'replace', document: documentOf({ body: long('tweede') }), etag } as const
    await expect(store.save([replace])).rejects.toMatchObject({ name: 'StoreUnavailable' })
    expect(bodyOf(await store.read(KEY))).toEqual(long('tweede'))
    time = at('2026-11-26T09:00:00Z')
    expect(await sweepParts(store, HERE, now(), '', 100)).toEqual({ deleted: 0, next: undefined })
  })
})

describe('the sweep', () => {
  test('goes along so many at a time, and leaves what is named, young, or of a document that does not open', async () => {
    for (const id of ['named', 'unreadable']) await create(store, { id, body: long(id) })
    await create(store, { municipality: THERE, body: long('elders') })
    const stray = async (id: string) => {
      inner.fail('save', undefined, 'before')
      await create(store, { id, body: long(id) }).catch(() => undefined)
    }
    await stray('gone')
    const stands = partsOf().filter((id) => !id.includes('.gone.'))
    time = at('2026-11-26T12:00:00Z')
    await stray('young')
    disk.damage({ ...KEY, id: 'unreadable' })
    let after: string | undefined = ''
    let deleted = 0
    for (let looks = 0; after !== undefined; looks += 1) {
      const look: { deleted: number; next: string | undefined } = await sweepParts(
        store,
        HERE,
        now(),
        after,
        2,
      )
      deleted += look.deleted
      after = look.next
      expect(looks).toBeLessThan(20)
    }
    expect(deleted).toBeGreaterThan(2)
    expect(partsOf().filter((id) => !id.includes('.young.'))).toEqual(stands)
    expect(partsOf().filter((id) => id.includes('.young.')).length).toBeGreaterThan(2)
  })

  test('steps over what is no part as we write them, and goes on', async () => {
    const key = { municipality: HERE, kind: 'part', id: `chat.a.${randomUUID()}` } as const
    for (const body of ['no piece', { schema: 1, at: 'some day', text: '' }]) {
      await inner.save([{ op: 'delete', key }])
      await inner.save([{ op: 'create', document: documentOf({ ...key, body }) }])
      inner.fail('save', undefined, 'before')
      await create(store, { id: 'gone', body: long('gone') }).catch(() => undefined)
      time = at('2026-11-29T12:00:00Z')
      const left = partsOf().length - 1
      expect(left).toBeGreaterThan(1)
      expect(await sweepParts(store, HERE, now(), '', 100)).toEqual({ deleted: left, next: undefined })
      expect(partsOf()).toEqual([key.id])
      time = at('2026-11-24T09:00:00Z')
    }
  })

  test('knows the parts of before, which say a moment', async () => {
    const body = { schema: 1, at: '2026-11-24T09:00:00.123Z', text: 'x' }
    const key = { municipality: HERE, kind: 'part', id: `chat.a.${randomUUID()}` } as const
    await inner.save([{ op: 'create', document: documentOf({ ...key, body }) }])
    time = at('2026-11-26T09:00:00Z')
    expect((await sweepParts(store, HERE, now(), '', 100)).deleted).toBe(0)
    time = at('2026-11-26T09:00:01Z')
    expect((await sweepParts(store, HERE, now(), '', 100)).deleted).toBe(1)
  })

  test('takes every part of one document, until reading finds none: before the rest of it goes', async () => {
    const [mine, other] = ['10000000-0000-4000-8000-000000000001', '10000000-0000-4000-8000-000000000002']
    for (const id of [mine, other]) await create(store, { id: SignalId.parse(id), body: long('weg') })
    const others = partsOf().filter((id) => id.includes(other))
    inner.fail('save', 'before')
    await expect(withoutParts(store, { ...KEY, id: mine })).rejects.toMatchObject({
      name: 'StoreUnavailable',
    })
    inner.fail('save', 'after')
    await expect(withoutParts(store, { ...KEY, id: mine })).rejects.toMatchObject({
      name: 'StoreUnavailable',
    })
    await withoutParts(store, { ...KEY, id: mine })
    expect(partsOf()).toEqual(others)
  })
})
