/** Which terms passed, who is told and when: pure, with the clock as an argument. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Municipality } from '../../../../services/municipality/municipality.ts'
import { ReminderTerms } from '../../../../services/municipality/terms.ts'
import { dayOf, endOfWorkingDay, isOfficeOpen } from '../../../../services/municipality/workingTime.ts'
import type { Effect } from '../../../../services/outbox/effect.ts'
import type { OfficerDeed, ReporterDeed } from '../../../../services/signal/command.ts'
import { decide } from '../../../../services/signal/decide.ts'
import { isCalledIn, remindersFor } from '../../../../services/signal/deeds/remind.ts'
import { dayOnly } from '../../../../services/signal/reading/anonymousTimes.ts'
import { overdueTerms } from '../../../../services/signal/reading/overdue.ts'
import { SignalRecord } from '../../../../services/signal/record.ts'
import { Urgency } from '../../../../services/signal/words.ts'
import { Day, Instant, type OfficerId } from '../../../../services/words.ts'
import {
  act,
  decision,
  delivered,
  done,
  ELLEN,
  firstRoute,
  JOOST,
  MARIEKE,
  NOW,
  officer,
  press,
  received,
  reporter,
  setting,
  standing,
  town,
} from '../../../kit/signals.ts'

const by = officer(MARIEKE)
const at = (text: string): Instant => Instant.parse(`${text}:00.000Z`)
const on = (moment: Instant, municipality: Municipality = town) => ({
  ...setting(0, municipality),
  now: moment,
})
const just = (moment: Instant, ms: number): Instant =>
  Instant.parse(new Date(Date.parse(moment) + ms).toISOString())

const late = (record: SignalRecord, moment: Instant, municipality = town) =>
  overdueTerms(record, municipality, moment).map(({ term }) => term)

/** What the system does by itself at this moment; the hearers in their order. */
function round(record: SignalRecord, moment: Instant, municipality = town) {
  let now = record
  const to: OfficerId[] = []
  for (const reminder of remindersFor(record, { municipality, now: moment })) {
    const command = { do: 'remind', to: reminder.to, others: 0, id: press() } as const
    const decided = decide(now, { ...command, actor: { role: 'system' } }, on(moment, municipality))
    if (!('done' in decided) || decided.done !== 'changed') throw new Error('It was not told.')
    now = decided.record
    to.push(reminder.to)
  }
  return { record: now, to }
}

const step = (record: SignalRecord, deed: OfficerDeed | ReporterDeed, moment: Instant = NOW) =>
  delivered(done(record, by, deed, { at: on(moment) }))
const taken = () => step(received(), { do: 'take' })
const planned = () => step(received(), decision())
const handed = () => {
  const record = planned()
  return step(record, { do: 'handOver', route: firstRoute(record) })
}
const answered = () => {
  const record = handed()
  const route = firstRoute(record)
  return step(record, { do: 'partnerAnswered', route, what: 'takenUp', text: '' })
}
const monitored = (tell: 'message' | 'notYet' = 'message') =>
  step(
    received(),
    decision({
      outcome: 'monitor',
      routes: [],
      monitorUntil: Day.parse('2026-12-22'),
      tell: { form: tell, ...(tell === 'notYet' ? { why: 'Eerst overleg' } : {}) },
    }),
  )
const asked = () => step(received({ urgency: 'soft' }), { do: 'ask', text: 'Hoe vaak?' })
const sparring = () => step(received({ kind: 'consultation' }), { do: 'take' })

