/** Several stories in one chat: split off, put back after it was thrown away, and the questions that come before sending. */
import type { Chat, Draft } from '../../services/draft/chat.ts'
import { UNDO_MINUTES } from '../../services/draft/chat.ts'
import { joinParked, mayPark, splitOff, swapTo } from '../../services/draft/parked.ts'
import { canPutBack, putBack as restore } from '../../services/draft/undo.ts'
import { settingOf } from '../../services/signal/handle.ts'
import { vaultKeyOf } from '../../services/vault/vault.ts'
import { plus, SignalId, VaultKey } from '../../services/words.ts'
import { handling } from '../app/ports.ts'
import { discard, hideOlder, sendAsChosen } from './draft.ts'
import { drawParked, redrawDraft, showDraft } from './draftView.ts'
import { deliverChat, type ReporterTurn, saveChat } from './reporterTurn.ts'
import { sayText, wordsOf } from './say.ts'
import { sealed } from './sealed.ts'
import { showHow } from './starting.ts'
import { askedFirst, choicesFor, STOPS } from './understood.ts'

const settingFor = ({ app, turn }: ReporterTurn) => settingOf(handling(app, turn.municipality))

/** The card that was pressed gives way: its text stands below now. */
async function pressedMoves(state: ReporterTurn): Promise<void> {
  if (state.turn.value) await hideOlder(state, state.kept.chat.draft?.card?.activity)
}

/** A button of a story that waits: it is the one that is written on from here. @throws StoreUnavailable */
export async function onItsStory(state: ReporterTurn, draft: SignalId): Promise<ReporterTurn> {
  if (!state.kept.chat.parked?.some(({ id }) => id === draft)) return state
  if (!swapTo(state.kept.chat, draft)) return sayText(state, wordsOf(state).talk.undo.busy)
  return saveChat(state, (chat) => swapTo(chat, draft) ?? chat)
}

/** What was thrown away a moment ago comes back. */
export async function putBack(state: ReporterTurn, draftId: SignalId | undefined): Promise<ReporterTurn> {
  const { app } = state
  const { chat } = state.kept
  const { undo } = wordsOf(state).talk
  const known = chat.erased && (draftId === undefined || chat.erased.draft.id === draftId)
  if (draftId !== undefined && chat.draft?.id === draftId) return showDraft(state)
  if (!known || !canPutBack(chat, app.now())) return sayText(state, undo.late)
  const key = VaultKey.parse(app.newId())
  const setting = settingFor(state)
  const saved = await saveChat(state, (now) => restore(now, key, setting) ?? now, {
    also: (_before, { draft }) =>
      draft?.vaultKey === key ? [sealed(state, key, draft.addressOnly === true)] : [],
  })
  if (saved.kept.chat.draft?.vaultKey !== key) return sayText(saved, undo.busy)
  if (saved.kept.chat.effects.length > 0) deliverChat(saved)
  const shown = await showDraft(saved)
  await pressedMoves(shown)
  return shown
}

/** The newest message of the draft is something else: it becomes a story of its own. */
export async function split(state: ReporterTurn, draftId: SignalId): Promise<ReporterTurn> {
  const { app } = state
  const { undo } = wordsOf(state).talk
  const { draft } = state.kept.chat
  if (draft?.id !== draftId) return sayText(state, wordsOf(state).chat.notWaiting)
  const fresh = { id: SignalId.parse(app.newId()), vaultKey: VaultKey.parse(app.newId()) }
  const saved = await saveChat(
    state,
    (chat) => (chat.draft?.id === draftId ? (splitOff(chat, fresh) ?? chat) : chat),
    {
      also: (_before, after) =>
        after.draft?.vaultKey === fresh.vaultKey
          ? [sealed(state, fresh.vaultKey, after.draft.addressOnly === true)]
          : [],
    },
  )
  if (saved.kept.chat.draft?.id !== fresh.id) return sayText(saved, undo.splitNot)
  app.numbers.forget(draftId)
  const before = saved.kept.chat.parked?.find(({ id }) => id === draftId)
  if (before) await drawParked(saved, before)
  return showDraft(await sayText(saved, undo.splitDone))
}

