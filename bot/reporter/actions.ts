/** Every button of a reporter, to the conversation that it belongs to. */
import type { ReporterAction } from '../../cards/actions.ts'
import { dangerCard } from '../../cards/reporter/danger.ts'
import { waitingText } from '../../cards/reporter/message.ts'
import { speaksOfDanger } from '../../services/signal/danger.ts'
import type { Form } from '../../services/signal/signal.ts'
import { MOST_ONE_TEXT } from '../../services/signal/words.ts'
import { sayCard, sayText, type Talk, wordsOf } from './chat.ts'
import { begin, showColleague, showHow, speak } from './commands.ts'
import { asKind, discard, formFor, placeNew, saidOfDraft, saveForm, send } from './draft.ts'
import { greet } from './intake.ts'
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

/** The fields that were filled in. */
export function formOf(action: Extract<ReporterAction, { verb: 'saveForm' }>): Form {
  const fields = ['what', 'where', 'when', 'who', 'howKnown'] as const
  const filled = fields.filter((name) => action[name].trim() !== '')
  return {
    ...Object.fromEntries(filled.map((name) => [name, action[name].slice(0, MOST_ONE_TEXT)])),
    ...(action.minor ? { minor: action.minor } : {}),
  }
}

/** Carries out a button in the chat. @throws StoreUnavailable */
export async function reporterClick(talk: Talk, action: ReporterAction): Promise<void> {
  const { parts, turn } = talk
  const t = wordsOf(talk)
  switch (action.verb) {
    case 'welcome':
      return greet(talk)
    case 'report':
      return begin(talk, 'signal')
    case 'consult':
      return begin(talk, 'consultation')
    case 'how':
      return showHow(talk)
    case 'colleague':
      return showColleague(talk)
    case 'language':
      return speak(talk, action.language)
    case 'said112':
    case 'noDanger':
      return said(talk, action)
    case 'send':
      return send(talk, action.draft, action)
    case 'discard':
      return discard(talk, action.draft)
    case 'asKind':
      return asKind(talk, action.draft, action.kind)
    case 'form': {
      const card = formFor(talk)
      await (card ? sayCard(parts, turn, card, talk.language) : sayText(parts, turn, t.chat.formNeedsDraft))
      return
    }
    case 'saveForm':
      if (!(await saveForm(talk, action.draft, formOf(action))))
        await sayText(parts, turn, t.chat.nothingToSend)
      return
    case 'place':
      if (action.signal) return placeAt(talk, action.draft, action.signal)
      await sayText(parts, turn, t.chat.placeFirst)
      return
    case 'placeNew':
      return placeNew(talk, action.draft)
    case 'answer': {
      const text = action.how === 'text' ? action.answer.trim() : ''
      const danger = speaksOfDanger(action.answer)
      const words = { text, attachmentsRefused: 0, danger }
      return answerTo(talk, action.signal, action.question, action.how, words)
    }
    case 'choose':
      return chooseConsultation(talk, action.signal, action.choice)
    case 'talk':
      return wantsToTalk(talk, action.signal)
    case 'mine':
      return showMine(talk)
    case 'addTo':
      return beginAddition(talk, action.signal)
    case 'withdraw':
      return askWithdraw(talk, action.signal)
    case 'withdrawSure':
      return withdraw(talk, action.signal)
  }
}

type Said = Extract<ReporterAction, { verb: 'said112' | 'noDanger' }>

/** What was pressed on the 112 block; the block itself then says so. */
async function said(talk: Talk, action: Said): Promise<void> {
  const { parts, turn, language, accountable, deputy } = talk
  const { draft } = talk.kept.chat
  const what =
    action.verb === 'noDanger' ? 'takenBack' : action.called112 === 'unknown' ? 'no' : action.called112
  const sent = draft?.id !== action.about
  if (sent) await saidOfSignal(talk, action.about, what)
  else await saidOfDraft(talk, what)
  if (!turn.clicked) return
  const card = dangerCard({ language, about: action.about, accountable, deputy, sent, said: what })
  const posted = { ...turn.place, activity: turn.clicked }
  await parts.teams.update(posted, { card, notify: waitingText(language) })
}
