/**
 * What can be read in the store without a key: of each signal its `open` and its `dueAt`. Somebody who has a copy of
 * it, who knows our code, and who had as many other copies of which they know the truth as they like, guesses how a
 * signal ended, how urgent it is, and in which minute somebody who is anonymous wrote. They do no better than somebody
 * who never looked.
 */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { withListing } from '../../../services/agenda/entry.ts'
import { clocks } from '../../../services/municipality/workingTime.ts'
import { holder, takeFresh } from '../../../services/outbox/lease.ts'
import { after as afterTry } from '../../../services/outbox/retry.ts'
import { handle, storedSignal } from '../../../services/signal/handle.ts'
import { nextMoment } from '../../../services/signal/reading/nextMoment.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import { Outcome, type Urgency } from '../../../services/signal/words.ts'
import { CodeId, Day, Instant } from '../../../services/words.ts'
import { MemoryDisk, MemoryStore } from '../../kit/memoryStore.ts'
import {
  decision,
  delivered,
  done,
  MARIEKE,
  NOW,
  officer,
  press,
  received,
  SAFE_HOME,
  setting,
  town,
} from '../../kit/signals.ts'

type Plain = { open: boolean; dueAt: Instant | null; now: Instant }
type Seen<T> = { plain: Plain; truth: T }

/**
 * Everything that a guesser may look at in a copy made at `now`: each feature by itself, and all together. Rough enough
 * to be met again, fine enough to tell a quarter of an hour from an hour and a month from a year.
 */
function featuresOf({ open, dueAt, now }: Plain): string[] {
  if (dueAt === null) return [`never ${open}`]
  const ms = Date.parse(dueAt) - Date.parse(now)
  const steps = [-86_400_000, -3_600_000, 0, 60_000, 900_000, 3_600_000, 4 * 3_600_000, 86_400_000]
  const far = [...steps, ...[2, 3, 7, 14, 31, 93, 186, 370, 800].map((days) => days * 86_400_000)]
  const bucket = far.findIndex((step) => ms < step)
  const whole = /T23:00:00.000Z$/.test(dueAt)
  return [
    `far ${bucket}`,
    `whole ${whole}`,
    `open ${open}`,
    `minute ${dueAt.slice(14, 16)}`,
    `all ${bucket} ${whole} ${open} ${dueAt.slice(11, 16)}`,
  ]
}

/** The most frequent truth for each feature that was met in training; of those that fit, the surest. */
function trained<T extends string | number>(training: readonly Seen<T>[]): (plain: Plain) => T | undefined {
  const counts = new Map<string, Map<T, number>>()
  for (const { plain, truth } of training) {
    for (const feature of ['', ...featuresOf(plain)]) {
      const of = counts.get(feature) ?? new Map<T, number>()
      of.set(truth, (of.get(truth) ?? 0) + 1)
      counts.set(feature, of)
    }
  }
  const best = (of: Map<T, number>) => [...of].sort((a, b) => b[1] - a[1])[0]
  return (plain) => {
    const guesses = ['', ...featuresOf(plain)].flatMap((feature) => {
      const of = counts.get(feature)
      const top = of && best(of)
      if (!of || !top) return []
      const all = [...of.values()].reduce((a, b) => a + b, 0)
      // What was met a few times only is chance, and a good guesser knows it.
      return all < 20 ? [] : [{ truth: top[0], sure: top[1] / all }]
    })
    return guesses.sort((a, b) => b.sure - a.sure)[0]?.truth
  }
}

/** How often it is right, and how often who always says the most frequent is. */
function score<T extends string | number>(all: readonly Seen<T>[]): { guesser: number; majority: number } {
  const half = Math.floor(all.length / 2)
  const [training, exam] = [all.slice(0, half), all.slice(half)]
  const guess = trained(training)
  const usual = trained(
    training.map(({ truth }) => ({ truth, plain: { open: true, dueAt: null, now: NOW } })),
  )
  const right = (how: typeof guess, it: Seen<T>) => how(it.plain) === it.truth
  return {
    guesser: exam.filter((it) => right(guess, it)).length / exam.length,
    majority:
      exam.filter((it) => right(() => usual({ open: true, dueAt: null, now: NOW }), it)).length / exam.length,
  }
}

