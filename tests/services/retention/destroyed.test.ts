/**
 * What was destroyed is gone: from the documents, the indexes and the bytes of the files, sealed or not. The store is
 * plain here, so that a word that stayed would be read.
 */
import { describe, expect, test } from '@jest/globals'
import { forgetReporter, forgetSignal } from '../../../bot/courier/erase.ts'
import { declared } from '../../../services/retention/ledger.ts'
import { remainsOf } from '../../../services/retention/proof.ts'
import { chatOp, handle, readSignal, storedSignal } from '../../../services/signal/handle.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import type { Op, Store } from '../../../services/store/port.ts'
import { openSqliteStore } from '../../../services/store/sqlite.ts'
import { wholeStore } from '../../../services/store/whole.ts'
import { codeDocument } from '../../../services/vault/codeEntry.ts'
import { drawKeys } from '../../../services/vault/seal.ts'
import { Reporter, vaultDocument } from '../../../services/vault/vault.ts'
import { CodeId } from '../../../services/words.ts'
import { MemoryStore } from '../../kit/memoryStore.ts'
import {
  decision,
  done,
  ids,
  later,
  MARIEKE,
  officer,
  press,
  received,
  setting,
  standing,
  town,
} from '../../kit/signals.ts'
import { bytes, files, openBehind, path, useFolder } from '../store/sqliteFile.ts'

useFolder()
const by = officer(MARIEKE)
const keys = drawKeys(Buffer.alloc(32, 7))
const WORD = 'kanarie-vijftig-mensen'
const who = new Reporter(
  { serviceUrl: 'https://teams.example', conversation: 'a:kanarie-gesprek', user: '29:kanarie-wie' },
  'Kanarie Naam',
)
const code = CodeId.parse('c'.repeat(64))
const LATER = later(400 * 86_400_000)

/** Words in every field that can hold them, and effects that never got out. */
function full(): SignalRecord {
  const start = received({ story: [{ at: setting().now, via: 'chat', text: WORD }] })
  const noted = done(done(start, by, { do: 'note', text: WORD }), by, { do: 'ask', text: WORD })
  const decided = done(
    noted,
    by,
    decision({ outcome: 'noAction', routes: [], safeReason: 'tooLittle', reason: WORD }),
  )
  const corrected = done(decided, by, { do: 'correct', passage: 'story.0', text: WORD, reason: WORD })
  return { ...corrected, code: { id: code, waiting: [] } }
}

/** The record with its vault entry, its code, and the chat that remembers it. */
async function kept(store: Store, record: SignalRecord): Promise<void> {
  const { vaultKey } = record
  if (!vaultKey) throw new Error('no vault key')
  const chatId = who.chat(town.id, keys)
  const chat = { schema: 1 as const, municipality: town.id, id: chatId, greeted: true, effects: [] }
  const sent = [{ signal: record.id, reference: record.reference, kind: record.kind, draft: record.id }]
  const ops: Op[] = [
    { op: 'create', document: storedSignal(record, town) },
    { op: 'create', document: vaultDocument(keys, town.id, vaultKey, who, 'confidential') },
    { op: 'create', document: codeDocument(town.id, code, record.id) },
    chatOp({ ...chat, sent }, undefined, null),
  ]
  expect((await store.save(ops)).saved).toBe(true)
}

const handling = (store: Store) => ({
  store,
  now: () => LATER,
  newId: ids(9),
  municipality: town,
  auditKey: keys.audit,
})

/** Approved by an officer, and everything that follows when its card is mended. */
async function destroy(store: Store, record: SignalRecord): Promise<void> {
  const handled = await handle(handling(store), record.id, { do: 'destroy', id: press(), actor: by })
  if (handled.done !== 'ended') throw new Error(`not destroyed: ${handled.done}`)
  await forgetSignal({ store, keys }, town, handled.kept.tombstone)
}

const namesOf = (record: SignalRecord): string[] => [
  record.id,
  record.reference,
  record.vaultKey ?? 'none',
  code,
]

