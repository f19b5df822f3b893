import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { openSqliteStore } from '../../../services/store/sqlite.ts'
import { storeContract } from './contract.ts'
import {
  folder,
  modes,
  openBehind,
  openSubject,
  path,
  startChild,
  useFolder,
  withStore,
} from './sqliteFile.ts'
import { at, create, documentOf, etagOf, HERE, KEY, SECRET } from './subject.ts'

useFolder()

storeContract('SQLite', { open: openSubject })

describe('SQLite: what is saved stays', () => {
  test('after it is opened again', async () => {
    const document = documentOf({ dueAt: at('2026-01-01T00:00:00Z') })
    const etag = await withStore(async (store) => etagOf(await store.save([{ op: 'create', document }])))
    await withStore(async (store) => {
      expect(await store.read(KEY)).toEqual({ document, etag })
      etagOf(await store.save([{ op: 'replace', document, etag }]))
    })
  })

  test('when the process is killed after save resolved, at any moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const child = startChild(`
        for (let n = 0; ; n += 1) {
          const id = 'r${round}n' + n
          await store.save([{ op: 'create', document: documentOf({ id }) }])
          await say(id)
          const [found] = await store.list(documentOf().municipality, 'signal', { open: true }, 1)
          await store.save([{ op: 'replace', document: { ...found.document, body: n }, etag: found.etag }])
        }
      `)
      while (child.lines.length < 5) await delay(5)
      await delay(Math.random() * 50)
      child.kill()
      await child.ended
      const said = [...child.lines]
      await withStore(async (store) => {
        const found = await store.list(HERE, 'signal', { open: true }, 100_000)
        const here = new Set(
          found.map(({ document }) => document.id).filter((id) => id.startsWith(`r${round}n`)),
        )
        expect(said.filter((id) => !here.has(id))).toEqual([])
        expect(here.size - said.length).toBeLessThanOrEqual(1)
      })
    }
  })

  test('when several processes open a new file and write to it at the same time', async () => {
    const children = Array.from({ length: 4 }, (_, child) =>
      startChild(`
        const key = { ...documentOf(), id: 'counter' }
        // On a busy machine one can wait for longer than it may: nothing of it was saved, and it asks again.
        const save = async (ops) => {
          for (;;) {
            try {
              return await store.save(ops)
            } catch (error) {
              if (error.reason !== 'busy' || error.unsure) throw error
            }
          }
        }
        await save([{ op: 'create', document: documentOf({ id: 'counter', body: 0 }) }])
        for (let done = 0; done < 50; ) {
          const { document, etag } = await store.read(key)
          const result = await save([
            { op: 'replace', document: { ...document, body: document.body + 1 }, etag },
            { op: 'create', document: documentOf({ id: 'c${child}n' + done }) },
          ])
          if (result.saved) done += 1
        }
        await store.close()
      `),
    )
    expect(await Promise.all(children.map(({ ended }) => ended))).toEqual([0, 0, 0, 0])
    await withStore(async (store) => {
      expect((await store.read({ ...KEY, id: 'counter' }))?.document.body).toBe(200)
      expect(await store.list(HERE, 'signal', { open: true }, 1000)).toHaveLength(201)
    })
  })

  test('in memory only until it is closed', async () => {
    const store = openSqliteStore(':memory:')
    await create(store)
    expect(await store.read(KEY)).toBeDefined()
    await store.ping()
    await store.close()
    expect(existsSync(':memory:')).toBe(false)
  })
})

describe('SQLite: the file', () => {
  test('and what stands next to it is for its owner only, whatever the umask', async () => {
    const umask = process.umask(0)
    try {
      const store = openSqliteStore(path)
      await create(store)
      expect(modes()).toEqual([0o600, 0o600, 0o600])
      await store.close()
    } finally {
      process.umask(umask)
    }
  })

  test('that others could read is made private when it is opened', async () => {
    await withStore(create)
    chmodSync(path, 0o644)
    const store = openSqliteStore(path)
    await create(store, { id: 'b' })
    expect(modes()).toEqual([0o600, 0o600, 0o600])
    await store.close()
  })

  test('of a newer program is left alone, with an error that says so', async () => {
    await withStore(create)
    const db = openBehind()
    db.exec('UPDATE schema_version SET version = 99')
    db.close()
    expect(() => openSqliteStore(path)).toThrow('The database has schema version 99; this program knows 1.')
  })

  test('that is no database, or stands in no folder, is not opened', () => {
    writeFileSync(path, `this is not a database, ${SECRET}`.repeat(100))
    expect(() => openSqliteStore(path)).toThrow(expect.objectContaining({ reason: 'refused' }))
    expect(() => openSqliteStore(join(folder, 'none', 'x.db'))).toThrow('refused')
  })

  test('that was taken away is noticed by ping', async () => {
    const store = openSqliteStore(path)
    await store.ping()
    renameSync(path, `${path}.elsewhere`)
    await expect(store.ping()).rejects.toMatchObject({ name: 'StoreUnavailable', reason: 'unreachable' })
    renameSync(`${path}.elsewhere`, path)
    await store.ping()
    await store.close()
  })
})

describe('SQLite: a document is damaged', () => {
  test.each(["body = '{'", "etag = ''", "due_at = '0000'", 'open = 2'])('by %s', async (change) => {
    const told: string[] = []
    const store = openSqliteStore(path, { onDamaged: (kind) => void told.push(kind) })
    await create(store, { id: 'damaged', dueAt: at('2026-01-01') })
    await create(store, { dueAt: at('2026-01-02') })
    const db = openBehind()
    db.exec(`UPDATE document SET ${change} WHERE id = 'damaged'`)
    db.close()
    const found = await store.list(HERE, 'signal', { dueBefore: at('2027-01-01') }, 10)
    expect([found.map(({ document }) => document.id), told]).toEqual([['a'], ['signal']])
    await expect(store.read({ ...KEY, id: 'damaged' })).rejects.toThrow('damaged')
    await store.close()
  })

  test('as a whole file: that is not left out of a list, the store is unavailable', async () => {
    await withStore((store) => create(store, { body: 'x'.repeat(100_000) }))
    const bytes = readFileSync(path)
    // The pages with the long body come last: opening does not meet them.
    writeFileSync(path, bytes.fill(0xff, 10 * 4096))
    const told: string[] = []
    const store = openSqliteStore(path, { onDamaged: (kind) => void told.push(kind) })
    await expect(store.list(HERE, 'signal', { open: true }, 10)).rejects.toMatchObject({ reason: 'refused' })
    expect(told).toEqual([])
    await store.close()
  })
})
