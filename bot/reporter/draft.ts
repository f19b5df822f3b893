/** The buttons of a draft: send, fill in the form, change the kind, place it, throw it away. */
import { draftGoneCard, draftMovedCard } from '../../cards/reporter/draft.ts'
import { formCard } from '../../cards/reporter/form.ts'
import { waitingText } from '../../cards/reporter/message.ts'
import { speaksOfDanger } from '../../services/signal/danger.ts'
import { sayDanger as dangerSaid, dropDraft, fillForm } from '../../services/signal/drafting.ts'
import { settingOf } from '../../services/signal/register.ts'
import { sendDraft } from '../../services/signal/sending.ts'
import type { Form } from '../../services/signal/signal.ts'
import type { Called112, Certainty, Degree, Kind, SignalId, Urgency } from '../../services/signal/words.ts'
import { vaultKeyOf } from '../../services/vault/vault.ts'
import { receiptOf } from '../courier/attempt.ts'
import { handling } from '../parts.ts'
import { openTalk, saveChat, sayCard, sayText, type Talk, wordsOf } from './chat.ts'
import { redrawDraft, sayDanger, showDraft } from './intake.ts'

const settingFor = (talk: Talk) => settingOf(handling(talk.parts, talk.turn.municipality))

type Chosen = {
  certainty?: Certainty | undefined
  urgency?: Urgency | undefined
  degree?: Degree | undefined
}

/** *Verstuur*: saved first, then the receipt in place of the echo. Pressed twice it is one signal. */
export async function send(talk: Talk, draftId: SignalId | undefined, chosen: Chosen): Promise<void> {
  const { parts, turn } = talk
  const t = wordsOf(talk)
  const { draft } = talk.kept.chat
  const earlier = draftId && talk.kept.chat.sent.find((s) => s.draft === draftId)
  if (earlier && draft?.id !== draftId) {
    await sayText(parts, turn, t.chat.alreadySent(earlier.reference))
    return
  }
  if (!draft || (draftId && draft.id !== draftId)) {
    await sayText(parts, turn, t.chat.nothingToSend)
    return
  }
  // An alarm on its way belongs to this signal: the signal must know where it stands, to mend it.
  if (draft.danger) {
    await parts.courier.settled(talk.kept.chat.id)
    talk.kept = await reopen(talk)
  }
  const choices = {
    certainty: chosen.certainty ?? draft.certainty ?? 'suspicion',
    urgency: chosen.urgency ?? draft.urgency ?? 'normal',
    degree: chosen.degree ?? draft.degree ?? 'confidential',
  }
  const sent = await sendDraft(
    { ...handling(parts, turn.municipality), keys: parts.keys, references: parts.references },
    turn.reporter,
    talk.kept,
    choices,
    talk.language,
  )
  if (sent.done === 'noDraft') {
    await sayText(parts, turn, t.chat.nothingToSend)
    return
  }
  const { record } = sent.kept
  if (sent.done === 'already') {
    await sayText(parts, turn, t.chat.alreadySent(record.reference))
    return
  }
  // "Now danger" chosen in the card, without a word of it in the text: then too 112 comes first.
  if (choices.urgency === 'acute' && !draft.danger) await sayDanger(talk, record.id, true)
  const { answered } = parts.courier.deliver(turn.municipality, sent.kept, turn.reporter.address())
  if (record.degree === 'anonymous')
    await receiptHere(talk, draft.card?.activity, receiptOf(record, turn.municipality))
  await answered
}

/** Nobody can be reached later, so the receipt of an anonymous signal exists in this turn only. */
async function receiptHere(
  talk: Talk,
  echo: string | undefined,
  card: ReturnType<typeof receiptOf>,
): Promise<void> {
  const { parts, turn, language } = talk
  if (echo) {
    const posted = { ...turn.place, activity: echo }
    const updated = await parts.teams.update(posted, { card, notify: waitingText(language) })
    if (!('failed' in updated)) return
  }
  await sayCard(parts, turn, card, language)
}

async function reopen(talk: Talk): Promise<Talk['kept']> {
  return (await openTalk(talk.parts, talk.turn)).kept
}

