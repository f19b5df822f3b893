/**
 * The first page of the worklist with many open signals, in a process of its own, on a store as the house opens it, beside
 * what it would cost to read every record for it. With `fill`, what writes the signals.
 */
import { z } from 'zod'
import { type Answers, answer } from './children.ts'
import { configOf, StoreGiven } from './config.ts'
import { fill, insideTeams, listOf, momentAfter, startHouse } from './seams.ts'

const Given = z.object({ store: StoreGiven, fill: z.number().optional() })
const NOWHERE = 'http://127.0.0.1:9/'
const STARTS_AFTER_MS = 3_600_000

answer(async (raw) => {
  const given = Given.parse(raw)
  const config = {
    ...configOf({ store: given.store, serviceUrl: NOWHERE, graphUrl: NOWHERE }),
    sweepEvery: 2_000_000_000,
    logLevel: 'silent' as const,
  }
  if (given.fill !== undefined) {
    await fill(config, given.fill)
    const none: Answers = {}
    return { ready: {}, answers: none }
  }
  const inside = insideTeams(() => undefined)
  const house = await startHouse(config, { ...inside, now: () => momentAfter(STARTS_AFTER_MS) })
  const { page, everything } = listOf(house)
  const timed = (act: () => Promise<unknown>) => async () => {
    const began = performance.now()
    await act()
    return performance.now() - began
  }
  const answers: Answers = { page: timed(page), everything: timed(everything) }
  return {
    ready: {},
    answers,
    stop: () => house.stop(),
  }
})
