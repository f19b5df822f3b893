/** Who got it, and who must still hear of a correction (AVG 19). */
import type { SignalRecord } from '../record.ts'

/** Whom a partner must still be told of (AVG 19): before its end, for after it nobody knows any more. */
export const untold = (record: Pick<SignalRecord, 'tellings'>) =>
  (record.tellings ?? []).filter((telling) => !telling.told)
