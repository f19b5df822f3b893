/** The worklist (step 10): what is open, the most urgent and the oldest first, and open it from there. */
import { afterEach, expect, test } from '@jest/globals'
import { type House, startHouse } from '../kit/house.ts'
import {
  canary,
  consult,
  decide,
  FORM,
  handOver,
  kept,
  open,
  press,
  report,
  seen,
  through,
  verb,
} from './officerSteps.ts'
import { lastSaid, said } from './steps.ts'

let house: House
afterEach(() => house.stop())

/** The references on the newest card of somebody, from the top. */
const listed = (where: Parameters<House['connector']['newestCard']>[0]): string[] => {
  const text = house.connector.textOf(house.connector.newestCard(where))
  return [...text.matchAll(/^(S-\d{4}-\d{4})$/gm)].map((match) => match[1] ?? '')
}

test('sorted by urgency and age, in the own chat and in the channel, without a word of what was written', async () => {
  house = await startHouse()
  const { sanne, kees, marieke, connector, channel, clock } = house
  const word = canary('verhaal')
  await report(house, sanne, `Een eerste. ${word}`, { urgency: 'soft' })
  clock.advance({ minutes: 5 })
  await report(house, kees, `Een tweede. ${word}`)
  clock.advance({ minutes: 5 })
  await report(house, sanne, `Een derde. ${word}`, { urgency: 'high' })
  clock.advance({ minutes: 5 })
  await consult(house, kees, `Een vierde. ${word}`)
  clock.advance({ minutes: 5 })
  await report(house, sanne, `Een vijfde. ${word}`, { urgency: 'high' })
  const order = ['S-2026-0003', 'S-2026-0005', 'S-2026-0002', 'S-2026-0004', 'S-2026-0001']
  await marieke.say('werklijst')
  expect(listed(marieke)).toEqual(order)
  await marieke.say('Werklijst', { inChannel: channel })
  expect(listed(channel)).toEqual(order)
  const card = connector.newestCard(channel)
  expect(card.summary).toBe('Er staat iets voor je klaar')
  expect(connector.textOf(card)).toContain('5 dossiers staan open.')
  expect(connector.textOf(card)).toContain('sparren · ontvangen · urgentie normaal')
  const wire = JSON.stringify([connector.everythingSent(channel), connector.everythingSent(marieke)])
  expect([word, 'Sanne', 'Kees'].filter((each) => wire.includes(each))).toEqual([])
  // Opened from either, in a dialog; the list stays.
  for (const list of [card, connector.newestCard(marieke)]) {
    const dossier = await marieke.click(list, 'Openen S-2026-0003')
    expect(seen(house, dossier)).toContain('Een derde.')
  }
  expect(listed(channel)).toEqual(order)
})

test('what is late, who has it, and for whom it waits', async () => {
  house = await startHouse()
  const { sanne, kees, marieke, connector, clock } = house
  const untouched = await report(house, sanne, 'Niemand keek hier nog naar.')
  const asked = await report(house, sanne, 'Hierover is iets gevraagd.')
  const page = await through(house, marieke, await open(house, marieke, asked), 'Stel een vraag')
  await press(house, marieke, page, 'Verstuur de vraag', { text: 'Waar was dat?' })
  const out = await report(house, kees, 'Dit is overgedragen.')
  const decided = await decide(house, marieke, await open(house, marieke, out))
  await handOver(house, marieke, decided)
  const planned = await report(house, kees, 'Dit moet nog overgedragen worden.')
  await decide(house, marieke, await open(house, marieke, planned))
  const watched = await report(house, kees, 'Dit wordt gevolgd.')
  const watch = { ...FORM, outcome: 'monitor', partners: '' }
  await decide(house, marieke, await open(house, marieke, watched), watch, { monitorUntil: '2026-12-02' })
  const rows = async () => {
    await marieke.say('werklijst')
    const text = connector.textOf(connector.newestCard(marieke))
    return Object.fromEntries(text.split(/^(?=S-2026-)/m).map((row) => [row.slice(0, 11), row]))
  }
  const early = await rows()
  expect(early[untouched.reference]).toContain('Nog niemand heeft dit in behandeling')
  expect(early[untouched.reference]).toContain('Volgende termijn: woensdag 25 november')
  expect(early[untouched.reference]).toContain('Wacht op jullie')
  expect(early[asked.reference]).toContain('In behandeling bij Marieke Vonk')
  expect(early[asked.reference]).toContain('Wacht op de melder')
  expect(early[out.reference]).toContain('Wacht op een antwoord van buiten het meldpunt')
  expect(Object.values(early).join('\n')).not.toContain('Te laat')
  clock.advance({ days: 9 })
  const late = await rows()
  expect(late[untouched.reference]).toContain('Te laat: de termijn was woensdag 25 november')
  expect(late[asked.reference]).toContain('Te laat: de termijn was vrijdag 27 november')
  expect(late[out.reference]).toContain('Te laat: er is nog geen antwoord')
  expect(late[planned.reference]).toContain('Te laat')
  expect(late[watched.reference]).toContain('Te laat: het monitoren is voorbij.')
})

