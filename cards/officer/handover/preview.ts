/** What would be given to a partner, as it would be given, by the way that fits; and the button that says that it was done. */

import type { CardElement, IAdaptiveCard, ISubmitAction, ITextInput } from '@microsoft/teams.cards'
import { wholeText } from '../../../services/handover/compose.ts'
import { mailAhead } from '../../../services/handover/mail.ts'
import type { SentWay } from '../../../services/handover/sent.ts'
import { officerOf } from '../../../services/municipality/municipality.ts'
import { HandOverBasis } from '../../../services/signal/words.ts'
import { impossible } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { fieldValue, plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import {
  area,
  box,
  buttons,
  choose,
  heading,
  MOST_REASON,
  section,
  small,
  submit,
  text,
} from '../elements.ts'
import { form, onCase } from '../forms/form.ts'
import { hasBasis } from '../forms/route.ts'
import { momentsIn, nameOf, partnerName } from '../lookups.ts'
import { type OfRoute, type Ready, readyIn } from './look.ts'

/** What the form holds; all of it may stay empty, save the ground where none is configured. */
export type PreviewValues = {
  way: SentWay
  contact: string
  basis: HandOverBasis
  text: string
  spokeWith: string
  spokeAt: string
  theirNumber: string
  said: string
  promised: string
  withWhat: string
}
type Preview = OfRoute<PreviewValues>

const FIELDS = ['spokeWith', 'spokeAt', 'theirNumber', 'said', 'promised', 'withWhat'] as const
type Field = (typeof FIELDS)[number]

/** The page behind *Overdragen aan …*; nothing where it was handed over already. */
export function previewCard(it: Preview): IAdaptiveCard | undefined {
  const { route, municipality, language, values } = it
  if (route.state !== 'planned') return undefined
  const t = texts(language).officer.handOver
  const ready = readyIn(it, { way: values?.way })
  const partner = partnerName(municipality, route.partner, language)
  return form({
    ...it,
    name: t.title(partner),
    about: ready.way.by === 'mail' ? t.aboutMail : t.about,
    body: [
      ...pointedOut(it, ready),
      ...byWay(it, ready),
      ...ground(it),
      ...buttons(...actions(it, ready)),
      ...others(it, ready),
    ],
  })
}

/** Words that may say who reported, and facts that changed: before anything else. */
function pointedOut({ language, route, municipality }: Preview, { betrayed, changed }: Ready): CardElement[] {
  const t = texts(language).officer.handOver
  const { prepared } = route
  return [
    ...(prepared
      ? [
          small(
            t.prepared(
              nameOf(municipality, prepared.by, language),
              momentsIn(municipality, language)(prepared.at),
            ),
          ),
        ]
      : []),
    ...(changed ? box('attention', [text(t.changed, { weight: 'Bolder' })]) : []),
    ...(betrayed.length > 0
      ? box('warning', [
          heading(t.betrays),
          text(t.betraysAbout),
          ...betrayed.map(({ why, words }) => text(t.betrayed[why](plain(words)), { spacing: 'Small' })),
        ])
      : []),
  ]
}

/** All of the text, a line of it on a line. */
const read = (whole: string): CardElement[] =>
  whole
    .split(/\n{2,}/)
    .flatMap((part) => (part.trim() === '' ? [] : [text(plain(part), { spacing: 'Medium' })]))

/** A field to copy from: what is typed in it goes nowhere. */
export const copyOf = (id: 'copy' | 'link', whole: string, label: string): ITextInput => ({
  type: 'Input.Text',
  id,
  label,
  isMultiline: true,
  value: fieldValue(whole),
})

const one = (id: Field, label: string, value: string | undefined): ITextInput => ({
  type: 'Input.Text',
  id,
  label,
  maxLength: 200,
  ...(value ? { value: fieldValue(value) } : {}),
})

/** What is asked of what the other side said. */
export function receiptFields(
  fields: readonly Field[],
  values: Partial<Record<Field, string | undefined>> | undefined,
  { language, how = false }: { language: Preview['language']; how?: boolean },
): CardElement[] {
  const t = texts(language).officer.handOver.fields
  return fields.map((id) => {
    if (id === 'said' || id === 'promised')
      return area({ id, label: t[id], most: MOST_REASON, value: values?.[id], language })
    return one(id, id === 'withWhat' && how ? t.how : t[id], values?.[id])
  })
}

function contactFields({ language, values }: Preview, { contacts, way }: Ready): CardElement[] {
  const t = texts(language).officer.handOver
  const line = (each: (typeof contacts)[number]) => t.contactLine(each.name, each.role, each.hours)
  const [first] = contacts
  if (!first || way.by === 'portal') return []
  if (contacts.length === 1) return [text(`${t.contact} ${plain(line(first))}`)]
  return [
    choose({
      id: 'contact',
      label: t.contact,
      style: 'compact',
      choices: contacts.map((each) => [each.name, line(each)]),
      value: values?.contact ?? first.name,
    }),
  ]
}

function byWay(it: Preview, ready: Ready): CardElement[] {
  const { language, values, municipality } = it
  const t = texts(language).officer.handOver
  const { composed, body, way, contacts } = ready
  const whole = wholeText(composed, body)
  const to = way.to ?? ''
  const contact = contactFields(it, ready)
  const fields = (...names: Field[]) => receiptFields(names, values, { language, how: way.by === 'other' })
  switch (way.by) {
    case 'telephone': {
      const number = contacts.find(({ name }) => name === values?.contact)?.phone ?? contacts[0]?.phone ?? to
      return [
        number === ''
          ? text(t.noNumber)
          : text(`[${plain(number)}](tel:${number.replace(/[^\d+]/g, '')})`, {
              size: 'ExtraLarge',
              weight: 'Bolder',
            }),
        ...contact,
        ...section(t.script, read(whole)),
        ...fields('spokeWith', 'spokeAt', 'theirNumber', 'said', 'promised'),
      ]
    }
    case 'portal':
      return [
        ...(to === '' ? [] : buttons({ type: 'Action.OpenUrl', title: t.openPortal, url: to })),
        copyOf('copy', whole, t.copy),
        small(t.copyAbout),
        ...fields('theirNumber'),
      ]
    case 'secureMail':
      return [
        ...(to === '' ? [] : [text(t.sendTo(plain(to)))]),
        text(t.neutral(t.mail.subject)),
        ...contact,
        copyOf('copy', whole, t.copy),
        small(t.copyAbout),
        ...fields('withWhat'),
      ]
    case 'mail': {
      const phone = officerOf(municipality, it.viewer)?.phone ?? municipality.phone
      const { answerBy } = it.route
      const { number, link } = t.mail
      const mail = mailAhead({ municipality, number, phone, answerBy, link }, language)
      return [
        text(t.mailAbout),
        ...box('emphasis', [
          text(t.mail.from(plain(municipality.name))),
          text(t.sendTo(plain(to))),
          text(t.neutral(plain(mail.subject))),
          ...mail.lines.map((line) => text(plain(line))),
        ]),
        ...contact,
        ...section(t.whatTheyGet, read(whole)),
      ]
    }
    case 'other':
      return [
        ...contact,
        copyOf('copy', whole, t.copy),
        small(t.copyAbout),
        ...fields('withWhat', 'theirNumber'),
      ]
    default:
      return impossible(way.by)
  }
}

/** On which ground, where none is configured (AVG 6, A100). */
function ground(it: Preview): CardElement[] {
  if (hasBasis(it, it.route)) return []
  const { language, values } = it
  const t = texts(language).officer.follow.basis
  return section(t.which, [
    text(t.about),
    choose({
      id: 'basis',
      label: t.which,
      missing: t.whichMissing,
      choices: HandOverBasis.options.map((each) => [each, t.choices[each]]),
      value: values?.basis,
    }),
    area({
      id: 'text',
      label: t.why,
      hint: t.whyHint,
      missing: t.whyMissing,
      most: MOST_REASON,
      value: values?.text,
      language,
    }),
  ])
}

type Typed = 'contact' | 'basis' | 'text' | 'facts' | 'words' | Field

/** That it was done; that it was phoned and the rest follows; and the text. */
function actions(it: Preview, { way, betrayed, changed, composed }: Ready): ISubmitAction[] {
  const { language, route } = it
  const t = texts(language).officer.handOver
  const data = { ...onCase(it), route: route.id, way: way.by }
  const sure = betrayed.length > 0 ? { sure: true as const } : {}
  const done = t.done[way.by]
  const send = (label: string, later: boolean): ISubmitAction =>
    submit(
      betrayed.length > 0 ? t.sure(label) : label,
      packOfficer<'handOver', Typed | 'later' | 'sure'>('handOver', {
        ...data,
        ...sure,
        ...(later ? { later: true } : {}),
      }),
      later ? {} : { style: 'positive' },
    )
  const edit = packOfficer('answerPage', { signal: it.record.id, route: route.id, form: 'prepareHandOver' })
  const more = composed.choices.length > 0 || route.prepared !== undefined
  return [
    ...(changed ? [] : [send(done, false)]),
    ...(changed || way.by !== 'telephone' ? [] : [send(t.later, true)]),
    ...(more || changed ? [submit(t.edit, edit, { associatedInputs: 'none' })] : []),
  ]
}

/** The other ways, and why one of them cannot be used. */
function others({ language, record, route }: Preview, { ways, way }: Ready): CardElement[] {
  const t = texts(language).officer.handOver
  const pages = ways.filter(({ by, not }) => by !== way.by && not === undefined)
  return [
    ...(ways.some(({ not }) => not === 'noMailbox') ? [small(t.noMailbox)] : []),
    ...buttons(
      ...pages.map(({ by }) =>
        submit(
          t.instead(t.ways[by]),
          packOfficer('answerPage', { signal: record.id, route: route.id, form: 'handOver', way: by }),
          { associatedInputs: 'none' },
        ),
      ),
    ),
  ]
}
