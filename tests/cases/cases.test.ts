/**
 * Inputs that failed once, each a file of `inputs/`. What Teams sends, refuses and forgets, as public reports of
 * comparable bots describe it; nobody who wrote the bot wrote these.
 */
import { expect, test } from '@jest/globals'
import { startHouse } from '../kit/house.ts'
import { type Case, casesIn } from './case.ts'
import { play } from './play.ts'

const cases = casesIn('inputs')

const run = async (one: Case): Promise<void> => {
  const house = await startHouse()
  try {
    expect(await play(house, one)).toEqual([])
  } finally {
    await house.stop()
  }
}

test.each(cases.map((one) => [`${one.kind}: ${one.title} (${one.id})`, one] as const))('%s', (_name, one) =>
  run(one),
)
