/** What was given: a line on its route, a page with all of it, and the form of what was said in a call. */
import type { CardElement, IAdaptiveCard, ISubmitAction } from '@microsoft/teams.cards'
import { owesReceipt, type Sent, sentOf, sentWith } from '../../../services/handover/sent.ts'
import { isDayOver } from '../../../services/signal/reading/clocks.ts'
import type { Route } from '../../../services/signal/record.ts'
import { packOfficer } from '../../actions.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { dayInWords } from '../../when.ts'
import type { Look } from '../case/caseView.ts'
import { facts, section, small, submit, text } from '../elements.ts'
import { form, onCase } from '../forms/form.ts'
import { momentsIn, nameOf, partnerName } from '../lookups.ts'
import type { OfRoute } from './look.ts'
import { copyOf, receiptFields } from './preview.ts'

type OnRoute = Pick<Look, 'record' | 'municipality' | 'language'> & { now: OfRoute<unknown>['now'] }

/** How it went, with whom, and how many facts; and what is still to be filled in. */
export function givenLines({ language, municipality, now }: OnRoute, route: Route): CardElement[] {
  const t = texts(language).officer.handOver
  return sentOf(route).flatMap((sent): CardElement[] => {
    const count = new Set(sent.facts.map(({ id }) => id)).size
    const contact = sent.contact && plain(sent.contact.name)
    const how = t.given.standing[sent.standing]
    const { fillBy } = sent
    const owes = fillBy && owesReceipt(sent) ? fillBy : undefined
    const over = owes !== undefined && isDayOver(owes, now, municipality)
    const day = owes && dayInWords(owes, language)
    return [
      small(t.given.line(t.ways[sent.way], contact, count)),
      ...(how ? [small(how, { weight: 'Bolder' })] : []),
      ...(day
        ? [
            text(over ? t.more.late(day) : t.more.due(day), {
              spacing: 'Small',
              ...(over ? { color: 'Attention' as const, weight: 'Bolder' as const } : {}),
            }),
          ]
        : []),
    ]
  })
}

/** Reading it, and filling in what was said; the latest giving is meant. */
export function givenButtons(
  { record, language }: Pick<Look, 'record' | 'language'>,
  route: Route,
  called: (label: string) => string,
): ISubmitAction[] {
  const t = texts(language).officer.handOver
  const last = sentOf(route).at(-1)
  if (!last) return []
  const data = { signal: record.id, route: route.id, sent: last.id }
  return [
    ...(owesReceipt(last) && !route.with
      ? [submit(called(t.more.button), packOfficer('answerPage', { ...data, form: 'handOverMore' }))]
      : []),
    submit(called(t.given.button), packOfficer('sentPage', data)),
  ]
}

/**
 * The link by which they can answer, to put in what the officer sends in another way than by our mail (I.10). Nothing in it
 * says what it is about, and it is of no use once the route is over.
 */
function linkLines(answerBy: string | undefined, language: Look['language']): CardElement[] {
  const t = texts(language).officer.handOver.given.link
  if (answerBy === undefined) return []
  return section(t.title, [copyOf('link', answerBy, t.label), small(t.about)])
}

/** What was given, whole. `answerBy`: the address of the page where they can answer; left out where there is none. */
export function givenCard(
  it: OfRoute<unknown> & { sent: string; answerBy?: string | undefined },
): IAdaptiveCard | undefined {
  const { route, municipality, language, record } = it
  const sent = sentWith(route, it.sent)
  if (!sent) return undefined
  const t = texts(language).officer.handOver
  const moment = momentsIn(municipality, language)
  const data = { signal: record.id, route: route.id, sent: sent.id }
  return form({
    ...it,
    name: t.given.title(partnerName(municipality, route.partner, language)),
    about: t.given.at(nameOf(municipality, sent.by, language), moment(sent.at)),
    body: [
      small(t.given.line(t.ways[sent.way], sent.contact && plain(sent.contact.name), countOf(sent))),
      ...(sent.basis ? [small(t.given.basis(sent.basis))] : []),
      ...(sent.edited ? [small(t.given.edited)] : []),
      ...(sent.letStand ? [small(t.given.letStand(sent.letStand), { weight: 'Bolder' })] : []),
      ...section(
        t.whatTheyGet,
        sent.words.split(/\n{2,}/).map((part) => text(plain(part), { spacing: 'Medium' })),
      ),
      ...linkLines(it.answerBy, language),
      ...receiptLines(sent, language),
    ],
    // In a mail nobody was spoken to; what went along is worked on where it went along with.
    send:
      sent.way === 'mail' || route.with
        ? undefined
        : submit(t.more.button, packOfficer('answerPage', { ...data, form: 'handOverMore' })),
  })
}

const countOf = ({ facts: given }: Sent): number => new Set(given.map(({ id }) => id)).size

function receiptLines({ receipt }: Sent, language: Look['language']): CardElement[] {
  const t = texts(language).officer.handOver.fields
  if (!receipt) return []
  const { at: _at, by: _by, ...said } = receipt
  return facts(
    (['spokeWith', 'spokeAt', 'theirNumber', 'said', 'promised', 'withWhat'] as const).map((name) => {
      const value = said[name]
      return value === undefined ? undefined : ([t[name], plain(value)] as const)
    }),
  )
}

type MoreValues = {
  sent: string
  spokeWith: string
  spokeAt: string
  theirNumber: string
  said: string
  promised: string
  withWhat: string
}

/** What was said, filled in after the call (I.19). Nothing where nothing was given. */
export function moreCard(it: OfRoute<MoreValues>): IAdaptiveCard | undefined {
  const { route, municipality, language, values } = it
  const sent = values?.sent === undefined ? sentOf(route).at(-1) : sentWith(route, values.sent)
  if (!sent) return undefined
  const t = texts(language).officer.handOver.more
  const { receipt } = sent
  const names = ['spokeWith', 'spokeAt', 'theirNumber', 'said', 'promised'] as const
  const filled = Object.fromEntries(names.map((name) => [name, values?.[name] ?? receipt?.[name]]))
  return form({
    ...it,
    name: t.title(partnerName(municipality, route.partner, language)),
    about: t.about,
    body: receiptFields(names, filled, { language }),
    send: submit(
      t.send,
      packOfficer<'handOverMore', keyof Omit<MoreValues, 'sent'>>('handOverMore', {
        ...onCase(it),
        route: route.id,
        sent: sent.id,
      }),
      { style: 'positive' },
    ),
  })
}
