/**
 * The floor: the smallest bot on the same restify and CloudAdapter. For each turn it makes as many calls to the
 * connector as the house does, as early and as much at once as the house does, and nothing else. Its messages are a
 * word, where the house sends cards.
 */
import {
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type TurnContext,
} from 'botbuilder'
import type { ConnectorClient } from 'botframework-connector'
import restify from 'restify'
import { answer } from './children.ts'
import { startMeter } from './meter.ts'

type Call = 'member' | 'update' | 'post' | 'create'
/** `first` is waited for before `next` is begun; the answer waits for those in `next` that it is told to. */
type Plan = { first: Call[]; next: { call: Call; answerWaits: boolean }[] }

/** After the check of the channel: the doorbell is drawn again, and the reporter is told. */
const doorbellAndMessage: Plan = {
  first: ['member'],
  next: [
    { call: 'update', answerWaits: false },
    { call: 'post', answerWaits: false },
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

function calls(context: TurnContext, adapter: CloudAdapter): (call: Call) => Promise<unknown> {
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
      case 'create': {
        const channelData = { channel: { id: 'floor' } }
        return conversations.createConversation({ isGroup: true, activity: message, channelData } as never)
      }
    }
  }
}

async function turn(context: TurnContext, adapter: CloudAdapter): Promise<void> {
  const { activity } = context
  const plan = PLANS[activity.value?.verb ?? activity.value?.data?.verb]
  if (!plan) throw new Error('The floor knows the measured turns only.')
  const call = calls(context, adapter)
  for (const each of plan.first) await call(each)
  const begun = plan.next.map(({ call: each, answerWaits }) => {
    const done = call(each).finally(() => underWay.delete(done))
    underWay.add(done)
    return answerWaits ? done : undefined
  })
  await Promise.all(begun)
  if (activity.type !== ActivityTypes.Invoke) return
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body: {} } })
}

answer(async () => {
  const meter = startMeter()
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))
  const server = restify.createServer({ name: 'floor' })
  server.use(restify.plugins.bodyParser({ mapParams: false }))
  server.post('/api/messages', async (request: restify.Request, response: restify.Response) => {
    await adapter.process(request as Parameters<CloudAdapter['process']>[0], response, (context) =>
      turn(context, adapter),
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
  }
})
