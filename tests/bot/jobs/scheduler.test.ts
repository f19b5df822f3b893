/** The sweep gives each municipality its own share, and is hindered by nothing that fails. */
import { beforeEach, describe, expect, test } from '@jest/globals'
import { holder, LEASE_MS, take } from '../../../services/outbox/lease.ts'
import { type DocumentKind, type Op, StoreUnavailable } from '../../../services/store/port.ts'
import { Instant } from '../../../services/words.ts'
import { someone, typed, words } from '../../kit/chats.ts'
import { later, NOW } from '../../kit/signals.ts'
import { gate, here, type SweepWorld, sweepWorld, there } from './world.ts'

let world: SweepWorld
beforeEach(() => {
  world = sweepWorld()
})

const many = async (count: number, make: (nr: number) => Promise<unknown>) => {
  for (let nr = 0; nr < count; nr += 1) await make(nr)
}
/** Waits for something that happens by itself. */
async function until(is: () => boolean): Promise<void> {
  while (!is()) await new Promise((resolve) => setTimeout(resolve, 1))
}
const rung = (of: typeof here) => world.posted.filter((where) => where === of.channel.channelId).length

describe('deliveries of one municipality hang', () => {
  let hanging: ReturnType<typeof gate>
  let waiting = 0
  beforeEach(async () => {
    hanging = gate()
    waiting = 0
    world.teams.before = async (where) => {
      if (where === here.channel.channelId) {
        waiting += 1
        await hanging.waits
      }
      return undefined
    }
    await many(130, () => world.signal(here))
  })

  test('as many as it has a share for; what is due in another goes out meanwhile', async () => {
    await world.signal(there)
    const sweeping = world.scheduler.sweep()
    await until(() => rung(there) === 1 && waiting === 100)
    void world.scheduler.sweep()
    hanging.open()
    await sweeping
    await world.scheduler.sweep()
    expect(rung(here)).toBe(130)
  })

  test('its own alarm does not wait for them', async () => {
    let rang = 0
    const { before } = world.teams
    const sweeping = world.scheduler.sweep()
    await until(() => waiting === 100)
    world.teams.before = async () => {
      rang += 1
      return undefined
    }
    await world.alarm(here)
    const again = world.scheduler.sweep()
    await until(() => rang === 1)
    world.teams.before = before
    hanging.open()
    await Promise.all([sweeping, again])
  })

  test('what an instance left that died is seen meanwhile, and taken as soon as there is room', async () => {
    const dead = holder('dead', '1')
    const left = await world.signal(here, (bell) => take([bell], dead, NOW))
    const key = { municipality: here.id, kind: 'signal' as const, id: left.id }
    const { list } = world.store
    let listed = 0
    world.store.list = async (...asked) => {
      const found = await list.apply(world.store, asked)
      if (asked[0] === here.id && asked[1] === 'signal' && 'dueBefore' in asked[2]) listed += 1
      return found
    }
    const sweeping = world.scheduler.sweep()
    await until(() => waiting === 100)
    expect(listed).toBe(1)
    world.pass(LEASE_MS)
    void world.scheduler.sweep()
    await until(() => listed === 2)
    // The second round has looked at everything, and had no room.
    await new Promise((resolve) => setImmediate(resolve))
    expect((await world.stands(key))[0]?.lease?.by).toBe(dead.by)
    hanging.open()
    await sweeping
    await world.scheduler.sweep()
    expect(await world.stands(key)).toEqual([])
  })
})

