/**
 * Nothing goes silent: who may not post, and where Teams is by now (K5, K6), and what a way that does not work keeps
 * waiting (K7).
 */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Ask } from '../../infra/local/standIn.ts'
import { Instant } from '../../services/words.ts'
import { calls, faults } from '../kit/connector.ts'
import { connectorError } from '../kit/faults.ts'
import { type House, readyz, startHouse } from '../kit/house.ts'
import { ask, asked, later, QUESTION } from './courierSteps.ts'
import { kept } from './officerSteps.ts'
import { alarmsOf, chatOf, lastSaid, report, said } from './steps.ts'

const DANGER = 'Hij slaat haar nu in de schuur, hij heeft een mes'
const STORY = 'Achter de kaasmakerij slapen vier mannen in een container.'
const ALWAYS = Number.POSITIVE_INFINITY

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

const answer = (status: number, code: string) => ({
  kind: 'answer' as const,
  reply: connectorError(status, code, 'no'),
})
const token = answer(401, 'Unauthorized')
const inChannel = (it: Ask) => calls.create(it) && it.text.includes(house.channel)
const ready = async () => {
  const got = await readyz(house)
  return { status: got.status, ...((await got.json()) as { wrong: string[] }) }
}
const rounds = async (count: number, minutes = 5) => {
  for (let round = 0; round < count; round += 1) await later(house, { minutes })
}
const bells = (where: House['marieke'] | string) =>
  (typeof where === 'string' ? house.connector.channel(where) : house.connector.chat(where)).filter((each) =>
    /S-\d{4}-\d{4} · /.test(house.connector.textOf(each)),
  )

test.each([
  ['403, as in an archived team', answer(403, 'Forbidden')],
  ['403, as in a moderated channel', answer(403, 'NotEnoughPermissions')],
  ['404, of a channel whose members can be read', answer(404, 'ConversationNotFound')],
])(
  'K5: posting is refused (%s): it rings at home after the second try, in both chats, and is said',
  async (_n, fault) => {
    const { connector, sanne, marieke, joost, channel } = house
    connector.faults.next(ALWAYS, inChannel, fault)
    await sanne.say(STORY)
    await sanne.say('versturen')
    await house.settle()
    expect(bells(marieke)).toEqual([])
    await rounds(2, 1)
    expect([bells(marieke).length, bells(joost).length]).toEqual([1, 1])
    expect(said(house, marieke).join('\n')).toContain('In het kanaal komt niets meer aan')
    expect(await ready()).toMatchObject({ status: 503, wrong: ['channelRefuses'] })
    // That its members can be read brings nothing back, and nobody is told that it does.
    await rounds(3)
    expect(said(house, marieke).join('\n')).not.toContain('Het kanaal werkt weer')
    // Another signal rings at home at once.
    await report(house, house.kees, 'In de loods slapen zes mensen.')
    expect(bells(marieke)).toHaveLength(2)
    connector.faults.clear()
    await rounds(4)
    expect(said(house, marieke).join('\n')).toContain('Het kanaal werkt weer')
    expect(bells(channel)).toHaveLength(2)
    expect(await ready()).toMatchObject({ status: 200, wrong: [] })
  },
)

test('K5: one post that is refused in passing tells nobody anything', async () => {
  const { connector, sanne, marieke, channel } = house
  connector.faults.next(1, inChannel, answer(403, 'Forbidden'))
  await report(house, sanne, STORY)
  await rounds(3, 1)
  expect([bells(channel).length, bells(marieke).length]).toEqual([1, 0])
  expect(lastSaid(house, marieke)).toBe('')
})

test('K5: the channel takes nothing for minutes while chats work: it rings at home too, and in the channel later', async () => {
  const { connector, sanne, marieke, channel } = house
  connector.faults.next(ALWAYS, inChannel, faults.unavailable())
  await sanne.say(STORY)
  await sanne.say('versturen')
  await house.settle()
  await rounds(8, 1)
  expect(bells(marieke)).toHaveLength(1)
  expect((await ready()).wrong).toContain('channel:away')
  connector.faults.clear()
  await rounds(6)
  expect(bells(channel)).toHaveLength(1)
  expect(bells(marieke)).toHaveLength(1)
  expect(await ready()).toMatchObject({ status: 200 })
})

