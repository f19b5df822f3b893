/**
 * Teams and Graph for a soak: they fail now and then, and keep only what a story still needs, so that the machine is
 * filled by the bot or by nobody.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { meldpunt, people } from '../../infra/local/demo.ts'
import { listen } from '../bench/listen.ts'
import { isWire, type Wire } from '../kit/cardClient.ts'
import { referenceIn } from './people.ts'

export type Lean = {
  serviceUrl: string
  graphUrl: string
  /** The newest card with a button of this verb in a chat. */
  card(conversation: string, verb: string): { card: Wire; id: string } | undefined
  /** Nothing of this chat is asked for any more. */
  forget(conversation: string): void
  /** A doorbell that rang and was not given before. */
  bell(): { card: Wire; id: string; conversation: string } | undefined
  /** How often each reference was rung for. */
  readonly rang: ReadonlyMap<string, number>
  /** Which references stand on somebody's receipt. */
  readonly receipts: ReadonlySet<string>
  readonly counts: { requests: number; faults: number }
  /** From here on nothing fails. */
  heal(): void
  stop(): Promise<void>
}

const Activity = z.looseObject({
  attachments: z.array(z.looseObject({ content: z.looseObject({}) })).optional(),
})
const Creation = z.looseObject({
  activity: z.looseObject({}).optional(),
  members: z.array(z.looseObject({ id: z.string() })).optional(),
})

type Fault =
  | { status: number; accepted?: boolean; headers?: Record<string, string> }
  | 'reset'
  | 'resetAccepted'
  | 'slow'
const FAULTS: readonly Fault[] = [
  { status: 429, headers: { 'retry-after': '1' } },
  { status: 412 },
  { status: 500 },
  { status: 503 },
  { status: 502, accepted: true },
  { status: 504, accepted: true },
  'reset',
  'resetAccepted',
  'slow',
]
const SLOW_MS = 400
/** As many bells wait for the officer. */
const MOST_BELLS = 50

/** Starts it; `chance` of a fault for each request that writes or reads, from 0 to 1. */
export async function startLean(chance: number): Promise<Lean> {
  const cards = new Map<string, { card: Wire; id: string }>()
  const bells: { card: Wire; id: string; conversation: string }[] = []
  const rang = new Map<string, number>()
  const receipts = new Set<string>()
  const counts = { requests: 0, faults: 0 }
  let failing = chance
  let last = Date.now()

  const cardOf = (activity: unknown): Wire | undefined =>
    Activity.safeParse(activity).data?.attachments?.[0]?.content

  function keep(conversation: string, id: string, activity: unknown, isNew: boolean): void {
    const card = cardOf(activity)
    if (!card) return
    const text = JSON.stringify(card)
    const reference = referenceIn(text)
    if (conversation.startsWith(meldpunt.channel.id)) {
      if (!reference || !isNew) return
      rang.set(reference, (rang.get(reference) ?? 0) + 1)
      if (bells.length < MOST_BELLS && text.includes('"verb":"take"')) bells.push({ card, id, conversation })
      return
    }
    if (reference) receipts.add(reference)
    cards.set(conversation, { card, id })
  }

  const members = [people.marieke, people.joost, people.ellen].map(({ teamsId, aadObjectId, name }) => ({
    id: teamsId,
    aadObjectId,
    name,
  }))

  function teams(method: string, path: readonly string[], body: unknown): { status: number; body: unknown } {
    const conversation = decodeURIComponent(path[2] ?? '')
    const what = path[3]
    if (method === 'GET' && what === 'pagedmembers') return { status: 200, body: { members } }
    if (method === 'GET') {
      const id = decodeURIComponent(path[4] ?? '')
      return { status: 200, body: members.find((member) => member.id === id) ?? { id } }
    }
    last += 1
    const id = String(last)
    if (what === undefined) {
      const { activity, members: [one] = [] } = Creation.parse(body)
      if (one) return { status: 201, body: { id: `a:1${one.id}` } }
      const thread = `${meldpunt.channel.id};messageid=${id}`
      keep(thread, id, activity, true)
      return { status: 201, body: { id: thread, activityId: id } }
    }
    const changed = method === 'PUT' ? decodeURIComponent(path[4] ?? '') : undefined
    keep(conversation, changed ?? id, body, changed === undefined)
    return { status: changed ? 200 : 201, body: { id: changed ?? id } }
  }

  function graph(path: readonly string[], query: string): { status: number; body: unknown } {
    switch (path.at(-1)) {
      case 'installedApps': {
        // Installed for everybody: the app that is asked for.
        const [, id] = /'(.+)'/.exec(new URLSearchParams(query).get('$filter') ?? '') ?? []
        return {
          status: 200,
          body: { value: id ? [{ id: 'ours', teamsApp: { id: 'catalogue', externalId: id } }] : [] },
        }
      }
      case 'chat':
        return { status: 200, body: { id: '19:soak@unq.gbl.spaces' } }
      case 'token':
        return { status: 200, body: { token_type: 'Bearer', expires_in: 3599, access_token: 'soak' } }
      case 'sendActivityNotification':
        return { status: 204, body: undefined }
      default:
        return { status: 200, body: { id: path.at(-1), accountEnabled: true, value: [] } }
    }
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const text = Buffer.concat(chunks).toString('utf8')
    const [place = '', query = ''] = (request.url ?? '').split('?')
    const [who = '', ...path] = place.split('/').filter(Boolean)
    counts.requests += 1
    const fault = Math.random() < failing ? FAULTS[Math.floor(Math.random() * FAULTS.length)] : undefined
    if (fault) counts.faults += 1
    const accepted = fault === undefined || fault === 'slow' || fault === 'resetAccepted' || isAccepted(fault)
    const method = request.method ?? 'GET'
    const isForm = who === 'graph'
    const answer = accepted
      ? isForm
        ? graph(path, query)
        : teams(method, path, text ? JSON.parse(text) : {})
      : undefined
    if (fault === 'reset' || fault === 'resetAccepted') return void request.socket.resetAndDestroy()
    if (fault === 'slow') await pause(SLOW_MS)
    const failed = fault && fault !== 'slow' ? fault : undefined
    const status = failed?.status ?? answer?.status ?? 500
    const json = failed
      ? '{"error":{"code":"ServiceError","message":"fault"}}'
      : JSON.stringify(answer?.body ?? null)
    response.writeHead(status, { 'content-type': 'application/json', ...failed?.headers })
    response.end(status === 204 ? undefined : json)
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => request.socket.destroy())
  })
  server.keepAliveTimeout = 120_000
  const url = await listen(server)
  return {
    serviceUrl: `${url}/teams/`,
    graphUrl: `${url}/graph`,
    card: (conversation, verb) => {
      const kept = cards.get(conversation)
      return kept && JSON.stringify(kept.card).includes(`"verb":"${verb}"`) ? kept : undefined
    },
    forget: (conversation) => void cards.delete(conversation),
    bell: () => bells.shift(),
    rang,
    receipts,
    counts,
    heal: () => {
      failing = 0
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const isAccepted = (fault: Fault): boolean => isWire(fault) && fault.accepted === true
