/**
 * A consultation that was enough, of which nothing is kept; one that becomes a signal, in English; the form; and the
 * other door, for what is about a colleague.
 */
import { afterAll, beforeAll, test } from '@jest/globals'
import { openStage, STORY_TIMEOUT_MS, type Stage } from './stage.ts'

const DOUBT = 'Een man haalt elke week post op voor zes mensen. Is dat iets om te melden?'
const ENGLISH = 'A girl of sixteen says her boss keeps her wages. I am not sure what to make of it.'

let stage: Stage
beforeAll(async () => {
  stage = await openStage('sparren')
}, STORY_TIMEOUT_MS)
afterAll(() => stage?.close(), STORY_TIMEOUT_MS)

const referenceIn = (text: string): string => /S-\d{4}-\d{4}/.exec(text)?.[0] ?? ''

test(
  'sparren that was enough is gone; in English one becomes a signal; a form and another door stand ready',
  async () => {
    const { reporter: sanne, officer: marieke, step } = stage
    let first = ''

    await step('reporter', 'how it works', async () => {
      await sanne.press('Hoe werkt het?')
      await sanne.press('Wie ziet wat?')
      await sanne.waitForText(/Marieke Vonk of Joost Hartog leest wat je schrijft/)
    })
    await step('reporter', 'about a colleague', async () => {
      await sanne.press('Over een collega')
      await sanne.waitForText('Nadia Smit, integriteitscoördinator')
    })
    await step('reporter', 'sparren', async () => {
      await sanne.press('Sparren bij twijfel')
      await sanne.waitForText(/^Waar twijfel je over\?/)
      await sanne.say(DOUBT)
      await sanne.waitForText('Dit wil je voorleggen')
    })
    await step('reporter', 'laid before', async () => {
      await sanne.press('Leg het voor')
      await sanne.waitForText('Gelukt. Goed dat je het voorlegt.')
      first = referenceIn(await sanne.text())
    })
    await step('officer', 'doorbell', async () => {
      await marieke.chooseChat('Meldpunt')
      await marieke.waitForText(`${first} · sparren`)
    })
    await step('officer', 'dossier', async () => {
      await marieke.press('Openen', { on: `${first} · sparren` })
      await marieke.waitForText(DOUBT)
    })
    await step('officer', 'advice', async () => {
      await marieke.press('Geef advies')
      await marieke.typeInto('Je advies', 'Dit mag, met een machtiging. Vraag er de volgende keer naar.')
      await marieke.press('Verstuur het advies')
      await marieke.waitForText(/^Je advies gaat naar de melder\./)
    })
    await step('reporter', 'advice', async () => {
      await sanne.pressUntil('Openen', 'Dit mag, met een machtiging. Vraag er de volgende keer naar.')
    })
    await step('reporter', 'enough', async () => {
      await sanne.press('Dit was genoeg')
      await sanne.waitForText(/^Fijn dat je het voorlegde\. Wat je schreef is gewist\./)
    })
    await step('officer', 'nothing is kept', async () => {
      await marieke.waitForText(`${first} · sparren afgerond`)
      await marieke.sayUntil('werklijst', /^Er staat niets open\./)
    })
    await step('reporter', 'nothing of it in my reports', async () => {
      await sanne.say('mijn meldingen')
      await sanne.waitForText(/^Je hebt vanuit deze chat nog niets gemeld\./)
    })

    const second = first.replace(/1$/, '2')
    await step('reporter', 'english', async () => {
      await sanne.say('english')
      await sanne.waitForText('From now on I speak English.')
    })
    await step('reporter', 'english words', async () => {
      await sanne.press('Talk it through first')
      await sanne.waitForText(/^What are you in doubt about\?/)
      await sanne.say(ENGLISH)
      await sanne.waitForText('This is what you want to talk through')
    })
    await step('reporter', 'form', async () => {
      await sanne.press('Fill in the form')
      await sanne.typeInto('Where was it?', 'At the counter')
      await sanne.choose('Is somebody under 18 involved?', 'Yes')
    })
    await step('reporter', 'form saved', async () => {
      await sanne.press('Save')
      await sanne.waitForText('Where: At the counter')
    })
    await step('reporter', 'english receipt', async () => {
      await sanne.press('Put it to them')
      await sanne.waitForText('Done. Good that you ask.')
      await sanne.waitForText(second)
    })
    await step('officer', 'dossier of an english one', async () => {
      await marieke.press('Openen', { on: `${second} · sparren` })
      await marieke.waitForText(ENGLISH)
      await marieke.waitForText('At the counter')
      await marieke.waitForText('Engels')
    })
    await step('officer', 'advice in english', async () => {
      await marieke.press('Geef advies')
      await marieke.typeInto('Je advies', 'This sounds serious. Shall we keep it as a signal?')
      await marieke.press('Verstuur het advies')
      await marieke.waitForText(/^Je advies gaat naar de melder\./)
    })
    await step('reporter', 'kept as a signal', async () => {
      await sanne.pressUntil('Open', 'This sounds serious. Shall we keep it as a signal?')
      await sanne.press('Keep it as a signal')
      await sanne.pressUntil('Open', `Your question is now a signal: ${second}`)
    })
    await step('officer', 'doorbell of a signal', () => marieke.waitForText(`${second} · signaal`))
    await step('officer', 'worklist', async () => {
      await marieke.sayUntil('werklijst', '1 dossier staat open.')
      await marieke.press(`Openen ${second}`)
      await marieke.waitForText('Begon als')
    })
  },
  STORY_TIMEOUT_MS,
)
