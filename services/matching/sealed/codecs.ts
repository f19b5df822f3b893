/** How a list, an entity, a manifest and the register of closed lists are written as bytes, padded to a few sizes. */
import { z } from 'zod'
import type { Entity } from '../entity.ts'
import { type EntityId, LONGEST_LIST } from '../port.ts'
import type { ItemId } from './place.ts'
import { classOf, type ListSeal, openItem, ROOT_BYTES, type Root, type Seals, sealItem } from './seals.ts'

const ID_BYTES = 8

/** How many members a list has room for: so many sizes there are. */
export const LIST_CLASSES = [4, 16, 64, LONGEST_LIST] as const
const LIST_HEADER = 5

/**
 * `open`: every member is in it. `closed`: it became too common; members are counted, about, and not kept. `refilled`: as
 * open, while the job still has to add those from before.
 */
export const LIST_STATES = ['open', 'closed', 'refilled'] as const
export type ListState = (typeof LIST_STATES)[number]
export type List = { state: ListState; length: number; members: readonly EntityId[] }

export const EMPTY: List = { state: 'open', length: 0, members: [] }

/** How many members a list of this one's size has room for; a closed one looks like a full one. */
const roomOf = ({ state, members }: List): number =>
  state === 'closed' ? LONGEST_LIST : classOf(members.length, LIST_CLASSES)

export function sealList(seals: Seals, { name, key }: ListSeal, list: List): Buffer {
  const bytes = Buffer.alloc(LIST_HEADER + roomOf(list) * ID_BYTES)
  bytes.writeUInt8(LIST_STATES.indexOf(list.state), 0)
  bytes.writeUInt32BE(list.length, 1)
  for (const [at, id] of list.members.entries()) bytes.write(id, LIST_HEADER + at * ID_BYTES, 'hex')
  return sealItem(key, [seals.municipality, 'list', name], bytes)
}

/** undefined: damaged. */
export function openList(seals: Seals, { name, key }: ListSeal, body: Buffer): List | undefined {
  const bytes = openItem(key, [seals.municipality, 'list', name], body)
  if (!bytes) return undefined
  const state = LIST_STATES[bytes.readUInt8(0)] ?? 'open'
  const length = bytes.readUInt32BE(1)
  const members: EntityId[] = []
  if (state !== 'closed') {
    for (let at = LIST_HEADER; members.length < length; at += ID_BYTES)
      members.push(bytes.toString('hex', at, at + ID_BYTES))
  }
  return { state, length, members }
}

/** The sizes of what an entity is sealed as, in bytes, before sealing. */
export const ENTITY_CLASSES = [512, 1_024, 2_048, 4_096, 16_384] as const
const ENTITY_HEADER = 1 + ID_BYTES + 2 + 4

/**
 * An entity as it is kept: with the lists that it stands in, for its keys cannot be computed again once a normal form
 * changed. Without `entity` it is leaving: nothing of it is left but where it must still be taken out.
 */
export type EntityDocument = { manifest: ItemId; roots: readonly Root[]; entity: Entity | undefined }

export function sealEntity(seals: Seals, id: EntityId, document: EntityDocument): Buffer {
  const { manifest, roots, entity } = document
  const text = entity ? Buffer.from(JSON.stringify(entity)) : Buffer.alloc(0)
  const size = ENTITY_HEADER + roots.length * ROOT_BYTES + text.length
  const bytes = Buffer.alloc(classOf(size, ENTITY_CLASSES))
  bytes.writeUInt8(entity ? 1 : 0, 0)
  bytes.write(manifest, 1, 'hex')
  bytes.writeUInt16BE(roots.length, 1 + ID_BYTES)
  bytes.writeUInt32BE(text.length, 1 + ID_BYTES + 2)
  for (const [at, root] of roots.entries()) root.copy(bytes, ENTITY_HEADER + at * ROOT_BYTES)
  text.copy(bytes, ENTITY_HEADER + roots.length * ROOT_BYTES)
  return sealItem(seals.own, [seals.municipality, 'entity', id], bytes)
}

