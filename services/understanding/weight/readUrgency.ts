/** How urgent it is, as a proposal (C2). */
import type { Urgency } from '../../signal/words.ts'
import { passagesOf } from '../passages.ts'
import type { AgeReading, DangerReading, Proposal, Subject } from '../reading.ts'

/** Danger is acute; a minor, or passports that were taken, make it high; else nothing is proposed. */
export function readUrgency(
  messages: readonly string[],
  { danger, age }: { danger: DangerReading; age: AgeReading; subjects: readonly Subject[] },
): Proposal<Urgency> {
  if (danger.level === 'ring') return { value: 'acute', sure: danger.sure, because: danger.because }
  if (age.minor?.is === 'yes') return { value: 'high', sure: age.minor.sure, because: age.minor.because }
  const taken = passagesOf(messages, /\bpaspoort\w{0,3}\b/gi)
  return taken.length > 0 ? { value: 'high', sure: 'likely', because: taken } : undefined
}
