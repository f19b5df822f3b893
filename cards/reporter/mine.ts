/** One's own signals: number, state, next date; to add to or withdraw (A006, A123). Not what was written. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Municipality } from '../../services/municipality/municipality.ts'
import type { ToldOfRoutes } from '../../services/signal/reading/toldRoutes.ts'
import type { Kind, State } from '../../services/signal/words.ts'
import type { Instant, Language, Reference, SignalId } from '../../services/words.ts'
import { packReporter } from '../actions.ts'
import { texts } from '../texts/index.ts'
import { dateInWords, momentInWords } from '../when.ts'
import { aside, bareButton, button, buttons, card, common, type Element, heading, say } from './elements.ts'

/** How many are shown, and how many can be chosen. */
const MOST_SHOWN = 12
const MOST_OFFERED = 60

export type MineItem = {
  signal: SignalId
  reference: Reference
  kind: Kind
  state: State
  receivedAt: Instant
  next?: Instant
  question: boolean
  /** What may be told of where it went. */
  told?: readonly ToldOfRoutes[]
  closed: boolean
}

type Mine = { items: readonly MineItem[]; municipality: Municipality; language: Language }

/** The reporter's own signals, in the order given: the caller puts the open and the newest first. */
export function mineCard({ items, municipality, language }: Mine): IAdaptiveCard {
  const { mine: t } = texts(language).reporter
  if (items.length === 0) {
    const body = [heading(t.title), say(t.empty), aside(t.anonymous)]
    return card(language, `${t.title}. ${t.empty}`, body, [common.report(language), common.consult(language)])
  }
  const older = items.length - MOST_SHOWN
  const body: Element[] = [
    heading(t.title),
    ...items.slice(0, MOST_SHOWN).map((item) => row(item, municipality, language)),
    ...(older > 0 ? [say(t.older(older))] : []),
    aside(t.anonymous),
    ...choice(items.filter((item) => !item.closed).slice(0, MOST_OFFERED), language),
  ]
  return card(language, t.title, body, [common.report(language)])
}

function row(item: MineItem, municipality: Municipality, language: Language): Element {
  const { reporter, shared } = texts(language)
  const { mine: t } = reporter
  const since = t.since(dateInWords(item.receivedAt, municipality.zone, language))
  const next =
    item.next && !item.closed ? [t.next(momentInWords(item.next, municipality.zone, language))] : []
  return {
    type: 'Container',
    separator: true,
    spacing: 'Medium',
    items: [
      say(`${item.reference}, ${shared.kind[item.kind]}`, { weight: 'Bolder' }),
      say(t.state[item.state], { spacing: 'Small' }),
      ...(item.told ?? []).map((each) => say(reporter.routes.mine[each], { spacing: 'Small' })),
      ...(item.question ? [say(t.question, { spacing: 'Small', weight: 'Bolder' })] : []),
      say([since, ...next].join('. '), { spacing: 'Small', isSubtle: true }),
    ],
  }
}

function choice(open: readonly MineItem[], language: Language): Element[] {
  const { mine: t, button: titles } = texts(language).reporter
  const [first] = open
  if (!first) return []
  return [
    {
      type: 'Input.ChoiceSet',
      id: 'signal',
      label: t.label,
      style: 'compact',
      value: first.signal,
      choices: open.map(({ signal, reference }) => ({ title: reference, value: signal })),
    },
    buttons(
      button(titles.addTo, packReporter<'addTo', 'signal'>('addTo', {})),
      button(titles.withdraw, packReporter<'withdraw', 'signal'>('withdraw', {})),
    ),
  ]
}

type Withdraw = { signal: SignalId; reference: Reference; language: Language }

/** Asks once, and says what will happen. */
export function withdrawCard({ signal, reference, language }: Withdraw): IAdaptiveCard {
  const { withdraw: t } = texts(language).reporter
  const body = [heading(t.title(reference)), say(t.text), say(t.weighed)]
  return card(language, t.title(reference), body, [
    bareButton(t.sure, packReporter('withdrawSure', { signal })),
    bareButton(t.not, packReporter('mine', {})),
  ])
}
