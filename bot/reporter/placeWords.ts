/** Where words go that were typed while signals are open: to one of those, or on as something new. */

import { createHash } from 'node:crypto'
import type { Where } from '../../cards/actions.ts'
import { formLines } from '../../cards/reporter/draft/draft.ts'
import { waitingText } from '../../cards/reporter/news/message.ts'
import { texts } from '../../cards/texts/index.ts'
import type { Draft } from '../../services/draft/chat.ts'
import { dropDraft, hear, inDanger, unrung, withoutHeard } from '../../services/draft/drafting.ts'
import { marksOf, wentTo } from '../../services/draft/said.ts'
import type { ReporterDeed } from '../../services/signal/command.ts'
import { settingOf } from '../../services/signal/handle.ts'
import { keyedHash } from '../../services/vault/seal.ts'
import { vaultKeyOf } from '../../services/vault/vault.ts'
import { type SignalId, uuidOf } from '../../services/words.ts'
import { handling } from '../app/ports.ts'
import { stillAsks } from './askedDanger.ts'
import type { CodeSession } from './codeSession.ts'
import { redrawDraft, showDraft } from './draftView.ts'
import { sayNotDone } from './followUp.ts'
import { isCorrection } from './holding.ts'
import { alarmsSettled, deliverChat, markOf, type ReporterTurn, saveChat } from './reporterTurn.ts'
import { lookFirstAt } from './reviewFirst.ts'
import { sayText, wordsOf } from './say.ts'
import { askedIn, heldFor, mineDo, missedBy, openedFor, openOne, openSignals } from './sentSignals.ts'
import { askedFirst } from './understood.ts'

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

/** It belongs here: as the answer to this question where the person said so, else with the signal as more about it. */
export async function placeAt(state: ReporterTurn, draftId: SignalId, where: Where): Promise<ReporterTurn> {
  const { draft } = state.kept.chat
  if (draft?.id !== draftId) return sayText(state, wordsOf(state).chat.notWaiting)
  if (!draft.danger) return placeDraft(state, draft, where)
  // The alarms go on with the signal: where they stand must be known.
  const settled = await alarmsSettled(state)
  return placeDraft(settled, settled.kept.chat.draft ?? draft, where)
}

/**
 * Typed: it is the answer, to the question about `signal` where that is named, else to the only one that waits. Undefined:
 * nothing waits for a place, these are words.
 */
export async function placeAnswer(state: ReporterTurn, signal?: SignalId): Promise<ReporterTurn | undefined> {
  const { draft } = state.kept.chat
  if (!draft?.unplaced) return undefined
  const { chat: t } = wordsOf(state)
  const asked = askedIn(await openSignals(state), missedBy(state, draft)).filter(
    ({ record }) => !signal || record.id === signal,
  )
  const [only, ...others] = asked
  if (!only) return sayText(state, t.noQuestion)
  if (others.length > 0) return sayText(state, t.placeFirst)
  return placeAt(state, draft.id, { signal: only.record.id, question: only.question.id })
}

/** Typed: it is about this signal. Where a question waits in it, it is asked whether this is the answer. */
export async function placeWith(state: ReporterTurn, draft: Draft, signal: SignalId): Promise<ReporterTurn> {
  const kept = await openOne(state, signal)
  return kept && askedIn([kept], missedBy(state, draft)).length > 0
    ? showDraft(state, [kept])
    : placeAt(state, draft.id, { signal })
}

async function placeDraft(
  state: ReporterTurn,
  draft: Draft,
  { signal, question: asked }: Where,
): Promise<ReporterTurn> {
  const said = {
    text: wordsIn(state, draft),
    attachmentsRefused: draft.attachmentsRefused,
    acute: inDanger(draft),
    ...(draft.danger && {
      rang: {
        alarms: draft.alarms,
        unrung: unrung(state.kept.chat),
        called112: draft.danger.called112,
        wroteAt: draft.danger.at,
      },
    }),
  }
  // Typed before a question arrived, it is no answer to it; answered meanwhile, or taken back, it is more information.
  const missed = missedBy(state, draft)
  const to = heldFor(state, draft)
  const wanted = asked ?? (to?.signal === signal ? to.question : undefined)
  const kept = wanted === undefined ? undefined : await openOne(state, signal)
  const question = kept && askedIn([kept], missed).find(({ question: { id } }) => id === wanted)?.question.id
  // Not for here perhaps: that is asked first, also where an older card was pressed.
  if (askedFirst(state, draft)) return showDraft(state)
  const held = await lookFirstAt(state, draft, signal, question)
  if (held) return held
  const deed: ReporterDeed = question
    ? { do: 'answer', question, how: 'text', ...said }
    : { do: 'add', ...said, ...(isCorrection(state, said.text) ? { correction: true as const } : {}) }
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
  // Its files go where its words went. What does not fit there any more goes with the draft.
  const { attachments: files = [] } = draft
  if (files.length > 0) await mineDo(state, signal, { do: 'attach', files }, attaching(command))
  const t = wordsOf(state).chat
  const { reference } = handled.kept.record
  if (inDanger(draft)) state.app.alarms.ended(state.kept.chat.id)
  // Remembered in case the next save fails: the same words left in a chat would say who wrote them.
  openedFor(state, signal)?.placedAs(command)
  const dropped = await dropPlaced(
    state,
    draft,
    signal,
    question ? t.answered(reference) : t.added(reference),
  )
  await stillAsks(state, draft, signal)
  return dropped
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

/** The files of a draft are placed by a command of their own: the same one each time. */
const attaching = (command: string): string => uuidOf(createHash('sha256').update(command).digest('hex'))

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
  const mark = markOf(state)
  const saved = await saveChat(
    state,
    (chat) => ({
      // Which messages were taken lately is forgotten, where it could be compared with a signal. Else this one is one of
      // them: typed where it belongs, and delivered again, it would be words.
      ...dropDraft(to === 'opened' ? withoutHeard(chat) : hear(chat, mark), 'placed', setting),
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
