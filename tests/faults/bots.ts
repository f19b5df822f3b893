/**
 * A bot on ports that fail when the schedule says so: one process as `main` builds it, without the server. It can die
 * before and after every call it makes; another one then goes on with the same store, Teams and Graph.
 */

import type { App } from '../../bot/app/app.ts'
import { DayLimits } from '../../bot/app/dayLimits.ts'
import { KeyedQueue } from '../../bot/app/keyedQueue.ts'
import type { Log } from '../../bot/app/log.ts'
import { Courier } from '../../bot/courier/courier.ts'
import { Arrivals } from '../../bot/edge/arrivals.ts'
import { Scheduler } from '../../bot/jobs/scheduler.ts'
import { KeptFirstRuns } from '../../bot/officer/firstRun/keptFirstRuns.ts'
import { KeptSettings } from '../../bot/officer/settings/keptSettings.ts'
import { Choices } from '../../bot/point/choices.ts'
import { AlarmMemory } from '../../bot/reporter/alarmMemory.ts'
import { CodeSessions } from '../../bot/reporter/codeSession.ts'
import { ContactsMemory } from '../../bot/reporter/contactsMemory.ts'
import { failureOf, type Message, type Teams } from '../../bot/teams/client.ts'
import { HeldAgendas } from '../../services/agenda/held.ts'
import { References } from '../../services/draft/referenceNumbers.ts'
import type { Graph, GraphFailure, PersonId } from '../../services/graph/port.ts'
import { Municipalities } from '../../services/municipality/municipalities.ts'
import { holder } from '../../services/outbox/lease.ts'
import type { SendFailure } from '../../services/outbox/sent.ts'
import { HiddenNumbersMemory } from '../../services/privacy/bsn/memory.ts'
import { HintsMemory } from '../../services/privacy/identifying/hintsMemory.ts'
import { type Op, type Store, StoreUnavailable } from '../../services/store/port.ts'
import { keys } from '../kit/chats.ts'
import type { MemoryStore } from '../kit/memoryStore.ts'
import type { FaultName, Figures, Planned } from './figures.ts'
import type { History } from './history.ts'
import type { Stage } from './stage.ts'
import { ACCEPTED, REPORTERS_ONLY, thrown } from './wireFaults.ts'
import { memberIdOf, officerChat, placeOf, town, type World } from './world.ts'

export type Scene = {
  stage: Stage
  world: World
  store: MemoryStore
  history: History
  figures: Figures
  /** What still goes wrong, by the number of the call. */
  planned: Map<number, Planned>
  calls: number
  /** One bot only, ever: what an earlier one had taken was left when it died. */
  alone: boolean
  /** How many things went wrong. */
  fired: number
  /** Teams calls of which nobody knows whether they arrived, per conversation; and all else that explains a repeat. */
  incidents: {
    unknown: Map<string, number>
    crashes: number
    removed: number
    away: number
    /** How often the channel took nothing. */
    channel: number
  }
  newId: () => string
}

type Port = 'store' | 'teams' | 'graph'

let made = 0

/** One process. */
export class Bot {
  readonly name: string
  readonly app: App
  readonly scheduler: Scheduler
  alive = true
  readonly #scene: Scene

  constructor(scene: Scene) {
    made += 1
    this.name = `bot-${made}`
    this.#scene = scene
    const outside = {
      store: this.#storePort(),
      keys,
      teams: this.#teamsPort(),
      graph: this.#graphPort(),
      log: quiet(scene),
      now: scene.stage.now,
      newId: scene.newId,
      municipalities: new Municipalities([town]),
      surface: 'dialog' as const,
      answerWithin: 600_000,
      local: false,
      memberIdOf,
      holder: scene.alone ? holder('alone', this.name) : holder(this.name, this.name),
      elapsed: scene.stage.elapsed,
      random: () => scene.stage.draw(1000) / 1000,
    }
    const courier = new Courier(outside)
    this.app = {
      ...outside,
      courier,
      settings: new KeptSettings(outside, courier.chats),
      firstRuns: new KeptFirstRuns(outside),
      references: new References(outside.store),
      turns: new KeyedQueue(),
      numbers: new HiddenNumbersMemory(),
      codes: new CodeSessions(keys, () => 0),
      contacts: new ContactsMemory(scene.stage.elapsed),
      choices: new Choices(() => 0),
      arrivals: new Arrivals(),
      hints: new HintsMemory(scene.stage.elapsed),
      alarms: new AlarmMemory(scene.stage.elapsed),
      day: new DayLimits({}, () => scene.stage.now().slice(0, 10)),
      agendas: new HeldAgendas(outside.store),
    }
    this.scheduler = new Scheduler(this.app)
  }

