/** How long a request may take to arrive: short for all of them, longer for a file whose link leads somewhere. */
import type { IncomingMessage } from 'node:http'

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
