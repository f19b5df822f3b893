/** Danger that is taken back in a sentence: sure, asked, or not at all. */
import { describe, expect, test } from '@jest/globals'
import { readTakenBack } from '../../../../services/understanding/takenBack/readTakenBack.ts'

describe('sure', () => {
  test.each([
    'Er is geen gevaar, ik vergiste me.',
    'loos alarm',
    'Sorry, het was loos alarm!',
    'Er is toch geen gevaar meer hoor',
    'vals alarm, ik heb me vergist',
    'Niemand is in gevaar.',
    'There is no danger, I was wrong',
    'Sorry, false alarm.',
    'nobody is in danger',
  ])('%s', (text) => expect(readTakenBack(text)).toBe('sure'))
})

describe('asked', () => {
  test.each([
    'Ik vergiste me.',
    'Het was een oefening.',
    'Hij zegt dat er geen gevaar is.',
    'Is er geen gevaar?',
    'Misschien is er geen gevaar.',
    'Er is nog geen gevaar',
    'Geen gevaar, maar ze huilt wel.',
    'I made a mistake',
    'I think there is no danger',
  ])('%s', (text) => expect(readTakenBack(text)).toBe('doubt'))
})

describe('not taken back', () => {
  test.each([
    'Er loopt iemand rond.',
    'geen gevaar zegt hij, hij heeft een mes en houdt haar vast!',
    'Het gevaar is groot.',
    `Er is geen gevaar. ${'Een heel verhaal. '.repeat(20)}`,
    '',
  ])('%s', (text) => expect(readTakenBack(text)).toBeUndefined())
})
