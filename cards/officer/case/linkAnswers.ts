/**
 * What partners answered by a link, and how the mails to them stand. Until an officer took it over it is said to be
 * according to the link, in so many words (I.10).
 */
import type { CardElement } from '@microsoft/teams.cards'
import { type LinkAnswer, openLinkAnswers } from '../../../services/handover/link/linkAnswer.ts'
import { linkWords } from '../../../services/handover/link/words.ts'
import type { Mailed } from '../../../services/handover/mailed.ts'
import { type Sent, sentOf } from '../../../services/handover/sent.ts'
import { isWorkable } from '../../../services/signal/reading/standing.ts'
import type { Route } from '../../../services/signal/record.ts'
import { packOfficer } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { box, buttons, heading, small, submit, text } from '../elements.ts'
import { fitted } from '../fit.ts'
import { momentsIn, partnerName } from '../lookups.ts'
import type { Look } from './caseView.ts'

/** As many stand on the dossier, the oldest first, with room for what was written in each, in bytes. */
const MOST_SHOWN = 2
const ROOM = 2_400

/** Those that wait for somebody to look at them, with what can be done. Nothing where there are none. */
export function linkAnswers(it: Look & { press: string }): CardElement[] {
  const { record, language } = it
  const t = texts(language).officer.outside.link
  const open = record.routes.flatMap((route) => openLinkAnswers(route).map((said) => ({ route, said })))
  if (open.length === 0 || record.state === 'closed') return []
  const more = open.length - MOST_SHOWN
  return box('warning', [
    heading(t.title),
    ...open.slice(0, MOST_SHOWN).flatMap(({ route, said }) => oneAnswer(it, route, said)),
    small(t.unconfirmed),
    ...(more > 0 ? [small(t.more(more), { weight: 'Bolder' })] : []),
  ])
}

function oneAnswer(it: Look & { press: string }, route: Route, said: LinkAnswer): CardElement[] {
  const { record, municipality, language, press } = it
  const { outside, words } = texts(language).officer
  const t = outside.link
  const name = partnerName(municipality, route.partner, language)
  const moment = momentsIn(municipality, language)(said.at)
  const data = { signal: record.id, seen: record.revision, press, route: route.id, answer: said.id }
  const form = { signal: record.id, route: route.id, form: 'partnerAnswered' } as const
  return [
    text(t.said(name, words.partnerAnswers[said.what], moment), { weight: 'Bolder', spacing: 'Small' }),
    ...fitted(linkWords(said, language), ROOM, language),
    ...(isWorkable(record)
      ? buttons(
          submit(t.take, packOfficer('confirmLinkAnswer', { ...data, as: 'taken' })),
          submit(t.note, packOfficer('answerPage', form)),
          submit(t.aside, packOfficer('confirmLinkAnswer', { ...data, as: 'aside' })),
        )
      : []),
  ]
}

/**
 * How each mail of this route stands, a line for each; nothing where none was sent. Of what went along with another signal the
 * mail is of that one, and stands there.
 */
export function mailLines({ municipality, language }: Look, route: Route): CardElement[] {
  if (route.with) return []
  const t = texts(language).officer.outside
  const moment = momentsIn(municipality, language)
  return sentOf(route).flatMap((sent) => {
    if (sent.way !== 'mail') return []
    const mail = route.mails?.find((each) => each.sent === sent.id)
    const extra = mail
      ? [
          ...(mail.perhapsTwice ? [t.mail.perhapsTwice] : []),
          ...(mail.delayed && !mail.bounced ? [t.mail.delayed] : []),
          ...(mail.replied ? [t.mail.replied] : []),
        ]
      : []
    return [standing(sent, mail), ...extra].map((line) => small(line))
  })

  function standing(sent: Sent, mail: Mailed | undefined): string {
    switch (sent.standing) {
      case 'accepted':
      case 'done':
        return mail ? t.mail.accepted(mail.number, moment(mail.at)) : t.mail.queued
      case 'queued':
        return t.mail.queued
      case 'bounced':
        return mail ? t.mail.bounced(mail.number, t.why[mail.bounced?.why ?? 'other']) : t.mail.notSent
      case 'notConfirmed':
        return mail ? t.mail.notConfirmed(mail.number) : t.mail.notSent
      default:
        return sent.standing satisfies never
    }
  }
}
