/** The sweep on its timer: what hangs keeps no alarm waiting, and a stop is quick. */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { NOW } from '../../kit/signals.ts'
import { gate, here, type SweepWorld, sweepWorld } from './world.ts'

let world: SweepWorld
const rung = (of: typeof here) => world.posted.filter((where) => where === of.channel.channelId).length

beforeEach(() => {
  world = sweepWorld()
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'performance', 'Date'] })
})
afterEach(() => void jest.useRealTimers())
const tick = (ms: number) => jest.advanceTimersByTimeAsync(ms)
/** Until it is so: what waits for a turn of the real event loop gets that too. */
const ticking = async (is: () => boolean) => {
  while (!is()) {
    await tick(10)
    await new Promise((resolve) => setImmediate(resolve))
  }
}

test('an alarm that stands nowhere rings again while the look at the reporting point hangs', async () => {
  const hanging = gate()
  world.teams.look = () => hanging.waits
  world.teams.before = async () => ({ failed: 'away' })
  const sweeping = world.scheduler.keepOn(1_000)
  await tick(1_000)
  await world.app.courier.alarmDirectly(here)
  expect(world.posted).toEqual([])
  world.teams.before = async () => undefined
  world.pass(60_000)
  await tick(1_000)
  expect(rung(here)).toBe(1)
  hanging.open()
  await sweeping.stop()
})

test('a stop does not wait for a look that hangs, and begins nothing', async () => {
  const hanging = gate()
  let looks = 0
  world.teams.look = () => {
    looks += 1
    return hanging.waits
  }
  const sweeping = world.scheduler.keepOn(1_000)
  await tick(1_000)
  expect(looks).toBeGreaterThan(0)
  let stopped = false
  const stopping = sweeping.stop().then(() => {
    stopped = true
  })
  await world.signal(here)
  await tick(3_000)
  await stopping
  expect(stopped).toBe(true)
  await tick(10_000)
  expect(world.posted).toEqual([])
  hanging.open()
  await tick(0)
})

test('a stop lets what is being sent end, and begins nothing after it', async () => {
  const hanging = gate()
  let asked = 0
  world.teams.before = () => {
    asked += 1
    return hanging.waits
  }
  const [officer] = here.officers
  if (!officer) throw new Error('There is no officer.')
  const line = (nr: number) => ({
    id: `00000000-0000-4000-8000-00000000000${nr}`,
    at: NOW,
    attempts: 0,
    kind: 'tellOfficer' as const,
    officer: officer.id,
    notice: 'added' as const,
  })
  const { id } = await world.signal(here, (bell) => [bell, line(1), line(2)])
  const sweeping = world.scheduler.keepOn(1_000)
  await tick(1_000)
  // The doorbell, and the first of two lines that go one after the other.
  await ticking(() => asked === 2)
  let stopped = false
  void Promise.all([sweeping.stop(), world.app.courier.stop()]).then(() => {
    stopped = true
  })
  await tick(3_000)
  expect(stopped).toBe(false)
  hanging.open()
  await ticking(() => stopped)
  expect(asked).toBe(2)
  const left = await world.stands({ municipality: here.id, kind: 'signal', id })
  expect(left).toEqual([line(2)])
})
