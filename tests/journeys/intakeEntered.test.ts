/** What came by telephone or mail is entered by the officer: the caller is the reporter, and nobody reads who that is. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Clicked } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import { everyTextOf } from './intakeSteps.ts'
import {
  audit,
  canary,
  dataOf,
  dialogOf,
  forge,
  kept,
  open,
  press,
  report,
  seen,
  through,
} from './officerSteps.ts'
import { cardWith, referenceIn } from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

const STORY = 'Er staan elke avond busjes bij het oude kantoor.'

/** The form, as an officer comes to it by typing. */
async function form(person = house.marieke): Promise<Clicked> {
  await person.say('Voer een melding in')
  return person.click(cardWith(house, person, 'Voer in'), 'Voer in')
}

const enter = (opened: Clicked, inputs: Record<string, string>, person = house.marieke) =>
  press(house, person, opened, 'Voer in', { text: STORY, ...inputs })

/** The signal that the button on the card opens. */
function enteredIn(clicked: Clicked) {
  const reference = referenceIn(seen(house, clicked))
  const { signal } = dataOf(clicked, `Open ${reference}`)
  return { reference, signal: String(signal) as Awaited<ReturnType<typeof kept>>['id'] }
}

test('how somebody is reached in their own words is kept, and seen by whoever tells them back', async () => {
  const { marieke } = house
  const done = await enter(await form(), {
    caller: 'Wouter van Dalen',
    wayBack: 'other',
    contact: 'toestel 4471',
    wayNote: 'Alleen na vier uur, via het secretariaat. Zeg daar niet waarover.',
  })
  const it = enteredIn(done)
  expect(seen(house, done)).toContain('laat het de melder weten zoals je schreef')
  expect(JSON.stringify(await everyTextOf(house))).not.toMatch(/4471|secretariaat|Dalen/)
  const call = await through(house, marieke, await open(house, marieke, it), 'Bel melder')
  const shown = await press(house, marieke, call, 'Laat zien wie het is', { reason: 'Om terug te bellen.' })
  for (const said of ['Wouter van Dalen', 'toestel 4471', 'Alleen na vier uur'])
    expect(seen(house, shown)).toContain(said)
})

test('a number without a name is not lost: it is seen when somebody wants to call', async () => {
  const { marieke } = house
  const it = enteredIn(await enter(await form(), { source: 'citizen', contact: '0612345987' }))
  const call = await through(house, marieke, await open(house, marieke, it), 'Bel melder')
  const shown = await press(house, marieke, call, 'Laat zien wie het is', { reason: 'Om terug te bellen.' })
  expect(seen(house, shown)).toContain('De naam van de melder is niet genoemd.')
  expect(JSON.stringify(dialogOf(shown).card)).toContain('tel:0612345987')
})

test('who said it does not stand in what was said: it is pointed out, with all that was typed still there', async () => {
  const typed = {
    text: 'Wouter zag busjes.',
    caller: 'Wouter van Dalen',
    contact: '0612345987',
    wayNote: 'Niet op kantoor.',
  }
  const again = await press(house, house.marieke, await form(), 'Voer in', typed)
  expect(seen(house, again)).toContain('de naam van de melder staat in de tekst')
  for (const said of ['Wouter zag busjes.', 'Niet op kantoor.'])
    expect(JSON.stringify(dialogOf(again).card)).toContain(said)
  const mended = await press(house, house.marieke, again, 'Voer in', {
    ...typed,
    text: 'Een collega zag busjes.',
  })
  expect(seen(house, mended)).toContain('Ingevoerd als')
  // What must be minded needs somebody to be reached.
  const nobody = await press(house, house.marieke, await form(), 'Voer in', {
    ...typed,
    text: STORY,
    wayBack: 'none',
  })
  expect(seen(house, nobody)).toContain('er is geen weg terug')
})

test('a citizen on the telephone: the same number, doorbell and clocks; the name in the vault only', async () => {
  const { marieke } = house
  const [name, phone] = [canary('naam'), '0612345987']
  const done = await enter(await form(), { source: 'citizen', caller: name, contact: phone })
  const it = enteredIn(done)
  expect(seen(house, done)).toContain('Geef de melder dit nummer')
  expect(seen(house, done)).not.toContain(name)
  const record = await kept(house, it)
  expect(record).toMatchObject({
    degree: 'confidential',
    state: 'received',
    urgency: 'normal',
    entered: { by: marieke.aadObjectId, source: 'citizen', cameBy: 'telephone', wayBack: 'telephone' },
  })
  expect(record.vaultKey).toBeUndefined()
  expect(await audit(house, it)).toEqual(['reporter: report', 'Marieke Vonk: enter'])
  // Nowhere but sealed: no record, no chat, no channel.
  expect(JSON.stringify(await everyTextOf(house))).not.toMatch(new RegExp(`${name}|${phone}`))
  // The officer who entered it may act on it, and sees the caller with a reason, once.
  const dossier = await open(house, marieke, it)
  expect(seen(house, dossier)).toContain(STORY)
  expect(seen(house, dossier)).toContain('melder: Inwoner')
  const call = await through(house, marieke, dossier, 'Bel melder')
  const shown = await press(house, marieke, call, 'Laat zien wie het is', { reason: 'Om terug te bellen.' })
  expect(seen(house, shown)).toContain(name)
  expect(JSON.stringify(dialogOf(shown).card)).toContain('tel:0612345987')
  expect(await audit(house, it)).toContain('Marieke Vonk: reveal')
})

