/** What the parts of a message to the reporter are made from. */
import type { Municipality, Officer } from '../../../services/municipality/municipality.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import type { Instant, Language } from '../../../services/words.ts'

export type Told = {
  record: SignalRecord
  municipality: Municipality
  accountable: Officer
  /** The moment at which it is shown: what it says is true then. */
  now: Instant
  language: Language
}
