/**
 * The one definition of each deed of an officer: who may, whether an older card may still ask for it, whether it can be
 * done while the signal is frozen (AVG 18) and after it was closed, whether its form shows what was written, why it is done
 * (AVG 30), and its rule. What it needs stands in `data.ts`; its button in `cards/actions.ts`; its form in
 * `cards/officer/forms/byDeed.ts`, and what it says when it is done in `cards/officer/done.ts`. All of them have the same
 * names: where one is left out, that does not compile.
 */
import type { OfficerId } from '../../words.ts'
import type { Change, RuleResult } from '../change.ts'
import * as purposes from '../purposes.ts'
import { toTellAgain } from '../reading/feedback.ts'
import * as rights from '../rights/deeds.ts'
import { CASE_DEEDS } from './caseDefinitions.ts'
import { close, feedBack } from './closing.ts'
import { advise, endConsultation, keepAgainstWish } from './consultation.ts'
import type { OfficerDeed, OfficerDeedName } from './data.ts'
import { DAY_DEEDS } from './dayDefinitions.ts'
import { decideOutcome } from './decision.ts'
import { DECISION_DEEDS } from './decisionDefinitions.ts'
import type { OfficerDefinition } from './definition.ts'
import { FACT_DEEDS } from './factDefinitions.ts'
import { FILE_DEEDS } from './fileDefinitions.ts'
import { HAND_OVER_DEEDS } from './handOverDefinitions.ts'
import { help } from './help.ts'
import { KNOWN_DEEDS } from './knownDefinitions.ts'
import { move } from './move.ts'
import * as rules from './officer.ts'
import { OUTSIDE_DEEDS } from './outsideDefinitions.ts'
import { ROUTE_DEEDS } from './routeDefinitions.ts'
import * as routes from './routes.ts'

export type { OfficerDefinition } from './definition.ts'

/**
 * The deeds of an officer. While it is frozen one may look, see who it was, lift the freeze, and tell the partners of it.
 * What a reporter adds is kept all the same, for nothing may be lost, and danger rings; nothing that stood there is changed
 * by it.
 */
