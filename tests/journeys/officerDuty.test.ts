/** Who may act, and when (step 6): the officer always, the deputy on duty, and whom a signal was handed to. */
import { afterEach, expect, test } from '@jest/globals'
import type { Config } from '../../bot/app/config.ts'
import { Day, OfficerId } from '../../services/words.ts'
import { type House, startHouse } from '../kit/house.ts'
import { audit, bellText, kept, open, press, report, seen, through } from './officerSteps.ts'
import { lastSaid, said, saidDuring } from './steps.ts'

let house: House
afterEach(() => house.stop())

/** The deputy stands in on these days. */
function withRota(config: Config, from: string, until: string): Config {
  const municipalities = config.municipalities.map((m) => {
    const officer = OfficerId.parse(m.officers.find((each) => each.role === 'deputy')?.id)
    return { ...m, rota: [{ officer, from: Day.parse(from), until: Day.parse(until) }] }
  })
  return { ...config, municipalities }
}

test('a deputy off duty hears who is on duty; after a hand-over they see it', async () => {
  house = await startHouse()
  const { sanne, marieke, joost } = house
  const it = await report(house, sanne, 'Er slapen acht mensen in één kamer.')
  const refused = await open(house, joost, it)
  expect(seen(house, refused)).toContain('Marieke Vonk heeft dienst.')
  expect(seen(house, refused)).toContain('Haast? Bel Marieke Vonk: 088-000 00 03.')
  expect(JSON.stringify(refused.body)).not.toContain('acht mensen')
  const more = await press(house, marieke, await open(house, marieke, it), 'Meer')
  const whom = await press(house, marieke, more, 'Geef aan een collega')
  await press(house, marieke, whom, 'Geef het aan je collega', { officer: joost.aadObjectId })
  expect(seen(house, await open(house, joost, it))).toContain('acht mensen')
  expect(await audit(house, it)).toContain('Joost Hartog: view')
})

test('a deputy on duty by the rota is accountable from the first second, and opens it', async () => {
  house = await startHouse({ adjust: (config) => withRota(config, '2026-11-23', '2026-11-27') })
  const { sanne, joost, marieke, ellen } = house
  const it = await report(house, sanne, 'Zij kijkt steeds naar hem voordat ze antwoord geeft.')
  expect(bellText(house, it)).toContain('Verantwoordelijk Joost Hartog')
  expect((await kept(house, it)).accountable).toBe(joost.aadObjectId)
  expect(seen(house, await open(house, joost, it))).toContain('Zij kijkt steeds')
  expect(seen(house, await open(house, marieke, it))).toContain('Zij kijkt steeds')
  expect(seen(house, await open(house, ellen, it))).toContain('Joost Hartog heeft dienst.')
})

test('the turn of a deputy ends while a form stands open: nothing is done, and the text is given back', async () => {
  house = await startHouse({ adjust: (config) => withRota(config, '2026-11-23', '2026-11-24') })
  const { sanne, joost, clock } = house
  const it = await report(house, sanne, 'Hij werkt in drie winkels tegelijk.')
  const note = await through(house, joost, await open(house, joost, it), 'Notitie')
  clock.advance({ days: 1 })
  const late = await press(house, joost, note, 'Bewaar de notitie', { text: 'Gebeld met de winkel.' })
  expect(seen(house, late)).toContain('Marieke Vonk heeft dienst.')
  expect(seen(house, late)).toContain('Gebeld met de winkel.')
  expect(seen(house, late)).not.toContain('drie winkels')
  expect((await kept(house, it)).notes).toEqual([])
  expect(seen(house, await open(house, joost, it))).not.toContain('drie winkels')
})

test('whoever has it in hand is told what the reporter does, also off duty', async () => {
  house = await startHouse()
  const { sanne, marieke, joost } = house
  const it = await report(house, sanne, 'Zij draagt de kleren van iemand anders.', { degree: 'unknown' })
  const more = await through(house, marieke, await open(house, marieke, it), 'Meer', 'Geef aan een collega')
  await press(house, marieke, more, 'Geef het aan je collega', { officer: joost.aadObjectId })
  const before = said(house, marieke).length
  const told = await saidDuring(house, joost, async () => {
    await sanne.say('aanvullen')
    await sanne.say('Zij was er weer.')
    await house.settle()
    await sanne.say('ik wil praten')
  })
  expect(told.join('\n')).toContain('Er is iets aangevuld.')
  expect(told.join('\n')).toContain('De melder wil er met je over praten.')
  expect(said(house, marieke)).toHaveLength(before)
  // Nobody sees who it is, and the call that came of a number can be noted all the same.
  const dossier = await open(house, joost, it)
  expect(seen(house, dossier)).toContain('De melder wil er met je over praten.')
  const note = await press(house, joost, dossier, 'Ik heb gebeld')
  const called = await press(house, joost, note, 'Bewaar het gesprek', {
    reached: 'reached',
    text: 'Gesproken.',
  })
  expect(seen(house, called)).not.toContain('De melder wil er met je over praten.')
  expect((await kept(house, it)).calls).toMatchObject([{ by: joost.aadObjectId }])
  expect(lastSaid(house, joost)).not.toContain('kleren')
})
