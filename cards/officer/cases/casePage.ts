/** What the pages of a case are given. */
import type { Together } from '../../../services/cases/look.ts'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import type { Instant, Language, OfficerId } from '../../../services/words.ts'

export type CasePage = {
  /** The signal that it was opened from. */
  record: SignalRecord
  together: Together
  municipality: Municipality
  now: Instant
  viewer: OfficerId
  press: string
  language: Language
  error?: string | undefined
  notice?: string | undefined
}
