/**
 * The day of an officer: the list in groups with what now, a label that nobody else gets, choosing, finding a file with a
 * purpose, a number in a message, the morning, and what was done meanwhile.
 */
import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from '@jest/globals'
import type { Config } from '../../bot/app/config.ts'
import { searched } from '../../services/retention/ledger.ts'
import { Day, OfficerId } from '../../services/words.ts'
import { isWire } from '../kit/cardClient.ts'
import type { Person } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import {
  audit,
  canary,
  decide,
  FORM,
  forge,
  handOver,
  kept,
  open,
  press,
  report,
  seen,
  through,
  verb,
} from './officerSteps.ts'
import { lastSaid, tenant } from './steps.ts'

let house: House
afterEach(() => house.stop())

/** The worklist in a window, which nobody else sees. */
async function inWindow(person: Person) {
  await person.say('werklijst')
  return person.click(house.connector.newestCard(person), 'Open lijst in een venster')
}

const WATCH = { ...FORM, outcome: 'monitor', partners: '' }

test('what now, groups, a label and choosing; a chat and the channel have no label and no organisation', async () => {
  house = await startHouse()
  const { sanne, kees, marieke, connector, channel } = house
  const word = canary('label')
  const first = await report(house, sanne, 'Een eerste signaal.', { urgency: 'high' })
  const second = await report(house, kees, 'Een tweede signaal.')
  const out = await decide(house, marieke, await open(house, marieke, second))
  await handOver(house, marieke, out)
  const form = await through(house, marieke, await open(house, marieke, first), 'Meer', 'Geef een label')
  await press(house, marieke, form, 'Bewaar label', { text: `tiener ${word}` })
  expect((await kept(house, first)).labels?.map(({ text }) => text)).toEqual([`tiener ${word}`])
  const list = await inWindow(marieke)
  const text = seen(house, list)
  expect(text).toContain('Wat nu: 1 nieuw')
  expect(text).toContain('Vandaag (1)')
  expect(text).toContain(`Jouw label: tiener ${word}`)
  expect(text).toMatch(/Bij een organisatie \(1\)[\s\S]*Wacht op antwoord van .*, sinds dinsdag 24 november/)
  // What stays in a conversation has references alone.
  await marieke.say('werklijst')
  await marieke.say('werklijst', { inChannel: channel })
  for (const where of [marieke, channel]) {
    const shown = connector.textOf(connector.newestCard(where))
    expect(shown).toContain(first.reference)
    expect(shown).not.toContain('Wacht op antwoord van')
  }
  // The answer to a click is a window that only she sees; all else stands in the conversation.
  const stays = connector.everythingSent(marieke).filter(({ kind }) => kind === 'request')
  const wire = JSON.stringify([connector.everythingSent(channel), stays])
  expect(wire).not.toContain(word)
  expect(JSON.stringify(connector.everythingSent(sanne))).not.toContain(word)
  // Chosen: only what one has, of one sort; and back.
  const chosen = await press(house, marieke, await press(house, marieke, list, 'Kies wat je ziet'), 'Toon', {
    lacks: 'help',
  })
  expect(seen(house, chosen)).toContain('Je ziet alleen: Hulp niet geregeld')
  expect(seen(house, chosen)).not.toContain(first.reference)
  expect(seen(house, await press(house, marieke, chosen, 'Toon alles'))).toContain(first.reference)
})

test('a BSN in a label is hidden', async () => {
  house = await startHouse()
  const { sanne, marieke } = house
  const it = await report(house, sanne, 'Een signaal.')
  const form = await through(house, marieke, await open(house, marieke, it), 'Meer', 'Geef een label')
  await press(house, marieke, form, 'Bewaar label', { text: 'bsn 999990019' })
  expect(JSON.stringify((await kept(house, it)).labels ?? [])).not.toContain('999990019')
})

test('what is watched is put off or closed from the list when its end is near', async () => {
  house = await startHouse()
  const { kees, marieke } = house
  const it = await report(house, kees, 'Dit wordt gevolgd.')
  await decide(house, marieke, await open(house, marieke, it), WATCH, { monitorUntil: '2026-12-02' })
  const list = await inWindow(marieke)
  expect(seen(house, list)).toContain('We volgen dit tot en met woensdag 2 december')
  const form = await press(house, marieke, list, `Verleng ${it.reference}`)
  const done = await press(house, marieke, form, 'Verleng', {
    watchUntil: '2026-12-23',
    reason: 'Nog een controle.',
  })
  expect(seen(house, done)).toContain('Het volgen is verlengd.')
  expect(seen(house, done)).toContain('We volgen dit tot en met woensdag 23 december')
  expect((await kept(house, it)).decisions.at(-1)?.monitorUntil).toBe('2026-12-23')
  expect(seen(house, await inWindow(marieke))).not.toContain(`Verleng ${it.reference}`)
})

