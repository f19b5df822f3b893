/**
 * Every rule that holds for a card, in one place: what Teams refuses, what shuts people out, what leaks.
 * A card that breaks a rule costs a test, not a reporter.
 */
import { createRequire } from 'node:module'
import { MOST_CARD_BYTES, sizeOf } from '../../cards/size.ts'
import { newerThan } from './cardVersion.ts'

/** Only the bundle loads in Node; it has no types of its own, the package has. */
const ac: typeof import('adaptivecards') = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
)

/** More actions than this, and Teams hides or refuses them. */
export const MOST_ACTIONS = 6
/** A longer name of a button is cut off on a narrow phone (`tests/browser/access.test.ts` measures it). */
const MOST_TITLE = 28
const ACTIONS = new Set(['Action.Submit', 'Action.ToggleVisibility', 'Action.OpenUrl'])

type Node = Record<string, unknown>
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const typeOf = (node: Node): string => (typeof node.type === 'string' ? node.type : '')
const filled = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''
const named = (node: Node): string => `${typeOf(node)} ${String(node.id ?? node.title ?? '')}`.trim()

/** Everything in a card, in reading order: elements, columns, facts, choices, actions; nothing of `data`. */
export function* nodesOf(card: unknown): Generator<Node> {
  if (Array.isArray(card)) {
    for (const each of card) yield* nodesOf(each)
  } else if (isNode(card)) {
    yield card
    for (const [key, value] of Object.entries(card)) if (key !== 'data') yield* nodesOf(value)
  }
}

/** The data of every Submit of a card, by the button's title. */
export function submitsOf(card: unknown): { title: string; data: unknown }[] {
  return [...nodesOf(card)]
    .filter((node) => typeOf(node) === 'Action.Submit')
    .map((node) => ({ title: String(node.title ?? ''), data: node.data }))
}

/** What every input holds when nobody touches it; an empty one sends nothing, as in Teams. */
export function untouched(card: unknown): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const node of nodesOf(card)) {
    if (typeOf(node).startsWith('Input.') && filled(node.value)) values[String(node.id)] = node.value
  }
  return values
}

const READ = ['text', 'title', 'label', 'placeholder', 'errorMessage', 'altText', 'speak', 'fallbackText']

/** Whatever a person can read on or hear of a card, without ids, data and codes. */
export function wordsOf(card: unknown): string {
  const nodes = [...nodesOf(card)]
  const read = nodes.flatMap((node) => READ.map((key) => node[key]))
  const facts = nodes.flatMap((node) => list(node.facts)).map((fact) => (isNode(fact) ? fact.value : ''))
  return [...read, ...facts].filter(filled).join('\n')
}

/**
 * What is wrong with a card; nothing when it may be sent.
 * Parsed and validated by the renderer that Teams is built on, then held to the house's own rules.
 */
export function checkCard(card: unknown): string[] {
  if (!isNode(card)) return ['is not an object']
  return [...byRenderer(card), ...byShape(card), ...[...nodesOf(card)].flatMap(byNode)]
}

function byRenderer(card: Node): string[] {
  const parsed = new ac.AdaptiveCard()
  parsed.hostConfig = new ac.HostConfig({ actions: { maxActions: MOST_ACTIONS } })
  const context = new ac.SerializationContext()
  // The renderer's own look at `lang` says no every second time (a global expression that keeps its place).
  const { lang: _, ...rest } = structuredClone(card)
  parsed.parse(rest, context)
  const problems: string[] = []
  for (let at = 0; at < context.eventCount; at += 1)
    problems.push(`parse: ${context.getEventAt(at)?.message}`)
  for (const event of parsed.validateProperties().validationEvents)
    problems.push(`validate: ${event.message}`)
  return problems
}

function byShape(card: Node): string[] {
  const problems: string[] = []
  const bytes = sizeOf(card)
  if (bytes >= MOST_CARD_BYTES) problems.push(`size: ${bytes} bytes`)
  if (card.version !== '1.5' && card.version !== '1.2') problems.push('version: is not 1.5 or 1.2')
  // What it says to need is all that it needs; a client that knows no more shows all of it.
  if (card.version === '1.2') problems.push(...newerThan(card, '1.2').map((it) => `version: ${it}`))
  if (card.lang !== 'nl' && card.lang !== 'en') problems.push('lang: is not set to nl or en')
  for (const key of ['speak', 'fallbackText']) if (!filled(card[key])) problems.push(`${key}: is not set`)
  if ('refresh' in card) problems.push('refresh: is pushed to everyone')
  if (/\bundefined\b|\[object Object\]|\bNaN\b|Invalid DateTime/.test(wordsOf(card)))
    problems.push('words: something that was not there is shown')
  const titles = [...nodesOf(card)]
    .filter((node) => typeOf(node).startsWith('Action.'))
    .map((node) => String(node.title))
  for (const twice of new Set(titles.filter((title, at) => titles.indexOf(title) < at)))
    problems.push(`buttons: two are called ${twice}`)
  problems.push(...byHeadings(card))
  const ids = new Set([...nodesOf(card)].map((node) => node.id).filter((id) => typeof id === 'string'))
  for (const node of nodesOf(card)) {
    for (const target of list(node.targetElements)) {
      const id = isNode(target) ? target.elementId : target
      if (!ids.has(String(id))) problems.push(`toggle: there is no ${String(id)}`)
    }
  }
  return problems
}

