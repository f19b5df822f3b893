/** What must not leak, what must fit, and what is said in which case. */
import { describe, expect, test } from '@jest/globals'
import { dossierCard } from '../../cards/officer/case/dossier.ts'
import { storyCard } from '../../cards/officer/case/story.ts'
import { alarmCard } from '../../cards/officer/channel/alarm.ts'
import { doorbellCard } from '../../cards/officer/channel/doorbell.ts'
import { decideCard, decideDaysCard } from '../../cards/officer/decision/decide.ts'
import { shares } from '../../cards/officer/fit.ts'
import { MOST_LISTED, worklistCard } from '../../cards/officer/lists/worklist.ts'
import { texts } from '../../cards/texts/index.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { Degree } from '../../services/signal/words.ts'
import { Day, Language, PartnerId } from '../../services/words.ts'
import { checkCard, submitsOf, wordsOf } from '../kit/cards.ts'
import { apart, base, EVERY, FORM, inside, items, outside } from './officerCards.ts'
import {
  at,
  CANARY,
  fresh,
  full,
  MARIEKE,
  municipality,
  municipalityOfCanaries,
  PRESS,
  REFERENCE,
} from './officerRecords.ts'

const fill = (what: string): string => `${CANARY} ${what}`

describe('what stands where others can see it', () => {
  test('holds no word of what was written, no partner, no lead, no vault key', () => {
    for (const language of Language.options) {
      for (const [state, kind, degree] of EVERY) {
        const record = full(state, kind, degree, fill)
        for (const [name, card] of outside(record, municipalityOfCanaries, language)) {
          const json = JSON.stringify(card)
          expect([name, json.includes(CANARY)]).toEqual([name, false])
          if (record.vaultKey) expect(json).not.toContain(record.vaultKey)
          for (const how of Degree.options)
            expect(json).not.toContain(texts(language).officer.words.degrees[how])
        }
      }
      expect(JSON.stringify(apart(municipalityOfCanaries, language))).not.toContain(CANARY)
    }
  })
  test('but the dossier does hold them, so that this test can fail', () => {
    const card = dossierCard({
      ...base('nl', municipalityOfCanaries),
      record: full('decided', 'signal', 'unknown', fill),
    })
    expect(JSON.stringify(card)).toContain(CANARY)
  })
  test('is the same for every degree, minor, certainty, outcome and number of routes', () => {
    const doorbell = (record: SignalRecord) => doorbellCard({ ...base('nl', municipality), record })
    for (const [state, kind, degree] of EVERY) {
      const record = full(state, kind, degree)
      const { story, decisions, routes, questions, notes, effects, danger, ...rest } = fresh()
      const bare = { ...rest, story, decisions, routes, questions, notes, effects }
      const { takenBy, revision, due } = record
      const same = { ...bare, state, kind, revision, due, ...(takenBy ? { takenBy } : {}) }
      expect(danger).toBeUndefined()
      expect(doorbell(record)).toEqual(doorbell(same))
    }
  })
  test('an alarm says no more than that', () => {
    const it = { ...base('nl', municipality), at: at('24T08:11') }
    expect(submitsOf(alarmCard({ ...it, state: 'writing' }))).toEqual([])
    expect(wordsOf(alarmCard({ ...it, state: 'writing' }))).toContain('De inhoud volgt')
    expect(wordsOf(alarmCard({ ...it, state: 'takenBack' }))).not.toContain('Wat jij nu doet')
  })
  test('what people wrote is not in speak, titles or data of any card', () => {
    for (const [name, card] of inside(
      full('handedOver', 'signal', 'confidential', fill),
      municipality,
      'nl',
    )) {
      const { speak, fallbackText }: { speak?: string; fallbackText?: string } = card
      const kept = JSON.stringify([speak, fallbackText, submitsOf(card)])
      expect([name, kept.includes(CANARY)]).toEqual([name, false])
    }
  })
})

