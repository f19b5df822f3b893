/**
 * The rights of the people in a signal, as deeds of an officer: freeze (AVG 18), correct (16) and tell everybody who had
 * it (19), erase before the term (17); and at the end of the term: keep longer with a reason, or destroy (section E).
 */

import { dayOf, daysBetween } from '../../municipality/workingTime.ts'
import type { OfficerId } from '../../words.ts'
import { CHANGED, type Change, note, type RuleResult, set, visible } from '../change.ts'
import { blank, noReason } from '../deeds/blank.ts'
import type { OfficerDeed } from '../deeds/data.ts'
import { reporterNotInformed } from '../reading/feedback.ts'
import { openRecipientTasks, type Recipient, recipientsOf } from '../reading/recipients.ts'
import { standingOf, termOf } from '../reading/retentionTerm.ts'
import { freezeOf, isFrozen } from './freeze.ts'
import { correctable } from './passages.ts'
import type { RecipientTask } from './types.ts'

/**
 * A task for each of those that have it, once for each reason: of one fact only for those that were given it, and once for it.
 * Where what was given was not kept, everybody on the route has all of it.
 */
export function informEveryRecipient(change: Change, why: RecipientTask['why'], fact?: string): void {
  const { record, setting } = change
  const before = record.recipientTasks ?? []
  const isOpen = (to: Recipient) => (task: RecipientTask) =>
    task.route === to.route &&
    task.sent === to.sent &&
    task.why === why &&
    task.fact === fact &&
    !task.informed
  const fresh = recipientsOf(record, fact)
    .filter((to) => !before.some(isOpen(to)))
    .map((to) => ({
      id: setting.newId(),
      at: setting.now,
      ...to,
      why,
      ...(fact === undefined ? {} : { fact }),
    }))
  if (fresh.length > 0) set(change, { recipientTasks: [...before, ...fresh] })
}

/** From here nobody changes or destroys it (AVG 18). */
export function freeze(change: Change, by: OfficerId, deed: OfficerDeed<'freeze'>): RuleResult {
  const { record, setting } = change
  if (isFrozen(record)) return { refused: 'already' }
  if (noReason(deed.reason)) return { refused: 'needs', field: 'reason' }
  const { listed: _off, ...retention } = record.retention ?? {}
  const freezes = [...(record.freezes ?? []), { at: setting.now, by, reason: deed.reason }]
  set(change, { freezes, retention })
  note(change, 'freeze')
  informEveryRecipient(change, 'frozen')
  visible(change)
  return CHANGED
}

/** Lifts the freeze. */
export function unfreeze(change: Change, by: OfficerId, deed: OfficerDeed<'unfreeze'>): RuleResult {
  const { record, setting } = change
  const holds = freezeOf(record)
  if (!holds) return { refused: 'already' }
  if (noReason(deed.reason)) return { refused: 'needs', field: 'reason' }
  const lifted = { at: setting.now, by, reason: deed.reason }
  set(change, { freezes: record.freezes?.map((f) => (f === holds ? { ...f, lifted } : f)) })
  note(change, 'unfreeze')
  informEveryRecipient(change, 'unfrozen')
  visible(change)
  return CHANGED
}

/** Says at the passage what is not right (AVG 16). */
export function correct(
  change: Change,
  by: OfficerId,
  deed: OfficerDeed<'correct'> & { id: string },
): RuleResult {
  const { record, setting } = change
  const { id, passage, text, reason } = deed
  if (passage === undefined || !correctable(record).some((each) => each.id === passage)) {
    return { refused: 'needs', field: 'passage' }
  }
  if (blank(text)) return { refused: 'needs', field: 'text' }
  if (noReason(reason)) return { refused: 'needs', field: 'reason' }
  const correction = { id, at: setting.now, by, passage, text, reason }
  set(change, { corrections: [...(record.corrections ?? []), correction] })
  note(change, 'correct')
  informEveryRecipient(change, 'corrected')
  visible(change)
  return CHANGED
}

/** A partner was told of a correction, a freeze or an erasure (AVG 19). */
export function recipientInformed(
  change: Change,
  by: OfficerId,
  deed: OfficerDeed<'recipientInformed'>,
): RuleResult {
  const { record, setting } = change
  const task = record.recipientTasks?.find(({ id }) => id === deed.task)
  if (!task) return { refused: 'notNow' }
  if (task.informed) return { refused: 'already' }
  const informed = { at: setting.now, by }
  set(change, { recipientTasks: record.recipientTasks?.map((t) => (t === task ? { ...t, informed } : t)) })
  note(change, 'recipientInformed')
  visible(change)
  return CHANGED
}

/** To be erased before its term, with a reason (AVG 17): on the list, which a person approves. */
export function erase(change: Change, by: OfficerId, deed: OfficerDeed<'erase'>): RuleResult {
  const { record, setting } = change
  // Nothing is destroyed before it has been decided on.
  if (!termOf(record, setting.municipality)) {
    return { refused: record.kind === 'consultation' ? 'stillConsultation' : 'decideFirst' }
  }
  if (record.retention?.erase) return { refused: 'already' }
  if (noReason(deed.reason)) return { refused: 'needs', field: 'reason' }
  const erasing = { at: setting.now, by, reason: deed.reason }
  set(change, { retention: { ...record.retention, erase: erasing, listed: setting.now } })
  note(change, 'erase')
  informEveryRecipient(change, 'erased')
  visible(change)
  return CHANGED
}

/** Destroys what is due; with the file goes the way to the reporter and to the partners, so they are told first. */
export function destroy({ record, setting }: Change): RuleResult {
  if (standingOf(record, setting.municipality, setting.now) !== 'due') return { refused: 'notNow' }
  // A term that is over is listed, so that it is seen; but with the file the way to the reporter would go.
  if (openRecipientTasks(record).length > 0 || reporterNotInformed(record)) return { refused: 'tellFirst' }
  return { did: 'ended', how: 'destroyed' }
}

/** Off the list, to another day that lies ahead and within the absolute limit (I.9). */
export function keepLonger(change: Change, by: OfficerId, deed: OfficerDeed<'keepLonger'>): RuleResult {
  const { record, setting } = change
  const { municipality, now } = setting
  const term = termOf(record, municipality)
  if (!term || standingOf(record, municipality, now) !== 'due') return { refused: 'notNow' }
  if (noReason(deed.reason)) return { refused: 'needs', field: 'reason' }
  if (!deed.until) return { refused: 'needs', field: 'until' }
  const today = dayOf(now, municipality)
  if (deed.until <= today || deed.until > term.most) {
    return { refused: 'dayOutOfRange', field: 'until', most: Math.max(0, daysBetween(today, term.most)) }
  }
  const { erase: _erase, listed: _listed, ...marks } = record.retention ?? {}
  const longer = [...(marks.longer ?? []), { at: now, by, until: deed.until, reason: deed.reason }]
  set(change, { retention: { ...marks, longer } })
  note(change, 'keepLonger')
  visible(change)
  return CHANGED
}
