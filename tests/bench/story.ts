/**
 * People who use the house, as Teams would say it: each reporter types a text and presses Versturen, the officer takes
 * the signal and decides on it. Everything that is not measured is done here, and pressed on the cards that the house
 * really posted.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { meldpunt, municipality, people } from '../../infra/local/demo.ts'
import { isWire, press } from '../kit/cardClient.ts'
import type { Client, Run, Wire } from './load.ts'

export const Versioned = z.array(
  z.object({ conversation: z.string(), id: z.string(), activity: z.unknown() }),
)
export type Versioned = z.infer<typeof Versioned>

const TEXT =
  'In de loods aan de haven werken sinds de zomer mannen voor een aannemer. De huur gaat van hun loon af, en bij ' +
  'het loket kon niemand zeggen hoeveel uur er gewerkt wordt.'

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

/** The same press, made once more. */
const anew = (activity: Wire): Wire => ({ ...activity, id: `f:${randomUUID()}` })

const conversationOf = ({ conversation }: Wire): string => z.object({ id: z.string() }).parse(conversation).id

const hasVerb = (card: Wire, verb: string): boolean => JSON.stringify(card).includes(`"verb":"${verb}"`)

type Somebody = { id: string; name: string; aadObjectId: string }

/** Nobody reports twice: with a signal that is open the story is another one. */
let reporters = 0

/** What did not go at once, and is in no figure but these. */
export type Troubles = {
  /** Turns that took longer than an answer may: answered 202, or with a dialog that says so. */
  taken: number
  /** Presses that were not carried out, as the house said, and were made again. */
  again: number
  /** How often was waited for what came later. */
  waited: number
}

/** The house, as the story sees it. */
export type Told = {
  client: Client
  /** What was posted since this was asked before. */
  kept(): Promise<Versioned>
  idle(): Promise<unknown>
  /** Tries again, now, what could not be delivered. */
  round(): Promise<unknown>
}

/** So often is looked whether it came; from the second time on what is missing is asked again. */
const MOST_LOOKS = 40
const LOOK_MS = 500

export class Story {
  readonly troubles: Troubles = { taken: 0, again: 0, waited: 0 }
  readonly #told: Told
  readonly #serviceUrl: string

  constructor(told: Told, serviceUrl: string) {
    this.#told = told
    this.#serviceUrl = serviceUrl
  }

  /** So many drafts, each of another person; answers with their presses on Versturen. */
  async drafts(count: number): Promise<Wire[]> {
    const all = Array.from({ length: count }, () => this.#reporter())
    const type = (those: readonly Somebody[]) =>
      those.map((reporter) => ({ ...this.#personal(reporter), type: 'message', text: TEXT }))
    const draftOf = (kept: Versioned, reporter: Somebody) =>
      kept.findLast(
        (one) => one.conversation === chatOf(reporter) && hasVerb(cardOf(one.activity) ?? {}, 'send'),
      )
    await this.#send(type(all))
    return this.#until('drafts', (kept) => {
      const found = all.flatMap((reporter) => {
        const draft = draftOf(kept, reporter)
        const card = draft && cardOf(draft.activity)
        if (!card) return []
        const value = pressed(card, 'send')
        return [{ ...this.#personal(reporter), type: 'message', replyToId: draft.id, value }]
      })
      const missing = all.filter((reporter) => !draftOf(kept, reporter))
      return missing.length === 0 ? { found } : { missing: type(missing) }
    })
  }

  /** After these presses on Versturen: the presses on *Neem in behandeling* of the doorbells that rang. */
  async takes(sent: readonly Wire[]): Promise<Wire[]> {
    return this.#until('doorbells', (kept) => {
      // One that rang twice, as nobody knew whether it had arrived, is one signal.
      const rang = new Map<string, Wire>()
      for (const one of kept) {
        const card = cardOf(one.activity)
        if (!card || !one.conversation.startsWith(meldpunt.channel.id) || !hasVerb(card, 'take')) continue
        const data = pressed(card, 'take')
        const { signal } = z.object({ signal: z.string() }).parse(data)
        rang.set(signal, this.#officer(one.conversation, one.id, 'task/fetch', data))
      }
      if (rang.size === sent.length) return { found: [...rang.values()] }
      // The receipt stands in the place of the draft; where the draft stands still, it was not sent.
      const receipts = new Set(
        kept.flatMap((one) => {
          const card = cardOf(one.activity)
          return card && !hasVerb(card, 'send') ? [`${one.conversation} ${one.id}`] : []
        }),
      )
      return {
        missing: sent.filter((press) => !receipts.has(`${conversationOf(press)} ${String(press.replyToId)}`)),
      }
    })
  }

  /** After taking: walks to the second step of a decision; answers with the presses that decide. */
  async decisions(takes: readonly Wire[], taken: Run): Promise<Wire[]> {
    const submit = (values: readonly unknown[]): Wire[] =>
      values.map((value, at) =>
        this.#officer(
          conversationOf(takes[at] ?? {}),
          String(takes[at]?.replyToId ?? ''),
          'task/submit',
          value,
        ),
      )
    const answers = taken.turns.map(({ body }) => body)
    const dossiers = await this.#dialogs(takes, answers, 'page')
    const pages = submit(dossiers.map((card) => pressed(card, 'page', {}, 'decide')))
    const first = await this.#dialogs(pages, await this.#send(pages), 'decide')
    const steps = submit(first.map((card) => pressed(card, 'decide', DECISION)))
    const second = await this.#dialogs(steps, await this.#send(steps), 'decideDays')
    await this.#kept()
    return submit(second.map((card) => pressed(card, 'decideDays')))
  }

  /** After deciding: every reporter heard of it, or what was measured is not what it says. */
  async heard(decided: readonly Wire[]): Promise<void> {
    await this.#until('news for reporters', (kept) => {
      const told = new Set(
        kept.map(({ conversation }) => conversation).filter((name) => name.startsWith(CHAT)),
      )
      // Which of them it was is nothing that a channel says: one that was carried out is refused.
      return told.size >= decided.length ? { found: [] } : { missing: [...decided] }
    })
  }