export const OFFICER_DEEDS: { [D in OfficerDeedName]: OfficerDefinition<D> } = {
  /** Looking at the dossier, and at every page that shows what was written. */
  view: {
    may: 'onCase',
    olderCard: 'accepted',
    whileFrozen: 'accepted',
    afterClosing: 'accepted',
    formShows: 'content',
    processing: purposes.assess,
    rule: rules.view,
  },
  take: {
    may: 'onCase',
    olderCard: 'accepted',
    whileFrozen: 'refused',
    afterClosing: 'refused',
    formShows: 'nothing',
    processing: purposes.assess,
    rule: rules.take,
  },
  handTo: {
    may: 'onCase',
    olderCard: 'stale',
    whileFrozen: 'refused',
    afterClosing: 'refused',
    formShows: 'nothing',
    processing: purposes.assess,
    rule: rules.handTo,
  },
  note: {
    may: 'onCase',
    olderCard: 'accepted',
    whileFrozen: 'refused',
    afterClosing: 'refused',
    formShows: 'nothing',
    processing: purposes.assess,
    rule: rules.addNote,
  },
  ask: {
    may: 'onCase',
    olderCard: 'accepted',
    whileFrozen: 'refused',
    afterClosing: 'refused',
    formShows: 'nothing',
    processing: purposes.assess,
    rule: rules.ask,
  },
  called: {
    may: 'onCase',
    olderCard: 'accepted',
    whileFrozen: 'refused',
    afterClosing: 'refused',
    formShows: 'nothing',
    processing: purposes.assess,
    rule: rules.called,
  },
  setUrgency: {
    may: 'onCase',
    olderCard: 'stale',
    whileFrozen: 'refused',
    afterClosing: 'refused',
    formShows: 'nothing',
    processing: purposes.assess,
    rule: rules.setUrgency,
  },
  setMinor: {
    may: 'onCase',
    olderCard: 'accepted',
    whileFrozen: 'refused',
    afterClosing: 'refused',
    formShows: 'nothing',
    processing: purposes.assess,
    rule: rules.setMinor,
  },
  decide: {
    may: 'onCase',
    olderCard: 'stale',
    whileFrozen: 'refused',
    afterClosing: 'refused',
    formShows: 'nothing',
    processing: purposes.assess,
    rule: decideOutcome,
  },
  handOver: {
    may: 'onCase',
    olderCard: 'stale',
    whileFrozen: 'refused',
    afterClosing: 'refused',
    formShows: 'content',
    processing: purposes.handOver,
    rule: routes.handOver,
  },
  partnerAnswered: {
    may: 'onCase',
    olderCard: 'stale',
    whileFrozen: 'refused',
    afterClosing: 'refused',
    formShows: 'content',
    processing: purposes.handOver,
    rule: routes.partnerAnswered,
  },
  answerPartner: {
    may: 'onCase',
    olderCard: 'stale',
    whileFrozen: 'refused',
    afterClosing: 'refused',
    formShows: 'content',
    processing: purposes.handOver,
    rule: routes.answerPartner,
  },
  giveUpRoute: {
    may: 'onCase',
    olderCard: 'stale',
    whileFrozen: 'refused',
    afterClosing: 'refused',
    formShows: 'content',
    processing: purposes.handOver,
    rule: routes.giveUpRoute,
  },
  help: {
    may: 'onCase',
    olderCard: 'stale',
    whileFrozen: 'refused',
    afterClosing: 'refused',
    formShows: 'content',
    processing: purposes.protect,
    rule: help,
  },
  feedBack: {
    may: 'onCase',
    olderCard: 'stale',
    whileFrozen: 'refused',
    afterClosing: toTellAgain,
    formShows: 'nothing',
    processing: purposes.feedBack,
    rule: feedBack,
  },
  advise: {
    may: 'onCase',
    olderCard: 'accepted',
    whileFrozen: 'refused',
    afterClosing: 'refused',
    formShows: 'nothing',
    processing: purposes.assess,
    rule: advise,
  },
  endConsultation: {
    may: 'onCase',
    olderCard: 'stale',
    whileFrozen: 'refused',
    afterClosing: 'refused',
    formShows: 'nothing',
    processing: purposes.assess,
    rule: endConsultation,
  },
  keepAgainstWish: {
    may: 'onCase',
    olderCard: 'stale',
    whileFrozen: 'refused',
    afterClosing: 'refused',
    formShows: 'nothing',
    processing: purposes.protect,
    rule: keepAgainstWish,
  },
  close: {
    may: 'onCase',
    olderCard: 'stale',
    whileFrozen: 'refused',
    afterClosing: 'refused',
    formShows: 'nothing',
    processing: purposes.assess,
    rule: close,
  },
  reveal: {
    may: 'name',
    olderCard: 'accepted',
    whileFrozen: 'accepted',
    afterClosing: 'accepted',
    formShows: 'nothing',
    processing: purposes.assess,
    rule: rules.reveal,
  },
  /** Frozen already: the rule says so. */
  freeze: {
    may: 'onCase',
    olderCard: 'accepted',
    whileFrozen: 'accepted',
    afterClosing: 'accepted',
    formShows: 'nothing',
    processing: purposes.rights,
    rule: rights.freeze,
  },
  unfreeze: {
    may: 'onCase',
    olderCard: 'stale',
    whileFrozen: 'accepted',
    afterClosing: 'accepted',
    formShows: 'nothing',
    processing: purposes.rights,
    rule: rights.unfreeze,
  },
  correct: {
    may: 'onCase',
    olderCard: 'stale',
    whileFrozen: 'refused',
    afterClosing: 'accepted',
    formShows: 'content',
    processing: purposes.rights,
    rule: rights.correct,
  },
  /** Also out of what is over: who looks there later should not read another's words. Decided with the other signal. */
  move: {
    may: 'onCase',
    olderCard: 'stale',
    whileFrozen: 'refused',
    afterClosing: 'accepted',
    formShows: 'content',
    processing: purposes.rights,
    rule: move,
  },
  recipientInformed: {
    may: 'onCase',
    olderCard: 'accepted',
    whileFrozen: 'accepted',
    afterClosing: 'accepted',
    formShows: 'nothing',
    processing: purposes.rights,
    rule: rights.recipientInformed,
  },
  erase: {
    may: 'onCase',
    olderCard: 'stale',
    whileFrozen: 'refused',
    afterClosing: 'accepted',
    formShows: 'nothing',
    processing: purposes.rights,
    rule: rights.erase,
  },
  keepLonger: {
    may: 'onCase',
    olderCard: 'stale',
    whileFrozen: 'refused',
    afterClosing: 'accepted',
    formShows: 'nothing',
    processing: purposes.retain,
    rule: rights.keepLonger,
  },
  destroy: {
    may: 'onDuty',
    olderCard: 'stale',
    whileFrozen: 'refused',
    afterClosing: 'accepted',
    formShows: 'nothing',
    processing: purposes.retain,
    rule: rights.destroy,
  },
  ...FACT_DEEDS,
  ...CASE_DEEDS,
  ...KNOWN_DEEDS,
  ...DECISION_DEEDS,
  ...ROUTE_DEEDS,
  ...HAND_OVER_DEEDS,
  ...OUTSIDE_DEEDS,
  ...DAY_DEEDS,
  ...FILE_DEEDS,
}

/** Carries out a deed of an officer whose right to it has been checked (`may.ts`). */
export function doOfOfficer<D extends OfficerDeedName>(
  change: Change,
  by: OfficerId,
  deed: OfficerDeed<D> & { id: string; seen?: number },
): RuleResult {
  const { rule }: OfficerDefinition<D> = OFFICER_DEEDS[deed.do]
  return rule(change, by, deed)
}
