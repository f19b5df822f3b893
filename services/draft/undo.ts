/** What was thrown away stays, sealed with its chat, until a minute has gone: then it can be put back no more. Pure. */
import type { Setting } from '../signal/change.ts'
import { type Instant, plus, type VaultKey } from '../words.ts'
import { type Chat, type Draft, UNDO_MINUTES } from './chat.ts'
import { alarmDraft, dropDraft, inDanger } from './drafting.ts'
import { mayPark } from './parked.ts'

/** Throws the draft away, for good after a minute. */
export function eraseDraft(chat: Chat, setting: Setting): Chat {
  const { draft } = chat
  if (!draft) return chat
  const { card: _gone, ...kept } = draft
  const until = plus(setting.now, { minutes: UNDO_MINUTES })
  return { ...dropDraft(chat, 'discarded', setting), erased: { until, draft: kept } }
}

/** Can this still be put back? */
export const canPutBack = ({ erased }: Pick<Chat, 'erased'>, now: Instant): boolean =>
  erased !== undefined && now < erased.until

/** Is there something of which it is over? */
export const erasedIsOver = ({ erased }: Pick<Chat, 'erased'>, now: Instant): boolean =>
  erased !== undefined && erased.until <= now

/** Nothing of what was thrown away. */
export function withoutErased(chat: Chat): Chat {
  const { erased: _gone, ...rest } = chat
  return rest
}

/**
 * Puts back what was thrown away; what was begun meanwhile waits beside it. Danger rings anew: the alarms said that it
 * was over. Undefined: there is nothing to put back any more.
 */
export function putBack(chat: Chat, vaultKey: VaultKey, setting: Setting): Chat | undefined {
  const { erased, ...rest } = chat
  if (!erased || setting.now >= erased.until || (chat.draft && !mayPark(chat))) return undefined
  const { danger, ...before } = erased.draft
  const draft: Draft = { ...before, vaultKey, alarms: [], lastAt: setting.now, nudged: false }
  const parked = chat.draft ? [...(chat.parked ?? []), chat.draft] : (chat.parked ?? [])
  const back: Chat = { ...rest, draft, ...(parked.length > 0 ? { parked } : {}) }
  return danger && inDanger(erased.draft) ? alarmDraft(back, setting) : back
}
