/** Only an answer is an answer (A109, A110); nothing goes out without a ground (AVG 6). */
import { describe, expect, test } from '@jest/globals'
import type { Municipality } from '../../../../services/municipality/municipality.ts'
import type { OfficerDeed } from '../../../../services/signal/command.ts'
import { hindersClosing } from '../../../../services/signal/reading/closing.ts'
import { nextMoment } from '../../../../services/signal/reading/nextMoment.ts'
import { overdueTerms } from '../../../../services/signal/reading/overdue.ts'
import { askedInVain, isOpenRoute, turnOf } from '../../../../services/signal/reading/routes.ts'
import type { Route, SignalRecord } from '../../../../services/signal/record.ts'
import { Day } from '../../../../services/words.ts'
import {
  act,
  decision,
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
  town,
} from '../../../kit/signals.ts'

const by = officer(MARIEKE)
const DAY_MS = 86_400_000
const on = (days: number, of: Municipality = town) => setting(days * DAY_MS, of)
const handed = () => standing('signal', 'handedOver')
const day = (text: string) => Day.parse(text)

type Answer = Omit<OfficerDeed<'partnerAnswered'>, 'do' | 'route'>
type OfficerAnswer = Partial<Answer> & Pick<Answer, 'what'>
function said(record: SignalRecord, answer: OfficerAnswer, days = 0): SignalRecord {
  const deed = { do: 'partnerAnswered' as const, route: firstRoute(record), text: '', ...answer }
  return done(record, by, deed, { at: on(days) })
}
const routeOf = (record: SignalRecord): Route => {
  const [route] = record.routes
  if (!route) throw new Error('a route stands')
  return route
}
const late = (record: SignalRecord, days: number) =>
  overdueTerms(record, town, on(days).now).map(({ term }) => term)

