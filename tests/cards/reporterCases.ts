/** Every card of the reporter in every variant, from fictional data; what people wrote is given. */

import { askedCard, stillDangerCard } from '../../cards/reporter/draft/asked.ts'
import { dangerCard } from '../../cards/reporter/draft/danger.ts'
import { draftCard, draftGoneCard, draftMovedCard, draftNudgeCard } from '../../cards/reporter/draft/draft.ts'
import { formCard } from '../../cards/reporter/draft/form.ts'
import { heldCard } from '../../cards/reporter/draft/held.ts'
import { needCard } from '../../cards/reporter/draft/need.ts'
import { nowCard, nowNudgeCard } from '../../cards/reporter/draft/now.ts'
import { placeCard } from '../../cards/reporter/draft/place.ts'
import { type MineItem, mineCard, withdrawCard } from '../../cards/reporter/mine.ts'
import { messageCard } from '../../cards/reporter/news/message.ts'
import { receiptCard } from '../../cards/reporter/receipt/receipt.ts'
import { colleagueCard } from '../../cards/reporter/start/colleague.ts'
import { howCard } from '../../cards/reporter/start/how.ts'
import { municipalityCard } from '../../cards/reporter/start/municipality.ts'
import { welcomeCard } from '../../cards/reporter/start/welcome.ts'
import { localMunicipality } from '../../infra/local/municipality.ts'
import { Draft } from '../../services/draft/chat.ts'
import { onDuty } from '../../services/municipality/municipality.ts'
import { BSN_MARKS } from '../../services/privacy/bsn/marks.ts'
import { placesFor } from '../../services/signal/reading/places.ts'
import { type ReporterMessage, type Route, SignalRecord } from '../../services/signal/record.ts'
import {
  Certainty,
  ConsultationChoice,
  Degree,
  Kind,
  Outcome,
  PartnerAnswer,
  SafeReason,
  State,
  Urgency,
} from '../../services/signal/words.ts'
import { Day, Instant, type Language, SignalId } from '../../services/words.ts'
import { codeCards } from './codeCases.ts'
import type { NamedCard } from './namedCard.ts'

export const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
export const municipality = localMunicipality('http://127.0.0.1:1/_connector')
const { accountable, behind } = onDuty(municipality, Day.parse('2026-11-24'))
export const readers = { accountable, deputy: behind[0] }
/** Nobody of the reporting point can be reached. */
export const unread: typeof municipality = {
  ...municipality,
  point: { channelGone: true, gone: [], nobody: true },
}
const SIGNAL = SignalId.parse(uuid(10))
const REFERENCE = 'S-2026-0042'
export const AT = Instant.parse('2026-11-24T10:30:00.000Z')

/** A story as somebody at a counter would type it. */
export const STORY =
  'Er komt steeds een man mee met jonge vrouwen. Hij praat, zij zeggen niets.\nHij heeft hun paspoorten.'

export type DraftMore = Partial<Record<keyof Draft, unknown>>
export function draftOf(text: string, more: DraftMore = {}): Draft {
  return Draft.parse({
    id: SIGNAL,
    kind: 'signal',
    startedAt: AT,
    lastAt: AT,
    parts: [{ at: AT, via: 'chat', text }],
    attachmentsRefused: 0,
    alarms: [],
    vaultKey: uuid(11),
    nudged: false,
    unplaced: false,
    ...more,
  })
}

