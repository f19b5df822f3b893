/**
 * What comes from outside, and what an officer makes of it: an answer by a link, a mail that came back. Nothing of it is an
 * answer of a partner before an officer confirmed it (docs/decisions/answer-link.md).
 */
import { takesAnswer } from '../../handover/link/answerLink.ts'
import { isFinal, type LinkAnswer, openLinkAnswers } from '../../handover/link/linkAnswer.ts'
import { linkWords } from '../../handover/link/words.ts'
import type { Mailed } from '../../handover/mailed.ts'
import { sentOf } from '../../handover/sent.ts'
import { dayOf } from '../../municipality/workingTime.ts'
import { standingAs } from '../../outbox/mails.ts'
import type { Day, OfficerId } from '../../words.ts'
import {
  CHANGED,
  type Change,
  cause,
  momentOf,
  NOTED,
  note,
  type RuleResult,
  set,
  tellHolder,
  visible,
} from '../change.ts'
import type { Command } from '../command.ts'
import { mailsToChase } from '../reading/mails.ts'
import type { SignalRecord } from '../record.ts'
import type { Route } from '../route.ts'
import { ahead, MOST_ANSWER_DAYS } from './ahead.ts'
import type { OfficerDeed } from './data.ts'
import type { OutsideDeed } from './outsideCommand.ts'
import { partnerAnswered } from './routes.ts'

type Own<D extends OutsideDeed['do']> = Extract<OutsideDeed, { do: D }>

const routeOf = ({ record }: Change, id: string): Route | undefined =>
  record.routes.find((route) => route.id === id)

function replace(change: Change, id: string, fresh: (route: Route) => Route): void {
  set(change, { routes: change.record.routes.map((route) => (route.id === id ? fresh(route) : route)) })
}

/** Kept as it was said, and whoever has the signal is told that there is something. The same page twice is one answer. */
export function linkAnswered(change: Change, deed: Own<'linkAnswered'>): RuleResult {
  const route = routeOf(change, deed.route)
  if (!route) return { refused: 'notNow' }
  const { fromLink = [] } = route
  if (fromLink.some(({ id }) => id === deed.answer)) return { refused: 'already' }
  if (!takesAnswer(change.record, route)) return { refused: 'notNow' }
  const answer: LinkAnswer = { ...deed.said, id: deed.answer, at: momentOf(change), sent: deed.sent }
  replace(change, route.id, (it) => ({ ...it, fromLink: [...fromLink, answer] }))
  note(change, 'linkAnswered')
  tellHolder(change, 'linkAnswered')
  visible(change)
  return CHANGED
}

/** Nothing of it is kept, and it is not lost without a trace: who has the signal hears once a day that somebody tried. */
export function linkRefused(change: Change, deed: Own<'linkRefused'>): RuleResult {
  const { municipality, now } = change.setting
  const route = routeOf(change, deed.route)
  if (!route || takesAnswer(change.record, route)) return { refused: 'notNow' }
  const today = dayOf(now, municipality)
  const known = change.record.audit.some(
    ({ what, at }) => what === 'linkRefused' && dayOf(at, municipality) === today,
  )
  if (known) return { refused: 'already' }
  note(change, 'linkRefused')
  tellHolder(change, 'linkRefused')
  return NOTED
}

/** One press: what the link said is what the partner let us know, with all that follows from that; or it is put aside. */
export function confirmLinkAnswer(
  change: Change,
  by: OfficerId,
  deed: OfficerDeed<'confirmLinkAnswer'>,
): RuleResult {
  const { language } = change.setting.municipality
  const route = routeOf(change, deed.route)
  const answer = route?.fromLink?.find(({ id }) => id === deed.answer)
  if (!route || !answer) return { refused: 'notNow' }
  if (answer.settled) return { refused: 'already' }
  if (deed.as === 'taken') {
    const did = partnerAnswered(change, by, {
      do: 'partnerAnswered',
      route: route.id,
      what: answer.what,
      text: deed.sealedWords ? '' : linkWords(answer, language),
      ...(deed.sealedWords ? { sealedWords: deed.sealedWords } : sixOf(answer)),
      ...daysOf(change, answer),
      passedTo: undefined,
    })
    // Noted already, word for word: then it only has to be said of what the link brought.
    if ('refused' in did && did.refused !== 'already') return did
  }
  settle(change, route.id, [answer.id], by, deed.as)
  // What it said is sealed from here on, and stands nowhere in the open (I.14).
  if (deed.as === 'taken' && deed.sealedWords) withoutWords(change, route.id, answer.id)
  note(change, deed.as === 'taken' ? 'confirmLinkAnswer' : 'setLinkAnswerAside')
  visible(change)
  return CHANGED
}

