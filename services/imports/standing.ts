/**
 * The second step and what comes after it: confirmed, every line of a register counts from one save on, and then the index
 * is built; taken out, none counts from one save on, and then they go. Both can break off anywhere and be done again.
 */
import { DateTime } from 'luxon'
import { entitiesOf } from '../matching/entitiesOf.ts'
import type { TownIndex } from '../matching/sealed/indexes.ts'
import type { Municipality } from '../municipality/municipality.ts'
import { LONGEST, type RetentionTerms, spanOf, USUAL_TERMS } from '../municipality/terms.ts'
import { importLineOp } from '../retention/imports.ts'
import { StoreUnavailable } from '../store/port.ts'
import { Day, Instant } from '../words.ts'
import { type KeptRegister, linesOf, partIds, readRegister } from './lines.ts'
import { type Importing, marksThere } from './plan.ts'
import {
  entryOfLine,
  type ImportedRegister,
  type ImportId,
  type ImportPerson,
  type ImportState,
  KeptLines,
  lineIdOf,
  partKey,
  registerKey,
  registerOp,
} from './register.ts'

/** What is used of the index. */
export type ImportIndex = Pick<TownIndex, 'build' | 'remove'>

const plusSpan = (day: Day, span: { days?: number; months?: number }): Day =>
  Day.parse(DateTime.fromISO(day).plus(span).toISODate())

/**
 * The last day of a register that comes in today, when nobody says another: that of what is monitored, for nothing was
 * decided on it here. @param terms as the municipality has them
 */
export const usualEnd = (today: Day, terms: RetentionTerms = USUAL_TERMS): Day =>
  plusSpan(today, spanOf('monitored', terms))

/** Longer is never possible, whoever asks (I.9). */
export const latestEnd = (today: Day): Day => plusSpan(today, LONGEST.monitored)

/** The first moment after a day. */
const after = (day: Day, { zone }: Pick<Municipality, 'zone'>): Instant =>
  Instant.parse(DateTime.fromISO(day, { zone }).plus({ days: 1 }).startOf('day').toUTC().toISO())

/** Are all its lines there, and do they open? What does not cannot be confirmed. @throws StoreUnavailable */
export async function isComplete(
  { store, municipality }: Importing,
  { id, terms }: ImportedRegister,
): Promise<boolean> {
  let count = 0
  for await (const _ of linesOf(store, municipality, id)) count += 1
  return count === terms.lines
}

/** Does any of its lines count by another register already, which was confirmed since? @throws StoreUnavailable */
export async function isThereBy(it: Importing, { id }: ImportedRegister): Promise<boolean> {
  const there = await marksThere(it)
  if (there.size === 0) return false
  for await (const { line } of linesOf(it.store, it.municipality, id)) if (there.has(line.mark)) return true
  return false
}

const MOST_RACES = 8

/** Takes a register to its next state, with the line of the ledger in the same save. @throws StoreUnavailable */
async function onwards(
  it: Importing,
  id: ImportId,
  next: (now: ImportState) => { state: ImportState; dueAt: Instant } | undefined,
  noted: { what: 'confirmed' | 'removed' | 'ended' | 'lapsed'; who?: ImportPerson } | undefined,
): Promise<ImportedRegister | undefined> {
  const { store, key, municipality, now } = it
  for (let tried = 0; tried < MOST_RACES; tried += 1) {
    const kept = await readRegister(store, municipality, id)
    const step = kept && next(kept.register.state)
    if (!kept || !step) return undefined
    const register = { ...kept.register, state: step.state }
    const ops = [registerOp(municipality, register, step.dueAt, kept.etag)]
    const { terms } = register
    if (noted)
      ops.push(await importLineOp(store, key, municipality, { register: id, at: now(), terms, ...noted }))
    if ((await store.save(ops)).saved) return register
  }
  throw new StoreUnavailable('busy')
}

/** From here on every line counts. The same again does nothing. @throws StoreUnavailable */
export async function confirm(it: Importing, town: Pick<Municipality, 'zone'>, id: ImportId): Promise<void> {
  const since = it.now()
  const kept = await readRegister(it.store, it.municipality, id)
  if (!kept) return
  const dueAt = after(kept.register.terms.until, town)
  const who = kept.register.terms.second
  await onwards(
    it,
    id,
    (state) =>
      state.is === 'planned' ? { state: { is: 'confirmed', code: state.code, since }, dueAt } : undefined,
    { what: 'confirmed', who },
  )
}

