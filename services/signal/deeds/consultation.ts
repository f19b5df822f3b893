/** How a consultation ends: enough, kept as a signal, or later (A007, A008). */
import { clocks } from '../../municipality/workingTime.ts'
import { impossible, type OfficerId } from '../../words.ts'
import {
  CHANGED,
  type Change,
  note,
  type RuleResult,
  set,
  takeIfFree,
  tell,
  tellHolder,
  visible,
} from '../change.ts'
import { isWeighty } from '../reading/consultation.ts'
import { isReachable } from '../reading/feedback.ts'
import { isFrozen } from '../rights/freeze.ts'
import type { ConsultationChoice } from '../words.ts'
import { blank, noReason } from './blank.ts'
import type { OfficerDeed, ReporterDeed } from './data.ts'

/** A008: the joint choice. With acute danger or a minor, "this was enough" needs the officer too. */
function choose(change: Change, choice: ConsultationChoice): RuleResult {
  const { record, setting } = change
  // AVG 18: nothing is changed by it; what the reporter would like is kept, and said.
  if (isFrozen(record)) {
    set(change, { consultationWish: choice })
    note(change, 'wish')
    tellHolder(change, 'consultationChoice')
    visible(change)
    return CHANGED
  }
  switch (choice) {
    case 'enough': {
      if (!isWeighty(record) || change.actor.role === 'officer') return { did: 'ended', how: 'enough' }
      set(change, { consultationWish: 'enough' })
      note(change, 'wishEnough')
      break
    }
    case 'keep': {
      set(change, {
        kind: 'signal',
        due: clocks(record.urgency, setting.now, setting.municipality),
      })
      note(change, 'keepAsSignal', record.takenBy ? 'inTriage' : 'received')
      tell(change, { about: 'consultationEnded', choice })
      break
    }
    case 'later': {
      set(change, { consultationWish: 'later' })
      note(change, 'later')
      // A reporter who chose it in the chat has the answer there.
      if (change.actor.role === 'officer') tell(change, { about: 'consultationEnded', choice })
      break
    }
    default:
      return impossible(choice)
  }
  if (change.actor.role === 'reporter') tellHolder(change, 'consultationChoice')
  visible(change)
  return CHANGED
}

/** The reporter chooses, in the chat or with the code. */
export function chooseConsultation(change: Change, deed: ReporterDeed<'chooseConsultation'>): RuleResult {
  if (change.record.kind !== 'consultation') return { refused: 'notNow' }
  return choose(change, deed.choice)
}

/** The officer writes down what they chose together. */
export function endConsultation(
  change: Change,
  by: OfficerId,
  deed: OfficerDeed<'endConsultation'>,
): RuleResult {
  if (change.record.kind !== 'consultation') return { refused: 'notNow' }
  takeIfFree(change, by)
  return choose(change, deed.choice)
}

/** Advises the person who asked for it (A007). */
export function advise(
  change: Change,
  by: OfficerId,
  deed: OfficerDeed<'advise'> & { id: string },
): RuleResult {
  const { record, setting } = change
  if (record.kind !== 'consultation') return { refused: 'notNow' }
  if (blank(deed.text)) return { refused: 'needs', field: 'text' }
  if (!isReachable(record)) return { refused: 'unreachable' }
  takeIfFree(change, by)
  set(change, {
    advices: [...change.record.advices, { id: deed.id, at: setting.now, by, text: deed.text }],
  })
  note(change, 'advise')
  tell(change, { about: 'advice', advice: deed.id })
  visible(change)
  return CHANGED
}

/** A007: against the wish only with acute danger or a minor, with a reason, and the reporter is told so. */
export function keepAgainstWish(
  change: Change,
  by: OfficerId,
  deed: OfficerDeed<'keepAgainstWish'>,
): RuleResult {
  const { record, setting } = change
  if (record.kind !== 'consultation') return { refused: 'notNow' }
  if (!isWeighty(record)) return { refused: 'notAllowed' }
  if (noReason(deed.reason)) return { refused: 'needs', field: 'reason' }
  takeIfFree(change, by)
  set(change, {
    kind: 'signal',
    keptReason: deed.reason,
    due: clocks(record.urgency, setting.now, setting.municipality),
  })
  note(change, 'keepAgainstWish', 'inTriage')
  tell(change, { about: 'kept' })
  visible(change)
  return CHANGED
}
