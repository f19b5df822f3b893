/** Instances of the house on one Cosmos DB and one Teams, for the tests of a file. */
import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals'
import type { Connector } from '../kit/connector.ts'
import { type CosmosServer, startCosmosServer } from '../kit/cosmosServer.ts'
import { type Clock, type House, startHouse } from '../kit/house.ts'

/** Gives what starts another instance; each test has containers of its own, and its instances are stopped after it. */
export function useInstances(): (clock: Clock) => Promise<House> {
  let server: CosmosServer
  let connector: Connector | undefined
  let houses: House[] = []
  let container = 0
  beforeAll(async () => {
    server = await startCosmosServer()
  })
  afterAll(() => server.stop())
  beforeEach(() => {
    container += 1
  })
  afterEach(async () => {
    for (const house of houses.toReversed()) await house.stop()
    houses = []
    connector = undefined
  })
  return async (clock) => {
    const { endpoint, key } = server
    const account = { kind: 'cosmos', endpoint, key, database: 'test', create: true } as const
    const house = await startHouse({
      clock,
      ...(connector ? { connector } : {}),
      store: { ...account, container: `instances${container}` },
      adjust: (config) => ({ ...config, heads: { ...account, container: `heads${container}` } }),
    })
    connector = house.connector
    houses.push(house)
    return house
  }
}
