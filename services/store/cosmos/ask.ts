/** One request to Cosmos DB, tried again where that helps and for as long as somebody can wait. */
import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { StoreUnavailable } from '../port.ts'
import { WireError } from './wire.ts'

export type Limits = {
  /** How long one request may take. */
  requestTimeoutMs: number
  /** How long one call may take, with everything that is tried again. */
  budgetMs: number
  /** How often one request is sent at most. */
  tries: number
  /** The pause before the second try; it doubles after that. A 429 names its own. */
  pauseMs: number
}

/** `unsure`: an earlier try got no answer, and may have been applied. */
export type Reply<T> =
  | { status: 200; value: T; unsure: boolean }
  | { status: 404 | 409 | 412; unsure: boolean }
/** `writes`: what gets no answer may have been saved, and the error says so. */
export type Ask = <T>(call: (abortSignal: AbortSignal) => Promise<T>, writes?: 'writes') => Promise<Reply<T>>

type Verdict =
  | { answer: 404 | 409 | 412 }
  | { again: StoreUnavailable['reason']; unsure: boolean; waitMs?: number | undefined }

/** What the SDK throws when the server answered with an error. */
const Failure = z.object({
  code: z.number(),
  substatus: z.number().optional().catch(undefined),
  retryAfterInMs: z.number().nonnegative().optional().catch(undefined),
})

const judgeStatus = ({ code, substatus, retryAfterInMs }: z.infer<typeof Failure>): Verdict => {
  switch (code) {
    case 404:
      // 1002: this replica has not yet what we wrote. 1003: not the item but its container is missing.
      if (substatus === 1002) return { again: 'busy', unsure: false }
      if (substatus === 1003) throw new StoreUnavailable('refused')
      return { answer: code }
    case 409:
    case 412:
      return { answer: code }
    case 429:
    case 449:
      return { again: 'busy', unsure: false, waitMs: retryAfterInMs }
    case 401:
    case 403:
      // 1014: this municipality has used up what one partition can hold.
      throw new StoreUnavailable(substatus === 1014 ? 'full' : 'refused')
    case 413:
      throw new RangeError('Cosmos DB refused a document as too large.')
    case 408:
    case 410:
      return { again: 'unreachable', unsure: true }
    default:
      if (code >= 500) return { again: 'unreachable', unsure: true }
      throw new Error(`Cosmos DB did not understand a request (status ${code}).`)
  }
}

/** Throws when trying again cannot help. The SDK's error goes no further: it carries the whole request. */
const judge = (error: unknown): Verdict => {
  if (error instanceof WireError) return { again: 'unreachable', unsure: error.sent }
  const failure = Failure.safeParse(error)
  if (failure.success) return judgeStatus(failure.data)
  const name = z.object({ name: z.string() }).safeParse(error).data?.name ?? 'unknown'
  if (/Credential|Authentication/.test(name)) return { again: 'refused', unsure: false }
  // An answer that is no JSON: it was cut off or is not from Cosmos DB.
  if (name === 'SyntaxError') return { again: 'unreachable', unsure: true }
  throw new Error(`The Cosmos DB client failed (${name}).`)
}

const inTime = async <T>(ms: number, call: (abortSignal: AbortSignal) => Promise<T>): Promise<T> => {
  const controller = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new WireError(true))
      controller.abort()
    }, ms)
  })
  try {
    // A race, because getting a token does not listen to the signal.
    return await Promise.race([call(controller.signal), late])
  } finally {
    clearTimeout(timer)
  }
}

/** A way to ask within these limits; rejects with StoreUnavailable when they are used up. `pause` is for tests. */
export const createAsk = (limits: Limits, pause: (ms: number) => Promise<unknown> = delay): Ask => {
  const { requestTimeoutMs, budgetMs, tries, pauseMs } = limits
  return async (call, writes) => {
    // Not the wall clock: it jumps.
    const until = performance.now() + budgetMs
    let unsure = false
    for (let tried = 1; ; tried += 1) {
      try {
        const left = until - performance.now()
        return { status: 200, value: await inTime(Math.min(requestTimeoutMs, left), call), unsure }
      } catch (error) {
        const verdict = judge(error)
        if ('answer' in verdict) return { status: verdict.answer, unsure }
        unsure ||= verdict.unsure
        // With some chance in it, so that several instances do not come back together.
        const wait = Math.max(verdict.waitMs ?? 0, pauseMs * 2 ** (tried - 1)) + Math.random() * pauseMs
        if (tried >= tries || performance.now() + wait >= until) {
          throw new StoreUnavailable(verdict.again, { unsure: unsure && writes !== undefined })
        }
        await pause(wait)
      }
    }
  }
}
