/** The facts of a signal, as an officer meets them: read, confirmed, corrected, refuted, and told to whoever has it. */
import { afterEach, expect, test } from '@jest/globals'
import { type House, startHouse } from '../kit/house.ts'
import {
  audit,
  consult,
  dataOf,
  decide,
  forge,
  handOver,
  kept,
  open,
  press,
  report,
  seen,
  through,
} from './officerSteps.ts'

let house: House
afterEach(() => house.stop())

/** An ordinary signal: six facts. */
const STORY =
  'Gisteren zag ik in de Tulpenstraat 14b, 3511 AB Utrecht mevrouw Celik. De baas Dragan Petrov heeft een bus met ' +
  'kenteken AB-123-C. Zijn nummer is 06-12345678.'

async function atFacts(words = STORY) {
  house = await startHouse()
  const it = await report(house, house.sanne, words)
  const dossier = await open(house, house.marieke, it)
  return { it, dossier, facts: await press(house, house.marieke, dossier, 'Feiten') }
}

test('an ordinary signal is looked through on one card, in at most ten presses', async () => {
  const { it, dossier, facts } = await atFacts()
  expect(seen(house, dossier)).toContain('6 feiten gelezen, 0 bevestigd')
  expect(seen(house, facts)).not.toContain('Deel 1 van')
  // A passage is shown with the sentence around it.
  expect(seen(house, facts)).toContain('“De baas Dragan Petrov heeft een bus met kenteken AB-123-C.”')
  const people = (await kept(house, it)).facts?.filter(({ details }) => details.kind === 'person') ?? []
  expect(people.every(({ details }) => details.kind === 'person' && details.roles.length === 0)).toBe(true)
  // *Feiten*, a choice of two roles (each opened and chosen), one that is wrong, and all others.
  const wrong = await press(house, house.marieke, facts, 'Klopt niet: Gisteren')
  expect(seen(house, wrong)).toContain('Tijd: Gisteren · weerlegd')
  const roles = Object.fromEntries(
    people.map(({ id }, at) => [`roles.${id}`, at === 0 ? 'possibleVictim' : 'witness,other']),
  )
  const done = await press(house, house.marieke, wrong, 'Alles hieronder klopt', roles)
  const presses = 1 + 2 * people.length + 1 + 1
  expect(presses).toBeLessThanOrEqual(10)
  const record = await kept(house, it)
  expect(record.facts?.map(({ standing }) => standing).sort()).toEqual([
    ...Array.from({ length: 5 }, () => 'confirmed'),
    'refuted',
  ])
  expect(record.facts?.flatMap(({ details }) => (details.kind === 'person' ? [details.roles] : []))).toEqual([
    ['possibleVictim'],
    ['witness', 'other'],
  ])
  expect(seen(house, done)).toContain('bevestigd')
  expect(await audit(house, it)).toContain('Marieke Vonk: confirmFact')
})

test('what is wrong is changed on a form that keeps what was typed, and names the field', async () => {
  const { it, facts } = await atFacts()
  const form = await press(house, house.marieke, facts, 'Wijzig: Tulpenstraat 14 b,…')
  const typed = { street: 'Tulpenstraat', number: '16', addition: '', postcode: '35 A', city: 'Utrecht' }
  const again = await press(house, house.marieke, form, 'Bewaar', typed)
  expect(seen(house, again)).toContain('de postcode klopt niet')
  expect(JSON.stringify(again.dialog?.card)).toContain('"value":"16"')
  const right = await press(house, house.marieke, again, 'Bewaar', { ...typed, postcode: '3511 AB' })
  expect(seen(house, right)).toContain('eerst: Tulpenstraat 14 b, 3511AB Utrecht')
  const changed = (await kept(house, it)).facts?.find(({ details }) => details.kind === 'address')
  expect(changed).toMatchObject({ standing: 'confirmed', details: { number: '16' }, before: [{}] })
})

test('a refutation goes to everybody who has the signal; safe contact stands where it is handed over', async () => {
  const { it, dossier } = await atFacts('Mevrouw Celik werkt bij de baas Dragan Petrov en mag niet weg.')
  const contact = await through(house, house.marieke, dossier, 'Feiten')
  const form = await press(house, house.marieke, contact, 'Veilig contact: Celik')
  await press(house, house.marieke, form, 'Bewaar', { how: 'Via de huisarts', mustNotKnow: 'Haar baas' })
  await decide(house, house.marieke, await open(house, house.marieke, it))
  const decided = await open(house, house.marieke, it)
  expect(seen(house, decided)).toContain('Geef dit mee als je overdraagt')
  expect(seen(house, decided)).toContain('Mag het niet weten: Haar baas')
  await handOver(house, house.marieke, decided)
  const page = await through(house, house.marieke, await open(house, house.marieke, it), 'Feiten')
  const refuted = await press(house, house.marieke, page, 'Klopt niet: Dragan Petrov…')
  expect(seen(house, refuted)).toContain('Wie dit dossier kreeg, moet het ook horen')
  expect((await kept(house, it)).recipientTasks).toMatchObject([{ why: 'refuted' }])
  expect(seen(house, await open(house, house.marieke, it))).toContain(
    'een feit klopt niet (persoon: Dragan Petrov',
  )
})

test('pressed twice is once, also at the same time', async () => {
  const { it, facts } = await atFacts()
  const label = 'Klopt: AB123C'
  const data = dataOf(facts, label)
  await Promise.all([forge(house, facts, data), forge(house, facts, data)])
  const again = await press(house, house.marieke, facts, label)
  expect(seen(house, again)).toContain('feiten')
  const { audit: trail, facts: now } = await kept(house, it)
  expect(trail.filter(({ what }) => what === 'confirmFact')).toHaveLength(1)
  expect(now?.filter(({ standing }) => standing === 'confirmed')).toHaveLength(1)
})

test('advice is read too; a BSN is no fact, and a closed source says why it is closed', async () => {
  house = await startHouse()
  const sparren = await consult(house, house.sanne, 'Ik twijfel: Dragan Petrov, BSN 111222333, woont er.')
  const record = await kept(house, sparren)
  expect(record.facts).toMatchObject([{ details: { name: 'Dragan Petrov' }, standing: 'unverified' }])
  expect(JSON.stringify(record.facts)).not.toContain('111222333')
  const it = await report(house, house.sanne, STORY)
  const page = await through(house, house.marieke, await open(house, house.marieke, it), 'Feiten')
  const form = await press(house, house.marieke, page, 'Leg vast waar je keek')
  expect(seen(house, form)).toContain('Gesloten voor dit doel: Suwinet')
  const look = {
    source: 'kvk',
    on: '2026-11-24',
    text: 'Bestaat dit bedrijf?',
    basis: 'publicTask',
    found: 'hit',
  }
  const forged = await forge(house, form, { ...dataOf(form, 'Leg vast'), ...look, source: 'suwi' })
  expect(forged).toContain('dit systeem is gesloten voor dit doel')
  expect(seen(house, await press(house, house.marieke, form, 'Leg vast', look))).toContain(
    'Handelsregister (KvK)',
  )
  expect((await kept(house, it)).weighed?.elsewhere).toMatchObject([{ source: 'kvk', hit: true }])
})
