/** What is known of a reporting point, over several instances on one store, and while that store is away. */

import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Outside } from '../../../bot/app/ports.ts'
import { Point } from '../../../bot/point/point.ts'
import type { Teams } from '../../../bot/teams/client.ts'
import { OfficerChats } from '../../../bot/teams/officerChats.ts'
import type { Graph } from '../../../services/graph/port.ts'
import { Municipalities } from '../../../services/municipality/municipalities.ts'
import { onDuty } from '../../../services/municipality/municipality.ts'
import { Point as PointDocument } from '../../../services/municipality/reportingPoint.ts'
import type { SendFailure } from '../../../services/outbox/sent.ts'
import { keys } from '../../kit/chats.ts'
import { testClock } from '../../kit/house.ts'
import { MemoryDisk, MemoryStore } from '../../kit/memoryStore.ts'
import { ELLEN, ids, JOOST, MARIEKE, TODAY, town } from '../../kit/signals.ts'

type World = {
  members: Set<string>
  channel: SendFailure['failed'] | 'there'
  gone: Set<string>
  chats: SendFailure['failed'] | 'there'
  told: string[]
  looks: number
}
let world: World
let disk: MemoryDisk
let clock = testClock()
beforeEach(() => {
  world = {
    members: new Set([MARIEKE, JOOST, ELLEN]),
    channel: 'there',
    gone: new Set(),
    chats: 'there',
    told: [],
    looks: 0,
  }
  disk = new MemoryDisk()
  clock = testClock()
})

const failure = (failed: SendFailure['failed']): SendFailure => ({ failed })

function teams(): Teams {
  const inChannel = async <T>(value: T) => {
    if (world.channel !== 'there') return failure(world.channel)
    return value
  }
  return {
    post: async (place) => {
      if (world.chats !== 'there') return failure(world.chats)
      world.told.push(place.conversation)
      return { ...place, activity: 'a' }
    },
    update: async () => ({ updated: true }),
    openChat: async (serviceUrl, _tenant, member) =>
      world.gone.has(member) ? failure('missing') : { serviceUrl, conversation: member },
    postInChannel: async (channel) =>
      inChannel({ ...channel, conversation: channel.channelId, activity: 'a' }),
    isMember: (_place, { id }) => inChannel({ member: world.members.has(id) }),
    membersOf: () => {
      world.looks += 1
      return inChannel({ members: new Set(world.members), whole: true })
    },
  }
}

const graph: Graph = {
  account: async (_m, person) =>
    world.gone.has(person.forGraph()) ? { failed: 'gone' } : { account: 'there' },
  makeReachable: async (_m, person) =>
    world.gone.has(person.forGraph()) ? { failed: 'gone' } : { failed: 'refused' },
  nudge: async () => ({ failed: 'refused' }),
}

/** One instance, with a store of its own on the same disk. */
function instance() {
  const store = new MemoryStore({ disk })
  const said: string[] = []
  const say = (event: string) => void said.push(event)
  const outside: Outside = {
    store,
    keys,
    teams: teams(),
    graph,
    log: { info: say, warn: say, error: say },
    now: clock.now,
    newId: ids(9),
    municipalities: new Municipalities([town]),
    surface: 'dialog',
    local: false,
    memberIdOf: (officer) => officer,
    answerWithin: 2_500,
  }
  const point = new Point(outside, new OfficerChats(outside))
  return { outside, store, point, said, knows: () => outside.municipalities.all()[0]?.point }
}
/** What is answered once is not believed: it is asked a few times, over minutes. */
async function surely(act: () => Promise<unknown>) {
  for (let times = 0; times < 3; times += 1) {
    await act()
    clock.advance({ minutes: 1 })
  }
  return act()
}
const stored = () => disk.all('channel').map(({ body }) => PointDocument.parse(body))

test('all is well: one look in five minutes, by one instance, and one small document', async () => {
  const [one, two] = [instance(), instance()]
  for (let minute = 0; minute < 11; minute += 1) {
    await Promise.all([one.point.round(town), two.point.round(town)])
    clock.advance({ minutes: 1 })
  }
  expect(world.looks).toBe(3)
  expect(stored()).toHaveLength(1)
  expect([one.knows(), two.knows()]).toEqual([undefined, undefined])
  expect(world.told).toEqual([])
})

test('what one instance finds the other knows in its next round, and each is told once', async () => {
  const [one, two] = [instance(), instance()]
  await one.point.round(town)
  world.channel = 'blocked'
  expect(await one.point.channelFailed(town)).toBe('gone')
  expect(one.knows()).toMatchObject({ channelGone: true })
  await two.point.load(town)
  expect(two.knows()).toMatchObject({ channelGone: true })
  await Promise.all([one.point.round(town), two.point.round(town)])
  await Promise.all([two.point.round(town), one.point.round(town)])
  expect(world.told.sort()).toEqual([JOOST, MARIEKE].sort())
  // Nobody's memory is behind: who looks the municipality up has it as it stands.
  expect(onDuty(two.outside.municipalities.all()[0] ?? town, TODAY).accountable.id).toBe(MARIEKE)
})

