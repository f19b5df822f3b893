/** Does it occur already? What people told of one house finds each other, and whoever has the older one is told. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type House, startHouse } from '../kit/house.ts'
import { audit, decide, FORM, kept, open, press, report, seen, through } from './officerSteps.ts'
import { type Reported, said } from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

const YOUNG =
  'In de woning aan de Kraanvogelstraat 14b slapen zes jonge mannen op matrassen. Er werd geld geteld.'
const FIRE = 'Bij de brandcontrole op Kraanvogelstraat 14-B zagen we een slot aan de buitenkant van een deur.'

const knownOf = async (it: Reported) =>
  (await kept(house, it)).known?.matches.map(({ reference, strength, other }) =>
    [reference, strength, ...(other ? ['other'] : [])].join(' '),
  )
const rung = (who = house.marieke) =>
  said(house, who).filter((text) => text.includes('Hierbij hoort misschien een ander signaal')).length

async function two(): Promise<[Reported, Reported]> {
  const first = await report(house, house.sanne, YOUNG)
  house.clock.advance({ days: 3 })
  const second = await report(house, house.kees, FIRE)
  return [first, second]
}

test('a signal of which nothing is known says so, and one without anything to look up too', async () => {
  const it = await report(house, house.sanne, YOUNG)
  expect(seen(house, await open(house, house.marieke, it))).toContain('Voor het eerst gezien.')
  const bare = await report(house, house.kees, 'Iemand houdt zijn paspoort vast en hij is bang.')
  expect(seen(house, await open(house, house.marieke, bare))).toContain('niets in om op te zoeken')
})

test('two signals of one house find each other, however it was written', async () => {
  const [first, second] = await two()
  expect((await knownOf(first))?.map((line) => line.split(' ')[0])).toEqual([second.reference])
  expect((await knownOf(second))?.map((line) => line.split(' ')[0])).toEqual([first.reference])
  expect(rung()).toBe(1)
  const dossier = await open(house, house.marieke, second)
  expect(seen(house, dossier)).toContain('Komt al voor: 1 ander signaal')
  const page = await through(house, house.marieke, dossier, 'Bekijk wat overeenkomt')
  const text = seen(house, page)
  expect(text).toContain(first.reference)
  expect(text).toContain('Kraanvogelstraat')
  expect(text).toContain('3 dagen verschil')
  expect(text).not.toContain('Sanne')
  expect(await audit(house, first)).toContain('Marieke Vonk: seenAsMatch')
})

test('a third one a week later rings who has what is monitored', async () => {
  const [first] = await two()
  const { marieke } = house
  await decide(
    house,
    marieke,
    await open(house, marieke, first),
    { ...FORM, outcome: 'monitor', partners: '' },
    { monitorUntil: '2027-01-20' },
  )
  const before = rung()
  house.clock.advance({ days: 7 })
  const third = await report(
    house,
    house.nadia,
    'Weer busjes bij Kraanvogelstraat 14 B, elke ochtend om zes uur.',
  )
  expect(rung()).toBeGreaterThan(before)
  expect(await knownOf(third)).toHaveLength(2)
  const page = await through(house, marieke, await open(house, marieke, third), 'Bekijk wat overeenkomt')
  expect(seen(house, page)).toContain('wordt gemonitord')
})

test('the same house with other people in it rings too', async () => {
  await report(house, house.sanne, 'Dragan Wissekerk woont op Kraanvogelstraat 14b en heeft veel geld.')
  house.clock.advance({ days: 3 })
  const second = await report(
    house,
    house.kees,
    'Op Kraanvogelstraat 14-B woont nu Tamara Oudelohuis, zij is bang.',
  )
  expect((await knownOf(second))?.length).toBe(1)
  expect(rung()).toBe(1)
})

test('found and joined: two presses, with the reason filled in beforehand', async () => {
  const [first, second] = await two()
  const { marieke } = house
  const page = await through(house, marieke, await open(house, marieke, second), 'Bekijk wat overeenkomt')
  const form = await press(house, marieke, page, 'Hoort bij elkaar')
  expect(seen(house, form)).toContain(first.reference)
  const joined = await press(house, marieke, form, 'Voeg samen')
  expect(seen(house, joined)).toContain('Zaak met 2 signalen')
  expect(seen(house, joined)).toContain('Waarom: zelfde adres')
  const again = await through(house, marieke, await open(house, marieke, second), 'Bekijk wat overeenkomt')
  expect(seen(house, again)).not.toContain('Hoort bij elkaar')
})

test('somebody else: remembered on both sides, and taken back', async () => {
  const { marieke } = house
  const [first, second] = await two()
  const page = await through(house, marieke, await open(house, marieke, second), 'Bekijk wat overeenkomt')
  const after = await press(house, marieke, page, 'Is iemand anders')
  expect(seen(house, after)).toContain('Het komt niet meer als voorstel')
  expect((await knownOf(first))?.[0]).toContain('other')
  expect((await knownOf(second))?.[0]).toContain('other')
  const back = await press(house, marieke, after, `Toch dezelfde: ${first.reference}`)
  expect(seen(house, back)).toContain(first.reference)
  expect((await knownOf(first))?.[0]).not.toContain('other')
})

test('withdrawn: nothing of it is found any more', async () => {
  const [first, second] = await two()
  expect(await knownOf(second)).toHaveLength(1)
  await house.sanne.say('terugtrekken')
  await house.sanne.click(house.connector.newestCard(house.sanne), (a) => String(a.title).includes('trek'))
  await house.settle()
  expect((await kept(house, first)).closing?.how).toBe('withdrawn')
  expect(await knownOf(second)).toEqual([])
})
