/** Load, decide, save: the one that comes second decides again, twice is once, and what failed can be asked again. */
import { describe, expect, test } from '@jest/globals'
import { isWorking } from '../../../services/agenda/entry.ts'
import type { Command, OfficerDeed, ReporterDeed } from '../../../services/signal/command.ts'
import {
  chatOp,
  consultationsEnough,
  handle,
  parseStored,
  readChat,
  readSignal,
  storedSignal,
  tombstoneDocument,
} from '../../../services/signal/handle.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import type { Actor } from '../../../services/signal/words.ts'
import type { Store } from '../../../services/store/port.ts'
import { MunicipalityId, SignalId } from '../../../services/words.ts'
import { emptyChat, instance, records } from '../../kit/chats.ts'
import { MemoryDisk, MemoryStore } from '../../kit/memoryStore.ts'
import {
  delivered,
  later,
  MARIEKE,
  NOW,
  officer,
  press,
  received,
  reporter,
  SECRET,
  standing,
  town,
} from '../../kit/signals.ts'

const by = officer(MARIEKE)
const note = (text: string) => ({ do: 'note', text }) as const
const enough = { do: 'chooseConsultation', choice: 'enough' } as const
const command = (actor: Actor, deed: OfficerDeed | ReporterDeed, id = press()): Command => ({
  ...deed,
  id,
  actor,
})

async function kept(record: SignalRecord) {
  const disk = new MemoryDisk()
  const store = new MemoryStore({ disk })
  await store.save([{ op: 'create', document: storedSignal(record, town) }])
  return { disk, store, it: instance(store), id: record.id }
}
const change = async (store: Store, record: SignalRecord, by: (record: SignalRecord) => SignalRecord) => {
  const found = await readSignal(store, town.id, record.id)
  if (!found || !('record' in found)) throw new Error('it stands')
  await store.save([{ op: 'replace', document: storedSignal(by(found.record), town), etag: found.etag }])
}
const month = (it: { store: Store }) => consultationsEnough(it.store, town.id, '2026-11')

describe('a command', () => {
  test('is one read and one save, and its answer can be marked without reading it again', async () => {
    const { store, it, id } = await kept(received())
    const before = { ...store.asked }
    const handled = await handle(it, id, command(by, { do: 'take' }))
    expect([store.asked.read - before.read, store.asked.save - before.save]).toEqual([1, 1])
    expect(handled).toMatchObject({
      done: 'saved',
      kept: { record: { state: 'inTriage', takenBy: MARIEKE } },
    })
    const stands = await readSignal(store, town.id, id)
    expect(stands).toEqual('kept' in handled ? handled.kept : undefined)
  })

  test('refused, it saves nothing and shows what stands', async () => {
    const record = received()
    const { store, it, id } = await kept(record)
    const saves = store.asked.save
    const handled = await handle(it, id, command(by, { do: 'close' }))
    expect(handled).toMatchObject({ done: 'refused', refusal: { refused: 'decideFirst' }, kept: { record } })
    expect(store.asked.save).toBe(saves)
  })

  test.each([
    ['that never was', SignalId.parse('00000000-0000-4000-8000-00000000abcd'), town],
    ['of another municipality', undefined, { ...town, id: MunicipalityId.parse('elders') }],
  ])('on a signal %s finds nothing', async (_name, other, municipality) => {
    const { it, id } = await kept(received())
    const handled = await handle({ ...it, municipality }, other ?? id, command(by, { do: 'take' }))
    expect(handled).toEqual({ done: 'unknown' })
  })

  test('twice is once, also when its first answer got lost', async () => {
    for (const fault of ['after', 'before'] as const) {
      const { disk, store, it, id } = await kept(received())
      const once = command(by, note('Een keer'))
      store.fail('save', fault)
      await expect(handle(it, id, once)).rejects.toMatchObject({ name: 'StoreUnavailable' })
      const again = await handle(it, id, once)
      expect(again.done).toBe(fault === 'after' ? 'refused' : 'saved')
      expect(records(disk)[0]?.notes).toHaveLength(1)
      const third = await handle(it, id, once)
      expect(third).toMatchObject({ done: 'refused', refusal: { refused: 'already' } })
    }
  })

  test('while the store is away says so, and changes nothing', async () => {
    const { disk, store, it, id } = await kept(received())
    const before = records(disk)
    store.fail('read', 'before')
    await expect(handle(it, id, command(by, { do: 'take' }))).rejects.toMatchObject({
      name: 'StoreUnavailable',
    })
    store.fail('save', 'before')
    await expect(handle(it, id, command(by, { do: 'take' }))).rejects.toMatchObject({
      name: 'StoreUnavailable',
    })
    expect(records(disk)).toEqual(before)
  })
})

