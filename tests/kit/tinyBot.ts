/** The smallest bot on restify and CloudAdapter that shows how the stand-in behaves, and its world. */
import {
  type Activity,
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  MessageFactory,
  TeamsInfo,
  TurnContext,
} from 'botbuilder'
import restify from 'restify'
import { type Card, type Connector, type Person, startConnector } from './connector.ts'

const input = { type: 'Input.Text', id: 'note', value: 'standaard', maxLength: 20 }
const choice = {
  type: 'Input.ChoiceSet',
  id: 'urgency',
  choices: [
    { title: 'Hoog', value: 'high' },
    { title: 'Gewoon', value: 'normal' },
  ],
}
const submit = (title: string, data: object) => ({ type: 'Action.Submit', title, data })
export const fetchDialog = { verb: 'open', msteams: { type: 'task/fetch' } }
export const card: Card = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: 'Melding S-2026-0001' },
    { type: 'TextBlock', text: 'niet te zien', isVisible: false },
    { type: 'FactSet', facts: [{ title: 'Urgentie', value: 'hoog' }] },
    {
      type: 'Container',
      items: [input, { type: 'ActionSet', actions: [submit('Bewaar', { verb: 'save' })] }],
    },
    choice,
    { type: 'Input.Toggle', id: 'sure', title: 'Zeker' },
  ],
  actions: [
    submit('Openen', fetchDialog),
    {
      type: 'Action.ShowCard',
      title: 'Meer',
      card: {
        type: 'AdaptiveCard',
        body: [{ type: 'Input.Text', id: 'why', isRequired: true }],
        actions: [submit('Sluit', { verb: 'close' })],
      },
    },
    { type: 'Action.Execute', title: 'Ververs', verb: 'again', data: { verb: 'again' } },
    submit('Dubbel', { n: 1 }),
    submit('Dubbel', { n: 2 }),
    { type: 'Action.OpenUrl', title: 'Bel', url: 'tel:112' },
  ],
}
export const dialogCard: Card = {
  type: 'AdaptiveCard',
  body: [input],
  actions: [submit('Verder', { step: 1 })],
}

export const channelId = '19:7d2991f86ecef50c19e520ea0328e802@thread.tacv2'
export const team = {
  id: '19:4a8b@thread.tacv2',
  name: 'Meldpunt',
  aadGroupId: 'f5640b80-97bc-4bdd-b4a3-171252359248',
}

export type Tiny = {
  connector: Connector
  adapter: CloudAdapter
  /** In no channel, but in the team. */
  sanne: Person
  /** In the channel. */
  marieke: Person
  /** Every activity the bot heard. */
  heard: Activity[]
  /** What the bot learned by asking the connector. */
  learned: unknown
  /** The connector's REST interface, without the SDK. Status 0: cut off. */
  call(method: string, path: string, body?: object): Promise<{ status: number; body: unknown }>
  stopBot(): Promise<void>
  stop(): Promise<void>
}

/** Starts the bot, the connector, two people and a private channel. */
export async function startTiny(): Promise<Tiny> {
  const connector = await startConnector()
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}))
  const server = restify.createServer()
  server.use(restify.plugins.bodyParser())
  server.post('/api/messages', async (request, response) =>
    adapter.process(request, response, (context) => turn(context, tiny)),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  connector.bot(`http://127.0.0.1:${server.address().port}/api/messages`)
  const ids = ['e4a6dc38-37d4-4bde-86f9-1c3ff7604644', '359c060c-995b-4ae4-992a-bd91bea4a866'] as const
  const sanne = connector.person({
    id: '29:sanne',
    aadObjectId: ids[0],
    name: 'Sanne de Wit',
    locale: 'nl-NL',
  })
  const marieke = connector.person({
    id: '29:marieke',
    aadObjectId: ids[1],
    name: 'Marieke Vonk',
    locale: 'nl-NL',
  })
  connector.makeChannel({
    id: channelId,
    name: 'Meldpunt',
    team,
    members: [marieke],
    teamOnly: [sanne],
    isPrivate: true,
  })
  const stopBot = () => new Promise<void>((resolve) => server.close(() => resolve()))
  const tiny: Tiny = {
    connector,
    adapter,
    sanne,
    marieke,
    heard: [],
    learned: undefined,
    call: (...request) => call(connector.serviceUrl, ...request),
    stopBot,
    async stop() {
      await connector.stop()
      await stopBot()
    },
  }
  return tiny
}

/** The tiny bot: does what the text says. */
async function turn(context: TurnContext, tiny: Tiny): Promise<void> {
  const { activity } = context
  tiny.heard.push(JSON.parse(JSON.stringify(activity)))
  if (activity.type === 'invoke') return invoke(context)
  if (activity.type !== 'message') return
  const said = TurnContext.removeRecipientMention(activity)?.trim() || activity.text
  if (said === 'kaart') await context.sendActivity(MessageFactory.attachment(CardFactory.adaptiveCard(card)))
  if (said === 'werk bij' || said === 'haal weg') {
    const sent = await context.sendActivity('eerst')
    const update = { ...MessageFactory.text('daarna'), id: sent?.id ?? '' }
    if (said === 'werk bij') await context.updateActivity(update)
    else await context.deleteActivity(update.id)
  }
  if (said === 'onbekend') {
    const update = { ...MessageFactory.text('?'), id: '1' }
    tiny.learned = await context
      .updateActivity(update)
      .catch((error: { statusCode: number }) => error.statusCode)
  }
  if (said === 'wie') {
    const paged = await TeamsInfo.getPagedMembers(context)
    const me = await TeamsInfo.getMember(context, activity.from.id)
    tiny.learned = [paged.members.map((member) => member.name), me.aadObjectId, me.id]
  }
  if (said === 'stuk') throw new Error('kapot')
}

async function invoke(context: TurnContext): Promise<void> {
  const { name, value } = context.activity
  const respond = (body?: object) =>
    context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } } as Partial<Activity>)
  const dialog = { title: 'Dossier', card: CardFactory.adaptiveCard(dialogCard) }
  if (name === 'task/fetch') await respond({ task: { type: 'continue', value: dialog } })
  if (name === 'adaptiveCard/action') {
    await respond({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: dialogCard })
  }
  if (name !== 'task/submit') return
  if (value.data.note === 'dicht') return void (await respond())
  if (value.data.note === 'zin') return void (await respond({ task: { type: 'message', value: 'Klaar' } }))
  await respond({ task: { type: 'continue', value: { ...dialog, title: 'Stap 2' } } })
}

async function call(
  serviceUrl: string,
  method: string,
  path: string,
  body?: object,
): Promise<{ status: number; body: unknown }> {
  const [before = '', query] = path.split('?')
  const encoded = before.split('/').map(encodeURIComponent).join('/')
  const init = { method, headers: { 'content-type': 'application/json' } }
  const url = `${serviceUrl}v3/${encoded}${query === undefined ? '' : `?${query}`}`
  try {
    const response = await fetch(url, body === undefined ? init : { ...init, body: JSON.stringify(body) })
    const text = await response.text()
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
  } catch {
    return { status: 0, body: undefined }
  }
}
