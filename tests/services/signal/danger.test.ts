/** Which words ring, and which do not. */
import { describe, expect, test } from '@jest/globals'
import { speaksOfDanger } from '../../../services/signal/danger.ts'
import { ACUTE, ORDINARY } from './dangerSentences.ts'

describe('words of danger', () => {
  test('the lists are long enough to mean something, and nothing stands in both', () => {
    expect(ACUTE.length).toBeGreaterThanOrEqual(60)
    expect(ORDINARY.length).toBeGreaterThanOrEqual(80)
    expect(ACUTE.filter((text) => ORDINARY.includes(text))).toEqual([])
  })

  test.each(ACUTE)('rings: %s', (text) => expect(speaksOfDanger(text)).toBe(true))
  test.each(ORDINARY)('does not ring: %s', (text) => expect(speaksOfDanger(text)).toBe(false))
})
