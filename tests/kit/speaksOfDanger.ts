/** For tests that only need to know whether one text rings, and what it says. */
import { understand } from '../../services/understanding/understand.ts'

/** Whether the words of a text ring at once (C2 U0, A054). */
export const speaksOfDanger = (text: string): boolean => understand([text]).danger.level === 'ring'

/** What a text that rings says of danger, as words that can be compared; empty where nothing rings. */
export function dangerSigns(text: string): ReadonlySet<string> {
  const { danger } = understand([text])
  return danger.level === 'ring' ? danger.signs : new Set()
}
