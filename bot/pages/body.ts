/** What is posted to a page: how long it may take, refused before it is read where it is too large, never more than was said. */
import type { IncomingMessage } from 'node:http'
import type { Form } from './page.ts'

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

/** `refused`: of no said length, more than was said, or of another kind; `tooLarge`: by what it says itself. */
export type Read = { bytes: Buffer } | 'refused' | 'tooLarge' | 'gone'

/** Reads so many bytes at most. `most`: in bytes. */
export async function readBody(request: IncomingMessage, most: number): Promise<Read> {
  const said = request.headers['content-length']
  // Browsers say how much comes. What does not is no browser with a form of ours.
  if (said === undefined || !/^\d{1,15}$/.test(said)) return 'refused'
  if (Number(said) > most) return 'tooLarge'
  const parts: Buffer[] = []
  let length = 0
  try {
    for await (const part of request) {
      const bytes: unknown = part
      if (!Buffer.isBuffer(bytes)) return 'refused'
      length += bytes.length
      if (length > most) return 'refused'
      parts.push(bytes)
    }
  } catch {
    return 'gone'
  }
  return { bytes: Buffer.concat(parts) }
}

/**
 * Lets what is too large pass unread, for so many milliseconds: a browser that is hung up on while it sends shows its reader
 * a broken connection, and no page of ours.
 */
export function letPass(request: IncomingMessage, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    request.once('close', () => {
      clearTimeout(timer)
      resolve()
    })
    request.resume()
  })
}

/** More fields than any form of ours has. */
const MOST_FIELDS = 60
export const FORM_TYPE = /^application\/x-www-form-urlencoded\s{0,4}(?:;|$)/i

/** The fields of a form, or undefined where it has more than any of ours. */
export function formOf(bytes: Buffer): Form | undefined {
  const fields = new Map<string, string>()
  let count = 0
  for (const [name, value] of new URLSearchParams(bytes.toString('utf8'))) {
    count += 1
    if (count > MOST_FIELDS) return undefined
    fields.set(name, value)
  }
  return fields
}
