/** "Hoort dit bij … of is het nieuw?": where words go that were typed while signals are open. */
import { formLines } from '../../cards/reporter/draft/draft.ts'
import { waitingText } from '../../cards/reporter/news/message.ts'
import { texts } from '../../cards/texts/index.ts'
import type { Draft } from '../../services/draft/chat.ts'
import { dropDraft, inDanger, unrung, withoutHeard } from '../../services/draft/drafting.ts'
import type { ReporterDeed } from '../../services/signal/command.ts'
import { settingOf } from '../../services/signal/handle.ts'
import { uuidOf } from '../../services/vault/codeEntry.ts'
import { keyedHash } from '../../services/vault/seal.ts'
import { vaultKeyOf } from '../../services/vault/vault.ts'
import type { SignalId } from '../../services/words.ts'
import { handling } from '../app/ports.ts'
import { openTalk, type ReporterTurn, saveChat, sayText, wordsOf } from './chat.ts'
import type { Opened } from './codeSession.ts'
import { redrawDraft, showDraft } from './draftView.ts'
import { sayNotDone } from './followUp.ts'
import { lookFirstAt } from './reviewFirst.ts'
import { askedIn, heldFor, isMine, isOpened, mineDo, openSignals } from './sentSignals.ts'

/** How many drafts that were placed with one signal are known by their 112 block. */
const MOST_PLACED = 20

/** The draft of this button; without it the person is told that it is no longer there. */
async function draftOf(talk: ReporterTurn, draftId: SignalId): Promise<Draft | undefined> {
  const { draft } = talk.kept.chat
  if (draft?.id === draftId) return draft
  await sayText(talk.parts, talk.turn, wordsOf(talk).chat.notWaiting)
  return undefined
}

/** It is something new: the draft goes on as a draft. */
export async function placeNew(talk: ReporterTurn, draftId: SignalId): Promise<void> {
  if (!(await draftOf(talk, draftId))) return
  await saveChat(talk, (chat) =>
    chat.draft?.id === draftId ? { ...chat, draft: { ...chat.draft, unplaced: false } } : chat,
  )
  await (talk.turn.clicked ? redrawDraft(talk) : showDraft(talk))
}

/** The words of a draft, its form included: nothing that was typed stays behind. */
function wordsIn(talk: ReporterTurn, draft: Draft): string {
  const typed = draft.parts.map((part) => part.text).join('\n\n')
  const lines = formLines(draft.form ?? {}, texts(talk.language).shared)
  return [typed, ...lines].filter((text) => text !== '').join('\n')
}

/** It belongs to this signal: as the answer to its question where one is open, else as an addition. */
export async function placeAt(talk: ReporterTurn, draftId: SignalId, signal: SignalId): Promise<void> {
  const { parts, turn } = talk
  const found = await draftOf(talk, draftId)
  if (!found) return
  if (found.danger) {
    // The alarms go on with the signal: where they stand must be known.
    await parts.courier.alarmsSettled(turn.municipality, talk.kept.chat.id)
    talk.kept = (await openTalk(parts, turn)).kept
  }
  const draft = talk.kept.chat.draft ?? found
  const said = {
    text: wordsIn(talk, draft),
    attachmentsRefused: draft.attachmentsRefused,
    acute: inDanger(draft),
    ...(draft.danger && {
      rang: {
        alarms: draft.alarms,
        unrung: unrung(talk.kept.chat),
        called112: draft.danger.called112,
      },
    }),
  }
  const asked = isMine(talk, signal) ? askedIn(await openSignals(talk)) : []
  const to = heldFor(talk, draft)
  const waiting = asked.filter(({ record }) => record.id === signal).map((each) => each.question.id)
  const question = to ? waiting.find((id) => id === to.question) : waiting[0]
  if (await lookFirstAt(talk, draft, signal, question)) return
  const deed: ReporterDeed = question
    ? { do: 'answer', question, how: 'text', ...said }
    : { do: 'add', ...said }
  const command = placing(talk, draft)
  const handled = await mineDo(talk, signal, deed, command)
  const twice = handled.done === 'refused' && handled.refusal.refused === 'already'
  if (handled.done !== 'saved' && !twice) {
    // It cannot go there: it goes on as a draft of its own.
    await saveChat(talk, (chat) => {
      if (!chat.draft) return chat
      const { to: _held, ...rest } = chat.draft
      return { ...chat, draft: { ...rest, unplaced: false } }
    })
    await sayNotDone(talk, handled)
    return showDraft(talk)
  }
  const t = wordsOf(talk).chat
  const { reference } = handled.kept.record
  // Should the next save not come about: the same words in a chat would say who wrote them.
  if (talk.opened && isOpened(talk, signal)) talk.opened.placed = command
  await dropPlaced(talk, draft, signal, question ? t.answered(reference) : t.added(reference))
}