describe('who comes second', () => {
  test('decides again on what the first one left: nothing of either is lost', async () => {
    const record = received()
    const { disk, store, it, id } = await kept(record)
    store.meanwhile = () =>
      change(new MemoryStore({ disk }), record, (r) => ({
        ...r,
        notes: [{ at: NOW, by: MARIEKE, text: 'Eerst' }],
      }))
    expect(await handle(it, id, command(by, note('Daarna')))).toMatchObject({ done: 'saved' })
    expect(records(disk)[0]?.notes.map((n) => n.text)).toEqual(['Eerst', 'Daarna'])
  })

  test('may find that it is refused now', async () => {
    const record = standing('signal', 'inTriage')
    const { disk, store, it, id } = await kept(record)
    const closed = (r: SignalRecord) => ({ ...r, state: 'closed' as const })
    store.meanwhile = () => change(new MemoryStore({ disk }), record, closed)
    const handled = await handle(it, id, command(by, note('Te laat')))
    expect(handled).toMatchObject({ done: 'refused', refusal: { refused: 'closed' } })
  })

  test('may find it gone', async () => {
    const { disk, store, it, id } = await kept(received())
    store.meanwhile = async () => disk.rows.clear()
    expect(await handle(it, id, command(by, note('Te laat')))).toEqual({ done: 'unknown' })
  })

  test('of fifty at once: each is kept, or told that it is busy, and none is half done', async () => {
    const { disk, it, id } = await kept(received())
    const all = await Promise.allSettled(
      Array.from({ length: 50 }, (_, n) => handle(it, id, command(by, note(`n${n}`)))),
    )
    const saved = all.filter((one) => one.status === 'fulfilled' && one.value.done === 'saved')
    const busy = all.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    for (const reason of busy) expect(reason).toMatchObject({ name: 'StoreUnavailable', reason: 'busy' })
    expect(records(disk)[0]?.notes).toHaveLength(saved.length)
    expect(records(disk)[0]?.revision).toBe(1 + saved.length)
    expect(saved.length).toBeGreaterThan(0)
  })
})

