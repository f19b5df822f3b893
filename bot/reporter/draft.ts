/** The buttons of a draft: send, fill in the form, change the kind, throw it away. */

import { draftGoneCard, draftMovedCard } from '../../cards/reporter/draft/draft.ts'
import { formCard } from '../../cards/reporter/draft/form.ts'
import { waitingText } from '../../cards/reporter/news/message.ts'
import type { Chat, Draft } from '../../services/draft/chat.ts'
import { degreeNow } from '../../services/draft/degreeNow.ts'
import { fillForm, inDanger } from '../../services/draft/drafting.ts'
import { sendDraft } from '../../services/draft/send.ts'
import { eraseDraft } from '../../services/draft/undo.ts'
import { settingOf } from '../../services/signal/handle.ts'
import type { Form } from '../../services/signal/record.ts'
import type { Certainty, Degree, Kind, Minor, Urgency } from '../../services/signal/words.ts'
import { vaultKeyOf } from '../../services/vault/vault.ts'
import type { SignalId } from '../../services/words.ts'
import { handling } from '../app/ports.ts'
import { stillAsks } from './askedDanger.ts'
import { formAsMeant } from './bsn.ts'
import { codeAgain, giveCode } from './codeReceipt.ts'
import { sayDanger } from './danger.ts'
import { redrawDraft, showDraft } from './draftView.ts'
import { placeAt } from './placeWords.ts'
import { type OfDanger, ofDanger } from './readingOf.ts'
import { alarmsSettled, deliverChat, type ReporterTurn, saveChat } from './reporterTurn.ts'
import { lookFirst } from './reviewFirst.ts'
import { ringsAfter } from './ringing.ts'
import { sayCard, sayText, wordsOf } from './say.ts'
import { heldFor, openSignals } from './sentSignals.ts'
import { askedFirst, choicesFor, otherLanguageOf, readDraft } from './understood.ts'

const settingFor = (state: ReporterTurn) => settingOf(handling(state.app, state.turn.municipality))

type Chosen = {
  certainty?: Certainty | undefined
  urgency?: Urgency | undefined
  degree?: Degree | undefined
  minor?: Minor | undefined
  department?: string | undefined
}

/**
 * Sends: saved first, then the receipt in place of the echo. Pressed twice it is one signal. The turn ends here: the
 * state that it gives is the one from before the send, which saves the chat itself.
 */
export async function send(
  state: ReporterTurn,
  draftId: SignalId | undefined,
  chosen: Chosen,
): Promise<ReporterTurn> {
  const { app } = state
  const t = wordsOf(state)
  const { draft } = state.kept.chat
  const earlier = draftId && state.kept.chat.sent.find((s) => s.draft === draftId)
  if (earlier && draft?.id !== draftId) return sayText(state, t.chat.alreadySent(earlier.reference))
  if (!draft || (draftId && draft.id !== draftId)) {
    const again = draftId ?? app.codes.missed(state.kept.chat.id)
    if (again && (await codeAgain(state, again))) return state
    return sayText(state, draftId ? t.chat.notWaiting : t.chat.nothingToSend)
  }
  // Held for a signal that was sent before.
  const to = heldFor(state, draft)
  if (to) return placeAt(state, draft.id, to)
  if (askedFirst(state, draft)) return showDraft(await sayText(state, t.talk.fork.askedFirst))
  // Where it belongs is not known yet: sent as it is it would be something new, whatever was meant. Danger waits for nothing.
  const open = draft.unplaced && !inDanger(draft) ? await openSignals(state) : []
  if (open.length > 0) return showDraft(await sayText(state, t.chat.placeFirst), open)
  // A card whose inputs did not come along: who may know is never guessed, for what was chosen may be less than the usual.
  if (draftId && chosen.degree === undefined && draft.degree !== 'anonymous')
    return showDraft(state, [], t.chat.degreeMissing)
  const danger = inDanger(draft) || (chosen.urgency ?? draft.urgency) === 'acute'
  if (!app.day.maySend(state.kept.chat.id, danger))
    return sayText(state, t.chat.tooManyToday(state.turn.municipality.phone))
  // An alarm on its way belongs to this signal: the signal must know where it stands, to mend it.
  return sendAsChosen(draft.danger ? await alarmsSettled(state) : state, draft, chosen)
}

/** Sends this draft with these choices, once nothing more is to be asked. @throws StoreUnavailable */
export async function sendAsChosen(state: ReporterTurn, draft: Draft, chosen: Chosen): Promise<ReporterTurn> {
  const { app, turn } = state
  const t = wordsOf(state)
  const usual = choicesFor(state, draft)
  const choices = {
    certainty: chosen.certainty ?? usual.certainty,
    urgency: chosen.urgency ?? draft.urgency ?? (draft.who === 'writerSelfHarm' ? 'high' : usual.urgency),
    degree: chosen.degree ?? (inDanger(draft) ? degreeNow(draft) : usual.degree),
    minor: chosen.minor ?? usual.minor,
    writtenIn: otherLanguageOf(readDraft(state, draft)),
    department: turn.municipality.departments?.find((each) => each === chosen.department),
  }
  const shown = await lookFirst(state, draft, choices)
  if (shown) return shown
  const sent = await sendDraft(
    { ...handling(app, turn.municipality), keys: app.keys, references: app.references },
    turn.reporter,
    state.kept,
    choices,
    state.language,
  )
  // What was hidden is not needed any more, and nothing says any more from which chat this came.
  app.numbers.forget(draft.id)
  if (sent.done === 'noDraft') return sayText(state, t.chat.notWaiting)
  if (sent.done === 'sent') {
    app.day.sent(state.kept.chat.id)
    if (inDanger(draft)) app.alarms.ended(state.kept.chat.id)
  }
  const { record } = sent.kept
  const code = record.degree === 'anonymous'
  if (code) app.codes.sentAnonymously(state.kept.chat.id)
  else app.codes.notAnonymous(state.kept.chat.id)
  if (sent.done === 'already' && !code) return sayText(state, t.chat.alreadySent(record.reference))
  // "Now danger" chosen in the card, without a word of it in the text: then too 112 comes first.
  if (choices.urgency === 'acute' && !inDanger(draft))
    await sayDanger(state, code ? draft.id : record.id, true)
  const { answered } = app.courier.deliver(turn.municipality, sent.kept, turn.reporter.address())
  const given = code
    ? await giveCode(state, draft.id, record, draft.card?.activity, sent.done === 'sent')
    : undefined
  await answered
  await hideOlder(state, draft.card?.activity)
  // It was asked whether there is danger, and sent before that was answered.
  await stillAsks(state, draft, code ? draft.id : record.id)
  if (draft.who === 'writer') await sayText(state, t.danger.writer.after)
  // Typed, not pressed: the receipt stands where the echo was, further up.
  const told =
    turn.clicked || given === 'before'
      ? state
      : await sayText(state, (given ? t.code : t.chat).sentAbove(record.reference))
  // Another story waits: it is the one that is written on now.
  return (state.kept.chat.parked ?? []).length > 0 ? sayText(told, t.talk.undo.next) : told
}

