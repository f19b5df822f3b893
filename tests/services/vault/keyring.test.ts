import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { addFileKey, dropFileKey, fileKeyRing } from '../../../services/vault/fileKeyRing.ts'
import { type KeyRing, staticKeyRing, type Wrapped } from '../../../services/vault/keyring.ts'

const run = promisify(execFile)
const dataKey = Buffer.alloc(32, 7)
const refused = { name: 'KeysUnavailable', reason: 'refused' }

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'))
  path = join(folder, 'keys.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The same with one sign of the sealed part changed. */
const changed = (it: Wrapped): Wrapped => {
  const at = it.wrapped.length - 5
  const sign = it.wrapped[at] === 'A' ? 'B' : 'A'
  return { ...it, wrapped: it.wrapped.slice(0, at) + sign + it.wrapped.slice(at + 1) }
}

describe.each<[string, () => KeyRing]>([
  ['static', () => staticKeyRing(Buffer.alloc(32, 1))],
  ['file', () => fileKeyRing(path)],
])('the %s key ring', (_, open) => {
  test('gives back what it wrapped, also after it was opened again', async () => {
    const ring = open()
    const wrapped = await ring.wrap(dataKey)
    expect(wrapped.by).toBe(ring.current)
    expect(await ring.unwrap(wrapped)).toEqual(dataKey)
    expect(await open().unwrap(wrapped)).toEqual(dataKey)
  })

  test('never wraps the same way twice, and shows nothing of the key', async () => {
    const ring = open()
    const made = await Promise.all(Array.from({ length: 20 }, () => ring.wrap(dataKey)))
    expect(new Set(made.map(({ wrapped }) => wrapped)).size).toBe(20)
    for (const form of ['base64', 'base64url', 'hex'] as const) {
      expect(JSON.stringify(made)).not.toContain(dataKey.toString(form))
    }
  })

  test('gives nothing for what was changed, or is of another key', async () => {
    const ring = open()
    const wrapped = await ring.wrap(dataKey)
    expect(await ring.unwrap(changed(wrapped))).toBeUndefined()
    expect(await ring.unwrap({ ...wrapped, by: 'file-0000000000000000' })).toBeUndefined()
    expect(await ring.unwrap({ ...wrapped, by: '__proto__' })).toBeUndefined()
    expect(await ring.unwrap({ ...wrapped, wrapped: '' })).toBeUndefined()
    expect(await staticKeyRing(Buffer.alloc(32, 2)).unwrap(wrapped)).toBeUndefined()
  })
})

describe('the static key ring', () => {
  test('opens with older keys what they wrapped, and wraps with the first', async () => {
    const old = staticKeyRing(Buffer.alloc(32, 1))
    const both = staticKeyRing(Buffer.alloc(32, 2), [Buffer.alloc(32, 1)])
    expect(await both.unwrap(await old.wrap(dataKey))).toEqual(dataKey)
    expect(both.current).toBe(staticKeyRing(Buffer.alloc(32, 2)).current)
    expect(await old.unwrap(await both.wrap(dataKey))).toBeUndefined()
  })

  test('does not take one key for another by giving its id', async () => {
    const both = staticKeyRing(Buffer.alloc(32, 2), [Buffer.alloc(32, 1)])
    const wrapped = await both.wrap(dataKey)
    expect(await both.unwrap({ ...wrapped, by: staticKeyRing(Buffer.alloc(32, 1)).current })).toBeUndefined()
  })

  test('refuses a key of another length', () => {
    expect(() => staticKeyRing(Buffer.alloc(16))).toThrow(RangeError)
    expect(() => staticKeyRing(Buffer.alloc(32), [Buffer.alloc(31)])).toThrow(RangeError)
  })
})

describe('the file of keys', () => {
  test('is made for its owner only, whatever the umask, and leaves nothing else behind', async () => {
    const umask = process.umask(0)
    try {
      fileKeyRing(path)
      addFileKey(path)
    } finally {
      process.umask(umask)
    }
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['keys.json'])
  })

  test('is not made when there must be one', () => {
    expect(() => fileKeyRing(path, { create: false })).toThrow(expect.objectContaining(refused))
    expect(existsSync(path)).toBe(false)
  })

  test.each([0o644, 0o640, 0o602, 0o660])('is refused with mode %o', (mode) => {
    fileKeyRing(path)
    chmodSync(path, mode)
    expect(() => fileKeyRing(path)).toThrow(expect.objectContaining(refused))
    expect(() => addFileKey(path)).toThrow(expect.objectContaining(refused))
  })

  test.each([
    ['no JSON', (text: string) => text.slice(1)],
    ['no current key', (text: string) => text.replace(/"current": "[^"]+"/, '"current": "file-1"')],
    ['a short key', (text: string) => text.replace(/[0-9a-f]{64}/, 'abcdef')],
    ['another schema', (text: string) => text.replace('"schema": 1', '"schema": 2')],
  ])('is refused with %s, and the error says nothing of what is in it', (_, damage) => {
    fileKeyRing(path)
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, damage(text))
    const hex = /[0-9a-f]{64}/.exec(text)?.[0] ?? 'none'
    let message = ''
    try {
      fileKeyRing(path)
    } catch (error) {
      message = String(error)
    }
    expect(message).toMatch(/^KeysUnavailable: /)
    expect(message).not.toContain(hex.slice(0, 8))
  })

  test('is one and the same for programs that start together', async () => {
    const module = new URL('../../../services/vault/fileKeyRing.ts', import.meta.url).href
    const go = Date.now() + 2_000
    const script = `
      import { fileKeyRing } from ${JSON.stringify(module)}
      while (Date.now() < ${go}) {}
      process.stdout.write(fileKeyRing(${JSON.stringify(path)}).current)
    `
    const options = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script]
    const said = await Promise.all(
      Array.from({ length: 3 }, async () => (await run(process.execPath, options)).stdout),
    )
    expect(said).toEqual(Array.from({ length: 3 }, () => fileKeyRing(path).current))
    expect(readdirSync(folder)).toEqual(['keys.json'])
  })

  test('gets a new key that a running ring wraps with from its next write', async () => {
    const running = fileKeyRing(path)
    const before = await running.wrap(dataKey)
    const id = addFileKey(path)
    expect(id).not.toBe(before.by)
    // Written by another program that was started after.
    expect(await running.unwrap(await fileKeyRing(path).wrap(dataKey))).toEqual(dataKey)
    expect((await running.wrap(dataKey)).by).toBe(id)
    expect(running.current).toBe(id)
    expect(await running.unwrap(before)).toEqual(dataKey)
  })

  test('loses a key that is dropped, and what it wrapped with it; never the current one', async () => {
    const before = await fileKeyRing(path).wrap(dataKey)
    const id = addFileKey(path)
    expect(() => dropFileKey(path, id)).toThrow(RangeError)
    dropFileKey(path, before.by)
    expect(await fileKeyRing(path).unwrap(before)).toBeUndefined()
    expect(readFileSync(path, 'utf8')).not.toContain(before.by)
    expect(readdirSync(folder)).toEqual(['keys.json'])
  })

  test('is not changed by two at the same time', () => {
    fileKeyRing(path)
    const text = readFileSync(path, 'utf8')
    writeFileSync(`${path}.lock`, '')
    expect(() => addFileKey(path)).toThrow(/\.lock/)
    expect(readFileSync(path, 'utf8')).toBe(text)
  })

  test('that was taken away or opened to others wraps nothing more, but opens what is known', async () => {
    const ring = fileKeyRing(path)
    const wrapped = await ring.wrap(dataKey)
    chmodSync(path, 0o644)
    await expect(ring.wrap(dataKey)).rejects.toMatchObject(refused)
    rmSync(path)
    await expect(ring.wrap(dataKey)).rejects.toMatchObject(refused)
    expect(await ring.unwrap(wrapped)).toEqual(dataKey)
    await expect(
      ring.unwrap({ ...wrapped, by: `file-${randomBytes(8).toString('hex')}` }),
    ).rejects.toMatchObject(refused)
  })
})
