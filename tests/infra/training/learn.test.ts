/** What is learnt is the same each time, and from what is meant for learning only. */
import { describe, expect, test } from '@jest/globals'
import { alsoLearnt, handsFor } from '../../../infra/training/corpus.ts'
import { levelAt } from '../../../infra/training/crossed.ts'
import { learn } from '../../../infra/training/learn.ts'
import { rowsOf } from '../../../infra/training/pieces.ts'
import { marginOf } from '../../../services/understanding/model/linear.ts'

const EXAMPLES = rowsOf({
  name: 'few',
  messages: [
    { messages: ['hij heeft een mes'], danger: 'ring', group: 'acute', topic: 'weapon' },
    { messages: ['waar is het formulier'], danger: 'none', group: 'ordinary', topic: 'chat' },
  ],
}).map(({ whole, message }) => ({ features: whole.text, y: message.danger === 'ring' ? 1 : 0, weight: 1 }))

describe('learning', () => {
  test('tells apart what it was shown, and the same twice', () => {
    const settings = { rounds: 12, step: 0.5, shrink: 1e-4 }
    const model = learn(EXAMPLES, settings)
    const [danger, none] = EXAMPLES
    if (danger === undefined || none === undefined) throw new Error('Two examples were made')
    expect(marginOf(model, danger.features)).toBeGreaterThan(marginOf(model, none.features))
    expect(learn(EXAMPLES, settings).weights).toEqual(model.weights)
  })

  test('the corpus is large, by several hands, and nothing stands in two of them', () => {
    const hands = [...handsFor('training'), ...handsFor('test')]
    expect(hands.length).toBeGreaterThanOrEqual(5)
    const texts = hands.flatMap(({ name, messages }) =>
      messages.map(({ messages: typed }) => [name, typed.join('\n')] as const),
    )
    expect(texts.length).toBeGreaterThanOrEqual(600)
    const first = new Map<string, string>()
    const long = texts.filter(([, text]) => text.length > 40)
    expect(
      long.filter(([name, text]) => (first.has(text) ? first.get(text) !== name : !first.set(text, name))),
    ).toEqual([])
  })

  test('what is kept for testing is not learnt from', () => {
    const hand = (name: string, text: string) => ({
      name,
      messages: [{ messages: [text], danger: 'none', group: 'ordinary', topic: 'chat' } as const],
    })
    const trained = [hand('one', 'Er staat een busje, al een week.')]
    expect(alsoLearnt([hand('two', 'er staat een BUSJE al  een week')], trained)).toHaveLength(1)
    expect(alsoLearnt([hand('two', 'Er staat een auto.')], trained)).toEqual([])
    expect(alsoLearnt(handsFor('test'), handsFor('training'))).toEqual([])
  })

  test('a level lets through as many as it may', () => {
    expect(levelAt([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.2)).toBe(8)
    expect(levelAt([], 0.2)).toBe(0)
  })
})
