/**
 * One request to Cosmos DB, sent once: what stands in the place of the SDK's own HTTP client. The SDK repeats reads
 * after a reset (ten times, with a second between), and asks for a plan with each query although a query within one
 * partition needs none.
 */
import http from 'node:http'
import https from 'node:https'

// The part of the SDK's types that is used here, in words of our own.
type Headers = {
  get(name: string): string | undefined
  has(name: string): boolean
  set(name: string, value: string | number | boolean): void
  delete(name: string): void
  toJSON(): Record<string, string>
  [Symbol.iterator](): Iterator<[string, string]>
}
type Listen = (type: 'abort', listener: () => void) => void
type Request = {
  url: string
  method: string
  headers: Headers
  body?: unknown
  abortSignal?: { readonly aborted: boolean; addEventListener: Listen; removeEventListener: Listen }
}
type Response<R> = { request: R; status: number; headers: Headers; bodyAsText: string }

export type Wire = {
  client: { sendRequest<R extends Request>(request: R): Promise<Response<R>> }
  close(): void
}

/** No answer came; `sent` false: so it was not applied. The SDK does not repeat after an error like this. */
export class WireError extends Error {
  override readonly name = 'WireError'
  readonly sent: boolean
  constructor(sent: boolean) {
    super(sent ? 'No answer from Cosmos DB.' : 'No connection to Cosmos DB.')
    this.sent = sent
  }
}

const NEVER_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

const headersOf = (incoming: http.IncomingMessage): Headers => {
  const headers = new Map(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]))
  return {
    get: (name) => headers.get(name.toLowerCase()),
    has: (name) => headers.has(name.toLowerCase()),
    set: (name, value) => void headers.set(name.toLowerCase(), String(value)),
    delete: (name) => void headers.delete(name.toLowerCase()),
    toJSON: () => Object.fromEntries(headers),
    [Symbol.iterator]: () => headers[Symbol.iterator](),
  }
}

const answer = <R>(request: R, status: number, headers: Headers, text: string): Response<R> => {
  // What the server says about an error can quote the item; the SDK would log it.
  return { request, status, headers, bodyAsText: status < 400 ? text : '{"message":""}' }
}

/** Opens a client with connections of its own, kept between requests. */
export const openWire = (): Wire => {
  const plain = new http.Agent({ keepAlive: true })
  const secure = new https.Agent({ keepAlive: true, minVersion: 'TLSv1.2' })

  const sendRequest = <R extends Request>(request: R): Promise<Response<R>> => {
    const { method, abortSignal, body } = request
    if (request.headers.has('x-ms-cosmos-is-query-plan-request')) {
      return Promise.resolve(answer(request, 400, request.headers, ''))
    }
    return new Promise((resolve, reject) => {
      const url = new URL(request.url)
      const isSecure = url.protocol === 'https:'
      const options = { method, headers: request.headers.toJSON(), agent: isSecure ? secure : plain }
      const outgoing = (isSecure ? https : http).request(url, options, (incoming) => {
        const chunks: Buffer[] = []
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
        incoming.on('error', () => reject(new WireError(true)))
        incoming.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8')
          resolve(answer(request, incoming.statusCode ?? 0, headersOf(incoming), text))
        })
      })
      outgoing.on('error', (error: NodeJS.ErrnoException) => {
        reject(new WireError(!NEVER_CONNECTED.has(error.code ?? '')))
      })
      const abort = (): void => void outgoing.destroy()
      abortSignal?.addEventListener('abort', abort)
      outgoing.on('close', () => abortSignal?.removeEventListener('abort', abort))
      if (abortSignal?.aborted) abort()
      else outgoing.end(typeof body === 'string' ? body : undefined)
    })
  }

  const close = (): void => {
    plain.destroy()
    secure.destroy()
  }
  return { client: { sendRequest }, close }
}
