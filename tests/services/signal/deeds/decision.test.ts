/** What a decision, a hand-over, feedback and closing ask for, and what they refuse. */
import { describe, expect, test } from '@jest/globals'
import { MOST_ANSWER_DAYS, MOST_MONITOR_DAYS } from '../../../../services/signal/deeds/decision.ts'
import { Outcome } from '../../../../services/signal/words.ts'
import { Day, PartnerId } from '../../../../services/words.ts'
import {
  ANSWER_BY,
  act,
  decision,
  delivered,
  done,
  firstRoute,
  MARIEKE,
  officer,
  POLICE,
  received,
  SAFE_HOME,
  setting,
  standing,
  TEAM,
  TODAY,
} from '../../../kit/signals.ts'

const by = officer(MARIEKE)
const day = (text: string) => Day.parse(text)
const route = (partner = SAFE_HOME, answerBy = ANSWER_BY) => ({ partner, answerBy })
const anonymous = () => received({ degree: 'anonymous', vaultKey: undefined })
const monitor = (until: string | undefined) =>
  decision({ outcome: 'monitor', routes: [], monitorUntil: until === undefined ? undefined : day(until) })

const NOTHING = decision({
  outcome: 'noAction',
  routes: [],
  safeReason: 'tooLittle',
  victimHelp: 'notApplicable',
})

