/** The top of the dossier: how far it is, in words, and the one thing that comes next. */
import type { CardElement } from '@microsoft/teams.cards'
import { type NextStep, nextStepOf, stagesOf } from '../../../services/signal/reading/nextStep.ts'
import type { Instant } from '../../../services/words.ts'
import { texts } from '../../texts/index.ts'
import { dayInWords } from '../../when.ts'
import { small, text } from '../elements.ts'
import { partnerName } from '../lookups.ts'
import type { Look } from './caseView.ts'

const [REACHED, AHEAD] = ['●', '○']

/** How far it is: a full mark for what happened, an open one for what did not. A consultation has no such way. */
export function stages({ record, language }: Look): CardElement[] {
  if (record.kind === 'consultation') return []
  const { states } = texts(language).officer.words
  const said = stagesOf(record).map(({ state, reached }) => `${reached ? REACHED : AHEAD} ${states[state]}`)
  return [small(said.join('  '))]
}

/** What to do now, in one line; nothing where nothing can be done. */
export function whatNow(it: Look & { now: Instant }): CardElement[] {
  const { record, municipality, now } = it
  const next = nextStepOf(record, municipality, now)
  return next ? [text(inWords(next, it), { weight: 'Bolder' })] : []
}

function inWords(next: NextStep, { municipality, language }: Look): string {
  const { step: t } = texts(language).officer.day
  switch (next.step) {
    case 'take':
    case 'advise':
    case 'endConsultation':
    case 'decide':
    case 'help':
    case 'feedBack':
    case 'close':
    case 'waitReporter':
      return t[next.step]
    case 'handOver':
    case 'answerPartner':
    case 'askAgain':
    case 'confirmLink':
    case 'waitPartner':
      return t[next.step](partnerName(municipality, next.route.partner, language))
    case 'watch':
      return (next.over ? t.watchOver : t.watch)(dayInWords(next.until, language))
    default:
      return next satisfies never
  }
}
