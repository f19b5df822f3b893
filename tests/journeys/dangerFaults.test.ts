/**
 * The question, the ring and the send, with a fault between any two steps: the store or Teams fails at the n-th call, or the
 * process stops there. Nothing that was typed is lost or stands twice, and everybody is rung.
 */
import { expect, jest, test } from '@jest/globals'
import { StoreUnavailable } from '../../services/store/port.ts'
import { actionsOf } from '../kit/connector.ts'
import type { House } from '../kit/house.ts'
import { readMarked } from '../kit/markedDanger.ts'

jest.unstable_mockModule('../../services/understanding/danger/readDanger.ts', () => ({
  readDanger: readMarked,
}))
const { startHouse } = await import('../kit/house.ts')
const { alarmsOf, cardWith, chatOf, recordOf } = await import('./steps.ts')

const WORDS = 'Ze mag van hem de deur niet uit. ask=deur'
const SEND = 'Stuur nu naar Marieke Vonk'

/** From here on the n-th save fails: before it was done, or after it, as when its answer is lost. */
function failSave(house: House, nth: number, when: 'before' | 'after'): void {
  const { store } = house.bot.app
  const save = store.save.bind(store)
  let calls = 0
  store.save = async (ops) => {
    calls += 1
    if (calls !== nth) return save(ops)
    if (when === 'after') await save(ops)
    throw new StoreUnavailable('unreachable')
  }
}

/** The button, or where its card did not come the same typed. */
async function pressed(house: House, title: string, typed: string): Promise<void> {
  const { sanne, connector } = house
  const stands = connector
    .chat(sanne)
    .some(({ cards }) => cards.some((card) => titlesOf(card).includes(title)))
  await (stands ? sanne.click(cardWith(house, sanne, title), title) : sanne.say(typed))
}
const titlesOf = (card: Parameters<typeof actionsOf>[0]) => actionsOf(card).map((action) => action.title)

/** A person who sees that it did not work does it once more: types again, or presses the card that stands. */
async function onward(house: House): Promise<void> {
  const { sanne } = house
  const stands = async () => (await chatOf(house, sanne)).draft
  await sanne.say(WORDS)
  if (!(await stands())) await sanne.say(WORDS)
  await pressed(house, 'Ja, nu', 'ja nu')
  if (!(await stands())?.danger) await sanne.say('ja nu')
  await pressed(house, SEND, 'stuur nu')
  if (await stands()) await sanne.say('stuur nu')
}

async function expectWhole(house: House): Promise<void> {
  const { sanne, marieke, joost, channel } = house
  for (let round = 0; round < 3; round += 1) {
    house.clock.advance({ minutes: 1 })
    await house.bot.sweep()
    await house.settle()
  }
  const { draft, sent } = await chatOf(house, sanne)
  expect(draft).toBeUndefined()
  expect(sent).toHaveLength(1)
  for (const { signal } of sent) {
    const { story, urgency } = await recordOf(house, signal)
    expect(urgency).toBe('acute')
    // Typed again by the person at most, never doubled by the bot.
    expect(story.map(({ text }) => text)).toEqual(story.map(() => WORDS))
    expect(story.length).toBeGreaterThan(0)
  }
  for (const where of [channel, marieke, joost]) expect(alarmsOf(house, where).length).toBeGreaterThan(0)
}

const NTH = [1, 2, 3, 4, 5, 6, 7, 8]

test.each(['before', 'after'] as const)('the store fails %s any of the saves', async (when) => {
  for (const nth of NTH) {
    const house = await startHouse()
    try {
      await house.sanne.installs()
      await house.settle()
      failSave(house, nth, when)
      await onward(house)
      await expectWhole(house)
    } finally {
      await house.stop()
    }
  }
})

test('the process stops between any two steps', async () => {
  for (const at of ['asked', 'yes', 'sent'] as const) {
    const house = await startHouse()
    try {
      const { sanne } = house
      await sanne.say(WORDS)
      if (at === 'asked') await house.restart()
      expect((await chatOf(house, sanne)).draft?.asked).toEqual({ signs: ['deur'] })
      await sanne.click(cardWith(house, sanne, 'Ja, nu'), 'Ja, nu')
      if (at === 'yes') await house.restart()
      expect((await chatOf(house, sanne)).draft?.danger).toBeDefined()
      const card = cardWith(house, sanne, SEND)
      await sanne.click(card, SEND)
      if (at === 'sent') await house.restart()
      await sanne.click(card, SEND)
      await expectWhole(house)
    } finally {
      await house.stop()
    }
  }
})
