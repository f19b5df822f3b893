/** *Verstuur*: one signal per draft whatever fails, a number of its own, and of the reporter what the degree allows. */
import { describe, expect, test } from '@jest/globals'
import { Chat } from '../../../services/draft/chat.ts'
import { chatDue, write } from '../../../services/draft/drafting.ts'
import { sentAlready } from '../../../services/draft/interruptedSend.ts'
import { chatOp, handle, readChat } from '../../../services/signal/handle.ts'
import { Degree } from '../../../services/signal/words.ts'
import { readCodeEntry } from '../../../services/vault/codeEntry.ts'
import { deliver } from '../../../services/vault/deliver.ts'
import { VaultBody } from '../../../services/vault/vault.ts'
import {
  chatOf,
  emptyChat,
  instance,
  keys,
  NAME,
  PERSON,
  pressSend,
  records,
  someone,
  typed,
  words,
} from '../../kit/chats.ts'
import { type Fault, MemoryDisk, MemoryStore } from '../../kit/memoryStore.ts'
import { JOOST, MARIEKE, press, reporter, setting, town } from '../../kit/signals.ts'

const away = { name: 'StoreUnavailable' }
const STORY = ['Er klopt iets niet.', 'Zij kijkt steeds naar hem.']
const who = someone()

/** The chat as it stands; of one in which nothing is left nothing stands. */
const chatIn = (disk: MemoryDisk) => {
  const [chat] = disk.all('chat').map(({ body }) => Chat.parse(body))
  return chat ?? emptyChat(who)
}

/** That an anonymous send begins is written down first: so many saves come before the one that sends. */
const before = (degree: Degree): undefined[] => (degree === 'anonymous' ? [undefined] : [])

/** A store with two messages typed in it, and the bot on it. */
async function begun(transactions = true) {
  const disk = new MemoryDisk()
  const store = new MemoryStore({ disk, transactions })
  await typed(
    store,
    who,
    STORY.map((text) => words(text)),
  )
  return { disk, store, it: instance(store) }
}

describe.each(Degree.options)('sent as %s', (degree) => {
  test('one signal, with all that was typed, in one save that counts', async () => {
    const { disk, store, it } = await begun()
    const saves = store.asked.save
    const sent = await pressSend(it, who, { degree })
    expect(sent.done).toBe('sent')
    expect(store.asked.save - saves).toBe(1 + before(degree).length)
    const [record, ...others] = records(disk)
    expect(others).toEqual([])
    expect(record).toMatchObject({ degree, reference: 'S-2026-0001', state: 'received' })
    expect(record?.story.map((part) => part.text)).toEqual(STORY)
    expect(chatIn(disk).draft).toBeUndefined()
    if (!('kept' in sent)) throw new Error('it was sent')
    expect(sent.kept.record).toEqual(record)
    // The etag is that of the record: the courier can mark it without reading it again.
    expect((await store.read({ municipality: town.id, kind: 'signal', id: sent.kept.record.id }))?.etag).toBe(
      sent.kept.etag,
    )
  })

  test('of the reporter there is kept what this degree allows, and nothing in plain words', async () => {
    const { disk, store, it } = await begun()
    await pressSend(it, who, { degree })
    const [record] = records(disk)
    const entries = disk.all('vault')
    const everything = JSON.stringify([...disk.rows.values()])
    for (const secret of [NAME, PERSON, 'entra-of', 'a:29']) expect(everything).not.toContain(secret)
    if (degree === 'anonymous') {
      expect([entries, record?.vaultKey, chatIn(disk).sent]).toEqual([[], undefined, []])
      return
    }
    expect(entries.map((entry) => entry.id)).toEqual([record?.vaultKey])
    expect('identity' in VaultBody.parse(entries[0]?.body)).toBe(degree === 'confidential')
    expect(chatIn(disk).sent).toMatchObject([
      { signal: record?.id, reference: 'S-2026-0001', kind: 'signal' },
    ])
    const address = record?.vaultKey && (await deliver(store, keys, town.id, record.vaultKey))
    expect(address?.forSending().user).toBe(PERSON)
  })

  const faults: Fault[] = ['before', 'after', 0, 1, 2, 3, 4, 5, 6, 7]
  describe.each([
    ['with transactions', true],
    ['without', false],
  ] as const)('%s', (_name, transactions) => {
    test.each(faults)(
      'a save that fails (%p) and a second press: still one signal, and all of it',
      async (fault) => {
        const { disk, store, it } = await begun(transactions)
        store.fail('save', ...before(degree), fault)
        const first = await pressSend(it, who, { degree }).catch((error: unknown) => error)
        // Breaking off after more operations than there are is no failure.
        if (!(typeof first === 'object' && first !== null && 'done' in first))
          expect(first).toMatchObject(away)
        const second = await pressSend(it, who, { degree })
        expect(['sent', 'already', 'noDraft']).toContain(second.done)
        const found = records(disk)
        expect(found.map((record) => record.story.map((part) => part.text))).toEqual([STORY])
        expect(chatIn(disk).draft).toBeUndefined()
        expect(chatIn(disk).sent).toHaveLength(degree === 'anonymous' ? 0 : 1)
        const [record] = found
        const address = record?.vaultKey && (await deliver(store, keys, town.id, record.vaultKey))
        expect(address?.forSending().user).toBe(degree === 'anonymous' ? undefined : PERSON)
        if (record?.code)
          expect(await readCodeEntry(store, town.id, record.code.id)).toMatchObject({ signal: record.id })
        expect(disk.all('code')).toHaveLength(degree === 'anonymous' ? 1 : 0)
        const identities = disk.all('vault').filter(({ body }) => 'identity' in VaultBody.parse(body))
        expect(identities).toHaveLength(degree === 'confidential' ? 1 : 0)
      },
    )
  })
})

