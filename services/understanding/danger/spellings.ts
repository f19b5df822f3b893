/** How words are typed in a chat or said in a dialect, and what they stand for. Read from `data/spellings.json`. */
import { CHAT_SPELLINGS } from '../../content/concepts.ts'

/** What is typed, and the words that are read for it. */
export const SPELLINGS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(CHAT_SPELLINGS).map(([typed, meant]) => [typed, meant.split(' ')]),
)