  /** Sends what is not measured; answers with the answers. */
  async #send(activities: readonly Wire[]): Promise<unknown[]> {
    const { turns } = await this.#told.client.atOnce(activities, AT_ONCE)
    this.troubles.taken += turns.filter(({ taken }) => taken).length
    return turns.map(({ body }) => body)
  }

  /** The dialogs of these answers. One that came too late, or was refused for now, is asked again. */
  async #dialogs(asked: readonly Wire[], answers: readonly unknown[], verb: string): Promise<Wire[]> {
    const cards = answers.map(dialogOf)
    for (const [at, card] of cards.entries()) {
      for (let tries = 0; !hasVerb(cards[at] ?? card, verb); tries += 1) {
        if (tries === MOST_LOOKS) throw new Error(`The house shows no "${verb}": the story has changed.`)
        this.troubles[tries === 0 ? 'taken' : 'again'] += 1
        await this.#told.idle()
        const [body] = await this.#send([anew(asked[at] ?? {})])
        cards[at] = dialogOf(body)
      }
    }
    return cards
  }

  /** Looks at what was posted until `read` finds all of it; what stays away is waited for, and then asked again. */
  async #until(
    what: string,
    read: (kept: Versioned) => { found: Wire[] } | { missing: Wire[] },
  ): Promise<Wire[]> {
    const kept: Versioned = []
    for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
      kept.push(...(await this.#kept()))
      const now = read(kept)
      if ('found' in now) return now.found
      this.troubles.waited += 1
      await pause(LOOK_MS)
      await this.#told.round()
      if (looks % 5 !== 4) continue
      this.troubles.again += now.missing.length
      await this.#send(now.missing.map(anew))
    }
    throw new Error(`Not all of the ${what} came: the house lost one, or the story has changed.`)
  }

  async #kept(): Promise<Versioned> {
    await this.#told.idle()
    return this.#told.kept()
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
  minor: 'no',
  tellForm: 'message',
}

/** The same turn for the floor. */
export const toFloor = (activities: readonly Wire[], serviceUrl: string): Wire[] =>
  activities.map((activity) => ({ ...activity, serviceUrl }))

/** An officer who types this in the own chat. */
export const typedByOfficer = (text: string, serviceUrl: string): Wire => {
  const { teamsId, aadObjectId, name } = people.marieke
  const { tenantId } = municipality
  return {
    id: `f:${randomUUID()}`,
    type: 'message',
    text,
    channelId: 'msteams',
    serviceUrl,
    timestamp: new Date().toISOString(),
    locale: 'nl-NL',
    from: { id: teamsId, aadObjectId, name },
    recipient: { id: '28:bench', name: 'Signaalpunt' },
    conversation: { conversationType: 'personal', tenantId, id: 'a:1officer' },
    channelData: { tenant: { id: tenantId } },
  }
}
