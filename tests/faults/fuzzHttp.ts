/** Many requests at once over connections that stay open, and what came back of each. */
import { Agent, request } from 'node:http'
import { createConnection } from 'node:net'

export type Shot = {
  readonly method?: string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string | Buffer
}

/** `status` 0: the connection broke without an answer. */
export type Hit = { readonly shot: Shot; readonly status: number; readonly text: string }

export const JSON_TYPE = { 'content-type': 'application/json' } as const

const AT_ONCE = 16
const UNANSWERED = 120_000

function fire(agent: Agent, base: URL, shot: Shot): Promise<Hit> {
  const { method = 'POST', path = '/api/messages', headers = JSON_TYPE, body } = shot
  const length = { 'content-length': String(Buffer.byteLength(body)) }
  return new Promise((resolve) => {
    const options = { agent, host: base.hostname, port: base.port, method, path }
    const broke = () => resolve({ shot, status: 0, text: '' })
    const asked = request({ ...options, headers: { ...headers, ...length } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', broke)
      answer.on('end', () =>
        resolve({ shot, status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
      )
    })
    asked.on('error', broke)
    // Not a limit on how fast it must be: without an answer at all the test would wait for ever.
    asked.setTimeout(UNANSWERED, () => asked.destroy())
    asked.end(body)
  })
}

/** Sends them all, so many at once, and gives each answer to `seen`. */
export async function fireAll(url: string, shots: Iterable<Shot>, seen: (hit: Hit) => void): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  const queue = shots[Symbol.iterator]()
  const base = new URL(url)
  let count = 0
  const worker = async () => {
    for (let next = queue.next(); !next.done; next = queue.next()) {
      count += 1
      seen(await fire(agent, base, next.value))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  agent.destroy()
  return count
}

/** Bytes that are no HTTP, straight on the line; resolves when the other side has closed it or answered. */
export function raw(url: string, bytes: string | Buffer): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    const socket = createConnection({ host: hostname, port: Number(port) })
    const done = () => {
      socket.destroy()
      resolve(Buffer.concat(chunks).toString('latin1'))
    }
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      done()
    })
    socket.on('error', done)
    socket.on('close', done)
    socket.end(bytes)
  })
}
