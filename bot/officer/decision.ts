/** Deciding in two steps: what and why, then the days on which an answer is asked. Nothing typed is lost between. */
import type { DecideForm, Odd, OfficerAction } from '../../cards/actions.ts'
import { decideCard, decideDaysCard } from '../../cards/officer/decision/decide.ts'
import { texts } from '../../cards/texts/index.ts'
import type { OfficerDeed, PlannedRoute, Refusal } from '../../services/signal/command.ts'
import { answerDay } from '../../services/signal/deeds/ahead.ts'
import { GuardFields, InsightFields } from '../../services/signal/deeds/decisionData.ts'
import { proposedFor } from '../../services/signal/deeds/proposed.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { Day, PartnerId } from '../../services/words.ts'
import { withoutOdd } from './pages.ts'
import { besideOf, type OfficerTurn, onCase, type View } from './view.ts'

type DecideDays = Extract<OfficerAction, { verb: 'decideDays' }>
export type Decide = Extract<OfficerDeed, { do: 'decide' }>

/** Does this decision have a second step? */
export const hasDays = (form: DecideForm): boolean => form.partners.length > 0 || form.outcome === 'monitor'

/** What the second step holds. */
type Days = Partial<GuardFields> & {
  monitorUntil?: Day | undefined
  answerBy: Record<string, string>
  helpOwner?: string | undefined
  helpBy?: Day | undefined
}

type Lines = { error?: string; notice?: string }

/** What a decision on the whole case carries along: which case, and as it was seen. */
export const ofCaseIn = ({ together }: OfficerTurn) =>
  together && {
    ofCase: together.kase.id,
    caseSeen: together.kase.revision,
    membersSeen: together.membersSeen,
  }

/** Did the case change since this form was opened? */
export function isOlderCase(desk: OfficerTurn, form: DecideForm): boolean {
  if (form.ofCase === undefined) return false
  const now = ofCaseIn(desk)
  return now?.ofCase !== form.ofCase || now.caseSeen !== form.caseSeen || now.membersSeen !== form.membersSeen
}

/** The first step again, with what was typed and what is wrong. */
export function firstStep(
  desk: OfficerTurn,
  record: SignalRecord,
  form: Partial<DecideForm>,
  lines: Lines = {},
): View {
  return { title: record.reference, card: decideCard({ ...onCase(desk, record), values: form, ...lines }) }
}

/** The second step: a day for every chosen partner, and an end to a monitoring. */
export function secondStep(
  desk: OfficerTurn,
  record: SignalRecord,
  form: DecideForm,
  values?: Days,
  lines: Lines = {},
): View {
  const { municipality } = desk.turn
  const suggested = answerDay(desk.app.now(), record.urgency, municipality)
  const card = decideDaysCard({
    ...onCase(desk, record),
    // The case as it stands now; that it changed since the step before was said there.
    form: form.ofCase === undefined ? form : { ...form, ...ofCaseIn(desk) },
    suggested,
    proposal: proposedFor(record, municipality, desk.app.now(), besideOf(desk)),
    ...(values ? { values } : {}),
    ...lines,
  })
  return { title: record.reference, card }
}

/** The step that holds the fields which could not be read, with all that could be. */
export function oddDecision(
  desk: OfficerTurn,
  record: SignalRecord,
  action: DecideDays | Extract<OfficerAction, { verb: 'decideBack' }>,
  odd: readonly Odd[],
  lines: Lines,
): View {
  const ofDays = action.verb === 'decideDays' && odd.every(({ field }) => OF_DAYS.has(field))
  return ofDays
    ? secondStep(desk, record, action.form, action, lines)
    : firstStep(desk, record, withoutOdd(action.form, odd), lines)
}

/** A second step that says nothing is wrong with the first can only complain of days. */
export const OF_DAYS: ReadonlySet<string> = new Set([
  'answerBy',
  'monitorUntil',
  'helpOwner',
  'helpBy',
  'agree',
  'agreeUntil',
  'agreeWith',
  'supervisionWhy',
  'consent',
  'consentText',
  'deviationWhy',
])

/** Where a refusal belongs: the step that holds the field. */
export function decisionAgain(
  desk: OfficerTurn,
  record: SignalRecord,
  action: DecideDays,
  refusal: Refusal,
  lines: Lines = {},
): View {
  const said = { error: texts(desk.language).officer.replies.refusal(refusal), ...lines }
  const field = 'field' in refusal ? refusal.field : undefined
  if (field !== undefined && !OF_DAYS.has(field)) return firstStep(desk, record, action.form, said)
  return secondStep(desk, record, action.form, action, said)
}

/** What a step says of the guards; what it does not ask is left to the other. */
const answersIn = (step: Partial<GuardFields>): GuardFields =>
  Object.fromEntries(Object.entries(GuardFields.parse(step)).filter(([, value]) => value !== undefined))

/** What is wrong with the first step alone, found by deciding with the suggested days. */
export function deedOf(desk: OfficerTurn, form: DecideForm, days: Days | undefined): Decide | Refusal {
  const { municipality } = desk.turn
  const routes: PlannedRoute[] = []
  for (const name of form.partners) {
    const partner = PartnerId.safeParse(name)
    if (!partner.success) return { refused: 'unknownPartner', field: 'routes' }
    const answerBy = days
      ? Day.safeParse(days.answerBy[name])
      : { success: true as const, data: answerDay(desk.app.now(), 'normal', municipality) }
    if (!answerBy.success) return { refused: 'needs', field: 'answerBy' }
    routes.push({ partner: partner.data, answerBy: answerBy.data })
  }
  return {
    do: 'decide',
    outcome: form.outcome,
    reason: form.reason,
    safeReason: form.safeReason,
    lead: form.lead,
    victimHelp: form.victimHelp,
    victimCheck: form.victimCheck === '' ? undefined : form.victimCheck,
    minor: form.minor,
    helpOwner: days?.helpOwner,
    helpBy: days?.helpBy,
    monitorUntil: days?.monitorUntil,
    routes,
    ofCase: form.ofCase,
    caseSeen: form.caseSeen,
    membersSeen: form.membersSeen,
    guards: { ...answersIn(form), ...(days ? answersIn(days) : {}) },
    insight: form.insightQuestion === undefined ? undefined : InsightFields.parse(form),
    tell: { form: form.tellForm, ...(form.tellWhy === '' ? {} : { why: form.tellWhy }) },
  }
}
