/**
 * Who looked at what was found in the register beside a signal: a log of its own, apart from that of access requests
 * (ledger.ts), for it is another purpose. When, by whom, beside which signal and how many were shown; no value, and never
 * which others. Kept and chained as searches are.
 */
import { z } from 'zod'
import type { Store } from '../store/port.ts'
import { Instant, type MunicipalityId, OfficerId, Reference } from '../words.ts'
import { addition, kept, linesOf, monthOf, searchesEnd, writeLine } from './ledger.ts'

const RecognitionLine = z.object({
  id: z.uuid(),
  at: Instant,
  by: OfficerId,
  /** Stays when the signal is destroyed, as its line in the declaration does; it says nothing of anybody. */
  reference: Reference,
  /** How many others were shown with their values. */
  found: z.number().int().min(0),
})
export type RecognitionLine = z.infer<typeof RecognitionLine>

const Recognitions = z.object({ schema: z.literal(1), recognitions: kept(RecognitionLine) })

/** Records it, before anything of it is shown. `key`: of the chains. @throws StoreUnavailable */
export async function recordRecognition(
  store: Store,
  key: Buffer,
  municipality: MunicipalityId,
  line: RecognitionLine,
): Promise<void> {
  const id = `recognitions-${monthOf(line.at)}`
  await writeLine(store, () =>
    addition({ store, key, municipality, id }, line, {
      linesIn: (body) => Recognitions.parse(body).recognitions,
      bodyOf: (lines) => ({ schema: 1, recognitions: lines }),
      same: (other) => other.id === line.id,
      dueAt: searchesEnd(line.at),
    }),
  )
}

/** Those of a month (yyyy-mm). @throws StoreUnavailable */
export async function recognitionsIn(
  store: Store,
  municipality: MunicipalityId,
  month: string,
): Promise<RecognitionLine[]> {
  return linesOf(store, municipality, `recognitions-${month}`, {
    linesIn: (body) => Recognitions.parse(body).recognitions,
    line: RecognitionLine,
  })
}
