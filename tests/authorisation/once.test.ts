/** Permission is decided in one place, and asked of Teams once in a click: counted at the wire. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { projectFiles, read } from '../house/sources.ts'
import { calls } from '../kit/connector.ts'
import { OFFICER_VERBS } from './cell.ts'
import { actorOf, type Stage, setStage } from './stage.ts'
import { officerData } from './verbs.ts'

const LONG = 120_000
let stage: Stage
beforeAll(async () => {
  stage = await setStage(false, ['confidential'])
}, LONG)
afterAll(() => stage.house.stop(), LONG)

/** How often Teams was asked who is in the channel while this was done. */
async function askedDuring(act: () => Promise<unknown>): Promise<number> {
  const { connector, settle } = stage.house
  await settle()
  const before = connector.requests.length
  await act()
  await settle()
  return connector.requests.slice(before).filter(calls.members).length
}

test.each(['the channel', 'the own chat'])(
  'every button of the officer, in %s, asks once',
  async (where) => {
    const { marieke, channel, connector } = stage.house
    const { desk } = await actorOf(stage, marieke, where === 'the channel' ? channel : marieke)
    const found: Record<string, number> = {}
    for (const verb of OFFICER_VERBS) {
      const data = officerData(verb, stage.cases('confidential').inTriage)
      const value = { data, context: { theme: 'default' } }
      const invoke = { ...desk, type: 'invoke', name: 'task/submit', id: `f:${randomUUID()}`, value }
      found[verb] = await askedDuring(() => connector.send(invoke))
      stage.reset()
    }
    expect(found).toEqual(Object.fromEntries(OFFICER_VERBS.map((verb) => [verb, 1])))
  },
  LONG,
)

test.each([
  ['werklijst', true],
  ['werklijst', false],
  ['te vernietigen', true],
  ['te vernietigen', false],
  ['inzageverzoek', true],
])('the word %s asks once (in the channel: %s)', async (word, inChannel) => {
  const { marieke, channel } = stage.house
  expect(await askedDuring(() => marieke.say(word, inChannel ? { inChannel: channel } : {}))).toBe(1)
})

test('somebody who does not work there is refused without asking', async () => {
  const { nadia } = stage.house
  const { desk } = await actorOf(stage, nadia)
  const value = { data: { verb: 'worklist' }, context: { theme: 'default' } }
  const invoke = { ...desk, type: 'invoke', name: 'task/fetch', id: `f:${randomUUID()}`, value }
  expect(await askedDuring(() => stage.house.connector.send(invoke))).toBe(0)
})

test('nothing else in the rooms of the bot asks whether somebody is a member of the channel', () => {
  const asks = projectFiles()
    // `teams/` is the client itself: it hands a question on, to the address where the channel is now.
    .filter((path) => path.startsWith('bot/') && !path.startsWith('bot/teams/') && path.endsWith('.ts'))
    .filter((path) => /\.isMember\(/.test(read(path)))
  // The second looks whether the reporting point is as it is known to be, in no click.
  expect(asks.sort()).toEqual(['bot/officer/authorise.ts', 'bot/point/probe.ts'])
})
