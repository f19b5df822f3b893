/**
 * The walk of a day, a page at a time: along every signal of a municipality, in one instance. What is due by itself is
 * done on its own moment (bot/jobs/due.ts); here is seen what no moment says: a term or a rota that the municipality
 * changed, a record from before there were moments, a way to the reporter that is broken. Then the list of what is to be
 * destroyed is told of. (docs/decisions/next-moment.md)
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { complete, entriesOf, fold, readAgenda } from '../../services/agenda/agenda.ts'
import { withListing } from '../../services/agenda/entry.ts'
import { forgetChoices } from '../../services/municipality/choice.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import { dayOf } from '../../services/municipality/workingTime.ts'
import { forgetSearches } from '../../services/retention/ledger.ts'
import { handle, type KeptSignal, parseStored, readSignal, replaceOps } from '../../services/signal/handle.ts'
import { reporterIsOver, standingOf } from '../../services/signal/reading/retentionTerm.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import type { SystemDeed } from '../../services/signal/rights/command.ts'
import type { Op, Versioned } from '../../services/store/port.ts'
import { Instant, type MunicipalityId } from '../../services/words.ts'
import type { App } from '../app/app.ts'
import { handling } from '../app/ports.ts'
import { forgetReporter } from '../courier/erase.ts'
import { JobLease, type Place } from './jobLease.ts'
import { repairWayBack } from './repair.ts'
import { stepOver } from './stepOver.ts'

/** As many signals as one round goes along, so that it never keeps an alarm waiting. */
export const WALK_PAGE = 100
const WALK = 'walk'
/** The officer is told again of a list that stays, after so long. */
const REMIND_DAYS = 7

/** What the moments of all signals follow from, besides the records: when it changes they are reckoned anew. */
const markOf = (municipality: Municipality): string =>
  createHash('sha256').update(JSON.stringify(municipality)).digest('hex').slice(0, 16)

/** Comes just before this id, and is not it: the place of a walk names no signal. */
const justBefore = (id: string): string => id.slice(0, -1)

/** The walk of one instance. What it knows is only that today's is over; how far it is stands with the lease. */
export class RetentionRound {
  readonly #app: App
  readonly #over = new Map<MunicipalityId, string>()

  constructor(app: App) {
    this.#app = app
  }

