/**
 * The documents of an agenda as they are kept: the root, the leaves that it names, and the lines that have no place yet.
 * What does not open is thrown away with the root, for everything that is in it stands in the records too.
 */
import { everyDocument } from '../store/every.ts'
import { type Op, type Store, StoreUnavailable, type Versioned } from '../store/port.ts'
import type { MunicipalityId } from '../words.ts'
import { type Entry, LINES, Line } from './entry.ts'
import { type Leaf, LeafBody, Root, type Word, wordsOf } from './leaves.ts'

export const ROOT = 'agenda'
/** Leaves follow this in the order of the ids. */
export const LEAVES = 'leaf-'

export const keyOf = (municipality: MunicipalityId, id: string) => ({
  municipality,
  kind: 'agenda' as const,
  id,
})
export const documentOf = (municipality: MunicipalityId, id: string, body: unknown) => ({
  ...keyOf(municipality, id),
  body,
  open: false,
  dueAt: null,
})

export type KeptLine = { id: string; line: Line }

/** The agenda at one moment. */
export type Agenda = {
  municipality: MunicipalityId
  complete: boolean
  /** By which making it is known: one that is made anew is another. Undefined: there is none, or it is from before. */
  made: string | undefined
  leaves: readonly Leaf[]
  words: readonly Word[]
}

export type Kept = Agenda & { etag: string | undefined; lines: readonly KeptLine[] }

async function linesOf(store: Pick<Store, 'list'>, municipality: MunicipalityId): Promise<KeptLine[]> {
  const found: KeptLine[] = []
  for await (const { document } of everyDocument(store, municipality, 'agenda', LINES)) {
    const { data } = Line.safeParse(document.body)
    if (data) found.push({ id: document.id, line: data })
  }
  return found
}

/** A root or a leaf that does not open goes, and the root with it: everything is put in anew, for the records have it. */
export async function opened(
  store: Store,
  municipality: MunicipalityId,
  id: string,
): Promise<Versioned | undefined> {
  try {
    return await store.read(keyOf(municipality, id))
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error
    const gone = [...new Set([ROOT, id])]
    await store.save(gone.map((each): Op => ({ op: 'delete', key: keyOf(municipality, each) })))
    return undefined
  }
}

export async function readKept(store: Store, municipality: MunicipalityId): Promise<Kept> {
  // The lines first: what is put in its place in between is then met twice, and never missed.
  const lines = await linesOf(store, municipality)
  const kept = await opened(store, municipality, ROOT)
  const root = Root.safeParse(kept?.document.body)
  return {
    municipality,
    complete: root.success && root.data.complete,
    leaves: root.success ? root.data.leaves : [],
    words: wordsOf(lines.map(({ line }) => line)),
    etag: kept?.etag,
    made: root.data?.made,
    lines,
  }
}

/** The agenda as it now stands. Requests: two, whatever is open. @throws StoreUnavailable */
export const readAgenda = (store: Store, municipality: MunicipalityId): Promise<Agenda> =>
  readKept(store, municipality)

/** A leaf is not there, or does not open: it was written anew since the root was read, or it is damaged. */
export class Overtaken extends Error {
  readonly leaf: string
  constructor(leaf: string) {
    super()
    this.leaf = leaf
  }
}

/** What stands in a leaf. @throws Overtaken, StoreUnavailable */
export async function readLeaf(store: Store, municipality: MunicipalityId, { id }: Leaf): Promise<Entry[]> {
  const kept = await opened(store, municipality, id)
  const body = LeafBody.safeParse(kept?.document.body)
  if (!body.success) throw new Overtaken(id)
  return body.data.entries
}

/**
 * A leaf could not be read. When the root as it stands now names it still, it was not overtaken but is damaged, and no
 * reading again helps: the root goes, and everything is put in anew. @returns whether it was @throws StoreUnavailable
 */
export async function mendOvertaken(
  store: Store,
  municipality: MunicipalityId,
  { leaf }: Overtaken,
): Promise<boolean> {
  const kept = await opened(store, municipality, ROOT)
  // One that does not open says so, as nothing is left of it: it is put in anew as well.
  if (!kept) return true
  const { data } = Root.safeParse(kept.document.body)
  if (!data?.leaves.some(({ id }) => id === leaf)) return false
  await store.save([
    { op: 'delete', key: keyOf(municipality, ROOT), etag: kept.etag },
    { op: 'delete', key: keyOf(municipality, leaf) },
  ])
  return true
}
