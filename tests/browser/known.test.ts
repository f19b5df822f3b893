/**
 * Known already: a youngster's signal and a fire inspection at the same house, written another way, become one case by two
 * presses, with a picture of every card of it.
 *
 * The window of the reporter is Sanne's: she passes on what the neighbourhood team and the fire brigade told her. Who
 * reported plays no part in what is found, and stands nowhere on these cards.
 */
import { join } from 'node:path'
import { afterAll, beforeAll, test } from '@jest/globals'
import { openStage, SCREENSHOTS, STORY_TIMEOUT_MS, type Stage } from './stage.ts'

const YOUNG =
  'Het wijkteam belde. In Molenweide 14b slaapt een jongen van zestien op een matras. Hij heet Daan Wissekerk en telt geld voor een man.'
const FIRE =
  'Bij de brandcontrole aan de Molen weide 14-B zat een slot aan de buitenkant van een deur. Er lagen acht matrassen.'
const RINGS = 'Hierbij hoort misschien een ander signaal. Open het om te zien waarom.'

let stage: Stage
beforeAll(async () => {
  stage = await openStage('known')
}, STORY_TIMEOUT_MS)
afterAll(() => stage?.close(), STORY_TIMEOUT_MS)

/** The whole card with this text, also what does not fit in the window. */
async function picture(name: string, having: string | RegExp): Promise<void> {
  const card = await stage.officer.newestCard(having)
  await card.screenshot({ path: join(SCREENSHOTS, `known-card-${name}.png`), animations: 'disabled' })
}

/** Sends these words as something new; gives its reference. */
async function report(words: string, number: number): Promise<string> {
  const { reporter: sanne } = stage
  await sanne.say(words)
  if (number === 2) await sanne.pressUntil('Het is nieuw', 'Dit heb ik van je')
  else await sanne.waitForText('Dit heb ik van je')
  const reference = new RegExp(`S-\\d{4}-000${number}`)
  await sanne.press('Versturen')
  await sanne.waitForText(reference)
  return reference.exec(await sanne.text())?.[0] ?? ''
}

/** The dossier in the officer's own chat: without dialogs the Playground would show it in the channel. */
async function openFromList(reference: string, words: string): Promise<void> {
  const { officer: marieke } = stage
  await marieke.sayUntil('werklijst', `Openen ${reference}`)
  await marieke.press(`Openen ${reference}`)
  await marieke.waitForText(words)
}

test(
  'one house, told twice: one case by two presses',
  async () => {
    const { officer: marieke, step } = stage
    let young = ''
    let fire = ''

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
    await step('officer', 'taken', () => marieke.press('Neem in behandeling'))
    await step('officer', 'facts', async () => {
      await marieke.press('Feiten')
      await marieke.waitForText(`${young} · feiten`)
      await picture('facts', `${young} · feiten`)
    })
    await step('officer', 'facts confirmed', async () => {
      await marieke.press('Alles hieronder klopt')
      await marieke.waitForText(/adres: Molenweide.* · bevestigd/)
      await picture('facts-confirmed', `${young} · feiten`)
    })

    await step('reporter', 'a fire inspection', async () => {
      fire = await report(FIRE, 2)
    })
    await step('officer', 'it rings', () => marieke.waitForText(RINGS))
    await step('officer', 'occurs already', async () => {
      await openFromList(fire, FIRE)
      await marieke.waitForText(/^Komt al voor: 1 ander signaal/)
      await picture('dossier', FIRE)
    })
    await step('officer', 'why', async () => {
      await marieke.press('Bekijk wat overeenkomt')
      await marieke.waitForText(`Wat overeenkomt met ${fire}`)
      await picture('match', `Wat overeenkomt met ${fire}`)
    })
    await step('officer', 'joining', async () => {
      await marieke.press('Hoort bij elkaar')
      await marieke.waitForText(`Je voegt dit samen met ${young}.`)
      await picture('join', `Je voegt dit samen met ${young}.`)
    })
    await step('officer', 'one case', async () => {
      await marieke.press('Voeg samen')
      await marieke.waitForText('Zaak met 2 signalen. Niets hierin is een oordeel over iemand.')
      await picture('case', 'Zaak met 2 signalen')
    })
    await step('officer', 'timeline', async () => {
      await marieke.press('Tijdlijn')
      await marieke.waitForText(/^Tijdlijn van C-/)
      await picture('timeline', /Tijdlijn van C-/)
    })
  },
  STORY_TIMEOUT_MS,
)
