/**
 * A partner that stays silent is chased to its second contact and its head; one has a question, with our clock; the
 * reporter reads only what is true; and what the police said is nowhere but on its own page.
 */
import { afterEach, expect, test } from '@jest/globals'
import { openLog } from '../../bot/app/log.ts'
import type { PartnerKind } from '../../services/municipality/partner.ts'
import { type House, type HouseOptions, startHouse } from '../kit/house.ts'
import { decide, FORM, handOver, kept, open, press, report, seen } from './officerSteps.ts'
import { cardWith, lastSaid, onDisk, type Reported, said } from './steps.ts'

let house: House
afterEach(() => house.stop())

const KARIN = { name: 'Karin de Wit', role: 'teamleider', phone: '030-000 00 01' }
const PIET = { name: 'Piet Bos', phone: '030-000 00 02' }
const HANNA = { name: 'Hanna Groot', phone: '030-000 00 09' }

type Known = { contacts?: (typeof KARIN | typeof PIET)[]; head?: typeof HANNA; kind?: PartnerKind }
/** The house in which this is known of a partner. */
const knowing = (id: string, known: Known, more: HouseOptions = {}): HouseOptions => ({
  ...more,
  adjust: (config) => ({
    ...config,
    municipalities: config.municipalities.map((m) => ({
      ...m,
      partners: m.partners.map((p) => (p.id === id ? { ...p, ...known } : p)),
    })),
  }),
})

async function daysLater(days: number): Promise<void> {
  house.clock.advance({ hours: 24 * days })
  await house.bot.sweep()
  await house.settle()
}

async function mine(): Promise<string> {
  await house.sanne.say('mijn meldingen')
  return lastSaid(house, house.sanne)
}

const dossier = (it: Reported) => open(house, house.marieke, it)

test('silent: again, the second contact, head to head; and it answers after all', async () => {
  house = await startHouse(knowing('arbeidsinspectie', { contacts: [PIET, KARIN], head: HANNA }))
  const { sanne, marieke } = house
  const it = await report(house, sanne, 'In de loods slapen mensen tussen de dozen.')
  let now = await decide(house, marieke, await dossier(it))
  expect(seen(house, now)).toContain('gepland, nog niet overgedragen')
  expect(await mine()).not.toContain('Doorgegeven')
  now = await handOver(house, marieke, now)
  expect(seen(house, now)).toContain('● overgedragen')
  expect(await mine()).toContain('Doorgegeven aan wie hierover gaat.')
  expect(await mine()).not.toContain('We blijven ernaar vragen')

  await daysLater(9)
  expect(said(house, marieke).join()).toContain('Nog geen antwoord van: Nederlandse Arbeidsinspectie.')
  now = await dossier(it)
  expect(seen(house, now)).toContain('stil: de dag is voorbij, nog niet opnieuw gevraagd')
  // That we go on asking is said only once we do.
  expect(await mine()).not.toContain('We blijven ernaar vragen')
  now = await press(house, marieke, now, 'Gevraagd: Piet Bos')
  expect(seen(house, now)).toContain('Genoteerd: Piet Bos is gevraagd.')
  expect(seen(house, now)).toContain('stil: 2e keer gevraagd, nu: Piet Bos')
  expect(await mine()).toContain('We hebben nog geen antwoord. We blijven ernaar vragen.')

  await daysLater(9)
  now = await press(house, marieke, await dossier(it), 'Gevraagd: Karin de Wit')
  expect(seen(house, now)).toContain('stil: 3e keer gevraagd, nu: Karin de Wit (teamleider)')
  await marieke.say('werklijst')
  // Who is asked there stands in a window that nobody else sees.
  expect(lastSaid(house, marieke)).toContain('stil: 3e keer gevraagd')
  expect(lastSaid(house, marieke)).not.toContain('Karin de Wit')
  const list = await marieke.click(house.connector.newestCard(marieke), 'Open lijst in een venster')
  expect(seen(house, list)).toContain('stil: 3e keer gevraagd, nu: Karin de Wit (teamleider)')
  // A step is left: it cannot be given up.
  expect(seen(house, now)).not.toContain('Stop met vragen')

  await daysLater(9)
  now = await press(house, marieke, await dossier(it), 'Hoofd gevraagd: Hanna Groot')
  expect(seen(house, now)).toContain('nu: Hanna Groot, door Ellen')
  expect(seen(house, now)).toContain('Stop met vragen')
  expect((await kept(house, it)).routes[0]?.replies?.map(({ asked }) => asked?.who)).toEqual([
    'Piet Bos',
    'Karin de Wit',
  ])

  const page = await press(house, marieke, now, 'Antwoord noteren')
  now = await press(house, marieke, page, 'Bewaar het antwoord', {
    what: 'takenUp',
    text: '',
    contact: 'Karin, 030-000 00 01',
    mayTell: 'Dat het wordt bekeken',
    mustNot: 'Ga er niet langs',
  })
  expect(seen(house, now)).toContain('● opgepakt')
  expect(seen(house, now)).toContain('Ga er niet langs')
  expect(seen(house, now)).toContain('Nog niet gezegd, vraag dit: Wanneer horen we iets?')
  expect(await mine()).toContain('Wie hierover gaat, heeft het opgepakt.')
  expect(said(house, sanne).join()).toContain('is opgepakt')
  const feedback = await press(house, marieke, now, 'Terugkoppelen')
  expect(seen(house, feedback)).toContain('Dat het wordt bekeken')
})

