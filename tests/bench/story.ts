/**
 * People who use the house, as Teams would say it: each reporter types a text and presses Versturen, the officer takes
 * the signal and decides on it. Everything that is not measured is done here, and pressed on the cards that the house
 * really posted.
 */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { meldpunt, municipality, people } from '../../infra/local/demo.ts'
import { isWire, press } from '../kit/cardClient.ts'
import type { Child } from './children.ts'
import type { Client, Run, Wire } from './load.ts'

export const Versioned = z.array(
  z.object({ conversation: z.string(), id: z.string(), activity: z.unknown() }),
)
type Versioned = z.infer<typeof Versioned>

const TEXT =
  'Een jongen van een jaar of zeventien kwam vandaag aan de balie met een oudere man. De man had het paspoort in ' +
  'zijn hand en gaf alle antwoorden. De jongen keek steeds naar hem. Hij wist het adres niet waar hij moest wonen.'

/** How many at once, where nothing is measured. */
const AT_ONCE = 4

const WithCard = z.object({
  attachments: z.array(z.object({ contentType: z.string(), content: z.looseObject({}) })),
})
const DialogAnswer = z.object({
  task: z.object({ value: z.object({ card: z.object({ content: z.looseObject({}) }) }) }),
})

const cardOf = (activity: unknown): Wire | undefined => {
  const found = WithCard.safeParse(activity)
  return found.success ? found.data.attachments[0]?.content : undefined
}

function dialogOf(body: unknown): Wire {
  const found = DialogAnswer.safeParse(body)
  if (!found.success) throw new Error('The house did not answer with a dialog: the story has changed.')
  return found.data.task.value.card.content
}

/** What a press of the button with this verb sends, or undefined when the card has no such button. */
function pressed(card: Wire, verb: string, inputs: Record<string, string> = {}, page?: string): unknown {
  const { data } = press(
    card,
    ({ data: own }) => isWire(own) && own.verb === verb && (page === undefined || own.page === page),
    inputs,
  )
  return data
}

const hasVerb = (card: Wire, verb: string): boolean => JSON.stringify(card).includes(`"verb":"${verb}"`)

type Somebody = { id: string; name: string; aadObjectId: string }

/** Nobody reports twice: with a signal that is open the story is another one. */
let reporters = 0

export class Story {
  readonly #house: Client
  readonly #stubs: Child<unknown>
  readonly #idle: () => Promise<unknown>
  readonly #serviceUrl: string

  constructor(house: Client, stubs: Child<unknown>, serviceUrl: string, idle: () => Promise<unknown>) {
    this.#house = house
    this.#stubs = stubs
    this.#serviceUrl = serviceUrl
    this.#idle = idle
  }

