/** Whose turn it is on a route. Only an answer is an answer: a question, passing on or silence leaves it open (A109, A110). */
import type { Day } from '../../words.ts'
import { impossible } from '../../words.ts'
import type { SignalRecord } from '../record.ts'
import type { PartnerReply, Route } from '../route.ts'

/**
 * `toHandOver`: planned, and not handed over. `partner`: an answer is asked of it by that day. `officer`: the partner
 * asked something, and is owed an answer by that day. `done`: it answered, it goes on in another route, or it was given
 * up with a reason.
 */
export type RouteTurn =
  | { turn: 'toHandOver'; by: Day }
  | { turn: 'partner'; by: Day }
  | { turn: 'officer'; by: Day }
  | { turn: 'done' }

/** Whose turn it is; also of a route that an earlier version called answered when nobody had answered. */
export function turnOf(route: Route): RouteTurn {
  const { answerBy: by, owesBy } = route
  switch (route.state) {
    case 'planned':
      return { turn: 'toHandOver', by }
    case 'handedOver':
      return owesBy === undefined ? { turn: 'partner', by } : { turn: 'officer', by: owesBy }
    case 'answered':
      return isAnswer(route) ? { turn: 'done' } : afterNoAnswer(route)
    default:
      return impossible(route.state)
  }
}

/** Does what was noted last end it? */
function isAnswer({ answer, next, givenUp }: Route): boolean {
  const what = answer?.what
  switch (what) {
    case undefined:
    case 'takenUp':
    case 'notTakenUp':
      return true
    case 'passedOn':
      return next !== undefined
    case 'noAnswer':
      return givenUp !== undefined
    case 'question':
      return false
    default:
      return impossible(what)
  }
}

const afterNoAnswer = ({ answer, answerBy, owesBy }: Route): RouteTurn =>
  answer?.what === 'question'
    ? { turn: 'officer', by: owesBy ?? answerBy }
    : { turn: 'partner', by: answerBy }

/** Does somebody still have to do something on it? */
export const isOpenRoute = (route: Route): boolean => turnOf(route).turn !== 'done'

/** Those on which somebody still has to do something. */
export const openRoutes = ({ routes }: Pick<SignalRecord, 'routes'>): Route[] => routes.filter(isOpenRoute)

/** Everything that was noted of it, in its order. */
export const repliesOf = ({ replies = [], answer }: Route): PartnerReply[] =>
  answer ? [...replies, answer] : replies

/** On how many days it must have been asked in vain before it can end without an answer. */
export const LEAST_ASKED = 2

/** On how many days it was noted that no answer came, since the partner last let something know. */
export function askedInVain(route: Route): number {
  const days = new Set<string>()
  for (const { what, at } of repliesOf(route).reverse()) {
    if (what !== 'noAnswer') break
    days.add(at.slice(0, 10))
  }
  return days.size
}

/** May it end without an answer now: it is the partner's turn, and it was asked in vain often enough? */
export const mayGiveUp = (route: Route): boolean =>
  turnOf(route).turn === 'partner' && askedInVain(route) >= LEAST_ASKED

/** Did the partner have its say in what counts: it takes it up, or it does not? */
export const answeredBy = (route: Route): 'takenUp' | 'notTakenUp' | undefined => {
  const what = route.state === 'answered' ? route.answer?.what : undefined
  return what === 'takenUp' || what === 'notTakenUp' ? what : undefined
}
