/**
 * How a mail to a partner stands: what was sent stands in `sent`, here is what came of it. Accepted by the mail service is
 * not delivered, and delivered is not read (I.10).
 */
import { z } from 'zod'
import { Instant } from '../words.ts'

/** Why a mail came back, in a word of ours: what the other side wrote is not kept. */
export const BounceWhy = z.enum(['noSuchAddress', 'full', 'refused', 'tooLate', 'other'])
export type BounceWhy = z.infer<typeof BounceWhy>

export const Mailed = z.object({
  /** Which of what was sent. */
  sent: z.uuid(),
  /** Its number, by which it is spoken of and known again (link/number.ts). */
  number: z.string().max(20),
  /** When the mail service took it. */
  at: Instant,
  /** The hash of the link in it, and when that ends. */
  link: z.string().regex(/^[0-9a-f]{64}$/),
  until: Instant,
  /** It went out again when nobody knew whether it had gone: the partner may have it twice. */
  perhapsTwice: z.literal(true).optional(),
  bounced: z.object({ at: Instant, why: BounceWhy }).optional(),
  /** A server on the way said that it will try for a while. */
  delayed: Instant.optional(),
  /** Somebody answered the mail itself: what it says stands in the mailbox, and nowhere here. */
  replied: Instant.optional(),
  /** Nothing was heard by the end of the next working day, and an officer was told. */
  chased: Instant.optional(),
})
export type Mailed = z.infer<typeof Mailed>
