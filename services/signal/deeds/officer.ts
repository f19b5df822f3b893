/** What an officer can do with a signal up to its decision, each a rule of its own. Who may is asked before (`may.ts`). */

import type { OfficerId } from '../../words.ts'
import {
  CHANGED,
  type Change,
  cause,
  NOTED,
  note,
  type RuleResult,
  set,
  takeIfFree,
  tell,
  visible,
} from '../change.ts'
import { isReachable } from '../reading/feedback.ts'
import { receiverOf } from '../reading/standing.ts'
import { dueAt, higher, isHigher } from '../reading/urgency.ts'
import type { Minor } from '../words.ts'
import { blank, noReason } from './blank.ts'
import type { OfficerDeed } from './data.ts'
import { ringRaised } from './ring.ts'

/** Looking is written down, and changes nothing else. */
export function view(change: Change): RuleResult {
  note(change, 'view')
  return NOTED
}

/** Only the first degree can be opened by a person, with a reason, recorded (I.1). */
export function reveal(change: Change, by: OfficerId, deed: OfficerDeed<'reveal'>): RuleResult {
  const { record, setting } = change
  if (noReason(deed.reason)) return { refused: 'needs', field: 'reason' }
  set(change, { reveals: [...record.reveals, { at: setting.now, by, reason: deed.reason }] })
  note(change, 'reveal')
  return CHANGED
}

/** Takes what nobody has in hand. Somebody else was first: then the current record is the answer. */
export function take(change: Change, by: OfficerId): RuleResult {
  const { record } = change
  if (record.takenBy === by) return { refused: 'already' }
  if (record.takenBy) return { refused: 'stale' }
  takeIfFree(change, by)
  tell(change, { about: 'taken' })
  visible(change)
  return CHANGED
}

/** Gives it to a colleague, who answers for it from then on (A104). */
export function handTo(change: Change, by: OfficerId, deed: OfficerDeed<'handTo'>): RuleResult {
  const { record, setting } = change
  if (!deed.officer) return { refused: 'needs', field: 'officer' }
  const to = receiverOf(setting.municipality, deed.officer)
  if (!to) return { refused: 'unknownOfficer', field: 'officer' }
  if (record.takenBy === to.id) return { refused: 'already' }
  const first = !record.takenBy
  set(change, { takenBy: to.id, accountable: to.id })
  note(change, 'handTo', record.state === 'received' ? 'inTriage' : undefined)
  if (to.id !== by) cause(change, { kind: 'tellOfficer', officer: to.id, notice: 'handedToYou' })
  if (first) tell(change, { about: 'taken' })
  visible(change)
  return CHANGED
}

/** A note for colleagues. */
export function addNote(change: Change, by: OfficerId, deed: OfficerDeed<'note'>): RuleResult {
  const { record, setting } = change
  if (blank(deed.text)) return { refused: 'needs', field: 'text' }
  set(change, { notes: [...record.notes, { at: setting.now, by, text: deed.text }] })
  note(change, 'note')
  visible(change)
  return CHANGED
}

/** A question to the reporter. */
export function ask(change: Change, by: OfficerId, deed: OfficerDeed<'ask'> & { id: string }): RuleResult {
  const { record, setting } = change
  if (blank(deed.text)) return { refused: 'needs', field: 'text' }
  if (!isReachable(record)) return { refused: 'unreachable' }
  takeIfFree(change, by)
  set(change, {
    questions: [...record.questions, { id: deed.id, at: setting.now, by, text: deed.text }],
  })
  note(change, 'ask')
  tell(change, { about: 'question', question: deed.id })
  visible(change)
  return CHANGED
}

/** That the officer called, whether it came to somebody, and what was said. */
export function called(change: Change, by: OfficerId, deed: OfficerDeed<'called'>): RuleResult {
  const { record, setting } = change
  const { reached, text = '' } = deed
  if (!reached) return { refused: 'needs', field: 'reached' }
  if (reached === 'reached' && blank(text)) return { refused: 'needs', field: 'text' }
  set(change, {
    calls: [...record.calls, { at: setting.now, by, reached, ...(blank(text) ? {} : { text }) }],
  })
  takeIfFree(change, by)
  note(change, 'called')
  visible(change)
  return CHANGED
}

/** Up or down, with a reason (C2). */
export function setUrgency(change: Change, by: OfficerId, deed: OfficerDeed<'setUrgency'>): RuleResult {
  const { record, setting } = change
  if (noReason(deed.reason)) return { refused: 'needs', field: 'reason' }
  if (deed.urgency === record.urgency) return { refused: 'already' }
  set(change, {
    urgency: deed.urgency,
    urgencyReason: deed.reason,
    due: dueAt(record, deed.urgency, setting),
  })
  note(change, 'setUrgency')
  if (isHigher(deed.urgency, record.urgency)) ringRaised(change, deed.urgency, by)
  visible(change)
  return CHANGED
}

/** A minor is at least high (C2, A155); an officer can lower that, with a reason. */
export function setMinor(change: Change, by: OfficerId, deed: OfficerDeed<'setMinor'>): RuleResult {
  if (!saidOfMinor(change, deed.minor, by)) return { refused: 'already' }
  visible(change)
  return CHANGED
}

/** What is said of a minor, here or with a decision: what becomes more urgent by it rings at once. @returns false: that is what stood there */
export function saidOfMinor(change: Change, minor: Minor, by: OfficerId): boolean {
  const { record, setting } = change
  if (minor === record.minor) return false
  set(change, { minor })
  if (minor === 'yes' && higher(record.urgency, 'high') !== record.urgency) {
    set(change, { urgency: 'high', due: dueAt(record, 'high', setting) })
  }
  note(change, 'setMinor')
  if (isHigher(change.record.urgency, record.urgency)) ringRaised(change, change.record.urgency, by)
  return true
}