const minutes = (at: Instant, count: number): Instant =>
  Instant.parse(new Date(Date.parse(at) + count * 60_000).toISOString())

type Life = {
  urgency: Urgency
  outcome: Outcome
  anonymous: boolean
  /** Minutes after `NOW` at which it came in, was decided on, was closed (if it was), and the copy was made. */
  came: number
  took: number
  closed: boolean
  copied: number
  /** What of the outbox is still under way: none of it mostly. */
  pending: 'none' | 'leased' | 'retried'
}

const lives = fc.record<Life>({
  urgency: fc.constantFrom('soft', 'normal', 'high', 'acute'),
  outcome: fc.constantFrom(...Outcome.options),
  anonymous: fc.boolean(),
  came: fc.integer({ min: 0, max: 20_000 }),
  took: fc.integer({ min: 1, max: 5_000 }),
  closed: fc.boolean(),
  copied: fc.integer({ min: 1, max: 4_000 }),
  pending: fc.constantFrom('none', 'none', 'none', 'leased', 'retried'),
})
const many = (count: number, seed: number): Life[] => fc.sample(lives, { numRuns: count, seed })

const by = officer(MARIEKE)
const at = (moment: Instant) => ({ at: { ...setting(), now: moment } })

function arrived(life: Life): { record: SignalRecord; now: Instant } {
  const now = minutes(NOW, life.came)
  const fields = {
    urgency: life.urgency,
    ...(life.anonymous
      ? { degree: 'anonymous' as const, vaultKey: undefined, code: CodeId.parse('a'.repeat(64)) }
      : {}),
  }
  return { record: received(fields, { ...setting(), now }), now }
}

function decided(life: Life): { record: SignalRecord; now: Instant } {
  const { record, now } = arrived(life)
  const later = minutes(now, life.took)
  const { outcome } = life
  const inDays = (count: number) => Day.parse(minutes(later, count * 1_440).slice(0, 10))
  const outside = outcome !== 'noAction' && outcome !== 'monitor'
  const it = done(
    record,
    by,
    decision({
      outcome,
      routes: outside ? [{ partner: SAFE_HOME, answerBy: inDays(10) }] : [],
      ...(outcome === 'noAction' ? { safeReason: 'explained' } : {}),
      ...(outcome === 'monitor' ? { monitorUntil: inDays(60) } : {}),
    }),
    at(later),
  )
  if (!life.closed || it.state === 'closed') return { record: it, now: later }
  // Closed in whatever way its routes came to an end: that is told by nothing that can be read.
  const closing = { at: later, by: MARIEKE, how: 'closed' as const, whyNoFeedback: 'gezegd' }
  return { record: { ...it, state: 'closed', closing, routes: [] }, now: later }
}

/** As it stands in the store, with what is under way: saved by the one who takes it, or tried in vain. */
function stored({ record, now }: { record: SignalRecord; now: Instant }, life: Life): Plain {
  const copied = minutes(now, life.copied)
  const taken = takeFresh(record, [], holder('bot', '1'), now)
  const retried = {
    ...record,
    effects: record.effects.flatMap(
      (effect) =>
        afterTry(
          { ...effect, attempts: 8 },
          { ok: false, effect, failed: 'away', final: false },
          copied,
          0.5,
        ) ?? [],
    ),
  }
  const pending = { none: delivered(record), leased: taken, retried }[life.pending]
  const saved = withListing(pending, town, now)
  const { open, dueAt } = storedSignal(saved, town)
  return { open, dueAt, now: life.pending === 'leased' ? now : copied }
}

/** So much better may come of chance, with as many as are guessed. */
const CHANCE = 0.05

