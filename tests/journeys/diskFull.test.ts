/**
 * The disk is full, on a real database: a person who writes hears what is true, danger rings, and with room again all
 * goes on.
 */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type House, readyz, startHouse } from '../kit/house.ts'
import { fillDisk, readOnly, watchConnections } from '../services/store/fullDisk.ts'
import {
  alarmsOf,
  cardWith,
  chatOf,
  doorbellOf,
  lastSaid,
  openDossier,
  recordOf,
  report,
  said,
  saidDuring,
  sendDraft,
  toPage,
} from './steps.ts'

let watched: ReturnType<typeof watchConnections>
let house: House
beforeEach(async () => {
  watched = watchConnections()
  house = await startHouse()
})
afterEach(async () => {
  await house.stop()
  watched.end()
})

const WORDS = 'Er staan twaalf bedden in de schuur.'
const NOT_KEPT = 'Ik kan het nu niet bewaren. Wat je typte staat nog in deze chat.'
const signals = () => watched.of(house.dir, 'signaalpunt.db')
const heads = () => watched.of(house.dir, 'audit.db')

async function ready(): Promise<{ status: number; said: unknown }> {
  const answer = await readyz(house)
  return { status: answer.status, said: await answer.json() }
}
/** Waits for something that happens by itself. */
async function until(there: () => Promise<boolean>): Promise<void> {
  while (!(await there())) await new Promise((resolve) => setTimeout(resolve, 20))
}
const later = async (by: Parameters<House['clock']['advance']>[0]) => {
  house.clock.advance(by)
  await house.bot.sweep()
  await house.settle()
}

test('a reporter writes: it says so, nothing was kept, and the same words are taken once when there is room', async () => {
  const { sanne, channel, connector } = house
  await sanne.installs()
  const roomAgain = fillDisk(signals())
  const [answer, ...more] = await saidDuring(house, sanne, () => sanne.say(WORDS))
  expect([answer?.includes(NOT_KEPT), more]).toEqual([true, []])
  expect(await ready()).toMatchObject({ status: 503, said: { ready: false, store: 'full' } })
  expect((await fetch(`${house.bot.url}/healthz`)).status).toBe(200)
  await later({ minutes: 6 })
  roomAgain()
  expect(await ready()).toMatchObject({ status: 200, said: { ready: true, store: 'ok' } })
  await sanne.say(WORDS)
  const sent = await sendDraft(house, sanne)
  expect(sent.reference).toBe('S-2026-0001')
  expect((await recordOf(house, sent.signal)).story.map(({ text }) => text)).toEqual([WORDS])
  expect(connector.channel(channel)).toHaveLength(1)
})

test('danger rings all the same, and 112 stands first', async () => {
  const { sanne, channel, marieke } = house
  await sanne.installs()
  const roomAgain = fillDisk(signals())
  const heard = await saidDuring(house, sanne, () => sanne.say('Hij slaat haar nu met een mes.'))
  expect(heard[0]).toContain('112')
  expect(heard.at(-1)).toContain(NOT_KEPT)
  expect(alarmsOf(house, channel)).toHaveLength(1)
  expect(alarmsOf(house, marieke)).toHaveLength(1)
  roomAgain()
  await later({ minutes: 6 })
  expect(alarmsOf(house, channel)).toHaveLength(1)
})