describe('a decision', () => {
  const ok = { done: 'changed' }
  const needs = (field: string) => ({ refused: 'needs', field })
  const range = (field: string, most: number) => ({ refused: 'dayOutOfRange', field, most })
  const elsewhere = PartnerId.parse('niet-bekend')

  test.each([
    ['without a reason', received(), decision({ reason: ' \n' }), needs('reason')],
    ['without a lead', received(), decision({ lead: '' }), needs('lead')],
    ['with a lead that is none of ours', received(), decision({ lead: 'Iemand anders' }), needs('lead')],
    [
      'no action, without a safe reason',
      received(),
      decision({ outcome: 'noAction', routes: [] }),
      needs('safeReason'),
    ],
    ['monitoring without an end', received(), monitor(undefined), needs('monitorUntil')],
    ['monitoring that ends today', received(), monitor(TODAY), range('monitorUntil', MOST_MONITOR_DAYS)],
    ['monitoring that ended', received(), monitor('2026-11-23'), range('monitorUntil', MOST_MONITOR_DAYS)],
    ['monitoring until tomorrow', received(), monitor('2026-11-25'), ok],
    ['monitoring of 183 days', received(), monitor('2027-05-26'), ok],
    ['monitoring of 184 days', received(), monitor('2027-05-27'), range('monitorUntil', MOST_MONITOR_DAYS)],
    [
      'an unknown partner',
      received(),
      decision({ routes: [route(elsewhere)] }),
      { refused: 'unknownPartner', field: 'routes' },
    ],
    ['an answer asked today', received(), decision({ routes: [route(SAFE_HOME, TODAY)] }), ok],
    [
      'an answer asked yesterday',
      received(),
      decision({ routes: [route(SAFE_HOME, day('2026-11-23'))] }),
      range('answerBy', MOST_ANSWER_DAYS),
    ],
    [
      'an answer asked in 120 days',
      received(),
      decision({ routes: [route(SAFE_HOME, day('2027-03-24'))] }),
      ok,
    ],
    [
      'an answer asked in 121 days',
      received(),
      decision({ routes: [route(SAFE_HOME, day('2027-03-25'))] }),
      range('answerBy', MOST_ANSWER_DAYS),
    ],
    [
      'not telling yet, without saying why',
      received(),
      decision({ tell: { form: 'notYet', why: ' ' } }),
      needs('tellWhy'),
    ],
    [
      'not telling yet, and why',
      received(),
      decision({ tell: { form: 'notYet', why: 'Onderzoek loopt' } }),
      ok,
    ],
    ['not telling whom nobody can tell', anonymous(), decision({ tell: { form: 'notYet' } }), ok],
    [
      'a minor to the police alone',
      received(),
      decision({ minor: 'yes', outcome: 'police', routes: [route(POLICE)] }),
      { refused: 'victimCheck', field: 'victimCheck' },
    ],
    [
      'a minor to the police, looked at',
      received(),
      decision({ minor: 'yes', outcome: 'police', routes: [route(POLICE)], victimCheck: 'Gesproken' }),
      ok,
    ],
    [
      'a minor to police and care',
      received(),
      decision({ minor: 'yes', routes: [route(POLICE), route(SAFE_HOME)] }),
      ok,
    ],
    ...(['yes', 'unknown'] as const).flatMap((minor) => [
      [
        `nothing for a minor (${minor}), and no help`,
        received(),
        decision({ ...NOTHING, minor }),
        { refused: 'victimCheck', field: 'victimCheck' },
      ] as const,
      [
        `watching a minor (${minor}), without help, before its day is asked`,
        received(),
        decision({ minor, outcome: 'monitor', routes: [], victimHelp: 'notApplicable' }),
        { refused: 'victimCheck', field: 'victimCheck' },
      ] as const,
      [
        `nothing for a minor (${minor}), and why`,
        received(),
        decision({ ...NOTHING, minor, victimCheck: 'Hij is bij zijn ouders.' }),
        ok,
      ] as const,
      [
        `nothing for a minor (${minor}), with help`,
        received(),
        decision({ ...NOTHING, minor, victimHelp: 'arranged' }),
        ok,
      ] as const,
    ]),
    ['without saying whether there is a minor', received(), decision({ minor: undefined }), needs('minor')],
    [
      'perhaps a minor to the police alone',
      received(),
      decision({ minor: 'unknown', outcome: 'police', routes: [route(POLICE)] }),
      { refused: 'victimCheck', field: 'victimCheck' },
    ],
    [
      'perhaps a minor to the police, looked at',
      received(),
      decision({ minor: 'unknown', outcome: 'police', routes: [route(POLICE)], victimCheck: 'Gesproken' }),
      ok,
    ],
    [
      'an adult to the police alone',
      received(),
      decision({ outcome: 'police', routes: [route(POLICE)] }),
      ok,
    ],
    ['on sparren', received({ kind: 'consultation' }), decision(), { refused: 'stillConsultation' }],
  ])('%s', (_name, record, deed, expected) => {
    expect(act(record, by, deed)).toMatchObject(expected)
  })

  test.each(Outcome.options)('%s goes to a partner, or needs none', (outcome) => {
    const asked = decision({ outcome, routes: [], safeReason: 'explained', monitorUntil: day('2026-12-24') })
    const alone = outcome === 'noAction' || outcome === 'monitor'
    expect(act(received(), by, asked)).toMatchObject(
      alone ? { done: 'changed' } : { refused: 'needs', field: 'routes' },
    )
  })

  test('keeps the end of a monitoring, and of nothing else', () => {
    const until = day('2026-12-24')
    expect(done(received(), by, monitor(until)).decisions.at(-1)?.monitorUntil).toBe(until)
    expect(
      done(received(), by, decision({ monitorUntil: until })).decisions.at(-1)?.monitorUntil,
    ).toBeUndefined()
  })

  test('plans a partner once, and takes back what was only planned', () => {
    const twice = done(received(), by, decision({ routes: [route(), route(SAFE_HOME, day('2026-12-10'))] }))
    expect(twice.routes.map((r) => [r.partner, r.answerBy])).toEqual([[SAFE_HOME, ANSWER_BY]])
    const other = done(twice, by, decision({ routes: [route(TEAM)] }))
    expect(other.routes.map((r) => [r.partner, r.state])).toEqual([[TEAM, 'planned']])
  })

  test('leaves with a partner what the partner has, and asks again who answered', () => {
    const handed = standing('signal', 'handedOver')
    const both = done(handed, by, decision({ routes: [route(), route(POLICE)] }))
    expect(both.routes.map((r) => [r.partner, r.state])).toEqual([
      [SAFE_HOME, 'handedOver'],
      [POLICE, 'planned'],
    ])
    const again = done(standing('signal', 'fedBack'), by, decision({ routes: [route()] }), { at: setting(5) })
    expect(again.routes.map((r) => r.state)).toEqual(['answered', 'planned'])
  })

  test('told by message: the reporter hears of it; otherwise an officer tells it', () => {
    const told = (form: 'message' | 'call' | 'meeting' | 'notYet') =>
      done(delivered(received()), by, decision({ tell: { form, why: 'Straks' } })).effects.map((e) => e.kind)
    expect(told('message')).toEqual(['tellReporter', 'doorbell'])
    for (const form of ['call', 'meeting', 'notYet'] as const) expect(told(form)).toEqual(['doorbell'])
  })

  test('no action, told by message, is all there is to tell; in any other form it still has to be told', () => {
    const none = (form: 'message' | 'call') =>
      done(
        received(),
        by,
        decision({ outcome: 'noAction', routes: [], safeReason: 'notOurs', tell: { form } }),
      )
    expect(none('message')).toMatchObject({
      state: 'fedBack',
      feedback: [{ form: 'message', text: 'notOurs' }],
    })
    expect(act(none('message'), by, { do: 'close' })).toMatchObject({ done: 'changed' })
    expect(none('call')).toMatchObject({ state: 'decided', feedback: [] })
    expect(act(none('call'), by, { do: 'close' })).toEqual({ refused: 'feedbackFirst' })
  })

  test('the lead that it has stays possible when the list has changed (A103)', () => {
    const record = done(received(), by, decision({ lead: 'Wijkteam' }))
    const shorter = { ...setting(1).municipality, leads: ['Ketenregisseur mensenhandel'] }
    expect(act(record, by, decision({ lead: 'Wijkteam' }), { at: setting(1, shorter) })).toMatchObject(ok)
  })
})

