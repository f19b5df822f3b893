import { describe, expect, test } from '@jest/globals'
import { understand } from '../../../../services/understanding/understand.ts'

const urgency = (...messages: readonly string[]) => understand(messages).urgency?.value

describe('urgency', () => {
  test.each([
    'een meisje van 16 wordt elke avond door een oudere man opgehaald',
    'de baas heeft de paspoorten van de plukkers in zijn kluis',
    'ze mag van die familie nooit naar buiten',
    'hij bedreigt haar familie als ze stopt',
    'overmorgen worden ze naar een ander land gebracht',
    'een man met dementie moet elke maand zijn pinpas afgeven',
  ])('high: %s', (text) => expect(urgency(text)).toBe('high'))
  test('a single weak sign is soft', () => {
    expect(urgency('ik heb een vaag gevoel bij die kapper, misschien is het niks')).toBe('soft')
  })
  test('nothing heavy, nothing light: nothing is proposed', () => {
    expect(urgency('op Kerkstraat 8 staan twaalf mannen ingeschreven')).toBeUndefined()
  })
})

describe('certainty', () => {
  test.each([
    ['ik heb het zelf gezien', 'sure'],
    ['ik hoorde van een buurvrouw dat er mannen slapen', 'suspicion'],
    ['het is alleen een onderbuikgevoel', 'gut'],
  ])('%s: %s', (text, value) => expect(understand([text]).certainty?.value).toBe(value))
})

test('what is missing, what helps most first', () => {
  expect(understand(['in de Kerkstraat zag ik gisteren een man']).missing).toEqual([
    'stillThere',
    'safeToReach',
  ])
  expect(understand(['iets raars']).missing[0]).toBe('what')
})
