/**
 * What comes in is cut to its limit before anything reads it: whoever sends more than a reader can use gets no more
 * reading for it. It is told, and the whole stands in the person's own chat still (docs/decisions/linear-reading.md).
 */
import { MOST_ONE_TEXT, MOST_TEXT } from '../services/signal/words.ts'

/** The most of one typed message: as much as one signal may hold. Teams itself stops near 28 KB. */
export const MOST_TYPED = MOST_TEXT
/** The most of one field of a card or a form: one more than a form takes, which then knows that it was too long. */
export const MOST_FIELD = MOST_ONE_TEXT + 1
/** The most of the html of a message: its words with their tags. */
const MOST_HTML = 2 * MOST_TYPED
/** No card of ours has a longer name for a field; what has one is none of ours. */
const MOST_NAME = 200
/** What Teams calls somebody. */
const MOST_PERSON = 256
/** How deep a card's data may be; nothing of ours is deeper than four. */
const DEEPEST = 20

/** What was longer than its limit: typed words, or a field. */
export type Cut = { readonly typed: boolean; readonly fields: boolean }
export const UNCUT: Cut = { typed: false, fields: false }

/** The beginning of a text; no character is cut in two. */
export function beginningOf(text: string, most: number): string {
  if (text.length <= most) return text
  const last = text.charCodeAt(most - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? most - 1 : most)
}

type Raw = {
  readonly text?: string | null | undefined
  readonly value?: unknown
  readonly from: { readonly name?: string | undefined }
  readonly attachments?: unknown[] | null | undefined
}

/** The text of an attachment that is one: its html. */
const htmlOf = (attachment: unknown): string | undefined =>
  typeof attachment === 'object' &&
  attachment !== null &&
  'content' in attachment &&
  typeof attachment.content === 'string'
    ? attachment.content
    : undefined

function attachmentWithin(attachment: unknown): unknown {
  const html = htmlOf(attachment)
  return html === undefined || typeof attachment !== 'object'
    ? attachment
    : { ...attachment, content: beginningOf(html, MOST_HTML) }
}

/** The data of a card with every text cut; what is deeper or named longer than in any card of ours is left out. */
function fieldsWithin(value: unknown, note: () => void, depth = 0): unknown {
  if (typeof value === 'string') {
    if (value.length > MOST_FIELD) note()
    return beginningOf(value, MOST_FIELD)
  }
  if (typeof value !== 'object' || value === null) return value
  if (depth > DEEPEST) return undefined
  if (Array.isArray(value)) return value.map((each) => fieldsWithin(each, note, depth + 1))
  const named = Object.entries(value).filter(([name]) => name.length <= MOST_NAME)
  return Object.fromEntries(named.map(([name, each]) => [name, fieldsWithin(each, note, depth + 1)]))
}

/** An activity with every text within its limit, and what was longer. */
export function withinLimits<A extends Raw>(raw: A): { within: A; cut: Cut } {
  let fields = false
  const noted = () => {
    fields = true
  }
  const { text, attachments, from } = raw
  const long = (attachments ?? []).some((each) => (htmlOf(each)?.length ?? 0) > MOST_HTML)
  const within = {
    ...raw,
    from: { ...from, ...(from.name === undefined ? {} : { name: beginningOf(from.name, MOST_PERSON) }) },
    ...(typeof text === 'string' ? { text: beginningOf(text, MOST_TYPED) } : {}),
    ...(raw.value === undefined ? {} : { value: fieldsWithin(raw.value, noted) }),
    ...(attachments ? { attachments: attachments.map(attachmentWithin) } : {}),
  }
  // The html of a message repeats its text: it counts only where it is what is read.
  const typed = (text ?? '').length > MOST_TYPED || ((text ?? '').trim() === '' && long)
  return { within, cut: { typed, fields } }
}
