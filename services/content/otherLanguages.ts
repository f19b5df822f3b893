/** Lines in languages that the bot does not speak: that the text is kept as it is, and to call 112. Content, as data. */
import { z } from 'zod'
import call from './data/call112.json' with { type: 'json' }
import data from './data/otherLanguages.json' with { type: 'json' }

const Lines = z.record(z.string().regex(/^[a-z]{2,3}$/), z.string().min(1).max(300).includes('112'))

const LINES = Lines.parse(data)
const CALLS = Lines.parse(call)

/** The line in the language of this code (ISO 639); undefined where there is none. */
export const lineIn = (code: string): string | undefined =>
  Object.hasOwn(LINES, code) ? LINES[code] : undefined

/** "Call 112 now" in the language of this code, for whoever writes of danger; undefined where there is none. */
export const callIn = (code: string): string | undefined =>
  Object.hasOwn(CALLS, code) ? CALLS[code] : undefined

/** The languages that have both. */
export const OTHER_LANGUAGES: readonly string[] = Object.keys(LINES)
