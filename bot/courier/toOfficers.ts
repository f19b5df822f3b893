/**
 * What goes to the reporting point: the doorbell and the alarm in its channel, the lines in its officers' own chats. When
 * the channel is gone the doorbell rings in those chats; when an officer is gone, their stand-in gets it (I.7).
 */

import { type Municipality, onDuty, whyGone } from '../../services/municipality/municipality.ts'
import { hearerOf } from '../../services/municipality/reportingPoint.ts'
import { dayOf } from '../../services/municipality/workingTime.ts'
import {
  type Effect,
  type EffectOf,
  type OwnBell,
  type Posted,
  pendingEffect,
} from '../../services/outbox/effect.ts'
import { wayOf } from '../../services/outbox/kinds.ts'
import { type DeliveryResult, fault, type Sent } from '../../services/outbox/result.ts'
import type { PostedActivity, SendFailure } from '../../services/outbox/sent.ts'
import type { SignalRecord, Tombstone } from '../../services/signal/record.ts'
import type { OfficerId } from '../../services/words.ts'
import type { Outside } from '../app/ports.ts'
import type { Point } from '../point/point.ts'
import type { Message } from '../teams/client.ts'
import type { OfficerChats } from '../teams/officerChats.ts'
import type { Deliver } from './recognition.ts'
import { updated } from './updating.ts'

/** The ways to the reporting point; and what another signal has pending is delivered. */
export type Reach = { chats: OfficerChats; point: Point; deliver: Deliver }

const posted = (sent: PostedActivity): Posted => ({
  serviceUrl: sent.serviceUrl,
  conversation: sent.conversation,
  activity: sent.activity,
})

/** Nobody at all could be reached: then the effect is never given up. */
const nobody = (effect: Effect): DeliveryResult => ({
  effect,
  ok: false,
  failed: 'away',
  final: false,
  lastResort: true,
})

const lineOf = (outside: Outside, municipality: Municipality): OfficerId[] => {
  const { accountable, behind } = onDuty(municipality, dayOf(outside.now(), municipality))
  return [accountable, ...behind].map(({ id }) => id)
}

/** Was this very thing refused before, for good as it seemed? */
const wasRefused = ({ attempts, way }: Effect): boolean => attempts > 0 && way === undefined

/**
 * A post in the channel was refused: does nobody read there? Asked of the channel at once; where its members can be
 * read all the same (an archived team, a moderated channel) after the second try. Until it works, the officers' own
 * chats ring.
 */
async function nobodyReads(
  { point }: Reach,
  municipality: Municipality,
  effect: Effect,
  failure: SendFailure,
): Promise<boolean> {
  if (failure.failed === 'away' || failure.failed === 'unknown' || failure.tooBig) return false
  const found = await point.channelFailed(municipality, failure, wasRefused(effect))
  return found === 'gone' || found === 'refuses'
}

type Told = (PostedActivity & { to: OfficerId }) | SendFailure | 'nobody'

/**
 * Posts in one officer's own chat: the first of these who can be reached, else the first of those on duty. An officer who
 * turns out to be gone is remembered as gone.
 */
async function postToOne(
  outside: Outside,
  { chats, point }: Reach,
  municipality: Municipality,
  wanted: readonly OfficerId[],
  message: Message,
): Promise<Told> {
  const tried = new Set<OfficerId>()
  for (;;) {
    const now = outside.municipalities.now(municipality)
    const line = [...wanted, ...lineOf(outside, now)]
    const to = line.find((id) => !tried.has(id) && (whyGone(now, id) ?? 'chat') === 'chat')
    if (to === undefined) return 'nobody'
    const sent = await chats.post(now, to, message, outside.teams)
    if (!('failed' in sent)) return { ...sent, to }
    if (sent.failed !== 'officerGone') return sent
    tried.add(to)
    await point.officerIs(now, to, sent.why)
  }
}

