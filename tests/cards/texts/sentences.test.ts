/** Short sentences (B1): what a frightened person has to read three times is not read. */
import { describe, expect, test } from '@jest/globals'
import { texts } from '../../../cards/texts/index.ts'
import { Language } from '../../../services/words.ts'
import { LISTS, saidIn, sentencesOf, wordCount } from './said.ts'

/** Words in a sentence of a reporter's text: never more, and more than `LONG` in two of a hundred at most. */
const MOST = 20
const LONG = 15
const MOST_LONG = 0.02
/** And in one of an officer's, who reads calmly and more often. */
const MOST_OFFICER = 25

const longIn = (sides: Record<string, unknown>, language: Language, most: number) => {
  const said = Object.entries(sides).flatMap(([path, of]) => saidIn(of, path, language, LISTS))
  const all = said.flatMap(({ path, text }) => sentencesOf(text).map((sentence) => ({ path, sentence })))
  return { all, long: all.filter(({ sentence }) => wordCount(sentence) > most) }
}

describe.each(Language.options)('%s', (language) => {
  const { reporter, shared, officer } = texts(language)
  const sides = { reporter, shared }

  test('no sentence of a reporter’s text has over twenty words, and one in fifty over fifteen', () => {
    const { all, long } = longIn(sides, language, LONG)
    expect(all.length).toBeGreaterThan(800)
    expect(long.filter(({ sentence }) => wordCount(sentence) > MOST)).toEqual([])
    expect(long.length / all.length).toBeLessThanOrEqual(MOST_LONG)
  })

  test('no sentence of an officer’s text has over twenty-five', () => {
    const { all, long } = longIn({ officer }, language, MOST_OFFICER)
    expect(all.length).toBeGreaterThan(800)
    expect(long).toEqual([])
  })
})

describe('this can fail', () => {
  const words = (count: number): string => Array.from({ length: count }, (_, at) => `woord${at}`).join(' ')

  test('a sentence of twenty-one words is found, of twenty not; two sentences are two', () => {
    const long = (text: string) => longIn({ x: { it: text } }, 'nl', MOST).long.map(({ path }) => path)
    expect(long(`${words(21)}.`)).toEqual(['x.it'])
    expect(long(`${words(20)}.`)).toEqual([])
    expect(long(`${words(15)}. ${words(15)}?`)).toEqual([])
  })
  test('what is filled in counts, and both texts of a number are looked at', () => {
    const it = {
      one: (name: string) => `${name} leest het.`,
      two: (count: number) => (count === 1 ? 'Eén.' : 'Meer.'),
    }
    expect(saidIn(it, 'x', 'nl', new Set())).toEqual([
      { path: 'x.one', text: 'Marieke Vonk leest het.' },
      { path: 'x.two', text: 'Meer.' },
      { path: 'x.two#1', text: 'Eén.' },
    ])
    expect(wordCount('Marieke Vonk leest het.')).toBe(4)
  })
})
