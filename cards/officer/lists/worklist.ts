/**
 * The worklist: what now, and what is open in the groups of the day, a page at a time. No content, no reporter; only in a
 * window of one's own a label, whom is waited for, and the choice of what is shown.
 */

import type { CardElement, IAdaptiveCard, IContainer, ISubmitAction } from '@microsoft/teams.cards'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import { dayOf } from '../../../services/municipality/workingTime.ts'
import type { OverdueTerm } from '../../../services/signal/overdueTypes.ts'
import {
  type Filter,
  GROUPS,
  type Group,
  isFilter,
  type WhatNow,
} from '../../../services/signal/reading/dayList.ts'
import { isDecided } from '../../../services/signal/reading/standing.ts'
import type { Kind, State, Urgency } from '../../../services/signal/words.ts'
import {
  type Day,
  type Instant,
  type Language,
  plus,
  type Reference,
  type SignalId,
} from '../../../services/words.ts'
import { opensDialog, packOfficer, type Surface } from '../../actions.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { dayInWords } from '../../when.ts'
import { filterInWords, listFilterOf } from '../day/filter.ts'
import { buttons, frame, heading, small, submit, text, title, top } from '../elements.ts'
import { momentsIn } from '../lookups.ts'

/** As many as one card shows; each has its own button. */
export const MOST_LISTED = 15

/** The end of watching is near: then the list asks what to do. */
const NEAR_DAYS = 14

/** One open signal, without anything that was written. */
export type WorklistItem = {
  signal: SignalId
  reference: Reference
  kind: Kind
  state: State
  urgency: Urgency
  receivedAt: Instant
  due: Instant
  overdue: boolean
  /** Of what was decided: the first of its terms that still runs, and which one that is. */
  next?: { at: Instant; term: OverdueTerm } | undefined
  /** The day has gone by on which an organisation that has it was to answer. */
  answerLate?: boolean
  /** Organisations that do not answer, each in words: how often they were asked, and who there is asked now. */
  silent?: readonly string[]
  /** The day until which it was to be watched has gone by. */
  monitorOver?: boolean
  /** Other terms that passed. */
  late?: readonly OverdueTerm[]
  /** The name of the officer who has it in hand. */
  takenBy?: string | undefined
  waitingFor: 'officer' | 'partner' | 'reporter' | 'none'
  /** A message did not arrive. */
  failed: boolean
  /** A partner must still be told of a correction, a freeze or an erasure. */
  toTell?: boolean
  /** Closed, and the reporter did not get the feedback after all. */
  tellAgain?: boolean
  /** AVG 18: it may only be looked at. */
  frozen?: boolean
  /** The case that it is in; and whether nobody has the lead of that (A105). */
  inCase?: { reference: string; leadless: boolean } | undefined
  /** In which group of the day it stands. */
  group?: Group | undefined
  /** Since which day it waits on somebody else. */
  since?: Day | undefined
  /** A099: help is not arranged. */
  helpless?: boolean
  /** It is only watched: until when, what came in since, and whether it can be closed as it was seen. */
  watched?: { until: Day; cameIn: number; seen: number; closes: boolean } | undefined
  /** What only this officer sees: a label, and the names of those who are waited for. */
  own?: { label?: { text: string; own: boolean } | undefined; asked: readonly string[] } | undefined
}

/** What the list says of the whole day. */
export type DayShown = {
  now: WhatNow
  /** How many stand in each group, also on other pages. */
  counts: Partial<Record<Group, number>>
  groups: ReadonlyMap<string, Group>
  filter: Filter
  /** How many are open, whatever is chosen. */
  all: number
}

type Worklist = {
  items: WorklistItem[]
  /** How many are open, also those that are not among the items. */
  total: number
  /** A page after the first: so many stood on those before. It stands in a window of its own. */
  seen?: number
  /** Where the next page begins; undefined: there is none, or it is not known. */
  after?: string | undefined
  /** How many wait for an officer to approve that they go. */
  toDestroy?: number
  municipality: Municipality
  now: Instant
  surface: Surface
  language: Language
  day?: DayShown | undefined
  /** Only this officer sees it. */
  inPrivate?: boolean
  press?: string
  error?: string | undefined
  notice?: string | undefined
}

/** The terms of which the sentence is true from their first day, also while they run. */
const SAYS_WHAT: ReadonlySet<OverdueTerm> = new Set(['handOver', 'partnerAsks', 'help'])

