/**
 * Where the bench touches the inside of the house, and nowhere else: whoever changes it inside looks here. What is
 * measured by turns goes through the front door.
 */
import { randomUUID } from 'node:crypto'
import { openLog } from '../../bot/app/log.ts'
import { openStores } from '../../bot/app/stores.ts'
import { type Replacements, type Signaalpunt, startSignaalpunt } from '../../bot/main.ts'
import type { OfficerTurn } from '../../bot/officer/view.ts'
import { worklistView } from '../../bot/officer/worklist.ts'
import { parseTurn } from '../../bot/turn.ts'
import { complete, fold } from '../../services/agenda/agenda.ts'
import { entryOf, lineOps, withListing } from '../../services/agenda/entry.ts'
import { parseStored, storedSignal } from '../../services/signal/handle.ts'
import { openCosmosStore } from '../../services/store/cosmos.ts'
import { everyDocument } from '../../services/store/every.ts'
import type { Op, Store, StoredDocument } from '../../services/store/port.ts'
import { openSqliteStore } from '../../services/store/sqlite.ts'
import { drawKeys } from '../../services/vault/seal.ts'
import { Reporter, vaultDocument } from '../../services/vault/vault.ts'
import { MunicipalityId, Reference, SignalId, VaultKey } from '../../services/words.ts'
import { later, standing, town } from '../kit/signals.ts'
import type { StoreGiven } from './config.ts'

type Config = Parameters<typeof startSignaalpunt>[0]

/** Builds and starts the house. */
export const startHouse = (config: Config, replaced: Replacements = {}): Promise<Signaalpunt> =>
  startSignaalpunt(config, replaced)

/** The municipality of this configuration, by the id under which its documents are kept. */
export const municipalityIn = (config: Config): MunicipalityId =>
  MunicipalityId.parse(config.municipalities[0]?.id)

/** Opens a store as it is stored, without anything around it. */
export const openBareStore = (given: StoreGiven, container = 'bench'): Promise<Store> =>
  given.kind === 'sqlite'
    ? Promise.resolve(openSqliteStore(given.path))
    : openCosmosStore({ ...given, database: 'bench', container, create: true })

/** As large as a signal with a decision. */
const DOCUMENT_BYTES = 5_000

function plainDocument(municipality: MunicipalityId): StoredDocument {
  const body = { text: 'x'.repeat(DOCUMENT_BYTES) }
  return { municipality, kind: 'count', id: `bench-${randomUUID()}`, body, open: false, dueAt: null }
}

async function saved(store: Store, op: Op): Promise<string> {
  const result = await store.save([op])
  const etag = result.saved ? result.etags[0] : undefined
  if (!etag) throw new Error('A save that nobody is in the way of did not succeed.')
  return etag
}

/** One durable write of our store, each of a document of its own. */
export async function openWriter(
  given: StoreGiven,
): Promise<{ write: () => Promise<void>; close: () => Promise<void> }> {
  const store = await openBareStore(given, 'floor')
  return {
    write: async () => void (await saved(store, { op: 'create', document: plainDocument(town.id) })),
    close: () => store.close(),
  }
}

export type Probe = () => Promise<{ read: number; write: number }>

/** A document to ask for, and how long one read and one write of it take, in milliseconds. */
export async function prepareProbe(store: Store, municipality: MunicipalityId): Promise<Probe> {
  const document = plainDocument(municipality)
  let etag = await saved(store, { op: 'create', document })
  return async () => {
    const start = performance.now()
    await store.read(document)
    const between = performance.now()
    etag = await saved(store, { op: 'replace', document, etag })
    return { read: between - start, write: performance.now() - between }
  }
}

/** So many groups in one save of many. */
const AT_ONCE = 250

/**
 * Writes so many open signals, each with what the vault keeps of its reporter, straight through the store as the house
 * opens it. Each was decided on and handed over to a partner; nothing of them is due for days.
 */
