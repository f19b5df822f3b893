/** The text model that comes with the product: linear, small, and it says why. */
import { conceptsIn } from '../danger/conceptsIn.ts'
import { tokensOf } from '../danger/tokens.ts'
import { marginIn, namedFeatures } from './features.ts'
import { likelihood } from './linear.ts'
import type { TextModel, TextReason } from './textModel.ts'
import { TEXT } from './weights.ts'

const REASONS = 8

export const ownModel: TextModel = {
  name: 'linear',
  score(text) {
    const tokens = tokensOf([text])
    const hits = conceptsIn(tokens)
    const score = likelihood(marginIn(TEXT, 'text', { tokens, from: 0, to: tokens.length, hits }))
    const seen = new Map<string, TextReason>()
    for (const [feature, place] of namedFeatures(tokens, hits)) {
      seen.set(feature, { feature, weight: (TEXT.weights[place] ?? 0) * TEXT.scale })
    }
    const reasons = [...seen.values()].sort((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
    return { score, reasons: reasons.slice(0, REASONS) }
  },
}
