/** The definitions of the deeds on what comes from outside: those of an officer, and those of the software itself. */
import * as purposes from '../purposes.ts'
import * as outside from './outside.ts'

export const OUTSIDE_DEEDS = {
  confirmLinkAnswer: {
    may: 'onCase',
    olderCard: 'stale',
    whileFrozen: 'refused',
    afterClosing: 'refused',
    formShows: 'nothing',
    processing: purposes.handOver,
    rule: outside.confirmLinkAnswer,
  },
} as const

export const OUTSIDE_OWN_DEEDS = {
  linkAnswered: { processing: purposes.handOver, rule: outside.linkAnswered },
  linkRefused: { processing: purposes.handOver, rule: outside.linkRefused },
  mailHeard: { processing: purposes.handOver, rule: outside.mailHeard },
  chaseMail: { processing: purposes.handOver, rule: outside.chaseMail },
} as const
