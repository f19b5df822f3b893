/** A stop while people are at it, as a rolling update does: what was kept is there, is delivered once, and goes on. */
import { afterEach, expect, test } from '@jest/globals'
import type { Person } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import { cardWith, said } from './steps.ts'

let house: House
afterEach(() => house.stop())

const REFERENCE = /S-2026-\d{4}/

const reporters = (count: number): Person[] =>
  Array.from({ length: count }, (_, n) => {
    const id = `29:melder-${n}`
    const aadObjectId = `0a0a0a0a-0000-4000-8000-${String(n).padStart(12, '0')}`
    return house.connector.person({ id, aadObjectId, name: `Melder ${n}`, locale: 'nl-NL', installed: true })
  })

/** A click that nobody answers any more is no failure of this test: it is pressed again later. */
const press = (person: Person): Promise<unknown> =>
  person.click(cardWith(house, person, 'Versturen'), 'Versturen').catch(() => undefined)

test.each([0, 1, 6])('stopped after %d of 16 presses were answered', async (answered) => {
  house = await startHouse()
  const people = reporters(16)
  for (const [n, person] of people.entries()) await person.say(`Zaak ${n}: er klopt iets niet.`)
  let done = 0
  const { promise: enough, resolve } = Promise.withResolvers<void>()
  const pressing = people.map(async (person) => {
    await press(person)
    done += 1
    if (done >= answered) resolve()
  })
  if (answered > 0) await enough
  await house.restart()
  await Promise.all(pressing)
  await house.bot.sweep()
  await house.settle()
  // Whoever saw nothing come of it presses again.
  for (const person of people) if (!REFERENCE.test(said(house, person).join())) await press(person)
  await house.settle()
  const receipts = people.map((person) => REFERENCE.exec(said(house, person).join())?.[0])
  const bells = said(house, house.channel).map((text) => REFERENCE.exec(text)?.[0])
  expect(receipts).not.toContain(undefined)
  expect(new Set(receipts).size).toBe(16)
  expect(bells.toSorted()).toEqual(receipts.toSorted())
  expect(house.bot.app.courier.tally.counts.possibleDuplicates).toBe(0)
})