/** Hard to fit: markup that is escaped, characters of several bytes, half characters, many lines. */
const HARD: [string, string][] = [
  ['letters', 'a'],
  ['stars', '*_[`<'],
  ['emoji', '👩🏽‍💼🚨'],
  ['right to left', 'مرحبا '],
  ['lines', '- x\n\n# y\n'],
  ['unseen', '\u0001\u202e"\\'],
]

/** As much as a record can hold, of one sort of text. */
function enormous(unit: string): SignalRecord {
  const some = (length: number): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
  const record = full('handedOver', 'signal', 'confidential', () => some(40_000))
  const [decision] = record.decisions
  const [route] = record.routes
  const many = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one)
  const by = { at: at('24T08:10'), by: MARIEKE }
  const reply = {
    ...by,
    what: 'question' as const,
    note: some(40_000),
    ours: { ...by, text: some(40_000) },
  }
  return {
    ...record,
    story: [
      ...many(3, { at: at('24T08:10'), via: 'chat' as const, text: some(40_000) }),
      ...many(3, {
        at: at('24T08:10'),
        via: 'addition' as const,
        text: some(400),
        arrived: { ...by, from: REFERENCE, reason: some(4_000) },
      }),
      ...many(194, { at: at('24T08:10'), via: 'addition' as const, text: some(400) }),
    ],
    notes: many(40, { at: at('24T08:10'), by: MARIEKE, text: some(8_000) }),
    advices: many(20, { id: PRESS, at: at('24T08:10'), by: MARIEKE, text: some(8_000) }),
    questions: many(30, {
      id: PRESS,
      at: at('24T08:10'),
      by: MARIEKE,
      text: some(8_000),
      answer: { at: at('24T08:10'), how: 'text' as const, text: some(8_000) },
    }),
    decisions: decision ? many(12, { ...decision, victimCheck: some(40_000), lead: some(120) }) : [],
    routes: route
      ? many(60, 0).map(() => ({
          ...route,
          state: 'answered' as const,
          basisReason: some(4_000),
          answer: reply,
          replies: many(20, reply),
          givenUp: { ...by, escalated: some(4_000), reason: some(4_000) },
        }))
      : [],
    help: many(4, {
      ...by,
      id: PRESS,
      owner: { who: 'team' as const, team: some(120) },
      until: Day.parse('2026-11-20'),
      notes: many(20, { ...by, text: some(40_000) }),
    }),
    feedback: many(30, {
      id: PRESS,
      at: at('24T08:10'),
      by: MARIEKE,
      form: 'message' as const,
      text: some(40_000),
    }),
    reveals: many(40, { at: at('24T08:10'), by: MARIEKE, reason: some(4_000) }),
    calls: [...many(60, by), ...many(20, { ...by, reached: 'reached' as const, text: some(40_000) })],
    corrections: [
      'note.0',
      `decision.${decision?.id}`,
      `partnerAnswer.${route?.id}`,
      `feedback.${PRESS}`,
    ].flatMap((passage) =>
      many(8, {
        id: PRESS,
        at: at('24T08:10'),
        by: MARIEKE,
        passage,
        text: some(40_000),
        reason: some(4_000),
      }),
    ),
    freezes: many(3, { at: at('24T08:10'), by: MARIEKE, reason: some(4_000) }),
    recipientTasks: many(40, 0).map(() => ({
      id: PRESS,
      at: at('24T08:10'),
      route: route?.id ?? PRESS,
      why: 'corrected' as const,
    })),
  }
}

