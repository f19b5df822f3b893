/** A bot of two municipalities on a store in memory, with Teams that hangs or fails where a test says so. */

import type { App } from '../../../bot/app/app.ts'
import { DayLimits } from '../../../bot/app/dayLimits.ts'
import { KeyedQueue } from '../../../bot/app/keyedQueue.ts'
import type { LogEvent } from '../../../bot/app/log.ts'
import { Courier } from '../../../bot/courier/courier.ts'
import { Arrivals } from '../../../bot/edge/arrivals.ts'
import { Scheduler } from '../../../bot/jobs/scheduler.ts'
import { KeptFirstRuns } from '../../../bot/officer/firstRun/keptFirstRuns.ts'
import { KeptSettings } from '../../../bot/officer/settings/keptSettings.ts'
import { Choices } from '../../../bot/point/choices.ts'
import { AlarmMemory } from '../../../bot/reporter/alarmMemory.ts'
import { CodeSessions } from '../../../bot/reporter/codeSession.ts'
import { ContactsMemory } from '../../../bot/reporter/contactsMemory.ts'
import type { Teams } from '../../../bot/teams/client.ts'
import { HeldAgendas } from '../../../services/agenda/held.ts'
import { chatDue } from '../../../services/draft/drafting.ts'
import { References } from '../../../services/draft/referenceNumbers.ts'
import { Municipalities } from '../../../services/municipality/municipalities.ts'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import type { Effect } from '../../../services/outbox/effect.ts'
import { holder } from '../../../services/outbox/lease.ts'
import type { Place, PostedActivity, SendFailure } from '../../../services/outbox/sent.ts'
import { HiddenNumbersMemory } from '../../../services/privacy/bsn/memory.ts'
import { HintsMemory } from '../../../services/privacy/identifying/hintsMemory.ts'
import { chatOp, storedSignal, tombstoneDocument } from '../../../services/signal/handle.ts'
import type { SignalRecord, Tombstone } from '../../../services/signal/record.ts'
import type { DocumentKey, StoredDocument } from '../../../services/store/port.ts'
import { Instant, MunicipalityId, Reference, SignalId, TenantId } from '../../../services/words.ts'
import { emptyChat, keys, someone } from '../../kit/chats.ts'
import { MemoryDisk, MemoryStore } from '../../kit/memoryStore.ts'
import { ids, NOW, received, town } from '../../kit/signals.ts'

const OTHER_ID = MunicipalityId.parse('elders')
export const here: Municipality = town
export const there: Municipality = {
  ...town,
  id: OTHER_ID,
  tenant: TenantId.parse('00000000-0000-4000-b000-000000000002'),
  channel: { ...town.channel, channelId: '19:elders@thread.tacv2' },
}

export type SweepWorld = {
  app: App
  scheduler: Scheduler
  store: MemoryStore
  disk: MemoryDisk
  said: LogEvent[]
  /** Which channel or chat was posted in, in order. */
  posted: string[]
  /** Asked before each post: what it waits for, or how it fails. */
  teams: { before(where: string): Promise<SendFailure | undefined>; look(): Promise<void> }
  pass(ms: number): void
  /** A signal whose doorbell is due, or these effects are. */
  signal(of: Municipality, effects?: (fresh: Effect) => Effect[]): Promise<SignalRecord>
  /** What is left of a signal, with nothing to deliver: it is to be forgotten. */
  ended(of: Municipality): Promise<Tombstone>
  /** A chat with an alarm that is due from then on. */
  alarm(of: Municipality, at?: Instant): Promise<void>
  keep(document: StoredDocument): Promise<void>
  stands(key: DocumentKey): Promise<Effect[]>
}

/** What waits for it goes on when it is opened. */
export function gate(): { waits: Promise<undefined>; open(): void } {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  return { waits: promise, open: () => resolve(undefined) }
}

const newId = ids(5)

