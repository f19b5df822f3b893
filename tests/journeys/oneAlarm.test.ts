/**
 * One person cannot ring the officers without end: what says nothing new, minutes after an alarm that stands, updates
 * its cards. The first alarm rings always, and so does one that says something new (docs/decisions/one-alarm.md).
 */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Person } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import { alarmsOf, cardWith, chatOf, lastSaid, opened, recordOf, report, said, sendDraft } from './steps.ts'

const KNIFE = 'Hij heeft nu een mes, help haar!'
const LOCKED = 'Ze is opgesloten in de kelder en kan er niet uit.'

let house: House
beforeEach(async () => {
  house = await startHouse({
    adjust: (config) => ({ ...config, pace: { burst: 1_000_000, perSecond: 1_000_000 } }),
  })
})
afterEach(() => house.stop())

const rung = (where: Person | string = house.marieke): number => alarmsOf(house, where).length
const changes = (): number =>
  alarmsOf(house, house.marieke).reduce((sum, alarm) => sum + house.connector.versions(alarm).length, 0)

const add = async (text: string) => {
  await house.sanne.say('aanvullen')
  await house.sanne.say(text)
  await house.settle()
}

describe('about a signal that was sent', () => {
  test('the same danger again: the card that stands is updated, and nobody is rung anew', async () => {
    await report(house, house.sanne, 'Er loopt iemand rond.')
    await add(KNIFE)
    expect([rung(), rung(house.channel), rung(house.joost)]).toEqual([1, 1, 1])
    const before = changes()
    for (let nr = 0; nr < 5; nr += 1) await add(KNIFE)
    expect([rung(), rung(house.channel), rung(house.joost)]).toEqual([1, 1, 1])
    expect(changes()).toBe(before + 5)
    const [alarm] = alarmsOf(house, house.marieke)
    expect(opened(house, alarm)).toContain('Misschien is er nu gevaar')
  })

  test('what was typed is kept all the same, and 112 is said each time', async () => {
    const { signal } = await report(house, house.sanne, 'Er loopt iemand rond.')
    for (let nr = 0; nr < 3; nr += 1) await add(KNIFE)
    const blocks = said(house, house.sanne).filter((text) => text.includes('Bel nu 112'))
    expect(blocks).toHaveLength(3)
    expect((await recordOf(house, signal)).story.filter(({ text }) => text === KNIFE)).toHaveLength(3)
  })

  test('another danger rings at once', async () => {
    await report(house, house.sanne, 'Er loopt iemand rond.')
    await add(KNIFE)
    await add(LOCKED)
    expect([rung(), rung(house.channel), rung(house.joost)]).toEqual([2, 2, 2])
    await add(`${LOCKED} ${KNIFE}`)
    expect(rung()).toBe(2)
  })

  test('the same danger at another address rings at once', async () => {
    await report(house, house.sanne, 'Er loopt iemand rond.')
    await add(`${KNIFE} Molenpad 4.`)
    await add(`${KNIFE} Molenpad 4.`)
    expect(rung()).toBe(1)
    await add(`${KNIFE} Nu op Kaardijk 12.`)
    expect([rung(), rung(house.channel), rung(house.joost)]).toEqual([2, 2, 2])
  })

  test('the same after ten minutes rings again', async () => {
    await report(house, house.sanne, 'Er loopt iemand rond.')
    await add(KNIFE)
    house.clock.advance({ minutes: 9 })
    await add(KNIFE)
    expect(rung()).toBe(1)
    house.clock.advance({ minutes: 2 })
    await add(KNIFE)
    expect(rung()).toBe(2)
  })

  test('taken back, and then danger after all: it rings', async () => {
    await report(house, house.sanne, 'Er loopt iemand rond.')
    await add(KNIFE)
    await house.sanne.say('geen gevaar')
    await add(KNIFE)
    expect(rung()).toBe(2)
    expect(opened(house, alarmsOf(house, house.marieke).at(-1))).toContain('Misschien is er nu gevaar')
  })
})

describe('in a draft', () => {
  test('further words of danger update the cards', async () => {
    await house.sanne.say(KNIFE)
    await house.settle()
    const before = changes()
    await house.sanne.say(LOCKED)
    await house.settle()
    expect(rung()).toBe(1)
    expect(changes()).toBe(before + 1)
  })

  test('a new signal rings for itself, with the same words too', async () => {
    await house.sanne.say(KNIFE)
    await sendDraft(house, house.sanne)
    await house.sanne.say('nieuwe melding')
    await house.sanne.say(KNIFE)
    await house.settle()
    expect(rung()).toBe(2)
  })

  test('taken back and said again without end: after some times it rings when the ten minutes are over', async () => {
    const everywhere = () => [rung(), rung(house.channel), rung(house.joost)]
    for (let nr = 0; nr < 20; nr += 1) {
      await house.sanne.say(KNIFE)
      await house.settle()
      await house.sanne.say('geen gevaar')
      await house.settle()
    }
    await house.sanne.say(KNIFE)
    await house.settle()
    const [officer = 0, channel, deputy] = everywhere()
    expect(officer).toBeGreaterThanOrEqual(3)
    expect([officer, channel, deputy]).toEqual(Array.from({ length: 3 }, () => officer))
    expect(officer).toBeLessThanOrEqual(8)
    // The card that stands says that there is danger, and it is not lost.
    expect(opened(house, alarmsOf(house, house.marieke).at(-1))).toContain('Misschien is er nu gevaar')
    expect((await chatOf(house, house.sanne)).effects.filter(({ kind }) => kind === 'alarm')).toHaveLength(3)
    house.clock.advance({ minutes: 11 })
    await house.bot.sweep()
    await house.settle()
    expect(everywhere()).toEqual(Array.from({ length: 3 }, () => officer + 1))
  })

  test('thrown away and said again without end has an end too', async () => {
    for (let nr = 0; nr < 20; nr += 1) {
      await house.sanne.say(KNIFE)
      await house.settle()
      await house.sanne.say('wissen')
      await house.settle()
    }
    expect(rung()).toBeGreaterThanOrEqual(3)
    expect(rung()).toBeLessThanOrEqual(8)
  })
})

describe('where nothing is kept', () => {
  test('in a channel: once for the same words of one person; other words and other people ring', async () => {
    const { thomas, ellen } = house
    const inChannel = { inChannel: house.channel }
    for (let nr = 0; nr < 4; nr += 1) await thomas.say(KNIFE, inChannel)
    await house.settle()
    expect(rung()).toBe(1)
    await thomas.say(LOCKED, inChannel)
    await house.settle()
    expect(rung()).toBe(2)
    await ellen.say(KNIFE, inChannel)
    await house.settle()
    expect(rung()).toBe(3)
    house.clock.advance({ minutes: 11 })
    await thomas.say(KNIFE, inChannel)
    await house.settle()
    expect(rung()).toBe(4)
  })
})

describe('two people', () => {
  test('each rings', async () => {
    await house.sanne.say(KNIFE)
    await house.kees.say(KNIFE)
    await house.settle()
    expect(rung()).toBe(2)
    expect(lastSaid(house, house.kees)).not.toBe('')
    expect(cardWith(house, house.kees, 'Geen gevaar')).toBeDefined()
  })
})