test('given up only after every step; the reporter reads that no answer came', async () => {
  house = await startHouse(knowing('arbeidsinspectie', { contacts: [PIET] }))
  const { sanne, marieke } = house
  const it = await report(house, sanne, 'In de loods slapen mensen tussen de dozen.')
  await handOver(house, marieke, await decide(house, marieke, await dossier(it)))
  for (let n = 0; n < 2; n += 1) {
    await daysLater(9)
    await press(house, marieke, await dossier(it), 'Gevraagd: Piet Bos')
  }
  const stop = await press(house, marieke, await dossier(it), 'Stop met vragen')
  const ended = await press(house, marieke, stop, 'Stop met vragen', {
    text: 'Hun leiding',
    reason: 'Ze reageren niet.',
  })
  expect(seen(house, ended)).toContain('● geen antwoord gekregen')
  expect(await mine()).toContain('We kregen geen antwoord. We vragen er niet meer naar.')
  expect(await mine()).not.toContain('We blijven ernaar vragen')
})

test('they have it, they ask something, we answer; the one who reported does not want to hear that it is taken up', async () => {
  house = await startHouse()
  const { sanne, marieke } = house
  const it = await report(house, sanne, 'In de loods slapen mensen tussen de dozen.')
  let now = await handOver(house, marieke, await decide(house, marieke, await dossier(it)))
  const has = await press(house, marieke, now, 'Ze hebben het')
  now = await press(house, marieke, has, 'Bewaar: ze hebben het', {
    contact: 'Meldkamer',
    theirNumber: 'NLA-77',
    hearBy: '2026-12-04',
    text: '',
  })
  expect(seen(house, now)).toContain('● ontvangen, ze hebben het')
  expect(seen(house, now)).toContain('NLA-77')
  expect((await kept(house, it)).routes[0]).toMatchObject({ answerBy: '2026-12-04' })
  now = await press(
    house,
    marieke,
    await press(house, marieke, now, 'Antwoord noteren'),
    'Bewaar het antwoord',
    {
      what: 'question',
      text: 'Hoeveel mensen?',
    },
  )
  expect(seen(house, now)).toContain('○ vraag aan ons')
  const ours = await press(house, marieke, now, 'Beantwoord de vraag')
  now = await press(house, marieke, ours, 'Bewaar ons antwoord', { text: 'Een stuk of zes' })
  expect(seen(house, now)).toContain('● ontvangen, ze hebben het')

  await sanne.click(cardWith(house, sanne, 'Laat me dit niet weten'), 'Laat me dit niet weten')
  await house.settle()
  expect(lastSaid(house, sanne)).toContain(`Ik laat je niet weten of ${it.reference} is opgepakt.`)
  now = await press(
    house,
    marieke,
    await press(house, marieke, await dossier(it), 'Antwoord noteren'),
    'Bewaar het antwoord',
    { what: 'takenUp', text: '' },
  )
  expect(said(house, sanne).join()).not.toContain('is opgepakt.Wie')
  expect(await mine()).not.toContain('opgepakt')
  expect(seen(house, await press(house, marieke, now, 'Terugkoppelen'))).toContain(
    'De melder wil niet horen of het is opgepakt.',
  )
  // What can be pressed can be typed.
  await sanne.say('laat het me toch weten')
  await house.settle()
  expect(await mine()).toContain('Wie hierover gaat, heeft het opgepakt.')
})

