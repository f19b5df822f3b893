/** What follows: a partner that does not answer, help that is not arranged, a ground, a minor, and a call. */
import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from '@jest/globals'
import { openLog } from '../../bot/app/log.ts'
import { graphCalls } from '../../infra/local/graphStandIn.ts'
import { type House, startHouse } from '../kit/house.ts'
import {
  decide,
  dialogOf,
  doneOf,
  FORM,
  forge,
  handOver,
  kept,
  open,
  press,
  previewOf,
  report,
  seen,
  through,
  valueIn,
} from './officerSteps.ts'
import { lastSaid, said } from './steps.ts'

let house: House
afterEach(() => house.stop())

const STORY = 'Jayden Smits werkt elke nacht in de wasserij.'
const POLICE = { ...FORM, outcome: 'police', partners: 'politie-avim' }

/** The decision form of a fresh signal, and the dossier. */
async function atDossier(options: Parameters<typeof startHouse>[0] = {}) {
  house = await startHouse(options)
  const it = await report(house, house.sanne, STORY)
  return { it, dossier: await open(house, house.marieke, it), marieke: house.marieke }
}

/** So many days later, the rounds done. */
async function daysLater(days: number): Promise<void> {
  house.clock.advance({ hours: 24 * days })
  await house.bot.sweep()
  await house.settle()
}

test('a minor is asked of everybody before it is decided; not known counts as one, and a look is asked', async () => {
  const { it, dossier, marieke } = await atDossier()
  const form = await press(house, marieke, dossier, 'Besluit nemen')
  expect(seen(house, form)).toContain('Is er iemand bij die jonger is dan 18?')
  expect(valueIn(form, 'minor')).toBe('')
  const { minor: _left, ...without } = POLICE
  await expect(press(house, marieke, form, 'Verder', without)).rejects.toThrow('minor is required')
  // A client that sends it all the same is refused by the rule, and what was typed stays.
  const { revision } = await kept(house, it)
  const data = {
    verb: 'decide',
    signal: it.signal,
    seen: revision,
    press: randomUUID(),
    ...without,
    victimCheck: '',
  }
  expect(await forge(house, form, data)).toContain('kies nog of er iemand jonger dan 18 bij is')
  const asked = await press(house, marieke, form, 'Verder', { ...POLICE, minor: 'unknown' })
  expect(seen(house, asked)).toContain('Schrijf op of dit een slachtoffer kan zijn, of kies ook hulp.')
  expect((await kept(house, it)).decisions).toEqual([])
  const days = await press(house, marieke, asked, 'Verder', {
    ...POLICE,
    minor: 'unknown',
    victimCheck: 'Wijkteam spreekt hem morgen.',
  })
  const done = await press(house, marieke, days, 'Leg het besluit vast')
  expect(seen(house, done)).toContain('Bij het besluit was niet bekend of er iemand jonger dan 18 bij is.')
  expect((await kept(house, it)).decisions).toMatchObject([{ minor: 'unknown' }])
  const known = await through(house, marieke, done, 'Meer', 'Ja, minderjarig')
  expect((await kept(house, it)).minor).toBe('yes')
  expect((await kept(house, it)).audit.at(-1)?.what).toBe('setMinor')
  expect(seen(house, known)).toContain('Misschien gaat het om een minderjarige.')
})

