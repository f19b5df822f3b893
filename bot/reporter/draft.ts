/** The buttons of a draft: send, fill in the form, change the kind, throw it away. */
import { draftGoneCard, draftMovedCard } from '../../cards/reporter/draft/draft.ts'
import { formCard } from '../../cards/reporter/draft/form.ts'
import { waitingText } from '../../cards/reporter/news/message.ts'
import { dropDraft, fillForm, inDanger } from '../../services/draft/drafting.ts'
import { sentAlready } from '../../services/draft/interruptedSend.ts'
import { sendDraft } from '../../services/draft/send.ts'
import { settingOf } from '../../services/signal/handle.ts'
import type { Form } from '../../services/signal/record.ts'
import type { Certainty, Degree, Kind, Urgency } from '../../services/signal/words.ts'
import { speaksOfDanger } from '../../services/understanding/danger/danger.ts'
import { vaultKeyOf } from '../../services/vault/vault.ts'
import type { SignalId } from '../../services/words.ts'
import { handling } from '../app/ports.ts'
import { formAsMeant } from './bsn.ts'
import { openTalk, type ReporterTurn, saveChat, sayCard, sayText, wordsOf } from './chat.ts'
import { codeAgain, giveCode } from './codeReceipt.ts'
import { rings, sayDanger } from './danger.ts'
import { redrawDraft, showDraft } from './draftView.ts'
import { placeAt } from './placeWords.ts'
import { lookFirst } from './reviewFirst.ts'
import { heldFor } from './sentSignals.ts'

const settingFor = (talk: ReporterTurn) => settingOf(handling(talk.parts, talk.turn.municipality))

type Chosen = {
  certainty?: Certainty | undefined
  urgency?: Urgency | undefined
  degree?: Degree | undefined
}

/** *Verstuur*: saved first, then the receipt in place of the echo. Pressed twice it is one signal. */
export async function send(talk: ReporterTurn, draftId: SignalId | undefined, chosen: Chosen): Promise<void> {
  const { parts, turn } = talk
  const t = wordsOf(talk)
  const { draft } = talk.kept.chat
  const earlier = draftId && talk.kept.chat.sent.find((s) => s.draft === draftId)
  if (earlier && draft?.id !== draftId) {
    await sayText(parts, turn, t.chat.alreadySent(earlier.reference))
    return
  }
  if (!draft || (draftId && draft.id !== draftId)) {
    const again = draftId ?? parts.codes.missed(talk.kept.chat.id)
    if (again && (await codeAgain(talk, again))) return
    await sayText(parts, turn, draftId ? t.chat.notWaiting : t.chat.nothingToSend)
    return
  }
  // Held for a signal that was sent before.
  const to = heldFor(talk, draft)
  if (to) return placeAt(talk, draft.id, to.signal)
  // An alarm on its way belongs to this signal: the signal must know where it stands, to mend it.
  if (draft.danger) await settled(talk)
  const choices = {
    certainty: chosen.certainty ?? draft.certainty ?? 'suspicion',
    urgency: chosen.urgency ?? draft.urgency ?? 'normal',
    degree: chosen.degree ?? draft.degree ?? 'confidential',
  }
  if (await lookFirst(talk, draft, choices)) return
  const sent = await sendDraft(
    { ...handling(parts, turn.municipality), keys: parts.keys, references: parts.references },
    turn.reporter,
    talk.kept,
    choices,
    talk.language,
  )
  // What was hidden is not needed any more, and nothing says any more from which chat this came.
  parts.numbers.forget(draft.id)
  if (sent.done === 'ended') {
    await sayText(parts, turn, t.chat.alreadySent(sent.reference))
    return
  }
  if (sent.done === 'noDraft') {
    await sayText(parts, turn, t.chat.notWaiting)
    return
  }
  const { record } = sent.kept
  const code = record.degree === 'anonymous'
  if (sent.done === 'already' && !code) {
    await sayText(parts, turn, t.chat.alreadySent(record.reference))
    return
  }
  // "Now danger" chosen in the card, without a word of it in the text: then too 112 comes first.
  if (choices.urgency === 'acute' && !inDanger(draft))
    await sayDanger(talk, code ? draft.id : record.id, true)
  const { answered } = parts.courier.deliver(turn.municipality, sent.kept, turn.reporter.address())
  const given = code
    ? await giveCode(talk, draft.id, record, draft.card?.activity, sent.done === 'sent')
    : undefined
  await answered
  await hideOlder(talk, draft.card?.activity)
  // Typed, not pressed: the receipt stands where the echo was, further up.
  if (turn.clicked || given === 'before') return
  await sayText(parts, turn, (given ? t.code : t.chat).sentAbove(record.reference))
}

