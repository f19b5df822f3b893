/**
 * A development tenant: what of it is missing, what Microsoft's own tools do for that, and the configuration that it comes
 * to. Its people may be invented, which nothing else than this may say.
 */
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Config } from '../../bot/app/config.ts'
import { productionConfig } from '../../bot/app/environment.ts'
import { isEntraId } from '../../services/addresses.ts'
import { neededPermissions } from '../../services/graph/permissions.ts'
import { Municipality } from '../../services/municipality/municipality.ts'
import { Day } from '../../services/words.ts'
import { localMunicipality } from '../local/municipality.ts'

/** Microsoft's command for apps in Teams, by the version that this was written for. */
const TEAMS_CLI = 'npx @microsoft/teams.cli@3.0.3'
export const PORT = 3978
const NAME = 'signaalpunt'
/** Where Teams is asked for a European tenant; what comes in says the rest. */
const SERVICE = 'https://smba.trafficmanager.net/emea/'

const guid = z.string().refine(isEntraId, 'is not a GUID')
const channel = z
  .string()
  .regex(/^19:[\w-]{1,200}@thread\.(?:tacv2|skype)$/, 'is not the id of a team or a channel')

const Settings = z.object({
  TENANT_ID: guid,
  CLIENT_ID: guid,
  CLIENT_SECRET: z.string().min(1),
  CLIENT_SECRET_EXPIRES: Day,
  TEAMS_APP_ID: guid,
  TUNNEL_URL: z.string().regex(/^https:\/\/[\w.-]{1,200}$/, 'is not https and a host without a path'),
  DEV_TEAM_ID: channel,
  DEV_CHANNEL_ID: channel,
  DEV_OFFICER: guid,
  DEV_DEPUTY: guid,
  DEV_SECOND: guid,
})
export type Settings = z.infer<typeof Settings>
type Name = keyof Settings

/** The settings, or the names of what is missing or wrong, never with a value. */
export function readSettings(
  given: Readonly<Record<string, string | undefined>>,
): Settings | { missing: Name[] } {
  const parsed = Settings.safeParse(given)
  if (parsed.success) return parsed.data
  const named = new Set(parsed.error.issues.map(({ path }) => String(path[0])))
  return { missing: Settings.keyof().options.filter((name) => named.has(name)) }
}

type Step = { what: string; needs: readonly Name[]; lines: readonly string[] }

/** What is done once, in this order; what a tool of Microsoft does is left to that tool. */
function steps(given: Readonly<Record<string, string | undefined>>): Step[] {
  const { TENANT_ID = '<TENANT_ID>', CLIENT_ID = '<CLIENT_ID>', TUNNEL_URL = '<TUNNEL_URL>' } = given
  return [
    {
      what: 'a tunnel that keeps its name (Microsoft dev tunnels; install the command devtunnel first)',
      needs: ['TUNNEL_URL'],
      lines: [
        'devtunnel user login',
        `devtunnel create ${NAME} --allow-anonymous`,
        `devtunnel port create ${NAME} -p ${PORT}`,
        `devtunnel host ${NAME}`,
      ],
    },
    {
      what: 'the app and the bot in the tenant (Teams Developer CLI)',
      needs: ['TENANT_ID', 'CLIENT_ID', 'CLIENT_SECRET', 'CLIENT_SECRET_EXPIRES', 'TEAMS_APP_ID'],
      lines: [
        `${TEAMS_CLI} login`,
        `${TEAMS_CLI} app create --name ${NAME} --endpoint ${TUNNEL_URL}/api/messages --env .env.teams`,
      ],
    },
    {
      what: 'the team, its channel, and three people of the tenant',
      needs: ['DEV_TEAM_ID', 'DEV_CHANNEL_ID', 'DEV_OFFICER', 'DEV_DEPUTY', 'DEV_SECOND'],
      lines: ['in Teams: Get link to channel; in Entra: the object id of each person'],
    },
    { what: 'the permissions, once', needs: [], lines: consentLines(TENANT_ID, CLIENT_ID) },
    {
      what: 'the package: upload it in Teams, and add the app to the team and the channel',
      needs: [],
      lines: ['npm run package'],
    },
  ]
}