test('what the police said stands sealed: in no search, log, list, page or plain store, and opens with a purpose', async () => {
  const logged: string[] = []
  house = await startHouse(
    knowing(
      'politie-avim',
      { kind: 'avim' },
      { log: openLog('debug', { write: (line) => void logged.push(line) }) },
    ),
  )
  const { sanne, joost, marieke, connector, channel } = house
  const secret = 'kanariegrijs'
  const it = await report(house, sanne, 'In de wasserij werkt iemand elke nacht.')
  let now = await decide(house, marieke, await dossier(it), {
    ...FORM,
    outcome: 'police',
    partners: 'politie-avim',
  })
  now = await handOver(house, marieke, now)
  const page = await press(house, marieke, now, 'Antwoord noteren')
  expect(seen(house, page)).toContain('bewaren we afgeschermd')
  now = await press(house, marieke, page, 'Bewaar het antwoord', {
    what: 'takenUp',
    text: `Onderzoek ${secret} loopt`,
    mustNot: `Niet praten over ${secret}`,
  })
  const shown = seen(house, now)
  expect(shown).toContain('● opgepakt')
  expect(shown).toContain('afgeschermd, genoteerd door Marieke Vonk')
  expect(shown).toContain('ze zeiden wat we niet moeten doen')
  expect(shown).not.toContain(secret)

  const record = JSON.stringify(await kept(house, it))
  expect(record).not.toContain(secret)
  const feedback = await press(house, marieke, now, 'Terugkoppelen')
  expect(seen(house, feedback)).not.toContain(secret)
  // Not found by an access request either: neither in a passage, nor on its overview.
  await marieke.say('inzageverzoek')
  const asked = await marieke.click(cardWith(house, marieke, 'Zoek op'), 'Zoek op')
  for (const terms of [secret, 'wasserij']) {
    const found = await press(house, marieke, asked, 'Zoek', { terms, reason: 'Verzoek 12' })
    expect(seen(house, found).includes(it.reference)).toBe(terms === 'wasserij')
    expect(seen(house, found)).not.toContain(`Onderzoek ${secret}`)
  }
  await sanne.say('mijn meldingen')
  await marieke.say('werklijst')

  const form = await press(house, marieke, await dossier(it), 'Lees wat is afgeschermd')
  expect(seen(house, form)).not.toContain(secret)
  const read = await press(house, marieke, form, 'Lees het', { reason: 'Mogen we langs?' })
  expect(seen(house, read)).toContain(`Onderzoek ${secret} loopt`)
  expect(seen(house, read)).toContain(`Niet praten over ${secret}`)
  const after = await kept(house, it)
  expect(after.audit.at(-1)?.what).toBe('openSealed')
  expect(after.routes[0]?.sealedLooks).toMatchObject([{ reason: 'Mogen we langs?' }])
  // It was shown once, there.
  expect(seen(house, await dossier(it))).not.toContain(secret)
  for (const who of [joost, sanne, channel])
    expect(connector.everythingSent(who).some(({ body }) => body.includes(secret))).toBe(false)
  const shownTo = connector.everythingSent(marieke).filter(({ body }) => body.includes(secret))
  expect(shownTo.map(({ kind, body }) => [kind, body.includes('Afgeschermd antwoord van')])).toEqual([
    ['answer', true],
  ])
  expect(logged.join('\n')).not.toContain(secret)
  expect(onDisk(house)).not.toContain(secret)
})
