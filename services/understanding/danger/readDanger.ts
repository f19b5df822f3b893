/** Acute danger in what was typed (C2 U0, A054). */
import type { DangerReading } from '../reading.ts'
import { speaksOfDanger } from './danger.ts'
import { dangerSigns } from './dangerSigns.ts'

/** Is there danger, for whom, and on which words does that stand? Messages that belong together are read together. */
export function readDanger(messages: readonly string[]): DangerReading {
  const message = messages.findIndex((text) => speaksOfDanger(text))
  const text = messages[message]
  if (text === undefined) return { level: 'none' }
  const because = [{ message, from: 0, to: text.length, words: text }]
  return { level: 'ring', who: 'somebody', sure: 'likely', because, signs: dangerSigns(text), concepts: [] }
}
