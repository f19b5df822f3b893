import { describe, expect, test } from '@jest/globals'
import { understand } from '../../../../services/understanding/understand.ts'

const degree = (text: string) => understand([text]).degree?.value

describe('who may know the writer’s name', () => {
  test.each([
    ['anoniem graag', 'anonymous'],
    ['niemand mag weten dat ik dit was', 'anonymous'],
    ['liever niet met mijn naam erbij', 'unknown'],
    ['niemand hoeft mijn naam te weten maar ik hoor graag wat terug', 'unknown'],
    ['je mag mijn naam gewoon gebruiken', 'confidential'],
    ['de functionaris mag weten wie ik ben', 'confidential'],
    ['you can use my name', 'confidential'],
  ])('%s: %s', (text, value) => expect(degree(text)).toBe(value))
  test('a question is no wish', () => expect(degree('is dit anoniem?')).toBeUndefined())
  test('fear is a wish in doubt', () => {
    expect(understand(['als hij hoort dat ik dit zei ben ik de klos']).degree).toMatchObject({
      value: 'unknown',
      sure: 'doubt',
    })
  })
  test('nothing is said', () => expect(degree('er slapen tien man in een schuur')).toBeUndefined())
})

describe('thinking along', () => {
  test.each([
    'is dit wel iets, zo’n kapper zonder klanten?',
    'ik twijfel of ik dit moet melden over die jongen',
  ])('%s', (text) => expect(understand([text]).consult).toBeDefined())
  test('a story asks nothing', () => {
    expect(understand(['op Kerkstraat 8 staan twaalf mannen ingeschreven']).consult).toBeUndefined()
  })
})
