/**
 * How cost grows with what is open: a start, a round of all jobs and the worklist's first page, with so many open
 * signals, on each store, its keys in a stand-in of Key Vault. Each in a process of its own.
 */
import { createServer } from 'node:http'
import { join } from 'node:path'
import { z } from 'zod'
import { startIssuer } from '../kit/issuer.ts'
import { startKeyVault } from '../kit/keyVault.ts'
import { type Child, startChild } from './children.ts'
import type { StoreGiven } from './config.ts'
import { listen } from './listen.ts'
import { openClient } from './load.ts'
import { Story, typedByOfficer, Versioned } from './story.ts'

/** What one thing cost. `peakMb`: the most memory that the process ever had until it was over. */
const Cost = z.object({ ms: z.number(), store: z.number(), peakMb: z.number() })
export type Cost = z.infer<typeof Cost> & { keys: number }

export const STEPS = [
  'start',
  'pageFirst',
  'catchUp',
  'roundFirst',
  'roundNext',
  'pageNext',
  'send',
  'take',
  'decide',
] as const
export type Step = (typeof STEPS)[number]

/** `refused`: how often the worklist said that it cannot be shown now, and was asked again. */
export type Grown = {
  store: StoreGiven['kind']
  size: number
  filledMs: number
  refused: number
  costs: Record<Step, Cost>
}

const APP = '7d3f0c52-4f7f-4c1c-9c59-0a3c6a0f2a11'
/** Nothing listens there: Teams and Graph are in the process itself. */
const NOWHERE = 'http://127.0.0.1:9/'
/** Rounds after the first, of which the middle one counts. */
const ROUNDS = 3
/** So often is asked for a worklist that cannot be shown for now, as on a machine on which a request takes too long. */
const MOST_TRIES = 10

const Ready = z.object({ url: z.string(), start: Cost })
const Filled = z.object({ ms: z.number() })
const CosmosReady = z.object({ endpoint: z.string(), key: z.string() })

const middle = (costs: readonly Cost[]): Cost => {
  const found = costs.toSorted((a, b) => a.ms - b.ms)[Math.floor(costs.length / 2)]
  if (!found) throw new Error('Nothing was measured.')
  return found
}

/** A Key Vault, and a place where tokens for it come from. */
async function startKeys() {
  const vault = await startKeyVault()
  const tokens = createServer((_request, response) => {
    void vault.token().then((token) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ token_type: 'Bearer', expires_in: 3599, access_token: token }))
    })
  })
  const authority = await listen(tokens)
  const stop = async () => {
    tokens.close()
    tokens.closeAllConnections()
    await vault.stop()
  }
  return { vault, authority, stop }
}

async function measureOne(store: StoreGiven, size: number): Promise<Grown> {
  const { vault, authority, stop } = await startKeys()
  const issuer = await startIssuer(APP, () => NOWHERE)
  const given = {
    store,
    authority,
    vaultUrl: vault.url,
    keyName: vault.keyName,
    namesKeyName: vault.names.keyName,
    issuer: { name: issuer.name, metadataUrl: issuer.metadataUrl },
    app: APP,
    serviceUrl: NOWHERE,
  }
  const children: Child<unknown>[] = []
  try {
    const filler = await startChild('./growthHouse.ts', { ...given, fill: size }, Filled)
    await filler.stop()
    const keysBefore = vault.requests.length
    const house = await startChild('./growthHouse.ts', given, Ready)
    children.push(house)
    const start: Cost = { ...house.ready.start, keys: vault.requests.length - keysBefore }
    const ask = async (what: string, act: () => Promise<unknown>): Promise<Cost> => {
      await house.ask('reset', z.null())
      const before = vault.requests.length
      const at = performance.now()
      await act()
      // Until the answer, for a turn; what follows it is among the requests.
      const ms = performance.now() - at
      const cost = await house.ask('cost', Cost)
      return { ...cost, ms: what === 'turn' ? ms : cost.ms, keys: vault.requests.length - before }
    }
    const job = (what: 'round' | 'catchUp') => ask('job', () => house.ask(what, z.null()))
    const bearer = () => ({ authorization: `Bearer ${issuer.token()}` })
    const client = openClient(house.ready.url, bearer)
    let refused = 0
    const page = async (): Promise<Cost> => {
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        // Until it is shown: what takes longer than an answer may, is answered 202 and comes later.
        const cost = await ask('turn', async () => {
          await client.send(typedByOfficer('werklijst', NOWHERE))
          await house.ask('shown', z.null())
        })
        const shown = await house.ask('kept', Versioned)
        if (JSON.stringify(shown).includes('S-2026-')) return cost
        refused += 1
      }
      throw new Error('The worklist shows no signal.')
    }
    // In a house that is cold: no key is in its memory.
    const pageFirst = await page()
    const catchUp = await job('catchUp')
    const roundFirst = await job('round')
    await house.ask('walked', z.null())
    const next: Cost[] = []
    for (let at = 0; at < ROUNDS; at += 1) next.push(await job('round'))
    const pageNext = middle([await page(), await page(), await page()])
    const story = new Story(
      {
        client,
        idle: () => house.ask('idle', z.null()),
        round: () => house.ask('round', z.null()),
        kept: () => house.ask('kept', Versioned),
      },
      NOWHERE,
    )
    // One before them: the first turn of a process also reads the last number.
    const [warm, measured] = [await story.drafts(1), await story.drafts(1)]
    const turn = (presses: readonly { readonly [key: string]: unknown }[]) => client.atOnce(presses, 1)
    await turn(warm)
    await story.takes(warm)
    const send = await ask('turn', () => turn(measured))
    const takes = await story.takes(measured)
    let taken: Awaited<ReturnType<typeof turn>> | undefined
    const take = await ask('turn', async () => {
      taken = await turn(takes)
    })
    if (!taken) throw new Error('Nothing was taken.')
    const decisions = await story.decisions(takes, taken)
    const decide = await ask('turn', () => turn(decisions))
    await story.heard(decisions)
    client.close()
    const costs = {
      start,
      catchUp,
      roundFirst,
      roundNext: middle(next),
      pageFirst,
      pageNext,
      send,
      take,
      decide,
    }
    return { store: store.kind, size, filledMs: filler.ready.ms, refused, costs }
  } finally {
    await Promise.all(children.map((child) => child.stop()))
    await Promise.all([issuer.stop(), stop()])
  }
}