/** What looks like a heading is one, and each part has one: a screen reader goes from heading to heading. */
function byHeadings(card: Node): string[] {
  const texts = [...nodesOf(card)].filter((node) => typeOf(node) === 'TextBlock')
  const looks = texts.filter(
    ({ weight, size, style }) =>
      weight === 'Bolder' && (size === 'Medium' || size === 'Large') && style !== 'heading',
  )
  const apart = [...nodesOf(card)].filter(
    (node) =>
      typeOf(node) === 'Container' &&
      list(node.items).filter((item) => isNode(item) && item.style === 'heading').length > 1,
  )
  return [
    ...looks.map(({ text }) => `heading: "${String(text)}" only looks like one`),
    ...apart.map(() => 'heading: one part has two'),
    ...byOrder(card),
  ]
}

/** How large a heading is; one has no size of its own in the parts of a reporter's card. */
const LEVELS: readonly unknown[] = ['ExtraLarge', 'Large', 'Medium', undefined]
const isHeading = (node: Node): boolean => typeOf(node) === 'TextBlock' && node.style === 'heading'
/** A box that tells somebody to call 112. */
const isEmergency = (node: Node): boolean =>
  typeOf(node) === 'Container' &&
  node.style === 'attention' &&
  [...nodesOf(node.items)].some(
    (each) => typeof each.text === 'string' && /\b(?:Bel|Bel nu|Call) 112\b/.test(each.text),
  )

/** A card without what is folded away in it. */
const unfolded = (value: unknown): unknown => {
  if (Array.isArray(value))
    return value.flatMap((each) => (isNode(each) && each.isVisible === false ? [] : [unfolded(each)]))
  if (!isNode(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, unfolded(it)]))
}

/** Each card begins with its title, 112 has the first heading of all, and no part has a larger one than the title. */
function byOrder(card: Node): string[] {
  const seen = [...nodesOf(unfolded(card))]
  const hidden = [...nodesOf(card)]
    .filter((each) => each.isVisible === false)
    .map((each) => [...nodesOf(each)])
  return [
    ...(seen.some(isHeading) ? [] : ['heading: the card has none']),
    ...[seen, ...hidden].flatMap(inOrder),
  ]
}

function inOrder(nodes: readonly Node[]): string[] {
  const headings = nodes.filter(isHeading)
  const [first] = headings
  const emergencies = nodes.filter(isEmergency)
  const urgent = new Set(emergencies.flatMap((each) => [...nodesOf(each)].filter(isHeading)))
  if (emergencies.length > 0 && (!first || !urgent.has(first)))
    return ['heading: the one of 112 is not the first']
  const [title, ...parts] = headings.filter((each) => !urgent.has(each))
  const level = LEVELS.indexOf(title?.size)
  return parts
    .filter(({ size }) => LEVELS.indexOf(size) < level)
    .map(({ text }) => `heading: "${String(text)}" is larger than the title`)
}

/** What begins a line that says in words what its colour says. */
const SIGNS = /^(?:Let op: |Te laat[:. ]|Rechtgezet door |Please note: |Overdue[:. ]|Corrected by )/
const COLOURS = new Set(['attention', 'warning', 'good'])
const inColour = (value: unknown): boolean => typeof value === 'string' && COLOURS.has(value.toLowerCase())

/** Nothing is said by colour alone (WCAG 1.4.1): a box has a heading or such a line first, and a line is such a line. */
function byColour(node: Node): string[] {
  const says = (text: unknown): boolean => typeof text === 'string' && SIGNS.test(text)
  const type = typeOf(node)
  if (type === 'TextBlock' && inColour(node.color) && !says(node.text))
    return [`colour: "${String(node.text)}" says it by colour alone`]
  if ((type !== 'Container' && type !== 'Column') || !inColour(node.style)) return []
  const inside = [...nodesOf(node.items)].filter((each) => typeOf(each) === 'TextBlock')
  const said = inside.some(isHeading) || says(inside[0]?.text)
  return said ? [] : [`colour: the box of "${String(inside[0]?.text)}" says it by colour alone`]
}

function byNode(node: Node): string[] {
  const problems: string[] = []
  const type = typeOf(node)
  const primary = list(node.actions).filter((action) => !isNode(action) || action.mode !== 'secondary')
  if (primary.length > MOST_ACTIONS) problems.push(`actions: ${primary.length} on one ${type}`)
  if (type.startsWith('Action.')) {
    if (!ACTIONS.has(type)) problems.push(`action: ${type} does not work everywhere`)
    if (!filled(node.title)) problems.push(`action: a ${type} has no title`)
    if (String(node.title).length > MOST_TITLE) problems.push(`title: "${String(node.title)}" is cut off`)
  }
  if (type.startsWith('Input.')) {
    if (!filled(node.id)) problems.push(`input: a ${type} has no id`)
    if (!filled(node.label)) problems.push(`label: ${named(node)} has none`)
    if (node.isRequired === true && !filled(node.errorMessage))
      problems.push(`error: ${named(node)} is required and does not say so`)
  }
  if (type === 'TextBlock' && node.wrap !== true) problems.push(`wrap: "${String(node.text)}" is cut off`)
  if (type === 'TextBlock' && !filled(node.text)) problems.push('text: a TextBlock is empty')
  problems.push(...byColour(node))
  if (type === 'Image' && !filled(node.altText)) problems.push('altText: an image has none')
  return problems
}
