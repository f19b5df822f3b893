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
  /** With `away`: nobody believes who we are (401, or no token at all). */
  token?: true
  /** With `refused`: it is too large, and nothing else is wrong. */
  tooBig?: true
  /** Seconds. */
  retryAfter?: number
}
