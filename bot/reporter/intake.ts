/** Free words of a reporter: danger first, then to where they belong. Whatever is typed is kept before it is asked about. */
import { draftCard, draftMovedCard } from '../../cards/reporter/draft.ts'
import { waitingText } from '../../cards/reporter/message.ts'
import { placeCard } from '../../cards/reporter/place.ts'
import { welcomeCard } from '../../cards/reporter/welcome.ts'
import type { Draft } from '../../services/signal/chat.ts'
import { speaksOfDanger } from '../../services/signal/danger.ts'
import { fits, hear, heard, type Words, write } from '../../services/signal/drafting.ts'
import { type KeptSignal, settingOf } from '../../services/signal/register.ts'
import { SignalId, VaultKey } from '../../services/signal/words.ts'
import type { Op } from '../../services/store/port.ts'
import { vaultDocument } from '../../services/vault/vault.ts'
import { handling } from '../parts.ts'
import type { Turn } from '../turn.ts'
import { markOf, saveChat, sayCard, sayText, type Talk, wordsOf } from './chat.ts'
import { ringForDraft, rings, sayDanger } from './danger.ts'
import { addTo, answerTo } from './mine.ts'
import { askedIn, openSignals } from './own.ts'

/** What was typed in this turn. */
export const wordsIn = ({ text, attachments }: Turn): Words => ({
  text,
  attachmentsRefused: attachments,
  danger: speaksOfDanger(text),
})

/** A message that is no command. */
export async function takeWords(talk: Talk, words: Words = wordsIn(talk.turn)): Promise<void> {
  const { parts, turn } = talk
  const t = wordsOf(talk)
  const { chat } = talk.kept
  if (words.text === '' && words.attachmentsRefused === 0) {
    await sayText(parts, turn, t.chat.empty)
    return
  }
  // Delivered again: it is kept already, and this is where it stands.
  if (heard(chat, markOf(parts, turn))) return showDraft(talk)
  const { about, draft } = chat
  const placed = about?.what === 'addition' || about?.what === 'answer' ? about : undefined
  const looks = !placed && about?.what !== 'new' && (!draft || draft.unplaced)
  const openOnes = looks ? await openSignals(talk) : []
  const asked = draft ? [] : askedIn(openOnes)
  const single = asked.length === 1 ? asked[0] : undefined
  // The block for 112 is the first thing to be seen, before anything is asked or saved (C1, I.3).
  const belongsTo = placed?.signal ?? single?.record.id
  const draftId = draft?.id ?? SignalId.parse(parts.newId())
  if (words.danger) await sayDanger(talk, belongsTo ?? draftId, belongsTo !== undefined)
  if (placed?.what === 'addition') return addTo(talk, placed.signal, words)
  if (placed?.what === 'answer') return answerTo(talk, placed.signal, placed.question, 'text', words)
  if (single) return answerTo(talk, single.record.id, single.question.id, 'text', words)
  if (!fits(draft, words)) {
    await sayText(parts, turn, t.chat.tooMuch(turn.municipality.phone))
    if (words.danger) await ringForDraft(talk)
    return
  }
  if (!chat.greeted && !words.danger) await greet(talk)
  await keepWords(talk, words, openOnes.length > 0, draftId)
  const { attachmentsRefused: files } = words
  // A photo and nothing else: then it is asked what is on it.
  const only = files === 1 && words.text === '' && !draft
  if (only) await sayText(parts, turn, t.chat.attachmentOnly)
  else if (files > 0) await sayText(parts, turn, t.chat.attachmentRefused(files, talk.accountable.name))
  await showDraft(talk, openOnes)
}

/** The welcome: what this is, who reads it, and that a person decides. */
export async function greet(talk: Talk): Promise<void> {
  const { municipality, officer } = talk.turn
  const card = welcomeCard({ ...aboutReaders(talk), municipality, worksHere: officer !== undefined })
  await sayCard(talk.parts, talk.turn, card, talk.language)
}

/** The welcome by itself; the first words are then not answered with a second one. */
export async function welcome(talk: Talk): Promise<void> {
  await greet(talk)
  if (!talk.kept.chat.greeted) await saveChat(talk, (chat) => ({ ...chat, greeted: true }))
}

const aboutReaders = (talk: Talk) => ({
  language: talk.language,
  accountable: talk.accountable,
  deputy: talk.deputy,
})

/** Saves the words in the draft, and sends the alarm that stands with them. */
async function keepWords(talk: Talk, words: Words, unplaced: boolean, draftId: SignalId): Promise<void> {
  const { parts, turn } = talk
  const fresh = talk.kept.chat.draft === undefined
  const vaultKey = VaultKey.parse(parts.newId())
  const setting = settingOf(handling(parts, turn.municipality))
  const mark = markOf(parts, turn)
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
    (chat) => {
      // Taken meanwhile, from a second delivery of the same message.
      if (heard(chat, mark)) return chat
      const written = write(chat, words, { id: draftId, vaultKey, unplaced }, setting)
      const draft = written.draft && { ...written.draft, language: talk.language }
      return { ...hear(written, mark), greeted: true, ...(draft ? { draft } : {}) }
    },
    { before: vault },
  )
  if (words.danger) rings(turn)
  if (saved.chat.effects.length > 0) void parts.courier.deliverChat(turn.municipality, saved)
}

const echo = (talk: Talk, draft: Draft, error?: string) =>
  draftCard({
    ...aboutReaders(talk),
    draft,
    municipality: talk.turn.municipality,
    surface: talk.parts.surface,
    ...(error ? { error } : {}),
  })

/** Shows what there is of the draft, below what was typed; the older echo gives way. */
export async function showDraft(
  talk: Talk,
  openOnes: readonly KeptSignal[] = [],
  error?: string,
): Promise<void> {
  const { parts, turn, language } = talk
  const { draft } = talk.kept.chat
  if (!draft) return
  const card =
    draft.unplaced && openOnes.length > 0
      ? placeCard({
          language,
          draft,
          open: openOnes.map(({ record }) => ({ signal: record.id, reference: record.reference })),
        })
      : echo(talk, draft, error)
  const [posted] = await Promise.all([
    sayCard(parts, turn, card, language),
    draft.card
      ? parts.teams.update(draft.card, { card: draftMovedCard({ language }), notify: waitingText(language) })
      : undefined,
  ])
  if ('failed' in posted) return
  // The words are kept already; only where they are shown is not, when the store goes away just now.
  await saveChat(talk, (chat) =>
    chat.draft?.id === draft.id ? { ...chat, draft: { ...chat.draft, card: posted } } : chat,
  ).catch((error: unknown) => parts.log.warn('marks.late', { error }))
}

/** Draws the echo anew where it stands; posts it when the client no longer has it. */
export async function redrawDraft(talk: Talk, error?: string): Promise<void> {
  const draft: Draft | undefined = talk.kept.chat.draft
  if (!draft) return
  const card = echo(talk, draft, error)
  const updated =
    draft.card && (await talk.parts.teams.update(draft.card, { card, notify: waitingText(talk.language) }))
  if (!updated || 'failed' in updated) await showDraft(talk, [], error)
}
