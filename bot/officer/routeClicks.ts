/** The clicks on a way out that are not just a deed as it comes: what a partner said may have to be sealed first (I.14). */
import { texts } from '../../cards/texts/index.ts'
import { deedFrom } from '../../services/signal/deeds/data.ts'
import type { Ways } from './decisionClicks.ts'
import type { OnCase } from './pointClicks.ts'
import { linkWordsSealed, sealedView, withSealed } from './sealed.ts'
import type { OfficerTurn, View } from './view.ts'

export type RouteVerb = 'partnerAnswered' | 'received' | 'confirmLinkAnswer' | 'openSealed'
type Of<V extends RouteVerb> = Extract<OnCase, { verb: V }>
type Clicks = { [V in RouteVerb]: (desk: OfficerTurn, action: Of<V>) => Promise<View> }

/** Each of them by its name. */
export function routeClicks({ glance, perform }: Pick<Ways, 'glance' | 'perform'>): Clicks {
  /** Of some partners what they said is sealed before anything is done with it. */
  const said = (desk: OfficerTurn, action: Of<'partnerAnswered' | 'received'>): Promise<View> =>
    glance(desk, action, (record) =>
      perform(desk, action, withSealed(desk, record, deedFrom(action.verb, action)), action),
    )
  return {
    partnerAnswered: said,
    received: said,
    confirmLinkAnswer: (desk, action) =>
      glance(desk, action, (record) =>
        perform(desk, action, linkWordsSealed(desk, record, deedFrom('confirmLinkAnswer', action)), action),
      ),
    openSealed: (desk, action) =>
      perform(desk, action, deedFrom('openSealed', action), action, (record) =>
        sealedView(desk, record, action.route, texts(desk.language).officer.routes.sealed.done),
      ),
  }
}
