/** The sealed index of a running bot: opened with its stores, there after a restart, and asked by the proof of destruction. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { entitiesOf } from '../../../../services/matching/entitiesOf.ts'
import type { Entry } from '../../../../services/matching/entry.ts'
import { lookUp } from '../../../../services/matching/lookUp.ts'
import { memoryIndex } from '../../../../services/matching/memoryIndex.ts'
import { remainsOf } from '../../../../services/retention/proof.ts'
import { tenant } from '../../../journeys/steps.ts'
import { type House, startHouse } from '../../../kit/house.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

const indexOf = () => {
  const index = house.bot.app.indexOf?.(tenant(house))
  if (!index) throw new Error('This bot has no index.')
  return index
}

const entryOf = (id: string, more: Partial<Entry>): Entry => ({
  id,
  persons: [],
  organisations: [],
  addresses: [],
  phones: [],
  ibans: [],
  plates: [],
  emails: [],
  ...more,
})
const KADE = { street: 'Molenweide', number: '14b', postcode: '3511 AB', city: 'Utrecht' }
const ENTRIES = [
  entryOf('s1', {
    persons: [{ givenName: 'Karel', surname: 'Zandbergen', birthDate: '1984-02-03' }],
    addresses: [KADE],
  }),
  entryOf('s2', { organisations: [{ name: 'Schoonmaakbedrijf De Bezem B.V.' }], addresses: [KADE] }),
  entryOf('s3', { persons: [{ name: 'Ionela Popescu' }], phones: ['+31612345678'], plates: ['GB-123-D'] }),
]
const QUERIES = [
  entryOf('q1', {
    persons: [{ name: 'K. Zandbergen', birthDate: '1984-02-03' }],
    addresses: [{ ...KADE, street: 'Molen weide' }],
  }),
  entryOf('q2', { persons: [{ name: 'Popescu Ionela' }], phones: ['06-12345678'] }),
  entryOf('q3', { persons: [{ name: 'Iemand Anders' }] }),
]

test('finds the same as the index in memory, also after a restart', async () => {
  const memory = memoryIndex()
  for (const entry of ENTRIES) {
    await memory.put(entry.id, entitiesOf(entry))
    await indexOf().put(entry.id, entitiesOf(entry))
  }
  await house.restart()
  for (const query of QUERIES) expect(await lookUp(query, indexOf())).toEqual(await lookUp(query, memory))
  expect((await lookUp(QUERIES[1] ?? entryOf('none', {}), indexOf())).map(({ id }) => id)).toEqual(['s3'])
})

test('the proof of destruction finds what was not taken out of it', async () => {
  const { store } = house.bot.app
  await indexOf().put('s1', [...entitiesOf(ENTRIES[0] ?? entryOf('none', {}))])
  expect(await remainsOf(store, tenant(house), ['s1'], indexOf())).toEqual([{ kind: 'index', how: 'listed' }])
  await indexOf().remove('s1')
  expect(await remainsOf(store, tenant(house), ['s1'], indexOf())).toEqual([])
})
