/** What says who reported and which nothing refers to goes, after two looks; what is referred to never does. */
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { unreferencedRound } from '../../../bot/jobs/unreferenced.ts'
import { unmarkSending } from '../../../services/draft/anonymousSend.ts'
import { chatDue, write } from '../../../services/draft/drafting.ts'
import { endUnreferenced, lookForUnreferred } from '../../../services/retention/unreferenced.ts'
import { chatOp, readChat } from '../../../services/signal/handle.ts'
import { Degree } from '../../../services/signal/words.ts'
import { vaultKeyOf } from '../../../services/vault/vault.ts'
import { SignalId, VaultKey } from '../../../services/words.ts'
import { chatOf, pressSend, records, someone, typed, words } from '../../kit/chats.ts'
import { NOW, setting, town } from '../../kit/signals.ts'
import { broken, codesOf, days, discard, stray, vaultsOf, world } from './unreferencedWorld.ts'

describe('what is left', () => {
  test.each([0, 1])('by a first message of which %i operations were kept goes in two looks', async (kept) => {
    const it = world()
    it.store.fail('save', kept)
    await broken(typed(it.store, someone(), [words('Er klopt iets niet.')]))
    expect(vaultsOf(it)).toHaveLength(kept)
    await days(it, 1)
    expect(vaultsOf(it)).toHaveLength(kept)
    await days(it, 1)
    expect(vaultsOf(it)).toEqual([])
  })

  test.each([
    ...Degree.options.flatMap((degree) => [0, 1, 2, 3, 4, 5].map((kept) => [degree, kept] as const)),
  ])('by a send, %s, of which %i operations were kept, and which was given up', async (degree, kept) => {
    const it = world()
    await typed(it.store, someone(), [words('Er klopt iets niet.')])
    it.store.fail('save', ...(degree === 'anonymous' ? [undefined] : []), kept)
    await broken(pressSend(it.it, someone(), { degree }))
    // It is thrown away, unless its signal stands: then that is mended.
    await discard(it, someone())
    await days(it, 2)
    const [record] = records(it.disk)
    expect(vaultsOf(it)).toEqual(record?.vaultKey ? [record.vaultKey] : [])
    expect(codesOf(it)).toEqual(record?.code ? [record.code.id] : [])
  })

  test('by a draft that was thrown away half', async () => {
    const it = world()
    await typed(it.store, someone(), [words('Er klopt iets niet.')])
    it.store.fail('save', 1)
    await broken(discard(it, someone()))
    expect(vaultsOf(it)).toHaveLength(1)
    await days(it, 2)
    expect(vaultsOf(it)).toEqual([])
    expect(it.said).toEqual([['vault.unreferred', { count: 1 }]])
  })

  test('is not remembered any longer than it is there', async () => {
    const it = world()
    await stray(it)
    await days(it, 1)
    const [seen, ...others] = it.disk.all('ledger')
    expect(others).toEqual([])
    expect(seen?.body).toMatchObject({ at: NOW })
    await days(it, 2)
    expect(it.disk.all('ledger')).toEqual([])
  })
})

