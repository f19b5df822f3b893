/** Every sentence to a reporter follows from what the record says happened, at the moment at which it is read. */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { messageCard } from '../../cards/reporter/news/message.ts'
import { receiptCard, receiptFrom } from '../../cards/reporter/receipt/receipt.ts'
import { texts } from '../../cards/texts/index.ts'
import { dayOf } from '../../services/municipality/workingTime.ts'
import { readsNow, stateTold } from '../../services/signal/reading/happened.ts'
import { overdueTerms } from '../../services/signal/reading/overdue.ts'
import type { ReporterMessage, SignalRecord } from '../../services/signal/record.ts'
import { Outcome, PartnerAnswer, SafeReason, VictimHelp } from '../../services/signal/words.ts'
import { Day, type Instant, plus } from '../../services/words.ts'
import { wordsOf } from '../kit/cards.ts'
import { decision, later, MARIEKE, officer, reporter, town } from '../kit/signals.ts'
import { begin, live, step } from '../services/signal/lives.ts'
import { type Fact, MESSAGE_FACTS, RECEIPT_FACTS, type Read, STATE_FACTS } from './facts.ts'

const SEED = Number(process.env.FAST_CHECK_SEED ?? 20_261_130)
const RUNS = 120

const of = <T>(options: readonly T[]) => fc.constantFrom(...options)
const dayIn = (days: number) => Day.parse(later(days * 86_400_000).slice(0, 10))
/** A decision that holds, so that lives go on from it: any outcome, any help, to one partner or more. */
const decides = fc
  .record({
    outcome: of(Outcome.options),
    safeReason: of(SafeReason.options),
    victimHelp: of(VictimHelp.options),
    routes: fc.array(
      fc.record({ partner: of(town.partners.map(({ id }) => id)), days: fc.integer({ min: 0, max: 12 }) }),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
  })
  .map(({ routes, ...it }) =>
    decision({
      ...it,
      victimCheck: 'Gekeken.',
      monitorUntil: dayIn(5),
      routes:
        it.outcome === 'noAction' || it.outcome === 'monitor'
          ? []
          : routes.map(({ partner, days }) => ({ partner, answerBy: dayIn(days) })),
    }),
  )
/** What leads a life on: mostly what an officer does next, among all else that can be asked. */
const onward = step.chain((each) =>
  fc
    .oneof(
      { weight: 3, arbitrary: fc.constant(each) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          {
            ...each,
            actor: officer(MARIEKE),
            byOfficer: { do: 'keepAgainstWish' as const, reason: 'Een kind.' },
          },
          { ...each, actor: officer(MARIEKE), byOfficer: { do: 'ask' as const, text: 'Waar was dit?' } },
          {
            ...each,
            actor: reporter,
            byReporter: {
              do: 'answerWhich' as const,
              which: 0,
              how: 'text' as const,
              text: 'Daar.',
              acute: false,
            },
          },
        ),
      },
      { weight: 3, arbitrary: fc.constant({ ...each, actor: officer(MARIEKE), byOfficer: undefined }) },
      { weight: 1, arbitrary: decides.map((byOfficer) => ({ ...each, actor: officer(MARIEKE), byOfficer })) },
      {
        weight: 1,
        arbitrary: fc.record({ which: fc.nat(2), what: of(PartnerAnswer.options) }).map((it) => ({
          ...each,
          actor: officer(MARIEKE),
          byOfficer: { do: 'answeredWhich' as const, note: '', ...it },
        })),
      },
    )
    .map((it) => ({ ...it, behind: undefined })),
)

/** A text with what it asserts, and how it is found on a card. */
type Sentence = { name: string; fact: Fact; found: RegExp }

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** The texts of a table, each as it is found on a card: what stands in its open places is caught. */
function sentencesOf(all: object, facts: Record<string, Fact>, before = ''): Sentence[] {
  return Object.entries(all).flatMap(([key, value]: [string, unknown]): Sentence[] => {
    const name = `${before}${key}`
    if (typeof value === 'object' && value !== null) return sentencesOf(value, facts, `${name}.`)
    const fact = facts[name]
    if (fact === undefined) throw new Error(`Nothing is known of ${name}.`)
    const holes = ['<1>', '<2>', '<3>']
    const text = typeof value === 'function' ? String(Reflect.apply(value, undefined, holes)) : String(value)
    const pattern = literal(text).replaceAll(/<[123]>/g, '(.+?)')
    // With an open place at its beginning or end it is a line of its own.
    const whole = pattern.startsWith('(.+?)') || pattern.endsWith('(.+?)')
    return [{ name, fact, found: new RegExp(whole ? `^${pattern}$` : `(?:^|\\W)${pattern}(?:$|\\W)`, 'm') }]
  })
}

const { message: MESSAGES, receipt: RECEIPT, mine: MINE } = texts('nl').reporter
const OF_MESSAGES = sentencesOf(MESSAGES, MESSAGE_FACTS)
const OF_RECEIPT = sentencesOf(RECEIPT, RECEIPT_FACTS)

