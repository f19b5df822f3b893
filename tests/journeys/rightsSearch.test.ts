/** An access request, over real HTTP: found, recorded, never itself a signal; and what is kept of a reporter. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { searched } from '../../services/retention/ledger.ts'
import { everyDocument } from '../../services/store/every.ts'
import type { DocumentKind } from '../../services/store/port.ts'
import type { Clicked } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import { audit, kept, open, press, report, seen, verb } from './officerSteps.ts'
import { cardWith, lastSaid, tenant } from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

/** Every kind there is, by name: one that is new and not here does not compile. */
const ALL: Readonly<Record<DocumentKind, true>> = {
  signal: true,
  chat: true,
  vault: true,
  counter: true,
  count: true,
  channel: true,
  code: true,
  ledger: true,
  choice: true,
  key: true,
  part: true,
  agenda: true,
  muted: true,
  index: true,
  case: true,
  import: true,
  imported: true,
  settings: true,
  file: true,
}
const KINDS = Object.keys(ALL) as DocumentKind[]

/** Everything that is stored, but the one place where a search is accounted for. */
async function everything(without: DocumentKind): Promise<string[]> {
  const found: string[] = []
  for (const kind of KINDS) {
    if (kind === without) continue
    for await (const { document } of everyDocument(house.bot.app.store, tenant(house), kind)) {
      found.push(JSON.stringify(document))
    }
  }
  return found.sort()
}

async function form(): Promise<Clicked> {
  const { marieke } = house
  await marieke.say('inzageverzoek')
  return marieke.click(cardWith(house, marieke, 'Zoek op'), 'Zoek op')
}

const NAME = 'Karel Zandbergen'
const ask = async (terms = NAME, reason = 'Verzoek van 20 november'): Promise<Clicked> =>
  press(house, house.marieke, await form(), 'Zoek', { terms, reason })

