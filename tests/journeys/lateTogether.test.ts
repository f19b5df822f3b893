/** Two instances on one Cosmos DB look at the same moment: of a term that passed everybody hears once. */
import { expect, test } from '@jest/globals'
import { type Clock, type House, testClock } from '../kit/house.ts'
import { useInstances } from './instances.ts'
import { kept, report } from './officerSteps.ts'
import { said } from './steps.ts'

/** Another instance on the same store and the same Teams. */
const instance = useInstances()

/** Both look at once; what Marieke and Joost hear. */
async function both(clock: Clock, one: House, other: House, hours: number): Promise<number[]> {
  const people = [one.marieke, one.joost]
  const before = people.map((person) => said(one, person).length)
  clock.advance({ hours })
  await Promise.all([one.bot.sweep(), other.bot.sweep()])
  await one.settle()
  await other.settle()
  return people.map((person, at) => said(one, person).length - (before[at] ?? 0))
}

test('each case is told once, to each in turn, however many instances look', async () => {
  const clock = testClock()
  const one = await instance(clock)
  const other = await instance(clock)
  const it = await report(one, one.sanne, 'Er slaapt iemand in de keuken.')
  expect(await both(clock, one, other, 47)).toEqual([1, 0])
  expect(await both(clock, one, other, 2)).toEqual([0, 0])
  expect(await both(clock, one, other, 23)).toEqual([0, 1])
  const record = await kept(one, it)
  expect(record.reminded).toMatchObject([
    { term: 'respond', to: one.marieke.aadObjectId },
    { term: 'respond', to: one.joost.aadObjectId },
  ])
  expect(record.audit.filter(({ what }) => what === 'remind')).toHaveLength(2)
})

test('of several cases each is marked once, and no person hears more often than there are instances', async () => {
  const clock = testClock()
  const one = await instance(clock)
  const other = await instance(clock)
  const all = []
  for (const words of [
    'Het eerste verhaal.',
    'Het tweede verhaal.',
    'Het derde verhaal.',
    'Het vierde verhaal.',
  ]) {
    all.push(await report(one, one.kees, words))
  }
  const [marieke] = await both(clock, one, other, 47)
  expect(marieke).toBeGreaterThan(0)
  expect(marieke).toBeLessThanOrEqual(2)
  for (const it of all) expect((await kept(one, it)).reminded).toHaveLength(1)
  expect(await both(clock, one, other, 1)).toEqual([0, 0])
})
