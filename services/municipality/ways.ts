/**
 * The ways by which something goes out of a reporting point: its channel, the chats of people, Graph. Whether one of them
 * works is known by what was sent by it, and by nothing else. Pure.
 */
import { z } from 'zod'
import { Instant } from '../words.ts'

export const Way = z.enum(['channel', 'chats', 'graph'])
export type Way = z.infer<typeof Way>
export const WAYS: readonly Way[] = Way.options

/**
 * Why a way does not work. `token`: nobody believes who we are (an expired secret, a consent that was taken away).
 * `refused`: we may not do this. `away`: it accepts nothing now. `unknown`: it answers nothing, or with errors.
 */
export const WhyDown = z.enum(['token', 'refused', 'away', 'unknown'])
export type WhyDown = z.infer<typeof WhyDown>

/** A way that does not work: since its first failure; `at`: when that was written down. */
export const Down = z.object({ way: Way, why: WhyDown, since: Instant, at: Instant })
export type Down = z.infer<typeof Down>

/** What an instance saw of a way: when it worked last, and how often it failed since. */
export type WaySeen = { workedAt?: Instant; failing?: { times: number; since: Instant; why: WhyDown } }

/** One failure is a hiccup; so many after each other, with nothing that worked in between, are the way. */
const DOWN_AFTER = 3

/** The ways that do not work, and those that work again and whose waiting is still to be gone through. */
export type Ways = { down?: Down[] | undefined; wake?: Way[] | undefined }

/** What is known of the ways, after what an instance saw of them; the same where that is nothing new. */
export function heeded<T extends Ways>(before: T, seen: (way: Way) => WaySeen, now: Instant): T {
  let { down = [], wake = [] } = before
  let changed = false
  for (const way of WAYS) {
    const { workedAt, failing } = seen(way)
    const known = down.find((each) => each.way === way)
    const isDown = failing !== undefined && failing.times >= DOWN_AFTER
    if (isDown && (!known || known.why !== failing.why)) {
      const since = known && known.since < failing.since ? known.since : failing.since
      down = [...down.filter((each) => each !== known), { way, why: failing.why, since, at: now }]
      changed = true
    } else if (known && !isDown && workedAt !== undefined && workedAt > known.at) {
      down = down.filter((each) => each !== known)
      wake = [...wake.filter((each) => each !== way), way]
      changed = true
    }
  }
  return changed ? { ...before, down, wake } : before
}
