/**
 * May this person do things for this municipality, here, now: tenant, place, role, rota and membership. Decided here and
 * nowhere else, once in a click, of the configuration and of the channel itself; what a card says is never believed (B1,
 * E3). What came of it is handed on as a value. What may be done with one case is for the case to say (`decide`).
 */

import { type Municipality, officerOf, onDuty, whyGone } from '../../services/municipality/municipality.ts'
import { dayOf } from '../../services/municipality/workingTime.ts'
import { mayActOnAll } from '../../services/signal/deeds/may.ts'
import type { OfficerId } from '../../services/words.ts'
import type { App } from '../app/app.ts'
import type { Turn } from '../turn.ts'

/** What this person may do here, now. */
export type Permission = {
  readonly officer: OfficerId
  /** The turn, with the reporting point as it now stands. */
  readonly turn: Turn
  /** The channel is gone: nobody could be asked whether this person is in it. */
  readonly withoutChannel: boolean
  /** On duty now, or the officer: what is of the whole reporting point is theirs too. */
  readonly onDuty: boolean
  /** The head looks whether searching is done as it should, also off duty: that list names no file and nobody in one. */
  readonly oversees: boolean
}

export type Authorised =
  | ({ may: true } & Permission)
  | { may: false; why: 'notOfficer' | 'notMember' | 'wrongPlace' | 'away' }

/** The channel of the reporting point, or the officer's own chat; nowhere else. */
function rightPlace(turn: Turn): boolean {
  if (turn.where === 'personal') return true
  const channel = turn.place.conversation.split(';')[0]
  return turn.where === 'channel' && channel === turn.municipality.channel.channelId
}

/**
 * Checks the tenant (by the turn), role, place, and that the person is a member of the private channel at this
 * moment. One request to Teams, and a second only where the first says that there is no such channel. When Teams cannot
 * say, the answer is no, and the person is told that it is for now. When the channel is known to be gone there is
 * nobody to ask: role and rota decide, Graph says whether the account still works, and the audit trail says that it was
 * so. An officer who was put out of the channel before that stays out.
 */
export async function authorise(app: App, came: Turn): Promise<Authorised> {
  const turn = await asSettled(app, came)
  const { officer, municipality } = turn
  const { point } = app.courier
  if (!officer) return { may: false, why: 'notOfficer' }
  if (!rightPlace(turn)) return { may: false, why: 'wrongPlace' }
  const { serviceUrl, channelId } = municipality.channel
  // The role is that of the Entra id, so the one who is in the channel must have that id as well.
  const person = { id: turn.member, entra: officer }
  const found = await app.teams.isMember({ serviceUrl, conversation: channelId }, person)
  const passed = (withoutChannel: boolean): Authorised => {
    const now = app.municipalities.now(municipality)
    return {
      may: true,
      officer,
      turn: Object.freeze({ ...turn, municipality: now }),
      withoutChannel,
      onDuty: mayActOnAll(officer, { municipality: now, now: app.now() }),
      oversees: officerOf(now, officer)?.role === 'head',
    }
  }
  if (!('failed' in found)) {
    if (municipality.point) await point.channelAnswered(municipality)
    if (!found.member) return { may: false, why: 'notMember' }
    const known = whyGone(municipality, officer)
    // An officer who clicks in the channel does read; that an account works again is for Graph to say.
    const reads = known === 'left' ? (await accountWorks(app, turn, officer)) === true : known !== undefined
    if (reads) await point.officerIs(municipality, officer, 'there')
    return whyGone(app.municipalities.now(municipality), officer) === 'left'
      ? { may: false, why: 'notOfficer' }
      : passed(false)
  }
  if (found.failed !== 'missing' && found.failed !== 'blocked') return { may: false, why: 'away' }
  if ((await point.channelFailed(municipality)) !== 'gone') return { may: false, why: 'away' }
  const known = whyGone(app.municipalities.now(municipality), officer)
  if (known === 'notMember') return { may: false, why: 'notMember' }
  const works = await accountWorks(app, turn, officer)
  if (works === false || (works === undefined && known === 'left')) return { may: false, why: 'notOfficer' }
  if (known) await point.officerIs(municipality, officer, 'there')
  return passed(true)
}

/**
 * Is this officer in the channel now? For what comes by no turn: a press on a page of ours, after a press that was allowed.
 * One request to Teams; when it cannot say, only a channel that is known to be gone lets anybody pass.
 */
export async function isStillThere(
  app: App,
  municipality: Municipality,
  officer: OfficerId,
): Promise<boolean> {
  const { serviceUrl, channelId } = municipality.channel
  const person = { id: app.memberIdOf(officer), entra: officer }
  const found = await app.teams.isMember({ serviceUrl, conversation: channelId }, person)
  if ('failed' in found) return municipality.point?.channelGone === true
  return found.member
}

/**
 * Is this chat, as Teams itself says, the own chat of that account? For somebody outside the reporting point with one thing
 * to do in it: confirm, as the second of two. One request to Teams; when it cannot say, no.
 */
export async function isOwnChat(app: App, turn: Turn, entra: string): Promise<boolean> {
  if (turn.where !== 'personal') return false
  const found = await app.teams.isMember(turn.place, { id: turn.member, entra })
  return !('failed' in found) && found.member
}

/**
 * By the settings that hold, also where they could not be read at the start: until then nobody is let in by what the file
 * says, for somebody may have been taken out of it since. @throws StoreUnavailable
 */
async function asSettled(app: App, turn: Turn): Promise<Turn> {
  await app.settings.ready(turn.municipality)
  const municipality = app.municipalities.now(turn.municipality)
  const officer = turn.officer && officerOf(municipality, turn.officer)?.id
  return Object.freeze({ ...turn, municipality, officer })
}

/** Does the account still work? `undefined`: Graph cannot say now. */
async function accountWorks(app: App, turn: Turn, officer: OfficerId): Promise<boolean | undefined> {
  const account = await app.courier.chats.account(turn.municipality, officer)
  if (account === undefined) return undefined
  if (account === 'there') return true
  await app.courier.point.officerIs(turn.municipality, officer, 'left')
  return false
}

/** The officer on duty, to name to an officer who is not. */
export const dutyNow = (app: App, turn: Turn) =>
  onDuty(turn.municipality, dayOf(app.now(), turn.municipality)).accountable
