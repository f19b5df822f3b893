/**
 * What goes to the reporting point: the doorbell and the alarm in its channel, the lines in its officers' own chats. When
 * the channel is gone the doorbell rings in those chats; when an officer is gone, their stand-in gets it (I.7).
 */

import { type Municipality, onDuty, whyGone } from '../../services/municipality/municipality.ts'
import { hearerOf } from '../../services/municipality/reportingPoint.ts'
import { dayOf } from '../../services/municipality/workingTime.ts'
import type { Effect, EffectOf, OwnBell, Posted } from '../../services/outbox/effect.ts'
import { type DeliveryResult, fault, type Sent } from '../../services/outbox/result.ts'
import type { PostedActivity, SendFailure } from '../../services/outbox/sent.ts'
import type { SignalRecord, Tombstone } from '../../services/signal/record.ts'
import type { OfficerId } from '../../services/words.ts'
import type { Outside } from '../app/ports.ts'
import type { Point } from '../point/point.ts'
import type { Message } from '../teams/client.ts'
import type { OfficerChats } from '../teams/officerChats.ts'

/** The ways to the reporting point. */
export type Reach = { chats: OfficerChats; point: Point }

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

const isForGood = (failure: SendFailure): boolean =>
  failure.failed === 'blocked' || failure.failed === 'missing'

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
  return 'failed' in sent ? fault(effect, sent) : { effect, ok: true }
}

/** The alarm, at one of the places that danger rings. Where that place is gone it rings an officer not rung yet. */
export async function sendAlarm(
  outside: Outside,
  reach: Reach,
  municipality: Municipality,
  effect: EffectOf<'alarm'>,
  message: Message,
): Promise<DeliveryResult> {
  const done = (sent: Sent): DeliveryResult =>
    'failed' in sent ? fault(effect, sent) : { effect, ok: true, alarm: posted(sent) }
  let now = outside.municipalities.now(municipality)
  if (effect.to === 'channel') {
    if (!now.point?.channelGone) {
      const sent = await outside.teams.postInChannel(now.channel, now.tenant, message)
      if (!('failed' in sent) || !isForGood(sent)) return done(sent)
      if ((await reach.point.channelFailed(now)) !== 'gone') return done(sent)
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

/** The card in the channel: mended where it stands, posted anew where it is not known any more. */
async function showInChannel(
  outside: Outside,
  { channel, tenant }: Municipality,
  standing: Posted | undefined,
  message: Message,
): Promise<Posted | SendFailure> {
  if (standing && !isOfOther(standing, channel.channelId)) {
    const updated = await outside.teams.update(standing, message)
    if (!('failed' in updated)) return standing
    if (updated.failed !== 'missing') return updated
  }
  const sent = await outside.teams.postInChannel(channel, tenant, message)
  return 'failed' in sent ? sent : posted(sent)
}

/** A card that stands in another channel than the one that is configured now. */
function isOfOther({ conversation }: Posted, channelId: string): boolean {
  const [channel, thread] = conversation.split(';messageid=')
  return thread !== undefined && channel !== channelId
}

/** The doorbell, in the channel; while that is gone, in the own chats of the officer on duty and the next in line. */
export async function ringDoorbell(
  outside: Outside,
  reach: Reach,
  municipality: Municipality,
  record: SignalRecord,
  effect: Effect,
  message: Message,
): Promise<DeliveryResult> {
  const shown = record.revision
  const before = await mendOwn(outside, record, message)
  const own = before.length > 0 || record.ownBells ? { ownBells: before } : {}
  const now = outside.municipalities.now(municipality)
  if (!now.point?.channelGone) {
    const sent = await showInChannel(outside, now, record.doorbell, message)
    if (!('failed' in sent)) {
      // Only these fields: what else Teams answered is not kept in the record.
      const { serviceUrl, conversation, activity } = sent
      return { effect, ok: true, doorbell: { serviceUrl, conversation, activity, shown }, ...own }
    }
    if (!isForGood(sent) || (await reach.point.channelFailed(now)) !== 'gone') return fault(effect, sent)
  }
  return ringAtHome(outside, reach, municipality, record, effect, message, before)
}

/** Updates the doorbells in own chats. @returns those that still exist; one that Teams no longer has is forgotten */
export async function mendOwn(
  outside: Outside,
  { ownBells = [] }: Pick<SignalRecord | Tombstone, 'ownBells'>,
  message: Message,
): Promise<OwnBell[]> {
  const mended = await Promise.all(
    ownBells.map(async (bell) => {
      const updated = await outside.teams.update(bell, message)
      return 'failed' in updated && isForGood(updated) ? [] : [bell]
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
  return failed ? { ...fault(effect, failed), lastResort: true } : nobody(effect)
}
