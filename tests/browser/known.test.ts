/**
 * Known already: a youngster's signal and a fire inspection at the same house, written another way, become one case by two
 * presses; a third signal a week later rings the officer who has it; what is refuted is refuted everywhere. Of every card
 * on the way there is a picture, of some also as they are on a narrow phone.
 *
 * The clock of local mode runs with that of the machine: for the week the bot is stopped, and started again a week later.
 *
 * The window of the reporter is Sanne's: she passes on what the neighbourhood team and the fire brigade told her. Who
 * reported plays no part in what is found, and stands nowhere on these cards.
 */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { decidesExternally } from './deciding.ts'
import { openStage, SCREENSHOTS, STORY_TIMEOUT_MS, type Stage } from './stage.ts'

const YOUNG =
  'Het wijkteam belde. In Molenweide 14b slaapt een jongen van zestien op een matras. Hij heet Daan Wissekerk en telt geld voor een man.'
const FIRE =
  'Bij de brandcontrole aan de Molen weide 14-B zat een slot aan de buitenkant van een deur. Er lagen acht matrassen.'
const VANS = 'Er staan weer busjes bij Molenweide 14 B, elke ochtend om zes uur.'
const RINGS = 'Hierbij hoort misschien een ander signaal.'
/** A card in a chat on a phone of 320 pixels: less the edges of the chat. */
const PHONE_PX = 288
/** Within the card; what goes beyond it is not shown. */
const EDGE_PX = 16
const WINDOW = { width: 1280, height: 900 }

let stage: Stage
beforeAll(async () => {
  stage = await openStage('known')
}, STORY_TIMEOUT_MS)
afterAll(() => stage?.close(), STORY_TIMEOUT_MS)

/** The whole card with this text, in a window that is high enough for it. */
async function picture(name: string, having: string | RegExp): Promise<void> {
  const { page } = stage.officer
  await page.setViewportSize({ ...WINDOW, height: 3_000 })
  const card = await stage.officer.newestCard(having)
  await card.screenshot({ path: join(SCREENSHOTS, `known-card-${name}.png`), animations: 'disabled' })
  await page.setViewportSize(WINDOW)
}

/** The same card as it is on a narrow phone, where nothing of it may be cut off. The Playground itself does not get so narrow. */
async function onPhone(name: string, having: string | RegExp): Promise<void> {
  const card = await stage.officer.newestCard(having)
  const style = await card.getAttribute('style')
  const narrow = `${style ?? ''}; box-sizing: border-box; width: ${PHONE_PX}px`
  await card.evaluate((element, value) => element.setAttribute('style', value), narrow)
  const box = await card.boundingBox()
  const cut: string[] = []
  for (const button of await card.getByRole('button').filter({ visible: true }).all()) {
    const { x = 0, width = 0 } = (await button.boundingBox()) ?? {}
    if (x + width > (box?.x ?? 0) + PHONE_PX - EDGE_PX) cut.push(await button.innerText())
  }
  await picture(`${name}-320`, having)
  await card.evaluate((element, value) => element.setAttribute('style', value), style ?? '')
  expect(box?.width).toBe(PHONE_PX)
  expect(cut).toEqual([])
}

/** Sends these words; asked where they belong, as something new. Gives the reference. */
async function report(words: string, number: number): Promise<string> {
  const { reporter: sanne } = stage
  await sanne.say(words)
  if (number === 1) await sanne.waitForText('Dit heb ik van je')
  else await sanne.pressUntil('Het is nieuw', 'Dit heb ik van je')
  const reference = new RegExp(`S-\\d{4}-000${number}`)
  await sanne.press('Versturen')
  await sanne.waitForText(reference)
  return reference.exec(await sanne.text())?.[0] ?? ''
}

/** The dossier in the officer's own chat: without dialogs the Playground would show it in the channel. */
async function openFromList(reference: string, words: string): Promise<void> {
  const { officer: marieke } = stage
  await marieke.sayUntil('werklijst', `Openen ${reference}`)
  await marieke.pressUntil(`Openen ${reference}`, words)
}

