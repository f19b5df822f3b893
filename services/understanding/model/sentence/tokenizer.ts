/** A text as the numbers that a model takes, by its `tokenizer.json`. */
import { normalise } from './normalise.ts'
import { bytePairs, type Pieces, wordPieces } from './pieces.ts'
import { preTokenise } from './preTokenise.ts'
import { type ProcessorPart, TokenizerFile } from './tokenizerFile.ts'

/**
 * @param text as typed: what looks like a special token in it is read as words
 * @returns at most `maxTokens` numbers, those around the text included; what does not fit is left out at the end
 */
export type Tokenizer = (text: string) => number[]

/** So many UTF-16 units of a text are read for one token: what is longer does not fit in any case. */
const UNITS_PER_TOKEN = 24

/** What stands before and behind a text. Undefined: it names a token that is not there. */
function endsOf(parts: readonly ProcessorPart[]): { before: number[]; behind: number[] } | undefined {
  const before: number[] = []
  const behind: number[] = []
  for (const part of parts) {
    switch (part.type) {
      case 'BertProcessing':
      case 'RobertaProcessing':
        before.push(part.cls[1])
        behind.push(part.sep[1])
        break
      case 'ByteLevel':
        break
      case 'TemplateProcessing': {
        let into = before
        for (const piece of part.single) {
          if ('Sequence' in piece) {
            into = behind
            continue
          }
          const ids = part.special_tokens[piece.SpecialToken.id]?.ids
          if (ids === undefined) return undefined
          into.push(...ids)
        }
        break
      }
      default:
        return part satisfies never
    }
  }
  return { before, behind }
}

function piecesOf({ model, pre_tokenizer }: TokenizerFile): Pieces | undefined {
  if (model.type === 'WordPiece') return wordPieces(model)
  // Without the signs of bytes there is no number for most of what people type.
  return pre_tokenizer.some(({ type }) => type === 'ByteLevel') ? bytePairs(model) : undefined
}

/** @returns undefined where the file is no tokenizer of a kind that is known here, or leaves no room for words */
export function tokenizerOf(json: unknown, maxTokens: number): Tokenizer | undefined {
  const parsed = TokenizerFile.safeParse(json)
  if (!parsed.success) return undefined
  const file = parsed.data
  const pieces = piecesOf(file)
  const ends = endsOf(file.post_processor)
  if (pieces === undefined || ends === undefined) return undefined
  const room = maxTokens - ends.before.length - ends.behind.length
  if (room < 1) return undefined
  return (text) => {
    const ids: number[] = []
    const beginning = text.slice(0, maxTokens * UNITS_PER_TOKEN)
    for (const word of preTokenise(file.pre_tokenizer, normalise(file.normalizer, beginning))) {
      if (ids.length >= room) break
      ids.push(...pieces(word))
    }
    return [...ends.before, ...ids.slice(0, room), ...ends.behind]
  }
}
