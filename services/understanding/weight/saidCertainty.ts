/** How sure the writer is (A011). */
import type { Certainty } from '../../signal/words.ts'
import type { Proposal } from '../reading.ts'
import { meaningOf } from '../text/concepts.ts'

/** As the words say it; undefined where they do not. A feeling says more than what was seen beside it. */
export function saidCertainty(messages: readonly string[]): Proposal<Certainty> {
  const met = meaningOf(messages)
  const gut = met.of('gut')
  if (gut.length > 0) return { value: 'gut', sure: 'likely', because: met.because(gut) }
  const denied = (clause: number) => met.inClause(clause, 'not')
  const self = met.of('sawMyself').filter(({ clause }) => !denied(clause))
  const heard = met.of('hearsay')
  const clear = met.of('sureSaid')
  if (clear.length > 0) return { value: 'sure', sure: 'sure', because: met.because(clear) }
  if (self.length > 0 && heard.length === 0)
    return { value: 'sure', sure: 'likely', because: met.because(self) }
  if (heard.length > 0) return { value: 'suspicion', sure: 'likely', because: met.because(heard) }
  return undefined
}
