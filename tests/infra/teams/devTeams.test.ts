/** `npm run dev:teams`: what is missing is said with the commands for it, and what is there comes to a configuration. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { productionConfig } from '../../../bot/app/environment.ts'
import { developmentConfig, planOf, readSettings } from '../../../infra/teams/development.ts'
import { devTeams } from '../../../infra/teams/devTeams.ts'

const id = (at: number) => `1f2e3d4c-5b6a-4978-8695-a4b3c2d1e0f${at}`
const WHOLE = {
  TENANT_ID: id(1),
  CLIENT_ID: id(2),
  CLIENT_SECRET: 'GEHEIM-van-de-app',
  CLIENT_SECRET_EXPIRES: '2027-05-31',
  TEAMS_APP_ID: id(3),
  TUNNEL_URL: 'https://signaalpunt-3978.euw.devtunnels.ms',
  DEV_TEAM_ID: '19:team@thread.tacv2',
  DEV_CHANNEL_ID: '19:kanaal@thread.tacv2',
  DEV_OFFICER: id(4),
  DEV_DEPUTY: id(5),
  DEV_SECOND: id(6),
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'signaalpunt-teams-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the example names every setting, and nothing of it is filled in', () => {
  const example = parseEnv(readFileSync('.env.example', 'utf8'))
  expect(Object.keys(example).sort()).toEqual(Object.keys(WHOLE).sort())
  expect(new Set(Object.values(example))).toEqual(new Set(['']))
})

test('the plan has the commands of Microsoft, the links for consent, and what is left; never a secret', () => {
  const nothing = planOf({}).join('\n')
  expect(nothing).toContain('devtunnel host signaalpunt')
  expect(nothing).toContain('(needs TUNNEL_URL)')
  const { DEV_SECOND: _second, ...most } = WHOLE
  const plan = planOf(most).join('\n')
  expect(plan).toContain(
    `app create --name signaalpunt --endpoint ${WHOLE.TUNNEL_URL}/api/messages --env .env.teams`,
  )
  expect(plan).toContain(`https://login.microsoftonline.com/${id(1)}/adminconsent?client_id=${id(2)}`)
  expect(plan).toContain('TeamsAppInstallation.ReadWriteSelfForUser.All')
  expect(plan).toContain('(needs DEV_SECOND)')
  expect(plan).not.toContain('GEHEIM')
  expect(readSettings({ ...WHOLE, DEV_OFFICER: 'marieke' })).toEqual({ missing: ['DEV_OFFICER'] })
})

test('it does not start while something is missing, and says what', async () => {
  const file = join(folder, '.env.teams')
  writeFileSync(file, `TENANT_ID=${id(1)}\nCLIENT_SECRET=GEHEIM-van-de-app\n`)
  const lines: string[] = []
  const asked = { plan: false, env: file, folder }
  expect(await devTeams(asked, (line) => void lines.push(line))).toBe(2)
  expect(lines.at(-1)).toContain('CLIENT_ID')
  expect(lines.at(-1)).not.toContain('TENANT_ID')
  expect(lines.join()).not.toContain('GEHEIM')
})

test('what is there comes to the configuration of production, with a first run; production itself refuses it', () => {
  const settings = readSettings(WHOLE)
  if ('missing' in settings) throw new Error('Something is missing.')
  const config = developmentConfig(settings, folder)
  expect(config).toMatchObject({ mode: 'production', surface: 'dialog', pages: { url: WHOLE.TUNNEL_URL } })
  const [town] = config.municipalities
  expect(town?.firstRun).toEqual({ claim: [id(4)], confirm: [id(6)] })
  expect(town?.officers.map((one) => String(one.id))).toEqual([id(4), id(5)])
  expect(statSync(join(folder, 'vault.key')).mode & 0o777).toBe(0o600)
  // The key stays: with another one nothing would open.
  expect(developmentConfig(settings, folder).vaultKey).toEqual(config.vaultKey)
  const file = join(folder, 'municipalities.json')
  expect(() => productionConfig({ MUNICIPALITIES_FILE: file })).toThrow('municipalities.0.phone: is invented')
})