test('K5: Graph refuses, and somebody can only be reached by it: said in one word, and sent when it works', async () => {
  const { graph, sanne } = house
  const it = await report(house, sanne, STORY)
  sanne.blocks()
  graph.faults.next(ALWAYS, (each) => each.segments.includes('installedApps'), {
    kind: 'answer',
    reply: { status: 403, body: {} },
  })
  await ask(house, it)
  await house.settle()
  await rounds(6, 1)
  expect((await ready()).wrong).toContain('graph:refused')
  graph.faults.clear()
  await rounds(3)
  expect(asked(house)).toHaveLength(1)
  expect((await ready()).wrong).toEqual([])
})

test('K5: the secret ends: its people are told once for each of the days that are left', async () => {
  const { app } = house.bot
  const [town] = app.municipalities.all()
  if (!town) throw new Error('There is no municipality.')
  const told = () =>
    said(house, house.marieke).filter((text) => text.includes('toegang van Signaalpunt loopt af'))
  for (let times = 0; times < 3; times += 1) await app.courier.point.secretEnds(town, 28)
  await rounds(2, 1)
  expect(told()).toHaveLength(1)
  await app.courier.point.secretEnds(town, 14)
  await rounds(2, 1)
  expect(told()).toHaveLength(2)
})

test.each([
  ['401', token],
  ['503', faults.unavailable()],
  ['500', faults.serverError()],
  ['a reset', faults.reset()],
])(
  'K7: six hours of %s: the alarm rings when it works again, and all else comes, in the order of urgency',
  async (_n, fault) => {
    const { connector, sanne, kees, marieke, channel } = house
    await kees.say('hallo')
    await sanne.say('hallo')
    connector.faults.next(ALWAYS, calls.any, fault)
    await kees.say(STORY)
    await kees.say('versturen')
    await sanne.say(DANGER)
    await house.settle()
    await rounds(4, 1)
    expect((await ready()).status).toBe(503)
    await rounds(12, 30)
    expect(await ready()).toMatchObject({ status: 503 })
    expect((await chatOf(house, sanne)).effects.filter((e) => e.kind === 'alarm' && e.deadLetter)).toEqual([])
    connector.faults.clear()
    const before = connector.requests.length
    await rounds(8)
    expect(alarmsOf(house, channel).length).toBeGreaterThan(0)
    expect(alarmsOf(house, marieke).length).toBeGreaterThan(0)
    expect(bells(channel)).toHaveLength(1)
    expect(said(house, kees).join('\n')).toMatch(/S-\d{4}-\d{4}/)
    const posts = connector.requests
      .slice(before)
      .filter((each) => calls.create(each) && each.text.includes(channel))
    expect(posts[0]?.text).toContain('gevaar')
    expect((await ready()).wrong).toEqual([])
  },
  120_000,
)

test('K7: given up, the bot restarted meanwhile, and no other traffic: it is found out that it works, and sent', async () => {
  const { connector, sanne, channel } = house
  await sanne.say('hallo')
  connector.faults.next(ALWAYS, calls.any, token)
  await sanne.say(STORY)
  await sanne.say('versturen')
  await house.settle()
  await rounds(20, 31)
  await house.restart()
  connector.faults.clear()
  await rounds(2)
  expect(bells(channel)).toHaveLength(1)
  expect(said(house, sanne).join('\n')).toMatch(/S-\d{4}-\d{4}/)
}, 60_000)

test('K6: the region moved: what is configured and stored is tried where activities come from, after a restart too', async () => {
  const { connector, sanne, marieke, channel } = house
  const it = await report(house, sanne, STORY)
  const old = (each: Ask) => each.segments[0] === 'emea'
  const moved = (url: string) => url.replace('/emea/', '/eudb/')
  connector.faults.next(ALWAYS, old, answer(400, 'BadArgument'))
  const event = { type: 'message', text: 'hallo', serviceUrl: moved(connector.serviceUrl), id: 'moved-1' }
  await connector.tell(house.kees, house.kees, event)
  await rounds(1, 1)
  await house.restart()
  await ask(house, it)
  await house.settle()
  expect(asked(house)).toHaveLength(1)
  await report(house, house.nadia, 'In de kelder slapen kinderen.').catch(() => undefined)
  await connector.tell(sanne, sanne, { ...event, id: 'moved-2', text: DANGER })
  await house.settle()
  await rounds(2, 1)
  expect(alarmsOf(house, channel).length).toBeGreaterThan(0)
  expect(alarmsOf(house, marieke).length).toBeGreaterThan(0)
  // The card that stood there was brought up to date by that address, not posted anew.
  const ofFirst = bells(channel).map((each) => connector.textOf(each))
  expect(ofFirst.filter((text) => text.includes(it.reference)).join()).toContain(
    'In behandeling bij Marieke Vonk',
  )
})