describe('too much of everything', () => {
  test.each(HARD)('%s', (_, unit) => {
    const record = enormous(unit)
    for (const language of Language.options) {
      for (const [name, card] of inside(record, municipality, language)) {
        expect([name, checkCard(card)]).toEqual([name, []])
      }
    }
    const words = wordsOf(dossierCard({ ...base('nl', municipality), record }))
    expect(words).toMatch(/19\d stukken staan hier niet/)
    expect(words).toMatch(/ingekort: hier staan [\d.]+ van 40\.000 tekens/)
    expect(words).toContain('Lees alles')
    const pages = Number(
      /Deel 1 van (\d+)/.exec(wordsOf(storyCard({ ...base('nl', municipality), record })))?.[1],
    )
    expect(pages).toBeGreaterThan(10)
    for (const part of [1, 2, pages - 1, pages]) {
      const card = storyCard({ ...base('nl', municipality), record, part })
      expect([part, checkCard(card)]).toEqual([part, []])
    }
  })

  test('one text of 200,000 characters, 30 questions and 40 notes', () => {
    const text = 'Een lang verhaal. '.repeat(12_000).slice(0, 200_000)
    const { corrections: _c, freezes: _f, ...rest } = enormous('a')
    const record: SignalRecord = { ...rest, story: [{ at: at('24T08:10'), via: 'chat', text }] }
    const words = wordsOf(dossierCard({ ...base('nl', municipality), record }))
    expect(words).toMatch(/ingekort: hier staan (9|1\d)\.\d{3} van 200\.000 tekens/)
  })

  test('page after page, all of a long story can be read', () => {
    const text = Array.from({ length: 20_000 }, (_, i) => `woord${i}`).join(' ')
    const record: SignalRecord = { ...full('received'), story: [{ at: at('24T08:10'), via: 'chat', text }] }
    const show = (part: number) => wordsOf(storyCard({ ...base('nl', municipality), record, part }))
    const pages = Number(/Deel 1 van (\d+)/.exec(show(1))?.[1])
    const all = Array.from({ length: pages }, (_, i) => show(i + 1)).join('')
    // A word may be cut in two by the end of a page: then its two halves stand on two pages.
    const found = [...all.matchAll(/woord(\d+)/g)].map((m) => Number(m[1]))
    expect(new Set(found).size).toBeGreaterThanOrEqual(20_000 - pages)
    expect(Math.max(...found)).toBe(19_999)
  })

  test('an ordinary signal is shown whole', () => {
    const words = wordsOf(dossierCard({ ...base('nl', municipality), record: full('fedBack') }))
    expect(words).not.toMatch(/ingekort|staan hier niet|Lees alles/)
  })

  test('forty partners, and every field full', () => {
    const [first] = municipality.partners
    if (!first) throw new Error('There are no partners.')
    const partners = Array.from({ length: 40 }, (_, n) => ({ ...first, id: PartnerId.parse(`partner-${n}`) }))
    const it = { ...base('nl', { ...municipality, partners }), record: fresh() }
    const form = {
      ...FORM,
      partners: partners.map((partner) => partner.id),
    }
    for (const sign of ['a', '"', '\n', '😀']) {
      const full = (most: number) => sign.repeat(most / sign.length)
      const values = { ...form, reason: full(3_000), victimCheck: full(1_200), tellWhy: full(1_200) }
      expect(checkCard(decideCard({ ...it, values }))).toEqual([])
      expect(checkCard(decideDaysCard({ ...it, form: values, suggested: Day.parse('2026-12-08') }))).toEqual(
        [],
      )
    }
  })

  test('room is divided fairly, and never more than there is', () => {
    expect(shares([10, 10], 100)).toEqual([10, 10])
    expect(shares([5, 100, 100], 45)).toEqual([5, 20, 20])
    expect(shares([], 10)).toEqual([])
  })
})

test('the worklist shows the most urgent and oldest first, and says how many more there are', () => {
  const card = worklistCard({ ...base('nl', municipality), items, total: 60 })
  const buttons = submitsOf(card).filter((button) => button.title.startsWith('Openen'))
  expect(buttons).toHaveLength(MOST_LISTED)
  const words = wordsOf(card)
  expect(words).toContain('60 dossiers staan open.')
  expect(words).toContain('Er zijn nog 45 dossiers')
  expect(words.indexOf('urgentie acuut')).toBeLessThan(words.indexOf('urgentie hoog'))
})
