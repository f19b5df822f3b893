/** How each kind of effect is sent: which card, to where, and what came of it. One sender per kind. */
import { alarmCard } from '../../cards/officer/channel/alarm.ts'
import { doorbellCard, doorbellGoneCard, doorbellText } from '../../cards/officer/channel/doorbell.ts'
import { noticeCard } from '../../cards/officer/channel/notice.ts'
import { waitingText } from '../../cards/reporter/news/message.ts'
import { texts } from '../../cards/texts/index.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import { dayOf } from '../../services/municipality/workingTime.ts'
import type { Effect, EffectOf, Kind } from '../../services/outbox/effect.ts'
import { stillNotArrived } from '../../services/outbox/notArrived.ts'
import { bellsOf, type DeliveryResult, fault, type Standing } from '../../services/outbox/result.ts'
import { calledByBell, pairOnDuty } from '../../services/signal/reading/ringing.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import type { Instant, Reference } from '../../services/words.ts'
import type { Outside } from '../app/ports.ts'
import { carryAlong } from './along.ts'
import { inviteToMeeting } from './invitation.ts'
import { mailPartner } from './mailPartner.ts'
import { overdueShown } from './overdueNotice.ts'
import { recogniseAsEffect } from './recognition.ts'
import { mendOwn, type Reach, ringDoorbell, sendAlarm, tellOfficer } from './toOfficers.ts'
import { type Addressed, nudge, nudgeDraft, tellAndNudge } from './toReporter.ts'
import { type Updated, updated } from './updating.ts'

/** What is sent, in which document it stands, and by which ways. */
export type Delivery<K extends Kind = Kind> = {
  outside: Outside
  reach: Reach
  /** As it stands now. */
  municipality: Municipality
  standing: Standing
  effect: EffectOf<K>
  addressed: Addressed
}

type About = { signal: SignalRecord['id']; reference: Reference }
/** The signal that is spoken of, once it is one. */
const aboutOf = (standing: Standing): About | undefined =>
  standing.what === 'signal'
    ? { signal: standing.record.id, reference: standing.record.reference }
    : undefined

/** When danger was last spoken of, as it is kept. */
function dangerOf(standing: Standing): Instant | undefined {
  switch (standing.what) {
    case 'signal':
      return standing.record.danger?.at
    case 'chat':
      return standing.draft?.danger?.at
    case 'tombstone':
      return undefined
    default:
      return standing satisfies never
  }
}

/** By which an officer says to have seen what is not sent yet, and when one did. */
const watchedBy = (standing: Standing) =>
  standing.what === 'chat' ? { alarm: standing.draft?.alarm, seen: standing.draft?.seen?.at } : {}

/** A moment as an alarm shows it: of an anonymous signal the day. */
const shownAt = (standing: Standing, at: Instant | undefined, municipality: Municipality) =>
  at && standing.what === 'signal' && standing.record.degree === 'anonymous' ? dayOf(at, municipality) : at

