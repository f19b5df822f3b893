/** A reporter who never hears back cannot be: feedback that fails also after the end, by order and not by moment (A121). */
import { describe, expect, test } from '@jest/globals'
import { isWorking } from '../../../../services/agenda/entry.ts'
import { feedbackComesBack } from '../../../../services/outbox/comesBack.ts'
import type { Effect } from '../../../../services/outbox/effect.ts'
import type { DeliveryResult } from '../../../../services/outbox/result.ts'
import { settleRecord } from '../../../../services/outbox/settle.ts'
import { decide } from '../../../../services/signal/decide.ts'
import { parseStored, storedSignal } from '../../../../services/signal/handle.ts'
import { feedbackStands, isTold, toTellAgain } from '../../../../services/signal/reading/feedback.ts'
import { reporterIsOver, reporterUntil } from '../../../../services/signal/reading/retentionTerm.ts'
import { SignalRecord } from '../../../../services/signal/record.ts'
import { SafeReason } from '../../../../services/signal/words.ts'
import { CodeId } from '../../../../services/words.ts'
import {
  ANSWER_BY,
  act,
  decision,
  delivered,
  done,
  JOOST,
  later,
  MARIEKE,
  officer,
  press,
  received,
  reporter,
  setting,
  town,
} from '../../../kit/signals.ts'

const by = officer(MARIEKE)
const DAY = 24 * 3_600_000
const monitor = decision({ outcome: 'monitor', routes: [], monitorUntil: ANSWER_BY })
const noAction = decision({ outcome: 'noAction', routes: [], safeReason: SafeReason.enum.tooLittle })
const feedBack = (form: 'message' | 'call' | 'none' = 'message') =>
  ({ do: 'feedBack', form, text: 'Dank je wel' }) as const

const isTell = (e: Effect) => e.kind === 'tellReporter'
const toReporter = (record: SignalRecord) => record.effects.filter(isTell)
const others = (record: SignalRecord) => record.effects.filter((e) => !isTell(e))
const only = (record: SignalRecord, about: string) =>
  toReporter(record).filter((e) => e.kind === 'tellReporter' && e.message.about === about)

type Why = 'gone' | 'refused' | 'away' | 'unreachable'
/** What came of the messages: given up for good. */
const givesUp = (effects: readonly Effect[], failed: Why = 'refused'): DeliveryResult[] =>
  effects.map((effect) => ({ effect, ok: false, failed, final: true }))
const quiet = (record: SignalRecord): SignalRecord => ({ ...record, effects: toReporter(record) })

/** Decided, fed back and closed in one go, the message still on its way. */
function closed(fields: Parameters<typeof received>[0] = {}): SignalRecord {
  const decided = delivered(done(received(fields), by, monitor))
  const told = done(decided, by, feedBack(), { at: setting(1) })
  return quiet(done(told, by, { do: 'close' }, { at: setting(2) }))
}

const lost = (record = closed(), why: Why = 'refused') =>
  settleRecord(record, givesUp(only(record, 'feedback'), why), later(60_000))

