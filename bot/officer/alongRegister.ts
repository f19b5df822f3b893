/** Along the register, a bounded step at a time: for what an officer asks of all of it, and no list holds. */
import { parseStored } from '../../services/signal/handle.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import type { OfficerTurn } from './view.ts'

/** So many files are looked at in one press; then it is asked whether to go on. */
export const MOST_WALKED = 500
const PAGE = 100

/** Where a step ended: `next` is where it goes on, undefined when everything was looked at. */
export type Step<Found> = { found: Found[]; walked: number; unreadable: number; next: string | undefined }

/**
 * Looks at the files after `from`, by their ids, until `most` were found or so many were looked at.
 * @throws StoreUnavailable
 */
export async function alongRegister<Found>(
  { app, turn }: OfficerTurn,
  { from = '', most }: { from?: string | undefined; most: number },
  look: (record: SignalRecord) => Found | undefined,
): Promise<Step<Found>> {
  const step: Step<Found> = { found: [], walked: 0, unreadable: 0, next: undefined }
  for (let after = from; ; ) {
    const page = await app.store.list(turn.municipality.id, 'signal', { after }, PAGE)
    for (const { document, etag } of page) {
      after = document.id
      step.walked += 1
      try {
        const stored = parseStored(document.body, etag)
        const found = 'record' in stored ? look(stored.record) : undefined
        if (found !== undefined) step.found.push(found)
      } catch (error) {
        app.log.error('record.unreadable', { error })
        step.unreadable += 1
      }
      if (step.found.length >= most || step.walked >= MOST_WALKED) return { ...step, next: after }
    }
    if (page.length < PAGE) return step
  }
}
