/** How sure the writer is (A011). */
import type { Certainty } from '../../signal/words.ts'
import { passagesOf } from '../passages.ts'
import type { Proposal } from '../reading.ts'

/** As the words say it; undefined where they do not. */
export function readCertainty(messages: readonly string[]): Proposal<Certainty> {
  const gut = passagesOf(messages, /\b(?:onderbuik\w{0,8}|gevoel dat|vaag gevoel)\b/gi)
  if (gut.length > 0) return { value: 'gut', sure: 'likely', because: gut }
  const sure = passagesOf(messages, /\b(?:zelf gezien|weet zeker)\b/gi)
  return sure.length > 0 ? { value: 'sure', sure: 'likely', because: sure } : undefined
}