const RANK: Record<Urgency, number> = { acute: 0, high: 1, normal: 2, soft: 3 }
const place = ({ group }: WorklistItem): number => (group === undefined ? 0 : GROUPS.indexOf(group))
/** By group, by urgency, then by age. */
const before = (a: WorklistItem, b: WorklistItem): number =>
  place(a) - place(b) ||
  RANK[a.urgency] - RANK[b.urgency] ||
  Date.parse(a.receivedAt) - Date.parse(b.receivedAt) ||
  a.reference.localeCompare(b.reference)

/** What is open, with a button for each. */
export function worklistCard(it: Worklist): IAdaptiveCard {
  const { items, municipality, surface, language } = it
  const t = texts(language).officer
  const { day: d } = t
  const { list } = t.channel
  const soon = dayOf(plus(it.now, { hours: 24 * NEAR_DAYS }), municipality)
  const moment = momentsIn(municipality, language)
  const shown = [...items].sort(before).slice(0, MOST_LISTED)
  const seen = it.seen ?? 0
  const total = Math.max(it.total, seen + items.length)
  const more = total - seen - shown.length
  // What stands in a window already goes on in that window.
  const opens = (data: Record<string, unknown>) => (seen > 0 ? data : opensDialog(data, surface))

  const row = (item: WorklistItem): CardElement => {
    const waits = waitsInWords(item)
    const undecided = !isDecided(item)
    const line = (said: string) => text(said, { color: 'Attention', weight: 'Bolder', spacing: 'Small' })
    const clock = item.overdue ? line(list.overdue(moment(item.due))) : small(list.due(moment(item.due)))
    const { next } = item
    const which = next && SAYS_WHAT.has(next.term) ? ` · ${t.late.term[next.term]}` : ''
    const then = next && !undecided ? [small(`${list.due(moment(next.at))}${which}`)] : []
    const due = [...(undecided ? [clock] : []), ...then, ...(item.answerLate ? [line(list.answerLate)] : [])]
    const about = [
      list.received(moment(item.receivedAt)),
      item.takenBy ? list.taken(plain(item.takenBy)) : list.notTaken,
      ...(waits ? [waits] : []),
    ]
    return {
      type: 'Container',
      separator: true,
      spacing: 'Medium',
      items: [
        text(item.reference, { weight: 'Bolder' }),
        ...labelOf(item),
        text(
          list.line(t.words.kinds[item.kind], t.words.states[item.state], t.words.urgencies[item.urgency]),
          { spacing: 'Small' },
        ),
        ...due,
        ...(item.monitorOver
          ? [text(list.monitorOver, { color: 'Attention', weight: 'Bolder', spacing: 'Small' })]
          : []),
        ...[...new Set(item.late)].map((term) =>
          text(t.late.listed(t.late.term[term]), { color: 'Attention', weight: 'Bolder', spacing: 'Small' }),
        ),
        ...(item.silent ?? []).map((each) => text(t.routes.silent.listed(each), { spacing: 'Small' })),
        small(about.join(' · ')),
        ...watchLines(item),
        ...(item.helpless && !item.late?.includes('help') ? [small(d.helpless)] : []),
        ...caseLines(item),
        ...(item.frozen ? [text(list.frozen, { weight: 'Bolder', spacing: 'Small' })] : []),
        ...(item.tellAgain
          ? [text(list.tellAgain, { color: 'Attention', weight: 'Bolder', spacing: 'Small' })]
          : []),
        ...(item.toTell ? [text(t.rights.tell, { weight: 'Bolder', spacing: 'Small' })] : []),
        ...(item.failed ? [text(list.failed, { color: 'Attention', spacing: 'Small' })] : []),
        ...buttons(
          submit(list.openOne(item.reference), opens(packOfficer('open', { signal: item.signal }))),
          ...watchButtons(item),
        ),
      ],
    } satisfies IContainer
  }

  /** On whom it waits, and since when; by name only in a window of one's own. */
  function waitsInWords(item: WorklistItem): string {
    const asked = item.waitingFor === 'partner' ? (item.own?.asked ?? []) : []
    const who = asked.length > 0 ? d.waitsForNamed(asked.join(', ')) : list.waitsFor[item.waitingFor]
    if (item.watched) return d.watched(dayInWords(item.watched.until, language))
    return item.since && who ? d.since(who, dayInWords(item.since, language)) : who
  }

  function labelOf({ own }: WorklistItem): CardElement[] {
    if (!own?.label) return []
    const said = own.label.own ? d.label.own : d.label.other
    return [text(said(plain(own.label.text)), { weight: 'Bolder', spacing: 'Small' })]
  }

  function watchLines({ watched, own }: WorklistItem): CardElement[] {
    // How much is like it says something of what it is about.
    if (!watched || !own || watched.cameIn === 0) return []
    return [text(d.cameIn(watched.cameIn), { weight: 'Bolder', spacing: 'Small' })]
  }

  /** Near its end, or past it: go on, or stop. In the channel nothing is done from the list. */
  function watchButtons({ watched, own, reference, signal, frozen }: WorklistItem): ISubmitAction[] {
    if (!watched || !own || frozen || watched.until > soon) return []
    const page = (to: 'watchLonger' | 'feedBack') => opens(packOfficer('page', { signal, page: to }))
    const close = it.press === undefined ? undefined : { signal, seen: watched.seen, press: it.press }
    return [
      submit(d.watch.longerOne(reference), page('watchLonger')),
      // Nobody stops watching before the reporter was told (A121): then that is the way to it.
      submit(
        d.watch.closeOne(reference),
        watched.closes && close ? opens(packOfficer('close', close)) : page('feedBack'),
      ),
    ]
  }

  function caseLines({ inCase, signal }: WorklistItem): CardElement[] {
    if (!inCase) return []
    const said = inCase.leadless
      ? text(t.cases.listedLeadless(inCase.reference), {
          color: 'Attention',
          weight: 'Bolder',
          spacing: 'Small',
        })
      : small(t.cases.listed(inCase.reference))
    const opened = opens(packOfficer('casePage', { signal, show: 'case' }))
    return [said, ...buttons(submit(t.cases.open(inCase.reference), opened))]
  }

  /** The lines under the names of their groups, each name once on a page. */
  function grouped(): CardElement[] {
    if (!it.day) return shown.map(row)
    const { counts } = it.day
    return GROUPS.flatMap((group) => {
      const lines = shown.filter((item) => item.group === group)
      if (lines.length === 0) return []
      const name = d.heading(d.groups[group], counts[group] ?? lines.length)
      return [
        { ...heading(name), separator: true, spacing: 'Large' } satisfies CardElement,
        ...lines.map(row),
      ]
    })
  }

  const filter = it.day?.filter ?? {}
  const chosen = isFilter(filter) ? filterInWords(filter, municipality, language) : undefined
  const counted = chosen && it.day ? d.filter.fits(total, it.day.all) : list.count(total)
  const choosing: CardElement[] = chosen
    ? [text(d.filter.on(chosen)), ...buttons(submit(d.filter.off, opens(packOfficer('worklist', {}))))]
    : []
  const door = buttons(submit(t.retention.toDestroy.openList, opens(packOfficer('toDestroy', {}))))
  const { after } = it
  const turns = [
    ...(after !== undefined && more > 0
      ? [
          submit(
            list.next,
            opens(packOfficer('worklist', { ...listFilterOf(filter), after, seen: seen + shown.length })),
          ),
        ]
      : []),
    ...(seen > 0 ? [submit(list.first, packOfficer('worklist', listFilterOf(filter)))] : []),
  ]
  return frame({
    language,
    speak: list.title,
    body: [
      ...top(it),
      title(list.title),
      ...(it.day && it.day.all > 0 ? [text(d.now(it.day.now), { weight: 'Bolder' })] : []),
      ...choosing,
      ...(shown.length === 0
        ? [text(chosen ? d.filter.none : list.empty)]
        : [text(counted), small(list.order), ...grouped()]),
      ...(more > 0 && shown.length > 0 ? [text(list.more(more), { separator: true })] : []),
      ...(turns.length > 0 ? buttons(...turns) : []),
      ...(it.toDestroy
        ? [text(t.retention.toDestroy.waiting(it.toDestroy), { separator: true }), ...door]
        : []),
    ],
    actions: [
      ...(it.day && it.inPrivate
        ? [submit(d.filter.button, opens(packOfficer('listFilter', listFilterOf(filter))))]
        : []),
      // What is an officer's own stands in a window that nobody else sees.
      ...(it.day && !it.inPrivate ? [submit(d.private, opens(packOfficer('worklist', {})))] : []),
      ...(it.day ? [submit(d.find.button, opens(packOfficer('find', {})))] : []),
      submit(t.intake.button, opens(packOfficer('enter', {}))),
      submit(t.search.button, opens(packOfficer('search', {}))),
      submit(t.settings.button, opens(packOfficer('settings', {}))),
    ],
  })
}
