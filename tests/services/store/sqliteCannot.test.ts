import { describe, expect, test } from '@jest/globals'
import { openSqliteStore } from '../../../services/store/sqlite.ts'
import { openBehind, path, startChild, useFolder, withStore } from './sqliteFile.ts'
import { create, documentOf, HERE, KEY, SECRET } from './subject.ts'

useFolder()

describe('SQLite: when it cannot', () => {
  test('because another process writes, it is busy, and goes on when that is over', async () => {
    const store = openSqliteStore(path, { busyTimeoutMs: 30 })
    await create(store)
    const other = openBehind()
    other.exec('BEGIN IMMEDIATE')
    const save = () => store.save([{ op: 'create', document: documentOf({ id: 'b' }) }])
    await expect(save()).rejects.toMatchObject({ name: 'StoreUnavailable', reason: 'busy' })
    expect((await store.read(KEY))?.document.id).toBe('a')
    other.exec('ROLLBACK')
    other.close()
    expect(await save()).toMatchObject({ saved: true })
    await store.close()
  })

  test('because the disk does not take it, nothing of the step is saved, smaller steps are', async () => {
    // A limit on the size of a file stands in for a disk that gives up; 512 or 1024 bytes each, by shell.
    const child = startChild(
      `
      await store.save([{ op: 'create', document: documentOf({ id: 'small' }) }])
      const big = documentOf({ id: 'big', body: 'x'.repeat(3_000_000) })
      const create = (document) => [{ op: 'create', document }]
      const saving = store.saveMany([create(documentOf({ id: 'with' })), create(big)])
      await say(await saving.then(() => 'saved', ({ name, reason }) => name + ' ' + reason))
      const after = await store.save([{ op: 'create', document: documentOf({ id: 'after' }) }])
      await say(String(after.saved))
      await store.close()
    `,
      'ulimit -f 1000;',
    )
    expect(await child.ended).toBe(0)
    expect(child.lines).toEqual(['StoreUnavailable unreachable', 'true'])
    await withStore(async (store) => {
      const found = await store.list(HERE, 'signal', { open: true }, 10)
      expect(found.map(({ document }) => document.id)).toEqual(['after', 'small'])
    })
  })

  test('because the database itself objects, nothing is kept and no transaction stays open', async () => {
    const store = openSqliteStore(path)
    const db = openBehind()
    db.exec(
      `CREATE TRIGGER no BEFORE INSERT ON document WHEN NEW.id = 'bad' BEGIN SELECT RAISE(FAIL, 'no'); END`,
    )
    const groups = ['a', 'bad', 'c'].map((id) => [{ op: 'create', document: documentOf({ id }) }] as const)
    await expect(store.saveMany(groups)).rejects.toThrow('no')
    db.exec('DROP TRIGGER no')
    db.close()
    expect(await store.list(HERE, 'signal', { open: true }, 10)).toEqual([])
    expect(await store.saveMany(groups)).toMatchObject([{ saved: true }, { saved: true }, { saved: true }])
    await store.close()
  })

  test('its errors carry nothing of what was written', async () => {
    const store = openSqliteStore(path, { busyTimeoutMs: 1 })
    const other = openBehind()
    other.exec('BEGIN IMMEDIATE')
    const error: unknown = await create(store, { id: SECRET }).catch((caught: unknown) => caught)
    const shown = JSON.stringify(error, Object.getOwnPropertyNames(error))
    expect(shown).toContain('StoreUnavailable')
    expect(shown).not.toContain('GEHEIM')
    other.close()
    await store.close()
  })
})
