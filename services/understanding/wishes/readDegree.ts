/** Who may know the writer's name, as the words ask (I.1). */
import type { Degree } from '../../signal/words.ts'
import { passagesOf } from '../passages.ts'
import type { Proposal } from '../reading.ts'

/** The degree that the words ask for; undefined where they do not say. */
export function readDegree(messages: readonly string[]): Proposal<Degree> {
  const anonymous = passagesOf(messages, /\b(?:anoniem|anonymous(?:ly)?)\b/gi)
  if (anonymous.length > 0) return { value: 'anonymous', sure: 'likely', because: anonymous }
  const unknown = passagesOf(messages, /\b(?:zonder|niet met) mijn naam\b|\bmijn naam (?:niet|geheim)\b/gi)
  return unknown.length > 0 ? { value: 'unknown', sure: 'likely', because: unknown } : undefined
}
