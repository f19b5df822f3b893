/**
 * The decision, in two steps: first what, why, who has the lead, where to, help, and how the reporter
 * hears it; then the days. Nothing is recorded before the second step, or before the first when no days
 * belong to it.
 */
import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards'
import { seenRecords, type Together } from '../../../services/cases/look.ts'
import { type Municipality, partnersNow } from '../../../services/municipality/municipality.ts'
import { isKnown } from '../../../services/signal/reading/feedback.ts'
import { type AskedGuard, guardsAsked } from '../../../services/signal/reading/guards.ts'
import { waitsForCode } from '../../../services/signal/reading/standing.ts'
import { youngIn } from '../../../services/signal/reading/young.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import { Minor, Outcome, SafeReason, TellForm, VictimHelp } from '../../../services/signal/words.ts'
import type { Instant, Language } from '../../../services/words.ts'
import { type DecideForm, packOfficer, type Surface } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { backTo } from '../case/back.ts'
import { area, choose, frame, section, small, submit, text, title, top } from '../elements.ts'
import { becauseLine, guardParts, MOST_SIDE_REASON } from './guardFields.ts'
import { proposalBlock } from './proposal.ts'
import { shortWays } from './short.ts'

export { decideDaysCard } from './decideDays.ts'

/** The second step carries all of it along, twice: with less the card could become too large. */
const MOST_DECISION_REASON = 3_000

type Decide = {
  record: SignalRecord
  municipality: Municipality
  now: Instant
  press: string
  surface: Surface
  language: Language
  values?: Partial<DecideForm> | undefined
  /** Its case: what is decided with `ofCase` is decided on all that is open in it. */
  together?: Together | undefined
  /** Asks whether a minor may be a victim, also when it is not known to be about a minor. */
  victimCheck?: boolean
  error?: string | undefined
  notice?: string | undefined
}

/** The first step. The lead stays as it is until somebody chooses otherwise (A103). */
export function decideCard(it: Decide): IAdaptiveCard {
  const { record, language, press } = it
  const t = texts(language).officer
  const d = t.forms.decide
  const known = isKnown(record)
  const whole = it.values?.ofCase === undefined ? undefined : it.together
  const onCase = {
    signal: record.id,
    seen: record.revision,
    press,
    ...(whole
      ? { ofCase: whole.kase.id, caseSeen: whole.kase.revision, membersSeen: whole.membersSeen }
      : {}),
  }
  // Inputs that are not there send nothing: the button carries what an anonymous reporter's card leaves out.
  const data = known
    ? packOfficer<'decide', keyof DecideForm>('decide', onCase)
    : packOfficer<'decide', Exclude<keyof DecideForm, 'tellForm' | 'tellWhy'>>('decide', {
        ...onCase,
        tellForm: 'notYet',
        tellWhy: '',
      })
  return frame({
    language,
    speak: d.title(record.reference),
    body: [
      ...top(it),
      ...(whole ? wholeCase(whole, language) : [title(d.title(record.reference))]),
      text(d.about),
      ...(whole ? [] : shortWays(record.id, language)),
      ...proposalBlock(it),
      ...what(it),
      ...where(it),
      ...help(it),
      ...section(t.dossier.reporter, [
        ...(record.reporterLeft ? [text(d.tellLeft)] : []),
        ...(known ? tell(it) : [text(d.tellAnonymous)]),
        ...(waitsForCode(record) ? [small(t.code.waits)] : []),
        safeReason(it),
      ]),
      ...guardParts(asked(it), it),
      small(d.nextAbout, { separator: true, spacing: 'Medium' }),
    ],
    actions: [submit(d.next, data, { style: 'positive' }), backTo(record, language)],
  })
}

/** Whether the people in it are told (AVG 14(3)): of every decision, and so in the first step. */
const asked = ({ record, municipality, now, values, together }: Decide): AskedGuard[] =>
  guardsAsked({
    record,
    municipality,
    now,
    outcome: values?.outcome ?? 'monitor',
    partners: [],
    minor: values?.minor,
    victimHelp: values?.victimHelp ?? 'arranged',
    beside: seenRecords(together),
  }).filter(({ guard }) => guard === 'informSubject')

/** For which signals it is decided. */
function wholeCase({ kase, members }: Together, language: Language): CardElement[] {
  const t = texts(language).officer.cases.decide
  const open = members.filter(({ state }) => state !== 'closed').map(({ member }) => member.reference)
  return [title(t.title(kase.reference, open.length)), text(t.about(open.join(', ')), { weight: 'Bolder' })]
}