describe('a term passes at its moment, and not before', () => {
  test.each<[string, string, () => SignalRecord, string]>([
    ['nobody took it', 'respond', () => received(), '2026-11-25T16:00'],
    ['nothing was decided: three working days', 'decide', taken, '2026-11-27T16:00'],
    ['soft: ten working days, and never more', 'decide', asked, '2026-12-08T16:00'],
    ['advice that was asked', 'advise', sparring, '2026-11-25T16:00'],
    ['a route that was planned', 'handOver', planned, '2026-11-26T16:00'],
    ['a partner, after the day that was agreed', 'answer', handed, '2026-12-08T16:00'],
    ['monitoring', 'monitor', () => monitored(), '2026-12-22T16:00'],
    ['not told yet: five working days', 'tell', () => monitored('notYet'), '2026-12-01T16:00'],
    ['every answer is in, and no feedback', 'feedback', answered, '2026-12-01T16:00'],
    ['a question to the reporter', 'question', asked, '2026-11-27T16:00'],
  ])('%s', (_name, term, make, moment) => {
    const record = make()
    expect(late(record, just(at(moment), 0))).not.toContain(term)
    expect(late(record, just(at(moment), 1))).toContain(term)
  })

  test.each<[string, () => SignalRecord]>([
    ['taken', taken],
    ['a decision that is told by message, with a partner who has time', handed],
    ['feedback was given', () => standing('signal', 'fedBack')],
    ['closed', () => standing('signal', 'closed')],
    ['advice was given', () => step(sparring(), { do: 'advise', text: 'Kijk wie er meekomt' })],
  ])('%s: nothing of it is late two days later', (_name, make) => {
    expect(late(make(), at('2026-11-26T15:00'))).toEqual([])
  })

  test('a reporter who cannot be reached is not waited for', () => {
    const gone = { ...asked(), reporterLeft: NOW }
    expect(late(gone, at('2026-12-07T12:00'))).toEqual([])
    expect(late({ ...monitored('notYet'), reporterLeft: NOW }, at('2026-12-07T12:00'))).toEqual([])
  })

  test('frozen: nothing, but what a partner must still be told', () => {
    const record = step(handed(), { do: 'freeze', reason: 'De burger betwist het' })
    expect(record.recipientTasks).toHaveLength(1)
    expect(late(record, at('2027-01-11T12:00'))).toEqual(['recipient'])
    const told = step(record, { do: 'recipientInformed', task: record.recipientTasks?.[0]?.id ?? '' })
    expect(late(told, at('2027-01-11T12:00'))).toEqual([])
  })

  test('a municipality has its own terms, within bounds', () => {
    const own = { ...town, reminders: ReminderTerms.parse({ handOverWorkingDays: 5 }) }
    expect(late(planned(), at('2026-11-30T12:00'), own)).toEqual([])
    expect(late(planned(), at('2026-12-01T16:01'), own)).toContain('handOver')
    for (const wrong of [{ handOverWorkingDays: 11 }, { tellWorkingDays: 0 }, { noSuchTerm: 3 }]) {
      expect(ReminderTerms.safeParse(wrong).success).toBe(false)
    }
  })
})

