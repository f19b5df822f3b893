/** A set of words that stand apart by spaces in the lists. */
export const wordSet = (...lists: readonly string[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => list.split(/\s/)).filter((word) => word !== ''))
