/** Steps of the journeys of what is entered for somebody, and of files. */

import { everyDocument } from '../../services/store/every.ts'
import type { DocumentKind } from '../../services/store/port.ts'
import type { House } from '../kit/house.ts'
import { tenant } from './steps.ts'

const KINDS: readonly DocumentKind[] = [
  'signal',
  'chat',
  'vault',
  'counter',
  'channel',
  'ledger',
  'agenda',
  'count',
]

/** Everything that is stored and opened, and everything that stands in the channel. */
export async function everyTextOf(house: House): Promise<unknown[]> {
  const found: unknown[] = []
  for (const kind of KINDS)
    for await (const { document } of everyDocument(house.bot.app.store, tenant(house), kind))
      found.push(document)
  return [...found, house.connector.channel(house.channel)]
}
