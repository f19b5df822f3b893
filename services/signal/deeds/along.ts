/**
 * A hand-over of a case counts for each of its signals that was to go to the same partner (A103): one of them was handed over,
 * the others go along. What is asked and answered is noted there and holds for all; each reporter hears what is true of theirs.
 * (docs/decisions/cases.md)
 */
import { sentOf } from '../../handover/sent.ts'
import type { Municipality } from '../../municipality/municipality.ts'
import { CHANGED, type Change, cause, note, type RuleResult, tell, visible } from '../change.ts'
import { waitsForAgreement } from '../reading/guarded.ts'
import type { SignalRecord } from '../record.ts'
import { isFrozen } from '../rights/freeze.ts'
import type { Route, WentWith } from '../route.ts'
import type { AlongDeed, Carried } from './alongCommand.ts'
import { isMinorSince } from './minorSince.ts'
import { isToldByMessage, replaceRoute } from './routeParts.ts'

/** May this one go along, as it could be handed over by itself? What a guard holds back there is held back here too. */
const mayGo = (record: SignalRecord, route: Route, municipality: Municipality): boolean =>
  !isMinorSince(record, route, municipality) && !waitsForAgreement(record, route, municipality)

/** The routes of the other signals of its case that go along when this one is handed over. */
export function alongIn({ record, setting }: Change, { partner }: Route): Pick<Route, 'along'> {
  const { municipality, beside = [] } = setting
  const along = beside.flatMap((other) => {
    const same = other.caseOf !== undefined && other.caseOf.id === record.caseOf?.id
    if (!same || other.id === record.id || other.state === 'closed' || isFrozen(other)) return []
    const route = other.routes.find((each) => each.partner === partner && each.state === 'planned')
    return route && mayGo(other, route, municipality) ? [{ signal: other.id, route: route.id }] : []
  })
  return along.length > 0 ? { along } : {}
}

/** Where it stands now: passed on, it goes on in another route. */
function endOf(route: Route, all: readonly Route[]): Route {
  const next = all.find(({ id, from }) => id === route.next && from === route.id)
  return next ? endOf(next, all) : route
}

/** What others have of this route: how it stands, and what was given. Of a call what was said stays where it was noted. */
export function carriedOf(route: Route, all: readonly Route[]): Carried {
  const {
    state,
    answerBy,
    basis,
    basisReason,
    answer,
    replies,
    owesBy,
    six,
    expectBy,
    noMore,
    untold,
    givenUp,
  } = endOf(route, all)
  const sent = sentOf(route).map(({ receipt: _said, fillBy: _owed, ...given }) => given)
  return {
    state,
    answerBy,
    ...(route.handedOverAt ? { handedOverAt: route.handedOverAt } : {}),
    ...(route.handedOverBy ? { handedOverBy: route.handedOverBy } : {}),
    ...(basis ? { basis } : {}),
    ...(basisReason ? { basisReason } : {}),
    ...(sent.length > 0 ? { sent } : {}),
    ...(answer ? { answer } : {}),
    ...(replies ? { replies } : {}),
    ...(owesBy ? { owesBy } : {}),
    ...(six ? { six } : {}),
    ...(expectBy ? { expectBy } : {}),
    ...(noMore ? { noMore } : {}),
    ...(untold ? { untold } : {}),
    ...(givenUp ? { givenUp } : {}),
  }
}

/**
 * What goes along with a signal now: nothing any more once nobody works on that, closed or frozen (AVG 18), for then nobody is
 * asked after there; each goes on by itself.
 */
export const leadOf = (record: SignalRecord, route: Route): Carried | 'released' =>
  record.state === 'closed' || isFrozen(record) ? 'released' : carriedOf(route, record.routes)

/** What follows from any change, whoever made it: what goes along with a route that changed is brought in step. */
export function causeAlong(change: Change, before: SignalRecord): void {
  for (const route of change.record.routes) {
    if (!route.along) continue
    const was = before.routes.find(({ id }) => id === route.id)
    const same =
      was?.along !== undefined &&
      JSON.stringify(leadOf(before, was)) === JSON.stringify(leadOf(change.record, route))
    if (!same) cause(change, { kind: 'carryAlong', route: route.id })
  }
}

const isWith = ({ with: mine }: Route, { signal, route }: WentWith): boolean =>
  mine?.signal === signal && mine.route === route

/** Brought in step with what it went along with; the same again is nothing. */
export function goesAlong(change: Change, deed: AlongDeed): RuleResult {
  const { record } = change
  const route = record.routes.find(({ id }) => id === deed.route)
  if (!route || record.state === 'closed') return { refused: 'notNow' }
  if (deed.lead === 'released') {
    if (!isWith(route, deed.of)) return { refused: 'already' }
    const { with: _over, ...alone } = route
    replaceRoute(change, route, alone)
    note(change, 'goesAlong')
    visible(change)
    return CHANGED
  }
  const begins = route.state === 'planned' && route.with === undefined
  if (!begins && !isWith(route, deed.of)) return { refused: 'notNow' }
  if (!begins && JSON.stringify(carriedOf(route, [route])) === JSON.stringify(deed.lead))
    return { refused: 'already' }
  const { id, partner, name, from, meeting } = route
  const fresh: Route = {
    id,
    partner,
    ...(name ? { name } : {}),
    ...(from ? { from } : {}),
    ...(meeting ? { meeting } : {}),
    ...deed.lead,
    with: deed.of,
  }
  replaceRoute(change, route, fresh)
  note(change, 'goesAlong', begins ? 'handedOver' : undefined)
  if (isToldByMessage(change)) tellOf(change, route, fresh)
  visible(change)
  return CHANGED
}

/** Was it given: not where a mail waits, or came back? */
const wentOut = (route: Route): boolean =>
  route.state !== 'planned' &&
  (sentOf(route).length === 0 ||
    sentOf(route).some(({ standing }) => standing === 'accepted' || standing === 'done'))

/** The reporter of this signal hears what that of the other one hears, each once (C7). */
function tellOf(change: Change, before: Route, after: Route): void {
  const route = after.id
  const takenUp = ({ answer, untold }: Route) => answer?.what === 'takenUp' && untold === undefined
  const asking = ({ answer, givenUp }: Route) => answer?.what === 'noAnswer' && givenUp === undefined
  if (wentOut(after) && !wentOut(before)) tell(change, { about: 'handedOver', route })
  if (takenUp(after) && !takenUp(before) && !change.record.notToHear)
    tell(change, { about: 'takenUp', route })
  if (asking(after) && !asking(before)) tell(change, { about: 'stillAsking', route })
  if (after.givenUp && !before.givenUp) tell(change, { about: 'noAnswer', route })
}
