/** The parts of a running house, made once in main.ts and handed to every conversation. */
import type { References } from '../../services/draft/referenceNumbers.ts'
import type { Numbers } from '../../services/privacy/bsn/memory.ts'
import type { Courier } from '../courier/courier.ts'
import type { CodeDesk } from '../reporter/codeSession.ts'
import type { Lanes } from './keyedQueue.ts'
import type { Outside } from './ports.ts'

export type Parts = Outside & {
  courier: Courier
  references: References
  turns: Lanes
  numbers: Numbers
  codes: CodeDesk
}
