/** A number that looks like a citizen service number in what an officer types (I.8): the form comes back with the question. */
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { z } from 'zod'
import { OfficerAction } from '../../cards/actions.ts'
import { listed } from '../kit/actionData.ts'
import { type House, startHouse } from '../kit/house.ts'
import { listenTo, MARK, ONE, TWO, whereIs } from './bsnSteps.ts'
import { decide, dialogOf, forge, open, press, report as reportAnother, valueIn } from './officerSteps.ts'
import { ask, openDossier, recordOf, report, toPage } from './steps.ts'

let house: House
let logged: string[]
beforeEach(async () => {
  logged = []
  // Every button that there is, one after the other, is more than a person presses.
  house = await startHouse({ adjust: (config) => ({ ...config, pace: { burst: 1_000, perSecond: 1_000 } }) })
  listenTo(house, logged)
})
afterEach(() => house.stop())

async function restart() {
  await house.restart()
  listenTo(house, logged)
}
const where = (number: string) => whereIs(house, logged, number)

const note = async () => {
  const it = await report(house, house.sanne, 'Eerste zaak.')
  const page = await toPage(house.marieke, await openDossier(house, house.marieke, it.reference), 'Notitie')
  return { it, page }
}
const notes = async (it: { signal: Parameters<typeof recordOf>[1] }) =>
  (await recordOf(house, it.signal)).notes.map(({ text }) => text)

test('the dialog comes back without it, and nothing is saved; pressed again it is saved so', async () => {
  const { marieke, connector } = house
  const { it, page } = await note()
  const asked = dialogOf(await marieke.submitDialog(page, 'Bewaar de notitie', { text: `Bsn ${ONE} gezien` }))
  expect(connector.textOf(asked)).toContain('Ik heb een nummer verborgen')
  expect(JSON.stringify(asked.card)).toContain(`Bsn ${MARK} gezien`)
  expect(await notes(it)).toEqual([])
  await marieke.submitDialog(asked, 'Bewaar de notitie')
  expect(await notes(it)).toEqual([`Bsn ${MARK} gezien`])
  expect(await where(ONE)).toEqual([])
})

test('ticked that it is none: saved as it was typed', async () => {
  const { marieke } = house
  const { it, page } = await note()
  const asked = dialogOf(await marieke.submitDialog(page, 'Bewaar de notitie', { text: `Dossier ${ONE}` }))
  expect(await where(ONE)).toEqual([])
  await marieke.submitDialog(asked, 'Bewaar de notitie', { notBsn: 'true' })
  expect(await notes(it)).toEqual([`Dossier ${ONE}`])
})

test('ticked, with another number beside it: that one is asked about', async () => {
  const { marieke, connector } = house
  const { it, page } = await note()
  const first = dialogOf(await marieke.submitDialog(page, 'Bewaar de notitie', { text: `Dossier ${ONE}` }))
  const again = dialogOf(
    await marieke.submitDialog(first, 'Bewaar de notitie', { text: `${ONE} en ${TWO}`, notBsn: 'true' }),
  )
  expect(connector.textOf(again)).toContain('Ik heb een nummer verborgen')
  expect(await notes(it)).toEqual([])
  await marieke.submitDialog(again, 'Bewaar de notitie')
  expect(await notes(it)).toEqual([`${ONE} en ${MARK}`])
  expect(await where(TWO)).toEqual([])
})

test('after a restart it has to be typed again, and then it stays', async () => {
  const { marieke, connector } = house
  const { it, page } = await note()
  const asked = dialogOf(await marieke.submitDialog(page, 'Bewaar de notitie', { text: `Dossier ${ONE}` }))
  await restart()
  const lost = dialogOf(await marieke.submitDialog(asked, 'Bewaar de notitie', { notBsn: 'true' }))
  expect(connector.textOf(lost)).toContain('want ik bewaar het niet')
  expect(await notes(it)).toEqual([])
  await marieke.submitDialog(lost, 'Bewaar de notitie', { text: `Dossier ${ONE}`, notBsn: 'true' })
  expect(await notes(it)).toEqual([`Dossier ${ONE}`])
})

test('in a decision it is asked once, in the first step, and the second keeps to the answer', async () => {
  const { sanne, marieke, connector } = house
  const it = await report(house, sanne, 'Eerste zaak.')
  const form = {
    outcome: 'external',
    reason: `Zie dossier ${ONE}`,
    lead: 'Aandachtsfunctionaris',
    partners: 'arbeidsinspectie',
    victimHelp: 'notYet',
    minor: 'no',
    tellForm: 'message',
  }
  const dossier = await open(house, marieke, it)
  const first = await press(
    house,
    marieke,
    await press(house, marieke, dossier, 'Besluit nemen'),
    'Verder',
    form,
  )
  expect(connector.textOf(dialogOf(first))).toContain('Ik heb een nummer verborgen')
  expect(valueIn(first, 'reason')).toBe(`Zie dossier ${MARK}`)
  const days = await press(house, marieke, first, 'Verder', { notBsn: 'true' })
  await press(house, marieke, days, 'Leg het besluit vast')
  expect((await recordOf(house, it.signal)).decisions[0]?.reason).toBe(`Zie dossier ${ONE}`)
  // Not ticked: decided without it.
  const other = await reportAnother(house, sanne, 'Tweede zaak.')
  const asked = await decide(
    house,
    marieke,
    await open(house, marieke, other),
    { ...form, reason: TWO },
    {},
  ).catch(() => undefined)
  expect(asked).toBeUndefined()
  expect((await recordOf(house, other.signal)).decisions).toEqual([])
  expect(await where(TWO)).toEqual([])
})

test('with every button that there is, the number is kept nowhere', async () => {
  const { sanne, marieke } = house
  const it = await report(house, sanne, 'Eerste zaak.')
  await ask(house, marieke, it.reference, 'Wat zag je?')
  const like = await open(house, marieke, it)
  const now = async () => ({ seen: (await recordOf(house, it.signal)).revision, press: randomUUID() })
  for (const data of listed(OfficerAction, `bsn ${ONE}`, { signal: it.signal })) {
    await forge(house, like, { ...data, ...(await now()) })
    // As the form came back, and was pressed again.
    const masked = z
      .record(z.string(), z.unknown())
      .parse(JSON.parse(JSON.stringify(data).replaceAll(`bsn ${ONE}`, `bsn ${MARK}`)))
    await forge(house, like, { ...masked, ...(await now()) })
  }
  expect(await where(ONE)).toEqual([])
  // They did arrive, and were carried out.
  expect((await recordOf(house, it.signal)).notes.map(({ text }) => text)).toContain(`bsn ${MARK}`)
})
