/** After a start the heads catch up a little in each round: no start waits for all that is kept. */
import { expect, test } from '@jest/globals'
import type { LogEvent } from '../../../bot/app/log.ts'
import { TrailsRound } from '../../../bot/jobs/trails.ts'
import type { Finding } from '../../../services/audit/verify.ts'
import { StoreUnavailable } from '../../../services/store/port.ts'
import { SignalId } from '../../../services/words.ts'
import { ids } from '../../kit/signals.ts'
import { here, there } from './world.ts'

const newId = ids(21)
const finding = (ok: boolean): Finding => ({
  signal: SignalId.parse(newId()),
  reference: undefined,
  verdict: ok ? { ok, ended: true } : { ok, at: 0, why: 'missing' },
})

/** So many trails; asked for the `fails`th the store is away, once. */
function world(count: number, fails = -1) {
  const asked: string[] = []
  const said: [LogEvent, number | undefined][] = []
  let failing = true
  const round = new TrailsRound({
    trails: async function* (municipality) {
      for (let nr = 0; nr < count; nr += 1) {
        if (nr === fails && failing) {
          failing = false
          throw new StoreUnavailable('unreachable')
        }
        asked.push(municipality)
        yield finding(nr % 40 !== 39)
      }
    },
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (event, fields) => void said.push([event, fields?.count]),
    },
  })
  return { round, asked, said }
}

test('a page in each round, then never again; what is not whole is said once', async () => {
  const { round, asked, said } = world(120)
  await round.of(here, 50)
  expect(asked).toHaveLength(50)
  await round.of(there, 10)
  expect(asked).toHaveLength(60)
  await round.of(here, 50)
  expect(said).toEqual([])
  for (let nr = 0; nr < 4; nr += 1) await round.of(here, 50)
  expect(asked.filter((id) => id === here.id)).toHaveLength(120)
  expect(said).toEqual([['audit.broken', 3]])
})

test('the store is away: it begins anew, and ends', async () => {
  const { round, said } = world(60, 55)
  await round.of(here, 50)
  await expect(round.of(here, 50)).rejects.toBeInstanceOf(StoreUnavailable)
  for (let nr = 0; nr < 3; nr += 1) await round.of(here, 50)
  expect(said).toEqual([['audit.broken', 1]])
})
