/**
 * What happens on a route after it was planned: it is handed over on a ground (AVG 6), and an answer is asked until there is
 * one (A109). A question of the partner, passing it on and silence are kept, and leave it open (A110).
 */
import { partnerOf } from '../../municipality/municipality.ts'
import { USUAL_REMINDERS } from '../../municipality/terms.ts'
import { addWorkingDays, dayOf } from '../../municipality/workingTime.ts'
import { type Day, impossible, type OfficerId } from '../../words.ts'
import { CHANGED, type Change, note, type RuleResult, tell, visible } from '../change.ts'
import type { Refusal } from '../command.ts'
import { BASES } from '../purposes.ts'
import { groundFor } from '../reading/ground.ts'
import { waitsForAgreement } from '../reading/guarded.ts'
import { answeredBy, LEAST_ASKED, turnOf } from '../reading/routes.ts'
import { mayGiveUp, stepsLeft } from '../reading/silence.ts'
import type { PartnerReply, Route } from '../route.ts'
import { ahead, answerDay, MOST_ANSWER_DAYS, resultDay } from './ahead.ts'
import { alongIn } from './along.ts'
import { blank, noReason } from './blank.ts'
import type { OfficerDeed } from './data.ts'
import { giveOn } from './handOver.ts'
import { isMinorSince } from './minorSince.ts'
import { isToldByMessage, noted, replaceRoute, routeOf, saidOn } from './routeParts.ts'

/** The ground on which it goes to this partner: the configured one, else what the officer chose; or what lacks. */
function groundOf(
  { setting, record }: Change,
  route: Route,
  deed: OfficerDeed<'handOver'>,
): Pick<Route, 'basis' | 'basisReason'> | Refusal {
  const { municipality } = setting
  const { basis } = groundFor(record, partnerOf(municipality, route.partner), municipality.language)
  if (basis) return { basis }
  if (!deed.basis) return { refused: 'needs', field: 'basis' }
  const why = deed.text ?? ''
  if (noReason(why)) return { refused: 'needs', field: 'reason' }
  return { basis: BASES[deed.basis], basisReason: why }
}

/**
 * The day on which an answer is asked, counted from the hand-over (A109): what was planned was a proposal. Another day than
 * that one was the officer's choice: it stays where it is later, and where it is sooner and has not gone by.
 */
function dayFromNow({ record, setting }: Change, { answerBy }: Route): Day {
  const { municipality, now } = setting
  const counted = answerDay(now, record.urgency, municipality)
  const decided = record.decisions.at(-1)?.at
  const proposed = decided && answerDay(decided, record.urgency, municipality)
  const isChosen = answerBy !== proposed && answerBy >= dayOf(now, municipality)
  return isChosen ? answerBy : counted
}

/**
 * The officer handed it over, by phone, portal or secure mail; from then the day of the answer counts (A109). Without
 * a ground nothing goes out (AVG 6, A100), nor with a minor who was not thought of when it was decided (A038).
 */
export function handOver(change: Change, by: OfficerId, deed: OfficerDeed<'handOver'>): RuleResult {
  const { setting } = change
  const route = routeOf(change, deed.route)
  if (!route) return { refused: 'notNow' }
  if (route.state !== 'planned') return { refused: 'already' }
  if (isMinorSince(change.record, route, setting.municipality)) return { refused: 'minorSince' }
  if (waitsForAgreement(change.record, route, setting.municipality)) return { refused: 'agreeFirst' }
  const ground = groundOf(change, route, deed)
  if ('refused' in ground) return ground
  const given = giveOn(change, by, route, deed, ground.basis)
  if ('refused' in given) return given
  const { prepared: _ready, ...rest } = route
  replaceRoute(change, route, {
    ...rest,
    answerBy: dayFromNow(change, route),
    state: 'handedOver',
    handedOverAt: setting.now,
    handedOverBy: by,
    ...ground,
    ...given,
    ...alongIn(change, route),
  })
  note(change, 'handOver', 'handedOver')
  // A mail that waits was not handed over yet: the reporter hears of it when it went.
  const waits = given.sent?.at(-1)?.standing === 'queued'
  if (!waits && isToldByMessage(change)) tell(change, { about: 'handedOver', route: route.id })
  visible(change)
  return CHANGED
}

/**
 * What a partner let us know. That it takes it up, or does not, answers the route; taken up, what comes of it is asked
 * by a day. After a question the officer owes an answer. Passed on to another partner, that one owes it; to somebody whom
 * we do not know, the first stays asked. Silence was asked in vain, and is asked again; after an answer there is none any
 * more.
 */
