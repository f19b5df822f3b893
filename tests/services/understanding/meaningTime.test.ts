/** What is meant is read in time that grows no faster than the text (docs/decisions/linear-reading.md). */
import { expect, test } from '@jest/globals'
import { understand } from '../../../services/understanding/understand.ts'
import { costOf } from '../../bench/text.ts'

const STORY =
  'Op de Kerkstraat zag ik een vrouw, mijn collega zei dat ze geen loon krijgt en niet weg mag van de baas in Zwolle. '

/** Everything of meaning; danger and facts are measured by their own. */
const meaning = (text: string) => {
  const { language, forks, intent, subjects, age, certainty, degree, consult } = understand([text], {
    municipality: 'Voorbeeldstad',
    readers: ['Sanne de Vries'],
  })
  return [language, forks, intent, subjects, age, certainty, degree, consult]
}

test('two hundred thousand signs are read in a moment', () => {
  meaning(STORY)
  const long = STORY.repeat(Math.ceil(200_000 / STORY.length))
  // A tenth of a second on a machine with nothing else to do; processor time, with room for a busy one.
  expect(costOf(meaning, long, 3)).toBeLessThan(400)
})

test('words without an end, and marks without words, too', () => {
  for (const text of [
    'a'.repeat(200_000),
    'een '.repeat(50_000),
    '?!,.'.repeat(50_000),
    '👍'.repeat(50_000),
  ]) {
    expect(costOf(meaning, text, 2)).toBeLessThan(400)
  }
})
