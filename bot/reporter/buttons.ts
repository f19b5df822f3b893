/** Every button of a reporter, to the conversation that it belongs to. */

import type { Odd, ReporterAction } from '../../cards/actions.ts'
import type { Form } from '../../services/signal/record.ts'
import { MOST_ONE_TEXT } from '../../services/signal/words.ts'
import { withoutCodes } from '../../services/vault/code.ts'
import { hiddenIn } from '../turn.ts'
import { addFile } from './addFile.ts'
import { answeredAfter } from './afterSending.ts'
import { dangerNow, notNow } from './askedDanger.ts'
import { notBsn } from './bsn.ts'
import { callMeNow } from './callMeNow.ts'
import { codeSaved } from './codeReceipt.ts'
import { said } from './danger.ts'
import { asKind, discard, saveForm, send, showForm } from './draft.ts'
import { welcome } from './draftView.ts'
import { answerTo, beginAddition, showMine } from './followUp.ts'
import { tooMuchToday } from './intake.ts'
import { asReport } from './ordinary.ts'
import { placeAt, placeNew } from './placeWords.ts'
import { ofDanger, rings } from './readingOf.ts'
import type { ReporterTurn } from './reporterTurn.ts'
import { codeDone, notCode } from './returnWithCode.ts'
import { lookedAt } from './reviewFirst.ts'
import { sayText, wordsOf } from './say.ts'
import { begin, showColleague, showHow, showMatrix, speak } from './starting.ts'
import { isPurpose, joinFirst, notFork, onItsStory, putBack, seekContact, split } from './stories.ts'
import { askWithdraw, chooseConsultation, choosesToHear, wantsToTalk, withdraw } from './withdrawing.ts'

/** The fields that were filled in. */
export function formOf(action: Extract<ReporterAction, { verb: 'saveForm' }>): Form {
  const fields = ['what', 'where', 'when', 'who', 'howKnown'] as const
  const filled = fields.filter((name) => action[name].trim() !== '')
  return {
    ...Object.fromEntries(filled.map((name) => [name, withoutCodes(action[name]).slice(0, MOST_ONE_TEXT)])),
    ...(action.minor ? { minor: action.minor } : {}),
  }
}

/** May what is in this form still be kept today? Then it is counted. */
export const takesForm = (
  { app, kept }: ReporterTurn,
  action: Extract<ReporterAction, { verb: 'saveForm' }>,
): boolean => app.day.takeText(kept.chat.id, textOf(action).length)

const textOf = (action: Extract<ReporterAction, { verb: 'saveForm' }>): string =>
  Object.values(formOf(action)).join('\n')

/** Nothing of the form is kept; it stays as it was filled in. */
export const formTooMuch = (
  state: ReporterTurn,
  action: Extract<ReporterAction, { verb: 'saveForm' }>,
): Promise<ReporterTurn> => tooMuchToday(state, rings(textOf(action)))

/** Carries out a button in the chat. @throws StoreUnavailable */
export async function reporterClick(
  begun: ReporterTurn,
  action: ReporterAction,
  odd: readonly Odd[] = [],
): Promise<ReporterTurn> {
  // Also the card of a story that waits has buttons.
  const state = 'draft' in action ? await onItsStory(begun, action.draft) : begun
  const t = wordsOf(state)
  switch (action.verb) {
    case 'welcome':
      return welcome(state)
    case 'report':
      return begin(state, 'signal')
    case 'consult':
      return begin(state, 'consultation')
    case 'how':
      return showHow(state)
    case 'whatGoesWhere':
      return showMatrix(state)
    case 'colleague':
      return showColleague(state)
    case 'language':
      return speak(state, action.language)
    case 'said112':
    case 'noDanger':
      return said(state, action)
    case 'dangerNow':
      return dangerNow(state, action.about)
    case 'notNow':
      return notNow(state, action.about)
    case 'callMeNow':
      return callMeNow(state, action.about, action.degree)
    case 'send':
      return send(state, action.draft, action)
    case 'discard':
      return discard(state, action.draft)
    case 'putBack':
      return putBack(state, action.draft)
    case 'split':
      return split(state, action.draft)
    case 'fork':
      return action.answer === 'not' ? notFork(state, action.draft) : seekContact(state, action.draft)
    case 'purpose':
      return isPurpose(state, action.draft, action.answer)
    case 'joinFirst':
      return joinFirst(state, action.draft)
    case 'asReport':
      return (await asReport(state)) ?? sayText(state, t.talk.purpose.gone)
    case 'after':
      return answeredAfter(state, action)
    case 'notBsn':
      return notBsn(state, action.draft, action.which)
    case 'vaguer':
    case 'letStand':
    case 'nextWords':
      return lookedAt(state, action.draft, action.verb, action.which)
    case 'asKind':
      return asKind(state, action.draft, action.kind)
    case 'form':
      return showForm(state)
    case 'saveForm': {
      if (!takesForm(state, action)) return formTooMuch(state, action)
      const saved = await saveForm(state, action.draft, formOf(action))
      if (!saved) return sayText(state, t.chat.notWaiting)
      return odd.length > 0 ? showForm(saved, t.form.odd(odd)) : saved
    }
    case 'place':
      if (action.signal)
        return placeAt(state, action.draft, { signal: action.signal, question: action.question })
      return sayText(state, t.chat.placeFirst)
    case 'placeNew':
      return placeNew(state, action.draft)
    case 'addFile':
      return addFile(state, action.to)
    case 'answer': {
      // What stands in the field goes along with every answer: a telephone number with "call me" too.
      const text = withoutCodes(action.answer).trim()
      const read = ofDanger(text)
      if (!state.app.day.takeText(state.kept.chat.id, text.length)) return tooMuchToday(state, read.danger)
      const words = { text, attachmentsRefused: 0, ...read, hidden: hiddenIn(state.turn, 'answer') }
      return answerTo(state, action.signal, action.question, action.how, words)
    }
    case 'choose':
      return chooseConsultation(state, action.signal, action.choice)
    case 'talk':
      return wantsToTalk(state, action.signal)
    case 'hear':
      return choosesToHear(state, action.signal, action.takenUp)
    case 'mine':
      return showMine(state)
    case 'addTo':
      return beginAddition(state, action.signal)
    case 'withdraw':
      return askWithdraw(state, action.signal)
    case 'withdrawSure':
      return withdraw(state, action.signal)
    case 'codeSaved':
      return codeSaved(state, action.draft)
    case 'codeDone':
      return codeDone(state)
    case 'notCode':
      return notCode(state)
    case 'municipality':
      // Where only one is left to choose from there is nothing to choose.
      return welcome(state)
    default:
      return action satisfies never
  }
}
