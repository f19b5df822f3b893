/** What cannot wait (A057): who is called, in which order, with the numbers at hand; one press; and what was done. */
import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import { contactsOf, type EscalationContact } from '../../../services/signal/reading/escalation.ts'
import { Reached } from '../../../services/signal/words.ts'
import type { Instant, Language, OfficerId } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { area, buttons, choose, MOST_REASON, section, small, submit, text } from '../elements.ts'
import { fitted } from '../fit.ts'
import { momentsIn, nameOf } from '../lookups.ts'
import { form, onCase, type PageOf } from './form.ts'

type Values = { contact: string; reached: Reached; text: string }
type Escalate = PageOf<Values> & {
  now: Instant
  viewer: OfficerId
}

/** What a telephone dials. */
const dialled = (phone: string): string => {
  const digits = phone.replace(/[^\d+]/g, '')
  return /^\+?\d{3,20}$/.test(digits) ? `[${plain(phone)}](tel:${digits})` : plain(phone)
}

/** The name of a contact, as it is shown. */
export function contactName(contact: EscalationContact, language: Language): string {
  const t = texts(language).officer.decision.escalate
  switch (contact.is) {
    case '112':
      return t.emergency
    case 'police':
      return contact.partner.name[language]
    case 'officer':
      return plain(contact.officer.name)
    case 'onCall':
      return t.onCall
    default:
      return contact satisfies never
  }
}

/** The name of a contact by its name in the record, also of one that is no more. */
export function contactById(
  id: string,
  { municipality, language }: { municipality: Municipality; language: Language },
): string {
  const t = texts(language).officer.decision.escalate
  if (id === '112') return t.emergency
  if (id === 'onCall') return t.onCall
  const officer = municipality.officers.find((each) => `officer:${each.id}` === id)
  const partner = municipality.partners.find((each) => `partner:${each.id}` === id)
  return officer ? plain(officer.name) : (partner?.name[language] ?? t.gone)
}

function lineOf(contact: EscalationContact, place: number, language: Language): CardElement[] {
  const t = texts(language).officer
  const { escalate } = t.decision
  const role = contact.is === 'officer' ? contact.officer.title[language] : ''
  const way = contact.is === 'police' ? contact.partner.way[language] : ''
  const phone = contact.phone
  return [
    text(escalate.line(place, contactName(contact, language), role), { weight: 'Bolder' }),
    ...(phone === undefined || contact.is === '112' ? [] : [small(escalate.phone(dialled(phone)))]),
    ...(contact.is === '112' ? [small(escalate.phone(dialled('112')))] : []),
    ...(way === '' ? [] : [small(t.dossier.way(way))]),
  ]
}

/** The page: before it is escalated with the one button, after it with what was done. */
export function escalateCard(it: Escalate): IAdaptiveCard {
  const { record, municipality, language, viewer, now, values } = it
  const t = texts(language).officer
  const { escalate: e } = t.decision
  const contacts = contactsOf(municipality, now, viewer)
  const last = record.escalations?.at(-1)
  const moment = momentsIn(municipality, language)
  const press = submit(last ? e.again : e.press, packOfficer('escalate', onCase(it)), {
    style: 'destructive',
    associatedInputs: 'none',
  })
  const done: CardElement[] = last
    ? section(e.done, [
        text(e.started(nameOf(municipality, last.by, language), moment(last.at))),
        ...last.steps
          .slice(-MOST_STEPS)
          .flatMap((step) => [
            small(
              e.step(
                contactById(step.contact, it),
                e.short[step.reached],
                nameOf(municipality, step.by, language),
                moment(step.at),
              ),
            ),
            ...fitted(step.text ?? '', 300, language),
          ]),
        choose({
          id: 'contact',
          label: e.contact,
          missing: e.contact,
          choices: contacts.map((each) => [each.id, contactName(each, language)]),
          value: values?.contact,
        }),
        choose({
          id: 'reached',
          label: e.reached,
          missing: e.reached,
          choices: Reached.options.map((each) => [each, e.choices[each]]),
          value: values?.reached,
        }),
        area({ id: 'text', label: e.text, most: MOST_REASON, value: values?.text, language }),
      ])
    : []
  return form({
    ...it,
    name: e.title,
    about: e.about,
    body: [
      ...section(
        e.order,
        contacts.flatMap((each, at) => lineOf(each, at + 1, language)),
      ),
      ...done,
      ...(last ? buttons(press) : []),
    ],
    send: last
      ? submit(
          e.send,
          packOfficer<'escalationStep', 'contact' | 'reached' | 'text'>('escalationStep', onCase(it)),
          { style: 'positive' },
        )
      : press,
  })
}
const MOST_STEPS = 10
