/** *Verstuur*: how urgent, who answers for it, whom it rings, and what is not kept of whom nobody may know. */
import { describe, expect, test } from '@jest/globals'
import { clocks } from '../../../services/municipality/workingTime.ts'
import { dayOnly } from '../../../services/signal/reading/anonymousTimes.ts'
import { SignalRecord } from '../../../services/signal/record.ts'
import { Called112, Degree, Kind, Urgency } from '../../../services/signal/words.ts'
import { CodeId, Instant } from '../../../services/words.ts'
import {
  ELLEN,
  JOOST,
  later,
  MARIEKE,
  NOW,
  received,
  setting,
  TODAY,
  town,
  withRota,
} from '../../kit/signals.ts'

const danger = { at: NOW, called112: 'unknown' } as const
const takenBack = { ...danger, takenBackAt: later(5) }
const card = (activity: string) => ({
  serviceUrl: 'https://teams.example/v3',
  conversation: '19:c',
  activity,
})
const kindsOf = (record: SignalRecord) => record.effects.map((effect) => effect.kind)
const rung = (record: SignalRecord) => record.effects.flatMap((e) => (e.kind === 'alarm' ? [e.to] : []))
const mended = (record: SignalRecord) =>
  record.effects.flatMap((e) => (e.kind === 'mendAlarm' ? [`${e.posted.activity} ${e.state}`] : []))

describe('how urgent', () => {
  const yes = { minor: 'yes' } as const
  test.each([
    ['as the reporter says: soft', { urgency: 'soft' }, 'soft'],
    ['as the reporter says: normal', { urgency: 'normal' }, 'normal'],
    ['as the reporter says: high', { urgency: 'high' }, 'high'],
    ['as the reporter says: acute', { urgency: 'acute' }, 'acute'],
    ['words of danger win', { urgency: 'soft', danger }, 'acute'],
    ['danger that was taken back is looked at today', { urgency: 'soft', danger: takenBack }, 'high'],
    ['danger that was taken back, and now chosen', { urgency: 'acute', danger: takenBack }, 'acute'],
    ['a minor is at least high', { urgency: 'soft', form: yes }, 'high'],
    ['a minor in danger is acute', { urgency: 'acute', form: yes }, 'acute'],
    ['no minor changes nothing', { urgency: 'soft', form: { minor: 'no' } }, 'soft'],
    ['being sure does not lower', { urgency: 'high', certainty: 'gut' }, 'high'],
  ] as const)('%s', (_name, fields, urgency) => {
    expect(received(fields).urgency).toBe(urgency)
  })

  test.each(Urgency.options)('%s has its clocks', (urgency) => {
    expect(received({ urgency }).due).toEqual(clocks(urgency, NOW, town))
  })

  test('advice that is not pressed for has the longer clock (C2), advice in danger has not', () => {
    const due = (fields: Parameters<typeof received>[0]) => received({ kind: 'consultation', ...fields }).due
    expect(due({})).toEqual(clocks('soft', NOW, town))
    expect(due({ urgency: 'high' })).toEqual(clocks('high', NOW, town))
    expect(due({ danger })).toEqual(clocks('acute', NOW, town))
  })
})

describe('who answers for it, from the first second (A104)', () => {
  test.each([
    ['the officer', undefined, MARIEKE],
    ['the deputy, while the officer is away', JOOST, JOOST],
    ['the head, while neither is there', ELLEN, ELLEN],
  ] as const)('%s', (_name, stands, accountable) => {
    const record = received({}, setting(0, stands ? withRota(stands) : undefined))
    expect(record).toMatchObject({ accountable, state: 'received' })
    expect(record.takenBy).toBeUndefined()
  })

  test('by the day in the municipality, not by that in Greenwich', () => {
    const rota = { ...town, rota: [{ officer: JOOST, from: TODAY, until: TODAY }] }
    const at = (now: string) => received({}, { ...setting(0, rota), now: Instant.parse(now) }).accountable
    expect(at('2026-11-24T22:59:59.000Z')).toBe(JOOST)
    expect(at('2026-11-24T23:00:00.000Z')).toBe(MARIEKE)
  })
})

