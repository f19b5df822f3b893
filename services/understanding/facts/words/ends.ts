/** Looks at the end of a word without trying every end: most words end with no two letters of any. */

/** Does a word end with one of these, each of two letters at least, with `before` letters at least before it? */
export function endsOf(ends: readonly string[], before: number): (word: string) => boolean {
  const byTail = new Map<string, string[]>()
  for (const end of ends) byTail.set(end.slice(-2), [...(byTail.get(end.slice(-2)) ?? []), end])
  return (word) => {
    const some = byTail.get(word.slice(-2))
    if (some === undefined) return false
    return some.some((end) => word.length >= end.length + before && word.endsWith(end))
  }
}
