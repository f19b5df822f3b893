/** What holds for every signal, whatever is asked of it in whatever order. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { dayOnly } from '../../../services/signal/reading/anonymousTimes.ts'
import { SignalRecord, Tombstone } from '../../../services/signal/record.ts'
import { Degree, State } from '../../../services/signal/words.ts'
import { town } from '../../kit/signals.ts'
import { begin, type Life, live, MARK, step } from './lives.ts'

const OWN_SEED = 20_261_124
const SEED = Number(process.env.FAST_CHECK_SEED ?? OWN_SEED)
const RUNS = 120
/** Checks a rule over many lives. The seed stands in the failure, and can be given in FAST_CHECK_SEED. */
const inEveryLife = (rule: (life: Life) => void, numRuns = RUNS, seed = SEED): void =>
  fc.assert(
    fc.property(begin, fc.array(step, { minLength: 10, maxLength: 60, size: 'max' }), (fields, steps) =>
      rule(live(fields, steps)),
    ),
    { seed, numRuns },
  )
const inEveryRecord = (rule: (record: SignalRecord, before: SignalRecord | undefined) => void): void =>
  inEveryLife(({ records }) => {
    for (const [n, record] of records.entries()) rule(record, records[n - 1])
  })

describe(`over ${RUNS} lives, seed ${SEED}`, () => {
  test('they go everywhere: every state, both kinds, every end', () => {
    const seen = new Set<string>()
    inEveryLife(
      ({ records, end }) => {
        for (const { kind, state, closing, degree } of records)
          seen.add(`${kind} ${state} ${closing?.how ?? ''}`.trim()).add(degree)
        if (end) seen.add('gone')
      },
      400,
      OWN_SEED,
    )
    const signal = State.options.slice(0, 5).map((state) => `signal ${state}`)
    const consultation = ['received', 'inTriage', 'closed withdrawn'].map((state) => `consultation ${state}`)
    const ends = ['signal closed closed', 'signal closed withdrawn', 'gone', ...Degree.options]
    // A consultation is never decided on, handed over or fed back: there is nothing more than this.
    expect([...seen].sort()).toEqual([...signal, ...consultation, ...ends].sort())
  })

  test('a record parses as it is, and is far below what a store takes', () => {
    inEveryRecord((record) => {
      expect(SignalRecord.parse(record)).toEqual(record)
      expect(Buffer.byteLength(JSON.stringify(record))).toBeLessThan(1_500_000)
    })
  })

  test('the trail only grows, and names every change of state', () => {
    inEveryRecord((record, before) => {
      if (before) expect(record.audit.slice(0, before.audit.length)).toEqual(before.audit)
      const last = record.audit.findLast((entry) => entry.to)?.to ?? 'received'
      expect(last).toBe(record.state)
      let state: State = 'received'
      for (const entry of record.audit) {
        if (entry.to === undefined) continue
        expect(entry.from).toBe(state)
        state = entry.to
      }
    })
  })

  test('the revision never falls, and rises with every change but looking', () => {
    inEveryRecord((record, before) => {
      if (!before) return
      expect(record.revision).toBeGreaterThanOrEqual(before.revision)
      const quiet = ['view', 'reveal', 'talk', 'shown'].includes(record.audit.at(-1)?.what ?? '')
      if (!quiet) expect(record.revision).toBe(before.revision + 1)
    })
  })

  test('nothing of what anybody wrote goes with what is sent, or stands in the trail', () => {
    inEveryLife(({ records, end }) => {
      for (const { effects, audit } of records) expect(JSON.stringify([effects, audit])).not.toContain(MARK)
      expect(JSON.stringify(end ?? {})).not.toContain(MARK)
    })
  })

  test('nobody is told whom nobody can reach', () => {
    inEveryRecord((record) => {
      const told = record.effects.filter((e) => e.kind === 'tellReporter' || e.kind === 'nudgeReporter')
      if (record.degree === 'anonymous') expect([record.vaultKey, told]).toEqual([undefined, []])
      else expect(record.vaultKey).toBeDefined()
    })
  })

  test('of an anonymous signal no moment of the reporter is kept, and what waits at its code stands in it', () => {
    inEveryRecord((record, before) => {
      if (record.degree !== 'anonymous') return expect(record.code).toBeUndefined()
      const moments = [
        record.receivedAt,
        ...record.story.map(({ at }) => at),
        ...record.questions.flatMap(({ answer }) => (answer ? [answer.at] : [])),
        ...record.audit.map(({ at }) => at),
      ]
      for (const at of moments) expect(at).toBe(dayOnly(at, town))
      const waiting = record.code?.waiting ?? []
      // What waits is never lost, and never shown twice for the first time.
      for (const [at, was] of (before?.code?.waiting ?? []).entries()) {
        expect(waiting[at]).toMatchObject(was)
      }
      for (const { message } of waiting) {
        if (message.about === 'question')
          expect(record.questions.map((q) => q.id)).toContain(message.question)
        if (message.about === 'feedback') expect(record.feedback.map((f) => f.id)).toContain(message.feedback)
      }
      if (record.code && record.closing?.how === 'closed')
        expect(record.closing.whyNoFeedback).toBeUndefined()
    })
  })

  test('what the reporter is told of stands in the record', () => {
    inEveryRecord((record) => {
      for (const effect of record.effects) {
        if (effect.kind !== 'tellReporter') continue
        const { message } = effect
        if (message.about === 'question')
          expect(record.questions.map((q) => q.id)).toContain(message.question)
        if (message.about === 'decided') expect(record.decisions.map((d) => d.id)).toContain(message.decision)
        if (message.about === 'feedback') expect(record.feedback.map((f) => f.id)).toContain(message.feedback)
        if (message.about === 'advice') expect(record.advices.map((a) => a.id)).toContain(message.advice)
      }
    })
  })

  test('at most one doorbell is pending, one alarm to each, and a change always rings', () => {
    inEveryRecord((record, before) => {
      const pending = record.effects.filter((e) => !e.deadLetter)
      expect(pending.filter((e) => e.kind === 'doorbell').length).toBeLessThanOrEqual(1)
      const alarms = pending.flatMap((e) => (e.kind === 'alarm' ? [e.to] : []))
      expect(new Set(alarms).size).toBe(alarms.length)
      if (before && record.revision > before.revision)
        expect(pending.some((e) => e.kind === 'doorbell')).toBe(true)
    })
  })

  test('what is closed was withdrawn, or was decided on, answered, and told since, or says why not', () => {
    inEveryRecord((record) => {
      expect(record.closing !== undefined).toBe(record.state === 'closed')
      if (record.closing?.how !== 'closed') return
      expect(record.routes.map((r) => r.state).filter((state) => state !== 'answered')).toEqual([])
      const decided = record.audit.findLastIndex((entry) => entry.what === 'decide')
      expect(decided).toBeGreaterThan(0)
      const told = record.audit.findLastIndex((entry) => entry.what === 'feedBack') > decided
      expect(told || record.closing.whyNoFeedback === 'anonymous').toBe(true)
    })
  })

  test('what is closed stays closed', () => {
    inEveryRecord((record, before) => {
      if (before?.state === 'closed') expect(record.state).toBe('closed')
    })
  })

  test('somebody of the reporting point answers for it, and whoever has it in hand does', () => {
    inEveryRecord((record) => {
      expect(town.officers.map((o) => o.id)).toContain(record.accountable)
      if (record.takenBy) expect(record.accountable).toBe(record.takenBy)
      else expect(['received', 'closed']).toContain(record.state)
    })
  })

  test('a reveal is always with a reason, of the first degree, by an officer', () => {
    inEveryRecord((record) => {
      for (const { reason, by } of record.reveals) {
        expect([reason.trim() === '', record.degree]).toEqual([false, 'confidential'])
        expect(town.officers.map((o) => o.id)).toContain(by)
      }
    })
  })

  test('words of the reporter are never lost', () => {
    inEveryRecord((record, before) => {
      if (before) expect(record.story.slice(0, before.story.length)).toEqual(before.story)
    })
  })

  test('what an ended sparren leaves parses, and holds no key when nobody could be reached', () => {
    inEveryLife(({ records, end }) => {
      if (!end) return
      expect(end).toMatchObject(Tombstone.parse(end))
      expect(end.vaultKey).toBe(records.at(-1)?.vaultKey)
      expect(records.at(-1)?.kind).toBe('consultation')
    })
  })
})
