/**
 * A number for a mail to a partner and for the page behind its link: neutral, of its own, and no number of a signal. It
 * can be said by telephone, and stands in the subject, by which a mail that comes back is known. Whoever makes one up is
 * not believed: its last signs are a check that takes our key.
 */
import { createHmac } from 'node:crypto'
import type { Keys } from '../../vault/seal.ts'
import type { MunicipalityId } from '../../words.ts'

/** Crockford's base32: no I, L, O and U. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const NAMES = 7
const CHECKS = 3

type Key = Pick<Keys, 'link'>

function signs({ link }: Key, length: number, ...parts: readonly string[]): string {
  const bytes = createHmac('sha256', link)
    .update(JSON.stringify(['signaalpunt/mail number', ...parts]))
    .digest()
  return Array.from(bytes.subarray(0, length), (byte) => SIGNS.charAt(byte & 31)).join('')
}

/** The number of what was sent: the same each time, as `7K3MQ-2XA4P`. */
export function mailNumber(keys: Key, municipality: MunicipalityId, sent: string): string {
  const name = signs(keys, NAMES, 'name', municipality, sent)
  const whole = name + signs(keys, CHECKS, 'check', municipality, name)
  return `${whole.slice(0, 5)}-${whole.slice(5)}`
}

const LOOKS_LIKE = /(?<![0-9A-Za-z])([0-9A-HJKMNP-TV-Z]{5})-([0-9A-HJKMNP-TV-Z]{5})(?![0-9A-Za-z])/g

/** The numbers of this municipality that stand in a text, each once. */
export function mailNumbersIn(keys: Key, municipality: MunicipalityId, text: string): string[] {
  const found = new Set<string>()
  for (const [, one = '', other = ''] of text.matchAll(LOOKS_LIKE)) {
    const whole = one + other
    const name = whole.slice(0, NAMES)
    if (signs(keys, CHECKS, 'check', municipality, name) === whole.slice(NAMES)) found.add(`${one}-${other}`)
  }
  return [...found]
}
