/**
 * Whose turn it is on a route, and how it stands as people read it. Only an answer is an answer: a question, passing on or
 * silence leaves it open (A109, A110). (docs/decisions/route-standing.md)
 */
import type { Municipality } from '../../municipality/municipality.ts'
import type { Day, Instant } from '../../words.ts'
import { impossible } from '../../words.ts'
import type { SignalRecord } from '../record.ts'
import type { AskedAgain, PartnerReply, Route } from '../route.ts'
import { isDayOver } from './clocks.ts'

/**
 * `toHandOver`: planned, and not handed over. `partner`: an answer is asked of it by that day. `officer`: the partner
 * asked something, and is owed an answer by that day. `result`: it took it up, and is asked by that day what came of it;
 * that hinders no end. `done`: it answered, it goes on in another route, or it was given up with a reason.
 */
export type RouteTurn =
  | { turn: 'toHandOver'; by: Day }
  | { turn: 'partner'; by: Day }
  | { turn: 'officer'; by: Day }
  | { turn: 'result'; by: Day }
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
      return isAnswer(route) ? afterAnswer(route) : afterNoAnswer(route)
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
    case 'result':
      return true
    case 'passedOn':
      return next !== undefined
    case 'noAnswer':
      return givenUp !== undefined
    case 'question':
    case 'received':
      return false
    default:
      return impossible(what)
  }
}

/** Taken up: what comes of it is asked, until they say so, or an officer says that no more is to come. */
const afterAnswer = ({ answer, expectBy, noMore }: Route): RouteTurn =>
  answer?.what === 'takenUp' && expectBy !== undefined && noMore === undefined
    ? { turn: 'result', by: expectBy }
    : { turn: 'done' }

const afterNoAnswer = ({ answer, answerBy, owesBy }: Route): RouteTurn =>
  answer?.what === 'question'
    ? { turn: 'officer', by: owesBy ?? answerBy }
    : { turn: 'partner', by: answerBy }

/** Does somebody still have to do something on it, before the signal can be closed? */
export function isOpenRoute(route: Route): boolean {
  const { turn } = turnOf(route)
  return turn !== 'done' && turn !== 'result'
}

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

/** How often it was, also more than once on a day. */
export function timesInVain(route: Route): number {
  const replies = repliesOf(route).reverse()
  const word = replies.findIndex(({ what }) => what !== 'noAnswer')
  return word < 0 ? replies.length : word
}

/** Who was asked last since then, in a named step of a silence. */
export const askedLast = ({ answer }: Pick<Route, 'answer'>): AskedAgain | undefined =>
  answer?.what === 'noAnswer' ? answer.asked : undefined

/** Did the partner have its say in what counts: it takes it up, or it does not? What came of it says that it did. */
export function answeredBy({
  state,
  answer,
}: Pick<Route, 'state' | 'answer'>): 'takenUp' | 'notTakenUp' | undefined {
  const what = state === 'answered' ? answer?.what : undefined
  if (what === 'result') return 'takenUp'
  return what === 'takenUp' || what === 'notTakenUp' ? what : undefined
}

/**
 * How a route stands, as everybody reads it. `by`: the day on which the next thing is asked of whoever has the turn; of a
 * route that is taken up there may be none. `silent`: the day went by, or it was asked in vain; that is never an answer.
 * `passedOn` without `to`: to somebody whom we do not know, so that the first is still asked.
 */
export type RouteStanding =
  | { is: 'planned'; by: Day }
  | { is: 'handedOver'; by: Day }
  | { is: 'received'; by: Day }
  | { is: 'question'; by: Day }
  | { is: 'passedOn'; by?: Day; to?: string }
  | { is: 'silent'; by: Day; times: number; last?: AskedAgain }
  | { is: 'takenUp'; by?: Day; late: boolean }
  | { is: 'answered' }
  | { is: 'declined' }
  | { is: 'givenUp' }

type Town = Pick<Municipality, 'zone' | 'officeHours'>

/** How it stands now, from what happened on it; also of what an earlier version kept. */
export function standingOf(route: Route, now: Instant, municipality: Town): RouteStanding {
  const turn = turnOf(route)
  switch (turn.turn) {
    case 'toHandOver':
      return { is: 'planned', by: turn.by }
    case 'officer':
      return { is: 'question', by: turn.by }
    case 'partner':
      return waitsForThem(route, turn.by, now, municipality)
    case 'result':
      return { is: 'takenUp', by: turn.by, late: isDayOver(turn.by, now, municipality) }
    case 'done':
      return ended(route)
    default:
      return impossible(turn)
  }
}

/** It is their turn: they have it, or are silent. */
function waitsForThem(route: Route, by: Day, now: Instant, municipality: Town): RouteStanding {
  const times = timesInVain(route)
  if (times > 0 || isDayOver(by, now, municipality)) {
    const last = askedLast(route)
    return { is: 'silent', by, times, ...(last ? { last } : {}) }
  }
  const what = route.answer?.what
  if (what === 'passedOn') return { is: 'passedOn', by }
  // We answered what they asked: they have it, and it is their turn again.
  return what === 'received' || what === 'question' ? { is: 'received', by } : { is: 'handedOver', by }
}

function ended({ answer, next, givenUp, noMore }: Route): RouteStanding {
  if (next !== undefined) return { is: 'passedOn', to: next }
  if (givenUp) return { is: 'givenUp' }
  const what = answer?.what
  switch (what) {
    case 'notTakenUp':
      return { is: 'declined' }
    case 'takenUp':
      return noMore ? { is: 'answered' } : { is: 'takenUp', late: false }
    case 'result':
    case 'received':
    case 'question':
    case 'passedOn':
    case 'noAnswer':
    case undefined:
      return { is: 'answered' }
    default:
      return impossible(what)
  }
}

/** The silences of a signal that were asked again already; a day that went by is said as such. */
export const silencesOf = (
  { routes }: Pick<SignalRecord, 'routes'>,
  now: Instant,
  municipality: Town,
): Extract<RouteStanding, { is: 'silent' }>[] =>
  routes.flatMap((route) => {
    // What went along with another signal is silent there.
    if (route.with) return []
    const standing = standingOf(route, now, municipality)
    return standing.is === 'silent' && standing.times > 0 ? [standing] : []
  })
