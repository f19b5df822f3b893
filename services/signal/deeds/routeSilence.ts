/** A partner is silent, and is chased in named steps (A109); or took it up, and is asked what came of it. */
import { dayOf } from '../../municipality/workingTime.ts'
import type { OfficerId } from '../../words.ts'
import { CHANGED, type Change, note, type RuleResult, tell, visible } from '../change.ts'
import { standingOf, turnOf } from '../reading/routes.ts'
import { nextStep } from '../reading/silence.ts'
import type { PartnerReply } from '../route.ts'
import { answerDay, resultDay } from './ahead.ts'
import type { OfficerDeed } from './data.ts'
import { isToldByMessage, noted, replaceRoute, routeOf } from './routeParts.ts'

/**
 * One press: this one was asked now, and an answer is waited for anew. The step is the one that is next; a card that
 * shows another is older. The reporter hears once that we go on asking.
 */
export function chase(change: Change, by: OfficerId, deed: OfficerDeed<'chase'>): RuleResult {
  const { municipality, now } = change.setting
  const { urgency } = change.record
  const route = routeOf(change, deed.route)
  const next = route && nextStep(route, municipality)
  if (!route || !next || standingOf(route, now, municipality).is !== 'silent') return { refused: 'notNow' }
  if (next.step !== deed.step || next.who !== deed.who) return { refused: 'stale' }
  const until = answerDay(now, urgency, municipality)
  const isFirst = route.answer?.what !== 'noAnswer'
  const reply: PartnerReply = { at: now, by, what: 'noAnswer', note: '', asked: { ...next, until } }
  const fresh = noted(change, route, reply)
  replaceRoute(change, route, { ...fresh, state: 'handedOver', answerBy: until })
  note(change, 'chase')
  if (isFirst && isToldByMessage(change)) tell(change, { about: 'stillAsking', route: route.id })
  visible(change)
  return CHANGED
}

/** Of what is taken up: it was asked again what came of it, or no more is to come and nobody asks any more. */
export function followUp(change: Change, by: OfficerId, deed: OfficerDeed<'followUp'>): RuleResult {
  const { municipality, now } = change.setting
  const route = routeOf(change, deed.route)
  if (!route || turnOf(route).turn !== 'result') return { refused: 'notNow' }
  const fresh =
    deed.how === 'noMore'
      ? { ...route, noMore: { at: now, by } }
      : { ...route, expectBy: resultDay(dayOf(now, municipality), municipality) }
  if (deed.how === 'askedAgain' && fresh.expectBy === route.expectBy) return { refused: 'already' }
  replaceRoute(change, route, fresh)
  note(change, 'followUp')
  visible(change)
  return CHANGED
}