/** A line in an officer's own chat, or in that of their stand-in. */
export async function tellOfficer(
  outside: Outside,
  reach: Reach,
  municipality: Municipality,
  effect: EffectOf<'tellOfficer'>,
  message: Message,
): Promise<DeliveryResult> {
  const now = outside.municipalities.now(municipality)
  const to = hearerOf(now, effect.officer, dayOf(outside.now(), now))
  const sent = await postToOne(outside, reach, municipality, [to], message)
  if (sent === 'nobody') return nobody(effect)
  return 'failed' in sent ? fault(effect, sent, 'chats') : { effect, ok: true }
}

/** The alarm, at one of the places that danger rings. Where that place is gone it rings an officer not rung yet. */
export async function sendAlarm(
  outside: Outside,
  reach: Reach,
  municipality: Municipality,
  effect: EffectOf<'alarm'>,
  message: Message,
): Promise<DeliveryResult> {
  const way = wayOf(effect)
  const done = (sent: Sent): DeliveryResult =>
    'failed' in sent
      ? fault(effect, sent, way)
      : // That an officer raised it stays true, whatever the reporter says of danger later.
        { effect, ok: true, ...(effect.raised ? {} : { alarm: posted(sent) }) }
  let now = outside.municipalities.now(municipality)
  if (effect.to === 'channel') {
    if (!now.point?.channelGone) {
      const sent = await outside.teams.postInChannel(now.channel, now.tenant, message)
      if (!('failed' in sent)) await reach.point.posted(now)
      if (!('failed' in sent) || !(await nobodyReads(reach, now, effect, sent))) return done(sent)
      now = outside.municipalities.now(municipality)
    }
  } else if (!whyGone(now, effect.to)) {
    const sent = await reach.chats.post(now, effect.to, message, outside.teams)
    if (!('failed' in sent) || sent.failed !== 'officerGone') return done(sent)
    await reach.point.officerIs(now, effect.to, sent.why)
    now = outside.municipalities.now(municipality)
  }
  // The two officers who are rung anyhow come last: the others have not heard of it yet.
  const { point: _known, ...configured } = now
  const pair = lineOf(outside, configured).slice(0, 2)
  const others = lineOf(outside, now).filter((id) => !pair.includes(id))
  const sent = await postToOne(outside, reach, municipality, others, message)
  return sent === 'nobody' ? nobody(effect) : done(sent)
}

/** `standing`: the card that stands there could not be changed, which says nothing of posting. */
type Shown = { card: Posted; before?: Posted } | (SendFailure & { standing?: 'notThere' | 'refused' })

/** The card in the channel: mended where it stands, posted anew where it is not there any more (`before`). */
async function showInChannel(
  outside: Outside,
  { point }: Reach,
  municipality: Municipality,
  effect: Effect,
  standing: Posted | undefined,
  message: Message,
): Promise<Shown> {
  const { channel, tenant } = municipality
  const here = standing && !isOfOther(standing, channel.channelId)
  if (here) {
    const done = await updated(outside, effect, standing, message)
    if (done === 'updated') return { card: standing }
    if (done !== 'gone')
      return 'notYet' in done
        ? { ...done.notYet, standing: 'notThere' }
        : { ...done.failed, standing: 'refused' }
  }
  const sent = await outside.teams.postInChannel(channel, tenant, message)
  if ('failed' in sent) return sent
  await point.posted(municipality)
  return { card: posted(sent), ...(here ? { before: standing } : {}) }
}

/** A card that stands in another channel than the one that is configured now. */
function isOfOther({ conversation }: Posted, channelId: string): boolean {
  const [channel, thread] = conversation.split(';messageid=')
  return thread !== undefined && channel !== channelId
}

/** Attempts in a channel that takes nothing, about two minutes, after which the doorbell rings at home as well. */
const HOME_AFTER = 6

