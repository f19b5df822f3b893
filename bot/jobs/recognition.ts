/**
 * Brings every signal in step with the index that is not: those from before there was one, and those that were looked up
 * otherwise than it is done now. One walk in one instance, a page at a time, and none at all once it is over: what changes
 * later is looked up by its own change.
 */
import { entryOf, OUT, stepOf } from '../../services/facts/entryOf.ts'
import { mayBeLookedUp } from '../../services/facts/lookedUp.ts'
import { withImported } from '../../services/imports/records.ts'
import { entitiesOf } from '../../services/matching/entitiesOf.ts'
import type { IndexRepair, Records } from '../../services/matching/sealed/repair.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import { dayOf } from '../../services/municipality/workingTime.ts'
import { mutedValues } from '../../services/recognition/muted.ts'
import { parseStored, readSignal } from '../../services/signal/handle.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { StoreUnavailable } from '../../services/store/port.ts'
import { type MunicipalityId, SignalId } from '../../services/words.ts'
import type { App } from '../app/app.ts'
import { recogniseOne } from '../courier/recognition.ts'
import type { JobLease } from './jobLease.ts'
import { stepOver } from './stepOver.ts'

/** Raised when signals are looked up in another way, so that all of them are looked up anew. */
const VERSION = 1
/** As many signals as one round goes along. */
export const RECOGNITION_PAGE = 40
/** Once the walk is over it is asked so often, in milliseconds, whether a value was muted since; that is rare. */
const MUTED_EVERY_MS = 60_000

/** Is this one to be looked up again? A walk is only begun because something changed for what was found before. */
function isDue(record: SignalRecord): boolean {
  const { known, facts } = record
  if (record.effects.some(({ kind, deadLetter }) => kind === 'recognise' && !deadLetter)) return false
  if (facts === undefined) return mayBeLookedUp(record)
  const of = stepOf(record)
  if (of === OUT) return known?.of !== undefined && known.of !== OUT
  return known?.of !== of || known.matches.length > 0
}

/**
 * The index against the records, once a week: what a damaged disk or a backup took away is put back, and what should not be
 * there goes. What it remembers of a time round is its own; whoever takes it over begins anew, which only costs looking.
 */
export class IndexRound {
  readonly #app: App
  readonly #going = new Map<MunicipalityId, IndexRepair>()
  readonly #over = new Map<MunicipalityId, string>()

  constructor(app: App) {
    this.#app = app
  }

  /** One page. @throws StoreUnavailable */
  async page(given: Municipality, lease: JobLease, most: number): Promise<void> {
    const { store, indexOf, municipalities, now, log } = this.#app
    if (!indexOf) return
    const municipality = municipalities.now(given)
    const { id } = municipality
    const day = dayOf(now(), municipality)
    const mark = `${VERSION} ${weekOf(day)}`
    if (this.#over.get(id) === mark) return
    const taken = await lease.take()
    if (!taken) return
    if (taken.place?.mark === mark) return void this.#over.set(id, mark)
    const records = withImported(recordsOf(store, id), store, id)
    const repair = this.#going.get(id) ?? indexOf(id).repair(records, { thorough: true })
    this.#going.set(id, repair)
    const { put, removed, finished, round } = await repair.step(most)
    const count = put + removed + finished
    if (count > 0) log.info('index.repaired', { count })
    if (!round || !(await lease.reached({ day, mark }))) return
    this.#going.delete(id)
    this.#over.set(id, mark)
  }
}

/** Names the week of a day; the weeks begin on one weekday, and it matters to nobody which. */
const weekOf = (day: string): string => String(Math.floor(Date.parse(`${day}T00:00:00Z`) / (7 * 86_400_000)))

/** What should be in the index, as the records say. */
function recordsOf(store: App['store'], municipality: MunicipalityId): Records {
  return {
    after: (id, most) => store.ids(municipality, 'signal', id, most),
    of: async (id) => {
      try {
        const kept = await readSignal(store, municipality, SignalId.parse(id))
        const entry = kept && 'record' in kept ? entryOf(kept.record) : undefined
        return entry && entitiesOf(entry)
      } catch (error) {
        if (error instanceof StoreUnavailable) throw error
        // What does not open can be shown to nobody, and holds up no other.
        return undefined
      }
    },
  }
}

/** The walk of one instance. What it knows is that it is over; how far it has come stands with the lease. */
export class RecognitionRound {
  readonly #app: App
  readonly #over = new Map<MunicipalityId, string>()
  /** When it was last found that nothing is left to do. */
  readonly #looked = new Map<MunicipalityId, number>()

  constructor(app: App) {
    this.#app = app
  }

  /** One page. @throws StoreUnavailable */
  async page(given: Municipality, lease: JobLease, most: number): Promise<void> {
    const app = this.#app
    if (!app.indexOf) return
    const municipality = app.municipalities.now(given)
    const { id } = municipality
    const at = app.courier.elapsed()
    if (at - (this.#looked.get(id) ?? Number.NEGATIVE_INFINITY) < MUTED_EVERY_MS) return
    const mark = `${VERSION} ${(await mutedValues(app.store, id)).n}`
    if (this.#over.get(id) === mark) return void this.#looked.set(id, at)
    const taken = await lease.take()
    if (!taken) return
    const place = taken.place?.mark === mark ? taken.place : undefined
    // Over, in an earlier life or by another instance.
    if (place && place.after === undefined) return void this.#over.set(id, mark)
    const page = await app.store.list(id, 'signal', { after: place?.after ?? '' }, most)
    let away = false
    for (const { document, etag } of page) {
      const went = await stepOver(app, async () => {
        const stored = parseStored(document.body, etag)
        if (!('record' in stored) || !isDue(stored.record)) return
        await recogniseOne(app, municipality, stored.record.id, (of, kept) => app.courier.deliver(of, kept))
      })
      if ('failed' in went && went.failed === 'again') away = true
    }
    // The store or a key was away for one of them: the page is gone along once more.
    if (away) return
    const last = page.at(-1)
    const day = dayOf(app.now(), municipality)
    const isLast = !last || page.length < most
    if (!(await lease.reached({ day, mark, ...(isLast ? {} : { after: last.document.id }) }))) return
    if (isLast) this.#over.set(id, mark)
  }
}