/** How each kind is sent. A kind without a sender does not compile. */
const SENDERS: { readonly [K in Kind]: (delivery: Delivery<K>) => Promise<DeliveryResult> } = {
  doorbell: async (delivery) => {
    const { outside, reach, municipality, standing, effect } = delivery
    switch (standing.what) {
      case 'chat':
        return { effect, ok: true }
      case 'tombstone':
        return mendDoorbell(delivery, standing)
      case 'signal': {
        const { language } = municipality
        const { record } = standing
        const { reference, kind, urgency } = record
        const now = outside.now()
        const it = { language, record, municipality, now, surface: outside.surface }
        const notify = doorbellText({ language, reference, kind, urgency })
        // By name in the channel only: in their own chat they are notified anyway.
        const calls = calledByBell(record, municipality, dayOf(now, municipality))
        const inChannel = { card: doorbellCard({ ...it, calls }), notify }
        const own = { card: doorbellCard(it), notify }
        return ringDoorbell(outside, reach, municipality, record, effect, { inChannel, own })
      }
      default:
        return standing satisfies never
    }
  },
  tellReporter: async ({ outside, municipality, standing, effect, addressed }) =>
    standing.what === 'chat'
      ? { effect, ok: true }
      : tellAndNudge(outside, municipality, standing, effect, addressed),
  nudgeReporter: ({ outside, municipality, standing, effect, addressed }) =>
    nudge(outside, municipality, standing, effect, addressed),
  nudgeDraft: ({ outside, municipality, standing, effect, addressed }) =>
    nudgeDraft(outside, municipality, standing, effect, addressed),
  tellOfficer: async ({ outside, reach, municipality, standing, effect }) => {
    const { language } = municipality
    const about = aboutOf(standing)
    if (!about) return { effect, ok: true }
    const overdue =
      effect.overdue && standing.what === 'signal'
        ? overdueShown(standing.record, effect.overdue, municipality, outside.now())
        : undefined
    const arrived =
      effect.notice === 'notArrived' && standing.what === 'signal' && !stillNotArrived(standing.record)
    if (overdue === 'over' || arrived) return { effect, ok: true }
    const card = noticeCard({ language, ...about, notice: effect.notice, overdue, surface: outside.surface })
    return tellOfficer(outside, reach, municipality, effect, { card, notify: waitingText(language) })
  },
  alarm: async ({ outside, reach, municipality, standing, effect }) => {
    const { language } = municipality
    const { surface } = outside
    const about = aboutOf(standing)
    const state = effect.raised ? 'raised' : about ? 'sent' : 'writing'
    const now = outside.now()
    const calls = effect.to === 'channel' ? pairOnDuty(municipality, dayOf(now, municipality)) : []
    const at = shownAt(standing, effect.wroteAt ?? effect.at, municipality)
    const it = { language, municipality, now, at, state, surface, calls } as const
    const card = alarmCard({ ...it, ...(about ?? {}), ...watchedBy(standing) })
    return sendAlarm(outside, reach, municipality, effect, { card, notify: waitingText(language) })
  },
  mendAlarm: async (delivery) => {
    const { outside, municipality, standing, effect } = delivery
    const { language } = municipality
    const { state, posted } = effect
    // The words are as old as they are, whenever the card is drawn again.
    const at = shownAt(standing, posted.wroteAt ?? dangerOf(standing), municipality)
    const since = shownAt(standing, effect.at, municipality)
    const { surface } = outside
    const about = aboutOf(standing) ?? {}
    const card = alarmCard({
      language,
      municipality,
      now: outside.now(),
      at,
      since,
      state,
      surface,
      ...about,
      ...watchedBy(standing),
    })
    const done = cardOf(
      effect,
      await updated(outside, effect, posted, { card, notify: waitingText(language) }),
    )
    return done.ok && state === 'takenBack' ? saidAsNews(delivery, done) : done
  },
  retireBell: async ({ outside, municipality: { language }, effect }) => {
    const text = texts(language).officer.channel.moved
    const done = await outside.teams.update(effect.posted, { text, notify: waitingText(language) })
    // Asked for so often as its kind says: it may come back.
    return 'failed' in done ? fault(effect, done, 'channel') : { effect, ok: true }
  },
  inviteMeeting: ({ outside, municipality, effect }) => inviteToMeeting(outside, municipality, effect),
  mailPartner: ({ outside, municipality, standing, effect }) =>
    mailPartner(outside, municipality, standing, effect),
  carryAlong: ({ outside, reach, municipality, standing, effect }) =>
    carryAlong(outside, municipality, standing, effect, reach.deliver),
  recognise: ({ outside, reach, municipality, standing, effect }) =>
    recogniseAsEffect(outside, municipality, standing, effect, reach.deliver),
}

/** The doorbell of a signal that ended says so, where it stands. */
async function mendDoorbell(
  { outside, municipality: { language }, effect }: Delivery<'doorbell'>,
  { tombstone }: Extract<Standing, { what: 'tombstone' }>,
): Promise<DeliveryResult> {
  const { reference, destroyed } = tombstone
  const card = doorbellGoneCard({ language, reference, destroyed: destroyed !== undefined })
  const message = { card, notify: waitingText(language) }
  await mendOwn(outside, effect, tombstone, message)
  const mended = bellsOf(tombstone)
  if (!tombstone.doorbell) return { effect, ok: true, mended }
  const done = cardOf(effect, await updated(outside, effect, tombstone.doorbell, message))
  return done.ok ? { effect, ok: true, mended } : done
}

/**
 * A card that is mended notifies nobody. Whom the alarm rang in their own chat hears there too that it was taken back; in
 * the channel the card itself says so. Said twice it does no harm.
 */
async function saidAsNews(
  { outside, municipality, standing, effect }: Delivery<'mendAlarm'>,
  done: DeliveryResult,
): Promise<DeliveryResult> {
  const { posted } = effect
  const [conversation] = posted.conversation.split(';')
  if (conversation === municipality.channel.channelId) return done
  const { alarm } = texts(municipality.language).officer.channel
  const about = aboutOf(standing)
  const said = about ? `${about.reference}: ${alarm.takenBack}` : alarm.takenBackWriting
  const sent = await outside.teams.post(posted, { text: said, notify: waitingText(municipality.language) })
  const passes = 'failed' in sent && (sent.failed === 'away' || sent.failed === 'unknown')
  return passes ? fault(effect, sent, 'chats') : done
}

/** What a card that was brought up to date means for its effect: one that is gone needs nothing any more. */
function cardOf(effect: Effect, done: Updated): DeliveryResult {
  if (done === 'updated' || done === 'gone') return { effect, ok: true }
  if ('notYet' in done) return { ...fault(effect, done.notYet), missing: true }
  return fault(effect, done.failed, 'channel')
}

/** Attempts one effect. Expected failures are results; what throws is a defect or the store being away. */
export const attempt = <K extends Kind>(delivery: Delivery<K>): Promise<DeliveryResult> =>
  SENDERS[delivery.effect.kind](delivery)
