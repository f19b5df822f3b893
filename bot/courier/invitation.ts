/** An invitation to a case meeting in calendars (A095): a day, an hour, and who asks. Never what it is about. */
import { texts } from '../../cards/texts/index.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import type { EffectOf } from '../../services/outbox/effect.ts'
import type { DeliveryResult } from '../../services/outbox/result.ts'
import type { Outside } from '../app/ports.ts'

/** What is said to last, until somebody makes it longer. */
const MINUTES = 60

/** A local moment so many minutes later; past midnight it ends with the day. */
function later(hour: string, minutes: number): string {
  const [h = 0, m = 0] = hour.split(':').map(Number)
  const ends = Math.min(h * 60 + m + minutes, 24 * 60 - 1)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(ends / 60))}:${two(ends % 60)}`
}

/** Sends it. Nobody to invite is done; without a mailbox or a calendar it is not sent, and shown so. */
export async function inviteToMeeting(
  { graph }: Pick<Outside, 'graph'>,
  municipality: Municipality,
  effect: EffectOf<'inviteMeeting'>,
): Promise<DeliveryResult> {
  const { mailbox, tenant, zone, language, name, phone } = municipality
  if (effect.to.length === 0) return { effect, ok: true }
  if (!mailbox || !graph.invite) return { effect, ok: false, failed: 'refused', final: true }
  const { subject, body } = texts(language).officer.cases.meetings.invitation
  const done = await graph.invite(tenant, mailbox, {
    name: effect.id,
    subject: subject(name),
    body: body(name, phone),
    start: `${effect.day}T${effect.hour}:00`,
    end: `${effect.day}T${later(effect.hour, MINUTES)}:00`,
    zone,
    to: effect.to,
  })
  if (!('failed' in done)) return { effect, ok: true }
  const passes = done.failed === 'away' || done.token === true
  return {
    effect,
    ok: false,
    failed: passes ? 'away' : 'refused',
    // What is not allowed now may be allowed when somebody mended the settings: it is tried until its end.
    final: false,
    ...(passes ? { way: 'graph' as const } : {}),
    ...(done.retryAfter ? { retryAfter: done.retryAfter } : {}),
  }
}
