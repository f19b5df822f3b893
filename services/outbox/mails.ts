/** What becomes of a mail to a partner in its record: taken by the mail service, or given up. Pure. */
import { createHash } from 'node:crypto'
import { type SentStanding, sentOf } from '../handover/sent.ts'
import type { ReporterMessage } from '../signal/notices.ts'
import type { SignalRecord } from '../signal/record.ts'
import type { Route } from '../signal/route.ts'
import { Day, type Instant, uuidOf } from '../words.ts'
import { type EffectOf, pendingEffect } from './effect.ts'
import type { DeliveryResult } from './result.ts'

/** The route with another standing of one hand-over. */
export const standingAs = (route: Route, sent: string, standing: SentStanding): Route => ({
  ...route,
  sent: sentOf(route).map((each) => (each.id === sent ? { ...each, standing } : each)),
})

/** The routes after these results: accepted is what the mail service said, and no more. */
function routesSettled(
  record: SignalRecord,
  results: readonly DeliveryResult[],
  now: Instant,
): SignalRecord['routes'] {
  return results.reduce((routes, result) => {
    const { effect } = result
    if (!result.ok || !result.mailed || effect.kind !== 'mailPartner') return routes
    const { mailed } = result
    return routes.map((route) => {
      // Settled before, by a save whose answer was lost.
      const known = route.mails?.some(({ sent }) => sent === effect.sent)
      if (route.id !== effect.route || known) return route
      const mails = [...(route.mails ?? []), { sent: effect.sent, at: now, ...mailed }]
      return { ...standingAs(route, effect.sent, 'accepted'), mails }
    })
  }, record.routes)
}

/** What goes along with a route of which a mail went, or came not, is brought in step with it; the same one again is one. */
function carries(before: SignalRecord, record: SignalRecord, now: Instant): SignalRecord {
  const standings = (route: Route | undefined) =>
    route
      ? sentOf(route)
          .map(({ id, standing }) => `${id} ${standing}`)
          .join()
      : ''
  const fresh = record.routes.filter(
    (route) => route.along && standings(route) !== standings(before.routes.find(({ id }) => id === route.id)),
  )
  const effects = fresh.map((route) => {
    const id = uuidOf(
      createHash('sha256')
        .update(`${route.id} along ${standings(route)}`)
        .digest('hex'),
    )
    return pendingEffect({ kind: 'carryAlong', route: route.id }, id, now)
  })
  const known = new Set(record.effects.map(({ id }) => id))
  return { ...record, effects: [...record.effects, ...effects.filter(({ id }) => !known.has(id))] }
}

/** Was it given by anything that went out? */
const wentOut = (route: Route | undefined): boolean =>
  route !== undefined && sentOf(route).some(({ standing }) => standing === 'accepted' || standing === 'done')

/**
 * The record after these results. The reporter hears of a hand-over by mail once the mail service took it, and not before:
 * only then it was done (S3 step 6).
 */
export function mailsSettled(
  before: SignalRecord,
  record: SignalRecord,
  results: readonly DeliveryResult[],
  now: Instant,
): SignalRecord {
  const routes = routesSettled(record, results, now)
  const fresh = routes.filter((route) => {
    const was = before.routes.find(({ id }) => id === route.id)
    return wentOut(route) && !wentOut(was)
  })
  const told = fresh.length > 0 && record.decisions.at(-1)?.tell.form === 'message'
  const kept = carries(record, { ...record, routes }, now)
  return told ? fresh.reduce((it, { id }) => saysHandedOver(it, id, now), kept) : kept
}

/** The message to the reporter, by the chat or to be read with the code; the same one again is one. */
function saysHandedOver(record: SignalRecord, route: string, now: Instant): SignalRecord {
  const { vaultKey, code, reporterLeft, effects } = record
  if (reporterLeft) return record
  const message: ReporterMessage = { about: 'handedOver', route }
  if (vaultKey) {
    const id = uuidOf(createHash('sha256').update(`${route} handed over by mail`).digest('hex'))
    if (effects.some((effect) => effect.id === id)) return record
    return { ...record, effects: [...effects, pendingEffect({ kind: 'tellReporter', message }, id, now)] }
  }
  if (!code) return record
  const day = Day.parse(now.slice(0, 10))
  return { ...record, code: { ...code, waiting: [...code.waiting, { day, message }] } }
}

type Mail = EffectOf<'mailPartner'>
const isGivenUp = (effect: SignalRecord['effects'][number]): effect is Mail =>
  effect.kind === 'mailPartner' && effect.deadLetter !== undefined && !effect.told

/**
 * The record in which a mail that was given up is said not to be confirmed, for it may have gone; and the officer who has it,
 * or answers for it, is told once.
 */
export function mailsGivenUp(_before: SignalRecord, record: SignalRecord): SignalRecord {
  const lost = record.effects.filter(isGivenUp)
  const [first] = lost
  if (!first) return record
  const effects = record.effects.map((effect) =>
    isGivenUp(effect) ? { ...effect, told: true as const } : effect,
  )
  const routes = record.routes.map((route) =>
    lost.reduce((it, mail) => (mail.route === it.id ? standingAs(it, mail.sent, 'notConfirmed') : it), route),
  )
  const settled = carries(record, { ...record, effects, routes }, first.plannedAt ?? first.at)
  if (record.state === 'closed') return settled
  const id = uuidOf(createHash('sha256').update(`${first.id} mail failed`).digest('hex'))
  const officer = record.takenBy ?? record.accountable
  const notice = pendingEffect(
    { kind: 'tellOfficer', officer, notice: 'mailFailed' },
    id,
    first.plannedAt ?? first.at,
  )
  return settled.effects.some((it) => it.id === id)
    ? settled
    : { ...settled, effects: [...settled.effects, notice] }
}
