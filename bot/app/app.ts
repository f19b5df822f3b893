/** What a running bot is made of: made once in main.ts and handed to every turn, job and delivery. */
import type { HeldAgendas } from '../../services/agenda/held.ts'
import type { References } from '../../services/draft/referenceNumbers.ts'
import type { HiddenNumbersMemory } from '../../services/privacy/bsn/memory.ts'
import type { HintsMemory } from '../../services/privacy/identifying/hintsMemory.ts'
import type { Courier } from '../courier/courier.ts'
import type { Arrivals } from '../edge/arrivals.ts'
import type { KeptFirstRuns } from '../officer/firstRun/keptFirstRuns.ts'
import type { KeptSettings } from '../officer/settings/keptSettings.ts'
import type { Choices } from '../point/choices.ts'
import type { AlarmMemory } from '../reporter/alarmMemory.ts'
import type { CodeSessions } from '../reporter/codeSession.ts'
import type { ContactsMemory } from '../reporter/contactsMemory.ts'
import type { AppCatalogue } from './catalogue.ts'
import type { DayLimits } from './dayLimits.ts'
import type { KeyedQueue } from './keyedQueue.ts'
import type { Outside } from './ports.ts'

export type App = Outside & {
  courier: Courier
  references: References
  turns: KeyedQueue
  numbers: HiddenNumbersMemory
  codes: CodeSessions
  contacts: ContactsMemory
  choices: Choices
  /** Left out where nobody is installed for. */
  catalogue?: AppCatalogue
  arrivals: Arrivals
  hints: HintsMemory
  alarms: AlarmMemory
  day: DayLimits
  settings: KeptSettings
  firstRuns: KeptFirstRuns
  agendas: HeldAgendas
}
