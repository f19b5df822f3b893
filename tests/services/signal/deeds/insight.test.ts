/** Seeing more is a task, advice is no hand-over, and what cannot wait is one press. */
import { describe, expect, test } from '@jest/globals'
import type { Municipality } from '../../../../services/municipality/municipality.ts'
import { MOST_INSIGHT_DAYS } from '../../../../services/signal/deeds/insight.ts'
import { hindersClosing } from '../../../../services/signal/reading/closing.ts'
import { contactsOf } from '../../../../services/signal/reading/escalation.ts'
import { insightChoices } from '../../../../services/signal/reading/insight.ts'
import { namesIn } from '../../../../services/signal/reading/namesIn.ts'
import { overdueTerms } from '../../../../services/signal/reading/overdue.ts'
import { passagesOf } from '../../../../services/signal/rights/passages.ts'
import { Day } from '../../../../services/words.ts'
import {
  act,
  decision,
  delivered,
  done,
  ELLEN,
  JOOST,
  later,
  MARIEKE,
  NOW,
  officer,
  received,
  reporter,
  SAFE_HOME,
  town,
} from '../../../kit/signals.ts'

const by = officer(MARIEKE)
const DAY = 86_400_000
const ask = {
  do: 'askInsight',
  insightQuestion: 'Wonen er nog mensen op dit adres?',
  insightTo: 'partner:wijkteam',
  insightUntil: Day.parse('2026-12-02'),
} as const

describe('a question as a task', () => {
  const needs = (field: string) => ({ refused: 'needs', field })
  test.each([
    ['without a question', { ...ask, insightQuestion: ' ' }, needs('insightQuestion')],
    ['to nobody', { ...ask, insightTo: undefined }, needs('insightTo')],
    ['to somebody who is not there', { ...ask, insightTo: 'partner:niemand' }, needs('insightTo')],
    [
      'too far ahead',
      { ...ask, insightUntil: Day.parse('2027-11-01') },
      { refused: 'dayOutOfRange', field: 'insightUntil', most: MOST_INSIGHT_DAYS },
    ],
  ])('refused: %s', (_name, deed, refusal) => {
    expect(act(received(), by, deed)).toEqual(refusal)
  })

  test('is said when its day passed, keeps what came back, and hinders the end until it is said what it gave', () => {
    const asked = done(received(), by, { ...ask, insightKind: 'outreach' })
    expect(asked.insights).toMatchObject([
      { kind: 'outreach', to: { who: 'partner', partner: 'wijkteam' }, until: '2026-12-02', by: MARIEKE },
    ])
    // Nothing was handed over, and nothing is said to the reporter.
    expect(asked.routes).toEqual([])
    expect(asked.effects.filter(({ kind }) => kind === 'tellReporter')).toHaveLength(1)
    const late = (days: number) => overdueTerms(asked, town, later(days * DAY)).map(({ term }) => term)
    expect(late(8)).not.toContain('insight')
    expect(late(10)).toContain('insight')
    const decided = done(
      asked,
      by,
      decision({ outcome: 'noAction', routes: [], safeReason: 'explained', victimHelp: 'arranged' }),
    )
    expect(hindersClosing(decided)).toEqual({ refused: 'insightOpen' })
    const insight = decided.insights?.[0]?.id
    expect(act(decided, by, { do: 'insightCame', insight, text: ' ' })).toEqual(needs('text'))
    const came = done(decided, by, { do: 'insightCame', insight, text: 'Er wonen acht mensen.' })
    expect(hindersClosing(came)).toEqual({ refused: 'insightOpen' })
    const ended = done(came, by, { do: 'endInsight', insight, text: 'Genoeg om door te geven.' })
    expect(hindersClosing(ended)).toBeUndefined()
    expect(act(ended, by, { do: 'insightCame', insight, text: 'Nog iets.' })).toEqual({ refused: 'notNow' })
    const words = passagesOf(ended).map(({ text }) => text)
    expect(words).toEqual(
      expect.arrayContaining([ask.insightQuestion, 'Er wonen acht mensen.', 'Genoeg om door te geven.']),
    )
  })

  test('to the reporter it is a question in their chat, and the answer comes back there', () => {
    const asked = done(received(), by, { ...ask, insightTo: 'reporter' })
    const [question] = asked.questions
    expect(question).toMatchObject({ text: ask.insightQuestion })
    expect(asked.insights).toMatchObject([{ to: { who: 'reporter', question: question?.id } }])
    expect(asked.effects).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ message: { about: 'question', question: question?.id } }),
      ]),
    )
    const answered = done(delivered(asked), reporter, {
      do: 'answer',
      question: question?.id,
      how: 'text',
      text: 'Ja, nog steeds.',
      attachmentsRefused: 0,
      acute: false,
    })
    expect(answered.questions[0]?.answer?.text).toBe('Ja, nog steeds.')
    // Somebody whom nobody can reach is not asked.
    const anonymous = received({ degree: 'anonymous', vaultKey: undefined })
    expect(insightChoices(anonymous, town).map(({ id }) => id)).not.toContain('reporter')
    expect(act(anonymous, by, { ...ask, insightTo: 'reporter' })).toEqual(needs('insightTo'))
  })

  test('a decision for more insight goes to somebody, or sets out a question', () => {
    const more = decision({ outcome: 'moreInsight', routes: [] })
    expect(act(received(), by, more)).toEqual(needs('routes'))
    expect(act(received(), by, { ...more, insight: { insightTo: 'partner:wijkteam' } })).toEqual(
      needs('routes'),
    )
    expect(act(received(), by, { ...more, insight: { insightQuestion: 'Wie woont er?' } })).toEqual(
      needs('insightTo'),
    )
    const decided = done(received(), by, {
      ...more,
      insight: { insightQuestion: 'Wie woont er?', insightTo: 'team:Wijkteam' },
    })
    expect(decided.insights).toMatchObject([{ question: 'Wie woont er?', to: { who: 'team' } }])
    expect(decided.routes).toEqual([])
    // An external decision is no question.
    expect(
      act(
        received(),
        by,
        decision({ routes: [], insight: { insightQuestion: 'Wie?', insightTo: 'reporter' } }),
      ),
    ).toEqual(needs('routes'))
  })
})

