/** Who got it, and who must still hear of a correction (AVG 19). */
import type { SignalRecord } from '../record.ts'

/** What partners must still be told (AVG 19): before its end, for after it nobody knows any more. */
export const openRecipientTasks = (record: Pick<SignalRecord, 'recipientTasks'>) =>
  (record.recipientTasks ?? []).filter((task) => !task.informed)