/** Replaces an older echo that was pressed because it could not be replaced at the time: the text must not stay on it. */
export async function hideOlder(
  { app, turn, language }: ReporterTurn,
  echo: string | undefined,
): Promise<void> {
  if (!turn.clicked || turn.clicked === echo) return
  const card = draftMovedCard({ language })
  await app.teams.update({ ...turn.place, activity: turn.clicked }, { card, notify: waitingText(language) })
}

/** Throws the draft away: gone at once, with what was sealed for it. */
export async function discard(state: ReporterTurn, draftId: SignalId | undefined): Promise<ReporterTurn> {
  const { app, turn, language } = state
  const { draft } = state.kept.chat
  if (!draft || (draftId && draft.id !== draftId)) return sayText(state, wordsOf(state).chat.nothingToDiscard)
  const settled = draft.danger ? await alarmsSettled(state) : state
  app.numbers.forget(draft.id)
  const setting = settingFor(state)
  // Sent meanwhile, its signal needs what the vault holds.
  const stands = (chat: Chat) => chat.draft?.id === draft.id
  const saved = await saveChat(settled, (chat) => (stands(chat) ? eraseDraft(chat, setting) : chat), {
    also: (before) =>
      stands(before) ? [{ op: 'delete', key: vaultKeyOf(turn.municipality.id, draft.vaultKey) }] : [],
  })
  const sent = saved.kept.chat.sent.find((each) => each.draft === draft.id)
  if (sent) return sayText(saved, wordsOf(saved).chat.alreadySent(sent.reference))
  if (inDanger(draft)) app.alarms.ended(saved.kept.chat.id)
  deliverChat(saved)
  const card = draftGoneCard({ language, why: 'discarded', draft: draft.id })
  const updated = draft.card && (await app.teams.update(draft.card, { card, notify: waitingText(language) }))
  if (!updated || 'failed' in updated) await sayCard(state, card)
  await hideOlder(state, draft.card?.activity)
  return saved.kept.chat.draft ? sayText(saved, wordsOf(saved).talk.undo.next) : saved
}

/** A signal after all, or first advice. Where it was that already (the nudge's button to go on) it is shown again. */
export async function asKind(state: ReporterTurn, draftId: SignalId, kind: Kind): Promise<ReporterTurn> {
  const { draft } = state.kept.chat
  if (draft?.id !== draftId) return sayText(state, wordsOf(state).chat.notWaiting)
  if (draft.kind === kind) return showDraft(state)
  const saved = await saveChat(state, (chat) =>
    chat.draft?.id === draftId ? { ...chat, draft: { ...chat.draft, kind } } : chat,
  )
  return state.turn.clicked ? redrawDraft(saved) : showDraft(saved)
}

/** The optional form, with what is in it already. */
export function formFor(state: ReporterTurn, error?: string) {
  const { draft } = state.kept.chat
  if (!draft) return undefined
  return formCard({
    language: state.language,
    draft: draft.id,
    values: draft.form ?? {},
    ...(error ? { error } : {}),
  })
}

/** Posts the form; without a draft it says that there must be one first. */
export async function showForm(state: ReporterTurn, error?: string): Promise<ReporterTurn> {
  const card = formFor(state, error)
  if (!card) return sayText(state, wordsOf(state).chat.formNeedsDraft)
  await sayCard(state, card)
  return state
}

/**
 * Saves the form in the draft; danger is looked for in it as in any message. Undefined: this draft does not wait any more.
 */
export async function saveForm(
  state: ReporterTurn,
  draftId: SignalId,
  typed: Form,
): Promise<ReporterTurn | undefined> {
  const { draft } = state.kept.chat
  if (draft?.id !== draftId) return undefined
  const form = formAsMeant(state, draft, typed)
  const text = Object.values(form).join('\n')
  const read: OfDanger = inDanger(draft) ? { danger: false } : ofDanger(text)
  if (read.danger) await sayDanger(state, draftId, false, read.who)
  const setting = settingFor(state)
  const after = read.danger ? ringsAfter(state, text) : undefined
  const saved = await saveChat(state, (chat) => fillForm(chat, form, read, setting, after))
  if (read.danger) {
    state.turn.progress.claimAlarm()
    deliverChat(saved)
  }
  const shown = await showDraft(saved)
  // The form itself, where it stands in the chat: its text is on the draft's card now.
  await hideOlder(shown, undefined)
  return shown
}
