/** What an officer does on the way to a decision. Deciding and closing: `outcome.test.ts`. */
import { describe, expect, test } from '@jest/globals'
import { clocks } from '../../../../services/municipality/workingTime.ts'
import type { OfficerDeed } from '../../../../services/signal/command.ts'
import { MOST_BYTES } from '../../../../services/signal/reading/size.ts'
import { SignalRecord } from '../../../../services/signal/record.ts'
import { MOST_ONE_TEXT, Urgency } from '../../../../services/signal/words.ts'
import {
  act,
  decision,
  done,
  ELLEN,
  JOOST,
  later,
  MARIEKE,
  NOW,
  officer,
  received,
  SECRET,
  setting,
  standing,
  THOMAS,
  town,
  withRota,
} from '../../../kit/signals.ts'

const by = officer(MARIEKE)
const blank = ' \n\t'
const urgency = (to: Urgency): OfficerDeed => ({ do: 'setUrgency', urgency: to, reason: 'Nieuwe informatie' })

describe('having it in hand', () => {
  test('the one who takes it is accountable; the one who comes second sees that', () => {
    const taken = done(received(), by, { do: 'take' })
    expect(taken).toMatchObject({ state: 'inTriage', takenBy: MARIEKE, accountable: MARIEKE })
    expect(act(taken, by, { do: 'take' })).toEqual({ refused: 'already' })
    const stands = setting(0, withRota(JOOST))
    expect(act(taken, officer(JOOST), { do: 'take' }, { at: stands })).toEqual({ refused: 'stale' })
  })

  test('handing it on: only to somebody of the reporting point, who is told; not to oneself with a notice', () => {
    expect(act(received(), by, { do: 'handTo', officer: THOMAS })).toEqual({
      refused: 'unknownOfficer',
      field: 'officer',
    })
    const ellen = done(received(), by, { do: 'handTo', officer: ELLEN })
    expect(ellen).toMatchObject({ takenBy: ELLEN, accountable: ELLEN, state: 'inTriage' })
    expect(ellen.effects).toContainEqual(expect.objectContaining({ officer: ELLEN, notice: 'handedToYou' }))
    expect(act(ellen, by, { do: 'handTo', officer: ELLEN })).toEqual({ refused: 'already' })
    const own = done(received(), by, { do: 'handTo', officer: MARIEKE })
    expect(own.effects.some((e) => e.kind === 'tellOfficer')).toBe(false)
  })
})

describe('words of an officer', () => {
  test.each([
    [{ do: 'note', text: blank }, 'text'],
    [{ do: 'ask', text: blank }, 'text'],
    [{ do: 'setUrgency', urgency: 'high', reason: blank }, 'reason'],
    [{ do: 'reveal', reason: blank }, 'reason'],
  ] as const)('%j needs them', (deed, field) => {
    expect(act(received(), by, deed)).toEqual({ refused: 'needs', field })
  })

  test('stand in the record only: never in what is sent, never in the trail', () => {
    let record = standing('signal', 'inTriage')
    for (const deed of [
      { do: 'note', text: SECRET },
      { do: 'ask', text: SECRET },
      { ...urgency('high'), reason: SECRET },
      decision({ reason: SECRET, victimCheck: SECRET, tell: { form: 'message', why: SECRET } }),
      { do: 'feedBack', form: 'message', text: SECRET },
      { do: 'reveal', reason: SECRET },
    ] as OfficerDeed[])
      record = done(record, by, deed)
    expect(JSON.stringify([record.effects, record.audit, record.taken])).not.toContain(SECRET)
    expect(JSON.stringify(record)).toContain(SECRET)
  })

  test('end before the signal is too big to look at; deciding in a few words stays possible', () => {
    let record = received()
    const note = { do: 'note', text: '\u0001'.repeat(MOST_ONE_TEXT) } as const
    let notes = 0
    for (; notes < 40; notes += 1) {
      const decided = act(record, by, note)
      if (!('done' in decided) || decided.done !== 'changed') break
      record = decided.record
    }
    expect(notes).toBe(20)
    expect(act(record, by, note)).toEqual({ refused: 'tooMuch' })
    const decided = done(record, by, decision())
    expect(Buffer.byteLength(JSON.stringify(decided))).toBeLessThan(MOST_BYTES.officer)
    expect(SignalRecord.parse(decided)).toEqual(decided)
  })
})

describe('urgency', () => {
  const acute = { ...received({ urgency: 'acute' }), effects: [] }

  test.each(Urgency.options)('is lowered by an officer, with a reason: to %s', (to) => {
    if (to === 'acute') expect(act(acute, by, urgency(to))).toEqual({ refused: 'already' })
    else
      expect(done(acute, by, urgency(to))).toMatchObject({ urgency: to, urgencyReason: 'Nieuwe informatie' })
  })

  test('lowered, the clocks count from when it came in', () => {
    expect(done(acute, by, urgency('soft'), { at: setting(86_400_000) }).due).toEqual(
      clocks('soft', NOW, town),
    )
  })

  test('raised, they start now, and the decision is never asked later than before', () => {
    const at = setting(3_600_000)
    expect(done(received({ urgency: 'soft' }), by, urgency('high'), { at }).due).toEqual(
      clocks('high', later(3_600_000), town),
    )
    const due = { respond: NOW, decide: later(60_000) }
    const late = done({ ...received(), due }, by, urgency('high'), { at })
    expect(late.due).toEqual({ ...clocks('high', at.now, town), decide: later(60_000) })
  })

  test('of a minor is at least high (A155), and only an officer’s reason makes it less', () => {
    const minor = { do: 'setMinor', minor: 'yes' } as const
    const record = done(received({ urgency: 'soft' }), by, minor)
    expect(record).toMatchObject({ urgency: 'high', due: clocks('high', NOW, town) })
    expect(done(record, by, urgency('normal')).urgency).toBe('normal')
    expect(done(received({ urgency: 'acute' }), by, minor).urgency).toBe('acute')
    expect(done(record, by, { do: 'setMinor', minor: 'no' }).urgency).toBe('high')
    expect(act(record, by, minor)).toEqual({ refused: 'already' })
  })
})

describe('who reported', () => {
  const reveal = { do: 'reveal', reason: 'Terugbellen' } as const
  test('is opened for the first degree only, with the officer and the reason', () => {
    expect(done(received(), by, reveal).reveals).toEqual([{ at: NOW, by: MARIEKE, reason: 'Terugbellen' }])
    expect(act(received({ degree: 'unknown' }), by, reveal)).toEqual({ refused: 'notAllowed' })
    expect(act(received({ degree: 'anonymous' }), by, reveal)).toEqual({ refused: 'notAllowed' })
  })

  test('nobody can be asked who cannot be reached', () => {
    const ask = { do: 'ask', text: 'Waar?' } as const
    expect(act(received({ degree: 'anonymous' }), by, ask)).toEqual({ refused: 'unreachable' })
    expect(act(received({ degree: 'unknown' }), by, ask)).toMatchObject({ done: 'changed' })
  })
})

test('looking is recorded, and changes nothing that anybody else should see', () => {
  const record = received()
  const seen = done(record, by, { do: 'view' }, { at: setting(4) })
  expect(seen.audit.at(-1)).toMatchObject({ at: later(4), by: MARIEKE, what: 'view', number: 2 })
  expect({ ...seen, audit: [] }).toEqual({ ...record, audit: [] })
})
