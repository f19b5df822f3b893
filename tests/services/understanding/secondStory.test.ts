/** A second story says so in its first words; "something other than" in the middle of one does not. */
import { expect, test } from '@jest/globals'
import { isSecondStory } from '../../../services/understanding/secondStory.ts'

test.each([
  'Heel iets anders nu, een ander geval: in de flat zit een oude mevrouw.',
  'ook nog iets anders: bij de kapper komt nooit iemand',
  'Another thing: the men at the farm are never paid.',
  'En dan nog een tweede melding, over de snackbar.',
])('it is another: %s', (text) => expect(isSecondStory(text)).toBe(true))

test.each([
  'Iets anders dan een matras ligt er niet: geen kast, geen stoel.',
  'Hij zei dat hij iets anders had gezien: een busje.',
  'Er is verder geen gevaar, ik vergiste me.',
])('it goes on: %s', (text) => expect(isSecondStory(text)).toBe(false))
