/** The receipt says by when somebody looks: the reporter hears that it is so, once, without asking (A059). */
import { afterEach, expect, test } from '@jest/globals'
import { type House, startHouse } from '../kit/house.ts'
import { anonymously, comeBack } from './codeSteps.ts'
import { TWO_OFFICERS } from './officerSteps.ts'
import { consult, doorbellOf, openDossier, report, said, saidDuring, submitted, toPage } from './steps.ts'

let house: House
afterEach(() => house.stop())

const take = async (reference: string): Promise<void> => {
  await house.marieke.click(doorbellOf(house, reference), 'Neem in behandeling')
  await house.settle()
}
const heard = (what: string): string[] => said(house, house.sanne).filter((text) => text.includes(what))

test('the reporter hears that somebody looks at it, once, also when it goes on to a colleague', async () => {
  house = await startHouse(TWO_OFFICERS)
  const { sanne, marieke, joost } = house
  const { reference } = await report(house, sanne, 'Zij werkt al weken zonder loon in het restaurant.')
  expect(heard('in behandeling')).toEqual([])
  const bell = doorbellOf(house, reference)
  await take(reference)
  // The same press once more, on the card as it was.
  await marieke.click(bell, 'Neem in behandeling')
  await house.settle()
  expect(heard(`${reference} is in behandeling`)).toHaveLength(1)
  expect(heard(`${reference} is in behandeling`)[0]).toContain('Marieke Vonk bekijkt je melding nu.')
  const more = await toPage(marieke, await openDossier(house, marieke, reference), 'Meer')
  const page = await toPage(marieke, more, 'Geef aan een collega')
  await submitted(house, marieke, page, 'Geef het aan je collega', { officer: joost.aadObjectId })
  await house.settle()
  expect(heard('is in behandeling')).toHaveLength(1)
})

test('a person who asked for advice hears that somebody thinks along', async () => {
  house = await startHouse()
  const { reference } = await consult(house, house.sanne, 'Ik twijfel over een klant.')
  await take(reference)
  expect(heard(`${reference} is in behandeling`)[0]).toContain('Marieke Vonk denkt nu met je mee.')
})

test('for an anonymous reporter it waits at the code, and nothing goes to their chat', async () => {
  house = await startHouse()
  const { reference, code } = await anonymously(house, house.sanne, 'Er slapen mensen in de loods.')
  const during = await saidDuring(house, house.sanne, () => take(reference))
  expect(during).toEqual([])
  const back = (await comeBack(house, house.kees, code)).join('\n')
  expect(back).toContain('iemand heeft het in behandeling')
})
