/**
 * What was found beside a signal, one by one: how strong, why, field by field, and what differs. A proposal, and never who
 * reported: nothing here tells whether two signals came from one person.
 */
import type { CardElement, IAdaptiveCard, IContainer } from '@microsoft/teams.cards'
import { DateTime } from 'luxon'
import type { KnownLine, KnownMatch } from '../../../services/facts/fact.ts'
import type { Reason } from '../../../services/matching/match.ts'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import { recognitionOf } from '../../../services/signal/reading/recognition.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import type { Instant, Language } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { withWhom } from '../../buttonNames.ts'
import { texts } from '../../texts/index.ts'
import { dateInWords } from '../../when.ts'
import { backTo } from '../case/back.ts'
import { linkButton } from '../case/linkButton.ts'
import { buttons, frame, leave, section, small, submit, text, title, top } from '../elements.ts'
import { nameOf } from '../lookups.ts'
import { factValue, shownValue } from './values.ts'

/** As many matches stand on one page. */
export const MATCHES_PER_PAGE = 5

/** `there`: the other signal with how it compares now, for whoever may act on it; undefined: not for this officer. */
export type MatchShown = {
  match: KnownMatch
  there?: { receivedAt: Instant; record: SignalRecord; reasons: readonly Reason[] } | undefined
}

/** `there`: its number in the file, and how it compares now; undefined: it ended, or is not there any more. */
export type LineShown = {
  line: KnownLine
  there?: { nr: number; reasons: readonly Reason[] } | undefined
}

type KnownPage = {
  record: SignalRecord
  municipality: Municipality
  language: Language
  press: string
  shown: readonly MatchShown[]
  /** Of registers that were taken over; on the first page. */
  lines: readonly LineShown[]
  part: number
  /** How many there are in all. */
  total: number
  /** May act on the whole reporting point: what says nothing, says it everywhere. */
  onDuty: boolean
  error?: string | undefined
  notice?: string | undefined
}

/** The kinds of facts that a field was read from. */
const KIND_OF = {
  address: 'address',
  organisation: 'organisation',
  companyNumber: 'organisation',
  telephone: 'telephone',
  account: 'account',
  vehicle: 'vehicle',
  mail: 'mail',
} as const

const MOST_MUTES = 6

/** The page. */
export function knownPage(it: KnownPage): IAdaptiveCard {
  const { record, language, shown, part, total } = it
  const t = texts(language).officer
  const left = total - part * MATCHES_PER_PAGE
  const go = (label: string, to: number) =>
    leave(label, packOfficer('known', { signal: record.id, part: to }))
  const open = shown.filter(({ match }) => !match.other)
  const others = shown.filter(({ match }) => match.other)
  return frame({
    language,
    speak: t.known.title(record.reference),
    body: [
      ...top(it),
      title(t.known.title(record.reference)),
      small(t.known.about),
      ...(total === 0 && it.lines.length === 0 ? [text(t.known.none)] : []),
      ...open.map((each) => oneMatch(it, each)),
      ...section(
        t.known.lines.title,
        it.lines.flatMap((each) => oneLine(each, language)),
      ),
      ...section(
        t.known.otherTitle,
        others.flatMap((each) => otherMatch(it, each)),
      ),
      ...(left > 0 ? [small(t.known.leftOut(left))] : []),
      ...muting(it),
    ],
    actions: [
      ...(left > 0 ? [go(t.dossier.nextPart, part + 1)] : []),
      ...(part > 1 ? [go(t.dossier.previousPart, part - 1)] : []),
      backTo(record, language),
      ...(it.onDuty
        ? [
            leave(t.known.mute.list, packOfficer('muted', {})),
            leave(t.known.looks.button, packOfficer('recognitions', {})),
          ]
        : []),
    ],
  })
}

const onPress = ({ record, press }: KnownPage) => ({ signal: record.id, seen: record.revision, press })

function daysApart(it: KnownPage, at: Instant): number {
  const day = (moment: Instant) => DateTime.fromISO(moment, { zone: it.municipality.zone }).startOf('day')
  return Math.abs(Math.round(day(at).diff(day(it.record.receivedAt), 'days').days))
}

/** What became of it, in the words of the dossier. */
function stateOf(record: SignalRecord, language: Language): string {
  const t = texts(language).officer
  const monitored = record.state !== 'closed' && record.decisions.at(-1)?.outcome === 'monitor'
  return t.known.state(monitored ? t.known.monitored : t.words.states[record.state])
}

