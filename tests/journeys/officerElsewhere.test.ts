/** What an officer types in the channel, where others read along: what is done in one's own chat is answered there. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type House, startHouse } from '../kit/house.ts'
import { open, press, report, seen, through, verb } from './officerSteps.ts'
import { cardWith, lastSaid, said, saidDuring } from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

test.each([
  ['inzageverzoek', 'Zoek op', 'Inzageverzoek'],
  ['te vernietigen', 'Bekijk de lijst', 'Te vernietigen'],
])('%s: the door to it in one’s own chat, and in the channel only that', async (words, button, title) => {
  const { marieke, channel } = house
  const inChannel = await saidDuring(house, channel, () => marieke.say(words, { inChannel: channel }))
  expect(inChannel.map((each) => each.trim())).toEqual([
    'Dat doe je in je eigen chat met mij. Ik heb je daar net een bericht gestuurd. Hier lezen anderen mee.',
  ])
  const { dialog } = await marieke.click(cardWith(house, marieke, button), button)
  expect(dialog?.title).toBe(title)
})

test('whoever is no officer hears where to type it, and nothing else', async () => {
  const { thomas, joost, channel } = house
  const chat = said(house, thomas).length
  await thomas.say('inzageverzoek', { inChannel: channel })
  expect(lastSaid(house, channel).trim()).toBe(
    'Dat doe je in je eigen chat met mij. Typ het daar. Hier lezen anderen mee.',
  )
  expect(said(house, thomas)).toHaveLength(chat)
  // Off duty one hears in private that one is.
  await joost.say('inzageverzoek', { inChannel: channel })
  expect(lastSaid(house, joost)).toContain('Jij hebt nu geen dienst')
  expect(lastSaid(house, channel)).not.toContain('dienst')
})

test('werklijst by somebody off duty is answered in their own chat, also with what was handed to them', async () => {
  const { sanne, joost, marieke, channel } = house
  const mine = await report(house, sanne, 'Een dossier voor Joost.')
  const refused = await saidDuring(house, channel, () => joost.say('werklijst', { inChannel: channel }))
  expect(refused).toEqual([])
  expect(lastSaid(house, joost)).toContain('Marieke Vonk heeft dienst.')
  const more = await through(house, marieke, await open(house, marieke, mine), 'Meer', 'Geef aan een collega')
  await press(house, marieke, more, 'Geef het aan je collega', { officer: joost.aadObjectId })
  const own = await saidDuring(house, channel, () => joost.say('werklijst', { inChannel: channel }))
  expect(own).toEqual([])
  expect(lastSaid(house, joost)).toContain(mine.reference)
  const opened = await joost.click(house.connector.newestCard(joost), verb('open'))
  expect(seen(house, opened)).toContain('Een dossier voor Joost.')
  // On duty it stands in the channel, as before: references only.
  const listed = await saidDuring(house, channel, () => marieke.say('werklijst', { inChannel: channel }))
  expect(listed.join('\n')).toContain(mine.reference)
})