describe('who is told, in their turn', () => {
  test('the officer on duty, a working day later the deputy, then the head; a week later each again', () => {
    let record = received()
    const heard: [string, readonly OfficerId[]][] = []
    for (const moment of [
      '2026-11-25T16:30',
      '2026-11-26T08:00',
      '2026-11-26T15:59',
      '2026-11-27T08:00',
      '2026-11-30T08:00',
      '2026-12-01T08:00',
      '2026-12-03T16:00',
      '2026-12-04T08:00',
      '2026-12-07T08:00',
      '2026-12-08T08:00',
      '2026-12-09T08:00',
      '2026-12-14T08:00',
    ]) {
      const told = round({ ...record, due: { ...record.due, decide: at('2027-01-01T12:00') } }, at(moment))
      record = { ...delivered(told.record) }
      heard.push([moment, told.to])
    }
    expect(heard).toEqual([
      ['2026-11-25T16:30', []],
      ['2026-11-26T08:00', [MARIEKE]],
      ['2026-11-26T15:59', []],
      ['2026-11-27T08:00', [JOOST]],
      ['2026-11-30T08:00', [ELLEN]],
      ['2026-12-01T08:00', []],
      // Everybody was told, and nobody did anything: a week later each hears it again.
      ['2026-12-03T16:00', []],
      ['2026-12-04T08:00', [MARIEKE]],
      ['2026-12-07T08:00', [JOOST]],
      ['2026-12-08T08:00', [ELLEN]],
      ['2026-12-09T08:00', []],
      ['2026-12-14T08:00', [MARIEKE]],
    ])
    expect(record.reminded).toHaveLength(3)
  })

  test('whoever has it hears first, also off duty; each thing an officer does gives another working day', () => {
    const mine = done(taken(), by, { do: 'handTo', officer: JOOST })
    const first = round(delivered(mine), at('2026-11-30T08:00'))
    expect(first.to).toEqual([JOOST])
    const worked = done(
      delivered(first.record),
      officer(JOOST),
      { do: 'note', text: 'Gebeld' },
      {
        at: on(at('2026-11-30T12:00')),
      },
    )
    expect(round(delivered(worked), at('2026-12-01T08:00')).to).toEqual([])
    const looked = done(
      delivered(first.record),
      officer(JOOST),
      { do: 'view' },
      {
        at: on(at('2026-11-30T12:00')),
      },
    )
    expect(round(delivered(looked), at('2026-12-01T08:00')).to).toEqual([MARIEKE])
    expect(round(delivered(worked), at('2026-12-01T12:00')).to).toEqual([MARIEKE])
  })

  test('two terms of one case on one day: the second is told the next day, but not where there may be danger', () => {
    const day = (urgency: Urgency) => {
      const first = round(received({ urgency }), at('2026-11-24T10:30'))
      expect(first.to).toEqual([MARIEKE])
      const mine = step(first.record, { do: 'take' }, at('2026-11-24T10:40'))
      return { same: round(mine, at('2026-11-24T15:00')).to, next: round(mine, at('2026-11-25T08:00')).to }
    }
    expect(day('high')).toEqual({ same: [], next: [MARIEKE] })
    expect(day('acute').same).toEqual([MARIEKE])
  })

  test('a question that waits for the reporter brings in nobody else', () => {
    const first = round(asked(), at('2026-11-30T08:00'))
    expect(first.to).toEqual([MARIEKE])
    expect(first.record.effects.map(({ kind }) => kind)).toEqual(['tellOfficer', 'nudgeReporter'])
    expect(round(delivered(first.record), at('2026-12-04T08:00')).to).toEqual([])
  })

  test('an officer who is gone or on leave is passed over, and nobody is told while nobody can be reached', () => {
    const record = received()
    const gone = (nobody: boolean): Municipality => ({
      ...town,
      point: { channelGone: false, gone: [{ officer: MARIEKE, why: 'left' }], nobody },
    })
    expect(round(record, at('2026-11-26T08:00'), gone(false)).to).toEqual([JOOST])
    expect(round(record, at('2026-11-26T08:00'), gone(true)).to).toEqual([])
  })

  test('an officer who was called in may act as long as it is late, and nobody else', () => {
    const first = delivered(round(received(), at('2026-11-26T08:00')).record)
    const second = delivered(round(first, at('2026-11-27T08:00')).record)
    const now = on(at('2026-11-27T09:00'))
    expect([JOOST, ELLEN].map((id) => isCalledIn(second, id, now))).toEqual([true, false])
    expect(act(first, officer(JOOST), { do: 'take' }, { at: now })).toEqual({ refused: 'notAllowed' })
    expect(act(second, officer(ELLEN), { do: 'take' }, { at: now })).toEqual({ refused: 'notAllowed' })
    const reveal = act(second, officer(JOOST), { do: 'reveal', reason: 'Bellen' }, { at: now })
    expect(reveal).toMatchObject({ refused: expect.any(String) })
    const mine = done(second, by, { do: 'take' }, { at: now })
    expect(isCalledIn(mine, JOOST, now)).toBe(false)
    expect(act(mine, officer(JOOST), { do: 'note', text: 'Ik ook' }, { at: now })).toEqual({
      refused: 'notAllowed',
    })
    const gone = {
      ...town,
      point: { channelGone: false, gone: [{ officer: JOOST, why: 'notMember' as const }], nobody: false },
    }
    expect(isCalledIn(second, JOOST, { ...now, municipality: gone })).toBe(false)
  })

  test('an officer who was called in can take over what a colleague has in hand', () => {
    const first = delivered(round(taken(), at('2026-11-30T08:00')).record)
    const second = delivered(round(first, at('2026-12-01T08:00')).record)
    const now = on(at('2026-12-01T09:00'))
    expect(act(first, officer(JOOST), { do: 'handTo', officer: JOOST }, { at: now })).toEqual({
      refused: 'notAllowed',
    })
    const mine = done(second, officer(JOOST), { do: 'handTo', officer: JOOST }, { at: now })
    expect(mine).toMatchObject({ takenBy: JOOST, accountable: JOOST })
  })

  test.each(['reporter', 'officer'] as const)('only the system reminds, and no %s', (role) => {
    const actor = role === 'reporter' ? reporter : by
    const command = { do: 'remind', to: MARIEKE, others: 0, id: press(), actor } as const
    expect(decide(received(), command, on(at('2026-11-26T08:00')))).toEqual({ refused: 'notAllowed' })
  })

  test('the reporter hears once of each clock on the receipt that ran out (A059), and of no other term', () => {
    const told = (record: SignalRecord) =>
      record.effects.flatMap((e) =>
        e.kind === 'tellReporter' && e.message.about === 'overdue' ? [e.message.term] : [],
      )
    const first = round(received(), at('2026-11-26T08:00')).record
    expect(told(first)).toEqual(['respond'])
    const second = round(delivered(first), at('2026-11-27T08:00')).record
    expect(told(second)).toEqual([])
    const third = round(delivered(second), at('2026-11-30T08:00')).record
    expect(told(third)).toEqual(['decide'])
    expect(told(round(sparring(), at('2026-11-26T08:00')).record)).toEqual(['respond'])
    expect(told(round(planned(), at('2026-11-27T08:00')).record)).toEqual([])
    expect(told(round({ ...received(), reporterLeft: NOW }, at('2026-11-26T08:00')).record)).toEqual([])
  })

  test('a notice that did not go out yet takes the next term along', () => {
    const first = round(taken(), at('2026-11-30T08:00')).record
    const decided = done(first, by, decision(), { at: on(at('2026-11-30T09:00')) })
    const [notice, ...more] = round(decided, at('2026-12-03T08:00')).record.effects.filter(
      ({ kind }) => kind === 'tellOfficer',
    )
    expect(more).toEqual([])
    expect(notice).toMatchObject({
      overdue: { terms: [{ term: 'decide' }, { term: 'handOver' }], others: 0 },
    })
    // What it said of others is not lost with it.
    const many = { ...decided, effects: decided.effects.map(withOthers) }
    const again = round(many, at('2026-12-03T08:00')).record.effects
    expect(again.find(({ kind }) => kind === 'tellOfficer')).toMatchObject({ overdue: { others: 3 } })
  })

  test('of an anonymous signal no moment is kept', () => {
    const record = received({ degree: 'anonymous', vaultKey: undefined, urgency: 'high' })
    const told = round(record, at('2026-11-24T10:31')).record
    expect(told.reminded).toMatchObject([{ term: 'respond', of: 'signal:high', to: MARIEKE }])
    for (const { at: moment } of told.reminded ?? []) expect(moment).toBe(dayOnly(moment, town))
    expect(told.audit.at(-1)).toMatchObject({ by: 'system', what: 'remind', at: dayOnly(NOW, town) })
  })

  test('a record from before there were reminders still opens', () => {
    const { reminded: _none, ...old } = received()
    expect(SignalRecord.safeParse(old).success).toBe(true)
  })
})

