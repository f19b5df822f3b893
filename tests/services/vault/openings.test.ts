/** Opening in bulk is counted where Key Vault's own log no longer shows it. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import type { StoredDocument } from '../../../services/store/port.ts'
import { inBulk } from '../../../services/vault/bulk.ts'
import { staticKeyRing } from '../../../services/vault/keyring.ts'
import {
  type ManyOpened,
  MOST_OPENINGS,
  OPENINGS_WINDOW_MS,
  Openings,
} from '../../../services/vault/openings.ts'
import { RewrapLater } from '../../../services/vault/rewrap.ts'
import { renewLayers, rotateLayers } from '../../../services/vault/rotateLayers.ts'
import { Reporter, vaultDocument } from '../../../services/vault/vault.ts'
import { VaultKey } from '../../../services/words.ts'
import { MemoryDisk } from '../../kit/memoryStore.ts'
import { HERE, THERE } from '../store/subject.ts'
import { master, noteOf, program } from './layersKit.ts'

/** The key of nothing. */
const MADE_UP = { key: { by: 'names-0000000000000000', wrapped: 'v1.AAAA' }, data: 'v1.AAAA' }

let now: number
let told: ManyOpened[]
let openings: Openings
beforeEach(() => {
  now = 0
  told = []
  openings = new Openings(
    () => now,
    (many) => void told.push(many),
    { documents: 10, names: 3 },
  )
})
const open = (times: number, kind: StoredDocument['kind'] = 'signal', municipality = HERE) => {
  for (let n = 0; n < times; n += 1) openings.count(municipality, kind)
}

describe('opening many documents', () => {
  test('as many as an ordinary day explains is not told', () => {
    open(10)
    open(10, 'signal', THERE)
    open(10, 'chat')
    open(3, 'vault')
    expect([told, openings.unusual()]).toEqual([[], 0])
  })

  test('more is told once, per municipality and kind; for the identities of reporters much sooner', () => {
    open(30)
    open(4, 'vault', THERE)
    expect(told).toEqual([
      { kind: 'signal', count: 11, what: 'turn' },
      { kind: 'vault', count: 4, what: 'turn' },
    ])
    expect(openings.unusual()).toBe(2)
  })

  test('the next window counts anew, and what was seen stays visible for one window', () => {
    open(6)
    now = OPENINGS_WINDOW_MS
    open(6)
    expect(told).toEqual([])
    open(6)
    expect([told.length, openings.unusual()]).toEqual([1, 1])
    now = 3 * OPENINGS_WINDOW_MS - 1
    expect(openings.unusual()).toBe(1)
    now = 3 * OPENINGS_WINDOW_MS
    expect(openings.unusual()).toBe(0)
  })

  test('what is meant to go along everything is told apart, also in what it begins', async () => {
    for (const what of ['rotation', 'round', 'search', 'check'] as const) {
      await inBulk(what, async () => {
        open(6)
        await Promise.resolve()
        setImmediate(() => open(6))
        await new Promise<void>((resolve) => setImmediate(resolve))
      })
    }
    expect(told.map(({ what }) => what)).toEqual(['rotation', 'round', 'search', 'check'])
    expect(openings.unusual()).toBe(0)
    // It takes nothing from what people may open, and hides nothing of it.
    open(11)
    expect(openings.unusual()).toBe(1)
  })

  test('a program that goes through the store reads more than that: each document that opens is counted, and no other', async () => {
    const ring = staticKeyRing(Buffer.alloc(32, 1))
    const disk = new MemoryDisk()
    const it = program({ documents: ring, names: ring }, disk, { ms: 0 })
    await it.begin()
    const ids = Array.from({ length: MOST_OPENINGS.names + 1 }, (_, n) => `v${n}`)
    await it.store.saveMany(ids.map((id) => [{ op: 'create', document: noteOf(id, { kind: 'vault' }) }]))
    await it.store.list(HERE, 'vault', { after: '' }, MOST_OPENINGS.names)
    expect(it.openings.unusual()).toBe(0)
    await it.store.read(noteOf('none', { kind: 'vault' }))
    await it.inner.save([
      { op: 'create', document: noteOf('damaged', { kind: 'vault', body: { sealed: 1, ...MADE_UP } }) },
    ])
    await expect(it.store.read(noteOf('damaged', { kind: 'vault' }))).rejects.toThrow()
    expect(it.openings.unusual()).toBe(0)
    await it.store.read(noteOf('v0', { kind: 'vault' }))
    expect(it.openings.unusual()).toBe(1)
  })
  describe('wrapping anew opens much: counted as that, whoever begins it', () => {
    const key = staticKeyRing(Buffer.alloc(32, 1))
    const clock = { ms: 0 }
    const started = async (times: number) => {
      const it = program({ documents: key, names: key }, new MemoryDisk(), clock, master, openings)
      await it.begin()
      for (let n = 0; n < times; n += 1) {
        const vaultKey = VaultKey.parse(`33333333-3333-4333-8333-${String(n).padStart(12, '0')}`)
        const reporter = new Reporter(
          { serviceUrl: 'https://teams.example', conversation: `a:${n}`, user: `29:${n}` },
          'Sanne de Wit',
        )
        const document = vaultDocument(it.keys, HERE, vaultKey, reporter, 'confidential')
        await it.store.save([{ op: 'create', document }])
      }
      return { inner: it.inner, layers: it.layers, keys: it.keys, municipality: HERE }
    }

    test('a rotation', async () => {
      const it = await started(4)
      await renewLayers(it)
      await rotateLayers(it)
      expect(told).toEqual([{ kind: 'vault', count: 4, what: 'rotation' }])
      expect(openings.unusual()).toBe(0)
    })

    test('the job that wraps later', async () => {
      const it = await started(4)
      const later = new RewrapLater(it)
      while (later.owes) await later.step()
      expect(told).toEqual([{ kind: 'vault', count: 4, what: 'rotation' }])
      expect(openings.unusual()).toBe(0)
    })

    test('as many as are unremarkable are not told', async () => {
      const it = await started(3)
      await renewLayers(it)
      await rotateLayers(it)
      expect([told, openings.unusual()]).toEqual([[], 0])
    })
  })
})
