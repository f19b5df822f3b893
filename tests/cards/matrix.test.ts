/** What goes where, as everybody reads it: every row of the rules, in both languages, and nobody of the reporting point. */
import { describe, expect, test } from '@jest/globals'
import { matrixCard } from '../../cards/reporter/start/matrix.ts'
import { matrixOf } from '../../services/routing/matrix.ts'
import { checkCard } from '../kit/cards.ts'
import { town } from '../kit/signals.ts'

describe.each(['nl', 'en'] as const)('in %s', (language) => {
  const card = matrixCard({ municipality: town, language })
  const words = JSON.stringify(card)

  test('it is a card that Teams takes', () => expect(checkCard(card)).toEqual([]))

  test('every row is in it', () => {
    const rows = matrixOf(town)
    expect(rows.length).toBeGreaterThan(20)
    for (const { signal } of rows) expect(words).toContain(signal[language])
  })

  test('no person and no telephone of the reporting point or of a partner is in it', () => {
    const people = [
      ...town.officers.flatMap(({ name, phone }) => [name, phone]),
      ...town.partners.flatMap(({ contacts }) =>
        (contacts ?? []).flatMap(({ name, phone }) => [name, phone]),
      ),
    ]
    const told = people.filter((each) => each?.startsWith('088') && words.includes(each))
    expect(told).toEqual([])
    for (const { name } of town.officers) expect(words).not.toContain(name)
  })
})

test('a row that a municipality leaves out is not read there', () => {
  const fewer = { ...town, routing: { off: ['border'] } }
  expect(matrixOf(town).map(({ rule }) => rule)).toContain('border')
  expect(matrixOf(fewer).map(({ rule }) => rule)).not.toContain('border')
})
