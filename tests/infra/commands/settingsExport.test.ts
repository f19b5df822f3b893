/** What was changed in Teams is written as a file, and a start accepts it: nothing is lost by it, and nothing changes. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { settingsCommand } from '../../../infra/commands/settingsExport.ts'
import { Configured } from '../../../services/municipality/municipalities.ts'
import { press } from '../../journeys/officerSteps.ts'
import { keptOf, openSettings, startWatched, townOf, trailOf } from '../../journeys/settingsSteps.ts'
import type { House } from '../../kit/house.ts'

let house: House
const folder = mkdtempSync(join(tmpdir(), 'signaalpunt-settings-'))
const lines: string[] = []
const run = (...args: string[]) =>
  settingsCommand(
    args,
    () => house.config,
    (line) => void lines.push(line),
  )
beforeEach(async () => {
  lines.length = 0
  house = await startWatched()
})
afterEach(async () => {
  await house.stop()
  rmSync(folder, { recursive: true, force: true })
})

const away = async () => {
  const form = await press(house, house.marieke, await openSettings(house, house.marieke), 'Ik ben er niet')
  await press(house, house.marieke, form, 'Bewaar')
}

test('export, then start with it: the same holds, in the same version, and the trail has nothing new', async () => {
  await away()
  const before = townOf(house)
  expect(await run('export')).toBe(0)
  const file = Configured.parse(JSON.parse(lines.join('\n')))
  expect(file[0]?.leave).toEqual(before.leave)
  expect(lines.join('\n')).not.toContain('"version"')
  await house.bot.stop()
  const { dir, connector, clock } = house
  const again = await startWatched({
    dir,
    connector,
    clock,
    adjust: (config) => ({ ...config, municipalities: file }),
  })
  expect(townOf(again)).toEqual({ ...before, version: 2 })
  expect(await trailOf(again)).toHaveLength(1)
  expect((await keptOf(again))?.file.since).toBeUndefined()
  await again.stop()
  house = await startWatched()
})

test('a file that says something else does not hold, and it is told; with a way back it does, in the trail', async () => {
  await away()
  const { dir, connector, clock } = house
  const startWith = (fields: Record<string, unknown>) =>
    startWatched({
      dir,
      connector,
      clock,
      adjust: (config) => ({
        ...config,
        municipalities: Configured.parse(config.municipalities.map((each) => ({ ...each, ...fields }))),
      }),
    })
  await house.bot.stop()
  const left = await startWith({ phone: '088-000 00 55' })
  expect(townOf(left)).toMatchObject({ phone: '088-000 00 00', version: 2 })
  await left.bot.sweep()
  await left.settle()
  const said = left.connector.chat(left.marieke).map((shown) => left.connector.textOf(shown))
  expect(said.join('\n')).toContain('Het bestand van de beheerder is veranderd')
  await left.bot.stop()
  const back = await startWith({ phone: '088-000 00 55', settings: { fromFile: 'december' } })
  expect(townOf(back)).toMatchObject({ phone: '088-000 00 55', version: 3 })
  expect(townOf(back).leave ?? []).toEqual([])
  expect((await trailOf(back)).map(({ what }) => what)).toEqual(['changed', 'fileLeft', 'file'])
  await back.stop()
  house = await startWatched()
})

test('it writes a file, and does nothing without its word', async () => {
  const to = join(folder, 'municipalities.json')
  expect(await run('export', `--to=${to}`)).toBe(0)
  expect(Configured.safeParse(JSON.parse(readFileSync(to, 'utf8'))).success).toBe(true)
  expect(await run()).toBe(2)
  expect(await run('import')).toBe(2)
  expect(lines.at(-1)).toContain('Nothing was done')
})
