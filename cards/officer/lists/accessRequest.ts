/** An access request (AVG 15): what is looked for, where it occurs, and the overview for the answer. */
import type { CardElement, IAdaptiveCard, IContainer } from '@microsoft/teams.cards'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import { holdsSealed } from '../../../services/signal/reading/sealed.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import type { PassagePart } from '../../../services/signal/rights/passages.ts'
import type { Term } from '../../../services/signal/rights/types.ts'
import type { Instant, Language, Reference, SignalId } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { dateInWords } from '../../when.ts'
import { dateOf } from '../case/rightsParts.ts'
import {
  area,
  buttons,
  facts,
  frame,
  heading,
  leave,
  reasonField,
  small,
  submit,
  text,
  title,
  top,
} from '../elements.ts'
import { fitted, shares } from '../fit.ts'
import { routeName } from '../lookups.ts'

type Base = { press: string; language: Language; error?: string | undefined; notice?: string | undefined }
type Asked = { terms: string; reason: string }

/** What is looked for, and for which request. */
export function searchCard(it: Base & { values?: Partial<Asked> }): IAdaptiveCard {
  const { language, values } = it
  const {
    search: t,
    searches,
    words: { worklist },
  } = texts(language).officer
  return frame({
    language,
    speak: t.title,
    body: [
      ...top(it),
      title(t.title),
      text(t.about),
      area({
        id: 'terms',
        label: t.terms,
        missing: t.termsMissing,
        most: 1_000,
        value: values?.terms,
        language,
      }),
      reasonField(t, values?.reason, language),
    ],
    actions: [
      submit(t.send, packOfficer<'searchNow', 'terms' | 'reason'>('searchNow', { press: it.press }), {
        style: 'positive',
      }),
      leave(searches.button, packOfficer('searches', {})),
      leave(worklist, packOfficer('worklist', {})),
    ],
  })
}

/** As many as one card shows. */
export const MOST_FOUND = 15

export type FoundIn = { signal: SignalId; reference: Reference; receivedAt: Instant; parts: PassagePart[] }

type Found = Base &
  Asked & {
    items: FoundIn[]
    total: number
    /** Documents that do not open: somebody has to look another way. */
    unreadable: number
    municipality: Municipality
  }

/** Where it occurs: reference and which part, nothing of what it says. */
export function foundCard(it: Found): IAdaptiveCard {
  const { items, total, language, municipality, terms, reason } = it
  const {
    search: t,
    rights: { parts: passageParts },
  } = texts(language).officer
  const row = ({ signal, reference, receivedAt, parts }: FoundIn): CardElement =>
    ({
      type: 'Container',
      separator: true,
      spacing: 'Medium',
      items: [
        text(reference, { weight: 'Bolder' }),
        small(dateInWords(receivedAt, municipality.zone, language)),
        text(t.parts([...new Set(parts)].map((part) => passageParts[part]).join(', ')), { spacing: 'Small' }),
        ...buttons(submit(t.look(reference), packOfficer('open', { signal }))),
      ],
    }) satisfies IContainer
  return frame({
    language,
    speak: t.title,
    body: [
      ...top(it),
      title(t.title),
      ...(items.length === 0 ? [text(t.none)] : [text(t.found(total)), small(t.check), ...items.map(row)]),
      ...(total > items.length ? [text(t.more(total - items.length), { separator: true })] : []),
      ...(it.unreadable > 0 ? [text(t.unreadable(it.unreadable), { color: 'Attention' })] : []),
    ],
    actions: [
      ...(items.length > 0
        ? [
            submit(t.overview, packOfficer('overview', { press: it.press, terms, reason }), {
              style: 'positive',
            }),
          ]
        : []),
      leave(t.again, packOfficer('search', {})),
    ],
  })
}

export type OverviewOf = {
  record: SignalRecord
  term: Term | undefined
  found: { passage: string; part: PassagePart; text: string; identifyingHints: boolean }[]
}

/** Room for what was written, in bytes; and as many passages as are shown of one file. */
const ROOM = 24_000
const MOST_PASSAGES = 12

/** What the answer to the request can be made of. Who reported it is never in it: no record says that. */
export function overviewCard(it: Base & { cases: OverviewOf[]; municipality: Municipality }): IAdaptiveCard {
  const { cases, language, municipality } = it
  const { overview: t, search } = texts(language).officer
  const all = cases.flatMap(({ found }) => found.slice(0, MOST_PASSAGES))
  const given = shares(
    all.map((passage) => passage.text.length * 2),
    ROOM,
  )
  const room = new Map(all.map((passage, at) => [passage, given[at] ?? 0]))
  return frame({
    language,
    speak: t.title,
    body: [
      ...top(it),
      title(t.title),
      text(t.about, { weight: 'Bolder' }),
      text(t.refuse),
      ...cases.flatMap((one) => oneCase(one, room, language, municipality)),
    ],
    actions: [leave(search.again, packOfficer('search', {}))],
  })
}

function oneCase(
  { record, term, found }: OverviewOf,
  room: ReadonlyMap<unknown, number>,
  language: Language,
  municipality: Municipality,
): CardElement[] {
  const {
    overview: t,
    rights: { parts: passageParts },
    words: { outcomes },
  } = texts(language).officer
  const decision = record.decisions.at(-1)
  const given = record.routes
    .filter((route) => route.handedOverAt)
    .map((route) => routeName(municipality, route, language))
  const shown = found.slice(0, MOST_PASSAGES)
  const corrections = (passage: string) =>
    (record.corrections ?? []).filter((correction) => correction.passage === passage)
  return [
    {
      type: 'Container',
      separator: true,
      spacing: 'Large',
      items: [
        heading(record.reference),
        ...facts([
          [t.received, dateInWords(record.receivedAt, municipality.zone, language)],
          [t.why, t.purpose],
          [t.decision, decision ? outcomes[decision.outcome] : t.noDecision],
          [t.recipients, given.length > 0 ? given.join(', ') : t.nobody],
          [t.until, term ? dateOf(term.until, language) : t.untilUnknown],
        ]),
        // That it is there is said, by its kind; whether it is given the jurist decides (UAVG 41).
        ...(holdsSealed(record)
          ? [text(texts(language).officer.routes.sealed.exists, { weight: 'Bolder' })]
          : []),
        small(t.unverified),
        small(t.source),
        ...shown.flatMap((passage) => [
          small(passageParts[passage.part], { spacing: 'Medium', weight: 'Bolder' }),
          ...(passage.identifyingHints
            ? [text(t.identifyingHints, { color: 'Attention', spacing: 'Small' })]
            : []),
          ...fitted(passage.text, room.get(passage) ?? 0, language),
          ...corrections(passage.passage).flatMap((correction) => [
            small(t.correction),
            ...fitted(correction.text, 600, language),
          ]),
        ]),
        ...(found.length > shown.length ? [small(t.leftOut(found.length - shown.length))] : []),
      ],
    } satisfies IContainer,
  ]
}
