/** The trail on Cosmos DB: the signals under one account, the heads and the digests of their trails under another. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { auditVerify } from '../../infra/commands/auditVerify.ts'
import { DigestLine } from '../../services/audit/digest.ts'
import { storeHeads } from '../../services/audit/heads.ts'
import { openCosmosStore } from '../../services/store/cosmos.ts'
import { type CosmosServer, startCosmosServer } from '../kit/cosmosServer.ts'
import { startHouse } from '../kit/house.ts'
import { report, tenant } from './steps.ts'

let first: CosmosServer
let second: CosmosServer
beforeAll(async () => {
  first = await startCosmosServer()
  second = await startCosmosServer()
})
afterAll(async () => {
  await first.stop()
  await second.stop()
})

test('K5: two accounts; a digest a day; a signal that is taken away with its head is noticed', async () => {
  const place = ({ endpoint, key }: CosmosServer, container: string) =>
    ({ kind: 'cosmos', endpoint, key, database: 'test', container, create: true }) as const
  const told: string[] = []
  const house = await startHouse({
    store: place(first, 'signalen'),
    adjust: (config) => ({ ...config, heads: place(second, 'controle'), watchTrail: true }),
    witness: { keep: async (line) => void told.push(line) },
  })
  try {
    const one = await report(house, house.sanne, 'Er slapen mensen in de loods.')
    await report(house, house.kees, 'Hij mag zijn paspoort niet houden.')
    await house.bot.sweep()
    house.clock.advance({ days: 1 })
    await house.bot.sweep()
    expect(told.map((line) => line.split(':')[0])).toEqual(['1', '2'])
    await house.restart()
    const verify = async () => {
      const said: string[] = []
      const lines = told.map((line) => DigestLine.parse(line))
      return { wrong: await auditVerify(house.config, (line) => void said.push(line), { lines }), said }
    }
    expect(await verify()).toMatchObject({ wrong: 0 })

    const signals = await openCosmosStore(place(first, 'signalen'))
    const trails = await openCosmosStore(place(second, 'controle'))
    await signals.save([
      { op: 'delete', key: { municipality: tenant(house), kind: 'signal', id: one.signal } },
    ])
    const heads = await trails.list(tenant(house), 'count', { open: true }, 10)
    const head = heads.find(({ document }) => Object(document.body).signal === one.signal)?.document
    if (!head) throw new Error('There was no head.')
    await trails.save([{ op: 'delete', key: head }])
    expect(await storeHeads(trails, house.bot.app.keys.audit).read(tenant(house), one.signal)).toBeUndefined()
    const { wrong, said } = await verify()
    expect([wrong, said[0]]).toEqual([2, `${one.reference}: has no head, and no proof of an end`])
    await signals.close()
    await trails.close()
  } finally {
    await house.stop()
  }
})
