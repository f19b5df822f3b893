/**
 * What was done with registers that were taken over (services/imports), in the ledger: asked for, confirmed by a second
 * person, taken out, ended. On which ground, for what, how many lines and until when; never a value of one. Kept and
 * chained as searches are (ledger.ts).
 */
import { z } from 'zod'
import { ImportId, ImportPerson, ImportTerms } from '../imports/register.ts'
import type { Op, Store } from '../store/port.ts'
import { Instant, type MunicipalityId } from '../words.ts'
import { addition, kept, linesOf, monthOf, searchesEnd } from './ledger.ts'

const ImportLine = z.object({
  register: ImportId,
  at: Instant,
  what: z.enum(['planned', 'confirmed', 'removed', 'ended', 'lapsed']),
  /** Not there: the software, at its day. */
  who: ImportPerson.optional(),
  terms: ImportTerms,
})
export type ImportLine = z.infer<typeof ImportLine>

const Imports = z.object({ schema: z.literal(1), imports: kept(ImportLine) })

/** The op that writes a line, once. `key`: of the chains. @throws StoreUnavailable */
export function importLineOp(
  store: Store,
  key: Buffer,
  municipality: MunicipalityId,
  line: ImportLine,
): Promise<Op> {
  const id = `imports-${monthOf(line.at)}`
  return addition({ store, key, municipality, id }, line, {
    linesIn: (body) => Imports.parse(body).imports,
    bodyOf: (lines) => ({ schema: 1, imports: lines }),
    same: (other) => other.register === line.register && other.what === line.what,
    dueAt: searchesEnd(line.at),
  })
}

/** Those of a month (yyyy-mm). @throws StoreUnavailable */
export async function importsIn(
  store: Store,
  municipality: MunicipalityId,
  month: string,
): Promise<ImportLine[]> {
  return linesOf(store, municipality, `imports-${month}`, {
    linesIn: (body) => Imports.parse(body).imports,
    line: ImportLine,
  })
}
