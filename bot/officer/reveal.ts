/** The one conversation in which a name can be seen: asked with a reason, recorded first, shown once. */
import { handle } from '../../services/signal/handle.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { reveal } from '../../services/vault/reveal.ts'
import { handling } from '../app/ports.ts'
import { byDesk, type OfficerTurn } from './view.ts'

type Revealed =
  | { name: string | undefined; record: SignalRecord }
  | { handled: Exclude<Awaited<ReturnType<typeof handle>>, { done: 'saved' }> }

/** Records the reason, and only then opens the vault. @throws StoreUnavailable */
export async function revealReporter(
  desk: OfficerTurn,
  signal: SignalRecord['id'],
  deed: { press: string; reason: string },
): Promise<Revealed> {
  const { app, turn, officer } = desk
  const handled = await handle(handling(app, turn.municipality), signal, {
    do: 'reveal',
    reason: deed.reason,
    id: deed.press,
    ...byDesk(desk),
  })
  if (handled.done !== 'saved') return { handled }
  const { record } = handled.kept
  return { name: await reveal(app.store, app.keys, record, officer), record }
}
