/**
 * May this person do this here, now? Asked on every click, of the configuration and of the channel itself; what a card
 * says is never believed (B1, E3).
 */

import { dayOf } from '../../services/routing/clocks.ts'
import { mayAct, onDuty } from '../../services/routing/municipality.ts'
import type { OfficerId } from '../../services/signal/words.ts'
import type { Parts } from '../parts.ts'
import type { Turn } from '../turn.ts'

export type Guarded =
  | { may: true; officer: OfficerId }
  | { may: false; why: 'notOfficer' | 'notMember' | 'wrongPlace' | 'away' }

/** The channel of the reporting point, or the officer's own chat; nowhere else. */
function rightPlace(turn: Turn): boolean {
  if (turn.where === 'personal') return true
  const channel = turn.place.conversation.split(';')[0]
  return turn.where === 'channel' && channel === turn.municipality.channel.channelId
}

/**
 * Checks tenant (by the turn), role, place, and that the person is a member of the private channel at this moment.
 * One request to Teams. When Teams cannot say, the answer is no, and the person is told that it is for now.
 */
export async function guard(parts: Parts, turn: Turn): Promise<Guarded> {
  if (!turn.officer) return { may: false, why: 'notOfficer' }
  if (!rightPlace(turn)) return { may: false, why: 'wrongPlace' }
  const { serviceUrl, channelId } = turn.municipality.channel
  const found = await parts.teams.isMember({ serviceUrl, conversation: channelId }, turn.member)
  if ('failed' in found) return { may: false, why: 'away' }
  return found.member ? { may: true, officer: turn.officer } : { may: false, why: 'notMember' }
}

/** Who is on duty, to say so to who is not. */
export const dutyNow = (parts: Parts, turn: Turn) =>
  onDuty(turn.municipality, dayOf(parts.now(), turn.municipality)).accountable

/** May this officer see the worklist: on duty now, or the officer. */
export const onDutyNow = (parts: Parts, turn: Turn, officer: OfficerId): boolean =>
  mayAct(turn.municipality, officer, dayOf(parts.now(), turn.municipality), undefined)
