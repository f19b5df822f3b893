/**
 * A message that its writer changed, took back or put back in Teams. What is not sent yet changes along; what is sent does
 * not, and that is said. Words of danger are danger in a changed message too.
 */

import type { Chat, Said } from '../../services/draft/chat.ts'
import { fits, inDanger, rewrite } from '../../services/draft/drafting.ts'
import { isEmpty, placeOf, saidIn } from '../../services/draft/said.ts'
import { settingOf } from '../../services/signal/handle.ts'
import type { Reference, SignalId } from '../../services/words.ts'
import { handling } from '../app/ports.ts'
import { asAllowed, rememberTyped } from './bsn.ts'
import { sayDanger, sayNeed } from './danger.ts'
import { discard } from './draft.ts'
import { showDraft } from './draftView.ts'
import { takeWords, wordsIn } from './intake.ts'
import { parseCommand } from './parseCommand.ts'
import { deliverChat, messageOf, momentOf, type ReporterTurn, saveChat } from './reporterTurn.ts'
import { sayText, wordsOf } from './say.ts'
import type { Typed } from './typed.ts'

/** Where the message stands that this turn tells of. */
type Stands =
  | { where: 'draft'; mark: string; said: Said; draft: SignalId }
  | { where: 'sent'; reference: Reference }
  | { where: 'nowhere' }

function standsOf(state: ReporterTurn): Stands {
  const mark = messageOf(state)
  const { draft, sent } = state.kept.chat
  const said = saidIn(draft, mark)
  if (mark !== undefined && draft && said) return { where: 'draft', mark, said, draft: draft.id }
  const to = mark === undefined ? undefined : sent.find(({ messages }) => messages?.includes(mark))
  return to ? { where: 'sent', reference: to.reference } : { where: 'nowhere' }
}

/** A message was changed. @throws StoreUnavailable */
export async function messageEdited(state: ReporterTurn): Promise<ReporterTurn> {
  const words = wordsIn(state.turn)
  const { chat: t } = wordsOf(state)
  const stands = standsOf(state)
  if (stands.where === 'draft') {
    // Taken back, and changed before that: it comes too late.
    if (stands.said.gone) return state
    if (words.text === '' && words.attachmentsRefused === 0) return messageDeleted(state)
    return rewritten(state, stands, words, t.edited)
  }
  // Danger, or what may be, is taken as new words: what was sent does not change along.
  if (words.danger || words.asks || words.who) return takeWords(state, words)
  return sayText(state, stands.where === 'sent' ? t.editedSent(stands.reference) : t.editedUnknown)
}

/** A message was taken back: its words go, unless they were sent. @throws StoreUnavailable */
export async function messageDeleted(state: ReporterTurn): Promise<ReporterTurn> {
  const { chat: t } = wordsOf(state)
  const stands = standsOf(state)
  if (stands.where === 'sent') return sayText(state, t.deletedSent(stands.reference))
  if (stands.where === 'nowhere') return sayText(state, t.deletedUnknown)
  if (stands.said.gone) return state
  const { draft } = state.kept.chat
  const none: Typed = { text: '', attachmentsRefused: 0, danger: false }
  const left = rewrite(state.kept.chat, stands.mark, none, gone(state), settingFor(state))
  // With nothing left in it the draft goes, and what was sealed for it.
  if (draft && left?.draft && isEmpty(left.draft)) return sayText(await discard(state, draft.id), t.deleted)
  return rewritten(state, stands, none, t.deleted, true)
}

/** A message that was taken back is put back. @throws StoreUnavailable */
export async function messageRestored(state: ReporterTurn): Promise<ReporterTurn> {
  const words = wordsIn(state.turn)
  const { chat: t } = wordsOf(state)
  const stands = standsOf(state)
  if (stands.where === 'draft') return rewritten(state, stands, words, t.restored)
  if (stands.where === 'sent') {
    return words.danger ? takeWords(state, words) : sayText(state, t.restoredSent(stands.reference))
  }
  const { word, reference } = parseCommand(words.text)
  const isWords = word === undefined && reference === undefined && words.text !== ''
  return isWords ? takeWords(state, words) : sayText(state, t.editedUnknown)
}

const settingFor = ({ app, turn }: ReporterTurn) => settingOf(handling(app, turn.municipality))

const gone = (state: ReporterTurn) => ({ changed: momentOf(state), gone: true })

/** Puts these words in the place of those of the message, and shows the draft as it is now. */
async function rewritten(
  state: ReporterTurn,
  { mark, said, draft: id }: Extract<Stands, { where: 'draft' }>,
  came: Typed,
  notice: string,
  isGone = false,
): Promise<ReporterTurn> {
  const { draft } = state.kept.chat
  const place = draft && placeOf(draft, mark)
  if (!draft || !place) return state
  const { text, hidden = [] } = came
  const words: Typed = { ...came, ...asAllowed(state, draft, { text, hidden }) }
  const was = draft.parts.slice(place.from, place.to).map((part) => part.text)
  // Told of something that changed nothing, as of a preview that was added below it.
  if (!isGone && !said.gone && was.join('') === words.text && said.files === words.attachmentsRefused)
    return state
  const rest = { ...draft, parts: draft.parts.toSpliced(place.from, place.to - place.from) }
  const { chat: t } = wordsOf(state)
  const { phone } = state.turn.municipality
  if (words.danger && !inDanger(draft)) await sayDanger(state, id, false, words.who)
  else if (words.who === 'writerSelfHarm') await sayNeed(state, id)
  if (!fits(rest, words)) return sayText(state, t.tooMuch(phone))
  const setting = settingFor(state)
  let done = false
  const change = (chat: Chat): Chat => {
    const next = rewrite(chat, mark, words, { changed: momentOf(state), gone: isGone }, setting)
    done = next !== undefined
    return next ?? chat
  }
  const saved = await saveChat(state, change)
  if (!done) return saved
  const { draft: now, effects } = saved.kept.chat
  const at = now && placeOf(now, mark)
  if (now && at) rememberTyped(saved, now, words, at, place.to - place.from)
  if (words.danger) state.turn.progress.claimAlarm()
  if (effects.length > 0) deliverChat(saved)
  return showDraft(saved, [], notice)
}
