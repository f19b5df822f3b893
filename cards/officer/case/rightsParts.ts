/** What the cards of rights and of the end of a term share. */
import type { CardElement } from '@microsoft/teams.cards'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import { givenIn, openRecipientTasks } from '../../../services/signal/reading/recipients.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import { freezeOf } from '../../../services/signal/rights/freeze.ts'
import type { RecipientTask, Term } from '../../../services/signal/rights/types.ts'
import { type Day, Instant, type Language } from '../../../services/words.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { dateInWords } from '../../when.ts'
import { box, heading, text } from '../elements.ts'
import { factInWords } from '../facts/words.ts'
import { momentsIn, nameOf, routeName } from '../lookups.ts'
import { reasoned } from './written.ts'

/** "24 november 2031": a term reaches into other years. */
export const dateOf = (day: Day, language: Language): string =>
  dateInWords(Instant.parse(`${day}T12:00:00.000Z`), 'UTC', language)

/** The name of the partner that must be told. */
export function recipientOf(
  record: SignalRecord,
  { route }: RecipientTask,
  municipality: Municipality,
  language: Language,
): string {
  const found = record.routes.find(({ id }) => id === route)
  return found ? routeName(municipality, found, language) : texts(language).officer.words.partnerGone
}

/** Why a file is kept, in a line. */
export function termInWords({ class: kind, from }: Term, language: Language): string {
  const t = texts(language).officer
  return t.retention.toDestroy.because(t.retention.classes[kind], dateOf(from, language))
}

type Look = { record: SignalRecord; municipality: Municipality; language: Language }

/** At the head of the dossier: that it is frozen, and which partners must still be told of what. */
export function rightsHead(it: Look): CardElement[] {
  const { record, municipality, language } = it
  const t = texts(language).officer.rights
  const freeze = freezeOf(record)
  const moment = momentsIn(municipality, language)
  const open = openRecipientTasks(record)
  return [
    ...(freeze
      ? box('emphasis', [
          text(t.frozen(nameOf(municipality, freeze.by, language), moment(freeze.at)), { weight: 'Bolder' }),
          ...reasoned(t.why, freeze.reason, 400, language),
        ])
      : []),
    ...(open.length > 0
      ? box('warning', [
          heading(t.tell),
          ...open.slice(0, 6).map((task) => text(toTell(it, task), { spacing: 'Small' })),
        ])
      : []),
  ]
}

/** One task: whom to tell what. */
export function toTell({ record, municipality, language }: Look, task: RecipientTask): string {
  const t = texts(language).officer.rights
  const partner = recipientOf(record, task, municipality, language)
  const said = t.toTell(partner, whyTold(record, task, language), momentsIn(municipality, language)(task.at))
  return [said, ...howTold(record, task, language)].join('. ')
}

/** Whom to ask for there, by which way they got it and what they had, where that was kept. */
function howTold(record: SignalRecord, task: RecipientTask, language: Language): string[] {
  const given = givenIn(record, task)
  if (!given) return []
  const { handOver: t } = texts(language).officer
  const { contact, way } = given.sent
  const by = t.ways[way].toLowerCase()
  return [
    contact ? t.told.to(plain(contact.name), by) : t.told.by(by),
    ...(given.values.length > 0 ? [t.told.had(plain(given.values.join('; ')))] : []),
  ]
}

/** Why they must be told: of a fact with which one it is. */
export function whyTold(record: SignalRecord, { why, fact: id }: RecipientTask, language: Language): string {
  const said = texts(language).officer.rights.whyTell[why]
  const fact = record.facts?.find((each) => each.id === id)
  return fact ? `${said} (${factInWords(fact, language)})` : said
}
