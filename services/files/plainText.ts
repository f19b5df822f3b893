/** A text: without a number of a citizen in it (I.8), and with nothing before or behind its words. */
import { hide } from '../privacy/bsn/hide.ts'
import type { Language } from '../words.ts'

/** Bytes; more than this is no note. */
const MOST_TEXT_BYTES = 200_000

export function cleanText(bytes: Buffer, language: Language): { bytes: Buffer } | { refused: 'tooLarge' } {
  if (bytes.length > MOST_TEXT_BYTES) return { refused: 'tooLarge' }
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  return { bytes: Buffer.from(hide(text, language).text) }
}
