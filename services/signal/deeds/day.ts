/** What an officer does from the list of the day: a label of their own on a signal, and watching it for longer. */
import { dayOf } from '../../municipality/workingTime.ts'
import type { OfficerId } from '../../words.ts'
import { CHANGED, type Change, momentOf, note, type RuleResult, set, visible } from '../change.ts'
import { MOST_LABEL } from '../reading/labels.ts'
import { isWatched } from '../reading/waiting.ts'
import { ahead } from './ahead.ts'
import { noReason } from './blank.ts'
import type { OfficerDeed } from './data.ts'
import { MOST_MONITOR_DAYS } from './decision.ts'

/** As often as one decision can be put off: a register without ends becomes a blacklist (E2). */
const MOST_LONGER = 10

/**
 * Each officer has one label on a signal; nothing typed takes it away. Nobody else's view changes by it, so it raises no
 * revision, and the channel hears nothing of it.
 */
export function label(change: Change, by: OfficerId, deed: OfficerDeed<'label'>): RuleResult {
  const { labels = [], ...rest } = change.record
  const text = (deed.text ?? '').replace(/\s+/gu, ' ').trim()
  if (text.length > MOST_LABEL) return { refused: 'tooMuch' }
  const others = labels.filter((each) => each.by !== by)
  const mine = text === '' ? [] : [{ by, at: momentOf(change), text }]
  const all = [...others, ...mine]
  change.record = { ...rest, ...(all.length > 0 ? { labels: all } : {}) }
  note(change, 'label')
  return CHANGED
}

/** Watches until a later day, with a reason (A077). The day is counted from today, as the first one was. */
export function watchLonger(change: Change, by: OfficerId, deed: OfficerDeed<'watchLonger'>): RuleResult {
  const { record, setting } = change
  const decision = record.decisions.at(-1)
  const from = decision?.monitorUntil
  if (!decision || from === undefined || !isWatched(record)) return { refused: 'notNow' }
  const { watchUntil: until } = deed
  if (!until) return { refused: 'needs', field: 'watchUntil' }
  const today = dayOf(setting.now, setting.municipality)
  if (until <= today || until <= from || !ahead(until, today, MOST_MONITOR_DAYS))
    return { refused: 'dayOutOfRange', field: 'watchUntil', most: MOST_MONITOR_DAYS }
  if (noReason(deed.reason)) return { refused: 'needs', field: 'reason' }
  const { longer = [] } = decision
  if (longer.length >= MOST_LONGER) return { refused: 'tooMany', most: MOST_LONGER }
  const put = { at: momentOf(change), by, from, until, reason: deed.reason }
  const watched = { ...decision, monitorUntil: until, longer: [...longer, put] }
  set(change, { decisions: [...record.decisions.slice(0, -1), watched] })
  note(change, 'watchLonger')
  visible(change)
  return CHANGED
}
