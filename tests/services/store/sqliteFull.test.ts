import { readFileSync, statSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Store } from '../../../services/store/port.ts'
import { holdSqlite, openSqliteStore } from '../../../services/store/sqlite.ts'
import { fillDisk, readOnly, watchConnections } from './fullDisk.ts'
import { bytes, folder, openBehind, path, startChild, useFolder, withStore } from './sqliteFile.ts'
import { create, documentOf, HERE, KEY, SECRET } from './subject.ts'

useFolder()

let watched: ReturnType<typeof watchConnections>
beforeEach(() => {
  watched = watchConnections()
})
afterEach(() => watched.end())

const connection = () => watched.of(folder, 'signaalpunt.db')
const FULL = { name: 'StoreUnavailable', reason: 'full' }
const idsIn = async (store: Store) =>
  (await store.list(HERE, 'signal', { open: true }, 10)).map(({ document }) => document.id)

describe('SQLite: a disk that is full', () => {
  test('refuses what is new and what is changed, shows what it has, says so, and takes it when there is room', async () => {
    const store = openSqliteStore(path)
    const etag = await create(store)
    await store.ping()
    const roomAgain = fillDisk(connection())
    const another = [{ op: 'create', document: documentOf({ id: 'b' }) }] as const
    const changed = [{ op: 'replace', document: documentOf({ body: 'anders' }), etag }] as const
    await expect(store.save(another)).rejects.toMatchObject(FULL)
    await expect(store.saveMany([another, changed])).rejects.toMatchObject(FULL)
    // Whoever asks how it stands hears it, also when nobody saves any more.
    await expect(store.ping()).rejects.toMatchObject(FULL)
    expect((await store.read(KEY))?.document.body).toEqual(documentOf().body)
    expect(await idsIn(store)).toEqual(['a'])
    roomAgain()
    await store.ping()
    expect(await store.saveMany([another, changed])).toMatchObject([{ saved: true }, { saved: true }])
    await store.close()
    // What asking tried to write is gone again.
    await withStore(async (later) => {
      expect(await idsIn(later)).toEqual(['a', 'b'])
      expect(await later.list(documentOf().municipality, 'counter', { after: '' }, 10)).toEqual([])
    })
    const db = openBehind()
    expect(db.prepare('SELECT count(*) AS documents FROM document').get()).toEqual({ documents: 2 })
    db.close()
  })

  test('asking how it stands writes nothing while saving goes well', async () => {
    const store = openSqliteStore(path, { wipeAfterMs: 600_000 })
    await create(store)
    const written = () => readFileSync(`${path}-wal`).toString('base64')
    const before = written()
    for (let asked = 0; asked < 3; asked += 1) await store.ping()
    expect(written() === before).toBe(true)
    await store.close()
  })

  test('a database that may only be read is no store, and its answer carries nothing of what was written', async () => {
    const store = openSqliteStore(path)
    const writable = readOnly(connection())
    const error: unknown = await create(store, { id: SECRET }).catch((caught: unknown) => caught)
    expect(error).toMatchObject({ name: 'StoreUnavailable', reason: 'refused' })
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('GEHEIM')
    await expect(store.ping()).rejects.toMatchObject({ name: 'StoreUnavailable' })
    writable()
    await store.ping()
    await create(store)
    await store.close()
  })
})

describe('SQLite: a -wal file that cannot be emptied, as somebody reads an old state', () => {
  test('holds up nobody, and is emptied when that is over', async () => {
    const store = openSqliteStore(path, { busyTimeoutMs: 600_000, wipeAfterMs: 1 })
    await create(store)
    const other = openBehind()
    other.exec('BEGIN')
    other.prepare('SELECT * FROM document').get()
    await store.save([{ op: 'delete', key: KEY }])
    // A few rounds of emptying pass. Were the reader waited for, this would take ten minutes.
    for (let round = 0; round < 10; round += 1) await new Promise((resolve) => setTimeout(resolve, 10))
    await create(store, { id: 'b', body: {} })
    expect(bytes().includes('GEHEIM')).toBe(true)
    other.exec('COMMIT')
    other.close()
    while (bytes().includes('GEHEIM')) await new Promise((resolve) => setTimeout(resolve, 10))
    expect(await idsIn(store)).toEqual(['b'])
    await store.close()
  })
})

describe('SQLite: a file for one process', () => {
  test('stays its own while it lives, and is free when it is killed', async () => {
    const module = new URL('../../../services/store/sqlite.ts', import.meta.url).href
    const child = startChild(`
      const { holdSqlite } = await import(${JSON.stringify(module)})
      await say(holdSqlite(${JSON.stringify(path)}) ? 'held' : 'not held')
      setInterval(() => undefined, 1_000)
    `)
    while (child.lines.length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
    expect(child.lines).toEqual(['held'])
    expect(holdSqlite(path)).toBeUndefined()
    expect(statSync(`${path}.lock`).mode & 0o777).toBe(0o600)
    child.kill()
    await child.ended
    const release = holdSqlite(path)
    expect(release).toBeDefined()
    release?.()
  })
})
