/**
 * Weighs what is met in a text. Two readers that know nothing of each other, with fixed weights between them: the concept
 * model sees which concepts stand together, the text model sees the words. Without a hazard among the concepts nothing
 * rings; the text model alone may only ask.
 */
import { marginIn, type Stretch } from '../model/features.ts'
import { marginAt } from '../model/linear.ts'
import { placedScore } from '../model/textModel.ts'
import { CONCEPT_WEIGHTS, LEVELS, TEXT } from '../model/weights.ts'
import { conceptsIn, type Hit, isHazard } from './conceptsIn.ts'
import { isElsewhere } from './languages.ts'
import { type Token, tokensOf } from './tokens.ts'
import { type Window, windowsOf } from './windows.ts'

/** What the two readers weigh together. */
export const WEIGHT = { text: 0.85, concepts: 0.15, cry: 0.7 } as const

/** Danger that is said in so many words. */
const CRY = 'cry'
/** What makes of such words something else. */
const NOT_MEANT: ReadonlySet<string> = new Set([
  'joke',
  'exaggeration',
  'training',
  'news',
  'newsReaction',
  'task',
  'hypothesis',
  'inCaseOf',
  'handled',
  'denied',
  'later',
  'year',
  'about',
  'custody',
  'kitchen',
  'creature',
])

/** In a longer text a cry weighs as much as everything else. */
const CRY_MOST = 14

/** A short cry weighs by itself, unless something says that it is no cry, or that it is long past and not now. */
export function cryIn(hits: readonly Hit[], words: number): number {
  if (words > CRY_MOST) return 0
  let cry = false
  let past = false
  let now = false
  for (const { concept } of hits) {
    if (concept === CRY) cry = true
    else if (concept === 'past') past = true
    else if (concept === 'now' || concept === 'soon') now = true
    else if (NOT_MEANT.has(concept)) return 0
  }
  return cry && (now || !past) ? WEIGHT.cry : 0
}

/**
 * In so many words some piece always sounds like danger without any word of it: there only pieces with a hazard are
 * weighed.
 */
const PAGES = 2_000

/** A piece of the text, how much it weighs, and what was met in it. */
export type Weighed = { window: Window; margin: number; level: 'none' | 'ask' | 'ring'; hits: readonly Hit[] }

/** Tokens and the pieces in which they were weighed. */
export type WeighedText = { tokens: readonly Token[]; pieces: readonly Weighed[] }

/**
 * @param fresh what stands wholly before this message is not weighed anew
 */
export function weigh(messages: readonly string[], fresh = 0): WeighedText {
  const tokens = tokensOf(messages)
  const hits = conceptsIn(tokens)
  const begins = beginsOf(tokens, hits)
  const levels = isElsewhere(tokens) ? LEVELS.elsewhere : LEVELS.here
  const pieces: Weighed[] = []
  for (const window of windowsOf(tokens)) {
    const mine: Hit[] = []
    for (let at = begins[window.from] ?? hits.length; at < hits.length; at += 1) {
      const hit = hits[at]
      if (hit === undefined || hit.first >= window.to) break
      if (hit.last < window.to) mine.push(hit)
    }
    const last = tokens[window.to - 1]
    if (last === undefined || last.message < fresh) continue
    if (tokens.length > PAGES && !mine.some(isHazard)) continue
    const margin = marginOf(messages, tokens, window, mine)
    pieces.push({ window, margin, level: levelOf(margin, mine, levels), hits: mine })
  }
  return { tokens, pieces }
}

/** For each token, which hit is the first that begins there or later. */
function beginsOf(tokens: readonly Token[], hits: readonly Hit[]): Int32Array {
  const begins = new Int32Array(tokens.length)
  let hit = 0
  for (let at = 0; at < tokens.length; at += 1) {
    while ((hits[hit]?.first ?? Number.POSITIVE_INFINITY) < at) hit += 1
    begins[at] = hit
  }
  return begins
}

function marginOf(
  messages: readonly string[],
  tokens: readonly Token[],
  window: Window,
  hits: readonly Hit[],
): number {
  const stretch: Stretch = { tokens, ...window, hits }
  const placed = placedScore(() => typed(messages, tokens, window))
  const text = placed === undefined ? marginIn(TEXT, 'text', stretch) : marginAt(placed)
  const concepts = marginIn(CONCEPT_WEIGHTS, 'concepts', stretch)
  const cry = cryIn(hits, window.to - window.from)
  return WEIGHT.text * text + WEIGHT.concepts * concepts + cry - window.less
}

function levelOf(margin: number, hits: readonly Hit[], { ring, ask }: typeof LEVELS.here): Weighed['level'] {
  if (margin > ring && hits.some(isHazard)) return 'ring'
  return margin > ask ? 'ask' : 'none'
}

/** What was typed in each piece: as a text model that is placed is asked about it. */
export function textsWeighed(messages: readonly string[]): string[] {
  const tokens = tokensOf(messages)
  return windowsOf(tokens).map((window) => typed(messages, tokens, window))
}

/** What was typed in a piece, with line ends between messages. */
function typed(messages: readonly string[], tokens: readonly Token[], { from, to }: Window): string {
  const begin = tokens[from]
  const end = tokens[to - 1]
  if (begin === undefined || end === undefined) return ''
  return messages
    .slice(begin.message, end.message + 1)
    .map((text, at, all) =>
      text.slice(at === 0 ? begin.from : 0, at === all.length - 1 ? end.to : text.length),
    )
    .join('\n')
}
