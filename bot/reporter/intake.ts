/** Free words of a reporter: danger first, then to where they belong. Whatever is typed is kept before it is asked about. */
import { dangerCard } from '../../cards/reporter/danger.ts'
import { draftCard, draftMovedCard } from '../../cards/reporter/draft.ts'
import { waitingText } from '../../cards/reporter/message.ts'
import { placeCard } from '../../cards/reporter/place.ts'
import { welcomeCard } from '../../cards/reporter/welcome.ts'
import type { Draft } from '../../services/signal/chat.ts'
import { speaksOfDanger } from '../../services/signal/danger.ts'
import { fits, type Words, write } from '../../services/signal/drafting.ts'
import { type KeptSignal, readSignal, settingOf } from '../../services/signal/register.ts'
import { SignalId, VaultKey } from '../../services/signal/words.ts'
import type { Op } from '../../services/store/port.ts'
import { vaultDocument } from '../../services/vault/vault.ts'
import { handling } from '../parts.ts'
import { readerLanguage, readers, saveChat, sayCard, sayText, type Talk, wordsOf } from './chat.ts'
import { addTo, answerTo } from './mine.ts'

/** How many of one's newest signals are looked at to find where words belong. */
const NEWEST = 10

/** Signals of this chat that are still open, newest first. */
export async function openSignals(talk: Talk): Promise<KeptSignal[]> {
  const newest = talk.kept.chat.sent.slice(-NEWEST).reverse()
  const read = await Promise.all(
    newest.map((s) => readSignal(talk.parts.store, talk.turn.municipality.id, s.signal)),
  )
  return read.flatMap((kept) => (kept && 'record' in kept && kept.record.state !== 'closed' ? [kept] : []))
}

const settingFor = (talk: Talk) => settingOf(handling(talk.parts, talk.turn.municipality))

/** A message that is no command. */
export async function takeWords(talk: Talk): Promise<void> {
  const { parts, turn } = talk
  const t = wordsOf(talk)
  const words: Words = {
    text: turn.text,
    attachmentsRefused: turn.attachments,
    danger: speaksOfDanger(turn.text),
  }
  const { chat } = talk.kept
  if (words.text === '' && words.attachmentsRefused === 0) {
    await sayText(parts, turn, t.chat.empty)
    return
  }
  const about = chat.about
  const placed = about && about.what !== 'new' ? about : undefined
  const openOnes = chat.draft || about?.what === 'new' || placed ? [] : await openSignals(talk)
  const asked = openOnes.flatMap(({ record }) =>
    record.questions.filter((q) => !q.answer).map((q) => ({ record, q })),
  )
  const single = asked.length === 1 ? asked[0] : undefined
  // The block for 112 is the first thing to be seen, before anything is asked or saved (C1, I.3).
  const belongsTo = placed?.signal ?? single?.record.id
  const draftId = chat.draft?.id ?? SignalId.parse(parts.newId())
  if (words.danger) await sayDanger(talk, belongsTo ?? draftId, belongsTo !== undefined)
  if (placed?.what === 'addition') {
    await addTo(talk, placed.signal, words)
    return
  }
  if (placed?.what === 'answer') return answerTo(talk, placed.signal, placed.question, 'text', words)
  if (single) return answerTo(talk, single.record.id, single.q.id, 'text', words)
  if (!fits(chat.draft, words)) {
    await sayText(parts, turn, t.chat.tooMuch(turn.municipality.phone))
    return
  }
  if (!chat.greeted && !words.danger) await greet(talk)
  const unplaced = openOnes.length > 0
  await keepWords(talk, words, unplaced, draftId)
  if (words.attachmentsRefused > 0)
    await sayText(parts, turn, t.chat.attachmentRefused(words.attachmentsRefused, talk.accountable.name))
  await showDraft(talk, unplaced ? openOnes : [])
}

/** The welcome, once: what this is, who reads it, and that a person decides. */
export async function greet(talk: Talk): Promise<void> {
  const { municipality } = talk.turn
  await sayCard(talk.parts, talk.turn, welcomeCard({ ...aboutReaders(talk), municipality }), talk.language)
}

const aboutReaders = (talk: Talk) => ({
  language: talk.language,
  accountable: talk.accountable,
  deputy: talk.deputy,
})

/** Posts the 112 block. */
export async function sayDanger(talk: Talk, about: SignalId, sent: boolean): Promise<void> {
  await sayCard(talk.parts, talk.turn, dangerCard({ ...aboutReaders(talk), about, sent }), talk.language)
}

/** Saves the words in the draft, and sends the alarm that stands with them. */
async function keepWords(talk: Talk, words: Words, unplaced: boolean, draftId: SignalId): Promise<void> {
  const { parts, turn } = talk
  const fresh = talk.kept.chat.draft === undefined
  const vaultKey = VaultKey.parse(parts.newId())
  const setting = settingFor(talk)
  const vault: Op[] = fresh
    ? [
        {
          op: 'create',
          document: vaultDocument(parts.keys, turn.municipality.id, vaultKey, turn.reporter, 'confidential'),
        },
      ]
    : []
  const saved = await saveChat(
    talk,
    (chat) => ({ ...write(chat, words, { id: draftId, vaultKey, unplaced }, setting), greeted: true }),
    vault,
  )
  if (saved.chat.effects.length > 0) void parts.courier.deliverChat(turn.municipality, saved)
}

/** Shows what there is of the draft, below what was typed; the older echo gives way. */
export async function showDraft(
  talk: Talk,
  openOnes: readonly KeptSignal[] = [],
  error?: string,
): Promise<void> {
  const { parts, turn, language } = talk
  const { draft } = talk.kept.chat
  if (!draft) return
  const { municipality } = turn
  const card =
    draft.unplaced && openOnes.length > 0
      ? placeCard({
          language,
          draft,
          open: openOnes.map(({ record }) => ({ signal: record.id, reference: record.reference })),
        })
      : draftCard({ ...aboutReaders(talk), draft, municipality, ...(error ? { error } : {}) })
  const [posted] = await Promise.all([
    sayCard(parts, turn, card, language),
    draft.card
      ? parts.teams.update(draft.card, { card: draftMovedCard({ language }), notify: waitingText(language) })
      : undefined,
  ])
  if ('failed' in posted) return
  await saveChat(talk, (chat) =>
    chat.draft?.id === draft.id ? { ...chat, draft: { ...chat.draft, card: posted } } : chat,
  )
}

/** Draws the echo anew where it stands; posts it when the client no longer has it. */
export async function redrawDraft(talk: Talk, error?: string): Promise<void> {
  const draft: Draft | undefined = talk.kept.chat.draft
  if (!draft) return
  const { municipality } = talk.turn
  const card = draftCard({ ...aboutReaders(talk), draft, municipality, ...(error ? { error } : {}) })
  const updated =
    draft.card && (await talk.parts.teams.update(draft.card, { card, notify: waitingText(talk.language) }))
  if (!updated || 'failed' in updated) await showDraft(talk, [], error)
}

/**
 * The store is away and somebody may be in danger: the block and the alarm go out all the same, without a record.
 * The reporter is told what was not saved.
 */
export async function dangerWithoutStore(parts: Talk['parts'], turn: Talk['turn']): Promise<void> {
  const language = readerLanguage(parts, turn)
  const who = readers(parts, turn)
  const about = SignalId.parse(parts.newId())
  await sayCard(parts, turn, dangerCard({ language, ...who, about, sent: false }), language)
  await parts.courier.alarmDirectly(turn.municipality)
}
