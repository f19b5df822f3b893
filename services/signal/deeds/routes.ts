/**
 * What happens on a route after it was planned: it is handed over on a ground (AVG 6), and an answer is asked until there is
 * one (A109). A question of the partner, passing it on and silence are kept, and leave it open (A110).
 */
import { partnerOf } from '../../municipality/municipality.ts'
import { USUAL_REMINDERS } from '../../municipality/terms.ts'
import { addWorkingDays, dayOf } from '../../municipality/workingTime.ts'
import { type Day, impossible, type OfficerId } from '../../words.ts'
import { CHANGED, type Change, note, type RuleResult, set, tell, visible } from '../change.ts'
import type { Refusal } from '../command.ts'
import { BASES } from '../purposes.ts'
import { LEAST_ASKED, mayGiveUp, turnOf } from '../reading/routes.ts'
import type { PartnerReply, Route } from '../route.ts'
import { ahead, answerDay, MOST_ANSWER_DAYS } from './ahead.ts'
import { blank, noReason } from './blank.ts'
import type { OfficerDeed } from './data.ts'
import { giveOn } from './handOver.ts'

const routeOf = ({ record }: Change, id: string): Route | undefined =>
  record.routes.find((route) => route.id === id)

/** Puts a route in the place of itself; another one may follow at the end. */
function replace(change: Change, old: Route, fresh: Route, ...more: Route[]): void {
  set(change, { routes: [...change.record.routes.map((r) => (r === old ? fresh : r)), ...more] })
}

/** The ground on which it goes to this partner: the configured one, else what the officer chose; or what lacks. */
function groundOf(
  { setting }: Change,
  route: Route,
  deed: OfficerDeed<'handOver'>,
): Pick<Route, 'basis' | 'basisReason'> | Refusal {
  const { municipality } = setting
  const configured = partnerOf(municipality, route.partner)?.basis?.[municipality.language]
  if (configured) return { basis: configured }
  if (!deed.basis) return { refused: 'needs', field: 'basis' }
  const why = deed.text ?? ''
  if (noReason(why)) return { refused: 'needs', field: 'reason' }
  return { basis: BASES[deed.basis], basisReason: why }
}

/**
 * The officer handed it over, by phone, portal or secure mail; the answer's day was fixed with the route (A109). Without
 * a ground nothing goes out (AVG 6, A100), nor with a minor who was not thought of when it was decided (A038).
 */
export function handOver(change: Change, by: OfficerId, deed: OfficerDeed<'handOver'>): RuleResult {
  const { record, setting } = change
  const route = routeOf(change, deed.route)
  if (!route) return { refused: 'notNow' }
  if (route.state !== 'planned') return { refused: 'already' }
  if (isMinorSince(change, route)) return { refused: 'minorSince' }
  const ground = groundOf(change, route, deed)
  if ('refused' in ground) return ground
  const given = giveOn(change, by, route, deed, ground.basis)
  if ('refused' in given) return given
  const { prepared: _ready, ...rest } = route
  replace(change, route, {
    ...rest,
    state: 'handedOver',
    handedOverAt: setting.now,
    handedOverBy: by,
    ...ground,
    ...given,
  })
  note(change, 'handOver', 'handedOver')
  // A mail that waits was not handed over yet: the reporter hears of it when it went.
  const waits = given.sent?.at(-1)?.standing === 'queued'
  if (!waits && record.decisions.at(-1)?.tell.form === 'message')
    tell(change, { about: 'handedOver', route: route.id })
  visible(change)
  return CHANGED
}

/** Was it said after the decision that this is about a minor, and does it go to enforcement unlooked at? */
function isMinorSince({ record, setting }: Change, route: Route): boolean {
  const decision = record.decisions.at(-1)
  const enforcement = partnerOf(setting.municipality, route.partner)?.track === 'enforcement'
  const cared = record.routes.some(
    ({ partner }) => partnerOf(setting.municipality, partner)?.track === 'care',
  )
  const unthought = decision?.minor === 'no' && blank(decision.victimCheck ?? '')
  return record.minor === 'yes' && unthought && enforcement && !cared
}