/** Every message that can have been caused by now, and may be read now: delivered late, or with a code. */
function messagesOf({
  questions,
  advices,
  decisions,
  routes,
  feedback,
  audit,
  closing,
  toldFits,
}: SignalRecord) {
  const did = (what: string): boolean => audit.some((entry) => entry.what === what)
  const all: ReporterMessage[] = [
    ...questions.map(({ id }) => ({ about: 'question', question: id }) as const),
    ...advices.map(({ id }) => ({ about: 'advice', advice: id }) as const),
    ...decisions
      .filter(({ tell }) => tell.form === 'message')
      .map(({ id }) => ({ about: 'decided', decision: id }) as const),
    ...routes
      .filter(({ handedOverAt }) => handedOverAt !== undefined)
      .map(({ id }) => ({ about: 'handedOver', route: id }) as const),
    ...feedback
      .filter(({ form, withDecision }) => form === 'message' && !withDecision)
      .map(({ id }) => ({ about: 'feedback', feedback: id }) as const),
    ...(did('take') ? [{ about: 'taken' } as const] : []),
    ...(did('keepAgainstWish') ? [{ about: 'kept' } as const] : []),
    ...(did('keepAsSignal') ? [{ about: 'consultationEnded', choice: 'keep' } as const] : []),
    ...(did('later') ? [{ about: 'consultationEnded', choice: 'later' } as const] : []),
    ...(closing?.how === 'closed' ? [{ about: 'closed' } as const] : []),
    ...(did('tellFits') && toldFits ? [{ about: 'fits' } as const] : []),
  ]
  return all
}

const wrongIn = (words: string, sentences: readonly Sentence[], read: Read): string[] =>
  sentences.flatMap(({ name, fact, found }) => {
    const match = fact === 'nothing' ? null : found.exec(words)
    return match && fact !== 'nothing' && !fact(read, ...match.slice(1))
      ? [`${name}: ${match[0].trim()}`]
      : []
  })

/** Goes through lives, and at each record as it stands, and as it stands unchanged nine days later. */
function inEveryMoment(check: (record: SignalRecord, now: Instant, late: ReadonlySet<string>) => void): void {
  fc.assert(
    fc.property(begin, fc.array(onward, { minLength: 10, maxLength: 40, size: 'max' }), (fields, steps) => {
      const { records, times } = live(fields, steps)
      const late = new Set<string>()
      for (const [at, record] of records.entries()) {
        const now = times[at] ?? record.receivedAt
        for (const { term } of overdueTerms(record, town, now)) late.add(term)
        check(record, now, late)
        const then = plus(now, { hours: 9 * 24 })
        const byThen = overdueTerms(record, town, then).map(({ term }) => term)
        check(record, then, new Set([...late, ...byThen]))
      }
    }),
    { seed: SEED, numRuns: RUNS },
  )
}

const aboutOf = (record: SignalRecord, now: Instant) => ({
  record,
  municipality: town,
  accountable: readsNow(record, town, dayOf(now, town)),
  now,
  language: 'nl' as const,
})

test(`every message, over ${RUNS} lives, seed ${SEED}`, () => {
  const seen = new Set<string>()
  inEveryMoment((record, now, late) => {
    const overdue = (['respond', 'decide'] as const).filter((term) =>
      term === 'decide' ? late.has('decide') : late.has('respond') || late.has('advise'),
    )
    const all = [...messagesOf(record), ...overdue.map((term) => ({ about: 'overdue', term }) as const)]
    for (const message of all) {
      const words = wordsOf(messageCard({ ...aboutOf(record, now), message }))
      for (const { name, found } of OF_MESSAGES) if (!seen.has(name) && found.test(words)) seen.add(name)
      const wrong = wrongIn(words, OF_MESSAGES, { record, message, now, wasLate: true })
      expect([message.about, record.state, wrong]).toEqual([message.about, record.state, []])
    }
  })
  // Each is among them, but for what needs another town, a reminder, a freeze, or cannot be read from a record at all.
  const rare = new Set([
    // A case has other signals: what is said of it is held by the journeys of cases.
    'fits.title',
    'fits.said',
    // Words are moved between two signals: `tests/journeys/officerMove.test.ts`.
    'question.again',
    'advice.explainWish',
    'fromPoint',
    'name.employee',
    'late.warned',
    'missing',
    // No partner of the town is only asked to think along.
    'where.consult',
    'longer',
  ])
  const never = OF_MESSAGES.filter(
    ({ name, fact }) => fact !== 'nothing' && !seen.has(name) && !rare.has(name),
  )
  expect(never.map(({ name }) => name).filter((name) => !name.startsWith('ended.enough'))).toEqual([])
})

test(`the receipt, whenever it is shown, seed ${SEED}`, () => {
  inEveryMoment((record, now) => {
    const words = wordsOf(receiptCard(receiptFrom(aboutOf(record, now))))
    const read: Read = { record, message: { about: 'received' }, now, wasLate: false }
    expect([record.state, wrongIn(words, OF_RECEIPT, read)]).toEqual([record.state, []])
  })
})

test(`how it stands, where a reporter looks it up, seed ${SEED}`, () => {
  inEveryMoment((record) => {
    const state = stateTold(record)
    expect(MINE.state[state]).toEqual(expect.any(String))
    expect([state, record.state, STATE_FACTS[state]?.(record)]).toEqual([state, record.state, true])
  })
})
