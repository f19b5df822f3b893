/** Two instances go along the list of what is to be destroyed at the same time: its officer is told of it once. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { RetentionRound } from '../../bot/jobs/retention.ts'
import { type StoredDocument, StoreUnavailable } from '../../services/store/port.ts'
import { type House, startHouse } from '../kit/house.ts'
import { MemoryDisk, MemoryStore } from '../kit/memoryStore.ts'
import { FORM, open, press, report } from './officerSteps.ts'
import { said } from './steps.ts'

let disk: MemoryDisk
let one: House
let other: House
let stores: { one: MemoryStore; other: MemoryStore }
beforeEach(async () => {
  disk = new MemoryDisk()
  stores = {
    one: new MemoryStore({ disk }),
    other: new MemoryStore({ disk }),
  }
  one = await startHouse({ instead: stores.one })
  other = await startHouse({ instead: stores.other, connector: one.connector, clock: one.clock })
  one.connector.bot(`${one.bot.url}/api/messages`)
})
afterEach(async () => {
  await other.stop()
  await one.stop()
})

const reminders = () => said(one, one.marieke).filter((text) => text.includes('bewaartermijn voorbij')).length
/** The walk has been along everything, and only has to tell of the list. */
const atItsEnd = ({ id, body }: StoredDocument): boolean =>
  id === 'job-walk' && JSON.stringify(body).includes('"after":""')
const settle = async () => {
  await one.settle()
  await other.settle()
}
/** A case whose term is over, and a clock that is calm. */
async function over(): Promise<void> {
  const reported = await report(one, one.sanne, 'Dit blijft liggen op de lijst.')
  const asked = await press(one, one.marieke, await open(one, one.marieke, reported), 'Besluit nemen')
  const noAction = { outcome: 'noAction', safeReason: 'tooLittle', partners: '' }
  const decided = await press(one, one.marieke, asked, 'Verder', { ...FORM, ...noAction })
  await press(one, one.marieke, decided, 'Afsluiten')
  await one.bot.sweep()
  await other.bot.sweep()
  one.clock.advance({ days: 367 })
  await settle()
}

test('both at the same moment: one message', async () => {
  await over()
  const rounds = [one, other].map((house) => new RetentionRound(house.bot.app))
  await Promise.all(rounds.map((round) => round.step()))
  await settle()
  expect(reminders()).toBe(1)
})

test.each([1, 2, 3, 4, 5])(
  'the other goes along just before save %d of the first: one message',
  async (at) => {
    await over()
    const round = new RetentionRound(one.bot.app)
    const { save } = stores.one
    let saves = 0
    stores.one.save = async (ops) => {
      saves += 1
      if (saves === at) await new RetentionRound(other.bot.app).step()
      return save.call(stores.one, ops)
    }
    await round.step()
    stores.one.save = save
    await settle()
    expect(reminders()).toBe(1)
    // And not again while the week lasts.
    one.clock.advance({ days: 3 })
    for (const house of [one, other]) await new RetentionRound(house.bot.app).step()
    await settle()
    expect(reminders()).toBe(1)
  },
)

test('the one that began fails: it goes on itself, and when it is gone the other does a day later', async () => {
  await over()
  const { save } = stores.one
  const failing = (ops: Parameters<typeof save>[0]) =>
    ops.some((op) => op.op === 'replace' && op.document.kind === 'signal' && begun())
      ? Promise.reject(new StoreUnavailable('unreachable'))
      : save.call(stores.one, ops)
  const begun = () => disk.all('counter').some(atItsEnd)
  stores.one.save = failing
  const round = new RetentionRound(one.bot.app)
  await round.step()
  await settle()
  expect([begun(), reminders()]).toEqual([true, 0])
  // At once the other leaves it alone.
  await new RetentionRound(other.bot.app).step()
  await settle()
  expect(reminders()).toBe(0)
  one.clock.advance({ days: 1 })
  await new RetentionRound(other.bot.app).step()
  await settle()
  expect(reminders()).toBe(1)
})

test('the store comes back: the one that began tells of it in its next step', async () => {
  await over()
  const { save } = stores.one
  let fails = false
  stores.one.save = (ops) => {
    const failed = fails
    fails ||= ops.some((op) => op.op !== 'delete' && atItsEnd(op.document))
    return failed ? Promise.reject(new StoreUnavailable('unreachable')) : save.call(stores.one, ops)
  }
  const round = new RetentionRound(one.bot.app)
  await round.step()
  expect(reminders()).toBe(0)
  stores.one.save = save
  await round.step()
  await settle()
  expect(reminders()).toBe(1)
})

test('what else the round does fails: the list does not wait for it', async () => {
  await over()
  const { list } = stores.one
  stores.one.list = (...asked) =>
    asked[1] === 'ledger'
      ? Promise.reject(new StoreUnavailable('unreachable'))
      : list.apply(stores.one, asked)
  await new RetentionRound(one.bot.app).step()
  await settle()
  expect(reminders()).toBe(1)
})