export function partnerAnswered(
  change: Change,
  by: OfficerId,
  deed: OfficerDeed<'partnerAnswered'>,
): RuleResult {
  const { setting } = change
  const { municipality, now } = setting
  const route = routeOf(change, deed.route)
  if (!route || route.state === 'planned') return { refused: 'notNow' }
  // It goes on in another route: there it is noted.
  if (route.next) return { refused: 'notNow' }
  const today = dayOf(now, municipality)
  if (isSaid(route, deed, today)) return { refused: 'already' }
  const isAnswered = answeredBy(route) !== undefined
  if (isAnswered && (deed.what === 'noAnswer' || deed.what === 'received')) return { refused: 'notNow' }
  const wrong = wrongDay(deed, today)
  if (wrong) return wrong
  const said = saidOn(change, by, route, deed.what, deed)
  if ('refused' in said) return said
  const reply: PartnerReply = { at: now, by, what: deed.what, note: deed.text }
  const { expectBy: _expected, noMore: _noMore, untold: _untold, ...fresh } = noted(change, route, reply)
  const after = { ...fresh, ...said }
  const asked = deed.again ?? deed.hearBy ?? answerDay(now, change.record.urgency, municipality)
  switch (deed.what) {
    case 'takenUp':
      takeUp(change, route, after, deed, today)
      break
    case 'notTakenUp':
    case 'result':
      replaceRoute(change, route, { ...after, state: 'answered', ...kept(route) })
      break
    case 'question':
      replaceRoute(change, route, {
        ...after,
        state: 'handedOver',
        owesBy: deed.again ?? questionDay(change, today),
      })
      break
    case 'received':
      // They named no day: the one that was asked stays, unless it has gone by.
      replaceRoute(change, route, {
        ...after,
        state: 'handedOver',
        answerBy: deed.hearBy ?? (route.answerBy >= today ? route.answerBy : asked),
      })
      break
    case 'noAnswer':
      replaceRoute(change, route, { ...after, state: 'handedOver', answerBy: asked })
      break
    case 'passedOn': {
      const refused = passOn(change, by, route, after, deed, asked)
      if (refused) return refused
      break
    }
    default:
      return impossible(deed.what)
  }
  note(change, 'partnerAnswered')
  visible(change)
  return CHANGED
}

/** That the reporter does not hear of it stays so, when what came of it is noted. */
const kept = ({ untold }: Route): Pick<Route, 'untold'> => (untold ? { untold } : {})

/** They take it up: what comes of it is asked by a day, and the reporter hears that they do, once. */
function takeUp(
  change: Change,
  route: Route,
  after: Omit<Route, 'owesBy' | 'givenUp'>,
  { again, hearBy, tellReporter }: OfficerDeed<'partnerAnswered'>,
  today: Day,
): void {
  const untold = tellReporter === 'no'
  const wasTold = route.answer?.what === 'takenUp' && !route.untold
  replaceRoute(change, route, {
    ...after,
    state: 'answered',
    expectBy: hearBy ?? again ?? resultDay(today, change.setting.municipality),
    ...(untold ? { untold } : {}),
  })
  if (!untold && !wasTold && isToldByMessage(change) && !change.record.notToHear) {
    tell(change, { about: 'takenUp', route: route.id })
  }
}

/** A day that does not lie ahead, or too far. */
function wrongDay(
  { again, hearBy }: { again?: Day | undefined; hearBy?: Day | undefined },
  today: Day,
): Refusal | undefined {
  const isWrong = (day: Day | undefined) => day !== undefined && !ahead(day, today, MOST_ANSWER_DAYS)
  if (isWrong(again)) return { refused: 'dayOutOfRange', field: 'again', most: MOST_ANSWER_DAYS }
  if (isWrong(hearBy)) return { refused: 'dayOutOfRange', field: 'hearBy', most: MOST_ANSWER_DAYS }
  return undefined
}

/** They have it: who there, by which number, and when we hear. It stays their turn. */
export function received(change: Change, by: OfficerId, deed: OfficerDeed<'received'>): RuleResult {
  return partnerAnswered(change, by, {
    ...deed,
    do: 'partnerAnswered',
    what: 'received',
    again: undefined,
    passedTo: undefined,
    tellReporter: undefined,
  })
}

