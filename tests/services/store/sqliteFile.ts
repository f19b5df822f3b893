/** A database file for each case of the tests of one file, what stands in it, and who else uses it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
// biome-ignore lint/style/noRestrictedImports: damages, locks and reads the file behind the store's back
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach } from '@jest/globals'
import type { DocumentKind, Store } from '../../../services/store/port.ts'
import { openSqliteStore } from '../../../services/store/sqlite.ts'
import { documentOf, type Subject } from './subject.ts'

/** Those of the case that runs. */
export let folder: string
export let path: string

const children = new Set<ChildProcess>()

/** Gives each case a folder of its own. */
export const useFolder = (): void => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'store-'))
    path = join(folder, 'signaalpunt.db')
  })
  afterEach(() => {
    // A case that failed may have left one: it would keep the tests from ending.
    for (const child of children) child.kill('SIGKILL')
    children.clear()
    rmSync(folder, { recursive: true, force: true })
  })
}

/** The database itself, behind the back of the store: that of the case, or of a house. */
export const openBehind = (file: string = path): DatabaseSync => new DatabaseSync(file)

export const openSubject = async (): Promise<Subject> => {
  const told: DocumentKind[] = []
  const store = openSqliteStore(path, { onDamaged: (kind) => void told.push(kind) })
  return {
    store,
    another: async () => openSqliteStore(path),
    damage: async ({ municipality, kind, id }) => {
      const db = openBehind()
      db.prepare(
        'UPDATE document SET body = substr(body, 2) WHERE municipality = ? AND kind = ? AND id = ?',
      ).run(municipality, kind, id)
      db.close()
    },
    told,
    end: () => store.close(),
  }
}

export const files = (): string[] =>
  ['', '-wal', '-shm'].map((end) => path + end).filter((file) => existsSync(file))
export const modes = (): number[] => files().map((file) => statSync(file).mode & 0o777)
export const bytes = (): string =>
  files()
    .map((file) => readFileSync(file).toString('latin1'))
    .join('')
export const withStore = async <T>(work: (store: Store) => Promise<T>): Promise<T> => {
  const store = openSqliteStore(path)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** A process of its own with the store on the same file; `code` sees `store`, `documentOf` and `say`. */
export const startChild = (
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
  children.add(child)
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
