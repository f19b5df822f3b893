/** Where a signal goes: each route with whose turn it is, what came back on it, and what can be done. */
import type { CardElement, IContainer, ISubmitAction } from '@microsoft/teams.cards'
import { partnerOf } from '../../../services/municipality/municipality.ts'
import { isDayOver } from '../../../services/signal/reading/clocks.ts'
import { askedInVain, mayGiveUp, repliesOf, turnOf } from '../../../services/signal/reading/routes.ts'
import { isWorkable } from '../../../services/signal/reading/standing.ts'
import type { Route } from '../../../services/signal/record.ts'
import type { PartnerReply } from '../../../services/signal/route.ts'
import { type Day, impossible } from '../../../services/words.ts'
import { packOfficer, type RouteForm } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { dayInWords } from '../../when.ts'
import { buttons, section, small, submit, text } from '../elements.ts'
import { fitted } from '../fit.ts'
import { hasBasis } from '../forms/route.ts'
import { momentsIn, nameOf, partnerName } from '../lookups.ts'
import { correctionsAt } from './corrections.ts'
import type { Course } from './course.ts'
import { reasoned } from './written.ts'

/** As many as are shown; what is still open first. */
const MOST_ROUTES = 10
/** Room for each thing that was written on a route, and how many of the earlier replies are named. */
const MOST_NOTE = 300
const MOST_EARLIER = 3

const ORDER = { toHandOver: 0, officer: 1, partner: 2, done: 3 } as const

/** Every way out with its state, its day and its button; open ones first. */
export function routes(it: Course): CardElement[] {
  const { record, language } = it
  const t = texts(language).officer.dossier
  const sorted = [...record.routes].sort((a, b) => ORDER[turnOf(a).turn] - ORDER[turnOf(b).turn])
  const out = sorted.length - MOST_ROUTES
  return section(t.routes, [
    ...sorted.slice(0, MOST_ROUTES).flatMap((route) => oneRoute(it, route)),
    ...(out > 0 ? [small(t.leftOut(out.toLocaleString(language)), { weight: 'Bolder' })] : []),
  ])
}

function oneRoute(it: Course, route: Route): CardElement[] {
  const { record, municipality, language } = it
  return [
    {
      type: 'Container',
      spacing: 'Medium',
      items: [
        text(partnerName(municipality, route.partner, language), { weight: 'Bolder' }),
        ...howItStands(it, route),
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

function howItStands(it: Course, route: Route): CardElement[] {
  const { municipality, language } = it
  const { dossier: d, follow: f } = texts(language).officer
  const name = partnerName(municipality, route.partner, language)
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
    case 'done':
      return [...handed(it, route), ...replies(it, route), ...ended(it, route)]
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
function handed({ record, municipality, language }: Course, route: Route): CardElement[] {
  const { dossier: d, follow: f } = texts(language).officer
  const { handedOverAt: at, handedOverBy: by } = route
  const before = record.routes.find(({ id }) => id === route.from)
  if (before) return [small(f.cameFrom(partnerName(municipality, before.partner, language)))]
  if (!at || !by) return []
  const moment = momentsIn(municipality, language)
  return [
    small(d.handed(nameOf(municipality, by, language), moment(at))),
    ...(route.basisReason && route.basis ? [small(f.basis.said(route.basis))] : []),
    ...reasoned(f.basis.because, route.basisReason ?? '', MOST_NOTE, language),
  ]
}

/** What came back on it: the last in full, those before it in a line. */
function replies(it: Course, route: Route): CardElement[] {
  const { municipality, language } = it
  const { dossier: d, follow: f, words } = texts(language).officer
  const moment = momentsIn(municipality, language)
  const { answer } = route
  if (!answer) return []
  const earlier = repliesOf(route).slice(0, -1).slice(-MOST_EARLIER)
  const line = ({ what, at }: PartnerReply) => small(f.earlier(words.partnerAnswers[what], moment(at)))
  const { what, by, at, note, ours } = answer
  return [
    ...earlier.map(line),
    small(d.partnerSaid(words.partnerAnswers[what], nameOf(municipality, by, language), moment(at))),
    ...fitted(note, MOST_NOTE, language),
    ...(ours
      ? [
          small(f.ours(nameOf(municipality, ours.by, language), moment(ours.at))),
          ...fitted(ours.text, MOST_NOTE, language),
        ]
      : []),
    ...correctionsAt(it, `partnerAnswer.${route.id}`),
  ]
}

/** That it goes on elsewhere, or ended without an answer. */
function ended({ record, municipality, language }: Course, { next, givenUp }: Route): CardElement[] {
  const f = texts(language).officer.follow
  const after = record.routes.find(({ id }) => id === next)
  if (after) return [text(f.goesOn(partnerName(municipality, after.partner, language)), { spacing: 'Small' })]
  if (!givenUp) return []
  const moment = momentsIn(municipality, language)
  return [
    text(f.noAnswerObtained(nameOf(municipality, givenUp.by, language), moment(givenUp.at)), {
      spacing: 'Small',
    }),
    ...reasoned(f.escalatedTo, givenUp.escalated, MOST_NOTE, language),
    ...reasoned(f.giveUp.reason, givenUp.reason, MOST_NOTE, language),
  ]
}

function whatCanBeDone(it: Course, route: Route): ISubmitAction[] {
  const { record, municipality, language, press } = it
  const { dossier: d, follow: f } = texts(language).officer
  const name = partnerName(municipality, route.partner, language)
  const data = { signal: record.id, route: route.id }
  const page = (label: string, form: RouteForm): ISubmitAction =>
    submit(label, packOfficer('answerPage', { ...data, form }))
  const onCase = { ...data, seen: record.revision, press }
  const { turn } = turnOf(route)
  switch (turn) {
    case 'toHandOver':
      return hasBasis(it, route)
        ? [submit(d.handOver, packOfficer('handOver', onCase))]
        : [page(f.handOverTo(name), 'handOver')]
    case 'partner':
      return [
        page(d.noteAnswer, 'partnerAnswered'),
        ...(mayGiveUp(route) ? [page(f.stopAsking(name), 'giveUpRoute')] : []),
      ]
    case 'officer':
      return [page(f.answerThem(name), 'answerPartner'), page(d.noteAnswer, 'partnerAnswered')]
    case 'done':
      return route.next ? [] : [page(d.changeAnswer, 'partnerAnswered')]
    default:
      return impossible(turn)
  }
}
