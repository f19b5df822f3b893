/** How one way out stands in words, who is asked when nobody answers, and what they said of what is always asked. */
import type { CardElement } from '@microsoft/teams.cards'
import { type RouteStanding, standingOf, turnOf } from '../../../services/signal/reading/routes.ts'
import { sealedOn } from '../../../services/signal/reading/sealed.ts'
import { type NextStep, nextStep, stepsFor, stepsLeft } from '../../../services/signal/reading/silence.ts'
import type { AskedAgain, PartnerReply, Route } from '../../../services/signal/route.ts'
import { SIX, type SixQuestion } from '../../../services/signal/route.ts'
import { impossible, type Language } from '../../../services/words.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { dayInWords } from '../../when.ts'
import { small, text } from '../elements.ts'
import { fitted } from '../fit.ts'
import { momentsIn, nameOf, routeName } from '../lookups.ts'
import type { Course } from './course.ts'

/** Who was asked, or is: by name and role, or the organisation itself. */
export function whoIs({ who, role, ours, step }: NextStep, language: Language): string {
  const t = texts(language).officer.routes
  if (who === undefined) return t.asked.themselves
  const named = role ? t.asked.who(plain(who), plain(role)) : plain(who)
  return step === 'head' ? t.silent.heads(named, ours ? plain(ours) : t.chase.ourHead) : named
}

/** A silence by how often it was asked and who was asked last; `named` false where a name may not stand. */
export function silenceInWords(
  standing: Extract<RouteStanding, { is: 'silent' }>,
  language: Language,
  named = true,
): string {
  const t = texts(language).officer.routes.silent
  if (standing.times === 0) return t.never
  // It was asked when it was handed over, and each time since then.
  const said = t.times(standing.times + 1)
  return named && standing.last?.who ? t.now(said, whoIs(standing.last, language)) : said
}

/** How it stands, in a few words with a mark. */
export function standingInWords(standing: RouteStanding, language: Language): string {
  return standing.is === 'silent'
    ? silenceInWords(standing, language)
    : texts(language).officer.routes.is[standing.is]
}

/** The line under the name. */
export const standingLine = ({ municipality, language, now }: Course, route: Route): CardElement =>
  text(standingInWords(standingOf(route, now, municipality), language), { spacing: 'None' })

/** Who is asked next, of a silence. */
export function nextStepLines({ municipality, language, now }: Course, route: Route): CardElement[] {
  const standing = standingOf(route, now, municipality)
  const next = nextStep(route, municipality)
  if (standing.is !== 'silent' || !next) return []
  const t = texts(language).officer.routes.chase
  const left = stepsLeft(route, municipality)
  const only = stepsFor(route, municipality).length === 1
  return [
    small(left.length > 0 ? nextInWords(next, language) : t.lastStep),
    ...(only ? [small(t.onlyAgain)] : []),
  ]
}

function nextInWords(next: NextStep, language: Language): string {
  const t = texts(language).officer.routes
  const who = whoIs({ ...next, step: 'again' }, language)
  switch (next.step) {
    case 'again':
      return t.chase.next.again(who)
    case 'contact':
      return t.chase.next.contact(who)
    case 'head':
      return t.chase.next.head(who, next.ours ? plain(next.ours) : t.chase.ourHead)
    default:
      return impossible(next.step)
  }
}

/** The button of a step: named after what it does to whom. */
export function chaseLabel({ step, who }: NextStep, language: Language): string {
  const t = texts(language).officer.routes.chase
  switch (step) {
    case 'again':
      return who === undefined ? t.again : t.againTo(who)
    case 'contact':
      return t.contact(who ?? '')
    case 'head':
      return t.head(who ?? '')
    default:
      return impossible(step)
  }
}

