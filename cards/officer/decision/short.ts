/**
 * The short forms: what is decided is chosen first, and only what belongs to it is asked. What is filled in already stands
 * below in words; it is changed behind one button, and goes along as it is. No guard is left out by it.
 */
import type { CardElement, IAdaptiveCard, IContainer } from '@microsoft/teams.cards'
import { type Municipality, partnersNow } from '../../../services/municipality/municipality.ts'
import { dayOf } from '../../../services/municipality/workingTime.ts'
import { isKnown } from '../../../services/signal/reading/feedback.ts'
import type { AskedGuard } from '../../../services/signal/reading/guards.ts'
import { helpDay } from '../../../services/signal/reading/help.ts'
import { ownerId } from '../../../services/signal/reading/helpOwners.ts'
import { insightDay } from '../../../services/signal/reading/insight.ts'
import { dayAfter } from '../../../services/signal/reading/retentionTerm.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import { Minor, type Outcome, SafeReason, TellForm, VictimHelp } from '../../../services/signal/words.ts'
import type { Day, Instant, Language, OfficerId } from '../../../services/words.ts'
import { type DecideForm, packOfficer, type Surface } from '../../actions.ts'
import { ShortWay } from '../../decisionActions.ts'
import { plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { dayInWords } from '../../when.ts'
import { backTo } from '../case/back.ts'
import {
  area,
  buttons,
  choose,
  date,
  frame,
  leave,
  section,
  small,
  submit,
  text,
  title,
  top,
} from '../elements.ts'
import { ownerFields } from '../forms/help.ts'
import { insightFields } from '../forms/insight.ts'
import { guardParts, MOST_SIDE_REASON } from './guardFields.ts'
import { proposalBlock } from './proposal.ts'

const MOST_REASON = 3_000
/** Watched for so long, when nobody chooses another day. */
const MONITOR_DAYS = 28

export type ShortValues = Partial<DecideForm> & {
  monitorUntil?: string | undefined
  helpOwner?: string | undefined
  helpBy?: string | undefined
}

type Short = {
  record: SignalRecord
  municipality: Municipality
  now: Instant
  viewer: OfficerId
  press: string
  surface: Surface
  language: Language
  way: ShortWay
  /** The guards of what was chosen, as far as it was. */
  asked: readonly AskedGuard[]
  /** The day on which an answer is usually asked. */
  suggested: Day
  values?: ShortValues | undefined
  error?: string | undefined
  notice?: string | undefined
}

/** What each of them decides; passing on becomes *internal* where everything stays inside. */
export const OUTCOME_OF = {
  noAction: 'noAction',
  monitor: 'monitor',
  moreInsight: 'moreInsight',
  handOver: 'external',
  caseMeeting: 'caseMeeting',
  police: 'police',
} as const satisfies Record<ShortWay, Outcome>

/** Those that go to somebody. */
const goes = (way: ShortWay): boolean => way === 'handOver' || way === 'caseMeeting' || way === 'police'

/** The ways to the short forms, as buttons. */
export function shortWays(signal: SignalRecord['id'], language: Language): CardElement[] {
  const { ways, short } = texts(language).officer.decision
  return [
    small(short.pick),
    ...buttons(...ShortWay.options.map((way) => leave(ways[way], packOfficer('decideFor', { signal, way })))),
  ]
}

/** One short form. */
export function shortCard(it: Short): IAdaptiveCard {
  const { record, language, way, press, asked } = it
  const t = texts(language).officer
  const { short, ways } = t.decision
  const known = isKnown(record)
  const name = short.title(record.reference, ways[way])
  const data = packOfficer<'decideShort', keyof DecideForm | 'monitorUntil' | 'helpOwner' | 'helpBy'>(
    'decideShort',
    {
      signal: record.id,
      seen: record.revision,
      press,
      way,
      shown: asked.map(({ guard }) => guard).join(','),
    },
  )
  // Inputs that are not there send nothing: the button carries what this form does not ask.
  const carried = {
    outcome: OUTCOME_OF[way],
    ...(goes(way) ? {} : { partners: '' }),
    ...(known ? {} : { tellForm: 'notYet', tellWhy: '' }),
  }
  return frame({
    language,
    speak: name,
    body: [
      ...top(it),
      title(name),
      text(short.about[way]),
      ...(goes(way) ? proposalBlock(it) : []),
      ...asks(it),
      ...guardParts(
        asked.filter(({ guard }) => guard !== 'informSubject'),
        it,
      ),
      ...filledIn(it, known),
    ],
    actions: [
      submit(short.send, { ...data, ...carried }, { style: 'positive' }),
      leave(short.all, packOfficer('page', { signal: record.id, page: 'decide' })),
      backTo(record, language),
    ],
  })
}

/** What has to be said by a person. */
function asks(it: Short): CardElement[] {
  const { way, language, values, municipality, record, now } = it
  const t = texts(language).officer
  const d = t.forms.decide
  const { short } = t.decision
  const reason = (label: string, missing?: string) =>
    area({
      id: 'reason',
      label,
      most: MOST_REASON,
      hint: d.reasonHint,
      ...(missing ? { missing } : {}),
      value: values?.reason,
      language,
    })
  const young = minorField(it)
  switch (way) {
    case 'noAction':
      return [
        choose({
          id: 'safeReason',
          label: short.safeReason,
          missing: short.safeReasonMissing,
          choices: SafeReason.options.map((each) => [each, t.words.safeReasons[each]]),
          value: values?.safeReason,
        }),
        ...young,
        reason(short.reasonOptional),
      ]
    case 'monitor':
      return [
        reason(d.reason, d.reasonMissing),
        ...young,
        date({
          id: 'monitorUntil',
          label: d.monitorUntil,
          missing: d.monitorUntilMissing,
          min: dayAfter(dayOf(now, municipality), { days: 1 }),
          value: values?.monitorUntil ?? dayAfter(dayOf(now, municipality), { days: MONITOR_DAYS }),
        }),
        small(d.monitorAbout),
      ]
    case 'moreInsight':
      return [
        ...insightFields({
          record,
          municipality,
          language,
          now,
          values: {
            ...values,
            insightUntil: values?.insightUntil ?? insightDay(dayOf(now, municipality), municipality),
          },
        }),
        ...young,
        ...helpField(it),
        reason(short.reasonOfQuestion),
      ]
    case 'handOver':
    case 'caseMeeting':
    case 'police': {
      const partners = [...partnersNow(municipality)].sort((a, b) => Number(b.inside) - Number(a.inside))
      return [
        choose({
          id: 'partners',
          label: d.partnersChoose,
          several: true,
          choices: partners.map((partner) => [
            partner.id,
            (partner.inside ? d.inside : d.outside)(partner.name[language]),
          ]),
          value: values?.partners?.join(','),
        }),
        reason(d.reason, d.reasonMissing),
        ...young,
        ...helpField(it),
      ]
    }
    default:
      return way satisfies never
  }
}

/** Whether there is a child in it: asked unless it was said (A038). */
function minorField({ record, language, values }: Short): CardElement[] {
  const t = texts(language).officer.follow.minor
  const isYes = record.minor === 'yes'
  const known = record.minor === 'unknown' ? record.decisions.at(-1)?.minor : record.minor
  return [
    choose({
      id: 'minor',
      label: t.ask,
      missing: t.missing,
      choices: Minor.options
        .filter((each) => !isYes || each === 'yes')
        .map((each) => [each, t.choices[each]]),
      value: isYes ? 'yes' : (values?.minor ?? known),
    }),
  ]
}

function helpField({ language, values }: Short): CardElement[] {
  const t = texts(language).officer
  return [
    choose({
      id: 'victimHelp',
      label: t.forms.decide.victimHelp,
      missing: t.forms.decide.victimHelpMissing,
      choices: VictimHelp.options.map((each) => [each, t.words.victimHelps[each]]),
      value: values?.victimHelp,
    }),
  ]
}

/** What is filled in already: said in words, and behind a button to be changed. */
function filledIn(it: Short, known: boolean): CardElement[] {
  const { way, record, municipality, language, values, asked, suggested, now, viewer } = it
  const t = texts(language).officer
  const d = t.forms.decide
  const { short, guards } = t.decision
  const lead = leadOf(it)
  const choices = municipality.leads.includes(lead) ? municipality.leads : [...municipality.leads, lead]
  const tellForm = values?.tellForm ?? 'message'
  const withHelp = way === 'noAction' || way === 'monitor'
  const help = values?.victimHelp ?? 'notApplicable'
  const inform = asked.find(({ guard }) => guard === 'informSubject')
  const shown = inform?.shown?.guard === 'informSubject' ? inform.shown : undefined
  const lines = [
    short.lead(plain(lead)),
    ...(withHelp ? [short.help(t.words.victimHelps[help])] : []),
    ...(known ? [short.tell(t.words.tellForms[tellForm])] : [d.tellAnonymous]),
    ...(goes(way) ? [short.answerBy(dayInWords(suggested, language)), short.purpose] : []),
    ...(shown
      ? [
          `${guards.informSubject.name}: ${guards.informSubject.row(
            guards.informSubject.short[values?.inform ?? shown.answer],
            shown.until && dayInWords(shown.until, language),
          )}`,
        ]
      : []),
  ]
  const hidden: CardElement[] = [
    choose({
      id: 'lead',
      label: d.lead,
      missing: d.leadMissing,
      choices: choices.map((each) => [each, each]),
      style: 'compact',
      value: lead,
    }),
    ...(withHelp ? helpField({ ...it, values: { ...values, victimHelp: help } }) : []),
    ...(known
      ? [
          choose({
            id: 'tellForm',
            label: d.tell,
            missing: d.tellMissing,
            choices: TellForm.options.map((form) => [form, t.words.tellForms[form]]),
            value: tellForm,
          }),
          area({ id: 'tellWhy', label: d.tellWhy, most: MOST_SIDE_REASON, value: values?.tellWhy, language }),
        ]
      : []),
    ...ownerFields({
      municipality,
      language,
      now,
      owner: values?.helpOwner ?? ownerId({ who: 'officer', officer: viewer }),
      by: values?.helpBy ?? helpDay(now, record, municipality),
    }),
    ...(inform ? guardParts([inform], it) : []),
  ]
  return section(short.filled, [
    ...lines.map((line) => small(line)),
    ...buttons({ type: 'Action.ToggleVisibility', title: short.change, targetElements: ['filled'] }),
    // Open where something in it has to be mended.
    {
      type: 'Container',
      id: 'filled',
      isVisible: it.error !== undefined,
      items: hidden,
    } satisfies IContainer,
  ])
}

/** A103: the lead stays where it is; else it begins with the first of the list. */
function leadOf({ values, record, municipality }: Short): string {
  return values?.lead || record.decisions.at(-1)?.lead || (municipality.leads[0] ?? '')
}