test('help that is not arranged has an owner and a day, reminds, and is asked for before the end', async () => {
  const { it, dossier, marieke } = await atDossier()
  const form = await press(house, marieke, dossier, 'Besluit nemen')
  const days = await press(house, marieke, form, 'Verder', {
    ...FORM,
    partners: 'wijkteam',
    victimHelp: 'notYet',
  })
  expect(seen(house, days)).toContain('Wie regelt de hulp?')
  expect(valueIn(days, 'helpBy')).toBe('2026-11-27')
  let now = await press(house, marieke, days, 'Leg het besluit vast', { helpOwner: 'team:Wijkteam' })
  expect(seen(house, now)).toContain('Hulp: Wijkteam regelt dit, uiterlijk vrijdag 27 november.')
  now = await handOver(house, marieke, now)
  now = await press(
    house,
    marieke,
    await press(house, marieke, now, 'Antwoord noteren'),
    'Bewaar het antwoord',
    {
      what: 'takenUp',
      text: '',
    },
  )
  now = await press(house, marieke, await press(house, marieke, now, 'Terugkoppelen'), 'Koppel terug')
  await daysLater(6)
  expect(lastSaid(house, marieke)).toContain('Hulp is nog niet geregeld door: Wijkteam.')
  await marieke.say('werklijst')
  expect(lastSaid(house, marieke)).toContain(
    'Te laat. Hulp voor een mogelijk slachtoffer is nog niet geregeld.',
  )
  now = await open(house, marieke, it)
  expect(seen(house, now)).toContain('Te laat: hulp nog niet geregeld. Wijkteam zou dit doen')
  const asked = await press(house, marieke, now, 'Afsluiten')
  expect(seen(house, asked)).toContain('Afsluiten kan als de hulp geregeld is')
  const { revision } = await kept(house, it)
  const close = { verb: 'close', signal: it.signal, seen: revision, press: randomUUID() }
  expect(await forge(house, now, close)).toContain('de hulp is nog niet geregeld')
  const bare = await press(house, marieke, asked, 'Bewaar', { how: 'notNeeded', text: '' })
  expect(seen(house, bare)).toContain('de reden ontbreekt')
  const ended = await press(house, marieke, bare, 'Bewaar', { how: 'arranged', text: 'Ze heeft een plek.' })
  expect(seen(house, ended)).toContain('Genoteerd: de hulp is geregeld.')
  expect(seen(house, ended)).toContain('Hulp geregeld · Marieke Vonk')
  await press(house, marieke, ended, 'Afsluiten')
  expect((await kept(house, it)).state).toBe('closed')
})

test('silence is asked again, and ends only after two days and somebody above, with a reason', async () => {
  const { it, dossier, marieke } = await atDossier()
  let now = await decide(house, marieke, dossier)
  now = await handOver(house, marieke, now)
  const noted = async (text: string) => {
    const page = await press(house, marieke, await open(house, marieke, it), 'Antwoord noteren')
    return press(house, marieke, page, 'Bewaar het antwoord', { what: 'noAnswer', text })
  }
  now = await noted('Gebeld, geen gehoor')
  expect(seen(house, now)).toContain('Nog geen antwoord. We vragen het weer op dinsdag 1 december.')
  expect(seen(house, now)).not.toContain('Stop met vragen')
  expect(seen(house, now)).not.toContain('Afsluiten')
  await daysLater(8)
  expect(said(house, marieke).join()).toContain('Nog geen antwoord van: Nederlandse Arbeidsinspectie.')
  now = await noted('Weer gebeld')
  const stop = await press(house, marieke, now, 'Stop met vragen')
  const ended = await press(house, marieke, stop, 'Stop met vragen', {
    text: 'Hun teamleider',
    reason: 'Ze reageren niet.',
  })
  expect(seen(house, ended)).toContain('Geen antwoord gekregen, gestopt met vragen · Marieke Vonk')
  expect(seen(house, ended)).toContain('Hun teamleider')
  expect((await kept(house, it)).routes).toMatchObject([
    { state: 'answered', givenUp: { by: marieke.aadObjectId } },
  ])
  // The reporter is told so, and not that we go on asking.
  const told = await press(house, marieke, ended, 'Terugkoppelen')
  expect(valueIn(told, 'text')).toContain('We vragen er niet meer naar.')
})

test('passed on: the other organisation is asked, by its own day', async () => {
  const { it, dossier, marieke } = await atDossier()
  let now = await decide(house, marieke, dossier)
  now = await handOver(house, marieke, now)
  const page = await press(house, marieke, now, 'Antwoord noteren')
  now = await press(house, marieke, page, 'Bewaar het antwoord', {
    what: 'passedOn',
    text: '',
    passedTo: 'politie-avim',
    again: '2026-12-10',
  })
  expect(seen(house, now)).toContain('Genoteerd. We vragen nu Politie')
  expect(seen(house, now)).toContain('Doorgezet door Nederlandse Arbeidsinspectie.')
  expect(seen(house, now)).toContain('Antwoord gevraagd vóór donderdag 10 december.')
  expect((await kept(house, it)).routes.map(({ partner, state }) => [partner, state])).toEqual([
    ['arbeidsinspectie', 'answered'],
    ['politie-avim', 'handedOver'],
  ])
})

