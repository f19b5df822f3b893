/** Why a mail came back, in a word of ours, by its enhanced status code (RFC 3463); else by what is said in words. */
import type { BounceWhy } from '../mailed.ts'
import type { Recipient } from './report.ts'

const BY_CODE: readonly (readonly [RegExp, BounceWhy])[] = [
  [/^[45]\.1\.(?:0|1|2|3|6|10)$/, 'noSuchAddress'],
  [/^5\.4\.(?:1|4|310)$/, 'noSuchAddress'],
  [/^[45]\.2\.2$/, 'full'],
  [/^[45]\.4\.(?:7|300)$/, 'tooLate'],
  [/^4\.4\./, 'tooLate'],
  [/^[45]\.7\./, 'refused'],
  [/^[45]\.(?:2\.[13]|3\.4|1\.8)$/, 'refused'],
]
const BY_WORDS: readonly (readonly [RegExp, BounceWhy])[] = [
  [/(?:mailbox|postvak|inbox)[^\n]{0,40}(?:\bfull\b|\bvol\b)|over (?:its )?quota|quota exceeded/i, 'full'],
  [
    /user (?:is )?unknown|unknown (?:user|recipient)|no such (?:user|person|address)|does(?: not|n[’']t) exist|address not found|couldn[’']t be found|wasn[’']t found|bestaat niet|niet gevonden|not listed in|onbekende (?:gebruiker|geadresseerde)/i,
    'noSuchAddress',
  ],
  [/gave up|giving up|retry time(?:out)? exceeded|expired|timed out|te lang/i, 'tooLate'],
  [/blocked|rejected|spam|policy|denied|geweigerd|geblokkeerd|beleid/i, 'refused'],
]

/** @param text what the mail server wrote, without the mail that it repeats */
export function whyOf(recipient: Recipient | undefined, text: string): BounceWhy {
  const [inText] = /[45]\.\d{1,3}\.\d{1,3}/.exec(recipient?.diagnostic ?? text) ?? []
  for (const code of [recipient?.status, inText]) {
    const found = code && BY_CODE.find(([pattern]) => pattern.test(code))
    if (found) return found[1]
  }
  const words = `${recipient?.diagnostic ?? ''}\n${text}`
  return BY_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'other'
}
