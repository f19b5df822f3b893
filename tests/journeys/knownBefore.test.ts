/** Signals from before there was an index, and an index that lost something: both are in step again by themselves. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { storedSignal } from '../../services/signal/handle.ts'
import { type House, startHouse } from '../kit/house.ts'
import { town } from '../kit/signals.ts'
import { kept, report } from './officerSteps.ts'
import { type Reported, tenant } from './steps.ts'

let house: House
beforeEach(async () => {
  house = await startHouse()
})
afterEach(() => house.stop())

const HOUSE = 'In de woning aan de Kraanvogelstraat 14b slapen zes jonge mannen op matrassen.'
const AGAIN = 'Bij Kraanvogelstraat 14-B zagen we een slot aan de buitenkant van een deur.'

const index = () => {
  const { indexOf } = house.bot.app
  if (!indexOf) throw new Error('There is no index.')
  return indexOf(tenant(house))
}

/** As a version stored it that knew neither facts nor an index. */
async function asBefore(it: Reported): Promise<void> {
  const { facts: _facts, known: _known, ...record } = await kept(house, it)
  const read = await house.bot.app.store.read({ municipality: tenant(house), kind: 'signal', id: it.signal })
  const document = storedSignal({ ...record, effects: [] }, town)
  await house.bot.app.store.save([{ op: 'replace', document, etag: read?.etag ?? '' }])
  await index().remove(it.signal)
}

const sweeps = async (times: number) => {
  for (let n = 0; n < times; n += 1) {
    house.clock.advance({ minutes: 2 })
    await house.bot.sweep()
    await house.settle()
  }
}

test('what was stored before is looked up once, and then nothing is gone along any more', async () => {
  const first = await report(house, house.sanne, HOUSE)
  const second = await report(house, house.kees, AGAIN)
  await asBefore(first)
  await asBefore(second)
  await house.restart()
  await sweeps(4)
  expect((await kept(house, first)).known?.matches.map(({ reference }) => reference)).toEqual([
    second.reference,
  ])
  expect((await kept(house, second)).known?.matches.map(({ reference }) => reference)).toEqual([
    first.reference,
  ])
  const looks = async () =>
    (await kept(house, first)).audit.filter(({ what }) => what === 'recognised').length
  const before = await looks()
  await sweeps(3)
  expect(await looks()).toBe(before)
})

test('what the index lost is put back within a week, and what should not be there goes', async () => {
  const first = await report(house, house.sanne, HOUSE)
  await sweeps(4)
  const other = '00000000-0000-4000-8000-000000000123'
  await index().put(other, [
    {
      entity: {
        of: other,
        kind: 'bare',
        addresses: [],
        phones: ['0612345678'],
        ibans: [],
        plates: [],
        emails: [],
      },
      keys: ['x'],
    },
  ])
  await index().remove(first.signal)
  expect(await index().holds(first.signal)).toBe(false)
  house.clock.advance({ days: 8 })
  await sweeps(6)
  expect(await index().holds(first.signal)).toBe(true)
  expect(await index().holds(other)).toBe(false)
})
