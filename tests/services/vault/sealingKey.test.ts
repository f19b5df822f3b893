/** SEALING_KEY takes the place of VAULT_KEY in what seals who reported, and can be replaced; VAULT_KEY then opens nothing. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Store } from '../../../services/store/port.ts'
import { staticKeyRing } from '../../../services/vault/keyring.ts'
import { openPart, sealedBy } from '../../../services/vault/parts.ts'
import { RewrapLater } from '../../../services/vault/rewrap.ts'
import { renewLayers, rotateLayers } from '../../../services/vault/rotateLayers.ts'
import { drawKeys } from '../../../services/vault/seal.ts'
import { Reporter, VaultBody, vaultDocument } from '../../../services/vault/vault.ts'
import { VaultKey } from '../../../services/words.ts'
import { MemoryDisk } from '../../kit/memoryStore.ts'
import { HERE } from '../store/subject.ts'
import { type Program, program } from './layersKit.ts'

const VAULT = Buffer.alloc(32, 7)
const [A, B] = [Buffer.alloc(32, 21), Buffer.alloc(32, 22)]
const ring = staticKeyRing(Buffer.alloc(32, 1))
const outer = { documents: ring, names: ring }
const NAME = JSON.stringify({ name: 'Sanne de Wit' })
const reporter = new Reporter(
  { serviceUrl: 'https://teams.example', conversation: 'a:1', user: '29:1' },
  'Sanne de Wit',
)
const keyOf = (n: number) => VaultKey.parse(`33333333-3333-4333-8333-00000000000${n}`)

let disk: MemoryDisk
const clock = { ms: 0 }
const programs: Program[] = []
/** A program that was given these, the newest first. */
const given = (...sealing: Buffer[]): Program => {
  const it = program(outer, disk, clock, drawKeys(VAULT, sealing))
  programs.push(it)
  return it
}
beforeEach(() => {
  disk = new MemoryDisk()
})
afterEach(async () => {
  await Promise.all(programs.splice(0).map((it) => it.layers.settled()))
})

const report = (it: Program, n: number) =>
  it.store.save([
    { op: 'create', document: vaultDocument(it.keys, HERE, keyOf(n), reporter, 'confidential') },
  ])
const sealedIn = async (store: Store, n: number): Promise<VaultBody> =>
  VaultBody.parse((await store.read({ municipality: HERE, kind: 'vault', id: keyOf(n) }))?.document.body)
async function nameIn(it: Program, n: number): Promise<string | undefined> {
  const { identity = '' } = await sealedIn(it.store, n)
  return openPart(it.keys, { municipality: HERE, key: keyOf(n) }, 'identity', identity)
}
const rotating = ({ inner, layers, keys }: Program) => ({ inner, layers, keys, municipality: HERE })
async function rotated(it: Program): Promise<void> {
  await renewLayers(rotating(it))
  expect(await rotateLayers(rotating(it))).toMatchObject({ unreadable: 0, plain: 0 })
  await it.layers.ringOf(HERE, 'names').drop()
}

