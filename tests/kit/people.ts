/** People in Teams: what they say, press and fill in, as their client would send it to the bot. */
import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import { z } from 'zod'
import { type Action, type Card, type Inputs, isWire, press, type Which, type Wire } from './cardClient.ts'
import { type Account, ADAPTIVE, type Place, type Shown, type TeamsWorld } from './teamsWorld.ts'

/** What the bot answered to one activity. `status` 0: nobody answered. */
export type Answer = {
  readonly status: number
  readonly body: unknown
  /** What was sent: `connector.again(answer.activity)` delivers it once more. */
  readonly activity: Wire
  /** The second answer, where the activity was delivered twice at once. */
  readonly twin?: Answer
}

/** A dialog on the person's screen. */
export type Dialog = {
  readonly title: string
  /** Undefined for a dialog that shows a web page. */
  readonly card: Card | undefined
  readonly value: Wire
  /** Where it was opened. */
  readonly conversationId: string
}

/** What a person sees after pressing a button. */
export type Clicked = Answer & {
  readonly dialog?: Dialog
  /** A line the client shows: in a dialog, or under a card. */
  readonly message?: string
  /** The card that an Action.Execute put in place of the old one, for this person. */
  readonly card?: Card
  /** A submitted dialog that went away. */
  readonly closed: boolean
}

export type SendOptions = {
  /** Delivered twice at the same moment, with the same id. */
  readonly twice?: boolean
}

export type SayOptions = SendOptions & {
  readonly attachments?: readonly Wire[]
  /** The id of a channel (a new thread) or of a thread in it. The bot is mentioned, or it would not hear. */
  readonly inChannel?: string
}

export type Person = Account & {
  /** Types a message: to the bot, or in a channel. */
  say(text: string, options?: SayOptions): Promise<Answer>
  /** Presses a button of a card; `Shown` may be an old version that is still on the screen. */
  click(target: Shown | Card, action: Which, inputs?: Inputs, options?: SendOptions): Promise<Clicked>
  /** Presses a button in a dialog. */
  submitDialog(dialog: Dialog, action: Which, inputs?: Inputs, options?: SendOptions): Promise<Clicked>
  /** Adds the bot, or removes it, and lets the bot know. */
  installs(): Promise<Answer>
  uninstalls(): Promise<Answer>
  /** The bot isn't told. */
  blocks(): void
  unblocks(): void
}

export type Deliver = (activity: Wire) => Promise<Omit<Answer, 'twin'>>

const TaskAnswer = z.object({
  task: z.discriminatedUnion('type', [
    z.object({ type: z.literal('message'), value: z.string() }),
    z.object({
      type: z.literal('continue'),
      value: z.looseObject({
        title: z.string().default(''),
        card: z.object({ contentType: z.literal(ADAPTIVE), content: z.looseObject({}) }).optional(),
        url: z.string().optional(),
      }),
    }),
  ]),
})
const ExecuteAnswer = z.object({ statusCode: z.number(), type: z.string(), value: z.unknown() })

