/** Messages up to the decision: received, a question, advice, and how a consultation ended. */
import { DateTime } from 'luxon'
import { isWeighty } from '../../../services/signal/reading/consultation.ts'
import type { Question, SignalRecord } from '../../../services/signal/record.ts'
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
  mineOf,
  nameOf,
  say,
  written,
} from '../elements.ts'
import { receiptBody } from '../receipt/receipt.ts'
import type { Told } from './input.ts'

/** How much of what an officer wrote is shown; the officer's own fields stop well before it. */
export const MOST_TOLD = 9_000

/** What an officer wrote, and whom to call for what did not fit. */
export function fromOfficer(text: string, { municipality, language }: Told): Element {
  const { longer } = texts(language).reporter.message
  return written(text, MOST_TOLD, (left) => longer(left, municipality.phone))
}

/** The receipt, where the draft's card could not be replaced by it. */
export function received({ record, municipality, accountable, language }: Told): Element[] {
  const { reference, kind, degree, due, danger, urgency, id } = record
  const content = receiptBody({
    reference,
    kind,
    degree,
    acute: urgency === 'acute',
    municipality,
    accountable,
    respondBy: due.respond,
    decideBy: due.decide,
    ...(danger ? { called112: danger.called112 } : {}),
    language,
  })
  return [...content, buttons(common.addTo(language, id), ...mineOf(record, language))]
}

/** A question, and three ways to answer it; "I don't know" is one of them. */
export function question(told: Told, asked: Question): Element[] {
  const { record, language } = told
  const t = texts(language).reporter.message.question
  const about = { signal: record.id, question: asked.id }
  const shown = [heading(t.title(record.reference)), say(t.thanks), fromOfficer(asked.text, told)]
  if (asked.answer) return [...shown, say(t.answered), buttons(common.addTo(language, record.id))]
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

/** What the officer advises, and the joint choice (A008). */
export function advice(told: Told, given: SignalRecord['advices'][number]): Element[] {
  const { record, municipality, accountable, language } = told
  const t = texts(language).reporter.message.advice
  const weighty = isWeighty(record)
  const choose = (title: string, choice: ConsultationChoice) =>
    bareButton(title, packReporter('choose', { signal: record.id, choice }))
  return [
    heading(t.title(record.reference)),
    say(t.thanks),
    say(t.from(nameOf(municipality, given.by, accountable))),
    fromOfficer(given.text, told),
    say(t.choose, { weight: 'Bolder' }),
    say(weighty ? t.explainWeighty(plain(accountable.name)) : t.explain, { spacing: 'Small' }),
    buttons(choose(t.enough, 'enough'), choose(t.keep, 'keep'), choose(t.later, 'later')),
  ]
}

/** Kept against the wish, with the reason that was given for it (A007). */
export function kept(told: Told): Element[] {
  const { record, accountable, language } = told
  const t = texts(language).reporter.message.kept
  return [
    heading(t.title(record.reference)),
    say(t.text(plain(accountable.name))),
    fromOfficer(record.keptReason ?? '', told),
    say(t.after),
    buttons(common.talk(language, record.id), common.addTo(language, record.id), ...mineOf(record, language)),
  ]
}

/** How a consultation ended. */
export function ended(
  { record, municipality, accountable, language }: Told,
  choice: ConsultationChoice,
): Element[] {
  const t = texts(language).reporter.message.ended
  const { id, reference, due } = record
  switch (choice) {
    case 'keep': {
      const moment = momentInWords(due.decide, municipality.zone, language)
      return [
        heading(t.keep.title(reference)),
        say(t.keep.text(plain(accountable.name), moment)),
        buttons(common.addTo(language, id), ...mineOf(record, language)),
      ]
    }
    case 'later':
      return [
        heading(t.later.title(reference)),
        say(t.later.text),
        buttons(common.addTo(language, id), ...mineOf(record, language)),
      ]
    case 'enough':
      return [heading(t.enough.title(reference)), say(t.enough.text), buttons(common.consult(language))]
    default:
      return choice satisfies never
  }
}

/** Somebody has it in hand now: the receipt said by when they would hear of us (A059). */
export function taken({ record, accountable, language }: Told): Element[] {
  const t = texts(language).reporter.message.taken
  return [
    heading(t.title(record.reference)),
    say(t[record.kind](plain(accountable.name))),
    buttons(common.talk(language, record.id), common.addTo(language, record.id), ...mineOf(record, language)),
  ]
}

/**
 * What the receipt promised was not met: said, with the telephone number to call (A059). Of an anonymous one the day
 * only is kept.
 */
export function late({ record, municipality, language }: Told, term: 'respond' | 'decide'): Element[] {
  const t = texts(language).reporter.message.late
  const due = record.due[term]
  const when =
    record.degree === 'anonymous'
      ? dayInWords(Day.parse(DateTime.fromISO(due, { zone: municipality.zone }).toISODate()), language)
      : momentInWords(due, municipality.zone, language)
  return [
    heading(t.title(record.reference)),
    say(`${t[term](when)} ${t.sorry}`),
    say(t.warned),
    say(t.hurry(municipality.phone)),
    buttons(common.talk(language, record.id), common.addTo(language, record.id), ...mineOf(record, language)),
  ]
}