function oneMatch(it: KnownPage, { match, there }: MatchShown): CardElement {
  const { language, municipality } = it
  const t = texts(language).officer.known
  const items: CardElement[] = [
    text(match.reference, { weight: 'Bolder' }),
    text(t.strengths[match.strength], { spacing: 'Small' }),
  ]
  if (!there) items.push(small(t.notYours))
  else {
    const { receivedAt, record, reasons } = there
    const day = dateInWords(receivedAt, municipality.zone, language)
    items.push(
      small(`${t.received(day)} · ${t.days(daysApart(it, receivedAt))} · ${stateOf(record, language)}`),
      ...because(
        t.why,
        reasons.filter(({ agrees }) => agrees !== 'differs'),
        match.reference,
        language,
      ),
      ...because(
        t.differs,
        reasons.filter(({ agrees }) => agrees === 'differs'),
        match.reference,
        language,
      ),
      ...(reasons.length === 0 ? [text(t.changed)] : []),
    )
  }
  const { signal: other } = match
  // No two buttons have one name.
  const several = it.shown.filter((each) => !each.match.other).length > 1
  const called = (label: string): string => (several ? `${label}: ${match.reference}` : label)
  items.push(
    ...buttons(
      ...(there ? [submit(t.open(match.reference), packOfficer('open', { signal: other }))] : []),
      ...(there && !isTogether(it.record, there.record)
        ? linkButton(it.record, other, language, called)
        : []),
      submit(called(t.other), packOfficer('notSame', { ...onPress(it), other })),
    ),
  )
  return { type: 'Container', separator: true, spacing: 'Medium', items } satisfies IContainer
}

function oneLine({ line, there }: LineShown, language: Language): CardElement[] {
  const t = texts(language).officer.known
  if (!there) return [small(t.lines.gone)]
  const where = t.lines.line(there.nr)
  const alike = there.reasons.filter(({ agrees }) => agrees !== 'differs')
  const differs = there.reasons.filter(({ agrees }) => agrees === 'differs')
  return [
    text(where, { weight: 'Bolder' }),
    text(t.strengths[line.strength], { spacing: 'Small' }),
    ...because(t.why, alike, where, language),
    ...because(t.differs, differs, where, language),
  ]
}

/** In one case already. */
const isTogether = (here: SignalRecord, there: SignalRecord): boolean =>
  here.caseOf !== undefined && here.caseOf.id === there.caseOf?.id

/** The same, but not letter by letter: said, or a reader takes it for a mistake. */
const isWritten = (agrees: Reason['agrees'], here?: string, there?: string): boolean =>
  agrees === 'same' && here !== undefined && there !== undefined && here !== there

/** Field by field, with what stands in the one and in the other; `where`: what the other is called. */
function because(head: string, reasons: readonly Reason[], where: string, language: Language): CardElement[] {
  const t = texts(language).officer.known
  if (reasons.length === 0) return []
  return [
    text(head, { spacing: 'Small' }),
    ...reasons.flatMap(({ field, agrees, here, there }) => [
      text(t.reason(t.fields[field], t.agrees[isWritten(agrees, here, there) ? 'written' : agrees]), {
        weight: 'Bolder',
        spacing: 'Small',
      }),
      ...(here && there
        ? [text(t.values(shownValue(here), where, shownValue(there)), { spacing: 'None' })]
        : []),
    ]),
  ]
}

function otherMatch(it: KnownPage, { match }: MatchShown): CardElement[] {
  const { municipality, language } = it
  const t = texts(language).officer.known
  const { other, reference, signal } = match
  if (!other) return []
  const day = dateInWords(other.at, municipality.zone, language)
  return [
    text(reference, { weight: 'Bolder' }),
    small(t.otherSaid(nameOf(municipality, other.by, language), day)),
    ...buttons(submit(t.again(reference), packOfficer('sameAgain', { ...onPress(it), other: signal }))),
  ]
}

/** What a person can say of a value that everything has: those that the matches stand on, and those that are too common. */
function muting(it: KnownPage): CardElement[] {
  const { record, language } = it
  const t = texts(language).officer.known.mute
  const found = recognitionOf(record)
  if (!it.onDuty || !('matches' in found)) return []
  const kinds = new Set<string>(
    found.matches
      .flatMap(({ reasons }) => reasons)
      .flatMap(({ field, agrees }) =>
        agrees !== 'differs' && field !== 'name' && field !== 'birth' ? [KIND_OF[field]] : [],
      ),
  )
  const facts = (record.facts ?? []).filter(
    (fact) =>
      fact.standing !== 'refuted' &&
      fact.details.kind !== 'person' &&
      (kinds.has(fact.details.kind) || found.common.includes(fact)),
  )
  if (facts.length === 0) return []
  const shown = facts.slice(0, MOST_MUTES)
  const labels = withWhom(
    t.button,
    shown.map(({ details }) => factValue(details)),
  )
  return section(t.title, [
    text(t.about),
    ...shown.flatMap(({ id, details }, at) => [
      ...(labels[at]?.endsWith(factValue(details)) ? [] : [small(factValue(details))]),
      ...buttons(submit(labels[at] ?? t.button, packOfficer('mute', { ...onPress(it), fact: id }))),
    ]),
  ])
}
