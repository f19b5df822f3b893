/** What the terms of one signal ask for, and the moment of it as the agenda is told. */
import { anewLineOps, type Entry, withListing } from '../../services/agenda/entry.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import {
  handle,
  type KeptSignal,
  readSignal,
  replaceOps,
  storedSignal,
} from '../../services/signal/handle.ts'
import { reporterIsOver, standingOf } from '../../services/signal/reading/retentionTerm.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import type { SystemDeed } from '../../services/signal/rights/command.ts'
import type { App } from '../app/app.ts'
import { handling } from '../app/ports.ts'
import { forgetReporter } from '../courier/erase.ts'

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
 * Its moment as it is reckoned now, where that is another one. What was changed meanwhile said so itself. `held`: what
 * the agenda holds of it, to which it is told anew when that is something else.
 */
export async function relist(
  app: App,
  municipality: Municipality,
  read: KeptSignal,
  held?: readonly Entry[],
): Promise<void> {
  const { record, etag } = read
  const fresh = withListing(record, municipality, app.now())
  if (held === undefined) {
    if (fresh !== record) await app.store.save(replaceOps(fresh, etag, record.listing, municipality))
    return
  }
  if (fresh === record && isHeld(record, held)) return
  const listing = { n: (record.listing?.n ?? 0) + 1, entry: record.listing?.entry ?? null }
  const told = fresh === record ? { ...record, listing } : fresh
  const document = storedSignal(told, municipality)
  const saved = await app.store.save([{ op: 'replace', document, etag }, ...anewLineOps(held, told)])
  if (saved.saved) return
  // It must stand in it: what another saved may have changed nothing that the agenda is told.
  const now = await readSignal(app.store, municipality.id, record.id)
  if (now && 'record' in now) await relist(app, municipality, now, held)
}

const isHeld = ({ listing }: SignalRecord, held: readonly Entry[]): boolean =>
  JSON.stringify(held) === JSON.stringify(listing?.entry ? [listing.entry] : [])

/** A deed that nobody asked for but a term. @returns the signal when it was done */
export async function systemDo(
  app: App,
  municipality: Municipality,
  { id }: SignalRecord,
  deed: SystemDeed,
): Promise<KeptSignal | undefined> {
  const actor = { role: 'system' } as const
  const handled = await handle(handling(app, municipality), id, { ...deed, id: app.newId(), actor })
  return handled.done === 'saved' ? handled.kept : undefined
}
