/**
 * What stands in a link to a page of ours: for what it is, of what, and until when; signed, and readable to nobody else.
 * The same link can be made again from what is stored, so that the token itself is stored nowhere: only `linkHash` of it.
 *
 * A synthetic IV (as in RFC 5297): the HMAC over what it says is also the start of the stream that hides it, so nothing
 * has to be drawn, and one bit that is changed gives another HMAC.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Keys } from '../../vault/seal.ts'
import { Instant, MunicipalityId } from '../../words.ts'

/** For what a link is: one for one thing is none for another. `answer`: of a partner. `file`: a photo or a document. */
export const LinkPurpose = z.enum(['answer', 'file'])
export type LinkPurpose = z.infer<typeof LinkPurpose>

/** Where a link leads. `subject`: the document; `link`: which of its links, drawn anew for each. */
export type LinkTarget = {
  purpose: LinkPurpose
  municipality: MunicipalityId
  subject: string
  link: string
  until: Instant
}

const VERSION = 1
const MAC_BYTES = 32
const IV_BYTES = 16
const MOST_BYTES = 300
/** Seconds since 1970: what an hour or a second says of a link is no more than that it ends. */
const Said = z.tuple([MunicipalityId, z.string().min(1).max(100), z.uuid(), z.number().int().min(0).max(9e9)])

type LinkKeys = Pick<Keys, 'link'>

/** A key for one purpose and one use: what is signed for another is nothing here. */
const keyFor = ({ link }: LinkKeys, purpose: LinkPurpose, use: 'sign' | 'hide'): Buffer =>
  Buffer.from(hkdfSync('sha256', link, '', `signaalpunt/link/${VERSION}/${purpose}/${use}`, 32))

const signed = (keys: LinkKeys, purpose: LinkPurpose, said: Buffer): Buffer =>
  createHmac('sha256', keyFor(keys, purpose, 'sign'))
    .update(said)
    .digest()

/** The token of a link, in letters that an address can hold. The same target gives the same token. */
export function linkToken(
  keys: LinkKeys,
  { purpose, municipality, subject, link, until }: LinkTarget,
): string {
  const said = Buffer.from(
    JSON.stringify(Said.parse([municipality, subject, link, Math.floor(Date.parse(until) / 1000)])),
  )
  const mac = signed(keys, purpose, said)
  const stream = createCipheriv('aes-256-ctr', keyFor(keys, purpose, 'hide'), mac.subarray(0, IV_BYTES))
  return Buffer.concat([Buffer.of(VERSION), mac, stream.update(said), stream.final()]).toString('base64url')
}

/**
 * What a token says, or undefined: it is none, of another version, for another purpose, altered, or over. Costs the same
 * whatever was altered.
 */
export function readLink(
  keys: LinkKeys,
  purpose: LinkPurpose,
  token: string,
  now: Instant,
): LinkTarget | undefined {
  if (!/^[A-Za-z0-9_-]{60,500}$/.test(token)) return undefined
  const bytes = Buffer.from(token, 'base64url')
  // Two spellings of one token would be two links to whoever counts.
  if (bytes.toString('base64url') !== token) return undefined
  if (bytes[0] !== VERSION || bytes.length > MOST_BYTES || bytes.length <= 1 + MAC_BYTES) return undefined
  const mac = bytes.subarray(1, 1 + MAC_BYTES)
  const stream = createDecipheriv('aes-256-ctr', keyFor(keys, purpose, 'hide'), mac.subarray(0, IV_BYTES))
  const said = Buffer.concat([stream.update(bytes.subarray(1 + MAC_BYTES)), stream.final()])
  if (!timingSafeEqual(signed(keys, purpose, said), mac)) return undefined
  const parsed = Said.safeParse(JSON.parse(said.toString('utf8')))
  if (!parsed.success) return undefined
  const [municipality, subject, link, seconds] = parsed.data
  const until = Instant.parse(new Date(seconds * 1000).toISOString())
  return now < until ? { purpose, municipality, subject, link, until } : undefined
}

/** Under which hash a link is kept: who reads the record cannot make the link of it. */
export const linkHash = (keys: LinkKeys, token: string): string =>
  createHmac('sha256', keys.link).update(`signaalpunt/link/kept/${token}`).digest('hex')

/** Is this the hash of that link? In the same time, wherever they differ. */
export function isLinkHash(keys: LinkKeys, token: string, hash: string): boolean {
  const [one, other] = [Buffer.from(linkHash(keys, token)), Buffer.from(hash)]
  return one.length === other.length && timingSafeEqual(one, other)
}
