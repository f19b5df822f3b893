/**
 * The first of two steps: the lines are kept, sealed, and wait for the second person. Nothing is recognised in them yet. What
 * broke off half-way, and what nobody confirms, ends by itself.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Entry } from '../matching/entry.ts'
import { importLineOp } from '../retention/imports.ts'
import { type Store, StoreUnavailable } from '../store/port.ts'
import { keyedHash } from '../vault/seal.ts'
import { type Instant, type MunicipalityId, plus } from '../words.ts'
import { type KeptRegister, linesOf, readRegister, registers } from './lines.ts'
import {
  counts,
  type ImportedRegister,
  type ImportId,
  type ImportTerms,
  type KeptLine,
  LINES_IN_PART,
  partOp,
  registerOp,
} from './register.ts'

/** Where it is done: the sealed store, the key of the chains, and the moment. */
export type Importing = { store: Store; key: Buffer; municipality: MunicipalityId; now: () => Instant }

/** A line of the file, as it was read. */
export type ReadLine = { line: number; entry: Entry }

/** A plan that broke off is gone after a day; one that nobody confirms after a week. */
const WRITES_HOURS = 24
export const CONFIRM_HOURS = 7 * 24
export const MOST_TRIES = 5
/** A document is written when it has so many lines, or is about so large (in characters). */
const PART_SIZE = 100_000
const PARTS_AT_ONCE = 8

/** Names a line without saying it; the same line has the same mark in every file. */
export const markOf = ({ key, municipality }: Importing, entry: Entry): string =>
  keyedHash(key, 'imported line', municipality, JSON.stringify(entry)).slice(0, 32)

/** Without letters and digits that are read as another. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** What the first person gives to the second: eight signs, in two groups. */
export function newCode(): string {
  const signs = [...randomBytes(8)].map((byte) => LETTERS[byte % LETTERS.length] ?? 'A').join('')
  return `${signs.slice(0, 4)}-${signs.slice(4)}`
}

const codeHash = ({ key, municipality }: Importing, id: ImportId, code: string): string =>
  keyedHash(key, 'import code', municipality, id, code.toUpperCase().replace(/[^A-Z0-9]/g, ''))

const equal = (one: string, other: string): boolean =>
  timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest())

/** The marks of every line that counts already, or waits to be confirmed. @throws StoreUnavailable */
export async function marksThere({ store, municipality }: Importing): Promise<Set<string>> {
  const marks = new Set<string>()
  for await (const { register } of registers(store, municipality)) {
    if (!counts(register.state)) continue
    for await (const { line } of linesOf(store, municipality, register.id)) marks.add(line.mark)
  }
  return marks
}

/** Keeps the lines. Gives how many. @throws StoreUnavailable */
async function keepLines(it: Importing, id: ImportId, lines: AsyncIterable<ReadLine>): Promise<number> {
  const { store, municipality } = it
  let part = 0
  let kept: KeptLine[] = []
  let size = 0
  let parts: KeptLine[][] = []
  let count = 0
  const write = async (): Promise<void> => {
    const groups = parts.map((some, at) => [partOp(municipality, id, part + at, some)])
    part += parts.length
    parts = []
    const saved = groups.length > 0 ? await store.saveMany(groups) : []
    if (saved.some((one) => !one.saved)) throw new StoreUnavailable('busy')
  }
  for await (const { line, entry } of lines) {
    const { id: _elsewhere, ...of } = entry
    kept.push({ line, mark: markOf(it, entry), of })
    size += JSON.stringify(of).length
    count += 1
    if (kept.length < LINES_IN_PART && size < PART_SIZE) continue
    parts.push(kept)
    kept = []
    size = 0
    if (parts.length >= PARTS_AT_ONCE) await write()
  }
  if (kept.length > 0) parts.push(kept)
  await write()
  return count
}

/**
 * Keeps the lines and the terms as a plan. `isWhole` is asked when all lines were read: no, and nothing of it is kept as one.
 * Gives the code for the second person; undefined when it was not whole. @throws StoreUnavailable
 */
export async function plan(
  it: Importing,
  id: ImportId,
  terms: ImportTerms,
  lines: AsyncIterable<ReadLine>,
  isWhole: () => boolean,
): Promise<string | undefined> {
  const { store, key, municipality, now } = it
  const at = now()
  const writing: ImportedRegister = { schema: 1, id, at, terms, state: { is: 'writing' } }
  const first = registerOp(municipality, writing, plus(at, { hours: WRITES_HOURS }))
  if (!(await store.save([first])).saved) throw new StoreUnavailable('busy')
  const count = await keepLines(it, id, lines)
  if (!isWhole() || count !== terms.lines) return undefined
  const kept = await readRegister(store, municipality, id)
  if (!kept) return undefined
  const code = newCode()
  const lapses = plus(now(), { hours: CONFIRM_HOURS })
  const state = { is: 'planned', code: codeHash(it, id, code), tries: 0, lapses } as const
  const planned = registerOp(municipality, { ...writing, state }, lapses, kept.etag)
  const line = { register: id, at: now(), what: 'planned', who: terms.by, terms } as const
  const ops = [planned, await importLineOp(store, key, municipality, line)]
  if (!(await store.save(ops)).saved) throw new StoreUnavailable('busy')
  return code
}

/** What a code is for. `wrong`: of none of the plans that wait; each of them counts that. @throws StoreUnavailable */
export async function plannedAs(it: Importing, code: string): Promise<KeptRegister | 'wrong' | 'none'> {
  const { store, municipality, now } = it
  const waiting: KeptRegister[] = []
  for await (const kept of registers(store, municipality)) {
    const { state, id } = kept.register
    if (state.is === 'confirmed' || state.is === 'built') {
      // Confirmed before, and broken off while it was built.
      if (equal(state.code, codeHash(it, id, code))) return kept
      continue
    }
    if (state.is !== 'planned' || state.lapses <= now() || state.tries >= MOST_TRIES) continue
    if (equal(state.code, codeHash(it, id, code))) return kept
    waiting.push(kept)
  }
  for (const { register, etag } of waiting) {
    if (register.state.is !== 'planned') continue
    const tries = register.state.tries + 1
    const next = { ...register, state: { ...register.state, tries } }
    const due = tries >= MOST_TRIES ? now() : register.state.lapses
    await store.save([registerOp(municipality, next, due, etag)])
  }
  return waiting.length > 0 ? 'wrong' : 'none'
}