describe('the store refuses the work of one municipality', () => {
  /** A save of a signal of the first municipality. */
  const isHere = ([op]: readonly Op[]) => {
    const { municipality, kind } = op === undefined || op.op === 'delete' ? { ...op?.key } : op.document
    return kind === 'signal' && municipality === here.id
  }

  test('what was delivered in another is marked all the same, and at once', async () => {
    await world.signal(here)
    const other = await world.signal(there)
    const { store } = world
    const { saveMany } = store
    const refused = gate()
    const asked: string[] = []
    store.saveMany = async (groups) => {
      const mine = groups.some(isHere)
      asked.push(...new Set(groups.map((ops) => (isHere(ops) ? 'here' : 'there'))))
      if (mine) await refused.waits
      if (mine) throw new StoreUnavailable('refused')
      return saveMany.call(store, groups)
    }
    const sweeping = world.scheduler.sweep()
    const key = { municipality: there.id, kind: 'signal' as const, id: other.id }
    while ((await world.stands(key)).length > 0) await new Promise((resolve) => setTimeout(resolve, 1))
    expect(asked).toContain('here')
    expect(rung(there)).toBe(1)
    world.app.courier.saves.stop()
    refused.open()
    await sweeping
  })

  test('when it cannot be listed, or hangs, the round of another goes on', async () => {
    await world.signal(there)
    const { list } = world.store
    const hanging = gate()
    world.store.list = async (...asked) => {
      if (asked[0] === here.id && asked[1] === 'signal' && 'dueBefore' in asked[2]) await hanging.waits
      return list.apply(world.store, asked)
    }
    const sweeping = world.scheduler.sweep()
    await until(() => rung(there) === 1)
    await world.signal(there)
    // A next round of this one begins, though the other has not ended its first.
    const again = world.scheduler.sweep()
    await until(() => rung(there) === 2)
    hanging.open()
    await Promise.all([sweeping, again])
  })
})

describe('what fails in every round hides nothing', () => {
  const STUBBORN = 600

  test('what is left of signals and cannot be forgotten', async () => {
    await many(STUBBORN, () => world.ended(here))
    await world.signal(here)
    const { save } = world.store
    let refused = 0
    world.store.save = async (ops) => {
      if (ops.some(({ op }) => op === 'delete')) {
        refused += 1
        throw new StoreUnavailable('refused')
      }
      return save.call(world.store, ops)
    }
    await world.scheduler.sweep()
    expect(rung(here)).toBe(1)
    // Each has its turn, and goes when it can.
    for (let round = 0; refused < STUBBORN; round += 1) {
      expect(round).toBeLessThan(10)
      await world.scheduler.sweep()
    }
    world.store.save = save
    for (let round = 0; round < 8; round += 1) await world.scheduler.sweep()
    expect(world.disk.all('signal').filter(({ body }) => JSON.stringify(body).includes('"gone"'))).toEqual([])
  })

  test.each([
    ['signals that nobody can read', 'signal'],
    ['chats that nobody can read', 'chat'],
  ] as const)('%s', async (_name, kind: DocumentKind) => {
    const dueAt = Instant.parse('2000-01-01T00:00:00.000Z')
    await many(STUBBORN, (nr) =>
      world.keep({
        municipality: here.id,
        kind,
        id: `broken${nr}`,
        body: { schema: 1 },
        open: true,
        dueAt,
      }),
    )
    if (kind === 'chat') await world.alarm(here)
    else await world.signal(here)
    await world.scheduler.sweep()
    expect(rung(here)).toBe(1)
  })
})

test('drafts that are over and cannot be thrown away hide no alarm', async () => {
  const { store } = world
  await many(600, (nr) => typed(store, someone(`29:left-${nr}`), [words('Er brandt elke nacht licht.')]))
  // Due after all of them.
  await world.alarm(here, later(25 * 3_600_000))
  world.pass(25 * 3_600_000)
  const { save } = store
  let refused = 0
  store.save = async (ops) => {
    if (!ops.some(({ op }) => op === 'delete')) return save.call(store, ops)
    refused += 1
    throw new StoreUnavailable('refused')
  }
  await world.scheduler.sweep()
  expect(rung(here)).toBe(1)
  for (let round = 0; refused < 600; round += 1) {
    expect(round).toBeLessThan(8)
    await world.scheduler.sweep()
  }
  store.save = save
  for (let round = 0; round < 8; round += 1) await world.scheduler.sweep()
  expect(world.disk.all('chat').filter(({ open }) => open)).toEqual([])
})
