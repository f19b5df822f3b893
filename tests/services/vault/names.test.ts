/** Who reported is wrapped by another key of Key Vault, under another role, and sealed by two keys that are in two places. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { deliver } from '../../../services/vault/deliver.ts'
import type { KeyRing } from '../../../services/vault/keyring.ts'
import { openPart, sealedBy } from '../../../services/vault/parts.ts'
import { renewLayers, rotateLayers } from '../../../services/vault/rotateLayers.ts'
import { drawKeys } from '../../../services/vault/seal.ts'
import { type Layer, layerOf, SEALED_KINDS } from '../../../services/vault/sealedStore.ts'
import { Reporter, VaultBody, vaultDocument } from '../../../services/vault/vault.ts'
import { VaultKey } from '../../../services/words.ts'
import { type KeyVault, keyVaultCalls, keyVaultError, startKeyVault } from '../../kit/keyVault.ts'
import { MemoryDisk } from '../../kit/memoryStore.ts'
import { HERE, THERE } from '../store/subject.ts'
import {
  type Clock,
  master,
  noteOf,
  outerOf,
  type Program,
  program,
  unwraps,
  wrappedBy,
} from './layersKit.ts'

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

const key = VaultKey.parse('33333333-3333-4333-8333-333333333333')
const place = { municipality: HERE, key }
const reporter = new Reporter(
  { serviceUrl: 'https://teams.example', conversation: 'a:1', user: '29:1' },
  'Sanne de Wit',
)
const refused = { name: 'StoreUnavailable', reason: 'refused' }

async function reported(it = writer): Promise<void> {
  const document = vaultDocument(it.keys, HERE, key, reporter, 'confidential')
  await it.store.save([{ op: 'create', document }])
  await it.store.save([{ op: 'create', document: noteOf('signal') }])
}
const vaultPlace = { municipality: HERE, kind: 'vault' as const, id: key }
const bodyIn = async (it: Program) => VaultBody.parse((await it.store.read(vaultPlace))?.document.body)
/** As the officer's door opens it. */
const nameIn = async (it: Program, keys = it.keys): Promise<string | undefined> => {
  const { identity } = await bodyIn(it)
  return identity === undefined ? undefined : openPart(keys, place, 'identity', identity)
}
const NAME = JSON.stringify({ name: 'Sanne de Wit' })

