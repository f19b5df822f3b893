/** The receipt (A098, A120): the number, who reads it, what happens now, by when. It replaces the draft. */
import type { IAdaptiveCard, ISubmitAction } from '@microsoft/teams.cards'
import type { Municipality, Officer } from '../../../services/municipality/municipality.ts'
import { clocksOf } from '../../../services/signal/reading/clocks.ts'
import type { Called112, Degree, Kind } from '../../../services/signal/words.ts'
import type { Instant, Language, Reference, SignalId } from '../../../services/words.ts'
import { packReporter } from '../../actions.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { momentInWords } from '../../when.ts'
import {
  alert,
  bareButton,
  card,
  common,
  type Element,
  heading,
  lines,
  say,
  whoMayKnow,
} from '../elements.ts'
import type { Told } from '../news/input.ts'
import { type After, afterPart } from './after.ts'
import { codeButtons, codeLines, type ShownCode } from './code.ts'

export type Receipt = {
  reference: Reference
  kind: Kind
  degree: Degree
  acute: boolean
  municipality: Municipality
  accountable: Officer
  /** By when something is promised; nothing where that was met, or has passed. */
  respondBy?: Instant | undefined
  decideBy?: Instant | undefined
  /** An alarm went out, or is going out. */
  rung?: boolean
  called112?: Called112
  /** Third degree. */
  code?: ShownCode
  /** What the button to add something is about; without it the bot asks. */
  signal?: SignalId
  /** What may still be told, and questions that the person may ask others. All of it may be skipped. */
  after?: After | undefined
  /** A page of ours takes photos and documents. */
  files?: boolean
  language: Language
}

/** What a receipt says at this moment: a day that has passed is no promise, and what was done is not still to be done. */
export function receiptFrom({ record, municipality, accountable, now, language }: Told): Receipt {
  const { reference, kind, degree, due, danger, urgency, effects, alarms } = record
  const clock = clocksOf(record)
  return {
    reference,
    kind,
    degree,
    acute: urgency === 'acute',
    rung: alarms.length > 0 || effects.some((e) => e.kind === 'alarm' && e.deadLetter === undefined),
    municipality,
    accountable,
    ...(clock.look && due.respond >= now ? { respondBy: due.respond } : {}),
    ...(clock.decide && due.decide >= now ? { decideBy: due.decide } : {}),
    ...(danger ? { called112: danger.called112 } : {}),
    language,
  }
}

/** Its title: after something frightening nothing is called a success. */
function titleOf({ acute, kind, language }: Receipt): string {
  const { title, titleInDanger } = texts(language).reporter.receipt
  return acute && kind === 'signal' ? titleInDanger : title[kind]
}

/** The receipt as a card of its own; the same for the same press a second time, or after an answer that did not arrive. */
export function receiptCard(receipt: Receipt): IAdaptiveCard {
  const { language, signal, degree, reference, code } = receipt
  const said = `${titleOf(receipt)} ${reference}`
  const more = receipt.after && signal ? afterPart(receipt.after, signal, language) : []
  const actions =
    degree === 'anonymous'
      ? [...(code ? codeButtons(code, language) : []), common.report(language)]
      : [common.addTo(language, signal), ...fileButton(receipt), common.mine(language)]
  return card(language, said, [...receiptBody(receipt), ...more], actions)
}

/** To add a photo or document to what was sent. */
const fileButton = ({ files, signal, language }: Receipt): ISubmitAction[] =>
  files && signal
    ? [bareButton(texts(language).reporter.files.button, packReporter('addFile', { to: signal }))]
    : []

/** What the receipt says; also in the message that brings it when the draft's card could not be replaced. */
export function receiptBody(receipt: Receipt): Element[] {
  const { reference, kind, degree, acute, municipality, respondBy, decideBy, called112, code, language } =
    receipt
  const t = texts(language).reporter.receipt
  const name = plain(receipt.accountable.name)
  // Nothing is promised in a name that nobody could reach.
  const nobody = municipality.point?.nobody === true
  const when = (instant: Instant) => t.by(momentInWords(instant, municipality.zone, language))
  const facts = [
    { title: t.reference, value: reference },
    { title: t.reader, value: nobody ? t.readerNobody : name },
    // Nobody can be told about an anonymous signal without a code: then no message is promised.
    ...(respondBy && (degree !== 'anonymous' || code)
      ? [
          {
            title: degree === 'anonymous' ? texts(language).reporter.code.hear : t.hear,
            value: when(respondBy),
          },
        ]
      : []),
    ...(kind === 'signal' && decideBy ? [{ title: t.decide, value: when(decideBy) }] : []),
  ]
  return [
    ...(acute ? [called112 === 'yes' ? say(t.called) : alert(t.danger)] : []),
    heading(titleOf(receipt)),
    { type: 'FactSet', facts },
    ...(nobody ? [say(t.nobody(municipality.phone), { weight: 'Bolder' })] : []),
    ...(acute && receipt.rung && !nobody ? [say(t.alarm(name))] : []),
    ...degreeLines(receipt),
    ...(kind === 'signal' ? [say(outsideLine(receipt))] : []),
    ...(kind === 'consultation' && degree !== 'anonymous'
      ? lines([t.consultation(name), t.consultationKept(name)])
      : []),
    say(degree === 'anonymous' ? t.guard : `${t.more} ${t.late(municipality.phone)}`),
  ]
}

function degreeLines({
  kind,
  degree,
  municipality,
  accountable,
  reference,
  code,
  language,
}: Receipt): Element[] {
  const t = texts(language).reporter.receipt
  switch (degree) {
    case 'confidential':
      return [say(t.confidential(plain(whoMayKnow(municipality, language))))]
    case 'unknown':
      return [say(t.unknown)]
    case 'anonymous':
      if (code) {
        const { honest, consultation } = texts(language).reporter.code
        return [
          ...codeLines(code, language),
          ...(kind === 'consultation' ? [say(consultation(plain(accountable.name)))] : []),
          say(honest),
          say(t.anonymousMore, { spacing: 'Small' }),
        ]
      }
      return [
        say(t.anonymous, { weight: 'Bolder' }),
        ...(kind === 'consultation' ? [say(t.anonymousConsultation(plain(accountable.name)))] : []),
        say(t.anonymousAnswer(municipality.phone, reference), { spacing: 'Small' }),
        say(t.anonymousMore, { spacing: 'Small' }),
      ]
    default:
      return degree satisfies never
  }
}

/** A098: in whose name a report to an organisation outside is made. */
function outsideLine({ degree, municipality, accountable, language }: Receipt): string {
  const { outside } = texts(language).reporter.receipt
  if (municipality.reportsOutsideAs === 'municipality') return outside.municipality(plain(municipality.name))
  return degree === 'confidential' ? outside.employee(plain(accountable.name)) : outside.employeeUnreachable
}
