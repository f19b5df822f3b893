/** A signal knows its next moment: no rule asks for anything before it, one does at it, and doing so moves it. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Municipality } from '../../../../services/municipality/municipality.ts'
import { decide } from '../../../../services/signal/decide.ts'
import { remindersFor } from '../../../../services/signal/deeds/remind.ts'
import { isDue, nextMoment } from '../../../../services/signal/reading/nextMoment.ts'
import { reporterIsOver, standingOf } from '../../../../services/signal/reading/retentionTerm.ts'
import type { SignalRecord } from '../../../../services/signal/record.ts'
import { Day, Instant } from '../../../../services/words.ts'
import {
  delivered,
  ELLEN,
  JOOST,
  MARIEKE,
  NOW,
  press,
  received,
  setting,
  town,
  withRota,
} from '../../../kit/signals.ts'
import { begin, live, step } from '../lives.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const plus = (at: Instant, ms: number): Instant => Instant.parse(new Date(Date.parse(at) + ms).toISOString())
const day = (text: string) => Day.parse(text)

/** What the rounds do by themselves at this moment, as far as they find anything to do. */
function acted(record: SignalRecord, municipality: Municipality, now: Instant): SignalRecord {
  const at = { ...setting(0, municipality), now }
  const actor = { role: 'system' } as const
  const after = (before: SignalRecord, deed: Parameters<typeof decide>[1]) => {
    const decided = decide(before, deed, at)
    return 'done' in decided && decided.done === 'changed' ? delivered(decided.record) : before
  }
  let next = record
  const due = standingOf(next, municipality, now) === 'due'
  const listed = next.retention?.listed !== undefined
  if (due && !listed) next = after(next, { do: 'listForDestruction', id: press(), actor })
  if (!due && listed) next = after(next, { do: 'takeOffList', id: press(), actor })
  if (reporterIsOver(next, municipality, now))
    next = after(next, { do: 'forgetReporter', id: press(), actor })
  for (const { to } of remindersFor(next, { municipality, now })) {
    next = after(next, { do: 'remind', to, others: 0, id: press(), actor })
  }
  return next
}

const towns: readonly [string, Municipality][] = [
  ['nobody is away', town],
  ['a deputy stands in', withRota(JOOST)],
  [
    'a rota and a leave that begin and end',
    {
      ...town,
      rota: [
        { officer: JOOST, from: day('2026-12-01'), until: day('2026-12-03') },
        { officer: ELLEN, from: day('2026-12-09'), until: day('2026-12-11') },
      ],
      leave: [{ officer: MARIEKE, from: day('2026-12-14'), until: day('2026-12-20') }],
    },
  ],
  [
    'somebody has left',
    { ...town, point: { channelGone: false, gone: [{ officer: MARIEKE, why: 'left' }], nobody: false } },
  ],
]

/** Looks at every quarter of an hour, and a moment before and after each hour, for so many days at most. */
function quietUntil(record: SignalRecord, municipality: Municipality, from: Instant, until: Instant): void {
  const end = Math.min(Date.parse(until), Date.parse(from) + 12 * DAY)
  for (let at = Date.parse(from); at < end; at += 15 * MINUTE) {
    const now = Instant.parse(new Date(at).toISOString())
    if (isDue(record, municipality, now)) expect([now, 'is before', until]).toEqual([])
  }
  const last = Date.parse(until) - 1
  if (last > Date.parse(from)) {
    expect(isDue(record, municipality, Instant.parse(new Date(last).toISOString()))).toBe(false)
  }
}

describe.each(towns)('%s', (_name, municipality) => {
  test('in every life: nothing before it, something at it, and then it is another', () => {
    let moments = 0
    fc.assert(
      fc.property(begin, fc.array(step, { maxLength: 25 }), (fields, steps) => {
        const { records } = live(fields, steps)
        let record = records.at(-1)
        let now = record?.audit.reduce((last, { at }) => (at > last ? at : last), NOW) ?? NOW
        for (let round = 0; record && round < 4; round += 1) {
          const next = nextMoment(record, municipality, now)
          quietUntil(record, municipality, now, next ?? plus(now, 30 * DAY))
          if (next === undefined) break
          moments += 1
          expect(isDue(record, municipality, next)).toBe(true)
          const after = acted(record, municipality, next)
          expect(after).not.toBe(record)
          const moved = nextMoment(after, municipality, next)
          expect(moved === undefined || moved > next).toBe(true)
          record = after
          now = next
        }
      }),
      { seed: 20_261_124, numRuns: 12 },
    )
    expect(moments).toBeGreaterThan(20)
  }, 240_000)
})

test('nobody can be reached: the moment is that of when somebody can, and not never', () => {
  const nobody = { ...town, point: { channelGone: true, gone: [], nobody: true } }
  const record = delivered(received())
  expect(nextMoment(record, nobody, NOW)).toBe(nextMoment(record, town, NOW))
})
