/** How much one person may send in a day has an end, far away; the telephone is the way out, and danger never waits. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { RATE } from '../../bot/app/rateLimit.ts'
import { type House, startHouse } from '../kit/house.ts'
import { alarmsOf, cardWith, chatOf, lastSaid, onDisk, opened, said, saidDuring, sendDraft } from './steps.ts'

const FULL = 'Ik heb vandaag al heel veel van je gekregen'

let house: House
beforeEach(async () => {
  house = await startHouse({
    adjust: (config) => ({ ...config, pace: { ...RATE, burst: 1_000, textADay: 100, signalsADay: 2 } }),
  })
})
afterEach(() => house.stop())

const LONG = 'Er loopt iemand rond, en dat al de hele dag. '.repeat(2).trim()

describe('text', () => {
  test('beyond it nothing more is kept, what stood there stays, and it says whom to call', async () => {
    const { sanne, clock } = house
    await sanne.say(LONG)
    await sanne.say(LONG)
    expect(lastSaid(house, sanne)).toContain(FULL)
    expect(lastSaid(house, sanne)).toMatch(/Bel [\d -]+\. Is er nu gevaar\? Bel 112\./)
    expect((await chatOf(house, sanne)).draft?.parts.map(({ text }) => text)).toEqual([LONG])
    // It can be sent, thrown away and asked about as ever.
    await sanne.say('mijn meldingen')
    expect(lastSaid(house, sanne)).not.toContain(FULL)
    clock.advance({ days: 1 })
    await sanne.say('En vandaag weer.')
    expect(lastSaid(house, sanne)).not.toContain(FULL)
  })

  test('danger is not held back: 112 first, and the officers are rung', async () => {
    const { sanne, marieke } = house
    await sanne.say(LONG)
    const shown = await saidDuring(house, sanne, () => sanne.say(`Hij heeft nu een mes! ${LONG}`))
    expect(shown[0]).toContain('Bel nu 112')
    expect(shown.join('\n')).toContain(FULL)
    await house.settle()
    expect(alarmsOf(house, marieke)).toHaveLength(1)
  })

  test('the form comes back as it was filled in', async () => {
    const { sanne } = house
    await sanne.say(LONG)
    const { dialog } = await sanne.click(cardWith(house, sanne, 'Formulier invullen'), 'Formulier invullen')
    if (!dialog) throw new Error('No dialog.')
    const answer = await sanne.submitDialog(dialog, 'Bewaren', { what: LONG })
    expect(lastSaid(house, sanne)).toContain(FULL)
    expect(opened(house, answer.dialog)).toContain(FULL)
    expect(JSON.stringify(answer.dialog)).toContain(LONG)
    expect((await chatOf(house, sanne)).draft?.form).toBeUndefined()
  })

  test('somebody else is not in the way', async () => {
    await house.sanne.say(LONG)
    await house.sanne.say(LONG)
    await house.kees.say(LONG)
    expect(said(house, house.kees).join('\n')).not.toContain(FULL)
  })
})

describe('signals', () => {
  test('beyond it what was typed stays ready; with danger it goes still; on the next day it all goes', async () => {
    const { sanne, clock } = house
    for (const text of ['Een.', 'Twee.']) {
      await sanne.say('nieuwe melding')
      await sanne.say(text)
      await sendDraft(house, sanne)
    }
    await sanne.say('nieuwe melding')
    await sanne.say('Drie.')
    await sanne.say('versturen')
    expect(lastSaid(house, sanne)).toContain('al heel veel meldingen verstuurd')
    expect((await chatOf(house, sanne)).draft?.parts).toHaveLength(1)
    await sanne.say('Hij slaat haar nu!')
    await sanne.say('versturen')
    await house.settle()
    expect((await chatOf(house, sanne)).sent).toHaveLength(3)
    clock.advance({ days: 1 })
    await sanne.say('nieuwe melding')
    await sanne.say('Vier.')
    await sanne.say('versturen')
    await house.settle()
    expect((await chatOf(house, sanne)).sent).toHaveLength(4)
  })
})

test('nothing of what is counted is stored', async () => {
  const { sanne } = house
  await sanne.say(LONG)
  await sanne.say(LONG)
  expect(onDisk(house)).not.toMatch(/textADay|signalsADay|tooMuchToday/)
})