describe('sparren that was enough', () => {
  const asked = received({ kind: 'consultation' })

  test('leaves a count and a tombstone, and not a word', async () => {
    const { disk, it, id } = await kept(asked)
    const handled = await handle(it, id, command(reporter, enough))
    expect(handled).toMatchObject({ done: 'ended', kept: { tombstone: { id, gone: true } } })
    expect(await month(it)).toBe(1)
    expect(JSON.stringify([...disk.rows.values()])).not.toContain(SECRET)
    expect(await handle(it, id, command(by, { do: 'view' }))).toEqual({ done: 'unknown' })
    const stored = await readSignal(it.store, town.id, id)
    expect(stored).toEqual('kept' in handled ? handled.kept : undefined)
  })

  test('counts each, also when another ends in the same moment', async () => {
    const { disk, store, it, id } = await kept(asked)
    const other = received({ kind: 'consultation' })
    await store.save([{ op: 'create', document: storedSignal(other, town) }])
    const theirs = instance(new MemoryStore({ disk }))
    store.meanwhile = async () => {
      await handle(theirs, other.id, command(reporter, enough))
    }
    const handled = await handle(it, id, command(reporter, enough))
    expect(handled).toMatchObject({ done: 'ended', kept: { tombstone: { id } } })
    expect(await month(it)).toBe(2)
    expect(disk.all('signal').map(({ body }) => 'gone' in Object(body))).toEqual([true, true])
    const stored = await readSignal(it.store, town.id, id)
    expect(stored).toEqual('kept' in handled ? handled.kept : undefined)
  })

  test('ended by another in the same moment, it is counted once', async () => {
    const { disk, store, it, id } = await kept(asked)
    store.meanwhile = async () => {
      await handle(instance(new MemoryStore({ disk })), id, command(reporter, enough))
    }
    expect(await handle(it, id, command(reporter, enough))).toEqual({ done: 'unknown' })
    expect(await month(it)).toBe(1)
  })

  test('ended by another while the count was in the way, it is not counted again', async () => {
    const { disk, store, it, id } = await kept(asked)
    const other = received({ kind: 'consultation' })
    await store.save([{ op: 'create', document: storedSignal(other, town) }])
    const theirs = instance(new MemoryStore({ disk }))
    store.meanwhile = async () => {
      await handle(theirs, other.id, command(reporter, enough))
      store.meanwhileReading = async () => void (await handle(theirs, id, command(reporter, enough)))
    }
    await handle(it, id, command(reporter, enough))
    expect(await month(it)).toBe(2)
  })

  test('is counted in the month in which it ended', async () => {
    const { it, id } = await kept(asked)
    await handle({ ...it, now: () => later(8 * 86_400_000) }, id, command(reporter, enough))
    expect([await month(it), await consultationsEnough(it.store, town.id, '2026-12')]).toEqual([0, 1])
  })
})

describe('documents', () => {
  test('of a signal: open, however it is, and due as long as something is pending', () => {
    const record = received()
    expect(storedSignal(record, town)).toMatchObject({ kind: 'signal', open: true, dueAt: NOW })
    expect(storedSignal(delivered(record), town)).toMatchObject({ open: true, dueAt: null })
    const closed = standing('signal', 'closed')
    expect(storedSignal(closed, town)).toMatchObject({ open: true, dueAt: null })
    expect([isWorking(record), isWorking(closed)]).toEqual([true, false])
    const effects = record.effects.map((effect, n) => ({ ...effect, notBefore: later((n + 1) * 1_000) }))
    expect(storedSignal({ ...record, effects }, town).dueAt).toBe(later(1_000))
    const failed = effects.map((effect) => ({ ...effect, deadLetter: 'away' as const }))
    expect(storedSignal({ ...record, effects: failed }, town).dueAt).toBeNull()
  })

  test('of what an ended sparren leaves: open as every other, and due until it is gone itself', () => {
    const { id, reference } = received()
    const empty = {
      schema: 1,
      gone: true,
      municipality: town.id,
      id,
      reference,
      language: 'nl',
      alarms: [],
    } as const
    const document = tombstoneDocument({ ...empty, alarms: [], effects: [] }, town)
    expect(document.open).toBe(true)
    expect(document.dueAt && document.dueAt < NOW).toBe(true)
  })

  test('that were tampered with are not believed', () => {
    const record = received()
    for (const broken of [
      {},
      { ...record, state: 'secret' },
      { gone: true, id: record.id },
      null,
      'x',
      { ...record, effects: [{ kind: 'mail' }] },
    ]) {
      expect(() => parseStored(broken, 'e')).toThrow()
    }
    expect(parseStored(record, 'e')).toEqual({ record, etag: 'e' })
  })

  test('of a chat: none yet is an empty one; saved, it comes back; another municipality has its own', async () => {
    const store = new MemoryStore()
    const chat = emptyChat()
    expect(await readChat(store, town.id, chat.id)).toEqual({ chat, etag: undefined })
    await store.save([chatOp({ ...chat, greeted: true }, undefined, null)])
    expect(await readChat(store, town.id, chat.id)).toMatchObject({
      chat: { greeted: true },
      etag: expect.any(String),
    })
    const elsewhere = MunicipalityId.parse('elders')
    expect((await readChat(store, elsewhere, chat.id)).etag).toBeUndefined()
  })
})
