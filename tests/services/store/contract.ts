/**
 * What every store must do (services/store/port.ts), as one suite of cases. Each store's own test file runs
 * it with a way to open that store, and adds what is its own.
 */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { Instant, MunicipalityId } from '../../../services/signal/words.ts'
import type { DocumentKey, Kept, SaveResult, Store, StoredDocument } from '../../../services/store/port.ts'

export const HERE = MunicipalityId.parse('11111111-1111-4111-8111-111111111111')
export const THERE = MunicipalityId.parse('22222222-2222-4222-8222-222222222222')

/** Words that must not appear in any error. */
export const SECRET = 'GEHEIM-wat-iemand-schreef'

export type Subject = {
  store: Store
  /** A second connection to the same documents. */
  another(): Promise<Store>
  /** Makes what is stored for this key unreadable, behind the back of the store. */
  damage(key: DocumentKey): Promise<void>
  end(): Promise<void>
}

export type Traits = {
  /** A save that stops halfway leaves nothing (SQLite), or what came before (Cosmos). */
  undoesAFailedSave: boolean
  open(): Promise<Subject>
}

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

const keyOf = ({ municipality, kind, id }: DocumentKey): DocumentKey => ({ municipality, kind, id })
const KEY = keyOf(documentOf())
const bodyOf = (kept: Kept | undefined): unknown => kept?.document.body
const idsOf = (found: readonly Kept[]): string[] => found.map(({ document }) => document.id)
const numbered = (n: number): string => `n${String(n).padStart(4, '0')}`

