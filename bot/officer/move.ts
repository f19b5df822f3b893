/** Where words can be moved to: the open signals of this municipality that this officer may act on, by number and day. */
import type { OfficerAction } from '../../cards/actions.ts'
import type { Other } from '../../cards/officer/forms/move.ts'
import { entriesOf, type Wanted } from '../../services/agenda/agenda.ts'
import { type Entry, entryOf } from '../../services/agenda/entry.ts'
import { readCase } from '../../services/cases/handleCase.ts'
import { dayOf } from '../../services/municipality/workingTime.ts'
import { deedFrom, type OfficerDeed } from '../../services/signal/deeds/data.ts'
import { readSignal } from '../../services/signal/handle.ts'
import { Instant, Reference, type SignalId } from '../../services/words.ts'
import type { OnCase } from './pointClicks.ts'
import type { OfficerTurn } from './view.ts'
import { openRecords } from './worklist.ts'

/** A number is short: what is longer is none. */
const MOST_TYPED = 40

/** Is this the form of a move or of a joining, or what came from it? */
const isMove = (action: OnCase): boolean =>
  action.verb === 'move' ||
  action.verb === 'link' ||
  action.verb === 'linkPage' ||
  (action.verb === 'page' && (action.page === 'move' || action.page === 'link'))

/** The desk of this officer, with where words can go when that is asked. @throws StoreUnavailable */
export async function withOthers(desk: OfficerTurn, action: OnCase): Promise<OfficerTurn> {
  return isMove(action) ? { ...desk, others: await inOrder(desk, action) } : desk
}

/** Those of the same case first, for words that stand in the wrong one mostly belong there. */
async function inOrder(desk: OfficerTurn, action: OnCase): Promise<Other[]> {
  const { app, turn } = desk
  const others = await othersOf(desk, action.signal)
  const kept = await readSignal(app.store, turn.municipality.id, action.signal)
  const id = kept && 'record' in kept ? kept.record.caseOf?.id : undefined
  const found = id && (await readCase(app.store, turn.municipality.id, id))
  const near = new Set(found ? found.kase.members.map(({ signal }) => signal) : [])
  return others.toSorted((a, b) => Number(near.has(b.signal)) - Number(near.has(a.signal)))
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

/** Where it is joined with: what was typed counts. What was found beside it is known by its number too, open or not. */
export function linkTo(
  { others = [] }: OfficerTurn,
  action: Extract<OfficerAction, { verb: 'link' }>,
  known: readonly { signal: SignalId; reference: string }[],
): OfficerDeed<'link'> {
  const { other, reference, ...deed } = deedFrom('link', action)
  if (reference.trim() === '') return { ...deed, other, reference: '' }
  const typed = typedNumber(reference)
  const meant = [...others, ...known].find((each) => each.reference === typed)
  return { ...deed, other: meant?.signal, reference: meant?.reference ?? '' }
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