export async function fill(config: Config, count: number): Promise<void> {
  const opened = await openStores(config, drawKeys(config.vaultKey), openLog('silent'))
  await opened.begin()
  const { keys } = opened
  const municipality = municipalityIn(config)
  const given = config.municipalities.find(({ id }) => id === municipality) ?? town
  const groupOf = (n: number): Op[] => {
    const vaultKey = VaultKey.parse(randomUUID())
    const reference = Reference.parse(`S-2026-${String(n).padStart(4, '0')}`)
    const record = standing('signal', 'handedOver', {
      municipality,
      signal: SignalId.parse(randomUUID()),
      reference,
      vaultKey,
    })
    const listed = withListing({ ...record, doorbell: doorbellOf(n) }, given, later(0))
    const address = {
      serviceUrl: 'https://teams.example/v3',
      conversation: `a:filled-${n}`,
      user: `29:filled-${n}`,
      entra: randomUUID(),
    }
    const reporter = new Reporter(address, 'Robin Jansen')
    return [
      {
        op: 'create',
        document: vaultDocument(keys, municipality, vaultKey, reporter, 'confidential'),
      },
      { op: 'create', document: storedSignal(listed, town) },
      ...lineOps(undefined, listed),
    ]
  }
  const counter = { municipality, kind: 'counter' as const, id: 'signals-2026', open: false, dueAt: null }
  await saved(opened.store, { op: 'create', document: { ...counter, body: { schema: 1, last: count } } })
  for (let from = 1; from <= count; from += AT_ONCE) {
    const size = Math.min(AT_ONCE, count - from + 1)
    const groups = Array.from({ length: size }, (_, at) => groupOf(from + at))
    const results = await opened.store.saveMany(groups)
    if (results.some((result) => !result.saved)) throw new Error('A signal was not written.')
    await fold(opened.store, municipality)
  }
  // As in a house that has run for a day: everything stands in the agenda.
  await complete(opened.store, municipality)
  await opened.close()
}

const doorbellOf = (n: number) => ({
  serviceUrl: 'https://teams.example/v3',
  conversation: `${town.channel.channelId};messageid=${n}`,
  activity: String(n),
  shown: 100,
})

/** One round of all jobs. */
export const roundOf = (house: Signaalpunt): Promise<void> => house.sweep()

/** What a start does after it listens: the second place of the audit trails catches up. */
export const catchUpOf = (house: Signaalpunt): Promise<number> => house.catchUp()

type Given = Required<Pick<Replacements, 'teams' | 'graph'>>

/**
 * Teams and Graph that take everything, in the process itself: what they cost is not what is measured.
 * @param kept hears of each message that was posted or changed.
 */
export function insideTeams(
  kept: (posted: { conversation: string; id: string; activity: unknown }) => void,
): Given {
  let last = 0
  const activityOf = (message: { card?: unknown; text?: string; notify: string }) => ({
    text: message.text ?? message.notify,
    attachments: message.card ? [{ contentType: 'card', content: message.card }] : [],
  })
  const next = () => {
    last += 1
    return `n${last}`
  }
  return {
    teams: {
      post: async (place, message) => {
        const activity = next()
        kept({ conversation: place.conversation, id: activity, activity: activityOf(message) })
        return { ...place, activity }
      },
      update: async (posted, message) => {
        kept({ conversation: posted.conversation, id: posted.activity, activity: activityOf(message) })
        return { updated: true }
      },
      openChat: async (serviceUrl, _tenant, member) => ({ serviceUrl, conversation: `a:${member}` }),
      postInChannel: async ({ serviceUrl, channelId }, _tenant, message) => {
        const activity = next()
        const conversation = `${channelId};messageid=${activity}`
        kept({ conversation, id: activity, activity: activityOf(message) })
        return { serviceUrl, conversation, activity }
      },
      isMember: async () => ({ member: true }),
      membersOf: async () => ({ members: new Set<string>(), whole: false }),
    },
    graph: {
      makeReachable: async () => ({ reachable: true, chatId: 'a:chat-of-graph', installedNow: false }),
      nudge: async () => ({ nudged: true }),
      account: async () => ({ account: 'there' }),
    },
  }
}

/** So many milliseconds after the moment at which the signals of `fill` came in. */
export const momentAfter = (ms: number) => later(ms)

/** An officer's first page of the worklist, as a window asks for it; and every record read and put in order instead. */
export function listOf({ app }: Signaalpunt): Record<'page' | 'everything', () => Promise<unknown>> {
  const [municipality] = app.municipalities.all()
  const officer = municipality?.officers.find(({ role }) => role === 'officer')
  if (!municipality || !officer) throw new Error('Nobody reads.')
  const activity = {
    type: 'invoke',
    name: 'task/fetch',
    serviceUrl: municipality.channel.serviceUrl,
    conversation: { id: 'a:bench', conversationType: 'personal', tenantId: municipality.tenant },
    from: { id: officer.id, aadObjectId: officer.id, name: officer.name },
    channelData: { tenant: { id: municipality.tenant } },
    value: {},
  }
  const parsed = parseTurn(activity, app)
  if (!('turn' in parsed)) throw new Error('Not a turn of one municipality.')
  const desk: OfficerTurn = {
    app,
    turn: parsed.turn,
    officer: officer.id,
    language: 'nl',
    surface: 'dialog',
    onDuty: true,
    oversees: false,
    withoutChannel: false,
  }
  return {
    page: () => worklistView(desk),
    everything: async () => {
      const found: string[] = []
      for await (const { document, etag } of everyDocument(app.store, municipality.id, 'signal')) {
        const stored = parseStored(document.body, etag)
        const entry = 'record' in stored ? entryOf(stored.record, municipality, app.now()) : null
        if (entry?.working) found.push(entry.key)
      }
      return found.sort().length
    },
  }
}
