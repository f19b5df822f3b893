/**
 * The register of processings (AVG 5, 6 and 30): for everything that can be done with a signal, and for everything that
 * is stored, why, and on which ground. The compiler holds that nothing can be added without it (domain.md E2, 1 and 2).
 */
import type { DocumentKind } from '../store/port.ts'
import type { Command } from './command.ts'
import { OFFICER_DEEDS } from './deeds/definitions.ts'
import { OWN_DEEDS } from './deeds/ownDefinitions.ts'
import { REPORTER_DEEDS } from './deeds/reporterDefinitions.ts'
import { account, assess, feedBack, type Processing, recognise } from './purposes.ts'

/** What can be done with a signal: each deed by its definition, and the report that begins it. */
export const PROCESSINGS = {
  report: { processing: assess },
  ...REPORTER_DEEDS,
  ...OFFICER_DEEDS,
  ...OWN_DEEDS,
} as const satisfies Record<Command['do'], { processing: Processing }>

/** What is stored, and what ends it. */
export const STORED = {
  signal: { ...assess, ends: 'the term of its class, on approval by a person' },
  chat: { ...feedBack, ends: 'with each signal in it; a draft after 24 hours' },
  vault: { ...feedBack, ends: 'some time after the last feedback, or with its signal' },
  code: { ...feedBack, ends: 'with its signal' },
  choice: {
    ...account,
    ends: 'after a year, or with another choice; holds which municipality a chat chose, not what was said in it',
  },
  part: { ...assess, ends: 'with the signal or the chat that it is a part of' },
  agenda: { ...account, ends: 'a line of a signal with that signal; nothing that anybody wrote' },
  case: {
    ...assess,
    ends: 'with the last of its signals; what it says of one of them, with that one',
  },
  muted: { ...recognise, ends: 'until an officer takes it back; values that say nothing of anybody' },
  import: { ...recognise, ends: 'with the day that was set when it came in, at most two years later' },
  imported: { ...recognise, ends: 'with the register that it is a line of' },
  file: { ...assess, ends: 'with its signal; of a draft that is not sent within two hours after that' },
  counter: { ...account, ends: 'holds a number and nothing of anybody' },
  count: { ...account, ends: 'holds numbers and hashes, nothing of anybody' },
  channel: { ...account, ends: 'holds where the reporting point is and who is on duty, nothing of a signal' },
  ledger: {
    ...account,
    ends: 'searches after five years; the declaration of destruction never, and it says nothing of anybody',
  },
  index: {
    ...assess,
    ends: 'a secret and nothing of anybody; what lies under it ends with its signal, or as soon as that may not be in it',
  },
  settings: {
    ...account,
    ends: 'never: by which settings something was decided is known as long as that is; nothing of anybody in a signal',
  },
  key: { ...account, ends: 'holds wrapped keys, nothing of anybody; older keys end at a rotation' },
} as const satisfies Record<DocumentKind, Processing & { ends: string }>