/** The same said once more; silence on another day is another silence. */
function isSaid({ answer, state, untold }: Route, deed: OfficerDeed<'partnerAnswered'>, today: Day): boolean {
  // What is sealed cannot be compared: the press itself is not taken twice.
  if (deed.sealedWords || !answer || answer.what !== deed.what || answer.note !== deed.text) return false
  switch (deed.what) {
    case 'takenUp':
      return state === 'answered' && !saysMore(deed) && (untold === true) === (deed.tellReporter === 'no')
    case 'notTakenUp':
    case 'result':
      // What they said of the six questions may be new.
      return state === 'answered' && !saysMore(deed)
    case 'received':
      return !saysMore(deed)
    case 'noAnswer':
      return answer.at.slice(0, 10) === today
    case 'question':
      return answer.ours === undefined && state !== 'answered'
    case 'passedOn':
      return false
    default:
      return impossible(deed.what)
  }
}

/** Is there more in it than which answer it is, and what was noted with it? */
function saysMore(deed: OfficerDeed<'partnerAnswered'>): boolean {
  const { contact, theirNumber, hearBy, mayTell, mustNot, helpThere, again, sealedWords } = deed
  return [contact, theirNumber, hearBy, mayTell, mustNot, helpThere, again, sealedWords].some(
    (each) => each !== undefined && each !== '',
  )
}

/** The day by which a question of a partner is answered when the officer does not choose another. */
function questionDay({ record, setting }: Change, today: Day): Day {
  const { partnerQuestionWorkingDays: usual } = setting.municipality.reminders ?? USUAL_REMINDERS
  const pressing = record.urgency === 'acute' || record.urgency === 'high'
  return addWorkingDays(today, pressing ? 1 : usual)
}

/** The partner gave it to another: a route to that one, on the ground that it had, and an answer is asked there. */
function passOn(
  change: Change,
  by: OfficerId,
  route: Route,
  after: Omit<Route, 'owesBy' | 'givenUp'>,
  { passedTo }: OfficerDeed<'partnerAnswered'>,
  answerBy: Day,
): Refusal | undefined {
  const { municipality, now, newId } = change.setting
  if (!passedTo) {
    replaceRoute(change, route, { ...after, state: 'handedOver', answerBy })
    return undefined
  }
  const partner = partnerOf(municipality, passedTo)
  if (!partner || passedTo === route.partner) return { refused: 'needs', field: 'passedTo' }
  const id = newId()
  const next: Route = {
    id,
    partner: passedTo,
    name: partner.name,
    answerBy,
    state: 'handedOver',
    handedOverAt: now,
    handedOverBy: by,
    from: route.id,
    ...(route.basis ? { basis: route.basis } : {}),
  }
  replaceRoute(change, route, { ...after, state: 'answered', next: id }, next)
  return undefined
}

/** What was answered to a question of a partner; from then on the partner is asked again. */
export function answerPartner(change: Change, by: OfficerId, deed: OfficerDeed<'answerPartner'>): RuleResult {
  const { municipality, now } = change.setting
  const route = routeOf(change, deed.route)
  if (!route || turnOf(route).turn !== 'officer' || !route.answer) return { refused: 'notNow' }
  if (blank(deed.text)) return { refused: 'needs', field: 'text' }
  const today = dayOf(now, municipality)
  if (deed.again && !ahead(deed.again, today, MOST_ANSWER_DAYS)) {
    return { refused: 'dayOutOfRange', field: 'again', most: MOST_ANSWER_DAYS }
  }
  const { owesBy: _owed, ...rest } = route
  replaceRoute(change, route, {
    ...rest,
    state: 'handedOver',
    answer: { ...route.answer, ours: { at: now, by, text: deed.text } },
    answerBy: deed.again ?? answerDay(now, change.record.urgency, municipality),
  })
  note(change, 'answerPartner')
  visible(change)
  return CHANGED
}

/**
 * Nobody asks any more: only after it was asked in vain on several days and taken to somebody above, with a reason. That no
 * answer was obtained is what the reporter hears then.
 */
export function giveUpRoute(change: Change, by: OfficerId, deed: OfficerDeed<'giveUpRoute'>): RuleResult {
  const { now } = change.setting
  const route = routeOf(change, deed.route)
  if (!route || turnOf(route).turn !== 'partner') return { refused: 'notNow' }
  if (!mayGiveUp(route, change.setting.municipality)) {
    const [left] = stepsLeft(route, change.setting.municipality)
    return { refused: 'askAgain', least: LEAST_ASKED, ...(left?.who ? { who: left.who } : {}) }
  }
  if (blank(deed.text)) return { refused: 'needs', field: 'escalated' }
  if (noReason(deed.reason)) return { refused: 'needs', field: 'reason' }
  const givenUp = { at: now, by, escalated: deed.text, reason: deed.reason }
  replaceRoute(change, route, { ...route, state: 'answered', givenUp })
  note(change, 'giveUpRoute')
  if (isToldByMessage(change)) tell(change, { about: 'noAnswer', route: route.id })
  visible(change)
  return CHANGED
}
