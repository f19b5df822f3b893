/** The configuration of production, parsed once from the environment. One error names all that is missing or wrong. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { isHost } from '../../services/addresses.ts'
import { isGraphAddress, tokenFor } from '../../services/graph/address.ts'
import { fictionalIn } from '../../services/municipality/fictional.ts'
import { noOfficers } from '../../services/municipality/firstRun.ts'
import { openGates } from '../../services/municipality/goLive.ts'
import { Configured } from '../../services/municipality/municipalities.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import { Day } from '../../services/words.ts'
import { allowedOf, type Config, ConfigurationError, type KeysConfig, type StoreConfig } from './config.ts'
import { ANSWER_WITHIN } from './deadline.ts'
import { addressProblems, channelsOf, isDrawn, type Named, tenantProblems } from './outward.ts'
import { RATE } from './rateLimit.ts'
import { AuditSettings, auditProblems, indexProblem, placesProblem, secondPlace } from './settings/audit.ts'
import { PagesSettings, pagesOf, pagesProblems } from './settings/pages.ts'
import { UnderstandingSettings, understandingOf, understandingProblems } from './settings/understanding.ts'

const present = z.string().trim().min(1)
const digits = z
  .string()
  .regex(/^[0-9a-fA-F]{64}$/, { error: 'must be 64 hexadecimal digits (32 bytes)', abort: true })
const drawn = digits.refine(isDrawn, 'must be drawn, as by `openssl rand -hex 32`: a pattern can be guessed')
/** Hosts with commas between them; each is parsed strictly, for a token goes there. */
const hosts = z
  .string()
  .transform((list) => list.split(',').map((host) => host.trim()))
  .refine(
    (list) => list.every(isHost),
    'must be names of hosts with commas between them, such as host.example or *.part.host.example',
  )
const Environment = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(3978),
  MICROSOFT_APP_ID: z.guid('must be the application (client) id of the bot'),
  MICROSOFT_APP_PASSWORD: present,
  MICROSOFT_APP_PASSWORD_EXPIRES: z
    .string()
    .trim()
    .refine((text) => Day.safeParse(text).success, 'must be a day, as in 2027-05-31: when the secret ends')
    .transform((text) => Day.parse(text)),
  MICROSOFT_APP_TENANT_ID: z.guid('must be the tenant id of the bot'),
  TEAMS_APP_ID: z.guid('must be the id that stands in the manifest of the app'),
  MUNICIPALITIES_FILE: present,
  VAULT_KEY: drawn,
  SEALING_KEY: drawn.optional(),
  SEALING_KEY_OLD: digits.optional(),
  STORE: z.enum(['sqlite', 'cosmos']),
  SQLITE_PATH: present.optional(),
  COSMOS_ENDPOINT: z.url().optional(),
  COSMOS_KEY: present.optional(),
  COSMOS_DATABASE: present.default('signaalpunt'),
  COSMOS_CONTAINER: present.default('signalen'),
  COSMOS_INDEX_CONTAINER: present.default('herkenning'),
  ...AuditSettings.shape,
  ...UnderstandingSettings.shape,
  ...PagesSettings.shape,
  KEY_VAULT_URL: z.url().optional(),
  KEY_VAULT_KEY: present.default('signaalpunt'),
  KEY_VAULT_NAMES_KEY: present.default('signaalpunt-names'),
  KEYS_FILE: present.optional(),
  NAMES_KEYS_FILE: present.optional(),
  GRAPH_BASE_URL: z
    .string()
    .refine(isGraphAddress, 'must be the address of Microsoft Graph, without a path')
    .default('https://graph.microsoft.com'),
  ALLOWED_HOSTS: hosts.optional(),
  READYZ_TOKEN: z.string().trim().min(24, 'must be at least 24 characters').optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})
type Environment = z.infer<typeof Environment>

const problemsOf = (what: string, error: z.ZodError): string[] =>
  error.issues.map((issue) => `${[what, ...issue.path].filter((p) => p !== '').join('.')}: ${issue.message}`)

/** Whether what is configured may be invented. */
type People = 'real' | 'invented'

const settingOf = (problem: string): string => problem.split(':')[0] ?? ''