test(
  'one house, told three times: one case by two presses, a third rings, what is refuted is refuted everywhere',
  async () => {
    const { officer: marieke, step } = stage
    let young = ''
    let fire = ''
    let vans = ''
    let kase = ''

    await step('officer', 'the channel', async () => {
      await marieke.chooseChat('Meldpunt')
      await marieke.waitForText('Werklijst')
      await marieke.chooseChat('personal')
    })
    await step('reporter', 'a youngster', async () => {
      young = await report(YOUNG, 1)
    })
    await step('officer', 'first seen', async () => {
      await openFromList(young, YOUNG)
      await marieke.waitForText('Voor het eerst gezien.')
      await picture('first-seen', YOUNG)
    })
    await step('officer', 'taken', async () => {
      await marieke.press('Neem in behandeling')
      await marieke.waitForText(/Je hebt .* in behandeling/)
    })
    await step('officer', 'facts', async () => {
      await marieke.press('Feiten')
      await marieke.waitForText(`${young} · feiten`)
      await marieke.waitForText(/In Molenweide 14b slaapt een jongen/)
      await picture('facts', `${young} · feiten`)
      await onPhone('facts', `${young} · feiten`)
    })
    await step('officer', 'facts confirmed', async () => {
      await marieke.press('Alles hieronder klopt')
      await marieke.waitForText(/^Adres: Molenweide.* · bevestigd/)
    })

    await step('reporter', 'a fire inspection', async () => {
      fire = await report(FIRE, 2)
    })
    await step('officer', 'it rings', () => marieke.waitForText(RINGS))
    await step('officer', 'occurs already', async () => {
      await openFromList(fire, FIRE)
      await marieke.waitForText('Komt al voor: 1 ander signaal (waarschijnlijk).')
      await picture('dossier', FIRE)
    })
    await step('officer', 'why', async () => {
      await marieke.press('Bekijk wat overeenkomt')
      await marieke.waitForText(`Wat overeenkomt met ${fire}`)
      await marieke.waitForText('Adres: gelijk, anders geschreven')
      await marieke.waitForText(`Hier: Molen weide 14 b · ${young}: Molenweide 14 b`)
      await picture('match', `Wat overeenkomt met ${fire}`)
    })
    // The two presses.
    await step('officer', 'joining', async () => {
      await marieke.press('Hoort bij elkaar')
      await marieke.waitForText(`Je voegt dit samen met ${young}.`)
      await picture('join', `Je voegt dit samen met ${young}.`)
    })
    await step('officer', 'one case', async () => {
      await marieke.press('Voeg samen')
      await marieke.waitForText(/^Zaak met 2 signalen\./)
      kase = /C-\d{4}-\d{4}/.exec(await marieke.text())?.[0] ?? ''
      await picture('case', 'Zaak met 2 signalen')
      await onPhone('case', 'Zaak met 2 signalen')
    })
    await step('officer', 'timeline', async () => {
      await marieke.press('Tijdlijn')
      await marieke.waitForText(/^Tijdlijn van C-/)
      await picture('timeline', /Tijdlijn van C-/)
      await onPhone('timeline', /Tijdlijn van C-/)
    })

    await step('officer', 'decide', async () => {
      await openFromList(young, YOUNG)
      await marieke.press('Besluit nemen', { on: YOUNG })
      await decidesExternally(marieke, { why: 'De jongen kan slachtoffer zijn.', minor: 'Ja, of misschien' })
      await marieke.press('Verder')
      await marieke.waitForText(/Nog niets is vastgelegd/)
    })
    await step('officer', 'handed over', async () => {
      await marieke.press('Leg het besluit vast')
      await marieke.waitForText('Je besluit staat vast: extern.')
      await marieke.press('Overdragen: Nederlandse…')
      await marieke.waitForText('Zeg dit, in deze volgorde')
      await marieke.press('Gebeld: overgedragen')
      await marieke.waitForText(/^Overgedragen aan Nederlandse Arbeidsinspectie/)
    })

    // The windows begin empty again: what rings now is of the third signal.
    await stage.restart({ days: 7 })
    await step('reporter', 'vans, a week later', async () => {
      vans = await report(VANS, 3)
    })
    await step('officer', 'it rings who has it', () => marieke.waitForText(RINGS))
    await step('officer', 'two others', async () => {
      await openFromList(vans, VANS)
      await marieke.waitForText(/^Komt al voor: 2 andere signalen/)
      await marieke.press('Bekijk wat overeenkomt')
      await marieke.waitForText(`Wat overeenkomt met ${vans}`)
      await marieke.waitForText(/7 dagen verschil met dit signaal/)
      await marieke.waitForText(`Hier: Molenweide 14 b · ${young}: Molenweide 14 b`)
      await marieke.waitForText(`Hier: Molenweide 14 b · ${fire}: Molen weide 14 b`)
      await picture('match-two', `Wat overeenkomt met ${vans}`)
    })

    await step('officer', 'refuted', async () => {
      await openFromList(young, YOUNG)
      await marieke.press('Feiten', { on: YOUNG })
      await marieke.waitForText(`${young} · feiten`)
      await marieke.press('Klopt niet: Molenweide 14 b')
      await marieke.waitForText(/^Adres: Molenweide.* · weerlegd/)
      await marieke.waitForText(/^Weerlegd\. Wie dit dossier kreeg, moet het ook horen/)
      await picture('refuted', `${young} · feiten`)
    })
    await step('officer', 'whom to tell', async () => {
      await openFromList(young, 'Nog te vertellen')
      await marieke.waitForText(/een feit klopt niet \(adres: Molenweide/)
      const dossier = await marieke.newestCard('Nog te vertellen')
      expect(await dossier.innerText()).not.toContain('Voor het eerst gezien.')
      await picture('to-tell', 'Nog te vertellen')
    })
    await step('officer', 'no match any more', async () => {
      await openFromList(vans, VANS)
      await marieke.pressUntil('Bekijk wat overeenkomt', /^Wat overeenkomt met/)
      const page = await marieke.newestCard(`Wat overeenkomt met ${vans}`)
      expect(await page.innerText()).toContain(fire)
      expect(await page.innerText()).not.toContain(young)
    })
    await step('officer', 'the timeline knows', async () => {
      await openFromList(fire, FIRE)
      await marieke.press(`Open ${kase}`, { on: FIRE })
      await marieke.waitForText(/^Zaak met 2 signalen\./)
      await marieke.press('Tijdlijn')
      await marieke.waitForText('Adres: weerlegd, niet meer getoond')
      const timeline = await marieke.newestCard(/Tijdlijn van C-/)
      expect(await timeline.innerText()).not.toContain('Molenweide')
      expect(await timeline.innerText()).toContain('Molen weide')
      await picture('timeline-refuted', /Tijdlijn van C-/)
    })
  },
  STORY_TIMEOUT_MS,
)
