/**
 * In which pieces a text is weighed. A short one is weighed whole: what the next sentence says may make a sentence
 * harmless. Of a long one each piece of some sentences is, so that one cry within pages is not drowned.
 */
import type { Token } from './tokens.ts'

/** From token to token (exclusive). `less`: by how much it weighs less: many pieces have many chances to seem heavy. */
export type Window = { from: number; to: number; less: number }

/** So many words are weighed whole. */
export const WHOLE = 70
const PIECE = 28
const OF_MANY = 0.6
/** A sentence of a short text has to be clear by itself: the others may say that it is nothing. */
const OF_FEW = 2.5
/** In longer texts no piece overlaps the next: each sentence is weighed by itself all the same. */
const OVERLAPS = 2_000

export function windowsOf(tokens: readonly Token[]): Window[] {
  if (tokens.length <= WHOLE) {
    const sentences = sentencesOf(tokens, OF_FEW)
    return [{ from: 0, to: tokens.length, less: 0 }, ...(sentences.length > 1 ? sentences : [])]
  }
  const windows: Window[] = []
  let from = 0
  while (from < tokens.length) {
    const to = endOf(tokens, from, PIECE)
    windows.push({ from, to, less: OF_MANY })
    if (to >= tokens.length) break
    // The next begins half way, at the beginning of a clause where there is one.
    from =
      tokens.length > OVERLAPS
        ? to
        : Math.max(from + 1, Math.min(to, endOf(tokens, from, Math.ceil((to - from) / 2))))
  }
  return [...windows, ...sentencesOf(tokens, 0)]
}

/** Each sentence by itself: what stands around a cry may have nothing to do with it. */
function sentencesOf(tokens: readonly Token[], less: number): Window[] {
  const windows: Window[] = []
  let from = 0
  for (let at = 1; at <= tokens.length; at += 1) {
    if (at < tokens.length && tokens[at]?.sentence === tokens[from]?.sentence && at - from < PIECE) continue
    windows.push({ from, to: at, less })
    from = at
  }
  return windows
}

/** At most so many words from there, ending where a clause does if that is not too soon. */
function endOf(tokens: readonly Token[], from: number, most: number): number {
  const end = Math.min(tokens.length, from + most)
  for (let at = end; at > from + most / 2; at -= 1) {
    if (at === tokens.length || tokens[at]?.clause !== tokens[at - 1]?.clause) return at
  }
  return end
}