test('for the reporting point only, and for the person on duty; off duty an officer sees what was handed to them', async () => {
  house = await startHouse()
  const { sanne, thomas, joost, marieke, connector, channel } = house
  const mine = await report(house, sanne, 'Een dossier voor Joost.')
  await report(house, sanne, 'Een ander dossier.')
  await sanne.say('werklijst')
  expect(lastSaid(house, sanne)).toContain('De werklijst is alleen voor het meldpunt.')
  await thomas.say('werklijst', { inChannel: channel })
  expect(lastSaid(house, channel)).not.toContain('S-2026')
  await joost.say('werklijst')
  expect(lastSaid(house, joost)).toContain('Marieke Vonk heeft dienst.')
  const more = await through(house, marieke, await open(house, marieke, mine), 'Meer', 'Geef aan een collega')
  await press(house, marieke, more, 'Geef het aan je collega', { officer: joost.aadObjectId })
  await joost.say('werklijst')
  expect(listed(joost)).toEqual([mine.reference])
  const list = connector.newestCard(joost)
  connector.leave(channel, joost)
  await joost.say('werklijst')
  expect(lastSaid(house, joost)).toContain('Je bent geen lid van het kanaal Meldpunt.')
  expect(seen(house, await joost.click(list, verb('open')))).not.toContain('Een dossier voor Joost.')
})

test('after a restart both lists show everything again; what is closed or was enough is gone from the worklist', async () => {
  house = await startHouse()
  const { sanne, marieke, connector } = house
  const first = await report(house, sanne, 'Het eerste.')
  const second = await report(house, sanne, 'Het tweede.')
  const doubt = await consult(house, sanne, 'Een twijfel.')
  await marieke.click(
    connector.channel(house.channel)[0] ?? connector.newestCard(house.channel),
    verb('take'),
  )
  await house.settle()
  await house.restart()
  await marieke.say('werklijst')
  expect(listed(marieke)).toEqual([first.reference, second.reference, doubt.reference])
  expect(lastSaid(house, marieke)).toContain('In behandeling bij Marieke Vonk')
  await sanne.say('mijn meldingen')
  for (const { reference } of [first, second, doubt]) expect(lastSaid(house, sanne)).toContain(reference)

  const asked = await through(house, marieke, await open(house, marieke, first), 'Besluit nemen')
  const closing = { ...FORM, outcome: 'noAction', partners: '', safeReason: 'explained' }
  await press(house, marieke, await press(house, marieke, asked, 'Verder', closing), 'Afsluiten')
  expect((await kept(house, first)).state).toBe('closed')
  const more = await through(house, marieke, await open(house, marieke, doubt), 'Meer')
  await press(house, marieke, more, 'Dit was genoeg: wis het')
  await house.restart()
  await marieke.say('werklijst')
  expect(listed(marieke)).toEqual([second.reference])
  await sanne.say('mijn meldingen')
  expect(lastSaid(house, sanne)).toContain('Afgesloten. Het is klaar.')
  expect(lastSaid(house, sanne)).not.toContain(doubt.reference)
})

test('an empty worklist says so; the bot shows the list when it is added to the channel', async () => {
  house = await startHouse()
  const { sanne, marieke, connector, channel } = house
  await marieke.say('worklist')
  expect(lastSaid(house, marieke)).toContain('Er staat niets open.')
  const it = await report(house, sanne, 'Er is toch iets.')
  const before = said(house, channel).length
  const added = { type: 'conversationUpdate', membersAdded: [{ id: connector.botAccount.id }] }
  await connector.tell(marieke, channel, { ...added, channelData: { eventType: 'teamMemberAdded' } })
  expect(said(house, channel)).toHaveLength(before + 1)
  expect(listed(channel)).toEqual([it.reference])
})
