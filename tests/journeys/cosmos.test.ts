/** The core story on Cosmos DB: the same house, the other store. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { consultationsEnough } from '../../services/signal/handle.ts'
import { calls, faults } from '../kit/connector.ts'
import { type CosmosServer, startCosmosServer } from '../kit/cosmosServer.ts'
import { type House, startHouse } from '../kit/house.ts'
import {
  audit,
  bellText,
  consult,
  decide,
  FORM,
  handOver,
  kept,
  open,
  press,
  report,
  seen,
  through,
} from './officerSteps.ts'
import { lastSaid, said, tenant } from './steps.ts'

let server: CosmosServer
let house: House
let container = 0
beforeAll(async () => {
  server = await startCosmosServer()
})
afterAll(() => server.stop())
afterEach(async () => {
  server.faults.clear()
  await house.stop()
})

async function start() {
  container += 1
  const { endpoint, key } = server
  const store = { kind: 'cosmos', endpoint, key, database: 'test', container: `house${container}` } as const
  house = await startHouse({ store: { ...store, create: true } })
  return house
}

test('from report to closed, with a question and an answer, a restart in between, and both lists', async () => {
  const { sanne, kees, marieke, connector, clock } = await start()
  const it = await report(house, sanne, 'Zij werkt in een nagelstudio en woont in de kelder.')
  const other = await report(house, kees, 'Er staan twaalf bedden in de schuur.', { urgency: 'high' })
  expect([it.reference, other.reference]).toEqual(['S-2026-0001', 'S-2026-0002'])
  let dossier = await through(house, marieke, await open(house, marieke, it), 'Neem in behandeling')
  const ask = await through(house, marieke, dossier, 'Stel een vraag')
  await press(house, marieke, ask, 'Verstuur de vraag', { text: 'Hoe oud is zij?' })
  await sanne.say('Een jaar of zeventien.')
  await sanne.say('mijn antwoord')
  await house.settle()

  await house.restart()
  await marieke.say('werklijst')
  const list = lastSaid(house, marieke)
  expect(list.indexOf(other.reference)).toBeGreaterThan(0)
  expect(list.indexOf(other.reference)).toBeLessThan(list.indexOf(it.reference))
  await sanne.say('mijn meldingen')
  expect(lastSaid(house, sanne)).toContain('In behandeling. Iemand kijkt ernaar.')
  expect(lastSaid(house, sanne)).not.toContain(other.reference)

  dossier = await open(house, marieke, it)
  expect(seen(house, dossier)).toContain('Een jaar of zeventien.')
  dossier = await decide(house, marieke, dossier, { ...FORM, partners: 'arbeidsinspectie,veilig-thuis' })
  dossier = await handOver(house, marieke, dossier)
  // The second hand-over is told later: Teams is busy.
  connector.faults.next(1, calls.send, faults.throttled(60))
  dossier = await handOver(house, marieke, dossier)
  expect(said(house, sanne).filter((text) => /S-\d{4}-\d{4} is doorgegeven/.test(text))).toHaveLength(1)
  clock.advance({ minutes: 2 })
  await house.bot.sweep()
  await house.settle()
  expect(said(house, sanne).filter((text) => /S-\d{4}-\d{4} is doorgegeven/.test(text))).toHaveLength(2)
  for (const what of ['takenUp', 'notTakenUp']) {
    const page = await press(house, marieke, dossier, { title: 'Antwoord noteren', nth: 1 })
    dossier = await press(house, marieke, page, 'Bewaar het antwoord', { what })
  }
  dossier = await press(
    house,
    marieke,
    await through(house, marieke, dossier, 'Terugkoppelen'),
    'Koppel terug',
  )
  dossier = await press(house, marieke, dossier, 'Afsluiten')
  expect(seen(house, dossier)).toContain('S-2026-0001 is afgesloten.')
  expect(bellText(house, it)).toContain('Status afgesloten')
  expect(lastSaid(house, sanne)).toContain('S-2026-0001 is afgerond')
  const record = await kept(house, it)
  expect([record.state, record.effects]).toEqual(['closed', []])
  expect(await audit(house, it)).toContain('Marieke Vonk: close')

  await house.restart()
  await marieke.say('werklijst')
  expect(lastSaid(house, marieke)).toContain(other.reference)
  expect(lastSaid(house, marieke)).not.toContain(it.reference)
  await sanne.say('mijn meldingen')
  expect(lastSaid(house, sanne)).toContain('Afgesloten. Het is klaar.')
})

test('who it is, is shown with a reason; the same press twice at once is one deed', async () => {
  const { sanne, marieke } = await start()
  const it = await report(house, sanne, 'De baas bewaart alle paspoorten in een kluis.')
  const page = await through(house, marieke, await open(house, marieke, it), 'Bel melder')
  const shown = await press(house, marieke, page, 'Laat zien wie het is', { reason: 'Is iedereen veilig?' })
  expect(seen(house, shown)).toContain('Dit is gemeld door Sanne de Wit.')
  const note = await through(house, marieke, shown, 'Notitie')
  if (!note.dialog) throw new Error('The page did not open.')
  await marieke.submitDialog(note.dialog, 'Bewaar de notitie', { text: 'Gebeld.' }, { twice: true })
  await house.settle()
  expect((await kept(house, it)).notes).toHaveLength(1)
})

test('sparren that was enough leaves a count and nothing else', async () => {
  const { sanne, marieke } = await start()
  const it = await consult(house, sanne, 'Ik weet niet of dit iets is.')
  const more = await through(house, marieke, await open(house, marieke, it), 'Meer')
  await press(house, marieke, more, 'Dit was genoeg: wis het')
  await expect(kept(house, it)).rejects.toThrow('no such record')
  expect(await consultationsEnough(house.bot.app.store, tenant(house), '2026-11')).toBe(1)
  await marieke.say('werklijst')
  expect(lastSaid(house, marieke)).toContain('Er staat niets open.')
})

test('Cosmos refuses for a while: a friendly answer, nothing done, nothing typed is lost', async () => {
  const { sanne, marieke } = await start()
  const it = await report(house, sanne, 'Hij heeft elke week een andere naam.')
  const page = await through(house, marieke, await open(house, marieke, it), 'Notitie')
  server.faults.always({ kind: 'unavailable' })
  const refused = await press(house, marieke, page, 'Bewaar de notitie', { text: 'Ook de buurman zag het.' })
  expect(seen(house, refused)).toContain('Ik kan er even niet bij')
  expect(seen(house, refused)).toContain('Ook de buurman zag het.')
  server.faults.clear()
  const done = await press(house, marieke, refused, 'Probeer het opnieuw')
  expect(seen(house, done)).toContain('Je notitie staat in het dossier.')
  expect((await kept(house, it)).notes).toHaveLength(1)
})
