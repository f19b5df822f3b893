/** The one conversation in which a name can be seen: asked with a reason, recorded first, shown once. */
import type { Reach } from '../../cards/officer/case/head.ts'
import type { PersonId } from '../../services/graph/port.ts'
import { handle } from '../../services/signal/handle.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { reveal, revealPerson, revealWay } from '../../services/vault/reveal.ts'
import type { IdentityParts } from '../../services/vault/vault.ts'
import { inTime } from '../app/deadline.ts'
import { handling } from '../app/ports.ts'
import { byDesk, type OfficerTurn } from './view.ts'

type Revealed =
  | { name: string | undefined; reach: Reach; record: SignalRecord }
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
  const name = await reveal(app.store, app.keys, record, officer)
  const way = await revealWay(app.store, app.keys, record, officer)
  if (way) return { name, reach: reachBy(way), record }
  const person = name === undefined ? undefined : await revealPerson(app.store, app.keys, record, officer)
  return { name, reach: await reachOf(desk, person), record }
}

/** As it was said to the officer who entered it: there is no chat, and nobody in the directory. */
function reachBy({ by, at, note }: NonNullable<IdentityParts['way']>): Reach {
  const said = { said: true as const, ...(note === undefined ? {} : { note }) }
  switch (by) {
    case 'telephone':
      return { phones: [at], ...said }
    case 'mail':
      return { phones: [], mail: at, ...said }
    case 'other':
      return { phones: [], other: at, ...said }
    default:
      return by satisfies never
  }
}

/** Waiting for this takes at most one in so many parts of the time for an answer. */
const SHARE = 3

/** How this person can be called, as the directory has it now. Never kept, never logged. Never rejects. */
async function reachOf({ app, turn }: OfficerTurn, person: PersonId | undefined): Promise<Reach> {
  if (!person || !app.graph.reach) return 'unknown'
  const asked = app.graph.reach(turn.municipality.tenant, person).catch(() => undefined)
  const answered = await inTime(asked, app.answerWithin / SHARE)
  if (answered === 'late' || !answered.done || 'failed' in answered.done) return 'unknown'
  return answered.done.reach
}
