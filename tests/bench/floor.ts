/**
 * The floor: the smallest bot on the same restify and CloudAdapter. For each turn it makes as many calls to the
 * connector and to Graph as the house does, as early and as much at once as the house does, and nothing else. Its
 * messages are a word, where the house sends cards.
 *
 * The second floor does one thing more, as a bot must that loses nothing: one durable write of our own store, before
 * anything is answered or said.
 */
import {
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type TurnContext,
} from 'botbuilder'
import type { ConnectorClient } from 'botframework-connector'
import restify from 'restify'
import { z } from 'zod'
import { answer } from './children.ts'
import { StoreGiven } from './config.ts'
import { startMeter } from './meter.ts'
import { openWriter } from './seams.ts'

const Given = z.object({
  graphUrl: z.string(),
  /** Of the second floor. */
  store: StoreGiven.optional(),
})

type Call = 'member' | 'update' | 'post' | 'create' | 'postAndNudge'
/** `first` is waited for before `next` is begun; the answer waits for those in `next` that it is told to. */
type Plan = { first: Call[]; next: { call: Call; answerWaits: boolean }[] }

/** After the check of the channel: the doorbell is drawn again, and the reporter is told. */
const doorbellAndMessage: Plan = {
  first: ['member'],
  next: [
    { call: 'update', answerWaits: false },
    { call: 'postAndNudge', answerWaits: false },
  ],
}

const PLANS: Record<string, Plan> = {
  send: {
    first: [],
    next: [
      { call: 'update', answerWaits: true },
      { call: 'create', answerWaits: false },
    ],
  },
  take: doorbellAndMessage,
  decideDays: doorbellAndMessage,
}

const underWay = new Set<Promise<unknown>>()

/** The line in the activity feed, as the house asks for it: is the app there, in which chat, and then the line. */
async function nudge(graphUrl: string, person: string): Promise<void> {
  const apps = `${graphUrl}/v1.0/users/${person}/teamwork/installedApps`
  const asked = async (url: string, method = 'GET') => (await fetch(url, { method })).text()
  await asked(apps)
  await asked(`${apps}/installed/chat`)
  await asked(`${graphUrl}/v1.0/users/${person}/teamwork/sendActivityNotification`, 'POST')
}

function calls(
  context: TurnContext,
  adapter: CloudAdapter,
  graphUrl: string,
): (call: Call) => Promise<unknown> {
  const { conversations } = context.turnState.get<ConnectorClient>(adapter.ConnectorClientKey)
  const { conversation, from, replyToId } = context.activity
  const message = { type: 'message', text: 'ok' }
  return (call) => {
    switch (call) {
      case 'member':
        return conversations.getConversationMember(conversation.id, from.id)
      case 'update':
        return conversations.updateActivity(conversation.id, replyToId ?? '', message)
      case 'post':
        return conversations.sendToConversation(conversation.id, message)
      case 'postAndNudge':
        return conversations
          .sendToConversation(conversation.id, message)
          .then(() => nudge(graphUrl, encodeURIComponent(from.aadObjectId ?? '')))
      case 'create': {
        const channelData = { channel: { id: 'floor' } }
        return conversations.createConversation({ isGroup: true, activity: message, channelData } as never)
      }
      default:
        return call satisfies never
    }
  }
}

async function turn(
  context: TurnContext,
  adapter: CloudAdapter,
  graphUrl: string,
  write: (() => Promise<void>) | undefined,
): Promise<void> {
  const { activity } = context
  const plan = PLANS[activity.value?.verb ?? activity.value?.data?.verb]
  if (!plan) throw new Error('The floor knows the measured turns only.')
  const call = calls(context, adapter, graphUrl)
  for (const each of plan.first) await call(each)
  await write?.()
  const begun = plan.next.map(({ call: each, answerWaits }) => {
    const done = call(each).finally(() => underWay.delete(done))
    underWay.add(done)
    return answerWaits ? done : undefined
  })
  await Promise.all(begun)
  if (activity.type !== ActivityTypes.Invoke) return
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body: {} } })
}

answer(async (raw) => {
  const { graphUrl, store } = Given.parse(raw)
  const writer = store && (await openWriter(store))
  const meter = startMeter()
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))
  const server = restify.createServer({ name: 'floor' })
  server.use(restify.plugins.bodyParser({ mapParams: false }))
  server.post('/api/messages', async (request: restify.Request, response: restify.Response) => {
    await adapter.process(request as Parameters<CloudAdapter['process']>[0], response, (context) =>
      turn(context, adapter, graphUrl, writer?.write),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const idle = async () => {
    while (underWay.size > 0) await Promise.all(underWay)
  }
  return {
    ready: { url: `http://127.0.0.1:${server.address().port}/api/messages` },
    answers: {
      idle,
      reset: () => meter.reset(),
      metered: async () => {
        await idle()
        return meter.read()
      },
    },
    stop: writer?.close,
  }
})
