/**
 * The walk of a day, a page at a time: along every signal of a municipality, in one instance. What is due by itself is
 * done on its own moment (bot/jobs/due.ts); here is seen what no moment says: a term or a rota that the municipality
 * changed, a record from before there were moments, a way to the reporter that is broken. Then the list of what is to be
 * destroyed is told of. (docs/decisions/next-moment.md)
 */
import { createHash } from 'node:crypto'
import { begun, complete, entriesOf } from '../../services/agenda/agenda.ts'
import type { Entry } from '../../services/agenda/entry.ts'
import { type Agenda, readAgenda } from '../../services/agenda/kept.ts'
import { sweepLeaves } from '../../services/agenda/mend.ts'
import { forgetChoices } from '../../services/municipality/choice.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import { dayOf } from '../../services/municipality/workingTime.ts'
import { forgetSearches } from '../../services/retention/ledger.ts'
import { parseStored, readSignal } from '../../services/signal/handle.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { StoreUnavailable, type Versioned } from '../../services/store/port.ts'
import { type Instant, type MunicipalityId, plus } from '../../services/words.ts'
import type { App } from '../app/app.ts'
import { tidyAgenda } from './agendaRound.ts'
import { JobLease, type Place, type Trouble } from './jobLease.ts'
import { repairWayBack } from './repair.ts'
import { stepOver } from './stepOver.ts'
import { endTerms, relist, systemDo } from './terms.ts'

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

/** What does not open may open again: a walk that puts everything in anew looks again after so long. */
const AGAIN_MINUTES = 10

/** What goes along a municipality: what it is begun for, whether the agenda holds everything, and how far it has come. */
type Going = {
  municipality: Municipality
  lease: JobLease
  most: number
  today: Place
  mine: Place
  place: Place | undefined
  /** Which making of the agenda is under way; left out: it holds everything. */
  made?: string
}

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
    const name = nameOf(today)
    if (this.#over.get(municipality.id) === name) return
    const taken = await lease.take()
    if (!taken) return
    const { complete: whole } = await readAgenda(app.store, municipality.id)
    const made = whole ? undefined : await begun(app.store, municipality.id)
    // One that puts everything in anew begins at the beginning, also where another was under way.
    const mine = made === undefined ? today : { ...today, mark: `${today.mark} ${made}` }
    const place = goingOn(taken.place, mine)
    // Over, in an earlier life or by another instance; but not when the agenda did not open since.
    if (place && place.after === undefined && whole) return void this.#over.set(municipality.id, name)
    if (place?.from !== undefined && waits(place.from, app.now())) return
    await this.#along({ municipality, lease, most, today, mine, place, ...(made ? { made } : {}) })
  }

  async #along(going: Going): Promise<void> {
    const app = this.#app
    const { municipality, lease, most, today, mine, place, made } = going
    const { id } = municipality
    const after = place?.after ?? ''
    // The terms of the signals do not wait for it.
    if (after === '') {
      await stepOver(app, () => forgetSearches(app.store, id, app.now()))
      await stepOver(app, () => forgetChoices(app.store, id, today.day))
      await stepOver(app, () => sweepLeaves(app.store, id))
    }
    const page = await app.store.list(id, 'signal', { after }, most)
    const held = await app.agendas.now(id)
    // Thrown away meanwhile: it is begun anew in the next round.
    if (!isAsItWas(held.agenda, made)) return
    const troubles = place?.trouble ? [place.trouble] : []
    for (const kept of page) {
      // One that fails holds up no other; it is looked at again tomorrow.
      const found = await examine(app, municipality, kept, held.of.get(kept.document.id) ?? [])
      if (found) troubles.push(found)
    }
    if (made !== undefined && (await hidesSome(app, municipality, after, page, most))) troubles.push('unread')
    await tidyAgenda(app, municipality)
    const trouble = worstOf(troubles)
    const so = trouble ? { ...mine, trouble } : mine
    const last = page.at(-1)
    if (last && page.length >= most) {
      await lease.reached({ ...so, after: justBefore(last.document.id) })
      return
    }
    await this.#end(going, { ...so, after }, trouble)
  }

  /** Everything was gone along. */
  async #end(
    { municipality, lease, today, mine, made }: Going,
    here: Place,
    trouble: Trouble | undefined,
  ): Promise<void> {
    const app = this.#app
    // Of what could not be looked at nothing stands in the agenda yet: then not everything is in it.
    const whole = made === undefined || (!trouble && (await complete(app.store, municipality.id, made)))
    const from = trouble === 'unread' ? { from: plus(app.now(), { minutes: AGAIN_MINUTES }) } : {}
    // Another instance that took it over tells of the list.
    if (!(await lease.reached(whole ? here : { ...mine, after: '', ...from }))) return
    if (!whole && trouble !== 'unread') return
    await remind(app, municipality)
    if (!whole || !(await lease.reached(today))) return
    this.#over.set(municipality.id, nameOf(today))
  }
}

const nameOf = ({ day, mark }: Place): string => `${day} ${mark}`

const goingOn = (place: Place | undefined, { day, mark }: Place): Place | undefined =>
  place?.day === day && place.mark === mark ? place : undefined

/** A moment that is further away than it is ever set was said by a wrong clock. */
const waits = (from: Instant, now: Instant): boolean =>
  from > now && Date.parse(from) - Date.parse(now) <= AGAIN_MINUTES * 60_000

/** `made`: which making was under way; undefined: it held everything. */
const isAsItWas = (agenda: Agenda, made: string | undefined): boolean =>
  made === undefined ? agenda.complete : agenda.made === made

/** What the store kept from being looked at is looked at again at once; what does not open, after a while. */
const worstOf = (troubles: readonly Trouble[]): Trouble | undefined =>
  troubles.find((trouble) => trouble === 'away') ?? troubles[0]

/** Is there something among these that a list leaves out, for it does not open? */
async function hidesSome(
  { store }: App,
  { id }: Municipality,
  after: string,
  page: readonly Versioned[],
  most: number,
): Promise<boolean> {
  const there = new Set(page.map(({ document }) => document.id))
  for (const each of await store.ids(id, 'signal', after, most)) {
    if (there.has(each)) continue
    try {
      // Gone since, or come since: then it says so itself.
      await store.read({ municipality: id, kind: 'signal', id: each })
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error
      return true
    }
  }
  return false
}

/**
 * Looks at one signal: its terms, its way back, and whether the agenda holds of it what it says itself. @returns what
 * kept it from being put there
 */
async function examine(
  app: App,
  municipality: Municipality,
  kept: Versioned,
  held: readonly Entry[],
): Promise<Trouble | undefined> {
  const parsed = await stepOver(app, () => parseStored(kept.document.body, kept.etag))
  if ('failed' in parsed) return 'unread'
  const read = parsed.did
  if ('tombstone' in read) return undefined
  // What fails there keeps no term waiting, nor its place in the agenda.
  await stepOver(app, () => repairWayBack(app, kept, read, municipality))
  const went = [
    await stepOver(app, () => endTerms(app, municipality, read.record)),
    await stepOver(app, () => relist(app, municipality, read, held)),
  ]
  return went.some((each) => 'failed' in each && each.failed === 'again') ? 'away' : undefined
}

/** One message for the whole list, with the first on it; a week later again when something stays. */
async function remind(app: App, municipality: Municipality): Promise<void> {
  const first = await toRemind(app, municipality)
  const reminded = first && (await systemDo(app, municipality, first, { do: 'remindOfList' }))
  if (reminded) app.courier.deliver(municipality, reminded)
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
