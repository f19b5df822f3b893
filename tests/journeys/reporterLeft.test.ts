/** A reporter whose account is gone (Graph 404): the officer sees it, the nudging stops, and it can be closed (A121). */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type House, startHouse } from '../kit/house.ts'
import {
  dataOf,
  decide,
  FORM,
  forge,
  kept,
  open,
  press,
  report,
  seen,
  through,
  valueIn,
} from './officerSteps.ts'
import { lastSaid, type Reported } from './steps.ts'

let house: House
let it: Reported
beforeEach(async () => {
  house = await startHouse()
  it = await report(house, house.sanne, 'De jongen bezorgt elke nacht pakketten en kent zijn adres niet.')
  house.sanne.blocks()
  house.graph.state.users = house.graph.state.users.filter((id) => id !== house.sanne.aadObjectId)
})
afterEach(() => house.stop())

const MONITOR = { ...FORM, outcome: 'monitor', partners: '' }
const UNTIL = { monitorUntil: '2026-12-24' }

async function ask() {
  const page = await through(house, house.marieke, await open(house, house.marieke, it), 'Stel een vraag')
  const done = await press(house, house.marieke, page, 'Verstuur de vraag', {
    text: 'Hoe laat komt hij meestal?',
  })
  // Asked of the account a few times, over minutes, before it is believed.
  for (let round = 0; round < 4; round += 1) {
    house.clock.advance({ minutes: 5 })
    await house.bot.sweep()
    await house.settle()
  }
  return done
}
/** What was sent to the reporter, and asked of Graph about them. */
const attempts = () =>
  house.connector.everythingSent(house.sanne).length +
  house.graph.requests.filter((each) => each.path.includes(house.sanne.aadObjectId)).length

test('after a message that found no account a few times nothing more is tried, and closing works without feedback', async () => {
  const { marieke, clock } = house
  await ask()
  const dossier = await open(house, marieke, it)
  expect(seen(house, dossier)).toContain('De melder is niet meer bereikbaar')
  expect((await kept(house, it)).reporterLeft).toBeDefined()
  await marieke.say('werklijst')
  expect(lastSaid(house, marieke)).toContain('Wacht op jullie')
  const before = attempts()
  let now = await decide(house, marieke, dossier, MONITOR, UNTIL)
  expect(seen(house, now)).not.toContain('Stel een vraag')
  for (let round = 0; round < 5; round += 1) {
    clock.advance({ hours: 5 })
    await house.bot.sweep()
    await house.settle()
  }
  expect(attempts()).toBe(before)
  expect((await kept(house, it)).effects.filter((each) => !each.deadLetter)).toEqual([])
  await house.restart()
  now = await press(house, marieke, now, 'Afsluiten')
  const record = await kept(house, it)
  expect(record.state).toBe('closed')
  expect(record.closing).toMatchObject({ how: 'closed', whyNoFeedback: 'unreachable' })
  expect(seen(house, now)).toContain('Niet teruggekoppeld: de melder is niet meer bereikbaar.')
  expect(attempts()).toBe(before)
})

test('a message as feedback is not offered, and refused with the reason; a note of why not is taken', async () => {
  const { marieke } = house
  await ask()
  const decided = await decide(house, marieke, await open(house, marieke, it), MONITOR, UNTIL)
  const page = await press(house, marieke, decided, 'Terugkoppelen')
  expect([valueIn(page, 'form'), seen(house, page)]).toEqual([
    'none',
    expect.stringContaining('Ik heb gebeld'),
  ])
  expect(seen(house, page)).not.toContain('Bericht van de bot')
  const asked = { ...dataOf(page, 'Koppel terug'), form: 'message', text: 'Dank je wel.' }
  const refused = await forge(house, page, asked)
  expect(refused).toContain('niemand kan de melder nog een bericht brengen')
  const done = await press(house, marieke, page, 'Koppel terug', {
    form: 'none',
    text: 'Werkt hier niet meer.',
  })
  expect(seen(house, await press(house, marieke, done, 'Afsluiten'))).toContain('afgesloten')
})

test('whoever writes is there: the messages go on', async () => {
  const { sanne, marieke, graph } = house
  await ask()
  graph.state.users.push(sanne.aadObjectId)
  sanne.unblocks()
  await sanne.say('aanvullen')
  await sanne.say('Ik heb een nieuw account, en hij was er weer.')
  await house.settle()
  expect((await kept(house, it)).reporterLeft).toBeUndefined()
  const decided = await decide(house, marieke, await open(house, marieke, it), MONITOR, UNTIL)
  expect(seen(house, decided)).not.toContain('Afsluiten')
  expect(lastSaid(house, sanne)).toContain('besluit')
})
