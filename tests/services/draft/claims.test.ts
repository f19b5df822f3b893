/** Many people press Versturen at the same moment, and the store is slow: each of them sends, and nobody is sent away. */
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { MOST_WAIT_MS, References } from '../../../services/draft/referenceNumbers.ts'
import { instance, pressSend, records, someone, typed, words } from '../../kit/chats.ts'
import { MemoryDisk, MemoryStore } from '../../kit/memoryStore.ts'
import { town } from '../../kit/signals.ts'

/** More than the tries of one press: side by side the last of them would lose every time. */
const PEOPLE = Array.from({ length: 12 }, (_, n) => someone(`29:p${n}`))
/** Longer than a claim used to wait for the one before it. */
const SLOW_MS = 300

/** Each save takes so long, as on a machine that is busy with other things. */
class SlowStore extends MemoryStore {
  override async save(...given: Parameters<MemoryStore['save']>) {
    await pause(SLOW_MS)
    return super.save(...given)
  }
}

async function everybodyTyped(): Promise<MemoryDisk> {
  const disk = new MemoryDisk()
  for (const who of PEOPLE) await typed(new MemoryStore({ disk }), who, [words('Er klopt iets niet.')])
  return disk
}

describe('a slow store', () => {
  test('twelve people press at once: twelve signals, each with a number of its own', async () => {
    const disk = await everybodyTyped()
    const it = instance(new SlowStore({ disk }))
    const sent = await Promise.all(PEOPLE.map((who) => pressSend(it, who)))
    expect(sent.map(({ done }) => done)).toEqual(PEOPLE.map(() => 'sent'))
    const numbers = records(disk).map(({ reference }) => reference)
    expect(new Set(numbers).size).toBe(PEOPLE.length)
  })
})

test('an instance that loses a claim to another instance reads the counter again, and lists nothing', async () => {
  const disk = await everybodyTyped()
  const [first, second, third] = PEOPLE
  if (!first || !second || !third) throw new Error('There are twelve.')
  const store = new MemoryStore({ disk })
  const it = instance(store)
  await pressSend(it, first)
  store.meanwhile = async () => void (await pressSend(instance(new MemoryStore({ disk })), second))
  const before = { ...store.asked }
  expect((await pressSend(it, third)).done).toBe('sent')
  expect(store.asked.list - before.list).toBe(0)
  // The counter, and the chat before and after.
  expect(store.asked.read - before.read).toBe(3)
  expect(
    records(disk)
      .map(({ reference }) => reference)
      .toSorted(),
  ).toEqual(['S-2026-0001', 'S-2026-0002', 'S-2026-0003'])
})

test('behind a claim that hangs the others begin one after the other, not all at once', async () => {
  const references = new References(new MemoryStore())
  const begun: number[] = []
  const { promise: hanging, resolve: free } = Promise.withResolvers<void>()
  const start = performance.now()
  const claims = [0, 1, 2].map((n) =>
    references.inTurn(town.id, async () => {
      begun[n] = performance.now() - start
      await hanging
    }),
  )
  while (begun.length < 3) await pause(20)
  free()
  await Promise.all(claims)
  // Timers may end a hair early; a slow machine only makes it later.
  expect(begun[1]).toBeGreaterThan(MOST_WAIT_MS - 20)
  expect(begun[2]).toBeGreaterThan(2 * (MOST_WAIT_MS - 20))
})
