/**
 * Where Microsoft Graph is. Its client adds the version itself, so an address that holds one would be asked for
 * `/v1.0/v1.0/…`: whatever is configured is taken without it.
 */

/** The version that every call is of. */
export const VERSION = 'v1.0'

/** Is this an address of Graph: a host, and at most the version behind it? */
export function isGraphAddress(address: string): boolean {
  const url = URL.parse(address)
  if (!url || !/^https?:$/.test(url.protocol)) return false
  const bare = url.search === '' && url.hash === '' && url.username === '' && url.password === ''
  return bare && /^\/*(?:v1\.0\/*)?$/.test(url.pathname)
}

/** The address without version and slash: `https://graph.microsoft.com` of `https://graph.microsoft.com/v1.0/`. */
export function rootOf(address: string): string {
  return address
    .replace(/(?<!\/)\/+$/, '')
    .replace(/\/v1\.0$/, '')
    .replace(/(?<!\/)\/+$/, '')
}

/** Where the token for a cloud of a country of its own comes from; Microsoft: "National cloud deployments". */
const NATIONAL: Readonly<Record<string, string>> = {
  'graph.microsoft.us': 'https://login.microsoftonline.us',
  'dod-graph.microsoft.us': 'https://login.microsoftonline.us',
  'microsoftgraph.chinacloudapi.cn': 'https://login.partner.microsoftonline.cn',
}

/** Who gives the token for Graph at this address, and what the token is for. Elsewhere, as at a proxy: the public cloud. */
export function tokenFor(address: string): { authority: string; scope: string } {
  const host = URL.parse(address)?.hostname ?? ''
  const authority = NATIONAL[host]
  return authority === undefined
    ? { authority: 'https://login.microsoftonline.com', scope: 'https://graph.microsoft.com/.default' }
    : { authority, scope: `https://${host}/.default` }
}
