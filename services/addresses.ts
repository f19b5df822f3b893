/**
 * Where anything may be sent, and where a token may be shown: https on the hosts of Microsoft that are named here, or
 * that an installation added to them; this machine itself in local mode. Asked where an address comes in, and once more
 * where something is sent: what was stored may be old, or may have been changed (docs/decisions/front-door.md).
 */

/** What an address is for: a token for one of these is not shown to another. */
export type Purpose = 'teams' | 'graph' | 'signIn' | 'signingKeys' | 'cosmos' | 'keyVault'

/** What an installation allows beside Microsoft's own hosts. */
export type Allowed = {
  /** Hosts that were added, each as `host.example` or, with everything below it, `*.host.example`. */
  readonly hosts: readonly string[]
  /** Plain http to this machine: local mode only. */
  readonly loopback: boolean
}

/**
 * Teams: as Microsoft's own Teams SDK has them for the public cloud ("Service URL validation"), and the connector of the
 * Bot Framework. Anybody can get a name below trafficmanager.net, so there whole names only.
 */
const MICROSOFT: Readonly<Record<Purpose, readonly string[]>> = {
  teams: [
    'smba.trafficmanager.net',
    'smba.onyx.prod.teams.trafficmanager.net',
    'smba.infra.gcc.teams.microsoft.com',
    '*.botframework.com',
  ],
  // With the clouds of a country of their own, and where each of these gives its tokens.
  graph: [
    'graph.microsoft.com',
    'graph.microsoft.us',
    'dod-graph.microsoft.us',
    'microsoftgraph.chinacloudapi.cn',
  ],
  signIn: ['login.microsoftonline.com', 'login.microsoftonline.us', 'login.partner.microsoftonline.cn'],
  signingKeys: ['login.botframework.com'],
  cosmos: ['*.documents.azure.com'],
  keyVault: ['*.vault.azure.net', '*.managedhsm.azure.net'],
}

/**
 * An address as the clients of Microsoft read it without a difference between them: no name or password, no backslash,
 * nothing behind the path, no escapes. Two readers of one text that find two hosts in it are how a token goes astray.
 */
const PLAIN = /^(https?):\/\/([a-z0-9.-]+|\[::1\])(?::(\d{1,5}))?((?:\/[\w.~-]+)*\/?)$/i
const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])
const DOTS = /(?:^|\/)\.{1,2}(?:\/|$)/

type Plain = { scheme: string; host: string; port: string | undefined; path: string }

function plain(address: string): Plain | undefined {
  const [, scheme = '', host = '', port, path = ''] = PLAIN.exec(address) ?? []
  if (host === '' || DOTS.test(path) || address.length > 500) return undefined
  return {
    scheme: scheme.toLowerCase(),
    host: host.toLowerCase(),
    port,
    path: path.replace(/(?<!\/)\/+$/, ''),
  }
}

const isOf = (host: string, pattern: string): boolean =>
  pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern

/** Does this name of a host mean this machine, whatever stands in its list of names? */
export const isLoopback = (host: string | undefined): boolean =>
  host !== undefined && (LOOPBACK.has(host) || host === '::1')

/** May something be sent to this address, or a token shown there, for this purpose? */
export function mayGoTo(address: string, purpose: Purpose, allowed: Allowed): boolean {
  const it = plain(address)
  if (!it) return false
  if (allowed.loopback && LOOPBACK.has(it.host)) return true
  if (it.scheme !== 'https' || (it.port !== undefined && it.port !== '443')) return false
  return [...MICROSOFT[purpose], ...allowed.hosts].some((pattern) => isOf(it.host, pattern))
}

/** Is it the same address? Case of the host, the usual port and a slash at the end make no difference. */
export function sameAddress(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)]
  return a !== undefined && b !== undefined && written(a) === written(b)
}

const written = ({ scheme, host, port, path }: Plain): string =>
  `${scheme}://${host}${port === (scheme === 'https' ? '443' : '80') || port === undefined ? '' : `:${port}`}${path}`

/** A name of a host, of at least two parts and no number; everything below it only from three parts on. */
const HOST = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/

/** Is this a host that can be added: `host.example`, or `*.part.host.example`? Never all of a domain that is sold. */
export function isHost(pattern: string): boolean {
  if (!pattern.startsWith('*.')) return HOST.test(pattern) && !LOOPBACK.has(pattern)
  const below = pattern.slice(2)
  return HOST.test(below) && below.split('.').length >= 3
}

/** Something was not sent: the address, or an id in it, is none that anything is sent to. Names neither. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused'
  constructor(what: 'address' | 'id') {
    super(`Nothing was sent: that ${what} is none that anything is sent to.`)
  }
}

/**
 * Ids of conversations, activities, people and apps as they go into the path of a call. What would make another path of
 * it (`.`, `..`, a slash, nothing at all) is refused, also where a client escapes it: the other side may take that back.
 */
const SEGMENT = /^(?!\.+$)[A-Za-z0-9_:@.;=+~,!$*()'-]{1,500}$/

/** Can this id stand in a path, as one part of it? */
export const isSegment = (id: string): boolean => SEGMENT.test(id)

/** The id, as it may stand in a path. @throws AddressRefused */
export function segment(id: string): string {
  if (!isSegment(id)) throw new AddressRefused('id')
  return id
}

/** A person as Teams names one (`29:…`, `8:orgid:…`), or by the Entra id. */
const PERSON = /^(?:\d{1,3}:)?(?:orgid:)?[A-Za-z0-9_-]{1,400}$/

/** Is this an id of a person in Teams' form? Nothing else is asked after. */
export const isPersonId = (id: string): boolean => PERSON.test(id)

const ENTRA = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Is this an id of a person, a group or a tenant as Entra makes them? */
export const isEntraId = (id: string): boolean => ENTRA.test(id)