const rootsIn = (bytes: Buffer): Root[] =>
  Array.from({ length: bytes.readUInt16BE(1 + ID_BYTES) }, (_, at) =>
    bytes.subarray(ENTITY_HEADER + at * ROOT_BYTES, ENTITY_HEADER + (at + 1) * ROOT_BYTES),
  )

/** undefined: damaged. */
export function openEntity(seals: Seals, id: EntityId, body: Buffer): EntityDocument | undefined {
  const bytes = openItem(seals.own, [seals.municipality, 'entity', id], body)
  if (!bytes) return undefined
  const roots = rootsIn(bytes)
  const from = ENTITY_HEADER + roots.length * ROOT_BYTES
  // It opened, so it is as we wrote it.
  const entity: Entity | undefined =
    bytes.readUInt8(0) === 1
      ? JSON.parse(bytes.toString('utf8', from, from + bytes.readUInt32BE(1 + ID_BYTES + 2)))
      : undefined
  return { manifest: bytes.toString('hex', 1, 1 + ID_BYTES), roots, entity }
}

/** Only the lists of an entity that is not leaving; of what is damaged none. */
export function openRoots(seals: Seals, id: EntityId, body: Buffer): Root[] {
  const bytes = openItem(seals.own, [seals.municipality, 'entity', id], body)
  return bytes && bytes.readUInt8(0) === 1 ? rootsIn(bytes) : []
}

const Live = z.object({ id: z.string(), digest: z.string(), listed: z.boolean() })
const Writing = z.object({ token: z.string(), until: z.number() })
const ManifestBody = z.object({
  entry: z.string(),
  /** Of everything that was put, with the version of the normal forms; empty while that is not all written yet. */
  digest: z.string(),
  /** `listed`: it stands in all of its lists. */
  live: z.array(Live).readonly(),
  /** To be taken out of their lists, and then deleted. */
  leaving: z.array(z.string()).readonly(),
  /** Those that may still be writing in lists, and when they have surely ended (milliseconds). */
  writing: z.array(Writing).readonly(),
})
export type Manifest = z.infer<typeof ManifestBody>
export type Live = z.infer<typeof Live>

export const MANIFEST_CLASSES = [256, 1_024, 4_096, 16_384, 65_536] as const

/** A text with its length before it, padded. */
function padded(text: string, sizes: readonly [number, ...number[]]): Buffer {
  const length = Buffer.byteLength(text)
  const bytes = Buffer.alloc(classOf(length + 4, sizes))
  bytes.writeUInt32BE(length, 0)
  bytes.write(text, 4)
  return bytes
}
const unpadded = (bytes: Buffer): unknown => JSON.parse(bytes.toString('utf8', 4, 4 + bytes.readUInt32BE(0)))

export const sealManifest = (seals: Seals, id: ItemId, manifest: Manifest): Buffer =>
  sealItem(
    seals.own,
    [seals.municipality, 'manifest', id],
    padded(JSON.stringify(manifest), MANIFEST_CLASSES),
  )

/** undefined: damaged. */
export function openManifest(seals: Seals, id: ItemId, body: Buffer): Manifest | undefined {
  const bytes = openItem(seals.own, [seals.municipality, 'manifest', id], body)
  return bytes && ManifestBody.safeParse(unpadded(bytes)).data
}

/** The lists of one partition that are not open, by their root in hexadecimal. */
const ClosedBody = z.record(z.string(), z.enum(['closed', 'refilled']))
export type Closed = z.infer<typeof ClosedBody>

/** Under which id the register of a partition lies. */
export const closedId = (partition: string): ItemId => partition.padEnd(2 * ID_BYTES, '0')
const CLOSED_CLASSES = [1_024, 4_096, 16_384, 65_536] as const

export const sealClosed = (seals: Seals, id: ItemId, closed: Closed): Buffer =>
  sealItem(seals.own, [seals.municipality, 'closed', id], padded(JSON.stringify(closed), CLOSED_CLASSES))

/** undefined: damaged. */
export function openClosed(seals: Seals, id: ItemId, body: Buffer): Closed | undefined {
  const bytes = openItem(seals.own, [seals.municipality, 'closed', id], body)
  return bytes && ClosedBody.safeParse(unpadded(bytes)).data
}
