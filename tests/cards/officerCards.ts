/** Every card of the reporting point, from one record or from none, for the tests to go through. */

import type { DecideForm, OfficerAction, Surface } from '../../cards/actions.ts'
import { dossierCard } from '../../cards/officer/case/dossier.ts'
import { moreCard } from '../../cards/officer/case/more.ts'
import { routesCard } from '../../cards/officer/case/routes.ts'
import { storyCard } from '../../cards/officer/case/story.ts'
import { type AlarmState, alarmCard } from '../../cards/officer/channel/alarm.ts'
import { doorbellCard, doorbellGoneCard } from '../../cards/officer/channel/doorbell.ts'
import { noticeCard } from '../../cards/officer/channel/notice.ts'
import { pointNewsCard } from '../../cards/officer/channel/pointNews.ts'
import { refusedCard, unknownCaseCard, type WhyRefused } from '../../cards/officer/channel/refused.ts'
import { alarmSeenCard } from '../../cards/officer/channel/seen.ts'
import { decideCard, decideDaysCard } from '../../cards/officer/decision/decide.ts'
import { answerCard } from '../../cards/officer/forms/answer.ts'
import { numberAskedCard } from '../../cards/officer/forms/bsnAsked.ts'
import { callCard } from '../../cards/officer/forms/call.ts'
import { calledCard } from '../../cards/officer/forms/called.ts'
import { feedBackCard } from '../../cards/officer/forms/feedBack.ts'
import { handToCard } from '../../cards/officer/forms/handTo.ts'
import { helpCard } from '../../cards/officer/forms/help.ts'
import { keepCard } from '../../cards/officer/forms/keep.ts'
import { moveCard } from '../../cards/officer/forms/move.ts'
import { rightsCard } from '../../cards/officer/forms/rights.ts'
import { correctCard, eraseCard, freezeCard, keepLongerCard } from '../../cards/officer/forms/rightsForms.ts'
import { answerPartnerCard, giveUpCard } from '../../cards/officer/forms/route.ts'
import { urgencyCard } from '../../cards/officer/forms/urgency.ts'
import { adviseCard, askCard, noteCard } from '../../cards/officer/forms/write.ts'
import { givenCard, moreCard as receiptCard } from '../../cards/officer/handover/given.ts'
import { prepareCard } from '../../cards/officer/handover/prepare.ts'
import { previewCard } from '../../cards/officer/handover/preview.ts'
import { foundCard, MOST_FOUND, overviewCard, searchCard } from '../../cards/officer/lists/accessRequest.ts'
import { declarationCard } from '../../cards/officer/lists/declaration.ts'
import { doorCard, MOST_TO_DESTROY, toDestroyCard } from '../../cards/officer/lists/destructionList.ts'
import { searchesCard } from '../../cards/officer/lists/searches.ts'
import { type WorklistItem, worklistCard } from '../../cards/officer/lists/worklist.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import { OverdueTerm } from '../../services/signal/overdueTypes.ts'
import { OfficerNotice, type Route, type SignalRecord } from '../../services/signal/record.ts'
import { passagesOf } from '../../services/signal/rights/passages.ts'
import type { Term } from '../../services/signal/rights/types.ts'
import { Degree, Kind, Outcome, PointNews, State, Urgency } from '../../services/signal/words.ts'
import { Day, type Language, Reference } from '../../services/words.ts'
import { chosenCards, dayCards, dayForms } from './dayCards.ts'
import type { NamedCard } from './namedCard.ts'
import { at, MARIEKE, NOW, PRESS, REFERENCE, SIGNAL } from './officerRecords.ts'

