/**
 * Messages up to the decision: received, a question, advice, and how a consultation ended. Each says what holds at the moment
 * at which it is shown: with a code that may be long after it was caused.
 */
import { DateTime } from 'luxon'
import { officerOf } from '../../../services/municipality/municipality.ts'
import type { OverdueTerm } from '../../../services/signal/overdueTypes.ts'
import { isWeighty } from '../../../services/signal/reading/consultation.ts'
import { isReachable } from '../../../services/signal/reading/feedback.ts'
import { stateTold } from '../../../services/signal/reading/happened.ts'
import { overdueTerms } from '../../../services/signal/reading/overdue.ts'
import { isDecided } from '../../../services/signal/reading/standing.ts'
import type { Question, SignalRecord } from '../../../services/signal/record.ts'
import { isFrozen } from '../../../services/signal/rights/freeze.ts'
import type { ConsultationChoice } from '../../../services/signal/words.ts'
import { Day } from '../../../services/words.ts'
import { packReporter } from '../../actions.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { dayInWords, momentInWords } from '../../when.ts'
import {
  bareButton,
  button,
  buttons,
  common,
  type Element,
  heading,
  lines,
  mineOf,
  say,
} from '../elements.ts'
import { receiptBody, receiptFrom } from '../receipt/receipt.ts'
import { closed } from './afterDecision.ts'
import { fromOfficer, writerOf } from './fromOfficer.ts'
import type { Told } from './input.ts'

/** To talk, to add, and one's own signals. */
const usual = ({ record, language }: Told): Element =>
  buttons(common.talk(language, record.id), common.addTo(language, record.id), ...mineOf(record, language))

const adds = ({ record, language }: Told): Element =>
  buttons(common.addTo(language, record.id), ...mineOf(record, language))

/** How it stands by the time that this is read. */
function standsNow({ record, language }: Told): Element {
  const { message, mine } = texts(language).reporter
  return say(message.now(mine.state[stateTold(record)]))
}

/** The receipt, where the draft's card could not be replaced by it. */
export const received = (told: Told): Element[] => [...receiptBody(receiptFrom(told)), adds(told)]

/** A question, and three ways to answer it; "I don't know" is one of them. */
export function question(told: Told, asked: Question): Element[] {
  const { record, language } = told
  const t = texts(language).reporter.message.question
  const about = { signal: record.id, question: asked.id }
  const shown = [heading(t.title(record.reference)), say(t.thanks), fromOfficer(asked.text, told)]
  if (asked.answer) return [...shown, say(t.answered), buttons(common.addTo(language, record.id))]
  if (record.state === 'closed') return [...shown, say(t.over)]
  return [
    ...shown,
    ...(asked.askedAgain ? [say(t.again)] : []),
    say(t.hint),
    { type: 'Input.Text', id: 'answer', label: t.label, isMultiline: true, maxLength: 4_000 },
    say(record.degree === 'confidential' ? t.call : t.callUnknown, { isSubtle: true, size: 'Small' }),
    buttons(
      button(t.answer, packReporter<'answer', 'answer'>('answer', { ...about, how: 'text' }), {
        style: 'positive',
      }),
      button(t.dontKnow, packReporter<'answer', 'answer'>('answer', { ...about, how: 'unknown' })),
      button(t.callMe, packReporter<'answer', 'answer'>('answer', { ...about, how: 'callMe' })),
    ),
  ]
}

/** It fits with other information: nothing of what, and nothing that asks for more (A065). */
export function fits(told: Told): Element[] {
  const { record, language } = told
  const { fits: t } = texts(language).reporter.message
  return [heading(t.title(record.reference)), say(t.said), say(t.noMore), adds(told)]
}

/** What the officer advises, and the joint choice (A008), as long as there is something to choose. */
export function advice(told: Told, given: SignalRecord['advices'][number]): Element[] {
  const { record, accountable, language } = told
  const t = texts(language).reporter.message.advice
  const name = plain(accountable.name)
  const shown = [
    heading(t.title(record.reference)),
    say(t.thanks),
    say(writerOf(told, given.by)),
    fromOfficer(given.text, told),
  ]
  if (record.kind !== 'consultation' || record.state === 'closed') return [...shown, standsNow(told)]
  const choose = (title: string, choice: ConsultationChoice) =>
    bareButton(title, packReporter('choose', { signal: record.id, choice }))
  const explain = isFrozen(record)
    ? t.explainWish(name)
    : isWeighty(record)
      ? t.explainWeighty(name)
      : t.explain
  return [
    ...shown,
    say(t.choose, { weight: 'Bolder' }),
    say(explain, { spacing: 'Small' }),
    buttons(choose(t.enough, 'enough'), choose(t.keep, 'keep'), choose(t.later, 'later')),
  ]
}

