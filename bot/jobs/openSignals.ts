/** What is open, for what goes along all of it when something changed, and never in a round by itself. */
import { entriesOf } from '../../services/agenda/agenda.ts'
import { isWorking } from '../../services/agenda/entry.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import { parseStored } from '../../services/signal/handle.ts'
import { everyDocument } from '../../services/store/every.ts'
import type { SignalId } from '../../services/words.ts'
import type { App } from '../app/app.ts'
import { stepOver } from './stepOver.ts'

/** The signals with which somebody still has to do something, the most urgent first. @throws StoreUnavailable */
export async function workingSignals(app: App, { id }: Municipality): Promise<SignalId[]> {
  const wanted = { entry: ({ working }: { working: boolean }) => working }
  const { agenda, entries } = await entriesOf(app.store, id, wanted)
  if (agenda.complete) return entries.map(({ signal }) => signal)
  const found: SignalId[] = []
  for await (const { document, etag } of everyDocument(app.store, id, 'signal')) {
    await stepOver(app, () => {
      const stored = parseStored(document.body, etag)
      if ('record' in stored && isWorking(stored.record)) found.push(stored.record.id)
    })
  }
  return found
}