describe('a guesser who was trained does no better than one who never looked', () => {
  test('how it ended', () => {
    const all = many(1_200, 1).map((life) => ({ plain: stored(decided(life), life), truth: life.outcome }))
    const { guesser, majority } = score(all)
    expect(guesser).toBeLessThan(majority + CHANCE)
  }, 60_000)

  test('how urgent it is, as it came in and once it was decided on', () => {
    for (const make of [arrived, decided]) {
      const all = many(1_200, 2).map((life) => ({ plain: stored(make(life), life), truth: life.urgency }))
      const { guesser, majority } = score(all)
      expect(guesser).toBeLessThan(majority + CHANCE)
    }
  }, 60_000)

  test('the minute in which somebody who is anonymous wrote', () => {
    const wrote = many(3_000, 3).map((life) => ({ ...life, anonymous: true }))
    const all = wrote.map((life) => {
      const it = arrived(life)
      // Of whatever can be read, the minute past the hour that it would say.
      return { plain: stored(it, life), truth: Number(it.now.slice(14, 16)) }
    })
    for (const { plain } of all) if (plain.dueAt) expect(plain.dueAt.slice(14)).toBe('00:00.000Z')
    const { guesser, majority } = score(all)
    expect(guesser).toBeLessThan(majority + CHANCE)
  }, 60_000)
})

describe('of a consultation that was enough', () => {
  const endedAt = async (life: Life) => {
    const now = minutes(NOW, life.came)
    const fields = life.anonymous
      ? { degree: 'anonymous' as const, vaultKey: undefined, code: CodeId.parse('a'.repeat(64)) }
      : {}
    const record = received({ kind: 'consultation', ...fields }, { ...setting(), now })
    const disk = new MemoryDisk()
    const store = new MemoryStore({ disk })
    await store.save([{ op: 'create', document: storedSignal(record, town) }])
    const later = minutes(now, life.took)
    const it = { ...setting(), store, municipality: town, holder: holder('bot', '1'), now: () => later }
    const command = { do: 'endConsultation', choice: 'enough', id: press(), actor: by } as const
    expect(await handle(it, record.id, command)).toMatchObject({ done: 'ended' })
    const [document] = disk.all('signal')
    if (!document?.dueAt) throw new Error('Nothing is left of it.')
    return { open: document.open, dueAt: document.dueAt, now: later, body: JSON.stringify(document.body) }
  }

  test('nothing says that it ended, nor in which minute somebody who is anonymous did so', async () => {
    for (const life of many(60, 7)) {
      const known = await endedAt({ ...life, anonymous: false })
      expect(known.open).toBe(true)
      const unknown = await endedAt({ ...life, anonymous: true })
      expect([unknown.open, unknown.dueAt.slice(14)]).toEqual([true, '00:00.000Z'])
      expect(unknown.dueAt < unknown.now).toBe(true)
      expect(unknown.body).not.toContain(unknown.now)
    }
  })
})

describe('and the same guesser is no fool: what stood there before would tell', () => {
  const naive = (make: typeof arrived, life: Life): Plain => {
    const { record, now } = make(life)
    const it = delivered(record)
    return { open: it.state !== 'closed', dueAt: nextMoment(it, town, now) ?? null, now }
  }
  test('the bare next moment tells how it ended, and how urgent it is', () => {
    const ended = many(1_200, 4).map((life) => ({ plain: naive(decided, life), truth: life.outcome }))
    const urgent = many(1_200, 5).map((life) => ({ plain: naive(arrived, life), truth: life.urgency }))
    for (const all of [ended, urgent]) {
      const { guesser, majority } = score<string>(all)
      expect(guesser).toBeGreaterThan(majority + 3 * CHANCE)
    }
  }, 60_000)

  test('the bare clocks of an acute signal tell the minute', () => {
    const all = many(3_000, 6).map((life) => {
      const now = minutes(NOW, life.came)
      const dueAt = clocks('acute', now, town).respond
      return {
        plain: { open: true, dueAt, now: minutes(now, life.copied) },
        truth: Number(now.slice(14, 16)),
      }
    })
    const { guesser, majority } = score(
      all.map(({ plain, truth }) => ({
        plain: { ...plain, dueAt: minutes(NOW, Number(plain.dueAt.slice(14, 16))) },
        truth,
      })),
    )
    expect(guesser).toBeGreaterThan(majority + 3 * CHANCE)
  }, 60_000)
})