const withOthers = (e: Effect): Effect =>
  e.kind === 'tellOfficer' && e.overdue ? { ...e, overdue: { ...e.overdue, others: 3 } } : e

const HOUR = 3_600_000
const deeds: readonly OfficerDeed[] = [
  { do: 'take' },
  { do: 'note', text: 'Gebeld' },
  { do: 'ask', text: 'Hoe?' },
  decision(),
]

test('whatever happens: nobody hears the same too soon, nor two of one case in a day, nor outside office hours', () => {
  const steps = fc.array(
    fc.record({ hours: fc.integer({ min: 1, max: 40 }), deed: fc.option(fc.integer({ min: 0, max: 3 })) }),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(steps, fc.constantFrom(...Urgency.options), (plan, urgency) => {
      let record = delivered(received({ urgency }))
      let moment = NOW
      const heard: string[] = []
      for (const { hours, deed } of plan) {
        moment = just(moment, hours * HOUR)
        const wanted = deed === null ? undefined : deeds[deed]
        const decided = wanted && act(record, by, wanted, { at: on(moment) })
        if (decided && 'done' in decided && decided.done === 'changed') record = delivered(decided.record)
        const told = round(record, moment)
        // The same round again tells nobody.
        expect(round(delivered(told.record), moment).to).toEqual([])
        for (const to of told.to) {
          if (urgency !== 'acute') expect(isOfficeOpen(moment, town)).toBe(true)
          heard.push(`${to} ${dayOf(moment, town)}`)
        }
        for (const each of told.record.reminded ?? []) {
          const same = record.reminded?.find(
            (r) => r.term === each.term && r.of === each.of && r.to === each.to,
          )
          if (!same || same.entry === each.entry) continue
          const again = urgency === 'acute' || urgency === 'high' ? 1 : 5
          expect(endOfWorkingDay(dayOf(same.at, town), again, town) <= moment).toBe(true)
        }
        record = delivered(told.record)
      }
      if (urgency !== 'acute') {
        expect(new Set(heard).size).toBe(heard.length)
      }
    }),
    { numRuns: 150 },
  )
})
