/** The app in the organisation's catalogue, at the start and after it: absent is said, away silences nobody. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { ConfigurationError } from '../../../bot/app/config.ts'
import type { Log } from '../../../bot/app/log.ts'
import { type Signaalpunt, startSignaalpunt } from '../../../bot/main.ts'
import { graphCalls, graphError } from '../../../infra/local/graphStandIn.ts'
import { type House, readyz, startHouse } from '../../kit/house.ts'

let house: House
let dir: string
let started: Signaalpunt | undefined
let said: string[] = []
beforeEach(async () => {
  house = await startHouse()
  dir = mkdtempSync(join(tmpdir(), 'signaalpunt-catalogue-'))
  said = []
})
afterEach(async () => {
  await started?.stop()
  started = undefined
  await house.stop()
  rmSync(dir, { recursive: true, force: true })
})

const say: Log['info'] = (event, { code } = {}) => void said.push(`${event} ${code ?? ''}`)
const log: Log = { info: say, warn: say, error: say }

async function start(teamsAppId = house.config.graph.teamsAppId): Promise<Signaalpunt> {
  const config = {
    ...house.config,
    store: { kind: 'sqlite' as const, path: join(dir, 'other.db') },
    heads: { kind: 'sqlite' as const, path: join(dir, 'audit.db') },
    graph: { ...house.config.graph, teamsAppId },
    askAtStart: true,
  }
  started = await startSignaalpunt(config, { now: house.clock.now, log })
  return started
}
const ready = async () => {
  const answer = await readyz({ bot: { url: started?.url ?? '' } })
  return { status: answer.status, body: JSON.parse(await answer.text()) }
}
const asked = () => house.graph.requests.filter(graphCalls.catalogue).length

test('K6: it is asked once at the start, and not again', async () => {
  await start()
  expect(asked()).toBe(1)
  house.clock.advance({ minutes: 5 })
  await started?.sweep()
  expect(asked()).toBe(1)
  expect(await ready()).toMatchObject({ status: 200 })
  expect(said.filter((line) => line.startsWith('graph.'))).toEqual([])
})

test('K6: with an app that the catalogue does not have it says so, and does not start', async () => {
  const error = await start('99999999-25e0-4569-8ebe-13601cb55a18').catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(ConfigurationError)
  expect(String(error)).toContain('TEAMS_APP_ID: the catalogue of the organisation has no app')
  expect(String(error)).not.toContain('99999999')
})

test('K9: one empty answer of the catalogue is not believed', async () => {
  const empty = { status: 200, body: { value: [] } }
  house.graph.faults.next(1, graphCalls.catalogue, { kind: 'answer', reply: empty })
  await start()
  expect(await ready()).toMatchObject({ status: 200 })
})

test.each([
  ['away', graphError(503, 'ServiceUnavailable', 'Later.')],
  ['refused', graphError(403, 'Forbidden', 'Missing role permissions on the request.')],
] as const)(
  'K5: Graph is %s at the start: it starts, says so, and asks until it knows',
  async (how, reply) => {
    house.graph.faults.next(2, graphCalls.catalogue, { kind: 'answer', reply })
    await start()
    expect(await ready()).toMatchObject({ status: 503, body: { ready: false, catalogue: how } })
    house.clock.advance({ minutes: 2 })
    await started?.sweep()
    expect(await ready()).toMatchObject({ status: 503, body: { catalogue: how } })
    house.clock.advance({ minutes: 2 })
    await started?.sweep()
    const { status, body } = await ready()
    expect([status, 'catalogue' in body]).toEqual([200, false])
    expect(said.filter((line) => line.startsWith('graph.'))).toEqual([
      `graph.catalogue ${how}`,
      'graph.catalogue found',
    ])
  },
)
