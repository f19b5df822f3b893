/**
 * Every request that this process sends over https, taken to one server on the loopback that writes down to which
 * host, method and path it went. What is sent is what the clients really made, bytes and all; only the connection is
 * another one.
 */
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'

/** One request as it came over the wire. */
export type Sent = {
  host: string
  method: string
  path: string
  headers: http.IncomingHttpHeaders
  text: string
}

/** What the server answers: JSON, or nothing. */
export type WireAnswer = { status: number; body?: unknown; headers?: Record<string, string> }

export type WireRecorder = {
  readonly sent: Sent[]
  stop(): Promise<void>
}

const WANTED = 'x-wanted-host'

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

/** The options of `https.request` for the server in the place of the host, which goes along in a header. */
function redirected(options: https.RequestOptions, port: number): http.RequestOptions {
  const { agent: _agent, host, hostname, port: _port, protocol: _protocol, headers, ...rest } = options
  const wanted = String(hostname ?? host ?? '')
  const kept = headers instanceof Headers ? Object.fromEntries(headers) : headers
  return { ...rest, host: '127.0.0.1', port, headers: { ...(kept ?? {}), [WANTED]: wanted } }
}

/** Starts recording. Stop it: until then nothing of this process reaches anything over https. */
export async function recordWire(answer: (sent: Sent) => WireAnswer): Promise<WireRecorder> {
  const sent: Sent[] = []
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const text = await textOf(request)
    const { [WANTED]: host, ...headers } = request.headers
    const one = { host: String(host), method: request.method ?? '', path: request.url ?? '', headers, text }
    sent.push(one)
    const reply = answer(one)
    response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers })
    response.end(reply.body === undefined ? '' : JSON.stringify(reply.body))
  }
  const server = http.createServer((request, response) => {
    serve(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo

  const before = { fetch: globalThis.fetch, request: https.request }
  globalThis.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    if (url.protocol !== 'https:') return before.fetch(input, init)
    const headers = new Headers(input instanceof Request ? input.headers : init?.headers)
    headers.set(WANTED, url.hostname)
    return before.fetch(`http://127.0.0.1:${port}${url.pathname}${url.search}`, { ...init, headers })
  }
  type Answered = (response: IncomingMessage) => void
  const request = (
    first: string | URL | https.RequestOptions,
    second?: https.RequestOptions | Answered,
    third?: Answered,
  ) => {
    const url = typeof first === 'string' ? new URL(first) : first instanceof URL ? first : undefined
    const more = typeof second === 'function' ? {} : (second ?? {})
    const place = url ? { hostname: url.hostname, path: `${url.pathname}${url.search}` } : first
    const options = redirected({ ...(place as https.RequestOptions), ...more }, port)
    return http.request(options, typeof second === 'function' ? second : third)
  }
  Object.assign(https, { request })
  return {
    sent,
    stop: async () => {
      globalThis.fetch = before.fetch
      Object.assign(https, { request: before.request })
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
