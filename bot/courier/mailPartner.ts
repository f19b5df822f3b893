/**
 * A mail to a partner goes out: with a link and a telephone number, and with nothing of what it is about. That Graph took
 * it says nothing of whether it arrived (services/graph/mail.ts).
 */
import { answerLink } from '../../services/handover/link/answerLink.ts'
import { mailNumber } from '../../services/handover/link/number.ts'
import { mailToPartner } from '../../services/handover/mail.ts'
import { phoneOf } from '../../services/handover/phone.ts'
import { sentOf } from '../../services/handover/sent.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import { Mail } from '../../services/municipality/partner.ts'
import type { EffectOf } from '../../services/outbox/effect.ts'
import type { DeliveryResult, Standing } from '../../services/outbox/result.ts'
import { isFrozen } from '../../services/signal/rights/freeze.ts'
import type { Outside } from '../app/ports.ts'

/** Sends it. What it belongs to is over, or was sent already: nothing is left to do. */
export async function mailPartner(
  outside: Outside,
  municipality: Municipality,
  standing: Standing,
  effect: EffectOf<'mailPartner'>,
): Promise<DeliveryResult> {
  const done: DeliveryResult = { effect, ok: true }
  if (standing.what !== 'signal') return done
  const { record } = standing
  const route = record.routes.find(({ id }) => id === effect.route)
  const sent = route && sentOf(route).find(({ id }) => id === effect.sent)
  if (!route || !sent || record.state === 'closed') return done
  if (route.mails?.some((mail) => mail.sent === sent.id)) return done
  // AVG 18: it is only looked at. It waits for as long as this kind waits, and then a person is told.
  if (isFrozen(record)) return { effect, ok: false, failed: 'away', final: false }
  const to = Mail.safeParse(sent.to)
  const { mailbox } = municipality
  const { graph, keys, pagesAt, now } = outside
  if (!to.success || !mailbox || !graph.sendMail)
    return { effect, ok: false, failed: 'unreachable', final: true }
  const number = mailNumber(keys, municipality.id, sent.id)
  const made = answerLink(keys, pagesAt ?? '', record, route, sent)
  const perhapsTwice = effect.outcomeUnknown !== undefined
  const { subject, text } = mailToPartner({
    municipality,
    number,
    phone: phoneOf(record, municipality, now()),
    link: pagesAt === undefined ? undefined : made,
    answerBy: sent.answerBy,
    perhapsTwice,
  })
  const mail = {
    to: to.data,
    name: sent.contact?.name,
    from: `Gemeente ${municipality.name}`,
    subject,
    text,
    number,
  }
  const result = await graph.sendMail(municipality.tenant, mailbox, mail)
  if (!('failed' in result)) {
    const { link, until } = made
    return { ...done, mailed: { number, link, until, ...(perhapsTwice ? { perhapsTwice: true } : {}) } }
  }
  const passes = result.failed === 'away' || result.token === true
  return {
    effect,
    ok: false,
    failed: passes ? 'away' : result.failed,
    // That a mailbox refuses is mended by a person within the day, and then it goes by itself.
    final: false,
    ...(passes ? { way: 'graph' as const } : {}),
    ...(result.retryAfter ? { retryAfter: result.retryAfter } : {}),
    ...(result.unsure ? { outcomeUnknown: true as const } : {}),
  }
}
