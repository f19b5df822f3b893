/** The lexicon means what its own examples say. */
import { describe, expect, test } from '@jest/globals'
import { CONCEPTS, type Concept } from '../../../services/content/concepts.ts'
import { hitsIn } from '../../../services/understanding/danger/matcher.ts'
import { tokensOf } from '../../../services/understanding/danger/tokens.ts'

const met = (text: string): string[] => hitsIn(tokensOf([text])).map(({ concept }) => concept)

describe('the lexicon', () => {
  test('is long enough to mean something', () => {
    expect(new Set(CONCEPTS.map(({ name }) => name)).size).toBeGreaterThan(100)
  })

  test('a concept of several files has one role', () => {
    const roles = new Map<string, Concept['role']>()
    const two = CONCEPTS.filter(
      ({ name, role }) => (roles.get(name) ?? role) !== role || !roles.set(name, role),
    )
    expect(two.map(({ name }) => name)).toEqual([])
  })

  test('what must be met is met, what must not is not', () => {
    const wrong = CONCEPTS.flatMap(({ name, match, not }) => [
      ...match.filter((text) => !met(text).includes(name)).map((text) => `${name} misses: ${text}`),
      ...not.filter((text) => met(text).includes(name)).map((text) => `${name} meets: ${text}`),
    ])
    expect(wrong).toEqual([])
  })

  test('a typing error is mended, and what people write of harmless things is none', () => {
    expect(met('hij is bewusteloss')).toContain('unconscious')
    expect(met('mijn oma is overleden')).not.toContain('unconscious')
    expect(met('wat is de overlijdensdatum')).not.toContain('unconscious')
  })
})
