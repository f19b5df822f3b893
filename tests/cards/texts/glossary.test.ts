/** A word of the trade is explained where it is first read, or not used: on every card of the gallery. */
import { describe, expect, test } from '@jest/globals'
import { texts } from '../../../cards/texts/index.ts'
import { chaptersIn } from '../../../infra/local/gallery.ts'
import { Language } from '../../../services/words.ts'
import { wordsOf } from '../../kit/cards.ts'
import { LISTS, saidIn } from './said.ts'
import { OFFICER_TERMS, REPORTER_TERMS, type Term } from './terms.ts'

type Read = { name: string; words: string }

const cardsOf = (side: 'melder' | 'meldpunt', language: Language): Read[] =>
  chaptersIn(language)
    .filter((chapter) => chapter.side === side)
    .flatMap(({ cards }) => cards.map(({ name, card }) => ({ name, words: wordsOf(card) })))

/** What is wrong with a term on these cards; nothing when whoever reads it is told what it means. */
function wrongWith({ term, says, means, where }: Term, cards: readonly Read[], language: Language): string[] {
  const [word, meaning] = [says[language], means?.[language]]
  if (!word) return []
  const having = cards.filter(({ words }) => word.test(words))
  if (where === 'never') return having.map(({ name }) => `${term} stands on ${name}`)
  if (!meaning) return [`${term} has no meaning in ${language}`]
  const unexplained = having.filter(({ words }) => !meaning.test(words)).map(({ name }) => name)
  if (where === 'everywhere') return unexplained.map((name) => `${term} is not explained on ${name}`)
  const there = having.some(({ name }) => name === where.first)
  return [
    ...(there ? [] : [`${term} is not on ${where.first}`]),
    ...(unexplained.includes(where.first) ? [`${term} is not explained on ${where.first}`] : []),
  ]
}

describe.each(Language.options)('%s', (language) => {
  const reporter = cardsOf('melder', language)
  const officer = cardsOf('meldpunt', language)

  test.each(REPORTER_TERMS.map((it) => [it.term, it] as const))('a reporter reads %s', (_term, it) => {
    expect(reporter.length).toBeGreaterThan(60)
    expect(wrongWith(it, reporter, language)).toEqual([])
  })

  test.each(REPORTER_TERMS.map((it) => [it.term, it] as const))(
    'in the chat, without a card: %s',
    (_term, it) => {
      const said = saidIn(texts(language).reporter.chat, 'chat', language, LISTS)
      const read = said.map(({ path, text }) => ({ name: path, words: text }))
      const alone = typeof it.where === 'string' ? wrongWith(it, read, language) : []
      expect(alone).toEqual([])
    },
  )

  test.each(OFFICER_TERMS.map((it) => [it.term, it] as const))('an officer reads %s', (_term, it) => {
    expect(officer.length).toBeGreaterThan(60)
    expect(wrongWith(it, officer, language)).toEqual([])
  })
})

test('each term is read by somebody, or by nobody', () => {
  for (const [side, terms] of [
    ['melder', REPORTER_TERMS],
    ['meldpunt', OFFICER_TERMS],
  ] as const) {
    const cards = cardsOf(side, 'nl')
    for (const { term, says, where } of terms) {
      const read = cards.some(({ words }) => says.nl?.test(words))
      expect([side, term, read]).toEqual([side, term, where !== 'never'])
    }
  }
})

test('this can fail', () => {
  const term: Term = {
    term: 'FG',
    says: { nl: /\bFG\b/ },
    means: { nl: /gegevensbescherming/ },
    where: 'everywhere',
  }
  const card = (words: string) => [{ name: 'Overzicht', words }]
  expect(wrongWith(term, card('Vraag de FG.'), 'nl')).toEqual(['FG is not explained on Overzicht'])
  expect(wrongWith(term, card('Vraag de functionaris gegevensbescherming (FG).'), 'nl')).toEqual([])
  expect(wrongWith({ ...term, where: 'never' }, card('Vraag de FG.'), 'nl')).toEqual([
    'FG stands on Overzicht',
  ])
  expect(wrongWith({ ...term, where: { first: 'Elders' } }, card('Vraag de FG.'), 'nl')).toEqual([
    'FG is not on Elders',
  ])
})
