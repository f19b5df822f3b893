/**
 * Which instance delivers what. The instance that saves a change has a lease on its effects from that same save on; no
 * other delivers them meanwhile, and while it works longer it renews. What an instance that died left is taken over.
 * Pure. (docs/decisions/leases.md)
 */

import { type Instant, plus } from '../words.ts'
import type { Effect } from './effect.ts'
import { kindOf, orderingKeyOf } from './kinds.ts'
import { LONGEST_WAIT_MS, schedule } from './schedule.ts'

/** Milliseconds that a lease lasts, unless renewed. */
export const LEASE_MS = 15_000
/** Milliseconds within which a request to Teams or Graph is over, answered or given up, its token included. */
export const REQUEST_MS = 10_000
/** Clocks of instances differ by less; a moment that lies further ahead was written by a clock that was wrong. */
const SKEW_MS = 60_000

/**
 * An instance, in one of its lives. What the same name leased in another life, it left when it died. `ms`: how long its
 * leases last; `elapsed`: its clock that never jumps, in milliseconds.
 */
export type Holder = { by: string; ms: number; elapsed?: () => number }
export const holder = (name: string, life: string, ms: number = LEASE_MS): Holder => ({
  by: `${name}/${life}`,
  ms,
})

/** Milliseconds of a lease that must be left when a request begins, so that it is over before another may begin. */
export const roomFor = ({ ms }: Holder): number => (ms * REQUEST_MS) / LEASE_MS
const nameOf = (by: string): string => by.split('/')[0] ?? by

/** Does another instance have it? */
export const isOthers = ({ lease }: Effect, us: Holder): boolean => lease !== undefined && lease.by !== us.by

/** Did this instance take it, in an earlier life? Then it is not under way any more. */
export const fromEarlierLife = (effect: Effect, us: Holder): boolean =>
  isOthers(effect, us) && nameOf(effect.lease?.by ?? '') === nameOf(us.by)

/** The lease that is taken now. `taken` lies before the save that takes it, so counting from it is on the safe side. */
export const leaseFor = (us: Holder, now: Instant) => ({
  by: us.by,
  until: plus(now, { ms: us.ms }),
  ...(us.elapsed ? { taken: Math.floor(us.elapsed()) } : {}),
})

/** Do we have a lease on it, now? */
export const isOurs = ({ lease }: Effect, us: Holder, now: Instant): boolean =>
  lease !== undefined && lease.by === us.by && lease.until > now

/** Times written by a clock that ran ahead count as now, so that such an effect is not delivered late. */
function sound(effect: Effect, now: Instant): Effect {
  const { notBefore: _wait, plannedAt: _then, ...rest } = effect
  if (effect.at > plus(now, { ms: SKEW_MS })) return { ...rest, at: now }
  // Planned by a clock that was ahead: it meant a pause, and nobody knows how much of it has passed.
  if (effect.plannedAt && effect.plannedAt > plus(now, { ms: SKEW_MS })) return rest
  if (effect.notBefore && effect.notBefore > plus(now, { ms: LONGEST_WAIT_MS })) return rest
  return effect
}

/** Is no instance at it: never leased, or leased by ourselves and left? */
const isFree = ({ lease }: Effect, us: Holder, now: Instant): boolean =>
  lease === undefined ||
  (lease.by === us.by && (lease.until <= now || lease.until > plus(now, { ms: us.ms + SKEW_MS })))

const withoutLease = ({ lease: _lease, ...effect }: Effect): Effect => effect

/** The effects, with our lease on those that are due and free; `these` narrows it to some of them. */
export function take(
  effects: readonly Effect[],
  us: Holder,
  now: Instant,
  these: (effect: Effect) => boolean = () => true,
): Effect[] {
  const freed = effects.map((e) => sound(e.lease && isFree(e, us, now) ? withoutLease(e) : e, now))
  const due = new Set(
    schedule(freed).flatMap(({ effect, at }) => (at <= now && !effect.lease ? [effect.id] : [])),
  )
  // An order is kept across instances too: without a lease on what comes first there is none on what comes after it.
  const heldBack = new Set<string>()
  return freed.map((effect, i) => {
    const before = effects[i] ?? effect
    const { order } = kindOf(effect)
    const key = orderingKeyOf(effect)
    const waits = order !== 'free' && heldBack.has(key)
    const taken = due.has(effect.id) && !waits && these(effect)
    const comesFirst = order === 'strict' && !effect.deadLetter
    if (comesFirst && !taken && !isOurs(before, us, now)) heldBack.add(key)
    return taken ? { ...effect, lease: leaseFor(us, now) } : before
  })
}

/** What a change caused is leased by the instance that saves the change: it delivers at once, and no other does. */
export function takeFresh<T extends { effects: Effect[] }>(
  it: T,
  before: readonly Effect[],
  us: Holder | undefined,
  now: Instant,
): T {
  if (us === undefined || it.effects.length === 0) return it
  const known = new Set(before.map(({ id }) => id))
  if (it.effects.every(({ id }) => known.has(id))) return it
  return { ...it, effects: take(it.effects, us, now, (effect) => !known.has(effect.id)) }
}

/** The effects, of which our leases on these are given back. */
export const letGo = (effects: readonly Effect[], us: Holder, these: (effect: Effect) => boolean): Effect[] =>
  effects.map((e) => (e.lease?.by === us.by && these(e) ? withoutLease(e) : e))
