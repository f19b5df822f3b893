/** "Hoort dit bij … of is het nieuw?": where words go that were typed while signals are open. */
import { formLines } from '../../cards/reporter/draft.ts'
import { waitingText } from '../../cards/reporter/message.ts'
import { texts } from '../../cards/texts/index.ts'
import type { Draft } from '../../services/signal/chat.ts'
import type { ReporterDeed } from '../../services/signal/command.ts'
import { dropDraft, inDanger, unrung, withoutHeard } from '../../services/signal/drafting.ts'
import { settingOf } from '../../services/signal/register.ts'
import type { SignalId } from '../../services/signal/words.ts'
import { anonymousOf } from '../../services/vault/codeEntry.ts'
import { vaultKeyOf } from '../../services/vault/vault.ts'
import { handling } from '../outside.ts'
import { openTalk, saveChat, sayText, type Talk, wordsOf } from './chat.ts'
import { redrawDraft, showDraft } from './echo.ts'
import { lookFirstAt } from './looking.ts'
import { sayNotDone } from './mine.ts'
import { askedIn, heldFor, isMine, isOpened, mineDo, openSignals } from './own.ts'

/** How many drafts that were placed with one signal are known by their 112 block. */
const MOST_PLACED = 20

/** The draft of this button; without it the person is told that it is no longer there. */
async function draftOf(talk: Talk, draftId: SignalId): Promise<Draft | undefined> {
  const { draft } = talk.kept.chat
  if (draft?.id === draftId) return draft
  await sayText(talk.parts, talk.turn, wordsOf(talk).chat.notWaiting)
  return undefined
}

/** It is something new: the draft goes on as a draft. */
export async function placeNew(talk: Talk, draftId: SignalId): Promise<void> {
  if (!(await draftOf(talk, draftId))) return
  await saveChat(talk, (chat) =>
    chat.draft?.id === draftId ? { ...chat, draft: { ...chat.draft, unplaced: false } } : chat,
  )
  await (talk.turn.clicked ? redrawDraft(talk) : showDraft(talk))
}

/** The words of a draft, its form included: nothing that was typed stays behind. */
function wordsIn(talk: Talk, draft: Draft): string {
  const typed = draft.parts.map((part) => part.text).join('\n\n')
  const lines = formLines(draft.form ?? {}, texts(talk.language).shared)
  return [typed, ...lines].filter((text) => text !== '').join('\n')
}

/** It belongs to this signal: as the answer to its question where one is open, else as an addition. */
export async function placeAt(talk: Talk, draftId: SignalId, signal: SignalId): Promise<void> {
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
  const handled = await mineDo(talk, signal, deed, placing(talk, draft, signal))
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
  await dropPlaced(talk, draft, signal, question ? t.answered(reference) : t.added(reference))
}

/** The same press is one thing. In a signal that was opened with a code no id stands that stood in this chat. */
const placing = (talk: Talk, { id }: Draft, signal: SignalId): string =>
  isOpened(talk, signal)
    ? anonymousOf(talk.parts.keys, talk.turn.municipality.id, talk.kept.chat.id, id).command
    : id

/** The words stand with a signal now: the draft of them goes, and its card says where they are. */
async function dropPlaced(talk: Talk, draft: Draft, signal: SignalId, text: string): Promise<void> {
  const { parts, turn, language } = talk
  parts.numbers.forget(draft.id)
  const setting = settingOf(handling(parts, turn.municipality))
  const saved = await saveChat(
    talk,
    (chat) => ({
      // What was taken in this chat lately goes, where it could be laid beside a signal.
      ...dropDraft(isOpened(talk, signal) ? withoutHeard(chat) : chat, 'placed', setting),
      sent: chat.sent.map((s) =>
        s.signal === signal ? { ...s, placed: [...(s.placed ?? []), draft.id].slice(-MOST_PLACED) } : s,
      ),
    }),
    {
      after: [{ op: 'delete', key: vaultKeyOf(turn.municipality.id, draft.vaultKey) }],
      // As after an anonymous send: a document that stays would say when this was.
      left: isOpened(talk, signal),
    },
  )
  if (saved.chat.effects.length > 0) void parts.courier.deliverChat(turn.municipality, saved)
  const updated =
    draft.card && (await parts.teams.update(draft.card, { text, notify: waitingText(language) }))
  if (draft.card && updated && !('failed' in updated)) parts.codes.said(talk.kept.chat.id, text, draft.card)
  const seen = updated && !('failed' in updated) && turn.clicked === draft.card?.activity
  if (!seen) await sayText(parts, turn, text)
}
