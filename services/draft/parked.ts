/**
 * Several stories in one chat: one is written on, the others wait beside it. A story is split off or joined again, and
 * comes back when the one before it was sent or is gone. Pure.
 */
import { MOST_WITH_SIGNAL } from '../files/attachment.ts'
import { Instant, type SignalId, type VaultKey } from '../words.ts'
import { type Chat, type Draft, MOST_PARKED } from './chat.ts'
import { putIn } from './said.ts'

/**
 * May the story that stands wait while another is begun? Not with danger in it: that is the first thing to be sent, and its
 * alarms must be known by the draft that stands. Nor words that are held for a signal that was sent.
 */
export const mayPark = ({ draft, parked = [] }: Pick<Chat, 'draft' | 'parked'>): boolean =>
  draft !== undefined &&
  draft.danger === undefined &&
  !asks(draft) &&
  draft.to === undefined &&
  parked.length < MOST_PARKED

/** Does the question whether there is danger now wait? Nobody writes past it. */
const asks = ({ asked }: Draft): boolean => asked !== undefined && !asked.no

const withParked = (chat: Chat, parked: readonly Draft[]): Chat => {
  const { parked: _before, ...rest } = chat
  return parked.length > 0 ? { ...rest, parked: [...parked] } : rest
}

/** The chat with the newest story that waits as the one that is written on, where none is. */
export function takeParked(chat: Chat): Chat {
  const newest = chat.parked?.at(-1)
  if (chat.draft || !newest) return chat
  return { ...withParked(chat, (chat.parked ?? []).slice(0, -1)), draft: newest }
}

/** The chat with this story as the one that is written on. Undefined: it does not wait, or the other may not. */
export function swapTo(chat: Chat, id: SignalId): Chat | undefined {
  const wanted = chat.parked?.find((each) => each.id === id)
  if (!wanted || (chat.draft && (chat.draft.danger !== undefined || chat.draft.to !== undefined)))
    return undefined
  const others = (chat.parked ?? []).filter((each) => each !== wanted)
  const { about: _begun, ...rest } = chat
  return { ...withParked(rest, [...others, ...(chat.draft ? [chat.draft] : [])]), draft: wanted }
}

/** Without the stories that wait longer than they may. */
export const withoutParked = (chat: Chat, isGone: (draft: Draft) => boolean): Chat =>
  withParked(
    chat,
    (chat.parked ?? []).filter((each) => !isGone(each)),
  )

/** How many parts the newest message of a draft is; 0: there is nothing before it, so nothing to split. */
export function splits({ parts, said = [], to, danger }: Draft): number {
  const newest = said.findLast((each) => each.parts > 0)?.parts ?? (said.length === 0 ? 1 : 0)
  return to === undefined && danger === undefined && newest > 0 && newest < parts.length ? newest : 0
}

/** The newest message of the draft as a story of its own; what was there before it waits. Undefined: it cannot be split. */
export function splitOff(chat: Chat, fresh: { id: SignalId; vaultKey: VaultKey }): Chat | undefined {
  const { draft } = chat
  const count = draft ? splits(draft) : 0
  if (!draft || count === 0 || !mayPark(chat)) return undefined
  const said = draft.said ?? []
  const at = said.findLastIndex((each) => each.parts > 0)
  const { pointedOut: _seen, retype: _asked, card, ...before } = draft
  const moved = said.slice(at < 0 ? said.length : at)
  const stays: Draft = {
    ...before,
    parts: draft.parts.slice(0, -count),
    ...(draft.said ? { said: said.slice(0, at < 0 ? said.length : at) } : {}),
  }
  const next: Draft = {
    id: fresh.id,
    kind: draft.kind,
    startedAt: draft.lastAt,
    lastAt: draft.lastAt,
    parts: draft.parts.slice(-count),
    attachmentsRefused: 0,
    ...(draft.said ? { said: moved } : {}),
    alarms: [],
    vaultKey: fresh.vaultKey,
    ...(draft.addressOnly ? { addressOnly: true as const, degree: draft.degree } : {}),
    ...(draft.language ? { language: draft.language } : {}),
    nudged: false,
    unplaced: false,
    ...(card ? { card } : {}),
  }
  return { ...withParked(chat, [...(chat.parked ?? []), stays]), draft: next }
}

/** The files of both. */
function attachmentsOf(...drafts: readonly Draft[]): Pick<Draft, 'attachments'> {
  const attachments = drafts.flatMap((each) => each.attachments ?? []).slice(0, MOST_WITH_SIGNAL)
  return attachments.length > 0 ? { attachments } : {}
}

/** The words of the draft as more of the story that waits; it is written on again. Undefined: none waits. */
export function joinParked(chat: Chat): Chat | undefined {
  const { draft } = chat
  const into = chat.parked?.at(-1)
  if (!draft || !into) return undefined
  const said = draft.said ?? []
  const entries =
    said.length > 0 ? said : [{ mark: '', at: draft.lastAt, parts: draft.parts.length, files: 0 }]
  let from = Math.max(0, draft.parts.length - entries.reduce((sum, { parts }) => sum + parts, 0))
  const first: Draft = { ...into, parts: [...into.parts, ...draft.parts.slice(0, from)] }
  const joined = entries.reduce((so, { mark, at, parts, files }) => {
    const own = draft.parts.slice(from, from + parts)
    from += parts
    return putIn(so, { mark, at: Instant.parse(at) }, own, files)
  }, first)
  const { pointedOut: _seen, retype: _asked, ...rest } = joined
  return {
    ...withParked(chat, (chat.parked ?? []).slice(0, -1)),
    draft: { ...rest, ...attachmentsOf(into, draft), lastAt: draft.lastAt, nudged: false },
  }
}
