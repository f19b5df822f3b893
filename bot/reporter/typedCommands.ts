/** Typed words that mean a button: everything a reporter can press, a reporter can type. */
import { colleagueCard } from '../../cards/reporter/start/colleague.ts'
import { howCard } from '../../cards/reporter/start/how.ts'
import type { CommandWord } from '../../cards/texts/commandWords.ts'
import type { Draft } from '../../services/draft/chat.ts'
import { draftMarks } from '../../services/draft/texts.ts'
import type { Kind } from '../../services/signal/words.ts'
import { readCode } from '../../services/vault/code.ts'
import type { Language } from '../../services/words.ts'
import { notBsn } from './bsn.ts'
import { openTalk, type ReporterTurn, saveChat, sayCard, sayText, wordsOf } from './chat.ts'
import { ringForDraft, saidOfDanger, sayDanger } from './danger.ts'
import { asKind, discard, formFor, send } from './draft.ts'
import { greet, showDraft, welcome } from './draftView.ts'
import { answerTo, beginAddition, showMine } from './followUp.ts'
import { pointedInDraft } from './identifyingWords.ts'
import { takeWords, wordsIn } from './intake.ts'
import { showMyData } from './myData.ts'
import type { ParsedCommand } from './parseCommand.ts'
import { placeAt, placeNew } from './placeWords.ts'
import { notCode, withCode } from './returnWithCode.ts'
import { takeVaguer } from './reviewFirst.ts'
import { aboutOf, askedIn, mineDo, openSignals, ownOf } from './sentSignals.ts'
import { askWithdraw, chooseConsultation, wantsToTalk, withdraw, withdrawAsked } from './withdrawing.ts'

const NO_WORDS = { text: '', attachmentsRefused: 0, danger: false }

/** The next words are the beginning of a signal, or of a question. What was typed before stays. */
export async function begin(talk: ReporterTurn, kind: Kind): Promise<void> {
  const t = wordsOf(talk)
  const { draft } = talk.kept.chat
  if (draft) {
    // Two stories must not become one: what stands is sent or thrown away first.
    await sayText(talk.parts, talk.turn, t.chat.draftFirst)
    await (draft.kind === kind ? showDraft(talk) : asKind(talk, draft.id, kind))
    return
  }
  await saveChat(talk, (chat) => ({ ...chat, about: { what: 'new', kind } }))
  await sayText(talk.parts, talk.turn, kind === 'signal' ? t.chat.startReport : t.chat.startConsult)
}

/** *Hoe werkt het?* */
export async function showHow(talk: ReporterTurn): Promise<void> {
  const { language, accountable, deputy, turn } = talk
  await sayCard(
    talk.parts,
    turn,
    howCard({ language, municipality: turn.municipality, accountable, deputy }),
    language,
  )
}

/** *Over een collega*: refers, and stores nothing. */
export async function showColleague(talk: Pick<ReporterTurn, 'parts' | 'turn' | 'language'>): Promise<void> {
  const { language, turn } = talk
  await sayCard(talk.parts, turn, colleagueCard({ language, municipality: turn.municipality }), language)
}

/** Another language from here on. */
export async function speak(talk: ReporterTurn, language: Language): Promise<void> {
  await saveChat(talk, (chat) => ({ ...chat, language, greeted: true }))
  // What is still to be heard of earlier signals comes in this language too.
  for (const { record } of await openSignals(talk)) await mineDo(talk, record.id, { do: 'speak', language })
  const spoken = { ...talk, language }
  await sayText(talk.parts, talk.turn, wordsOf(spoken).chat.language)
  if (talk.kept.chat.draft) await showDraft(spoken)
  else await greet(spoken)
}

const isAsked = async (talk: ReporterTurn) => askedIn(await openSignals(talk)).length > 0

type Choice = Partial<Pick<Draft, 'certainty' | 'urgency' | 'degree'>>

/** A choice typed for the draft that stands. The same word may be the answer to a question: then it is that. */
async function choose(talk: ReporterTurn, choice: Choice): Promise<boolean> {
  const { parts, turn } = talk
  if (!talk.kept.chat.draft) {
    if (aboutOf(talk) || (await isAsked(talk))) return false
    await sayText(parts, turn, wordsOf(talk).chat.choiceWithoutDraft)
    return true
  }
  await saveChat(talk, (chat) => (chat.draft ? { ...chat, draft: { ...chat.draft, ...choice } } : chat))
  await showDraft(talk)
  return true
}

/** "Nu gevaar", typed: a choice, and danger as in any other message. */
async function chooseAcute(talk: ReporterTurn): Promise<boolean> {
  const { draft } = talk.kept.chat
  if (!draft) return false
  await sayDanger(talk, draft.id, false)
  await ringForDraft(talk)
  return choose(talk, { urgency: 'acute' })
}