const DAY = Day.parse('2027-11-24')
const TERM: Term = { class: 'noAction', from: DAY, until: DAY, most: Day.parse('2028-11-24'), why: 'term' }
const referenceOf = (n: number) => Reference.parse(`S-2026-${String(n + 42).padStart(4, '0')}`)
const GOING = Array.from({ length: MOST_TO_DESTROY }, (_, n) => ({
  signal: SIGNAL,
  reference: referenceOf(n),
  term: TERM,
  tellFirst: n === 0 ? ['Veilig Thuis'] : [],
}))
const FREEZES = [{ at: NOW, by: MARIEKE, reason: 'Reden' }]
const DECLARED = Array.from({ length: 400 }, () => ({
  reference: REFERENCE,
  class: TERM.class,
  selection: '19.2',
  from: DAY,
  until: DAY,
  why: 'longer' as const,
  at: NOW,
  by: MARIEKE,
}))
const SEARCHED = Array.from({ length: 400 }, (_, n) => ({
  at: NOW,
  by: MARIEKE,
  what: n % 2 === 0 ? ('search' as const) : ('overview' as const),
  reason: 'zaak *1* '.repeat(400),
  found: n,
}))
const ASKED = { terms: 'x'.repeat(1_000), reason: 'Verzoek' }
const FOUND = Array.from({ length: MOST_FOUND }, (_, n) => ({
  signal: SIGNAL,
  reference: referenceOf(n),
  receivedAt: NOW,
  parts: ['story' as const, 'note' as const],
}))
const OTHERS = Array.from({ length: 20 }, () => ({ signal: SIGNAL, reference: REFERENCE, received: DAY }))
const REACH = { phones: ['+31 6 12345678', 'toestel 12'], department: 'Burgerzaken', account: 'r@x.example' }
const noted = (what: 'question' | 'noAnswer', day: number) => ({
  at: at(`${day}T10:21`),
  by: MARIEKE,
  what,
  note: 'N',
})
/** As a route can stand beside what a record has. */
const ROUTE_STATES: Record<string, Partial<Route>> = {
  planned: { state: 'planned', answer: undefined, replies: undefined, givenUp: undefined },
  asking: { state: 'handedOver', answer: noted('question', 24), owesBy: DAY, givenUp: undefined },
  silent: {
    state: 'handedOver',
    answer: noted('noAnswer', 24),
    replies: [noted('noAnswer', 23)],
    givenUp: undefined,
  },
}
/** Of sixty routes to one partner the cards are the same sixty times. */
const onePerPartner = (routes: readonly Route[]): Route[] => [
  ...new Map(routes.map((route) => [route.partner, route])).values(),
]
/** The same town, that settled no ground for anybody. */
const bare = (it: Municipality): Municipality => ({
  ...it,
  partners: it.partners.map(({ basis: _none, ...partner }) => partner),
})

/** Every passage of a record, as if all of it was looked for. */
const foundIn = (record: SignalRecord) =>
  passagesOf(record).map(({ id, part, text }) => ({ passage: id, part, text, identifyingHints: true }))

/** What the first step of a decision holds. */
export const FORM: DecideForm = {
  outcome: 'external',
  reason: 'Reden 1',
  safeReason: 'tooLittle',
  lead: 'Wijkteam',
  partners: ['wijkteam', 'politie-avim'],
  victimHelp: 'arranged',
  victimCheck: 'Reden 2',
  minor: 'yes',
  tellForm: 'notYet',
  tellWhy: 'Reden 3',
}

/** The arguments that every card takes. */
export const base = (language: Language, municipality: Municipality, surface: Surface = 'dialog') => ({
  language,
  municipality,
  surface,
  now: NOW,
  press: PRESS,
  viewer: MARIEKE,
})

