/**
 * What the Teams client does with a card by itself: show its text, take input, and make of a pressed
 * button the data that goes to the bot. After the renderer of `adaptivecards` where Teams says nothing.
 */
import { z } from 'zod'

export type Wire = { readonly [key: string]: unknown }
export type Card = Wire
export type Inputs = Readonly<Record<string, string | number | boolean | readonly string[]>>

/** An action as the card has it. */
export const Action = z.looseObject({
  type: z.string(),
  title: z.string().optional(),
  data: z.union([z.looseObject({}), z.string()]).optional(),
  verb: z.string().optional(),
  id: z.string().optional(),
  isEnabled: z.boolean().optional(),
  associatedInputs: z.string().optional(),
  card: z.looseObject({}).optional(),
})
export type Action = z.infer<typeof Action>

/** Which button: by its title; by its place among buttons with that title (from 1); or by what it holds. */
export type Which = string | { readonly title: string; readonly nth: number } | ((action: Action) => boolean)

const Input = z.looseObject({
  type: z.string().startsWith('Input.'),
  id: z.string().min(1),
  value: z.union([z.string(), z.number()]).optional(),
  valueOn: z.string().default('true'),
  valueOff: z.string().default('false'),
  choices: z.array(z.looseObject({ title: z.string(), value: z.string() })).optional(),
  isMultiSelect: z.boolean().default(false),
  isRequired: z.boolean().default(false),
  maxLength: z.number().optional(),
  regex: z.string().optional(),
})
type Input = z.infer<typeof Input>

type Found = { action: Action; inputs: Input[] }

/** Whether this is a plain object. */
export function isWire(value: unknown): value is Wire {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** All buttons a person can reach, in the order of the card, those behind ShowCards too. */
export function actionsOf(card: Card): Action[] {
  return found(card).map(({ action }) => action)
}

/**
 * The one button that is meant, with what the client would send: its data with the values of the inputs
 * it can see. Throws where a person could not do this: no such button, or an input the client refuses.
 */
export function press(card: Card, which: Which, given: Inputs = {}): { action: Action; data: unknown } {
  const { action, inputs } = choose(found(card), which)
  if (action.isEnabled === false) throw new Error(`The button ${named(which)} is disabled.`)
  const used = action.associatedInputs === 'none' ? [] : inputs
  const strange = Object.keys(given).find((id) => !used.some((input) => input.id === id))
  if (strange !== undefined) throw new Error(`The button ${named(which)} sends no input called ${strange}.`)
  const values: Record<string, string> = {}
  for (const input of used) {
    const value = valueToSend(input, given[input.id])
    // An input without a value is left out, not sent empty.
    if (value !== '') values[input.id] = value
  }
  if (typeof action.data === 'string') return { action, data: action.data }
  return { action, data: { ...action.data, ...values } }
}

/** Several buttons for the same of several things say which: "Overgedragen: Wijkteam". */
const isCalled = (title: string, wanted: string): boolean =>
  title === wanted || title.startsWith(`${wanted}: `)

function choose(candidates: readonly Found[], which: Which): Found {
  const fits = candidates.filter(({ action }) =>
    typeof which === 'function'
      ? which(action)
      : isCalled(action.title ?? '', typeof which === 'string' ? which : which.title),
  )
  const nth = typeof which === 'object' ? which.nth : 1
  const chosen = fits[nth - 1]
  if (chosen === undefined) {
    const there = candidates.map(({ action }) => action.title ?? action.type).join(', ')
    throw new Error(`No button ${named(which)}. There are: ${there || 'none'}.`)
  }
  const different = new Set(fits.map(({ action }) => JSON.stringify(action))).size
  if (typeof which === 'string' && different > 1) {
    throw new Error(`${fits.length} different buttons ${named(which)}: say which with {title, nth}.`)
  }
  return chosen
}

function named(which: Which): string {
  return typeof which === 'function' ? '(chosen by a function)' : JSON.stringify(which)
}

function found(card: Card, inherited: readonly Input[] = []): Found[] {
  // What is hidden can only be reached where a toggle can show it.
  const canToggle = JSON.stringify(card).includes('"Action.ToggleVisibility"')
  const inputs = [...inherited, ...inputsIn(card)]
  return actionsIn(card, canToggle).flatMap((action) => [
    { action, inputs },
    ...(action.type === 'Action.ShowCard' && action.card !== undefined ? found(action.card, inputs) : []),
  ])
}

function inputsIn(node: unknown): Input[] {
  if (Array.isArray(node)) return node.flatMap(inputsIn)
  if (!isWire(node) || isAction(node)) return []
  const input = Input.safeParse(node)
  return input.success ? [input.data] : Object.values(node).flatMap(inputsIn)
}

function actionsIn(node: unknown, hiddenToo: boolean): Action[] {
  if (Array.isArray(node)) return node.flatMap((item) => actionsIn(item, hiddenToo))
  if (!isWire(node) || (node.isVisible === false && !hiddenToo)) return []
  if (isAction(node)) return [Action.parse(node)]
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'refresh' ? [] : actionsIn(value, hiddenToo),
  )
}

