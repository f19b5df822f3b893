/** The key of a municipality, counted at the wire of Key Vault, by a clock that is moved by hand. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { type KeyRing, staticKeyRing } from '../../../services/vault/keyring.ts'
import { MOST_OWED } from '../../../services/vault/layeredKeys.ts'
import { RewrapLater } from '../../../services/vault/rewrap.ts'
import type { Layer } from '../../../services/vault/sealedStore.ts'
import { type KeyVault, keyVaultCalls, keyVaultError, startKeyVault } from '../../kit/keyVault.ts'
import { MemoryDisk } from '../../kit/memoryStore.ts'
import { bodyOf, HERE, idsOf } from '../store/subject.ts'
import { type Clock, noteOf, outerOf, type Program, program, unwraps, wrappedBy } from './layersKit.ts'

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
const away = (status = 503) => ({
  kind: 'answer' as const,
  reply: keyVaultError(status, 'ServiceUnavailable', 'busy', 60),
})
const forever = Number.POSITIVE_INFINITY

describe('reading', () => {
  test('any number of documents costs one request to Key Vault', async () => {
    await save(writer, ...ids)
    expect(unwraps(vault)).toBe(0)
    expect(idsOf(await reader.store.list(HERE, 'signal', { open: true }, 100))).toEqual(ids)
    await Promise.all(ids.map((id) => read(reader, id)))
    expect(unwraps(vault)).toBe(1)
    expect(vault.requests).toHaveLength(1)
    clock.ms = 30_000
    for (const id of ids) expect(await read(reader, id)).toEqual(textOf(id))
    expect(unwraps(vault)).toBe(1)
    expect(await wrappedBy(disk && writer.inner, noteOf('n00'))).toMatch(OURS)
  })

  test('and saving beside each other, both without the key, ask for it once', async () => {
    await save(writer, ...ids)
    let gate: Promise<unknown> = Promise.resolve()
    let asked = 0
    const it = program(
      await outerOf(vault, () => {
        asked += 1
        return gate
      }),
      disk,
      clock,
    )
    vault.requests.length = 0
    asked = 0
    let open = (): void => undefined
    gate = new Promise<void>((resolve) => {
      open = resolve
    })
    const reading = Promise.all(ids.map((id) => read(it, id)))
    while (asked === 0) await new Promise((resolve) => setImmediate(resolve))
    // Its key is being asked for; a save does not wait for that, and does not ask once more.
    await save(it, 'new')
    open()
    expect(await reading).toEqual(ids.map(textOf))
    await settled(it)
    expect(unwraps(vault)).toBe(1)
  })

  test('goes on without waiting while the key is used: it is renewed before its minute is over', async () => {
    await save(writer, ...ids)
    let gate: Promise<unknown> = Promise.resolve()
    let open = (): void => undefined
    const gated = await outerOf(vault, () => gate)
    const it = program(gated, disk, clock)
    await read(it, 'n00')
    vault.requests.length = 0
    for (clock.ms = 10_000; clock.ms < 300_000; clock.ms += 10_000) {
      // Key Vault gives no answer until the gate is open: whatever had to wait for one would wait for ever.
      gate = new Promise<void>((resolve) => {
        open = resolve
      })
      expect(await read(it, 'n01')).toEqual(textOf('n01'))
      open()
      await settled(it)
    }
    // Less often than twice a minute, however much is read.
    expect(unwraps(vault)).toBeGreaterThanOrEqual(4)
    expect(unwraps(vault)).toBeLessThanOrEqual(6)
  })

  test('goes on through a short absence of Key Vault, and no longer than a minute', async () => {
    await save(writer, 'n00')
    await read(reader, 'n00')
    vault.faults.next(forever, keyVaultCalls.any, away())
    clock.ms = 59_999
    expect(await read(reader, 'n00')).toEqual(textOf('n00'))
    await settled(reader)
    clock.ms = 60_000
    await expect(read(reader, 'n00')).rejects.toMatchObject({
      name: 'StoreUnavailable',
      reason: 'unreachable',
    })
    await expect(reader.store.list(HERE, 'signal', { open: true }, 1)).rejects.toThrow()
    expect(reader.told).toEqual([])
    vault.faults.clear()
    expect(await read(reader, 'n00')).toEqual(textOf('n00'))
  })

  test.each([429, 500, 503])('%i at the renewal is tried again within the minute', async (status) => {
    await save(writer, 'n00')
    await read(reader, 'n00')
    vault.faults.next(1, keyVaultCalls.unwrap, away(status))
    for (const at of [46_000, 52_000]) {
      clock.ms = at
      expect(await read(reader, 'n00')).toEqual(textOf('n00'))
      await settled(reader)
    }
    vault.faults.next(forever, keyVaultCalls.any, away())
    clock.ms = 90_000
    expect(await read(reader, 'n00')).toEqual(textOf('n00'))
  })

  test('taking our access away works within a minute, however busy it is', async () => {
    await save(writer, 'n00')
    await read(reader, 'n00')
    vault.mayUnwrap = false
    clock.ms = 40_000
    expect(await read(reader, 'n00')).toEqual(textOf('n00'))
    // The renewal is refused, and from then on nothing opens.
    clock.ms = 46_000
    await read(reader, 'n00')
    await settled(reader)
    await expect(read(reader, 'n00')).rejects.toMatchObject({ name: 'StoreUnavailable', reason: 'refused' })
    vault.mayUnwrap = true
    expect(await read(reader, 'n00')).toEqual(textOf('n00'))
  })

  test('taking it away works when nothing was read meanwhile, too', async () => {
    await save(writer, 'n00')
    await read(reader, 'n00')
    vault.mayUnwrap = false
    clock.ms = 60_000
    await expect(read(reader, 'n00')).rejects.toMatchObject({ name: 'StoreUnavailable', reason: 'refused' })
  })

  test('nothing of a key stays in memory for longer, also when nobody asks for it', async () => {
    jest.useFakeTimers()
    try {
      const ring = staticKeyRing(Buffer.alloc(32, 1))
      const it = program({ documents: ring, names: ring }, new MemoryDisk(), clock)
      await it.begin()
      const held = it.layers.ringOf(HERE, 'documents')
      clock.ms = 59_000
      jest.advanceTimersByTime(59_000)
      expect(held.remembered).toBe(1)
      clock.ms = 60_200
      jest.advanceTimersByTime(1_200)
      expect(held.remembered).toBe(0)
    } finally {
      jest.useRealTimers()
    }
  })
})

describe('saving', () => {
  test('never waits for Key Vault: the public key wraps, and it is wrapped anew later', async () => {
    const late = program(outer, disk, clock)
    vault.faults.next(forever, keyVaultCalls.any, { kind: 'slow', ms: 5_000 })
    await save(late, 'n00')
    expect(await wrappedBy(late.inner, noteOf('n00'))).toMatch(/^signaalpunt\//)
    vault.faults.clear()
    vault.faults.next(forever, keyVaultCalls.any, away())
    await save(late, 'n01')
    vault.faults.clear()
    clock.ms += 10_000
    const it = { inner: late.inner, layers: late.layers, keys: late.keys, municipality: HERE }
    const later = new RewrapLater(it)
    expect(later.owes).toBe(true)
    let done = 0
    while (later.owes) done += await later.step()
    expect(done).toBe(2)
    for (const id of ['n00', 'n01']) {
      expect(await wrappedBy(late.inner, noteOf(id))).toMatch(OURS)
      expect(await read(reader, id)).toEqual(textOf(id))
    }
    // Nothing is owed any more: that asks nobody anything.
    const before = vault.requests.length
    const asked = { ...late.inner.asked }
    expect(later.owes).toBe(false)
    expect(await later.step()).toBe(0)
    expect([vault.requests.length, late.inner.asked]).toEqual([before, asked])
  })

  test('what is owed is wrapped anew a page at a time, and by its next save in any case', async () => {
    const late = program(outer, disk, clock)
    vault.faults.next(forever, keyVaultCalls.any, away())
    await save(late, ...ids)
    vault.faults.clear()
    await settled(late)
    clock.ms += 10_000
    const kept = await late.store.read(noteOf('n39'))
    await late.store.save([{ op: 'replace', document: noteOf('n39'), etag: kept?.etag ?? '' }])
    expect(await wrappedBy(late.inner, noteOf('n39'))).toMatch(OURS)
    const it = { inner: late.inner, layers: late.layers, keys: late.keys, municipality: HERE }
    const later = new RewrapLater(it, 10)
    const steps: number[] = []
    while (later.owes) steps.push(await later.step())
    expect(Math.max(...steps)).toBe(10)
    expect(steps.reduce((sum, one) => sum + one, 0)).toBe(39)
    expect(await late.store.list(HERE, 'signal', { open: true }, 100)).toHaveLength(40)
  })

  test('more than is remembered as owed is found by going along everything', async () => {
    const ring = staticKeyRing(Buffer.alloc(32, 1))
    const it = program({ documents: ring, names: ring }, new MemoryDisk(), clock)
    await it.begin()
    const later = new RewrapLater({ inner: it.inner, layers: it.layers, keys: it.keys, municipality: HERE })
    while (later.owes) await later.step()
    clock.ms = 60_000
    const many = Array.from({ length: MOST_OWED + 50 }, (_, n) => `m${n}`)
    await save(it, ...many)
    expect(it.layers.owed(HERE).size).toBe(MOST_OWED)
    await settled(it)
    let done = 0
    while (later.owes) done += await later.step()
    expect(done).toBe(many.length)
  })

  test('goes on for the reader whose key is away too, and says nothing of damage', async () => {
    vault.faults.next(forever, keyVaultCalls.any, away())
    await save(reader, 'n00')
    await expect(read(reader, 'n00')).resolves.toEqual(textOf('n00'))
    expect(reader.told).toEqual([])
  })
})
