/** Words become a draft, or more of one: kept before anything is asked about them. */
import type { Draft } from '../../services/draft/chat.ts'
import { fits, hear, heard, write } from '../../services/draft/drafting.ts'
import { type KeptSignal, settingOf } from '../../services/signal/handle.ts'
import type { Op } from '../../services/store/port.ts'
import { vaultDocument, vaultKeyOf } from '../../services/vault/vault.ts'
import { type SignalId, VaultKey } from '../../services/words.ts'
import { handling } from '../app/ports.ts'
import { rememberTyped } from './bsn.ts'
import { markOf, type ReporterTurn, saveChat, sayText, wordsOf } from './chat.ts'
import { ringForDraft, rings } from './danger.ts'
import { greet, showDraft } from './draftView.ts'
import type { Typed } from './typed.ts'

/** Keeps words as a draft and shows it; `openOnes` are the signals that they may belong to instead. */
export async function asDraft(
  talk: ReporterTurn,
  words: Typed,
  openOnes: readonly KeptSignal[],
  draftId: SignalId,
): Promise<void> {
  const { parts, turn } = talk
  const t = wordsOf(talk)
  const { chat } = talk.kept
  const { draft } = chat
  if (!fits(draft, words)) {
    await sayText(parts, turn, t.chat.tooMuch(turn.municipality.phone))
    if (words.danger) await ringForDraft(talk)
    return
  }
  if (!chat.greeted && !words.danger) await greet(talk)
  await keepWords(talk, words, { unplaced: openOnes.length > 0, draftId })
  const { attachmentsRefused: files } = words
  // A photo and nothing else: then it is asked what is on it.
  const only = files === 1 && words.text === '' && !draft
  if (only) await sayText(parts, turn, t.chat.attachmentOnly)
  else if (files > 0) await sayText(parts, turn, t.chat.attachmentRefused(files, talk.accountable.name))
  await showDraft(talk, openOnes)
}

/** Saves the words in the draft, and sends the alarm that stands with them. */
export async function keepWords(
  talk: ReporterTurn,
  words: Typed,
  { unplaced, draftId, to }: { unplaced: boolean; draftId: SignalId; to?: Draft['to'] },
): Promise<void> {
  const { parts, turn } = talk
  const fresh = talk.kept.chat.draft === undefined
  const vaultKey = VaultKey.parse(parts.newId())
  const setting = settingOf(handling(parts, turn.municipality))
  const mark = markOf(parts, turn)
  // Where nobody may know who it is, only the way back is sealed, until the person chooses otherwise.
  const addressOnly = to?.quiet === true || talk.opened !== undefined
  const vault: Op[] = fresh
    ? [
        {
          op: 'create',
          document: vaultDocument(
            parts.keys,
            turn.municipality.id,
            vaultKey,
            turn.reporter,
            addressOnly ? 'unknown' : 'confidential',
          ),
        },
      ]
    : []
  // Who came with a code writes as somebody whom nobody may know.
  const begun = {
    ...(unplaced && talk.opened ? { degree: 'anonymous' as const } : {}),
    ...(addressOnly ? { addressOnly: true as const } : {}),
  }
  const saved = await saveChat(
    talk,
    (chat) => {
      // Taken meanwhile, from a second delivery of the same message.
      if (heard(chat, mark)) return chat
      const written = write(chat, words, { id: draftId, vaultKey, unplaced, to }, setting)
      const own = written.draft?.vaultKey === vaultKey ? begun : {}
      const draft = written.draft && { ...written.draft, ...own, language: talk.language }
      return { ...hear(written, mark), greeted: true, ...(draft ? { draft } : {}) }
    },
    { before: vault },
  )
  if (saved.chat.draft) rememberTyped(talk, saved.chat.draft, words)
  if (words.danger) rings(turn)
  if (saved.chat.effects.length > 0) void parts.courier.deliverChat(turn.municipality, saved)
  // Another message was taken meanwhile, and began the draft: what was sealed for this one has no use. What cannot be
  // deleted now is found by the round (bot/jobs/unreferenced.ts).
  if (fresh && saved.chat.draft?.vaultKey !== vaultKey)
    await parts.store
      .save([{ op: 'delete', key: vaultKeyOf(turn.municipality.id, vaultKey) }])
      .catch((error: unknown) => parts.log.warn('marks.late', { error }))
}
