import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import type { Store } from '../../../services/store/port.ts'
import { openSqliteStore } from '../../../services/store/sqlite.ts'
import { bytes, files, openBehind, path, startChild, useFolder } from './sqliteFile.ts'
import { create, documentOf, etagOf, etagsOf, HERE, KEY } from './subject.ts'

useFolder()

describe('SQLite: what is deleted is gone', () => {
  const gone = 'WEG-uit-elk-bestand'
  const text = (word: string, times = 400): string => `${word} `.repeat(times)

  /** Writes text that is replaced and text that is deleted; says whether it was in the files at all. */
  const writeAndDelete = async (store: Store): Promise<boolean> => {
    const etag = await create(store, { body: text(gone) })
    await create(store, { id: 'b', body: text(gone, 3) })
    const wasThere = bytes().includes(gone)
    etagOf(await store.save([{ op: 'replace', document: documentOf({ body: text('blijft') }), etag }]))
    etagsOf(await store.save([{ op: 'delete', key: { ...KEY, id: 'b' } }]))
    return wasThere
  }

  test('from the database, -wal and -shm after close', async () => {
    const store = openSqliteStore(path, { wipeAfterMs: 100_000 })
    expect(await writeAndDelete(store)).toBe(true)
    expect(bytes()).toContain(gone)
    await store.close()
    expect(files()).toEqual([path])
    expect(bytes()).not.toContain(gone)
    expect(bytes()).toContain('blijft')
  })

  test('from the three files after a checkpoint, the store still open', async () => {
    const store = openSqliteStore(path, { wipeAfterMs: 100_000 })
    await writeAndDelete(store)
    const db = openBehind()
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    db.close()
    expect(files()).toHaveLength(3)
    expect(bytes()).not.toContain(gone)
    await store.close()
  })

  test('from the three files a moment later, by itself, also when a reader was in the way', async () => {
    const store = openSqliteStore(path, { wipeAfterMs: 20, busyTimeoutMs: 10 })
    await create(store, { id: 'other' })
    const reader = openBehind()
    reader.exec('BEGIN; SELECT count(*) FROM document')
    await writeAndDelete(store)
    await delay(100)
    expect(bytes()).toContain(gone)
    reader.exec('COMMIT')
    reader.close()
    for (let tries = 0; tries < 100 && bytes().includes(gone); tries += 1) await delay(20)
    expect(bytes()).not.toContain(gone)
    expect((await store.read(KEY))?.document.body).toBe(text('blijft'))
    await store.close()
  })

  test('from the three files although a list took less than there is', async () => {
    const store = openSqliteStore(path, { wipeAfterMs: 100_000 })
    await writeAndDelete(store)
    await create(store, { id: 'c' })
    expect(await store.list(HERE, 'signal', { open: true }, 1)).toHaveLength(1)
    const db = openBehind()
    expect(db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()).toMatchObject({ busy: 0 })
    db.close()
    expect(bytes()).not.toContain(gone)
    await store.close()
  })

  test('from the -wal file that a killed process left, after the next start', async () => {
    const child = startChild(`
      await store.save([{ op: 'create', document: documentOf({ body: ${JSON.stringify(text(gone))} }) }])
      await store.save([{ op: 'delete', key: documentOf() }])
      await say('done')
      setInterval(() => undefined, 1000)
    `)
    while (child.lines.length < 1) await delay(5)
    child.kill()
    await child.ended
    expect(bytes()).toContain(gone)
    const store = openSqliteStore(path, { wipeAfterMs: 20 })
    for (let tries = 0; tries < 100 && bytes().includes(gone); tries += 1) await delay(20)
    expect(bytes()).not.toContain(gone)
    await store.close()
  })

  test('from free and half-filled pages, after many writes in no order', async () => {
    const store = openSqliteStore(path)
    const live = new Map<string, { etag: string; mark: string }>()
    const next = (n: number): number => (n * 1_103_515_245 + 12_345) % 2_147_483_648
    let random = 42
    for (let n = 0; n < 1_500; n += 1) {
      random = next(random)
      const id = `id${random % 150}`
      const mark = `M${String(n).padStart(6, '0')}E`
      const document = documentOf({ id, body: mark.repeat(1 + (random % (n % 5 === 0 ? 900 : 60))) })
      const kept = live.get(id)
      if (kept === undefined) {
        live.set(id, { mark, etag: etagOf(await store.save([{ op: 'create', document }])) })
      } else if (n % 3 === 0) {
        etagsOf(await store.save([{ op: 'delete', key: { ...KEY, id } }]))
        live.delete(id)
      } else {
        const result = await store.save([{ op: 'replace', document, etag: kept.etag }])
        live.set(id, { mark, etag: etagOf(result) })
      }
    }
    await store.close()
    const found = new Set(Array.from(bytes().matchAll(/M\d{6}E/g), ([mark]) => mark))
    expect(found).toEqual(new Set(Array.from(live.values(), ({ mark }) => mark)))
  })
})