describe('an access request', () => {
  test('shows where somebody occurs, and makes an overview without who reported it', async () => {
    const { sanne, kees, marieke } = house
    const first = await report(house, sanne, `Bij ${NAME} thuis slapen vier jongens in de schuur.`)
    await report(house, kees, 'Dit gaat over heel iemand anders.')
    const found = await ask(`zandbergen, karel\n06 12 34 56 78`)
    const shown = seen(house, found)
    expect(shown).toContain('Gevonden in 1 dossier')
    expect(shown).toContain(first.reference)
    expect(shown).toContain('wat de melder schreef')
    expect(shown).not.toContain('schuur')
    const overview = seen(house, await press(house, marieke, found, 'Maak een overzicht'))
    expect(overview).toContain('vier jongens in de schuur')
    expect(overview).toContain('Niet geverifieerd')
    expect(overview).toContain('nog geen besluit')
    expect(overview).not.toContain(sanne.name)
    // Looking at what was written is recorded, as always.
    expect(await audit(house, first)).toContain('Marieke Vonk: view')
  })

  test('is never itself a signal: nothing is stored but who searched, when and why, and who looked at what', async () => {
    const { sanne, kees, marieke } = house
    const reported = await report(house, sanne, `Bij ${NAME} klopt iets niet.`)
    await open(house, marieke, reported)
    const other = await report(house, kees, 'Dit gaat over heel iemand anders.')
    await form()
    const before = await everything('ledger')
    const [record, untouched] = [await kept(house, reported), await kept(house, other)]
    await ask('Niemand Hier Bekend')
    expect(await everything('ledger')).toEqual(before)
    await ask()
    // That its reference was shown is a view, in its own trail, as every other view; nothing else is different.
    const { audit: trail, ...after } = await kept(house, reported)
    const { audit: trailBefore, ...same } = record
    expect(after).toEqual(same)
    expect(trail.slice(0, trailBefore.length)).toEqual(trailBefore)
    expect(trail.slice(trailBefore.length)).toMatchObject([{ by: marieke.aadObjectId, what: 'view' }])
    expect(await kept(house, other)).toEqual(untouched)
    const month = house.clock.now().slice(0, 7)
    const lines = await searched(house.bot.app.store, tenant(house), month)
    expect(lines).toMatchObject([
      { by: marieke.aadObjectId, what: 'search', found: 0 },
      { by: marieke.aadObjectId, what: 'search', reason: 'Verzoek van 20 november', found: 1 },
    ])
    expect(JSON.stringify(lines)).not.toMatch(/Zandbergen|Bekend/)
    for (const text of [...before, ...(await everything('signal'))])
      expect(text).not.toContain('Niemand Hier')
  })

  test('a BSN is not looked for: no file is found because a number was hidden in it', async () => {
    const { sanne } = house
    const masked = await report(house, sanne, 'Op het briefje stond [BSN verwijderd], meer niet.')
    const named = await report(house, sanne, `Bij ${NAME} klopt iets niet.`)
    const only = seen(house, await ask('[BSN verwijderd]'))
    expect(only).toContain('minstens één naam')
    const both = seen(house, await ask(`${NAME}\n[BSN verwijderd]`))
    expect(both).toContain(named.reference)
    expect(both).not.toContain(masked.reference)
  })

  test('keeps no name in its reason either, and one press with other words is another search', async () => {
    const { sanne, marieke } = house
    await report(house, sanne, `Bij ${NAME} klopt iets niet.`)
    const month = house.clock.now().slice(0, 7)
    const lines = () => searched(house.bot.app.store, tenant(house), month)
    const named = await ask(NAME, 'Verzoek van dhr. K. ZANDBERGEN, zaak 12')
    expect(seen(house, named)).toContain('noem in de reden niet wie je zoekt')
    expect(seen(house, named)).not.toContain('Gevonden')
    expect(await lines()).toEqual([])
    const opened = await form()
    for (const terms of [NAME, 'Iemand Anders', NAME]) {
      await press(house, marieke, opened, 'Zoek', { terms, reason: 'Verzoek 12' })
    }
    // The first and the last are the same: one thing.
    expect(await lines()).toHaveLength(2)
    expect(JSON.stringify(await lines())).not.toMatch(/Zandbergen|Anders/)
  })

  test('asks on what ground, and for something that can be looked for; what was typed stays', async () => {
    const { marieke } = house
    const short = await press(house, marieke, await form(), 'Zoek', { terms: 'ab', reason: 'Verzoek 12' })
    expect(seen(house, short)).toContain('minstens één naam')
    expect(JSON.stringify(short.dialog?.card)).toContain('Verzoek 12')
    expect(await searched(house.bot.app.store, tenant(house), house.clock.now().slice(0, 7))).toEqual([])
  })

  test('a list says who searched, when and why, a month at a time; never for whom', async () => {
    const { sanne, marieke, ellen, joost, clock } = house
    const reported = await report(house, sanne, `Bij ${NAME} klopt iets niet.`)
    await ask(NAME, 'Verzoek van 20 november, zaak *12*')
    clock.advance({ days: 14 })
    await ask('Niemand Hier Bekend', 'Verzoek 13')
    const list = await press(house, marieke, await form(), 'Wie zocht iets op')
    expect(seen(house, list)).toContain('Dit is opgezocht in december 2026')
    expect(seen(house, list)).toContain('Marieke Vonk · ')
    expect(seen(house, list)).toContain('Gezocht: gevonden in 0 dossiers')
    const before = await press(house, marieke, list, 'Een maand eerder')
    expect(seen(house, before)).toContain('Gezocht: gevonden in 1 dossier')
    expect(seen(house, before)).toContain('zaak \\*12\\*')
    for (const shown of [list, before]) {
      expect(seen(house, shown)).not.toMatch(/Zandbergen|Bekend/)
      expect(seen(house, shown)).not.toContain(reported.reference)
    }
    // The head looks along off duty, and searches nothing; a deputy off duty does neither.
    await ellen.say('inzageverzoek')
    const hers = await ellen.click(cardWith(house, ellen, 'Bekijk de lijst'), 'Bekijk de lijst')
    expect(seen(house, hers)).toContain('Verzoek 13')
    expect(seen(house, hers)).not.toContain('Inzageverzoek')
    const stolen = await press(house, ellen, await form(), verb('searchNow'), { terms: NAME, reason: 'x' })
    expect(seen(house, stolen)).toContain('Jij hebt nu geen dienst')
    const tried = await press(house, joost, await form(), 'Wie zocht iets op')
    expect(seen(house, tried)).toContain('Jij hebt nu geen dienst')
  })

  test('is for a person on duty only; in the chat stands no name and no reference', async () => {
    const { joost, thomas, sanne, connector } = house
    const reported = await report(house, sanne, `Bij ${NAME} klopt iets niet.`)
    await joost.say('inzageverzoek')
    expect(connector.textOf(connector.newestCard(joost))).toContain('Jij hebt nu geen dienst')
    const opened = await form()
    const found = await press(house, house.marieke, opened, 'Zoek', { terms: NAME, reason: 'Verzoek' })
    expect(found.dialog).toBeDefined()
    const stolen = await press(house, thomas, opened, verb('searchNow'), { terms: NAME, reason: 'x' })
    expect(seen(house, stolen)).not.toContain(reported.reference)
    const chat = connector.chat(house.marieke).filter((shown) => shown.byBot)
    for (const shown of chat) expect(connector.textOf(shown)).not.toMatch(/Zandbergen/)
  })
})

describe('what is kept of a reporter', () => {
  test('is told in their own chat, also who saw their name and until when it is kept', async () => {
    const { sanne, marieke } = house
    const reported = await report(house, sanne, 'Er klopt iets niet.', { degree: 'confidential' })
    await sanne.say('mijn gegevens')
    expect(lastSaid(house, sanne)).toContain(reported.reference)
    expect(lastSaid(house, sanne)).toContain('Je naam is niet bekeken')
    const page = await press(house, marieke, await open(house, marieke, reported), 'Bel melder')
    await press(house, marieke, page, 'Laat zien wie het is', { reason: 'Ik wil terugbellen' })
    await sanne.say('mijn gegevens')
    expect(lastSaid(house, sanne)).toContain('Je naam is bekeken op 24 november 2026')
    expect(lastSaid(house, sanne)).not.toContain('terugbellen')
    expect(lastSaid(house, sanne)).toContain('90 dagen')
  })

  test('a person who types "inzageverzoek" and is no officer gets the same, and no signal comes of it', async () => {
    const { kees } = house
    await kees.say('inzageverzoek')
    expect(lastSaid(house, kees)).toContain('Wij hebben geen meldingen van jou')
    for await (const _ of everyDocument(house.bot.app.store, tenant(house), 'signal'))
      throw new Error('a signal')
  })

  test('in English too', async () => {
    const { kees } = house
    await kees.say('English')
    await kees.say('my data')
    expect(lastSaid(house, kees)).toContain('What we keep about you')
  })
})
