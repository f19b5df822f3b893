/**
 * Danger: 112 first, the alarm in the channel and in the officer's own chat before anything is sent, and the
 * way back; then danger that is real, up to the doorbell.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openStage, STORY_TIMEOUT_MS, type Stage } from './stage.ts'

const DANGER = 'Er belt een meisje. Ze zit nu opgesloten in een kelder en smeekt om hulp.'
const BLOCK = 'Bel nu 112. Wacht niet op ons.'
const ALARM = 'Misschien is er nu gevaar'

let stage: Stage
beforeAll(async () => {
  stage = await openStage('danger')
}, STORY_TIMEOUT_MS)
afterAll(() => stage?.close(), STORY_TIMEOUT_MS)

test(
  'danger shows 112 first and rings the officer; it can be taken back, and when it is real it is sent',
  async () => {
    const { reporter: sanne, officer: marieke, step } = stage

    await step('officer', 'channel before', () => marieke.chooseChat('Meldpunt'))
    await step('reporter', '112 first', async () => {
      await sanne.say('Hij houdt een mes vast en roept dat ze mee moet.')
      await sanne.waitForText('Dit heb ik van je')
      await sanne.waitForText(BLOCK)
      const read = await sanne.text()
      expect(read.indexOf(BLOCK)).toBeLessThan(read.indexOf('Dit heb ik van je'))
    })
    await step('officer', 'alarm in the channel', async () => {
      await marieke.waitForText(ALARM)
      await marieke.waitForText(/Diegene is nog aan het schrijven/)
      expect(await marieke.text()).not.toContain('roept')
    })
    await step('officer', 'alarm in the own chat', async () => {
      await marieke.chooseChat('personal')
      await marieke.waitForText(ALARM)
    })
    await step('reporter', 'no danger', async () => {
      await sanne.press('Geen gevaar')
      await sanne.waitForText('Geen gevaar. Goed dat je het zegt.')
    })
    await step('officer', 'no alarm any more', async () => {
      await marieke.waitForText('Geen alarm meer')
      await marieke.waitForNoText(ALARM)
    })
    await step('reporter', 'discarded', async () => {
      await sanne.press('Wissen')
      await sanne.waitForText(/^Gewist\.$/)
      await sanne.waitForText(/^Na een minuut bewaar ik niets meer/)
    })
    await step('officer', 'channel after', async () => {
      await marieke.chooseChat('Meldpunt')
      await marieke.waitForText('Geen alarm meer')
      await marieke.waitForNoText(ALARM)
    })

    await step('reporter', 'real danger', async () => {
      await sanne.say(DANGER)
      await sanne.waitForText('Dit heb ik van je')
      await sanne.waitForText(BLOCK)
    })
    await step('reporter', 'called', async () => {
      await sanne.press('Gebeld')
      await sanne.waitForText('Je hebt 112 gebeld. Goed gedaan.')
    })
    let reference = ''
    await step('reporter', 'receipt', async () => {
      await sanne.press('Stuur nu naar Marieke Vonk')
      await sanne.waitForText('Dank je wel dat je dit vertelt.')
      reference = /S-\d{4}-\d{4}/.exec(await sanne.text())?.[0] ?? ''
    })
    await step('officer', 'doorbell', async () => {
      const doorbell = await marieke.newestCard(`${reference} · signaal`)
      await marieke.waitForText(`${reference} · signaal`)
      expect(await doorbell.innerText()).toContain('acuut')
      expect(await marieke.text()).not.toContain('opgesloten')
    })
    await step('officer', 'alarm with its signal', () => marieke.waitForText(`${ALARM} · ${reference}`))
    await step('officer', 'dossier', async () => {
      await marieke.press('Openen', { on: `${ALARM} · ${reference}` })
      await marieke.waitForText(DANGER)
      await marieke.waitForText('112 gebeld: ja.')
    })
  },
  STORY_TIMEOUT_MS,
)