describe('privacy: the key of names', () => {
  test('wraps who reported and nothing else', () => {
    expect(SEALED_KINDS.filter((kind) => layerOf(kind) === 'names')).toEqual(['vault'])
  })

  test('is another in Key Vault: each is asked for its own, once', async () => {
    await reported()
    expect(await wrappedBy(writer.inner, vaultPlace)).toMatch(/^names-/)
    expect(await wrappedBy(writer.inner, noteOf('signal'))).toMatch(/^documents-/)
    await reader.store.read(noteOf('signal'))
    expect([unwraps(vault), unwraps(vault, vault.names.keyName)]).toEqual([1, 0])
    for (let n = 0; n < 5; n += 1) expect(await nameIn(reader)).toBe(NAME)
    expect((await deliver(reader.store, reader.keys, HERE, key))?.forSending().user).toBe('29:1')
    expect([unwraps(vault), unwraps(vault, vault.names.keyName)]).toEqual([1, 1])
  })

  test('has a role of its own: an application that opens documents opens no names, nor the other way round', async () => {
    await reported()
    vault.names.mayUnwrap = false
    expect(await reader.store.read(noteOf('signal'))).toBeDefined()
    await expect(reader.store.read(vaultPlace)).rejects.toMatchObject(refused)
    vault.names.mayUnwrap = true
    vault.mayUnwrap = false
    const other = program(outer, disk, clock)
    await expect(other.store.read(noteOf('signal'))).rejects.toMatchObject(refused)
    expect(await nameIn(other)).toBe(NAME)
  })

  test('seals with the master key together: one of the two opens nothing', async () => {
    await reported()
    const { address, identity } = await bodyIn(writer)
    const sealed = identity ?? ''
    expect(sealedBy(address)).toMatch(/^names-/)
    expect(sealedBy(sealed)).toBe(sealedBy(address))
    const without = { ...writer.keys }
    delete without.names
    expect(await openPart(without, place, 'identity', sealed)).toBeUndefined()
    // Another master key cannot even read which keys there are.
    const other = program(outer, disk, clock, drawKeys(Buffer.alloc(32, 8)))
    expect(await openPart(other.keys, place, 'identity', sealed)).toBeUndefined()
    // Nor can somebody who has all that is in the store opened, and not the half that is not.
    const half = { ...drawKeys(Buffer.alloc(32, 8)), ring: master.ring, check: master.check }
    const thief = program(outer, disk, clock, half)
    expect(await bodyIn(thief)).toEqual(await bodyIn(writer))
    expect(await nameIn(thief)).toBeUndefined()
    // And each part opens for what it is, and where it stands.
    expect(await openPart(reader.keys, place, 'identity', address)).toBeUndefined()
    expect(await openPart(reader.keys, { ...place, municipality: THERE }, 'identity', sealed)).toBeUndefined()
    const elsewhere = { ...place, key: VaultKey.parse('44444444-4444-4444-8444-444444444444') }
    expect(await openPart(reader.keys, elsewhere, 'identity', sealed)).toBeUndefined()
    expect(await openPart(reader.keys, place, 'identity', sealed)).toBe(NAME)
  })

  test('that is away keeps nobody from reporting: the master key seals alone, and it is sealed anew later', async () => {
    const reply = keyVaultError(503, 'ServiceUnavailable', 'busy', 60)
    vault.faults.next(Number.POSITIVE_INFINITY, keyVaultCalls.any, { kind: 'answer', reply })
    await reported(reader)
    await reader.layers.settled()
    vault.faults.clear()
    expect(sealedBy((await bodyIn(reader)).address)).toBeUndefined()
    expect(await nameIn(reader)).toBe(NAME)
    clock.ms += 10_000
    const it = { inner: writer.inner, layers: writer.layers, keys: writer.keys, municipality: HERE }
    expect(await rotateLayers(it)).toMatchObject({ rotated: 2, unreadable: 0 })
    expect(sealedBy((await bodyIn(reader)).address)).toBe(writer.layers.ringOf(HERE, 'names').current)
    expect(await nameIn(reader)).toBe(NAME)
    expect(await rotateLayers(it)).toMatchObject({ rotated: 0, already: 2, unreadable: 0 })
  })

  test('the master key leaked: after a rotation what was sealed with it is sealed anew', async () => {
    // From before there were keys of municipalities: by the master key alone.
    await writer.store.save([
      { op: 'create', document: vaultDocument(master, HERE, key, reporter, 'confidential') },
    ])
    const before = (await bodyIn(writer)).identity ?? ''
    const leaked = drawKeys(Buffer.alloc(32, 7))
    expect(await openPart(leaked, place, 'identity', before)).toBe(NAME)
    const it = { inner: writer.inner, layers: writer.layers, keys: writer.keys, municipality: HERE }
    // Also where the document itself is wrapped by the current key.
    expect(await wrappedBy(writer.inner, vaultPlace)).toBe(writer.layers.ringOf(HERE, 'names').current)
    expect(await rotateLayers(it)).toMatchObject({ rotated: 1, unreadable: 0 })
    await renewLayers(it)
    expect(await rotateLayers(it)).toMatchObject({ rotated: 1, unreadable: 0 })
    const after = (await bodyIn(writer)).identity ?? ''
    expect(await openPart(leaked, place, 'identity', after)).toBeUndefined()
    expect(await nameIn(writer)).toBe(NAME)
    // Once more: the older key of the municipality opens nothing of it either.
    const older = writer.layers.ringOf(HERE, 'names').current
    await renewLayers(it)
    await rotateLayers(it)
    await writer.layers.ringOf(HERE, 'names').drop()
    expect(sealedBy((await bodyIn(writer)).identity ?? '')).not.toBe(older)
    expect(await nameIn(program(outer, disk, clock))).toBe(NAME)
    expect(await openPart(program(outer, disk, clock).keys, place, 'identity', after)).toBeUndefined()
  })

  test('counts what does not open, and changes nothing of it', async () => {
    const elsewhere = VaultKey.parse('44444444-4444-4444-8444-444444444444')
    const { body } = vaultDocument(writer.keys, HERE, elsewhere, reporter, 'confidential')
    await writer.store.save([{ op: 'create', document: { ...vaultPlace, body, open: false, dueAt: null } }])
    const it = { inner: writer.inner, layers: writer.layers, keys: writer.keys, municipality: HERE }
    await renewLayers(it)
    const kept = JSON.stringify(await writer.inner.read(vaultPlace))
    expect(await rotateLayers(it)).toMatchObject({ rotated: 0, unreadable: 1 })
    expect(JSON.stringify(await writer.inner.read(vaultPlace))).toBe(kept)
  })
})
