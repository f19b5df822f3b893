/** A ring of keys in a file that only its owner may read: for one machine, with the store on SQLite. */
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { KEY_BYTES, type KeyRing, KeysUnavailable, unwrapWith, wrapWith } from './keyring.ts'

const KeyId = z.string().regex(/^[a-z0-9-]{1,64}$/)
const RingFile = z
  .object({
    schema: z.literal(1),
    current: KeyId,
    keys: z.record(KeyId, z.string().regex(/^[0-9a-f]{64}$/)),
  })
  .refine(({ current, keys }) => keys[current] !== undefined)
type RingFile = z.infer<typeof RingFile>

type Ring = { current: string; key: Buffer; keys: ReadonlyMap<string, Buffer>; seen: string }

const newId = (): string => `file-${randomBytes(8).toString('hex')}`
const newKey = (): string => randomBytes(KEY_BYTES).toString('hex')

/** The mode bits of Windows do not say who may read. */
const readableByOthers = (mode: number): boolean => process.platform !== 'win32' && (mode & 0o077) !== 0

/** A file that was changed or replaced has another one. */
const seenOf = ({ ino, ctimeMs, size }: Stats): string => `${ino} ${ctimeMs} ${size}`

/** Reads the file, from one and the same opened file all through. Errors say nothing of what is in it. */
function readRing(path: string): { file: RingFile; seen: string } {
  let opened: number
  try {
    opened = openSync(path, 'r')
  } catch {
    throw new KeysUnavailable('refused', 'the file with the keys is not there or cannot be read')
  }
  try {
    const stats = fstatSync(opened)
    if (readableByOthers(stats.mode)) {
      throw new KeysUnavailable('refused', 'the file with the keys can be read by others; make it mode 600')
    }
    const parsed = RingFile.safeParse(jsonOf(readFileSync(opened, 'utf8')))
    if (!parsed.success) throw new KeysUnavailable('refused', 'the file with the keys is damaged')
    return { file: parsed.data, seen: seenOf(stats) }
  } finally {
    closeSync(opened)
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // What JSON.parse says repeats a part of the text: here, of a key.
    return undefined
  }
}

function loadRing(path: string): Ring {
  const { file, seen } = readRing(path)
  const keys = new Map(Object.entries(file.keys).map(([id, hex]) => [id, Buffer.from(hex, 'hex')]))
  const key = keys.get(file.current)
  if (!key) throw new KeysUnavailable('refused', 'the file with the keys is damaged')
  return { current: file.current, key, keys, seen }
}

/** On the disk before it has its name: a key that is used and then not there has lost everything it wrapped. */
function writeRing(path: string, file: RingFile, place: (temporary: string) => void): void {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.new`
  try {
    const opened = openSync(temporary, 'wx', 0o600)
    try {
      writeFileSync(opened, `${JSON.stringify(file, undefined, 2)}\n`)
      fsyncSync(opened)
    } finally {
      closeSync(opened)
    }
    place(temporary)
  } finally {
    rmSync(temporary, { force: true })
  }
  syncFolder(dirname(path))
}

function syncFolder(folder: string): void {
  // Windows has no way to open a folder for this.
  if (process.platform === 'win32') return
  const opened = openSync(folder, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

function createRing(path: string): void {
  const id = newId()
  writeRing(path, { schema: 1, current: id, keys: { [id]: newKey() } }, (temporary) => {
    try {
      // A link, not a rename: of two programs that start at the same time, the second must not replace the first's.
      linkSync(temporary, path)
    } catch (error) {
      if (!existsSync(path)) throw error
    }
  })
}

/** Changes the file while nobody else does. */
function changeRing(path: string, change: (file: RingFile) => RingFile): void {
  const lock = `${path}.lock`
  try {
    closeSync(openSync(lock, 'wx', 0o600))
  } catch {
    throw new KeysUnavailable(
      'refused',
      'the file with the keys is being changed by another; when that was broken off, remove the .lock next to it',
    )
  }
  try {
    writeRing(path, change(readRing(path).file), (temporary) => renameSync(temporary, path))
  } finally {
    rmSync(lock, { force: true })
  }
}

/**
 * The ring in the file at `path` (JSON, mode 0600, in a folder that exists). Made when it is not there; with `create:
 * false` that is an error, for an installation that has documents already: these were wrapped by keys that a new file
 * does not have. A running program sees a key that was added at its next write, and when it meets one it does not know.
 * @throws KeysUnavailable when others may read the file, or it is damaged.
 */
export function fileKeyRing(path: string, { create = true }: { create?: boolean } = {}): KeyRing {
  if (create && !existsSync(path)) createRing(path)
  let ring = loadRing(path)

  /** Looks again where something changed. With the file gone nothing new is wrapped: a restart could not open it. */
  const fresh = (): Ring => {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (!stats || seenOf(stats) !== ring.seen) ring = loadRing(path)
    return ring
  }

  return {
    get current() {
      return ring.current
    },
    wrap: async (dataKey) => {
      const { current, key } = fresh()
      return wrapWith(current, key, dataKey)
    },
    unwrap: async ({ by, wrapped }) => {
      const key = ring.keys.get(by) ?? fresh().keys.get(by)
      return key && unwrapWith(by, key, wrapped)
    },
  }
}

/** Adds a key to the file, which wraps from then on. Gives its id. The first half of rotating; see `rotate`. */
export function addFileKey(path: string): string {
  const id = newId()
  changeRing(path, (file) => ({ ...file, current: id, keys: { ...file.keys, [id]: newKey() } }))
  return id
}

/**
 * Takes a key out of the file: what it still wraps is destroyed with it. Only after `rotate` has found nothing that is
 * wrapped by it. The current one stays.
 */
export function dropFileKey(path: string, id: string): void {
  changeRing(path, (file) => {
    if (file.current === id) throw new RangeError('The current key cannot be dropped: add a new one first.')
    const { [id]: _dropped, ...keys } = file.keys
    return { ...file, keys }
  })
}

/** The ids of the keys in the file: the one that wraps, and the older ones. @throws KeysUnavailable */
export function fileKeyIds(path: string): { current: string; older: string[] } {
  const { current, keys } = readRing(path).file
  return { current, older: Object.keys(keys).filter((id) => id !== current) }
}
