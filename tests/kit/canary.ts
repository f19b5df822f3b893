/**
 * Looks for what must not be somewhere, in bytes, in whatever way it was written down: as text in UTF-8 or UTF-16, in
 * capitals or without, escaped for JSON, a URL, HTML or markdown, in hexadecimal, or in base64 at any offset.
 */

/** What must not be found: what it is, and the text. */
export type Canary = { readonly what: string; readonly text: string }
export type Sighting = { readonly what: string; readonly as: string }

/** Shorter than this it is found by chance. */
const SHORTEST = 6

/** Bytes as a string of one character each, without the difference of capitals that ASCII has. */
const searchable = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1').toLowerCase()

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16()

const jsonEscaped = (text: string): string =>
  [...text]
    .flatMap((sign) => sign.split(''))
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')

/** As JSON with only what is not ASCII escaped. */
const asciiJson = (text: string): string =>
  JSON.stringify(text)
    .slice(1, -1)
    .replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

const htmlEscaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const allPercent = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')

/** The base64 that these bytes are inside a longer text: at each of three offsets, without the ends that differ. */
function base64Inside(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap((before) => {
    const padded = Buffer.concat([Buffer.alloc(before), bytes])
    const whole = padded.subarray(0, padded.length - (padded.length % 3)).toString('base64')
    const inner = before === 0 ? whole : whole.slice(4)
    return inner.length >= SHORTEST ? [inner] : []
  })
}

type Needle = { as: string; text: string }

function needlesOf(text: string): Needle[] {
  if (Buffer.byteLength(text) < SHORTEST) throw new Error('A canary this short is found by chance.')
  const versions = new Set([text, text.toLowerCase(), text.toUpperCase(), text.normalize('NFD')])
  const needles: Needle[] = []
  const add = (as: string, bytes: Uint8Array | string) => {
    needles.push({ as, text: searchable(typeof bytes === 'string' ? Buffer.from(bytes) : bytes) })
  }
  for (const version of versions) {
    const utf8 = Buffer.from(version)
    add('text', utf8)
    add('UTF-16', Buffer.from(version, 'utf16le'))
    add('UTF-16 (big end first)', utf16be(version))
    add('JSON', JSON.stringify(version).slice(1, -1))
    add('JSON, all of it escaped', jsonEscaped(version))
    add('JSON in ASCII', asciiJson(version))
    add('URL', encodeURIComponent(version))
    add('a form', new URLSearchParams({ '': version }).toString().slice(1))
    add('URL, all of it', allPercent(version))
    add('HTML', htmlEscaped(version))
    add('markdown', version.replace(/[\\`*_{}[\]()#+\-.!|<>~]/g, '\\$&'))
    for (const [as, bytes] of [
      ['base64', utf8] as const,
      ['base64 of UTF-16', Buffer.from(version, 'utf16le')] as const,
    ]) {
      add('hexadecimal', bytes.toString('hex'))
      for (const inside of base64Inside(bytes)) {
        add(as, inside)
        add(`${as}url`, inside.replaceAll('+', '-').replaceAll('/', '_'))
      }
    }
  }
  // One of each: most texts are the same in several ways.
  return [...new Map(needles.map((needle) => [needle.text, needle])).values()]
}

/** A scanner for these canaries. Making it takes the time; looking is quick. */
export class Scanner {
  readonly #needles: readonly (Needle & { what: string })[]
  constructor(canaries: readonly Canary[]) {
    this.#needles = canaries.flatMap(({ what, text }) => needlesOf(text).map((it) => ({ what, ...it })))
  }

  /** Which of them are in these bytes, and how. */
  look(bytes: Uint8Array | string): Sighting[] {
    const hay = searchable(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)
    const found = this.#needles.filter(({ text }) => hay.includes(text))
    return found.map(({ what, as }) => ({ what, as }))
  }
}
