/** Days from a week of an officer that somebody wrote who had not seen the product: where it first went otherwise. */
import { afterEach, expect, test } from '@jest/globals'
import { type House, startHouse } from '../kit/house.ts'
import { decide, FORM, handOver, kept, open, press, report, seen, valueIn } from './officerSteps.ts'
import { lastSaid } from './steps.ts'

let house: House
afterEach(() => house.stop())

test('Tuesday: nothing is done for a child only when why it needs no help is written down; the form keeps the rest', async () => {
  house = await startHouse()
  const { sanne, marieke } = house
  const it = await report(house, sanne, 'Jayden Smits (16) gaat niet meer naar school.')
  const form = await press(house, marieke, await open(house, marieke, it), 'Besluit nemen')
  const watch = {
    ...FORM,
    outcome: 'monitor',
    partners: '',
    minor: 'yes',
    victimHelp: 'notApplicable',
    reason: 'Nog te weinig.',
  }
  const again = await press(house, marieke, form, 'Verder', watch)
  expect(seen(house, again)).toContain('Schrijf op of dit een slachtoffer kan zijn, of kies ook hulp.')
  expect(seen(house, again)).toContain('of als er geen hulp komt.')
  expect(valueIn(again, 'reason')).toBe('Nog te weinig.')
  const days = await press(house, marieke, again, 'Verder', { ...watch, victimCheck: 'School is gebeld.' })
  expect(seen(house, days)).toContain('Tot en met welke dag blijven we kijken?')
  expect((await kept(house, it)).decisions).toEqual([])
})

test('Tuesday: the worklist says what was not handed over yet, and by when a question of an organisation is answered', async () => {
  house = await startHouse()
  const { sanne, marieke } = house
  const it = await report(house, sanne, 'Boven de nagelstudio wonen zes vrouwen.')
  const decided = await decide(house, marieke, await open(house, marieke, it))
  await marieke.say('werklijst')
  expect(lastSaid(house, marieke)).toMatch(/Volgende termijn: .* · Het is nog niet overgedragen\./)
  const handed = await handOver(house, marieke, decided)
  const page = await press(house, marieke, handed, 'Antwoord noteren')
  await press(house, marieke, page, 'Bewaar het antwoord', { what: 'question', text: 'Welk huisnummer?' })
  await marieke.say('werklijst')
  expect(lastSaid(house, marieke)).toMatch(
    /Volgende termijn: .* · Een organisatie wacht op jouw antwoord op haar vraag\./,
  )
  expect(lastSaid(house, marieke)).not.toContain('nagelstudio')
})
