/** One line in languages that the bot does not speak: that the text is kept as it is, and 112. Content, as data. */
import { z } from 'zod'
import data from './data/otherLanguages.json' with { type: 'json' }

const Lines = z.record(z.string().regex(/^[a-z]{2,3}$/), z.string().min(1).max(300).includes('112'))

const LINES = Lines.parse(data)

/** The line in the language of this code (ISO 639); undefined where there is none. */
export const lineIn = (code: string): string | undefined =>
  Object.hasOwn(LINES, code) ? LINES[code] : undefined

/** The languages that have one. */
export const OTHER_LANGUAGES: readonly string[] = Object.keys(LINES)
