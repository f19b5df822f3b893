/** The day on which an answer is asked follows the urgency, and counts from the hand-over (A085, A109). */
import { describe, expect, test } from '@jest/globals'
import { AnswerTerms } from '../../../../services/municipality/terms.ts'
import { answerDay } from '../../../../services/signal/deeds/ahead.ts'
import type { SignalRecord } from '../../../../services/signal/record.ts'
import type { Urgency } from '../../../../services/signal/words.ts'
import { Day, Instant } from '../../../../services/words.ts'
import {
  decision,
  done,
  firstRoute,
  MARIEKE,
  NOW,
  officer,
  received,
  SAFE_HOME,
  setting,
  town,
} from '../../../kit/signals.ts'

const by = officer(MARIEKE)
const DAY_MS = 86_400_000

test.each<[Urgency, string]>([
  ['acute', '2026-11-24'],
  ['high', '2026-11-26'],
  ['normal', '2026-12-01'],
  ['soft', '2026-12-08'],
])('%s: %s, on a Tuesday at ten', (urgency, day) => {
  expect(answerDay(NOW, urgency, town)).toBe(day)
})

test('what is acute is asked on the next working day where the office is shut', () => {
  expect(answerDay(Instant.parse('2026-11-24T20:00:00.000Z'), 'acute', town)).toBe('2026-11-25')
  // A Saturday.
  expect(answerDay(Instant.parse('2026-11-28T10:00:00.000Z'), 'acute', town)).toBe('2026-11-30')
})

test('the terms have usual values and bounds; what is high is never later than what is normal, soft never sooner', () => {
  expect(AnswerTerms.parse({})).toEqual({
    acuteWorkingDays: 0,
    highWorkingDays: 2,
    softWorkingDays: 10,
    resultWorkingDays: 20,
  })
  for (const wrong of [
    { acuteWorkingDays: 2 },
    { highWorkingDays: 6 },
    { softWorkingDays: 61 },
    { other: 1 },
  ])
    expect(AnswerTerms.safeParse(wrong).success).toBe(false)
  const quick = { ...town, answerAfterWorkingDays: 1, answers: AnswerTerms.parse({ softWorkingDays: 3 }) }
  expect(answerDay(NOW, 'high', quick)).toBe('2026-11-25')
  expect(answerDay(NOW, 'soft', quick)).toBe('2026-11-27')
  const slow = { ...town, answerAfterWorkingDays: 15, answers: AnswerTerms.parse({ softWorkingDays: 3 }) }
  expect(answerDay(NOW, 'soft', slow)).toBe(answerDay(NOW, 'normal', slow))
})

describe('planned it is a proposal, handed over it counts from then', () => {
  const plan = (answerBy: string, urgency: Urgency = 'normal'): SignalRecord =>
    done(
      received({ urgency }),
      by,
      decision({ routes: [{ partner: SAFE_HOME, answerBy: Day.parse(answerBy) }] }),
    )
  const handed = (record: SignalRecord, days: number) =>
    done(record, by, { do: 'handOver', route: firstRoute(record) }, { at: setting(days * DAY_MS) }).routes[0]
      ?.answerBy

  test('the proposal moves along', () => {
    expect(handed(plan('2026-12-01'), 0)).toBe('2026-12-01')
    expect(handed(plan('2026-12-01'), 3)).toBe('2026-12-04')
    expect(handed(plan('2026-11-26', 'high'), 3)).toBe('2026-12-01')
  })

  test('a day that the officer chose stays: later, and sooner while it lies ahead', () => {
    expect(handed(plan('2026-12-20'), 3)).toBe('2026-12-20')
    expect(handed(plan('2026-11-28'), 3)).toBe('2026-11-28')
    expect(handed(plan('2026-11-25'), 3)).toBe('2026-12-04')
  })
})
