/** What officers read of a case follows from what happened: who has it, what was handed over, what arrived. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { faults } from '../kit/faults.ts'
import { type House, startHouse } from '../kit/house.ts'
import { anonymously } from './codeSteps.ts'
import { decide, handOver, open, seen } from './officerSteps.ts'
import { ask, lastSaid, report } from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

test('the worklist says "no answer yet" only of what was handed over', async () => {
  const { sanne, marieke, clock } = house
  const it = await report(house, sanne, 'Eerste zaak.')
  await decide(house, marieke, await open(house, marieke, it))
  clock.advance({ hours: 24 * 30 })
  await marieke.say('werklijst')
  expect(lastSaid(house, marieke)).toContain('Het is nog niet overgedragen.')
  expect(lastSaid(house, marieke)).not.toContain('nog geen antwoord van buiten')
  await handOver(house, marieke, await open(house, marieke, it))
  // The day of the answer counts from the hand-over.
  await marieke.say('werklijst')
  expect(lastSaid(house, marieke)).not.toContain('nog geen antwoord van buiten')
  clock.advance({ hours: 24 * 30 })
  await marieke.say('werklijst')
  expect(lastSaid(house, marieke)).toContain('nog geen antwoord van buiten')
  expect(lastSaid(house, marieke)).not.toContain('Het is nog niet overgedragen.')
})

test('K8: of a question that did not arrive the dossier says so, and not that it has no answer', async () => {
  const { sanne, marieke, connector } = house
  const it = await report(house, sanne, 'Eerste zaak.')
  const toSanne = encodeURIComponent(connector.newestCard(sanne).conversationId)
  connector.faults.next(1_000, (each) => each.path.includes(toSanne), faults.unavailable())
  await ask(house, marieke, it.reference, 'Hoe laat was dat?')
  expect(seen(house, await open(house, marieke, it))).toContain('nog niet aangekomen bij de melder')
  connector.faults.clear()
  clockOn(house)
  await house.bot.sweep()
  await house.settle()
  const later = seen(house, await open(house, marieke, it))
  expect(later).toContain('Nog geen antwoord.')
  expect(later).not.toContain('nog niet aangekomen')
})

test('of a question that lies ready with a code the dossier says that nobody has seen it', async () => {
  const { sanne, marieke } = house
  const it = await anonymously(house, sanne, 'Er loopt iemand rond.')
  await ask(house, marieke, it.reference, 'Hoe laat was dat?')
  expect(seen(house, await open(house, marieke, it))).toContain('Ligt klaar bij de code.')
})

/** Long enough for what failed to be tried again. */
const clockOn = ({ clock }: House) => clock.advance({ minutes: 10 })
