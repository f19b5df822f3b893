/** A citizen service number that was typed in pieces, in the words of a chat (I.8). Pure. */
import { hideAcross } from '../privacy/bsn/across.ts'
import { BSN_MARKS } from '../privacy/bsn/marks.ts'
import type { Setting } from '../signal/change.ts'
import type { StoryPart } from '../signal/record.ts'
import type { Chat, Draft } from './chat.ts'

/** A number that stands in pieces in messages that follow each other is hidden as one would be (I.8). */
export function wholeNumbers(parts: StoryPart[], { municipality }: Setting): StoryPart[] {
  const texts = parts.map(({ text }) => text)
  const hidden = hideAcross(texts, BSN_MARKS[municipality.language])
  return hidden === texts ? parts : parts.map((part, at) => ({ ...part, text: hidden[at] ?? part.text }))
}

/**
 * The same where the first piece stands in the story that waits beside this one: what was typed just before it, whatever was
 * made of that.
 */
export function acrossStories(chat: Chat & { draft: Draft }, setting: Setting): Chat & { draft: Draft } {
  const { draft, parked = [] } = chat
  const whole = { ...chat, draft: { ...draft, parts: wholeNumbers(draft.parts, setting) } }
  const before = parked.at(-1)
  const [first] = whole.draft.parts
  if (!before || !first || whole.draft.parts.length > 1) return whole
  const both = wholeNumbers([...before.parts, first], setting)
  const last = both.at(-1)
  if (!last || last === first) return whole
  return {
    ...whole,
    draft: { ...whole.draft, parts: [last] },
    parked: [...parked.slice(0, -1), { ...before, parts: both.slice(0, -1) }],
  }
}
