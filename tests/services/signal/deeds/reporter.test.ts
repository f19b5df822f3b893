/**
 * What a reporter does with a signal that was sent: add, answer, danger, withdraw, talk, and how a consultation ends.
 */
import { describe, expect, test } from '@jest/globals'
import { clocks } from '../../../../services/municipality/workingTime.ts'
import type { ReporterDeed } from '../../../../services/signal/command.ts'
import { MOST_BYTES } from '../../../../services/signal/reading/size.ts'
import { SignalRecord } from '../../../../services/signal/record.ts'
import { MOST_ONE_TEXT, MOST_TEXT } from '../../../../services/signal/words.ts'
import {
  act,
  delivered,
  done,
  JOOST,
  later,
  MARIEKE,
  NOW,
  officer,
  received,
  reporter,
  SECRET,
  setting,
  standing,
  town,
} from '../../../kit/signals.ts'

const by = officer(MARIEKE)
const add = (text: string, acute = false): ReporterDeed => ({ do: 'add', text, attachmentsRefused: 0, acute })
const answer = (fields: Partial<Extract<ReporterDeed, { do: 'answer' }>> = {}): ReporterDeed => ({
  do: 'answer',
  question: undefined,
  how: 'text',
  text: 'In mei',
  attachmentsRefused: 0,
  acute: false,
  ...fields,
})
const rung = (record: SignalRecord) => record.effects.flatMap((e) => (e.kind === 'alarm' ? [e.to] : []))
const storyOf = (record: SignalRecord) => record.story.map((part) => part.text).join('')

describe('adding', () => {
  test('keeps the words, in order, and counts what was not accepted', () => {
    const record = done(received(), reporter, {
      ...add('En nog iets'),
      attachmentsRefused: 2,
    } as ReporterDeed)
    expect(record.story.map((part) => [part.via, part.text])).toEqual([
      ['chat', `${SECRET}.`],
      ['addition', 'En nog iets'],
    ])
    expect(record.attachmentsRefused).toBe(2)
  })

  test('a photo without words is no part of the story', () => {
    const record = done(received(), reporter, { do: 'add', text: '', attachmentsRefused: 1, acute: false })
    expect(record.story).toHaveLength(1)
    expect(record.attachmentsRefused).toBe(1)
  })

  test('a text of any length is kept whole, in parts that can be read back', () => {
    const long = `${'é😀'.repeat(40_000)}einde`
    const record = done(received({ story: [] }), reporter, add(long))
    expect(storyOf(record)).toBe(long)
    expect(Math.max(...record.story.map((part) => part.text.length))).toBeLessThanOrEqual(MOST_ONE_TEXT)
    expect(SignalRecord.parse(JSON.parse(JSON.stringify(record)))).toEqual(record)
  })

  test('fits to the last letter, and not one more', () => {
    const empty = received({ story: [] })
    const full = done(empty, reporter, add('x'.repeat(MOST_TEXT)))
    expect(act(full, reporter, add('y'))).toEqual({ refused: 'tooMuch' })
    expect(act(full, reporter, add(''))).toMatchObject({ done: 'changed' })
    expect(act(empty, reporter, add('x'.repeat(MOST_TEXT + 1)))).toEqual({ refused: 'tooMuch' })
  })

  test('signs that take six bytes each do not make a signal that is too big to look at', () => {
    let record = received({ story: [] })
    for (let n = 0; n < 30; n += 1) {
      const decided = act(record, reporter, add('\u0001'.repeat(MOST_ONE_TEXT)))
      if (!('done' in decided) || decided.done !== 'changed') break
      record = decided.record
    }
    expect(Buffer.byteLength(JSON.stringify(record))).toBeLessThan(MOST_BYTES.reporter)
    expect(act(record, reporter, add('\u0001'.repeat(MOST_ONE_TEXT)))).toEqual({ refused: 'tooMuch' })
  })

  test('tells whoever has it in hand; before that, whoever answers for it', () => {
    const told = (record: SignalRecord) =>
      done(delivered(record), reporter, add('Meer')).effects.flatMap((e) =>
        e.kind === 'tellOfficer' ? [[e.officer, e.notice]] : [],
      )
    expect(told(received())).toEqual([[MARIEKE, 'added']])
    const handed = done(received(), by, { do: 'handTo', officer: JOOST })
    expect(told(handed)).toEqual([[JOOST, 'added']])
  })
})

