/** The front door: /api/messages for Teams, /healthz and /readyz for who keeps it running. */
import type { CloudAdapter, TurnContext } from 'botbuilder'
import restify from 'restify'
import type { Log } from './log.ts'

/** More than Teams ever sends; what is larger is refused before it is read. */
const MOST_BODY = 512 * 1024

export type Door = { url: string; close(): Promise<void> }

type Parts = {
  adapter: Pick<CloudAdapter, 'process'>
  run: (context: TurnContext) => Promise<void>
  ready: () => Promise<boolean>
  log: Log
}

const isActivity = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'type' in body && typeof body.type === 'string'

/**
 * Opens the door.
 * @param host loopback in local mode; undefined listens on all addresses.
 */
export async function openDoor(parts: Parts, port: number, host: string | undefined): Promise<Door> {
  const server = restify.createServer({ name: 'signaalpunt', ignoreTrailingSlash: true })
  server.use(restify.plugins.bodyParser({ maxBodySize: MOST_BODY, mapParams: false }))
  server.post('/api/messages', async (request: restify.Request, response: restify.Response) => {
    if (!isActivity(request.body)) {
      response.send(400, { error: 'This is not an activity.' })
      return
    }
    try {
      // The SDK's types of a request and restify's own differ in what may be undefined; at run time they are one.
      await parts.adapter.process(request as Parameters<CloudAdapter['process']>[0], response, parts.run)
    } catch (error) {
      parts.log.error('turn.failed', { error })
      if (!response.headersSent) response.send(500, { error: 'Something went wrong here.' })
    }
  })
  server.get('/healthz', async (_request: restify.Request, response: restify.Response) => {
    response.send(200, { alive: true })
  })
  server.get('/readyz', async (_request: restify.Request, response: restify.Response) => {
    const ready = await parts.ready()
    response.send(ready ? 200 : 503, { ready })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host ?? '::', () => resolve())
  })
  const address = server.address()
  return {
    url: `http://${host ?? 'localhost'}:${address.port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
