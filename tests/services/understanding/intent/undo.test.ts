/** "Put it back", in a sentence; and sentences that only speak of such a thing. */
import { expect, test } from '@jest/globals'
import { readIntent } from '../../../../services/understanding/intent/readIntent.ts'
import { undoIn } from '../../../../services/understanding/intent/undo.ts'

test.each([
  'oeps verkeerde knop, ongedaan maken',
  'undo',
  'zet het maar terug',
  'ik wilde dat niet wissen',
  "I didn't mean to delete that",
])('it is to come back: %s', (text) => {
  const found = undoIn(text)
  expect(found && text.slice(found.from, found.to)).toBe(found?.words)
  expect(readIntent([text])).toMatchObject({ intent: 'undo', sure: 'sure' })
})

test.each(['Hij zet de auto terug in de garage.', 'wissen', 'Ze mocht haar paspoort niet terug.'])(
  'these are words: %s',
  (text) => expect(undoIn(text)).toBeUndefined(),
)
