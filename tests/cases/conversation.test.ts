/**
 * What people say in a chat, by a second hand, who had not seen what reads it: written and frozen before the first run.
 */
import { expect, test } from '@jest/globals'
import { startHouse } from '../kit/house.ts'
import { type Case, casesIn } from './case.ts'
import { play } from './play.ts'

const run = async (one: Case): Promise<void> => {
  const house = await startHouse()
  try {
    expect(await play(house, one)).toEqual([])
  } finally {
    await house.stop()
  }
}

test.each(casesIn('conversation').map((one) => [`${one.kind}: ${one.title} (${one.id})`, one] as const))(
  '%s',
  (_name, one) => run(one),
)