/**
 * Puts every line of a confirmed register into the index; those that are there already stay. Gives how many lines it has.
 * @throws StoreUnavailable
 */
export async function build(
  it: Importing,
  town: Pick<Municipality, 'zone'>,
  index: ImportIndex,
  { id, terms }: ImportedRegister,
  onProgress: (entries: number) => void = () => undefined,
): Promise<number> {
  const { store, municipality } = it
  async function* entries() {
    for await (const { place, line } of linesOf(store, municipality, id)) {
      const entry = entryOfLine(place, line)
      yield { entry: entry.id, entities: entitiesOf(entry) }
    }
  }
  const built = await index.build(entries(), { onProgress: (so) => onProgress(so.entries) })
  const dueAt = after(terms.until, town)
  await onwards(
    it,
    id,
    (state) => (state.is === 'confirmed' ? { dueAt, state: { ...state, is: 'built' } } : undefined),
    undefined,
  )
  return built.entries
}

/** Nothing of it counts from here on. Gives whether it stood. @throws StoreUnavailable */
export async function leave(
  it: Importing,
  id: ImportId,
  why: 'removed' | 'ended' | 'lapsed',
  who?: ImportPerson,
): Promise<boolean> {
  const since = it.now()
  const left = await onwards(
    it,
    id,
    (state) => (state.is === 'leaving' ? undefined : { state: { is: 'leaving', why, since }, dueAt: since }),
    { what: why, ...(who ? { who } : {}) },
  )
  return left !== undefined
}

/**
 * Takes the lines of a register that leaves out of the index, and deletes them; then the register. `most`: documents with
 * lines at a time. Gives whether it is gone. @throws StoreUnavailable
 */
export async function clear(
  it: Importing,
  index: Pick<ImportIndex, 'remove'> | undefined,
  id: ImportId,
  most = Number.POSITIVE_INFINITY,
): Promise<boolean> {
  const { store, municipality } = it
  let done = 0
  for await (const name of partIds(store, municipality, id)) {
    if (done >= most) return false
    done += 1
    await clearPart(it, index, id, name)
  }
  await store.save([{ op: 'delete', key: registerKey(municipality, id) }])
  return true
}

async function clearPart(
  { store, municipality }: Importing,
  index: Pick<ImportIndex, 'remove'> | undefined,
  register: ImportId,
  name: string,
): Promise<void> {
  const part = Number(name.slice(name.lastIndexOf('.') + 1))
  const kept = await store.read(partKey(municipality, name)).catch((error: unknown) => {
    if (error instanceof StoreUnavailable) throw error
    // It does not open: what of it is in the index is taken out by the job that goes along the index.
    return undefined
  })
  const lines = KeptLines.safeParse(kept?.document.body).data?.lines ?? []
  for (const at of lines.keys()) await index?.remove(lineIdOf({ register, part, at }))
  await store.save([{ op: 'delete', key: partKey(municipality, name) }])
}

const MOST_DUE = 20

/**
 * The job: registers whose day has come end, plans that nobody confirmed lapse, and what leaves goes. Gives how many are
 * gone. `most`: documents with lines at a time. @throws StoreUnavailable
 */
export async function endDue(
  it: Importing,
  index: Pick<ImportIndex, 'remove'> | undefined,
  most: number,
): Promise<number> {
  const { store, municipality, now } = it
  let gone = 0
  for (const { document } of await store.list(municipality, 'import', { dueBefore: now() }, MOST_DUE)) {
    const kept = await readRegister(store, municipality, document.id)
    if (!kept) continue
    await leave(it, kept.register.id, whyOver(kept), undefined)
    if (await clear(it, index, kept.register.id, most)) gone += 1
  }
  return gone
}

function whyOver({ register: { state } }: KeptRegister): 'ended' | 'lapsed' {
  switch (state.is) {
    case 'writing':
    case 'planned':
      return 'lapsed'
    case 'confirmed':
    case 'built':
    case 'leaving':
      return 'ended'
    default:
      return state satisfies never
  }
}
