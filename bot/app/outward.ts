/**
 * What an installation may not be told: to send to an address in the clear or outside Microsoft, to let anybody in, or to
 * serve a tenant that its app is not of. Asked of the environment, and of every configuration before it starts.
 */
import { type Allowed, mayGoTo, type Purpose } from '../../services/addresses.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import { allowedOf, type Config, ISSUER, isTokenless, type StoreConfig } from './config.ts'

/** An address by the name of its setting. */
export type Named = readonly [setting: string, address: string, purpose: Purpose]

/** What is said of an address that nothing is sent to. Never the address. */
export const NOT_MICROSOFT =
  'must be an https address of Microsoft for this, or its host must stand in ALLOWED_HOSTS (docs/production.md)'

export const addressProblems = (addresses: readonly Named[], allowed: Allowed): string[] =>
  addresses.flatMap(([setting, address, purpose]) =>
    mayGoTo(address, purpose, allowed) ? [] : [`${setting}: ${NOT_MICROSOFT}`],
  )

/** The channels of the municipalities, each with the name of its setting. */
export const channelsOf = (municipalities: readonly Municipality[]): Named[] =>
  municipalities.map(({ channel }, at) => [
    `municipalities.${at}.channel.serviceUrl`,
    channel.serviceUrl,
    'teams',
  ])

/** One app is of one tenant: since July 2025 no bot for several tenants can be registered any more. */
export const tenantProblems = (municipalities: readonly Municipality[], tenantId: string): string[] =>
  municipalities.flatMap(({ tenant }, at) =>
    tenant === tenantId.toLowerCase()
      ? []
      : [
          `municipalities.${at}.tenant: is not the tenant of the app (MICROSOFT_APP_TENANT_ID). No bot for several ` +
            'tenants can be registered any more: a municipality in another tenant needs an installation of its own',
        ],
  )

const endpointOf = (setting: string, store: StoreConfig): Named[] =>
  store.kind === 'cosmos' ? [[setting, store.endpoint, 'cosmos']] : []

/** Everything that something is sent to. */
function addressesOf({ credentials, graph, keys, municipalities, store, heads }: Config): Named[] {
  const issuer = credentials.kind === 'secret' ? (credentials.issuer ?? ISSUER) : undefined
  return [
    ...channelsOf(municipalities),
    ['GRAPH_BASE_URL', graph.baseUrl, 'graph'],
    ['the sign-in service', graph.authority, 'signIn'],
    ...(issuer ? [['the key list of the issuer', issuer.metadataUrl, 'signingKeys'] as const] : []),
    ...endpointOf('COSMOS_ENDPOINT', store),
    ...endpointOf('the second place of the audit trails', heads),
    ...(keys.kind === 'keyVault' ? [['KEY_VAULT_URL', keys.vaultUrl, 'keyVault'] as const] : []),
  ]
}

/** What is wrong with a whole configuration, wherever it came from. */
export function outwardProblems(config: Config): string[] {
  const { credentials, mode, municipalities } = config
  const problems = addressProblems(addressesOf(config), allowedOf(config))
  if (credentials.kind === 'secret') problems.push(...tenantProblems(municipalities, credentials.tenantId))
  else if (!isTokenless(config)) {
    problems.push('MICROSOFT_APP_ID: is missing; without it only local mode runs, and only on loopback')
  }
  if (config.playground && mode !== 'local') problems.push('the Playground is for local mode only')
  return problems
}

/** Distinct bytes that 32 drawn bytes have at the very least: fewer is less likely than once in 10^20. */
const LEAST_DISTINCT = 16
const LONGEST_PATTERN = 16

/**
 * Was this key drawn, as far as can be seen? One repeated byte, a short pattern that comes back, or bytes that count up
 * or down were typed: whoever guesses them opens who reported.
 * @param hex 64 hexadecimal digits.
 */
export function isDrawn(hex: string): boolean {
  const bytes = [...Buffer.from(hex, 'hex')]
  if (new Set(bytes).size < LEAST_DISTINCT) return false
  const steps = bytes.slice(1).map((byte, at) => (byte - (bytes[at] ?? 0) + 256) % 256)
  if (new Set(steps).size < LEAST_DISTINCT / 2) return false
  const comesBack = (length: number) => bytes.every((byte, at) => at < length || byte === bytes[at - length])
  return !Array.from({ length: LONGEST_PATTERN }, (_, at) => at + 1).some(comesBack)
}