export type RecordMore = Partial<Record<keyof SignalRecord, unknown>>
export function recordOf(text: string, more: RecordMore = {}): SignalRecord {
  return SignalRecord.parse({
    schema: 1,
    municipality: municipality.id,
    id: SIGNAL,
    reference: REFERENCE,
    revision: 3,
    kind: 'signal',
    fromConsultation: false,
    state: 'inTriage',
    receivedAt: AT,
    language: 'nl',
    degree: 'confidential',
    vaultKey: uuid(11),
    certainty: 'suspicion',
    urgency: 'normal',
    minor: 'unknown',
    story: [{ at: AT, via: 'chat', text }],
    attachmentsRefused: 0,
    accountable: accountable.id,
    takenBy: accountable.id,
    notes: [],
    calls: [],
    questions: [{ id: uuid(20), at: AT, by: accountable.id, text }],
    advices: [{ id: uuid(21), at: AT, by: accountable.id, text }],
    keptReason: text,
    decisions: [],
    routes: [
      { id: uuid(30), partner: 'politie-avim', answerBy: '2026-12-08', state: 'planned' },
      { id: uuid(31), partner: 'wijkteam', answerBy: '2026-12-01', state: 'planned' },
    ],
    feedback: [{ id: uuid(22), at: AT, by: accountable.id, form: 'message', text }],
    reveals: [],
    due: { respond: '2026-11-25T16:00:00.000Z', decide: '2026-11-27T16:00:00.000Z' },
    alarms: [],
    effects: [],
    audit: [],
    taken: [],
    ...more,
  })
}

/** What an officer writes for colleagues only; it must never reach a reporter. */
export const INSIDE_ONLY = 'uitsluitendvooronszelf'
export const decisionOf = (outcome: Outcome, more: Record<string, unknown> = {}) => ({
  id: uuid(23),
  at: AT,
  by: accountable.id,
  outcome,
  reason: INSIDE_ONLY,
  ...(outcome === 'noAction' ? { safeReason: 'tooLittle' } : {}),
  ...(outcome === 'monitor' ? { monitorUntil: '2027-02-23' } : {}),
  lead: INSIDE_ONLY,
  victimHelp: 'arranged',
  victimCheck: INSIDE_ONLY,
  tell: { form: 'message', why: INSIDE_ONLY },
  ...more,
})

/** A route that has come so far. */
const routeOf = ({ state, what }: { state: Route['state']; what?: PartnerAnswer }) => ({
  id: uuid(30),
  partner: 'politie-avim',
  answerBy: '2026-12-01',
  state,
  ...(state === 'planned' ? {} : { handedOverAt: AT, handedOverBy: accountable.id }),
  ...(what ? { answer: { at: AT, by: accountable.id, what, note: INSIDE_ONLY } } : {}),
})

function startCards(language: Language): NamedCard[] {
  const withPhoto = { ...accountable, photo: 'https://example.org/marieke.png' }
  const danger = { about: SIGNAL, ...readers, language }
  const saids = [undefined, 'yes', 'no', 'takenBack'] as const
  return [
    ['welcome', welcomeCard({ municipality, ...readers, language })],
    ['welcome, of who works here', welcomeCard({ municipality, ...readers, worksHere: true, language })],
    ['welcome, nobody at all', welcomeCard({ municipality: unread, ...readers, language })],
    ['welcome, nobody behind', welcomeCard({ municipality, accountable, deputy: undefined, language })],
    [
      'welcome with a photo',
      welcomeCard({ municipality, accountable: withPhoto, deputy: readers.deputy, language }),
    ],
    ['how', howCard({ municipality, ...readers, language })],
    [
      'how, in the name of the employee',
      howCard({ municipality: asEmployee, accountable, deputy: undefined, language }),
    ],
    ['colleague', colleagueCard({ municipality, language })],
    ...[1, 7].map(
      (many): NamedCard => [
        `which of ${many + 1} municipalities`,
        municipalityCard({
          among: [
            municipality,
            ...Array.from({ length: many }, (_, n) => ({ ...municipality, name: `Anderstad ${n}` })),
          ],
          typed: { text: 'Er slapen mensen in de loods.', said: '1700000000000' },
          language,
        }),
      ],
    ),
    ...(['somebody', 'writer', 'writerSelfHarm', 'otherSelfHarm'] as const).map(
      (who): NamedCard => [`danger of ${who}`, dangerCard({ ...danger, sent: false, who })],
    ),
    ['need', needCard(danger)],
    ['still danger', stillDangerCard({ about: SIGNAL, language })],
    ['danger, nobody at all', dangerCard({ ...danger, sent: true, nobody: municipality.phone })],
    ...[true, false].flatMap((sent) =>
      saids.map(
        (said): NamedCard => [
          `danger, ${sent ? 'sent' : 'draft'}, ${said ?? 'asked'}`,
          dangerCard({ ...danger, sent, ...(said ? { said } : {}) }),
        ],
      ),
    ),
  ]
}