describe('answering', () => {
  const asked = done(done(received(), by, { do: 'ask', text: 'Wanneer?' }), by, { do: 'ask', text: 'Waar?' })
  const [first, second] = asked.questions

  test('goes to the question it names, without a name to the oldest that is open', () => {
    const named = done(asked, reporter, answer({ question: second?.id }))
    expect(named.questions.map((q) => q.answer?.text)).toEqual([undefined, 'In mei'])
    const unnamed = done(asked, reporter, answer())
    expect(unnamed.questions.map((q) => q.answer?.text)).toEqual(['In mei', undefined])
  })

  test('never to another than the one it names', () => {
    expect(act(asked, reporter, answer({ question: asked.id }))).toEqual({ refused: 'notNow' })
    const once = done(asked, reporter, answer({ question: first?.id }))
    expect(act(once, reporter, answer({ question: first?.id }))).toEqual({ refused: 'already' })
  })

  test('not knowing is an answer, and so is a call', () => {
    for (const how of ['unknown', 'callMe'] as const) {
      const record = done(asked, reporter, answer({ how, text: '' }))
      expect(record.questions[0]?.answer).toEqual({ at: NOW, how })
      expect(record.story).toHaveLength(1)
    }
  })

  test('a long one is kept whole in the story, and the record can be read back', () => {
    const long = 'a'.repeat(MOST_ONE_TEXT + 5)
    const record = done(asked, reporter, answer({ text: long }))
    expect(storyOf(record)).toContain(long)
    expect(SignalRecord.parse(record)).toEqual(record)
  })

  test('refused, it changes nothing: no alarm, no word', () => {
    const record = received()
    expect(act(record, reporter, answer({ acute: true }))).toEqual({ refused: 'notNow' })
  })
})

