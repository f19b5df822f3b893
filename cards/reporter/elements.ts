/** What the reporter's cards are made of. */
import type {
  CardElementArray,
  IActionSet,
  IAdaptiveCard,
  IContainer,
  ISubmitAction,
  ITextBlock,
} from '@microsoft/teams.cards'
import { alwaysReveal, type Municipality, type Officer } from '../../services/municipality/municipality.ts'
import type { Degree } from '../../services/signal/words.ts'
import type { Language, SignalId } from '../../services/words.ts'
import { packReporter } from '../actions.ts'
import { excerpt, plain } from '../plain.ts'
import { texts } from '../texts/index.ts'

export type Element = CardElementArray[number]

/** Who reads it, and who stands in. */
export type Readers = { accountable: Officer; deputy: Officer | undefined }

/**
 * A card with what every card has.
 * @param said what is read aloud, and shown where cards cannot be: never what people wrote.
 */
export function card(language: Language, said: string, body: Element[], actions: ISubmitAction[] = []) {
  return madeFor('1.5', language, said, body, actions)
}

/**
 * The same of version 1.2, for what must be seen on any phone: nothing in it may be newer, so no `bareButton`. A heading
 * is a harmless extra.
 */
export function urgent(language: Language, said: string, body: Element[], actions: ISubmitAction[] = []) {
  return madeFor('1.2', language, said, body, actions)
}

function madeFor(
  version: '1.2' | '1.5',
  language: Language,
  said: string,
  body: Element[],
  actions: ISubmitAction[],
) {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version,
    lang: language,
    speak: said,
    fallbackText: said,
    body,
    ...(actions.length > 0 ? { actions } : {}),
  } satisfies IAdaptiveCard
}

/** A line of our own text. */
export function say(text: string, more: Partial<ITextBlock> = {}): ITextBlock {
  return { type: 'TextBlock', text, wrap: true, ...more }
}

/** The title of a card; `after` an alert it keeps a little distance. */
export function heading(text: string, more: Partial<ITextBlock> = {}): ITextBlock {
  return say(text, { size: 'Medium', weight: 'Bolder', style: 'heading', ...more })
}

/** The heading of a part of a card. */
export function subheading(text: string): ITextBlock {
  return say(text, { weight: 'Bolder', spacing: 'Medium', style: 'heading' })
}

/** A short message that is a card by itself: its first sentence is the heading. */
export function announced(text: string): ITextBlock[] {
  const end = text.search(/[.?!] /)
  const [first, rest] = end < 0 ? [text, ''] : [text.slice(0, end + 1), text.slice(end + 2)]
  return [
    say(first, { weight: 'Bolder', style: 'heading' }),
    ...(rest === '' ? [] : [say(rest, { spacing: 'Small' })]),
  ]
}

/** A line that may be read, and need not be. */
export function aside(text: string): ITextBlock {
  return say(text, { isSubtle: true, size: 'Small', spacing: 'Small' })
}

/** Several lines that belong together, close to each other. */
export function lines(all: readonly string[]): ITextBlock[] {
  return all.map((text, at) => say(text, { spacing: at === 0 ? 'Default' : 'Small' }))
}

/**
 * 112: what it says, before anything else on a card, and the first heading that a screen reader finds. Weight and words, not
 * colour alone.
 */
export function alert(text: string, ...more: string[]): IContainer {
  return {
    type: 'Container',
    style: 'attention',
    bleed: true,
    items: [
      say(text, { weight: 'Bolder', style: 'heading' }),
      ...more.map((each) => say(each, { spacing: 'Small' })),
    ],
  }
}

/**
 * The number itself, before anything else: large, in plain text, and as a link in a text. Never as a button only: on a
 * computer that does nothing.
 */
export function emergencyNumber(call: string): Element[] {
  return [say('112', { size: 'ExtraLarge', weight: 'Bolder' }), say(call, { spacing: 'None' })]
}

/** The same where nobody said that there is danger: small and calm, on every card of what is not sent yet. */
export const emergencyLine = (language: Language): ITextBlock =>
  say(texts(language).reporter.danger.line, { size: 'Small' })

