/**
 * The day of an officer in a real browser: two signals of two reporters on one address become one case; it goes to two
 * organisations that were proposed; one answers by the link on our page, one is silent and its second contact is asked; the
 * deputy stands in for a day; and both reporters hear only what is true, when it is.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import type { Config } from '../../bot/app/config.ts'
import { open, report, verb } from '../journeys/officerSteps.ts'
import { linkIn } from '../journeys/outsideSteps.ts'
import { openSettings } from '../journeys/settingsSteps.ts'
import { lastSaid, type Reported, said } from '../journeys/steps.ts'
import { launchBrowser } from '../kit/chromium.ts'
import type { Person } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import { STORY_TIMEOUT_MS } from './stage.ts'
import { TeamsWindow } from './teamsWindow.ts'

/** Where pictures go, to be looked at by a person. */
const PICTURES = process.env.PICTURES
const COOK =
  'Een kok vertelde aan de balie dat hij zeven dagen per week werkt en in de kelder van het restaurant aan de ' +
  'Kraanvogelstraat 14b slaapt. De eigenaar heeft zijn paspoort afgenomen.'
const FIRE = 'Bij de brandcontrole op Kraanvogelstraat 14-B zagen we een slot aan de buitenkant van een deur.'
const INSPECTORATE = 'Nederlandse Arbeidsinspectie'
const CARE = 'Zorgcoördinator mensenhandel'
const TESS = { name: 'Tess Veen', role: 'zorgcoördinator', phone: '088-000 00 31' }
const WIM = { name: 'Wim Dor', role: 'teamleider', phone: '088-000 00 32' }

/** The inspectorate is reached by mail; the care coordinator has two people to ask. */
function reached(config: Config): Config {
  const municipalities = config.municipalities.map((town) => ({
    ...town,
    partners: town.partners.map((partner) => {
      if (partner.id === 'arbeidsinspectie')
        return { ...partner, ways: [{ by: 'mail' as const, mail: 'post@arbeid.example' }] }
      return partner.id === 'zorgcoordinator' ? { ...partner, contacts: [TESS, WIM] } : partner
    }),
  }))
  return { ...config, municipalities }
}

let house: House
let browser: Browser
let first: Reported
let second: Reported
/** Marieke's. */
let her: TeamsWindow
beforeAll(async () => {
  house = await startHouse({ adjust: reached })
  browser = await launchBrowser()
  her = await TeamsWindow.of(house, browser, house.marieke)
}, STORY_TIMEOUT_MS)
afterAll(async () => {
  await browser?.close()
  await house?.stop()
}, STORY_TIMEOUT_MS)

const picture = (name: string, window = her) => window.picture(name, PICTURES)
const dossier = async (it: Reported) => her.show(await open(house, house.marieke, it))
async function later(by: { days?: number; hours?: number; minutes?: number }): Promise<void> {
  house.clock.advance(by)
  await house.bot.sweep()
  await house.settle()
}
/** What a reporter reads of it. */
async function mine(person: Person): Promise<string> {
  await person.say('mijn meldingen')
  return lastSaid(house, person)
}

test(
  'two signals on one address become one case',
  async () => {
    first = await report(house, house.sanne, COOK)
    second = await report(house, house.kees, FIRE)
    await dossier(first)
    await picture('01-dossier')
    await her.press('Neem in behandeling')
    await her.press('Bekijk wat overeenkomt')
    expect(await her.text()).toContain(second.reference)
    await her.press('Hoort bij elkaar')
    await her.press('Voeg samen')
    expect(await her.text()).toContain('Zaak met 2 signalen.')
    await picture('02-case')
  },
  STORY_TIMEOUT_MS,
)

test(
  'decided once for both, by the proposal; nothing goes by itself',
  async () => {
    await her.press('Besluit over de zaak')
    const form = await her.text()
    expect(form).toContain('Een mogelijk slachtoffer is bekend')
    for (const name of [INSPECTORATE, CARE]) expect(form).toContain(name)
    expect(form).toContain('Een adresbezoek alleen waarschuwt de werkgever.')
    await picture('03-decide')
    await her.fill('Wat doen we ermee?', 'extern: een organisatie buiten de gemeente pakt het op')
    await her.fill('Waarom?', 'De kok kan slachtoffer zijn van arbeidsuitbuiting.')
    await her.fill('Wie heeft de regie?', 'Aandachtsfunctionaris')
    for (const name of [INSPECTORATE, CARE])
      await her.fill('Kies waar het naartoe gaat', `Buiten de gemeente: ${name}`)
    await her.fill('Is er iemand bij die jonger is dan 18?', 'Nee')
    await her.fill('Is er hulp geregeld voor een mogelijk slachtoffer?', 'geregeld')
    await her.press('Verder')
    await picture('04-days')
    await her.press('Leg het besluit vast')
    expect(await her.text()).toContain('over 2 signalen')
    expect(house.graph.mail.sent).toEqual([])
    for (const person of [house.sanne, house.kees]) expect(await mine(person)).not.toContain('oorgegeven')
  },
  STORY_TIMEOUT_MS,
)