/** Where an administrator adds the permissions and consents to them. */
export const consentLines = (tenant: string, client: string): string[] => [
  `add these application permissions of Microsoft Graph: ${neededPermissions([{}]).join(', ')}`,
  `https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/CallAnAPI/appId/${client}`,
  `then consent: https://login.microsoftonline.com/${tenant}/adminconsent?client_id=${client}`,
]

/** The plan as lines, with what of each step is there already. */
export function planOf(given: Readonly<Record<string, string | undefined>>): string[] {
  const read = readSettings(given)
  const missing: readonly Name[] = 'missing' in read ? read.missing : []
  return steps(given).flatMap(({ what, needs, lines }, at) => {
    const left = needs.filter((name) => missing.includes(name))
    const done =
      needs.length > 0 && left.length === 0 ? ' (done)' : left.length > 0 ? ` (needs ${left.join(', ')})` : ''
    return [`${at + 1}. ${what}${done}`, ...lines.map((line) => `     ${line}`)]
  })
}

/** A municipality of the tenant: invented, but for its ids. */
export function developmentMunicipality(it: Settings): Municipality {
  const local = localMunicipality(SERVICE)
  const ids = [it.DEV_OFFICER, it.DEV_DEPUTY]
  const officers = local.officers.slice(0, 2).map((one, at) => ({ ...one, id: ids[at] }))
  const settled = { by: 'development', on: '2026-01-01', where: 'nowhere: this is a development tenant' }
  const { onCall: _call, mailbox: _box, dpo: _fg, leave: _leave, ...rest } = local
  return Municipality.parse({
    ...rest,
    id: 'ontwikkelstad',
    name: 'Ontwikkelstad',
    tenant: it.TENANT_ID,
    channel: {
      name: local.channel.name,
      teamId: it.DEV_TEAM_ID,
      channelId: it.DEV_CHANNEL_ID,
      serviceUrl: SERVICE,
    },
    officers,
    rota: [],
    integrity: { ...local.integrity, id: it.DEV_SECOND },
    goLive: { privacyProtocol: settled, dpia: settled, fg: settled, archivist: settled },
    firstRun: { claim: [it.DEV_OFFICER], confirm: [it.DEV_SECOND] },
  })
}

/** A key of this machine, drawn once. */
function drawnOnce(path: string): string {
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600 })
  chmodSync(path, 0o600)
  return readFileSync(path, 'utf8').trim()
}

/** The configuration: as production has it, in a folder of its own. @throws ConfigurationError */
export function developmentConfig(it: Settings, dir: string): Config {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const file = join(dir, 'municipalities.json')
  writeFileSync(file, JSON.stringify([developmentMunicipality(it)], null, 2), { mode: 0o600 })
  return productionConfig(
    {
      PORT: String(PORT),
      MICROSOFT_APP_ID: it.CLIENT_ID,
      MICROSOFT_APP_PASSWORD: it.CLIENT_SECRET,
      MICROSOFT_APP_PASSWORD_EXPIRES: it.CLIENT_SECRET_EXPIRES,
      MICROSOFT_APP_TENANT_ID: it.TENANT_ID,
      TEAMS_APP_ID: it.TEAMS_APP_ID,
      MUNICIPALITIES_FILE: file,
      VAULT_KEY: drawnOnce(join(dir, 'vault.key')),
      STORE: 'sqlite',
      SQLITE_PATH: join(dir, 'signaalpunt.db'),
      KEYS_FILE: join(dir, 'keys.json'),
      PUBLIC_URL: it.TUNNEL_URL,
    },
    'invented',
  )
}
