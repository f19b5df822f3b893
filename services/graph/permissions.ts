/**
 * Which application permissions of Graph an installation needs, from what is configured, and what a token says that it
 * has. What stands in Exchange (mail, calendars) is given there for one mailbox, and never in Entra for all of them.
 */
import { z } from 'zod'
import type { Municipality } from '../municipality/municipality.ts'
import { json } from './clientToken.ts'

const ALWAYS = [
  'AppCatalog.Read.All',
  'TeamsActivity.Send',
  'TeamsAppInstallation.ReadWriteSelfForUser.All',
  'User.Read.All',
] as const

/** Those that must stand in the token, sorted. */
export function neededPermissions(
  municipalities: readonly Pick<Municipality, 'group' | 'pilot'>[],
): string[] {
  const asks = municipalities.some(({ group, pilot }) => group !== undefined || pilot !== undefined)
  const groups = asks ? ['GroupMember.Read.All'] : []
  return [...ALWAYS, ...groups].sort()
}

const Claims = z.object({ roles: z.array(z.string().max(120)).max(200).default([]) })

/**
 * The permissions that stand in a token of our own, which is read and not believed: it is Graph that checks it. undefined:
 * it cannot be read (Microsoft promises no form of it).
 */
export function permissionsIn(token: string): string[] | undefined {
  const [, payload, signature] = token.split('.')
  if (payload === undefined || signature === undefined) return undefined
  const claims = Claims.safeParse(json(Buffer.from(payload, 'base64url').toString('utf8')))
  return claims.success ? claims.data.roles : undefined
}

/** What is missing, and what is there and is not needed. */
export function comparePermissions(
  needed: readonly string[],
  found: readonly string[],
): { missing: string[]; tooMany: string[] } {
  return {
    missing: needed.filter((name) => !found.includes(name)),
    tooMany: found.filter((name) => !needed.includes(name)).sort(),
  }
}
