/** A route of before it kept what was sent, mails and answers by a link: it opens as it is, and nothing is asked of it. */
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { handOverOf, takesAnswer } from '../../../services/handover/link/answerLink.ts'
import { openLinkAnswers } from '../../../services/handover/link/linkAnswer.ts'
import { sentOf } from '../../../services/handover/sent.ts'
import { chaseMoments } from '../../../services/signal/reading/mails.ts'
import { SignalRecord } from '../../../services/signal/record.ts'
import { passagesOf } from '../../../services/signal/rights/passages.ts'
import { drawKeys } from '../../../services/vault/seal.ts'
import { Instant } from '../../../services/words.ts'
import { town } from '../../kit/signals.ts'

test('a record of before', () => {
  const stored: unknown = JSON.parse(readFileSync('tests/fixtures/stores/before-links.json', 'utf8'))
  const record = SignalRecord.parse(stored)
  expect(record).toEqual(stored)
  const [route] = record.routes
  if (!route) throw new Error('No route.')
  expect([sentOf(route), openLinkAnswers(route), chaseMoments(record, town)]).toEqual([[], [], []])
  expect(takesAnswer(record, route)).toBe(true)
  const target = {
    purpose: 'answer',
    municipality: record.municipality,
    subject: record.id,
    link: record.id,
    until: Instant.parse('2027-01-01T00:00:00.000Z'),
  } as const
  expect(handOverOf(drawKeys(Buffer.alloc(32, 7)), record, target)).toBeUndefined()
  expect(passagesOf(record).some(({ id }) => id.startsWith('fromLink'))).toBe(false)
})
