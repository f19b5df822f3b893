/** Every card of the reporting point, from one record or from none, for the tests to go through. */

import type { DecideForm, OfficerAction, Surface } from '../../cards/actions.ts'
import { type AlarmState, alarmCard } from '../../cards/officer/alarm.ts'
import { decideCard, decideDaysCard } from '../../cards/officer/decide.ts'
import { doorbellCard, doorbellGoneCard } from '../../cards/officer/doorbell.ts'
import { dossierCard } from '../../cards/officer/dossier.ts'
import { refusedCard, unknownCaseCard, type WhyRefused } from '../../cards/officer/gone.ts'
import { moreCard } from '../../cards/officer/more.ts'
import { noticeCard } from '../../cards/officer/notice.ts'
import { numberAskedCard } from '../../cards/officer/number.ts'
import {
  adviseCard,
  answerCard,
  askCard,
  callCard,
  feedBackCard,
  handToCard,
  keepCard,
  noteCard,
  urgencyCard,
} from '../../cards/officer/pages.ts'
import { storyCard } from '../../cards/officer/story.ts'
import { type WorklistItem, worklistCard } from '../../cards/officer/worklist.ts'
import type { Municipality } from '../../services/routing/municipality.ts'
import { OfficerNotice, type SignalRecord } from '../../services/signal/signal.ts'
import { Day, Degree, Kind, type Language, Outcome, State, Urgency } from '../../services/signal/words.ts'
import { at, MARIEKE, NOW, PRESS, REFERENCE, SIGNAL } from './officerRecords.ts'

/** A card by its name. */
export type Named = [name: string, card: object]

/** What the first step of a decision holds. */
export const FORM: DecideForm = {
  outcome: 'external',
  reason: 'Reden 1',
  safeReason: 'tooLittle',
  lead: 'Wijkteam',
  partners: ['wijkteam', 'politie-avim'],
  victimHelp: 'arranged',
  victimCheck: 'Reden 2',
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
export function inside(record: SignalRecord, municipality: Municipality, language: Language): Named[] {
  const it = { ...base(language, municipality), record }
  const form = { ...FORM, partners: municipality.partners.map((partner) => partner.id) }
  const suggested = Day.parse('2026-12-08')
  return [
    ['dossier', dossierCard(it)],
    ['dossier inline', dossierCard({ ...it, surface: 'inline', notice: 'N', error: 'E', reporterName: 'R' })],
    ['more', moreCard(it)],
    ['story', storyCard(it)],
    ['call', callCard(it)],
    ['ask', askCard(it)],
    ['note', noteCard(it)],
    ['note, a number hidden', numberAskedCard({ form: noteCard(it), lost: false, language })],
    ['note, a number lost', numberAskedCard({ form: noteCard(it), lost: true, language })],
    ['handTo', handToCard(it)],
    ['urgency', urgencyCard(it)],
    ['advise', adviseCard(it)],
    ['keep', keepCard(it)],
    ['feedBack', feedBackCard(it)],
    ['decide', decideCard(it)],
    ['decide again', decideCard({ ...it, values: FORM, victimCheck: true, error: 'E' })],
    ...record.routes.map((route): Named => ['answer', answerCard({ ...it, route })]),
    ...Outcome.options.map(
      (outcome): Named => [
        `days ${outcome}`,
        decideDaysCard({ ...it, form: { ...form, outcome }, suggested }),
      ],
    ),
    ['days none', decideDaysCard({ ...it, form: { ...form, partners: [] }, suggested, error: 'E' })],
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
export const items: WorklistItem[] = State.options.flatMap((state) =>
  Urgency.options.flatMap((urgency) =>
    Kind.options.map((kind, n) =>
      item({
        state,
        urgency,
        kind,
        overdue: n === 1,
        failed: n === 1,
        waitingFor: (['officer', 'partner', 'reporter', 'none'] as const)[(n + urgency.length) % 4] ?? 'none',
        ...(n === 1 ? { takenBy: 'Marieke Vonk' } : {}),
      }),
    ),
  ),
)

/** Cards that others may see too: in the channel, in a notification, on a list. */
export function outside(record: SignalRecord, municipality: Municipality, language: Language): Named[] {
  const it = { ...base(language, municipality), record }
  const { reference, id: signal } = record
  return [
    ['doorbell', doorbellCard(it)],
    ['doorbell in time', doorbellCard({ ...it, now: record.receivedAt, surface: 'inline' })],
    ['doorbell acute', doorbellCard({ ...it, record: { ...record, urgency: 'acute' } })],
    ...OfficerNotice.options.map(
      (notice): Named => [`notice ${notice}`, noticeCard({ ...it, reference, signal, notice })],
    ),
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
export function apart(municipality: Municipality, language: Language): Named[] {
  const it = base(language, municipality)
  const states: AlarmState[] = ['writing', 'sent', 'takenBack', 'expired']
  const whys: WhyRefused[] = ['notOfficer', 'notOnDuty', 'notMember', 'wrongPlace', 'unknown', 'away', 'late']
  const said = { at: at('24T08:11') }
  const typed = 'Gebeld. '.repeat(1_000)
  const asked: OfficerAction = { verb: 'note', signal: SIGNAL, seen: 1, press: SIGNAL, text: typed }
  return [
    ...states.flatMap((state): Named[] => [
      [`alarm ${state}`, alarmCard({ ...it, ...said, state })],
      [
        `alarm ${state} of a signal`,
        alarmCard({ ...it, ...said, state, reference: REFERENCE, signal: SIGNAL }),
      ],
    ]),
    ...whys.flatMap((why): Named[] => [
      [`refused ${why}`, refusedCard({ ...it, why })],
      [`refused ${why} with duty`, refusedCard({ ...it, why, onDuty: municipality.officers[0] })],
    ]),
    ['refused, with what was typed', refusedCard({ ...it, why: 'away', asked })],
    ['unknown', unknownCaseCard({ language })],
    ['gone', doorbellGoneCard({ reference: REFERENCE, language })],
    ['worklist full', worklistCard({ ...it, items, total: 60, notice: 'N' })],
    ['worklist empty', worklistCard({ ...it, items: [], total: 0, error: 'E' })],
  ]
}

/** Every state of every kind in every degree. */
export const EVERY: [State, Kind, Degree][] = State.options.flatMap((state) =>
  Kind.options.flatMap((kind) =>
    Degree.options.map((degree): [State, Kind, Degree] => [state, kind, degree]),
  ),
)
