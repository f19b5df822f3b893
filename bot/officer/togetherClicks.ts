/** The clicks on a case, its meetings and its plan that are not just a deed as it comes. */

import { firstStep, ofCaseIn } from './decision.ts'
import type { Ways } from './decisionClicks.ts'
import { linkTo } from './move.ts'
import type { OnCase } from './pointClicks.ts'
import { caseView, linkForm, meetingView, movePlanView } from './together.ts'
import type { OfficerTurn, View } from './view.ts'

export type TogetherVerb = 'link' | 'linkPage' | 'casePage' | 'caseDecide' | 'meetingPage' | 'movePlanPage'
type Of<V extends TogetherVerb> = Extract<OnCase, { verb: V }>
type Clicks = { [V in TogetherVerb]: (desk: OfficerTurn, action: Of<V>) => Promise<View> }

/** Each of them by its name. */
export function togetherClicks({ glance, perform }: Pick<Ways, 'glance' | 'perform'>): Clicks {
  return {
    link: (desk, action) =>
      glance(desk, action, (record) =>
        perform(desk, action, linkTo(desk, action, record.known?.matches ?? []), action),
      ),
    linkPage: (desk, action) => glance(desk, action, (record) => linkForm(desk, record, action.other)),
    casePage: (desk, action) =>
      perform(desk, action, { do: 'view' }, undefined, (record) => caseView(desk, record, action)),
    meetingPage: (desk, action) =>
      perform(desk, action, { do: 'view' }, undefined, (record) => meetingView(desk, record, action)),
    movePlanPage: (desk, action) =>
      perform(desk, action, { do: 'view' }, undefined, (record) =>
        movePlanView(desk, record, action.milestone),
      ),
    caseDecide: (desk, action) =>
      glance(desk, action, (record) => firstStep(desk, record, ofCaseIn(desk) ?? {})),
  }
}
