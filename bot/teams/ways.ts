/**
 * What this instance sees of the ways: each send is one, whoever sends it. In memory; what it comes to stands in the
 * document of the reporting point (`bot/point/point.ts`).
 */
import type { Graph, GraphFailure } from '../../services/graph/port.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import type { Way, WaySeen, WhyDown } from '../../services/municipality/ways.ts'
import type { SendFailure } from '../../services/outbox/sent.ts'
import { type Instant, plus } from '../../services/words.ts'
import type { Teams } from './client.ts'

const PEOPLE = 'chats'
const GRAPH = 'graph'
const channelName = (conversation: string): string => `channel ${conversation.split(';')[0]}`

/** Seconds within which what is asked of accounts is one look. */
const ONE_LOOK = 30

/** A handful of channels, and two more; a name that is asked for but never sent to is not kept. */
export class Ways {
  readonly #seen = new Map<string, WaySeen>()
  readonly #now: () => Instant
  /** When an account was last asked after in vain. */
  #lookedUp: Instant | undefined
  constructor(now: () => Instant) {
    this.#now = now
  }

  /** What was seen of this way of a municipality. */
  of({ channel }: Pick<Municipality, 'channel'>, way: Way): WaySeen {
    const name = { channel: channelName(channel.channelId), chats: PEOPLE, graph: GRAPH }[way]
    return this.#seen.get(name) ?? {}
  }

  worked(name: string): void {
    this.#seen.set(name, { workedAt: this.#now() })
  }

  failed(name: string, why: WhyDown): void {
    const { workedAt, failing } = this.#seen.get(name) ?? {}
    const since = failing?.since ?? this.#now()
    const times = (failing?.times ?? 0) + 1
    this.#seen.set(name, { ...(workedAt ? { workedAt } : {}), failing: { times, since, why } })
  }

  /** Takes in what came of a send. What was refused for one thing says nothing of the way. */
  sent<T extends object>(name: string, result: T | SendFailure): T | SendFailure {
    if (!('failed' in result)) this.worked(name)
    else if (result.failed === 'away') this.failed(name, result.token ? 'token' : 'away')
    else if (result.failed === 'unknown') this.failed(name, 'unknown')
    return result
  }

  /**
   * Takes in what Graph said of an account. It is asked in every look, of several at once: together that is one try. That
   * accounts may not be read says nothing of the rest; that one can be read says that there is a token, and ends what
   * was seen here, no more: something else of Graph may be refused or away.
   */
  lookedUp<T extends object>(result: T | GraphFailure): T | GraphFailure {
    const { failing } = this.#seen.get(GRAPH) ?? {}
    const answered = !('failed' in result) || result.failed === 'gone'
    if (answered) {
      if (failing === undefined || failing.why === 'token' || this.#lookedUp) this.worked(GRAPH)
      this.#lookedUp = undefined
      return result
    }
    const now = this.#now()
    const same = this.#lookedUp && this.#lookedUp <= now && plus(this.#lookedUp, { seconds: ONE_LOOK }) > now
    if (same || (!result.token && result.failed !== 'away')) return result
    this.#lookedUp = now
    return this.asked(result)
  }

  /** As `sent`, of Graph: there a refusal is a permission that is missing, unless it is of one person. */
  asked<T extends object>(result: T | GraphFailure): T | GraphFailure {
    if (!('failed' in result)) this.worked(GRAPH)
    else if (result.token) this.failed(GRAPH, 'token')
    else if (result.failed === 'away') this.failed(GRAPH, result.unsure ? 'unknown' : 'away')
    else if (result.failed === 'refused' && !result.ofPerson) this.failed(GRAPH, 'refused')
    return result
  }
}

/** Teams as it is, watched. `isChannel`: is this conversation that of a reporting point? */
export function watchedTeams(teams: Teams, ways: Ways, isChannel: (conversation: string) => boolean): Teams {
  const nameOf = (conversation: string) => {
    const name = conversation.split(';')[0] ?? conversation
    return isChannel(name) ? channelName(name) : PEOPLE
  }
  // All its other methods stay as they are.
  const rest: Teams = Object.create(teams)
  const watched: Pick<Teams, 'post' | 'update' | 'openChat' | 'postInChannel'> = {
    post: async (place, message) => ways.sent(nameOf(place.conversation), await teams.post(place, message)),
    update: async (posted, message) =>
      ways.sent(nameOf(posted.conversation), await teams.update(posted, message)),
    openChat: async (...given) => {
      const result = await teams.openChat(...given)
      return 'failed' in result ? ways.sent(PEOPLE, result) : result
    },
    postInChannel: async (channel, tenant, message) =>
      ways.sent(channelName(channel.channelId), await teams.postInChannel(channel, tenant, message)),
  }
  return Object.assign(rest, watched)
}

/** Graph as it is, watched. */
export function watchedGraph(graph: Graph, ways: Ways): Graph {
  // All its other methods stay as they are.
  const rest: Graph = Object.create(graph)
  const { sendMail } = graph
  const watched: Pick<Graph, 'makeReachable' | 'nudge' | 'account' | 'sendMail'> = {
    ...(sendMail ? { sendMail: async (...given) => ways.asked(await sendMail.apply(graph, given)) } : {}),
    account: async (...given) => ways.lookedUp(await graph.account(...given)),
    makeReachable: async (...given) => ways.asked(await graph.makeReachable(...given)),
    nudge: async (...given) => ways.asked(await graph.nudge(...given)),
  }
  return Object.assign(rest, watched)
}
