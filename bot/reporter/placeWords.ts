/** Where words go that were typed while signals are open: to one of those, or on as something new. */
import { formLines } from '../../cards/reporter/draft/draft.ts'
import { waitingText } from '../../cards/reporter/news/message.ts'
import { texts } from '../../cards/texts/index.ts'
import type { Draft } from '../../services/draft/chat.ts'
import { dropDraft, inDanger, unrung, withoutHeard } from '../../services/draft/drafting.ts'
import { marksOf, wentTo } from '../../services/draft/said.ts'
import type { ReporterDeed } from '../../services/signal/command.ts'
import { settingOf } from '../../services/signal/handle.ts'
import { keyedHash } from '../../services/vault/seal.ts'
import { vaultKeyOf } from '../../services/vault/vault.ts'
import { type SignalId, uuidOf } from '../../services/words.ts'
import { handling } from '../app/ports.ts'
import type { CodeSession } from './codeSession.ts'
import { redrawDraft, showDraft } from './draftView.ts'
import { sayNotDone } from './followUp.ts'
import { alarmsSettled, deliverChat, type ReporterTurn, saveChat } from './reporterTurn.ts'
import { lookFirstAt } from './reviewFirst.ts'
import { sayText, wordsOf } from './say.ts'
import { askedIn, heldFor, isMine, mineDo, openedFor, openSignals } from './sentSignals.ts'

/** How many drafts that were placed with one signal are known by their 112 block. */
const MOST_PLACED = 20

/** It is something new: the draft goes on as a draft. */
export async function placeNew(state: ReporterTurn, draftId: SignalId): Promise<ReporterTurn> {
  if (state.kept.chat.draft?.id !== draftId) return sayText(state, wordsOf(state).chat.notWaiting)
  const saved = await saveChat(state, (chat) =>
    chat.draft?.id === draftId ? { ...chat, draft: { ...chat.draft, unplaced: false } } : chat,
  )
  return state.turn.clicked ? redrawDraft(saved) : showDraft(saved)
}

/** The words of a draft, its form included: nothing that was typed stays behind. */
function wordsIn(state: ReporterTurn, draft: Draft): string {
  const typed = draft.parts.map((part) => part.text).join('\n\n')
  const lines = formLines(draft.form ?? {}, texts(state.language).shared)
  return [typed, ...lines].filter((text) => text !== '').join('\n')
}

/** It belongs to this signal: as the answer to its question where one is open, else as an addition. */
export async function placeAt(
  state: ReporterTurn,
  draftId: SignalId,
  signal: SignalId,
): Promise<ReporterTurn> {
  const { draft } = state.kept.chat
  if (draft?.id !== draftId) return sayText(state, wordsOf(state).chat.notWaiting)
  if (!draft.danger) return placeDraft(state, draft, signal)
  // The alarms go on with the signal: where they stand must be known.
  const settled = await alarmsSettled(state)
  return placeDraft(settled, settled.kept.chat.draft ?? draft, signal)
}

async function placeDraft(state: ReporterTurn, draft: Draft, signal: SignalId): Promise<ReporterTurn> {
  const said = {
    text: wordsIn(state, draft),
    attachmentsRefused: draft.attachmentsRefused,
    acute: inDanger(draft),
    ...(draft.danger && {
      rang: {
        alarms: draft.alarms,
        unrung: unrung(state.kept.chat),
        called112: draft.danger.called112,
      },
    }),
  }
  // Typed before a question arrived, it is no answer to it.
  const missed = new Set([...(state.missed ?? []), ...(draft.missed ?? [])])
  const asked = isMine(state, signal) ? askedIn(await openSignals(state), missed) : []
  const to = heldFor(state, draft)
  const waiting = asked.filter(({ record }) => record.id === signal).map((each) => each.question.id)
  const question = to ? waiting.find((id) => id === to.question) : waiting[0]
  const held = await lookFirstAt(state, draft, signal, question)
  if (held) return held
  const deed: ReporterDeed = question
    ? { do: 'answer', question, how: 'text', ...said }
    : { do: 'add', ...said }
  const command = placing(state, draft)
  const handled = await mineDo(state, signal, deed, command)
  const twice = handled.done === 'refused' && handled.refusal.refused === 'already'
  if (handled.done !== 'saved' && !twice) {
    // It cannot go there: it goes on as a draft of its own.
    const saved = await saveChat(state, (chat) => {
      if (!chat.draft) return chat
      const { to: _held, ...rest } = chat.draft
      return { ...chat, draft: { ...rest, unplaced: false } }
    })
    return showDraft(await sayNotDone(saved, handled))
  }
  const t = wordsOf(state).chat
  const { reference } = handled.kept.record
  if (inDanger(draft)) state.app.alarms.ended(state.kept.chat.id)
  // Remembered in case the next save fails: the same words left in a chat would say who wrote them.
  openedFor(state, signal)?.placedAs(command)
  return dropPlaced(state, draft, signal, question ? t.answered(reference) : t.added(reference))
}

