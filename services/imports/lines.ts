/** Reading of registers that were taken over: which there are, their lines, and one line that was recognised. */
import type { Entry } from '../matching/entry.ts'
import { everyDocument } from '../store/every.ts'
import { type Store, StoreUnavailable } from '../store/port.ts'
import type { Day, MunicipalityId } from '../words.ts'
import {
  counts,
  entryOfLine,
  type ImportedRegister,
  type ImportId,
  isPartOf,
  type KeptLine,
  KeptLines,
  type LinePlace,
  lineIdOf,
  linePlaceOf,
  partIdOf,
  partKey,
  ImportedRegister as Register,
  registerKey,
} from './register.ts'

export type KeptRegister = { register: ImportedRegister; etag: string }

type Reads = Pick<Store, 'read' | 'ids' | 'list'>

/** A register with where it stands, or undefined. @throws StoreUnavailable */
export async function readRegister(
  store: Reads,
  municipality: MunicipalityId,
  id: string,
): Promise<KeptRegister | undefined> {
  const kept = await store.read(registerKey(municipality, id))
  return kept && { register: Register.parse(kept.document.body), etag: kept.etag }
}

/** Every register that opens, whatever became of it. @throws StoreUnavailable */
export async function* registers(
  store: Reads,
  municipality: MunicipalityId,
  from = '',
): AsyncGenerator<KeptRegister> {
  for await (const { document, etag } of everyDocument(store, municipality, 'import', from)) {
    const register = Register.safeParse(document.body)
    if (register.success) yield { register: register.data, etag }
  }
}

const PAGE = 200

/** The ids of the documents with its lines, in their order. @throws StoreUnavailable */
export async function* partIds(
  store: Reads,
  municipality: MunicipalityId,
  register: ImportId,
): AsyncGenerator<string> {
  for (let after = `${register}.`; ; ) {
    const ids = await store.ids(municipality, 'imported', after, PAGE)
    for (const id of ids) {
      // They come one after the other, and then those of the next register.
      if (!isPartOf(register, id)) return
      yield id
    }
    const last = ids.at(-1)
    if (last === undefined || ids.length < PAGE) return
    after = last
  }
}

/** One document with lines; undefined where there is none, and no lines where it does not open. @throws StoreUnavailable */
async function partOf(
  store: Reads,
  municipality: MunicipalityId,
  id: string,
): Promise<readonly KeptLine[] | undefined> {
  try {
    const kept = await store.read(partKey(municipality, id))
    return kept && KeptLines.parse(kept.document.body).lines
  } catch (error) {
    if (error instanceof StoreUnavailable) throw error
    return []
  }
}

export type PlacedLine = { place: LinePlace; line: KeptLine }

/** Its lines, in their order. @throws StoreUnavailable */
export async function* linesOf(
  store: Reads,
  municipality: MunicipalityId,
  register: ImportId,
  from = 0,
): AsyncGenerator<PlacedLine> {
  for (let part = from; ; part += 1) {
    const lines = await partOf(store, municipality, partIdOf(register, part))
    if (!lines) return
    for (const [at, line] of lines.entries()) yield { place: { register, part, at }, line }
  }
}

/** A line that was recognised, as it may be shown: nothing but its own values, and where they come from. */
export type ImportedEntry = {
  register: ImportId
  /** Its number in the file that was taken over. */
  line: number
  entry: Entry
  /** The last day on which it is recognised. */
  until: Day
}

/** The line with this id of the index; undefined where it is none, or does not count any more. @throws StoreUnavailable */
export async function importedEntry(
  store: Reads,
  municipality: MunicipalityId,
  id: string,
): Promise<ImportedEntry | undefined> {
  const place = linePlaceOf(id)
  const kept = place && (await readRegister(store, municipality, place.register))
  if (!kept || !counts(kept.register.state)) return undefined
  const lines = await partOf(store, municipality, partIdOf(place.register, place.part))
  const line = lines?.[place.at]
  if (!line) return undefined
  const { terms } = kept.register
  return { register: place.register, line: line.line, entry: entryOfLine(place, line), until: terms.until }
}

/**
 * The ids of lines that count and come after this one, in their order, at most so many: with those of the signals it is
 * what should be in the index. @throws StoreUnavailable
 */
export async function importedAfter(
  store: Reads,
  municipality: MunicipalityId,
  after: string,
  most: number,
): Promise<string[]> {
  const found: string[] = []
  const behind = linePlaceOf(after)
  const first = behind && (await readRegister(store, municipality, behind.register))
  const take = async ({ register: { id, state } }: KeptRegister, from = 0): Promise<boolean> => {
    if (!counts(state)) return false
    for await (const { place } of linesOf(store, municipality, id, from)) {
      const name = lineIdOf(place)
      if (name > after) found.push(name)
      if (found.length >= most) return true
    }
    return false
  }
  if (first && (await take(first, behind.part))) return found
  for await (const kept of registers(store, municipality, behind?.register ?? '')) if (await take(kept)) break
  return found
}