describe('a hand-over and its answer', () => {
  const decided = standing('signal', 'decided')
  const handOver = { do: 'handOver', route: firstRoute(decided) } as const
  const answered = {
    do: 'partnerAnswered',
    route: firstRoute(decided),
    what: 'takenUp',
    text: 'Zij bellen',
  } as const

  test('records who and when, once', () => {
    const handed = done(decided, by, handOver, { at: setting(7) })
    expect(handed.routes[0]).toMatchObject({
      state: 'handedOver',
      handedOverAt: setting(7).now,
      handedOverBy: MARIEKE,
    })
    expect(act(handed, by, handOver)).toEqual({ refused: 'already' })
  })

  test('of another signal is not known here', () => {
    const { id } = received()
    expect(act(decided, by, { do: 'handOver', route: id })).toEqual({ refused: 'notNow' })
    expect(act(decided, by, { ...answered, route: id })).toEqual({ refused: 'notNow' })
  })

  test('the reporter hears of it when the decision was told by message', () => {
    const quiet = done(received(), by, decision({ tell: { form: 'call' } }))
    const handed = done(delivered(quiet), by, { do: 'handOver', route: firstRoute(quiet) })
    expect(handed.effects.map((e) => e.kind)).toEqual(['doorbell'])
  })

  test('an answer comes after it; a later one takes its place; the same one is one', () => {
    expect(act(decided, by, answered)).toEqual({ refused: 'notNow' })
    const once = done(done(decided, by, handOver), by, answered)
    expect(act(once, by, answered)).toEqual({ refused: 'already' })
    const twice = done(once, by, { ...answered, what: 'notTakenUp' })
    expect(twice.routes[0]).toMatchObject({ state: 'answered', answer: { what: 'notTakenUp' } })
  })
})