/** Makes a person who acts in this world. */
export function makePerson(
  world: TeamsWorld,
  serviceUrl: string,
  account: Account,
  deliver: Deliver,
): Person {
  const send = async (activity: Wire, options: SendOptions = {}): Promise<Answer> => {
    if (options.twice !== true) return deliver(activity)
    const [first, twin] = await Promise.all([deliver(activity), deliver(activity)])
    return { ...first, twin }
  }
  const base = (conversationId: string) => envelope(world, serviceUrl, account, conversationId)

  async function submit(
    shown: Shown,
    action: Action,
    data: unknown,
    options?: SendOptions,
  ): Promise<Clicked> {
    const common = { ...base(shown.conversationId), replyToId: shown.id }
    const msteams = isWire(data) && isWire(data.msteams) ? data.msteams : {}
    if (action.type === 'Action.Execute') {
      const value = {
        action: { type: action.type, id: action.id, verb: action.verb, data, title: action.title },
        trigger: 'manual',
      }
      const invoke = { ...common, ...invokeOf('adaptiveCard/action'), value }
      return afterExecute(await send(invoke, options), world, shown)
    }
    if (msteams.type === 'task/fetch') {
      const value = { data, context: { theme: 'default' } }
      const invoke = { ...common, ...invokeOf('task/fetch'), value }
      return { ...afterDialog(await send(invoke, options), shown.conversationId), closed: false }
    }
    const { msteams: _client, ...own } = isWire(data) ? data : {}
    if (msteams.type === 'imBack' || msteams.type === 'messageBack') {
      const text = String((msteams.type === 'imBack' ? msteams.value : msteams.text) ?? '')
      const value = msteams.type === 'imBack' ? {} : { value: { ...own, ...wireOf(msteams.value) } }
      // These two stand in the chat as if the person typed them.
      const message = { ...common, type: 'message', text, ...value }
      world.post(placeOf(world, shown.conversationId), shown.conversationId, message, false, message.id)
      return { ...(await send(message, options)), closed: false }
    }
    const message = { ...common, id: `f:${randomUUID()}`, type: 'message', value: isWire(data) ? own : data }
    return { ...(await send(message, options)), closed: false }
  }

  return {
    ...account,

    async say(text, options = {}) {
      const place =
        options.inChannel === undefined ? world.chatOf(account) : placeOf(world, options.inChannel)
      const mention = `<at>${world.bot.name}</at>`
      const words = place.kind === 'channel' ? `${mention} ${text}` : text
      // The client sends what was typed a second time, as HTML.
      const html = { contentType: 'text/html', content: `<p>${escaped(text)}</p>` }
      const id = world.newId()
      const typed = {
        type: 'message',
        text: words,
        textFormat: 'plain',
        attachments: [...(options.attachments ?? []), html],
      }
      const message = world.post(place, options.inChannel ?? place.id, typed, false, id)
      const envelope = base(message.conversationId)
      const mentioned = { type: 'mention', text: mention, mentioned: { ...world.bot } }
      const entities = place.kind === 'channel' ? [mentioned, ...envelope.entities] : envelope.entities
      return send({ ...envelope, ...typed, id, entities }, options)
    },

    async click(target, which, inputs, options) {
      const { shown, card } = located(world, target)
      if (card === undefined) throw new Error('There is no card in this message.')
      const { action, data } = press(card, which, inputs)
      if (action.type !== 'Action.Submit' && action.type !== 'Action.Execute') {
        throw new Error(`A press on an ${action.type} doesn't reach the bot.`)
      }
      return submit(shown, action, data, options)
    },

    async submitDialog(dialog, which, inputs, options) {
      if (dialog.card === undefined) throw new Error('This dialog shows a web page, not a card.')
      const { action, data } = press(dialog.card, which, inputs)
      if (action.type !== 'Action.Submit') throw new Error(`A dialog can't send an ${action.type}.`)
      if (isWire(data) && isWire(data.msteams) && data.msteams.type === 'task/fetch')
        throw new Error('A dialog inside a dialog does not open on every client.')
      const value = { data, context: { theme: 'default' } }
      const invoke = { ...base(dialog.conversationId), ...invokeOf('task/submit'), value }
      return afterDialog(await send(invoke, options), dialog.conversationId)
    },

    async installs() {
      const place = world.chatOf(account)
      Object.assign(place, { botIsIn: true, blocked: false })
      const update = { ...base(place.id), type: 'conversationUpdate' }
      await send({ ...update, membersAdded: [{ id: world.bot.id }] })
      return send({ ...base(place.id), id: `f:${randomUUID()}`, type: 'installationUpdate', action: 'add' })
    },

    async uninstalls() {
      const place = world.chatOf(account)
      place.botIsIn = false
      return send({
        ...base(place.id),
        id: `f:${randomUUID()}`,
        type: 'installationUpdate',
        action: 'remove',
      })
    },

    blocks() {
      world.chatOf(account).blocked = true
    },
    unblocks() {
      world.chatOf(account).blocked = false
    },
  }
}

