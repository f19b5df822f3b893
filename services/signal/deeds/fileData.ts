/** What the deeds on photos and documents need. */
import { z } from 'zod'
import { Attachment, MOST_AT_ONCE } from '../../files/attachment.ts'
import { maybe, typed } from './fields.ts'

export const FILE_DATA = {
  /** Asks to see one: its link works once, for some minutes. */
  lookFile: z.object({ file: z.uuid() }),
  /** It is shown by that link: no button of its own. */
  showFile: z.object({ look: z.uuid() }),
  /** Takes one out, with why (AVG 16, 17): it stays in no other place. */
  dropFile: z.object({ file: maybe(z.uuid()), reason: typed }),
} as const satisfies Record<string, z.ZodObject>

/** What its reporter adds by a page of ours. */
export const ATTACH = z.object({ files: z.array(Attachment).min(1).max(MOST_AT_ONCE) })
