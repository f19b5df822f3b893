/** What every card of the reporting point is made of. */
import type {
  CardElement,
  IActionSet,
  IAdaptiveCard,
  IChoiceSetInput,
  IContainer,
  IDateInput,
  IFact,
  IMention,
  ISubmitAction,
  ITextBlock,
  ITextInput,
} from '@microsoft/teams.cards'
import type { Language } from '../../services/words.ts'
import { excerpt, fieldValue } from '../plain.ts'
import { texts } from '../texts/index.ts'

/** The most that one field takes. Far under what the record holds, so that a card with it stays small. */
export const MOST_FIELD = 8_000
/** What a client sent that does not keep to the most is given back up to so many times that, so that the card can be sent. */
const GIVEN_BACK = 2
/** The most of a reason. */
export const MOST_REASON = 4_000

/** A paragraph. */
export function text(value: string, extra: Omit<ITextBlock, 'type' | 'text' | 'wrap'> = {}): ITextBlock {
  return { type: 'TextBlock', text: value, wrap: true, ...extra }
}

/** A smaller, calmer line. */
export function small(value: string, extra: Omit<ITextBlock, 'type' | 'text' | 'wrap'> = {}): ITextBlock {
  return text(value, { isSubtle: true, size: 'Small', spacing: 'Small', ...extra })
}

/** The title of a card. */
export function title(value: string): ITextBlock {
  return text(value, { size: 'Large', weight: 'Bolder', style: 'heading' })
}

/** The title of a part of a card. */
export function heading(value: string): ITextBlock {
  return text(value, { weight: 'Bolder', style: 'heading', size: 'Medium' })
}

/** A part with its heading, set apart from what stands before it; nothing when it has no content. */
export function section(name: string, items: CardElement[]): CardElement[] {
  if (items.length === 0) return []
  return [
    {
      type: 'Container',
      separator: true,
      spacing: 'Medium',
      items: [heading(name), ...items],
    } satisfies IContainer,
  ]
}

/** The line at the top after a deed, or what was wrong. Wrong is said in words, never by colour alone. */
export function top(it: {
  error?: string | undefined
  notice?: string | undefined
  language: Language
}): CardElement[] {
  const attention = texts(it.language).officer.words.attention
  return [
    ...(it.error ? [text(attention(it.error), { color: 'Attention', weight: 'Bolder' })] : []),
    ...(it.notice ? [text(it.notice, { weight: 'Bolder' })] : []),
  ]
}

/** A box that stands out, in a colour and in its own words. */
export function box(style: 'attention' | 'warning' | 'emphasis', items: CardElement[]): CardElement[] {
  return items.length === 0 ? [] : [{ type: 'Container', style, bleed: true, items } satisfies IContainer]
}

/** A button that sends data. */
export function submit(
  label: string,
  data: Record<string, unknown>,
  extra: Omit<ISubmitAction, 'type' | 'title' | 'data'> = {},
): ISubmitAction {
  return { type: 'Action.Submit', title: label, data, ...extra }
}

/** A button that leaves a form: what was not filled in does not hold it back. */
export function leave(label: string, data: Record<string, unknown>): ISubmitAction {
  return submit(label, data, { associatedInputs: 'none' })
}

/** Buttons in the body of a card. */
export function buttons(...actions: IActionSet['actions']): CardElement[] {
  return actions.length === 0 ? [] : [{ type: 'ActionSet', actions } satisfies IActionSet]
}

/** Names and values under each other. */
export function facts(rows: (readonly [string, string] | undefined)[]): CardElement[] {
  const made: IFact[] = rows.flatMap((row) => (row ? [{ title: row[0], value: row[1] }] : []))
  return made.length === 0 ? [] : [{ type: 'FactSet', facts: made }]
}

type Area = {
  id: string
  label: string
  value?: string | undefined
  hint?: string
  missing?: string
  most?: number
  language: Language
}
/** A field for several lines. With `missing` it has to be filled in. */
export function area(it: Area): ITextInput {
  const most = it.most ?? MOST_FIELD
  const { upTo, hintUpTo } = texts(it.language).officer.forms
  const limit = most.toLocaleString(it.language)
  return {
    type: 'Input.Text',
    id: it.id,
    label: it.label,
    isMultiline: true,
    maxLength: most,
    placeholder: it.hint ? hintUpTo(it.hint, limit) : upTo(limit),
    ...(it.missing ? { isRequired: true, errorMessage: it.missing } : {}),
    ...(it.value ? { value: fieldValue(excerpt(it.value, GIVEN_BACK * most).shown) } : {}),
  }
}

type ReasonTexts = { reason: string; reasonHint?: string; reasonMissing: string }

/** The field for why: it has to be filled in, for the trail has it. */
export const reasonField = (t: ReasonTexts, value: string | undefined, language: Language): ITextInput =>
  area({
    id: 'reason',
    label: t.reason,
    ...(t.reasonHint === undefined ? {} : { hint: t.reasonHint }),
    missing: t.reasonMissing,
    most: MOST_REASON,
    value,
    language,
  })

type Choose = {
  id: string
  label: string
  choices: (readonly [value: string, title: string])[]
  value?: string | undefined
  missing?: string
  style?: 'compact' | 'expanded'
  several?: boolean
  placeholder?: string
}
/** One of several, or with `several` any number of them. */
export function choose(it: Choose): IChoiceSetInput {
  return {
    type: 'Input.ChoiceSet',
    id: it.id,
    label: it.label,
    style: it.style ?? 'expanded',
    wrap: true,
    choices: it.choices.map(([value, name]) => ({ title: name, value })),
    ...(it.several ? { isMultiSelect: true } : {}),
    ...(it.placeholder ? { placeholder: it.placeholder } : {}),
    ...(it.missing ? { isRequired: true, errorMessage: it.missing } : {}),
    ...(it.value ? { value: it.value } : {}),
  }
}

type DateField = { id: string; label: string; min?: string; value?: string | undefined; missing?: string }
/** A day. With `missing` it has to be chosen. */
export function date(it: DateField): IDateInput {
  return {
    type: 'Input.Date',
    id: it.id,
    label: it.label,
    ...(it.min ? { min: it.min } : {}),
    ...(it.value ? { value: it.value } : {}),
    ...(it.missing ? { isRequired: true, errorMessage: it.missing } : {}),
  }
}

/**
 * The card around it all. `speak` never holds what people wrote. `urgent`: it has nothing that a client of version 1.2
 * does not know, and says so: more is not promised on phones.
 */
export function frame(it: {
  language: Language
  speak: string
  body: CardElement[]
  actions?: IActionSet['actions']
  urgent?: true
  mentions?: IMention[]
}): IAdaptiveCard {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: it.urgent ? '1.2' : '1.5',
    lang: it.language,
    speak: it.speak,
    fallbackText: texts(it.language).officer.words.fallback,
    body: it.body,
    ...(it.actions && it.actions.length > 0 ? { actions: it.actions } : {}),
    ...(it.mentions && it.mentions.length > 0 ? { msteams: { entities: it.mentions } } : {}),
  } satisfies IAdaptiveCard
}
