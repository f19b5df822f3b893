/** What is asked after sending: what helps most, three at most, and a call only of whoever can be called. */
import { expect, test } from '@jest/globals'
import { askAfter } from '../../../services/understanding/askAfter.ts'

test('what helps somebody act comes first, and there are never more than three', () => {
  const missing = ['who', 'howKnown', 'where', 'stillThere', 'safeToReach'] as const
  expect(askAfter({ missing }, 'unknown')).toEqual(['stillThere', 'safeToReach', 'where'])
  expect(askAfter({ missing }, 'confidential')).toEqual(['stillThere', 'safeToReach', 'mayCall'])
})

test('where nothing is missing only a call is asked, and of whom nobody knows nothing', () => {
  expect(askAfter({ missing: [] }, 'confidential')).toEqual(['mayCall'])
  expect(askAfter({ missing: [] }, 'unknown')).toEqual([])
})
