/** Where words can belong, the likeliest first; and whether a question arrived. */
import { expect, test } from '@jest/globals'
import { openQuestions, questionStands } from '../../../../services/signal/reading/arrival.ts'
import { placesFor } from '../../../../services/signal/reading/places.ts'
import type { SignalRecord } from '../../../../services/signal/record.ts'
import { CodeId, Reference } from '../../../../services/words.ts'
import { delivered, done, MARIEKE, officer, received, setting } from '../../../kit/signals.ts'

const by = officer(MARIEKE)
const asked = (record: SignalRecord, minutes: number) =>
  done(record, by, { do: 'ask', text: 'Wanneer?' }, { at: setting(minutes * 60_000) })
const named = (nr: number, more: Parameters<typeof received>[0] = {}) =>
  delivered(received({ reference: Reference.parse(`S-2026-000${nr}`), ...more }))
const order = (records: readonly SignalRecord[], opened?: SignalRecord) =>
  placesFor(records, opened?.id).map(({ reference }) => reference)

test('what was asked last comes first, then what was told last, then the newest', () => {
  const [newest, told, older, oldest] = [named(4), named(3), named(2), named(1)]
  expect(order([newest, told, older, oldest])).toEqual([
    'S-2026-0004',
    'S-2026-0003',
    'S-2026-0002',
    'S-2026-0001',
  ])
  const advised = delivered(
    done({ ...told, kind: 'consultation' }, by, { do: 'advise', text: 'Let op.' }, { at: setting(1_000) }),
  )
  const [first, last] = [delivered(asked(older, 1)), delivered(asked(oldest, 2))]
  expect(order([newest, advised, first, last])).toEqual([
    'S-2026-0001',
    'S-2026-0002',
    'S-2026-0003',
    'S-2026-0004',
  ])
  expect(order([newest, advised, first, last], newest)[0]).toBe('S-2026-0004')
})

test('K8: a question that is on its way, was given up or lies unread is no place for an answer', () => {
  const underWay = asked(named(1), 1)
  const [question] = underWay.questions
  if (!question) throw new Error('There is no question.')
  const given = (deadLetter: 'away' | 'outcomeUnknown') => ({
    ...underWay,
    effects: underWay.effects.map((effect) => ({ ...effect, deadLetter })),
  })
  const code = asked(
    named(2, { degree: 'anonymous', code: CodeId.parse('c'.repeat(64)), vaultKey: undefined }),
    1,
  )
  const stands = [underWay, given('away'), given('outcomeUnknown'), delivered(underWay)].map((record) =>
    questionStands(record, question),
  )
  expect(stands).toEqual(['underWay', 'lost', 'maybe', 'arrived'])
  expect([underWay, given('away'), code].flatMap(openQuestions)).toEqual([])
  expect(placesFor([given('away')])).toMatchObject([{ reference: 'S-2026-0001', questions: [] }])
  const shown = done(code, { role: 'reporter' }, { do: 'shown', count: 5 })
  expect(openQuestions(shown)).toHaveLength(1)
})
