/** What an error of SQLite means for the one who asked. */
import { z } from 'zod'
import { StoreUnavailable } from '../port.ts'

const SqliteError = z.object({ code: z.literal('ERR_SQLITE_ERROR'), errcode: z.number() })

/** The primary result codes of SQLite that mean "not now" and not "this program is wrong". */
const REASONS = new Map<number, StoreUnavailable['reason']>([
  [3, 'refused'], // PERM
  [5, 'busy'], // BUSY
  [6, 'busy'], // LOCKED
  [7, 'full'], // NOMEM
  [8, 'refused'], // READONLY
  [10, 'unreachable'], // IOERR
  [11, 'refused'], // CORRUPT
  [13, 'full'], // FULL
  [14, 'refused'], // CANTOPEN
  [23, 'refused'], // AUTH
  [26, 'refused'], // NOTADB
])

/** The error as StoreUnavailable when it is one; any other as it is. */
export const asUnavailable = (error: unknown): unknown => {
  const parsed = SqliteError.safeParse(error)
  // The extended code is in the higher bits. The cause may be kept: SQLite puts no values in its messages.
  const reason = parsed.success ? REASONS.get(parsed.data.errcode & 0xff) : undefined
  return reason === undefined ? error : new StoreUnavailable(reason, { cause: error })
}
