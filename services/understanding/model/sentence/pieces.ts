/** How a word becomes pieces that a model knows: WordPiece (BERT) and byte-level BPE (RoBERTa). */
import type { BytePairsFile, WordPieceFile } from './tokenizerFile.ts'

/** The numbers of the pieces of one word. */
export type Pieces = (word: string) => readonly number[]

/** The longest piece that is known, from the left, again and again; a word of which a part is unknown is unknown. */
export function wordPieces(file: WordPieceFile): Pieces | undefined {
  const vocabulary = new Map(Object.entries(file.vocab))
  const unknown = vocabulary.get(file.unk_token)
  if (unknown === undefined) return undefined
  const longest = Math.max(0, ...Array.from(new Set(Array.from(vocabulary.keys(), (piece) => piece.length))))
  return (word) => {
    const signs = [...word]
    if (signs.length > file.max_input_chars_per_word) return [unknown]
    const found: number[] = []
    let from = 0
    while (from < signs.length) {
      let to = Math.min(signs.length, from + longest)
      let id: number | undefined
      for (; to > from; to -= 1) {
        id = vocabulary.get((from > 0 ? file.continuing_subword_prefix : '') + signs.slice(from, to).join(''))
        if (id !== undefined) break
      }
      if (id === undefined) return [unknown]
      found.push(id)
      from = to
    }
    return found
  }
}

/** A longer word is cut here first: no word that people write is, and joining costs the square of its length. */
const LONGEST_WORD = 256

/** The two that are joined before all others, again and again, beginning with single signs. */
export function bytePairs(file: BytePairsFile): Pieces {
  const vocabulary = new Map(Object.entries(file.vocab))
  const ranks = new Map(file.merges.map(([one, other], rank) => [`${one} ${other}`, rank]))
  const unknown = file.unk_token === null ? undefined : vocabulary.get(file.unk_token)
  const joined = (word: string): string[] => {
    const parts = [...word]
    for (;;) {
      let first = -1
      let lowest = Number.POSITIVE_INFINITY
      for (let at = 0; at + 1 < parts.length; at += 1) {
        const rank = ranks.get(`${parts[at]} ${parts[at + 1]}`)
        if (rank !== undefined && rank < lowest) {
          lowest = rank
          first = at
        }
      }
      if (first < 0) return parts
      parts.splice(first, 2, `${parts[first]}${parts[first + 1]}`)
    }
  }
  const idsOf = (word: string): number[] => {
    const whole = file.ignore_merges ? vocabulary.get(word) : undefined
    if (whole !== undefined) return [whole]
    return joined(word).flatMap((part) => {
      const id = vocabulary.get(part) ?? unknown
      return id === undefined ? [] : [id]
    })
  }
  return (word) => {
    if (word.length <= LONGEST_WORD) return idsOf(word)
    const ids: number[] = []
    for (let at = 0; at < word.length; at += LONGEST_WORD)
      ids.push(...idsOf(word.slice(at, at + LONGEST_WORD)))
    return ids
  }
}
