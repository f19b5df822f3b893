/** Typed words that mean a button: everything a reporter can press, a reporter can type. */
import type { CommandWord } from '../../cards/texts/commandWords.ts'
import type { Draft } from '../../services/draft/chat.ts'
import { inDanger } from '../../services/draft/drafting.ts'
import { splits } from '../../services/draft/parked.ts'
import { draftMarks } from '../../services/draft/texts.ts'
import { isDecided } from '../../services/signal/reading/standing.ts'
import { answerTyped } from './askedDanger.ts'
import { notBsn } from './bsn.ts'
import { callMeTyped } from './callMeNow.ts'
import { saidOfDanger } from './danger.ts'
import { asKind, discard, send, showForm } from './draft.ts'
import { showDraft, welcome } from './draftView.ts'
import { answerTo, beginAddition, showMine } from './followUp.ts'
import { showMyData } from './myData.ts'
import { asReport } from './ordinary.ts'
import type { CommandOfOne } from './parseCommand.ts'
import { placeAnswer, placeAt, placeNew, placeWith } from './placeWords.ts'
import type { ReporterTurn } from './reporterTurn.ts'
import { codeDone, notCode } from './returnWithCode.ts'
import { lookedAtTyped } from './reviewFirst.ts'
import { sayText, wordsOf } from './say.ts'
import { aboutOf, askedIn, openSignals, ownOf } from './sentSignals.ts'
import { begin, showColleague, showHow, showMatrix, speak } from './starting.ts'
import { isPurpose, joinFirst, notFork, putBack, seekContact, split } from './stories.ts'
import { choose, chooseAcute } from './typedChoices.ts'
import { askedFirst } from './understood.ts'
import {
  askWithdraw,
  chooseConsultation,
  choosesToHear,
  wantsToTalk,
  withdraw,
  withdrawAsked,
} from './withdrawing.ts'

const NO_WORDS = { text: '', attachmentsRefused: 0, danger: false }

/** Carries out a typed command; undefined when it means nothing here, and the words are just words. */
export async function command(state: ReporterTurn, word: CommandWord): Promise<ReporterTurn | undefined> {
  const { draft, parked } = state.kept.chat
  const about = aboutOf(state)
  const { name, phone } = state.accountable
  const { chat: t } = wordsOf(state)
  const { from, until } = state.turn.municipality.officeHours
  const talkFreely = () => sayText(state, t.talkWithoutSignal(name, t.inOfficeHours(phone, from, until)))
  switch (word) {
    case 'welcome':
      return showDraft(await welcome(state))
    case 'report':
      // To the question whether it is a report this is the answer.
      if (draft && askedFirst(state, draft)?.what === 'purpose') return isPurpose(state, draft.id, 'report')
      return begin(state, 'signal')
    case 'consult':
      return begin(state, 'consultation')
    case 'how':
      return showHow(state)
    case 'whatGoesWhere':
      return showMatrix(state)
    case 'colleague':
      return showColleague(state)
    case 'mine':
      return showMine(state)
    case 'addTo':
    case 'tellMore':
      return beginAddition(state, undefined)
    case 'withdraw':
      return askWithdraw(state, undefined)
    case 'withdrawSure':
      return withdrawAsked(state)
    case 'send':
      return send(state, undefined, {})
    case 'discard':
      return discard(state, undefined)
    case 'notBsn':
      if (!draft || draftMarks(draft).length === 0) return undefined
      return notBsn(state, draft.id, 'all')
    case 'vaguer':
    case 'vaguerOne':
      return draft ? lookedAtTyped(state, draft, 'vaguer', word === 'vaguer') : undefined
    case 'letStand':
    case 'nextWords':
      return draft ? lookedAtTyped(state, draft, word, false) : undefined
    case 'notCode':
      return notCode(state)
    case 'codeDone':
      return state.opened ? codeDone(state) : undefined
    case 'codeSaved':
      return draft ? undefined : sayText(state, wordsOf(state).code.pressOnly)
    case 'continue':
      if (!draft) return undefined
      return showDraft(state)
    case 'putBack':
      return state.kept.chat.erased ? putBack(state, undefined) : undefined
    case 'split':
      return draft && splits(draft) > 0 ? split(state, draft.id) : undefined
    case 'joinFirst':
      return draft && (parked ?? []).length > 0 ? joinFirst(state, draft.id) : undefined
    case 'notFork':
    case 'wipe':
    case 'contact':
    case 'isReport':
    case 'isQuestion': {
      const asked = draft && (await ofAsked(state, draft, word))
      return asked ?? (word === 'isReport' ? asReport(state) : undefined)
    }
    case 'form':
      return showForm(state)
    case 'toSignal':
    case 'toConsultation':
      if (!draft) return undefined
      return asKind(state, draft.id, word === 'toSignal' ? 'signal' : 'consultation')
    case 'placeNew':
      if (!draft?.unplaced) return undefined
      return placeNew(state, draft.id)
    case 'placeHere': {
      if (!draft?.unplaced) return undefined
      const open = await openSignals(state)
      const only = open.length === 1 ? open[0] : undefined
      return only ? placeAt(state, draft.id, { signal: only.record.id }) : sayText(state, t.placeFirst)
    }
    case 'placeAnswer':
      return (await answerTyped(state, true)) ?? placeAnswer(state)
    case 'dangerNow':
      return answerTyped(state, true)
    case 'notNow':
      return answerTyped(state, false)
    case 'withoutName':
      return draft && inDanger(draft)
        ? send(state, undefined, { degree: 'unknown' })
        : choose(state, { degree: 'unknown' })
    case 'callMeNow':
      return callMeTyped(state)
    case 'dutch':
    case 'english':
      return speak(state, word === 'dutch' ? 'nl' : 'en')
    case 'notToHear':
    case 'toHear': {
      if (about) return undefined
      const newest = (await openSignals(state)).find(({ record }) => isDecided(record))
      return newest && choosesToHear(state, newest.record.id, word === 'toHear' ? 'yes' : 'no')
    }
    case 'talk': {
      if (about) return undefined
      const newest = (await openSignals(state))[0]
      return newest ? wantsToTalk(state, newest.record.id) : talkFreely()
    }
    case 'dontKnow':
    case 'callMe': {
      if (word === 'callMe' && draft) return callMeTyped(state)
      if (draft || about) return undefined
      const [only, ...more] = askedIn(await openSignals(state), state.missed)
      // With several questions these are words: then it is asked where they belong.
      if (more.length > 0) return undefined
      const how = word === 'dontKnow' ? 'unknown' : 'callMe'
      if (only) return answerTo(state, only.record.id, only.question.id, how, NO_WORDS)
      return how === 'unknown' ? sayText(state, t.noQuestion) : talkFreely()
    }
    case 'called112':
    case 'cannotCall112':
    case 'noDanger':
      return saidOfDanger(state, word === 'called112' ? 'yes' : word === 'cannotCall112' ? 'no' : 'takenBack')
    case 'confidential':
    case 'unknown':
    case 'anonymous':
      return choose(state, { degree: word })
    case 'sure':
    case 'suspicion':
    case 'gut':
      return choose(state, { certainty: word })
    case 'acute':
      return chooseAcute(state)
    case 'high':
    case 'normal':
    case 'soft':
      return choose(state, { urgency: word })
    case 'enough':
    case 'keep':
    case 'later': {
      const open = (await openSignals(state)).filter((k) => k.record.kind === 'consultation')
      const [only, ...others] = open
      if (draft || !only) return undefined
      // "Enough" erases: nobody but the person knows which of them.
      if (others.length > 0) {
        return sayText(state, t.whichConsultation(open.map(({ record }) => record.reference).join(', ')))
      }
      return chooseConsultation(state, only.record.id, word)
    }
    case 'myData':
    case 'accessRequest':
      return showMyData(state)
    // For an officer. Whoever else types it has something to report, and says what.
    case 'enter':
    case 'worklist':
    case 'toDestroy':
    case 'settings':
    case 'firstRun':
      return undefined
    default:
      return word satisfies never
  }
}

