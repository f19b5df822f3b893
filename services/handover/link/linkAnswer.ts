/**
 * What a partner answered by a link (I.10). Whoever has the link can answer, so it is *volgens de link* until an officer
 * confirmed it; nothing follows from it before that.
 */
import { z } from 'zod'
import { Day, Instant, OfficerId } from '../../words.ts'

/** UTF-16 units. */
export const MOST_LINE = 1_000
export const MOST_SHORT = 120
/** As many as one route keeps: a link ends with an answer, and a question is asked a few times at most. */
export const MOST_LINK_ANSWERS = 20

/** What can be said by a link; that nothing was said cannot. */
export const LinkSaid = z.enum(['takenUp', 'notTakenUp', 'question', 'passedOn'])
export type LinkSaid = z.infer<typeof LinkSaid>

/** What was filled in on the page. A citizen service number is out of it already. */
export const LinkForm = z.object({
  what: LinkSaid,
  /** Who answers, or who has it there. */
  contact: z.string().max(MOST_SHORT).optional(),
  /** How that one can be reached. */
  reach: z.string().max(MOST_SHORT).optional(),
  /** With a question: before when; else when more is known. */
  day: Day.optional(),
  passedTo: z.string().max(MOST_SHORT).optional(),
  line: z.string().max(MOST_LINE).optional(),
})
export type LinkForm = z.infer<typeof LinkForm>

export const LinkAnswer = LinkForm.extend({
  /** Of the page that it was filled in on: pressed twice is once. */
  id: z.uuid(),
  at: Instant,
  /** By the link of which mail or other hand-over. */
  sent: z.uuid(),
  /**
   * `taken`: confirmed as it was said. `noted`: an officer noted what the partner let know in words of their own. `aside`:
   * it is not so, or not theirs.
   */
  settled: z.object({ at: Instant, by: OfficerId, as: z.enum(['taken', 'noted', 'aside']) }).optional(),
})
export type LinkAnswer = z.infer<typeof LinkAnswer>

/** What nobody settled yet, the oldest first. */
export const openLinkAnswers = ({ fromLink = [] }: { fromLink?: LinkAnswer[] | undefined }): LinkAnswer[] =>
  fromLink.filter(({ settled }) => settled === undefined)

/** Does it end the link? After a question there is more to say. */
export const isFinal = ({ what, settled }: Pick<LinkAnswer, 'what' | 'settled'>): boolean =>
  what !== 'question' && settled?.as !== 'aside'
