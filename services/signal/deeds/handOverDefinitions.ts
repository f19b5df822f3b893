/** The definitions of what goes before and after a hand-over; of handing over itself it stands with the other deeds. */
import * as purposes from '../purposes.ts'
import { handOverMore, prepareHandOver } from './handOver.ts'

const ofRoute = {
  may: 'onCase',
  whileFrozen: 'refused',
  formShows: 'content',
  processing: purposes.handOver,
} as const

export const HAND_OVER_DEEDS = {
  prepareHandOver: { ...ofRoute, olderCard: 'stale', afterClosing: 'refused', rule: prepareHandOver },
  /** Also of what is over: what was said in a call is not lost because the signal was closed. */
  handOverMore: { ...ofRoute, olderCard: 'accepted', afterClosing: 'accepted', rule: handOverMore },
} as const