const asEmployee = { ...municipality, reportsOutsideAs: 'employee' as const }

function draftCards(text: string, language: Language): NamedCard[] {
  const given = { municipality, ...readers, language }
  const form = { what: text, where: text, when: text, who: text, howKnown: text, minor: 'yes' } as const
  const danger = { at: AT, called112: 'unknown' }
  const draft = (more?: DraftMore) => draftCard({ draft: draftOf(text, more), ...given })
  const now = (more: DraftMore, degree: Degree = 'confidential') =>
    nowCard({ draft: draftOf(text, more), degree, ...given, notice: 'x' })
  const reference = recordOf('').reference
  const part = (words: string) => ({ at: AT, via: 'chat', text: words })
  const half = text.slice(0, 18_000)
  const telling = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ words: text, vaguer: text, which: `${at}` }))
  const to = { signal: SIGNAL, reference, quiet: true }
  const question = { at: AT, by: accountable.id, text }
  const records = [10, 12, 13].map((n, at) =>
    recordOf(text, {
      id: uuid(n),
      questions: at === 1 ? [20, 21].map((q) => ({ id: uuid(q), ...question })) : [],
    }),
  )
  const open = placesFor(records)
  const asked = placesFor([recordOf(text)])
  return [
    ['draft', draft()],
    ['draft of sparren', draft({ kind: 'consultation' })],
    ['draft with danger', draft({ danger })],
    ['draft with danger taken back', draft({ danger: { ...danger, takenBackAt: AT } })],
    ['draft with a form', draft({ form })],
    ['draft with an attachment', draft({ attachmentsRefused: 1 })],
    ['draft with attachments', draft({ attachmentsRefused: 3 })],
    ['draft without words', draft({ parts: [] })],
    ...Certainty.options.map((certainty): NamedCard => [`draft, ${certainty}`, draft({ certainty })]),
    ...Urgency.options.map((urgency): NamedCard => [`draft, ${urgency}`, draft({ urgency })]),
    ...Degree.options.map((degree): NamedCard => [`draft, ${degree}`, draft({ degree })]),
    ['draft with a notice', draftCard({ draft: draftOf(text), ...given, notice: 'x' })],
    ['draft in Teams', draftCard({ draft: draftOf(text), ...given, surface: 'dialog' })],
    ['draft, a number hidden', draft({ parts: [part(`${half} ${BSN_MARKS.nl}`)] })],
    [
      'draft, numbers hidden',
      draft({ parts: Array.from({ length: 30 }, () => part(`${half}${BSN_MARKS.en}${half}`)) }),
    ],
    ['draft that gives away', draftCard({ draft: draftOf(text), ...given, pointed: telling(3) })],
    ['draft that gives away much', draftCard({ draft: draftOf(text), ...given, pointed: telling(30) })],
    ['held', heldCard({ draft: { ...draftOf(`${half} ${BSN_MARKS.nl}`), to }, pointed: [], language })],
    [
      'held, gives away',
      heldCard({ draft: { ...draftOf(text), to }, pointed: telling(9), notice: 'x', language }),
    ],
    ...(['kept', 'sent', 'nowhere'] as const).map(
      (words): NamedCard => [
        `asked, ${words}`,
        askedCard({
          about: SIGNAL,
          words,
          language,
          notice: 'x',
          ...(words === 'kept' ? { echo: text } : {}),
        }),
      ],
    ),
    ...Degree.options.map((degree): NamedCard => [`now, ${degree}`, now({ danger }, degree)]),
    [
      'now, nobody at all',
      nowCard({ draft: draftOf(text, { danger }), degree: 'unknown', ...given, municipality: unread }),
    ],
    ['now, held', now({ danger, to })],
    [
      'now, with more',
      now({ danger, form, attachmentsRefused: 2, parts: [part(`${half} ${BSN_MARKS.nl}`)] }),
    ],
    ['now, in need', now({ who: 'writerSelfHarm' })],
    ['now, in need, held', now({ who: 'writerSelfHarm', to })],
    ['now nudge', nowNudgeCard({ draft: draftOf(text, { danger }), degree: 'confidential', ...given })],
    ['draft moved', draftMovedCard({ language })],
    ['draft discarded', draftGoneCard({ why: 'discarded', language })],
    ['draft expired', draftGoneCard({ why: 'expired', language })],
    ['draft expired later', draftGoneCard({ why: 'expiredLater', language })],
    ['draft nudge', draftNudgeCard({ draft: draftOf(text), language })],
    ['form', formCard({ draft: SIGNAL, values: {}, language })],
    ['form with values', formCard({ draft: SIGNAL, values: form, error: 'x', language })],
    ['place, none open', placeCard({ draft: draftOf(text), open: [], language })],
    ['place, one open', placeCard({ draft: draftOf(text), open: open.slice(1, 2), language })],
    ['place, a question waits', placeCard({ draft: draftOf(text), open: asked, language })],
    ['place, two questions in one', placeCard({ draft: draftOf(text), open: open.slice(0, 1), language })],
    ['place, three open', placeCard({ draft: draftOf(text), open, language })],
  ]
}

