/** What is known of a consultation, read from the record. */
import type { SignalRecord } from '../record.ts'

/** Acute danger or a minor: then not the reporter alone decides that it ends (A007). */
export const isWeighty = (record: Pick<SignalRecord, 'urgency' | 'minor'>): boolean =>
  record.urgency === 'acute' || record.minor === 'yes'
