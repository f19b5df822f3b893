/** The destruction list: what is to go, why, and a yes that names how many. References only, no content. */
import type { CardElement, IAdaptiveCard, IContainer } from '@microsoft/teams.cards'
import type { Term } from '../../../services/signal/rights/types.ts'
import type { Language, Reference, SignalId } from '../../../services/words.ts'
import { opensDialog, packOfficer, type Surface } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { dateOf, termInWords } from '../case/rightsParts.ts'
import { buttons, frame, leave, small, submit, text, title, top } from '../elements.ts'

/** As many as stand on one card, and are approved at once. */
export const MOST_TO_DESTROY = 12
/** As many undecided ones as are named. */
const MOST_NAMED = 12

export type ToDestroy = {
  signal: SignalId
  reference: Reference
  term: Term
  /** Names of those who must be told first: partners, or the reporter. */
  tellFirst: string[]
}

type List = {
  items: ToDestroy[]
  /** How many there are, also those that are not among the items. */
  total: number
  /** Overdue, and nothing decided: no term runs. */
  undecided: Reference[]
  press: string
  language: Language
  error?: string | undefined
  notice?: string | undefined
}

/** The list, with its approval behind a second press. */
export function toDestroyCard(it: List): IAdaptiveCard {
  const { items, language } = it
  const t = texts(language).officer
  const d = t.retention.toDestroy
  const ready = items.filter((item) => item.tellFirst.length === 0)
  const more = Math.max(it.total, items.length) - items.length
  const why = ({ why, until }: Term): string => {
    const day = dateOf(until, language)
    return why === 'erase' ? d.erase(day) : why === 'longer' ? d.longer(day) : d.until(day)
  }
  const row = ({ signal, reference, term, tellFirst }: ToDestroy): CardElement =>
    ({
      type: 'Container',
      separator: true,
      spacing: 'Medium',
      items: [
        text(reference, { weight: 'Bolder' }),
        text(termInWords(term, language), { spacing: 'Small' }),
        text(why(term), { spacing: 'Small' }),
        ...(tellFirst.length > 0
          ? [
              text(d.tellFirst(tellFirst.join(', ')), {
                color: 'Attention',
                weight: 'Bolder',
                spacing: 'Small',
              }),
            ]
          : []),
        ...buttons(
          submit(d.look(reference), packOfficer('open', { signal })),
          submit(d.takeOut(reference), packOfficer('page', { signal, page: 'keepLonger' })),
        ),
      ],
    }) satisfies IContainer

  const approval: CardElement[] =
    ready.length === 0
      ? []
      : [
          ...buttons({ type: 'Action.ToggleVisibility', title: d.approve, targetElements: ['approval'] }),
          {
            type: 'Container',
            id: 'approval',
            isVisible: false,
            items: [
              text(d.sure(ready.length)),
              ...buttons(
                submit(
                  d.approveAll(ready.length),
                  packOfficer('destroy', { press: it.press, signals: ready.map(({ signal }) => signal) }),
                  { style: 'destructive' },
                ),
              ),
            ],
          } satisfies IContainer,
        ]
  return frame({
    language,
    speak: d.title,
    body: [
      ...top(it),
      title(d.title),
      ...(items.length === 0 ? [text(d.empty)] : [text(d.about), ...items.map(row)]),
      ...(more > 0 ? [small(d.more(more))] : []),
      ...approval,
      ...(it.undecided.length > 0
        ? [text(d.undecided(it.undecided.slice(0, MOST_NAMED).join(', ')), { separator: true })]
        : []),
    ],
    actions: [
      leave(t.retention.declaration.button, packOfficer('declaration', {})),
      leave(t.searches.button, packOfficer('searches', {})),
      leave(t.words.worklist, packOfficer('worklist', {})),
    ],
  })
}

/** In a conversation: a door to a page that opens in a window of its own. Says nothing of any file. */
export function doorCard(it: {
  to: 'toDestroy' | 'search' | 'searches' | 'settings' | 'enter'
  surface: Surface
  language: Language
}): IAdaptiveCard {
  const {
    retention: { toDestroy },
    search,
    searches,
    settings,
    intake,
  } = texts(it.language).officer
  const [name, about, label] = {
    search: [search.title, search.door, search.openForm] as const,
    enter: [intake.title, intake.door, intake.openForm] as const,
    searches: [searches.title, searches.door, searches.openList] as const,
    toDestroy: [toDestroy.title, toDestroy.door, toDestroy.openList] as const,
    settings: [settings.title, settings.door, settings.openPage] as const,
  }[it.to]
  return frame({
    language: it.language,
    speak: name,
    body: [title(name), text(about)],
    actions: [submit(label, opensDialog(packOfficer(it.to, {}), it.surface))],
  })
}
