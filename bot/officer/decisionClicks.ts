/** The clicks around a decision that are not just a deed as it comes: its forms, its steps, and what cannot wait. */
import type { OfficerAction } from '../../cards/actions.ts'
import { doneInWords } from '../../cards/officer/done.ts'
import { texts } from '../../cards/texts/index.ts'
import type { Command, OfficerDeed, Refusal } from '../../services/signal/command.ts'
import { decide } from '../../services/signal/decide.ts'
import { deedFrom } from '../../services/signal/deeds/data.ts'
import { settingOf } from '../../services/signal/handle.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { handling } from '../app/ports.ts'
import { shortDeed, shortForm, unseen } from './decideShort.ts'
import { decisionAgain, deedOf, firstStep, hasDays, isOlderCase, OF_DAYS, secondStep } from './decision.ts'
import { onePage, page } from './pages.ts'
import type { OnCase } from './pointClicks.ts'
import type { OfficerTurn, View } from './view.ts'

export type DecisionVerb =
  | 'decide'
  | 'decideDays'
  | 'decideBack'
  | 'decideFor'
  | 'decideShort'
  | 'insightPage'
  | 'guardPage'
  | 'escalate'
  | 'escalationStep'
type Of<V extends DecisionVerb> = Extract<OnCase, { verb: V }>
type Show = (record: SignalRecord) => View | Promise<View>

/** How a click is carried out, as every other is (`caseClicks.ts`). */
export type Ways = {
  glance: (desk: OfficerTurn, action: OnCase, show: Show) => Promise<View>
  perform: (
    desk: OfficerTurn,
    action: OnCase,
    deed: OfficerDeed | Refusal,
    form: OfficerAction | undefined,
    show?: Show,
  ) => Promise<View>
  refusedIn: (
    desk: OfficerTurn,
    record: SignalRecord,
    action: OnCase,
    refusal: Refusal,
    form: OfficerAction | undefined,
  ) => Promise<View>
  commandOf: (desk: OfficerTurn, action: OnCase, deed: OfficerDeed) => Command
}

type Clicks = { [V in DecisionVerb]: (desk: OfficerTurn, action: Of<V>) => Promise<View> }

/** Each of them by its name. */
export function decisionClicks(ways: Ways): Clicks {
  const { glance, perform } = ways
  return {
    decide: (desk, action) => firstOfTwo(ways, desk, action),
    decideDays: (desk, action) => {
      const deed = deedOf(desk, action.form, action)
      return 'refused' in deed
        ? glance(desk, action, (record) => decisionAgain(desk, record, action, deed))
        : perform(desk, action, deed, action)
    },
    decideBack: (desk, action) => glance(desk, action, (record) => firstStep(desk, record, action.form)),
    decideFor: (desk, action) => glance(desk, action, (record) => shortForm(desk, record, action.way)),
    decideShort: (desk, action) =>
      glance(desk, action, (record) => {
        if (unseen(desk, record, action).length === 0)
          return perform(desk, action, shortDeed(desk, record, action), action)
        // A guard with something to choose that was not on the form is shown first.
        const notice = texts(desk.language).officer.decision.short.look
        return shortForm(desk, record, action.way, action, { notice })
      }),
    insightPage: (desk, action) =>
      perform(desk, action, { do: 'view' }, undefined, (record) =>
        onePage(desk, record, action.form, { insight: action.insight }),
      ),
    guardPage: (desk, action) =>
      perform(desk, action, { do: 'view' }, undefined, (record) =>
        onePage(desk, record, 'answerGuard', { guard: action.guard }),
      ),
    escalate: (desk, action) => calledOut(ways, desk, action),
    escalationStep: (desk, action) => calledOut(ways, desk, action),
  }
}

/** What cannot wait: the same page again, with what was done and whom to call next. */
function calledOut(
  { perform }: Ways,
  desk: OfficerTurn,
  action: Of<'escalate'> | Of<'escalationStep'>,
): Promise<View> {
  const deed = deedFrom(action.verb, action)
  const { municipality } = desk.turn
  return perform(desk, action, deed, action, (record) => {
    const notice = doneInWords(deed, { record, municipality, language: desk.language })
    return page(desk, record, 'escalate', notice ? { notice } : {})
  })
}

/** The first step of a decision: checked as far as it goes, then the days, or at once the decision. */
async function firstOfTwo(
  { glance, perform, refusedIn, commandOf }: Ways,
  desk: OfficerTurn,
  action: Of<'decide'>,
): Promise<View> {
  const { app, turn } = desk
  const deed = deedOf(desk, action, undefined)
  if (!hasDays(action)) return perform(desk, action, deed, action)
  return glance(desk, action, (record) => {
    // Tried on the record without saving, with the suggested days: what the first step lacks is said before the second.
    const tried =
      'refused' in deed
        ? deed
        : decide(
            record,
            // Tried as a decision on this one alone; the others are asked when it is done.
            { ...commandOf(desk, action, { ...deed, ofCase: undefined }), id: app.newId() },
            settingOf(handling(app, turn.municipality)),
          )
    const refusal: Refusal | undefined =
      'refused' in tried ? tried : isOlderCase(desk, action) ? { refused: 'stale' } : undefined
    const ofDays = refusal && 'field' in refusal && OF_DAYS.has(refusal.field)
    if (refusal && !ofDays) {
      return refusedIn(desk, record, action, refusal, action)
    }
    return secondStep(desk, record, action)
  })
}
