import { describe, expect, test } from '@jest/globals'
import { momentsIn } from '../../cards/officer/lookups.ts'
import { backCard } from '../../cards/reporter/receipt/code.ts'
import { receiptCard } from '../../cards/reporter/receipt/receipt.ts'
import { wishes } from '../../services/signal/reading/wishes.ts'
import { Instant } from '../../services/words.ts'
import { submitsOf, wordsOf } from '../kit/cards.ts'
import { received, town } from '../kit/signals.ts'
import { CODE, waitingFor } from './codeCases.ts'
import { municipality, readers, recordOf } from './reporterCases.ts'

const record = recordOf('Kanariewoord.')
const verbsOf = (card: Parameters<typeof submitsOf>[0]) =>
  submitsOf(card).map(({ data }) => JSON.stringify(data))

describe('the code', () => {
  const receipt = (code: { text: string; draft: typeof record.id } | 'saved') =>
    receiptCard({
      reference: record.reference,
      kind: 'signal',
      degree: 'anonymous',
      acute: false,
      municipality,
      accountable: readers.accountable,
      respondBy: record.due.respond,
      decideBy: record.due.decide,
      code,
      language: 'nl',
    })

  test('stands on the receipt to be read, and in no button', () => {
    const card = receipt({ text: CODE, draft: record.id })
    expect(wordsOf(card).split(CODE)).toHaveLength(2)
    expect(verbsOf(card).join()).not.toContain(CODE)
    expect(verbsOf(card).join()).toContain('codeSaved')
    // Read aloud, or shown where cards cannot be, it would be heard at the counter.
    expect(`${card.speak} ${card.fallbackText}`).not.toContain(CODE)
  })

  test('is nowhere any more when its owner has it', () => {
    const card = receipt('saved')
    expect(JSON.stringify(card)).not.toContain(CODE)
    expect(verbsOf(card).join()).not.toMatch(/codeSaved|mine|addTo/)
  })
})

test('coming back: days, states and what to do; nothing of what was reported', () => {
  const back = (state: typeof record.state) =>
    backCard({
      record: { ...record, state },
      waiting: waitingFor(2),
      below: 1,
      minutes: 10,
      municipality,
      now: record.receivedAt,
      language: 'nl',
    })
  const words = wordsOf(back('inTriage'))
  expect(words).not.toContain('Kanariewoord')
  expect(words).toContain('dinsdag 24 november: het is afgerond')
  expect(verbsOf(back('inTriage')).join()).toMatch(/addTo.*withdraw.*codeDone/)
  expect(verbsOf(back('closed')).join()).not.toMatch(/addTo|withdraw/)
})

describe('moments of which the day only is kept', () => {
  test('are said as a day; any other as it is', () => {
    const moment = momentsIn(town, 'nl')
    expect(moment(Instant.parse('2026-11-23T23:00:00.000Z'))).toBe('dinsdag 24 november')
    expect(moment(Instant.parse('2026-11-23T23:00:00.001Z'))).toBe('dinsdag 24 november, 00:00')
    expect(moment(Instant.parse('2026-11-24T09:00:00.000Z'))).toBe('dinsdag 24 november, 10:00')
  })

  test('a wish to be called stands until a call on a later day: which came first on one day nobody knows', () => {
    const at = Instant.parse('2026-11-23T23:00:00.000Z')
    const [question] = record.questions
    if (!question) throw new Error('there is a question')
    const wished = {
      ...received({ degree: 'anonymous' }),
      questions: [{ ...question, answer: { at, how: 'callMe' as const } }],
    }
    const called = (when: string) => ({ ...wished, calls: [{ at: Instant.parse(when), by: question.by }] })
    expect(wishes(wished).call).toBe(true)
    expect(wishes(called('2026-11-24T09:00:00.000Z')).call).toBe(true)
    expect(wishes(called('2026-11-25T09:00:00.000Z')).call).toBe(false)
    expect(wishes({ ...called('2026-11-24T09:00:00.000Z'), degree: 'confidential' }).call).toBe(false)
  })
})
