/** How much one person may send in a day: counted in memory, forgotten with the day. */
import { describe, expect, test } from '@jest/globals'
import { DayLimits, MOST_SIGNALS_A_DAY, MOST_TEXT_A_DAY } from '../../../bot/app/dayLimits.ts'
import { RATE } from '../../../bot/app/rateLimit.ts'
import { MOST_TEXT } from '../../../services/signal/words.ts'

describe('text', () => {
  test('up to the bound, each person by themselves, and anew on another day', () => {
    let day = '2026-11-24'
    const limits = new DayLimits({ textADay: 10 }, () => day)
    expect(limits.takeText('sanne', 7)).toBe(true)
    expect(limits.takeText('sanne', 4)).toBe(false)
    // What was refused was not counted.
    expect(limits.takeText('sanne', 3)).toBe(true)
    expect(limits.takeText('sanne', 1)).toBe(false)
    expect(limits.takeText('kees', 10)).toBe(true)
    day = '2026-11-25'
    expect(limits.takeText('sanne', 10)).toBe(true)
  })
})

describe('signals', () => {
  test('up to the bound; with danger as many again', () => {
    const limits = new DayLimits({ signalsADay: 2 }, () => 'today')
    const sends = (danger: boolean): boolean => {
      const may = limits.maySend('sanne', danger)
      if (may) limits.sent('sanne')
      return may
    }
    expect([sends(false), sends(false), sends(false)]).toEqual([true, true, false])
    expect([sends(true), sends(true), sends(true)]).toEqual([true, true, false])
    expect(limits.maySend('kees', false)).toBe(true)
  })
})

test('the bounds are far above what anybody does, and below what fills a disk', () => {
  // Ten signals that are full to the brim; one message each quarter of an hour, day and night, is half of the signals.
  expect(MOST_TEXT_A_DAY).toBeGreaterThanOrEqual(10 * MOST_TEXT)
  expect(MOST_SIGNALS_A_DAY).toBeGreaterThanOrEqual(50)
  // By pace alone it would be a hundred times as much.
  expect(MOST_TEXT_A_DAY * 100).toBeLessThan(RATE.perSecond * 86_400 * 16_384)
})