/** One step that was taken: who was asked, by which way, and by which day an answer is waited for. */
export function askedLine(it: Course, { by, at }: PartnerReply, asked: AskedAgain): CardElement {
  const { municipality, language } = it
  const t = texts(language).officer.routes.asked
  const who = whoIs(asked, language)
  const how = asked.way ? t.by(who, texts(language).officer.routes.ways[asked.way]) : who
  return small(t.line(how, nameOf(municipality, by, language), momentsIn(municipality, language)(at)))
}

/** Which of the questions have no answer yet; that they take it up or not is one. */
export function unanswered(route: Route): SixQuestion[] {
  const sealed = sealedOn(route)
  const has: Record<SixQuestion, boolean> = {
    takesUp: route.state === 'answered',
    contact: route.six?.contact !== undefined || sealed.has('contact'),
    hearBy: route.six?.hearBy !== undefined,
    mayTell: route.six?.mayTell !== undefined || sealed.has('mayTell'),
    mustNot: route.six?.mustNot !== undefined || sealed.has('mustNot'),
    helpThere: route.six?.helpThere !== undefined,
  }
  return SIX.filter((question) => !has[question])
}

/** What they said of what is always asked, what must not be done first; and what is asked again. */
export function sixLines({ language }: Course, route: Route, room: number): CardElement[] {
  const t = texts(language).officer.routes.six
  const { six = {} } = route
  const said = (['mustNot', 'contact', 'theirNumber', 'mayTell'] as const).flatMap((field) => {
    const written = six[field]
    return written ? [small(t.said[field], { weight: 'Bolder' }), ...fitted(written, room, language)] : []
  })
  const { turn } = turnOf(route)
  const left = turn === 'partner' || turn === 'result' ? unanswered(route) : []
  return [
    ...said,
    ...(six.hearBy ? [small(t.hearBy(dayInWords(six.hearBy, language)))] : []),
    ...(six.helpThere ? [small(t.helpSaid(t.help[six.helpThere]))] : []),
    ...(left.length > 0 ? [small(t.unanswered(left.map((each) => t.ask[each]).join(' ')))] : []),
  ]
}

/** That something is sealed, of which answer it is, and that it says what must not be done: nothing of what was said. */
export function sealedLines({ municipality, language }: Course, route: Route): CardElement[] {
  const { sealedAnswers = [] } = route
  if (sealedAnswers.length === 0) return []
  const { routes: t, words } = texts(language).officer
  const moment = momentsIn(municipality, language)
  return [
    ...(sealedOn(route).has('mustNot')
      ? [text(t.sealed.mustNot, { color: 'Attention', weight: 'Bolder', spacing: 'Small' })]
      : []),
    ...sealedAnswers
      .slice(-MOST_SEALED)
      .map(({ what, by, at }) =>
        small(t.sealed.line(words.partnerAnswers[what], nameOf(municipality, by, language), moment(at))),
      ),
  ]
}
const MOST_SEALED = 4

/** What becomes of what was taken up; that no more is to come. */
export function resultLines(it: Course, route: Route): CardElement[] {
  const { municipality, language, now } = it
  const t = texts(language).officer.routes
  const standing = standingOf(route, now, municipality)
  const untold = route.untold ? [small(t.untold)] : []
  if (standing.is === 'takenUp' && standing.by) {
    const day = dayInWords(standing.by, language)
    return [
      standing.late
        ? text(t.result.late(day), { color: 'Attention', weight: 'Bolder', spacing: 'Small' })
        : text(t.result.by(day), { spacing: 'Small' }),
      ...untold,
    ]
  }
  const { noMore } = route
  if (!noMore) return untold
  const moment = momentsIn(municipality, language)
  return [small(t.result.ended(nameOf(municipality, noMore.by, language), moment(noMore.at))), ...untold]
}

/** All that was written of what is always asked, for the room that it takes. */
export const writtenSix = ({ six = {} }: Route): string[] =>
  [six.mustNot, six.contact, six.theirNumber, six.mayTell].flatMap((each) => each ?? [])

/** The name of the organisation, ready to be shown. */
export const called = (it: Course, route: Route): string => routeName(it.municipality, route, it.language)
