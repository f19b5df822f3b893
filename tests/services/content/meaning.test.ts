import { describe, expect, test } from '@jest/globals'
import { MeaningConcept } from '../../../services/content/meaning.ts'
import { MEANING_FILES } from '../../../services/understanding/text/concepts.ts'
import { compile } from '../../../services/understanding/text/lexicon.ts'
import { meet } from '../../../services/understanding/text/match.ts'
import { wordsOf } from '../../../services/understanding/text/tokens.ts'

const concepts = Object.values(MEANING_FILES).flatMap(({ concepts: mine }) => Object.entries(mine))
const lexicon = compile(
  Object.fromEntries(concepts.map(([name, { phrases }]) => [name, [...phrases.nl, ...phrases.en]])),
)
const finds = (name: string, sentence: string) => meet(wordsOf([sentence]), lexicon).of(name).length > 0

describe('the concepts of meaning, as a professional reads them', () => {
  test('each has a name of its own', () => {
    const names = concepts.map(([name]) => name)
    expect(new Set(names).size).toBe(names.length)
  })
  test.each(concepts)('%s finds what it must, and not what it must not', (name, { must, mustNot }) => {
    expect(must.filter((sentence) => !finds(name, sentence))).toEqual([])
    expect(mustNot.filter((sentence) => finds(name, sentence))).toEqual([])
  })
  test('capitals and punctuation are refused, for they would never be found', () => {
    const concept = { about: 'x', phrases: { nl: ['Jan, piet'], en: [] }, must: ['x'], mustNot: ['y'] }
    expect(MeaningConcept.safeParse(concept).success).toBe(false)
  })
})
