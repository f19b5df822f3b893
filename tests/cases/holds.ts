/** Plays a case on a house of its own, and expects what it expects. */
import { expect } from '@jest/globals'
import { startHouse } from '../kit/house.ts'
import type { Case } from './case.ts'
import { play } from './play.ts'

export async function holds(one: Case): Promise<void> {
  const house = await startHouse()
  try {
    expect(await play(house, one)).toEqual([])
  } finally {
    await house.stop()
  }
}

/** A case with its name, for `test.each`. */
export const named = (one: Case) => [`${one.kind}: ${one.title} (${one.id})`, one] as const