/** The world. `by`: the name of this instance. */
export function sweepWorld(by = 'us', disk = new MemoryDisk()): SweepWorld {
  const store = new MemoryStore({ disk })
  let ms = Date.parse(NOW)
  const now = (): Instant => Instant.parse(new Date(ms).toISOString())
  const elapsed = () => ms
  const said: LogEvent[] = []
  const posted: string[] = []
  const teams: SweepWorld['teams'] = { before: async () => undefined, look: async () => undefined }
  const say = (event: LogEvent) => void said.push(event)
  const post = async (place: Place): Promise<PostedActivity | SendFailure> => {
    const failed = await teams.before(place.conversation)
    if (failed) return failed
    posted.push(place.conversation)
    return { ...place, activity: newId() }
  }
  const port: Teams = {
    post: (place) => post(place),
    update: async () => ({ updated: true }),
    openChat: async (serviceUrl, _tenant, member) => ({ serviceUrl, conversation: `a:${member}` }),
    postInChannel: ({ serviceUrl, channelId }) => post({ serviceUrl, conversation: channelId }),
    isMember: async () => ({ member: true }),
    membersOf: async () => {
      await teams.look()
      return { members: new Set(town.officers.map(({ id }) => id)), whole: true }
    },
  }
  const outside = {
    store,
    keys,
    teams: port,
    graph: {
      account: async () => ({ account: 'there' as const }),
      makeReachable: async () => ({ failed: 'refused' as const }),
      nudge: async () => ({ nudged: true as const }),
    },
    log: { info: say, warn: say, error: say },
    now,
    newId,
    municipalities: new Municipalities([here, there]),
    surface: 'dialog' as const,
    answerWithin: 600_000,
    local: false,
    memberIdOf: (officer: string) => officer,
    holder: { ...holder(by, by), elapsed },
    elapsed,
    random: () => 0,
  }
  const courier = new Courier(outside)
  const app: App = {
    ...outside,
    courier,
    settings: new KeptSettings(outside, courier.chats),
    firstRuns: new KeptFirstRuns(outside),
    references: new References(store),
    turns: new KeyedQueue(),
    numbers: new HiddenNumbersMemory(),
    codes: new CodeSessions(keys, elapsed),
    contacts: new ContactsMemory(elapsed),
    choices: new Choices(elapsed),
    arrivals: new Arrivals(),
    hints: new HintsMemory(elapsed),
    alarms: new AlarmMemory(elapsed),
    day: new DayLimits({}, () => now().slice(0, 10)),
    agendas: new HeldAgendas(store),
  }
  // Behind the back of the store of the bot, which a test may let fail.
  const table = new MemoryStore({ disk })
  const keep = async (document: StoredDocument): Promise<void> => {
    const result = await table.save([{ op: 'create', document }])
    if (!result.saved) throw new Error('It stood there already.')
  }
  const fresh = (): Effect => ({ id: newId(), at: NOW, attempts: 0, kind: 'doorbell' })
  return {
    app,
    scheduler: new Scheduler(app),
    store,
    disk,
    said,
    posted,
    teams,
    pass: (by) => {
      ms += by
    },
    signal: async (of, effects = (bell) => [bell]) => {
      const record = { ...received(), municipality: of.id, effects: effects(fresh()) }
      await keep(storedSignal(record, of))
      return record
    },
    ended: async (of) => {
      const tombstone: Tombstone = {
        schema: 1,
        gone: true,
        municipality: of.id,
        id: SignalId.parse(newId()),
        reference: Reference.parse('S-2026-0001'),
        language: 'nl',
        alarms: [],
        effects: [],
      }
      await keep(tombstoneDocument(tombstone, of))
      return tombstone
    },
    alarm: async (of, at = NOW) => {
      const who = someone(`29:${newId()}`)
      const effects: Effect[] = [{ id: newId(), at, attempts: 0, kind: 'alarm', to: 'channel' }]
      const chat = { ...emptyChat(who), municipality: of.id, id: who.chat(of.id, keys), effects }
      const op = chatOp(chat, undefined, chatDue(chat))
      if (op.op !== 'delete') await keep(op.document)
    },
    keep,
    stands: async (key) => {
      const kept = await table.read(key)
      const body: unknown = kept?.document.body
      return typeof body === 'object' && body !== null && 'effects' in body && Array.isArray(body.effects)
        ? body.effects
        : []
    },
  }
}