/** Cards that only who opened the dossier sees. */
export function inside(record: SignalRecord, municipality: Municipality, language: Language): NamedCard[] {
  const it = { ...base(language, municipality), record }
  const form = { ...FORM, partners: municipality.partners.map((partner) => partner.id) }
  const suggested = Day.parse('2026-12-08')
  return [
    ['dossier', dossierCard(it)],
    ['dossier inline', dossierCard({ ...it, surface: 'inline', notice: 'N', error: 'E', reporterName: 'R' })],
    ['more', moreCard(it)],
    ['more frozen', moreCard({ ...it, record: { ...record, freezes: FREEZES } })],
    ['dossier frozen', dossierCard({ ...it, record: { ...record, freezes: FREEZES } })],
    ['story', storyCard(it)],
    ['routes', routesCard(it)],
    ['call', callCard(it)],
    ['called', calledCard(it)],
    ['help', helpCard(it)],
    ['move', moveCard({ ...it, others: OTHERS })],
    ['move, nowhere known', moveCard(it)],
    ...onePerPartner(record.routes).flatMap((route) =>
      Object.entries(ROUTE_STATES).flatMap(([name, state]): NamedCard[] => {
        const one = { ...route, ...state }
        const at = { ...it, record: { ...record, routes: [one] }, route: one }
        const cards = [
          previewCard({ ...at, municipality: bare(municipality) }),
          previewCard(at),
          previewCard({ ...at, values: { way: 'portal' } }),
          previewCard({ ...at, values: { way: 'secureMail' } }),
          previewCard({ ...at, values: { way: 'other' } }),
          prepareCard(at),
          receiptCard(at),
          givenCard({ ...at, sent: one.sent?.at(-1)?.id ?? '' }),
          answerPartnerCard(at),
          giveUpCard(at),
        ]
        return [
          [`dossier, a route ${name}`, dossierCard(at)],
          ...cards.flatMap((card, n): NamedCard[] => (card ? [[`route ${name} ${n}`, card]] : [])),
        ]
      }),
    ),
    ['dossier with how to call', dossierCard({ ...it, reporterName: 'R', reach: REACH })],
    ['dossier without how to call', dossierCard({ ...it, reporterName: 'R', reach: 'unknown' })],
    ['ask', askCard(it)],
    ['note', noteCard(it)],
    ['note, a number hidden', numberAskedCard({ form: noteCard(it), lost: false, language })],
    ['note, a number lost', numberAskedCard({ form: noteCard(it), lost: true, language })],
    ['handTo', handToCard(it)],
    ['urgency', urgencyCard(it)],
    ['advise', adviseCard(it)],
    ['keep', keepCard(it)],
    ['rights', rightsCard({ ...it, term: TERM, due: true })],
    ['rights, no term', rightsCard({ ...it, term: undefined, due: false, notice: 'N', error: 'E' })],
    ['freeze', freezeCard(it)],
    ['correct', correctCard(it)],
    ['erase', eraseCard(it)],
    ['keep longer', keepLongerCard({ ...it, term: TERM })],
    ['overview', overviewCard({ ...it, cases: [{ record, term: TERM, found: foundIn(record) }] })],
    ['feedBack', feedBackCard(it)],
    ['decide', decideCard(it)],
    ['decide again', decideCard({ ...it, values: FORM, victimCheck: true, error: 'E' })],
    ...onePerPartner(record.routes).map((route): NamedCard => ['answer', answerCard({ ...it, route })]),
    ...Outcome.options.map(
      (outcome): NamedCard => [
        `days ${outcome}`,
        decideDaysCard({ ...it, form: { ...form, outcome }, suggested }),
      ],
    ),
    ['days none', decideDaysCard({ ...it, form: { ...form, partners: [] }, suggested, error: 'E' })],
    ...dayForms(record, municipality, language),
    ...chosenCards(municipality, language, items),
  ]
}

const item = (it: Partial<WorklistItem>): WorklistItem => ({
  signal: SIGNAL,
  reference: REFERENCE,
  kind: 'signal',
  state: 'received',
  urgency: 'normal',
  receivedAt: at('20T09:00'),
  due: at('25T16:00'),
  overdue: false,
  waitingFor: 'officer',
  failed: false,
  ...it,
})

/** Every sort of line of the worklist. */
export const items: WorklistItem[] = State.options
  .flatMap((state) =>
    Urgency.options.flatMap((urgency) =>
      Kind.options.map((kind, n) =>
        item({
          state,
          urgency,
          kind,
          overdue: n === 1,
          failed: n === 1,
          tellAgain: n === 1,
          frozen: n === 1,
          waitingFor:
            (['officer', 'partner', 'reporter', 'none'] as const)[(n + urgency.length) % 4] ?? 'none',
          ...(n === 1 ? { takenBy: 'Marieke Vonk' } : {}),
        }),
      ),
    ),
  )
  .map((each, n) => ({ ...each, reference: referenceOf(n) }))