/** Carries out a typed command; false when it means nothing here, and the words are just words. */
export async function command(talk: ReporterTurn, word: CommandWord): Promise<boolean> {
  const { parts, turn } = talk
  const { draft } = talk.kept.chat
  const about = aboutOf(talk)
  const t = wordsOf(talk)
  switch (word) {
    case 'welcome':
      await welcome(talk)
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
    case 'withdrawSure':
      return withdrawAsked(talk)
    case 'send':
      await send(talk, undefined, {})
      return true
    case 'discard':
      await discard(talk, undefined)
      return true
    case 'notBsn':
      if (!draft || draftMarks(draft).length === 0) return false
      await notBsn(talk, draft.id, 'all')
      return true
    case 'vaguer':
      if (!draft || (await pointedInDraft(talk, draft)).length === 0) return false
      await takeVaguer(talk, draft.id)
      return true
    case 'notCode':
      await notCode(talk)
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
      if (!draft?.unplaced) return false
      const open = await openSignals(talk)
      const only = open.length === 1 ? open[0] : undefined
      if (only) await placeAt(talk, draft.id, only.record.id)
      else await sayText(parts, turn, t.chat.placeFirst)
      return true
    }
    case 'dutch':
    case 'english':
      await speak(talk, word === 'dutch' ? 'nl' : 'en')
      return true
    case 'talk': {
      if (about) return false
      const newest = (await openSignals(talk))[0]
      if (newest) await wantsToTalk(talk, newest.record.id)
      else await sayText(parts, turn, t.chat.talkWithoutSignal(talk.accountable.name, talk.accountable.phone))
      return true
    }
    case 'dontKnow':
    case 'callMe': {
      if (draft || about) return false
      const [only, ...more] = askedIn(await openSignals(talk))
      // With several questions these are words: then it is asked where they belong.
      if (more.length > 0) return false
      const how = word === 'dontKnow' ? 'unknown' : 'callMe'
      if (only) await answerTo(talk, only.record.id, only.question.id, how, NO_WORDS)
      else if (how === 'unknown') await sayText(parts, turn, t.chat.noQuestion)
      else await sayText(parts, turn, t.chat.talkWithoutSignal(talk.accountable.name, talk.accountable.phone))
      return true
    }
    case 'called112':
    case 'cannotCall112':
    case 'noDanger':
      return saidOfDanger(talk, word === 'called112' ? 'yes' : word === 'cannotCall112' ? 'no' : 'takenBack')
    case 'confidential':
    case 'unknown':
    case 'anonymous':
      return choose(talk, { degree: word })
    case 'sure':
    case 'suspicion':
    case 'gut':
      return choose(talk, { certainty: word })
    case 'acute':
      return chooseAcute(talk)
    case 'high':
    case 'normal':
    case 'soft':
      return choose(talk, { urgency: word })
    case 'enough':
    case 'keep':
    case 'later': {
      const open = (await openSignals(talk)).find((k) => k.record.kind === 'consultation')
      if (draft || !open) return false
      await chooseConsultation(talk, open.record.id, word)
      return true
    }
    case 'myData':
    case 'accessRequest':
      await showMyData(talk)
      return true
    case 'worklist':
    case 'toDestroy':
      return false
  }
}

/** A typed command about the signal with this reference; false when these are just words. */
async function commandOfOne(
  talk: ReporterTurn,
  word: CommandWord | undefined,
  reference: string,
): Promise<boolean> {
  const { draft } = talk.kept.chat
  const signal = ownOf(talk, reference)
  if (!signal) {
    if (word) await sayText(talk.parts, talk.turn, wordsOf(talk).chat.unknownSignal)
    return word !== undefined
  }
  switch (word) {
    case undefined:
      await (draft?.unplaced ? placeAt(talk, draft.id, signal) : showMine(talk))
      return true
    case 'placeHere':
      if (!draft) return false
      await placeAt(talk, draft.id, signal)
      return true
    case 'addTo':
      await beginAddition(talk, signal)
      return true
    case 'withdraw':
      await askWithdraw(talk, signal)
      return true
    case 'withdrawSure':
      await withdraw(talk, signal)
      return true
    case 'talk':
      await wantsToTalk(talk, signal)
      return true
    case 'dontKnow':
    case 'callMe':
      await answerTo(talk, signal, undefined, word === 'dontKnow' ? 'unknown' : 'callMe', NO_WORDS)
      return true
    case 'enough':
    case 'keep':
    case 'later':
      await chooseConsultation(talk, signal, word)
      return true
    default:
      return false
  }
}

/** "Help", and nothing else. Called out it is danger; else it may be a question to the bot, and it may be more. */
const CRY = /^[^\p{L}\p{N}]*(?:help|hulp|help me)[^\p{L}\p{N}!]*(!)?[^\p{L}\p{N}]*$/iu

/** One question first, whether there is danger; then what the bot can do. */
async function askDanger(talk: ReporterTurn): Promise<void> {
  await sayText(talk.parts, talk.turn, wordsOf(talk).chat.dangerAsked)
  await welcome(talk)
}

/** A message in one's own chat with the bot. */
export async function message(talk: ReporterTurn, { word, reference }: ParsedCommand): Promise<void> {
  const code = readCode(talk.turn.text)
  if (code) return withCode(talk, code)
  const cry = CRY.exec(talk.turn.text)
  if (cry) return cry[1] ? takeWords(talk, { ...wordsIn(talk.turn), danger: true }) : askDanger(talk)
  const meant = talk.turn.attachments === 0
  if (meant && reference !== undefined && (await commandOfOne(talk, word, reference))) return
  if (meant && reference === undefined && word && (await command(talk, word))) return
  // A command that turned out to be just words may have read the chat long ago.
  const fresh = word ? await openTalk(talk.parts, talk.turn) : talk
  const words = wordsIn(talk.turn)
  // "Acuut", with nothing before it, is no choice on a card: it is the first word of danger.
  await takeWords(fresh, word === 'acute' ? { ...words, danger: true } : words)
}
