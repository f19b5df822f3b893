/** The parts of a running house, made once in main.ts and handed to every conversation. */
import type { References } from '../services/signal/sending.ts'
import type { CodeDesk } from './codeDesk.ts'
import type { Courier } from './courier/courier.ts'
import type { Numbers } from './numbers.ts'
import type { Lanes, Outside } from './outside.ts'

export type Parts = Outside & {
  courier: Courier
  references: References
  turns: Lanes
  numbers: Numbers
  codes: CodeDesk
}
