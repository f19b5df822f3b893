/** What the round does by itself when a term passes: list, remind, forget who reported. It destroys no signal. */

import { onDuty } from '../../municipality/municipality.ts'
import { dayOf, daysBetween } from '../../municipality/workingTime.ts'
import { isToReporter } from '../../outbox/kinds.ts'
import { CHANGED, type Change, cause, note, type RuleResult, set, visible } from '../change.ts'
import { reporterIsOver, standingOf } from '../reading/retentionTerm.ts'

/** A list that waits longer is told to everybody of the reporting point. */
const MOST_WAIT_DAYS = 30

const isDue = ({ record, setting }: Change): boolean =>
  standingOf(record, setting.municipality, setting.now) === 'due'

/** Its term is over: a person decides. */
export function listForDestruction(change: Change): RuleResult {
  const { record, setting } = change
  if (!isDue(change) || record.retention?.listed) return { refused: 'already' }
  set(change, { retention: { ...record.retention, listed: setting.now } })
  note(change, 'listForDestruction')
  return CHANGED
}

/** It is not due any more. */
export function takeOffList(change: Change): RuleResult {
  const { listed, ...marks } = change.record.retention ?? {}
  if (isDue(change) || !listed) return { refused: 'already' }
  set(change, { retention: marks })
  note(change, 'takeOffList')
  return CHANGED
}

/** Tells the person on duty of the list; when it waits too long everybody. */
export function remindOfList(change: Change): RuleResult {
  const { record, setting } = change
  const { municipality, now } = setting
  const { listed, ...marks } = record.retention ?? {}
  if (!listed) return { refused: 'notNow' }
  set(change, { retention: { ...marks, listed, reminded: now } })
  const today = dayOf(now, municipality)
  const { accountable, behind } = onDuty(municipality, today)
  // Nobody decides: then the others hear of it too, for a list that waits is a term that is not kept.
  const waits = daysBetween(dayOf(listed, municipality), today) > MOST_WAIT_DAYS
  for (const { id } of waits ? [accountable, ...behind] : [accountable]) {
    cause(change, { kind: 'tellOfficer', officer: id, notice: 'toDestroy' })
  }
  note(change, 'remindOfList')
  return CHANGED
}

/** The reporter's identity is forgotten, some time after the reporter heard the last of it (A042). */
export function forgetReporter(change: Change): RuleResult {
  const { record, setting } = change
  if (!reporterIsOver(record, setting.municipality, setting.now)) return { refused: 'notNow' }
  const { vaultKey: _gone, callerKey: _too, ...rest } = record
  // What could still have been told to them can be told no more.
  const effects = record.effects.filter((e) => !isToReporter(e))
  change.record = { ...rest, effects }
  set(change, { retention: { ...record.retention, reporterForgotten: setting.now } })
  note(change, 'forgetReporter')
  visible(change)
  return CHANGED
}
