/** The clock of a term: its own final decision starts it, and nothing else moves it. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Municipality } from '../../../../services/municipality/municipality.ts'
import { LONGEST, RetentionTerms, spanOf, USUAL_TERMS } from '../../../../services/municipality/terms.ts'
import { dayOf } from '../../../../services/municipality/workingTime.ts'
import { decide } from '../../../../services/signal/decide.ts'
import {
  dayAfter,
  reporterIsOver,
  standingOf,
  termOf,
} from '../../../../services/signal/reading/retentionTerm.ts'
import type { SignalRecord } from '../../../../services/signal/record.ts'
import { RetentionClass } from '../../../../services/signal/rights/types.ts'
import { Day, Instant } from '../../../../services/words.ts'
import {
  act,
  decision,
  done,
  later,
  MARIEKE,
  NOW,
  officer,
  press,
  received,
  reporter,
  SAFE_HOME,
  setting,
  standing,
  TODAY,
  town,
} from '../../../kit/signals.ts'

const by = officer(MARIEKE)
const DAY = 86_400_000
const at = (days: number): Instant => later(days * DAY)
const day = (text: string): Day => Day.parse(text)

const decided = (fields: Parameters<typeof decision>[0]): SignalRecord =>
  done(received(), by, decision(fields))
const noAction = (safeReason: 'tooLittle' | 'explained' = 'tooLittle') =>
  decided({ outcome: 'noAction', routes: [], safeReason, victimHelp: 'notApplicable' })
const monitored = () => decided({ outcome: 'monitor', routes: [], monitorUntil: day('2027-02-24') })
const handled = () => decided({})
const withdrawn = () => done(received(), reporter, { do: 'withdraw' })
const advised = () =>
  done(received({ kind: 'consultation' }), by, { do: 'advise', text: 'Kijk wie er meekomt' })

describe('classes and terms of section E', () => {
  test.each<[string, () => SignalRecord, string, string]>([
    ['sparren that nobody ended: thirty days after the advice', advised, 'consultation', '2026-12-24'],
    ['withdrawn: ninety days', withdrawn, 'refuted', '2027-02-22'],
    ['an ordinary explanation: ninety days', () => noAction('explained'), 'refuted', '2027-02-22'],
    ['no action: a year', () => noAction(), 'noAction', '2027-11-24'],
    ['monitored: a year after the last day of watching', monitored, 'monitored', '2028-02-24'],
    ['handed over: five years', handled, 'handled', '2031-11-24'],
  ])('%s', (_name, make, kind, until) => {
    expect(termOf(make(), town)).toMatchObject({ class: kind, until, why: 'term' })
  })

  test.each([
    ['just received', () => received()],
    ['in triage', () => standing('signal', 'inTriage')],
    ['sparren without advice', () => received({ kind: 'consultation' })],
  ])('%s: no term runs, and nothing is ever due', (_name, make) => {
    expect(termOf(make(), town)).toBeUndefined()
    expect(standingOf(make(), town, at(36_500))).toBe('undecided')
  })

  test('sparren that was enough leaves nothing to keep', () => {
    expect(act(advised(), reporter, { do: 'chooseConsultation', choice: 'enough' })).toMatchObject({
      done: 'ended',
      counted: 'enough',
    })
  })

  test('a municipality may shorten them, within bounds, and nobody may make them endless', () => {
    const short = { ...town, retention: RetentionTerms.parse({ noActionMonths: 1 }) }
    expect(termOf(noAction(), short)?.until).toBe('2026-12-24')
    for (const terms of [
      { handledMonths: 61 },
      { consultationDays: 91 },
      { refutedDays: 366 },
      { noActionMonths: 0 },
      { identityDays: 0 },
      { handledYears: 5 },
    ]) {
      expect(Municipality.safeParse({ ...town, retention: terms }).success).toBe(false)
    }
    expect(Municipality.safeParse({ ...town, retention: {} }).success).toBe(true)
  })

  test('no usual term goes beyond the absolute limit of its class', () => {
    for (const kind of RetentionClass.options) {
      expect(dayAfter(TODAY, spanOf(kind, USUAL_TERMS)) <= dayAfter(TODAY, LONGEST[kind])).toBe(true)
    }
  })
})

describe('the clock starts at the final decision of the signal itself (I.9)', () => {
  const made: readonly (() => SignalRecord)[] = [noAction, monitored, handled, withdrawn, advised]

  test('looking, notes, calls, additions, corrections and answers do not move it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...made), fc.array(fc.nat({ max: 5 }), { maxLength: 6 }), (make, deeds) => {
        const first = make()
        const before = termOf(first, town)
        let record = first
        for (const [i, each] of deeds.entries()) {
          const on = { at: setting((i + 1) * 10 * DAY) }
          const decided = [
            () => act(record, by, { do: 'view' }, on),
            () => act(record, by, { do: 'note', text: 'Gebeld' }, on),
            () => act(record, by, { do: 'called', reached: 'notReached' }, on),
            () =>
              act(record, reporter, { do: 'add', text: 'Nog iets', attachmentsRefused: 0, acute: false }, on),
            () => act(record, by, { do: 'setMinor', minor: 'no' }, on),
            () =>
              act(record, by, { do: 'correct', passage: 'story.0', text: 'Anders', reason: 'Gezien' }, on),
          ][each]?.()
          if (decided && !('refused' in decided) && decided.done === 'changed') record = decided.record
        }
        expect(termOf(record, town)).toEqual(before)
      }),
    )
  })

  test('a new decision is a new final decision', () => {
    const routes = [{ partner: SAFE_HOME, answerBy: day('2027-03-20') }]
    const again = done(noAction(), by, decision({ routes }), { at: setting(100 * DAY) })
    expect(termOf(again, town)).toMatchObject({ class: 'handled', from: dayOf(at(100), town) })
  })
})

describe('never destroyed before the term, never later than the list', () => {
  const many = fc.record({
    make: fc.constantFrom(noAction, monitored, handled, withdrawn, advised),
    after: fc.integer({ min: 0, max: 4_500 }),
    minutes: fc.integer({ min: 0, max: 1_439 }),
  })

  test('any moment: listed and destroyed just when the last day of the term is over', () => {
    fc.assert(
      fc.property(many, ({ make, after, minutes }) => {
        const record = make()
        const now = later(after * DAY + minutes * 60_000)
        const on = { at: { ...setting(), now } }
        const term = termOf(record, town)
        const over = term !== undefined && dayOf(now, town) > term.until
        expect(standingOf(record, town, now)).toBe(over ? 'due' : 'kept')
        const listing = decide(
          record,
          { do: 'listForDestruction', id: press(), actor: { role: 'system' } },
          on.at,
        )
        expect('refused' in listing).toBe(!over)
        const destroying = act(record, by, { do: 'destroy' }, on)
        expect('refused' in destroying ? destroying.refused : destroying.done).toBe(over ? 'ended' : 'notNow')
      }),
      { numRuns: 300 },
    )
  })

  test('a longer term is reasoned, lies ahead, and stays within the absolute limit, however often it is asked', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(noAction, handled, withdrawn, advised),
        fc.array(fc.integer({ min: -10, max: 4_000 }), { minLength: 1, maxLength: 6 }),
        (make, asked) => {
          let record = make()
          for (const days of asked) {
            const term = termOf(record, town)
            if (!term) throw new Error('no term')
            const now = Instant.parse(`${dayAfter(term.until, { days: 1 })}T10:00:00.000Z`)
            const today = dayOf(now, town)
            const until = dayAfter(today, { days })
            const decided = act(
              record,
              by,
              { do: 'keepLonger', until, reason: 'Onderzoek' },
              { at: { ...setting(), now } },
            )
            const allowed = until > today && until <= term.most
            expect('refused' in decided).toBe(!allowed)
            if (!('refused' in decided) && decided.done === 'changed') record = decided.record
          }
          const last = termOf(record, town)
          expect(last && last.until <= last.most).toBe(true)
        },
      ),
    )
  })

  test('without a reason it is refused', () => {
    const now = { at: { ...setting(), now: at(400) } }
    const until = day('2028-03-01')
    expect(act(noAction(), by, { do: 'keepLonger', until, reason: ' ' }, now)).toEqual({
      refused: 'needs',
      field: 'reason',
    })
  })

  test('frozen is never due, and comes back when it is thawed', () => {
    const frozen = done(noAction(), by, { do: 'freeze', reason: 'Bezwaar' })
    expect(standingOf(frozen, town, at(5_000))).toBe('frozen')
    expect(act(frozen, by, { do: 'destroy' }, { at: setting(5_000 * DAY) })).toEqual({ refused: 'frozen' })
    const thawed = done(frozen, by, { do: 'unfreeze', reason: 'Afgehandeld' }, { at: setting(5_000 * DAY) })
    expect(standingOf(thawed, town, at(5_000))).toBe('due')
  })

  test('only the round lists, only an officer destroys', () => {
    const on = { at: setting(400 * DAY) }
    const command = { do: 'listForDestruction', id: press(), actor: by } as const
    expect(decide(noAction(), command, on.at)).toEqual({ refused: 'notAllowed' })
    const system = { do: 'destroy', id: press(), actor: { role: 'system' } } as const
    expect(decide(noAction(), system, on.at)).toEqual({ refused: 'notAllowed' })
    expect(decide(noAction(), { ...system, actor: reporter }, on.at)).toEqual({ refused: 'notAllowed' })
  })
})

describe('who reported is forgotten sooner than what was reported', () => {
  const closed = standing('signal', 'closed')

  test('ninety days after the last of it was heard, on a closed signal only', () => {
    expect(reporterIsOver(closed, town, at(90))).toBe(false)
    expect(reporterIsOver(closed, town, at(91))).toBe(true)
    expect(reporterIsOver(standing('signal', 'fedBack'), town, at(5_000))).toBe(false)
    const frozen = done(closed, by, { do: 'freeze', reason: 'Bezwaar' })
    expect(reporterIsOver(frozen, town, at(5_000))).toBe(false)
  })

  test('the record then names no vault key, and nothing waits for a reporter', () => {
    const command = { do: 'forgetReporter', id: press(), actor: { role: 'system' } } as const
    const early = decide(closed, command, setting(DAY))
    expect(early).toEqual({ refused: 'notNow' })
    const forgotten = decide(closed, command, setting(100 * DAY))
    if ('refused' in forgotten || forgotten.done !== 'changed') throw new Error('not forgotten')
    expect(forgotten.record).not.toHaveProperty('vaultKey')
    expect(forgotten.record.story).toEqual(closed.story)
    expect(forgotten.record.retention?.reporterForgotten).toBe(at(100))
  })
})

test('the day of the term is the day of the municipality, also around midnight and when the clock changes', () => {
  const record = noAction()
  const term = termOf(record, town)
  expect(dayOf(NOW, town)).toBe(TODAY)
  expect(term?.until).toBe('2027-11-24')
  // 24 November 2027, 23:59 and 25 November 00:01 in Amsterdam.
  expect(standingOf(record, town, Instant.parse('2027-11-24T22:59:00.000Z'))).toBe('kept')
  expect(standingOf(record, town, Instant.parse('2027-11-24T23:01:00.000Z'))).toBe('due')
})
