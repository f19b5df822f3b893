/** *Verstuur*: one signal per draft whatever fails, a number of its own, and of the reporter what the degree allows. */
import { describe, expect, test } from '@jest/globals'
import { Chat } from '../../../services/draft/chat.ts'
import { sendDraft } from '../../../services/draft/send.ts'
import { chatOp, readChat } from '../../../services/signal/handle.ts'
import { Degree } from '../../../services/signal/words.ts'
import { readCodeEntry } from '../../../services/vault/codeEntry.ts'
import { deliver } from '../../../services/vault/deliver.ts'
import { VaultBody } from '../../../services/vault/vault.ts'
import {
  chatOf,
  DEFAULTS,
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
import { MemoryDisk, MemoryStore } from '../../kit/memoryStore.ts'
import { setting, town } from '../../kit/signals.ts'

const away = { name: 'StoreUnavailable' }
const STORY = ['Er klopt iets niet.', 'Zij kijkt steeds naar hem.']
const who = someone()

/** The chat as it stands; of one in which nothing is left nothing stands. */
const chatIn = (disk: MemoryDisk) => {
  const [chat] = disk.all('chat').map(({ body }) => Chat.parse(body))
  return chat ?? emptyChat(who)
}

/** A store with two messages typed in it, and the bot on it. */
async function begun() {
  const disk = new MemoryDisk()
  const store = new MemoryStore({ disk })
  await typed(
    store,
    who,
    STORY.map((text) => words(text)),
  )
  return { disk, store, it: instance(store) }
}

describe.each(Degree.options)('sent as %s', (degree) => {
  test('one signal, with all that was typed, in one save', async () => {
    const { disk, store, it } = await begun()
    const saves = store.asked.save
    const sent = await pressSend(it, who, { degree })
    expect(sent.done).toBe('sent')
    expect(store.asked.save - saves).toBe(1)
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

  test.each(['before', 'after'] as const)(
    'a save that fails (%p) and a second press: still one signal, and all of it',
    async (fault) => {
      const { disk, store, it } = await begun()
      store.fail('save', fault)
      await expect(pressSend(it, who, { degree })).rejects.toMatchObject(away)
      const second = await pressSend(it, who, { degree })
      // In the chat nothing waits any more: a person who presses there is told so, or shown the code.
      expect(second.done).toBe(fault === 'before' ? 'sent' : 'noDraft')
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
      expect(disk.all('vault')).toHaveLength(degree === 'anonymous' ? 0 : 1)
    },
  )

  test('a save that fails before it was done leaves nothing of the send', async () => {
    const { disk, store, it } = await begun()
    const stood = new Map(disk.rows)
    store.fail('save', 'before')
    await expect(pressSend(it, who, { degree })).rejects.toMatchObject(away)
    expect(disk.rows).toEqual(stood)
  })

  test('the answer was lost, and the chat was read before: it is found by the names that it was drawn', async () => {
    const { disk, store, it } = await begun()
    const read = await readChat(store, town.id, chatOf(who))
    store.fail('save', 'after')
    await expect(pressSend(it, who, { degree })).rejects.toMatchObject(away)
    const again = await sendDraft(it, who, read, { ...DEFAULTS, degree }, 'nl')
    expect(again).toMatchObject({ done: 'already', kept: { record: { id: records(disk)[0]?.id } } })
    expect(records(disk)).toHaveLength(1)
  })
})

test.each(Degree.options)(
  'a draft that stands again after it was sent (%s) goes, and what stands is the answer',
  async (degree) => {
    const { disk, it } = await begun()
    const [chat] = [...disk.rows].filter(([, { key }]) => key.kind === 'chat')
    if (!chat) throw new Error('It stands there.')
    const sent = await pressSend(it, who, { degree })
    disk.rows.set(...chat)
    const again = await pressSend(it, who, { degree })
    expect(again).toMatchObject({ done: 'already' })
    expect('kept' in again && 'kept' in sent && again.kept.record.id === sent.kept.record.id).toBe(true)
    expect(records(disk)).toHaveLength(1)
    expect(chatIn(disk).draft).toBeUndefined()
    const [record] = records(disk)
    expect(disk.all('vault').map(({ id }) => id)).toEqual(record?.vaultKey ? [record.vaultKey] : [])
  },
)

describe('anonymous: before it is said, it is read that nothing ties', () => {
  test('an entry of the vault that did not go, or a chat that still has it: it is not said to be sent', async () => {
    for (const left of ['vault', 'chat'] as const) {
      const { disk, store, it } = await begun()
      const row = [...disk.rows].find(([, { key }]) => key.kind === left)
      if (!row) throw new Error('It stands there.')
      const reading = store.read.bind(store)
      // As a copy of the database that is behind would answer.
      store.read = async (key) => {
        if (key.kind === left && records(disk).length > 0) disk.rows.set(...row)
        return reading(key)
      }
      const sending = pressSend(it, who, { degree: 'anonymous' })
      await expect(sending).rejects.toMatchObject({ ...away, unsure: true })
    }
  })

  test('that cannot be read now: neither, and the same press finds it', async () => {
    const { disk, store, it } = await begun()
    const read = await readChat(store, town.id, chatOf(who))
    // The counter, the open signals, and then what ties.
    store.fail('read', undefined, 'before')
    const sending = sendDraft(it, who, read, { ...DEFAULTS, degree: 'anonymous' }, 'nl')
    await expect(sending).rejects.toMatchObject({ ...away, unsure: true })
    expect(records(disk)).toHaveLength(1)
    const again = await sendDraft(it, who, read, { ...DEFAULTS, degree: 'anonymous' }, 'nl')
    expect(again.done).toBe('already')
  })
})

describe('pressed twice', () => {
  test('at the same moment, it is one signal', async () => {
    const { disk, it } = await begun()
    const both = await Promise.all([pressSend(it, who), pressSend(it, who)])
    expect(both.map((sent) => sent.done).sort()).toEqual(['already', 'sent'])
    expect(records(disk)).toHaveLength(1)
  })

  test.each(Degree.options)('in two instances at the same moment too (%s)', async (degree) => {
    const { disk, it } = await begun()
    const other = instance(new MemoryStore({ disk }))
    const both = await Promise.all([pressSend(it, who, { degree }), pressSend(other, who, { degree })])
    expect(both.map((sent) => sent.done).sort()).toEqual(['already', 'sent'])
    expect(records(disk)).toHaveLength(1)
  })

  test('in two degrees at the same moment: one signal, and of the reporter what that degree keeps', async () => {
    for (const [first, second] of [
      ['anonymous', 'confidential'],
      ['unknown', 'anonymous'],
    ] as const) {
      const { disk, store, it } = await begun()
      const other = instance(new MemoryStore({ disk }))
      store.meanwhile = async () => void (await pressSend(other, who, { degree: second }))
      expect((await pressSend(it, who, { degree: first })).done).toBe('already')
      const [record, ...others] = records(disk)
      expect([record?.degree, others]).toEqual([second, []])
      expect(disk.all('vault').map(({ id }) => id)).toEqual(record?.vaultKey ? [record.vaultKey] : [])
      expect(disk.all('code')).toHaveLength(record?.code ? 1 : 0)
    }
  })

  test('a number that another took in the same moment is no reason to press again, in any degree', async () => {
    for (const degree of Degree.options) {
      const { disk, store, it } = await begun()
      const other = new MemoryStore({ disk })
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
    ['one instance', 1],
    ['three instances', 3],
  ])('of %s: each its own, none lost', async (_name, instances) => {
    const disk = new MemoryDisk()
    const its = Array.from({ length: instances }, () => instance(new MemoryStore({ disk })))
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
    expect(numbers.sort().at(-1)).toBe(`S-2026-00${MANY}`)
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