describe('the proof', () => {
  test('finds every place in which something of it stands, and nothing when it was destroyed', async () => {
    const store = new MemoryStore()
    const record = full()
    await kept(store, record)
    const before = await remainsOf(store, town.id, namesOf(record))
    expect(new Set(before.map(({ kind }) => kind))).toEqual(new Set(['signal', 'chat', 'vault', 'code']))
    expect(before).toContainEqual({ kind: 'signal', how: 'listed' })
    await destroy(store, record)
    expect(await remainsOf(store, town.id, namesOf(record))).toEqual([])
  })

  test.each(['chat', 'vault', 'code', 'count'] as const)('sees one that was left in %s', async (kind) => {
    const store = new MemoryStore()
    const record = full()
    const document = {
      municipality: town.id,
      kind,
      id: 'left',
      body: { of: record.id },
      open: false,
      dueAt: null,
    }
    await store.save([{ op: 'create', document }])
    expect(await remainsOf(store, town.id, namesOf(record))).toEqual([{ kind, how: 'mentioned' }])
  })

  test('the declaration says the reference, the class, the days and who approved; not a word of what it was', async () => {
    const store = new MemoryStore()
    const record = full()
    await kept(store, record)
    await destroy(store, record)
    const lines = await declared(store, town.id, LATER.slice(0, 7))
    expect(lines).toEqual([
      {
        reference: record.reference,
        class: 'noAction',
        selection: '19.2',
        from: '2026-11-24',
        until: '2027-11-24',
        why: 'term',
        at: LATER,
        by: MARIEKE,
      },
    ])
  })

  test('broken off half-way and done again, it is declared once and nothing remains', async () => {
    const store = new MemoryStore()
    const record = full()
    await kept(store, record)
    const handled = await handle(handling(store), record.id, { do: 'destroy', id: press(), actor: by })
    if (handled.done !== 'ended') throw new Error('not destroyed')
    const { tombstone } = handled.kept
    expect(JSON.stringify(tombstone)).not.toContain(WORD)
    const stored = await readSignal(store, town.id, record.id)
    expect(JSON.stringify(stored)).not.toContain(WORD)
    await forgetSignal({ store, keys }, town, tombstone)
    await forgetSignal({ store, keys }, town, tombstone)
    expect(await declared(store, town.id, LATER.slice(0, 7))).toHaveLength(1)
    expect(await remainsOf(store, town.id, namesOf(record))).toEqual([])
  })

  test('whichever save fails, and however, doing it again finishes it', async () => {
    for (const fault of ['before', 'after'] as const) {
      for (const at of [0, 1, 2]) {
        const store = new MemoryStore()
        const record = full()
        await kept(store, record)
        const handled = await handle(handling(store), record.id, { do: 'destroy', id: press(), actor: by })
        if (handled.done !== 'ended') throw new Error('not destroyed')
        const { tombstone } = handled.kept
        store.fail('save', ...Array.from({ length: at }, () => undefined), fault)
        await forgetSignal({ store, keys }, town, tombstone).catch(() => undefined)
        // The faults that were not met are over.
        for (let tries = 0; tries < 3; tries += 1) {
          await forgetSignal({ store, keys }, town, tombstone).catch(() => undefined)
        }
        expect(await remainsOf(store, town.id, namesOf(record))).toEqual([])
        expect(await declared(store, town.id, LATER.slice(0, 7))).toHaveLength(1)
      }
    }
  })

  test('who it was, the chat, the code, the declaration and the signal itself go in one save', async () => {
    const store = new MemoryStore()
    const record = full()
    await kept(store, record)
    const handled = await handle(handling(store), record.id, { do: 'destroy', id: press(), actor: by })
    if (handled.done !== 'ended') throw new Error('not destroyed')
    const saves = store.asked.save
    await forgetSignal({ store, keys }, town, handled.kept.tombstone)
    expect(store.asked.save - saves).toBe(1)
    expect(await remainsOf(store, town.id, namesOf(record))).toEqual([])
  })

  test('of what is larger than one document every part goes, wherever it breaks off', async () => {
    for (const fault of ['before', 'after'] as const) {
      for (let at = 0; at < 5; at += 1) {
        const inner = new MemoryStore()
        const store = wholeStore(inner, { now: () => LATER })
        const large = { ...full(), notes: full().notes.flatMap((note) => Array(60).fill(note)) }
        const record = { ...large, notes: large.notes.map((note) => ({ ...note, text: WORD.repeat(1_500) })) }
        await kept(store, record)
        expect(inner.disk.all('part').length).toBeGreaterThan(3)
        inner.fail('save', ...Array.from({ length: at }, () => undefined), fault)
        // As an officer presses, and the round goes on: until nothing of it is left to do.
        for (let tries = 0; tries < 4; tries += 1) {
          const stands = await readSignal(store, town.id, record.id)
          if (!stands) break
          const command = { do: 'destroy', id: press(), actor: by } as const
          const ending =
            'record' in stands
              ? handle(handling(store), record.id, command)
              : forgetSignal({ store, keys }, town, stands.tombstone)
          await ending.catch(() => undefined)
        }
        expect(await remainsOf(store, town.id, namesOf(record))).toEqual([])
        expect(JSON.stringify([...inner.disk.rows.values()])).not.toContain(WORD)
        expect(await declared(store, town.id, LATER.slice(0, 7))).toHaveLength(1)
      }
    }
  })

  test('parts that a save left behind go before the tombstone does', async () => {
    const inner = new MemoryStore()
    const store = wholeStore(inner, { now: () => LATER })
    const record = full()
    await kept(store, record)
    const handled = await handle(handling(store), record.id, { do: 'destroy', id: press(), actor: by })
    if (handled.done !== 'ended') throw new Error('not destroyed')
    const id = `signal.${record.id}.10000000-0000-4000-8000-000000000001`
    const body = { schema: 1, at: LATER, text: WORD }
    const key = { municipality: town.id, kind: 'part' as const, id }
    await store.save([{ op: 'create', document: { ...key, body, open: false, dueAt: null } }])
    expect(await remainsOf(store, town.id, namesOf(record))).toContainEqual({
      kind: 'part',
      how: 'mentioned',
    })
    inner.fail('save', 'before')
    await expect(forgetSignal({ store, keys }, town, handled.kept.tombstone)).rejects.toMatchObject({
      name: 'StoreUnavailable',
    })
    // It is still known that it must go.
    expect(await readSignal(store, town.id, record.id)).toMatchObject({ tombstone: { id: record.id } })
    await forgetSignal({ store, keys }, town, handled.kept.tombstone)
    expect(await remainsOf(store, town.id, namesOf(record))).toEqual([])
  })

  test('the chat goes with the last of its signals, and stays as long as there is another', async () => {
    const store = new MemoryStore()
    const record = full()
    await kept(store, record)
    const key = { municipality: town.id, kind: 'chat' as const, id: who.chat(town.id, keys) }
    await destroy(store, record)
    expect(await store.read(key)).toBeUndefined()
  })

  test('what was still to be sent goes with it: only the card is mended', async () => {
    const store = new MemoryStore()
    const record = full()
    await kept(store, record)
    expect(record.effects.length).toBeGreaterThan(1)
    const handled = await handle(handling(store), record.id, { do: 'destroy', id: press(), actor: by })
    expect(handled.done === 'ended' && handled.kept.tombstone.effects.map(({ kind }) => kind)).toEqual([
      'doorbell',
    ])
  })
})

