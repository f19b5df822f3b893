/** A second story is a second draft; one can be split off; what was thrown away comes back for a minute. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type House, startHouse } from '../kit/house.ts'
import { alarmsOf, cardWith, chatOf, lastSaid, recordOf, vaultEntry } from './steps.ts'

const ONE = 'Er slapen acht mannen in een garage.'
const TWO = 'Een winkel heeft nooit klanten.'

let house: House
beforeEach(async () => {
  house = await startHouse()
  await house.sanne.installs()
})
afterEach(() => house.stop())

const chat = () => chatOf(house, house.sanne)
const textsIn = async () => {
  const { draft, parked = [] } = await chat()
  return {
    draft: draft?.parts.map(({ text }) => text),
    parked: parked.map(({ parts }) => parts.map(({ text }) => text)),
  }
}

describe('several stories', () => {
  test('begun with its button the second is a draft of its own, and both are sent', async () => {
    const { sanne } = house
    await sanne.say(ONE)
    await sanne.say('signaal melden')
    expect(lastSaid(house, sanne)).toContain('bewaar ik apart')
    await sanne.say(TWO)
    expect(await textsIn()).toEqual({ draft: [TWO], parked: [[ONE]] })
    await sanne.say('verstuur')
    await house.settle()
    expect(await textsIn()).toEqual({ draft: [ONE], parked: [] })
    expect(lastSaid(house, sanne)).toContain('Er staat nog iets anders klaar')
    await sanne.say('verder')
    expect(lastSaid(house, sanne)).toContain(ONE)
    await sanne.say('verstuur')
    await house.settle()
    const sent = await Promise.all((await chat()).sent.map(({ signal }) => recordOf(house, signal)))
    expect(sent.map(({ story }) => story.map(({ text }) => text))).toEqual([[TWO], [ONE]])
    for (const { vaultKey } of sent) expect(await vaultEntry(house, vaultKey)).toBeDefined()
  })

  test('the card of the one that waits still works', async () => {
    const { sanne } = house
    await sanne.say(ONE)
    const card = cardWith(house, sanne, 'Versturen')
    await sanne.say('signaal melden')
    await sanne.say(TWO)
    await sanne.click(card, 'Versturen')
    await house.settle()
    const [sent] = (await chat()).sent
    if (!sent) throw new Error('Nothing was sent.')
    expect((await recordOf(house, sent.signal)).story.map(({ text }) => text)).toEqual([ONE])
    expect(await textsIn()).toEqual({ draft: [TWO], parked: [] })
  })

  test.each(['Dit is iets anders', 'typed'])(
    'the newest message is split off (%s), over a restart',
    async (how) => {
      const { sanne } = house
      await sanne.say(ONE)
      await sanne.say(TWO)
      if (how === 'typed') await sanne.say('dit is iets anders')
      else await sanne.click(cardWith(house, sanne, how), how)
      expect(await textsIn()).toEqual({ draft: [TWO], parked: [[ONE]] })
      await house.restart()
      await sanne.say('verstuur')
      await house.settle()
      const [sent] = (await chat()).sent
      const record = sent && (await recordOf(house, sent.signal))
      expect(record?.story.map(({ text }) => text)).toEqual([TWO])
      expect(await vaultEntry(house, record?.vaultKey)).toBeDefined()
    },
  )

  test('of one message nothing can be split off', async () => {
    const { sanne } = house
    await sanne.say(ONE)
    expect(() => cardWith(house, sanne, 'Dit is iets anders')).toThrow()
  })

  test('one that waits longer than a day is gone, with what was sealed for it', async () => {
    const { sanne, clock } = house
    await sanne.say(ONE)
    const { draft } = await chat()
    await sanne.say('signaal melden')
    await sanne.say(TWO)
    clock.advance({ hours: 12 })
    await house.bot.sweep()
    await sanne.say('Nog steeds geen klanten.')
    clock.advance({ hours: 13 })
    await house.bot.sweep()
    expect(await textsIn()).toEqual({ draft: [TWO, 'Nog steeds geen klanten.'], parked: [] })
    expect(await vaultEntry(house, draft?.vaultKey)).toBeUndefined()
  })
})

describe('thrown away', () => {
  test('it comes back within a minute, whole, also after a restart, and can be sent', async () => {
    const { sanne } = house
    await sanne.say(ONE)
    await sanne.say(TWO)
    const { draft } = await chat()
    await sanne.click(cardWith(house, sanne, 'Wissen'), 'Wissen')
    expect(await vaultEntry(house, draft?.vaultKey)).toBeUndefined()
    await house.restart()
    await sanne.click(cardWith(house, sanne, 'Zet terug'), 'Zet terug')
    expect(await textsIn()).toEqual({ draft: [ONE, TWO], parked: [] })
    await sanne.say('verstuur')
    await house.settle()
    const [sent] = (await chat()).sent
    const record = sent && (await recordOf(house, sent.signal))
    expect(await vaultEntry(house, record?.vaultKey)).toMatchObject({ identity: expect.anything() })
  })

  test('after a minute it cannot, and the round takes it out of the store', async () => {
    const { sanne, clock } = house
    await sanne.say(ONE)
    await sanne.say('wissen')
    const card = cardWith(house, sanne, 'Zet terug')
    clock.advance({ minutes: 1 })
    await sanne.click(card, 'Zet terug')
    expect(lastSaid(house, sanne)).toContain('Dat kan niet meer')
    expect((await chat()).draft).toBeUndefined()
    await house.bot.sweep()
    expect(JSON.stringify(await chat())).not.toContain('garage')
  })

  test('pressed twice it is there once', async () => {
    const { sanne } = house
    await sanne.say(ONE)
    await sanne.say('wissen')
    const card = cardWith(house, sanne, 'Zet terug')
    await sanne.click(card, 'Zet terug')
    await sanne.click(card, 'Zet terug')
    expect(await textsIn()).toEqual({ draft: [ONE], parked: [] })
  })

  test('danger that is put back rings again', async () => {
    const { sanne } = house
    await sanne.say('Help, hij heeft een mes!')
    await house.settle()
    const before = alarmsOf(house, house.channel).length
    await sanne.say('wissen')
    await house.settle()
    await sanne.say('zet terug')
    await house.settle()
    expect((await chat()).draft?.danger).toBeDefined()
    expect(alarmsOf(house, house.channel).length).toBeGreaterThan(before)
  })
})