/** Pressed on an older echo that could not give way at the time: the text must not stay on the screen. */
async function hideOlder({ parts, turn, language }: ReporterTurn, echo: string | undefined): Promise<void> {
  if (!turn.clicked || turn.clicked === echo) return
  const card = draftMovedCard({ language })
  await parts.teams.update({ ...turn.place, activity: turn.clicked }, { card, notify: waitingText(language) })
}

/** Waits for alarms under way, and reads the chat that knows where they stand. */
async function settled(talk: ReporterTurn): Promise<void> {
  await talk.parts.courier.alarmsSettled(talk.turn.municipality, talk.kept.chat.id)
  talk.kept = (await openTalk(talk.parts, talk.turn)).kept
}

/** *Wissen*: gone at once, with what was sealed for it. */
export async function discard(talk: ReporterTurn, draftId: SignalId | undefined): Promise<void> {
  const { parts, turn, language } = talk
  const { draft } = talk.kept.chat
  if (!draft || (draftId && draft.id !== draftId)) {
    await sayText(parts, turn, wordsOf(talk).chat.nothingToDiscard)
    return
  }
  if (draft.danger) await settled(talk)
  const sent = await sentAlready({ ...handling(parts, turn.municipality), keys: parts.keys }, talk.kept)
  if (sent) {
    const { reference } = 'record' in sent ? sent.record : sent.tombstone
    await sayText(parts, turn, wordsOf(talk).chat.alreadySent(reference))
    return
  }
  parts.numbers.forget(draft.id)
  const setting = settingFor(talk)
  const saved = await saveChat(talk, (chat) => dropDraft(chat, 'discarded', setting), {
    after: [{ op: 'delete', key: vaultKeyOf(turn.municipality.id, draft.vaultKey) }],
  })
  void parts.courier.deliverChat(turn.municipality, saved)
  const card = draftGoneCard({ language, why: 'discarded' })
  const updated =
    draft.card && (await parts.teams.update(draft.card, { card, notify: waitingText(language) }))
  if (!updated || 'failed' in updated) await sayCard(parts, turn, card, language)
  await hideOlder(talk, draft.card?.activity)
}

/** A signal after all, or first advice. Where it was that already (*Verder*, of the nudge), it is shown again. */
export async function asKind(talk: ReporterTurn, draftId: SignalId, kind: Kind): Promise<void> {
  const { draft } = talk.kept.chat
  if (draft?.id !== draftId) {
    await sayText(talk.parts, talk.turn, wordsOf(talk).chat.notWaiting)
    return
  }
  const same = draft.kind === kind
  if (!same) {
    await saveChat(talk, (chat) =>
      chat.draft?.id === draftId ? { ...chat, draft: { ...chat.draft, kind } } : chat,
    )
  }
  await (talk.turn.clicked && !same ? redrawDraft(talk) : showDraft(talk))
}

/** The optional form, with what is in it already. */
export function formFor(talk: ReporterTurn, error?: string) {
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
export async function saveForm(talk: ReporterTurn, draftId: SignalId, typed: Form): Promise<boolean> {
  const { parts, turn } = talk
  const { draft } = talk.kept.chat
  if (draft?.id !== draftId) return false
  const form = formAsMeant(talk, draft, typed)
  const danger = speaksOfDanger(Object.values(form).join('\n')) && !inDanger(draft)
  if (danger) await sayDanger(talk, draftId, false)
  const setting = settingFor(talk)
  const saved = await saveChat(talk, (chat) => fillForm(chat, form, danger, setting))
  if (danger) {
    rings(turn)
    void parts.courier.deliverChat(turn.municipality, saved)
  }
  await showDraft(talk)
  // The form itself, where it stands in the chat: its text is on the draft's card now.
  await hideOlder(talk, undefined)
  return true
}
