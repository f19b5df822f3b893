/** Deciding in one step: what is decided was chosen first, and what is filled in already goes along as it was shown. */
import type { OfficerAction } from '../../cards/actions.ts'
import { CHOOSES } from '../../cards/officer/decision/guardFields.ts'
import { OUTCOME_OF, type ShortValues, shortCard } from '../../cards/officer/decision/short.ts'
import { texts } from '../../cards/texts/index.ts'
import { partnerOf } from '../../services/municipality/municipality.ts'
import type { Refusal } from '../../services/signal/command.ts'
import { answerDay } from '../../services/signal/deeds/ahead.ts'
import { noReason } from '../../services/signal/deeds/blank.ts'
import { proposedFor } from '../../services/signal/deeds/proposed.ts'
import { type AskedGuard, guardsAsked } from '../../services/signal/reading/guards.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { PartnerId } from '../../services/words.ts'
import { type Decide, deedOf } from './decision.ts'
import { besideOf, type OfficerTurn, onCase, type View } from './view.ts'

export type DecideShort = Extract<OfficerAction, { verb: 'decideShort' }>
type Way = DecideShort['way']
type Lines = { error?: string; notice?: string }

/** The guards of what has been chosen until now. */
function askedNow(desk: OfficerTurn, record: SignalRecord, way: Way, values: ShortValues): AskedGuard[] {
  const { municipality } = desk.turn
  const now = desk.app.now()
  return guardsAsked({
    record,
    municipality,
    now,
    outcome: OUTCOME_OF[way],
    partners: (values.partners ?? []).flatMap((name) => PartnerId.safeParse(name).data ?? []),
    minor: values.minor ?? (record.minor === 'unknown' ? undefined : record.minor),
    victimHelp: values.victimHelp ?? 'notApplicable',
    proposal: proposedFor(record, municipality, now, besideOf(desk)),
    beside: besideOf(desk),
  })
}

/** The form of this way, with what was filled in. What has to be looked at is not asked before something was chosen. */
export function shortForm(
  desk: OfficerTurn,
  record: SignalRecord,
  way: Way,
  values: ShortValues = {},
  lines: Lines = {},
): View {
  const { municipality } = desk.turn
  const began = Object.keys(values).length > 0
  const asked = askedNow(desk, record, way, values).filter(({ guard }) => began || !CHOOSES.has(guard))
  const card = shortCard({
    ...onCase(desk, record),
    way,
    asked,
    suggested: answerDay(desk.app.now(), record.urgency, municipality),
    ...(began ? { values } : {}),
    ...lines,
  })
  return { title: record.reference, card }
}

/** Which guards with something to choose belong to it, and were not on the form that was sent? */
export function unseen(desk: OfficerTurn, record: SignalRecord, action: DecideShort): AskedGuard[] {
  const shown = new Set((action.shown ?? '').split(','))
  return askedNow(desk, record, action.way, action).filter(
    ({ guard }) => CHOOSES.has(guard) && guard !== 'youngVictim' && guard !== 'notFirst' && !shown.has(guard),
  )
}

/** What was sent, as a decision: passed on within the municipality is *internal*, and a reason may be the choice itself. */
export function shortDeed(desk: OfficerTurn, record: SignalRecord, action: DecideShort): Decide | Refusal {
  const { municipality } = desk.turn
  const t = texts(municipality.language).officer
  const outcome = OUTCOME_OF[action.way]
  const inside =
    action.way === 'handOver' &&
    action.partners.length > 0 &&
    action.partners.every((id) => partnerOf(municipality, id)?.inside === true)
  const chosen = action.safeReason
  const said =
    action.way === 'noAction' && chosen && chosen !== 'other'
      ? t.words.safeReasons[chosen]
      : action.way === 'moreInsight'
        ? action.insightQuestion
        : undefined
  const reason = noReason(action.reason) && said ? said : action.reason
  const suggested = answerDay(desk.app.now(), record.urgency, municipality)
  return deedOf(
    desk,
    { ...action, outcome: inside ? 'internal' : outcome, reason },
    {
      monitorUntil: action.monitorUntil,
      answerBy: Object.fromEntries(action.partners.map((id) => [id, suggested])),
      helpOwner: action.helpOwner,
      helpBy: action.helpBy,
    },
  )
}
