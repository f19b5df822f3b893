/** Places in what was typed. */
import type { Passage } from './reading.ts'

/** Every place where a pattern (with the flag g) is found in the messages. */
export const passagesOf = (messages: readonly string[], pattern: RegExp): Passage[] =>
  messages.flatMap((text, message) =>
    [...text.matchAll(pattern)].map((found) => ({
      message,
      from: found.index,
      to: found.index + found[0].length,
      words: found[0],
    })),
  )
