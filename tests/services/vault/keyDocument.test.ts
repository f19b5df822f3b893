/** The document with the keys of a municipality: who may put what there, and how it is rotated. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { keepKeys, keyDocumentOf } from '../../../services/vault/keyDocument.ts'
import type { KeyRing } from '../../../services/vault/keyring.ts'
import { drawKeys } from '../../../services/vault/seal.ts'
import type { Layer } from '../../../services/vault/sealedStore.ts'
import { type KeyVault, startKeyVault } from '../../kit/keyVault.ts'
import { MemoryDisk } from '../../kit/memoryStore.ts'
import { bodyOf, HERE, THERE } from '../store/subject.ts'
import { type Clock, master, noteOf, outerOf, type Program, program, wrappedBy } from './layersKit.ts'

let vault: KeyVault
let outer: Readonly<Record<Layer, KeyRing>>
beforeAll(async () => {
  vault = await startKeyVault({ bits: 1024 })
  outer = await outerOf(vault)
})
afterAll(() => vault.stop())

let disk: MemoryDisk
let clock: Clock
let writer: Program
/** Another program, that remembers nothing yet. */
let reader: Program
beforeEach(async () => {
  disk = new MemoryDisk()
  clock = { ms: 0 }
  writer = program(outer, disk, clock)
  reader = program(outer, disk, clock)
  await writer.begin()
  vault.requests.length = 0
})
afterEach(async () => {
  await Promise.all([writer.layers.settled(), reader.layers.settled()])
  vault.faults.clear()
  vault.mayUnwrap = true
  vault.names.mayUnwrap = true
})

const ids = Array.from({ length: 40 }, (_, n) => `n${String(n).padStart(2, '0')}`)
const save = (it: Program, ...some: string[]) =>
  it.store.saveMany(some.map((id) => [{ op: 'create' as const, document: noteOf(id) }]))
const read = async (it: Program, id: string) => bodyOf(await it.store.read(noteOf(id)))
const textOf = (id: string) => ({ text: `Kanarie ${id}` })
const settled = async (it: Program) => it.layers.settled()
const OURS = /^documents-[0-9a-f]{16}$/

