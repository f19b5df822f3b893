/**
 * A citizen service number that was typed in pieces, each in a message of its own: first "123456", then "782". It is hidden
 * as one would be (I.8): every piece of it becomes a mark. Pure; time grows with the number of messages.
 */
import { digitsIn, maskBsn } from './find.ts'

/** Digits and what people put between them, at the end of a message and at the beginning of the next. */
const TAIL = /(?:\p{N}[\s./-]{0,2}){1,9}$/u
const HEAD = /^\s{0,4}(?:\p{N}[\s./-]{0,2}){1,9}/u
/** Nothing but that. */
const ONLY = /^\s{0,4}(?:\p{N}[\s./-]{0,2}){1,9}$/u
/** How much of a message is looked at: digits with signs between them, and words around them. */
const PIECE = 40
const AROUND = 60
/** Of how many messages a number can be: one digit in each. */
const MOST_PIECES = 9

type Piece = { message: number; from: number; to: number; digits: string }

function tailOf(text: string, message: number): Piece | undefined {
  const start = Math.max(0, text.length - PIECE)
  const found = TAIL.exec(text.slice(start))
  return found
    ? { message, from: start + found.index, to: text.length, digits: digitsIn(found[0]) }
    : undefined
}

function headOf(text: string, message: number): Piece | undefined {
  const [found] = HEAD.exec(text.slice(0, PIECE)) ?? []
  if (found === undefined) return undefined
  const from = found.length - found.trimStart().length
  return { message, from, to: found.trimEnd().length, digits: digitsIn(found) }
}

const isOnly = (text: string): boolean => text.length <= PIECE && ONLY.test(text)

const lengthOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, { digits }) => sum + digits.length, 0)

/** Is it such a number, with the words around it? Only digits that are a number together, and no longer row of them. */
function isNumber(texts: readonly string[], pieces: readonly Piece[]): boolean {
  const [first] = pieces
  const last = pieces.at(-1)
  if (!first || !last) return false
  const before = (texts[first.message] ?? '').slice(Math.max(0, first.from - AROUND), first.from)
  const after = (texts[last.message] ?? '').slice(last.to, last.to + AROUND)
  const digits = pieces.map((piece) => piece.digits).join('')
  const { found } = maskBsn(`${before}${digits}${after}`)
  return found.some(({ was }) => digitsIn(was) === digits)
}

/** The pieces of a number that ends in this message and began in one before it. */
function piecesTo(texts: readonly string[], message: number): Piece[] | undefined {
  const head = headOf(texts[message] ?? '', message)
  if (!head) return undefined
  let pieces = [head]
  for (let at = message - 1; at >= 0 && pieces.length < MOST_PIECES; at -= 1) {
    const tail = tailOf(texts[at] ?? '', at)
    if (!tail || lengthOf(pieces) + tail.digits.length > 9) return undefined
    pieces = [tail, ...pieces]
    if (lengthOf(pieces) >= 8 && isNumber(texts, pieces)) return pieces
    if (!isOnly(texts[at] ?? '')) return undefined
  }
  return undefined
}

/**
 * Messages that follow each other, with marks in the place of every piece of such a number. The same list where there is
 * none.
 * @param texts the messages, the oldest first; what stands in one message is hidden already (`maskBsn`)
 * @param from the first message that is new: what came before is looked at only as what it goes on from
 */
export function hideAcross(texts: readonly string[], mark: string, from = 1): readonly string[] {
  let hidden = texts
  for (let message = Math.max(1, from); message < texts.length; message += 1) {
    const pieces = piecesTo(hidden, message)
    if (!pieces) continue
    hidden = hidden.map((text, at) => {
      const piece = pieces.find((each) => each.message === at)
      return piece ? `${text.slice(0, piece.from)}${mark}${text.slice(piece.to)}` : text
    })
  }
  return hidden
}
