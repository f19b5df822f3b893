/** Of every text: facts stand where they say, in order and apart; and a long text costs no more than its length. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readFacts } from '../../../../services/understanding/facts/readFacts.ts'
import { SEED } from '../../privacy/bsn/artificial.ts'

const PIECES =
  'Kerkstraat 14b|Mehmet Yılmaz|de eigenaar|06-12345678|VX-123-B|kenteken|kvk 12345678|NL91ABNA0417164300|a@b.example|geb 12-3-2009|uit 2008|restaurant De Wok|Jansen BV|om 5 uur|elke|dinsdag|mw.|hoek van de|park|chalet 41|1234 AB|nul zes|😀|é|&amp;|\u200b|J. de V.|van de|tussen 1 en 2|(|)|-|,|.|\n'.split(
    '|',
  )
const heap = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    ),
    { maxLength: 25 },
  )
  .chain((parts) => fc.constantFrom(' ', ' ', '').map((between) => parts.join(between)))

test(`facts are in order, apart, and say what stands there (seed ${SEED})`, () => {
  fc.assert(
    fc.property(fc.array(heap, { maxLength: 3 }), (messages) => {
      let done = { message: 0, to: 0 }
      for (const { at, value } of readFacts(messages)) {
        if (at.message > done.message) done = { message: at.message, to: 0 }
        expect(at.from).toBeGreaterThanOrEqual(done.to)
        expect(at.to).toBeGreaterThan(at.from)
        expect(messages[at.message]?.slice(at.from, at.to)).toBe(at.words)
        expect(value).not.toBe('')
        done = { message: at.message, to: at.to }
      }
    }),
    { seed: SEED, numRuns: 600 },
  )
})

describe('twice the text is at most some twice the time', () => {
  const UNITS = [
    '12 ',
    'A. ',
    'Jan ',
    'Molenstraat ',
    'kenteken ',
    'nul zes ',
    'geboren ',
    'van de ',
    'hoek van de ',
    '(1990) ',
    '06-',
    'x@',
    'bv ',
    '-',
    'de eigenaar ',
    'tussen 1 en ',
    'nl12 abna ',
    'restaurant de ',
    '1234 ',
  ]
  test.each(UNITS)('%j', (unit) => {
    const cost = (length: number): number => {
      const text = unit.repeat(length / unit.length)
      const times = [0, 1, 2].map(() => {
        const before = process.cpuUsage()
        readFacts([text])
        const { user, system } = process.cpuUsage(before)
        return user + system
      })
      return Math.min(...times)
    }
    cost(20_000)
    // Eight times the length; the square of it would be 64 times the time.
    expect(cost(160_000)).toBeLessThan(24 * Math.max(cost(20_000), 2_000))
  })
})
