/** The reporter reads that it is taken up only after the partner said so, and may choose not to hear it (A122). */
import { expect, test } from '@jest/globals'
import { safeText } from '../../../../cards/officer/forms/feedBack.ts'
import type { Report } from '../../../../services/signal/command.ts'
import { nextStep } from '../../../../services/signal/reading/silence.ts'
import type { SignalRecord } from '../../../../services/signal/record.ts'
import { CodeId, Day } from '../../../../services/words.ts'
import {
  act,
  decision,
  delivered,
  done,
  firstRoute,
  MARIEKE,
  officer,
  reporter,
  SAFE_HOME,
  setting,
  standing,
  town,
} from '../../../kit/signals.ts'

const by = officer(MARIEKE)
const handed = (fields: Partial<Report> = {}) => standing('signal', 'handedOver', fields)
type More = { tellReporter?: 'yes' | 'no'; text?: string; hearBy?: Day }
const takenUp = (record: SignalRecord, more: More = {}) =>
  done(record, by, {
    do: 'partnerAnswered',
    route: firstRoute(record),
    what: 'takenUp',
    text: '',
    ...more,
  })
const toldOf = (record: SignalRecord): string[] => [
  ...record.effects.flatMap((e) => (e.kind === 'tellReporter' ? [e.message.about] : [])),
  ...(record.code?.waiting ?? []).map(({ message }) => message.about),
]
const wishes = (record: SignalRecord, takenUp: 'yes' | 'no') =>
  done(record, reporter, { do: 'hear', takenUp })

test.each([
  ['confidential', {}],
  ['unknown', { degree: 'unknown' }],
  ['anonymous', { degree: 'anonymous', vaultKey: undefined, code: CodeId.parse('c'.repeat(64)) }],
] as const)('%s: told when the partner says so, and not before, once', (_degree, fields) => {
  const before = handed(fields)
  expect(toldOf(before)).not.toContain('takenUp')
  const asked = done(before, by, { do: 'received', route: firstRoute(before), text: '' })
  expect(toldOf(asked)).not.toContain('takenUp')
  const told = takenUp(asked)
  expect(toldOf(told).filter((about) => about === 'takenUp')).toEqual(['takenUp'])
  const more = takenUp(delivered(told), { hearBy: Day.parse('2026-12-10') })
  expect(more.effects.filter((e) => e.kind === 'tellReporter')).toEqual([])
})

test('who chooses not to hear it does not, also of what waits; and hears it after all when that is taken back', () => {
  const quiet = wishes(handed(), 'no')
  expect(quiet.notToHear).toBe('takenUp')
  expect(act(quiet, reporter, { do: 'hear', takenUp: 'no' })).toEqual({ refused: 'already' })
  const taken = takenUp(quiet)
  expect(toldOf(taken)).not.toContain('takenUp')
  expect(safeText(taken)).not.toContain('opgepakt')
  expect(toldOf(wishes(takenUp(handed()), 'no'))).not.toContain('takenUp')
  const back = wishes(taken, 'yes')
  expect(back.notToHear).toBeUndefined()
  expect(toldOf(back)).toContain('takenUp')
  expect(safeText(back)).toContain('het wordt opgepakt')
})

test('an officer who chooses that it is not told, is heard', () => {
  const taken = takenUp(handed(), { tellReporter: 'no' })
  expect(toldOf(taken)).not.toContain('takenUp')
  expect(taken.routes[0]?.untold).toBe(true)
  expect(safeText(taken)).not.toContain('opgepakt')
  expect(toldOf(wishes(wishes(taken, 'no'), 'yes'))).not.toContain('takenUp')
})

test('decided that it is told otherwise: no message goes out by itself', () => {
  const plan = decision({
    routes: [{ partner: SAFE_HOME, answerBy: Day.parse('2026-12-08') }],
    tell: { form: 'call' },
  })
  const decided = done(standing('signal', 'inTriage'), by, plan)
  const out = done(decided, by, { do: 'handOver', route: firstRoute(decided) })
  expect(toldOf(takenUp(out))).toEqual([])
})

test('of a silence is told once that we go on asking', () => {
  const at = (days: number) => ({ at: setting(days * 86_400_000) })
  const chase = (record: SignalRecord, days: number) => {
    const next = record.routes[0] && nextStep(record.routes[0], town)
    if (!next) throw new Error('nobody is asked any more')
    return done(
      record,
      by,
      { do: 'chase', route: firstRoute(record), step: next.step, who: next.who },
      at(days),
    )
  }
  const once = chase(handed(), 20)
  expect(toldOf(once)).toEqual(['stillAsking'])
  expect(toldOf(chase(delivered(once), 30))).toEqual([])
})
