/** The definitions of the deeds about what was found in the register (A063). */
import * as purposes from '../purposes.ts'
import * as known from './known.ts'

/** Those of an officer; `definitions.ts` says what each of these means. */
export const KNOWN_DEEDS = {
  /** Where the values of one signal are shown beside those of another. */
  seenAsMatch: {
    may: 'onCase',
    olderCard: 'accepted',
    whileFrozen: 'accepted',
    afterClosing: 'accepted',
    formShows: 'content',
    processing: purposes.recognise,
    rule: known.seenAsMatch,
  },
  notSame: {
    may: 'onCase',
    olderCard: 'accepted',
    whileFrozen: 'refused',
    afterClosing: 'accepted',
    formShows: 'nothing',
    processing: purposes.recognise,
    rule: known.notSame,
  },
  sameAgain: {
    may: 'onCase',
    olderCard: 'accepted',
    whileFrozen: 'refused',
    afterClosing: 'accepted',
    formShows: 'nothing',
    processing: purposes.recognise,
    rule: known.sameAgain,
  },
  /** It counts for every signal, so it is for an officer who may act on all of them. */
  mute: {
    may: 'onDuty',
    olderCard: 'accepted',
    whileFrozen: 'refused',
    afterClosing: 'accepted',
    formShows: 'nothing',
    processing: purposes.recognise,
    rule: known.mute,
  },
} as const

/** What the software does by itself. */
export const KNOWN_OWN_DEEDS = {
  recognised: { processing: purposes.recognise, rule: known.recognised },
  recognisedBy: { processing: purposes.recognise, rule: known.recognisedBy },
  unrecognised: { processing: purposes.recognise, rule: known.unrecognised },
  saidOfPair: { processing: purposes.recognise, rule: known.saidOfPair },
} as const