describe('what is no answer leaves the route open', () => {
  test('a question: the officer owes an answer by a day, and is reminded; then the partner is asked again', () => {
    const asked = said(handed(), { what: 'question', text: 'Waar staat de loods?' })
    expect(turnOf(routeOf(asked))).toEqual({ turn: 'officer', by: day('2026-11-26') })
    expect(hindersClosing(asked)).toEqual({ refused: 'routesOpen' })
    expect(late(asked, 1)).not.toContain('partnerAsks')
    expect(late(asked, 3)).toContain('partnerAsks')
    expect(nextMoment(asked, town, on(0).now)).toBeDefined()
    const ours = { do: 'answerPartner', route: firstRoute(asked), text: 'Aan de Havenweg' } as const
    expect(act(asked, by, { ...ours, text: ' ' })).toEqual({ refused: 'needs', field: 'text' })
    const answered = done(asked, by, ours, { at: on(1) })
    expect(turnOf(routeOf(answered))).toEqual({ turn: 'partner', by: day('2026-12-02') })
    expect(routeOf(answered).answer).toMatchObject({ what: 'question', ours: { text: 'Aan de Havenweg' } })
    expect(late(answered, 9)).toContain('answer')
    expect(hindersClosing(answered)).toEqual({ refused: 'routesOpen' })
    expect(act(answered, by, ours)).toEqual({ refused: 'notNow' })
    const taken = said(answered, { what: 'takenUp' }, 2)
    expect(routeOf(taken)).toMatchObject({ state: 'answered', replies: [{ what: 'question' }] })
    expect(isOpenRoute(routeOf(taken))).toBe(false)
  })

  test('the day by which it is answered can be chosen, within bounds', () => {
    const until = day('2026-12-10')
    expect(turnOf(routeOf(said(handed(), { what: 'question', again: until })))).toEqual({
      turn: 'officer',
      by: until,
    })
    const route = firstRoute(handed())
    const record = handed()
    const past = {
      do: 'partnerAnswered',
      route: firstRoute(record),
      what: 'noAnswer',
      text: '',
      again: day('2026-11-23'),
    } as const
    expect(act(record, by, past)).toMatchObject({ refused: 'dayOutOfRange', field: 'again' })
    expect(route).not.toBe('none')
  })

  test('passed on: the new partner owes an answer, from today, on the ground on which it went', () => {
    const record = handed()
    const on = said(record, { what: 'passedOn', passedTo: TEAM, text: 'Zij gaan erover' })
    const [first, second] = on.routes
    expect(first).toMatchObject({ state: 'answered', next: second?.id, answer: { what: 'passedOn' } })
    expect(second).toMatchObject({
      partner: TEAM,
      state: 'handedOver',
      from: first?.id,
      answerBy: '2026-12-01',
      basis: routeOf(record).basis,
    })
    expect(hindersClosing(on)).toEqual({ refused: 'routesOpen' })
    expect(late(on, 10)).toContain('answer')
    // What the first let us know is over: it is noted at the new one.
    const again = { do: 'partnerAnswered', route: first?.id ?? '', what: 'takenUp', text: '' } as const
    expect(act(on, by, again)).toEqual({ refused: 'notNow' })
    const end = done(on, by, { ...again, route: second?.id ?? '' })
    expect(end.routes.some(isOpenRoute)).toBe(false)
  })

  test('passed on to somebody we do not know: the first is asked again; to itself it cannot be', () => {
    const record = handed()
    const unknown = said(record, { what: 'passedOn', text: 'Naar de marechaussee' })
    expect(turnOf(routeOf(unknown))).toEqual({ turn: 'partner', by: day('2026-12-01') })
    const self = {
      do: 'partnerAnswered',
      route: firstRoute(record),
      what: 'passedOn',
      text: '',
      passedTo: SAFE_HOME,
    } as const
    expect(act(record, by, self)).toEqual({ refused: 'needs', field: 'passedTo' })
  })

  test('silence: asked again, and given up only after two days and somebody above, with a reason', () => {
    const once = said(handed(), { what: 'noAnswer', text: 'Gebeld' }, 14)
    expect(turnOf(routeOf(once))).toEqual({ turn: 'partner', by: day('2026-12-15') })
    expect(hindersClosing(once)).toEqual({ refused: 'routesOpen' })
    const stop = {
      do: 'giveUpRoute',
      route: firstRoute(once),
      text: 'Hun teamleider',
      reason: 'Ze reageren niet',
    } as const
    expect(act(once, by, stop)).toEqual({ refused: 'askAgain', least: 2 })
    // The same day again is the same silence.
    const same = { do: 'partnerAnswered', route: firstRoute(once), what: 'noAnswer', text: 'Gebeld' } as const
    expect(act(once, by, same, { at: on(14) })).toEqual({ refused: 'already' })
    const twice = said(once, { what: 'noAnswer', text: 'Gebeld' }, 21)
    expect(askedInVain(routeOf(twice))).toBe(2)
    expect(act(twice, by, { ...stop, text: '' })).toEqual({ refused: 'needs', field: 'escalated' })
    expect(act(twice, by, { ...stop, reason: '' })).toEqual({ refused: 'needs', field: 'reason' })
    const given = done(twice, by, stop, { at: on(22) })
    expect(routeOf(given)).toMatchObject({
      state: 'answered',
      answer: { what: 'noAnswer' },
      givenUp: { escalated: 'Hun teamleider', reason: 'Ze reageren niet' },
    })
    expect(hindersClosing(given)).toEqual({ refused: 'feedbackFirst' })
    expect(given.audit.at(-1)?.what).toBe('giveUpRoute')
    // An answer can come after all.
    const after = said(given, { what: 'takenUp' }, 23)
    expect(routeOf(after)).toMatchObject({ state: 'answered', answer: { what: 'takenUp' } })
    expect(routeOf(after).givenUp).toBeUndefined()
  })

  test('a word in between begins the counting anew', () => {
    const twice = said(said(handed(), { what: 'noAnswer' }, 14), { what: 'noAnswer' }, 21)
    expect(askedInVain(routeOf(said(twice, { what: 'question' }, 22)))).toBe(0)
  })

  test('an answer that is taken back by a question is open again', () => {
    const taken = said(handed(), { what: 'takenUp' })
    expect(hindersClosing(taken)).toEqual({ refused: 'feedbackFirst' })
    expect(hindersClosing(said(taken, { what: 'question' }))).toEqual({ refused: 'routesOpen' })
  })

  test.each(['question', 'passedOn', 'noAnswer'] as const)(
    'what an earlier version called answered and was %s, is open',
    (what) => {
      const taken = said(handed(), { what: 'takenUp' })
      const [route] = taken.routes
      if (!route?.answer) throw new Error('it was answered')
      const old = { ...taken, routes: [{ ...route, answer: { ...route.answer, what } }] }
      expect(hindersClosing(old)).toEqual({ refused: 'routesOpen' })
      expect(late(old, 30)).toContain(what === 'question' ? 'partnerAsks' : 'answer')
    },
  )
})

