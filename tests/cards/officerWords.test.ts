/** Sentences that depend on the case: what is sent back to a reporter, and why something was refused. */
import { describe, expect, test } from '@jest/globals'
import { safeText } from '../../cards/officer/forms/feedBack.ts'
import { texts } from '../../cards/texts/index.ts'
import type { FieldName, Refusal } from '../../services/signal/command.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { Language } from '../../services/words.ts'
import { at, CANARY, full, MARIEKE } from './officerRecords.ts'

const fill = (what: string): string => `${CANARY} ${what}`

describe('the text to send back is safe and true', () => {
  const of = (outcome: SignalRecord['decisions'][number]['outcome'], record: SignalRecord): string =>
    safeText({ ...record, decisions: record.decisions.map((decision) => ({ ...decision, outcome })) })
  test('a plan to hand over is not a hand-over', () => {
    expect(of('external', full('decided'))).toContain('Dat is nog niet gebeurd')
    expect(of('external', full('handedOver'))).toContain('Een deel is doorgegeven')
    expect(of('external', full('handedOver'))).toContain('nog geen antwoord')
  })
  test('nothing of the police, of a partner or of a lead', () => {
    const record = { ...full('handedOver', 'signal', 'confidential', fill) }
    expect(of('police', record)).toBe(of('external', record))
    expect(of('police', record)).not.toMatch(/politie|AVIM|kanariepiet/i)
  })
  test('silence and a no are said, in the language of the reporter', () => {
    const answered = (what: 'noAnswer' | 'notTakenUp'): SignalRecord => {
      const record = full('fedBack')
      return {
        ...record,
        routes: record.routes.map((route) => ({
          ...route,
          answer: { at: at('24T10:20'), by: MARIEKE, what, note: '' },
        })),
      }
    }
    const silent = answered('noAnswer')
    const asking = silent.routes.map(({ givenUp: _none, ...route }) => route)
    expect(safeText({ ...silent, routes: asking })).toContain('nog geen antwoord')
    const givenUp = { at: at('24T10:21'), by: MARIEKE, escalated: 'x', reason: 'x' }
    const ended = safeText({ ...silent, routes: asking.map((route) => ({ ...route, givenUp })) })
    expect(ended).toContain('We vragen er niet meer naar.')
    expect(ended).not.toContain('We blijven ernaar vragen')
    expect(safeText({ ...answered('notTakenUp'), language: 'en' })).toContain('nothing is done with it now')
  })
})

test('every refusal has a sentence that says what to do', () => {
  const fields: FieldName[] = [
    'text',
    'reason',
    'lead',
    'routes',
    'answerBy',
    'monitorUntil',
    'tellWhy',
    'victimCheck',
    'officer',
    'safeReason',
  ]
  const plain = [
    'stale',
    'closed',
    'notNow',
    'notAllowed',
    'already',
    'feedbackFirst',
    'routesOpen',
    'decideFirst',
    'stillConsultation',
    'unreachable',
    'tooMuch',
  ] as const
  const all: Refusal[] = [
    ...plain.map((refused): Refusal => ({ refused })),
    ...fields.map((field): Refusal => ({ refused: 'needs', field })),
    { refused: 'dayOutOfRange', field: 'monitorUntil', most: 183 },
    { refused: 'dayOutOfRange', field: 'answerBy', most: 120 },
    { refused: 'unknownPartner', field: 'routes' },
    { refused: 'unknownOfficer', field: 'officer' },
    { refused: 'victimCheck', field: 'victimCheck' },
  ]
  for (const language of Language.options) {
    const said = all.map((refusal) => texts(language).officer.replies.refusal(refusal))
    for (const sentence of said) expect(sentence).toMatch(/^\p{Ll}.{15,}\.$/u)
    expect(new Set(said).size).toBe(all.length)
  }
})