test('*Versturen* and the form: the draft stays as it was, what was typed is given back, and it is sent once', async () => {
  const { sanne, channel, connector } = house
  await sanne.say(WORDS)
  const card = cardWith(house, sanne, 'Versturen')
  const form = await sanne.click(cardWith(house, sanne, 'Formulier invullen'), 'Formulier invullen')
  if (!form.dialog) throw new Error('No form.')
  const roomAgain = fillDisk(signals())
  const typed = await sanne.submitDialog(form.dialog, 'Bewaren', { where: 'Achter de molen' })
  const again = typed.dialog
  if (!again) throw new Error('The form did not come back.')
  expect(JSON.stringify(again.card)).toContain('Achter de molen')
  await sanne.click(card, 'Versturen')
  await house.settle()
  expect(lastSaid(house, sanne)).toContain('Ik kan')
  expect(said(house, sanne).join('\n')).not.toContain('S-2026-0001')
  expect((await chatOf(house, sanne)).draft?.parts.map(({ text }) => text)).toEqual([WORDS])
  roomAgain()
  await sanne.submitDialog(again, 'Bewaren', { where: 'Achter de molen' })
  await sanne.click(card, 'Versturen')
  await sanne.click(card, 'Versturen')
  await house.settle()
  expect(connector.channel(channel)).toHaveLength(1)
  expect(doorbellOf(house, 'S-2026-0001')).toBeDefined()
})

test('an officer is told that nothing was done, keeps what was typed, and can press again', async () => {
  const { sanne, marieke, connector } = house
  const it = await report(house, sanne, WORDS)
  const page = await toPage(marieke, await openDossier(house, marieke, it.reference), 'Stel een vraag')
  const roomAgain = fillDisk(signals())
  // Looking is recorded first, so without room nothing is shown.
  const looked = await marieke.click(doorbellOf(house, it.reference), 'Openen')
  const shown = looked.dialog ? connector.textOf(looked.dialog) : ''
  expect([looked.status, shown.includes(WORDS)]).toEqual([200, false])
  expect(shown).toContain('Er is niets gewijzigd en niets kwijt')
  const asked = await marieke.submitDialog(page, 'Verstuur de vraag', { text: 'Hoe laat was het?' })
  if (!asked.dialog) throw new Error('No answer.')
  expect(connector.textOf(asked.dialog)).toContain('Hoe laat was het?')
  await house.settle()
  expect((await recordOf(house, it.signal)).questions).toEqual([])
  roomAgain()
  await marieke.submitDialog(asked.dialog, 'Probeer het opnieuw')
  await house.settle()
  expect((await recordOf(house, it.signal)).questions).toHaveLength(1)
  expect(said(house, sanne).filter((text) => text.includes('Hoe laat was het?'))).toHaveLength(1)
})

test('it fills up between the saving and the marks: what was sent is not sent again', async () => {
  const { sanne, channel, connector } = house
  await sanne.say(WORDS)
  const { teams } = house.bot.app
  const { postInChannel } = teams
  const { promise: rings, resolve: rang } = Promise.withResolvers<() => void>()
  teams.postInChannel = async (...asked) => {
    rang(fillDisk(signals()))
    return postInChannel(...asked)
  }
  await sanne.click(cardWith(house, sanne, 'Versturen'), 'Versturen')
  const roomAgain = await rings
  await until(async () => connector.channel(channel).length === 1)
  teams.postInChannel = postInChannel
  await house.bot.sweep()
  roomAgain()
  await house.settle()
  await later({ hours: 1 })
  expect(connector.channel(channel)).toHaveLength(1)
  expect(said(house, sanne).filter((text) => text.includes('S-2026-0001'))).toHaveLength(1)
  expect(house.bot.app.courier.tally.counts.possibleDuplicates).toBe(0)
})

test.each([
  ['full', fillDisk],
  ['only to be read', readOnly],
])(
  'the second place is %s: signals go on, it is counted as behind, and catches up by itself',
  async (_, breaks) => {
    const { sanne, kees, marieke } = house
    const mended = breaks(heads())
    const it = await report(house, sanne, WORDS)
    await report(house, kees, 'Een andere zaak.')
    expect(house.connector.textOf(await openDossier(house, marieke, it.reference))).toContain(WORDS)
    const behind = async () => (await ready()).said
    await until(async () => JSON.stringify(await behind()).includes('"behind":2'))
    expect(await ready()).toMatchObject({
      status: 200,
      said: { ready: true, store: 'ok', audit: { behind: 2 } },
    })
    mended()
    await until(async () => JSON.stringify(await behind()).includes('"behind":0'))
    expect(await house.bot.catchUp()).toBe(0)
  },
)