/** The doorbell, in the channel; while that is gone, in the own chats of the officer on duty and the next in line. */
export async function ringDoorbell(
  outside: Outside,
  reach: Reach,
  municipality: Municipality,
  record: SignalRecord,
  effect: Effect,
  message: { inChannel: Message; own: Message },
): Promise<DeliveryResult> {
  const shown = record.revision
  const before = await mendOwn(outside, effect, record, message.own)
  const own = before.length > 0 || record.ownBells ? { ownBells: before } : {}
  const now = outside.municipalities.now(municipality)
  if (now.point?.channelGone)
    return ringAtHome(outside, reach, municipality, record, effect, message.own, before)
  const sent = await showInChannel(outside, reach, now, effect, record.doorbell, message.inChannel)
  if ('card' in sent) {
    const retired =
      sent.before && pendingEffect({ kind: 'retireBell', posted: sent.before }, outside.newId(), effect.at)
    return {
      effect,
      ok: true,
      doorbell: { ...sent.card, shown },
      ...own,
      ...(retired ? { follows: retired } : {}),
    }
  }
  const { standing, ...failure } = sent
  if (standing && (failure.failed === 'missing' || failure.failed === 'blocked')) {
    // The card, or the whole channel?
    if ((await reach.point.channelFailed(now)) !== 'gone') {
      const missing = standing === 'notThere' ? { missing: true as const } : {}
      return { ...fault(effect, failure), ...missing, ...own }
    }
  } else if (!(await nobodyReads(reach, now, effect, failure))) {
    const failed = fault(effect, failure, 'channel')
    if (effect.attempts < HOME_AFTER) return { ...failed, ...own }
    // The channel takes nothing for a while: somebody must know, and it is tried in the channel still.
    const home = await ringAtHome(outside, reach, municipality, record, effect, message.own, before)
    return { ...failed, ...(home.ownBells ? { ownBells: home.ownBells } : own) }
  }
  return ringAtHome(outside, reach, municipality, record, effect, message.own, before)
}

/** Updates the doorbells in own chats. @returns those that still exist; one that Teams has not any more is forgotten */
export async function mendOwn(
  outside: Outside,
  effect: Effect,
  { ownBells = [] }: Pick<SignalRecord | Tombstone, 'ownBells'>,
  message: Message,
): Promise<OwnBell[]> {
  const mended = await Promise.all(
    ownBells.map(async (bell) => {
      const done = await updated(outside, effect, bell, message)
      const failed = typeof done === 'object' && 'failed' in done ? done.failed : undefined
      return done === 'gone' || failed?.failed === 'blocked' ? [] : [bell]
    }),
  )
  return mended.flat()
}

async function ringAtHome(
  outside: Outside,
  reach: Reach,
  municipality: Municipality,
  record: SignalRecord,
  effect: Effect,
  message: Message,
  before: readonly OwnBell[],
): Promise<DeliveryResult> {
  const bells = [...before]
  let failed: SendFailure | undefined
  const holders = record.takenBy ? [record.takenBy] : []
  const now = outside.municipalities.now(municipality)
  const line = lineOf(outside, now)
  // First the officer who has it, the one on duty and the next in line; the others only when those all fail.
  const first = new Set([...holders, ...line.slice(0, 2)])
  for (const wanted of new Set([...first, ...line])) {
    if (!first.has(wanted) && bells.length > 0) break
    const to = hearerOf(outside.municipalities.now(municipality), wanted, dayOf(outside.now(), now))
    if (bells.some((bell) => bell.to === to)) continue
    const sent = await postToOne(outside, reach, municipality, [to], message)
    if (sent === 'nobody') continue
    if ('failed' in sent) failed = sent
    else if (!bells.some((bell) => bell.to === sent.to)) bells.push({ ...posted(sent), to: sent.to })
  }
  if (bells.length > 0) return { effect, ok: true, ownBells: bells, shown: record.revision }
  return failed ? { ...fault(effect, failed, 'chats'), lastResort: true } : nobody(effect)
}
