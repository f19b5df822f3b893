/** The writer in need: threatened, or who may do something to themselves; and somebody else who may (A054, B1). */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { House } from '../kit/house.ts'
import { readMarked } from '../kit/markedDanger.ts'

jest.unstable_mockModule('../../services/understanding/danger/readDanger.ts', () => ({
  readDanger: readMarked,
}))
const { startHouse } = await import('../kit/house.ts')
const { alarmsOf, cardWith, chatOf, lastSaid, recordOf, report, said, saidDuring, sendDraft } = await import(
  './steps.ts'
)

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

const silence = () => {
  for (const where of [house.channel, house.marieke, house.joost]) expect(said(house, where)).toEqual([])
}

test('threatened: safety first, the manager and the protocol, one’s own boss not told; aftercare when it was sent', async () => {
  const { sanne } = house
  const [block] = await saidDuring(house, sanne, () =>
    sanne.say('Hij wacht mij buiten op. ring=writer,wacht'),
  )
  expect(block).toContain('Bel nu 112')
  expect(block).toContain('Ga eerst naar een veilige plek.')
  expect(block).toContain('agressieprotocol')
  expect(block).toContain('Dan vertellen wij je leidinggevende niets.')
  expect(block).not.toContain('Ga er niet zelf op af')
  expect(alarmsOf(house, house.marieke)).toHaveLength(1)
  await sendDraft(house, sanne)
  expect(lastSaid(house, sanne)).toContain('Slachtofferhulp')
})

test('asked first, and then yes: the block fits who is in danger', async () => {
  const { sanne } = house
  await sanne.say('Hij staat steeds bij mijn auto. ask=writer,auto')
  const [block] = await saidDuring(house, sanne, () => sanne.say('ja nu'))
  expect(block).toContain('Ga eerst naar een veilige plek.')
})

describe.each(['ring', 'ask'])('the writer may do something to themselves (%s)', (level) => {
  const WORDS = `Ik wil niet meer. ${level}=writerSelfHarm`

  test('112, 113 and a person to call; nobody is told, and the words are kept', async () => {
    const { sanne } = house
    const shown = await saidDuring(house, sanne, () => sanne.say(WORDS))
    expect(shown[0]?.split('\n').slice(1, 5)).toEqual([
      'Is het nu gevaarlijk? Bel 112.',
      '[Bel 112](tel:112)',
      'Praat met iemand. Bel 113.',
      expect.stringContaining('[Bel 0800-0113](tel:08000113)'),
    ])
    expect(shown[1]).toContain('Niemand leest het, tenzij jij op een knop tikt.')
    silence()
    expect((await chatOf(house, sanne)).draft).toMatchObject({
      parts: [{ text: WORDS }],
      who: 'writerSelfHarm',
    })
  })

  test.each(['Laat Marieke Vonk mij bellen', 'typed'])(
    'asks to be called (%s): then the officer is rung',
    async (how) => {
      const { sanne, marieke } = house
      await sanne.say(WORDS)
      await (how === 'typed' ? sanne.say('bel mij') : sanne.click(cardWith(house, sanne, how), how))
      await house.settle()
      expect(said(house, marieke).join('\n')).toContain('De melder vraagt: bel mij nu.')
      const [sent] = (await chatOf(house, sanne)).sent
      expect(sent && (await recordOf(house, sent.signal)).urgency).toBe('high')
    },
  )

  test('thrown away, nothing of it was ever told to anybody', async () => {
    const { sanne } = house
    await sanne.say(WORDS)
    await sanne.click(cardWith(house, sanne, 'Wissen'), 'Wissen')
    await house.settle()
    silence()
    expect((await chatOf(house, sanne)).draft).toBeUndefined()
  })

  test('danger for somebody in later words rings', async () => {
    const { sanne } = house
    await sanne.say(WORDS)
    await sanne.say('Nu heeft hij een mes. ring=mes')
    await house.settle()
    expect(alarmsOf(house, house.marieke)).toHaveLength(1)
  })

  test('in an addition: 113 is shown, and nothing rings', async () => {
    const { sanne } = house
    await report(house, sanne, 'Er loopt iemand rond.')
    await sanne.say('aanvullen')
    const [need] = await saidDuring(house, sanne, () => sanne.say(WORDS))
    expect(need).toContain('Bel 0800-0113')
    expect(alarmsOf(house, house.marieke)).toEqual([])
  })
})

test('somebody else may do something to themselves: 112, 113 for advice, and it rings', async () => {
  const { sanne } = house
  const [block] = await saidDuring(house, sanne, () => sanne.say('Ze springt. ring=otherSelfHarm,springt'))
  expect(block).toContain('Bel nu 112')
  expect(block).toContain('[0800-0113](tel:08000113)')
  expect(alarmsOf(house, house.marieke)).toHaveLength(1)
})

test('in English', async () => {
  const { sanne } = house
  await sanne.say('Engels')
  const [need] = await saidDuring(house, sanne, () => sanne.say('I want to end it. ring=writerSelfHarm'))
  expect(need).toContain('Talk to somebody. Call 113.')
})
