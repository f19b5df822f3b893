/**
 * The promise about a name (I.1, B1): who can learn it is exactly whom the reporter's card, receipt and pages say. Who
 * they are is tried at the door, for everybody of the reporting point on each day of a rota, and compared with the words.
 */
import { afterEach, expect, test } from '@jest/globals'
import type { Config } from '../../bot/app/config.ts'
import { alwaysReveal, mayReveal, onDuty } from '../../services/municipality/municipality.ts'
import { Day, OfficerId } from '../../services/words.ts'
import { isWire } from '../kit/cardClient.ts'
import type { Person } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import { dataOf, forge, kept, open, press, report, seen, through } from './officerSteps.ts'
import { lastSaid, opened } from './steps.ts'

let house: House
afterEach(() => house.stop())

const idOf = (person: Person) => OfficerId.parse(person.aadObjectId)

/** Joost stands in on Wednesday; Marieke and Joost are both away on Thursday, so that Ellen answers. */
const withRota = (config: Config): Config => ({
  ...config,
  municipalities: config.municipalities.map((m) => {
    const [wednesday, thursday] = [Day.parse('2026-11-25'), Day.parse('2026-11-26')]
    const of = (role: string) => OfficerId.parse(m.officers.find((o) => o.role === role)?.id)
    const away = (role: string) => ({ officer: of(role), from: thursday, until: thursday })
    return {
      ...m,
      rota: [{ officer: of('deputy'), from: wednesday, until: wednesday }],
      leave: [away('officer'), away('deputy')],
    }
  }),
})

/** The words beside *vertrouwelijk* on the card that stands in this chat. */
function labelOf(person: Person): string {
  const find = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(find).find((found) => found !== undefined)
    if (!isWire(node)) return undefined
    return node.value === 'confidential' && typeof node.title === 'string'
      ? node.title
      : find(Object.values(node))
  }
  return String(find(house.connector.newestCard(person).card))
}

/** Tries the door itself: the page, and when it has no button for it, the button of somebody who may. */
async function learns(person: Person, it: Parameters<typeof open>[2], like: unknown): Promise<boolean> {
  const dossier = await open(house, person, it)
  if (!seen(house, dossier).includes(it.reference)) return false
  const page = await through(house, person, dossier, 'Bel melder')
  const shown = seen(house, page).includes('Laat zien wie het is')
    ? seen(house, await press(house, person, page, 'Laat zien wie het is', { reason: 'Om te bellen.' }))
    : await forge(house, page, like)
  return shown.includes('Sanne de Wit')
}

test('who can learn a name is whom the label names, on every day and whoever has the case', async () => {
  house = await startHouse({ adjust: withRota })
  const { sanne, kees, marieke, joost, ellen, clock } = house
  const it = await report(house, sanne, 'Er slapen acht mensen in één kamer.', { urgency: 'acute' })
  const more = await through(house, marieke, await open(house, marieke, it), 'Meer', 'Geef aan een collega')
  await press(house, marieke, more, 'Geef het aan je collega', { officer: ellen.aadObjectId })
  const page = await through(house, marieke, await open(house, marieke, it), 'Bel melder')
  const { press: _press, ...data } = dataOf(page, 'Laat zien wie het is')
  const found: [string[], string][] = []
  for (let day = 0; day < 4; day += 1) {
    const names: string[] = []
    for (const person of [marieke, joost, ellen]) {
      const forged = { ...data, press: crypto.randomUUID(), reason: 'Om te bellen.' }
      if (await learns(person, it, forged)) names.push(person.name)
    }
    await kees.say('Ik zag iets.')
    found.push([names, labelOf(kees)])
    await kees.say('wissen')
    clock.advance({ days: 1 })
  }
  expect(found).toEqual([
    // The officer is on duty. The case is Ellen's, and it is acute, so that Joost was rung: neither learns a name.
    [['Marieke Vonk'], 'Vertrouwelijk: Marieke Vonk of wie dan dienst heeft'],
    [['Marieke Vonk', 'Joost Hartog'], 'Vertrouwelijk: Marieke Vonk, Joost Hartog of wie dan dienst heeft'],
    [['Marieke Vonk', 'Ellen Postma'], 'Vertrouwelijk: Marieke Vonk, Ellen Postma of wie dan dienst heeft'],
    [['Marieke Vonk'], 'Vertrouwelijk: Marieke Vonk of wie dan dienst heeft'],
  ])
  expect(new Set((await kept(house, it)).reveals.map(({ by }) => by)).size).toBe(3)
})

test('receipt, explanation and own data say the same, and nothing more', async () => {
  house = await startHouse()
  const { sanne, ellen, marieke } = house
  const it = await report(house, sanne, 'Er slapen acht mensen in één kamer.')
  const who = 'Marieke Vonk of wie dan dienst heeft'
  expect(lastSaid(house, sanne)).toContain(`Alleen ${who} kan zien wie je bent.`)
  await sanne.say('hoe werkt het')
  expect(opened(house, house.connector.newestCard(sanne))).toContain(`alleen ${who} kan je naam zien`)
  await sanne.say('mijn gegevens')
  expect(lastSaid(house, sanne)).toContain(
    'Alleen de aandachtsfunctionaris (wie je melding leest), of wie dienst heeft, kan je naam zien. Daar is een reden ' +
      'voor nodig.',
  )
  const more = await through(house, marieke, await open(house, marieke, it), 'Meer', 'Geef aan een collega')
  await press(house, marieke, more, 'Geef het aan je collega', { officer: ellen.aadObjectId })
  const page = await through(house, ellen, await open(house, ellen, it), 'Bel melder')
  expect(seen(house, page)).toContain('Zo is het de melder beloofd.')
})

test('the names are those of the rule, whatever the rota', async () => {
  house = await startHouse({ adjust: withRota })
  const [m] = house.config.municipalities
  if (!m) throw new Error('There is no municipality.')
  const always = alwaysReveal(m).map(({ id }) => id)
  for (const day of ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'].map((each) => Day.parse(each))) {
    const may = m.officers.filter(({ id }) => mayReveal(m, id, day)).map(({ id }) => id)
    expect(new Set(may)).toEqual(new Set([...always, onDuty(m, day).accountable.id]))
  }
  const left = {
    ...m,
    point: {
      channelGone: true,
      nobody: false,
      gone: [{ officer: idOf(house.marieke), why: 'left' as const }],
    },
  }
  expect(alwaysReveal(left)).toEqual([])
  expect(m.officers.filter(({ id }) => mayReveal(left, id, Day.parse('2026-11-24')))).toEqual([
    onDuty(left, Day.parse('2026-11-24')).accountable,
  ])
})