test('a file is found with a purpose, in the trail, and never by what the reporter wrote', async () => {
  house = await startHouse()
  const { sanne, joost, marieke } = house
  const word = canary('verhaal')
  const it = await report(house, sanne, `Een verhaal met ${word}.`)
  const note = await through(house, marieke, await open(house, marieke, it), 'Notitie')
  await press(house, marieke, note, 'Bewaar de notitie', { text: 'Gebeld met zwembad Zeester.' })
  const form = await press(house, marieke, await inWindow(marieke), 'Zoek een dossier')
  expect(seen(house, form)).toContain('Gebruik dan *Inzageverzoek*')
  const find = (inputs: Record<string, string>) => press(house, marieke, form, 'Zoek', inputs)
  const why = { findFor: 'goOn', reason: 'Vervolg van vanmorgen.' }
  const found = await find({ terms: 'Zeester', ...why })
  expect(seen(house, found)).toContain(it.reference)
  expect(seen(house, found)).toContain('Gevonden in: een notitie')
  expect(seen(house, found)).not.toContain('zwembad')
  expect(seen(house, await find({ terms: word, ...why }))).toContain('Hier is niets gevonden.')
  expect(seen(house, await find({ terms: it.reference, ...why }))).toContain('Gevonden in: het nummer')
  expect(
    seen(house, await find({ terms: 'Zeester', findFor: 'goOn', reason: 'Het gaat over Zeester.' })),
  ).toContain('noem bij waarom niet')
  expect(seen(house, await press(house, marieke, found, `Openen ${it.reference}`))).toContain(word)
  const lines = await searched(house.bot.app.store, tenant(house), '2026-11')
  expect(lines.map(({ what, findFor, found: count }) => [what, findFor, count])).toEqual([
    ['find', 'goOn', 1],
    ['find', 'goOn', 0],
    ['find', 'goOn', 1],
  ])
  expect(JSON.stringify(lines)).not.toContain('Zeester')
  expect(JSON.stringify(lines)).not.toContain(word)
  // Off duty nobody finds anything.
  const forged = await forge(
    house,
    found,
    { verb: 'findNow', press: randomUUID(), terms: 'Zeester', ...why },
    {
      from: { id: joost.id, name: joost.name, aadObjectId: joost.aadObjectId },
    },
  )
  expect(forged).not.toContain(it.reference)
})

/** What Teams asks while somebody types in a conversation, and what is answered. */
async function typing(person: Person, value: string, conversation = '19:groep@thread.v2') {
  const { activity } = await person.say('hallo')
  const answer = await house.connector.send({
    ...activity,
    type: 'invoke',
    name: 'composeExtension/query',
    id: `q:${randomUUID()}`,
    text: undefined,
    conversation: {
      id: conversation,
      conversationType: 'groupChat',
      isGroup: true,
      tenantId: house.connector.tenantId,
    },
    value: { commandId: 'reference', parameters: [{ name: 'number', value }] },
  })
  const body = isWire(answer.body) ? answer.body : {}
  return isWire(body.composeExtension) && Array.isArray(body.composeExtension.attachments)
    ? body.composeExtension.attachments
    : undefined
}

test('a number in a message: the whole number alone, to whoever may act, and it says nothing', async () => {
  house = await startHouse()
  const { sanne, kees, joost, marieke } = house
  const it = await report(house, sanne, 'Een verhaal dat niemand mag zien.', { urgency: 'high' })
  const before = (await audit(house, it)).length
  const [found, ...others] = (await typing(marieke, it.reference)) ?? []
  expect(others).toEqual([])
  const said = JSON.stringify(found)
  expect(said).toContain(it.reference)
  expect(said).not.toMatch(/verhaal|hoog|ontvangen|Sanne/)
  // Nothing was seen, so nothing is recorded.
  expect(await audit(house, it)).toHaveLength(before)
  for (const [who, typed] of [
    [marieke, it.reference.slice(0, -1)],
    [marieke, `${it.reference} `.repeat(2)],
    [marieke, 'S-2026-9999'],
    [marieke, 'verhaal'],
    [kees, it.reference],
    [joost, it.reference],
  ] as const) {
    expect(await typing(who, typed)).toEqual([])
  }
})

/** The deputy stands in on these days. */
function withRota(config: Config, from: string, until: string): Config {
  const municipalities = config.municipalities.map((m) => {
    const officer = OfficerId.parse(m.officers.find((each) => each.role === 'deputy')?.id)
    return { ...m, rota: [{ officer, from: Day.parse(from), until: Day.parse(until) }] }
  })
  return { ...config, municipalities }
}

test('the morning and a turn are told once, with numbers alone; what the deputy did is there on return', async () => {
  house = await startHouse({ adjust: (config) => withRota(config, '2026-11-26', '2026-11-26') })
  const { sanne, joost, marieke, clock, connector } = house
  const it = await report(house, sanne, 'Een verhaal voor vandaag.', { urgency: 'high' })
  await house.bot.sweep()
  // Wednesday, ten past nine.
  clock.advance({ hours: 23, minutes: 10 })
  await house.bot.sweep()
  await house.bot.sweep()
  const mornings = () =>
    connector.everythingSent(marieke).filter((sent) => JSON.stringify(sent).includes('Goedemorgen'))
  expect(mornings()).toHaveLength(1)
  expect(JSON.stringify(mornings())).toContain('te laat: 1')
  expect(JSON.stringify(mornings())).not.toContain(it.reference)
  // Thursday: the deputy's turn.
  clock.advance({ days: 1 })
  await house.bot.sweep()
  expect(lastSaid(house, joost)).toContain('Jouw dienst begint')
  expect(lastSaid(house, joost)).not.toContain(it.reference)
  expect(lastSaid(house, marieke)).toContain('Joost Hartog is nu aan de beurt.')
  const note = await through(house, joost, await open(house, joost, it), 'Notitie')
  await press(house, joost, note, 'Bewaar de notitie', { text: 'Gebeld met de buurman.' })
  // Friday: she is back.
  clock.advance({ days: 1 })
  await house.bot.sweep()
  expect(lastSaid(house, marieke)).toContain('Bekijk wat er intussen gedaan is.')
  const list = await marieke.click(connector.newestCard(marieke), verb('duty'))
  expect(seen(house, list)).toContain('Joost Hartog: notitie gemaakt')
  expect(seen(house, list)).toContain(it.reference)
  expect(seen(house, list)).not.toContain('buurman')
})
