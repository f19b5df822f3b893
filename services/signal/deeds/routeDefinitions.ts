/** The definitions of the deeds on a route that came with its standing. */
import * as purposes from '../purposes.ts'
import { chase, followUp } from './routeSilence.ts'
import { received } from './routes.ts'
import { openSealed } from './sealedAnswers.ts'

const onRoute = {
  may: 'onCase',
  olderCard: 'stale',
  whileFrozen: 'refused',
  afterClosing: 'refused',
  processing: purposes.handOver,
} as const

export const ROUTE_DEEDS = {
  received: { ...onRoute, formShows: 'content', rule: received },
  chase: { ...onRoute, formShows: 'nothing', rule: chase },
  followUp: { ...onRoute, formShows: 'nothing', rule: followUp },
  /** Looking: also while it is frozen, and after its end. */
  openSealed: {
    ...onRoute,
    olderCard: 'accepted',
    whileFrozen: 'accepted',
    afterClosing: 'accepted',
    formShows: 'nothing',
    rule: openSealed,
  },
} as const
