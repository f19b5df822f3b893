/**
 * The third degree in the core: what is told waits for the person with the code, and no moment says who that is (I.1,
 * A041).
 */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { dayOnly, withoutMoments } from '../../../services/signal/reading/anonymousTimes.ts'
import { SignalRecord } from '../../../services/signal/record.ts'
import { Urgency } from '../../../services/signal/words.ts'
import { CodeId, Instant } from '../../../services/words.ts'
import {
  act,
  decision,
  delivered,
  done,
  later,
  MARIEKE,
  NOW,
  officer,
  press,
  received,
  reporter,
  setting,
  TODAY,
  town,
} from '../../kit/signals.ts'

const by = officer(MARIEKE)
const code = CodeId.parse('c'.repeat(64))
const MIDNIGHT = '2026-11-23T23:00:00.000Z'
const TOMORROW = 26 * 3_600_000
const anonymous = (fields: Parameters<typeof received>[0] = {}) =>
  delivered(received({ degree: 'anonymous', vaultKey: undefined, code, ...fields }, setting(439_123)))
const about = ({ code: it }: SignalRecord) => it?.waiting.map(({ message }) => message.about)

describe('what is told waits at the code', () => {
  test('a question, the decision, the hand-over, feedback and the end, each with its day; nobody is sent anything', () => {
    let record = done(anonymous(), by, { do: 'ask', text: 'Hoe oud?' })
    record = done(record, by, decision(), { at: setting(TOMORROW) })
    record = done(
      record,
      by,
      { do: 'handOver', route: record.routes[0]?.id ?? '' },
      { at: setting(TOMORROW) },
    )
    const answered = {
      do: 'partnerAnswered',
      route: record.routes[0]?.id ?? '',
      what: 'takenUp',
      text: '',
    } as const
    record = done(record, by, answered, { at: setting(TOMORROW) })
    expect(act(record, by, { do: 'close' }, { at: setting(TOMORROW) })).toEqual({ refused: 'feedbackFirst' })
    record = done(record, by, { do: 'feedBack', form: 'message', text: 'Dank' }, { at: setting(TOMORROW) })
    record = done(record, by, { do: 'close' }, { at: setting(TOMORROW) })
    expect(about(record)).toEqual([
      'received',
      'question',
      'decided',
      'handedOver',
      'takenUp',
      'feedback',
      'closed',
    ])
    expect(record.code?.waiting.map(({ day }) => day)).toEqual([TODAY, TODAY, ...Array(5).fill('2026-11-25')])
    expect(record.effects.filter(({ kind }) => kind === 'tellReporter' || kind === 'nudgeReporter')).toEqual(
      [],
    )
    expect(record.closing).not.toHaveProperty('whyNoFeedback')
    expect(SignalRecord.parse(record)).toEqual(record)
  })

  test('no action, told with its reason, is feedback here too; "not yet" asks why', () => {
    const none = decision({ outcome: 'noAction', routes: [], safeReason: 'tooLittle' })
    expect(done(anonymous(), by, none)).toMatchObject({ state: 'fedBack' })
    expect(act(anonymous(), by, decision({ tell: { form: 'notYet' } }))).toEqual({
      refused: 'needs',
      field: 'tellWhy',
    })
  })

  test('advice in a sparren, and what is left of one that was enough', () => {
    const sparren = done(anonymous({ kind: 'consultation' }), by, { do: 'advise', text: 'Kijk eens' })
    expect(about(sparren)).toEqual(['received', 'advice'])
    const end = act(sparren, reporter, { do: 'chooseConsultation', choice: 'enough' })
    expect(end).toMatchObject({ done: 'ended', tombstone: { code } })
  })

  test('destroyed at its end: what leads to it goes with it', () => {
    const none = decision({ outcome: 'noAction', routes: [], safeReason: 'tooLittle' })
    const closed = done(done(anonymous(), by, none), by, { do: 'close' })
    const listed = done(closed, by, { do: 'erase', reason: 'Onrechtmatig' })
    expect(act(listed, by, { do: 'destroy' })).toMatchObject({ done: 'ended', tombstone: { code } })
  })

  test('shown: on which day, once; the revision stays and no bell rings', () => {
    const asked = delivered(done(anonymous(), by, { do: 'ask', text: 'Hoe oud?' }))
    const first = done(asked, reporter, { do: 'shown', count: 1 })
    expect(first.code?.waiting.map(({ shownOn }) => shownOn)).toEqual([TODAY, undefined])
    expect([first.revision, first.effects, first.taken]).toEqual([asked.revision, [], asked.taken])
    expect(first.audit.at(-1)).toMatchObject({ by: 'reporter', what: 'shown', at: MIDNIGHT })
    expect(act(first, reporter, { do: 'shown', count: 1 })).toEqual({ refused: 'already' })
    const second = done(first, reporter, { do: 'shown', count: 2 }, { at: setting(TOMORROW) })
    expect(second.code?.waiting.map(({ shownOn }) => shownOn)).toEqual([TODAY, '2026-11-25'])
    expect(act(asked, by, { do: 'note', text: 'x' }, { id: press() })).toMatchObject({ done: 'changed' })
  })

  test('only who reported is shown anything, and only where there is a code', () => {
    expect(act(received(), reporter, { do: 'shown', count: 1 })).toEqual({ refused: 'already' })
    expect(act(anonymous(), by, { do: 'shown', count: 1 })).toEqual({ refused: 'notAllowed' })
  })
})

