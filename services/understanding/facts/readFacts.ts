/** Facts with their place in the text: what can be looked up (A062, A063). */
import { passagesOf } from '../passages.ts'
import type { Fact } from '../reading.ts'

/** Telephone numbers and addresses as they are written. */
export function readFacts(messages: readonly string[]): readonly Fact[] {
  const telephones = passagesOf(messages, /\b0\d{1,3}[ -]?\d{6,8}\b/g)
  const mails = passagesOf(messages, /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g)
  return [
    ...telephones.map(
      (at): Fact => ({ kind: 'telephone', value: at.words.replace(/\D/g, ''), at, sure: 'likely' }),
    ),
    ...mails.map((at): Fact => ({ kind: 'mail', value: at.words.toLowerCase(), at, sure: 'sure' })),
  ]
}
