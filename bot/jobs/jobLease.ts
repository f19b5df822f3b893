/**
 * A job that one instance does for all: who has it, until when, and how far it has come, in a document of the municipality.
 * An instance that dies is taken over when its lease is over, and its work goes on from where it was.
 */
import { z } from 'zod'
import type { Municipality } from '../../services/municipality/municipality.ts'
import { type Op, type Store, StoreUnavailable } from '../../services/store/port.ts'
import { Day, Instant } from '../../services/words.ts'
import type { App } from '../app/app.ts'

/** Why a walk could not look at something: the store was away for it, or it does not open. */
const Trouble = z.enum(['away', 'unread'])
export type Trouble = z.infer<typeof Trouble>

/**
 * How far a walk of a day has come. `mark`: what it was begun for, besides the day. `trouble`: what it met until there.
 * `from`: it is not gone on with before then.
 */
export const Place = z.object({
  day: Day,
  mark: z.string(),
  after: z.string().optional(),
  trouble: Trouble.optional(),
  from: Instant.optional(),
})
export type Place = z.infer<typeof Place>

const JobState = z.object({ schema: z.literal(1), by: z.string(), at: Instant, place: Place.optional() })
type JobState = z.infer<typeof JobState>

/** Much longer than a page takes: an instance that does nothing for so long is not there any more. */
const LEASE_MS = 10 * 60_000

type Leasing = Pick<App, 'store' | 'now' | 'courier'>

/** The lease of one job of one municipality, as this instance holds it. */
export class JobLease {
  readonly #app: Leasing
  readonly #key: { municipality: Municipality['id']; kind: 'counter'; id: string }
  #etag: string | undefined
  constructor(app: Leasing, municipality: Municipality, job: string) {
    this.#app = app
    this.#key = { municipality: municipality.id, kind: 'counter', id: `job-${job}` }
  }

  /** Takes it. @returns how far the job has come; undefined when another instance is at it. @throws StoreUnavailable */
  async take(): Promise<{ place: Place | undefined } | undefined> {
    const { store, now, courier } = this.#app
    const kept = await readKept(store, this.#key)
    const age = kept.state ? Math.abs(Date.parse(now()) - Date.parse(kept.state.at)) : LEASE_MS
    if (kept.state && kept.state.by !== courier.holder.by && age < LEASE_MS) return undefined
    this.#etag = kept.etag
    return (await this.#save(kept.state?.place)) ? { place: kept.state?.place } : undefined
  }

  /** So far it has come. False: another instance took it over meanwhile. @throws StoreUnavailable */
  reached(place: Place): Promise<boolean> {
    return this.#save(place)
  }

  async #save(place: Place | undefined): Promise<boolean> {
    const { store, now, courier } = this.#app
    const state: JobState = { schema: 1, by: courier.holder.by, at: now(), ...(place ? { place } : {}) }
    const document = { ...this.#key, body: state, open: false, dueAt: null }
    const op: Op = this.#etag ? { op: 'replace', document, etag: this.#etag } : { op: 'create', document }
    const saved = await store.save([op])
    if (saved.saved) this.#etag = saved.etags[0] ?? undefined
    return saved.saved
  }
}

/** One that does not open is as none: it goes, and the job begins anew. */
async function readKept(store: Store, key: Parameters<Store['read']>[0]) {
  const kept = await store.read(key).catch(async (error: unknown) => {
    if (error instanceof StoreUnavailable) throw error
    await store.save([{ op: 'delete', key }])
    return undefined
  })
  return { etag: kept?.etag, state: JobState.safeParse(kept?.document.body).data }
}