  /** One step for every municipality; nothing when today's is over. What fails is tried in the next. */
  async step(): Promise<void> {
    const { courier, municipalities } = this.#app
    // After a jump of the clock nothing is taken to be over until it is sure that it stays so.
    if (!courier.clock.calm()) return
    for (const municipality of municipalities.all()) {
      const lease = new JobLease(this.#app, municipality, WALK)
      await stepOver(this.#app, () => this.page(municipality, lease, WALK_PAGE))
    }
  }

  /** It turned out that the agenda does not open any more: today's walk is not over after all. */
  again({ id }: Municipality): void {
    this.#over.delete(id)
  }

  /** One page. @throws StoreUnavailable */
  async page(given: Municipality, lease: JobLease, most: number): Promise<void> {
    const app = this.#app
    const municipality = app.municipalities.now(given)
    const today = { day: dayOf(app.now(), municipality), mark: markOf(municipality) }
    const name = `${today.day} ${today.mark}`
    if (this.#over.get(municipality.id) === name) return
    const taken = await lease.take()
    if (!taken) return
    const { complete: whole } = await readAgenda(app.store, municipality.id)
    // One that puts everything in anew begins at the beginning, also where another was under way.
    const mine = whole ? today : { ...today, mark: `${today.mark} anew` }
    const place = goingOn(taken.place, mine)
    // Over, in an earlier life or by another instance; but not when the agenda did not open since.
    if (place && place.after === undefined && whole) return void this.#over.set(municipality.id, name)
    const after = place?.after ?? ''
    // The terms of the signals do not wait for it.
    if (after === '') {
      await stepOver(app, () => forgetSearches(app.store, municipality.id, app.now()))
      await stepOver(app, () => forgetChoices(app.store, municipality.id, today.day))
    }
    const page = await app.store.list(municipality.id, 'signal', { after }, most)
    // One that fails holds up no other; it is looked at again tomorrow.
    let failed = false
    for (const kept of page) {
      const went = await stepOver(app, () => examine(app, municipality, kept, !whole))
      failed ||= 'failed' in went && went.failed === 'again'
    }
    await fold(app.store, municipality.id)
    const last = page.at(-1)
    if (last && page.length >= most) {
      await lease.reached({ ...mine, after: justBefore(last.document.id) })
      return
    }
    // Of one that the store kept from being looked at nothing stands in the agenda yet.
    if (!whole && (failed || !(await complete(app.store, municipality.id)))) return
    await remind(app, municipality)
    await lease.reached(today)
    this.#over.set(municipality.id, name)
  }
}

const goingOn = (place: Place | undefined, { day, mark }: Place): Place | undefined =>
  place?.day === day && place.mark === mark ? place : undefined

const recordOf = (kept: Versioned): KeptSignal | undefined => {
  const stored = parseStored(kept.document.body, kept.etag)
  return 'record' in stored ? stored : undefined
}

async function examine(app: App, municipality: Municipality, kept: Versioned, anew: boolean) {
  const read = recordOf(kept)
  if (!read) return
  // What fails there keeps no term waiting.
  await stepOver(app, () => repairWayBack(app, kept, read, municipality))
  await endTerms(app, municipality, read.record)
  await relist(app, municipality, read, anew)
}

/** Carries out what the terms of a signal ask for now: on the list or off it, and who reported is forgotten. */
export async function endTerms(app: App, municipality: Municipality, record: SignalRecord): Promise<void> {
  const now = app.now()
  const due = standingOf(record, municipality, now) === 'due'
  const listed = record.retention?.listed !== undefined
  if (due && !listed) await systemDo(app, municipality, record, { do: 'listForDestruction' })
  if (!due && listed) await systemDo(app, municipality, record, { do: 'takeOffList' })
  if (!reporterIsOver(record, municipality, now)) return
  // First where it stands, then that it stood there: what breaks off in between is done again tomorrow.
  await forgetReporter(app, municipality, record)
  const forgotten = await systemDo(app, municipality, record, { do: 'forgetReporter' })
  if (forgotten) app.courier.deliver(municipality, forgotten)
}

/**
 * Its moment as it is reckoned now, where that is another one. `anew`: also told to an agenda that knows nothing yet.
 * What was changed meanwhile said so itself.
 */
export async function relist(app: App, municipality: Municipality, read: KeptSignal, anew = false) {
  const { record, etag } = read
  const fresh = withListing(record, municipality, app.now())
  const again = anew && fresh === record && record.listing
  const listed = again ? { ...record, listing: { ...again, n: again.n + 1 } } : fresh
  if (listed === record) return
  const saved = await app.store.save(replaceOps(listed, etag, record.listing, municipality))
  if (saved.saved || !anew) return
  // It must stand in it: what another saved may have changed nothing that the agenda is told.
  const now = await readSignal(app.store, municipality.id, record.id)
  if (now && 'record' in now) await relist(app, municipality, now, anew)
}

async function systemDo(
  app: App,
  municipality: Municipality,
  { id }: SignalRecord,
  deed: SystemDeed,
): Promise<KeptSignal | undefined> {
  const actor = { role: 'system' } as const
  const handled = await handle(handling(app, municipality), id, { ...deed, id: app.newId(), actor })
  return handled.done === 'saved' ? handled.kept : undefined
}

/** One message for the whole list, with the first on it; a week later again when something stays. */
async function remind(app: App, municipality: Municipality): Promise<void> {
  if (!(await toRemind(app, municipality)) || !(await firstToRemind(app, municipality))) return
  // Looked at once more: another instance may have told of it until now.
  const first = await toRemind(app, municipality)
  const reminded = first && (await systemDo(app, municipality, first, { do: 'remindOfList' }))
  if (reminded) app.courier.deliver(municipality, reminded)
}

/** So long nobody else begins with what one instance began: it has told of it by then, or it died. */
const REMINDING_MS = 10 * 60_000
const Reminding = z.object({ schema: z.literal(1), at: Instant, by: z.string() })

/**
 * Is this the instance that tells of the list? Several go along the same list at the same time, and what each marks
 * stands in another record perhaps: one document says who was first, and when.
 */
async function firstToRemind({ store, now, courier }: App, municipality: Municipality): Promise<boolean> {
  const key = { municipality: municipality.id, kind: 'counter' as const, id: 'remind-of-list' }
  const { by } = courier.holder
  const kept = await store.read(key)
  const begun = Reminding.safeParse(kept?.document.body)
  const age = begun.success ? Math.abs(Date.parse(now()) - Date.parse(begun.data.at)) : REMINDING_MS
  // Its own it goes on with: what it began failed.
  if (begun.success && begun.data.by !== by && age < REMINDING_MS) return false
  const document = { ...key, body: { schema: 1, at: now(), by }, open: false, dueAt: null }
  const op: Op = kept ? { op: 'replace', document, etag: kept.etag } : { op: 'create', document }
  return (await store.save([op])).saved
}

/** The one that the list is told of by, when it is time to. */
async function toRemind(app: App, municipality: Municipality): Promise<SignalRecord | undefined> {
  const { entries } = await entriesOf(app.store, municipality.id, {
    leaf: (leaf) => leaf.toDestroy > 0,
    entry: ({ toDestroy }) => toDestroy,
  })
  const listed: SignalRecord[] = []
  for (const { signal } of entries) {
    // What cannot be read was said already, when it was examined.
    const went = await stepOver(app, () => readSignal(app.store, municipality.id, signal))
    const kept = 'did' in went ? went.did : undefined
    if (kept && 'record' in kept && kept.record.retention?.listed) listed.push(kept.record)
  }
  const since = Date.parse(app.now()) - REMIND_DAYS * 86_400_000
  // The one that waits longest says how long the list waits.
  const [first] = listed.sort((a, b) => (a.retention?.listed ?? '').localeCompare(b.retention?.listed ?? ''))
  const told = listed.some(({ retention }) => retention?.reminded && Date.parse(retention.reminded) > since)
  return told ? undefined : first
}
