/**
 * Every reading of what people type costs no more than the length of the text, whatever the text
 * (docs/decisions/linear-reading.md). Eight times the length may cost eight times as much; the square of it would be
 * sixty-four times. Only what is clearly the square fails, however busy the machine: the processor time of this thread
 * counts, the best of several, and what is done within a moment counts as that moment.
 */
import { describe, expect, test } from '@jest/globals'
import { ATTACKS, attackOf, READINGS } from './readings.ts'
import { costOf } from './text.ts'

const SHORT = 4_000
const LONG = 8 * SHORT
const MOST_TIMES = 32
/** Milliseconds: the clock may tick as slowly as once in ten. */
const MOMENT = 10

/** By how much more the long text costs; of what takes no longer than a moment nothing can be said. */
function growth(read: (text: string) => unknown, short: string, long: string, tries = 3): number {
  if (costOf(read, long, 1) <= MOST_TIMES * MOMENT) return 1
  return costOf(read, long, tries) / Math.max(costOf(read, short, tries), MOMENT)
}

describe('a text that is made to be slow to read', () => {
  test.each(Object.entries(READINGS))('%s', (_name, read) => {
    const grown = ATTACKS.map((attack) => ({
      attack,
      times: growth(read, attackOf(attack, SHORT), attackOf(attack, LONG)),
    }))
    expect(grown.filter(({ times }) => times > MOST_TIMES)).toEqual([])
  })

  test('what is not linear is found: the two stars that kept everybody waiting', () => {
    const stars = /^[^\p{L}\p{N}]*(?:help|hulp|help me)[^\p{L}\p{N}!]*(!)?[^\p{L}\p{N}]*$/iu
    const [dots] = ATTACKS
    if (!dots) throw new Error('There is no text to read.')
    const grown = growth((text) => stars.test(text), attackOf(dots, SHORT), attackOf(dots, LONG), 1)
    expect(grown).toBeGreaterThan(MOST_TIMES)
  })
})

test('every text is as long as was asked', () => {
  expect(ATTACKS.map((attack) => attackOf(attack, 1_000).length)).toEqual(ATTACKS.map(() => 1_000))
})
