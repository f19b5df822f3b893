/**
 * The way to the reporter of each signal, looked at once a day: what should bring it back to somebody does, and what is
 * written for who is anonymous can be read with the code (A121).
 */

import { feedbackComesBack } from '../../services/outbox/comesBack.ts'
import { awaitsSomebody, readSignal, signalDocument } from '../../services/signal/handle.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { type Op, StoreUnavailable, type Versioned } from '../../services/store/port.ts'
import { codeDocument, codeKeyOf, readCodeEntry } from '../../services/vault/codeEntry.ts'
import type { CodeId } from '../../services/words.ts'
import type { App } from '../app/app.ts'

/** Looks at one signal, as it was listed; mostly there is nothing to do. @throws StoreUnavailable */
export async function repairWayBack(parts: Pick<App, 'store'>, kept: Versioned, record: SignalRecord) {
  if (record.code) await mendCode(parts, record, record.code.id)
  if (!kept.document.open && awaitsSomebody(record)) await openAgain(parts, kept, record)
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

/** Closed by a version that did not call it back: now it does, with all that belongs to that. The sweep delivers it. */
async function openAgain(
  { store }: Pick<App, 'store'>,
  { etag }: Versioned,
  record: SignalRecord,
): Promise<void> {
  const before = { ...record, effects: record.effects.filter((effect) => !effect.deadLetter) }
  await store.save([{ op: 'replace', document: signalDocument(feedbackComesBack(before, record)), etag }])
}