/**
 * The same press is one thing; with more words it is another, or what was typed since a press that broke off would go
 * with the draft. Drawn with our key: in a signal that was opened with a code nothing stands that stood in this chat.
 */
function placing(state: ReporterTurn, draft: Draft): string {
  const { keys } = state.app
  const { chat } = state.kept
  return uuidOf(keyedHash(keys.chat, 'placed', chat.municipality, chat.id, draft.id, wordsIn(state, draft)))
}

/** Were these very words placed already with the signal that is open in this chat? */
export const wasPlaced = (
  state: ReporterTurn,
  draft: Draft,
  { placed }: Pick<CodeSession, 'placed'>,
): boolean => placed !== undefined && placing(state, draft) === placed

/** Takes a draft out of the chat: its words stand with this signal, or with the one that was `opened` with a code. */
async function takeOut(state: ReporterTurn, draft: Draft, to: SignalId | 'opened'): Promise<ReporterTurn> {
  const { app, turn } = state
  app.numbers.forget(draft.id)
  const setting = settingOf(handling(app, turn.municipality))
  const saved = await saveChat(
    state,
    (chat) => ({
      // Which messages were taken lately is forgotten, where it could be compared with a signal.
      ...dropDraft(to === 'opened' ? withoutHeard(chat) : chat, 'placed', setting),
      sent: wentTo(chat.sent, to, marksOf(draft)).map((s) =>
        s.signal === to ? { ...s, placed: [...(s.placed ?? []), draft.id].slice(-MOST_PLACED) } : s,
      ),
    }),
    {
      also: () => [{ op: 'delete', key: vaultKeyOf(turn.municipality.id, draft.vaultKey) }],
      // As after an anonymous send: a document that stays would say when this was.
      left: to === 'opened',
    },
  )
  if (saved.kept.chat.effects.length > 0) deliverChat(saved)
  return saved
}

/** What could not be taken out of the chat in its own turn, because the store was away. @throws StoreUnavailable */
export async function takeOutLater(state: ReporterTurn, draft: Draft): Promise<void> {
  const { app, language } = state
  await takeOut(state, draft, 'opened')
  const { away } = wordsOf(state).code
  if (draft.card) await app.teams.update(draft.card, { text: away, notify: waitingText(language) })
}

/** The words stand with a signal now: their draft goes, and its card says where they are. */
async function dropPlaced(
  state: ReporterTurn,
  draft: Draft,
  signal: SignalId,
  text: string,
): Promise<ReporterTurn> {
  const { app, turn, language } = state
  const opened = openedFor(state, signal)
  const saved = await takeOut(state, draft, opened ? 'opened' : signal)
  opened?.placedAs(undefined)
  const updated = draft.card && (await app.teams.update(draft.card, { text, notify: waitingText(language) }))
  if (draft.card && updated && !('failed' in updated)) app.codes.said(state.kept.chat.id, text, draft.card)
  const seen = updated && !('failed' in updated) && turn.clicked === draft.card?.activity
  return seen ? saved : sayText(saved, text)
}
