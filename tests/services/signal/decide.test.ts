/** Every deed in every state, who may do it, and what an old card or a second press can do. */
import { describe, expect, test } from '@jest/globals'
import { decide } from '../../../services/signal/decide.ts'
import { REMEMBERED_COMMANDS, SignalRecord } from '../../../services/signal/record.ts'
import { type Kind, State } from '../../../services/signal/words.ts'
import {
  act,
  decision,
  delivered,
  done,
  ELLEN,
  JOOST,
  MARIEKE,
  officer,
  press,
  received,
  report,
  reporter,
  setting,
  standing,
  THOMAS,
  withRota,
} from '../../kit/signals.ts'
import { CONSULTATION, SIGNAL } from './decideTable.ts'
import { DEEDS, deedOf, inShort } from './deeds.ts'

/** The rows of a table: the deed, and a cell for each state. */
function rowsOf(table: string): [string, string[]][] {
  const [head = [], ...rows] = table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
  expect(head.slice(1)).toEqual(State.options)
  return rows.map(([name = '', ...cells]) => {
    const full: string[] = []
    for (const cell of cells) full.push(cell === '"' ? (full.at(-1) ?? '') : cell)
    return [name, full]
  })
}

const outcome = (kind: Kind, name: string, state: State): string => {
  const record = standing(kind, state)
  const [actor, deed] = deedOf(name, record)
  return inShort(record, act(record, actor, deed, { seen: record.revision, at: setting(10) }))
}

describe.each([
  ['signal', SIGNAL],
  ['consultation', CONSULTATION],
] as const)('each deed in each state of a %s', (kind, table) => {
  const rows = rowsOf(table)

  test('no deed is missing', () => expect(rows.map(([name]) => name)).toEqual(Object.keys(DEEDS)))

  test.each(rows)('%s', (name, expected) => {
    expect(State.options.map((state) => outcome(kind, name, state))).toEqual(expected)
  })
})

const deeds = Object.keys(DEEDS)
const officers = deeds.filter((name) => deedOf(name, received())[0].role === 'officer')
const reporters = deeds.filter((name) => !officers.includes(name))

describe('who may', () => {
  const refusedTo = (names: readonly string[], record: SignalRecord, actor: Parameters<typeof act>[1]) =>
    names.filter((name) => inShort(record, act(record, actor, deedOf(name, record)[1])) === 'x notAllowed')

  test('a reporter does nothing of an officer, an officer nothing of a reporter, the system neither', () => {
    for (const state of State.options) {
      const record = standing('signal', state)
      expect(refusedTo(officers, record, reporter)).toEqual(officers)
      expect(refusedTo(reporters, record, officer(MARIEKE))).toEqual(reporters)
      expect(refusedTo(deeds, record, { role: 'system' })).toEqual(deeds)
    }
  })

  const fresh = received()
  const withJoost = done(fresh, officer(MARIEKE), { do: 'handTo', officer: JOOST })
  const acute = received({ urgency: 'acute' })
  test.each([
    ['the officer', MARIEKE, fresh, undefined, true],
    ['the officer while the deputy stands in', MARIEKE, fresh, JOOST, true],
    ['the deputy, who is not on duty', JOOST, fresh, undefined, false],
    ['the deputy on duty', JOOST, fresh, JOOST, true],
    ['the deputy who has it in hand', JOOST, withJoost, undefined, true],
    ['the deputy, when danger rang', JOOST, acute, undefined, true],
    ['the head, who is not on duty', ELLEN, fresh, undefined, false],
    ['the head on duty', ELLEN, fresh, ELLEN, true],
    ['the head while the deputy has it', ELLEN, withJoost, undefined, false],
    ['the head, when danger rang the others', ELLEN, acute, undefined, false],
    ['somebody in the channel who is no officer', THOMAS, fresh, undefined, false],
    ['that somebody, when danger rang', THOMAS, acute, undefined, false],
  ] as const)('%s', (_name, id, record, stands, may) => {
    const at = setting(0, stands ? withRota(stands) : undefined)
    for (const deed of ['view', 'note'] as const) {
      const [, asked] = deedOf(deed, record)
      expect(inShort(record, act(record, officer(id), asked, { at })) !== 'x notAllowed').toBe(may)
    }
  })

  test('whoever hands it on keeps no right to it', () => {
    const stands = setting(0, withRota(JOOST))
    const handed = done(received(), officer(JOOST), { do: 'handTo', officer: ELLEN }, { at: stands })
    expect(act(handed, officer(ELLEN), { do: 'view' })).toMatchObject({ done: 'changed' })
    expect(act(handed, officer(JOOST), { do: 'view' })).toEqual({ refused: 'notAllowed' })
  })
})

