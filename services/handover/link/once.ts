/**
 * The number of a page that was shown for one link: drawn when the page is made, signed together with that link. A form
 * without it, or with that of another link, did not come from the page: a scanner that sends forms, or somebody else's page.
 * It is a UUID, because under it an answer is kept: the same page sent twice is one answer.
 */
import { timingSafeEqual } from 'node:crypto'
import { type Keys, keyedHash } from '../../vault/seal.ts'
import { uuidOf } from '../../words.ts'

type Key = Pick<Keys, 'link'>

/** Hexadecimal signs that are drawn; the others are the signature. */
const DRAWN = 12

const numberOf = ({ link }: Key, token: string, drawn: string): string =>
  uuidOf(drawn + keyedHash(link, 'signaalpunt/answer page', token, drawn))

/** A number for one page of this link. @param fresh a UUID, drawn for it */
export const pageNumber = (keys: Key, token: string, fresh: string): string =>
  numberOf(keys, token, fresh.replaceAll('-', '').slice(-DRAWN))

/** Is it the number of a page of this link? */
export function isPageNumber(keys: Key, token: string, said: string): boolean {
  const drawn = /^([0-9a-f]{8})-([0-9a-f]{4})-/.exec(said)
  if (!drawn) return false
  const [one, other] = [Buffer.from(numberOf(keys, token, `${drawn[1]}${drawn[2]}`)), Buffer.from(said)]
  return one.length === other.length && timingSafeEqual(one, other)
}
