/** The other surface (step 6): for a client without dialogs the dossier stands below the doorbell, and is mended there. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Inputs, Shown, Which } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import { checkDigit } from '../services/privacy/bsn/artificial.ts'
import { audit, FORM, kept, report, verb } from './officerSteps.ts'
import { doorbellOf, type Reported, said } from './steps.ts'

let house: House
let it: Reported
beforeEach(async () => {
  house = await startHouse({ surface: 'inline', adjust: (config) => ({ ...config, playground: true }) })
  it = await report(house, house.sanne, 'Hij mag na het werk de loods niet uit.')
})
afterEach(() => house.stop())

/** A message as it stands now. */
const now = ({ id }: Shown): Shown => {
  const found = house.connector.channel(house.channel).find((shown) => shown.id === id)
  if (!found) throw new Error('This message is not there any more.')
  return found
}
const text = (shown: Shown) => house.connector.textOf(now(shown))
const click = async (shown: Shown, which: Which, inputs?: Inputs) => {
  await house.marieke.click(now(shown), which, inputs)
  await house.settle()
}
const newest = () => house.connector.newestCard(house.channel)

test('the core story below the doorbell: the dossier is mended in its place, the doorbell stays', async () => {
  const { marieke, sanne, connector, channel } = house
  const bell = doorbellOf(house, it.reference)
  await click(bell, 'Openen')
  const dossier = newest()
  expect(dossier.id).not.toBe(bell.id)
  expect(dossier.conversationId).toBe(bell.conversationId)
  expect(text(dossier)).toContain('Hij mag na het werk de loods niet uit.')
  expect(text(dossier)).toContain('Lokale modus: dit staat hier in het gesprek zelf.')
  expect(now(bell).version).toBe(1)
  expect(text(bell)).toContain('Status ontvangen')

  await click(dossier, 'Neem in behandeling')
  expect(text(dossier)).toContain('Jij bent nu verantwoordelijk.')
  await click(dossier, 'Notitie')
  await click(dossier, 'Bewaar de notitie', { text: 'Gebeld met het wijkteam.' })
  expect(text(dossier)).toContain('Gebeld met het wijkteam.')
  await click(dossier, 'Bel melder')
  await click(dossier, 'Laat zien wie het is', { reason: 'Is hij vandaag veilig?' })
  expect(text(dossier)).toContain('Dit is gemeld door Sanne de Wit.')
  await click(dossier, 'Ik heb gebeld')
  await click(dossier, 'Bewaar het gesprek', { reached: 'reached', text: 'Hij is vandaag veilig.' })
  expect(text(dossier)).toContain('Hij is vandaag veilig.')
  expect(text(dossier)).not.toContain('Sanne')
  await click(dossier, 'Besluit nemen')
  await click(dossier, 'Verder', { ...FORM, reason: '  ' })
  expect(text(dossier)).toContain('de reden ontbreekt')
  await click(dossier, 'Verder', FORM)
  await click(dossier, 'Leg het besluit vast')
  expect(text(dossier)).toContain('Je besluit staat vast: extern.')
  await click(dossier, 'Overdragen: Nederlandse…')
  expect(text(dossier)).toContain('Zeg dit, in deze volgorde')
  await click(dossier, 'Gebeld: overgedragen', { spokeWith: 'Een inspecteur' })
  await click(dossier, 'Antwoord noteren')
  await click(dossier, 'Bewaar het antwoord', { what: 'takenUp', text: 'Ze gaan kijken.' })
  await click(dossier, 'Terugkoppelen')
  await click(dossier, 'Koppel terug')
  await click(dossier, 'Afsluiten')
  expect(text(dossier)).toContain('S-2026-0001 is afgesloten.')
  expect((await kept(house, it)).state).toBe('closed')
  expect(text(bell)).toContain('Status afgesloten')
  expect(text(bell)).not.toContain('loods')
  expect(connector.channel(channel).filter((shown) => shown.byBot)).toHaveLength(2)
  expect(said(house, sanne).at(-1)).toContain('S-2026-0001 is afgerond')
  // The dossier, what the organisation gets, and the page of its answer.
  expect((await audit(house, it)).filter((line) => line === `${marieke.name}: view`)).toHaveLength(3)
})

test('taken from the doorbell, the dossier comes below it', async () => {
  const bell = doorbellOf(house, it.reference)
  await click(bell, 'Neem in behandeling')
  expect(newest().id).not.toBe(bell.id)
  expect(text(newest())).toContain('Jij bent nu verantwoordelijk.')
  expect(text(bell)).toContain('In behandeling bij Marieke Vonk')
  expect(text(bell)).not.toContain('loods')
})

test('a dossier that the client lost is shown anew, and the worklist stays where it is', async () => {
  const { marieke, connector, channel } = house
  await marieke.say('werklijst', { inChannel: channel })
  const list = newest()
  await click(list, verb('open'))
  expect(text(list)).toContain('1 dossier staat open.')
  const dossier = newest()
  expect(text(dossier)).toContain('loods')
  connector.faults.next(1, (ask) => ask.method === 'PUT', {
    kind: 'answer',
    reply: { status: 404, body: { error: { code: 'ActivityNotFoundInConversation', message: 'Gone.' } } },
  })
  await click(dossier, 'Meer')
  expect(newest().id).not.toBe(dossier.id)
  expect(text(newest())).toContain('S-2026-0001 · meer')
})

test('a person who may not see it gets a line without content', async () => {
  const { thomas, joost } = house
  const bell = doorbellOf(house, it.reference)
  await thomas.click(bell, 'Openen')
  expect(text(newest())).toContain('Dit is alleen voor de mensen van het meldpunt.')
  await joost.click(bell, 'Openen')
  expect(text(newest())).toContain('Marieke Vonk heeft dienst.')
  expect(said(house, house.channel).join('\n')).not.toContain('loods')
})

test('a number that looks like a BSN is asked about where the form stands, and ticked it comes back', async () => {
  const number = `11122233${checkDigit('11122233')}`
  await click(doorbellOf(house, it.reference), 'Openen')
  const dossier = newest()
  await click(dossier, 'Notitie')
  await click(dossier, 'Bewaar de notitie', { text: `Dossier ${number}` })
  expect(text(dossier)).toContain('Ik heb een nummer verborgen')
  expect((await kept(house, it)).notes).toEqual([])
  expect(JSON.stringify(house.connector.everythingSent())).not.toContain(number)
  await click(dossier, 'Bewaar de notitie', { notBsn: 'true' })
  expect((await kept(house, it)).notes.map((note) => note.text)).toEqual([`Dossier ${number}`])
})
