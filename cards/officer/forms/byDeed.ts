/** The form of each deed that has one, by its name; what was typed before still stands in it. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { termOf } from '../../../services/signal/reading/retentionTerm.ts'
import { mayLearnName } from '../../../services/signal/reading/standing.ts'
import type { Instant, OfficerId } from '../../../services/words.ts'
import type { FormDeed, OfficerAction } from '../../actions.ts'
import { decideCard } from '../decision/decide.ts'
import { answerCard } from './answer.ts'
import { callCard } from './call.ts'
import { feedBackCard } from './feedBack.ts'
import type { PageOf } from './form.ts'
import { handToCard } from './handTo.ts'
import { keepCard } from './keep.ts'
import { correctCard, eraseCard, freezeCard, keepLongerCard } from './rightsForms.ts'
import { urgencyCard } from './urgency.ts'
import { adviseCard, askCard, noteCard } from './write.ts'

/** What is sent by the form of each deed. */
export type Sent = { [D in FormDeed]: Extract<OfficerAction, { verb: D }> }

/** What every form is given: the case, who looks, and this press. */
export type FormLook = Omit<PageOf<unknown>, 'values'> & { viewer: OfficerId; now: Instant }

type FormOf<D extends FormDeed> = (
  it: FormLook & { values?: Partial<Sent[D]> | undefined },
) => IAdaptiveCard | undefined

/** Nothing where it cannot be shown: an answer is noted at its route. */
const OFFICER_FORMS: { [D in FormDeed]: FormOf<D> } = {
  handTo: handToCard,
  note: noteCard,
  ask: askCard,
  setUrgency: urgencyCard,
  decide: decideCard,
  partnerAnswered: (it) => {
    const route = it.record.routes.find(({ id }) => id === it.values?.route)
    return route && answerCard({ ...it, route })
  },
  feedBack: feedBackCard,
  advise: adviseCard,
  keepAgainstWish: keepCard,
  reveal: (it) =>
    callCard({ ...it, offDuty: !mayLearnName(it.viewer, { municipality: it.municipality, now: it.now }) }),
  freeze: freezeCard,
  unfreeze: freezeCard,
  correct: correctCard,
  erase: eraseCard,
  keepLonger: (it) => keepLongerCard({ ...it, term: termOf(it.record, it.municipality) }),
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
