/** Anything that can be a body or an id comes back as it was. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Store } from '../../../../services/store/port.ts'
import {
  bodyOf,
  create,
  documentOf,
  etagOf,
  etagsOf,
  HERE,
  idsOf,
  KEY,
  SECRET,
  type Subject,
  THERE,
} from '../subject.ts'

/** Runs the cases. */
export function bodyCases(use: () => Subject): void {
  let store: Store
  beforeEach(() => {
    store = use().store
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
}
