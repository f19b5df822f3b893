/**
 * What every stand-in of a remote service needs: an HTTP server on the loopback, which answers from a
 * function, remembers what it was asked, and fails when it is told to.
 */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** One request as it came in. `segments` are the decoded parts of the path. */
export type Ask = {
  readonly method: string
  /** As sent, query included. */
  readonly path: string
  readonly segments: readonly string[]
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  /** As sent. */
  readonly text: string
  /** Parsed where it is JSON, otherwise undefined. */
  readonly body: unknown
}

export type Reply = {
  status: number
  headers?: Readonly<Record<string, string>>
  /** Sent as JSON; nothing is sent when undefined. */
  body?: unknown
  /** Sent as it is, in the place of `body`. */
  text?: string
}

/**
 * How an answer goes wrong. `accepted`: the request first does what it asks, and then the answer is lost.
 * `slow` answers what it would have answered, only later.
 */
export type Fault =
  | { kind: 'answer'; reply: Reply; accepted?: boolean }
  | { kind: 'reset'; accepted?: boolean }
  | { kind: 'slow'; ms: number }

/** A request that was answered, or cut off (`reset`). */
export type Asked = Ask & { readonly status: number | 'reset'; readonly faulty: boolean }

type Planned = { left: number; when: (ask: Ask) => boolean; fault: Fault }

/** The faults still to come, in the order in which they were planned. */
export class Faults {
  #planned: Planned[] = []

  /** The next `count` requests that `when` takes go wrong in this way. `Infinity` until `clear`. */
  next(count: number, when: (ask: Ask) => boolean, fault: Fault): void {
    this.#planned.push({ left: count, when, fault })
  }

  /** Everything that was planned and hasn't happened is called off. */
  clear(): void {
    this.#planned = []
  }

  /** How many planned faults have not happened yet. */
  get left(): number {
    return this.#planned.reduce((sum, plan) => sum + plan.left, 0)
  }

  /** For the server: the fault of this request, used up. */
  take(ask: Ask): Fault | undefined {
    const plan = this.#planned.find((candidate) => candidate.left > 0 && candidate.when(ask))
    if (plan === undefined) return undefined
    plan.left -= 1
    return plan.fault
  }
}

export type StandIn = {
  readonly port: number
  readonly url: string
  readonly faults: Faults
  /** Every request, oldest first. */
  readonly requests: Asked[]
  stop(): Promise<void>
}

/** Starts a server on 127.0.0.1; port 0 takes a free one. `seen` hears every request, before any fault. */
export async function startStandIn(
  port: number,
  answer: (ask: Ask) => Reply | Promise<Reply>,
  seen: (ask: Ask) => void = () => {},
): Promise<StandIn> {
  const faults = new Faults()
  const requests: Asked[] = []
  const stopping = new AbortController()

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const ask = await read(request)
    seen(ask)
    const fault = faults.take(ask)
    let reply: Reply | undefined
    if (fault === undefined || fault.kind === 'slow' || fault.accepted === true) reply = await answer(ask)
    if (fault?.kind === 'answer') reply = fault.reply
    if (fault?.kind === 'reset') reply = undefined
    requests.push({ ...ask, status: reply?.status ?? 'reset', faulty: fault !== undefined })
    if (fault?.kind === 'slow') await pause(fault.ms, undefined, { signal: stopping.signal })
    if (reply === undefined) request.socket.resetAndDestroy()
    else write(response, reply)
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (stopping.signal.aborted || response.destroyed) return
      // A defect of the stand-in itself: say so where a test sees it.
      write(response, { status: 599, body: { standIn: Error.isError(error) ? error.message : 'failed' } })
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const bound = (server.address() as AddressInfo).port
  let stopped: Promise<void> | undefined

  return {
    port: bound,
    url: `http://127.0.0.1:${bound}`,
    faults,
    requests,
    stop() {
      stopped ??= new Promise((resolve) => {
        stopping.abort()
        server.close(() => resolve())
        server.closeAllConnections()
      })
      return stopped
    },
  }
}

async function read(request: IncomingMessage): Promise<Ask> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const text = Buffer.concat(chunks).toString('utf8')
  const path = request.url ?? '/'
  const [before = '', after = ''] = path.split(/\?(.*)/s)
  return {
    method: request.method ?? 'GET',
    path,
    segments: before.split('/').filter(Boolean).map(decode),
    query: new URLSearchParams(after),
    headers: request.headers,
    text,
    body: parsed(text),
  }
}

function write(response: ServerResponse, reply: Reply): void {
  if (response.destroyed) return
  const text = reply.text ?? (reply.body === undefined ? '' : JSON.stringify(reply.body))
  const kind = reply.text === undefined ? 'application/json' : 'text/plain'
  const type = text === '' ? {} : { 'content-type': `${kind}; charset=utf-8` }
  response.writeHead(reply.status, { ...type, 'content-length': Buffer.byteLength(text), ...reply.headers })
  response.end(text)
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
