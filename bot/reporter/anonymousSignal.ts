/**
 * A signal that was sent anonymously from this chat: nothing that is kept leads to it, but its card still has the id of its
 * draft, and with the key of the chat that leads there.
 */
import type { ReporterDeed } from '../../services/signal/command.ts'
import { handle } from '../../services/signal/handle.ts'
import { type Anonymous, anonymousOf } from '../../services/vault/codeEntry.ts'
import type { SignalId } from '../../services/words.ts'
import { handling } from '../app/ports.ts'
import type { ReporterTurn } from './reporterTurn.ts'

/** By what a draft is known once it was sent anonymously. */
export const namesOf = ({ app, turn, kept }: ReporterTurn, draft: SignalId): Anonymous =>
  anonymousOf(app.keys, turn.municipality.id, kept.chat.id, draft)

/** The signal that this draft became, if it was sent anonymously. */
export const anonymousSignal = (state: ReporterTurn, draft: SignalId): SignalId =>
  namesOf(state, draft).signal

/** Does something with it, as its reporter. `unknown`: there is none. @throws StoreUnavailable */
export async function anonymousDo(
  { app, turn }: ReporterTurn,
  signal: SignalId,
  deed: ReporterDeed,
): Promise<Awaited<ReturnType<typeof handle>>['done']> {
  const handled = await handle(handling(app, turn.municipality), signal, {
    ...deed,
    id: app.newId(),
    actor: { role: 'reporter' },
  })
  if (handled.done === 'saved') app.courier.deliver(turn.municipality, handled.kept)
  return handled.done
}
