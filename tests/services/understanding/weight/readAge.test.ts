import { describe, expect, test } from '@jest/globals'
import { understand } from '../../../../services/understanding/understand.ts'

const minor = (...messages: readonly string[]) => understand(messages).age.minor?.is

describe('somebody younger than eighteen', () => {
  test.each([
    'een meisje van 16',
    'ze is pas 15',
    'hij is vijftien jaar oud',
    'een 14-jarige jongen werkt daar',
    'een minderjarige jongen moet pakjes wegbrengen',
    'leerling uit de brugklas heeft drie telefoons',
    'ze zit in 5 havo en heeft een oudere vriend',
    'het meisje (15) huilde',
    'er ligt een baby alleen in die kamer',
    'a girl of 16 works there',
  ])('%s', (text) => expect(minor(text)).toBe('yes'))
  test.each([
    'hij werkt hier al 17 jaar',
    'het kost 15 euro',
    'ze woont op nummer 15',
    'wat een kinderachtig gedoe',
    'ik zag hem om 16 uur',
    'er wonen 12 mannen in dat huis',
  ])('none: %s', (text) => expect(minor(text)).toBeUndefined())
  test('of age', () => expect(minor('een vrouw van 34 werkt daar')).toBe('no'))
  test('a correction counts', () => expect(minor('ik zei 16', 'ze bleek 19 te zijn')).toBe('no'))
  test('where it stands', () => {
    expect(understand(['een meisje van 16']).age.age).toMatchObject({
      from: 16,
      because: [{ from: 15, to: 17 }],
    })
  })
})

test('somebody who depends on others', () => {
  expect(understand(['een jongen met een licht verstandelijke beperking']).age.dependent).toMatchObject({
    sure: 'likely',
  })
  expect(understand(['een sterke man']).age.dependent).toBeUndefined()
})