function what({ values, language, municipality, record }: Decide): CardElement[] {
  const {
    forms: { decide: d },
    words: { outcomes, outcomeMeans },
  } = texts(language).officer
  const { leads } = municipality
  const lead = values?.lead || record.decisions.at(-1)?.lead || (leads.length === 1 ? leads[0] : undefined)
  // A lead that is no longer in the list is not lost.
  const choices = lead && !leads.includes(lead) ? [...leads, lead] : leads
  return [
    choose({
      id: 'outcome',
      label: d.outcome,
      missing: d.outcomeMissing,
      choices: Outcome.options.map((outcome) => [
        outcome,
        d.choice(outcomes[outcome], outcomeMeans[outcome]),
      ]),
      value: values?.outcome,
    }),
    area({
      id: 'reason',
      label: d.reason,
      hint: d.reasonHint,
      missing: d.reasonMissing,
      most: MOST_DECISION_REASON,
      value: values?.reason,
      language,
    }),
    choose({
      id: 'lead',
      label: d.lead,
      missing: d.leadMissing,
      choices: choices.map((each) => [each, each]),
      style: 'compact',
      placeholder: d.leadMissing,
      value: lead,
    }),
  ]
}

function where({ values, language, municipality }: Decide): CardElement[] {
  const d = texts(language).officer.forms.decide
  const partners = partnersNow(municipality).sort((a, b) => Number(b.inside) - Number(a.inside))
  return section(d.partners, [
    small(d.partnersAbout),
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
  ])
}

function help({ values, language, record, victimCheck, municipality, now }: Decide): CardElement[] {
  const t = texts(language).officer
  const d = t.forms.decide
  // Said that there is one: a decision does not take that back. Else it has to be asked: nobody sets a mark for
  // "Jayden Smits (16)". What was said with an earlier decision stands there.
  const isYes = record.minor === 'yes'
  const known = record.minor === 'unknown' ? record.decisions.at(-1)?.minor : record.minor
  const minor = isYes ? 'yes' : (values?.minor ?? known)
  // Also where the words or the facts say so, and nobody set a mark.
  const { young } = youngIn(record, municipality)
  const possible = isYes || young.length > 0 || (values?.minor !== undefined && values.minor !== 'no')
  const asks = possible || victimCheck === true || Boolean(values?.victimCheck)
  return section(t.dossier.victimHelp, [
    choose({
      id: 'minor',
      label: t.follow.minor.ask,
      missing: t.follow.minor.missing,
      choices: Minor.options
        .filter((each) => !isYes || each === 'yes')
        .map((each) => [each, t.follow.minor.choices[each]]),
      value: minor,
    }),
    small(t.follow.minor.about),
    choose({
      id: 'victimHelp',
      label: d.victimHelp,
      missing: d.victimHelpMissing,
      choices: VictimHelp.options.map((each) => [each, t.words.victimHelps[each]]),
      value: values?.victimHelp,
    }),
    ...(young.length > 0 ? [small(becauseLine(young, { municipality, now, language }))] : []),
    ...(asks
      ? [
          area({
            id: 'victimCheck',
            label: d.victimCheck,
            hint: d.victimCheckAbout,
            most: MOST_SIDE_REASON,
            value: values?.victimCheck,
            language,
          }),
        ]
      : []),
  ])
}

function tell({ values, language }: Decide): CardElement[] {
  const t = texts(language).officer
  const d = t.forms.decide
  return [
    choose({
      id: 'tellForm',
      label: d.tell,
      missing: d.tellMissing,
      choices: TellForm.options.map((form) => [form, t.words.tellForms[form]]),
      value: values?.tellForm ?? 'message',
    }),
    area({ id: 'tellWhy', label: d.tellWhy, most: MOST_SIDE_REASON, value: values?.tellWhy, language }),
  ]
}

function safeReason({ values, language }: Pick<Decide, 'values' | 'language'>) {
  const t = texts(language).officer
  return choose({
    id: 'safeReason',
    label: t.forms.decide.safeReason,
    choices: SafeReason.options.map((reason) => [reason, t.words.safeReasons[reason]]),
    style: 'compact',
    placeholder: t.forms.decide.safeReasonNone,
    value: values?.safeReason,
  })
}
