/** What the parts of a message to the reporter are made from. */
import type { Municipality, Officer } from '../../services/routing/municipality.ts'
import type { SignalRecord } from '../../services/signal/signal.ts'
import type { Language } from '../../services/signal/words.ts'

export type Told = {
  record: SignalRecord
  municipality: Municipality
  accountable: Officer
  language: Language
}
