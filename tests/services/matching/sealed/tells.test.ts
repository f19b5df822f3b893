/** What the index tells whoever reads the database and has no key: see docs/decisions/sealed-index.md. */

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Indexed, LONGEST_LIST } from '../../../../services/matching/port.ts'
import { buildIndex } from '../../../../services/matching/sealed/build.ts'
import {
  ENTITY_CLASSES,
  LIST_CLASSES,
  MANIFEST_CLASSES,
} from '../../../../services/matching/sealed/codecs.ts'
import type { Held, ItemKind, Place } from '../../../../services/matching/sealed/place.ts'
import { sealedIndex } from '../../../../services/matching/sealed/sealedIndex.ts'
import type { Store } from '../../../../services/store/port.ts'
import { openSqlite } from '../../../../services/store/sqlite.ts'
import { indexed, OTHER_TOWN, sealsOfTown, TOWN } from './kit.ts'

/** What nobody may read, in names, keys and ids. */
const CANARIES = ['Kanariestra', 'kanarie-sleutel', 'kanarie-melding']
/** Sealing adds the drawn 12 bytes and the tag. */
const SEALED = 12 + 16

let dir: string
let store: Store
let place: Place
let there: Place

/** One key of each size: of 1, 3, 9, 40, 150 and 300 entries; and some entries that are large. */
const SIZES = [1, 3, 9, 40, 150, 300]
const entries = (): { entry: string; entities: Indexed[] }[] =>
  Array.from({ length: 300 }, (_, at) => {
    const entry = `kanarie-melding-${at}`
    const keys = SIZES.filter((size) => at < size).map((size) => `kanarie-sleutel ${size}`)
    const many = at % 50 === 0 ? 40 : 1
    return {
      entry,
      entities: Array.from({ length: many }, (_, which) =>
        indexed(entry, `Kanariestra ${at} ${'x'.repeat(at * 7)}`, [
          ...(which === 0 ? keys : []),
          `kanarie-sleutel ${at}.${which}`,
        ]),
      ),
    }
  })

const all = async (of: Place, kind: ItemKind): Promise<Held[]> => {
  const found: Held[] = []
  for (let after: string | undefined; ; ) {
    const page = await of.page(kind, after, 500)
    found.push(...page.items)
    after = page.next
    if (after === undefined) return found
  }
}

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'index-'))
  const opened = openSqlite(join(dir, 'x.db'), { wipeAfterMs: 600_000 })
  store = opened.store
  place = opened.places.of(TOWN)
  there = opened.places.of(OTHER_TOWN)
  const mine = { place, seals: sealsOfTown() }
  await buildIndex(mine, entries())
  const index = sealedIndex(mine)
  await index.put('kanarie-melding-nieuw', [
    indexed('kanarie-melding-nieuw', 'Kanariestra nieuw', ['kanarie-sleutel 40']),
  ])
  await index.remove('kanarie-melding-7')
  await buildIndex({ place: there, seals: sealsOfTown(OTHER_TOWN) }, entries())
})
afterAll(async () => {
  await store.close()
  rmSync(dir, { recursive: true, force: true })
})

describe('whoever has the files', () => {
  test('reads nothing of what was put, nor a key, nor which signal it is of', () => {
    const files = readdirSync(dir).map((name) => readFileSync(join(dir, name)))
    expect(files.reduce((sum, { length }) => sum + length, 0)).toBeGreaterThan(100_000)
    for (const canary of CANARIES) {
      for (const form of [
        canary,
        Buffer.from(canary).toString('base64').slice(0, -4),
        Buffer.from(canary).toString('hex'),
      ])
        expect([form, files.some((bytes) => bytes.includes(form))]).toEqual([form, false])
    }
  })

  test('sees only a few sizes, and a closed list as a full one', async () => {
    const sizesOf = async (kind: ItemKind) =>
      [...new Set((await all(place, kind)).map(({ body }) => body.length - SEALED))].sort((a, b) => a - b)
    expect(await sizesOf('list')).toEqual(LIST_CLASSES.map((room) => 5 + 8 * room))
    expect(ENTITY_CLASSES).toEqual(expect.arrayContaining(await sizesOf('entity')))
    expect(MANIFEST_CLASSES).toEqual(expect.arrayContaining(await sizesOf('manifest')))
    const full = (await all(place, 'list')).filter(
      ({ body }) => body.length === SEALED + 5 + 8 * LONGEST_LIST,
    )
    // 150, and 300: the one is full and the other closed.
    expect(full).toHaveLength(2)
  })

  test('cannot tell that two lists, entities or municipalities hold the same', async () => {
    const mine = await all(place, 'list')
    const others = await all(there, 'list')
    const names = new Set(mine.map(({ id }) => id))
    expect(others.filter(({ id }) => names.has(id))).toEqual([])
    // No 8 bytes stand in two items, wherever they are: a posting of an entity is never the same twice.
    const seen = new Map<string, number>()
    const bodies = [...mine, ...(await all(place, 'entity'))].map(({ body }) => body)
    for (const body of bodies) {
      for (let at = 0; at + 8 <= body.length; at += 8) {
        const piece = body.toString('latin1', at, at + 8)
        seen.set(piece, (seen.get(piece) ?? 0) + 1)
      }
    }
    expect([...seen.values()].filter((count) => count > 1)).toEqual([])
  })

  test('finds no id of an entity in a list, nor in a manifest', async () => {
    const ids = (await all(place, 'entity')).map(({ id }) => Buffer.from(id, 'hex'))
    const bodies = Buffer.concat(
      [...(await all(place, 'list')), ...(await all(place, 'manifest'))].map(({ body }) => body),
    )
    expect(ids.filter((id) => bodies.includes(id))).toEqual([])
  })

  test('opens an item with no key but that of its own list, at no other place', async () => {
    const seals = sealsOfTown(TOWN, Buffer.alloc(32, 5))
    const [one, other] = ['jansen', 'pietersen'].map((key) => seals.listOf(seals.rootOf(key)))
    if (!one || !other) throw new Error('There are no lists.')
    const { openList, sealList } = await import('../../../../services/matching/sealed/codecs.ts')
    const sealed = sealList(seals, one, { state: 'open', length: 1, members: ['0123456789abcdef'] })
    expect(openList(seals, one, sealed)?.members).toEqual(['0123456789abcdef'])
    expect(openList(seals, other, sealed)).toBeUndefined()
    expect(openList(seals, { ...other, key: one.key }, sealed)).toBeUndefined()
    expect(openList({ ...seals, municipality: OTHER_TOWN }, one, sealed)).toBeUndefined()
  })
})