describe('a send that got half-way, on a store without transactions', () => {
  /** The number and the record are kept; the chat still has the draft. */
  async function halfWay(degree: 'confidential' | 'anonymous' = 'confidential') {
    const { disk, store, it } = await begun(false)
    store.fail('save', ...before(degree), degree === 'anonymous' ? 4 : 3)
    await expect(pressSend(it, who, { degree })).rejects.toMatchObject(away)
    expect(records(disk)).toHaveLength(1)
    expect(chatIn(disk).draft).toBeDefined()
    return { disk, store, it }
  }
  const typeMore = async (store: MemoryStore, text: string, danger = false) => {
    const { chat, etag } = await readChat(store, town.id, chatOf(who))
    const fresh = { id: chat.draft?.id, vaultKey: chat.draft?.vaultKey, unplaced: false }
    if (!fresh.id || !fresh.vaultKey) throw new Error('there is a draft')
    const more = write(
      chat,
      words(text, { danger }),
      { ...fresh, id: fresh.id, vaultKey: fresh.vaultKey },
      setting(9),
    )
    await store.save([chatOp(more, etag, chatDue(more))])
  }

  test('what is typed before the second press is added to the signal that stands, once', async () => {
    const { disk, store, it } = await halfWay()
    await typeMore(store, 'En er is een kind bij.')
    store.fail('save', undefined, 'before')
    await pressSend(it, who).catch(() => undefined)
    const sent = await pressSend(it, who)
    expect(sent.done).not.toBe('noDraft')
    expect(records(disk)[0]?.story.map((part) => [part.via, part.text])).toEqual([
      ...STORY.map((text) => ['chat', text]),
      ['addition', 'En er is een kind bij.'],
    ])
  })

  test('danger among it rings as it did in the draft', async () => {
    const { disk, store, it } = await halfWay()
    await typeMore(store, 'Hij heeft een mes', true)
    await pressSend(it, who)
    const [record] = records(disk)
    expect(record).toMatchObject({ urgency: 'acute' })
    expect(record?.effects.flatMap((e) => (e.kind === 'alarm' ? [e.to] : []))).toEqual([
      'channel',
      MARIEKE,
      JOOST,
    ])
    expect(chatIn(disk).effects).toEqual([])
  })

  test('throwing the draft away leaves the signal, and what it needs of the vault', async () => {
    const { disk, store, it } = await halfWay()
    const read = await readChat(store, town.id, chatOf(who))
    expect(await sentAlready(it, read)).toMatchObject({ record: { reference: 'S-2026-0001' } })
    expect(chatIn(disk)).toMatchObject({ sent: [{ reference: 'S-2026-0001' }] })
    expect(chatIn(disk).draft).toBeUndefined()
    expect(disk.all('vault')).toHaveLength(1)
  })

  test('of an anonymous one neither the chat nor the vault remembers anything', async () => {
    const { disk, store, it } = await halfWay('anonymous')
    await sentAlready(it, await readChat(store, town.id, chatOf(who)))
    expect([disk.all('chat'), disk.all('vault')]).toEqual([[], []])
  })

  test('of an anonymous one that broke off the chat is looked at within minutes, not after hours', async () => {
    const { disk } = await halfWay('anonymous')
    expect(disk.all('chat').map(({ dueAt }) => dueAt)).toEqual([setting(120_000).now])
  })

  test.each([
    ['anonymous', 'confidential'],
    ['confidential', 'anonymous'],
  ] as const)('begun as %s and pressed again as %s it is one signal', async (first, second) => {
    const { disk, it } = await halfWay(first)
    expect((await pressSend(it, who, { degree: second })).done).toBe('already')
    expect(records(disk).map((record) => record.degree)).toEqual([first])
    expect(chatIn(disk).draft).toBeUndefined()
    expect(disk.all('vault')).toHaveLength(first === 'confidential' ? 1 : 0)
  })

  test('that it begins could not be written down: nothing was sent, and pressing again sends', async () => {
    const { disk, store, it } = await begun(false)
    store.fail('save', 'before')
    await expect(pressSend(it, who, { degree: 'anonymous' })).rejects.toMatchObject(away)
    expect(records(disk)).toEqual([])
    expect((await pressSend(it, who, { degree: 'anonymous' })).done).toBe('sent')
    expect(records(disk)).toHaveLength(1)
  })

  test('a draft that was not sent is not', async () => {
    const { store, it } = await begun(false)
    expect(await sentAlready(it, await readChat(store, town.id, chatOf(who)))).toBeUndefined()
  })

  test('sparren that stands already and has ended is gone, and so is its draft', async () => {
    const disk = new MemoryDisk()
    const store = new MemoryStore({ disk, transactions: false })
    await typed(store, who, [words('Twijfel')], { what: 'new', kind: 'consultation' })
    const it = instance(store)
    store.fail('save', 3)
    await expect(pressSend(it, who)).rejects.toMatchObject(away)
    const { draft } = chatIn(disk)
    if (!draft) throw new Error('there is a draft')
    const enough = { do: 'chooseConsultation', choice: 'enough', id: press(), actor: reporter } as const
    expect((await handle(it, draft.id, enough)).done).toBe('ended')
    expect(await pressSend(it, who)).toEqual({ done: 'ended', reference: 'S-2026-0001' })
    expect(chatIn(disk)).toMatchObject({ sent: [] })
    expect(chatIn(disk).draft).toBeUndefined()
  })
})