describe('advice without personal data', () => {
  const advice = {
    do: 'adviceCall',
    whom: SAFE_HOME,
    asked: 'Wat kunnen we doen?',
    text: 'Bel het wijkteam.',
  } as const
  test.each([
    ['nobody', { ...advice, whom: undefined }, { refused: 'needs', field: 'whom' }],
    ['nothing asked', { ...advice, asked: '' }, { refused: 'needs', field: 'asked' }],
    ['nothing said', { ...advice, text: ' ' }, { refused: 'needs', field: 'text' }],
  ])('refused: %s', (_name, deed, refusal) => {
    expect(act(received(), by, deed)).toEqual(refusal)
  })
  test('is kept, and is no hand-over', () => {
    const record = done(received(), by, advice)
    expect(record.adviceCalls).toMatchObject([{ partner: SAFE_HOME, said: 'Bel het wijkteam.' }])
    expect([record.routes, record.state]).toEqual([[], 'inTriage'])
    expect(passagesOf(record).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Wat kunnen we doen?', 'Bel het wijkteam.']),
    )
  })
  const known = received({
    story: [
      {
        at: NOW,
        via: 'chat',
        text: 'Dragan Petrov rijdt in AB-123-C. Bel hem niet op 06 12345678. Hij woont aan de Havenweg 12.',
      },
    ],
  })
  test.each([
    ['Wat doen we met Dragan Petrov?', true],
    ['Wat doen we met dragan  petrov', true],
    ['Hij rijdt in AB123C', true],
    ['Aan de Havenweg 12 wonen mensen.', true],
    ['Wat doen we met een man die mensen laat werken?', false],
    ['Er is een weg bij de haven.', false],
  ])('a name in it is pointed out: %s', (asked, found) => {
    expect(namesIn(known, asked).length > 0).toBe(found)
    const decided = act(known, by, { ...advice, asked })
    expect('refused' in decided ? decided.refused : 'kept').toBe(found ? 'namesIn' : 'kept')
    expect(done(known, by, { ...advice, asked, warned: 'yes' }).adviceCalls).toHaveLength(1)
  })
})

describe('what cannot wait', () => {
  const withPhones: Municipality = {
    ...town,
    onCall: '06-00000009',
    partners: town.partners.map((p) =>
      p.id === 'politie-avim'
        ? { ...p, kind: 'avim' as const, ways: [{ by: 'telephone' as const, phone: '0900-8844' }] }
        : p,
    ),
  }
  test('who is called, in which order, with the numbers', () => {
    expect(contactsOf(withPhones, NOW, MARIEKE).map(({ id, phone }) => [id, phone])).toEqual([
      ['112', '112'],
      ['partner:politie-avim', '0900-8844'],
      [`officer:${JOOST}`, expect.any(String)],
      [`officer:${ELLEN}`, expect.any(String)],
      ['onCall', '06-00000009'],
    ])
    // Without kinds the police is known by what it is called; without a number for it, by its own words.
    const kindless = {
      ...town,
      partners: town.partners.map(({ kind: _kind, ways: _ways, contacts: _contacts, ...partner }) => partner),
    }
    expect(contactsOf(kindless, NOW, JOOST).map(({ id, phone }) => [id, phone])).toEqual([
      ['112', '112'],
      ['partner:politie-avim', undefined],
      [`officer:${MARIEKE}`, expect.any(String)],
      [`officer:${ELLEN}`, expect.any(String)],
    ])
  })
  test('one press makes it acute and rings; then it is noted who was called', () => {
    const record = done(received(), by, { do: 'escalate' })
    expect([record.urgency, record.takenBy]).toEqual(['acute', MARIEKE])
    const rung = record.effects.flatMap((effect) => (effect.kind === 'alarm' ? [effect.to] : []))
    expect(rung.sort()).toEqual(['channel', JOOST].sort())
    const step = { do: 'escalationStep', contact: '112', reached: 'reached', text: 'Een auto komt.' } as const
    expect(act(received(), by, step)).toEqual({ refused: 'notNow' })
    expect(act(record, by, { ...step, contact: 'iemand' })).toEqual({ refused: 'needs', field: 'contact' })
    expect(act(record, by, { ...step, reached: undefined })).toEqual({ refused: 'needs', field: 'reached' })
    const noted = done(record, by, step)
    expect(noted.escalations).toMatchObject([
      { by: MARIEKE, steps: [{ contact: '112', reached: 'reached', text: 'Een auto komt.' }] },
    ])
    // Once more: it rings again, and what was done stays.
    const again = done(delivered(noted), by, { do: 'escalate' })
    expect(again.escalations).toHaveLength(2)
    expect(again.effects.some(({ kind }) => kind === 'alarm')).toBe(true)
  })
})
