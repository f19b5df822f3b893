/** What the page of the facts is given. */
import type { Municipality } from '../../../services/municipality/municipality.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import type { Instant, Language } from '../../../services/words.ts'
import type { Surface } from '../../actions.ts'

export type FactsLook = {
  record: SignalRecord
  municipality: Municipality
  now: Instant
  press: string
  surface: Surface
  language: Language
  error?: string | undefined
  notice?: string | undefined
  part?: number | undefined
}
