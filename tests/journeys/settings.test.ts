/** The settings, by the people who know them: in Teams, with a preview, in versions, in the trail. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { people } from '../../infra/local/demo.ts'
import { onDuty } from '../../services/municipality/municipality.ts'
import { dayOf } from '../../services/municipality/workingTime.ts'
import { readersIn } from '../../services/retention/readers.ts'
import type { Person } from '../kit/connector.ts'
import type { House } from '../kit/house.ts'
import { FORM, open, press, report, seen, through } from './officerSteps.ts'
import {
  forged,
  HERE,
  heard,
  keptOf,
  openNews,
  openSettings,
  startWatched,
  storeOf,
  townOf,
  trailOf,
  versionsOf,
} from './settingsSteps.ts'
import { recordOf } from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startWatched()
})
afterEach(() => house.stop())

const today = () => dayOf(house.clock.now(), townOf(house))
const readerNow = () => onDuty(townOf(house), today()).accountable.name
const settings = (person: Person, ...titles: string[]) =>
  openSettings(house, person).then((opened) => through(house, person, opened, ...titles))
const FATIMA = people.fatima.aadObjectId

test('the worklist has the way to it', async () => {
  const { marieke, connector } = house
  await marieke.say('werklijst')
  const opened = await marieke.click(connector.newestCard(marieke), 'Instellingen')
  expect(seen(house, opened)).toContain('Nu leest Marieke Vonk')
})

test('ill at eight: three presses, the deputy reads at once, and everybody who must know is told', async () => {
  const { marieke, joost, ellen, nadia, sanne } = house
  const form = await settings(marieke, 'Ik ben er niet')
  // Until today, and the deputy, are filled in already.
  const done = await press(house, marieke, form, 'Bewaar')
  expect(seen(house, done)).toContain('Bewaard. Dit is nu versie 2.')
  expect(readerNow()).toBe('Joost Hartog')
  for (const person of [joost, ellen, nadia]) {
    expect(heard(house, person)).toContain('Marieke Vonk heeft veranderd wie er leest bij het meldpunt.')
    expect(heard(house, person)).toContain('Joost Hartog')
  }
  const it = await report(house, sanne, 'Er slapen acht mensen in één kamer.')
  expect((await recordOf(house, it.signal)).accountable).toBe(joost.aadObjectId)
  expect(seen(house, await open(house, joost, it))).toContain('acht mensen')
  // Back a day later, by itself; and sooner by one press.
  expect(seen(house, await settings(marieke))).toContain('Ik ben er weer')
  await settings(marieke, 'Ik ben er weer')
  expect(townOf(house).leave).toEqual([])
  const [line] = await trailOf(house)
  expect(line).toMatchObject({ what: 'changed', by: marieke.aadObjectId, version: 2 })
  expect(line?.changed).toEqual([
    { field: 'rota', after: { officer: joost.aadObjectId, from: today(), until: today() } },
    { field: 'leave', after: { officer: marieke.aadObjectId, from: today(), until: today() } },
  ])
})

test('a deputy does not put the officer away alone: it waits for the head, and nobody reads by it before', async () => {
  const { joost, marieke, ellen } = house
  const form = await settings(joost, 'Wie leest er', 'Een collega is er niet')
  const fields = {
    'settings.officer': marieke.aadObjectId,
    'settings.from': today(),
    'settings.until': today(),
    'settings.stands': joost.aadObjectId,
  }
  const preview = await press(house, joost, form, 'Bekijk wat er verandert', fields)
  expect(seen(house, preview)).toContain('Dit gaat pas in als iemand anders het bevestigt.')
  expect(seen(house, preview)).toContain('Iemand kan daarna lezen wie er meldde, en nu niet.')
  const done = await press(house, joost, preview, 'Stel voor')
  expect(seen(house, done)).toContain('Voorgesteld. Bevestigen kan: Marieke Vonk, Ellen Postma, Nadia Smit.')
  expect(readerNow()).toBe('Marieke Vonk')
  // Never who asked it, whatever button is sent.
  const proposal = (await keptOf(house))?.proposals[0]
  const own = await forged(house, joost, { verb: 'settingsAnswer', about: proposal?.id, choice: 'confirm' })
  expect(own).toContain('Jij kunt dit niet bevestigen')
  expect(readerNow()).toBe('Marieke Vonk')
  const asked = await openNews(house, ellen)
  const confirmed = await press(house, ellen, asked, 'Bevestig')
  expect(seen(house, confirmed)).toContain('Bevestigd. Dit is nu versie 2.')
  expect(readerNow()).toBe('Joost Hartog')
  expect(heard(house, marieke)).toContain('heeft veranderd wie er leest')
  expect((await trailOf(house)).map(({ what, by, second }) => [what, by, second])).toEqual([
    ['proposed', joost.aadObjectId, undefined],
    ['confirmed', joost.aadObjectId, ellen.aadObjectId],
  ])
})

const addFatima = async (by: Person) => {
  const form = await settings(by, 'Wie leest er', 'Voeg iemand toe')
  const preview = await press(house, by, form, 'Bekijk wat er verandert', {
    'settings.name': people.fatima.name,
    'settings.id': FATIMA,
    'settings.role': 'deputy',
    'settings.title': 'vervanger',
    'settings.phone': '088-000 00 09',
  })
  return press(house, by, preview, 'Stel voor')
}

test('a new reader takes two: the integrity contact sees the proposal and nothing else, and says yes', async () => {
  const { marieke, nadia } = house
  expect(seen(house, await addFatima(marieke))).toContain('Voorgesteld.')
  expect(townOf(house).officers).toHaveLength(3)
  const asked = await openNews(house, nadia)
  expect(seen(house, asked)).toContain('Er komt iemand bij die mag lezen.')
  expect(seen(house, asked)).not.toContain('Werklijst')
  const confirmed = await press(house, nadia, asked, 'Bevestig')
  expect(seen(house, confirmed)).toContain('Bevestigd.')
  expect(townOf(house).officers.map(({ name }) => name)).toContain('Fatima Aydin')
  expect(heard(house, marieke)).toContain('Wie leest er is veranderd')
  // Started later by one press: she was confirmed before.
  const form = await settings(marieke, 'Wie leest er', 'Zet iemand in het rooster')
  const turn = { 'settings.officer': FATIMA, 'settings.from': today(), 'settings.until': today() }
  const preview = await press(house, marieke, form, 'Bekijk wat er verandert', turn)
  expect(seen(house, preview)).not.toContain('Dit gaat pas in')
  await press(house, marieke, preview, 'Bewaar')
  expect(readerNow()).toBe('Fatima Aydin')
})

test('nobody says yes or no for two working days: the FG is asked, and may', async () => {
  const { marieke, thomas } = house
  await addFatima(marieke)
  expect(heard(house, thomas)).not.toContain('voorstel')
  house.clock.advance({ days: 2 })
  await house.bot.sweep()
  await house.settle()
  expect(heard(house, marieke)).toContain('Bel de functionaris gegevensbescherming (FG).')
  expect(heard(house, thomas)).toContain('Niemand zei ja of nee. Jij mag nu bevestigen of afwijzen.')
  const confirmed = await press(house, thomas, await openNews(house, thomas), 'Bevestig')
  expect(seen(house, confirmed)).toContain('Bevestigd.')
  expect(townOf(house).officers).toHaveLength(4)
  expect((await trailOf(house)).map(({ what }) => what)).toEqual(['proposed', 'escalated', 'confirmed'])
})

test('a partner is changed, refused by the name of its field with what was typed, ended, and used again', async () => {
  const { marieke, sanne } = house
  const it = await report(house, sanne, 'Zij kijkt steeds naar hem.')
  const form = await settings(marieke, 'Partners', 'Pas aan: Wijkteam')
  const typed = {
    'settings.way': 'Bel Yara van het wijkteam.',
    'settings.contacts': 'Yara; teamleider; 088-000 00 11',
    'settings.wayPhone': '',
    'settings.waySecure': '',
    'settings.wayMail': '',
  }
  const refused = await press(house, marieke, form, 'Bekijk wat er verandert', typed)
  expect(seen(house, refused)).toContain('Wegen: vul minstens één weg in')
  expect(JSON.stringify(refused.body)).toContain('Bel Yara van het wijkteam.')
  const wrong = await press(house, marieke, refused, 'Bekijk wat er verandert', {
    'settings.wayPhone': 'morgen',
  })
  expect(seen(house, wrong)).toContain('Telefoon voor overdragen: dit is geen telefoonnummer.')
  const preview = await press(house, marieke, wrong, 'Bekijk wat er verandert', {
    'settings.wayPhone': '088-000 00 10',
  })
  expect(seen(house, preview)).toContain('Straks: Bel Yara van het wijkteam.')
  await press(house, marieke, preview, 'Bewaar')
  expect(townOf(house).partners[0]).toMatchObject({
    id: 'wijkteam',
    ways: [{ by: 'telephone', phone: '088-000 00 10' }],
    contacts: [{ name: 'Yara', role: 'teamleider', phone: '088-000 00 11' }],
  })
  const ending = await settings(marieke, 'Partners', 'Gebruik niet meer: RIEC…')
  await press(house, marieke, ending, 'Bewaar')
  const decide = await through(house, marieke, await open(house, marieke, it), 'Besluit nemen')
  // The proposal may name what the municipality does not have; it can be chosen no more.
  expect(JSON.stringify(decide.body)).not.toContain('"riec"')
  await settings(marieke, 'Partners', 'Volgende bladzijde', 'Gebruik weer: RIEC (samen…')
  expect(townOf(house).partners.find(({ id }) => id === 'riec')?.ended).toBeUndefined()
  // What was decided keeps the version that it was decided on.
  const again = await through(house, marieke, await open(house, marieke, it), 'Besluit nemen')
  const days = await press(
    house,
    marieke,
    again,
    (action) => JSON.stringify(action.data ?? {}).includes('"decide"'),
    {
      ...FORM,
      partners: 'wijkteam',
    },
  )
  await press(house, marieke, days, (action) => JSON.stringify(action.data).includes('decideDays'))
  expect((await recordOf(house, it.signal)).decisions[0]?.settings).toBe(4)
})

test('the history says who changed what, and when; a version is kept whole', async () => {
  const { marieke } = house
  const form = await settings(marieke, 'Nummers en termijnen', 'Pas aan: Nummers en…')
  const preview = await press(house, marieke, form, 'Bekijk wat er verandert', {
    'settings.phone': '088-000 00 99',
  })
  expect(seen(house, preview)).toContain('Nu: 088-000 00 00')
  expect(seen(house, preview)).toContain('Straks: 088-000 00 99')
  await press(house, marieke, preview, 'Bewaar')
  const history = seen(house, await settings(marieke, 'Wat er veranderd is'))
  expect(history).toContain('Versie 2 · Marieke Vonk')
  expect(history).toContain('Telefoon')
  expect(history).toContain('Straks: 088-000 00 99')
  expect((await versionsOf(house)).map(({ number, by, settings: of }) => [number, by, of.phone])).toEqual([
    [2, marieke.aadObjectId, '088-000 00 99'],
    [1, 'file', '088-000 00 00'],
  ])
})

test('what somebody else changed meanwhile is shown first; pressed twice it is done once', async () => {
  const { marieke } = house
  const phone = async (digits: string) => {
    const form = await settings(marieke, 'Nummers en termijnen', 'Pas aan: Nummers en…')
    return press(house, marieke, form, 'Bekijk wat er verandert', {
      'settings.phone': `088-000 00 ${digits}`,
    })
  }
  const [first, second] = [await phone('81'), await phone('82')]
  await press(house, marieke, second, 'Bewaar')
  await press(house, marieke, second, 'Bewaar')
  expect((await keptOf(house))?.version).toBe(2)
  const later = await press(house, marieke, first, 'Bewaar')
  expect(seen(house, later)).toContain('Marieke Vonk heeft ondertussen iets veranderd. Kijk nog eens.')
  expect(seen(house, later)).toContain('Nu: 088-000 00 82')
  await press(house, marieke, later, 'Bewaar')
  expect(townOf(house).phone).toBe('088-000 00 81')
})

test('a partner that nobody looked at for a year is asked about once, and "klopt nog" is one press', async () => {
  const { marieke } = house
  house.clock.advance({ days: 400 })
  for (let round = 0; round < 3; round += 1) {
    await house.bot.sweep()
    await house.settle()
    house.clock.advance({ hours: 1 })
  }
  const asked = heard(house, marieke).split('Kloppen deze partners nog?').length - 1
  expect(asked).toBe(1)
  const page = await openNews(house, marieke)
  expect(seen(house, page)).toContain('Al meer dan een jaar niet nagekeken')
  const done = await press(house, marieke, page, 'Klopt nog: Wijkteam')
  expect(seen(house, done)).toContain('Bewaard.')
  expect(townOf(house).partners[0]?.verified).toBe(today())
})

test('a restart keeps it; who reads by it is in the trail of the readers as well', async () => {
  await house.stop()
  house = await startWatched({ adjust: (config) => ({ ...config, watchTrail: true }) })
  const { marieke, joost } = house
  await press(house, marieke, await settings(marieke, 'Ik ben er niet'), 'Bewaar')
  await house.bot.sweep()
  await house.restart()
  expect(readerNow()).toBe('Joost Hartog')
  const lines = await readersIn(storeOf(house), HERE, house.clock.now().slice(0, 7))
  expect(lines.at(-1)?.who.rota).toEqual([{ officer: joost.aadObjectId, from: today(), until: today() }])
})
