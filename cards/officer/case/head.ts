/** The head of the dossier: what needs attention now, and what is known. */
import type { CardElement } from '@microsoft/teams.cards'
import { givenUpAs, type Undelivered } from '../../../services/outbox/kinds.ts'
import { clocksOf, clocksOver } from '../../../services/signal/reading/clocks.ts'
import { toTellAgain } from '../../../services/signal/reading/feedback.ts'
import { wishes } from '../../../services/signal/reading/wishes.ts'
import type { Instant, Language, OfficerId } from '../../../services/words.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { dayInWords } from '../../when.ts'
import { box, buttons, facts, heading, small, text } from '../elements.ts'
import { momentsIn, nameOf } from '../lookups.ts'
import type { Look } from './caseView.ts'
import { reasoned } from './written.ts'

/** Maybe somebody is in danger: before anything else, with whether 112 was called. */
export function danger({ record, municipality, language }: Look): CardElement[] {
  const t = texts(language).officer.dossier
  const called112 = texts(language).officer.words.called112
  if (record.state === 'closed') return []
  const { danger: said } = record
  const called =
    said && said.called112 !== 'unknown' ? t.acuteCalled(called112[said.called112]) : t.acuteUnknown
  if (said?.takenBackAt) {
    return box('warning', [
      text(t.acuteBack(momentsIn(municipality, language)(said.takenBackAt))),
      small(called),
    ])
  }
  if (!said && record.urgency !== 'acute') return []
  return box('attention', [heading(t.acute), text(called)])
}

/** A clock that has run out, in words of its own. */
export function late({ record, municipality, language, now }: Look & { now: Instant }): CardElement[] {
  const t = texts(language).officer.channel.doorbell
  const moment = momentsIn(municipality, language)
  const over = clocksOver(record, now)
  const { respond, decide } = record.due
  const line = (said: string) => text(said, { color: 'Attention', weight: 'Bolder' })
  return [
    ...(over.look ? [line(t.lookLate(moment(respond)))] : []),
    ...(over.decide ? [line(t.decideLate[record.kind](moment(decide)))] : []),
  ]
}

/** What did not arrive, said plainly; what the reporter wishes and nobody has answered yet. */
export function attention(it: Look): CardElement[] {
  const { record, municipality, language } = it
  const { dossier: t, follow } = texts(language).officer
  const moment = momentsIn(municipality, language)
  const closed = record.state === 'closed'
  const { call: wantsCall, talk: wantsTalk } = wishes(record)
  const lines: string[] = [
    ...(wantsCall && !closed ? [record.degree === 'confidential' ? t.wantsCall : t.wantsCallUnknown] : []),
    ...(wantsTalk && !closed ? [t.wantsTalk] : []),
    ...(record.reporterLeft ? [t.reporterLeft] : []),
    ...(toTellAgain(record) ? [t.tellAgain] : []),
    ...(record.withdrawalWish && !closed ? [t.withdrawalWish(moment(record.withdrawalWish))] : []),
    ...(record.consultationWish && record.kind === 'consultation' && !closed
      ? [t.consultationWish[record.consultationWish]]
      : []),
    ...(record.story.some(({ correction, moved }) => correction && !moved) && !closed
      ? [t.lookAtCorrection]
      : []),
    ...(record.minor === 'yes' && !closed ? [t.minor] : []),
    ...(record.minor === 'unknown' && record.decisions.at(-1)?.minor === 'unknown' && !closed
      ? [follow.minor.unknown]
      : []),
    ...failures(it),
    ...duplicates(it),
  ]
  if (lines.length === 0) return []
  return box('warning', [heading(t.look), ...lines.map((line) => text(line, { spacing: 'Small' }))])
}

/** As many failures as are named one by one. */
const MOST_FAILURES = 8

function failures({ record, municipality, language }: Look): string[] {
  const { dossier: t, outside } = texts(language).officer
  const said = (it: Undelivered): string =>
    'officer' in it ? t.failed[it.what](nameOf(municipality, it.officer, language)) : t.failed[it.what]
  const lines = record.effects.flatMap((effect) => {
    const given = givenUpAs(effect)
    if (given.is !== 'shown') return []
    const { deadLetter, told } = effect
    // A mail goes by another way than all the rest.
    const why = given.what.what === 'partnerMail' ? outside.failedWhy : t.failedWhy
    if (deadLetter) return [t.failedLine(said(given.what), why[deadLetter])]
    return told ? [t.failedLine(said(given.what), t.stillTrying)] : []
  })
  return lines.length === 0 ? [] : [...new Set(lines)].slice(0, MOST_FAILURES).concat(t.failedDo)
}

/** What the reporter may have got twice. */
function duplicates({ record, language }: Look): string[] {
  const t = texts(language).officer.dossier
  const abouts = new Set((record.possibleDuplicates ?? []).map(({ about }) => t.messages[about]))
  return abouts.size === 0 ? [] : [t.possibleDuplicates([...abouts].join(', '))]
}

/** What a language is called, in the language of the reader. */
const languageName = (code: string, language: Language): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code