describe('the bytes of the files', () => {
  const secrets = (record: SignalRecord): string[] => [WORD, record.id, record.vaultKey ?? 'none', code]

  test('hold nothing of it after the -wal file was emptied: database, -wal and -shm', async () => {
    const store = openSqliteStore(path, { wipeAfterMs: 100_000 })
    const record = full()
    await kept(store, record)
    for (const secret of secrets(record)) expect(bytes()).toContain(secret)
    await destroy(store, record)
    const db = openBehind()
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    db.close()
    expect(files()).toHaveLength(3)
    for (const secret of secrets(record)) expect(bytes()).not.toContain(secret)
    expect(await remainsOf(store, town.id, namesOf(record))).toEqual([])
    await store.close()
    for (const secret of secrets(record)) expect(bytes()).not.toContain(secret)
    expect(bytes()).toContain('19.2')
  })

  test('hold nothing of the reporter when only that is forgotten', async () => {
    const store = openSqliteStore(path, { wipeAfterMs: 100_000 })
    const closed = standing('signal', 'closed')
    const record: SignalRecord = { ...closed, code: { id: code, waiting: [] } }
    await kept(store, record)
    const key = record.vaultKey ?? 'none'
    await forgetReporter({ store, keys }, town, record)
    const actor = { role: 'system' } as const
    const handled = await handle(handling(store), record.id, { do: 'forgetReporter', id: press(), actor })
    expect(handled.done).toBe('saved')
    await store.close()
    expect(bytes()).not.toContain(key)
    expect(bytes()).toContain(record.id)
    expect(await withStoreAgain((again) => remainsOf(again, town.id, [key]))).toEqual([])
  })
})

async function withStoreAgain<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = openSqliteStore(path)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