test('without a ground nothing is handed over: it is asked, and why', async () => {
  const { it, dossier, marieke } = await atDossier({
    adjust: (config) => ({
      ...config,
      municipalities: config.municipalities.map((m) => ({
        ...m,
        partners: m.partners.map(({ basis: _none, ...partner }) => partner),
      })),
    }),
  })
  const decided = await decide(house, marieke, dossier)
  const { routes, revision } = await kept(house, it)
  const data = {
    verb: 'handOver',
    signal: it.signal,
    seen: revision,
    press: randomUUID(),
    route: routes[0]?.id,
  }
  expect(await forge(house, decided, data)).toContain('voor deze organisatie staat geen grondslag vast')
  expect((await kept(house, it)).state).toBe('decided')
  const form = await previewOf(house, marieke, decided)
  expect(seen(house, form)).toContain('Zonder grondslag mag je niets overdragen')
  const empty = await press(house, marieke, form, doneOf(form), {
    basis: 'publicTask',
    text: ' ',
  })
  expect(seen(house, empty)).toContain('de reden ontbreekt')
  const done = await press(house, marieke, empty, doneOf(empty), {
    basis: 'publicTask',
    text: 'Toezicht op werk, de jurist keek mee.',
  })
  expect(seen(house, done)).toContain('Overgedragen aan Nederlandse Arbeidsinspectie.')
  expect(seen(house, done)).toContain('Toezicht op werk, de jurist keek mee.')
  expect((await kept(house, it)).routes).toMatchObject([
    { state: 'handedOver', basisReason: 'Toezicht op werk, de jurist keek mee.' },
  ])
})

test('Bel melder shows number, department and a call with Teams, to whoever sees the name, and nowhere else', async () => {
  const logged: string[] = []
  house = await startHouse({ log: openLog('debug', { write: (line) => void logged.push(line) }) })
  const { sanne, marieke, joost, connector, channel } = house
  house.graph.contacts.set(sanne.aadObjectId, {
    userPrincipalName: 's.dewit@voorbeeldstad.example',
    department: 'Burgerzaken',
    mobilePhone: '+31 6 12345678',
    businessPhones: ['088-000 00 77'],
  })
  const it = await report(house, sanne, 'Een man hield vier paspoorten vast.')
  const dossier = await open(house, marieke, it)
  const asked = await press(house, marieke, dossier, 'Bel melder')
  const shown = await press(house, marieke, asked, 'Laat zien wie het is', { reason: 'Is ze veilig?' })
  const card = JSON.stringify(dialogOf(shown).card)
  expect(seen(house, shown)).toContain('Dit is gemeld door Sanne de Wit.')
  expect(seen(house, shown)).toContain('Afdeling: Burgerzaken')
  expect(card).toContain('(tel:+31612345678)')
  expect(card).toContain('https://teams.microsoft.com/l/call/0/0?users=s.dewit%40voorbeeldstad.example')
  const note = await press(house, marieke, shown, 'Ik heb gebeld')
  const missing = await press(house, marieke, note, 'Bewaar het gesprek', { reached: 'reached', text: ' ' })
  expect(seen(house, missing)).toContain('er staat nog geen tekst')
  const done = await press(house, marieke, missing, 'Bewaar het gesprek', {
    reached: 'reached',
    text: 'Ze is veilig, morgen bellen we weer.',
  })
  expect(seen(house, done)).toContain('Marieke Vonk sprak de melder')
  expect(seen(house, done)).toContain('Ze is veilig, morgen bellen we weer.')
  expect((await kept(house, it)).calls).toMatchObject([{ reached: 'reached' }])
  for (const secret of ['12345678', 's.dewit', 'Burgerzaken']) {
    expect(seen(house, done)).not.toContain(secret)
    expect(JSON.stringify(connector.everythingSent(channel))).not.toContain(secret)
    expect(JSON.stringify(connector.everythingSent(joost))).not.toContain(secret)
    expect(JSON.stringify(await kept(house, it))).not.toContain(secret)
    expect(logged.join('\n')).not.toContain(secret)
  }
})

test('when the directory cannot say, the name is shown all the same, and that it cannot', async () => {
  const { dossier, marieke } = await atDossier()
  house.graph.faults.next(Number.POSITIVE_INFINITY, graphCalls.any, { kind: 'reset' })
  const asked = await press(house, marieke, dossier, 'Bel melder')
  const shown = await press(house, marieke, asked, 'Laat zien wie het is', { reason: 'Is ze veilig?' })
  expect(seen(house, shown)).toContain('Dit is gemeld door Sanne de Wit.')
  expect(seen(house, shown)).toContain('Ik kan het nummer nu niet opzoeken.')
  expect(JSON.stringify(dialogOf(shown).card)).not.toContain('teams.microsoft.com')
})
