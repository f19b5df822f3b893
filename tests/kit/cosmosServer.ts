/**
 * A Cosmos DB for tests: @vercel/cosmosdb-server in memory, with a proxy in front that counts what comes over
 * the wire, lets in one at a time, makes of a transactional batch all or nothing (`cosmosBatch.ts`) and can be told to
 * fail. The server is looser than Cosmos DB: queries ignore the partition key, and there is no throttling, no limit of
 * size but that of a batch, and no session token.
 */
import { randomBytes } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo, Server } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { createHttpServer } from '@vercel/cosmosdb-server'
import { z } from 'zod'
import { type Answer, checkBatch, countOf, failedAt } from './cosmosBatch.ts'

export type SeenRequest = { method: string; path: string; headers: http.IncomingHttpHeaders; body: string }

/** What goes wrong with a request. The names say whether the server still does what was asked. */
export type Fault =
  /** 429, not done. */
  | { kind: 'throttled'; retryAfterMs?: number }
  /** Any other status, not done; `unavailable` is 503. */
  | { kind: 'unavailable' }
  | { kind: 'status'; status: number; substatus?: number }
  /** A batch: this operation fails with this status, and with it all the others. Not done. */
  | { kind: 'inBatch'; at: number; status: number; retryAfterMs?: number }
  /** The connection is reset before the server hears of it. */
  | { kind: 'resetBefore' }
  /** The server does it, and the connection is reset instead of the answer. */
  | { kind: 'resetAfter' }
  /** The server does it after a while, also when nobody waits any more. */
  | { kind: 'slow'; ms: number }
  /** The server does it at once, the answer comes after a while. */
  | { kind: 'slowAnswer'; ms: number }
  /** The server does it, the answer is cut off in the middle. */
  | { kind: 'cutOff' }

export type When = (request: SeenRequest) => boolean

export type Faults = {
  /** The next `times` requests (for which `when` holds) fail like this, in the order these were asked for. */
  next(fault: Fault, times?: number, when?: When): void
  /** Every request (for which `when` holds) fails like this with this chance, until `clear`. */
  always(fault: Fault, chance?: number, when?: When): void
  clear(): void
}

export type CosmosServer = {
  endpoint: string
  key: string
  faults: Faults
  /** How many requests came over the wire since the start. */
  requests(): number
  /** How many connections they came over. */
  connections(): number
  stop(): Promise<void>
}

const listen = (server: Server): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address: AddressInfo | string | null = server.address()
      if (address === null || typeof address === 'string') reject(new Error('The test server has no port.'))
      else resolve(`http://127.0.0.1:${address.port}`)
    })
  })

