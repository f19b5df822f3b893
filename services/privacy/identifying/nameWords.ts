/** Words that stand between the parts of a name. */

/** Stand between the parts of a name, and are none. */
const BETWEEN: ReadonlySet<string> = new Set(
  [
    "van von der den de het ter ten te 't op aan bij in el al bin ibn la le di da del dos das een the and",
    'jr sr',
  ]
    .join(' ')
    .split(' '),
)
/** Stands between the parts of a name, and says nothing of whose it is. */
export const isBetween = (word: string): boolean => BETWEEN.has(word)
