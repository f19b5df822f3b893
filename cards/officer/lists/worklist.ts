/** The worklist: what is open, the most urgent and the oldest first, a page at a time. No content, no reporter, no partner. */

import type { CardElement, IAdaptiveCard, IContainer } from '@microsoft/teams.cards'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import type { OverdueTerm } from '../../../services/signal/overdueTypes.ts'
import { isDecided } from '../../../services/signal/reading/standing.ts'
import type { Kind, State, Urgency } from '../../../services/signal/words.ts'
import type { Instant, Language, Reference, SignalId } from '../../../services/words.ts'
import { opensDialog, packOfficer, type Surface } from '../../actions.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { buttons, frame, small, submit, text, title, top } from '../elements.ts'
import { momentsIn } from '../lookups.ts'

/** As many as one card shows; each has its own button. */
export const MOST_LISTED = 15

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
  error?: string | undefined
  notice?: string | undefined
}

/** The terms of which the sentence is true from their first day, also while they run. */
const SAYS_WHAT: ReadonlySet<OverdueTerm> = new Set(['handOver', 'partnerAsks', 'help'])

const RANK: Record<Urgency, number> = { acute: 0, high: 1, normal: 2, soft: 3 }
/** By urgency, then by age. */
const before = (a: WorklistItem, b: WorklistItem): number =>
  RANK[a.urgency] - RANK[b.urgency] ||
  Date.parse(a.receivedAt) - Date.parse(b.receivedAt) ||
  a.reference.localeCompare(b.reference)

/** What is open, with a button for each. */
export function worklistCard(it: Worklist): IAdaptiveCard {
  const { items, municipality, surface, language } = it
  const t = texts(language).officer
  const { list } = t.channel
  const moment = momentsIn(municipality, language)
  const shown = [...items].sort(before).slice(0, MOST_LISTED)
  const seen = it.seen ?? 0
  const total = Math.max(it.total, seen + items.length)
  const more = total - seen - shown.length
  // What stands in a window already goes on in that window.
  const opens = (data: Record<string, unknown>) => (seen > 0 ? data : opensDialog(data, surface))

  const row = (item: WorklistItem): CardElement => {
    const waits = list.waitsFor[item.waitingFor]
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
        small(about.join(' · ')),
        ...caseLines(item),
        ...(item.frozen ? [text(list.frozen, { weight: 'Bolder', spacing: 'Small' })] : []),
        ...(item.tellAgain
          ? [text(list.tellAgain, { color: 'Attention', weight: 'Bolder', spacing: 'Small' })]
          : []),
        ...(item.toTell ? [text(t.rights.tell, { weight: 'Bolder', spacing: 'Small' })] : []),
        ...(item.failed ? [text(list.failed, { color: 'Attention', spacing: 'Small' })] : []),
        ...buttons(submit(list.openOne(item.reference), opens(packOfficer('open', { signal: item.signal })))),
      ],
    } satisfies IContainer
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

  const door = buttons(submit(t.retention.toDestroy.openList, opens(packOfficer('toDestroy', {}))))
  const { after } = it
  const turns = [
    ...(after !== undefined && more > 0
      ? [submit(list.next, opens(packOfficer('worklist', { after, seen: seen + shown.length })))]
      : []),
    ...(seen > 0 ? [submit(list.first, packOfficer('worklist', {}))] : []),
  ]
  return frame({
    language,
    speak: list.title,
    body: [
      ...top(it),
      title(list.title),
      ...(shown.length === 0
        ? [text(list.empty)]
        : [text(list.count(total)), small(list.order), ...shown.map(row)]),
      ...(more > 0 && shown.length > 0 ? [text(list.more(more), { separator: true })] : []),
      ...(turns.length > 0 ? buttons(...turns) : []),
      ...(it.toDestroy
        ? [text(t.retention.toDestroy.waiting(it.toDestroy), { separator: true }), ...door]
        : []),
    ],
    actions: [
      submit(t.intake.button, opens(packOfficer('enter', {}))),
      submit(t.search.button, opens(packOfficer('search', {}))),
    ],
  })
}
