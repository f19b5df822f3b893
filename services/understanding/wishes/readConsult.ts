/** Does the writer want to think along first (A007)? */
import { passagesOf } from '../passages.ts'
import type { Finding } from '../reading.ts'

/** The words that ask it; undefined where none do. */
export function readConsult(messages: readonly string[]): Finding | undefined {
  const because = passagesOf(messages, /\b(?:sparren|twijfel|weet niet of (?:dit|het)|even overleggen)\b/gi)
  return because.length > 0 ? { sure: 'likely', because } : undefined
}
