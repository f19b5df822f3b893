/** Which words ring, and which do not. */
import { describe, expect, test } from '@jest/globals'
import { speaksOfDanger } from '../../../kit/speaksOfDanger.ts'
import { ACUTE } from './sentences/acute.ts'
import { ORDINARY } from './sentences/ordinary.ts'

const ringing = (texts: readonly string[]) => texts.filter(speaksOfDanger)
const silent = (texts: readonly string[]) => texts.filter((text) => !speaksOfDanger(text))

describe('words of danger', () => {
  test('the lists are long enough to mean something, and nothing stands in both', () => {
    expect(ACUTE.length).toBeGreaterThanOrEqual(150)
    expect(ORDINARY.length).toBeGreaterThanOrEqual(250)
    expect(ACUTE.filter((text) => ORDINARY.includes(text))).toEqual([])
  })

  test('somebody in danger rings', () => expect(silent(ACUTE)).toEqual([]))
  test('a signal of every day does not', () => expect(ringing(ORDINARY)).toEqual([]))

  /** The same words as people on a small keyboard write them. */
  const MESSY: readonly [string, (text: string) => string][] = [
    ['in capitals', (text) => text.toUpperCase()],
    ['with line ends for spaces', (text) => text.replaceAll(' ', '\r\n')],
    ['with spaces all over', (text) => `  ${text.replaceAll(' ', ' \t ')}\n`],
    ['with marks on the vowels', (text) => text.replace(/e/g, 'ë').replace(/a/g, 'á')],
    ['in quotes, with emoji', (text) => `“${text}” 😱`],
    ['with invisible signs', (text) => text.replaceAll(' ', ' \u200b')],
  ]
  test.each(MESSY)('%s too', (_name, mess) => {
    expect(silent(ACUTE.map(mess))).toEqual([])
    expect(ringing(ORDINARY.map(mess))).toEqual([])
  })

  test('without any punctuation it still rings', () => {
    expect(silent(ACUTE.map((text) => text.replace(/[.,!?:"]/g, '')))).toEqual([])
  })

  test('in the middle of a long ordinary text it still rings', () => {
    const long = ORDINARY.slice(0, 60).join('. ')
    expect(speaksOfDanger(long)).toBe(false)
    const alone = new Set(['112', 'help me'])
    const missed = ACUTE.filter((text) => !speaksOfDanger(`${long}. ${text}. ${long}`))
    expect(missed.filter((text) => !alone.has(text))).toEqual([])
  })
})

describe('a long text costs no more than its length', () => {
  // Eight times the length may cost eight times as much, not sixty-four. In microseconds of processor time of this
  // thread, so that a busy machine does not count; the clock may tick as slowly as once in ten milliseconds.
  const TICK = 10_000
  const cost = (text: string): number => {
    const tries = [1, 2, 3].map(() => {
      const before = process.threadCpuUsage()
      speaksOfDanger(text)
      const { user, system } = process.threadCpuUsage(before)
      return user + system
    })
    return Math.min(...tries)
  }
  test.each([
    'werd opgesloten ',
    'is ',
    'ze kan ',
    'wacht op hem altijd buiten ',
    'houdt a b c d ',
    'a, ',
    'nu ',
    'a',
    'é',
    'aaab',
    '15 jarig ',
    ' ',
    'help me !!!! ',
  ])('%j over and over', (piece) => {
    const text = (length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
    expect(cost(text(240_000)) / Math.max(cost(text(30_000)), TICK)).toBeLessThan(32)
  })
})