describe('SEALING_KEY', () => {
  test('given beside VAULT_KEY changes nothing of what stands, and takes its place with a rotation', async () => {
    const before = given()
    await before.begin()
    await report(before, 1)
    const it = given(A)
    await it.begin()
    await it.layers.checkSealing(HERE)
    await report(it, 2)
    for (const n of [1, 2]) expect([await nameIn(it, n), await nameIn(before, n)]).toEqual([NAME, NAME])
    await rotated(it)
    for (const n of [1, 2]) expect(await nameIn(given(A), n)).toBe(NAME)
  })

  test('once it seals, VAULT_KEY and all keys of the ring together open no name', async () => {
    const it = given(A)
    await it.begin()
    await report(it, 1)
    for (const thief of [given(), given(B)])
      await expect(nameIn(thief, 1)).rejects.toMatchObject({ name: 'StoreUnavailable', reason: 'refused' })
    expect(await nameIn(it, 1)).toBe(NAME)
  })

  test('is replaced: the older one opens until the rotation, and nothing after it', async () => {
    const first = given(A)
    await first.begin()
    for (const n of [1, 2, 3]) await report(first, n)
    const both = given(B, A)
    await both.begin()
    await both.layers.checkSealing(HERE)
    for (const n of [1, 2, 3]) expect(await nameIn(both, n)).toBe(NAME)
    await rotated(both)
    const next = given(B)
    await next.layers.checkSealing(HERE)
    for (const n of [1, 2, 3]) expect(await nameIn(next, n)).toBe(NAME)
    await expect(given(A).layers.checkSealing(HERE)).rejects.toMatchObject({ reason: 'refused' })
    await expect(nameIn(given(A), 1)).rejects.toMatchObject({ reason: 'refused' })
  })

  test('that is another, or none, is refused at the start as long as something is sealed with it', async () => {
    const it = given(A)
    await it.begin()
    for (const other of [given(), given(B)]) {
      await other.layers.check(HERE, async () => true)
      await expect(other.layers.checkSealing(HERE)).rejects.toThrow(/SEALING_KEY/)
    }
    // Also where only an older key of the municipality is sealed with it: that may still be needed.
    const both = given(B, A)
    await renewLayers(rotating(both))
    await expect(given(B).layers.checkSealing(HERE)).rejects.toThrow(/SEALING_KEY/)
    await both.layers.ringOf(HERE, 'names').drop()
    await given(B).layers.checkSealing(HERE)
  })

  test('seals alone while the key of the municipality is not in memory, and that is sealed anew later', async () => {
    const it = given(A)
    await report(it, 1)
    const { address, identity } = await sealedIn(it.store, 1)
    for (const sealed of [address, identity ?? '']) {
      expect(sealed).toMatch(/^half-[0-9a-f]{16}:v1\./)
      expect(sealedBy(sealed)).toBeUndefined()
    }
    expect([await nameIn(it, 1), await nameIn(given(B, A), 1)]).toEqual([NAME, NAME])
    expect([await nameIn(given(), 1), await nameIn(given(B), 1)]).toEqual([undefined, undefined])
    await it.begin()
    const later = new RewrapLater(rotating(it))
    while (later.owes) await later.step()
    expect(sealedBy((await sealedIn(it.store, 1)).address)).toBe(it.layers.ringOf(HERE, 'names').current)
    expect(await nameIn(it, 1)).toBe(NAME)
  })

  test('a program that was not given the newest goes on saving, and what it seals opens for the others', async () => {
    const old = given(A)
    await old.begin()
    const both = given(B, A)
    await both.begin()
    await renewLayers(rotating(both))
    clock.ms += 61_000
    await old.layers.load(HERE)
    await report(old, 1)
    expect((await sealedIn(old.store, 1)).address).toMatch(/^half-/)
    expect([await nameIn(old, 1), await nameIn(both, 1)]).toEqual([NAME, NAME])
    expect(await rotateLayers(rotating(both))).toMatchObject({ unreadable: 0 })
    expect(await nameIn(given(B), 1)).toBe(NAME)
  })

  test('changes no hash: chats, codes and trails are found as before', () => {
    const { chat, audit, ring: bound, check } = drawKeys(VAULT)
    expect(drawKeys(VAULT, [A])).toMatchObject({ chat, audit, ring: bound, check })
  })

  test('is bound to the key it goes with: another half in its place is damage, and wraps nothing', async () => {
    const it = given(A)
    await it.begin()
    const place = { municipality: HERE, kind: 'key', id: 'names' } as const
    const kept = await it.inner.read(place)
    const text = JSON.stringify(kept?.document.body)
    expect(text).toContain('"half"')
    for (const changed of [
      text.replace(/,"half":"[0-9a-f]{16}"/, ''),
      text.replace(/"half":"[0-9a-f]{4}/, '"half":"0000'),
    ]) {
      const now = await it.inner.read(place)
      const document = { ...place, open: false, dueAt: null, body: JSON.parse(changed) }
      await it.inner.save([{ op: 'replace', document, etag: now?.etag ?? '' }])
      expect(await given(A).layers.ringOf(HERE, 'names').look()).toBe('damaged')
    }
  })
})
