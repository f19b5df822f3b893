/** Signs that nobody sees: gone, without a word falling apart. */
import { expect, test } from '@jest/globals'
import { oneLine, withoutUnseen } from '../../../services/privacy/unseen.ts'

test.each([
  ['Me\u200brel', 'Merel'],
  ['\ufeffMerel ', 'Merel'],
  ['Mer\u202ele', 'Merle'],
  ['12\u00ad34\u206056', '123456'],
  ['een\ttab\u0007', 'een tab'],
  ['een\r\ntwee\rdrie', 'een\ntwee\ndrie'],
  ['👩‍👧 en 👍🏽', '👩‍👧 en 👍🏽'],
  ['halve \ud83d', 'halve \ufffd'],
])('%j is %j', (typed, read) => {
  expect(withoutUnseen(typed)).toBe(read)
})

test.each([
  ['een \r\n twee', 'een twee'],
  ['een\u2028twee\u2029drie', 'een twee drie'],
  ['\n\n', ''],
])('of one line: %j is %j', (typed, read) => {
  expect(oneLine(typed)).toBe(read)
})
