/** The definitions of the deeds on photos and documents; `definitions.ts` says what each of these means. */
import * as purposes from '../purposes.ts'
import * as files from './files.ts'

export const FILE_DEEDS = {
  /** What is frozen, and what is closed, may be looked at; each look with its purpose, in the trail. */
  lookFile: {
    may: 'onCase',
    olderCard: 'accepted',
    whileFrozen: 'accepted',
    afterClosing: 'accepted',
    formShows: 'content',
    processing: purposes.assess,
    rule: files.lookFile,
  },
  showFile: {
    may: 'onCase',
    olderCard: 'accepted',
    whileFrozen: 'accepted',
    afterClosing: 'accepted',
    formShows: 'content',
    processing: purposes.assess,
    rule: files.showFile,
  },
  dropFile: {
    may: 'onCase',
    olderCard: 'stale',
    whileFrozen: 'refused',
    afterClosing: 'accepted',
    formShows: 'nothing',
    processing: purposes.rights,
    rule: files.dropFile,
  },
} as const