  /** So many drafts, each of another person; answers with their presses on Versturen. */
  async drafts(count: number): Promise<Wire[]> {
    const reporters = Array.from({ length: count }, () => this.#reporter())
    await this.#house.atOnce(
      reporters.map((reporter) => ({ ...this.#personal(reporter), type: 'message', text: TEXT })),
      AT_ONCE,
    )
    const kept = await this.#kept()
    return reporters.map((reporter) => {
      const conversation = chatOf(reporter)
      const draft = kept.findLast(
        (one) => one.conversation === conversation && hasVerb(cardOf(one.activity) ?? {}, 'send'),
      )
      const card = draft && cardOf(draft.activity)
      if (!card)
        console.error(
          conversation,
          kept.length,
          JSON.stringify(kept.filter((k) => k.conversation === conversation)).slice(0, 3000),
        )
      if (!card) throw new Error('The house did not show a draft: the story has changed.')
      const value = pressed(card, 'send')
      return { ...this.#personal(reporter), type: 'message', replyToId: draft.id, value }
    })
  }

  /** After sending: the presses on *Neem in behandeling* of the doorbells that rang. */
  async takes(count: number): Promise<Wire[]> {
    const kept = await this.#kept()
    const rang = kept.flatMap((one) => {
      const card = cardOf(one.activity)
      return card && one.conversation.startsWith(meldpunt.channel.id) && hasVerb(card, 'take')
        ? [{ one, card }]
        : []
    })
    if (rang.length !== count)
      throw new Error(`${count} signals were sent, and ${rang.length} doorbells rang.`)
    return rang.map(({ one, card }) =>
      this.#officer(one.conversation, one.id, 'task/fetch', pressed(card, 'take')),
    )
  }

  /** After taking: walks to the second step of a decision; answers with the presses that decide. */
  async decisions(takes: readonly Wire[], taken: Run): Promise<Wire[]> {
    const places = takes.map(({ conversation, replyToId }) => ({
      conversation: z.object({ id: z.string() }).parse(conversation).id,
      card: String(replyToId),
    }))
    const submit = async (values: readonly unknown[]): Promise<Wire[]> => {
      const activities = values.map((value, at) =>
        this.#officer(places[at]?.conversation ?? '', places[at]?.card ?? '', 'task/submit', value),
      )
      return (await this.#house.atOnce(activities, AT_ONCE)).turns.map(({ body }) => dialogOf(body))
    }
    const dossiers = taken.turns.map(({ body }) => dialogOf(body))
    const first = await submit(dossiers.map((card) => pressed(card, 'page', {}, 'decide')))
    const second = await submit(first.map((card) => pressed(card, 'decide', DECISION)))
    await this.#kept()
    return second.map((card, at) =>
      this.#officer(
        places[at]?.conversation ?? '',
        places[at]?.card ?? '',
        'task/submit',
        pressed(card, 'decideDays'),
      ),
    )
  }

  /** After deciding: every reporter heard of it, or what was measured is not what it says. */
  async heard(count: number): Promise<void> {
    const kept = await this.#kept()
    const told = kept.filter((one) => one.conversation.startsWith(CHAT))
    if (told.length !== count)
      throw new Error(`${count} decisions were made, ${told.length} reporters heard.`)
  }

  async #kept(): Promise<Versioned> {
    await this.#idle()
    return this.#stubs.ask('kept', Versioned)
  }

  #reporter(): Somebody {
    reporters += 1
    return { id: `29:bench-${reporters}`, name: 'Robin Jansen', aadObjectId: randomUUID() }
  }

  #personal(from: Somebody) {
    const { tenantId } = municipality
    return {
      ...this.#common(from),
      conversation: { conversationType: 'personal', tenantId, id: chatOf(from) },
      channelData: { tenant: { id: tenantId } },
    }
  }

  #officer(conversation: string, replyToId: string, name: string, data: unknown): Wire {
    const { tenantId } = municipality
    const { teamsId, aadObjectId, name: called } = people.marieke
    const { id: team, channel } = meldpunt
    return {
      ...this.#common({ id: teamsId, aadObjectId, name: called }),
      type: 'invoke',
      name,
      replyToId,
      value: { data, context: { theme: 'default' } },
      conversation: { isGroup: true, conversationType: 'channel', tenantId, id: conversation },
      channelData: {
        teamsChannelId: channel.id,
        teamsTeamId: team,
        channel: { id: channel.id },
        team: { id: team },
        tenant: { id: tenantId },
      },
    }
  }

  #common(from: Somebody) {
    return {
      id: `f:${randomUUID()}`,
      channelId: 'msteams',
      serviceUrl: this.#serviceUrl,
      timestamp: new Date().toISOString(),
      locale: 'nl-NL',
      from,
      recipient: { id: '28:bench', name: 'Signaalpunt' },
      entities: [{ type: 'clientInfo', locale: 'nl-NL', country: 'NL', platform: 'Web' }],
    }
  }
}

const CHAT = 'a:1bench-'
const chatOf = (reporter: Somebody): string => `${CHAT}${reporter.id.slice('29:bench-'.length)}`

/** A decision with two partners, of which the reporter gets a message. */
const DECISION = {
  outcome: 'external',
  reason: 'De jongen is mogelijk slachtoffer. Een partner kijkt mee, en het wijkteam zoekt contact.',
  lead: 'Aandachtsfunctionaris',
  partners: 'politie-avim,wijkteam',
  victimHelp: 'notYet',
  tellForm: 'message',
}

/** The same turn for the floor. */
export const toFloor = (activities: readonly Wire[], serviceUrl: string): Wire[] =>
  activities.map((activity) => ({ ...activity, serviceUrl }))