/** Before all else, for whoever reads neither Dutch nor English: what to do, in their language. */
export const inTheirs = (line: string | undefined): ITextBlock[] =>
  line === undefined ? [] : [say(line, { size: 'Large', weight: 'Bolder' })]

/** What to look at, at the top: calm, for nothing went wrong. */
export function noticeLine(notice: string | undefined): ITextBlock[] {
  return notice === undefined ? [] : [say(notice, { weight: 'Bolder' })]
}

/** What went wrong, at the top, in words. */
export function errorLine(error: string | undefined, language: Language): ITextBlock[] {
  if (error === undefined) return []
  return [say(texts(language).shared.attention(error), { color: 'Attention', weight: 'Bolder' })]
}

/**
 * What a person wrote, as they wrote it, set apart from our own words.
 * @param most UTF-16 units that are shown; the rest is named by its number.
 */
export function written(text: string, most: number, more: (left: number) => string): IContainer {
  const { shown, left } = excerpt(text, most)
  const safe = plain(shown)
  return {
    type: 'Container',
    style: 'emphasis',
    items: [
      ...(safe === '' ? [] : [say(safe)]),
      ...(left > 0 ? [say(more(left), { isSubtle: true, weight: 'Bolder' })] : []),
    ],
  }
}

/** A button. */
export function button(
  title: string,
  data: Record<string, unknown>,
  more: Partial<ISubmitAction> = {},
): ISubmitAction {
  return { type: 'Action.Submit', title, data, ...more }
}

/** A button that sends none of the card's inputs. */
export function bareButton(
  title: string,
  data: Record<string, unknown>,
  more: Partial<ISubmitAction> = {},
): ISubmitAction {
  return button(title, data, { associatedInputs: 'none', ...more })
}

/** A row of buttons between other things. */
export function buttons(...actions: ISubmitAction[]): IActionSet {
  return { type: 'ActionSet', actions }
}

/** Buttons that stand on several cards. */
export const common = {
  report: (language: Language) =>
    bareButton(texts(language).reporter.button.report, packReporter('report', {})),
  consult: (language: Language) =>
    bareButton(texts(language).reporter.button.consult, packReporter('consult', {})),
  mine: (language: Language) => bareButton(texts(language).reporter.button.mine, packReporter('mine', {})),
  addTo: (language: Language, signal: SignalId | undefined) =>
    bareButton(texts(language).reporter.button.addTo, packReporter('addTo', signal ? { signal } : {})),
  talk: (language: Language, signal: SignalId) =>
    bareButton(texts(language).reporter.button.talk, packReporter('talk', { signal })),
}

/** The button to one's own signals, where this signal is among them: an anonymous one is not. */
export const mineOf = ({ degree }: { degree: Degree }, language: Language): ISubmitAction[] =>
  degree === 'anonymous' ? [] : [common.mine(language)]

/** Two names with "and" between them, or with `or`. For an input as it is; in a text through `plain`. */
export function namesOf(readers: Readers, how: 'and' | 'or', language: Language): string {
  const names = [readers.accountable, readers.deputy].flatMap((officer) => (officer ? [officer.name] : []))
  return new Intl.ListFormat(language, { type: how === 'and' ? 'conjunction' : 'disjunction' }).format(names)
}

/**
 * The people who can learn a reporter's name: the officer by name, and whoever is on duty (`mayReveal`). `now`: whoever is
 * on duty at this moment, to be named too. For an input as it is; in a text through `plain`.
 */
export function whoMayKnow(municipality: Municipality, language: Language, now?: Officer): string {
  const all = [...alwaysReveal(municipality), ...(now ? [now] : [])].map(({ name }) => name)
  return texts(language).shared.mayKnow([...new Set(all)].join(', '))
}

/** Name, function and telephone of an officer, safe in a text. */
export function readerOf(officer: Officer, language: Language) {
  return { name: plain(officer.name), title: plain(officer.title[language]), phone: officer.phone }
}

/** The name of the officer who did something; for one who no longer works here, of the officer who answers for it now. */
export function nameOf(municipality: Municipality, id: string, otherwise: Officer): string {
  return plain((municipality.officers.find((officer) => officer.id === id) ?? otherwise).name)
}
