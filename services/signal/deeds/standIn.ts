/**
 * What the round does with an open signal when the reporting point itself changed: an officer who is gone is stood in
 * for, what was meant for them goes to the one who answers now, and a channel that is back shows it again (A061, I.7).
 */
import { onDuty, whyGone } from '../../municipality/municipality.ts'
import { dayOf } from '../../municipality/workingTime.ts'
import type { Effect } from '../../outbox/effect.ts'
import type { OfficerId } from '../../words.ts'
import { CHANGED, type Change, cause, note, type RuleResult, set, tell, visible } from '../change.ts'
import type { TendDeed } from '../command.ts'
import { toTellAgain } from '../reading/feedback.ts'

/** The audit trail's words for whether somebody could be warned; the newest of the two holds. */
const NOBODY = 'nobodyWarned'

const SOMEBODY = 'somebodyReads'

/** Notes that a signal came in while nobody could be reached; the round says so when that is over. */
export function noteNobody(change: Change): void {
  if (change.setting.municipality.point?.nobody) note(change, NOBODY)
}

/** Goes through one open signal. Refuses with `already` when there is nothing to do for it, `notNow` while it is rung. */
export function tend(change: Change, { ring }: TendDeed): RuleResult {
  const before = change.record
  // Closed, and still to be told: then somebody must be there who does it.
  if (before.state === 'closed' && !toTellAgain(before)) return { refused: 'closed' }
  // Somebody is ringing it at this moment, perhaps another instance: twice would be two cards.
  if (ring && before.effects.some((e) => e.kind === 'doorbell' && e.lease && !e.deadLetter)) {
    return { refused: 'notNow' }
  }
  if (!change.setting.municipality.point?.nobody) {
    standIn(change)
    readdress(change)
  }
  sayWhoReads(change)
  if (ring) ringAgain(change)
  return change.record === before ? { refused: 'already' } : CHANGED
}

const isAway = ({ setting }: Change, id: OfficerId | undefined): boolean =>
  id !== undefined && whyGone(setting.municipality, id) !== undefined

const answersNow = ({ setting }: Change): OfficerId =>
  onDuty(setting.municipality, dayOf(setting.now, setting.municipality)).accountable.id

/** The officer who has it in hand or answers for it cannot be reached any more: somebody else answers from now on. */
function standIn(change: Change): void {
  const { takenBy, ...rest } = change.record
  if (!isAway(change, takenBy) && !isAway(change, rest.accountable)) return
  const holder = takenBy && !isAway(change, takenBy) ? takenBy : answersNow(change)
  if (holder === rest.accountable && (takenBy === undefined || holder === takenBy)) return
  change.record = { ...rest, accountable: holder, ...(takenBy === holder ? { takenBy } : {}) }
  note(change, 'standIn')
  cause(change, { kind: 'tellOfficer', officer: holder, notice: 'standIn' })
  // Nobody has looked yet: the receipt names who will.
  if (change.record.state === 'received') receiptAgain(change)
  visible(change)
}

/** What was on its way to an officer who is gone goes to the one who answers now. */
function readdress(change: Change): void {
  const now = answersNow(change)
  const { effects } = change.record
  const rung = (e: Effect): boolean => e.kind === 'alarm' && e.to === now && !e.deadLetter
  const next = effects.flatMap((e): Effect[] => {
    if (e.kind === 'tellOfficer' && e.officer !== now && isAway(change, e.officer))
      return [{ ...fresh(e), officer: now }]
    if (e.kind !== 'alarm' || e.to === 'channel' || e.to === now || !isAway(change, e.to)) return [e]
    return effects.some(rung) ? [] : [{ ...fresh(e), to: now }]
  })
  if (next.some((e, at) => e !== effects[at])) set(change, { effects: next })
}

/** As if it was never tried. */
function fresh<E extends Effect>(effect: E): E {
  const { notBefore: _wait, deadLetter: _given, ...rest } = effect
  return { ...effect, ...rest, notBefore: undefined, deadLetter: undefined, attempts: 0 }
}

/** Where nobody could be warned the reporter knows that; and hears who reads it as soon as somebody does. */
function sayWhoReads(change: Change): void {
  const { record, setting } = change
  if (record.state !== 'received') return
  const said = record.audit.findLast(({ what }) => what === NOBODY || what === SOMEBODY)?.what
  const nobody = setting.municipality.point?.nobody === true
  if (nobody === (said === NOBODY)) return
  note(change, nobody ? NOBODY : SOMEBODY)
  receiptAgain(change)
}

function receiptAgain(change: Change): void {
  const pending = change.record.effects.some(
    (e) => e.kind === 'tellReporter' && e.message.about === 'received' && !e.deadLetter,
  )
  if (!pending) tell(change, { about: 'received' })
}

function ringAgain(change: Change): void {
  const isBell = (e: Effect): boolean => e.kind === 'doorbell'
  set(change, { effects: change.record.effects.filter((e) => !isBell(e)) })
  cause(change, { kind: 'doorbell' })
  note(change, 'ringAgain')
}
