/**
 * That an officer looked for a file to work on it: who, when, what for and why; never for what (E2). It stands in the list
 * of the month with the searches for an access request, as a line of its own, for its purpose is another (AVG 5(1)(b)).
 */
import { z } from 'zod'

/** What a file is looked for: each is part of assessing signals. To answer a request of a person there is another form. */
export const FindPurpose = z.enum(['goOn', 'called', 'compare', 'handOver'])
export type FindPurpose = z.infer<typeof FindPurpose>