test('two find different things at the same moment: both stay', async () => {
  const [one, two] = [instance(), instance()]
  await one.point.round(town)
  await two.point.round(town)
  world.channel = 'missing'
  const left = () => two.point.officerIs(town, MARIEKE, 'left')
  await Promise.all([one.point.channelFailed(town), surely(left)])
  await one.point.load(town)
  await two.point.load(town)
  for (const it of [one, two]) {
    expect(it.knows()).toMatchObject({ channelGone: true, gone: [{ officer: MARIEKE, why: 'left' }] })
  }
  expect(
    stored()[0]
      ?.tell.map(({ news }) => news)
      .sort(),
  ).toEqual(['channelGone', 'channelGone', 'officerGone', 'officerGone'].sort())
})

test('in one instance, side by side: nothing that was learned is lost', async () => {
  const { point, knows } = instance()
  await point.round(town)
  await Promise.all([
    surely(() => point.officerIs(town, JOOST, 'left')),
    point.load(town),
    surely(() => point.officerIs(town, ELLEN, 'notMember')),
    point.load(town),
    point.channelFailed(town),
  ])
  const gone = [
    { officer: JOOST, why: 'left' },
    { officer: ELLEN, why: 'notMember' },
  ]
  expect(knows()?.gone).toEqual(gone)
  expect(stored()[0]?.gone).toMatchObject(gone)
})

test('the store is away: it is known at once all the same, and written as soon as it can be', async () => {
  const { point, store, knows, said } = instance()
  await point.round(town)
  world.channel = 'missing'
  store.fail('save', 'before')
  expect(await point.channelFailed(town)).toBe('gone')
  expect(knows()).toMatchObject({ channelGone: true })
  expect(stored()[0]?.channelGone).toBeUndefined()
  expect(said).toContain('point.unsaved')
  await point.round(town)
  expect(stored()[0]?.channelGone).toBeDefined()
})

test('the answer of a save is lost: the news is told once, and nothing is forgotten', async () => {
  const { point, store } = instance()
  await point.round(town)
  world.channel = 'missing'
  store.fail('save', 'after')
  await point.channelFailed(town)
  for (let minute = 0; minute < 5; minute += 1) {
    await point.round(town)
    clock.advance({ minutes: 1 })
  }
  expect(world.told.sort()).toEqual([JOOST, MARIEKE].sort())
  expect(stored()[0]?.tell).toEqual([])
})

test('a look takes in what happened before it began; many events cost two looks at most', async () => {
  const { point, knows } = instance()
  const first = point.look(town)
  world.gone.add(ELLEN)
  await Promise.all([first, point.look(town), point.look(town), point.look(town)])
  expect(world.looks).toBeLessThanOrEqual(2)
  await surely(() => point.look(town))
  expect(knows()?.gone).toEqual([{ officer: ELLEN, why: 'left' }])
})

test('what is kept cannot be read: thrown away, said, and found out again', async () => {
  const [one] = [instance()]
  await one.point.round(town)
  world.gone.add(ELLEN)
  await surely(() => one.point.look(town))
  disk.damage({ municipality: town.id, kind: 'channel', id: 'point' })
  const two = instance()
  for (let minute = 0; minute < 5; minute += 1) {
    await two.point.round(town)
    clock.advance({ minutes: 1 })
  }
  expect(two.said).toContain('record.unreadable')
  expect(two.knows()?.gone).toEqual([{ officer: ELLEN, why: 'left' }])
  expect(stored()[0]?.gone).toMatchObject([{ officer: ELLEN, why: 'left' }])
})

describe('news that cannot be delivered', () => {
  test('is tried again, less and less often, for a week: the log and /readyz still say it', async () => {
    const { point } = instance()
    await point.round(town)
    world.channel = 'missing'
    world.chats = 'away'
    await point.channelFailed(town)
    await point.round(town)
    expect(point.counts()).toMatchObject([{ channelGone: true, untold: 2 }])
    for (let round = 0; round < 40; round += 1) {
      clock.advance({ minutes: 31 })
      await point.round(town)
    }
    expect(point.counts()).toMatchObject([{ channelGone: true, untold: 2 }])
    clock.advance({ days: 7 })
    await point.round(town)
    expect(point.counts()).toMatchObject([{ channelGone: true, untold: 0 }])
    expect(world.told).toEqual([])
  })

  test('goes to the one who answers now, when that person is gone too', async () => {
    const { point } = instance()
    await point.round(town)
    world.channel = 'missing'
    await point.channelFailed(town)
    world.gone.add(MARIEKE)
    world.gone.add(JOOST)
    for (let minute = 0; minute < 6; minute += 1) {
      await point.round(town)
      clock.advance({ minutes: 1 })
    }
    expect(new Set(world.told)).toEqual(new Set([ELLEN]))
  })
})

test('somebody who cannot be written to is tried again without a word, and counts again when it works', async () => {
  const { point, knows } = instance()
  world.channel = 'missing'
  await surely(() => point.look(town))
  await point.officerIs(town, MARIEKE, 'chat')
  expect(knows()?.gone).toEqual([{ officer: MARIEKE, why: 'chat' }])
  await point.look(town)
  expect(knows()?.gone).toEqual([])
})
