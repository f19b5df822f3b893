/**
 * Looks at an installation from the inside and the outside, item by item. Safe while people report: it opens no signal,
 * changes nothing, and takes back at once what it posts. What cannot be asked is said to be not known, never to be good.
 */
import { allowedOf, type Config, ConfigurationError } from '../../bot/app/config.ts'
import { openLog } from '../../bot/app/log.ts'
import { wallClock } from '../../bot/app/ports.ts'
import { authenticationOf, openGraphs } from '../../bot/main.ts'
import { openTeams, type Teams } from '../../bot/teams/client.ts'
import { OneRequestAuthentication } from '../../bot/teams/connector.ts'
import { clientCredentials } from '../../services/graph/clientToken.ts'
import { REQUEST_MS } from '../../services/outbox/lease.ts'
import type { Instant } from '../../services/words.ts'
import { refused, taken } from './checks/configured.ts'
import { door } from './checks/door.ts'
import { catalogue, clock, secret, signIn } from './checks/entra.ts'
import { backup, indexes, kept } from './checks/kept.ts'
import { teamsOf } from './checks/teams.ts'
import { type Finding, ITEMS } from './finding.ts'
import type { Asked, Setting } from './setting.ts'
import type { Report } from './show.ts'

/** Teams as the bot has it, without the log: nothing of a run is written down elsewhere. */
function openTeamsOf(config: Config): Teams {
  const authentication = new OneRequestAuthentication(authenticationOf(config), allowedOf(config))
  const appId = config.credentials.kind === 'none' ? '' : config.credentials.appId
  return openTeams(authentication, appId, 'Signaalpunt', config.playground === true, openLog('silent'))
}

const inOrder = (findings: readonly Finding[]): Finding[] =>
  ITEMS.flatMap((item) => findings.filter((found) => found.item === item))

/** The whole examination. `config` throws ConfigurationError where it is refused: that is a finding too. */
export async function examine(
  config: () => Config,
  asked: Asked,
  now: () => Instant = wallClock,
): Promise<Report> {
  const at = now()
  let given: Config
  try {
    given = config()
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    return { at, findings: inOrder(refused(error.problems)) }
  }
  const { findings, municipalities } = await kept({ config: given, asked })
  const { authority, clientId, clientSecret, scope } = given.graph
  const tenantId = given.municipalities[0]?.tenant ?? ''
  const setting: Setting = {
    config: given,
    municipalities,
    graph: openGraphs(given),
    teams: openTeamsOf(given),
    token: clientCredentials({ authority, tenantId, clientId, clientSecret, scope, timeoutMs: REQUEST_MS }),
    now,
    asked: { ...asked, address: asked.address ?? given.pages?.url },
  }
  const looked = [
    ...taken(municipalities, new Date(at)),
    ...findings,
    ...(await indexes(given)),
    ...(await clock(setting)),
    ...(await signIn(setting)),
    ...secret(setting),
    ...(await catalogue(setting)),
    ...backup(setting),
    ...(await door(setting)),
  ]
  for (const municipality of municipalities) looked.push(...(await teamsOf(setting, municipality)))
  return { at, findings: inOrder(looked) }
}