test(
  'handed over: one by a mail that says nothing, one by telephone, without names',
  async () => {
    await dossier(first)
    await picture('05-dossier')
    await her.press('Overdragen: Nederlandse…')
    await picture('06-mail')
    await her.press('Verstuur het bericht')
    await later({ minutes: 1 })
    const [mail] = house.graph.mail.sent
    for (const word of ['kok', 'paspoort', 'Kraanvogelstraat', 'mensenhandel', 'Sanne', 'Kees'])
      expect(`${mail?.subject} ${mail?.text}`).not.toContain(word)
    await dossier(first)
    await her.press('Overdragen: Zorgcoördinator…')
    const script = await her.text()
    expect(script).toContain('We geven nu geen namen, adressen of nummers.')
    expect(script).not.toContain('Kraanvogelstraat')
    await picture('07-call')
    await her.fill('Met wie sprak je?', TESS.name)
    await her.press('Gebeld: overgedragen')
    await picture('08-handed-over')
    expect(await mine(house.sanne)).toContain('Doorgegeven')
    await dossier(second)
    await picture('09-second')
    // The other one was decided on together with it, and went along: it says with which, and its reporter hears the same.
    expect(await her.text()).toContain(`Dit ging mee met ${first.reference}.`)
    expect(await her.text()).not.toMatch(/gepland, nog niet overgedragen|staat klaar en gaat zo weg/)
    expect(await mine(house.kees)).toContain('Doorgegeven')
    expect(house.graph.mail.sent).toHaveLength(1)
  },
  STORY_TIMEOUT_MS,
)

test(
  'one answers on our page; the reporter hears it after the officer took it over',
  async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false })
    await page.goto(linkIn(house))
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/10-page.png`, fullPage: true })
    await page.locator('#what-takenUp').check()
    await page.locator('#contact').fill('Anna Bos')
    await page.locator('#line').fill('We bellen morgen.')
    await page.locator('button').click()
    await page.getByRole('heading', { name: 'Dank je, je antwoord is binnen' }).waitFor()
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/11-thanks.png`, fullPage: true })
    await page.close()
    await house.settle()
    expect(await mine(house.sanne)).not.toContain('opgepakt')
    await dossier(first)
    expect(await her.text()).toContain(`Volgens de link: ${INSPECTORATE} pakt het op`)
    await picture('12-by-the-link')
    await her.press('Neem dit antwoord over')
    await picture('13-taken-over')
    for (const reporter of [house.sanne, house.kees]) expect(await mine(reporter)).toContain('opgepakt')
  },
  STORY_TIMEOUT_MS,
)

test(
  'one is silent: the second contact is asked',
  async () => {
    expect(await mine(house.sanne)).not.toContain('We blijven ernaar vragen')
    await later({ days: 3 })
    await dossier(first)
    expect(await her.text()).toContain('stil: de dag is voorbij, nog niet opnieuw gevraagd')
    await picture('14-silent')
    await her.press(`Gevraagd: ${TESS.name}`)
    expect(await mine(house.sanne)).toContain('We blijven ernaar vragen')
    await later({ days: 4 })
    await dossier(first)
    await her.press(`Gevraagd: ${WIM.name}`)
    expect(await her.text()).toContain(`nu: ${WIM.name}`)
    await picture('15-asked')
    // Asked once, for both.
    expect(await mine(house.kees)).toContain('We blijven ernaar vragen')
  },
  STORY_TIMEOUT_MS,
)

test(
  'ill at eight: the deputy stands in for a day, and what the deputy did is there on return',
  async () => {
    const { marieke, joost, clock, connector } = house
    // The next working day, eight in the morning.
    const at = new Date(clock.now())
    const days = { 5: 3, 6: 2 }[at.getUTCDay()] ?? 1
    await later({ days, hours: 7 - at.getUTCHours(), minutes: -at.getUTCMinutes() })
    await her.show(await openSettings(house, marieke))
    await picture('16-settings')
    await her.press('Ik ben er niet')
    await picture('17-ill')
    await her.press('Bewaar')
    expect(await her.text()).toContain('Bewaard.')
    await later({ hours: 2 })
    const his = await TeamsWindow.of(house, browser, joost)
    await his.show(connector.newestCard(joost))
    await picture('18-deputy', his)
    await his.show(await open(house, joost, first))
    await his.press('Notitie')
    await his.fill('Je notitie', 'Wim Dor belt vanmiddag terug.')
    await his.press('Bewaar de notitie')
    await later({ days: 1 })
    await her.show(await marieke.click(connector.newestCard(marieke), verb('duty')))
    expect(await her.text()).toContain('Joost Hartog: notitie gemaakt')
    expect(await her.text()).not.toContain('vanmiddag')
    await picture('19-return')
    for (const reporter of [house.sanne, house.kees])
      expect(said(house, reporter).join()).not.toMatch(/Wim Dor|Tess Veen|Anna Bos|We bellen morgen/)
    await marieke.say('werklijst')
    await her.show(await marieke.click(connector.newestCard(marieke), 'Open lijst in een venster'))
    await picture('20-worklist')
  },
  STORY_TIMEOUT_MS,
)