describe('pressed twice', () => {
  test('at the same moment, it is one signal', async () => {
    const { disk, it } = await begun()
    const both = await Promise.all([pressSend(it, who), pressSend(it, who)])
    expect(both.map((sent) => sent.done).sort()).toEqual(['already', 'sent'])
    expect(records(disk)).toHaveLength(1)
  })

  test('in two instances at the same moment too, with transactions or without', async () => {
    for (const transactions of [true, false]) {
      const { disk, it } = await begun(transactions)
      const other = instance(new MemoryStore({ disk, transactions }))
      const both = await Promise.all([pressSend(it, who), pressSend(other, who)])
      expect(both.map((sent) => sent.done).sort()).toEqual(['already', 'sent'])
      expect(records(disk)).toHaveLength(1)
    }
  })

  test('a number that another took in the same moment is no reason to press again, in any degree', async () => {
    for (const transactions of [true, false])
      for (const degree of Degree.options) {
        const { disk, store, it } = await begun(transactions)
        const other = new MemoryStore({ disk, transactions })
        await typed(other, someone('29:kees'), [words('Ook iets')])
        store.meanwhile = async () => void (await pressSend(instance(other), someone('29:kees')))
        expect((await pressSend(it, who, { degree })).done).toBe('sent')
        expect(
          records(disk)
            .map((record) => record.reference)
            .sort(),
        ).toEqual(['S-2026-0001', 'S-2026-0002'])
        expect(disk.all('vault')).toHaveLength(degree === 'anonymous' ? 1 : 2)
      }
  })

  test('after it was sent there is nothing to send', async () => {
    const { it } = await begun()
    await pressSend(it, who)
    expect(await pressSend(it, who)).toEqual({ done: 'noDraft' })
  })

  test('marks that came in between are kept: the alarm that went out is known to the signal', async () => {
    const { disk, store, it } = await begun()
    const posted = { serviceUrl: 'https://teams.example/v3', conversation: '19:c', activity: 'alarm-1' }
    const read = await readChat(store, town.id, chatOf(who))
    store.meanwhile = async () => {
      if (!read.chat.draft) throw new Error('there is a draft')
      const danger = { at: setting().now, called112: 'unknown' as const }
      const marked = { ...read.chat, draft: { ...read.chat.draft, danger, alarms: [posted] } }
      await new MemoryStore({ disk }).save([chatOp(marked, read.etag, null)])
    }
    expect((await pressSend(it, who)).done).toBe('sent')
    expect(records(disk)[0]).toMatchObject({ alarms: [posted], urgency: 'acute' })
  })
})

