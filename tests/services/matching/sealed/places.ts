/** The two places of a sealed index, each empty: for tests that hold both to the same. */

import type { Place, Places } from '../../../../services/matching/sealed/place.ts'
import { openCosmos } from '../../../../services/store/cosmos.ts'
import { openSqlite } from '../../../../services/store/sqlite.ts'
import { type CosmosServer, startCosmosServer } from '../../../kit/cosmosServer.ts'
import { TOWN } from './kit.ts'

export type Opened = {
  places: Places
  place: Place
  /** A second connection to the same items. */
  another(): Promise<Place>
  /** Requests over the wire since the start; undefined where there is no wire. */
  requests?: () => number
  faults?: CosmosServer['faults']
  end(): Promise<void>
}

async function onSqlite(): Promise<Opened> {
  const { mkdtempSync, rmSync } = await import('node:fs')
  const { tmpdir } = await import('node:os')
  const { join } = await import('node:path')
  const dir = mkdtempSync(join(tmpdir(), 'index-'))
  const first = openSqlite(join(dir, 'x.db'))
  const second = openSqlite(join(dir, 'x.db'))
  return {
    places: first.places,
    place: first.places.of(TOWN),
    another: async () => second.places.of(TOWN),
    end: async () => {
      await second.store.close()
      await first.store.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

async function onCosmos(): Promise<Opened> {
  const server = await startCosmosServer()
  const { endpoint, key } = server
  const open = async (create: boolean) => {
    const options = { endpoint, key, database: 'test', container: 'signalen', index: 'herkenning' }
    const { store, places } = await openCosmos({ ...options, create, requestTimeoutMs: 2_000, pauseMs: 2 })
    if (!places) throw new Error('There is no index.')
    return { store, places }
  }
  const first = await open(true)
  const second = await open(false)
  return {
    places: first.places,
    place: first.places.of(TOWN),
    another: async () => second.places.of(TOWN),
    requests: server.requests,
    faults: server.faults,
    end: async () => {
      await second.store.close()
      await first.store.close()
      await server.stop()
    },
  }
}

export const PLACES = [
  { name: 'SQLite', open: onSqlite },
  { name: 'Cosmos DB', open: onCosmos },
] as const