/** Measures each size on this kind of store, each on a store of its own. */
export async function measureGrowth(
  kind: StoreGiven['kind'],
  sizes: readonly number[],
  folder: string,
): Promise<Grown[]> {
  const found: Grown[] = []
  for (const size of sizes) {
    const began = performance.now()
    process.stderr.write(`growth: ${kind}, ${size} open signals`)
    const server = kind === 'cosmos' ? await startChild('./cosmos.ts', undefined, CosmosReady) : undefined
    try {
      const store = server
        ? { kind: 'cosmos' as const, ...server.ready }
        : { kind: 'sqlite' as const, path: join(folder, `growth-${size}.db`) }
      found.push(await measureOne(store, size))
      process.stderr.write(`: ${((performance.now() - began) / 1000).toFixed(0)} s\n`)
    } catch (error) {
      // What is too much for this machine keeps nobody from the figures of the others.
      const why = Error.isError(error) ? error.message : 'failed'
      process.stderr.write(`: could not be measured. ${why}\n`)
    } finally {
      await server?.stop()
    }
  }
  return found
}

const NAMES: Record<Step, string> = {
  start: 'A start, until it listens',
  catchUp: 'After a start: the trails catch up',
  roundFirst: 'A round of all jobs, the first',
  roundNext: 'A round in which nothing is due',
  pageFirst: "The worklist's first page, after a start",
  pageNext: "The worklist's first page, after the rounds",
  send: 'Turn: sending',
  take: 'Turn: taking',
  decide: 'Turn: deciding',
}

/** What the largest size may cost, in times of the smallest: requests and, where it says so, milliseconds. */
const AIMS: Partial<Record<Step, { most: number; text: string }>> = {
  roundNext: { most: 1, text: 'the same at every size' },
  pageFirst: { most: 2, text: 'at most 2 x' },
}
/** What is the same is not to the millisecond. */
const SAME = 1.5
/** Below this a difference says nothing. */
const NOISE_MS = 20

function verdictOf(step: Step, least: Cost, most: Cost): string {
  const aim = AIMS[step]
  if (!aim) return ''
  const asked = (cost: Cost) => cost.store + cost.keys
  const few = asked(most) <= aim.most * asked(least)
  const quick = most.ms <= Math.max(aim.most, SAME) * least.ms + NOISE_MS
  const why = [few ? '' : 'requests', quick ? '' : 'ms'].filter((one) => one !== '').join(', ')
  return `aim: ${aim.text} - ${why === '' ? 'meets' : `MISSES (${why})`}`
}

/** What was found, as a table: for each thing a line per size. */
export function growthTable(all: readonly Grown[]): string {
  const lines: string[] = all.length === 0 ? ['', 'HOW COST GROWS: nothing could be measured.'] : []
  for (const [store, found] of Map.groupBy(all, (one) => one.store)) {
    const [first] = found
    const last = found.at(-1)
    if (!first || !last) continue
    const filled = found
      .map(({ size, filledMs }) => `${size} in ${(filledMs / 1000).toFixed(1)} s`)
      .join(', ')
    lines.push(
      '',
      `HOW COST GROWS, ${store === 'sqlite' ? 'SQLITE' : 'COSMOS SERVER'}, keys in a stand-in of Key Vault (filled: ${filled})`,
      `${'open signals'.padStart(56)}${'ms'.padStart(11)}${'store'.padStart(8)}${'Key Vault'.padStart(11)}${'peak MB'.padStart(9)}`,
    )
    for (const step of STEPS) {
      for (const one of found) {
        const { ms, store: asked, keys, peakMb } = one.costs[step]
        const cells = [
          (one === first ? NAMES[step] : '').padEnd(46),
          String(one.size).padStart(10),
          ms.toFixed(ms < 100 ? 1 : 0).padStart(11),
          String(asked).padStart(8),
          String(keys).padStart(11),
          peakMb.toFixed(0).padStart(9),
        ]
        const verdict = one === last ? verdictOf(step, first.costs[step], last.costs[step]) : ''
        lines.push(`${cells.join('')}  ${verdict}`.trimEnd())
      }
    }
  }
  const refused = all.filter((one) => one.refused > 0)
  for (const one of refused) {
    const times = `${one.refused} time(s)`
    lines.push(
      `${one.store}, ${one.size}: the worklist said ${times} that it cannot be shown now, and was asked again`,
    )
  }
  lines.push(
    '',
    'store: requests to the store, Key Vault: requests to it, both until nothing is under way any more; the ms of a turn',
    'are until the answer, of a page until it is shown. peak MB: the most memory of the process until then. Of the rounds after the first',
    'the middle one, once the walks of the day are over, which take a page in each; four minutes of the clock lie between.',
    '',
  )
  return lines.join('\n')
}
