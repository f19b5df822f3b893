/** The text model, and another in its place. */
import { afterEach, describe, expect, test } from '@jest/globals'
import { ownModel } from '../../../../services/understanding/model/ownModel.ts'
import { placeTextModel } from '../../../../services/understanding/model/textModel.ts'
import { understand } from '../../../../services/understanding/understand.ts'

const level = (text: string): string => understand([text]).danger.level

afterEach(() => placeTextModel(undefined))

describe('the text model', () => {
  test('says how likely, and why', () => {
    const acute = ownModel.score('hij heeft een mes en slaat haar')
    const ordinary = ownModel.score('waar is het formulier voor een paspoort')
    expect(acute?.score ?? 0).toBeGreaterThan(0.5)
    expect(ordinary?.score ?? 1).toBeLessThan(0.5)
    expect(acute?.reasons.length).toBeGreaterThan(3)
    expect(acute?.reasons.map(({ feature }) => feature).join(' ')).toMatch(/word|concept/)
  })

  test('without a word of hazard the surest model may only ask', () => {
    placeTextModel({ name: 'sure', score: () => ({ score: 1, reasons: [] }) })
    expect(level('de vergadering begint om tien uur')).toBe('ask')
  })

  test('another one takes its place, and is passed over when it does not answer', () => {
    placeTextModel({ name: 'none', score: () => ({ score: 0, reasons: [] }) })
    expect(level('hij heeft een mes en slaat haar')).not.toBe('ring')
    placeTextModel({ name: 'late', score: () => undefined })
    expect(level('hij heeft een mes en slaat haar')).toBe('ring')
  })

  test('it is asked with what was typed', () => {
    const asked: string[] = []
    placeTextModel({
      name: 'listening',
      score: (text) => {
        asked.push(text)
        return undefined
      },
    })
    understand(['Hij is er weer', 'met een mes!']).danger
    expect(asked[0]).toBe('Hij is er weer\nmet een mes!')
  })
})