function readMunicipalities(
  path: string,
  people: People,
): { found: Municipality[] } | { problems: string[] } {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return { problems: ['MUNICIPALITIES_FILE: cannot be read'] }
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { problems: ['MUNICIPALITIES_FILE: is not JSON'] }
  }
  const parsed = Configured.safeParse(json)
  if (!parsed.success) return { problems: problemsOf('municipalities', parsed.error) }
  const open = parsed.data.flatMap((m, at) =>
    openGates(m.goLive).map((gate) => `municipalities.${at}.${gate}`),
  )
  const claims = parsed.data.flatMap(({ firstRun, officers }, at) =>
    (firstRun ? noOfficers(firstRun, officers) : []).map(
      (nth) =>
        `municipalities.${at}.firstRun.claim.${nth}: is no officer (role "officer") of this municipality`,
    ),
  )
  const wrong = [...open, ...claims, ...(people === 'real' ? fictionalIn(parsed.data) : [])]
  return wrong.length > 0 ? { problems: wrong } : { found: parsed.data }
}

/** What the chosen store needs as well. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  sqlite: ['SQLITE_PATH'],
  // Several machines cannot share a file of keys.
  cosmos: ['COSMOS_ENDPOINT', 'COSMOS_KEY', 'KEY_VAULT_URL'],
}

function storeProblems(filled: Record<string, string | undefined>): string[] {
  const store = filled.STORE ?? ''
  const missing = (NEEDED[store] ?? []).filter((name) => filled[name] === undefined)
  const problems = missing.map((name) => `${name}: is needed with STORE=${store}`)
  if (store === 'sqlite' && filled.KEY_VAULT_URL === undefined && filled.KEYS_FILE === undefined) {
    problems.push(
      'KEYS_FILE: is needed with STORE=sqlite (or KEY_VAULT_URL, with the keys in Azure Key Vault)',
    )
  }
  if (filled.KEY_VAULT_URL !== undefined && filled.KEYS_FILE !== undefined) {
    problems.push('KEYS_FILE: cannot go with KEY_VAULT_URL: the keys are in one place')
  }
  if (filled.NAMES_KEYS_FILE !== undefined && filled.KEYS_FILE === undefined) {
    problems.push('NAMES_KEYS_FILE: goes with KEYS_FILE')
  }
  if (filled.NAMES_KEYS_FILE !== undefined && filled.NAMES_KEYS_FILE === filled.KEYS_FILE) {
    problems.push('NAMES_KEYS_FILE: must be another file than KEYS_FILE')
  }
  if (filled.SEALING_KEY_OLD !== undefined && filled.SEALING_KEY === undefined) {
    problems.push('SEALING_KEY_OLD: goes with SEALING_KEY')
  }
  const sealing = filled.SEALING_KEY?.toLowerCase()
  if (
    sealing !== undefined &&
    [filled.VAULT_KEY, filled.SEALING_KEY_OLD].some((key) => key?.toLowerCase() === sealing)
  ) {
    problems.push('SEALING_KEY: must be another key than VAULT_KEY and SEALING_KEY_OLD')
  }
  const { KEY_VAULT_KEY, KEY_VAULT_NAMES_KEY } = Environment.shape
  if (
    KEY_VAULT_KEY.safeParse(filled.KEY_VAULT_KEY).data ===
    KEY_VAULT_NAMES_KEY.safeParse(filled.KEY_VAULT_NAMES_KEY).data
  ) {
    problems.push('KEY_VAULT_NAMES_KEY: must be another key than KEY_VAULT_KEY, with a role of its own')
  }
  return problems
}

/** Addresses in the clear, or not of Microsoft, and municipalities of another tenant. */
function outwardProblems(
  filled: Record<string, string | undefined>,
  municipalities: readonly Municipality[],
): string[] {
  const settings = [
    ['GRAPH_BASE_URL', filled.GRAPH_BASE_URL, 'graph'],
    ['COSMOS_ENDPOINT', filled.COSMOS_ENDPOINT, 'cosmos'],
    ['COSMOS_AUDIT_ENDPOINT', filled.COSMOS_AUDIT_ENDPOINT, 'cosmos'],
    ['KEY_VAULT_URL', filled.KEY_VAULT_URL, 'keyVault'],
  ] as const
  const addresses = settings.flatMap(([name, address, purpose]): Named[] =>
    address === undefined ? [] : [[name, address, purpose]],
  )
  const tenant = filled.MICROSOFT_APP_TENANT_ID
  const parsed = hosts.safeParse(filled.ALLOWED_HOSTS ?? '')
  const allowed = allowedOf({ mode: 'production', hosts: parsed.data ?? [] })
  return [
    ...addressProblems([...addresses, ...channelsOf(municipalities)], allowed),
    ...(z.guid().safeParse(tenant).success ? tenantProblems(municipalities, tenant ?? '') : []),
  ]
}

