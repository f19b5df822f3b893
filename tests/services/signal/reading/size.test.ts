/** A deed without words, pressed without end, leaves an officer room to decide. */
import { expect, test } from '@jest/globals'
import { act, MARIEKE, officer, received, reporter } from '../../../kit/signals.ts'

const ofBytes = (bytes: number) => {
  const record = received()
  const entries = record.audit
  const [first] = entries
  if (!first) throw new Error('There is no entry.')
  const one = JSON.stringify(first).length + 1
  return { ...record, audit: Array.from({ length: Math.floor(bytes / one) }, () => first) }
}

test('one bell: a wish pressed tens of thousands of times is refused before it takes the officer’s room', () => {
  expect(act(ofBytes(4_400_000), reporter, { do: 'talk' })).not.toHaveProperty('refused')
  const full = ofBytes(4_600_000)
  expect(act(full, reporter, { do: 'talk' })).toEqual({ refused: 'tooMuch' })
  expect(act(full, officer(MARIEKE), { do: 'note', text: 'Hij drukt maar door.' })).not.toHaveProperty(
    'refused',
  )
})
