/** One instance on one file of SQLite; what keeps it from starting is said in a line, and leaves nothing open. */
import { readdirSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { ConfigurationError } from '../../../bot/app/config.ts'
import { whyNotStarted } from '../../../bot/app/startupError.ts'
import { type Signaalpunt, startSignaalpunt } from '../../../bot/main.ts'
import { defaultPorts } from '../../../infra/local/demo.ts'
import { startLocal, takenPorts, whyNotLocal } from '../../../infra/local/start.ts'
import { StoreUnavailable } from '../../../services/store/port.ts'
import { holdSqlite } from '../../../services/store/sqlite.ts'
import { report } from '../../journeys/steps.ts'
import { type House, startHouse } from '../../kit/house.ts'
import { openBehind } from '../../services/store/sqliteFile.ts'

let house: House
let second: Signaalpunt | undefined
beforeEach(async () => {
  second = undefined
  house = await startHouse({ adjust: (config) => ({ ...config, oneInstance: { waitMs: 0 } }) })
})
afterEach(async () => {
  await second?.stop()
  await house.stop()
})

const startSecond = async (change: Partial<House['config']> = {}): Promise<Signaalpunt> => {
  second = await startSignaalpunt({ ...house.config, ...change }, { now: house.clock.now })
  return second
}
const refused = (change: Partial<House['config']> = {}): Promise<unknown> =>
  startSecond(change).then(
    () => 'started',
    (error: unknown) => error,
  )

describe('a second instance on the same file', () => {
  test('does not start, says why, and the first goes on', async () => {
    const error = await refused()
    expect(error).toBeInstanceOf(ConfigurationError)
    expect(error).toMatchObject({ message: expect.stringContaining('another Signaalpunt has it open') })
    expect((await report(house, house.sanne, 'Er staan twaalf bedden in de schuur.')).reference).toBe(
      'S-2026-0001',
    )
  })

  test('is kept out by a file of which nothing is written: there may be no room', () => {
    const files = readdirSync(house.dir).filter((name) => name.startsWith('signaalpunt.db.lock'))
    expect(files).toEqual(['signaalpunt.db.lock'])
    expect(statSync(`${house.dir}/signaalpunt.db.lock`).size).toBe(0)
  })

  test('waits for one that is stopping', async () => {
    const starting = startSecond({ oneInstance: { waitMs: 600_000 } })
    await house.bot.stop()
    await starting
    house.bot = await starting
    second = undefined
    house.connector.bot(`${house.bot.url}/api/messages`)
    expect((await report(house, house.sanne, 'Er staan twaalf bedden.')).reference).toBe('S-2026-0001')
  })

  test('one on another file, or a command in the same one, is not in its way', async () => {
    const other = { kind: 'sqlite' as const, path: `${house.dir}/other.db` }
    await startSecond({ store: other })
    const db = openBehind(`${house.dir}/signaalpunt.db`)
    expect(db.prepare('SELECT count(*) AS n FROM document').get()).toMatchObject({ n: expect.any(Number) })
    db.close()
  })
})

test('a start that fails later lets the file go: mended, it starts', async () => {
  const taken = createServer()
  const port = await new Promise<number>((resolve) => {
    taken.listen(0, '127.0.0.1', () => {
      const address = taken.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  await house.bot.stop()
  const error = await refused({ port })
  await new Promise((resolve) => taken.close(resolve))
  expect(error).toBeInstanceOf(ConfigurationError)
  expect(error).toMatchObject({ message: expect.stringContaining(`PORT: ${port} is in use`) })
  house.bot = await startSecond({ port })
  second = undefined
})

test('no store at all: said, with the file let go', async () => {
  await house.bot.stop()
  const store = { kind: 'sqlite' as const, path: `${house.dir}/nowhere/signaalpunt.db` }
  expect(whyNotStarted(await refused({ store }))).toContain('is its folder there')
  const heads = { kind: 'sqlite' as const, path: house.dir }
  expect(await refused({ heads })).toBeInstanceOf(StoreUnavailable)
  const release = holdSqlite(`${house.dir}/signaalpunt.db`)
  expect(release).toBeDefined()
  release?.()
  house.bot = await startSecond()
  second = undefined
})

test('npm start twice: it names the port and what to do, in both languages', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', () => resolve()))
  const address = taken.address()
  const graph = typeof address === 'object' && address ? address.port : 0
  const error = await startLocal(`${house.dir}/local`, { ...defaultPorts, graph }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  await new Promise((resolve) => taken.close(resolve))
  expect(whyNotLocal(error)).toContain(`poort ${graph} is bezet`)
  expect(whyNotLocal(error)).toContain(`port ${graph} is in use`)
  expect(whyNotLocal(new Error('a defect'))).toBeUndefined()
})

test('each port that is taken or wanted twice is named, with what it is for', async () => {
  const taken = await Promise.all([createServer(), createServer()].map(listening))
  const [bot = 0, reporter = 0] = taken.map(({ port }) => port)
  const [free, other] = await Promise.all([createServer(), createServer()].map(listening))
  await Promise.all([free?.close(), other?.close()])
  const ports = {
    bot,
    reporter,
    officer: free?.port ?? 0,
    startPage: other?.port ?? 0,
    graph: free?.port ?? 0,
  }
  const found = await takenPorts(ports)
  await Promise.all(taken.map(({ close }) => close()))
  expect(found).toEqual([
    { part: 'bot', port: bot },
    { part: 'reporter', port: reporter },
    { part: 'graph', port: ports.graph },
  ])
  expect(await takenPorts({ ...ports, graph: 0 })).toEqual([])
})

async function listening(server: ReturnType<typeof createServer>) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { port, close: () => new Promise((resolve) => server.close(resolve)) }
}