describe('numbers', () => {
  const MANY = 40
  test.each([
    ['one instance, with transactions', 1, true],
    ['one instance, without', 1, false],
    ['three instances, with transactions', 3, true],
    ['three instances, without', 3, false],
  ])('of %s: each its own, none lost', async (_name, instances, transactions) => {
    const disk = new MemoryDisk()
    const its = Array.from({ length: instances }, () => instance(new MemoryStore({ disk, transactions })))
    const people = Array.from({ length: MANY }, (_, n) => someone(`29:p${n}`))
    const [first] = its
    if (!first) throw new Error('there is an instance')
    await Promise.all(people.map((person) => typed(first.store, person, [words('Iets')])))
    const press = async (person: (typeof people)[number], n: number): Promise<unknown> => {
      const it = its[n % instances] ?? first
      // Three at once can be busier than a person can wait for; then it is pressed again.
      return pressSend(it, person).catch(() => press(person, n))
    }
    await Promise.all(people.map(press))
    const numbers = records(disk).map((record) => record.reference)
    expect(numbers).toHaveLength(MANY)
    expect(new Set(numbers).size).toBe(MANY)
    if (transactions) expect(numbers.sort().at(-1)).toBe(`S-2026-00${MANY}`)
  })

  test('begin anew with the year in the municipality', async () => {
    const { disk, store, it } = await begun()
    await pressSend(it, who)
    const other = someone('29:kees')
    await typed(store, other, [words('Nieuwjaar')])
    const newYear = { ...it, now: () => setting((37 * 24 + 14.5) * 3_600_000).now }
    expect(newYear.now()).toBe('2026-12-31T23:30:00.000Z')
    await pressSend(newYear, other)
    expect(records(disk).map((record) => record.reference)).toEqual(['S-2026-0001', 'S-2027-0001'])
  })

  test('go on after a restart, and after 9999', async () => {
    const { disk, store } = await begun()
    const counter = { municipality: town.id, kind: 'counter', id: 'signals-2026' } as const
    const body = { schema: 1, last: 9_999 }
    await store.save([{ op: 'create', document: { ...counter, body, open: false, dueAt: null } }])
    await pressSend(instance(store), who)
    expect(records(disk)[0]?.reference).toBe('S-2026-10000')
  })
})

test.each([1, 2, 3, 4, 5])(
  'second degree, broken off after %d writes and pressed again: one address is kept, that of the record',
  async (writes) => {
    const { disk, store, it } = await begun(false)
    store.fail('save', writes)
    await expect(pressSend(it, who, { degree: 'unknown' })).rejects.toMatchObject(away)
    expect(['sent', 'already']).toContain((await pressSend(it, who, { degree: 'unknown' })).done)
    const [record] = records(disk)
    const kept = disk.all('vault').map(({ id }) => id)
    expect(kept).toEqual([record?.vaultKey])
  },
)
