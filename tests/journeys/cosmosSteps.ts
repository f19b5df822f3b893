/** Houses on the Cosmos server, one container each, and a look past the store at what is kept there. */
import { type CosmosServer, type Faults, type SeenRequest, startCosmosServer } from '../kit/cosmosServer.ts'
import { type House, startHouse } from '../kit/house.ts'
import { tenant } from './steps.ts'

const isWrite = ({ method, headers }: SeenRequest): boolean =>
  method === 'PUT' || method === 'DELETE' || (method === 'POST' && !headers['x-ms-documentdb-isquery'])

/** `begin` and `end` once in a test file; `start` a house, and `stop` it at the end of its test. */
export function cosmosHouses(name: string) {
  let server: CosmosServer | undefined
  let house: House | undefined
  let count = 0
  let written: string[] = []
  const running = () => {
    if (!server || !house) throw new Error('There is no house yet.')
    return { server, house }
  }
  return {
    begin: async () => {
      server = await startCosmosServer()
    },
    end: async () => server?.stop(),
    start: async (): Promise<House> => {
      if (!server) throw new Error('There is no server yet.')
      count += 1
      written = []
      const bytes = written
      // No fault: every request is looked at on its way.
      server.faults.always({ kind: 'slow', ms: 0 }, 1, ({ path, body }) => {
        bytes.push(`${decodeURIComponent(path)} ${body}`)
        return false
      })
      const { endpoint, key } = server
      const store = { kind: 'cosmos', endpoint, key, database: 'test', container: `${name}${count}` } as const
      house = await startHouse({ store: { ...store, create: true } })
      return house
    },
    stop: async () => {
      server?.faults.clear()
      await house?.stop()
    },
    faults: (): Faults => running().server.faults,
    /** From so many writes on, the store refuses what is done in `act`. @returns whether it came to that. */
    brokenAfter: async (writes: number, act: () => Promise<unknown>): Promise<boolean> => {
      const { server, house } = running()
      let count = 0
      let broke = false
      server.faults.always({ kind: 'status', status: 403 }, 1, (request) => {
        if (!isWrite(request)) return false
        count += 1
        if (count > writes) broke = true
        return broke
      })
      await act()
      // What is told and marked afterwards goes on.
      server.faults.clear()
      await house.settle()
      return broke
    },
    /** Everything that was asked of the server so far: what was stored at any moment is in it. */
    asked: (): string => written.join('\n'),
    /** Every item as the server keeps it now, its own fields with it. */
    stored: async (): Promise<string[]> => {
      const { server, house } = running()
      const response = await fetch(`${server.endpoint}/dbs/test/colls/${name}${count}/docs`, {
        headers: { 'x-ms-documentdb-partitionkey': JSON.stringify([tenant(house)]) },
      })
      if (!response.ok) throw new Error(`The list gave ${response.status}.`)
      const { Documents } = Object(await response.json())
      if (!Array.isArray(Documents)) throw new Error('There is no list.')
      return Documents.map((each) => JSON.stringify(each))
    },
  }
}