function receiptCards(language: Language): NamedCard[] {
  const { reference, due } = recordOf('')
  const all: NamedCard[] = []
  for (const kind of Kind.options)
    for (const degree of Degree.options)
      for (const [acute, called112] of [[false], [true], [true, 'yes'], [true, 'no']] as const)
        for (const place of [municipality, asEmployee, unread])
          all.push([
            `receipt, ${kind}, ${degree}, ${acute ? 'acute' : 'calm'} ${called112 ?? ''}, ${place.reportsOutsideAs}${place.point ? ', nobody' : ''}`,
            receiptCard({
              reference,
              kind,
              degree,
              acute,
              rung: acute,
              municipality: place,
              accountable,
              respondBy: due.respond,
              decideBy: due.decide,
              ...(called112 ? { called112 } : {}),
              signal: SIGNAL,
              language,
            }),
          ])
  return all
}

/** When a message is shown: of a term that passed, after it. */
export const nowOf = (message: ReporterMessage): Instant =>
  message.about === 'overdue' ? Instant.parse('2026-12-01T10:30:00.000Z') : AT

/** Every message, by name, with its record. */
export function messages(text: string): [string, SignalRecord, ReporterMessage][] {
  const record = (more?: RecordMore) => recordOf(text, more)
  const decided = { about: 'decided', decision: uuid(23) } as const
  const withDecision = (outcome: Outcome, more?: Record<string, unknown>, rest?: RecordMore) =>
    record({ decisions: [decisionOf(outcome, more)], state: 'decided', ...rest })
  const [question] = record().questions
  return [
    ['received', record(), { about: 'received' }],
    [
      'received, acute',
      record({ urgency: 'acute', danger: { at: AT, called112: 'no' } }),
      { about: 'received' },
    ],
    ['received, sparren', record({ kind: 'consultation', degree: 'unknown' }), { about: 'received' }],
    ['question', record(), { about: 'question', question: uuid(20) }],
    ['question, unknown', record({ degree: 'unknown' }), { about: 'question', question: uuid(20) }],
    [
      'question, answered',
      record({ questions: [{ ...question, answer: { at: AT, how: 'unknown' } }] }),
      { about: 'question', question: uuid(20) },
    ],
    ['advice', record({ kind: 'consultation' }), { about: 'advice', advice: uuid(21) }],
    ['kept', record(), { about: 'kept' }],
    ...ConsultationChoice.options.map((choice): [string, SignalRecord, ReporterMessage] => [
      `ended, ${choice}`,
      record(),
      { about: 'consultationEnded', choice },
    ]),
    ...Outcome.options.map((outcome): [string, SignalRecord, ReporterMessage] => [
      `decided, ${outcome}`,
      withDecision(outcome),
      decided,
    ]),
    ...Outcome.options.map((outcome): [string, SignalRecord, ReporterMessage] => [
      `decided, ${outcome}, one route`,
      withDecision(outcome, { victimHelp: 'notApplicable' }, { routes: record().routes.slice(0, 1) }),
      decided,
    ]),
    ...SafeReason.options.map((safeReason): [string, SignalRecord, ReporterMessage] => [
      `decided, noAction, ${safeReason}`,
      withDecision('noAction', { safeReason }, { routes: [] }),
      decided,
    ]),
    [
      'handed over',
      record({ routes: [routeOf({ state: 'handedOver' })] }),
      { about: 'handedOver', route: uuid(30) },
    ],
    ['handed over, inside', record({ degree: 'unknown' }), { about: 'handedOver', route: uuid(31) }],
    ['feedback', record(), { about: 'feedback', feedback: uuid(22) }],
    ['taken', record(), { about: 'taken' }],
    ['fits', record({ toldFits: record().receivedAt }), { about: 'fits' }],
    ['taken, sparren', record({ kind: 'consultation', degree: 'anonymous' }), { about: 'taken' }],
    [
      'late: not looked at',
      record({ state: 'received', takenBy: undefined }),
      { about: 'overdue', term: 'respond' },
    ],
    ['late: not decided', record({ degree: 'anonymous' }), { about: 'overdue', term: 'decide' }],
    ['closed without a decision', record({ state: 'closed' }), { about: 'closed' }],
    ...Outcome.options.map((outcome): [string, SignalRecord, ReporterMessage] => [
      `closed, ${outcome}`,
      withDecision(outcome, {}, { state: 'closed', routes: [] }),
      { about: 'closed' },
    ]),
    ...PartnerAnswer.options.map((what): [string, SignalRecord, ReporterMessage] => [
      `closed, ${what}`,
      withDecision('external', {}, { state: 'closed', routes: [routeOf({ state: 'answered', what })] }),
      { about: 'closed' },
    ]),
    ...(['planned', 'handedOver'] as const).map((state): [string, SignalRecord, ReporterMessage] => [
      `decided, external, ${state}`,
      withDecision('external', {}, { routes: [routeOf({ state })] }),
      decided,
    ]),
    [
      'handed over, answered',
      record({ routes: [routeOf({ state: 'answered', what: 'takenUp' })] }),
      { about: 'handedOver', route: uuid(30) },
    ],
    ['taken, read later', record({ state: 'decided' }), { about: 'taken' }],
    ['late, met since', record({ state: 'fedBack' }), { about: 'overdue', term: 'respond' }],
    ['kept, read later', record({ state: 'closed' }), { about: 'consultationEnded', choice: 'keep' }],
    ['about nothing', record({ questions: [] }), { about: 'question', question: uuid(20) }],
  ]
}