describe('closed at once, while the feedback is on its way', () => {
  test('is calm: it counts as told, and nobody is waited for', () => {
    const record = closed()
    expect([feedbackStands(record), isTold(record), toTellAgain(record)]).toEqual(['underWay', true, false])
    expect(isWorking(record)).toBe(false)
    const arrived = settleRecord(
      record,
      toReporter(record).map((effect) => ({ effect, ok: true })),
      later(9),
    )
    expect([feedbackStands(arrived), isWorking(arrived), arrived.effects]).toEqual(['told', false, []])
  })

  test.each(['refused', 'away', 'unreachable'] as const)('and is given up (%s): it is open again', (why) => {
    const record = lost(closed(), why)
    expect([feedbackStands(record), isTold(record), toTellAgain(record)]).toEqual(['lost', false, true])
    expect([isWorking(record), storedSignal(record, town).dueAt]).toEqual([true, expect.any(String)])
    expect(others(record)).toMatchObject([
      { kind: 'doorbell' },
      { kind: 'tellOfficer', officer: MARIEKE, notice: 'feedbackFailed' },
    ])
    expect(record).toMatchObject({ state: 'closed', revision: closed().revision })
    // As it is stored.
    expect(SignalRecord.parse(JSON.parse(JSON.stringify(record)))).toEqual(record)
  })

  test('the mark that is made twice, or comes again, rings once', () => {
    const once = lost()
    const twice = settleRecord(once, givesUp(only(closed(), 'feedback')), later(61_000))
    expect(others(twice)).toEqual(others(once))
    const known = { ...once, effects: toReporter(once) }
    expect(others(settleRecord(known, givesUp(only(known, 'closed'), 'away'), later(62_000)))).toEqual([])
    // From the same record, with the answer of the first save lost: the same names, so that it is one thing.
    const record = closed()
    expect(lost(record)).toEqual(lost(record))
  })

  test('it was left by an instance that died, and given up by that', () => {
    const before = closed()
    const after = {
      ...before,
      effects: before.effects.map((e) =>
        only(before, 'feedback').some(({ id }) => id === e.id)
          ? { ...e, deadLetter: 'outcomeUnknown' as const }
          : e,
      ),
    }
    expect(others(feedbackComesBack(before, after))).toMatchObject([
      { kind: 'doorbell' },
      { kind: 'tellOfficer', notice: 'feedbackFailed' },
    ])
  })

  test('"no action" is told with the decision: when that is given up it comes back too', () => {
    const decided = quiet(done(received(), by, noAction))
    const record = quiet(done(decided, by, { do: 'close' }))
    const given = settleRecord(record, givesUp(only(record, 'decided')), later(1))
    expect([feedbackStands(given), toTellAgain(given)]).toEqual(['lost', true])
    // A message of its own that followed at the same moment is another thing.
    const more = quiet(done(decided, by, feedBack()))
    const both = quiet(done(more, by, { do: 'close' }))
    expect(toTellAgain(settleRecord(both, givesUp(only(both, 'decided')), later(1)))).toBe(false)
  })

  test('only the message about the end does not arrive: the feedback did, and nobody is called back', () => {
    const record = closed()
    const [feedback] = only(record, 'feedback')
    if (!feedback) throw new Error('Nothing is on its way.')
    const results: DeliveryResult[] = [{ effect: feedback, ok: true }, ...givesUp(only(record, 'closed'))]
    const after = settleRecord(record, results, later(1))
    expect(after.effects).toMatchObject([{ message: { about: 'closed' }, deadLetter: 'refused' }])
    expect([toTellAgain(after), isWorking(after)]).toEqual([false, false])
  })

  test('the reporter has left: that is the reason, it is recorded, and nobody is asked to do anything', () => {
    const record = lost(closed(), 'gone')
    expect([toTellAgain(record), isWorking(record)]).toEqual([false, false])
    expect(record.closing).toMatchObject({ how: 'closed', whyNoFeedback: 'unreachable' })
    expect(others(record)).toEqual([])
    expect(act(record, by, feedBack('call'))).toEqual({ refused: 'closed' })
    // Whoever writes is there: then they were never told.
    const back = done(record, reporter, { do: 'talk' })
    expect([toTellAgain(back), isWorking(back)]).toEqual([true, true])
    expect(back.effects.map((e) => e.kind)).toContain('doorbell')
  })

  test('first it was given up, then the end finds that the reporter has left: nothing is asked any more', () => {
    const first = lost()
    const over = settleRecord(first, givesUp(only(first, 'closed'), 'gone'), later(99_000))
    expect([toTellAgain(over), over.closing?.whyNoFeedback]).toEqual([false, 'unreachable'])
  })
})

describe('telling it again, on the closed signal', () => {
  test.each(['call', 'none'] as const)(
    '%s: off the list, in the audit trail, and no failure stays',
    (form) => {
      const record = done(lost(), by, feedBack(form), { at: setting(DAY) })
      expect([toTellAgain(record), isWorking(record), record.state]).toEqual([false, false, 'closed'])
      expect(record.effects.filter((e) => e.deadLetter)).toEqual([])
      expect(record.audit.at(-1)).toMatchObject({ by: MARIEKE, what: 'feedBack' })
      expect(record.audit.at(-1)?.to).toBeUndefined()
      expect(record.feedback.map((each) => each.lost === true)).toEqual([true, false])
      expect(act(record, by, feedBack('call'))).toEqual({ refused: 'closed' })
    },
  )

  test('by message once more: closed while it is on its way, back when that is given up too', () => {
    const again = quiet(done(lost(), by, feedBack(), { at: setting(DAY) }))
    expect([feedbackStands(again), isWorking(again)]).toEqual(['underWay', false])
    const twice = lost(again)
    expect(toTellAgain(twice)).toBe(true)
    expect(others(twice)).toHaveLength(2)
    expect(new Set([...others(twice), ...others(lost())].map(({ id }) => id)).size).toBe(4)
  })

  test('nothing else can be done with it, and it is not offered for a reporter who heard', () => {
    const record = lost()
    for (const deed of [{ do: 'note', text: 'Nog iets' }, { do: 'take' }, { do: 'close' }, noAction] as const)
      expect(act(record, by, deed)).toEqual({ refused: 'closed' })
    expect(act(closed(), by, feedBack())).toEqual({ refused: 'closed' })
    expect(act(delivered(closed()), by, feedBack('none'))).toEqual({ refused: 'closed' })
    expect(act(record, by, { do: 'feedBack', form: 'none', text: ' ' })).toEqual({
      refused: 'needs',
      field: 'reason',
    })
  })

  test('frozen, it waits: nothing is told while it is looked at only', () => {
    const frozen = done(lost(), by, { do: 'freeze', reason: 'Bezwaar' })
    expect(act(frozen, by, feedBack('call'))).toEqual({ refused: 'frozen' })
    const thawed = done(frozen, by, { do: 'unfreeze', reason: 'Klaar' })
    expect(act(thawed, by, feedBack('call'))).toMatchObject({ done: 'changed' })
  })

  test('the officer who had it is gone: somebody else answers for it, as for what is open', () => {
    const gone = {
      ...town,
      point: { channelGone: false, gone: [{ officer: MARIEKE, why: 'left' as const }], nobody: false },
    }
    const system = { role: 'system' } as const
    const tend = (record: SignalRecord) =>
      decide(record, { do: 'tend', ring: false, id: press(), actor: system }, setting(9, gone))
    expect(tend(delivered(closed()))).toEqual({ refused: 'closed' })
    const stood = tend(lost())
    if (!('done' in stood) || stood.done !== 'changed') throw new Error('Nobody stands in.')
    expect([stood.record.accountable, stood.record.takenBy]).toEqual([JOOST, undefined])
    // What was on its way to an officer who is gone goes to the one who answers now.
    expect(others(stood.record).flatMap((e) => (e.kind === 'tellOfficer' ? [e.officer] : []))).toEqual([
      JOOST,
      JOOST,
    ])
  })
})

