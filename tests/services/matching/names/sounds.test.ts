import { describe, expect, test } from '@jest/globals'
import { likeness, typingErrors, withoutOne } from '../../../../services/matching/names/edits.ts'
import { bonesOf, soundOf } from '../../../../services/matching/names/phonetic.ts'
import { givenRarity, surnameRarity } from '../../../../services/matching/names/rarity.ts'

describe('to Dutch ears', () => {
  test.each([
    ['dijk', 'dyk'],
    ['schmidt', 'smit'],
    ['karel', 'carel'],
    ['philip', 'filip'],
    ['auke', 'ouke'],
    ['berend', 'berent'],
    ['thijs', 'tijs'],
    ['janssen', 'jansen'],
    ['vries', 'fries'],
    ['zeegers', 'segers'],
    ['kaak', 'caac'],
    ['rachid', 'rasjid'],
    ['tsjen', 'chen'],
    ['djamila', 'jamila'],
    ['boeters', 'buters'],
    ['johan', 'joan'],
  ])('%s sounds like %s', (one, other) => expect(soundOf(one)).toBe(soundOf(other)))

  test.each([
    ['jan', 'jaap'],
    ['bakker', 'bekker'],
    ['willem', 'wim'],
  ])('%s does not sound like %s', (one, other) => expect(soundOf(one)).not.toBe(soundOf(other)))

  test('bones are what scripts without vowels write', () => expect(bonesOf('mhmd')).toBe(bonesOf('mohammed')))
})

describe('typing errors', () => {
  test.each([
    ['bakker', 'bakker', 0],
    ['bakker', 'baker', 1],
    ['bakker', 'bakkker', 1],
    ['bakker', 'bekker', 1],
    ['bakker', 'abkker', 1],
    ['bakker', 'bakkre', 1],
    ['bakker', 'bekkre', 2],
    ['bakker', 'visser', 4],
    ['', 'jan', 3],
  ])('%s, %s: %i', (one, other, errors) => {
    expect(typingErrors(one, other)).toBe(errors)
    expect(typingErrors(other, one)).toBe(errors)
  })

  test('a word without one of its letters', () =>
    expect(withoutOne('jan')).toEqual(['jan', 'an', 'jn', 'ja']))

  test('likeness runs from none to one', () => {
    expect(likeness('jan', 'jan')).toBe(1)
    expect(likeness('jan', 'piet')).toBe(0)
    expect(likeness('martha', 'marhta')).toBeCloseTo(0.961, 3)
  })
})

describe('rarity', () => {
  test('what is common says less', () => {
    expect(surnameRarity('jong')).toBeLessThan(8)
    expect(surnameRarity('wachtmeester')).toBeGreaterThan(14)
    expect(givenRarity('jan')).toBeLessThan(6)
    expect(givenRarity('tjitske')).toBeGreaterThan(12)
    expect(givenRarity('x'.repeat(500))).toBeLessThanOrEqual(17)
  })
  test('another spelling of a common one is rarer than it, and no rare one', () => {
    expect(surnameRarity('jonk')).toBeGreaterThan(surnameRarity('jong'))
    expect(givenRarity('mohamad')).toBe(givenRarity('mohammed'))
  })
})
