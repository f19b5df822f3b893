/**
 * Weighs what is met in a text. Two readers that know nothing of each other, with fixed weights between them: the concept
 * model sees which concepts stand together, the text model sees the words. Without a hazard among the concepts nothing
 * rings; the text model alone may only ask.
 */
import { conceptFeatures, textFeatures } from '../model/features.ts'
import { marginAt, marginOf } from '../model/linear.ts'
import { placedScore } from '../model/textModel.ts'
import { CONCEPT_WEIGHTS, LEVELS, TEXT } from '../model/weights.ts'
import { conceptsIn, type Hit, isHazard } from './conceptsIn.ts'
import { type Token, tokensOf } from './tokens.ts'
import { type Window, windowsOf } from './windows.ts'

/** What the two readers weigh together. */
export const WEIGHT = { text: 0.75, concepts: 0.25 } as const

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
  let first = 0
  const pieces: Weighed[] = []
  for (const window of windowsOf(tokens)) {
    while ((hits[first]?.first ?? Number.POSITIVE_INFINITY) < window.from) first += 1
    const mine: Hit[] = []
    for (let at = first; at < hits.length; at += 1) {
      const hit = hits[at]
      if (hit === undefined || hit.first >= window.to) break
      if (hit.last < window.to) mine.push(hit)
    }
    const last = tokens[window.to - 1]
    if (last === undefined || last.message < fresh) continue
    pieces.push(weighed(messages, tokens, window, mine))
  }
  return { tokens, pieces }
}

function weighed(messages: readonly string[], tokens: readonly Token[], window: Window, hits: readonly Hit[]): Weighed {
  const placed = placedScore(() => typed(messages, tokens, window))
  const text = placed === undefined ? marginOf(TEXT, textFeatures(tokens, window.from, window.to, hits)) : marginAt(placed)
  const margin = WEIGHT.text * text + WEIGHT.concepts * marginOf(CONCEPT_WEIGHTS, conceptFeatures(tokens, hits))
  const level = margin > LEVELS.ring && hits.some(isHazard) ? 'ring' : margin > LEVELS.ask ? 'ask' : 'none'
  return { window, margin, level, hits }
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