test('K6: only the reporter has moved: their own newest address comes first, the other when that refuses', async () => {
  const { connector, sanne } = house
  const it = await report(house, sanne, STORY)
  const event = { type: 'message', text: 'mijn meldingen', id: 'moved-own-1' }
  await connector.tell(sanne, sanne, { ...event, serviceUrl: connector.serviceUrl.replace('/emea/', '/fr/') })
  await house.settle()
  const toSanne = (from: number) =>
    connector.requests
      .slice(from)
      .filter(
        ({ path, method, text }) =>
          method === 'POST' && path.includes('/activities') && text.includes(QUESTION),
      )
      .map(({ segments }) => segments[0])
  const before = connector.requests.length
  await ask(house, it)
  await house.settle()
  expect(toSanne(before)).toEqual(['fr'])
  const second = connector.requests.length
  connector.faults.next(ALWAYS, (each) => each.segments[0] === 'fr', answer(403, 'Forbidden'))
  await ask(house, it)
  await house.settle()
  expect(toSanne(second)).toEqual(['fr', 'emea'])
})

test.each([401, 503])(
  'K5: Graph gives no token (%d) while nobody needs it: it shows, and ends when it does',
  async (status) => {
    const { graph, sanne } = house
    await sanne.say('hallo')
    const isToken = (each: Ask) => each.segments.at(-1) === 'token'
    graph.faults.next(ALWAYS, isToken, { kind: 'answer', reply: { status, body: {} } })
    await rounds(20, 6)
    expect((await ready()).wrong).toEqual([expect.stringMatching(/^graph:/)])
    graph.faults.clear()
    await rounds(3, 6)
    expect(await ready()).toMatchObject({ status: 200, wrong: [] })
  },
)

test('K5: that accounts can be read does not say that the rest of Graph works', async () => {
  const { graph, sanne } = house
  const it = await report(house, sanne, STORY)
  sanne.blocks()
  const reply = { status: 503, body: {} }
  graph.faults.next(ALWAYS, (each) => each.segments.includes('installedApps'), { kind: 'answer', reply })
  await ask(house, it)
  await rounds(12, 6)
  expect((await ready()).wrong).toContain('graph:away')
})

test('K6: an officer writes from another conversation: their own chat is there from then on', async () => {
  const { connector, marieke, sanne } = house
  const other = 'a:another-chat-of-marieke'
  await connector.tell(marieke, marieke, {
    type: 'message',
    text: 'werklijst',
    id: 'other-1',
    conversation: { id: other, conversationType: 'personal', tenantId: connector.tenantId },
  })
  await sanne.say(DANGER)
  await house.settle()
  expect(
    connector.requests.some(
      (each) => each.path.includes(encodeURIComponent(other)) || each.path.includes(other),
    ),
  ).toBe(true)
})

test('K6: a reporter writes from another conversation: draft, list and questions follow, and the answer of the officer', async () => {
  const { connector, sanne, kees } = house
  const it = await report(house, sanne, STORY)
  await sanne.say('Er staat ook een wit busje.')
  const other = 'a:another-chat-of-sanne'
  const from = (text: string, id: string) =>
    connector.tell(sanne, sanne, {
      type: 'message',
      text,
      id,
      conversation: { id: other, conversationType: 'personal', tenantId: connector.tenantId },
    })
  const sentThere = () =>
    connector.requests
      .filter(({ path }) => decodeURIComponent(path).includes(other))
      .map(({ text }) => text)
      .join('\n')
  await from('mijn meldingen', 'there-1')
  await house.settle()
  expect(sentThere()).toContain(it.reference)
  expect(sentThere()).toContain('wit busje')
  await ask(house, it)
  await house.settle()
  expect(sentThere()).toContain(QUESTION)
  // Somebody else has nothing of it, whatever conversation they write in.
  expect((await chatOf(house, kees).catch(() => undefined))?.sent ?? []).toEqual([])
  expect((await kept(house, it)).questions[0]?.arrivedAt).toBe(Instant.parse(house.clock.now()))
})