function keysOf(env: Environment): KeysConfig | undefined {
  if (env.KEY_VAULT_URL) {
    return {
      kind: 'keyVault',
      vaultUrl: env.KEY_VAULT_URL,
      keyName: env.KEY_VAULT_KEY,
      namesKeyName: env.KEY_VAULT_NAMES_KEY,
    }
  }
  if (!env.KEYS_FILE) return undefined
  const namesPath = env.NAMES_KEYS_FILE
  return { kind: 'file', path: env.KEYS_FILE, ...(namesPath === undefined ? {} : { namesPath }) }
}

function placeOf(env: Environment): StoreConfig | undefined {
  if (env.STORE === 'sqlite') return env.SQLITE_PATH ? { kind: 'sqlite', path: env.SQLITE_PATH } : undefined
  if (!env.COSMOS_ENDPOINT || !env.COSMOS_KEY) return undefined
  return {
    kind: 'cosmos',
    endpoint: env.COSMOS_ENDPOINT,
    key: env.COSMOS_KEY,
    database: env.COSMOS_DATABASE,
    container: env.COSMOS_CONTAINER,
    index: env.COSMOS_INDEX_CONTAINER,
    create: false,
  }
}

function storeOf(env: Environment): { store: StoreConfig; heads: StoreConfig } | undefined {
  const store = placeOf(env)
  return store && { store, heads: secondPlace(env, store) }
}

/**
 * The configuration of a production installation. It does not start without credentials, without an officer and a
 * deputy, or without the referral for integrity reports: a signal would reach nobody.
 * @param people `invented`: for a development tenant, by a command of its own; no setting says so.
 * @throws ConfigurationError with every problem at once.
 */
export function productionConfig(
  environment: Record<string, string | undefined>,
  people: People = 'real',
): Config {
  const filled = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(filled)
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => {
        const name = issue.path.join('.')
        return filled[name] === undefined ? `${name}: is missing` : `${name}: ${issue.message}`
      })
  problems.push(
    ...storeProblems(filled),
    ...auditProblems(filled),
    ...understandingProblems(filled),
    ...pagesProblems(filled),
  )
  const path = filled.MUNICIPALITIES_FILE
  const municipalities = path === undefined ? undefined : readMunicipalities(path, people)
  if (municipalities && 'problems' in municipalities) problems.push(...municipalities.problems)
  const found = municipalities && 'found' in municipalities ? municipalities.found : []
  // Of what is no address at all it was said already.
  const said = new Set(problems.map(settingOf))
  problems.push(...outwardProblems(filled, found).filter((problem) => !said.has(settingOf(problem))))
  const stores = parsed.success ? storeOf(parsed.data) : undefined
  const same =
    stores && (placesProblem(stores.store, stores.heads) ?? indexProblem(stores.store, stores.heads))
  if (same) problems.push(same)
  const keys = parsed.success ? keysOf(parsed.data) : undefined
  const complete = stores && keys && problems.length === 0
  if (!parsed.success || !municipalities || 'problems' in municipalities || !complete) {
    throw new ConfigurationError(problems)
  }
  const env = parsed.data
  const understanding = understandingOf(env)
  const pages = pagesOf(env)
  return {
    mode: 'production',
    port: env.PORT,
    host: undefined,
    credentials: {
      kind: 'secret',
      appId: env.MICROSOFT_APP_ID,
      secret: env.MICROSOFT_APP_PASSWORD,
      ends: env.MICROSOFT_APP_PASSWORD_EXPIRES,
      tenantId: env.MICROSOFT_APP_TENANT_ID,
    },
    municipalities: municipalities.found,
    ...(env.ALLOWED_HOSTS ? { hosts: env.ALLOWED_HOSTS } : {}),
    vaultKey: Buffer.from(env.VAULT_KEY, 'hex'),
    sealingKeys: [env.SEALING_KEY, env.SEALING_KEY_OLD].flatMap((key) =>
      key === undefined ? [] : [Buffer.from(key, 'hex')],
    ),
    ...stores,
    keys,
    graph: {
      baseUrl: env.GRAPH_BASE_URL,
      ...tokenFor(env.GRAPH_BASE_URL),
      clientId: env.MICROSOFT_APP_ID,
      clientSecret: env.MICROSOFT_APP_PASSWORD,
      teamsAppId: env.TEAMS_APP_ID,
    },
    surface: 'dialog',
    logLevel: env.LOG_LEVEL,
    ...(understanding ? { understanding } : {}),
    ...(pages ? { pages } : {}),
    ...(env.READYZ_TOKEN ? { readyToken: env.READYZ_TOKEN } : {}),
    pace: RATE,
    answerWithin: ANSWER_WITHIN,
    sweepEvery: 5_000,
    oneInstance: { waitMs: 15_000 },
    askAtStart: true,
    catchUp: true,
    watchTrail: true,
    memberIdOf: (officer) => officer,
  }
}