function isAction(node: Wire): boolean {
  return typeof node.type === 'string' && node.type.startsWith('Action.')
}

function valueToSend(input: Input, given: Inputs[string] | undefined): string {
  const value = normalised(input, given)
  const missing = input.type === 'Input.Toggle' ? value !== input.valueOn : value === ''
  if (input.isRequired && missing) throw new Error(`The client sends nothing: ${input.id} is required.`)
  if (input.regex !== undefined && value !== '' && !new RegExp(input.regex).test(value)) {
    throw new Error(`The client sends nothing: ${input.id} does not fit its pattern.`)
  }
  return value
}

function normalised(input: Input, given: Inputs[string] | undefined): string {
  if (input.type === 'Input.Toggle') {
    if (typeof given === 'boolean') return given ? input.valueOn : input.valueOff
    return String(given ?? input.value ?? input.valueOff)
  }
  const value = Array.isArray(given) ? given.join(',') : String(given ?? input.value ?? '')
  if (input.type === 'Input.ChoiceSet' && input.choices !== undefined && value !== '') {
    const chosen = input.isMultiSelect ? value.split(',') : [value]
    const strange = chosen.find((one) => !input.choices?.some((choice) => choice.value === one))
    if (strange !== undefined) throw new Error(`${input.id} offers no choice with the value ${strange}.`)
  }
  // Nobody can type more than fits.
  return input.maxLength === undefined ? value : value.slice(0, input.maxLength)
}

const SHOWN_KEYS = new Set(['text', 'title', 'subtitle', 'label', 'placeholder', 'altText', 'errorMessage'])
const NOT_SHOWN_KEYS = new Set(['data', 'msteams', 'fallback', 'speak', 'refresh', 'authentication', 'tap'])

/** Everything a person can read in a card, line by line; what only opens on a press (ShowCard) too. */
export function textOfCard(card: unknown): string {
  return linesOf(card).join('\n')
}

function linesOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap((item) => (typeof item === 'string' ? [item] : linesOf(item)))
  if (!isWire(node) || node.isVisible === false) return []
  const typed = typeof node.type === 'string' && node.type.startsWith('Input.')
  // The value of a fact is read, of an input too; of a choice or a toggle only its title is.
  const isFact = 'title' in node && 'value' in node && !('type' in node)
  const choice = 'choices' in node || 'valueOn' in node || node.type === 'Input.Toggle'
  return Object.entries(node).flatMap(([key, value]) => {
    if (NOT_SHOWN_KEYS.has(key)) return []
    if (key === 'facts') return linesOfFacts(value)
    if (key === 'value' && typed && !choice && !isFact) return [String(value)]
    if (typeof value === 'string') return SHOWN_KEYS.has(key) && value !== '' ? [value] : []
    // Lists of plain strings are settings (of an action, of targets), except the runs of a text.
    if (Array.isArray(value) && key !== 'inlines')
      return linesOf(value.filter((item) => typeof item !== 'string'))
    return linesOf(value)
  })
}

function linesOfFacts(facts: unknown): string[] {
  if (!Array.isArray(facts)) return []
  return facts.filter(isWire).map((fact) => `${String(fact.title ?? '')} ${String(fact.value ?? '')}`.trim())
}
