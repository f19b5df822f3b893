/** Where a signal goes: each route with whose turn it is, what came back on it, and what can be done. */
import type { CardElement, IContainer, ISubmitAction } from '@microsoft/teams.cards'
import { partnerOf } from '../../../services/municipality/municipality.ts'
import { isDayOver } from '../../../services/signal/reading/clocks.ts'
import { askedInVain, repliesOf, standingOf, turnOf } from '../../../services/signal/reading/routes.ts'
import { mayGiveUp, nextStep } from '../../../services/signal/reading/silence.ts'
import { isWorkable } from '../../../services/signal/reading/standing.ts'
import type { Route } from '../../../services/signal/record.ts'
import type { PartnerReply } from '../../../services/signal/route.ts'
import { type Day, impossible } from '../../../services/words.ts'
import { packOfficer, type RouteForm } from '../../actions.ts'
import { withWhom } from '../../buttonNames.ts'
import { texts } from '../../texts/index.ts'
import { dayInWords } from '../../when.ts'
import { buttons, section, small, submit, text } from '../elements.ts'
import { safeContacts } from '../facts/safe.ts'
import { fitsIn, fitted, mostEach } from '../fit.ts'
import { givenButtons, givenLines } from '../handover/given.ts'
import { momentsIn, nameOf, partnerName, routeName } from '../lookups.ts'
import type { Look } from './caseView.ts'
import { correctionsAt } from './corrections.ts'
import type { Course } from './course.ts'
import { mailLines } from './linkAnswers.ts'
import type { Rooms } from './rooms.ts'
import {
  askedLine,
  chaseLabel,
  nextStepLines,
  resultLines,
  sealedLines,
  sixLines,
  standingLine,
  writtenSix,
} from './routeStanding.ts'
import { reasoned } from './written.ts'

/** A page of the ways out: how many stand on it, with how many earlier replies, and the room for all that was written. */
const ON_PAGE = { routes: 6, replies: 3, answers: 16_000 } as const
/** What was written on one way out is shown there up to this, in bytes, also where all of them are full. */
const ONE_ON_PAGE = 200

const ORDER = { toHandOver: 0, officer: 1, partner: 2, result: 3, done: 4 } as const
/** What is still open first. */
const sorted = ({ record }: Look): Route[] =>
  [...record.routes].sort((a, b) => ORDER[turnOf(a).turn] - ORDER[turnOf(b).turn])

/** Every way out with its state, its day and its button, and the way to the others. */
export function routes(it: Course, rooms: Rooms): CardElement[] {
  const { record, language } = it
  const t = texts(language).officer.dossier
  const all = sorted(it)
  const out = all.length - rooms.routes
  const others = packOfficer('page', { signal: record.id, page: 'routes' })
  return section(t.routes, [
    ...contacts(it),
    ...within(it, all.slice(0, rooms.routes), rooms),
    ...(out > 0
      ? [
          small(t.leftOut(out.toLocaleString(language)), { weight: 'Bolder' }),
          ...buttons(submit(t.allRoutes, others)),
        ]
      : []),
  ])
}

/** How people can be reached safely goes along with what is handed over (A046). */
const contacts = ({ record, language }: Look): CardElement[] =>
  isWorkable(record) && record.routes.length > 0 ? safeContacts(record, language) : []

/** These ways out, with a share of the room for each thing that was written on them. */
function within(it: Course, shown: Route[], { answers, replies: earlier }: RouteRooms): CardElement[] {
  const written = shown.flatMap((route) => writtenOn(route, earlier))
  const roomy = { ...it, room: mostEach(written, answers), earlier }
  return shown.flatMap((route) => oneRoute(roomy, route))
}

type RouteRooms = Pick<Rooms, 'answers' | 'replies'>

/** What came back on it before the latest, as many as there is room for. */
function earlierReplies(route: Route, most: number): PartnerReply[] {
  const before = repliesOf(route).slice(0, -1)
  return before.slice(Math.max(0, before.length - most))
}

/** All that was written on one way out and is shown with it. */
const writtenOn = (route: Route, earlier: number): string[] =>
  [
    route.basisReason,
    ...[...earlierReplies(route, earlier), ...(route.answer ? [route.answer] : [])].flatMap(
      ({ note, ours }) => [note, ours?.text],
    ),
    ...writtenSix(route),
    route.givenUp?.escalated,
    route.givenUp?.reason,
  ].flatMap((each) => each ?? [])

/**
 * Is all that was written on the ways out shown: on the dossier, or on the page with all of them? If not, the page with
 * everything has the rest.
 */
export function routesFit(it: Look, rooms: Rooms): boolean {
  const all = sorted(it)
  const shown = all.slice(0, rooms.routes).flatMap((route) => writtenOn(route, rooms.replies))
  const others = all.slice(rooms.routes).flatMap((route) => writtenOn(route, rooms.replies))
  const most = mostEach(shown, rooms.answers)
  return (
    all.every(({ replies: before = [] }) => before.length <= rooms.replies) &&
    shown.every((each) => fitsIn(each, most)) &&
    others.every((each) => fitsIn(each, ONE_ON_PAGE))
  )
}

