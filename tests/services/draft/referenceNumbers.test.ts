/** A reference is given out once, whatever becomes of the counter, also while another instance is sending. */
import { describe, expect, test } from '@jest/globals'
import type { Store } from '../../../services/store/port.ts'
import type { SignalId } from '../../../services/words.ts'
import { instance, pressSend, records, someone, typed, words } from '../../kit/chats.ts'
import { MemoryDisk, MemoryStore } from '../../kit/memoryStore.ts'
import { town } from '../../kit/signals.ts'

const sanne = someone()
const kees = someone('29:kees')
const COUNTER = { municipality: town.id, kind: 'counter', id: 'signals-2026' } as const
const counterAt = (last: number) => ({
  ...COUNTER,
  body: { schema: 1, last },
  open: false,
  dueAt: null,
})

const references = (disk: MemoryDisk) =>
  records(disk)
    .map(({ reference }) => reference)
    .toSorted()

async function two() {
  const disk = new MemoryDisk()
  const open = () => new MemoryStore({ disk })
  await typed(open(), sanne, [words('Er klopt iets niet.')])
  await typed(open(), kees, [words('Ook hier niet.')])
  return { disk, open }
}

const BREAKS: [string, (disk: MemoryDisk, store: Store) => unknown][] = [
  ['taken away', (_disk, store) => store.save([{ op: 'delete', key: COUNTER }])],
  ['damaged', (disk) => disk.damage(COUNTER)],
  [
    'set back',
    async (_disk, store) => {
      const kept = await store.read(COUNTER)
      if (kept) await store.save([{ op: 'replace', document: counterAt(0), etag: kept.etag }])
    },
  ],
]

describe.each(BREAKS)('the counter is %s', (_how, breaks) => {
  test('while one instance is about to save and the other sends: two numbers', async () => {
    const { disk, open } = await two()
    const first = open()
    first.meanwhile = async () => {
      await breaks(disk, open())
      expect((await pressSend(instance(open()), kees)).done).toBe('sent')
    }
    expect((await pressSend(instance(first), sanne)).done).toBe('sent')
    const given = references(disk)
    expect(given).toHaveLength(2)
    expect(new Set(given).size).toBe(2)
  })

  test('with more open signals than are listed at once: the next number is new', async () => {
    const { disk, open } = await two()
    for (let n = 0; n < 12; n += 1) {
      const who = someone(`29:p${n}`)
      await typed(open(), who, [words('Iets')])
      await pressSend(instance(open()), who)
    }
    const other = { municipality: town.id, kind: 'signal' as const, open: true, dueAt: null }
    await open().saveMany(
      Array.from({ length: 600 }, (_, n) => {
        const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as SignalId
        return [{ op: 'create' as const, document: { ...other, id, body: { reference: 'S-2025-0001' } } }]
      }),
    )
    await breaks(disk, open())
    expect((await pressSend(instance(open()), sanne)).done).toBe('sent')
    const given = disk.all('signal').flatMap(({ id, body }) => (id.startsWith('0000') ? [] : [body]))
    const numbers = given.map((body) => JSON.stringify(body).match(/S-2026-\d+/)?.[0])
    expect(new Set(numbers).size).toBe(13)
    expect(numbers).toContain('S-2026-0013')
  })
})

test('two instances find it damaged at the same moment: each makes it anew, and the numbers differ', async () => {
  const { disk, open } = await two()
  await open().save([{ op: 'create', document: counterAt(7) }])
  disk.damage(COUNTER)
  const first = open()
  // It saw the damage; before it does anything about that, the other has made a new counter and sent.
  first.meanwhile = async () => void (await pressSend(instance(open()), kees))
  expect((await pressSend(instance(first), sanne)).done).toBe('sent')
  expect(new Set(references(disk)).size).toBe(2)
})

test('a number costs one more document, that says nothing but the number', async () => {
  const { disk, open } = await two()
  await pressSend(instance(open()), sanne, { degree: 'anonymous' })
  const counters = disk
    .all('counter')
    .map(({ id, body, open: isOpen, dueAt }) => ({ id, body, isOpen, dueAt }))
  expect(counters).toEqual([
    { id: 'signals-2026', body: { schema: 1, last: 1 }, isOpen: false, dueAt: null },
    { id: 'signals-2026-1', body: { schema: 1 }, isOpen: false, dueAt: null },
  ])
})

describe('the document of each number is the guard', () => {
  /** So many numbers were given out, and the counter says otherwise. */
  const given = async (numbers: number, counter: number) => {
    const { disk, open } = await two()
    const documents = Array.from({ length: numbers }, (_, n) => ({
      ...counterAt(0),
      id: `${COUNTER.id}-${n + 1}`,
      body: { schema: 1 },
    }))
    const all = [counterAt(counter), ...documents]
    await open().saveMany(all.map((document) => [{ op: 'create' as const, document }]))
    return { disk, open }
  }

  test('the first send after a start lists nothing: one reading of the counter', async () => {
    const { open } = await given(7, 7)
    const store = open()
    expect(await pressSend(instance(store), sanne)).toMatchObject({
      kept: { record: { reference: 'S-2026-0008' } },
    })
    // The chat, and the counter.
    expect(store.asked).toMatchObject({ list: 0, read: 2, save: 1 })
  })

  test.each([
    [1, 0, 10],
    [10, 3, 20],
    [3_000, 0, 35],
    [3_000, 2_999, 35],
  ])(
    '%d numbers and a counter set back to %d: the next, in fewer than %d requests',
    async (numbers, counter, most) => {
      const { disk, open } = await given(numbers, counter)
      const store = open()
      const it = instance(store)
      await pressSend(it, sanne)
      const { list, read, save } = store.asked
      expect([list, save]).toEqual([0, 2])
      expect(read).toBeLessThan(most)
      // From there on it is as ever.
      await pressSend(it, kees)
      expect(store.asked).toMatchObject({ list: 0, read: read + 1, save: 3 })
      const next = [numbers + 1, numbers + 2].map((number) => `S-2026-${String(number).padStart(4, '0')}`)
      expect(references(disk)).toEqual(next)
    },
  )

  test('with gaps among the numbers, as of a counter that was set ahead: none is given twice', async () => {
    const { disk, open } = await two()
    const taken = [1, 2, 3, 7, 8, 20]
    await open().saveMany(
      [counterAt(0), ...taken.map((n) => ({ ...counterAt(0), id: `${COUNTER.id}-${n}` }))].map((document) => [
        { op: 'create' as const, document },
      ]),
    )
    const people = Array.from({ length: 20 }, (_, n) => someone(`29:g${n}`))
    for (const who of people) {
      await typed(open(), who, [words('Iets')])
      expect((await pressSend(instance(open()), who)).done).toBe('sent')
    }
    const numbers = references(disk).map((reference) => Number(reference.slice(-4)))
    expect(new Set(numbers).size).toBe(people.length)
    expect(numbers.filter((number) => taken.includes(number))).toEqual([])
  })

  test('two instances find it set back at the same moment: two numbers, and both new', async () => {
    const { disk, open } = await given(40, 2)
    const first = open()
    first.meanwhile = async () => void (await pressSend(instance(open()), kees))
    expect((await pressSend(instance(first), sanne)).done).toBe('sent')
    expect(references(disk)).toEqual(['S-2026-0041', 'S-2026-0042'])
  })
})