/** Runs the cases against the store that `open` gives; each case gets one with no documents. */
export function storeContract(name: string, { undoesAFailedSave, open }: Traits): void {
  describe(`${name}: what every store does`, () => {
    let subject: Subject
    let store: Store

    beforeEach(async () => {
      subject = await open()
      store = subject.store
    })
    afterEach(() => subject.end())

    describe('one document', () => {
      test('is read as it was created', async () => {
        const document = documentOf({
          dueAt: at('2026-05-01T10:00:00Z'),
          body: { text: 'hallo', n: [1, null] },
        })
        const etag = etagOf(await store.save([{ op: 'create', document }]))
        expect(await store.read(keyOf(document))).toEqual({ document, etag })
      })

      test('that is not there is undefined', async () => {
        expect(await store.read(KEY)).toBeUndefined()
      })

      test('is replaced when the etag is the stored one, and gets a new etag each time', async () => {
        const first = await create(store)
        const document = documentOf({
          body: { text: 'anders' },
          open: false,
          dueAt: at('2026-05-02T00:00:00Z'),
        })
        const second = etagOf(await store.save([{ op: 'replace', document, etag: first }]))
        expect(await store.read(KEY)).toEqual({ document, etag: second })
        const third = etagOf(await store.save([{ op: 'replace', document, etag: second }]))
        expect(new Set([first, second, third]).size).toBe(3)
      })

      test('keeps what was given at the moment of saving', async () => {
        const body = { text: 'eerst' }
        const saving = store.save([{ op: 'create', document: documentOf({ body }) }])
        body.text = 'later'
        await saving
        expect(bodyOf(await store.read(KEY))).toEqual({ text: 'eerst' })
      })

      test('cannot be created twice', async () => {
        await create(store)
        const again = await store.save([{ op: 'create', document: documentOf({ body: 'tweede' }) }])
        expect(again).toEqual({ saved: false, at: 0, why: 'exists' })
        expect(bodyOf(await store.read(KEY))).toEqual({ text: SECRET })
      })

      test('is not replaced with an older etag', async () => {
        const first = await create(store)
        await store.save([{ op: 'replace', document: documentOf({ body: 2 }), etag: first }])
        const late = await store.save([{ op: 'replace', document: documentOf({ body: 3 }), etag: first }])
        expect(late).toEqual({ saved: false, at: 0, why: 'changed' })
        expect(bodyOf(await store.read(KEY))).toBe(2)
      })

      test.each(['', ' ', '*', '"*"', 'nonsense', 'a\r\nIf-None-Match: *', "' OR '1'='1"])(
        'is not replaced or deleted with the etag %j',
        async (etag) => {
          await create(store)
          const changed = { saved: false, at: 0, why: 'changed' }
          expect(await store.save([{ op: 'replace', document: documentOf({ body: 2 }), etag }])).toEqual(
            changed,
          )
          expect(await store.save([{ op: 'delete', key: KEY, etag }])).toEqual(changed)
          expect(bodyOf(await store.read(KEY))).toEqual({ text: SECRET })
        },
      )

      test('that is gone cannot be replaced, nor deleted by etag', async () => {
        const etag = await create(store)
        expect(etagsOf(await store.save([{ op: 'delete', key: KEY, etag }]))).toEqual([null])
        expect(await store.read(KEY)).toBeUndefined()
        const gone = { saved: false, at: 0, why: 'gone' }
        expect(await store.save([{ op: 'replace', document: documentOf(), etag }])).toEqual(gone)
        expect(await store.save([{ op: 'delete', key: KEY, etag }])).toEqual(gone)
      })

      test('is not deleted with an older etag', async () => {
        const etag = await create(store)
        await store.save([{ op: 'replace', document: documentOf({ body: 2 }), etag }])
        const late = await store.save([{ op: 'delete', key: KEY, etag }])
        expect(late).toEqual({ saved: false, at: 0, why: 'changed' })
        expect(bodyOf(await store.read(KEY))).toBe(2)
      })

      test('is deleted without an etag, whether it is there or not', async () => {
        await create(store)
        expect(etagsOf(await store.save([{ op: 'delete', key: KEY }]))).toEqual([null])
        expect(etagsOf(await store.save([{ op: 'delete', key: KEY }]))).toEqual([null])
        expect(await store.read(KEY)).toBeUndefined()
      })

      test('that was deleted can be created again, and its old etag is worth nothing', async () => {
        const etag = await create(store)
        await store.save([{ op: 'delete', key: KEY }])
        await create(store, { body: 'nieuw' })
        const late = await store.save([{ op: 'replace', document: documentOf({ body: 'oud' }), etag }])
        expect(late).toEqual({ saved: false, at: 0, why: 'changed' })
        expect(bodyOf(await store.read(KEY))).toBe('nieuw')
      })

      test('is seen by another connection, and its etag is good there', async () => {
        const etag = await create(store)
        const other = await subject.another()
        expect((await other.read(KEY))?.etag).toBe(etag)
        etagOf(await other.save([{ op: 'replace', document: documentOf({ body: 2 }), etag }]))
        const late = await store.save([{ op: 'replace', document: documentOf({ body: 3 }), etag }])
        expect(late).toMatchObject({ why: 'changed' })
        expect(bodyOf(await store.read(KEY))).toBe(2)
        await other.close()
      })

      test('that is replaced by many at once is replaced by exactly one', async () => {
        const etag = await create(store)
        const other = await subject.another()
        const results = await Promise.all(
          Array.from({ length: 20 }, (_, n) =>
            (n % 2 === 0 ? store : other).save([{ op: 'replace', document: documentOf({ body: n }), etag }]),
          ),
        )
        const winners = results.flatMap((result, n) => (result.saved ? [n] : []))
        expect(winners).toHaveLength(1)
        expect(results.filter((result) => !result.saved && result.why === 'changed')).toHaveLength(19)
        expect(bodyOf(await store.read(KEY))).toBe(winners[0])
        await other.close()
      })

      test('that is created by many at once is created by exactly one', async () => {
        const results = await Promise.all(
          Array.from({ length: 20 }, (_, n) =>
            store.save([{ op: 'create', document: documentOf({ body: n }) }]),
          ),
        )
        const winners = results.flatMap((result, n) => (result.saved ? [n] : []))
        expect(winners).toHaveLength(1)
        expect(bodyOf(await store.read(KEY))).toBe(winners[0])
      })
    })

    describe('several operations', () => {
      test('are applied in their order, with an etag for each', async () => {
        const etag = await create(store)
        const result = await store.save([
          { op: 'delete', key: KEY, etag },
          { op: 'create', document: documentOf({ body: 'weer' }) },
          { op: 'create', document: documentOf({ id: 'b' }) },
          { op: 'delete', key: keyOf(documentOf({ id: 'b' })) },
        ])
        expect(etagsOf(result)).toEqual([null, expect.any(String), expect.any(String), null])
        expect(bodyOf(await store.read(KEY))).toBe('weer')
        expect(await store.read(keyOf(documentOf({ id: 'b' })))).toBeUndefined()
      })

      test('none at all are saved', async () => {
        expect(await store.save([])).toEqual({ saved: true, etags: [] })
        expect(await store.saveMany([])).toEqual([])
        expect(await store.saveMany([[], []])).toEqual([
          { saved: true, etags: [] },
          { saved: true, etags: [] },
        ])
      })

      const whatStays = undoesAFailedSave ? 'nothing of them is kept' : 'those before it are kept'
      test(`stop at the first that cannot be applied: ${whatStays}`, async () => {
        const etag = await create(store)
        await store.save([{ op: 'replace', document: documentOf({ body: 2 }), etag }])
        const result = await store.save([
          { op: 'create', document: documentOf({ id: 'before' }) },
          { op: 'replace', document: documentOf({ body: 3 }), etag },
          { op: 'create', document: documentOf({ id: 'after' }) },
        ])
        expect(result).toEqual({ saved: false, at: 1, why: 'changed' })
        expect(bodyOf(await store.read(KEY))).toBe(2)
        expect(await store.read(keyOf(documentOf({ id: 'after' })))).toBeUndefined()
        const before = await store.read(keyOf(documentOf({ id: 'before' })))
        expect(before === undefined).toBe(undoesAFailedSave)
      })

      test('of independent groups do not stop each other', async () => {
        await create(store)
        const results = await store.saveMany([
          [{ op: 'create', document: documentOf({ id: 'one' }) }],
          [
            { op: 'create', document: documentOf({ id: 'two' }) },
            { op: 'create', document: documentOf() },
          ],
          [{ op: 'replace', document: documentOf({ id: 'none' }), etag: 'x' }],
          [
            { op: 'create', document: documentOf({ id: 'three' }) },
            { op: 'create', document: documentOf({ id: 'four' }) },
          ],
        ])
        expect(results).toEqual([
          { saved: true, etags: [expect.any(String)] },
          { saved: false, at: 1, why: 'exists' },
          { saved: false, at: 0, why: 'gone' },
          { saved: true, etags: [expect.any(String), expect.any(String)] },
        ])
        const found = idsOf(await store.list(HERE, 'signal', { open: true }, 100))
        expect(found).toEqual(['a', 'four', 'one', 'three', ...(undoesAFailedSave ? [] : ['two'])])
      })

      test('that cannot be written at all leave the others alone', async () => {
        const groups = [
          [{ op: 'create', document: documentOf({ id: 'one' }) }] as const,
          [{ op: 'create', document: documentOf({ id: 'two', body: undefined }) }] as const,
        ]
        await expect(store.saveMany(groups)).rejects.toThrow(
          'The body of a document of kind signal is not JSON.',
        )
        expect(await store.list(HERE, 'signal', { open: true }, 100)).toEqual([])
        await create(store, { id: 'one' })
      })
    })

    describe('equal ids', () => {
      const elsewhere = documentOf({ municipality: THERE, body: 'daar' })

      beforeEach(async () => {
        await create(store, { body: 'hier', dueAt: at('2026-01-01T00:00:00Z') })
        await store.save([{ op: 'create', document: { ...elsewhere, dueAt: at('2026-01-01T00:00:00Z') } }])
      })

      test('in two municipalities are two documents, in read and list', async () => {
        expect(bodyOf(await store.read(KEY))).toBe('hier')
        expect(bodyOf(await store.read(keyOf(elsewhere)))).toBe('daar')
        for (const query of [{ open: true }, { dueBefore: at('2027-01-01T00:00:00Z') }] as const) {
          expect((await store.list(HERE, 'signal', query, 10)).map(bodyOf)).toEqual(['hier'])
          expect((await store.list(THERE, 'signal', query, 10)).map(bodyOf)).toEqual(['daar'])
        }
      })

      test('in two municipalities are not replaced or deleted for each other', async () => {
        const here = await store.read(KEY)
        const there = await store.read(keyOf(elsewhere))
        if (here === undefined || there === undefined) throw new Error('not created')
        const changed = { saved: false, at: 0, why: 'changed' }
        expect(await store.save([{ op: 'replace', document: elsewhere, etag: here.etag }])).toEqual(changed)
        expect(await store.save([{ op: 'delete', key: keyOf(elsewhere), etag: here.etag }])).toEqual(changed)
        etagsOf(await store.save([{ op: 'delete', key: KEY }]))
        expect((await store.read(keyOf(elsewhere)))?.etag).toBe(there.etag)
        expect(await store.save([{ op: 'delete', key: KEY, etag: there.etag }])).toMatchObject({
          why: 'gone',
        })
        expect(bodyOf(await store.read(keyOf(elsewhere)))).toBe('daar')
      })

      test('in two kinds are two documents', async () => {
        await create(store, { kind: 'vault', body: 'kluis' })
        expect(bodyOf(await store.read({ ...KEY, kind: 'vault' }))).toBe('kluis')
        expect((await store.list(HERE, 'vault', { open: true }, 10)).map(bodyOf)).toEqual(['kluis'])
        await store.save([{ op: 'delete', key: { ...KEY, kind: 'vault' } }])
        expect(bodyOf(await store.read(KEY))).toBe('hier')
      })

      test('of a municipality without documents are not found', async () => {
        const third = MunicipalityId.parse('33333333-3333-4333-8333-333333333333')
        expect(await store.read({ ...KEY, municipality: third })).toBeUndefined()
        expect(await store.list(third, 'signal', { open: true }, 10)).toEqual([])
      })
    })

    describe('lists', () => {
      test('what is open, by id, and nothing else', async () => {
        await store.saveMany(
          ['c', 'a', 'd', 'b'].map((id) => [
            { op: 'create', document: documentOf({ id, open: id !== 'd' }) },
          ]),
        )
        const found = await store.list(HERE, 'signal', { open: true }, 10)
        expect(idsOf(found)).toEqual(['a', 'b', 'c'])
        expect(idsOf(await store.list(HERE, 'signal', { open: true }, 2))).toEqual(['a', 'b'])
        expect(found[0]).toEqual(await store.read(KEY))
      })

      test('what is due before a moment, oldest first, and nothing else', async () => {
        const dueAt: Record<string, Instant | null> = {
          never: null,
          third: at('2026-03-01T09:00:00.001Z'),
          first: at('2025-12-31T23:59:59.999Z'),
          later: at('2026-03-01T09:00:00.002Z'),
          second: at('2026-03-01T09:00:00.000Z'),
        }
        await store.saveMany(
          Object.entries(dueAt).map(([id, due]) => [
            { op: 'create', document: documentOf({ id, dueAt: due, open: id !== 'first' }) },
          ]),
        )
        const query = { dueBefore: at('2026-03-01T09:00:00.002Z') }
        expect(idsOf(await store.list(HERE, 'signal', query, 10))).toEqual(['first', 'second', 'third'])
        expect(idsOf(await store.list(HERE, 'signal', query, 1))).toEqual(['first'])
        expect(await store.list(HERE, 'signal', { dueBefore: at('2020-01-01T00:00:00Z') }, 10)).toEqual([])
      })

      test('follow what is saved', async () => {
        const due = { dueBefore: at('2027-01-01T00:00:00Z') }
        const etag = await create(store, { dueAt: at('2026-01-01T00:00:00Z') })
        expect(idsOf(await store.list(HERE, 'signal', due, 10))).toEqual(['a'])
        const closed = documentOf({ open: false, dueAt: null })
        await store.save([{ op: 'replace', document: closed, etag }])
        expect(await store.list(HERE, 'signal', due, 10)).toEqual([])
        expect(await store.list(HERE, 'signal', { open: true }, 10)).toEqual([])
        await create(store, { id: 'b' })
        await store.save([{ op: 'delete', key: keyOf(documentOf({ id: 'b' })) }])
        expect(await store.list(HERE, 'signal', { open: true }, 10)).toEqual([])
      })

      test('are complete over several pages, and never longer than asked', async () => {
        const start = Date.parse('2026-01-01T00:00:00Z')
        const order = Array.from({ length: 450 }, (_, n) => (n * 7) % 450)
        await store.saveMany(
          order.map((n) => {
            const dueAt = at(new Date(start + n * 1000).toISOString())
            return [{ op: 'create', document: documentOf({ id: numbered(n), dueAt }) }]
          }),
        )
        const all = Array.from({ length: 450 }, (_, n) => numbered(n))
        const due = { dueBefore: at('2027-01-01T00:00:00Z') }
        for (const query of [{ open: true }, due] as const) {
          expect(idsOf(await store.list(HERE, 'signal', query, 1000))).toEqual(all)
          expect(idsOf(await store.list(HERE, 'signal', query, 450))).toEqual(all)
          expect(idsOf(await store.list(HERE, 'signal', query, 401))).toEqual(all.slice(0, 401))
          expect(idsOf(await store.list(HERE, 'signal', query, 1))).toEqual(all.slice(0, 1))
        }
      })

      test('of nothing are empty', async () => {
        await create(store)
        expect(await store.list(HERE, 'signal', { open: true }, 0)).toEqual([])
        expect(await store.list(HERE, 'signal', { open: true }, -1)).toEqual([])
      })
    })

    describe('any body', () => {
      const bodies: Record<string, unknown> = {
        emoji: '👩‍👩‍👧‍👦 🇳🇱 é e\u0301 ﷽',
        'right to left': '\u202eمرحبا بالعالم\u202c שלום',
        'control characters': '\u0000\u0001\t\r\n\u001f\u007f\u0085\u2028\u2029\ufeff\uffff',
        'half a character': ['\ud83d', '\udc69 los', { '\ud800': 1 }],
        'a null, a number, an empty text': [null, 0, -1.5e-7, 9007199254740991, '', {}, []],
        'what looks like SQL': { "'; DROP TABLE document; --": '1 OR 1=1', '?1': ':id', '"': "''" },
        'what looks like Cosmos': {
          id: 'other',
          _etag: '*',
          _ts: -1,
          ttl: 1,
          municipality: THERE,
          kind: 'vault',
          open: false,
          dueAt: '2000-01-01T00:00:00.000Z',
          '@municipality': 'SELECT * FROM c',
          $where: { $ne: null },
          $type: 'Document',
          c: { municipality: THERE },
        },
        'what looks like a prototype': JSON.parse('{"__proto__":{"polluted":true},"constructor":1}'),
        'deep nesting': JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`),
        '300 KB': { text: 'é"\\\n'.repeat(60_000) },
        '300 KB of many fields': Object.fromEntries(
          Array.from({ length: 6_000 }, (_, n) => [`veld${n}`, { waarde: `tekst ${n}`, n }]),
        ),
      }

      test.each(Object.entries(bodies))('comes back as it was: %s', async (_, body) => {
        const etag = await create(store, { body: 'eerst' })
        const document = documentOf({ body })
        etagOf(await store.save([{ op: 'replace', document, etag }]))
        expect(JSON.stringify(bodyOf(await store.read(KEY)))).toBe(JSON.stringify(body))
        const [listed] = await store.list(HERE, 'signal', { open: true }, 10)
        expect(JSON.stringify(bodyOf(listed))).toBe(JSON.stringify(body))
        expect(Object.keys({})).toEqual([])
      })

      test.each([
        "' OR 1=1 --",
        'a/b\\c?d#e',
        '../a',
        '50%20af%',
        '19:abc@thread.tacv2;messageid=1',
        'é 👩‍👧 ',
        '~41',
        'A',
        '~2f',
        '/',
        ':',
        'a:b',
      ])('is found again under the id %j, and under no other', async (id) => {
        await create(store, { id, body: 'goed' })
        const found = await store.read({ ...KEY, id })
        expect(found?.document).toEqual(documentOf({ id, body: 'goed' }))
        expect(idsOf(await store.list(HERE, 'signal', { open: true }, 10))).toEqual([id])
        for (const other of ['~41', 'A', '~2f', '-2f', '.2f', '/', '%2F', 'signal:A', 'a', '.', '~']) {
          if (other !== id) expect(await store.read({ ...KEY, id: other })).toBeUndefined()
        }
        etagsOf(await store.save([{ op: 'delete', key: { ...KEY, id }, etag: found?.etag ?? '' }]))
        expect(await store.read({ ...KEY, id })).toBeUndefined()
      })

      test('that is no JSON is refused, and says nothing of it', async () => {
        const circular: Record<string, unknown> = { text: SECRET }
        circular.self = circular
        for (const body of [undefined, () => SECRET, circular, { n: 1n }]) {
          await expect(store.save([{ op: 'create', document: documentOf({ body }) }])).rejects.toThrow()
        }
        expect(await store.read(KEY)).toBeUndefined()
      })
    })

    describe('a damaged document', () => {
      test('is an error that names its kind and nothing else', async () => {
        await create(store, { id: `id-${SECRET}` })
        await create(store, { kind: 'chat' })
        await subject.damage({ ...KEY, id: `id-${SECRET}` })
        const message = 'A stored document of kind signal is damaged.'
        for (const reading of [
          () => store.read({ ...KEY, id: `id-${SECRET}` }),
          () => store.list(HERE, 'signal', { open: true }, 10),
        ]) {
          const error: unknown = await reading().catch((caught: unknown) => caught)
          expect(Object.entries({ ...Object(error) })).toEqual([])
          expect(Error.isError(error) && [error.message, error.cause]).toEqual([message, undefined])
        }
        expect(bodyOf(await store.read({ ...KEY, kind: 'chat' }))).toEqual({ text: SECRET })
        expect(await store.list(HERE, 'chat', { open: true }, 10)).toHaveLength(1)
      })
    })

    describe('the store itself', () => {
      test('answers, closes twice, and is unavailable after that', async () => {
        await store.ping()
        await store.close()
        await store.close()
        const unavailable = { name: 'StoreUnavailable', reason: 'unreachable' }
        await expect(store.ping()).rejects.toMatchObject(unavailable)
        await expect(store.read(KEY)).rejects.toMatchObject(unavailable)
        await expect(store.save([{ op: 'delete', key: KEY }])).rejects.toMatchObject(unavailable)
        await expect(store.saveMany([[{ op: 'delete', key: KEY }]])).rejects.toMatchObject(unavailable)
        await expect(store.list(HERE, 'signal', { open: true }, 1)).rejects.toMatchObject(unavailable)
      })
    })
  })
}