/** The ways out on one page of their own, of as many pages as it takes. */
export function routesOnPage(it: Course, part: number): { shown: CardElement[]; parts: number } {
  const all = sorted(it)
  const parts = Math.max(1, Math.ceil(all.length / ON_PAGE.routes))
  const from = (Math.min(part, parts) - 1) * ON_PAGE.routes
  const shown = all.slice(from, from + ON_PAGE.routes)
  return { shown: [...contacts(it), ...within(it, shown, ON_PAGE)], parts }
}

/** With the room for each thing that was written on a route, and how many earlier replies are shown. */
type Roomy = Course & { room: number; earlier: number }

/** The name of a route's button: where there are more routes with whom, for no two buttons have one name. */
function buttonOf({ record, municipality, language }: Course, route: Route, label: string): string {
  if (record.routes.length === 1) return label
  const names = record.routes.map((each) => routeName(municipality, each, language))
  return withWhom(label, names)[record.routes.indexOf(route)] ?? label
}

function oneRoute(it: Roomy, route: Route): CardElement[] {
  const { record, municipality, language } = it
  return [
    {
      type: 'Container',
      spacing: 'Medium',
      items: [
        text(routeName(municipality, route, language), { weight: 'Bolder' }),
        standingLine(it, route),
        ...howItStands(it, route),
        ...sealedLines(it, route),
        ...sixLines(it, route, it.room),
        ...mailLines(it, route),
        ...(isWorkable(record) ? buttons(...whatCanBeDone(it, route)) : []),
      ],
    } satisfies IContainer,
  ]
}

/** A line of its own, in a colour and in its own words when the day went by. */
function due(
  it: Course,
  day: Day,
  said: (day: string) => string,
  late: (day: string) => string,
): CardElement {
  const over = isDayOver(day, it.now, it.municipality)
  const inWords = dayInWords(day, it.language)
  return text(over ? late(inWords) : said(inWords), {
    spacing: 'Small',
    ...(over ? { color: 'Attention' as const, weight: 'Bolder' as const } : {}),
  })
}

function howItStands(it: Roomy, route: Route): CardElement[] {
  const { municipality, language } = it
  const { dossier: d, follow: f } = texts(language).officer
  const name = routeName(municipality, route, language)
  const now = turnOf(route)
  switch (now.turn) {
    case 'toHandOver':
      return [...beforeHandOver(it, route), due(it, now.by, d.planned, d.plannedLate)]
    case 'partner': {
      const asked = route.answer ? f.theirTurn : d.answerBy
      const times = askedInVain(route)
      return [
        ...handed(it, route),
        ...replies(it, route),
        ...(times > 0 ? [small(f.askedInVain(times))] : []),
        due(it, now.by, asked, d.answerLate),
        ...nextStepLines(it, route),
      ]
    }
    case 'officer': {
      const ours = (day: string) => f.ourTurn(name, day)
      return [
        ...handed(it, route),
        ...replies(it, route),
        due(it, now.by, ours, (day) => f.ourTurnLate(name, day)),
      ]
    }
    case 'result':
    case 'done':
      return [...handed(it, route), ...replies(it, route), ...ended(it, route), ...resultLines(it, route)]
    default:
      return impossible(now)
  }
}

/** How it is handed over, and on which ground: nothing goes out without one (AVG 6). */
function beforeHandOver({ municipality, language }: Course, { partner }: Route): CardElement[] {
  const d = texts(language).officer.dossier
  const { way, basis } = partnerOf(municipality, partner) ?? {}
  if (!way) return []
  const ground = basis ? small(d.basis(basis[language])) : text(d.noBasis, { spacing: 'Small' })
  return [small(d.way(way[language])), ground]
}

/** By whom it was handed over, and on which ground where that was chosen then. */
function handed({ record, municipality, language, room, now }: Roomy, route: Route): CardElement[] {
  const { dossier: d, follow: f } = texts(language).officer
  const { handedOverAt: at, handedOverBy: by } = route
  const before = record.routes.find(({ id }) => id === route.from)
  if (before) return [small(f.cameFrom(routeName(municipality, before, language)))]
  const along = [
    ...(route.with ? [text(f.wentWith(route.with.reference), { spacing: 'Small' })] : []),
    ...(route.along ? [small(f.goesFor(route.along.length))] : []),
  ]
  if (!at || !by) return []
  const moment = momentsIn(municipality, language)
  return [
    small(d.handed(nameOf(municipality, by, language), moment(at))),
    ...givenLines({ record, municipality, language, now }, route),
    ...along,
    ...(route.basisReason && route.basis ? [small(f.basis.said(route.basis))] : []),
    ...reasoned(f.basis.because, route.basisReason ?? '', room, language),
  ]
}

