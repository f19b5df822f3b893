/** The bot under test, as in production: started by main.ts, in a process of its own. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { startSignaalpunt } from '../../bot/main.ts'
import type { Op, Store } from '../../services/store/port.ts'
import { openSqliteStore } from '../../services/store/sqlite.ts'
import { MunicipalityId } from '../../services/words.ts'
import { answer } from './children.ts'
import { configOf, StoreGiven } from './config.ts'
import { startMeter } from './meter.ts'

const Given = z.object({
  store: StoreGiven,
  serviceUrl: z.string(),
  graphUrl: z.string(),
  /** Count what a turn asks for. Not while times are measured. */
  counting: z.boolean(),
})

/** As large as a signal with a decision. */
const PROBE_BYTES = 5_000

type Probe = () => Promise<{ read: number; write: number }>

/** A document to ask for, and how long one read and one write of it take. */
async function prepareProbe(store: Store, municipality: MunicipalityId): Promise<Probe> {
  const key = { municipality, kind: 'count' as const, id: `bench-${randomUUID()}` }
  const document = { ...key, body: { text: 'x'.repeat(PROBE_BYTES) }, open: false, dueAt: null }
  const saved = async (op: Op): Promise<string> => {
    const result = await store.save([op])
    const etag = result.saved ? result.etags[0] : undefined
    if (!etag) throw new Error('A save that nobody is in the way of did not succeed.')
    return etag
  }
  let etag = await saved({ op: 'create', document })
  return async () => {
    const start = performance.now()
    await store.read(key)
    const between = performance.now()
    etag = await saved({ op: 'replace', document, etag })
    return { read: between - start, write: performance.now() - between }
  }
}

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
    meter && store.kind === 'sqlite' ? { store: meter.wrapped(openSqliteStore(store.path)) } : {}
  const running = await startSignaalpunt(counted, replaced)
  const municipality = MunicipalityId.parse(config.municipalities[0]?.id)
  const probe = await prepareProbe(running.parts.store, municipality)
  meter?.reset()
  return {
    ready: { url: `${running.url}/api/messages` },
    answers: {
      idle: () => running.idle(),
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
