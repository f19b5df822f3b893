/** What Teams answers when something is sent. */

/** A conversation: with a person, or a channel. */
export type Place = { serviceUrl: string; conversation: string }

/** What was posted there, by the name that Teams gave it. */
export type PostedActivity = Place & { activity: string }

/**
 * `blocked`: the person removed or blocked the bot, or it is not installed there. `missing`: no such conversation or
 * activity. `refused`: not allowed, or not understood: trying again does not help. `away`: not accepted now.
 * `unknown`: it may have arrived.
 */
export type SendFailure = {
  failed: 'blocked' | 'missing' | 'refused' | 'away' | 'unknown'
  /** Seconds. */
  retryAfter?: number
}
