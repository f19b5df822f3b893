/** The form of each deed that has one, by its name; what was typed before still stands in it. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Together } from '../../../services/cases/look.ts'
import { termOf } from '../../../services/signal/reading/retentionTerm.ts'
import { mayLearnName } from '../../../services/signal/reading/standing.ts'
import type { Route } from '../../../services/signal/record.ts'
import type { Instant, OfficerId } from '../../../services/words.ts'
import type { FormDeed, OfficerAction, RouteForm } from '../../actions.ts'
import {
  caseLeadCard,
  endSupposingCard,
  fitsCard,
  planCard,
  supposeCard,
  unlinkCard,
  weighCaseCard,
} from '../cases/forms.ts'
import { linkCard } from '../cases/linkForm.ts'
import { cancelMeetingCard, heldCard, meetCard, movePlanCard, sliceCard } from '../cases/meetingForms.ts'
import { labelCard, watchLongerCard } from '../day/forms.ts'
import { decideCard } from '../decision/decide.ts'
import { addFactCard, correctFactCard, refuteFactCard, safeContactCard } from '../facts/forms.ts'
import { elsewhereCard, helpersCard, kindsCard, specialCard, weighCard } from '../facts/wholeForms.ts'
import { dropFileCard } from '../files/part.ts'
import { moreCard } from '../handover/given.ts'
import { prepareCard } from '../handover/prepare.ts'
import { previewCard } from '../handover/preview.ts'
import { adviceCallCard } from './advice.ts'
import { answerCard } from './answer.ts'
import { callCard } from './call.ts'
import { calledCard } from './called.ts'
import { escalateCard } from './escalate.ts'
import { feedBackCard } from './feedBack.ts'
import type { PageOf } from './form.ts'
import { guardCard } from './guard.ts'
import { handToCard } from './handTo.ts'
import { helpCard } from './help.ts'
import { askInsightCard, endInsightCard, insightCameCard } from './insight.ts'
import { keepCard } from './keep.ts'
import { moveCard, type Other } from './move.ts'
import { openSealedCard, receivedCard } from './received.ts'
import { correctCard, eraseCard, freezeCard, keepLongerCard } from './rightsForms.ts'
import { answerPartnerCard, giveUpCard } from './route.ts'
import { urgencyCard } from './urgency.ts'
import { adviseCard, askCard, noteCard } from './write.ts'

/** What is sent by the form of each deed. */
export type Sent = { [D in FormDeed]: Extract<OfficerAction, { verb: D }> }

/** What every form is given: the case, who looks, and this press. */
export type FormLook = Omit<PageOf<unknown>, 'values'> & {
  viewer: OfficerId
  now: Instant
  /** Its case, where it is about that. */
  together?: Together | undefined
  /** Where words can be moved to. */
  others?: readonly Other[] | undefined
}

type FormOf<D extends FormDeed> = (
  it: FormLook & { values?: Partial<Sent[D]> | undefined },
) => IAdaptiveCard | undefined

/** A form that is about one route: nothing when that is not there. */
function onRoute<D extends RouteForm>(
  card: (it: FormLook & { route: Route; values?: Partial<Sent[D]> | undefined }) => IAdaptiveCard | undefined,
): (it: FormLook & { values?: Partial<Sent[D]> | undefined }) => IAdaptiveCard | undefined {
  return (it) => {
    const wanted: { route?: string } = it.values ?? {}
    const route = it.record.routes.find(({ id }) => id === wanted.route)
    return route && card({ ...it, route })
  }
}

/** Nothing where it cannot be shown: an answer is noted at its route. */
const OFFICER_FORMS: { [D in FormDeed]: FormOf<D> } = {
  handTo: handToCard,
  note: noteCard,
  ask: askCard,
  setUrgency: urgencyCard,
  decide: decideCard,
  called: calledCard,
  handOver: onRoute<'handOver'>(previewCard),
  prepareHandOver: onRoute<'prepareHandOver'>(prepareCard),
  handOverMore: onRoute<'handOverMore'>(moreCard),
  partnerAnswered: onRoute<'partnerAnswered'>(answerCard),
  answerPartner: onRoute<'answerPartner'>(answerPartnerCard),
  giveUpRoute: onRoute<'giveUpRoute'>(giveUpCard),
  help: helpCard,
  feedBack: feedBackCard,
  advise: adviseCard,
  keepAgainstWish: keepCard,
  reveal: (it) =>
    callCard({ ...it, offDuty: !mayLearnName(it.viewer, { municipality: it.municipality, now: it.now }) }),
  freeze: freezeCard,
  unfreeze: freezeCard,
  correct: correctCard,
  move: moveCard,
  erase: eraseCard,
  link: linkCard,
  dropFile: dropFileCard,
  unlink: unlinkCard,
  caseLead: caseLeadCard,
  weighCase: weighCaseCard,
  label: labelCard,
  watchLonger: watchLongerCard,
  suppose: supposeCard,
  endSupposing: endSupposingCard,
  plan: planCard,
  tellFits: fitsCard,
  movePlan: movePlanCard,
  meet: meetCard,
  slice: sliceCard,
  meetingHeld: heldCard,
  cancelMeeting: cancelMeetingCard,
  keepLonger: (it) => keepLongerCard({ ...it, term: termOf(it.record, it.municipality) }),
  correctFact: correctFactCard,
  addFact: addFactCard,
  refuteFact: refuteFactCard,
  safeContact: safeContactCard,
  setKinds: kindsCard,
  weigh: weighCard,
  setHelpers: helpersCard,
  addSpecial: specialCard,
  lookElsewhere: elsewhereCard,
  askInsight: askInsightCard,
  insightCame: insightCameCard,
  endInsight: endInsightCard,
  adviceCall: adviceCallCard,
  // Its button sends nothing that is filled in.
  escalate: (it) => escalateCard({ ...it, values: undefined }),
  escalationStep: escalateCard,
  answerGuard: guardCard,
  received: onRoute<'received'>(receivedCard),
  openSealed: onRoute<'openSealed'>(openSealedCard),
}

/** The form of this deed, with what was `sent` from it before. */
export function deedForm<D extends FormDeed>(
  deed: D,
  it: FormLook,
  sent?: Partial<Sent[D]>,
): IAdaptiveCard | undefined {
  const form: FormOf<D> = OFFICER_FORMS[deed]
  return form({ ...it, values: sent })
}
