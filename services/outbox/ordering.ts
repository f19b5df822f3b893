/** What goes to the reporter keeps its order; the channel and each officer's chat have their own. */
import type { Effect } from '../signal/record.ts'

/** Effects with the same name go one after the other, others at the same time. */
export const orderingKeyOf = (effect: Effect): string => {
  switch (effect.kind) {
    case 'tellReporter':
    case 'nudgeReporter':
    case 'nudgeDraft':
      return 'reporter'
    case 'doorbell':
      return 'channel'
    case 'tellOfficer':
      return effect.officer
    case 'alarm':
      return `alarm/${effect.to}`
    case 'mendAlarm':
      return `alarm/${effect.posted.conversation}/${effect.posted.activity}`
  }
}
