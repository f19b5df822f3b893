/** What every page of ours goes out with, and which language its reader has. */
import type { Language } from '../../services/words.ts'
import { CSS_HASH } from './style.ts'

/**
 * No script, no picture from elsewhere, no frame around it, nowhere to post to but here; nothing kept by a browser or
 * found by a search engine, and no address of ours in the log of another site.
 */
export const pageHeaders = (length: number, images = false): Readonly<Record<string, string>> => ({
  'cache-control': 'no-store, private',
  'content-length': String(length),
  'content-security-policy': [
    "default-src 'none'",
    `style-src ${CSS_HASH}`,
    ...(images ? ["img-src 'self'"] : []),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'content-type': 'text/html; charset=utf-8',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  vary: 'accept-language',
  'x-robots-tag': 'noindex, nofollow, noarchive',
})

/** Bytes that are looked at: of a type that was said, in a place where nothing runs. */
export const bytesHeaders = (type: string, length: number): Readonly<Record<string, string>> => ({
  'cache-control': 'no-store, private',
  'content-disposition': 'inline',
  'content-length': String(length),
  'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  'content-type': type,
  'cross-origin-resource-policy': 'same-origin',
  'x-robots-tag': 'noindex, nofollow, noarchive',
})

/** Bytes that are saved and not shown. @param name one of ours, of letters, digits, hyphens and a dot */
export const downloadHeaders = (
  type: string,
  length: number,
  name: string,
): Readonly<Record<string, string>> => ({
  ...bytesHeaders(type, length),
  'content-disposition': `attachment; filename="${name.replace(/[^A-Za-z0-9.-]/g, '')}"`,
})

/** Languages that a browser says at most; what comes behind that is not looked at. */
const MOST_ASKED = 200

/** As it was chosen on the page; else what the browser asks first of the two; Dutch where it says nothing that we have. */
export function languageOf(query: string, accepts: string | undefined): Language {
  const chosen = new URLSearchParams(query).get('lang')
  if (chosen === 'nl' || chosen === 'en') return chosen
  const asked = (accepts ?? '').slice(0, MOST_ASKED).toLowerCase().split(',')
  const weighed = asked
    .map((one, at) => {
      const [name = '', ...parameters] = one.split(';').map((part) => part.trim())
      const q = parameters.find((part) => part.startsWith('q='))
      return { name: name.split('-')[0], weight: q === undefined ? 1 : Number(q.slice(2)) || 0, at }
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight || one.at - other.at)
  // Somebody who reads neither is helped by English.
  const [first] = weighed
  if (first === undefined || first.name === '' || first.name === '*') return 'nl'
  return weighed.find(({ name }) => name === 'nl' || name === 'en')?.name === 'nl' ? 'nl' : 'en'
}
