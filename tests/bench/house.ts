/** The bot under test, as in production: started by main.ts, in a process of its own. */
import { z } from 'zod'
import { answer } from './children.ts'
import { configOf, StoreGiven } from './config.ts'
import { startMeter } from './meter.ts'
import { municipalityIn, openBareStore, prepareProbe, roundOf, startHouse } from './seams.ts'

const Given = z.object({
  store: StoreGiven,
  serviceUrl: z.string(),
  graphUrl: z.string(),
  /** Count what a turn asks for. Not while times are measured. */
  counting: z.boolean(),
})

answer(async (raw) => {
  const given = Given.parse(raw)
  const config = configOf(given)
  const { store } = given
  const meter = given.counting
    ? startMeter(store.kind === 'cosmos' ? new URL(store.endpoint).host : undefined)
    : undefined
  // The sweep asks the store for things that belong to no turn, and the heads of the trails follow a moment later.
  const quiet = { sweepEvery: 3_600_000, heads: { kind: 'sqlite' as const, path: ':memory:' } }
  const counted = meter ? { ...config, ...quiet } : config
  const replaced =
    meter && store.kind === 'sqlite' ? { store: meter.wrapped(await openBareStore(store)) } : {}
  const running = await startHouse(counted, replaced)
  const probe = await prepareProbe(running.app.store, municipalityIn(config))
  meter?.reset()
  return {
    ready: { url: `${running.url}/api/messages` },
    answers: {
      idle: () => running.idle(),
      // What could not be delivered at once is tried again, now.
      round: () => roundOf(running),
      reset: () => meter?.reset(),
      metered: async () => {
        await running.idle()
        return meter?.read()
      },
      probe,
    },
    stop: () => running.stop(),
  }
})
