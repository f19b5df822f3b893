/**
 * The round of the terms, a little at a time: once a day it goes along every signal of a municipality, lists what is due
 * for a person to decide, and forgets who reported where that has been long enough. It goes along all of them rather
 * than keep the day on each: a term that the municipality changes counts for what is there already (docs/decisions).
 */
import { z } from 'zod'
import { forgetChoices } from '../../services/municipality/choice.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import { dayOf } from '../../services/municipality/workingTime.ts'
import { forgetSearches } from '../../services/retention/ledger.ts'
import { handle, type KeptSignal, parseStored } from '../../services/signal/handle.ts'
import { reporterIsOver, standingOf } from '../../services/signal/reading/retentionTerm.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import type { SystemDeed } from '../../services/signal/rights/command.ts'
import type { Op, Versioned } from '../../services/store/port.ts'
import { type Day, Instant, type MunicipalityId } from '../../services/words.ts'
import type { App } from '../app/app.ts'
import { handling } from '../app/ports.ts'
import { forgetReporter } from '../courier/erase.ts'
import { repairWayBack } from './repair.ts'

/** As many signals as one sweep goes along, so that it never keeps an alarm waiting. */
const PAGE = 100
/** The officer is told again of a list that stays, after so long. */
const REMIND_DAYS = 7

/** How far the round of a day has come; `after` is undefined when it is over. */
type Place = { day: Day; after: string | undefined }

/** The round of one instance. A restart begins the day anew, which only costs looking. */
export class RetentionRound {
  readonly #parts: App
  readonly #places = new Map<MunicipalityId, Place>()

  constructor(parts: App) {
    this.#parts = parts
  }

  /** One step for every municipality; nothing when today's is over. What fails is tried in the next. */
  async step(): Promise<void> {
    const { courier, municipalities } = this.#parts
    // After a jump of the clock nothing is taken to be over until it is sure that it stays so.
    if (!courier.clock.calm()) return
    for (const municipality of municipalities) {
      await alwaysAnswer(this.#parts, () => this.#page(municipality))
    }
  }

  async #page(municipality: Municipality): Promise<void> {
    const parts = this.#parts
    const today = dayOf(parts.now(), municipality)
    const before = this.#places.get(municipality.id)
    const after = before?.day === today ? before.after : ''
    if (after === undefined) return
    // The terms of the signals do not wait for it.
    if (after === '') {
      await alwaysAnswer(parts, () => forgetSearches(parts.store, municipality.id, parts.now()))
      await alwaysAnswer(parts, () => forgetChoices(parts.store, municipality.id, today))
    }
    const page = await parts.store.list(municipality.id, 'signal', { after }, PAGE)
    // One that fails holds up no other; it is looked at again tomorrow.
    for (const kept of page) await alwaysAnswer(parts, () => examine(parts, municipality, kept))
    const last = page.at(-1)
    const over = last === undefined || page.length < PAGE
    if (over) await remind(parts, parts.municipalities.now(municipality))
    this.#places.set(municipality.id, { day: today, after: over ? undefined : last.document.id })
  }
}

async function alwaysAnswer({ log }: App, act: () => Promise<unknown>): Promise<void> {
  try {
    await act()
  } catch (error) {
    log.warn('sweep.failed', { error })
  }
}

const recordOf = (kept: Versioned): SignalRecord | undefined => {
  const stored = parseStored(kept.document.body, kept.etag)
  return 'record' in stored ? stored.record : undefined
}

async function examine(parts: App, municipality: Municipality, kept: Versioned): Promise<void> {
  const record = recordOf(kept)
  if (!record) return
  const now = parts.now()
  // What fails there keeps no term waiting.
  await alwaysAnswer(parts, () => repairWayBack(parts, kept, record))
  const due = standingOf(record, municipality, now) === 'due'
  const listed = record.retention?.listed !== undefined
  if (due && !listed) await systemDo(parts, municipality, record, { do: 'listForDestruction' })
  if (!due && listed) await systemDo(parts, municipality, record, { do: 'takeOffList' })
  if (!reporterIsOver(record, municipality, now)) return
  // First where it stands, then that it stood there: what breaks off in between is done again tomorrow.
  await forgetReporter(parts, municipality, record)
  const forgotten = await systemDo(parts, municipality, record, { do: 'forgetReporter' })
  if (forgotten) parts.courier.deliver(municipality, forgotten)
}

async function systemDo(
  parts: App,
  municipality: Municipality,
  { id }: SignalRecord,
  deed: SystemDeed,
): Promise<KeptSignal | undefined> {
  const actor = { role: 'system' } as const
  const handled = await handle(handling(parts, municipality), id, { ...deed, id: parts.newId(), actor })
  return handled.done === 'saved' ? handled.kept : undefined
}

/** One message for the whole list, with the first on it; a week later again when something stays. */
async function remind(parts: App, municipality: Municipality): Promise<void> {
  if (!(await toRemind(parts, municipality)) || !(await firstToRemind(parts, municipality))) return
  // Looked at once more: another instance may have told of it until now.
  const first = await toRemind(parts, municipality)
  const reminded = first && (await systemDo(parts, municipality, first, { do: 'remindOfList' }))
  if (reminded) parts.courier.deliver(municipality, reminded)
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
async function toRemind(parts: App, municipality: Municipality): Promise<SignalRecord | undefined> {
  const now = parts.now()
  const open = await parts.store.list(municipality.id, 'signal', { open: true }, 1_000)
  const listed = open.flatMap((kept) => {
    try {
      const record = recordOf(kept)
      return record?.retention?.listed ? [record] : []
    } catch {
      // Said already, when it was examined.
      return []
    }
  })
  const since = Date.parse(now) - REMIND_DAYS * 86_400_000
  // The one that waits longest says how long the list waits.
  const [first] = listed.sort((a, b) => (a.retention?.listed ?? '').localeCompare(b.retention?.listed ?? ''))
  const told = listed.some(({ retention }) => retention?.reminded && Date.parse(retention.reminded) > since)
  return told ? undefined : first
}