describe('feedback and the end', () => {
  const decided = standing('signal', 'decided')
  const fedBack = standing('signal', 'fedBack')

  test.each(['message', 'call', 'meeting', 'none'] as const)('%s without a word is refused', (form) => {
    const field = form === 'none' ? 'reason' : 'text'
    expect(act(decided, by, { do: 'feedBack', form, text: ' ' })).toEqual({ refused: 'needs', field })
  })

  test('nobody is told a message whom no message reaches', () => {
    const record = done(anonymous(), by, decision())
    expect(act(record, by, { do: 'feedBack', form: 'message', text: 'Dank' })).toEqual({
      refused: 'unreachable',
    })
    expect(done(record, by, { do: 'feedBack', form: 'none', text: 'Anoniem' }).state).toBe('fedBack')
  })

  test('feedback before a new decision does not count for it (A121)', () => {
    const anew = done(fedBack, by, monitor('2026-12-24'), { at: setting(5) })
    expect(act(anew, by, { do: 'close' }, { at: setting(6) })).toEqual({ refused: 'feedbackFirst' })
    const told = done(anew, by, { do: 'feedBack', form: 'call', text: 'Gebeld' }, { at: setting(6) })
    expect(done(told, by, { do: 'close' }, { at: setting(7) }).closing).toEqual({
      at: setting(7).now,
      by: MARIEKE,
      how: 'closed',
    })
  })

  test('feedback that never arrived does not count either', () => {
    const [feedback] = fedBack.feedback
    const id = '00000000-0000-4000-8000-000000000001'
    const lost = {
      ...fedBack,
      effects: [
        {
          id,
          at: setting().now,
          attempts: 18,
          deadLetter: 'unreachable' as const,
          kind: 'tellReporter' as const,
          message: { about: 'feedback' as const, feedback: feedback?.id ?? '' },
        },
      ],
    }
    expect(act(lost, by, { do: 'close' })).toEqual({ refused: 'feedbackFirst' })
    const instead = done(lost, by, { do: 'feedBack', form: 'none', text: 'Uit dienst' }, { at: setting(9) })
    expect(act(instead, by, { do: 'close' })).toMatchObject({ done: 'changed' })
  })

  test('an anonymous one closes without, and that is the recorded reason', () => {
    const record = done(
      anonymous(),
      by,
      decision({ outcome: 'noAction', routes: [], safeReason: 'tooLittle' }),
    )
    expect(record).toMatchObject({ state: 'decided', feedback: [], effects: expect.anything() })
    const closed = done(record, by, { do: 'close' })
    expect(closed.closing).toMatchObject({ how: 'closed', whyNoFeedback: 'anonymous' })
    expect(closed.effects.filter((e) => e.kind === 'tellReporter')).toEqual([])
  })

  test('a reporter who is not told, for a recorded reason, is not told of the end either', () => {
    const end = (form: 'call' | 'none') => {
      const record = done(fedBack, by, { do: 'feedBack', form, text: 'Zo besloten' })
      return done(delivered(record), by, { do: 'close' }).effects.map((e) => e.kind)
    }
    expect(end('call')).toEqual(['tellReporter', 'doorbell'])
    expect(end('none')).toEqual(['doorbell'])
  })

  test('no route is left open, not even one that was only planned', () => {
    const planned = done(fedBack, by, decision({ routes: [route(TEAM)] }), { at: setting(5) })
    const told = done(planned, by, { do: 'feedBack', form: 'call', text: 'Gebeld' }, { at: setting(6) })
    expect(act(told, by, { do: 'close' })).toEqual({ refused: 'routesOpen' })
    // It was never handed over after all: a new decision takes it out.
    const without = done(told, by, monitor('2026-12-24'), { at: setting(7) })
    const again = done(without, by, { do: 'feedBack', form: 'call', text: 'Gebeld' }, { at: setting(8) })
    expect(act(again, by, { do: 'close' })).toMatchObject({ done: 'changed' })
  })
})