describe('what is kept meanwhile', () => {
  test('who reported is not forgotten while they still have to hear', () => {
    const record = lost()
    const until = reporterUntil(record, town)
    expect(until).toBeDefined()
    for (const days of [91, 400]) {
      expect(reporterIsOver(record, town, later(days * DAY))).toBe(false)
      expect(reporterIsOver(closed(), town, later(days * DAY))).toBe(false)
      expect(reporterIsOver(delivered(closed()), town, later(days * DAY))).toBe(true)
    }
    // The days count from when they did hear.
    const told = done(record, by, feedBack('call'), { at: setting(100 * DAY) })
    expect(reporterIsOver(told, town, later(150 * DAY))).toBe(false)
    expect(reporterIsOver(told, town, later(191 * DAY))).toBe(true)
  })

  test.each([
    ['given up', lost()],
    ['on its way', closed()],
  ])('it is not destroyed while the feedback is %s', (_how, record) => {
    const late = { at: setting(1_000 * DAY) }
    expect(act(record, by, { do: 'destroy' }, late)).toEqual({ refused: 'tellFirst' })
    const told = toTellAgain(record) ? done(record, by, feedBack('none'), late) : delivered(record)
    expect(act(told, by, { do: 'destroy' }, late)).toMatchObject({ done: 'ended' })
  })
})

describe('the order counts, not the moment', () => {
  const decided = delivered(done(received(), by, monitor))

  test('the clock is set back between decision and feedback: it is told', () => {
    const told = delivered(done(decided, by, feedBack(), { at: setting(-DAY) }))
    expect(feedbackStands(told)).toBe('told')
    expect(done(told, by, { do: 'close' }, { at: setting(-DAY) }).closing).not.toHaveProperty('whyNoFeedback')
  })

  test('the clock is set back before a new decision: what was told before it does not count', () => {
    const told = delivered(done(decided, by, feedBack(), { at: setting(DAY) }))
    const anew = delivered(done(told, by, monitor, { at: setting(2) }))
    expect(feedbackStands(anew)).toBe('none')
    expect(act(anew, by, { do: 'close' })).toEqual({ refused: 'feedbackFirst' })
  })

  test('what was kept before the order was written down goes by its moment', () => {
    const older = (record: SignalRecord): SignalRecord => ({
      ...record,
      feedback: record.feedback.map(({ decision: _order, withDecision: _with, ...old }) => old),
    })
    const told = older(done(decided, by, feedBack(), { at: setting(5) }))
    expect(feedbackStands(told)).toBe('underWay')
    expect(feedbackStands(delivered(told))).toBe('told')
    const anew = done(delivered(told), by, monitor, { at: setting(6) })
    expect(feedbackStands(anew)).toBe('none')
    const none = older(quiet(done(received(), by, noAction)))
    expect(feedbackStands(none)).toBe('underWay')
    expect(feedbackStands(settleRecord(none, givesUp(only(none, 'decided')), later(1)))).toBe('lost')
    const stored = parseStored(JSON.parse(JSON.stringify(none)), 'etag')
    expect('record' in stored && stored.record).toEqual(none)
  })
})

test('for an anonymous reporter it lies ready with the code: that is told, and nothing can be given up', () => {
  const code = CodeId.parse('a'.repeat(64))
  const record = closed({ degree: 'anonymous', vaultKey: undefined, code })
  expect([feedbackStands(record), toTellAgain(record), record.effects]).toEqual(['told', false, []])
  expect(record.code?.waiting.map(({ message }) => message.about)).toEqual([
    'received',
    'decided',
    'feedback',
    'closed',
  ])
})