describe('whom it rings', () => {
  test('nobody, when there is no danger', () => expect(rung(received())).toEqual([]))

  test('the channel, the person on duty and the next in line, when danger was only chosen', () => {
    expect(rung(received({ urgency: 'acute' }))).toEqual(['channel', MARIEKE, JOOST])
    const joost = setting(0, withRota(JOOST))
    expect(rung(received({ urgency: 'acute' }, joost))).toEqual(['channel', JOOST, MARIEKE])
  })

  test('nobody again who was rung while it was a draft: those cards say that it is sent', () => {
    const record = received({ danger, alarms: [card('1'), card('2')] })
    expect(rung(record)).toEqual([])
    expect(mended(record)).toEqual(['1 sent', '2 sent'])
    expect(record.alarms).toHaveLength(2)
  })

  test('whom the alarm had not reached yet', () => {
    expect(rung(received({ danger, alarms: [card('1')], unrung: [JOOST] }))).toEqual([JOOST])
  })

  test('everybody, when danger was taken back and then chosen after all', () => {
    const chosen = { danger, urgency: 'acute', alarms: [card('1')], unrung: ['channel', MARIEKE] } as const
    const record = received({ ...chosen, alarms: [...chosen.alarms], unrung: [...chosen.unrung] })
    expect(rung(record)).toEqual(['channel', MARIEKE])
  })

  test('nobody, when it was taken back: those cards stay so', () => {
    const record = received({ danger: takenBack, alarms: [card('1')] })
    expect(rung(record)).toEqual([])
    expect(mended(record)).toEqual(['1 takenBack'])
  })
})

describe('who may be known', () => {
  test('the receipt takes the place of the echo', () => {
    const [first] = received({ replaces: 'echo-1' }).effects
    expect(first).toMatchObject({ kind: 'tellReporter', message: { about: 'received', replaces: 'echo-1' } })
  })

  test('anonymous: no key, nobody to tell, whatever is handed in', () => {
    const record = received({ degree: 'anonymous', danger, replaces: 'echo-1' })
    expect(record.vaultKey).toBeUndefined()
    expect(kindsOf(record)).toEqual(['doorbell', 'alarm', 'alarm', 'alarm'])
    expect(JSON.stringify(record)).not.toContain('echo-1')
  })

  test('anonymous with a code: where it is kept, and that the receipt waits there', () => {
    const code = CodeId.parse('c'.repeat(64))
    const record = received({ degree: 'anonymous', code, replaces: 'echo-1' })
    expect(record.code).toEqual({ id: code, waiting: [{ day: TODAY, message: { about: 'received' } }] })
    expect(kindsOf(record)).toEqual(['doorbell'])
    for (const degree of ['confidential', 'unknown'] as const)
      expect(received({ degree, code }).code).toBeUndefined()
  })

  test.each(['confidential', 'unknown'] as const)('%s: a key, and a receipt', (degree) => {
    const record = received({ degree })
    expect(record.vaultKey).toBeDefined()
    expect(kindsOf(record)).toEqual(['tellReporter', 'doorbell'])
  })
})

test('every choice gives a record that parses, at revision 1, with one line in its trail', () => {
  for (const kind of Kind.options)
    for (const degree of Degree.options)
      for (const urgency of Urgency.options)
        for (const called112 of Called112.options) {
          const record = received({ kind, degree, urgency, danger: { at: NOW, called112 } })
          expect(SignalRecord.parse(record)).toEqual(record)
          expect(record).toMatchObject({ revision: 1, fromConsultation: kind === 'consultation' })
          expect(record.audit).toEqual([
            {
              at: degree === 'anonymous' ? dayOnly(NOW, town) : NOW,
              by: 'reporter',
              what: 'report',
              number: 1,
              hash: expect.stringMatching(/^[0-9a-f]{64}$/),
            },
          ])
        }
})

test('nothing refuses it: not a word, no form, no proof (A003, A012)', () => {
  expect(received({ story: [], form: undefined, certainty: 'gut' })).toMatchObject({ state: 'received' })
})
