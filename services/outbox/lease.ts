/**
 * Who delivers what. The instance that saves a change owns its effects from that same save on, for a while; nobody else
 * delivers them meanwhile, and who works longer renews. What an instance that died left is taken over by another.
 * Pure. (docs/decisions/leases.md)
 */

import type { Effect } from '../signal/record.ts'
import { type Instant, plus } from '../words.ts'
import { LONGEST_WAIT_MS, schedule } from './schedule.ts'

/** How long effects stay with who took them, unless renewed. */
export const LEASE_MS = 15_000
/** What is sent is over within this, answered or given up: a request to Teams or Graph, its token included. */
export const REQUEST_MS = 10_000
/** Clocks of instances differ by less; a moment that lies further ahead was written by a clock that was wrong. */
const SKEW_MS = 60_000

/**
 * An instance, in one of its lives. What the same name took in another life, it left when it died. `elapsed`: its clock
 * that never jumps, in milliseconds.
 */
export type Holder = { by: string; ms: number; elapsed?: () => number }
export const holder = (name: string, life: string, ms: number = LEASE_MS): Holder => ({
  by: `${name}/${life}`,
  ms,
})

/** So much of a lease is left when a request begins, so that it is over before anybody else may begin. */
export const roomFor = ({ ms }: Holder): number => (ms * REQUEST_MS) / LEASE_MS
const nameOf = (by: string): string => by.split('/')[0] ?? by

/** Did another one take it? */
export const isOthers = ({ lease }: Effect, who: Holder): boolean =>
  lease !== undefined && lease.by !== who.by

/** Did this instance take it, in an earlier life? Then it is not under way any more. */
export const fromEarlierLife = (effect: Effect, who: Holder): boolean =>
  isOthers(effect, who) && nameOf(effect.lease?.by ?? '') === nameOf(who.by)

/** The lease that is taken now: what is asked of the store after this is saved later than `taken`. */
export const leaseFor = (who: Holder, now: Instant) => ({
  by: who.by,
  until: plus(now, { ms: who.ms }),
  ...(who.elapsed ? { taken: Math.floor(who.elapsed()) } : {}),
})

/** Is it ours, now? */
export const isOurs = ({ lease }: Effect, who: Holder, now: Instant): boolean =>
  lease !== undefined && lease.by === who.by && lease.until > now

/** Times that the clock of their writer cannot have meant are now: what was saved while it ran ahead is not late. */
function sound(effect: Effect, now: Instant): Effect {
  const { notBefore: _wait, plannedAt: _then, ...rest } = effect
  if (effect.at > plus(now, { ms: SKEW_MS })) return { ...rest, at: now }
  // Planned by a clock that was ahead: it meant a pause, and nobody knows how much of it has passed.
  if (effect.plannedAt && effect.plannedAt > plus(now, { ms: SKEW_MS })) return rest
  if (effect.notBefore && effect.notBefore > plus(now, { ms: LONGEST_WAIT_MS })) return rest
  return effect
}

/** Is nobody at it: never taken, or taken by ourselves and left? */
const isFree = ({ lease }: Effect, who: Holder, now: Instant): boolean =>
  lease === undefined ||
  (lease.by === who.by && (lease.until <= now || lease.until > plus(now, { ms: who.ms + SKEW_MS })))

const withoutLease = ({ lease: _lease, ...effect }: Effect): Effect => effect

/** The effects of which those that are due and free are now taken; `these` narrows it to some of them. */
export function take(
  effects: readonly Effect[],
  who: Holder,
  now: Instant,
  these: (effect: Effect) => boolean = () => true,
): Effect[] {
  const freed = effects.map((e) => sound(e.lease && isFree(e, who, now) ? withoutLease(e) : e, now))
  const due = new Set(
    schedule(freed).flatMap(({ effect, at }) => (at <= now && !effect.lease ? [effect.id] : [])),
  )
  // What the reporter is told keeps its order: who does not have what comes first, does not get what comes after it.
  let behind = false
  return freed.map((effect, i) => {
    const before = effects[i] ?? effect
    const told = effect.kind === 'tellReporter'
    const waits = behind && (told || effect.kind === 'nudgeReporter')
    const taken = due.has(effect.id) && !waits && these(effect)
    behind ||= told && !effect.failed && !taken && !isOurs(before, who, now)
    return taken ? { ...effect, lease: leaseFor(who, now) } : before
  })
}

/** What a change caused is taken by who saves the change: it delivers at once, and nobody else does. */
export function takeFresh<T extends { effects: Effect[] }>(
  it: T,
  before: readonly Effect[],
  who: Holder | undefined,
  now: Instant,
): T {
  if (who === undefined || it.effects.length === 0) return it
  const known = new Set(before.map(({ id }) => id))
  if (it.effects.every(({ id }) => known.has(id))) return it
  return { ...it, effects: take(it.effects, who, now, (effect) => !known.has(effect.id)) }
}

/** These are let go again, by who has them. */
export const letGo = (
  effects: readonly Effect[],
  who: Holder,
  these: (effect: Effect) => boolean,
): Effect[] => effects.map((e) => (e.lease?.by === who.by && these(e) ? withoutLease(e) : e))
