/**
 * Teams and Graph for the bench, as quick as they can be: everybody has the app, they accept everything, and they keep
 * what the house posted until it is asked for. One process, so that their work is not counted as the bot's.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { people } from '../../infra/local/demo.ts'
import { answer } from './children.ts'
import { TEAMS_APP_ID } from './config.ts'
import { listen } from './listen.ts'

/** A message that the house posted or updated. */
export type Posted = { conversation: string; id: string; activity: unknown }

/** What is not asked for in time is dropped: the bench must not grow. */
const MOST_KEPT = 2_000

let last = Date.now()
let kept: Posted[] = []
const counts = { house: 0, floor: 0, graph: 0 }

const entraIds = new Map<string, string>(Object.values(people).map((p) => [p.teamsId, p.aadObjectId]))

/** The member that is asked after, by both ids as Teams has them. */
const memberOf = (id: string) => ({ id, objectId: entraIds.get(id) ?? id })

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

function send(response: ServerResponse, status: number, body?: object): void {
  const text = body === undefined ? '' : JSON.stringify(body)
  const type = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }
  response.writeHead(status, type)
  response.end(text)
}

function keep(conversation: string, id: string, activity: unknown): void {
  kept.push({ conversation, id, activity })
  if (kept.length > MOST_KEPT) kept.shift()
}

/**
 * Graph as it is where the app is installed. An answer that the house cannot read would make it try again for half an
 * hour, and those tries would be in the figures of everybody who comes after.
 */
function graph(what: string | undefined): object | undefined {
  switch (what) {
    case 'token':
      return { token_type: 'Bearer', expires_in: 3599, access_token: 'bench' }
    case 'teamsApps':
      return { value: [{ id: 'catalogue', externalId: TEAMS_APP_ID }] }
    case 'installedApps':
      return { value: [{ id: 'installed', teamsApp: { id: 'catalogue', externalId: TEAMS_APP_ID } }] }
    case 'chat':
      return { id: 'a:chat-of-graph' }
    default:
      return undefined
  }
}

/** `/house/v3/conversations…`, `/floor/v3/conversations…` or `/graph/…` */
async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const text = await textOf(request)
  const [who = '', ...path] = (request.url ?? '').split('/').filter(Boolean)
  if (who === 'graph') {
    counts.graph += 1
    const body = graph(path.at(-1)?.split('?')[0])
    return send(response, body ? 200 : 204, body)
  }
  const mine = who === 'house'
  counts[mine ? 'house' : 'floor'] += 1
  const conversation = decodeURIComponent(path[2] ?? '')
  const method = `${request.method} ${path[3] ?? ''}`
  if (method === 'GET pagedmembers') return send(response, 200, { members: [] })
  if (method === 'GET members') return send(response, 200, memberOf(decodeURIComponent(path[4] ?? '')))
  const body = mine ? JSON.parse(text) : undefined
  last += 1
  const id = String(last)
  if (method === 'POST ') {
    const thread = `${body?.channelData?.channel?.id ?? ''};messageid=${id}`
    if (mine) keep(thread, id, body.activity)
    return send(response, 201, { id: thread, activityId: id })
  }
  if (method === 'POST activities') {
    if (mine) keep(conversation, id, body)
    return send(response, 201, { id })
  }
  const updated = decodeURIComponent(path[4] ?? '')
  if (mine) keep(conversation, updated, body)
  send(response, 200, { id: updated })
}

answer(async () => {
  const server = createServer((request, response) => {
    serve(request, response).catch(() => send(response, 500))
  })
  // Longer than any pause of the bench: a connection that is made anew would be in somebody's figures.
  server.keepAliveTimeout = 120_000
  const url = await listen(server)
  return {
    ready: { house: `${url}/house/`, floor: `${url}/floor/`, graph: `${url}/graph` },
    answers: {
      kept: () => {
        const all = kept
        kept = []
        return all
      },
      counts: () => ({ ...counts }),
    },
  }
})