describe('what stays', () => {
  test('a draft, and all that a send of it that broke off made: pressing again counts on it', async () => {
    const it = world()
    const [one, two] = [someone('29:een'), someone('29:twee')]
    for (const who of [one, two]) await typed(it.store, who, [words('Er klopt iets niet.')])
    it.store.fail('save', 1, undefined, 1)
    await broken(pressSend(it.it, one, { degree: 'unknown' }))
    await broken(pressSend(it.it, two, { degree: 'anonymous' }))
    await unmarkSending(it.store, await readChat(it.store, town.id, chatOf(two)))
    const before = [...vaultsOf(it), ...codesOf(it)]
    expect(before).toHaveLength(4)
    await days(it, 3)
    expect([...vaultsOf(it), ...codesOf(it)]).toEqual(before)
    await pressSend(it.it, one, { degree: 'unknown' })
    await pressSend(it.it, two, { degree: 'anonymous' })
    await days(it, 3)
    const [unknown, anonymous] = records(it.disk).sort((a, b) => b.degree.localeCompare(a.degree))
    expect(vaultsOf(it)).toEqual([unknown?.vaultKey])
    expect(codesOf(it)).toEqual([anonymous?.code?.id])
  })

  test('a draft that is sent at any moment of a look is not found by it', async () => {
    for (const degree of Degree.options) {
      for (let moment = 0; ; moment += 1) {
        const it = world()
        const { draft } = (await typed(it.store, someone(), [words('Er klopt iets niet.')])).chat
        // Others are gone along as well, so that it can come between any two.
        for (const other of ['29:een', '29:twee']) {
          await typed(it.store, someone(other), [words('Iets anders.')])
          await pressSend(it.it, someone(other))
        }
        const along = lookForUnreferred(it.it)
        let next = { done: false } as Awaited<ReturnType<typeof along.next>>
        for (let seen = 0; seen < moment && !next.done; seen += 1) next = await along.next()
        if (next.done) break
        await pressSend(it.it, someone(), { degree })
        while (!next.done) next = await along.next()
        const used = records(it.disk).flatMap(({ vaultKey, code }) => [vaultKey ?? '', code?.id ?? ''])
        const found = next.done ? [...next.value.values()].map(({ key }) => key.id) : []
        expect(found.filter((id) => used.includes(id))).toEqual([])
        // What the send itself took away may be among them.
        expect(found.filter((id) => id !== draft?.vaultKey)).toEqual([])
      }
    }
  })

  test('an entry whose chat comes a moment later, also when the look falls in between', async () => {
    const it = world()
    const vaultKey = VaultKey.parse(await stray(it))
    await days(it, 1)
    const fresh = { id: SignalId.parse(randomUUID()), vaultKey, unplaced: false }
    const empty = (await readChat(it.store, town.id, chatOf(someone()))).chat
    const chat = write(empty, words('Er klopt iets niet.'), fresh, setting())
    await it.store.save([chatOp(chat, undefined, chatDue(chat))])
    await days(it, 3)
    expect(vaultsOf(it)).toEqual([vaultKey])
    expect(it.disk.all('ledger')).toEqual([])
  })

  test('everything, while a chat or a signal cannot be read; it goes when that is over', async () => {
    const it = world()
    await typed(it.store, someone(), [words('Er klopt iets niet.')])
    const left = await stray(it)
    const parts = it.rounding()
    await days(it, 1, parts)
    // A list leaves it out, and the house is told.
    const chat = it.disk.all('chat')[0]
    if (!chat) throw new Error('There is no chat.')
    const row = [...it.disk.rows.values()].find(({ key }) => key.kind === 'chat')
    const whole = row?.body ?? ''
    const list = it.store.list.bind(it.store)
    it.store.list = async (...asked) => {
      const found = await list(...asked)
      if (asked[1] !== 'chat') return found
      it.damaged.count += 1
      return []
    }
    await days(it, 3, parts)
    expect(vaultsOf(it)).toHaveLength(2)
    it.store.list = list
    // It opens, and is of no shape that we know.
    if (row) row.body = JSON.stringify({ schema: 7 })
    await days(it, 3, parts)
    expect(vaultsOf(it)).toHaveLength(2)
    expect(it.said.map(([event]) => event)).toContain('sweep.failed')
    if (row) row.body = whole
    await days(it, 2, parts)
    expect(vaultsOf(it)).not.toContain(left)
    expect(vaultsOf(it)).toHaveLength(1)
  })

  test('what is looked at twice within hours, by another instance or after a restart', async () => {
    const it = world()
    await stray(it)
    for (let life = 0; life < 5; life += 1) {
      await unreferencedRound(it.rounding())
      it.pass(3)
    }
    expect(vaultsOf(it)).toHaveLength(1)
    // An instance that is started anew every day ends it all the same.
    it.pass(12)
    await unreferencedRound(it.rounding())
    expect(vaultsOf(it)).toEqual([])
  })

  test('what was saved anew between the look and its end', async () => {
    const it = world()
    const key = VaultKey.parse(await stray(it))
    await days(it, 1)
    const along = lookForUnreferred(it.it)
    let next = await along.next()
    while (!next.done) next = await along.next()
    it.disk.touch(vaultKeyOf(town.id, key))
    const moments = { begun: it.now(), ended: it.now() }
    expect(await endUnreferenced(it.it, next.value, moments)).toBe(0)
    expect(vaultsOf(it)).toEqual([key])
  })

  test('what a wrong clock remembered in a year to come', async () => {
    const it = world()
    await stray(it)
    it.pass(24 * 400)
    await days(it, 1)
    it.pass(-24 * 402)
    await days(it, 1)
    expect(vaultsOf(it)).toHaveLength(1)
    await days(it, 1)
    expect(vaultsOf(it)).toEqual([])
  })
})

test('two instances at once are as good as one', async () => {
  const it = world()
  for (let count = 0; count < 5; count += 1) await stray(it)
  const both = [it.rounding(), it.rounding()]
  for (let day = 0; day < 3; day += 1) {
    await Promise.all(both.map((parts) => unreferencedRound(parts)))
    it.pass(24)
  }
  expect(vaultsOf(it)).toEqual([])
  expect(it.said.map(([event]) => event)).not.toContain('sweep.failed')
})
