/** Drafts that are left: one reminder, and after 24 hours they are gone (A004, I.9). */
import { draftGoneCard } from '../../cards/reporter/draft/draft.ts'
import { waitingText } from '../../cards/reporter/news/message.ts'
import type { Chat, ChatId, Draft } from '../../services/draft/chat.ts'
import {
  chatDue,
  dropDraft,
  goneAt,
  heardIsOver,
  inDanger,
  nudgeAt,
  remindAt,
  ringAgain,
  ringsAgainAt,
  withoutHeard,
} from '../../services/draft/drafting.ts'
import { withoutParked } from '../../services/draft/parked.ts'
import { erasedIsOver, withoutErased } from '../../services/draft/undo.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import { takeFresh } from '../../services/outbox/lease.ts'
import { effect } from '../../services/signal/change.ts'
import { chatOp, type KeptChat, readChat, settingOf } from '../../services/signal/handle.ts'
import type { Op } from '../../services/store/port.ts'
import { vaultKeyOf } from '../../services/vault/vault.ts'
import type { Instant } from '../../services/words.ts'
import type { App } from '../app/app.ts'
import { handling } from '../app/ports.ts'

type Standing = { chat: Chat; etag: string; draft: Draft }

const isPast = (at: Instant | undefined, now: Instant): boolean => at !== undefined && at <= now

/** Is there something to do with the draft of this chat? `calm`: what the clock says is over, is over. */
export function draftIsDue({ draft }: Chat, now: Instant, calm: boolean): boolean {
  if (!draft) return false
  if (isPast(remindAt(draft), now) || (!draft.nudged && isPast(nudgeAt(draft), now))) return true
  return calm && (isPast(goneAt(draft), now) || isPast(ringsAgainAt(draft), now))
}

/** Does it, with the chat as it stands now: a turn may have come in between. */
export function sweepDraft(app: App, municipality: Municipality, id: ChatId, calm: boolean): Promise<void> {
  return app.turns.run(id, async () => {
    await app.courier.settled(id)
    const { chat, etag }: KeptChat = await readChat(app.store, municipality.id, id)
    const { draft } = chat
    const now = app.now()
    if (etag === undefined || !draft || !draftIsDue(chat, now, calm)) return
    const standing = { chat, etag, draft }
    if (calm && isPast(goneAt(draft), now)) return drop(app, municipality, standing)
    if (calm && isPast(ringsAgainAt(draft), now)) return ringOnceMore(app, municipality, standing)
    return remind(app, municipality, standing)
  })
}

/** Which messages a chat took is known only as long as Teams may deliver one again. @throws StoreUnavailable */
export function forgetHeard(app: App, municipality: Municipality, id: ChatId): Promise<void> {
  return app.turns.run(id, async () => {
    const { chat, etag } = await readChat(app.store, municipality.id, id)
    if (etag === undefined || !heardIsOver(chat, app.now())) return
    const forgotten = withoutHeard(chat)
    // Changed meanwhile: the next round does it.
    await app.store.save([chatOp(forgotten, etag, chatDue(forgotten))])
  })
}

/** Is there something that nobody can put back any more, or a story that waited too long beside another? */
export const leftIsOver = (chat: Chat, now: Instant, calm: boolean): boolean =>
  erasedIsOver(chat, now) || (calm && (chat.parked ?? []).some((each) => isPast(goneAt(each), now)))

/** Forgets it, with what was sealed for it. @throws StoreUnavailable */
export function forgetLeft(app: App, municipality: Municipality, id: ChatId, calm: boolean): Promise<void> {
  return app.turns.run(id, async () => {
    const { chat, etag } = await readChat(app.store, municipality.id, id)
    const now = app.now()
    if (etag === undefined || !leftIsOver(chat, now, calm)) return
    const isGone = (draft: Draft): boolean => calm && isPast(goneAt(draft), now)
    const gone = (chat.parked ?? []).filter(isGone)
    const left = withoutParked(erasedIsOver(chat, now) ? withoutErased(chat) : chat, isGone)
    // Changed meanwhile: the next round does it.
    const saved = await app.store.save([
      chatOp(left, etag, chatDue(left)),
      ...gone.map(({ vaultKey }): Op => ({ op: 'delete', key: vaultKeyOf(municipality.id, vaultKey) })),
    ])
    if (!saved.saved) return
    for (const { card: posted, language = municipality.language } of gone) {
      const card = draftGoneCard({ language, why: 'expired' })
      if (posted) await app.teams.update(posted, { card, notify: waitingText(language) })
    }
  })
}

async function drop(app: App, municipality: Municipality, { chat, etag, draft }: Standing): Promise<void> {
  const setting = settingOf(handling(app, municipality))
  const dropped = takeFresh(dropDraft(chat, 'expired', setting), chat.effects, app.holder, setting.now)
  const result = await app.store.save([
    chatOp(dropped, etag, chatDue(dropped)),
    { op: 'delete', key: vaultKeyOf(municipality.id, draft.vaultKey) },
  ])
  if (!result.saved) return
  if (draft.card) {
    const why = inDanger(draft) ? 'expiredLater' : 'expired'
    const language = chat.language ?? draft.language ?? municipality.language
    const card = draftGoneCard({ language, why })
    await app.teams.update(draft.card, { card, notify: waitingText(language) })
  }
  const saved = result.etags[0]
  if (saved) await app.courier.deliverChat(municipality, { chat: dropped, etag: saved })
}

/** Nobody saw the alarm of what is not sent: it rings again, for it is not erased before that. */
async function ringOnceMore(app: App, municipality: Municipality, { chat, etag }: Standing): Promise<void> {
  const setting = settingOf(handling(app, municipality))
  const next = takeFresh(ringAgain(chat, setting), chat.effects, app.holder, setting.now)
  const result = await app.store.save([chatOp(next, etag, chatDue(next))])
  const saved = result.saved ? result.etags[0] : undefined
  if (saved) await app.courier.deliverChat(municipality, { chat: next, etag: saved })
}

/** The reminder stands in the chat before it is sent, as everything that is sent: one, and not lost either. */
async function remind(app: App, municipality: Municipality, { chat, etag, draft }: Standing): Promise<void> {
  const setting = settingOf(handling(app, municipality))
  const nudge = effect({ kind: 'nudgeDraft', draft: draft.id }, setting)
  // In danger twice within minutes (docs/decisions/one-question-one-button.md); the one of hours is another.
  const soon = remindAt(draft)
  const reminded = soon && soon <= setting.now ? { reminded: (draft.reminded ?? 0) + 1 } : { nudged: true }
  const nudged = { ...chat, draft: { ...draft, ...reminded }, effects: [...chat.effects, nudge] }
  const next = takeFresh(nudged, chat.effects, app.holder, setting.now)
  const result = await app.store.save([chatOp(next, etag, chatDue(next))])
  const saved = result.saved ? result.etags[0] : undefined
  if (saved) await app.courier.deliverChat(municipality, { chat: next, etag: saved })
}
