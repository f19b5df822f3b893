/** Messages as what is learnt from: the pieces in which they are weighed, and the features of each. */
import { conceptsIn, isHazard } from '../../services/understanding/danger/conceptsIn.ts'
import { isElsewhere } from '../../services/understanding/danger/languages.ts'
import { tokensOf } from '../../services/understanding/danger/tokens.ts'
import { cryIn, WEIGHT } from '../../services/understanding/danger/weigh.ts'
import { type Window, windowsOf } from '../../services/understanding/danger/windows.ts'
import { featuresOf } from '../../services/understanding/model/features.ts'
import { type Features, type Linear, marginOf } from '../../services/understanding/model/linear.ts'
import type { Hand, Message } from './corpus.ts'
import { type Example, learn } from './learn.ts'

export type Piece = { text: Features; concepts: Features; hazard: boolean; cry: number; less: number }
/** `elsewhere`: in another language than Dutch and English. */
export type Row = {
  hand: string
  at: number
  message: Message
  elsewhere: boolean
  whole: Piece
  pieces: readonly Piece[]
}

export function rowsOf({ name, messages }: Hand): Row[] {
  return messages.map((message, at) => {
    const tokens = tokensOf(message.messages)
    const hits = conceptsIn(tokens)
    const piece = ({ from, to, less }: Window): Piece => {
      const mine = hits.filter(({ first, last }) => first >= from && last < to)
      const stretch = { tokens, from, to, hits: mine }
      return {
        text: featuresOf('text', stretch),
        concepts: featuresOf('concepts', stretch),
        hazard: mine.some(isHazard),
        cry: cryIn(mine, to - from),
        less,
      }
    }
    const pieces = windowsOf(tokens).map(piece)
    return {
      hand: name,
      at,
      message,
      elsewhere: isElsewhere(tokens),
      whole: piece({ from: 0, to: tokens.length, less: 0 }),
      pieces,
    }
  })
}

const TARGET = { ring: 1, ask: 0.6, none: 0 } as const

/** Sentences of one hand that were made to test words, or by one hand in two hours, count for less. */
const COUNTS: Readonly<Record<string, number>> = { hand00: 0.5, house: 0.6 }
/** What must ring in the tests is learnt all the same. */
const HOUSE_ACUTE = 1.6

/** Danger may stand in any piece of a long message, so it is learnt whole; where there is none, there is none in any. */
function examplesOf(rows: readonly Row[], of: (piece: Piece) => Features): Example[] {
  return rows.flatMap(({ hand, message, whole, pieces }) => {
    const y = TARGET[message.danger]
    const weight = hand === 'house' && y > 0 ? HOUSE_ACUTE : (COUNTS[hand] ?? 1)
    if (y > 0 || pieces.length < 2) return [{ features: of(whole), y, weight }]
    return pieces.map((piece) => ({ features: of(piece), y, weight: (1.5 * weight) / pieces.length }))
  })
}

export type Models = { text: Linear; concepts: Linear }

export const learnt = (rows: readonly Row[]): Models => ({
  text: learn(
    examplesOf(rows, ({ text }) => text),
    { rounds: 12, step: 0.5, shrink: 1e-4 },
  ),
  concepts: learn(
    examplesOf(rows, ({ concepts }) => concepts),
    { rounds: 12, step: 0.5, shrink: 1e-4 },
  ),
})

/** `ring`: of the heaviest piece with a hazard; `ask`: of the heaviest piece. */
export type Margins = { ring: number; ask: number }

export function marginsOf({ text, concepts }: Models, { pieces }: Row): Margins {
  const margins = { ring: Number.NEGATIVE_INFINITY, ask: Number.NEGATIVE_INFINITY }
  for (const piece of pieces) {
    const margin =
      WEIGHT.text * marginOf(text, piece.text) +
      WEIGHT.concepts * marginOf(concepts, piece.concepts) +
      piece.cry -
      piece.less
    margins.ask = Math.max(margins.ask, margin)
    if (piece.hazard) margins.ring = Math.max(margins.ring, margin)
  }
  return margins
}
