/** What a hand-over is composed for. */
import type { Municipality } from '../municipality/municipality.ts'
import type { Partner } from '../municipality/partner.ts'
import type { SignalRecord } from '../signal/record.ts'
import type { Day, Instant, Language, OfficerId } from '../words.ts'

export type About = {
  /** The signal; and the others of its case that this officer may see, where it is about the case. */
  records: readonly [SignalRecord, ...SignalRecord[]]
  municipality: Municipality
  now: Instant
  /** Who hands over; left out: whoever has it in hand. */
  officer?: OfficerId | undefined
  partner?: Pick<Partner, 'id' | 'name'> | undefined
  contact?: { name: string; role?: string | undefined } | undefined
  /** Facts and signs by id; left out: what is proposed. */
  chosen?: readonly string[] | undefined
  answerBy?: Day | undefined
  basis?: string | undefined
  language?: Language | undefined
  /** The person it is about agreed to be helped by name (C4). */
  consent?: boolean | undefined
}
