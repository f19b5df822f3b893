import { describe, expect, test } from '@jest/globals'
import { compile } from '../../../../services/understanding/text/lexicon.ts'
import { meet } from '../../../../services/understanding/text/match.ts'
import { wordsOf } from '../../../../services/understanding/text/tokens.ts'

const found = (phrases: readonly string[], ...messages: readonly string[]) => {
  const met = meet(wordsOf(messages), compile({ it: phrases }))
  return met.because(met.of('it')).map(({ words }) => words)
}

describe('phrases', () => {
  test('a word, how it begins, how it ends', () => {
    expect(found(['kat'], 'De Kat en de katten')).toEqual(['Kat'])
    expect(found(['kat*'], 'De kat en de katten')).toEqual(['kat', 'katten'])
    expect(found(['*straat'], 'In de Kérkstraat')).toEqual(['Kérkstraat'])
  })
  test('a word that may be there, and one of several', () => {
    expect(found(['een ?hele grote/kleine kat'], 'een kleine kat, een hele grote kat')).toEqual([
      'een kleine kat',
      'een hele grote kat',
    ])
  })
  test('a gap stays within its clause, a far one within its sentence', () => {
    expect(found(['hij .. geld'], 'hij neemt vaak geld')).toEqual(['hij neemt vaak geld'])
    expect(found(['hij .. geld'], 'hij lacht, geld is er niet')).toEqual([])
    expect(found(['hij ... geld'], 'hij lacht, geld is er niet')).toEqual(['hij lacht, geld'])
    expect(found(['hij ... geld'], 'hij lacht. geld is er niet')).toEqual([])
  })
  test('the edges of a message', () => {
    expect(found(['^^ help $$'], 'help')).toEqual(['help'])
    expect(found(['^^ help $$'], 'help mij')).toEqual([])
  })
  test('a concept within another', () => {
    const met = meet(wordsOf(['een rode kat']), compile({ kleur: ['rode'], dier: ['<kleur> kat'] }))
    expect(met.because(met.of('dier'))).toEqual([{ message: 0, from: 4, to: 12, words: 'rode kat' }])
  })
  test('a number', () => expect(found(['# man'], 'er zitten 14 man')).toEqual(['14 man']))
  test('what needs itself is refused', () => {
    expect(() => compile({ a: ['<b> x'], b: ['<a> y'] })).toThrow('need each other')
    expect(() => compile({ a: ['<c> x'] })).toThrow('no concept')
  })
})

describe('words', () => {
  test('know their place in the message as it was typed', () => {
    const { tokens } = wordsOf(['Één keer', 'om 14.30 u.'])
    expect(tokens.map(({ word, message, from }) => ({ word, message, from }))).toEqual([
      { word: 'een', message: 0, from: 0 },
      { word: 'keer', message: 0, from: 4 },
      { word: 'om', message: 1, from: 0 },
      { word: '14', message: 1, from: 3 },
      { word: '30', message: 1, from: 6 },
      { word: 'u', message: 1, from: 9 },
    ])
  })
  test('a question is one', () => expect([...wordsOf(['ok. en dan? goed']).asked]).toEqual([1]))
})
