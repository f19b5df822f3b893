/** What stands before several instances: each request goes to one that listens; a connection that breaks is a 502. */
import http from 'node:http'
import { listen } from '../bench/listen.ts'

export type Balancer = {
  readonly url: string
  /** The addresses of those that are there now. */
  to: string[]
  stop(): Promise<void>
}

const NEVER_CONNECTED = new Set(['ECONNREFUSED'])

type Answer = { status: number; text: string }

/** Starts it on a free port. */
export async function startBalancer(): Promise<Balancer> {
  // A new connection for each request: one that was kept could be to an instance that died.
  const agent = new http.Agent({ keepAlive: false })
  let turn = 0
  const pass = (url: string, request: http.IncomingMessage, body: Buffer): Promise<Answer | 'notThere'> =>
    new Promise((resolve) => {
      const { host: _host, ...headers } = request.headers
      const outgoing = http.request(url, { method: request.method ?? 'POST', headers, agent }, (incoming) => {
        const chunks: Buffer[] = []
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
        incoming.on('error', () => resolve({ status: 502, text: '' }))
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 502, text: Buffer.concat(chunks).toString('utf8') }),
        )
      })
      outgoing.on('error', (error: NodeJS.ErrnoException) =>
        resolve(NEVER_CONNECTED.has(error.code ?? '') ? 'notThere' : { status: 502, text: '' }),
      )
      outgoing.end(body)
    })

  const serve = async (request: http.IncomingMessage): Promise<Answer> => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    turn += 1
    const all = balancer.to
    for (let at = 0; at < all.length; at += 1) {
      const url = all[(turn + at) % all.length]
      const answer = url === undefined ? 'notThere' : await pass(url, request, Buffer.concat(chunks))
      if (answer !== 'notThere') return answer
    }
    return { status: 503, text: '' }
  }

  const server = http.createServer((request, response) => {
    serve(request).then(
      ({ status, text }) => {
        response.writeHead(status, { 'content-type': 'application/json' })
        response.end(text)
      },
      () => request.socket.destroy(),
    )
  })
  const url = await listen(server)
  const balancer: Balancer = {
    url: `${url}/api/messages`,
    to: [],
    stop: () =>
      new Promise((resolve) => {
        agent.destroy()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return balancer
}
