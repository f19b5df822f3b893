/** Bounds and times of case meetings, which also what goes out about them keeps to. */
import { z } from 'zod'

/** Around a table with more nobody is given only what they need. */
export const MOST_PARTICIPANTS = 20

/** Time of the day, as people there say it. */
export const Hour = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
