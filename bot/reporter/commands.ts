/** Typed words that mean a button: everything a reporter can press, a reporter can type. */
import { colleagueCard } from '../../cards/reporter/colleague.ts'
import { howCard } from '../../cards/reporter/how.ts'
import type { CommandWord } from '../../cards/texts/commands.ts'
import type { Chat } from '../../services/signal/chat.ts'
import type { Kind, Language } from '../../services/signal/words.ts'
import { openTalk, saveChat, sayCard, sayText, type Talk, wordsOf } from './chat.ts'
import { asKind, discard, formFor, placeNew, saidOfDraft, send } from './draft.ts'
import { greet, openSignals, redrawDraft, showDraft, takeWords } from './intake.ts'
import {
  answerTo,
  askWithdraw,
  beginAddition,
  chooseConsultation,
  placeAt,
  saidOfSignal,
  showMine,
  wantsToTalk,
  withdraw,
} from './mine.ts'

const NO_WORDS = { text: '', attachmentsRefused: 0, danger: false }

/** The next words are the beginning of a signal, or of a question. What was typed before stays. */
export async function begin(talk: Talk, kind: Kind): Promise<void> {
  const t = wordsOf(talk)
  if (talk.kept.chat.draft) {
    await asKind(talk, talk.kept.chat.draft.id, kind)
    return
  }
  await saveChat(talk, (chat) => ({ ...chat, about: { what: 'new', kind } }))
  await sayText(talk.parts, talk.turn, kind === 'signal' ? t.chat.startReport : t.chat.startConsult)
}

/** *Hoe werkt het?* */
export async function showHow(talk: Talk): Promise<void> {
  const { language, accountable, deputy, turn } = talk
  await sayCard(
    talk.parts,
    turn,
    howCard({ language, municipality: turn.municipality, accountable, deputy }),
    language,
  )
}

/** *Over een collega*: refers, and stores nothing. */
export async function showColleague(talk: Pick<Talk, 'parts' | 'turn' | 'language'>): Promise<void> {
  const { language, turn } = talk
  await sayCard(talk.parts, turn, colleagueCard({ language, municipality: turn.municipality }), language)
}

/** Another language from here on. */
export async function speak(talk: Talk, language: Language): Promise<void> {
  await saveChat(talk, (chat) => ({ ...chat, language }))
  const spoken = { ...talk, language }
  await sayText(talk.parts, talk.turn, wordsOf(spoken).chat.language)
  if (talk.kept.chat.draft) await showDraft(spoken)
  else await greet(spoken)
}

const newestOpen = async (talk: Talk) => (await openSignals(talk))[0]?.record

/** A choice typed for the draft that stands. */
async function choose(
  talk: Talk,
  change: (draft: NonNullable<Chat['draft']>) => NonNullable<Chat['draft']>,
): Promise<boolean> {
  if (!talk.kept.chat.draft) return false
  await saveChat(talk, (chat) => (chat.draft ? { ...chat, draft: change(chat.draft) } : chat))
  await redrawDraft(talk)
  return true
}

/** Carries out a typed command; false when it means nothing here, and the words are just words. */
export async function command(talk: Talk, word: CommandWord): Promise<boolean> {
  const { parts, turn } = talk
  const { draft, about } = talk.kept.chat
  const t = wordsOf(talk)
  switch (word) {
    case 'welcome':
      await greet(talk)
      if (draft) await showDraft(talk)
      return true
    case 'report':
      await begin(talk, 'signal')
      return true
    case 'consult':
      await begin(talk, 'consultation')
      return true
    case 'how':
      await showHow(talk)
      return true
    case 'colleague':
      await showColleague(talk)
      return true
    case 'mine':
      await showMine(talk)
      return true
    case 'addTo':
      await beginAddition(talk, undefined)
      return true
    case 'withdraw':
      await askWithdraw(talk, undefined)
      return true
    case 'withdrawSure': {
      const open = await openSignals(talk)
      const only = open.length === 1 ? open[0] : undefined
      if (!only) return false
      await withdraw(talk, only.record.id)
      return true
    }
    case 'send':
      await send(talk, undefined, {})
      return true
    case 'discard':
      await discard(talk, undefined)
      return true
    case 'continue':
      if (!draft) return false
      await showDraft(talk)
      return true
    case 'form': {
      const card = formFor(talk)
      if (card) await sayCard(parts, turn, card, talk.language)
      else await sayText(parts, turn, t.chat.formNeedsDraft)
      return true
    }
    case 'toSignal':
    case 'toConsultation':
      if (!draft) return false
      await asKind(talk, draft.id, word === 'toSignal' ? 'signal' : 'consultation')
      return true
    case 'placeNew':
      if (!draft?.unplaced) return false
      await placeNew(talk, draft.id)
      return true
    case 'placeHere': {
      const open = draft?.unplaced ? await openSignals(talk) : []
      const only = open.length === 1 ? open[0] : undefined
      if (!draft || !only) return false
      await placeAt(talk, draft.id, only.record.id)
      return true
    }
    case 'dutch':
    case 'english':
      await speak(talk, word === 'dutch' ? 'nl' : 'en')
      return true
    case 'talk': {
      const record = await newestOpen(talk)
      if (!record) return false
      await wantsToTalk(talk, record.id)
      return true
    }
    case 'dontKnow':
    case 'callMe': {
      const asked = (await openSignals(talk)).find((k) => k.record.questions.some((q) => !q.answer))
      if (draft || about || !asked) return false
      await answerTo(talk, asked.record.id, undefined, word === 'dontKnow' ? 'unknown' : 'callMe', NO_WORDS)
      return true
    }
    case 'called112':
    case 'cannotCall112':
    case 'noDanger':
      return saidOfDanger(talk, word === 'called112' ? 'yes' : word === 'cannotCall112' ? 'no' : 'takenBack')
    case 'confidential':
    case 'unknown':
    case 'anonymous':
      return choose(talk, (d) => ({ ...d, degree: word }))
    case 'sure':
    case 'suspicion':
    case 'gut':
      return choose(talk, (d) => ({ ...d, certainty: word }))
    case 'acute':
    case 'high':
    case 'normal':
    case 'soft':
      return choose(talk, (d) => ({ ...d, urgency: word }))
    case 'enough':
    case 'keep':
    case 'later': {
      const open = (await openSignals(talk)).find((k) => k.record.kind === 'consultation')
      if (draft || !open) return false
      await chooseConsultation(talk, open.record.id, word)
      return true
    }
    case 'worklist':
      return false
  }
}

/** 112 was called or not, or there is no danger: of the draft, else of the newest signal with danger. */
export async function saidOfDanger(talk: Talk, said: 'yes' | 'no' | 'takenBack'): Promise<boolean> {
  const t = wordsOf(talk)
  if (talk.kept.chat.draft?.danger) await saidOfDraft(talk, said)
  else {
    const record = (await openSignals(talk)).find((k) => k.record.danger)?.record
    if (!record) return false
    await saidOfSignal(talk, record.id, said)
  }
  await sayText(talk.parts, talk.turn, said === 'takenBack' ? t.chat.noDanger : t.chat.said112)
  return true
}

/** A message in one's own chat with the bot. */
export async function message(talk: Talk, word: CommandWord | undefined): Promise<void> {
  if (word && talk.turn.attachments === 0 && (await command(talk, word))) return
  await takeWords(talk.kept.etag === undefined ? talk : await fresh(talk, word))
}

/** A command that turned out to be just words may have read the chat long ago. */
const fresh = async (talk: Talk, word: CommandWord | undefined): Promise<Talk> =>
  word ? openTalk(talk.parts, talk.turn) : talk
