/** How long a request may take to arrive: short for all of them, longer for a file whose link leads somewhere. */
import type { IncomingMessage } from 'node:http'

/** Milliseconds in which a request must have arrived whole. */
export const ARRIVAL = 20_000
/** In which a file must have: a photo by a poor connection on the street. */
export const FILE_ARRIVAL = 180_000
/** For which what is too large is let pass, so that a page can say so. */
export const PASSING = 60_000
/** After which nothing of ours still arrives. */
export const LONGEST_ARRIVAL = FILE_ARRIVAL + PASSING

const waiting = new WeakMap<IncomingMessage, NodeJS.Timeout>()

/** Hangs up on what has not arrived whole so many milliseconds from now. Said again, what was said before does not hold. */
export function arriveWithin(request: IncomingMessage, ms: number): void {
  const before = waiting.get(request)
  clearTimeout(before)
  const timer = setTimeout(() => {
    if (!request.complete) request.socket.destroy()
  }, ms).unref()
  waiting.set(request, timer)
  if (before === undefined) request.once('close', () => clearTimeout(waiting.get(request)))
}