  /** A call to the outside: waits for its turn, and goes as the schedule says. Never answers a dead bot. */
  #call<T>(
    port: Port,
    name: string,
    act: () => Promise<T>,
    fail: (fault: FaultName) => Promise<T>,
  ): Promise<T> {
    const { stage, figures } = this.#scene
    if (!this.alive) return new Promise<T>(() => undefined)
    return new Promise<T>((resolve, reject) => {
      const answer = async (doing: () => Promise<T>) => {
        const result = await doing().then(
          (value) => ({ value }),
          (error: unknown) => ({ error }),
        )
        if (!this.alive) return
        if ('value' in result) resolve(result.value)
        else reject(result.error)
      }
      stage.ask(
        this.name,
        async () => {
          const fault = this.#fault(port)
          this.#scene.calls += 1
          if (fault !== undefined) figures.fault(fault, `${port}.${name}`)
          if (fault === undefined) return answer(act)
          if (fault === 'crashAfter') await act().catch(() => undefined)
          if (fault === 'crashBefore' || fault === 'crashAfter') return this.die()
          return answer(() => fail(fault))
        },
        // On its way when the bot died: it arrives, or it does not.
        async () => {
          if (stage.draw(2) === 0) await act().catch(() => undefined)
        },
      )
    })
  }

  #fault(port: Port): FaultName | undefined {
    const { planned, calls } = this.#scene
    const at = planned.get(calls)
    if (at === undefined) return undefined
    planned.delete(calls)
    this.#scene.fired += 1
    return at.crash ?? at[port]
  }

  /** The process is gone, with all it had in memory. */
  async die(): Promise<void> {
    if (!this.alive) return
    this.alive = false
    this.#scene.incidents.crashes += 1
    await this.#scene.stage.bury(this.name)
  }

  #storePort(): Store {
    const { store, history, incidents } = this.#scene
    const call = <T>(name: string, act: () => Promise<T>, save?: readonly (readonly Op[])[]) =>
      this.#call('store', name, act, async (fault) => {
        incidents.away += 1
        if (fault === 'conflict') {
          // Another one saved the same in between: nothing of it changed but its version.
          for (const op of (save ?? []).flat()) if (op.op === 'replace') store.disk.touch(op.document)
          return act()
        }
        if (fault === 'storeAfter') await act()
        throw new StoreUnavailable('unreachable')
      })
    const save = async (groups: readonly (readonly Op[])[]) => {
      try {
        return await store.saveMany(groups)
      } finally {
        history.look()
      }
    }
    return {
      read: (key) => call(`read ${key.kind}`, () => store.read(key)),
      save: (ops) =>
        call('save', async () => {
          const [result] = await save([ops])
          return result ?? { saved: true, etags: [] }
        }, [ops]),
      saveMany: (groups) => call('saveMany', () => save(groups), groups),
      list: (...asked) => call('list', () => store.list(...asked)),
      ids: (...asked) => call('ids', () => store.ids(...asked)),
      ping: () => store.ping(),
      close: () => store.close(),
    }
  }

  #teamsPort(): Teams {
    const { world, stage, incidents } = this.#scene
    const call = <T>(name: string, conversation: string, act: () => Promise<T | SendFailure>) =>
      this.#call<T | SendFailure>('teams', name, act, async (fault) => {
        // A chat has two names: what goes wrong in it goes wrong in the one place that people look at.
        const where = placeOf(conversation)
        if (where === town.channel.channelId) incidents.channel += 1
        if (fault === 'removed') {
          incidents.removed += 1
          for (const { activity, where: at } of world.shown) if (at === where) world.remove(activity)
          return act()
        }
        // The one who reads is never gone here: that has tests of its own.
        if (!where.startsWith('a:melder') && REPORTERS_ONLY.has(fault)) return failureOf({ statusCode: 500 })
        if (fault === 'blocked') world.blocked.add(where)
        if (fault === 'left') {
          world.blocked.add(where)
          world.left.add(where)
          return act()
        }
        if (ACCEPTED.has(fault)) await act()
        if (fault === 'timeout' || fault === 'timeoutAccepted') stage.advance(10_000)
        const failure = failureOf(thrown(fault))
        // Mended twice it is still one message: only what was posted may stand there a second time.
        if (failure.failed === 'unknown' && name.startsWith('post')) {
          incidents.unknown.set(where, (incidents.unknown.get(where) ?? 0) + 1)
        }
        if (failure.failed === 'missing') incidents.removed += 1
        return failure
      })
    const textOf = ({ card, text }: Message): string => JSON.stringify(card ?? text ?? '')
    const blocked = (where: string) => world.blocked.has(placeOf(where))
    return {
      post: (place, message) =>
        call('post', place.conversation, async () => {
          if (blocked(place.conversation)) return failureOf({ statusCode: 403 })
          const where = placeOf(place.conversation)
          if (world.deaf && where.startsWith('a:melder')) {
            incidents.unknown.set(where, (incidents.unknown.get(where) ?? 0) + 1)
            return failureOf({ statusCode: 504 })
          }
          return { ...place, activity: world.post(place.conversation, textOf(message)) }
        }),
      update: (posted, message) =>
        call('update', posted.conversation, async () => {
          if (blocked(posted.conversation)) return failureOf({ statusCode: 403 })
          return world.update(posted.conversation, posted.activity, textOf(message))
            ? { updated: true as const }
            : failureOf({ statusCode: 404 })
        }),
      openChat: (serviceUrl, _tenant, member) =>
        call('openChat', member, async () => ({ serviceUrl, conversation: officerChat(member) })),
      postInChannel: (channel, _tenant, message) =>
        call('postInChannel', channel.channelId, async () => {
          const activity = world.post(channel.channelId, textOf(message))
          const conversation = `${channel.channelId};messageid=${activity}`
          return { serviceUrl: channel.serviceUrl, conversation, activity }
        }),
      isMember: (place) => call('isMember', place.conversation, async () => ({ member: true })),
      membersOf: (place) =>
        call('membersOf', place.conversation, async () => ({
          members: new Set(town.officers.flatMap(({ id }) => [id, memberIdOf(id)])),
          whole: true,
        })),
    }
  }

  #graphPort(): Graph {
    const { world } = this.#scene
    const call = <T>(name: string, who: PersonId, act: (chat: string) => Promise<T | GraphFailure>) => {
      const chat = chatOf(who.forGraph())
      return this.#call<T | GraphFailure>(
        'graph',
        name,
        () => act(chat),
        async (fault) => {
          if (fault === 'graphAfter') await act(chat)
          return fault === 'graphRefused'
            ? { failed: 'refused' as const }
            : { failed: 'away' as const, ...(fault === 'graphThrottled' ? { retryAfter: 3 } : {}) }
        },
      )
    }
    return {
      account: (_municipality, who) => call('account', who, async () => ({ account: 'there' as const })),
      makeReachable: (_municipality, who) =>
        call('makeReachable', who, async (chat) => {
          if (world.left.has(chat)) return { failed: 'gone' as const }
          world.blocked.delete(chat)
          return {
            reachable: true as const,
            chatId: chat.replace('a:melder', '19:graph-melder'),
            installedNow: true,
          }
        }),
      nudge: (_municipality, who, _chat, _text) =>
        call('nudge', who, async (chat) => {
          if (world.left.has(chat)) return { failed: 'gone' as const }
          world.nudged.push(chat)
          return { nudged: true as const }
        }),
    }
  }
}

/** Whose chat this is, by the name of the person in Entra. */
const chatOf = (entra: string): string =>
  entra.startsWith('00000000') ? `a:melder-${entra.slice(-1)}` : officerChat(memberIdOf(entra))

/** Keeps every word of the log, to look for what must not be there. */
function quiet({ history }: Scene): Log {
  const say = (event: string, fields: object = {}) => {
    const { error, ...rest } = { error: undefined, ...fields }
    history.log(`${event} ${JSON.stringify(rest)}`, error)
  }
  return { info: say, warn: say, error: say }
}