/** *Wissen*: gone at once, with what was sealed for it. */
export async function discard(talk: Talk, draftId: SignalId | undefined): Promise<void> {
  const { parts, turn, language } = talk
  const { draft } = talk.kept.chat
  if (!draft || (draftId && draft.id !== draftId)) {
    await sayText(parts, turn, wordsOf(talk).chat.nothingToDiscard)
    return
  }
  if (draft.danger) {
    await parts.courier.settled(talk.kept.chat.id)
    talk.kept = await reopen(talk)
  }
  const setting = settingFor(talk)
  const saved = await saveChat(talk, (chat) => dropDraft(chat, 'discarded', setting))
  await parts.store.save([{ op: 'delete', key: vaultKeyOf(turn.municipality.id, draft.vaultKey) }])
  void parts.courier.deliverChat(turn.municipality, saved)
  const card = draftGoneCard({ language, why: 'discarded' })
  const updated =
    draft.card && (await parts.teams.update(draft.card, { card, notify: waitingText(language) }))
  if (!updated || 'failed' in updated) await sayCard(parts, turn, card, language)
}

/** The words went to a signal that stands: the draft of them goes, and its echo with it. */
export async function discardQuietly(talk: Talk): Promise<void> {
  const { parts, turn, language } = talk
  const { draft } = talk.kept.chat
  if (!draft) return
  const setting = settingFor(talk)
  const saved = await saveChat(talk, (chat) => dropDraft(chat, 'placed', setting))
  await parts.store.save([{ op: 'delete', key: vaultKeyOf(turn.municipality.id, draft.vaultKey) }])
  void parts.courier.deliverChat(turn.municipality, saved)
  if (draft.card) {
    await parts.teams.update(draft.card, {
      card: draftMovedCard({ language }),
      notify: waitingText(language),
    })
  }
}

/** A signal after all, or first advice. */
export async function asKind(talk: Talk, draftId: SignalId, kind: Kind): Promise<void> {
  if (talk.kept.chat.draft?.id !== draftId) {
    await sayText(talk.parts, talk.turn, wordsOf(talk).chat.nothingToSend)
    return
  }
  await saveChat(talk, (chat) =>
    chat.draft?.id === draftId ? { ...chat, draft: { ...chat.draft, kind } } : chat,
  )
  await redrawDraft(talk)
}

/** It is something new: the draft goes on as a draft. */
export async function placeNew(talk: Talk, draftId: SignalId): Promise<void> {
  if (talk.kept.chat.draft?.id !== draftId) {
    await sayText(talk.parts, talk.turn, wordsOf(talk).chat.nothingToSend)
    return
  }
  await saveChat(talk, (chat) =>
    chat.draft?.id === draftId ? { ...chat, draft: { ...chat.draft, unplaced: false } } : chat,
  )
  await redrawDraft(talk)
}

/** The optional form, with what is in it already. A draft is begun when there is none. */
export function formFor(talk: Talk, error?: string) {
  const { draft } = talk.kept.chat
  if (!draft) return undefined
  return formCard({
    language: talk.language,
    draft: draft.id,
    values: draft.form ?? {},
    ...(error ? { error } : {}),
  })
}

/** Saves the form in the draft; danger is looked for in it as in any message. */
export async function saveForm(talk: Talk, draftId: SignalId, form: Form): Promise<boolean> {
  if (talk.kept.chat.draft?.id !== draftId) return false
  const danger = speaksOfDanger(Object.values(form).join('\n'))
  const fresh = danger && talk.kept.chat.draft.danger === undefined
  if (fresh) await sayDanger(talk, draftId, false)
  const setting = settingFor(talk)
  const saved = await saveChat(talk, (chat) => fillForm(chat, form, danger, setting))
  if (fresh) void talk.parts.courier.deliverChat(talk.turn.municipality, saved)
  await showDraft(talk)
  return true
}

/** 112 was called or not, or there is no danger: said while it is still a draft. */
export async function saidOfDraft(talk: Talk, said: Called112 | 'takenBack'): Promise<void> {
  const { parts, turn } = talk
  if (said === 'takenBack') {
    await parts.courier.settled(talk.kept.chat.id)
    talk.kept = await reopen(talk)
  }
  if (said === 'unknown') return
  const setting = settingFor(talk)
  const saved = await saveChat(talk, (chat) => dangerSaid(chat, said, setting))
  void parts.courier.deliverChat(turn.municipality, saved)
}
