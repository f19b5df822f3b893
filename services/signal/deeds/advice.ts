/** Advice that was asked without personal data (A083, A088): it is kept, and it is no hand-over. */
import { partnerOf } from '../../municipality/municipality.ts'
import type { OfficerId } from '../../words.ts'
import { CHANGED, type Change, note, type RuleResult, set, takeIfFree, visible } from '../change.ts'
import { MOST_INSIGHTS } from '../insight.ts'
import { namesIn } from '../reading/namesIn.ts'
import { blank } from './blank.ts'
import type { OfficerDeed } from './data.ts'

/**
 * Whom, what was asked, and what was said. Names of the facts in it are pointed out once: what an officer keeps all the same
 * is the record of a call that was not wholly without names.
 */
export function adviceCall(change: Change, by: OfficerId, deed: OfficerDeed<'adviceCall'>): RuleResult {
  const { record, setting } = change
  if (!deed.whom || !partnerOf(setting.municipality, deed.whom)) return { refused: 'needs', field: 'whom' }
  if (blank(deed.asked)) return { refused: 'needs', field: 'asked' }
  if (blank(deed.text)) return { refused: 'needs', field: 'text' }
  const names = namesIn(record, `${deed.asked}\n${deed.text}`)
  if (names.length > 0 && deed.warned === undefined) return { refused: 'namesIn' }
  const { adviceCalls = [] } = record
  if (adviceCalls.length >= MOST_INSIGHTS) return { refused: 'tooMany', most: MOST_INSIGHTS }
  takeIfFree(change, by)
  const fresh = {
    id: setting.newId(),
    at: setting.now,
    by,
    partner: deed.whom,
    asked: deed.asked,
    said: deed.text,
  }
  set(change, { adviceCalls: [...adviceCalls, fresh] })
  note(change, 'adviceCall')
  visible(change)
  return CHANGED
}