/**
 * What a partner let us know. That it takes it up, or does not, ends the route. After a question the officer owes an
 * answer. Passed on to another partner, that one owes it; to somebody whom we do not know, the first stays asked. Silence
 * was asked in vain, and is asked again.
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
  if (deed.again && !ahead(deed.again, today, MOST_ANSWER_DAYS)) {
    return { refused: 'dayOutOfRange', field: 'again', most: MOST_ANSWER_DAYS }
  }
  const { owesBy: _owed, givenUp: _up, answer, ...rest } = route
  const reply: PartnerReply = { at: now, by, what: deed.what, note: deed.text }
  keepCorrections(change, route)
  const noted = { ...rest, ...(answer ? { replies: [...(route.replies ?? []), answer] } : {}), answer: reply }
  const asked = deed.again ?? answerDay(today, municipality)
  switch (deed.what) {
    case 'takenUp':
    case 'notTakenUp':
      replace(change, route, { ...noted, state: 'answered' })
      break
    case 'question':
      replace(change, route, {
        ...noted,
        state: 'handedOver',
        owesBy: deed.again ?? questionDay(change, today),
      })
      break
    case 'noAnswer':
      replace(change, route, { ...noted, state: 'handedOver', answerBy: asked })
      break
    case 'passedOn': {
      const refused = passOn(change, by, route, noted, deed, asked)
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

/** What was said to be wrong with the last reply stays with that one, where it is the last no more. */
function keepCorrections(change: Change, { id, replies = [] }: Route): void {
  const { corrections } = change.record
  if (!corrections?.some(({ passage }) => passage === `partnerAnswer.${id}`)) return
  const place = `reply.${id}.${replies.length}`
  set(change, {
    corrections: corrections.map((each) =>
      each.passage === `partnerAnswer.${id}` ? { ...each, passage: place } : each,
    ),
  })
}

/** The same said once more; silence on another day is another silence. */
function isSaid({ answer, state }: Route, deed: OfficerDeed<'partnerAnswered'>, today: Day): boolean {
  if (!answer || answer.what !== deed.what || answer.note !== deed.text) return false
  switch (deed.what) {
    case 'takenUp':
    case 'notTakenUp':
      return state === 'answered'
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

/** The day by which a question of a partner is answered when the officer does not choose another. */
function questionDay({ setting }: Change, today: Day): Day {
  const { partnerQuestionWorkingDays } = setting.municipality.reminders ?? USUAL_REMINDERS
  return addWorkingDays(today, partnerQuestionWorkingDays)
}

/** The partner gave it to another: a route to that one, on the ground that it had, and an answer is asked there. */
function passOn(
  change: Change,
  by: OfficerId,
  route: Route,
  noted: Omit<Route, 'owesBy' | 'givenUp'>,
  { passedTo }: OfficerDeed<'partnerAnswered'>,
  answerBy: Day,
): Refusal | undefined {
  const { municipality, now, newId } = change.setting
  if (!passedTo) {
    replace(change, route, { ...noted, state: 'handedOver', answerBy })
    return undefined
  }
  if (!partnerOf(municipality, passedTo) || passedTo === route.partner) {
    return { refused: 'needs', field: 'passedTo' }
  }
  const id = newId()
  const next: Route = {
    id,
    partner: passedTo,
    answerBy,
    state: 'handedOver',
    handedOverAt: now,
    handedOverBy: by,
    from: route.id,
    ...(route.basis ? { basis: route.basis } : {}),
  }
  replace(change, route, { ...noted, state: 'answered', next: id }, next)
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
  replace(change, route, {
    ...rest,
    state: 'handedOver',
    answer: { ...route.answer, ours: { at: now, by, text: deed.text } },
    answerBy: deed.again ?? answerDay(today, municipality),
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
  if (!mayGiveUp(route)) return { refused: 'askAgain', least: LEAST_ASKED }
  if (blank(deed.text)) return { refused: 'needs', field: 'escalated' }
  if (noReason(deed.reason)) return { refused: 'needs', field: 'reason' }
  const givenUp = { at: now, by, escalated: deed.text, reason: deed.reason }
  replace(change, route, { ...route, state: 'answered', givenUp })
  note(change, 'giveUpRoute')
  visible(change)
  return CHANGED
}
