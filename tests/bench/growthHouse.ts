/**
 * The house with many open signals, in a process of its own: its keys in Key Vault, the real front door, Teams and Graph
 * inside the process, and a clock that is moved. Or, with `fill`, what writes the signals.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Replacements } from '../../bot/main.ts'
import { type Answers, answer } from './children.ts'
import { configOf, StoreGiven } from './config.ts'
import { startMeter } from './meter.ts'
import { catchUpOf, fill, insideTeams, momentAfter, openBareStore, roundOf, startHouse } from './seams.ts'
import type { Posted } from './stubs.ts'

const Given = z.object({
  store: StoreGiven,
  /** Where tokens for Key Vault come from. */
  authority: z.string(),
  vaultUrl: z.string(),
  keyName: z.string(),
  namesKeyName: z.string(),
  issuer: z.object({ name: z.string(), metadataUrl: z.string() }),
  app: z.string(),
  serviceUrl: z.string(),
  /** So many signals are written, and nothing is measured. */
  fill: z.number().optional(),
})

/** Signals were written at the first moment; this long after it the house starts, and so much later is each round. */
const STARTS_AFTER_MS = 3_600_000
const ROUND_EVERY_MS = 240_000
/** With a page of a hundred documents in each, more than the largest size needs. */
const MOST_ROUNDS = 2_000
/** A round that asks for no more goes along nothing. */
const MOST_IDLE = 8
const QUIET_ROUNDS = 6

function configFor(given: z.infer<typeof Given>) {
  const { store, authority, vaultUrl, keyName, namesKeyName, issuer, app } = given
  const config = configOf({ store, serviceUrl: given.serviceUrl, graphUrl: authority })
  const tenantId = config.municipalities[0]?.tenant ?? ''
  return {
    ...config,
    credentials: { kind: 'secret' as const, appId: app, secret: 'bench', tenantId, issuer },
    keys: { kind: 'keyVault' as const, vaultUrl, keyName, namesKeyName },
    // Rounds are asked for, and nothing else goes on beside what is measured.
    sweepEvery: 2_000_000_000,
    logLevel: 'silent' as const,
  }
}

const peakMb = (): number => process.resourceUsage().maxRSS / 1024

answer(async (raw) => {
  const given = Given.parse(raw)
  const config = configFor(given)
  if (given.fill !== undefined) {
    const began = performance.now()
    await fill(config, given.fill)
    return { ready: { ms: performance.now() - began }, answers: {} }
  }
  const { store } = given
  const meter = startMeter(store.kind === 'cosmos' ? new URL(store.endpoint).host : undefined)
  let moved = STARTS_AFTER_MS
  let kept: Posted[] = []
  const { teams, graph } = insideTeams((posted) => void kept.push(posted))
  // A store without a wire is counted around itself.
  const counted = async (): Promise<Replacements> =>
    store.kind === 'sqlite' ? { store: meter.wrapped(await openBareStore(store)) } : {}
  const replaced = { ...(await counted()), teams, graph, now: () => momentAfter(moved) }
  let began = performance.now()
  let took = 0
  const running = await startHouse(config, replaced)
  const cost = () => ({ ms: took, store: meter.read().all.store, peakMb: peakMb() })
  took = performance.now() - began
  const start = cost()
  const job = (act: () => Promise<unknown>) => async () => {
    moved += ROUND_EVERY_MS
    began = performance.now()
    await act()
    await running.idle()
    took = performance.now() - began
  }
  const answers: Answers = {
    idle: () => running.idle(),
    round: job(() => roundOf(running)),
    catchUp: job(() => catchUpOf(running)),
    /** The walks of the day, which take a page in each round: until they are over. */
    walked: async () => {
      // A page that was read lasts some rounds: one that asks for little may still be in the middle.
      for (let [rounds, idle] = [0, 0]; rounds < MOST_ROUNDS; rounds += 1) {
        meter.reset()
        await roundOf(running)
        idle = meter.read().all.store <= MOST_IDLE ? idle + 1 : 0
        if (idle === QUIET_ROUNDS) return
      }
      throw new Error('The walks of the day never end.')
    },
    reset: () => meter.reset(),
    cost: async () => {
      await running.idle()
      return cost()
    },
    /** Resolves when something was posted. */
    shown: async () => {
      while (kept.length === 0) await pause(2)
    },
    kept: () => {
      const all = kept
      kept = []
      return all
    },
  }
  return { ready: { url: `${running.url}/api/messages`, start }, answers, stop: () => running.stop() }
})
