/**
 * What is known of a signal that did not come by the chat: an officer entered it for somebody who called, wrote or stood at
 * the counter. That somebody is its reporter (A003, I.16); the officer only wrote it down. Who it is stands in the vault.
 */
import { z } from 'zod'
import { Day, OfficerId } from '../words.ts'

/** For whom it was entered. `colleague`: somebody of the municipality who has no Teams. */
export const CallerSource = z.enum(['employee', 'colleague', 'partner', 'citizen', 'anonymous'])
export type CallerSource = z.infer<typeof CallerSource>

export const CameBy = z.enum(['telephone', 'mail', 'counter', 'meeting'])
export type CameBy = z.infer<typeof CameBy>

/** How it is told back. `chat`: by the bot, to somebody who has Teams after all. `other`: as the officer wrote with it. */
export const WayBack = z.enum(['none', 'telephone', 'mail', 'other', 'chat'])
export type WayBack = z.infer<typeof WayBack>

/** The ways back that an officer can choose. */
export const CHOSEN_WAYS = ['telephone', 'mail', 'other', 'none'] as const satisfies readonly WayBack[]

/** As many characters of what must be minded on the way back. */
export const MOST_WAY_NOTE = 400

/** `saidOn`: the day on which it was said, which can lie before the day on which it was entered. */
export const Entered = z.object({
  by: OfficerId,
  source: CallerSource,
  cameBy: CameBy,
  wayBack: WayBack,
  saidOn: Day,
})
export type Entered = z.infer<typeof Entered>

/** A part of the organisation, by its name. The most of what is typed; where a municipality has a list it is one of that. */
export const MOST_DEPARTMENT = 60
export const Department = z.string().trim().min(1).max(MOST_DEPARTMENT)

/** Where in the organisation it was seen (A074). Never a name. */
export const SentFrom = z.object({ department: Department })
export type SentFrom = z.infer<typeof SentFrom>
