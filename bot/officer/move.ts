/** Where words can be moved to: the open signals of this municipality that this officer may act on, by number and day. */
import type { OfficerAction } from '../../cards/actions.ts'
import type { Other } from '../../cards/officer/forms/move.ts'
import { entriesOf, type Wanted } from '../../services/agenda/agenda.ts'
import { type Entry, entryOf } from '../../services/agenda/entry.ts'
import { dayOf } from '../../services/municipality/workingTime.ts'
import { deedFrom, type OfficerDeed } from '../../services/signal/deeds/data.ts'
import { Instant, Reference } from '../../services/words.ts'
import type { OnCase } from './pointClicks.ts'
import type { OfficerTurn } from './view.ts'
import { openRecords } from './worklist.ts'

/** A number is short: what is longer is none. */
const MOST_TYPED = 40

/** Is this the form of a move, or what came from it? */
const isMove = (action: OnCase): boolean =>
  action.verb === 'move' || (action.verb === 'page' && action.page === 'move')

/** The desk of this officer, with where words can go when that is asked. @throws StoreUnavailable */
export async function withOthers(desk: OfficerTurn, action: OnCase): Promise<OfficerTurn> {
  return isMove(action) ? { ...desk, others: await othersOf(desk, action.signal) } : desk
}

/** Every open signal but this one, the newest first. @throws StoreUnavailable */
async function othersOf(desk: OfficerTurn, signal: OnCase['signal']): Promise<Other[]> {
  const { app, turn, officer, onDuty } = desk
  const { municipality } = turn
  const wanted: Wanted = {
    leaf: ({ working }) => working > 0,
    // Who is off duty has the own ones only; who may really act is asked again when it is done.
    entry: ({ working, people, signal: id }) =>
      working && id !== signal && (onDuty || people.includes(officer)),
  }
  const { agenda, entries } = await entriesOf(app.store, municipality.id, wanted)
  const found = agenda.complete
    ? entries
    : (await openRecords(desk, wanted)).flatMap((record) => entryOf(record, municipality, app.now()) ?? [])
  return found.flatMap((entry) => otherOf(entry, desk)).sort((a, b) => (a.reference < b.reference ? 1 : -1))
}

/** What the agenda says of it: its number and its day stand in its key. */
function otherOf({ key, signal }: Entry, { turn }: OfficerTurn): Other[] {
  const [, at, named] = key.split(' ')
  const received = Instant.safeParse(at)
  const reference = Reference.safeParse(named)
  if (!received.success || !reference.success) return []
  return [{ signal, reference: reference.data, received: dayOf(received.data, turn.municipality) }]
}

/** The number that was typed, as it is written; also "2026-1", or in small letters. */
function typedNumber(typed: string): string | undefined {
  const found = /^s?[ -]?(\d{4})[ -](\d{1,9})$/i.exec(typed.trim().slice(0, MOST_TYPED))
  return found ? `S-${found[1]}-${(found[2] ?? '').padStart(4, '0')}` : undefined
}

/** The deed, with the signal that was typed or chosen; what was typed counts. */
export function moveTo(
  { others = [] }: OfficerTurn,
  action: Extract<OfficerAction, { verb: 'move' }>,
): OfficerDeed<'move'> {
  const { to, reference, ...deed } = deedFrom('move', action)
  const typed = reference.trim() === '' ? undefined : typedNumber(reference)
  const meant =
    reference.trim() === ''
      ? others.find(({ signal }) => signal === to)
      : others.find((other) => other.reference === typed)
  // Not among those that are known to be open: the signal itself says why, or that there is none.
  const target = meant?.signal ?? (reference.trim() === '' ? to : undefined)
  return { ...deed, to: target, reference: meant?.reference ?? '' }
}
