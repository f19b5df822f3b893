/**
 * One look at a reporting point: is the channel there, who is in it, do the accounts exist. What is not answered is
 * unknown.
 */
import { type Municipality, type WhyGone, whyGone } from '../../services/municipality/municipality.ts'
import type { Seen } from '../../services/municipality/reportingPoint.ts'
import type { OfficerId } from '../../services/words.ts'
import type { Outside } from '../app/ports.ts'
import type { OfficerChats } from '../teams/officerChats.ts'

type Found = 'there' | WhyGone | 'unknown'

const placeOf = ({ channel }: Municipality) => ({
  serviceUrl: channel.serviceUrl,
  conversation: channel.channelId,
})

/** Who is in the channel. One request. */
export const membersOf = (outside: Outside, municipality: Municipality) =>
  outside.teams.membersOf(placeOf(municipality))

/** What an answer, or none, says of the channel. */
export function channelOf(
  found: { failed: string } | { members: unknown },
): Extract<Seen['channel'], 'there' | 'gone' | 'unknown'> {
  if (!('failed' in found)) return 'there'
  return found.failed === 'missing' || found.failed === 'blocked' ? 'gone' : 'unknown'
}

/** Looks. Requests: one to Teams, and one to Graph for each officer; more only where something is wrong. */
export async function lookAt(
  outside: Outside,
  chats: OfficerChats,
  municipality: Municipality,
): Promise<Seen> {
  const [found, ...accounts] = await Promise.all([
    membersOf(outside, municipality),
    ...municipality.officers.map(({ id }) => chats.account(municipality, id)),
  ])
  const members = 'failed' in found ? undefined : found.members
  const officers = new Map<OfficerId, Found>()
  for (const [at, { id }] of municipality.officers.entries()) {
    officers.set(id, await officerOf(outside, chats, municipality, id, accounts[at], members))
  }
  return { channel: channelOf(found), officers }
}

/** Milliseconds before what is said to be gone is looked at once more. */
const LOOK_AGAIN_MS = 300

const isGone = (found: Found | Seen['channel']): boolean =>
  found !== 'there' && found !== 'posted' && found !== 'unknown'

/**
 * Looks, and looks once more where something is gone, a moment later: what is said both times is sure enough for whoever
 * waits for it, at the start or when Teams tells of a change.
 */
export async function lookTwice(
  outside: Outside,
  chats: OfficerChats,
  municipality: Municipality,
): Promise<Seen> {
  const first = await lookAt(outside, chats, municipality)
  if (!isGone(first.channel) && ![...first.officers.values()].some(isGone)) return first
  await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
  return { ...(await lookAt(outside, chats, municipality)), sure: true }
}

async function officerOf(
  { teams, memberIdOf }: Outside,
  chats: OfficerChats,
  municipality: Municipality,
  officer: OfficerId,
  account: Awaited<ReturnType<OfficerChats['account']>>,
  members: ReadonlySet<string> | undefined,
): Promise<Found> {
  const known = whyGone(municipality, officer)
  if (account === 'gone' || account === 'disabled') return 'left'
  if (members && !members.has(officer) && !members.has(memberIdOf(officer))) {
    // The list may be a part, and may know somebody by another id: asked once more, of this one person.
    const person = { id: memberIdOf(officer), entra: officer }
    const asked = await teams.isMember(placeOf(municipality), person)
    if ('failed' in asked) return 'unknown'
    if (!asked.member) return 'notMember'
  }
  if (known === 'notMember') return members ? 'there' : 'unknown'
  if (known !== 'chat') return account === 'there' ? 'there' : 'unknown'
  const reached = await chats.reach(municipality, officer)
  return 'failed' in reached ? 'unknown' : 'there'
}
