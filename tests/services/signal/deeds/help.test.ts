/** Help that is still to be arranged has an owner and a last day, reminds, and is asked for before the end (A099, A128). */
import { describe, expect, test } from '@jest/globals'
import { remindersFor } from '../../../../services/signal/deeds/remind.ts'
import { hindersClosing } from '../../../../services/signal/reading/closing.ts'
import { openHelp } from '../../../../services/signal/reading/help.ts'
import { nextMoment } from '../../../../services/signal/reading/nextMoment.ts'
import { overdueTerms } from '../../../../services/signal/reading/overdue.ts'
import type { SignalRecord } from '../../../../services/signal/record.ts'
import { Day } from '../../../../services/words.ts'
import {
  act,
  decision,
  done,
  JOOST,
  MARIEKE,
  officer,
  received,
  reporter,
  SAFE_HOME,
  setting,
  town,
} from '../../../kit/signals.ts'

const by = officer(MARIEKE)
const DAY_MS = 86_400_000
const on = (days: number) => setting(days * DAY_MS)
const notYet = (more: Parameters<typeof decision>[0] = {}) => decision({ victimHelp: 'notYet', ...more })
const decided = (more: Parameters<typeof decision>[0] = {}) => done(received(), by, notYet(more))
const day = (text: string) => Day.parse(text)
const taskOf = (record: SignalRecord): string => openHelp(record, town)?.id ?? 'none'
const late = (record: SignalRecord, days: number) =>
  overdueTerms(record, town, on(days).now).map(({ term }) => term)
/** All that is left is help: nothing is waited for, and the reporter was told. */
const onlyHelp = () =>
  done(decided({ outcome: 'noAction', safeReason: 'explained', routes: [] }), by, {
    do: 'feedBack',
    form: 'call',
    text: 'Gebeld',
  })

describe('help that is not arranged', () => {
  test('is of whoever decides, within some working days, when nobody says otherwise', () => {
    expect(decided().help).toMatchObject([
      { owner: { who: 'officer', officer: MARIEKE }, until: '2026-11-27', by: MARIEKE },
    ])
    const pressing = done(received({ urgency: 'high' }), by, notYet())
    expect(pressing.help?.at(-1)?.until).toBe('2026-11-25')
  })

  test.each([
    [`officer:${JOOST}`, { who: 'officer', officer: JOOST }],
    [`partner:${SAFE_HOME}`, { who: 'partner', partner: SAFE_HOME }],
    ['team:Wijkteam', { who: 'team', team: 'Wijkteam' }],
  ])('is of %s when that is chosen', (helpOwner, owner) => {
    const helpBy = day('2026-12-03')
    expect(decided({ helpOwner, helpBy }).help).toMatchObject([{ owner, until: helpBy }])
  })

  test('is of nobody who cannot be chosen, and of no day that went by', () => {
    expect(act(received(), by, notYet({ helpOwner: 'team:Niemand' }))).toEqual({
      refused: 'needs',
      field: 'helpOwner',
    })
    expect(act(received(), by, notYet({ helpBy: day('2026-11-23') }))).toMatchObject({
      refused: 'dayOutOfRange',
      field: 'helpBy',
    })
  })

  test('is reminded of when its day went by, and asked for before the end', () => {
    const record = onlyHelp()
    expect(late(record, 3)).not.toContain('help')
    expect(late(record, 6)).toContain('help')
    expect(nextMoment(record, town, on(0).now)).toBeDefined()
    expect(remindersFor(record, { municipality: town, now: on(6).now })).toMatchObject([{ to: MARIEKE }])
    expect(hindersClosing(record)).toEqual({ refused: 'helpOpen' })
    expect(act(record, by, { do: 'close' })).toEqual({ refused: 'helpOpen' })
  })

  test.each([
    ['arranged', ''],
    ['notNeeded', 'Ze woont nu bij haar zus'],
  ] as const)('%s: it ends, and nothing is in the way of the end', (how, text) => {
    const record = onlyHelp()
    const ended = done(record, by, { do: 'help', task: taskOf(record), how, text })
    expect(ended.help?.at(-1)?.done).toMatchObject({ by: MARIEKE, how, text })
    expect(late(ended, 30)).not.toContain('help')
    expect(act(ended, by, { do: 'close' })).toMatchObject({ done: 'changed' })
    expect(act(ended, by, { do: 'help', task: taskOf(record), how, text })).toEqual({ refused: 'notNow' })
  })

  test('not needed, or later, needs why; later needs a day', () => {
    const record = decided()
    const ask = (how: 'notNeeded' | 'later', text: string, helpBy?: Day) =>
      act(record, by, { do: 'help', task: taskOf(record), how, text, helpBy })
    expect(ask('notNeeded', ' ')).toEqual({ refused: 'needs', field: 'reason' })
    expect(ask('later', 'x')).toEqual({ refused: 'needs', field: 'helpBy' })
    expect(ask('later', '', day('2026-12-03'))).toEqual({ refused: 'needs', field: 'reason' })
  })

  test('later: another day and another owner, and it reminds anew', () => {
    const record = decided()
    const later = done(record, by, {
      do: 'help',
      task: taskOf(record),
      how: 'later',
      text: 'Ze wil eerst nadenken',
      helpBy: day('2026-12-03'),
      helpOwner: 'team:Wijkteam',
    })
    expect(openHelp(later, town)).toMatchObject({
      until: '2026-12-03',
      owner: { who: 'team', team: 'Wijkteam' },
      notes: [{ text: 'Ze wil eerst nadenken' }],
    })
    expect(late(later, 6)).not.toContain('help')
    expect(late(later, 10)).toContain('help')
  })

  test('a later decision ends it, or keeps it', () => {
    const kept = done(decided({ helpOwner: 'team:Wijkteam' }), by, notYet())
    expect(kept.help).toHaveLength(1)
    expect(kept.help?.at(-1)?.owner).toEqual({ who: 'team', team: 'Wijkteam' })
    const arranged = done(kept, by, decision())
    expect(arranged.help?.at(-1)?.done?.how).toBe('arranged')
    expect(openHelp(arranged, town)).toBeUndefined()
    const again = done(arranged, by, notYet())
    expect(again.help).toHaveLength(2)
    expect(openHelp(again, town)?.id).toBe(again.help?.at(-1)?.id)
  })

  test('of a decision from before it had an owner, whoever decided has it', () => {
    const { help: _none, ...rest } = onlyHelp()
    const old: SignalRecord = rest
    const task = openHelp(old, town)
    expect(task).toMatchObject({ owner: { who: 'officer', officer: MARIEKE }, until: '2026-11-27' })
    expect(late(old, 6)).toContain('help')
    expect(hindersClosing(old)).toEqual({ refused: 'helpOpen' })
    const ended = done(old, by, { do: 'help', task: task?.id ?? '', how: 'arranged', text: '' })
    expect(openHelp(ended, town)).toBeUndefined()
    expect(act(ended, by, { do: 'close' })).toMatchObject({ done: 'changed' })
  })

  test('is nothing of the reporter', () => {
    const record = decided()
    const deed = { do: 'help', task: taskOf(record), how: 'arranged', text: '' } as const
    expect(act(record, reporter, deed)).toEqual({ refused: 'notAllowed' })
  })
})
