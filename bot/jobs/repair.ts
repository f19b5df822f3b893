/**
 * The way to the reporter of each signal, looked at once a day: what should bring it back to somebody does, and what
 * is written for an anonymous reporter can be read with the code (A121).
 */

import { withListing } from '../../services/agenda/entry.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import { feedbackComesBack } from '../../services/outbox/comesBack.ts'
import { type KeptSignal, readSignal, replaceOps } from '../../services/signal/handle.ts'
import { toTellAgain } from '../../services/signal/reading/feedback.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { type Op, StoreUnavailable, type Versioned } from '../../services/store/port.ts'
import { codeDocument, codeKeyOf, readCodeEntry } from '../../services/vault/codeEntry.ts'
import type { CodeId } from '../../services/words.ts'
import type { App } from '../app/app.ts'

/** Looks at one signal, as it was listed; mostly there is nothing to do. @throws StoreUnavailable */
export async function repairWayBack(
  app: Pick<App, 'store' | 'now'>,
  { document }: Versioned,
  read: KeptSignal,
  municipality: Municipality,
) {
  const { record } = read
  if (record.code) await mendCode(app, record, record.code.id)
  // Every signal is stored as open by now: one that is not was saved last by an earlier version.
  if (!document.open && toTellAgain(record)) await openAgain(app, read, municipality)
}

/**
 * The document that leads from the code to its signal is gone, as after a backup that was put back in part, or does not
 * open: then what lies ready would never be read. Everything that was in it stands in the signal. The code itself is
 * shown to nobody.
 */
async function mendCode({ store }: Pick<App, 'store'>, record: SignalRecord, id: CodeId): Promise<void> {
  const { municipality, id: signal } = record
  const leads = async () => {
    const now = await readSignal(store, municipality, signal)
    return now !== undefined && 'record' in now && now.record.code?.id === id
  }
  const entry = await readCodeEntry(store, municipality, id).catch((error: unknown) => {
    if (error instanceof StoreUnavailable) throw error
    return 'damaged' as const
  })
  if ((entry && entry !== 'damaged') || !(await leads())) return
  const before: Op[] = entry ? [{ op: 'delete', key: codeKeyOf(municipality, id) }] : []
  const document = codeDocument(municipality, id, signal, true)
  const made = await store.save([...before, { op: 'create', document }])
  // Destroyed in between: nothing of it may stay.
  if (made.saved && !(await leads())) await store.save([{ op: 'delete', key: codeKeyOf(municipality, id) }])
}

/** Closed by a version that did not call it back: now it does, with all that belongs to that. The outbox delivers it. */
async function openAgain(
  { store, now }: Pick<App, 'store' | 'now'>,
  { record, etag }: KeptSignal,
  municipality: Municipality,
): Promise<void> {
  const before = { ...record, effects: record.effects.filter((effect) => !effect.deadLetter) }
  // Nobody was told of it by that version.
  const effects = record.effects.map(({ told: _nobody, cameBack: _not, ...effect }) => effect)
  const untold = { ...record, effects }
  const back = withListing(feedbackComesBack(before, untold), municipality, now())
  await store.save(replaceOps(back, etag, record.listing, municipality))
}
