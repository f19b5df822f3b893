import { spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
// biome-ignore lint/style/noRestrictedImports: damages, locks and reads the file behind the store's back
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Store } from '../../../services/store/port.ts'
import { openSqliteStore } from '../../../services/store/sqlite.ts'
import {
  at,
  create,
  documentOf,
  etagOf,
  etagsOf,
  HERE,
  SECRET,
  type Subject,
  storeContract,
} from './contract.ts'

let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'))
  path = join(folder, 'signaalpunt.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const openSubject = async (): Promise<Subject> => {
  const store = openSqliteStore(path)
  return {
    store,
    another: async () => openSqliteStore(path),
    damage: async ({ municipality, kind, id }) => {
      const db = new DatabaseSync(path)
      db.prepare(
        'UPDATE document SET body = substr(body, 2) WHERE municipality = ? AND kind = ? AND id = ?',
      ).run(municipality, kind, id)
      db.close()
    },
    end: () => store.close(),
  }
}

storeContract('SQLite', { undoesAFailedSave: true, open: openSubject })

const KEY = { municipality: HERE, kind: 'signal', id: 'a' } as const
const files = (): string[] => ['', '-wal', '-shm'].map((end) => path + end).filter((file) => existsSync(file))
const modes = (): number[] => files().map((file) => statSync(file).mode & 0o777)
const bytes = (): string =>
  files()
    .map((file) => readFileSync(file).toString('latin1'))
    .join('')
const withStore = async <T>(work: (store: Store) => Promise<T>): Promise<T> => {
  const store = openSqliteStore(path)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** A process of its own with the store on the same file; `code` sees `store`, `documentOf` and `say`. */
const startChild = (
  code: string,
  before = '',
): { lines: string[]; kill: () => void; ended: Promise<number | null> } => {
  const module = new URL('../../../services/store/sqlite.ts', import.meta.url).href
  const script = `
    import { openSqliteStore } from ${JSON.stringify(module)}
    const store = openSqliteStore(${JSON.stringify(path)})
    const documentOf = (fields) => ({ ...${JSON.stringify(documentOf())}, ...fields })
    const say = (text) => new Promise((done) => process.stdout.write(text + '\\n', done))
    ${code}
  `
  const command = `${before} exec "$0" --disable-warning=ExperimentalWarning --input-type=module -e "$1"`
  const child = spawn('sh', ['-c', command, process.execPath, script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {},
  })
  const lines: string[] = []
  let rest = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts)
  })
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (code) => resolve(code))
  })
  return { lines, kill: () => void child.kill('SIGKILL'), ended }
}

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
        await store.save([{ op: 'create', document: documentOf({ id: 'counter', body: 0 }) }])
        for (let done = 0; done < 50; ) {
          const { document, etag } = await store.read(key)
          const result = await store.save([
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
    const db = new DatabaseSync(path)
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    db.close()
    expect(files()).toHaveLength(3)
    expect(bytes()).not.toContain(gone)
    await store.close()
  })

  test('from the three files a moment later, by itself, also when a reader was in the way', async () => {
    const store = openSqliteStore(path, { wipeAfterMs: 20, busyTimeoutMs: 10 })
    await create(store, { id: 'other' })
    const reader = new DatabaseSync(path)
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
    const db = new DatabaseSync(path)
    db.exec('UPDATE schema_version SET version = 99')
    db.close()
    expect(() => openSqliteStore(path)).toThrow('The database has schema version 99; this program knows 1.')
  })

  test('that is no database, or stands in no folder, is not opened', () => {
    writeFileSync(path, `this is not a database, ${SECRET}`.repeat(100))
    expect(() => openSqliteStore(path)).toThrow(expect.objectContaining({ reason: 'refused' }))
    expect(() => openSqliteStore(join(folder, 'none', 'x.db'))).toThrow(/ENOENT/)
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

describe('SQLite: when it cannot', () => {
  test('because another process writes, it is busy, and goes on when that is over', async () => {
    const store = openSqliteStore(path, { busyTimeoutMs: 30 })
    await create(store)
    const other = new DatabaseSync(path)
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
    const db = new DatabaseSync(path)
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
    const other = new DatabaseSync(path)
    other.exec('BEGIN IMMEDIATE')
    const error: unknown = await create(store, { id: SECRET }).catch((caught: unknown) => caught)
    const shown = JSON.stringify(error, Object.getOwnPropertyNames(error))
    expect(shown).toContain('StoreUnavailable')
    expect(shown).not.toContain('GEHEIM')
    other.close()
    await store.close()
  })
})
