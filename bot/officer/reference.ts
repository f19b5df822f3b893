/**
 * The message extension: an exact number, and nothing else. It asks while somebody types and its result can be put anywhere,
 * so it says nothing but that number, and is silent to whoever may not act on that signal, for anything that is no whole
 * number, and for what is not open. Nothing is recorded until it is opened, for nothing is seen before.
 * (docs/decisions/worklist.md)
 */
import { z } from 'zod'
import { referenceCard } from '../../cards/officer/day/reference.ts'
import { mayActOn } from '../../services/signal/deeds/may.ts'
import { type Language, Reference } from '../../services/words.ts'
import type { App } from '../app/app.ts'
import type { Turn } from '../turn.ts'
import { authorise } from './authorise.ts'
import { openFile } from './find.ts'

export const REFERENCE_QUERY = 'composeExtension/query'

/** As Teams asks: what was typed so far is the value of the one parameter. */
const Query = z.object({
  parameters: z.array(z.object({ value: z.string().max(200) })).max(5),
})

type Attachment = {
  contentType: string
  content: unknown
  preview: { contentType: string; content: { title: string } }
}

/** What Teams shows below what is typed. */
export type ReferenceAnswer = {
  composeExtension: { type: 'result'; attachmentLayout: 'list'; attachments: Attachment[] }
}

const answer = (attachments: Attachment[]): ReferenceAnswer => ({
  composeExtension: { type: 'result', attachmentLayout: 'list', attachments },
})

/** The number in what was typed: all of it, or none. */
export function exactReference(value: unknown): Reference | undefined {
  const asked = Query.safeParse(value)
  const typed = asked.success ? asked.data.parameters.at(-1)?.value : undefined
  const found = Reference.safeParse(typed?.trim().toUpperCase())
  return found.success && found.data.length <= MOST_NUMBER ? found.data : undefined
}
const MOST_NUMBER = 20

/** @throws StoreUnavailable */
export async function referenceFound(app: App, came: Turn, language: Language): Promise<ReferenceAnswer> {
  const reference = exactReference(came.value)
  // Before anything is asked of anybody: what is no number, or of nobody of the reporting point, costs nothing.
  if (!reference || !came.officer) return answer([])
  // It is asked in any conversation; what may be seen does not depend on that, for nothing is.
  const allowed = await authorise(app, Object.freeze({ ...came, where: 'personal' }))
  if (!allowed.may) return answer([])
  const record = await openFile({ app, turn: allowed.turn }, reference)
  const at = { municipality: allowed.turn.municipality, now: app.now() }
  if (!record || !mayActOn(record, allowed.officer, at)) return answer([])
  const content = referenceCard({ reference, signal: record.id, language })
  return answer([
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content,
      preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title: reference } },
    },
  ])
}