/** The person says that it is a report: what was asked of it is not asked again. */
export async function notFork(state: ReporterTurn, draftId: SignalId): Promise<ReporterTurn> {
  const { draft } = state.kept.chat
  if (draft?.id !== draftId) return sayText(state, wordsOf(state).chat.notWaiting)
  const saved = await saveChat(state, (chat) => {
    if (chat.draft?.id !== draftId) return chat
    const { askFirst: _answered, ...rest } = chat.draft
    return { ...chat, draft: { ...rest, notForks: [...STOPS] } }
  })
  return state.turn.clicked ? redrawDraft(saved) : showDraft(saved)
}

/**
 * What may not be written here goes, and the officer hears only that somebody seeks contact (Wpg). The words can be put
 * back for a minute, as a draft of their own.
 */
export async function seekContact(state: ReporterTurn, draftId: SignalId): Promise<ReporterTurn> {
  const { app } = state
  const { draft } = state.kept.chat
  if (draft?.id !== draftId) return sayText(state, wordsOf(state).chat.notWaiting)
  const asked = askedFirst(state, draft)
  if (asked?.what !== 'fork' || asked.fork !== 'police') return showDraft(state)
  const { fork, undo } = wordsOf(state).talk
  const { degree } = choicesFor(state, draft)
  const now = app.now()
  const id = SignalId.parse(app.newId())
  app.numbers.forget(draftId)
  const wish = (chat: Chat): Chat => {
    if (chat.draft?.id !== draftId) return chat
    const { form: _gone, said: _of, askFirst: _answered, pointedOut: _seen, card, ...rest } = chat.draft
    const { card: _shown, ...erased } = chat.draft
    return {
      ...chat,
      draft: {
        ...rest,
        ...(card ? { card } : {}),
        kind: 'consultation',
        parts: [{ at: now, via: 'chat', text: fork.contactWish }],
        attachmentsRefused: 0,
        unplaced: false,
        notForks: [...STOPS],
      },
      erased: { until: plus(now, { minutes: UNDO_MINUTES }), draft: { ...erased, id } },
    }
  }
  const saved = await saveChat(state, wish)
  const wished = saved.kept.chat.draft
  if (wished?.id !== draftId) return sayText(saved, wordsOf(saved).chat.notWaiting)
  return sayText(
    await sendAsChosen(saved, wished, { degree, certainty: 'suspicion', urgency: 'normal' }),
    undo.minute,
  )
}

/** Of words that were not clear: they are a report, or more of one; or they were a question. */
export async function isPurpose(
  state: ReporterTurn,
  draftId: SignalId,
  answer: 'report' | 'question',
): Promise<ReporterTurn> {
  const { accountable } = state
  const { draft } = state.kept.chat
  const { chat: t, talk } = wordsOf(state)
  if (draft?.id !== draftId) return sayText(state, t.notWaiting)
  if (answer === 'question') {
    const gone = await discard(state, draftId)
    return showHow(await sayText(gone, talk.purpose.asked(accountable.name, accountable.phone)))
  }
  if (draft.askFirst !== 'purpose') return showDraft(state)
  return itsStory(state, draft, (state.kept.chat.parked ?? []).length > 0 && !draft.unplaced)
}

/** What was begun as a second story is more of the first. Not where danger stands in it: that goes before all. */
export async function joinFirst(state: ReporterTurn, draftId: SignalId): Promise<ReporterTurn> {
  const { draft } = state.kept.chat
  if (draft?.id !== draftId) return sayText(state, wordsOf(state).chat.notWaiting)
  const joins = mayPark({ draft }) && (state.kept.chat.parked ?? []).length > 0
  return joins ? itsStory(state, draft, true) : showDraft(state)
}

/** It goes on as a story: as more of the one that waits where it `joins` that, else as one of its own. */
async function itsStory(state: ReporterTurn, draft: Draft, joins: boolean): Promise<ReporterTurn> {
  const { turn } = state
  const saved = await saveChat(
    state,
    (chat) => {
      if (chat.draft?.id !== draft.id) return chat
      const { askFirst: _answered, ...rest } = chat.draft
      const told = { ...chat, draft: rest }
      return joins ? (joinParked(told) ?? told) : told
    },
    {
      also: (_before, after) =>
        joins && after.draft?.id !== draft.id
          ? [{ op: 'delete', key: vaultKeyOf(turn.municipality.id, draft.vaultKey) }]
          : [],
    },
  )
  if (!joins) return turn.clicked ? redrawDraft(saved) : showDraft(saved)
  const shown = await showDraft(saved)
  await pressedMoves(shown)
  return shown
}