describe('danger in a later message (I.3)', () => {
  test('raises it, starts the clocks and rings the channel, the person on duty and the next in line', () => {
    const record = done(received({ urgency: 'soft' }), reporter, add('Hij heeft een mes', true), {
      at: setting(60_000),
    })
    expect(record).toMatchObject({ urgency: 'acute', danger: { at: later(60_000), called112: 'unknown' } })
    expect(record.due).toEqual(clocks('acute', later(60_000), town))
    expect(rung(record)).toEqual(['channel', MARIEKE, JOOST])
  })

  test('rings too whoever has it in hand', () => {
    const ellen = done(received(), by, { do: 'handTo', officer: town.officers[2]?.id ?? MARIEKE })
    expect(rung(done(ellen, reporter, add('112', true)))).toEqual(['channel', MARIEKE, JOOST, ellen.takenBy])
  })

  test('never asks the decision later than it was asked', () => {
    const due = { respond: later(1_000), decide: later(2_000) }
    const record = done({ ...received(), due }, reporter, add('112', true), { at: setting(500_000) })
    expect(record.due.decide).toBe(later(2_000))
    expect(record.due.respond > later(500_000)).toBe(true)
  })

  test('does not ring twice whom the first alarm has not reached yet', () => {
    const twice = done(done(received(), reporter, add('112', true)), reporter, add('Snel', true))
    expect(rung(twice)).toEqual(['channel', MARIEKE, JOOST])
    const later = done(delivered(twice), reporter, add('Nu weer', true))
    expect(rung(later)).toEqual(['channel', MARIEKE, JOOST])
  })

  test('what rang as a draft goes on with this signal, and rings only whom it had not reached', () => {
    const posted = { serviceUrl: 'https://teams.example', conversation: '19:c', activity: '1' }
    const rang = { alarms: [posted], unrung: [JOOST], called112: 'yes' as const }
    const record = done(received(), reporter, {
      do: 'add',
      text: 'x',
      attachmentsRefused: 0,
      acute: true,
      rang,
    })
    expect(rung(record)).toEqual([JOOST])
    expect(record.alarms).toEqual([posted])
    expect(record.danger?.called112).toBe('yes')
    expect(record.effects).toContainEqual(
      expect.objectContaining({ kind: 'mendAlarm', posted, state: 'sent' }),
    )
  })

  test('is taken back by the person: what has not rung stays silent, the urgency stays the officer’s', () => {
    const posted = { serviceUrl: 'https://teams.example', conversation: '19:c', activity: '1' }
    const acute = { ...done(received(), reporter, add('112', true)), alarms: [posted] }
    const back = done(acute, reporter, { do: 'noDanger' }, { at: setting(9) })
    expect(rung(back)).toEqual([])
    expect(back).toMatchObject({ urgency: 'acute', danger: { takenBackAt: later(9) } })
    expect(back.effects).toContainEqual(expect.objectContaining({ kind: 'mendAlarm', state: 'takenBack' }))
    expect(act(back, reporter, { do: 'noDanger' })).toEqual({ refused: 'already' })
  })

  describe('that says nothing new', () => {
    const posted = { serviceUrl: 'https://teams.example', conversation: '19:c', activity: '1' }
    const repeated = (repeats: 'again' | 'tooOften'): ReporterDeed => ({
      ...{ do: 'add', text: 'Weer een mes', attachmentsRefused: 0, acute: true },
      repeats,
    })
    const stands = () => ({
      ...delivered(done(received(), reporter, add('Een mes', true))),
      alarms: [posted],
    })
    const mended = ({ effects }: SignalRecord) =>
      effects.flatMap((e) => (e.kind === 'mendAlarm' ? [`${e.posted.activity} ${e.state}`] : []))

    test('updates the cards of the alarm that stands, once at a time, and keeps what was said of 112', () => {
      const called = done(stands(), reporter, { do: 'say112', called112: 'yes' })
      const once = done(called, reporter, repeated('again'), { at: setting(60_000) })
      expect([rung(once), mended(once)]).toEqual([[], ['1 sent']])
      expect(once.danger).toEqual(called.danger)
      expect(once.due).toEqual(called.due)
      expect(storyOf(once)).toContain('Weer een mes')
      expect(mended(done(once, reporter, repeated('again')))).toEqual(['1 sent'])
    })

    test('rings where no alarm stands: none before, none that arrived, taken back, found less urgent', () => {
      const back = delivered(done(stands(), reporter, { do: 'noDanger' }))
      for (const record of [
        received(),
        { ...stands(), alarms: [] },
        back,
        { ...stands(), urgency: 'high' as const },
      ]) {
        expect(rung(done(record, reporter, repeated('again')))).toEqual(['channel', MARIEKE, JOOST])
      }
    })

    test('an alarm on its way rings once', () => {
      const pending = done(received(), reporter, add('Een mes', true))
      expect(rung(done(pending, reporter, repeated('again')))).toEqual(['channel', MARIEKE, JOOST])
    })

    test('taken back too often: the cards say it, and the signal is in danger all the same', () => {
      const back = delivered(done(stands(), reporter, { do: 'noDanger' }))
      const again = done(back, reporter, repeated('tooOften'), { at: setting(60_000) })
      expect([rung(again), mended(again)]).toEqual([[], ['1 sent']])
      expect(again).toMatchObject({ urgency: 'acute', danger: { at: later(60_000) } })
      // With no card to say it on, it rings.
      expect(rung(done({ ...back, alarms: [] }, reporter, repeated('tooOften')))).not.toEqual([])
    })

    test('taken back at once: no card says afterwards that there is danger', () => {
      const back = done(done(stands(), reporter, repeated('again')), reporter, { do: 'noDanger' })
      expect(mended(back)).toEqual(['1 takenBack'])
    })
  })

  test('whether 112 was called is noted, after the end too', () => {
    const acute = received({ danger: { at: NOW, called112: 'unknown' } })
    const said = done(acute, reporter, { do: 'say112', called112: 'yes' })
    expect(said.danger?.called112).toBe('yes')
    const closed = { ...said, state: 'closed' as const }
    expect(done(closed, reporter, { do: 'say112', called112: 'no' })).toMatchObject({ state: 'closed' })
  })
})

describe('withdrawing', () => {
  const withdraw = { do: 'withdraw' } as const
  const minor = done(received(), by, { do: 'setMinor', minor: 'yes' })

  test('before a decision it is withdrawn; not by an officer', () => {
    const record = done(standing('signal', 'inTriage'), reporter, withdraw)
    expect(record).toMatchObject({ state: 'closed', closing: { by: 'reporter', how: 'withdrawn' } })
  })

  test.each([
    ['with danger', received({ urgency: 'acute' })],
    ['with a minor', minor],
    ['sparren about a minor', { ...minor, kind: 'consultation' as const }],
    ['after a decision', standing('signal', 'decided')],
  ])('%s it is a wish that an officer weighs, once', (_name, record) => {
    const wished = done(record, reporter, withdraw, { at: setting(3) })
    expect(wished).toMatchObject({ state: record.state, withdrawalWish: later(3) })
    expect(act(wished, reporter, withdraw)).toEqual({ refused: 'already' })
  })
})

describe('wanting to talk (A126)', () => {
  test('is possible after the end, and changes nothing but that it is known', () => {
    const closed = standing('signal', 'closed')
    const record = done(closed, reporter, { do: 'talk' })
    expect(record).toMatchObject({ state: 'closed', revision: closed.revision })
    expect(record.effects).toEqual([
      expect.objectContaining({ kind: 'tellOfficer', notice: 'talk', officer: MARIEKE }),
    ])
  })
})
