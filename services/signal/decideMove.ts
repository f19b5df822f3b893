/** Moving words decides on two signals at once: both halves are saved together, or neither (docs/decisions/one-save.md). */
import { type Change, note, type Setting } from './change.ts'
import type { Command, OfficerDeed, Refusal, WhyNotThere } from './command.ts'
import { type Decided, decide, finish } from './decide.ts'
import { hinders } from './deeds/may.ts'
import { arrive, movingIn } from './deeds/move.ts'
import type { SignalRecord } from './record.ts'

export type Move = Command & OfficerDeed<'move'>
type Done = Exclude<Decided, Refusal>

/** Why this signal does not take the words, if it does not. */
function notThere(
  source: SignalRecord,
  target: SignalRecord | undefined,
  command: Move,
  setting: Setting,
): WhyNotThere | undefined {
  if (!target) return 'unknown'
  if (target.id === source.id) return 'same'
  // What is over takes nothing: its term began with its own decision (I.9).
  if (target.state === 'closed') return 'closed'
  const { seen: _ofTheSource, ...there } = command
  const hindered = hinders(target, there, setting)
  if (!hindered) return undefined
  return hindered.refused === 'frozen' ? 'frozen' : 'notYours'
}

/**
 * What becomes of both signals. Who may do it is asked of both. Each remembers the command, so that the same one again is
 * one thing. @returns a refusal of what was filled in, or of the one or the other signal
 */
export function decideMove(
  source: SignalRecord,
  target: SignalRecord | undefined,
  command: Move,
  setting: Setting,
): { source: Done; target: Done } | Refusal {
  const why = notThere(source, target, command, setting)
  // What is wrong with the signal itself, or with the form, is said first.
  const left = decide(source, command, why || !target ? setting : { ...setting, target: target.reference })
  if ('refused' in left && left.refused !== 'target') return left
  if (why || !target) return { refused: 'target', why: why ?? 'unknown' }
  if ('refused' in left) return left
  const moving = movingIn(source, command.passage)
  if (!moving || command.actor.role !== 'officer') return { refused: 'notNow' }
  const change: Change = { record: target, setting, actor: command.actor }
  const { reason } = command
  const did = arrive(change, command.actor.id, moving, { from: source.reference, reason })
  if (command.withoutChannel && !('refused' in did)) note(change, 'withoutChannel')
  const came = finish(target, change, command, did)
  if ('refused' in came) return came.refused === 'tooMuch' ? { refused: 'target', why: 'full' } : came
  return { source: left, target: came }
}
