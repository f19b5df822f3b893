/** What Entra and Graph say: are we let in, with which permissions, is the app in the catalogue, is the clock right. */
import { daysLeftOf } from '../../../bot/app/secret.ts'
import { NoToken } from '../../../services/graph/clientToken.ts'
import { comparePermissions, neededPermissions, permissionsIn } from '../../../services/graph/permissions.ts'
import { type Finding, fault, good } from '../finding.ts'
import type { Setting } from '../setting.ts'

/** Milliseconds that an answer is waited for. */
const ANSWER_MS = 10_000
/** More than this and tokens are refused before they end, and terms are counted wrong. */
const MOST_SKEW_MS = 60_000

/** Signs in as the bot does; with the permissions in the token. */
export async function signIn({
  token,
  municipalities,
}: Pick<Setting, 'token' | 'municipalities'>): Promise<Finding[]> {
  let bearer: string
  try {
    bearer = await token()
  } catch (error) {
    if (!(error instanceof NoToken)) throw error
    return [
      fault('signIn', error.failed === 'refused' ? 'signInRefused' : 'signInAway'),
      fault('permissions', 'permissionsUnread'),
    ]
  }
  const found = permissionsIn(bearer)
  if (!found) return [good('signIn'), fault('permissions', 'permissionsUnread')]
  const { missing, tooMany } = comparePermissions(neededPermissions(municipalities), found)
  const wrong = [
    ...missing.map((what) => fault('permissions', 'permissionMissing', { what })),
    ...tooMany.map((what) => fault('permissions', 'permissionTooMany', { what })),
  ]
  return [good('signIn'), ...(wrong.length > 0 ? wrong : [good('permissions')])]
}

/** Days before its end from which it is said that the secret expires, as in /readyz. */
const SAID_DAYS = 42

/** When the secret of the app ends; nothing where there is none, or nobody wrote its day down. */
export function secret({ config, municipalities, now }: Setting): Finding[] {
  const { credentials } = config
  const [one] = municipalities
  if (credentials.kind !== 'secret' || credentials.ends === undefined || !one) return []
  const left = daysLeftOf(credentials.ends, now(), one)
  if (left < 0) return [fault('secret', 'secretExpired')]
  return [left <= SAID_DAYS ? fault('secret', 'secretExpires', { what: credentials.ends }) : good('secret')]
}

/** Our clock against the date in an answer of the sign-in service, whatever that answer is. */
export async function clock({ config, now }: Pick<Setting, 'config' | 'now'>): Promise<Finding[]> {
  const [one] = config.municipalities
  const authority = config.graph.authority.replace(/(?<!\/)\/+$/, '')
  const url = `${authority}/${encodeURIComponent(one?.tenant ?? 'common')}/v2.0/.well-known/openid-configuration`
  try {
    const asked = Date.parse(now())
    const started = performance.now()
    const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(ANSWER_MS) })
    await answer.body?.cancel()
    const theirs = Date.parse(answer.headers.get('date') ?? '')
    if (Number.isNaN(theirs)) return [fault('clock', 'clockUnasked')]
    // Somewhere between asking and hearing they looked at theirs, which has whole seconds.
    const ours = asked + (performance.now() - started) / 2
    const seconds = Math.round(Math.abs(theirs - ours) / 1000)
    return [
      Math.abs(theirs - ours) > MOST_SKEW_MS
        ? fault('clock', 'clockOff', { what: `${seconds} s` })
        : good('clock'),
    ]
  } catch {
    return [fault('clock', 'clockUnasked')]
  }
}

/** Is the app in the organisation's catalogue? */
export async function catalogue({ graph, municipalities }: Setting): Promise<Finding[]> {
  const [one] = municipalities
  const found = one ? await graph.findApp?.(one.tenant) : undefined
  if (!found) return [fault('catalogue', 'catalogueAway')]
  if ('app' in found)
    return [found.app === 'found' ? good('catalogue') : fault('catalogue', 'catalogueAbsent')]
  // Without a token nobody was asked; that is said of the sign-in.
  if (found.failed === 'refused' && !found.token) return [fault('catalogue', 'catalogueRefused')]
  return [fault('catalogue', 'catalogueAway')]
}
