/** What the software does by itself with what comes from outside: by a link, or in the mailbox (I.10). */
import type { LinkForm } from '../../handover/link/linkAnswer.ts'
import type { BounceWhy } from '../../handover/mailed.ts'

/** Which hand-over it is about. */
type OfSent = { route: string; sent: string }

export type OutsideDeed =
  /** A partner answered by a link. `answer`: of the page that it was filled in on. */
  | ({ do: 'linkAnswered'; answer: string; said: LinkForm } & OfSent)
  /** Somebody wanted to, when it could not be used any more. */
  | ({ do: 'linkRefused' } & OfSent)
  /** What was found in the mailbox about a mail. */
  | ({ do: 'mailHeard'; heard: 'delayed' | 'replied' | BounceWhy } & OfSent)
  /** Nothing was heard of a mail in time. */
  | { do: 'chaseMail' }
