/** What a card of a case is given. */
import type { Municipality } from '../../../services/municipality/municipality.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import type { Language } from '../../../services/words.ts'

/** What the sections look at. */
export type Look = { record: SignalRecord; municipality: Municipality; language: Language }
