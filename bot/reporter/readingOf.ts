/**
 * What was typed, as far as danger goes: the one way in which the bot asks for it. What is done then depends on three
 * answers (docs/decisions/one-question-one-button.md): it rings, it is asked first, or there is nothing.
 */
import type { Draft } from '../../services/draft/chat.ts'
import type { Words } from '../../services/draft/drafting.ts'
import type { DangerReading } from '../../services/understanding/reading.ts'
import { understand } from '../../services/understanding/understand.ts'

/** What is done with words, as far as danger goes; `danger`: they ring. */
export type OfDanger = Pick<Words, 'danger' | 'asks' | 'who'>

/** Danger that was chosen, or that stands in a word by itself. */
const CHOSEN: ReadonlySet<string> = new Set(['danger'])

/** How much of what a draft holds already is read along with new words. */
const MOST_BEFORE = 5

/** Acute danger in messages that belong together. */
export const dangerOf = (messages: readonly string[]): DangerReading => understand(messages).danger

/** What is done with danger that was read so. Pure. */
export function doneWith(reading: DangerReading): OfDanger {
  if (reading.level === 'none') return { danger: false }
  const { level, who, signs } = reading
  // Who may harm themselves is heard first, not reported: nothing rings unless they ask for it.
  if (who === 'writerSelfHarm') return { danger: false, who }
  switch (level) {
    case 'ring':
      return { danger: true, who }
    case 'ask':
      return { danger: false, who, asks: [...(signs.size > 0 ? signs : CHOSEN)] }
    default:
      return level satisfies never
  }
}

/** What is done with these words, by themselves. */
export const ofDanger = (text: string): OfDanger => doneWith(dangerOf([text]))

/** The same beside what stands in the draft already: a place in one message, a knife in the next. */
export function ofDangerWith(draft: Draft | undefined, text: string): OfDanger {
  const alone = ofDanger(text)
  // Of danger that stands, or was taken back, only new words count.
  if (alone.danger || text === '' || !draft || draft.danger || draft.parts.length === 0) return alone
  const before = draft.parts.slice(-MOST_BEFORE).map((part) => part.text)
  const together = doneWith(dangerOf([...before, text]))
  return together.danger || alone.asks === undefined ? { ...alone, ...together } : alone
}

/** Does it ring where nothing is kept and nobody can be asked? What may be danger is answered with 112 there. */
export const rings = (text: string): boolean => ofDanger(text).danger

/** What it says of danger, as words that can be compared (docs/decisions/one-alarm.md). */
export function signsOf(text: string): ReadonlySet<string> {
  const reading = dangerOf([text])
  return reading.level !== 'none' && reading.signs.size > 0 ? reading.signs : CHOSEN
}
