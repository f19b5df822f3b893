/**
 * What was handed over, as it was (C6, AVG 5(2), 19): to whom, in which words, by which way, and how its delivery stands.
 * Kept on its route.
 */
import { z } from 'zod'
import { Day, Instant, OfficerId } from '../words.ts'

/** By which way: those of a partner (I.10), or another that the officer knows of. */
export const SentWay = z.enum(['telephone', 'portal', 'secureMail', 'mail', 'other'])
export type SentWay = z.infer<typeof SentWay>

/**
 * `done`: by a person. Of a mail: `queued` until it went, `accepted` by the mail service (which is not: delivered), `bounced`,
 * or `notConfirmed` when nobody can tell.
 */
export const SentStanding = z.enum(['done', 'queued', 'accepted', 'bounced', 'notConfirmed'])
export type SentStanding = z.infer<typeof SentStanding>

const Short = z.string().max(200)

export const Sent = z.object({
  id: z.uuid(),
  at: Instant,
  by: OfficerId,
  way: SentWay,
  /** The number, site or address of that way, as it was configured then. */
  to: z.string().max(400).optional(),
  /** Who was asked there. */
  contact: z.object({ name: Short, role: Short.optional() }).optional(),
  /** All of it, as it was given. */
  words: z.string().max(16_000),
  facts: z.array(z.object({ id: z.string().max(80), value: z.string().max(7_000) })).max(500),
  basis: z.string().max(400).optional(),
  purpose: z.string().max(400),
  questions: z.array(z.string().max(80)),
  conditions: z.array(z.string().max(80)),
  answerBy: Day,
  /** A098: in whose name. */
  onBehalf: z.enum(['municipality', 'employee']),
  standing: SentStanding,
})
export type Sent = z.infer<typeof Sent>

/** What was given on this route, the latest last; nothing of a route from before it was kept. */
export const sentOf = ({ sent = [] }: { sent?: Sent[] | undefined }): readonly Sent[] => sent
