/**
 * What is done to see more (A091), advice that was asked without personal data (A083), what could not wait (A057), and how
 * the guards of the latest decision stand. On the dossier in short, on the page with everything in full.
 */
import type { CardElement } from '@microsoft/teams.cards'
import { LaterGuard } from '../../../services/signal/guards.ts'
import type { Insight } from '../../../services/signal/insight.ts'
import { isDayOver } from '../../../services/signal/reading/clocks.ts'
import { agreeBy, standing } from '../../../services/signal/reading/guarded.ts'
import { openInsights } from '../../../services/signal/reading/insight.ts'
import { isWorkable } from '../../../services/signal/reading/standing.ts'
import type { Instant } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { dayInWords } from '../../when.ts'
import { buttons, section, small, submit, text } from '../elements.ts'
import { fitsIn, fitted, listed, type Piece } from '../fit.ts'
import { contactById } from '../forms/escalate.ts'
import { askedOf } from '../forms/insight.ts'
import { momentsIn, nameOf, partnerName } from '../lookups.ts'
import type { Look } from './caseView.ts'

type Shown = Look & { now: Instant }

/** Open questions that stand on the dossier, and the bytes of each text. */
const MOST_OPEN = 3
const ONE_TEXT = 300
/** Of what came back, the advice and the calls: the latest. */
const LATEST = { pieces: 3, bytes: 900, first: 0 }

/** What came back on a question and what it gave, as pieces. */
function cameBack({ record, municipality, language }: Look, { to, came = [], done }: Insight): Piece[] {
  const t = texts(language).officer.decision.insight
  const moment = momentsIn(municipality, language)
  const answer =
    to.who === 'reporter' ? record.questions.find(({ id }) => id === to.question)?.answer : undefined
  return [
    ...(answer?.text ? [{ head: t.answered, text: answer.text }] : []),
    ...came.map(({ by, at, text: said }) => ({
      head: t.came(nameOf(municipality, by, language), moment(at)),
      text: said,
    })),
    ...(done
      ? [{ head: t.gave(nameOf(municipality, done.by, language), moment(done.at)), text: done.text }]
      : []),
  ]
}

function oneOpen(it: Shown, insight: Insight): CardElement[] {
  const { record, municipality, language, now } = it
  const t = texts(language).officer.decision.insight
  const to = askedOf(insight.to, municipality, language)
  const day = dayInWords(insight.until, language)
  const late = isDayOver(insight.until, now, municipality)
  const page = (label: string, form: 'insightCame' | 'endInsight') =>
    submit(label, packOfficer('insightPage', { signal: record.id, form, insight: insight.id }))
  return [
    text(late ? t.late(to, day) : t.of(to, day), {
      weight: 'Bolder',
      ...(late ? { color: 'Attention' as const } : {}),
    }),
    ...(insight.kind === 'outreach' ? [small(t.kinds.outreach)] : []),
    ...fitted(insight.question, ONE_TEXT, language),
    ...listed(cameBack(it, insight), LATEST, language),
    ...(isWorkable(record)
      ? buttons(page(t.cameButton, 'insightCame'), page(t.endButton, 'endInsight'))
      : []),
  ]
}

/** Those that ended, each with its question. */
const ended = (it: Look): Piece[] =>
  (it.record.insights ?? [])
    .filter(({ done }) => done !== undefined)
    .flatMap((insight) => [
      {
        head: askedOf(insight.to, it.municipality, it.language),
        text: insight.question,
      },
      ...cameBack(it, insight),
    ])

function advicePieces({ record, municipality, language }: Look): Piece[] {
  const t = texts(language).officer.decision.advice
  const moment = momentsIn(municipality, language)
  return (record.adviceCalls ?? []).flatMap(({ partner, by, at, asked, said }) => [
    {
      head: `${t.head(partnerName(municipality, partner, language), nameOf(municipality, by, language), moment(at))} · ${t.askedLine}`,
      text: asked,
    },
    { head: t.saidLine, text: said },
  ])
}

function callPieces(it: Look): Piece[] {
  const { record, municipality, language } = it
  const t = texts(language).officer.decision.escalate
  const moment = momentsIn(municipality, language)
  return (record.escalations ?? []).flatMap(({ by, at, steps }) => [
    { head: t.started(nameOf(municipality, by, language), moment(at)), text: '' },
    ...steps.map((step) => ({
      head: t.step(
        contactById(step.contact, it),
        t.short[step.reached],
        nameOf(municipality, step.by, language),
        moment(step.at),
      ),
      text: step.text ?? '',
    })),
  ])
}