/** What was typed to the question that comes before sending. Undefined: that was not asked, these are just words. */
async function ofAsked(
  state: ReporterTurn,
  draft: Draft,
  word: 'notFork' | 'wipe' | 'contact' | 'isReport' | 'isQuestion',
): Promise<ReporterTurn | undefined> {
  const asked = askedFirst(state, draft)
  if (asked?.what === 'purpose') {
    if (word === 'isReport' || word === 'notFork') return isPurpose(state, draft.id, 'report')
    return word === 'isQuestion' ? isPurpose(state, draft.id, 'question') : undefined
  }
  if (asked?.what !== 'fork') return undefined
  if (word === 'wipe') return discard(state, draft.id)
  if (word === 'contact') return asked.fork === 'police' ? seekContact(state, draft.id) : undefined
  return word === 'isQuestion' ? undefined : notFork(state, draft.id)
}

/** A typed command about the signal with this reference; undefined when these are just words. */
export async function commandOfOne(
  state: ReporterTurn,
  word: CommandOfOne | undefined,
  reference: string,
): Promise<ReporterTurn | undefined> {
  const { draft } = state.kept.chat
  const signal = ownOf(state, reference)
  if (!signal) return word && sayText(state, wordsOf(state).chat.unknownSignal)
  switch (word) {
    case undefined:
      return draft?.unplaced ? placeWith(state, draft, signal) : showMine(state)
    case 'placeHere':
      if (!draft) return undefined
      return placeAt(state, draft.id, { signal })
    case 'placeAnswer':
      return placeAnswer(state, signal)
    case 'addTo':
      return beginAddition(state, signal)
    case 'withdraw':
      return askWithdraw(state, signal)
    case 'withdrawSure':
      return withdraw(state, signal)
    case 'talk':
      return wantsToTalk(state, signal)
    case 'notToHear':
    case 'toHear':
      return choosesToHear(state, signal, word === 'toHear' ? 'yes' : 'no')
    case 'dontKnow':
    case 'callMe':
      return answerTo(state, signal, undefined, word === 'dontKnow' ? 'unknown' : 'callMe', NO_WORDS)
    case 'enough':
    case 'keep':
    case 'later':
      return chooseConsultation(state, signal, word)
    default:
      return word satisfies never
  }
}
