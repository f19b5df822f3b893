/**
 * What people wrote, shown as they wrote it: a TextBlock would take it for markdown. Teams on a phone takes back a
 * backslash before emphasis and links only; before all else it stays to be seen. There an unseen sign stands in the markup
 * instead, which breaks it everywhere (docs/decisions/on-the-screen.md).
 */
import { BREAK, withoutBreaks } from '../services/words.ts'

/** Where one line ends and the next begins, in all the ways that a paste can hold. */
const LINE_ENDS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g
/** What cannot be seen and does harm: controls, and the marks that turn the direction of all that follows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNSEEN = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e]/g
/** Emphasis and links: a backslash before them is taken back by every client. */
const ESCAPED: ReadonlySet<string> = new Set(['*', '_', '[', ']'])
/**
 * And what begins code, HTML or a mention, struck out words, a date of the card language, an entity or a backslash that
 * takes back something else: nothing may follow it directly.
 */
const MARKUP = /[*_[\]\\`~{}<]|&(?=[#\w])|=(?==)/g
/** What is markup at the beginning of a line only: headings, lists, rules, quotes, numbers. */
const LINE_START = /^(?=[#+=>-]|\d{1,9}[.)])/

/** Clean lines: one kind of line end, no unseen marks, no half characters. */
const tidy = (text: string): string =>
  withoutBreaks(text.toWellFormed().replace(LINE_ENDS, '\n').replace(UNSEEN, ''))

function line(written: string): string {
  const text = written.trimEnd()
  const indent = /^[ \t]*/.exec(text)?.[0] ?? ''
  const rest = text
    .slice(indent.length)
    .replace(LINE_START, BREAK)
    .replace(MARKUP, (it) => (ESCAPED.has(it) ? `\\${it}` : `${it}${BREAK}`))
  // Spaces and tabs that make a table or an indent would melt together.
  return (
    indent.replaceAll(' ', '\u00a0').replaceAll('\t', '\u2003') +
    rest.replaceAll('\t', '\u2003').replace(/ {2,}/g, (run) => '\u00a0'.repeat(run.length))
  )
}

/**
 * Makes of text that a person wrote what a TextBlock shows as exactly that: no markdown, no HTML, no mention, no links
 * behind words, every line on a line of its own. At most four UTF-16 units of JSON for every unit.
 */
export function plain(text: string): string {
  return tidy(text)
    .split('\n')
    .map(line)
    .filter((each) => each !== '')
    .join('\n\n')
}

/** The beginning of a text, and how much of it is not shown. */
export type Excerpt = { shown: string; left: number }

/** Cuts a text for a card: at most `most` UTF-16 units, not in the middle of a character. */
export function excerpt(text: string, most: number): Excerpt {
  if (text.length <= most) return { shown: text, left: 0 }
  const half = /[\ud800-\udbff]$/.test(text.slice(0, most))
  const shown = text.slice(0, half ? most - 1 : most)
  return { shown, left: text.length - shown.length }
}

/** The value of an input field: not markdown, so nothing is escaped; only what is unseen goes. */
export function fieldValue(text: string): string {
  return tidy(text)
}