/** The items of *Mijn meldingen*: every state, kind, with and without a question. */
export function mineItems(count: number): MineItem[] {
  const { reference, receivedAt, due } = recordOf('')
  return Array.from({ length: count }, (_, n): MineItem => {
    const state = State.options[n % State.options.length] ?? 'received'
    return {
      signal: SignalId.parse(uuid(100 + n)),
      reference,
      kind: n % 2 === 0 ? 'signal' : 'consultation',
      state,
      receivedAt,
      ...(n % 3 === 0 ? { next: due.decide } : {}),
      question: state === 'inTriage',
      closed: state === 'closed',
    }
  })
}

/** All cards, with this text wherever people wrote. */
export function allCards(text: string, language: Language): NamedCard[] {
  const { reference } = recordOf('')
  return [
    ...startCards(language),
    ...draftCards(text, language),
    ...receiptCards(language),
    ...messages(text).flatMap(([name, record, message]): NamedCard[] => [
      [
        `message: ${name}`,
        messageCard({ record, message, municipality, accountable, now: nowOf(message), language }),
      ],
      [
        `message: ${name}, in the name of the employee`,
        messageCard({
          record,
          message,
          municipality: asEmployee,
          accountable,
          now: nowOf(message),
          language,
        }),
      ],
    ]),
    ...codeCards(recordOf(text), language),
    ['mine, empty', mineCard({ items: [], municipality, language })],
    ['mine', mineCard({ items: mineItems(6), municipality, language })],
    ['mine, many', mineCard({ items: mineItems(200), municipality, language })],
    ['mine, all closed', mineCard({ items: mineItems(6).filter((i) => i.closed), municipality, language })],
    ['withdraw', withdrawCard({ signal: SIGNAL, reference, language })],
  ]
}