/** What came back on it, the latest last. */
function replies(it: Roomy, route: Route): CardElement[] {
  const { municipality, language, room } = it
  const { dossier: d, follow: f, words } = texts(language).officer
  const moment = momentsIn(municipality, language)
  const { answer } = route
  if (!answer) return []
  const written = ({ note, ours }: PartnerReply): CardElement[] => [
    ...fitted(note, room, language),
    ...(ours
      ? [
          small(f.ours(nameOf(municipality, ours.by, language), moment(ours.at))),
          ...fitted(ours.text, room, language),
        ]
      : []),
  ]
  const head = (reply: PartnerReply, said: string): CardElement =>
    reply.asked ? askedLine(it, reply, reply.asked) : small(said)
  const { what, by, at } = answer
  const before = earlierReplies(route, it.earlier)
  const out = repliesOf(route).length - 1 - before.length
  return [
    ...(out > 0 ? [small(d.leftOut(out.toLocaleString(language)), { weight: 'Bolder' })] : []),
    ...before.flatMap((reply) => [
      head(reply, f.earlier(words.partnerAnswers[reply.what], moment(reply.at))),
      ...written(reply),
    ]),
    head(answer, d.partnerSaid(words.partnerAnswers[what], nameOf(municipality, by, language), moment(at))),
    ...written(answer),
    ...correctionsAt(it, `partnerAnswer.${route.id}`),
  ]
}

/** That it goes on elsewhere, or ended without an answer. */
function ended({ record, municipality, language, room }: Roomy, { next, givenUp }: Route): CardElement[] {
  const f = texts(language).officer.follow
  const after = record.routes.find(({ id }) => id === next)
  if (after) return [text(f.goesOn(routeName(municipality, after, language)), { spacing: 'Small' })]
  if (!givenUp) return []
  const moment = momentsIn(municipality, language)
  return [
    text(f.noAnswerObtained(nameOf(municipality, givenUp.by, language), moment(givenUp.at)), {
      spacing: 'Small',
    }),
    ...reasoned(f.escalatedTo, givenUp.escalated, room, language),
    ...reasoned(f.giveUp.reason, givenUp.reason, room, language),
  ]
}

/** *Overdragen: …*: with whom, for it opens what that one gets. */
function handOverTo({ record, municipality, language }: Course, route: Route): string {
  const names = record.routes.map(({ partner }) => partnerName(municipality, partner, language))
  const label = texts(language).officer.handOver.to
  return withWhom(label, names)[record.routes.indexOf(route)] ?? label
}

function whatCanBeDone(it: Course, route: Route): ISubmitAction[] {
  const { record, language } = it
  const { dossier: d, follow: f } = texts(language).officer
  const called = (label: string): string => buttonOf(it, route, label)
  const data = { signal: record.id, route: route.id }
  const page = (label: string, form: RouteForm): ISubmitAction =>
    submit(label, packOfficer('answerPage', { ...data, form }))
  if (route.with) {
    const { channel } = texts(language).officer
    return [
      submit(channel.list.openOne(route.with.reference), packOfficer('open', { signal: route.with.signal })),
      ...givenButtons(it, route, called),
    ]
  }
  const { turn } = turnOf(route)
  const sealed = route.sealedAnswers?.length
    ? [page(called(texts(language).officer.routes.sealed.button), 'openSealed')]
    : []
  switch (turn) {
    case 'toHandOver':
      return [page(handOverTo(it, route), 'handOver')]
    case 'partner':
      return [
        page(called(d.noteAnswer), 'partnerAnswered'),
        ...chased(it, route, called),
        ...(mayGiveUp(route, it.municipality) ? [page(called(f.stopAsking), 'giveUpRoute')] : []),
        ...sealed,
        ...givenButtons(it, route, called),
      ]
    case 'officer':
      return [
        page(called(f.answerThem), 'answerPartner'),
        page(called(d.noteAnswer), 'partnerAnswered'),
        ...sealed,
        ...givenButtons(it, route, called),
      ]
    case 'result': {
      const t = texts(language).officer.routes.result
      const press = (label: string, how: 'askedAgain' | 'noMore'): ISubmitAction =>
        submit(
          called(label),
          packOfficer('followUp', { ...data, seen: record.revision, press: it.press, how }),
        )
      return [
        page(called(t.note), 'partnerAnswered'),
        press(t.askedAgain, 'askedAgain'),
        press(t.noMore, 'noMore'),
        ...sealed,
        ...givenButtons(it, route, called),
      ]
    }
    case 'done':
      return [
        ...(route.next ? [] : [page(called(d.changeAnswer), 'partnerAnswered')]),
        ...sealed,
        ...givenButtons(it, route, called),
      ]
    default:
      return impossible(turn)
  }
}

/** Of a silence who is asked next, with one press; before that, that they have it. */
function chased(it: Course, route: Route, called: (label: string) => string): ISubmitAction[] {
  const { record, municipality, language, press } = it
  const standing = standingOf(route, it.now, municipality)
  const data = { signal: record.id, route: route.id }
  const next = nextStep(route, municipality)
  if (standing.is === 'silent' && next) {
    const { step, who } = next
    const sent = { ...data, seen: record.revision, press, step, ...(who === undefined ? {} : { who }) }
    return [submit(called(chaseLabel(next, language)), packOfficer('chase', sent))]
  }
  if (standing.is !== 'handedOver') return []
  const label = texts(language).officer.routes.received.button
  return [submit(called(label), packOfficer('answerPage', { ...data, form: 'received' }))]
}
