import { describe, expect, test } from '@jest/globals'
import { understand } from '../../../services/understanding/understand.ts'

describe('what a person typed is read once', () => {
  test('a finding says on which words it stands', () => {
    const { age, degree } = understand(['Er is iets met een buurmeisje.', 'ze is pas 15, liever anoniem'])
    expect(age.minor).toMatchObject({ is: 'yes', because: [{ message: 1 }] })
    expect(degree).toMatchObject({ value: 'anonymous', because: [{ message: 1, words: 'anoniem' }] })
  })
  test('danger rings, with what it says', () => {
    const { danger, urgency } = understand(['hij heeft een mes'])
    expect(danger).toMatchObject({ level: 'ring' })
    expect(urgency).toMatchObject({ value: 'acute' })
  })
  test('an ordinary story has no danger', () => {
    expect(understand(['De gordijnen zijn altijd dicht.']).danger).toEqual({ level: 'none' })
  })
})
