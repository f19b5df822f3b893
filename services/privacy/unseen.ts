/**
 * Signs that nobody sees and that change what is read: of no width, or turning the direction of a text. Whoever puts them in
 * a name or a number makes it look like another one, or hides it from whatever reads it.
 */

/**
 * No width: gone, so that what looks like one word is one. The joiners of emoji and of Persian (U+200C, U+200D) stay: they
 * are part of how a word is written.
 */
const NO_WIDTH =
  /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]/g
const CONTROL = /(?!\n)\p{Cc}/gu

/** A text without them; its lines end in one way, and a control sign is a space. */
export const withoutUnseen = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replace(NO_WIDTH, '')
    .replace(CONTROL, ' ')
    .toWellFormed()
    .trim()

/** The same of what has one line: a name, a number. Nothing that was typed can begin a line of its own. */
export const oneLine = (text: string): string =>
  withoutUnseen(text)
    .replace(/\p{Z}{0,40}[\n\u2028\u2029]\p{Z}{0,40}/gu, ' ')
    .trim()
