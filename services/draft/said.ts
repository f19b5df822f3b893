/**
 * Which words of a draft came with which message, so that a message that its writer changes or takes back is changed here
 * too, and messages stand in the order in which they were typed, whatever order they came in. Pure. It stays with the chat:
 * nothing of it goes along with what is sent.
 */
import type { StoryPart } from '../signal/record.ts'
import type { Instant } from '../words.ts'
import type { Draft, Said } from './chat.ts'

/** More messages than a draft has room for; of older ones it is not known any more which words are theirs. */
const MOST_SAID = 500
/** Of how many messages a chat knows into which signal they went, and for how many of its signals. */
const MOST_MESSAGES = 40
const MOST_SIGNALS = 20

/** Which message it is, and when it was typed; undefined: later than what is there. */
export type Typed = { mark: string; at: Instant | undefined }

/** A row of parts. */
export type Span = { from: number; to: number }

const lengthOf = (said: readonly Said[]): number => said.reduce((sum, { parts }) => sum + parts, 0)

/** Parts of before this was kept, or of messages that are forgotten: they stand before all others. */
const before = ({ parts, said = [] }: Draft): number => Math.max(0, parts.length - lengthOf(said))

/** What is known of a message in this draft. */
export const saidIn = (draft: Draft | undefined, mark: string | undefined): Said | undefined =>
  mark === undefined || mark === '' ? undefined : draft?.said?.find((each) => each.mark === mark)

const spanOf = (draft: Draft, index: number): Span => {
  const said = draft.said ?? []
  const from = before(draft) + lengthOf(said.slice(0, index))
  return { from, to: from + (said[index]?.parts ?? 0) }
}

/** Where the words of a message stand; of one without a mark, the newest. */
export function placeOf(draft: Draft, mark: string): Span | undefined {
  const index = (draft.said ?? []).findLastIndex((each) => each.mark === mark)
  return index < 0 ? undefined : spanOf(draft, index)
}

/** Puts a message where it belongs by when it was typed: after all that were typed before it. */
export function putIn(draft: Draft, { mark, at }: Typed, parts: readonly StoryPart[], files: number): Draft {
  const said = draft.said ?? []
  const newest = said.at(-1)?.at ?? draft.lastAt
  const typed = at ?? newest
  const index = at === undefined ? said.length : said.findLastIndex((each) => each.at <= typed) + 1
  const { from } = spanOf(draft, index)
  const entry: Said = { mark, at: typed, parts: parts.length, files }
  return {
    ...draft,
    parts: draft.parts.toSpliced(from, 0, ...parts),
    attachmentsRefused: draft.attachmentsRefused + files,
    said: said.toSpliced(index, 0, entry).slice(-MOST_SAID),
  }
}

/**
 * Other words in the place of those of one message. `changed`: when they were; what was changed later stays. `gone`: its
 * writer took it back, and can put it back there. Undefined: it is not here, or this is older than what stands.
 */
export function changeIn(
  draft: Draft,
  mark: string,
  parts: readonly StoryPart[],
  { files, changed, gone }: { files: number; changed: Instant | undefined; gone: boolean },
): Draft | undefined {
  const all = draft.said ?? []
  const index = all.findIndex((each) => each.mark === mark)
  const old = all[index]
  if (!old) return undefined
  if (old.changed !== undefined && changed !== undefined && changed < old.changed) return undefined
  const { from, to } = spanOf(draft, index)
  const { pointedOut: _seen, retype: _asked, ...rest } = draft
  const at = changed ?? old.changed
  const entry: Said = {
    mark,
    at: old.at,
    parts: parts.length,
    files,
    ...(at === undefined ? {} : { changed: at }),
    ...(gone ? { gone: true as const } : {}),
  }
  return {
    ...rest,
    parts: draft.parts.toSpliced(from, to - from, ...parts),
    attachmentsRefused: Math.max(0, draft.attachmentsRefused - old.files + files),
    said: all.with(index, entry),
  }
}

/** Does nothing stand in it any more? */
export const isEmpty = ({ parts, form, attachmentsRefused, attachments = [] }: Draft): boolean =>
  parts.every(({ text }) => text.trim() === '') &&
  attachmentsRefused + attachments.length === 0 &&
  Object.values(form ?? {}).every((value) => value === '')

/** The marks of the messages of a draft, for the chat to know where they went. */
export const marksOf = ({ said = [] }: Draft): string[] =>
  said.flatMap(({ mark, gone }) => (mark === '' || gone ? [] : mark)).slice(-MOST_MESSAGES)

type Sent = { signal: string; messages?: string[] | undefined }

/** These messages went to this signal; what is known of the oldest signals is forgotten. */
export function wentTo<S extends Sent>(sent: readonly S[], signal: string, marks: readonly string[]): S[] {
  if (marks.length === 0) return [...sent]
  return sent.map((each, at) => {
    const { messages: known = [] } = each
    if (each.signal === signal)
      return { ...each, messages: [...new Set([...known, ...marks])].slice(-MOST_MESSAGES) }
    return known.length > 0 && at < sent.length - MOST_SIGNALS ? { ...each, messages: [] } : each
  })
}