describe('privacy: moments of an anonymous signal', () => {
  const danger = { at: later(1_000), called112: 'yes' as const, takenBackAt: later(2_000) }
  const odd = (record: SignalRecord) => {
    const { effects: _underWay, ...kept } = record
    return (
      JSON.stringify(kept)
        .match(/2026-\d\d-\d\dT[^"]*/g)
        ?.filter((at) => !at.endsWith(':00:00.000Z')) ?? []
    )
  }

  test('what the reporter does keeps its day', () => {
    const at = setting(439_123)
    const story = [{ at: later(120_123), via: 'chat' as const, text: 'Iets' }]
    let record = received({ degree: 'anonymous', code, danger, story }, at)
    expect(odd(record)).toEqual([])
    expect(record).toMatchObject({ receivedAt: MIDNIGHT, danger: { at: MIDNIGHT, takenBackAt: MIDNIGHT } })
    record = done(delivered(record), by, { do: 'ask', text: 'Hoe oud?' })
    const question = record.questions[0]?.id
    const answer = {
      do: 'answer',
      question,
      how: 'text',
      text: 'Acht',
      attachmentsRefused: 0,
      acute: false,
    } as const
    record = done(record, reporter, answer, { at: setting(939_456) })
    expect(record.questions[0]?.answer?.at).toBe(MIDNIGHT)
    record = done(record, reporter, { do: 'withdraw' }, { at: setting(1_239_456) })
    expect(record.closing?.at).toBe(MIDNIGHT)
    expect(odd(record)).toEqual([])
  })

  test('its trail says days only, of officers too: what they do lies close to what the reporter did', () => {
    let record = anonymous()
    for (const deed of [{ do: 'view' }, { do: 'take' }, { do: 'called', reached: 'notReached' }] as const)
      record = done(record, by, deed, { at: setting(777_777) })
    expect(new Set(record.audit.map(({ at }) => at))).toEqual(new Set([MIDNIGHT]))
  })

  test('any other degree keeps them', () => {
    const record = received({ danger }, setting(439_123))
    expect(withoutMoments(record, town)).toBe(record)
    expect(record.receivedAt).toBe(later(439_123))
  })

  test.each([
    // 10:07:19 in Amsterdam.
    ['acute', '2026-11-24T09:30:00.000Z'],
    ['high', '2026-11-24T11:00:00.000Z'],
    ['normal', '2026-11-25T16:00:00.000Z'],
    ['soft', '2026-11-25T16:00:00.000Z'],
  ] as const)('the clock of %s is set with the real moment, and kept rounded up', (urgency, respond) => {
    const record = anonymous({ urgency })
    expect(record.due.respond).toBe(respond)
    // Met: then it says nothing any more.
    const taken = done(record, by, { do: 'take' })
    expect(taken.due.respond).toBe(dayOnly(Instant.parse(respond), town))
  })

  test('never earlier than the real clock, and never an hour later', () => {
    const hours = fc.integer({ min: 0, max: 400 * 24 * 3_600 })
    fc.assert(
      fc.property(hours, fc.constantFrom(...Urgency.options), (seconds, urgency) => {
        const at = setting(seconds * 1_000)
        const real = received({ urgency }, at).due
        const coarse = received({ degree: 'anonymous', code, urgency }, at).due
        for (const clock of ['respond', 'decide'] as const) {
          const later = Date.parse(coarse[clock]) - Date.parse(real[clock])
          expect(later).toBeGreaterThanOrEqual(0)
          expect(later).toBeLessThan(urgency === 'acute' ? 15 * 60_000 : 3_600_000)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('a day begins in the municipality, in summer time too', () => {
    expect(dayOnly(NOW, town)).toBe(MIDNIGHT)
    expect(dayOnly(Instant.parse('2026-07-01T22:30:00.000Z'), town)).toBe('2026-07-01T22:00:00.000Z')
  })
})