/** What every activity of Teams has. */
export function envelope(world: TeamsWorld, serviceUrl: string, from: Account, conversationId: string) {
  const place = placeOf(world, conversationId)
  const { tenantId } = world
  const now = DateTime.now().setZone('Europe/Amsterdam')
  const [, country = 'NL'] = from.locale.split('-')
  const tenant = { id: tenantId }
  const channelData: Wire =
    place.kind === 'personal'
      ? { tenant }
      : {
          teamsChannelId: place.id,
          teamsTeamId: place.team?.id,
          channel: { id: place.id },
          team: { id: place.team?.id, name: place.team?.name, aadGroupId: place.team?.aadGroupId },
          tenant,
        }
  return {
    id: world.newId(),
    channelId: 'msteams',
    serviceUrl,
    timestamp: now.toUTC().toISO(),
    localTimestamp: now.toISO(),
    localTimezone: 'Europe/Amsterdam',
    locale: from.locale,
    from: { id: from.id, name: from.name, aadObjectId: from.aadObjectId },
    recipient: { ...world.bot },
    // Teams leaves isGroup out in a personal chat.
    conversation:
      place.kind === 'personal'
        ? { conversationType: 'personal', tenantId, id: conversationId }
        : { isGroup: true, conversationType: 'channel', tenantId, id: conversationId },
    channelData,
    entities: [
      { type: 'clientInfo', locale: from.locale, country, platform: 'Web', timezone: 'Europe/Amsterdam' },
    ] as Wire[],
  }
}

function invokeOf(name: string) {
  return { type: 'invoke', name, id: `f:${randomUUID()}` }
}

function afterDialog(answer: Answer, conversationId: string): Clicked {
  const parsed = TaskAnswer.safeParse(answer.body)
  if (!parsed.success) {
    // An empty answer closes the dialog; anything else that is not a task leaves it with an error.
    const empty = answer.body === undefined || (isWire(answer.body) && Object.keys(answer.body).length === 0)
    return { ...answer, closed: answer.status >= 200 && answer.status < 300 && empty }
  }
  const { task } = parsed.data
  if (task.type === 'message') return { ...answer, message: task.value, closed: false }
  const { title, card } = task.value
  const dialog: Dialog = { title, card: card?.content, value: task.value, conversationId }
  return { ...answer, dialog, closed: false }
}

function afterExecute(answer: Answer, world: TeamsWorld, shown: Shown): Clicked {
  const parsed = ExecuteAnswer.safeParse(answer.body)
  if (!parsed.success) return { ...answer, closed: false }
  const { type, value } = parsed.data
  if (type === ADAPTIVE && isWire(value)) {
    world.homes.set(value, shown)
    return { ...answer, card: value, closed: false }
  }
  const message = isWire(value) ? String(value.message ?? '') : String(value ?? '')
  return { ...answer, message, closed: false }
}

function located(world: TeamsWorld, target: Shown | Card): { shown: Shown; card: Card | undefined } {
  if (isShown(target)) return { shown: target, card: target.cards[0] }
  const shown = world.homes.get(target)
  if (shown === undefined)
    throw new Error('This card is in no message: take it from what the connector shows.')
  return { shown, card: target }
}

function isShown(target: Shown | Card): target is Shown {
  return 'conversationId' in target && Array.isArray(target.cards)
}

function placeOf(world: TeamsWorld, conversationId: string): Place {
  const place = world.place(conversationId)
  if (place === undefined) throw new Error('There is no such conversation here: make it with makeChannel.')
  return place
}

function wireOf(value: unknown): Wire {
  return isWire(value) ? value : {}
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
