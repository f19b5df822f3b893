/** Until when a partner can answer by a link. */
import { dayAfter } from '../../signal/reading/retentionTerm.ts'
import { type Day, Instant } from '../../words.ts'

/** Days after the day of the answer for which a link can still be used: a late answer is an answer. */
const AFTER_DAYS = 30

/** The end of the link of a hand-over on which an answer is asked by this day. */
export const linkEnds = (answerBy: Day): Instant =>
  Instant.parse(`${dayAfter(answerBy, { days: AFTER_DAYS })}T22:00:00.000Z`)