describe('a ground', () => {
  const bare: Municipality = {
    ...town,
    partners: town.partners.map(({ basis: _none, ...partner }) => partner),
  }
  const decided = standing('signal', 'decided')
  const deed = { do: 'handOver', route: firstRoute(decided) } as const

  test('that is configured goes along, and nothing is asked', () => {
    const basis = town.partners.find(({ id }) => id === SAFE_HOME)?.basis?.nl
    expect(basis).toBeDefined()
    expect(routeOf(done(decided, by, deed)).basis).toBe(basis)
  })

  test('is asked where none is: without it, or without why, nothing is handed over', () => {
    const at = { at: setting(0, bare) }
    expect(act(decided, by, deed, at)).toEqual({ refused: 'needs', field: 'basis' })
    expect(act(decided, by, { ...deed, basis: 'publicTask' }, at)).toEqual({
      refused: 'needs',
      field: 'reason',
    })
    const route = routeOf(done(decided, by, { ...deed, basis: 'vitalInterest', text: 'Er is gevaar' }, at))
    expect(route).toMatchObject({ state: 'handedOver', basisReason: 'Er is gevaar' })
    expect(route.basis).toContain('AVG 6(1)(d)')
  })

  test('of a partner that is gone from the list is asked too', () => {
    const gone = { ...town, partners: town.partners.filter(({ id }) => id !== SAFE_HOME) }
    expect(act(decided, by, deed, { at: setting(0, gone) })).toEqual({ refused: 'needs', field: 'basis' })
  })
})

describe('a minor (A038)', () => {
  const police = decision({ outcome: 'police', routes: [{ partner: POLICE, answerBy: TODAY }] })

  test('what is said with the decision stands in the record, in the decision and in the trail', () => {
    const record = done(received(), by, decision({ minor: 'yes' }))
    expect(record).toMatchObject({ minor: 'yes', urgency: 'high', decisions: [{ minor: 'yes' }] })
    expect(record.audit.map(({ what }) => what)).toContain('setMinor')
    const unknown = done(received(), by, decision({ minor: 'unknown' }))
    expect(unknown).toMatchObject({ minor: 'unknown', urgency: 'normal', decisions: [{ minor: 'unknown' }] })
  })

  test('said after the decision, it is not handed to enforcement alone until it is decided anew', () => {
    const decided = done(received(), by, police)
    const since = done(decided, by, { do: 'setMinor', minor: 'yes' })
    expect(since.audit.map(({ what }) => what)).toContain('setMinor')
    const handOver = { do: 'handOver', route: firstRoute(since) } as const
    expect(act(since, by, handOver)).toEqual({ refused: 'minorSince' })
    const anew = done(since, by, { ...police, minor: 'yes', victimCheck: 'Gesproken met haar' })
    expect(act(anew, by, { ...handOver, route: firstRoute(anew) })).toMatchObject({ done: 'changed' })
    const cared = [
      { partner: POLICE, answerBy: TODAY },
      { partner: SAFE_HOME, answerBy: TODAY },
    ]
    const helped = done(since, by, { ...police, minor: 'yes', routes: cared })
    expect(act(helped, by, { ...handOver, route: firstRoute(helped) })).toMatchObject({ done: 'changed' })
  })
})
