/** Privacy: who began to write something that was never kept is forgotten too, and the log says of it how many. */
import { afterEach, describe, expect, test } from '@jest/globals'
import { openLog } from '../../bot/app/log.ts'
import { type House, startHouse } from '../kit/house.ts'
import { MemoryStore } from '../kit/memoryStore.ts'
import { keptOf } from './codeSteps.ts'
import { recordOf, report, said } from './steps.ts'

let house: House
afterEach(() => house.stop())

/** Kees has a signal; of Sanne's first words a store without transactions kept only who she is. */
async function leftBehind() {
  const store = new MemoryStore({ transactions: false })
  // It outlives a restart.
  store.close = async () => undefined
  const lines: string[] = []
  house = await startHouse({
    instead: store,
    log: openLog('info', { write: (line) => void lines.push(line) }),
  })
  const { kees, sanne } = house
  const { signal } = await report(house, kees, 'Kanariewoord: er klopt iets niet.')
  const { vaultKey } = await recordOf(house, signal)
  store.fail('save', 1)
  await sanne.say('Kanariewoord: dit wordt niet bewaard.')
  expect(said(house, sanne).at(-1)).toContain('Ik kan het nu niet bewaren')
  const left = (await keptOf(house, 'vault')).map(({ id }) => id).filter((id) => id !== vaultKey)
  expect(left).toHaveLength(1)
  return { store, lines, vaultKey: vaultKey ?? '', left: left[0] ?? '' }
}

/** A day, in which what was caused goes out too. */
async function day(): Promise<void> {
  house.clock.advance({ days: 1 })
  await house.bot.sweep()
  await house.settle()
}

const vaults = async () => (await keptOf(house, 'vault')).map(({ id }) => id)

describe('privacy: what says who began to write', () => {
  test('and which nothing refers to is gone after two days, also with a restart in between; the log says how many', async () => {
    const { lines, vaultKey, left } = await leftBehind()
    await day()
    expect(await vaults()).toContain(left)
    await house.restart()
    await day()
    expect(await vaults()).toEqual([vaultKey])
    const [line, ...others] = lines.filter((each) => each.includes('vault.unreferred'))
    expect(others).toEqual([])
    expect(JSON.parse(line ?? '{}')).toMatchObject({ event: 'vault.unreferred', count: 1 })
    for (const name of [left, vaultKey, 'Kanarie', 'Sanne']) expect(lines.join()).not.toContain(name)
    // What is referred to serves still.
    expect(await keptOf(house, 'signal')).toHaveLength(1)
    await day()
    expect(await vaults()).toEqual([vaultKey])
  })

  test('stays while a signal does not open: it might be the one that refers to it', async () => {
    const { store, vaultKey, left } = await leftBehind()
    await day()
    const row = [...store.disk.rows.values()].find(({ key }) => key.kind === 'signal')
    if (!row) throw new Error('There is no signal.')
    const { body } = row
    row.body = JSON.stringify({ sealed: 1, key: { by: 'x', wrapped: 'x' }, data: 'x' })
    for (let days = 0; days < 3; days += 1) await day()
    expect((await vaults()).sort()).toEqual([left, vaultKey].sort())
    row.body = body
    for (let days = 0; days < 2; days += 1) await day()
    expect(await vaults()).toEqual([vaultKey])
  })
})
