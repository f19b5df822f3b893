/** Where a signal could go stands on the form of its decision, with reasons; nothing is ticked. Everybody can read what goes where. */
import { afterEach, expect, test } from '@jest/globals'
import { type House, startHouse } from '../kit/house.ts'
import { dialogOf, kept, open, press, report, seen, valueIn } from './officerSteps.ts'
import { lastSaid, said } from './steps.ts'

let house: House
afterEach(() => house.stop())

test('labour exploitation with a known victim: the proposal says where, why, on what condition, and what not first', async () => {
  house = await startHouse()
  const it = await report(
    house,
    house.sanne,
    'Een kok vertelde aan de balie dat hij zeven dagen per week werkt en in de kelder van het restaurant slaapt. De eigenaar heeft zijn paspoort afgenomen.',
  )
  const dossier = await open(house, house.marieke, it)
  const form = await press(house, house.marieke, dossier, 'Besluit nemen')
  const text = seen(house, form)
  expect(text).toContain('Voorstel: waar kan dit heen?')
  expect(text).toContain('Een mogelijk slachtoffer is bekend (gelezen in de tekst).')
  expect(text).toContain('1. **Nederlandse Arbeidsinspectie**')
  expect(text).toContain('Zorgcoördinator mensenhandel')
  expect(text).toContain('Niet eerst')
  expect(text).toContain('Een adresbezoek alleen waarschuwt de werkgever.')
  // What may come beside it, and on which condition, stands behind one press.
  expect(text).toContain('Meer over dit voorstel')
  expect(text).not.toContain('eerst afstemmen')
  expect(JSON.stringify(dialogOf(form).card)).toContain(
    'eerst afstemmen met wie er nog mee bezig is, tot en met',
  )
  expect(valueIn(form, 'partners')).toBe('')
  // Shown, and nothing more: no route, and nothing sent.
  expect((await kept(house, it)).routes).toEqual([])
})

test('a reporter reads what goes where, by the button and by typing, in both languages, and nothing of a signal', async () => {
  house = await startHouse()
  await house.sanne.say('hoe werkt het')
  const how = house.connector.newestCard(house.sanne)
  await house.sanne.click(how, 'Waar gaat wat heen?')
  await house.settle()
  const read = lastSaid(house, house.sanne)
  expect(read).toContain('Arbeidsuitbuiting')
  expect(read).toContain('Eerst: Nederlandse Arbeidsinspectie.')
  expect(read).toContain('Er gaat niets vanzelf weg.')
  await house.sanne.say('english')
  await house.sanne.say('what goes where')
  await house.settle()
  expect(said(house, house.sanne).at(-1)).toContain('First: Netherlands Labour Authority.')
})
