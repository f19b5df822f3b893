/** The destruction list: what is due, and what an officer approves. The software destroys no signal by itself. */
import type { OfficerAction } from '../../cards/actions.ts'
import { recipientOf } from '../../cards/officer/case/rightsParts.ts'
import { declarationCard } from '../../cards/officer/lists/declaration.ts'
import { MOST_TO_DESTROY, type ToDestroy, toDestroyCard } from '../../cards/officer/lists/destructionList.ts'
import { texts } from '../../cards/texts/index.ts'
import { declared } from '../../services/retention/ledger.ts'
import { handle, readSignal } from '../../services/signal/handle.ts'
import { reporterNotInformed } from '../../services/signal/reading/feedback.ts'
import { openRecipientTasks } from '../../services/signal/reading/recipients.ts'
import { isToDestroy, standingOf, termOf } from '../../services/signal/reading/retentionTerm.ts'
import { handling } from '../app/ports.ts'
import { byDesk, type OfficerTurn, type View } from './view.ts'
import { openRecords } from './worklist.ts'

type Destroy = Extract<OfficerAction, { verb: 'destroy' }>

/** The list, the oldest term first. @throws StoreUnavailable */
export async function toDestroyView(
  desk: OfficerTurn,
  lines: { notice?: string; error?: string } = {},
): Promise<View> {
  const { app, turn, language } = desk
  const { municipality } = turn
  const now = app.now()
  const isLate = ({ decideBy }: { decideBy: string | null }) => decideBy !== null && decideBy < now
  const open = await openRecords(desk, {
    leaf: (leaf) => leaf.toDestroy > 0 || isLate(leaf),
    entry: (entry) => entry.toDestroy || isLate(entry),
  })
  const due = open
    .filter((record) => isToDestroy(record, municipality, now))
    .flatMap((record): ToDestroy[] => {
      const term = termOf(record, municipality)
      if (!term) return []
      const names = openRecipientTasks(record).map((task) =>
        recipientOf(record, task, municipality, language),
      )
      const { id: signal, reference } = record
      const reporter = reporterNotInformed(record)
        ? [texts(language).officer.retention.toDestroy.reporter]
        : []
      return [{ signal, reference, term, tellFirst: [...new Set([...names, ...reporter])] }]
    })
    .sort((a, b) => a.term.until.localeCompare(b.term.until) || a.reference.localeCompare(b.reference))
  const undecided = open
    .filter((record) => record.state !== 'closed' && record.due.decide < now)
    .filter((record) => standingOf(record, municipality, now) === 'undecided')
    .map(({ reference }) => reference)
  const card = toDestroyCard({
    items: due.slice(0, MOST_TO_DESTROY),
    total: due.length,
    undecided,
    press: app.newId(),
    language,
    ...lines,
  })
  return { title: texts(language).officer.retention.toDestroy.title, card }
}

/** The declaration of a month, this one when none is named. @throws StoreUnavailable */
export async function declarationView(desk: OfficerTurn, asked?: string, part?: number): Promise<View> {
  const { app, turn, language } = desk
  const { municipality } = turn
  const now = app.now().slice(0, 7)
  const month = asked !== undefined && asked <= now ? asked : now
  const lines = await declared(app.store, municipality.id, month)
  const title = texts(language).officer.retention.declaration.title
  return { title, card: declarationCard({ lines, month, now, part, municipality, language }) }
}

/** Destroys what was approved, each on its own: what has changed since stays, and is named. @throws StoreUnavailable */
export async function destroyApproved(desk: OfficerTurn, action: Destroy): Promise<View> {
  const { app, turn, language } = desk
  const { municipality } = turn
  const t = texts(language).officer.retention.toDestroy
  // What a clock that jumped ahead put on the list is not over.
  if (!app.courier.clock.calm()) return toDestroyView(desk, { error: t.clockJumped })
  let done = 0
  const stayed: string[] = []
  for (const signal of new Set(action.signals)) {
    const handled = await handle(handling(app, municipality), signal, {
      do: 'destroy',
      id: action.press,
      ...byDesk(desk),
    })
    if (handled.done === 'ended') {
      done += 1
      app.courier.deliver(municipality, handled.kept)
    } else if (handled.done === 'refused') {
      stayed.push(handled.kept.record.reference)
    } else if (handled.done === 'unknown') {
      // Pressed twice, or a colleague was first: it is gone, as was asked.
      const kept = await readSignal(app.store, municipality.id, signal)
      if (kept && 'tombstone' in kept && kept.tombstone.destroyed) done += 1
    }
  }
  return toDestroyView(desk, {
    ...(done > 0 ? { notice: t.done(done) } : {}),
    ...(stayed.length > 0 ? { error: t.notDone(stayed.join(', ')) } : {}),
  })
}
