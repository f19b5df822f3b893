/** Every button of a reporter, to the conversation that it belongs to. */
import type { ReporterAction } from '../../cards/actions.ts'
import type { Form } from '../../services/signal/record.ts'
import { MOST_ONE_TEXT } from '../../services/signal/words.ts'
import { speaksOfDanger } from '../../services/understanding/danger/danger.ts'
import { withoutCodes } from '../../services/vault/code.ts'
import { hiddenIn } from '../turn.ts'
import { notBsn } from './bsn.ts'
import { type ReporterTurn, sayCard, sayText, wordsOf } from './chat.ts'
import { codeSaved } from './codeReceipt.ts'
import { said } from './danger.ts'
import { asKind, discard, formFor, saveForm, send } from './draft.ts'
import { welcome } from './draftView.ts'
import { answerTo, beginAddition, showMine } from './followUp.ts'
import { placeAt, placeNew } from './placeWords.ts'
import { codeDone, notCode } from './returnWithCode.ts'
import { takeVaguer } from './reviewFirst.ts'
import { begin, showColleague, showHow, speak } from './typedCommands.ts'
import { askWithdraw, chooseConsultation, wantsToTalk, withdraw } from './withdrawing.ts'

/** The fields that were filled in. */
export function formOf(action: Extract<ReporterAction, { verb: 'saveForm' }>): Form {
  const fields = ['what', 'where', 'when', 'who', 'howKnown'] as const
  const filled = fields.filter((name) => action[name].trim() !== '')
  return {
    ...Object.fromEntries(filled.map((name) => [name, withoutCodes(action[name]).slice(0, MOST_ONE_TEXT)])),
    ...(action.minor ? { minor: action.minor } : {}),
  }
}

/** Carries out a button in the chat. @throws StoreUnavailable */
export async function reporterClick(talk: ReporterTurn, action: ReporterAction): Promise<void> {
  const { parts, turn } = talk
  const t = wordsOf(talk)
  switch (action.verb) {
    case 'welcome':
      return welcome(talk)
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
    case 'notBsn':
      return notBsn(talk, action.draft, action.which)
    case 'vaguer':
      return takeVaguer(talk, action.draft)
    case 'asKind':
      return asKind(talk, action.draft, action.kind)
    case 'form': {
      const card = formFor(talk)
      await (card ? sayCard(parts, turn, card, talk.language) : sayText(parts, turn, t.chat.formNeedsDraft))
      return
    }
    case 'saveForm':
      if (!(await saveForm(talk, action.draft, formOf(action)))) await sayText(parts, turn, t.chat.notWaiting)
      return
    case 'place':
      if (action.signal) return placeAt(talk, action.draft, action.signal)
      await sayText(parts, turn, t.chat.placeFirst)
      return
    case 'placeNew':
      return placeNew(talk, action.draft)
    case 'answer': {
      // What stands in the field goes along with every answer: a telephone number with "bel mij" too.
      const text = withoutCodes(action.answer).trim()
      const danger = speaksOfDanger(text)
      const words = { text, attachmentsRefused: 0, danger, hidden: hiddenIn(turn, 'answer') }
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
    case 'codeSaved':
      return codeSaved(talk, action.draft)
    case 'codeDone':
      return codeDone(talk)
    case 'notCode':
      return notCode(talk)
  }
}
