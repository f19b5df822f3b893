/**
 * The timeline of a case, to be read at a glance, on a phone too: the day at the left, what was seen or heard at the right,
 * with where it comes from. Every symbol stands beside its word. A page at a time.
 */
import type { CardElement, IAdaptiveCard, IColumnSet, ISubmitAction } from '@microsoft/teams.cards'
import { seenRecords } from '../../../services/cases/look.ts'
import {
  type Contradiction,
  type FactRow,
  type GapRow,
  personName,
  type Row,
  timelineOf,
} from '../../../services/cases/timeline.ts'
import type { FactDetails } from '../../../services/facts/fact.ts'
import { type Day, impossible, type Language } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { excerpt, plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { dateOfDay, shortDay } from '../../when.ts'
import { frame, leave, section, small, text, title } from '../elements.ts'
import type { CasePage } from './casePage.ts'

/** As many rows stand on one page: with all around them far below what a card takes. */
export const ROWS = 14
/** So much of a value is shown; the whole of it stands in its signal. */
const MOST_VALUE = 160
/** The day and the month, on one line in the narrowest window. */
const DAY_WIDTH = '62px'

type Timeline = Omit<CasePage, 'press' | 'viewer' | 'now'> & { part?: number | undefined }

const shown = (value: string): string => plain(excerpt(value.replace(/\s+/gu, ' ').trim(), MOST_VALUE).shown)

const joined = (...parts: (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' ')

/** An address on one line. */
const placeOf = ({ street, number, addition, postcode, city }: Extract<FactDetails, { kind: 'address' }>) =>
  [joined(street, joined(number, addition)), joined(postcode, city)].filter((part) => part !== '').join(', ')

/** What a fact says, in one line. */
export function factLine(details: FactDetails, language: Language): string {
  const { timeline: t } = texts(language).officer.cases
  switch (details.kind) {
    case 'person': {
      const { described, age, birthDate, birthYear } = details
      const born = birthDate ?? (birthYear === undefined ? undefined : String(birthYear))
      return [
        personName(details) ?? details.surname ?? details.givenName ?? described,
        age === undefined ? undefined : t.years(age),
        born === undefined ? undefined : t.born(born),
      ]
        .filter((part) => part !== undefined)
        .join(', ')
    }
    case 'organisation':
      return [details.name, details.kvk && `KvK ${details.kvk}`].filter((part) => part).join(', ')
    case 'address':
      return placeOf(details)
    case 'vehicle':
    case 'telephone':
    case 'account':
    case 'mail':
    case 'time':
      return details.value
    default:
      return impossible(details)
  }
}

/** Two columns: the day is read first, then what belongs to it. */
const twoColumns = (left: CardElement[], right: CardElement[]): IColumnSet => ({
  type: 'ColumnSet',
  spacing: 'Medium',
  columns: [
    { type: 'Column', width: DAY_WIDTH, items: left },
    { type: 'Column', width: 'stretch', items: right },
  ],
})

function factRow({ fact, day, byArrival, reference }: FactRow, language: Language): CardElement {
  const { timeline: t } = texts(language).officer.cases
  const kind = t.kinds[fact.details.kind]
  const gone = fact.standing === 'refuted'
  const what = gone ? t.refuted(kind) : `${kind}: ${shown(factLine(fact.details, language))}`
  // Where nobody said how it is known there is nothing to read; the page of the facts asks for it.
  const how = fact.how === 'unknown' ? [] : [t.how[fact.how]]
  const source = [reference, ...how, t.standing[fact.standing]].join(' · ')
  const { top, year } = shortDay(day, language)
  return twoColumns(
    [text(top, { weight: 'Bolder' }), small(year, { spacing: 'None' })],
    [
      text(what, gone ? { isSubtle: true } : {}),
      small(byArrival ? `${source} · ${t.received}` : source, { spacing: 'None' }),
    ],
  )
}

function gapRow({ from, until, days }: GapRow, language: Language): CardElement {
  const { timeline: t } = texts(language).officer.cases
  return twoColumns(
    [small(shortDay(from, language).top)],
    [text(t.gap(dateOfDay(from, language), dateOfDay(until, language), days), { isSubtle: true })],
  )
}

const rowOf = (row: Row, language: Language): CardElement =>
  row.is === 'fact' ? factRow(row, language) : gapRow(row, language)

/** What cannot both be so: a question each. */
export const questionLines = (found: readonly Contradiction[], language: Language): CardElement[] =>
  found.map((each) => text(questionOf(each, language), { weight: 'Bolder', spacing: 'Small' }))

function questionOf(it: Contradiction, language: Language): string {
  const { timeline: t } = texts(language).officer.cases
  switch (it.about) {
    case 'births':
      return t.births(shown(it.name), it.a, it.b, it.from.join(', '))
    case 'places': {
      const day: Day = it.day
      const [a, b] = [shown(placeOf(it.a)), shown(placeOf(it.b))]
      return t.places(shown(it.name), dateOfDay(day, language), a, b, it.from.join(', '))
    }
    case 'minors':
      return t.minors(it.yes.join(', '), it.no.join(', '))
    default:
      return impossible(it)
  }
}

/** One page of it. */
export function timelineCard(it: Timeline): IAdaptiveCard {
  const { record, together, municipality, language } = it
  const { timeline: t, card } = texts(language).officer.cases
  const { rows, questions } = timelineOf(seenRecords(together), municipality)
  const parts = Math.max(1, Math.ceil(rows.length / ROWS))
  const part = Math.min(Math.max(it.part ?? 1, 1), parts)
  const page = rows.slice((part - 1) * ROWS, part * ROWS)
  const go = (label: string, to: number): ISubmitAction =>
    leave(label, packOfficer('casePage', { signal: record.id, show: 'timeline', part: to }))
  const { reference } = together.kase
  return frame({
    language,
    speak: t.title(reference),
    body: [
      title(t.title(reference)),
      small(t.about),
      ...(parts > 1 ? [text(t.page(part, parts), { weight: 'Bolder' })] : []),
      ...(part === 1
        ? section(
            t.questions,
            questions.length > 0 ? questionLines(questions, language) : [text(t.noQuestions)],
          )
        : []),
      ...(page.length > 0 ? page.map((row) => rowOf(row, language)) : [text(t.empty)]),
    ],
    actions: [
      ...(part < parts ? [go(t.next, part + 1)] : []),
      ...(part > 1 ? [go(t.previous, part - 1)] : []),
      leave(card.buttons.back, packOfficer('casePage', { signal: record.id, show: 'case' })),
    ],
  })
}