/** What is known, in rows. `room`: bytes of each reason. */
export function known(it: Look & { now: Instant; viewer: OfficerId }, room: number): CardElement[] {
  const { record, municipality, language, now, viewer } = it
  const t = texts(language).officer
  const { facts: f, youHaveIt, wasConsultation, wasKept, keptReason } = t.dossier
  const moment = momentsIn(municipality, language)
  const clock = clocksOf(record)
  const over = clocksOver(record, now)
  const by = (at: Instant, late: boolean): string => (late ? t.words.tooLate(moment(at)) : moment(at))
  const name = (id: OfficerId): string =>
    id === viewer ? youHaveIt(nameOf(municipality, id, language)) : nameOf(municipality, id, language)
  const began = record.kind === 'signal' && record.fromConsultation
  return [
    ...facts([
      [f.state, t.words.states[record.state]],
      [f.urgency, t.words.urgencies[record.urgency]],
      clock.look ? [f.look, by(record.due.respond, over.look)] : undefined,
      clock.decide ? [f.decide[record.kind], by(record.due.decide, over.decide)] : undefined,
      [f.taken, record.takenBy ? name(record.takenBy) : t.words.nobody],
      [f.accountable, name(record.accountable)],
      [f.received, moment(record.receivedAt)],
      began ? [f.was, record.keptReason ? wasKept : wasConsultation] : undefined,
      record.writtenIn ? [f.writtenIn, languageName(record.writtenIn, language)] : undefined,
      [f.certainty, t.words.certainties[record.certainty]],
      [f.minor, t.words.minors[record.minor]],
      ...enteredRows(it),
      [
        f.degree,
        record.entered && record.degree === 'anonymous' ? t.intake.noName : t.words.degrees[record.degree],
      ],
      record.degree === 'anonymous' ? undefined : [f.language, t.words.languages[record.language]],
    ]),
    ...(record.urgencyReason ? reasoned(f.why, record.urgencyReason, room, language) : []),
    ...(record.keptReason ? reasoned(keptReason, record.keptReason, room, language) : []),
  ]
}

/** For whom an officer entered it, and where in the organisation it was seen. Never a name. */
function enteredRows({ record, municipality, language }: Look): (readonly [string, string])[] {
  const { intake: t } = texts(language).officer
  const { entered, sentFrom } = record
  const from = sentFrom ? [[t.sentFrom, plain(sentFrom.department)] as const] : []
  if (!entered) return from
  const { by, source, cameBy, saidOn, wayBack } = entered
  return [
    [t.entered, t.enteredBy(nameOf(municipality, by, language), t.sources[source], t.ways[cameBy])],
    [t.saidOnRow, dayInWords(saidOn, language)],
    [t.back1, t.back[wayBack]],
    ...from,
  ]
}

/** How to call somebody, as the directory has it; `unknown`: it could not be asked now. */
export type Reach =
  | {
      phones: readonly string[]
      department?: string | undefined
      account?: string | undefined
      mail?: string | undefined
      /** In another way, in the words of the officer who entered it. */
      other?: string | undefined
      /** What must be minded: when, through whom, what not. */
      note?: string | undefined
      /** It was said to the officer who entered it: nothing was looked up. */
      said?: true
    }
  | 'unknown'

/** As many numbers as are shown. */
const MOST_PHONES = 4

/** The name and how to call, after a reveal: in this view only. */
export function reporter(name: string, reach: Reach | undefined, language: Look['language']): CardElement[] {
  const t = texts(language).officer.dossier
  return box('emphasis', [
    heading(t.reporter),
    // Of somebody who left a number alone there is no name.
    text(name === '' ? t.reporterNameless : t.reporterName(plain(name)), { weight: 'Bolder' }),
    ...(reach ? ways(reach, language) : []),
    small(t.revealRecorded),
  ])
}

/** What a telephone dials; nothing for what is no number. */
const dialled = (phone: string): string | undefined => {
  const digits = phone.replace(/[^\d+]/g, '')
  return /^\+?\d{3,20}$/.test(digits) ? digits : undefined
}

function ways(reach: Reach, language: Look['language']): CardElement[] {
  const { reach: t } = texts(language).officer.follow
  if (reach === 'unknown') return [text(t.unknown, { spacing: 'Small' })]
  const { phones, department, account, mail, other, note, said } = reach
  const lines = phones.slice(0, MOST_PHONES).map((phone) => {
    const number = dialled(phone)
    // A link in the text: a button with it does nothing on a desktop.
    return number ? `[${plain(phone)}](tel:${number})` : plain(phone)
  })
  return [
    ...(department ? [text(t.department(plain(department)), { spacing: 'Small' })] : []),
    lines.length > 0
      ? text(`${t.phones}: ${lines.join(' · ')}`, { spacing: 'Small', size: 'Large' })
      : mail !== undefined
        ? text(`${t.mail}: ${plain(mail)}`, { spacing: 'Small', size: 'Large' })
        : other !== undefined
          ? text(other === '' ? t.otherWay : `${t.otherWay} ${plain(other)}`, { spacing: 'Small' })
          : text(t.noPhone, { spacing: 'Small' }),
    ...(note ? [text(`${t.note}: ${plain(note)}`, { spacing: 'Small', weight: 'Bolder' })] : []),
    ...(account ? buttons({ type: 'Action.OpenUrl', title: t.teams, url: callLink(account) }) : []),
    ...(account || said ? [] : [small(t.noTeams)]),
  ]
}

/** Opens a call in Teams with this account. */
const callLink = (account: string): string =>
  `https://teams.microsoft.com/l/call/0/0?users=${encodeURIComponent(account)}`
