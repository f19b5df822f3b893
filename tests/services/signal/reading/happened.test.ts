/** What happened, read from the record: who got it, who answered, what was heard, who reads it now. */
import { describe, expect, test } from '@jest/globals'
import { happened, nextAnswerDay, readsNow, stateTold } from '../../../../services/signal/reading/happened.ts'
import type { SignalRecord } from '../../../../services/signal/record.ts'
import { PartnerAnswer } from '../../../../services/signal/words.ts'
import { Day } from '../../../../services/words.ts'
import {
  ANSWER_BY,
  done,
  firstRoute,
  JOOST,
  MARIEKE,
  officer,
  setting,
  standing,
  TODAY,
  town,
} from '../../../kit/signals.ts'

const answeredWith = (what: PartnerAnswer): SignalRecord => {
  const record = standing('signal', 'handedOver')
  const answer = { at: record.receivedAt, by: MARIEKE, what, note: '' }
  return { ...record, routes: record.routes.map((route) => ({ ...route, state: 'answered', answer })) }
}

describe('a route', () => {
  test('that was only planned is not out, and nobody is asked about it', () => {
    const record = standing('signal', 'decided')
    expect(happened(record).out).toEqual([])
    expect(nextAnswerDay(record, TODAY)).toBeUndefined()
    expect(nextAnswerDay(standing('signal', 'handedOver'), TODAY)).toBe(ANSWER_BY)
  })

  test('of which the day has passed promises no day', () => {
    expect(nextAnswerDay(standing('signal', 'handedOver'), Day.parse('2027-01-01'))).toBeUndefined()
  })

  test.each(PartnerAnswer.options)(
    'answered with %s: only that it takes it up, or not, is an answer',
    (what) => {
      const { takenUp, notTakenUp } = happened(answeredWith(what))
      expect([takenUp.length, notTakenUp.length]).toEqual([
        what === 'takenUp' || what === 'result' ? 1 : 0,
        what === 'notTakenUp' ? 1 : 0,
      ])
    },
  )
})

test('"you heard what was done" only of what was heard', () => {
  const fedBack = standing('signal', 'fedBack')
  expect(stateTold(fedBack)).toBe('fedBack')
  const again = done(
    fedBack,
    officer(MARIEKE),
    { do: 'feedBack', form: 'message', text: 'Nog iets.' },
    { at: setting(5_000) },
  )
  expect(stateTold(again)).toBe('handedOver')
  const none = done(
    fedBack,
    officer(MARIEKE),
    { do: 'feedBack', form: 'none', text: 'Op verzoek.' },
    { at: setting(5_000) },
  )
  expect(stateTold(none)).toBe('handedOver')
  expect(firstRoute(none)).not.toBe('none')
})

test('the officer who is named reads it now: not one who is on leave', () => {
  const record = standing('signal', 'inTriage')
  expect(readsNow(record, town, TODAY).id).toBe(MARIEKE)
  const away = { ...town, leave: [{ officer: MARIEKE, from: TODAY, until: TODAY }] }
  expect(readsNow(record, away, TODAY).id).toBe(JOOST)
  expect(readsNow(record, away, Day.parse('2026-11-25')).id).toBe(MARIEKE)
})
