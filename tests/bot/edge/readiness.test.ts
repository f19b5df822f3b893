/** /readyz: how it stands, in codes and counts; nothing of anybody. */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { meldpunt } from '../../../infra/local/demo.ts'
import { StoreUnavailable } from '../../../services/store/port.ts'
import { report } from '../../journeys/steps.ts'
import { calls, faults } from '../../kit/connector.ts'
import { type House, readyz, startHouse } from '../../kit/house.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

const ready = async () => {
  const answer = await readyz(house)
  return { status: answer.status, text: await answer.text() }
}
/** So long, and then as long as it takes to believe that something is gone. */
const later = async (minutes = 6) => {
  for (const each of [minutes, 1, 1, 1]) {
    house.clock.advance({ minutes: each })
    await house.bot.sweep()
    await house.settle()
  }
}

const SOUND = {
  ready: true,
  wrong: [],
  store: 'ok',
  audit: { behind: 0 },
  undelivered: { documents: 0, effects: 0 },
  late: 0,
  channels: { count: 1, gone: 0, refusing: 0 },
  officers: { count: 3, gone: 0 },
  nobodyReads: 0,
  untold: 0,
  openings: { unusual: 0 },
}

test('all is well', async () => {
  await later()
  const { status, text } = await ready()
  expect(status).toBe(200)
  expect(JSON.parse(text)).toEqual(SOUND)
})

test('the store is away: not ready, and the process lives', async () => {
  jest.spyOn(house.bot.app.store, 'ping').mockRejectedValue(new StoreUnavailable('unreachable'))
  const { status, text } = await ready()
  expect(status).toBe(503)
  expect(JSON.parse(text)).toEqual({ ...SOUND, ready: false, wrong: ['storeAway'], store: 'away' })
  expect((await fetch(`${house.bot.url}/healthz`)).status).toBe(200)
})

test('a channel and an officer gone, a message given up: counted, said in a word, and nobody is named', async () => {
  const { sanne, marieke, joost, connector, graph, channel } = house
  const it = await report(house, sanne, 'Hij slaapt in de opslag.')
  connector.faults.next(Number.POSITIVE_INFINITY, calls.update, faults.notFound())
  graph.state.users = graph.state.users.filter((id) => id !== joost.aadObjectId && id !== sanne.aadObjectId)
  connector.setThere(channel, false)
  sanne.blocks()
  await later()
  const dossier = await marieke.click(connector.newestCard(marieke), 'Werklijst')
  expect(connector.textOf(dossier.dialog ?? connector.newestCard(marieke))).toContain(it.reference)
  const answer = await ready()
  expect(answer.status).toBe(503)
  expect(JSON.parse(answer.text)).toMatchObject({
    ready: false,
    wrong: ['channelGone'],
    channels: { count: 1, gone: 1 },
    officers: { count: 3, gone: 1 },
    nobodyReads: 0,
  })
  const secrets = [it.reference, it.signal, meldpunt.channel.name, channel, house.connector.tenantId]
  const people = [sanne, marieke, joost].flatMap(({ name, id, aadObjectId }) => [name, id, aadObjectId])
  expect([...secrets, ...people].filter((each) => answer.text.includes(each))).toEqual([])
})

test('what was given up is counted', async () => {
  const { sanne, marieke, connector, graph } = house
  const it = await report(house, sanne, 'Hij slaapt in de opslag.')
  sanne.blocks()
  graph.state.users = graph.state.users.filter((id) => id !== sanne.aadObjectId)
  const opened = await marieke.click(connector.newestCard(house.channel), 'Openen')
  if (!opened.dialog) throw new Error('Nothing opened.')
  const page = await marieke.submitDialog(opened.dialog, 'Stel een vraag')
  if (!page.dialog) throw new Error('No page.')
  await marieke.submitDialog(page.dialog, 'Verstuur de vraag', { text: 'Sinds wanneer?' })
  await house.settle()
  for (let round = 0; round < 4; round += 1) await later()
  expect(JSON.parse((await ready()).text)).toMatchObject({
    ready: true,
    undelivered: { documents: 1, effects: 1 },
  })
  expect(it.reference).toBe('S-2026-0001')
})
