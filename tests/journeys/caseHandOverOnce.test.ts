/**
 * What goes along with the hand-over of another signal of its case (A103), where one of the two reporters is anonymous: nobody
 * is asked, reminded or told twice.
 */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Person } from '../kit/connector.ts'
import { type House, PAGES, startHouse } from '../kit/house.ts'
import { casePage, join } from './caseSteps.ts'
import { anonymously, comeBack } from './codeSteps.ts'
import { FORM, handOver, kept, open, press, report, seen, valueIn, verb } from './officerSteps.ts'
import { answer, freezeIt } from './outsideSteps.ts'
import { type Reported, said } from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

/** Sanne's, and one that Kees sent anonymously; decided on together, and handed over from Sanne's. */
async function handedOverTogether(): Promise<{ named: Reported; anonymous: Reported & { code: string } }> {
  const { marieke, sanne, kees } = house
  const named = await report(house, sanne, 'Er slapen mensen in de schuur achter nummer 14.')
  const anonymous = await anonymously(house, kees, 'Bij de controle van nummer 14 lagen er acht matrassen.')
  await join(house, named, anonymous)
  const form = await press(house, marieke, await casePage(house, named), 'Besluit over de zaak')
  const dated = await press(house, marieke, form, 'Verder', FORM)
  await press(house, marieke, dated, 'Leg het besluit vast')
  await handOver(house, marieke, await open(house, marieke, named))
  await house.settle()
  return { named, anonymous }
}

/** What is said to whoever does the work while this much time goes by. */
async function toldWithin(by: { days: number }, people: readonly Person[]): Promise<string[]> {
  const before = people.map((person) => said(house, person).length)
  house.clock.advance(by)
  await house.bot.sweep()
  await house.settle()
  return people.flatMap((person, at) => said(house, person).slice(before[at]))
}

test('silence comes up once: at the one that is worked on, and not at what went along', async () => {
  const { marieke, joost, ellen } = house
  const { named, anonymous } = await handedOverTogether()
  const told = (await toldWithin({ days: 20 }, [marieke, joost, ellen])).join('\n')
  const { reminded: ofNamed } = await kept(house, named)
  const { reminded: ofAnonymous } = await kept(house, anonymous)
  expect(JSON.stringify(ofNamed)).toContain('"answer"')
  expect(JSON.stringify(ofAnonymous ?? [])).not.toContain('"answer"')
  expect(told).toContain(named.reference)
  await marieke.say('werklijst')
  const list = house.connector.textOf(house.connector.newestCard(marieke))
  expect(list.match(/er is nog geen antwoord van buiten/g) ?? []).toHaveLength(1)
  // What now of the one that went along is to wait; the other one is where it is asked.
  expect(seen(house, await open(house, marieke, named))).toContain('opnieuw')
  expect(seen(house, await open(house, marieke, anonymous))).not.toMatch(/Vraag .{1,60} opnieuw/)
})

test('answered by the link, and confirmed: the anonymous reporter hears it with the code, and not before', async () => {
  const { marieke, sanne, kees } = house
  const { named, anonymous } = await handedOverTogether()
  const theirs = async () => (await comeBack(house, kees, anonymous.code)).join(' ')
  expect(await theirs()).toMatch(/[Dd]oorgegeven/)
  const given = await press(house, marieke, await open(house, marieke, named), verb('sentPage'))
  const url = String(valueIn(given, 'link')).replace(PAGES, house.bot.url)
  await answer(house, url, { what: 'takenUp', contact: 'Anna Bos', reach: '', line: '' })
  expect((await kept(house, anonymous)).routes[0]?.answer).toBeUndefined()
  expect(await theirs()).not.toContain('opgepakt')
  await press(house, marieke, await open(house, marieke, named), verb('confirmLinkAnswer'))
  await house.settle()
  for (const it of [named, anonymous])
    expect((await kept(house, it)).routes[0]?.answer).toMatchObject({ what: 'takenUp' })
  expect(said(house, sanne).join(' ')).toContain('opgepakt')
  expect(await theirs()).toContain('opgepakt')
})

test('the one is frozen: the other goes on by itself, and its silence comes up there (AVG 18)', async () => {
  const { marieke, joost, ellen } = house
  const { named, anonymous } = await handedOverTogether()
  expect((await kept(house, anonymous)).routes[0]?.with).toMatchObject({ signal: named.signal })
  await freezeIt(house, named)
  house.clock.advance({ minutes: 1 })
  await house.bot.sweep()
  await house.settle()
  expect((await kept(house, anonymous)).routes[0]).toMatchObject({ state: 'handedOver' })
  expect((await kept(house, anonymous)).routes[0]?.with).toBeUndefined()
  await toldWithin({ days: 20 }, [marieke, joost, ellen])
  expect(JSON.stringify((await kept(house, anonymous)).reminded ?? [])).toContain('"answer"')
  expect(seen(house, await open(house, marieke, anonymous))).toContain('Antwoord noteren')
})
