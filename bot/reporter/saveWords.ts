/** Words become a draft, or more of one: kept before anything is asked about them. */

import { lineIn } from '../../services/content/otherLanguages.ts'
import type { Draft } from '../../services/draft/chat.ts'
import { fits, hear, heard, write } from '../../services/draft/drafting.ts'
import { mayPark } from '../../services/draft/parked.ts'
import { placeOf } from '../../services/draft/said.ts'
import { type KeptSignal, settingOf } from '../../services/signal/handle.ts'
import { type SignalId, VaultKey } from '../../services/words.ts'
import { handling } from '../app/ports.ts'
import { askOnly } from './askedDanger.ts'
import { rememberTyped } from './bsn.ts'
import { ringForDraft } from './danger.ts'
import { greet, showDraft } from './draftView.ts'
import { sayRefusedFiles } from './refusedFiles.ts'
import { deliverChat, markOf, messageOf, momentOf, type ReporterTurn, saveChat } from './reporterTurn.ts'
import { ringsAfter } from './ringing.ts'
import { sayText, wordsOf } from './say.ts'
import { sealed } from './sealed.ts'
import type { Typed } from './typed.ts'
import { spokeOtherwise } from './typedLanguage.ts'
import { otherLanguageOf, readText } from './understood.ts'

/** As many questions that had not arrived are remembered with a draft. */
const MOST_MISSED = 20

/** How a draft is begun beside another one, and with which question. */
type Begins = { apart?: boolean; askFirst?: Draft['askFirst'] }

/** One line in the language that was typed, where the bot does not speak it: the text stays as it is. */
async function sayInTheirLanguage(state: ReporterTurn, { text }: Typed): Promise<void> {
  const code = otherLanguageOf(readText(state, text))
  const line = code && lineIn(code)
  if (line) await sayText(state, line)
}

/** Keeps words as a draft and shows it; `openOnes` are the signals that they may belong to instead. */
export async function asDraft(
  state: ReporterTurn,
  words: Typed,
  openOnes: readonly KeptSignal[],
  draftId: SignalId,
  begins: Begins = {},
): Promise<ReporterTurn> {
  const { turn } = state
  const t = wordsOf(state)
  const { chat } = state.kept
  const draft = begins.apart && mayPark(chat) ? undefined : chat.draft
  if (!fits(draft, words)) {
    await sayText(state, t.chat.tooMuch(turn.municipality.phone))
    if (words.danger) return ringForDraft(state)
    return words.asks ? askOnly(state, draft?.id) : state
  }
  // Before what may be danger is answered, nothing else is read.
  const first = words.danger || words.asks !== undefined || words.who !== undefined
  if (!chat.greeted && !first) await greet(state)
  const saved = await keepWords(state, words, { unplaced: openOnes.length > 0, draftId, ...begins })
  if (!draft && !first) await sayInTheirLanguage(state, words)
  // A photo and nothing else: then it is asked what is on it.
  await sayRefusedFiles(state, words, words.text === '' && !draft)
  return showDraft(saved, openOnes)
}

/** Saves the words in the draft, and sends the alarm that stands with them. */
export async function keepWords(
  state: ReporterTurn,
  words: Typed,
  {
    unplaced,
    draftId,
    to,
    apart,
    askFirst,
  }: { unplaced: boolean; draftId: SignalId; to?: Draft['to'] } & Begins,
): Promise<ReporterTurn> {
  const { app, turn } = state
  const vaultKey = VaultKey.parse(app.newId())
  const setting = settingOf(handling(app, turn.municipality))
  const mark = markOf(state)
  const said = { mark: messageOf(state) ?? '', at: momentOf(state) }
  let added = false
  const typed = words.danger ? { ...words, ringsAfter: ringsAfter(state, words.text) } : words
  // Where nobody may know the writer, only the way back is sealed, until the person chooses otherwise.
  const wasAnonymous = !to && !state.opened && app.codes.wroteAnonymously(state.kept.chat.id)
  const addressOnly = to?.quiet === true || state.opened !== undefined || wasAnonymous
  // Whoever came with a code writes as somebody whom nobody may know.
  const begun = {
    ...((unplaced && state.opened) || wasAnonymous ? { degree: 'anonymous' as const } : {}),
    ...(addressOnly ? { addressOnly: true as const } : {}),
  }
  const saved = await saveChat(
    state,
    (chat) => {
      // Taken meanwhile, from a second delivery of the same message.
      added = !heard(chat, mark)
      if (!added) return chat
      const written = write(
        chat,
        { ...typed, said },
        { id: draftId, vaultKey, unplaced, to, apart, askFirst },
        setting,
      )
      const own = written.draft?.vaultKey === vaultKey ? begun : {}
      const missed = [...new Set([...(written.draft?.missed ?? []), ...(state.missed ?? [])])].slice(
        -MOST_MISSED,
      )
      const unheard = missed.length > 0 ? { missed } : {}
      const draft = written.draft && { ...written.draft, ...own, ...unheard, language: state.language }
      const typedIn = spokeOtherwise(state) ? { typed: state.language } : {}
      return { ...hear(written, mark), greeted: true, ...typedIn, ...(draft ? { draft } : {}) }
    },
    // Not where another message was taken meanwhile, and began the draft.
    {
      also: (_before, { draft }) =>
        draft?.vaultKey === vaultKey ? [sealed(state, vaultKey, addressOnly)] : [],
    },
  )
  const { draft, effects } = saved.kept.chat
  const place = draft && added ? placeOf(draft, said.mark) : undefined
  if (draft && place) rememberTyped(saved, draft, words, place, 0)
  if (words.danger) turn.progress.claimAlarm()
  if (effects.length > 0) deliverChat(saved)
  return saved
}