describe('the document with the keys', () => {
  const place = { municipality: HERE, layer: 'documents' as const }
  const keyDocument = async () => {
    const kept = await writer.inner.read(keyDocumentOf(place))
    if (!kept) throw new Error('There are no keys.')
    return kept
  }
  const put = async (body: unknown) => {
    const { document, etag } = await keyDocument()
    await writer.inner.save([{ op: 'replace', document: { ...document, body }, etag }])
  }

  test('is one, whoever starts at the same time', async () => {
    const fresh = new MemoryDisk()
    const all = Array.from({ length: 5 }, () => program(outer, fresh, clock))
    await Promise.all(all.map((one) => one.begin()))
    const currents = all.map((one) => one.layers.ringOf(HERE, 'documents').current)
    expect(new Set(currents).size).toBe(1)
    expect(currents[0]).toMatch(OURS)
    const [first, second] = all
    if (!first || !second) throw new Error('There are five.')
    await save(first, 'n00')
    expect(await read(second, 'n00')).toEqual(textOf('n00'))
  })

  test('holds nothing that opens by itself', async () => {
    const text = JSON.stringify((await keyDocument()).document)
    await save(writer, 'n00')
    const key = writer.layers.ringOf(HERE, 'documents').inMemory()
    if (!key) throw new Error('It is in memory.')
    for (const form of ['base64', 'base64url', 'hex'] as const)
      expect(text).not.toContain(key.wrap.toString(form))
  })

  test('with a key that somebody put there is not used: not for reading, and not for saving', async () => {
    // Whoever can write in the database and has the public key can wrap a key that they know.
    const known = await outer.documents.wrap(Buffer.alloc(32, 1))
    const made = { id: 'documents-0000000000000000', ...known }
    const op = keepKeys(drawKeys(Buffer.alloc(32, 8)), place, { current: made.id, keys: [made] })
    const { document } = op.op === 'delete' ? await keyDocument() : op
    const { check } = Object((await keyDocument()).document.body)
    await put({ ...Object(document.body), check })
    const late = program(outer, disk, clock)
    await late.layers.ringOf(HERE, 'documents').load()
    await save(late, 'n00')
    expect(await wrappedBy(late.inner, noteOf('n00'))).toMatch(/^signaalpunt\//)
    expect(late.told).toContain('key')
    // What was found is left as it is, for whoever looks into it.
    expect(Object((await keyDocument()).document.body).current).toBe(made.id)
  })

  test('of another municipality, or of another layer, is not used', async () => {
    await writer.layers.ringOf(THERE, 'documents').load()
    const others = [
      { municipality: THERE, layer: 'documents' as const },
      { municipality: HERE, layer: 'names' as const },
    ]
    await save(writer, 'n00')
    const before = (await keyDocument()).document.body
    for (const other of others) {
      const kept = await writer.inner.read(keyDocumentOf(other))
      expect(kept).toBeDefined()
      await put(kept?.document.body)
      const late = program(outer, disk, clock)
      await expect(read(late, 'n00')).rejects.toMatchObject({ name: 'Unreadable' })
      expect(late.told).toContain('key')
      await put(before)
    }
    expect(await read(program(outer, disk, clock), 'n00')).toEqual(textOf('n00'))
  })

  test('that is damaged loses nothing: it is told, and opens when it is put back', async () => {
    await save(writer, 'n00')
    const { document } = await keyDocument()
    await put({ schema: 1 })
    const late = program(outer, disk, clock)
    await late.begin()
    await expect(read(late, 'n00')).rejects.toMatchObject({ name: 'Unreadable' })
    await save(late, 'n01')
    expect(await read(late, 'n01')).toEqual(textOf('n01'))
    expect(late.told).toContain('key')
    await put(document.body)
    clock.ms += 10_000
    expect(await read(late, 'n00')).toEqual(textOf('n00'))
  })

  test('under another master key refuses the start, before anything is made', async () => {
    const other = program(outer, disk, clock, drawKeys(Buffer.alloc(32, 8)))
    const before = JSON.stringify([...disk.rows])
    await expect(other.begin()).rejects.toThrow(/^The keys cannot be used now \(refused\): VAULT_KEY [^\n]+$/)
    expect(JSON.stringify([...disk.rows])).toBe(before)
    await program(outer, disk, clock, master).begin()
  })
})

describe('rotating', () => {
  test('a new key is learned within a minute, and at once by an instance that meets it', async () => {
    await save(writer, 'n00')
    await read(reader, 'n00')
    const ring = writer.layers.ringOf(HERE, 'documents')
    const older = ring.current
    expect(await ring.renew()).toBe(1)
    await save(writer, 'n01')
    expect(await wrappedBy(writer.inner, noteOf('n01'))).toBe(ring.current)
    expect(await read(reader, 'n01')).toEqual(textOf('n01'))
    await settled(reader)
    await save(reader, 'n02')
    expect(await wrappedBy(writer.inner, noteOf('n02'))).toBe(ring.current)
    // An instance that met nothing of it wraps by the older one, for no longer than a minute.
    const [busy] = [program(outer, disk, clock)]
    await busy.begin()
    await ring.renew()
    await save(busy, 'n03')
    expect(await wrappedBy(writer.inner, noteOf('n03'))).not.toBe(ring.current)
    clock.ms += 60_000
    await save(busy, 'n04')
    expect(await wrappedBy(writer.inner, noteOf('n04'))).toMatch(/^signaalpunt\//)
    await settled(busy)
    await save(busy, 'n05')
    expect(await wrappedBy(writer.inner, noteOf('n05'))).toBe(ring.current)
    expect(older).not.toBe(ring.current)
  })

  test('dropped keys open nothing more, here at once and elsewhere within a minute', async () => {
    await save(writer, 'n00')
    await read(reader, 'n00')
    const ring = writer.layers.ringOf(HERE, 'documents')
    await ring.renew()
    expect(await ring.drop()).toBe(1)
    expect(await ring.drop()).toBe(0)
    await expect(read(writer, 'n00')).rejects.toMatchObject({ name: 'Unreadable' })
    clock.ms = 60_000
    await expect(read(reader, 'n00')).rejects.toMatchObject({ name: 'Unreadable' })
  })

  test('many documents of a key that was dropped are not as many requests', async () => {
    await save(writer, ...ids)
    const ring = writer.layers.ringOf(HERE, 'documents')
    await ring.renew()
    await ring.drop()
    const before = reader.inner.asked.read
    expect(await reader.store.list(HERE, 'signal', { open: true }, 100)).toEqual([])
    expect(reader.inner.asked.read - before).toBe(1)
  })

  test('wraps the older keys by the newest version too, so that the older version can go', async () => {
    await save(writer, 'n00')
    vault.addVersion()
    const fresh = await outerOf(vault)
    const other = program(fresh, disk, clock)
    await other.layers.ringOf(HERE, 'documents').renew()
    const [purged] = vault.versions.splice(-2, 1)
    expect(purged).toBeDefined()
    expect(await read(program(fresh, disk, clock), 'n00')).toEqual(textOf('n00'))
    outer = fresh
  })
})