const stopServer = (server: http.Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

const textOf = async (stream: AsyncIterable<Buffer>): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

const PARTITION = 'x-ms-documentdb-partitionkey'
/** Without this the server behind stumbles over what is not there. */
const asks = { 'x-ms-documentdb-query-enablecrosspartition': 'true' }
const Stored = z.object({ _etag: z.string() })

const STATUS: Partial<Record<Fault['kind'], number>> = { throttled: 429, unavailable: 503 }

/** Starts a server and its proxy on free ports of this machine. */
export async function startCosmosServer(): Promise<CosmosServer> {
  const cosmos = createHttpServer({ keepAlive: true })
  const behind = await listen(cosmos)
  const agent = new http.Agent({ keepAlive: true })
  const rules: { fault: Fault; left: number; chance: number; when: When }[] = []
  let count = 0
  let connections = 0

  const faultFor = (request: SeenRequest): Fault | undefined => {
    const rule = rules.find(({ left, chance, when }) => left > 0 && when(request) && Math.random() < chance)
    if (rule === undefined) return undefined
    rule.left -= 1
    return rule.fault
  }

  type Answered = { status: number; headers: http.IncomingHttpHeaders; body: string }

  const forward = ({ method, path, headers, body: sent }: SeenRequest): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const outgoing = http.request(`${behind}${path}`, { method, headers, agent }, (incoming) => {
        textOf(incoming).then(
          (body) => resolve({ status: incoming.statusCode ?? 500, headers: incoming.headers, body }),
          reject,
        )
      })
      outgoing.on('error', reject)
      outgoing.end(sent)
    })

  let last: Promise<unknown> = Promise.resolve()
  /** One request at a time: nobody sees a batch that is half done, or changes what it was gone through on. */
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }

  const answered = ({ status, body }: Answer): Answered => ({
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

  const doBatch = async (seen: SeenRequest): Promise<Answered> => {
    const partition = String(seen.headers[PARTITION])
    const etagOf = async (id: string): Promise<string | undefined> => {
      const path = `${seen.path}/${encodeURIComponent(id)}`
      const found = await forward({
        method: 'GET',
        path,
        headers: { ...asks, [PARTITION]: partition },
        body: '',
      })
      return found.status === 200 ? Stored.parse(JSON.parse(found.body))._etag : undefined
    }
    const checked = await checkBatch(seen.body, partition, etagOf)
    if ('status' in checked) return answered(checked)
    const { 'content-length': _length, ...headers } = seen.headers
    return forward({ ...seen, headers, body: checked.forward })
  }

  const refuse = (response: http.ServerResponse, fault: Fault): boolean => {
    const status = fault.kind === 'status' ? fault.status : STATUS[fault.kind]
    if (status === undefined) return false
    if (fault.kind === 'throttled')
      response.setHeader('x-ms-retry-after-ms', String(fault.retryAfterMs ?? 10))
    if (fault.kind === 'status') response.setHeader('x-ms-substatus', String(fault.substatus ?? 0))
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end('{"code":"Fault","message":"injected by the test"}')
    return true
  }

  const serve = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    const { method = 'GET', url: path = '/', headers } = request
    count += 1
    const seen: SeenRequest = { method, path, headers, body: await textOf(request) }
    const fault = faultFor(seen)
    if (fault?.kind === 'resetBefore') return void request.socket.resetAndDestroy()
    if (fault !== undefined && refuse(response, fault)) return
    if (fault?.kind === 'slow') await delay(fault.ms)
    const isBatch = headers['x-ms-cosmos-is-batch-request'] !== undefined
    const act = async (): Promise<Answered> => {
      if (!isBatch) return forward(seen)
      if (fault?.kind !== 'inBatch') return doBatch(seen)
      return answered(failedAt(countOf(seen.body), fault.at, fault.status, fault.retryAfterMs))
    }
    const { status, headers: given, body } = await alone(act)
    if (fault?.kind === 'resetAfter') return void request.socket.resetAndDestroy()
    if (fault?.kind === 'slowAnswer') await delay(fault.ms)
    response.writeHead(status, given)
    if (fault?.kind === 'cutOff') {
      response.write(body.slice(0, Math.floor(body.length / 2)), () => request.socket.resetAndDestroy())
    } else {
      response.end(body)
    }
  }

  const proxy = http.createServer((request, response) => {
    // A client that went away is what several of these faults are about.
    serve(request, response).catch(() => void request.socket.destroy())
  })
  // The client keeps connections longer than the five seconds a server does by default; so does Cosmos DB.
  proxy.keepAliveTimeout = 60_000
  proxy.on('connection', () => {
    connections += 1
  })
  const endpoint = await listen(proxy)

  const add = (fault: Fault, left: number, chance: number, when: When = () => true): void => {
    rules.push({ fault, left, chance, when })
  }
  return {
    endpoint,
    key: randomBytes(64).toString('base64'),
    faults: {
      next: (fault, times = 1, when) => add(fault, times, 1, when),
      always: (fault, chance = 1, when) => add(fault, Number.POSITIVE_INFINITY, chance, when),
      clear: () => void rules.splice(0),
    },
    requests: () => count,
    connections: () => connections,
    stop: async () => {
      agent.destroy()
      await stopServer(proxy)
      await stopServer(cosmos)
    },
  }
}
