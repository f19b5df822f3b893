/**
 * The front door: /api/messages for Teams, /healthz and /readyz for whoever keeps it running, and pages for whoever has a
 * link of ours.
 */
import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder'
import restify from 'restify'
import { ConfigurationError } from '../app/config.ts'
import { inTime } from '../app/deadline.ts'
import type { Log } from '../app/log.ts'
import { ARRIVAL, arriveWithin, LONGEST_ARRIVAL } from '../pages/body.ts'
import type { Adapter } from './adapter.ts'
import { type Admission, type Bearer, isTurnedAway, type TurnedAway } from './admission.ts'
import { mayReadCounts, type Readiness } from './readiness.ts'

/** More than Teams ever sends; what is larger is refused before it is read. */
const MOST_BODY = 512 * 1024
/** Milliseconds that a stop waits for what is being answered; a client that only holds a connection is not waited for. */
const LEAVING = 5_000
/**
 * More connections at once than Teams opens; what comes beyond that is not let in, so that files and sockets stay free.
 */
const MOST_CONNECTIONS = 2_000

export type Door = { url: string; close(): Promise<void> }

type App = {
  adapter: Pick<Adapter, 'take'>
  admission: Admission
  /** Milliseconds after which Teams gets an answer, whether the work is done or not. */
  answerWithin: () => number
  run: (context: TurnContext) => Promise<void>
  ready: () => Promise<Readiness>
  /** Who has this may read more than whether it is ready. */
  readyToken?: string | undefined
  /** Web pages of ours; left out: there are none. */
  pages?: restify.RequestHandler | undefined
  log: Log
}

/** Nothing of this is a page, and nothing here is to be kept or framed. */
const HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

/**
 * Teams sends JSON, as it is. Whatever else comes is refused before a byte of it is read: restify would unpack it
 * without an end, write uploads to the disk, and die of what is packed badly.
 */
function isPlainJson({ method, headers }: Pick<restify.Request, 'method' | 'headers'>): boolean {
  if (headers['content-encoding'] !== undefined) return false
  return method !== 'POST' || /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')
}

/** restify reads the address behind our back, and would end the process on one that cannot be read. */
function isAddress(request: restify.Request): boolean {
  try {
    request.getUrl()
    return true
  } catch {
    return false
  }
}

/**
 * Opens the door.
 * @param host loopback in local mode; undefined listens on all addresses.
 * @param leaving milliseconds that closing waits for what has not been answered.
 * @throws ConfigurationError when the port is taken.
 */
export async function openDoor(
  app: App,
  port: number,
  host: string | undefined,
  leaving = LEAVING,
): Promise<Door> {
  const server = restify.createServer({ name: '', ignoreTrailingSlash: true })
  server.server.requestTimeout = LONGEST_ARRIVAL
  server.server.headersTimeout = ARRIVAL
  server.server.maxConnections = MOST_CONNECTIONS
  // restify listens for it and does nothing: such a connection would stay for ever, answered by nobody.
  server.server.removeAllListeners('upgrade')
  server.pre((request: restify.Request, response: restify.Response, next: restify.Next) => {
    arriveWithin(request, ARRIVAL)
    for (const [name, value] of Object.entries(HEADERS)) response.header(name, value)
    next()
  })
  server.pre((request: restify.Request, response: restify.Response, next: restify.Next) => {
    if (isAddress(request)) return next()
    response.send(400, { error: 'refused' })
    return next(false)
  })
  // Before anything else reads it: a form is no JSON, and is read by a hand of its own.
  if (app.pages) server.pre(app.pages)
  server.pre((request: restify.Request, response: restify.Response, next: restify.Next) => {
    if (isPlainJson(request)) return next()
    response.send(415, { error: 'refused' })
    return next(false)
  })
  /** Who sends it, by the token that was looked at before a byte of the body was. */
  const bearers = new WeakMap<restify.Request, Bearer>()
  const turnAway = ({ status, code, retryAfter }: TurnedAway, response: restify.Response) => {
    app.log.warn('turn.refused', { code })
    if (retryAfter) response.header('retry-after', String(retryAfter))
    response.send(status, { error: code })
  }
  const checkToken = (request: restify.Request, response: restify.Response, next: restify.Next) => {
    const looked = app.admission.token(request.headers.authorization).then((bearer) => {
      if (isTurnedAway(bearer)) {
        turnAway(bearer, response)
        return next(false)
      }
      bearers.set(request, bearer)
      return next()
    })
    looked.catch((error: unknown) => {
      app.log.error('turn.failed', { error })
      if (!response.headersSent) response.send(503, { error: 'issuerAway' })
      next(false)
    })
  }
  // Whatever restify itself refuses (no such address, too large, not JSON): a status and a word, no details.
  server.on('restifyError', (_request, response, error, done: () => void) => {
    const status = typeof error.statusCode === 'number' ? error.statusCode : 500
    if (!response.headersSent) response.send(status, { error: status < 500 ? 'refused' : 'failed' })
    done()
  })
  const readBody = restify.plugins.bodyParser({ maxBodySize: MOST_BODY, mapParams: false })
  server.post('/api/messages', checkToken, readBody, async (request, response) => {
    try {
      const bearer = bearers.get(request)
      const activity: Activity | TurnedAway =
        bearer === undefined ? { status: 401, code: 'token' } : app.admission.admit(bearer, request.body)
      if (isTurnedAway(activity)) {
        turnAway(activity, response)
        return
      }
      const taking = app.adapter.take(activity, app.run)
      // An invoke is answered in time by its turn, with something to show; a message needs no more than "taken".
      const timely =
        activity.type === ActivityTypes.Invoke ? undefined : await inTime(taking, app.answerWithin())
      if (timely === 'late') {
        response.send(202)
        taking.catch((error: unknown) => app.log.error('turn.failed', { error }))
        return
      }
      const answer = timely ? timely.done : await taking
      // The SDK's own 501: an invoke that nobody answered. To Teams that is an error of the request, never of the bot.
      if (answer && answer.status >= 500) response.send(400, { error: 'refused' })
      else response.send(answer?.status ?? 200, answer?.body ?? undefined)
    } catch (error) {
      // What fails in a turn is answered in the turn: here the SDK itself could make nothing of it.
      app.log.error('turn.failed', { error })
      if (!response.headersSent) response.send(400, { error: 'refused' })
    }
  })
  server.get('/healthz', async (_request: restify.Request, response: restify.Response) => {
    response.send(200, { alive: true })
  })
  server.get('/readyz', async (request: restify.Request, response: restify.Response) => {
    const readiness = await app.ready()
    const { ready } = readiness
    const whole = mayReadCounts(request.headers.authorization, app.readyToken)
    response.send(ready ? 200 : 503, whole ? readiness : { ready })
  })
  await new Promise<void>((resolve, reject) => {
    // It stays: a connection that cannot be accepted later is no reason to end.
    server.on('error', (error: NodeJS.ErrnoException) => {
      app.log.warn('turn.refused', { error })
      reject(
        error.code === 'EADDRINUSE' ? new ConfigurationError([`PORT: ${port} is in use already`]) : error,
      )
    })
    server.listen(port, host ?? '::', () => resolve())
  })
  const address = server.address()
  return {
    url: `http://${host ?? 'localhost'}:${address.port}`,
    close: () =>
      new Promise<void>((resolve) => {
        const hangUp = setInterval(() => server.server.closeAllConnections(), leaving)
        server.close(() => {
          clearInterval(hangUp)
          resolve()
        })
      }),
  }
}
