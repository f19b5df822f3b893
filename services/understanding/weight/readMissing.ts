/** What would help an officer most, and is not there yet (A032). */
import type { Fact, Missing } from '../reading.ts'

/** What is missing, what helps most first. */
export function readMissing(messages: readonly string[], facts: readonly Fact[]): readonly Missing[] {
  const has = (kind: Fact['kind']) => facts.some((fact) => fact.kind === kind)
  const text = messages.join('\n')
  return [
    ...(/\b(?:nog steeds|nu nog|still)\b/i.test(text) ? [] : (['stillThere'] as const)),
    ...(has('address') ? [] : (['where'] as const)),
    ...(/\b(?:gezien|gehoord|saw|heard)\b/i.test(text) ? [] : (['howKnown'] as const)),
  ]
}