test('pressed twice it is one; what was typed is there again after a mistake', async () => {
  const { marieke } = house
  const opened = await form()
  const wrong = await enter(opened, { source: 'citizen', caller: 'Petra', contact: 'geen nummer' })
  expect(seen(house, wrong)).toContain('dit is geen telefoonnummer')
  expect(JSON.stringify(dialogOf(wrong).card)).toContain(STORY)
  expect(JSON.stringify(dialogOf(wrong).card)).toContain('Petra')
  const done = await enter(wrong, { source: 'citizen', caller: 'Petra', contact: '0612345678' })
  const it = enteredIn(done)
  const twice = await press(house, marieke, wrong, 'Voer in', {
    text: STORY,
    caller: 'Petra',
    contact: '0612345678',
  })
  expect(seen(house, twice)).toContain(`Dit was al ingevoerd als ${it.reference}`)
  expect(enteredIn(twice).signal).toBe(it.signal)
})

test('without a name nothing is kept of the caller', async () => {
  const { marieke } = house
  const refused = await enter(await form(), {
    withName: 'no',
    caller: 'Petra de Vries',
    contact: '0612345678',
  })
  expect(seen(house, refused)).toContain('zonder naam bewaren we ook geen nummer')
  const done = await enter(refused, {
    withName: 'no',
    caller: 'Petra de Vries',
    wayBack: 'none',
    contact: '',
  })
  const it = enteredIn(done)
  const record = await kept(house, it)
  expect(record).toMatchObject({ degree: 'anonymous', entered: { wayBack: 'none' } })
  expect([record.vaultKey, record.callerKey, record.code]).toEqual([undefined, undefined, undefined])
  expect(JSON.stringify(await everyTextOf(house))).not.toContain('Petra')
  expect(seen(house, await open(house, marieke, it))).toContain('niets bewaard over wie dit zei')
})

test('danger in the words rings as always; what may be danger is asked first', async () => {
  const { connector, channel } = house
  const done = await enter(await form(), {
    text: 'Ze wordt nu geslagen en zit opgesloten, hij heeft een mes.',
    caller: 'Petra',
    contact: '0612345678',
  })
  const record = await kept(house, enteredIn(done))
  expect(record.urgency).toBe('acute')
  expect(seen(house, done)).toContain('Bel eerst 112')
  expect(connector.channel(channel).some((shown) => connector.textOf(shown).includes('112'))).toBe(true)
})

test('a number of a citizen is hidden and asked about', async () => {
  const asked = await enter(await form(), {
    text: 'Zijn nummer is 111222333.',
    caller: 'Petra',
    contact: '0612345678',
  })
  expect(seen(house, asked)).toContain('burgerservicenummer')
  expect(JSON.stringify(asked.body)).not.toContain('111222333')
})

test('who is off duty, or no officer, enters nothing', async () => {
  const { joost, kees } = house
  await joost.say('Voer een melding in')
  expect(house.connector.textOf(house.connector.newestCard(joost).card)).toContain(
    'Marieke Vonk heeft dienst',
  )
  await kees.say('Voer een melding in')
  expect(JSON.stringify(house.connector.chat(kees))).not.toContain('enterNow')
  const opened = await form()
  const data = { ...dataOf(opened, 'Voer in'), text: STORY, caller: 'Petra', contact: '0612345678' }
  const from = { id: joost.id, aadObjectId: joost.aadObjectId, name: joost.name }
  expect(await forge(house, opened, { ...data, press: crypto.randomUUID() }, { from })).toContain(
    'Marieke Vonk heeft dienst',
  )
  const references = house.connector.channel(house.channel).filter((shown) => shown.cards.length > 0)
  expect(references.some((shown) => house.connector.textOf(shown).includes('S-2026-'))).toBe(false)
})

test.each([
  ['confidential', { department: 'Toezicht' }],
  ['unknown', undefined],
  ['anonymous', undefined],
] as const)('a department that was said stays with a signal that is sent %s: %j', async (degree, origin) => {
  await house.stop()
  house = await startHouse({
    adjust: (config) => ({
      ...config,
      municipalities: config.municipalities.map((m) => ({ ...m, departments: ['Toezicht', 'Wijkteam'] })),
    }),
  })
  const it = await report(house, house.sanne, STORY, { degree, department: 'Toezicht' })
  expect((await kept(house, it)).sentFrom).toEqual(origin)
})
