/** What a decision keeps of its guards, what lacks an answer, and how it is answered anew; and records of before. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import type { Municipality } from '../../../../services/municipality/municipality.ts'
import { MOST_AGREE_DAYS, MOST_INFORM_DAYS } from '../../../../services/signal/deeds/guards.ts'
import { hindersClosing } from '../../../../services/signal/reading/closing.ts'
import { mayNameVictim, standing } from '../../../../services/signal/reading/guarded.ts'
import { overdueTerms } from '../../../../services/signal/reading/overdue.ts'
import { SignalRecord } from '../../../../services/signal/record.ts'
import { passagesOf } from '../../../../services/signal/rights/passages.ts'
import { Day, PartnerId } from '../../../../services/words.ts'
import {
  ANSWER_BY,
  act,
  decision,
  done,
  firstRoute,
  later,
  MARIEKE,
  NOW,
  officer,
  POLICE,
  received,
  setting,
  TEAM,
  town,
} from '../../../kit/signals.ts'

const by = officer(MARIEKE)
const CIVIL = PartnerId.parse('burgerzaken-brp')
const CARE = PartnerId.parse('zorgcoordinator')
const DAY = 86_400_000
const day = (text: string) => Day.parse(text)
const to = (...partners: PartnerId[]) => partners.map((partner) => ({ partner, answerBy: ANSWER_BY }))
const WORK =
  'Aan de Havenweg 12 werken mannen zonder loon. Hun baas heeft hun paspoorten afgepakt en ze mogen niet weg.'
const signal = (text = WORK) => received({ story: [{ at: NOW, via: 'chat', text }] })
const internal = (more: Parameters<typeof decision>[0] = {}) =>
  decision({ outcome: 'internal', routes: to(CIVIL), ...more })

describe('what a decision keeps', () => {
  test('the careful answers, with the ground and the name in which it goes', () => {
    const decided = done(signal(), by, internal())
    expect(decided.decisions.at(-1)?.guards).toEqual([
      { guard: 'agreeFirst', answer: 'agreeFirst', until: '2026-12-01' },
      { guard: 'supervision', answer: 'stops' },
      { guard: 'informSubject', answer: 'later', until: '2026-12-24' },
      {
        guard: 'basis',
        answer: 'configured',
        text: 'Burgerzaken (bevolkingsregister, BRP): Wet BRP, artikel 2.34: terugmelden.',
      },
    ])
    const outside = done(signal('Auto op de stoep.'), by, decision({ routes: to(POLICE), minor: 'no' }))
    expect(outside.decisions.at(-1)?.guards?.map(({ guard }) => guard)).toEqual(['basis', 'onBehalf'])
  })

  test('what an officer answered', () => {
    const guards = {
      agree: 'agreed',
      agreeWith: 'Teamleider burgerzaken, gebeld',
      supervision: 'otherwise',
      supervisionWhy: 'Alleen een adresonderzoek op papier.',
      inform: 'not',
      informWhy: 'De jurist keek mee.',
    } as const
    const decided = done(signal(), by, internal({ guards }))
    expect(decided.decisions.at(-1)?.guards?.slice(0, 3)).toEqual([
      { guard: 'agreeFirst', answer: 'agreed', text: guards.agreeWith },
      { guard: 'supervision', answer: 'otherwise', text: guards.supervisionWhy },
      { guard: 'informSubject', answer: 'not', text: guards.informWhy },
    ])
    // Somebody can be looked for in it, and it can be put right.
    const words = passagesOf(decided).map(({ text }) => text)
    expect(words).toEqual(expect.arrayContaining(Object.values(guards).slice(1, 2)))
    expect(words).toEqual(expect.arrayContaining([guards.supervisionWhy, guards.informWhy]))
  })

  const needs = (field: string) => ({ refused: 'needs', field })
  const range = (field: string, most: number) => ({ refused: 'dayOutOfRange', field, most })
  test.each([
    ['agreed, with nobody', { agree: 'agreed' as const }, needs('agreeWith')],
    ['agree first, without a day', { agree: 'agreeFirst' as const }, needs('agreeUntil')],
    [
      'agree first, today',
      { agree: 'agreeFirst' as const, agreeUntil: day('2026-11-24') },
      range('agreeUntil', MOST_AGREE_DAYS),
    ],
    [
      'agree first, in a year',
      { agree: 'agreeFirst' as const, agreeUntil: day('2027-11-24') },
      range('agreeUntil', MOST_AGREE_DAYS),
    ],
    ['supervision otherwise, without why', { supervision: 'otherwise' as const }, needs('supervisionWhy')],
    ['told not, without why', { inform: 'not' as const, informWhy: 'x' }, needs('informWhy')],
    [
      'told later, too late',
      { inform: 'later' as const, informUntil: day('2027-11-24') },
      range('informUntil', MOST_INFORM_DAYS),
    ],
  ])('refused: %s', (_name, guards, refusal) => {
    expect(act(signal(), by, internal({ guards }))).toEqual(refusal)
  })

  test('a child in the words, and no mark: enforcement alone needs what was looked at', () => {
    const child = signal('Een meisje van 16 staat elke avond bij het hotel.')
    const police = decision({ outcome: 'police', routes: to(POLICE), minor: 'no' })
    expect(act(child, by, police)).toEqual({ refused: 'victimCheck', field: 'victimCheck' })
    const looked = done(child, by, { ...police, victimCheck: 'Gebeld met Veilig Thuis.' })
    expect(looked.decisions.at(-1)).toMatchObject({
      victimCheck: 'Gebeld met Veilig Thuis.',
      guards: expect.arrayContaining([
        { guard: 'youngVictim', answer: 'looked', text: 'Gebeld met Veilig Thuis.' },
      ]),
    })
  })
})

describe('first agree', () => {
  const decided = done(signal(), by, internal())
  const handOver = { do: 'handOver', route: firstRoute(decided) } as const

  test('until it is agreed nothing is handed over, and on its day it is asked again', () => {
    expect(act(decided, by, handOver)).toEqual({ refused: 'agreeFirst' })
    const late = (days: number) => overdueTerms(decided, town, later(days * DAY)).map(({ term }) => term)
    expect(late(6)).not.toContain('agreeFirst')
    expect(late(8)).toContain('agreeFirst')
    // It waits for that, and not for a hand-over.
    expect(late(20)).not.toContain('handOver')
  })
  test('agreed since: it goes, and what was answered then stays', () => {
    const answer = { do: 'answerGuard', guard: 'agreeFirst', agree: 'agreed' } as const
    expect(act(decided, by, answer)).toEqual({ refused: 'needs', field: 'agreeWith' })
    const agreed = done(decided, by, { ...answer, agreeWith: 'Teamleider burgerzaken' })
    expect(agreed.decisions).toEqual(decided.decisions)
    expect(standing(agreed, 'agreeFirst')).toMatchObject({ answer: 'agreed' })
    expect(agreed.guarded).toMatchObject([{ by: MARIEKE, decision: agreed.decisions[0]?.id }])
    expect(done(agreed, by, handOver).routes[0]?.state).toBe('handedOver')
    expect(act(agreed, by, { ...answer, agreeWith: 'Teamleider burgerzaken' })).toEqual({
      refused: 'already',
    })
  })
  test('a guard that was not asked is not answered', () => {
    const other = done(signal('Auto op de stoep.'), by, decision({ routes: to(TEAM) }))
    expect(
      act(other, by, { do: 'answerGuard', guard: 'agreeFirst', agree: 'agreed', agreeWith: 'Iemand' }),
    ).toEqual({ refused: 'notNow' })
  })
})

describe('consent', () => {
  const withKinds: Municipality = {
    ...town,
    partners: town.partners.map((p) => (p.id === CARE ? { ...p, kind: 'careCoordinator' as const } : p)),
  }
  const at = setting(0, withKinds)
  const partner = withKinds.partners.find(({ id }) => id === CARE)
  test('without it no name goes along; with it, when and to whom is kept', () => {
    const decided = done(signal(), by, decision({ routes: to(CARE) }), { at })
    expect(standing(decided, 'consent')?.answer).toBe('withoutNames')
    expect(mayNameVictim(decided, partner)).toBe(false)
    const answer = { do: 'answerGuard', guard: 'consent', consent: 'consent' } as const
    expect(act(decided, by, answer, { at })).toEqual({ refused: 'needs', field: 'consentText' })
    const given = done(decided, by, { ...answer, consentText: '3 december, aan de zorgcoördinator' }, { at })
    expect(mayNameVictim(given, partner)).toBe(true)
  })
})

describe('whether people are told', () => {
  test('comes back on its day, after the end too, until it is answered', () => {
    const decided = done(
      signal(),
      by,
      decision({ outcome: 'noAction', routes: [], safeReason: 'explained', victimHelp: 'arranged' }),
    )
    const closed = done(decided, by, { do: 'close' }, { at: setting(1) })
    const terms = (record: SignalRecord, days: number) =>
      overdueTerms(record, town, later(days * DAY)).map(({ term }) => term)
    expect(terms(closed, 29)).toEqual([])
    expect(terms(closed, 32)).toEqual(['informSubject'])
    const at = setting(32 * DAY)
    const now = { do: 'answerGuard', guard: 'informSubject', inform: 'now' } as const
    expect(terms(done(closed, by, now, { at }), 40)).toEqual([])
    const again = done(closed, by, { ...now, inform: 'later', informUntil: day('2027-01-20') }, { at })
    expect(terms(again, 40)).toEqual([])
    expect(terms(again, 60)).toEqual(['informSubject'])
    expect(act(closed, by, { do: 'answerGuard', guard: 'agreeFirst', agree: 'agreed' }, { at })).toEqual({
      refused: 'notNow',
    })
  })
})

test('a decision of before has no guards: it opens, waits for nothing, and can be decided on anew', () => {
  const stored: Record<string, unknown> = JSON.parse(
    readFileSync(new URL('../../../fixtures/stores/before-guards.json', import.meta.url), 'utf8'),
  )
  const record = SignalRecord.parse(stored.record)
  expect([record.insights, record.adviceCalls, record.escalations, record.guarded]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  expect(record.decisions[0]?.guards).toBeUndefined()
  expect(standing(record, 'informSubject')).toBeUndefined()
  const handed = done(record, by, { do: 'handOver', route: firstRoute(record) })
  expect(handed.routes[0]?.state).toBe('handedOver')
  expect(hindersClosing(record)).toEqual({ refused: 'routesOpen' })
  const again = done(record, by, decision({ minor: 'yes', routes: to(TEAM) }))
  expect(again.decisions.at(-1)?.guards?.map(({ guard }) => guard)).toEqual(['informSubject', 'basis'])
})
