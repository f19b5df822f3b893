/**
 * How long a fresh process takes. As a program: with the names of packages, until they are imported; with the
 * configuration of a house, until it listens. It prints the milliseconds since the process began.
 */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** The packages of which Signaalpunt is to be built. The second loads in Node as this bundle only. */
const PACKAGES = [
  'botbuilder',
  'adaptivecards/dist/adaptivecards.js',
  '@microsoft/teams-ai',
  '@azure/cosmos',
  '@microsoft/microsoft-graph-client',
  'restify',
]

export type StartUps = { packages: number[]; house: number[] }

/** Starts both in turn, so many times. */
export async function measureStartUp(times: number, database: string): Promise<StartUps> {
  const run = async (...given: string[]): Promise<number> => {
    const path = fileURLToPath(import.meta.url)
    const { stdout } = await promisify(execFile)(process.execPath, [path, ...given], { timeout: 30_000 })
    // The house logs too.
    const printed = /^[\d.]+$/m.exec(stdout)?.[0]
    if (printed === undefined) throw new Error(`${given[0]}: the process did not say how long it took.`)
    return Number(printed)
  }
  const found: StartUps = { packages: [], house: [] }
  // The first of each fills the caches of the file system.
  for (let at = -1; at < times; at += 1) {
    const packages = await run('packages', ...PACKAGES)
    const house = await run('house', database)
    if (at < 0) continue
    found.packages.push(packages)
    found.house.push(house)
  }
  return found
}

async function startHouse(path: string): Promise<void> {
  const { startSignaalpunt } = await import('../../bot/main.ts')
  const { configOf } = await import('./config.ts')
  const nowhere = 'http://127.0.0.1:9/'
  const store = { kind: 'sqlite', path } as const
  await startSignaalpunt(configOf({ store, serviceUrl: nowhere, graphUrl: nowhere }))
  process.stdout.write(`${performance.now()}\n`)
  process.exit()
}

if (import.meta.main) {
  const [what, ...given] = process.argv.slice(2)
  if (what === 'house') await startHouse(given[0] ?? '')
  else {
    // By name, as the table of the walls is about what the code needs and not about what is measured here.
    for (const name of given) await import(name)
    process.stdout.write(`${performance.now()}\n`)
  }
}
