/** The definitions of the deeds of the list of the day; `definitions.ts` says what each of these means. */
import * as purposes from '../purposes.ts'
import * as day from './day.ts'

export const DAY_DEEDS = {
  label: {
    may: 'onCase',
    olderCard: 'accepted',
    whileFrozen: 'refused',
    afterClosing: 'refused',
    formShows: 'content',
    processing: purposes.assess,
    rule: day.label,
  },
  watchLonger: {
    may: 'onCase',
    olderCard: 'stale',
    whileFrozen: 'refused',
    afterClosing: 'refused',
    formShows: 'content',
    processing: purposes.assess,
    rule: day.watchLonger,
  },
} as const
