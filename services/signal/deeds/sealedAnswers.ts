/** What is sealed on a route is opened with a purpose, and each look stays in the record and its trail (I.14). */
import type { OfficerId } from '../../words.ts'
import { CHANGED, type Change, momentOf, note, type RuleResult } from '../change.ts'
import { noReason } from './blank.ts'
import type { OfficerDeed } from './data.ts'
import { replaceRoute, routeOf } from './routeParts.ts'

/** The rule opens nothing: it records who looks and what for. Only then the bot unseals it, for that one page. */
export function openSealed(change: Change, by: OfficerId, deed: OfficerDeed<'openSealed'>): RuleResult {
  const route = routeOf(change, deed.route)
  if (!route || (route.sealedAnswers ?? []).length === 0) return { refused: 'notNow' }
  if (noReason(deed.reason)) return { refused: 'needs', field: 'reason' }
  const look = { at: momentOf(change), by, reason: deed.reason }
  replaceRoute(change, route, { ...route, sealedLooks: [...(route.sealedLooks ?? []), look] })
  note(change, 'openSealed')
  return CHANGED
}