/** What was answered with a decision and since, where words were written with it. */
function guardPieces({ record, municipality, language }: Look): Piece[] {
  const t = texts(language).officer.decision
  const moment = momentsIn(municipality, language)
  const names = {
    ...t.guards.names,
    supervision: t.guards.supervision.name,
    notFirst: t.guards.notFirst.name,
  }
  const isNamed = (guard: string): guard is keyof typeof names => Object.hasOwn(names, guard)
  const one = (guard: string, said: string | undefined, by: string): Piece[] =>
    isNamed(guard) && said?.trim() ? [{ head: `${names[guard]} · ${by}`, text: said }] : []
  const of = (by: Parameters<typeof nameOf>[1], at: Parameters<typeof moment>[0]) =>
    t.guards.told(nameOf(municipality, by, language), moment(at))
  return [
    ...record.decisions.flatMap(({ guards = [], deviation, by, at }) => [
      ...guards.flatMap((each) => one(each.guard, 'text' in each ? each.text : undefined, of(by, at))),
      ...(deviation?.why ? [{ head: t.deviation, text: deviation.why }] : []),
    ]),
    ...(record.guarded ?? []).flatMap(({ answered, by, at }) =>
      one(answered.guard, 'text' in answered ? answered.text : undefined, of(by, at)),
    ),
  ]
}

/** The answers that still count, each with the way to change it. */
export function guardLines(it: Shown): CardElement[] {
  const { record, municipality, language, now } = it
  const t = texts(language).officer.decision.guards
  const change = (guard: LaterGuard): CardElement[] =>
    isWorkable(record) || (guard === 'informSubject' && record.state === 'closed')
      ? buttons(submit(t.change.buttons[guard], packOfficer('guardPage', { signal: record.id, guard })))
      : []
  const agree = agreeBy(record, municipality)
  const consent = standing(record, 'consent')
  const inform = standing(record, 'informSubject')
  const lines: Record<LaterGuard, CardElement[]> = {
    agreeFirst: agree
      ? [
          isDayOver(agree, now, municipality)
            ? text(t.agreeFirst.late(dayInWords(agree, language)), {
                color: 'Attention',
                weight: 'Bolder',
              })
            : text(t.agreeFirst.waits(dayInWords(agree, language))),
        ]
      : [],
    consent: consent ? [small(`${t.consent.name}: ${t.consent.choices[consent.answer]}`)] : [],
    informSubject: inform
      ? [
          small(
            `${t.informSubject.name}: ${t.informSubject.row(
              t.informSubject.short[inform.answer],
              inform.until && dayInWords(inform.until, language),
            )}`,
          ),
        ]
      : [],
  }
  return LaterGuard.options.flatMap((guard) =>
    lines[guard].length > 0 ? [...lines[guard], ...change(guard)] : [],
  )
}

/** On the dossier: what is open with its buttons, and the latest of the rest. */
export function seeingMore(it: Shown): CardElement[] {
  const { record, language } = it
  const t = texts(language).officer
  const { decision: d } = t
  const open = openInsights(record)
  const left = open.length - MOST_OPEN
  return [
    ...section(d.insight.title, [
      ...open.slice(0, MOST_OPEN).flatMap((each) => oneOpen(it, each)),
      ...(left > 0 ? [small(t.dossier.leftOut(left.toLocaleString(language)), { weight: 'Bolder' })] : []),
      ...listed(ended(it), LATEST, language),
    ]),
    ...section(d.advice.title, listed(advicePieces(it), LATEST, language)),
    ...section(d.escalate.title, listed(callPieces(it), LATEST, language)),
  ]
}

/** Does all of it stand on the dossier? If not, the page with everything has the rest. */
export function seeingMoreFits(it: Look): boolean {
  const open = openInsights(it.record)
  const allFit = (pieces: readonly Piece[]) =>
    pieces.length <= LATEST.pieces && pieces.every((each) => fitsIn(each.text, ONE_TEXT))
  return (
    open.length <= MOST_OPEN &&
    open.every((each) => fitsIn(each.question, ONE_TEXT) && allFit(cameBack(it, each))) &&
    allFit(ended(it)) &&
    allFit(advicePieces(it)) &&
    allFit(callPieces(it)) &&
    guardPieces(it).length === 0
  )
}

/** All of it, for the page with everything. */
export const seeingMorePieces = (it: Look): Piece[] => [
  ...guardPieces(it),
  ...openInsights(it.record).flatMap((insight) => [
    {
      head: texts(it.language).officer.decision.insight.of(
        askedOf(insight.to, it.municipality, it.language),
        dayInWords(insight.until, it.language),
      ),
      text: insight.question,
    },
    ...cameBack(it, insight),
  ]),
  ...ended(it),
  ...advicePieces(it),
  ...callPieces(it),
]
