/** How sparren ends: enough, kept as a signal, or later (A007, A008). */
import { clocks } from '../../municipality/workingTime.ts'
import { type Change, type Deed, note, set, tell, tellHolder, visible } from '../change.ts'
import type { SignalRecord } from '../record.ts'
import { isFrozen } from '../rights/freeze.ts'
import type { ConsultationChoice } from '../words.ts'

/** Acute danger or a minor: then not the reporter alone decides that it ends (A007). */
export const isWeighty = (record: Pick<SignalRecord, 'urgency' | 'minor'>): boolean =>
  record.urgency === 'acute' || record.minor === 'yes'

/** A008: the joint choice. With acute danger or a minor, "this was enough" needs the officer too. */
export function chooseConsultation(change: Change, choice: ConsultationChoice): Deed {
  const { record, setting } = change
  // AVG 18: nothing is changed by it; what the reporter would like is kept, and said.
  if (isFrozen(record)) {
    set(change, { consultationWish: choice })
    note(change, 'wish')
    tellHolder(change, 'consultationChoice')
    visible(change)
    return
  }
  switch (choice) {
    case 'enough': {
      if (!isWeighty(record) || change.actor.role === 'officer') return { ended: 'enough' }
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
      // Who chose it in the chat has the answer there.
      if (change.actor.role === 'officer') tell(change, { about: 'consultationEnded', choice })
      break
    }
  }
  if (change.actor.role === 'reporter') tellHolder(change, 'consultationChoice')
  visible(change)
}
