/** The buttons about photos and documents: to add one, by whoever reports; to look at one and to take one out, by an officer. */
import { z } from 'zod'
import { FILE_DATA } from '../services/signal/deeds/fileData.ts'
import { SignalId } from '../services/words.ts'

const onCase = { signal: SignalId, seen: z.number().int().min(1), press: z.uuid() }

/** Of a reporter: a link to the page, for this draft or for what was sent. */
export const ADD_FILE = z.object({ verb: z.literal('addFile'), to: SignalId })

export const FILE_FORMS = ['dropFile'] as const

export const FILE_DEED_ACTIONS = {
  lookFile: z.object({ verb: z.literal('lookFile'), ...onCase, ...FILE_DATA.lookFile.shape }),
  dropFile: z.object({ verb: z.literal('dropFile'), ...onCase, ...FILE_DATA.dropFile.shape }),
} as const