/** Cards that others may see too: in the channel, in a notification, on a list. */
export function outside(record: SignalRecord, municipality: Municipality, language: Language): NamedCard[] {
  const it = { ...base(language, municipality), record }
  const { reference, id: signal } = record
  return [
    ['doorbell', doorbellCard(it)],
    ['doorbell in time', doorbellCard({ ...it, now: record.receivedAt, surface: 'inline' })],
    ['doorbell frozen', doorbellCard({ ...it, record: { ...record, freezes: FREEZES } })],
    ['doorbell acute', doorbellCard({ ...it, record: { ...record, urgency: 'acute' } })],
    ...PointNews.options.map((news): NamedCard => {
      const about = news.startsWith('officer') ? record.accountable : undefined
      const accountable = municipality.officers.at(-1)?.id ?? record.accountable
      return [`point ${news}`, pointNewsCard({ ...it, news, about, accountable })]
    }),
    ...OfficerNotice.options.map(
      (notice): NamedCard => [`notice ${notice}`, noticeCard({ ...it, reference, signal, notice })],
    ),
    ...OverdueTerm.options.map((term): NamedCard => {
      const overdue = { terms: [{ term }], others: 0, next: true }
      return [`late ${term}`, noticeCard({ ...it, reference, signal, notice: 'overdue', overdue })]
    }),
    ...[false, true].map((next): NamedCard => {
      const overdue = { terms: [], others: 4, next }
      return [`late, several ${next}`, noticeCard({ ...it, reference, signal, notice: 'overdue', overdue })]
    }),
    [
      'worklist',
      worklistCard({
        ...it,
        total: 1,
        items: [item({ signal, reference, kind: record.kind, state: record.state, urgency: record.urgency })],
      }),
    ],
  ]
}

/** Cards that are not about a record. */
export function apart(municipality: Municipality, language: Language): NamedCard[] {
  const it = base(language, municipality)
  const states: AlarmState[] = ['writing', 'sent', 'takenBack', 'expired']
  const whys: WhyRefused[] = ['notOfficer', 'notOnDuty', 'notMember', 'wrongPlace', 'unknown', 'away', 'late']
  const said = { at: at('24T08:11') }
  const typed = 'Gebeld. '.repeat(1_000)
  const asked: OfficerAction = { verb: 'note', signal: SIGNAL, seen: 1, press: SIGNAL, text: typed }
  return [
    ...states.flatMap((state): NamedCard[] => [
      [`alarm ${state}`, alarmCard({ ...it, ...said, state })],
      [
        `alarm ${state} of a signal`,
        alarmCard({ ...it, ...said, state, reference: REFERENCE, signal: SIGNAL }),
      ],
    ]),
    ['alarm to be seen', alarmCard({ ...it, ...said, state: 'writing', alarm: SIGNAL })],
    ['alarm seen', alarmCard({ ...it, ...said, state: 'writing', alarm: SIGNAL, seen: it.now })],
    ['seen', alarmSeenCard({ municipality, until: it.now, language })],
    ['seen too late', alarmSeenCard({ municipality, until: undefined, language })],
    ...whys.flatMap((why): NamedCard[] => [
      [`refused ${why}`, refusedCard({ ...it, why })],
      [`refused ${why} with duty`, refusedCard({ ...it, why, onDuty: municipality.officers[0] })],
    ]),
    ['refused, with what was typed', refusedCard({ ...it, why: 'away', asked })],
    ['unknown', unknownCaseCard({ language })],
    ['gone', doorbellGoneCard({ reference: REFERENCE, language })],
    ['destroyed', doorbellGoneCard({ reference: REFERENCE, language, destroyed: true })],
    ['door to the list', doorCard({ ...it, to: 'toDestroy' })],
    ['door to the search', doorCard({ ...it, to: 'search' })],
    ['to destroy', toDestroyCard({ ...it, items: GOING, total: 40, undecided: [REFERENCE], notice: 'N' })],
    ['to destroy, empty', toDestroyCard({ ...it, items: [], total: 0, undecided: [] })],
    ['declaration', declarationCard({ ...it, lines: DECLARED, month: '2026-10', now: '2026-11' })],
    ['searches', searchesCard({ ...it, lines: SEARCHED, month: '2026-10', now: '2026-11', searches: true })],
    ['search', searchCard({ ...it, error: 'E' })],
    ['found', foundCard({ ...it, ...ASKED, items: FOUND, total: 40, unreadable: 2 })],
    ['found nothing', foundCard({ ...it, ...ASKED, items: [], total: 0, unreadable: 0 })],
    ['worklist full', worklistCard({ ...it, items, total: 60, notice: 'N' })],
    ['worklist empty', worklistCard({ ...it, items: [], total: 0, error: 'E' })],
    ...dayCards(municipality, language, items),
  ]
}

/** Every state of every kind in every degree. */
export const EVERY: [State, Kind, Degree][] = State.options.flatMap((state) =>
  Kind.options.flatMap((kind) =>
    Degree.options.map((degree): [State, Kind, Degree] => [state, kind, degree]),
  ),
)