describe('an old card', () => {
  /** No other change can spoil these. */
  const ADDS = [
    'view',
    'take',
    'note',
    'ask',
    'called',
    'minor yes',
    'advise',
    'reveal',
    'open sealed',
    'freeze',
    'recipient informed',
  ]

  test.each(officers)('%s', (name) => {
    const record = standing(name === 'advise' ? 'consultation' : 'signal', 'inTriage')
    const [actor, deed] = deedOf(name, record)
    const now = inShort(record, act(record, actor, deed, { seen: record.revision }))
    const old = inShort(record, act(record, actor, deed, { seen: record.revision - 1 }))
    expect(old).toBe(ADDS.includes(name) ? now : 'x stale')
  })

  test('says first that it is closed, and who may not is told only that', () => {
    const record = standing('signal', 'closed')
    const close = { do: 'close' } as const
    expect(act(record, officer(MARIEKE), close, { seen: 1 })).toEqual({ refused: 'closed' })
    expect(act(record, officer(THOMAS), close, { seen: 1 })).toEqual({ refused: 'notAllowed' })
  })
})

describe('the same press twice', () => {
  const said = State.options.flatMap((state) =>
    (['signal', 'consultation'] as const).flatMap((kind) =>
      deeds.map((name) => [kind, state, name] as const),
    ),
  )
  test('is one thing, whatever it was; looking again is looking', () => {
    let pressed = 0
    for (const [kind, state, name] of said) {
      const record = standing(kind, state)
      const [actor, deed] = deedOf(name, record)
      const id = press()
      const first = act(record, actor, deed, { id })
      if (!('done' in first) || first.done !== 'changed') continue
      pressed += 1
      const again = act(first.record, actor, deed, { id })
      if (name === 'view') expect(again).toMatchObject({ done: 'changed' })
      else expect(again).toEqual({ refused: 'already' })
    }
    expect(pressed).toBeGreaterThan(150)
  })

  test('is known until many others have followed, and looking is not one of them', () => {
    const id = press()
    let record = done(received(), officer(MARIEKE), { do: 'note', text: 'Een' }, { id })
    for (let n = 0; n < 100; n += 1) record = done(record, officer(MARIEKE), { do: 'view' })
    for (let n = 1; n < REMEMBERED_COMMANDS; n += 1)
      record = done(record, officer(MARIEKE), { do: 'note', text: String(n) })
    expect(act(record, officer(MARIEKE), { do: 'note', text: 'Een' }, { id })).toEqual({ refused: 'already' })
    expect(record.taken).toHaveLength(REMEMBERED_COMMANDS)
  })

  test('a report of what stands is no second signal', () => {
    expect(decide(received(), report(), setting())).toEqual({ refused: 'already' })
  })
})

describe('what is decided', () => {
  test('always parses, whatever was asked in whatever state', () => {
    let parsed = 0
    for (const kind of ['signal', 'consultation'] as const)
      for (const state of State.options)
        for (const name of deeds) {
          const record = standing(kind, state)
          const [actor, deed] = deedOf(name, record)
          const decided = act(record, actor, deed)
          if (!('done' in decided) || decided.done !== 'changed') continue
          expect(SignalRecord.parse(decided.record)).toEqual(decided.record)
          parsed += 1
        }
    expect(parsed).toBeGreaterThan(150)
  })

  test('leaves what was there alone', () => {
    const record = standing('signal', 'inTriage')
    const before = structuredClone(record)
    for (const name of deeds) {
      const [actor, deed] = deedOf(name, record)
      act(record, actor, deed)
    }
    expect(record).toEqual(before)
  })

  test('rings once at the door for many changes that nobody has seen yet', () => {
    const record = [1, 2, 3].reduce(
      (so, n) => done(so, officer(MARIEKE), { do: 'note', text: `${n}` }),
      delivered(received()),
    )
    expect(record.effects.map((effect) => effect.kind)).toEqual(['doorbell'])
    expect(record.revision).toBe(4)
  })

  test('a doorbell that was given up does not keep the next one away', () => {
    const [bell] = done(delivered(received()), officer(MARIEKE), { do: 'note', text: 'x' }).effects
    if (!bell) throw new Error('a note rings')
    const record = { ...received(), effects: [{ ...bell, deadLetter: 'away' as const }] }
    const bells = done(record, officer(MARIEKE), { do: 'take' }).effects.filter(
      ({ kind }) => kind === 'doorbell',
    )
    expect(bells).toHaveLength(2)
  })

  test('an officer who decides on what nobody has, has it in hand from then on', () => {
    for (const deed of [
      decision(),
      { do: 'ask', text: 'Waar?' } as const,
      { do: 'called', reached: 'notReached' } as const,
    ]) {
      const record = done(received(), officer(MARIEKE), deed)
      expect([record.takenBy, record.accountable]).toEqual([MARIEKE, MARIEKE])
      expect(record.audit.filter((entry) => entry.what === 'take')).toHaveLength(1)
    }
  })
})
