/** The spine, over real HTTP: words become a signal, the officer decides, the reporter hears of it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type House, startHouse } from '../kit/house.ts'

let house: House
beforeAll(async () => {
  house = await startHouse()
})
afterAll(() => house.stop())

test('from free words to the end', async () => {
  const { connector, sanne, marieke, channel } = house
  const said = await sanne.say('Een jongen aan de balie mag zijn paspoort niet zelf vasthouden.')
  expect(said.status).toBe(200)
  const draft = connector.newestCard(sanne)
  expect(connector.textOf(draft)).toContain('Dit heb ik van je')
  await sanne.click(draft, 'Versturen')
  await house.settle()
  expect(connector.textOf(connector.newestCard(sanne))).toContain('S-2026-0001')
  const doorbell = connector.newestCard(channel)
  expect(connector.textOf(doorbell)).toContain('S-2026-0001')
  expect(connector.textOf(doorbell)).not.toContain('paspoort')
  const opened = await marieke.click(doorbell, 'Openen')
  expect(opened.dialog && connector.textOf(opened.dialog)).toContain('paspoort')
})
