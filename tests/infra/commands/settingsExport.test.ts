/** What was changed in Teams is written as a file, and a start accepts it: nothing is lost by it, and nothing changes. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { settingsCommand } from '../../../infra/commands/settingsExport.ts'
import { Configured } from '../../../services/municipality/municipalities.ts'
import { press } from '../../journeys/officerSteps.ts'
import { heard, keptOf, openSettings, startWatched, townOf, trailOf } from '../../journeys/settingsSteps.ts'
import type { House } from '../../kit/house.ts'

let house: House
let folder: string
const lines: string[] = []
const run = (...args: string[]) =>
  settingsCommand(
    args,
    () => house.config,
    (line) => void lines.push(line),
  )
beforeEach(async () => {
  lines.length = 0
  folder = mkdtempSync(join(tmpdir(), 'signaalpunt-settings-'))
  house = await startWatched({ dir: folder })
})
afterEach(async () => {
  const { connector } = house
  await house.stop()
  await connector.stop().catch(() => undefined)
  rmSync(folder, { recursive: true, force: true })
})

/** The same store, connector and clock, started again with this file. */
async function startWith(municipalities: (of: House['config']['municipalities']) => unknown): Promise<void> {
  const { connector, clock } = house
  await house.bot.stop()
  await house.graph.stop()
  house = await startWatched({
    dir: folder,
    connector,
    clock,
    adjust: (config) => ({
      ...config,
      municipalities: Configured.parse(municipalities(config.municipalities)),
    }),
  })
}

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
  await startWith(() => file)
  expect(townOf(house)).toEqual({ ...before, version: 2 })
  expect(await trailOf(house)).toHaveLength(1)
  expect((await keptOf(house))?.file.since).toBeUndefined()
})

test('a file that says something else does not hold, and it is told; with a way back it does, in the trail', async () => {
  await away()
  const withFields = (fields: Record<string, unknown>) =>
    startWith((all) => all.map((each) => ({ ...each, ...fields })))
  await withFields({ phone: '088-000 00 55' })
  expect(townOf(house)).toMatchObject({ phone: '088-000 00 00', version: 2 })
  await house.bot.sweep()
  await house.settle()
  expect(heard(house, house.marieke)).toContain('Het bestand van de beheerder is veranderd')
  await withFields({ phone: '088-000 00 55', settings: { fromFile: 'december' } })
  expect(townOf(house)).toMatchObject({ phone: '088-000 00 55', version: 3 })
  expect(townOf(house).leave ?? []).toEqual([])
  expect((await trailOf(house)).map(({ what }) => what)).toEqual(['changed', 'fileLeft', 'file'])
})

test('it writes a file, and does nothing without its word', async () => {
  const to = join(folder, 'municipalities.json')
  expect(await run('export', `--to=${to}`)).toBe(0)
  expect(Configured.safeParse(JSON.parse(readFileSync(to, 'utf8'))).success).toBe(true)
  expect(await run()).toBe(2)
  expect(await run('import')).toBe(2)
  expect(lines.at(-1)).toContain('Nothing was done')
})
