/**
 * Typing errors between two written words: a letter too many, one missing, another one, two that changed places
 * (Damerau, each stretch edited once). It compares spellings only.
 */

/** Nothing longer is compared letter by letter: what stands behind it is left out on both sides. */
const LONGEST = 60

/**
 * How many typing errors lie between two words, or `most + 1` when there are more. Takes time of length × `most`,
 * over at most sixty letters of each.
 */
export function typingErrors(one: string, other: string, most = 3): number {
  if (one === other) return 0
  const a = one.slice(0, LONGEST)
  const b = other.slice(0, LONGEST)
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = new Array<number>(b.length + 1).fill(most + 1)
    row[0] = i
    let least = i
    const from = Math.max(1, i - most)
    const to = Math.min(b.length, i + most)
    for (let j = from; j <= to; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(
        (above[j - 1] ?? 0) + (same ? 0 : 1),
        (above[j] ?? most) + 1,
        (row[j - 1] ?? most) + 1,
      )
      const turned = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (turned) cost = Math.min(cost, (before[j - 2] ?? most) + 1)
      row[j] = cost
      least = Math.min(least, cost)
    }
    // A turned pair reaches back over one row, so one row above the bound is not yet the end.
    if (least > most && Math.min(...above) > most) return most + 1
    before = above
    above = row
  }
  return Math.min(above[b.length] ?? most + 1, most + 1)
}

/** The word itself and every form of it that lacks one letter: two words with one typing error between them share one. */
export function withoutOne(word: string): string[] {
  const cut = word.slice(0, LONGEST)
  const found = new Set([cut])
  for (let at = 0; at < cut.length; at++) found.add(cut.slice(0, at) + cut.slice(at + 1))
  return [...found]
}

/** How alike two words are, from 0 to 1: letters in common that stand near each other, with more for an equal beginning (Jaro–Winkler). */
export function likeness(one: string, other: string): number {
  const a = one.slice(0, LONGEST)
  const b = other.slice(0, LONGEST)
  if (a === b) return 1
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const taken = new Array<boolean>(b.length).fill(false)
  const inA: string[] = []
  for (let i = 0; i < a.length; i++) {
    for (let j = Math.max(0, i - reach); j < Math.min(b.length, i + reach + 1); j++) {
      if (taken[j] || a[i] !== b[j]) continue
      taken[j] = true
      inA.push(a[i] ?? '')
      break
    }
  }
  if (inA.length === 0) return 0
  const inB = [...b].filter((_, j) => taken[j])
  const turned = inA.filter((letter, at) => letter !== inB[at]).length / 2
  const common = inA.length
  const jaro = (common / a.length + common / b.length + (common - turned) / common) / 3
  let head = 0
  while (head < 4 && head < a.length && a[head] === b[head]) head++
  return jaro + head * 0.1 * (1 - jaro)
}

/** Which letters a word has, a bit each of the 26: what two words differ in is counted before they are compared. */
export function lettersIn(word: string): number {
  let bits = 0
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at) - 97
    if (letter >= 0 && letter < 26) bits |= 1 << letter
  }
  return bits
}

/** At least so many typing errors lie between two words with these letters: each adds and takes one at most. */
export function leastErrors(one: number, other: number): number {
  let apart = one ^ other
  let count = 0
  for (; apart !== 0; apart &= apart - 1) count++
  return Math.ceil(count / 2)
}