/**
 * The same press is one thing; with more words it is another, or what was typed since a press that broke off would go
 * with the draft. Drawn with our key: in a signal that was opened with a code nothing stands that stood in this chat.
 */
function placing(talk: ReporterTurn, draft: Draft): string {
  const { keys } = talk.parts
  const { chat } = talk.kept
  return uuidOf(keyedHash(keys.chat, 'placed', chat.municipality, chat.id, draft.id, wordsIn(talk, draft)))
}

/** Do these words, as they stand, stand with what was opened in this chat? */
export const wasPlaced = (talk: ReporterTurn, draft: Draft, { placed }: Pick<Opened, 'placed'>): boolean =>
  placed !== undefined && placing(talk, draft) === placed

/** Takes a draft out of the chat: its words stand with this signal, or with the one that was `opened` with a code. */
async function takeOut(talk: ReporterTurn, draft: Draft, to: SignalId | 'opened'): Promise<void> {
  const { parts, turn } = talk
  parts.numbers.forget(draft.id)
  const setting = settingOf(handling(parts, turn.municipality))
  const saved = await saveChat(
    talk,
    (chat) => ({
      // What was taken in this chat lately goes, where it could be laid beside a signal.
      ...dropDraft(to === 'opened' ? withoutHeard(chat) : chat, 'placed', setting),
      sent: chat.sent.map((s) =>
        s.signal === to ? { ...s, placed: [...(s.placed ?? []), draft.id].slice(-MOST_PLACED) } : s,
      ),
    }),
    {
      after: [{ op: 'delete', key: vaultKeyOf(turn.municipality.id, draft.vaultKey) }],
      // As after an anonymous send: a document that stays would say when this was.
      left: to === 'opened',
    },
  )
  if (saved.chat.effects.length > 0) void parts.courier.deliverChat(turn.municipality, saved)
}

/** What could not be taken out of the chat in its own turn, because the store was away. @throws StoreUnavailable */
export async function takeOutLater(talk: ReporterTurn, draft: Draft): Promise<void> {
  const { parts, language } = talk
  await takeOut(talk, draft, 'opened')
  const { away } = wordsOf(talk).code
  if (draft.card) await parts.teams.update(draft.card, { text: away, notify: waitingText(language) })
}

/** The words stand with a signal now: the draft of them goes, and its card says where they are. */
async function dropPlaced(talk: ReporterTurn, draft: Draft, signal: SignalId, text: string): Promise<void> {
  const { parts, turn, language } = talk
  await takeOut(talk, draft, isOpened(talk, signal) ? 'opened' : signal)
  if (talk.opened && isOpened(talk, signal)) talk.opened.placed = undefined
  const updated =
    draft.card && (await parts.teams.update(draft.card, { text, notify: waitingText(language) }))
  if (draft.card && updated && !('failed' in updated)) parts.codes.said(talk.kept.chat.id, text, draft.card)
  const seen = updated && !('failed' in updated) && turn.clicked === draft.card?.activity
  if (!seen) await sayText(parts, turn, text)
}