/** Kept against the wish, with the reason that was given for it (A007). */
export function kept(told: Told): Element[] {
  const { record, municipality, accountable, language } = told
  const t = texts(language).reporter.message.kept
  const by = record.audit.findLast(({ what }) => what === 'keepAgainstWish')?.by
  const keeper = by === undefined ? undefined : officerOf(municipality, by)
  const hears = !isDecided(record) && isReachable(record)
  return [
    heading(t.title(record.reference)),
    say(t.text(plain((keeper ?? accountable).name))),
    fromOfficer(record.keptReason ?? '', told),
    ...(hears ? lines([t.hears, t.after]) : [say(t.after)]),
    usual(told),
  ]
}

/** How a consultation ended, or goes on. */
export function ended(told: Told, choice: ConsultationChoice): Element[] {
  const { record, language } = told
  const t = texts(language).reporter.message.ended
  const { reference } = record
  switch (choice) {
    case 'keep':
      return keptAsSignal(told)
    case 'later':
      // Read later: it ended since, or became a signal.
      if (record.state === 'closed') return closed(told)
      if (record.kind === 'signal') return keptAsSignal(told)
      return [heading(t.later.title(reference)), say(t.later.text), adds(told)]
    case 'enough':
      return [heading(t.enough.title(reference)), say(t.enough.text), buttons(common.consult(language))]
    default:
      return choice satisfies never
  }
}

function keptAsSignal(told: Told): Element[] {
  const { record, municipality, accountable, language, now } = told
  const t = texts(language).reporter.message.ended.keep
  const { reference, due } = record
  const name = plain(accountable.name)
  const term = () =>
    now <= due.decide ? t.text(name, momentInWords(due.decide, municipality.zone, language)) : t.late(name)
  return [heading(t.title(reference)), isDecided(record) ? standsNow(told) : say(term()), adds(told)]
}

/** Somebody has it in hand now: the receipt said by when they would hear of us (A059). */
export function taken(told: Told): Element[] {
  const { record, municipality, language } = told
  const t = texts(language).reporter.message.taken
  const holder = record.takenBy && !isDecided(record) ? officerOf(municipality, record.takenBy) : undefined
  return [
    ...(holder
      ? [heading(t.title(record.reference)), say(t[record.kind](plain(holder.name)))]
      : [heading(record.reference), standsNow(told)]),
    usual(told),
  ]
}

/**
 * A term of ours passed: said, with the telephone number to call (A059). Of an anonymous one the day only is kept. When it
 * was met by the time that this is read, it says so instead.
 */
export function late(told: Told, term: 'respond' | 'decide'): Element[] {
  const { record, municipality, language, now } = told
  const t = texts(language).reporter.message.late
  const late = overdueTerms(record, municipality, now).filter(({ term: each }) => TERMS[term].includes(each))
  if (late.length === 0) {
    return [heading(t.titleOver(record.reference)), say(t.over), standsNow(told), usual(told)]
  }
  const due = record.due[term]
  const when =
    record.degree === 'anonymous'
      ? dayInWords(Day.parse(DateTime.fromISO(due, { zone: municipality.zone }).toISODate()), language)
      : momentInWords(due, municipality.zone, language)
  return [
    heading(t.title(record.reference)),
    say(`${t[term](when)} ${t.sorry}`),
    ...lines([...(isWarning(record) ? [t.warned] : []), t.kept]),
    say(t.hurry(municipality.phone)),
    usual(told),
  ]
}

/** What the reporter was to hear by that term. */
const TERMS: Record<'respond' | 'decide', readonly OverdueTerm[]> = {
  respond: ['respond', 'advise'],
  decide: ['decide'],
}

/** Is an officer told of it, and did that not fail? */
const isWarning = ({ reminded = [], effects }: SignalRecord): boolean =>
  reminded.length > 0 &&
  !effects.some((e) => e.kind === 'tellOfficer' && e.notice === 'overdue' && e.deadLetter !== undefined)