/** Which of what every partner is asked (C6) the link answered; with what is sealed nothing of it stands in the open. */
function sixOf({ contact, reach }: LinkAnswer): { contact?: string } {
  const said = [contact, reach].flatMap((each) => each ?? []).join(', ')
  return said === '' ? {} : { contact: said }
}

/** The day that was filled in: with a question before when, else when more is known. One that went by says nothing any more. */
function daysOf({ setting }: Change, { what, day }: LinkAnswer): { again: Day | undefined; hearBy?: Day } {
  const today = dayOf(setting.now, setting.municipality)
  if (!day || !ahead(day, today, MOST_ANSWER_DAYS)) return { again: undefined }
  return what === 'question' ? { again: day } : { again: undefined, hearBy: day }
}

/** The choice and its moment stay; what was filled in beside it is sealed. */
function withoutWords(change: Change, route: string, answer: string): void {
  replace(change, route, (it) => ({
    ...it,
    fromLink: it.fromLink?.map((said) => {
      if (said.id !== answer) return said
      const { line: _line, contact: _contact, reach: _reach, passedTo: _to, ...rest } = said
      return rest
    }),
  }))
}

function settle(
  change: Change,
  route: string,
  ids: readonly string[],
  by: OfficerId,
  as: NonNullable<LinkAnswer['settled']>['as'],
): void {
  const settled = { at: change.setting.now, by, as }
  replace(change, route, (it) => ({
    ...it,
    fromLink: it.fromLink?.map((said) => (ids.includes(said.id) ? { ...said, settled } : said)),
  }))
}

/** What was found in the mailbox about one mail: that, and never what was written. Once of each. */
export function mailHeard(change: Change, deed: Own<'mailHeard'>): RuleResult {
  const { now } = change.setting
  const route = routeOf(change, deed.route)
  const mail = route?.mails?.find(({ sent }) => sent === deed.sent)
  if (!route || !mail) return { refused: 'notNow' }
  const mark = (fields: Partial<Mailed>) =>
    replace(change, route.id, (it) => ({
      ...it,
      mails: it.mails?.map((each) => (each.sent === deed.sent ? { ...each, ...fields } : each)),
    }))
  switch (deed.heard) {
    case 'delayed':
      if (mail.delayed || mail.bounced) return { refused: 'already' }
      mark({ delayed: now })
      note(change, 'mailDelayed')
      return NOTED
    case 'replied':
      if (mail.replied) return { refused: 'already' }
      mark({ replied: now })
      note(change, 'mailReplied')
      tellHolder(change, 'mailReplied')
      break
    case 'noSuchAddress':
    case 'full':
    case 'refused':
    case 'tooLate':
    case 'other':
      if (mail.bounced) return { refused: 'already' }
      mark({ bounced: { at: now, why: deed.heard } })
      replace(change, route.id, (it) => standingAs(it, deed.sent, 'bounced'))
      note(change, 'mailBounced')
      tellHolder(change, 'mailBounced')
      break
    default:
      return deed.heard satisfies never
  }
  visible(change)
  return NOTED
}

/** What nothing was heard of by the end of the next working day is not confirmed, and a person is asked to call. */
export function chaseMail(change: Change): RuleResult {
  const { municipality, now } = change.setting
  const late = mailsToChase(change.record, municipality, now)
  if (late.length === 0) return { refused: 'already' }
  for (const { route, mail } of late) {
    replace(change, route.id, (it) => ({
      ...standingAs(it, mail.sent, 'notConfirmed'),
      mails: it.mails?.map((each) => (each.sent === mail.sent ? { ...each, chased: now } : each)),
    }))
  }
  note(change, 'chaseMail')
  tellHolder(change, 'mailUnconfirmed')
  visible(change)
  return NOTED
}

/**
 * What follows from any change, whoever made it: a hand-over by mail that is new is sent, and what an officer noted of a
 * partner in other words settles what its link said before.
 */
export function followOutside(change: Change, before: SignalRecord, command: Pick<Command, 'do'>): void {
  const known = new Set(before.routes.flatMap((route) => sentOf(route).map(({ id }) => id)))
  for (const route of change.record.routes)
    for (const { id, way, standing } of route.with ? [] : sentOf(route))
      if (way === 'mail' && standing === 'queued' && !known.has(id))
        cause(change, { kind: 'mailPartner', route: route.id, sent: id })
  const { actor } = change
  if (command.do !== 'partnerAnswered' || actor.role !== 'officer') return
  for (const route of change.record.routes) {
    const was = before.routes.find(({ id }) => id === route.id)?.answer
    const { answer } = route
    if (!answer || answer === was || answer.what === 'noAnswer') continue
    const open = openLinkAnswers(route).filter((said) => isFinal(said) || answer.what !== 'question')
    if (open.length > 0)
      settle(
        change,
        route.id,
        open.map(({ id }) => id),
        actor.id,
        'noted',
      )
  }
}
