/**
 * A house with a signal in every state, each by a reporter of its own, on a store that can be put back as it was. What
 * a click changed is the documents that are no longer the same.
 */

import { randomUUID } from 'node:crypto'
import { handling } from '../../bot/app/ports.ts'
import { municipality } from '../../infra/local/demo.ts'
import { localMunicipality } from '../../infra/local/municipality.ts'
import type { Command, OfficerDeed } from '../../services/signal/command.ts'
import { handle, readSignal } from '../../services/signal/handle.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import type { Degree } from '../../services/signal/words.ts'
import { Day, MunicipalityId, OfficerId, type SignalId, TenantId } from '../../services/words.ts'
import { codesOf } from '../journeys/codeSteps.ts'
import { consult, recordOf, report } from '../journeys/steps.ts'
import { isWire, type Wire } from '../kit/cardClient.ts'
import type { Person } from '../kit/connector.ts'
import { type House, startHouse } from '../kit/house.ts'
import { MemoryStore } from '../kit/memoryStore.ts'
import { decision, firstRoute, MARIEKE } from '../kit/signals.ts'

/** The six states, advice that was asked, and what is left of advice that was enough. */
export const COLUMNS = [
  'received',
  'inTriage',
  'decided',
  'handedOver',
  'fedBack',
  'closed',
  'consultation',
  'tombstone',
] as const
export type Column = (typeof COLUMNS)[number]
export const DEGREES = ['confidential', 'unknown', 'anonymous'] as const
export type Series = (typeof DEGREES)[number] | 'handed'

/** Written by the reporters, and by nobody else. */
export const CANARY = 'Kanariebaliezevenbedden'
export const NAME = 'Kanariesia van der Vlerk'

/** The other municipality, in a tenant of its own. */
export const OTHER_MUNICIPALITY = 'anderstad'
/** No app serves two tenants any more. Here one does, so that nothing but the checks behind the door keeps them apart. */
export const OTHER_TENANT = '7c9e6679-7425-40de-944b-e07fc1f90ae7'
export const OTHER_CHANNEL = '19:b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0@thread.tacv2'
const FOREIGNER = 'b4a0b1c2-d3e4-4f50-8a61-7b829c93ad04'

/** One signal, as it stood before anybody clicked; a tombstone has no record any more. */
export type Case = {
  signal: SignalId
  record: SignalRecord | undefined
  degree: Degree
  reporter: Person
  code?: string
}

export type Stage = {
  house: House
  store: MemoryStore
  cases(series: Series): Record<Column, Case>
  /** A draft of somebody, for the buttons of drafts. */
  foreignDraft: string
  people: { stranger: Person; foreigner: Person }
  /** What stands now is what `reset` puts back from here on. */
  keep(): void
  reset(): void
  /** What is kept under another version than at the beginning, as `kind id`. */
  changed(): string[]
}

async function officerDoes(house: House, signal: SignalId, deed: OfficerDeed): Promise<SignalRecord> {
  const { app } = house.bot
  const municipality = house.config.municipalities[0]
  if (!municipality) throw new Error('A house without municipality.')
  const command: Command = { ...deed, id: randomUUID(), actor: { role: 'officer', id: MARIEKE } }
  const handled = await handle(handling(app, municipality), signal, command)
  if (handled.done !== 'saved') throw new Error(`${deed.do} came to ${handled.done}.`)
  app.courier.deliver(municipality, handled.kept)
  await house.settle()
  return recordOf(house, signal)
}

/** Brings a signal as far as this state. */
async function bring(house: House, signal: SignalId, to: Column): Promise<void> {
  const at = COLUMNS.indexOf(to)
  const does = (deed: OfficerDeed) => officerDoes(house, signal, deed)
  if (at >= 1) await does({ do: 'take' })
  if (at >= 1) await does({ do: 'ask', text: 'Wanneer was dit?' })
  if (at >= 2) await does(decision())
  const route = firstRoute(await recordOf(house, signal))
  if (at >= 3) await does({ do: 'handOver', route })
  if (at >= 4) await does({ do: 'partnerAnswered', route, what: 'takenUp', text: '' })
  if (at >= 4) await does({ do: 'feedBack', form: 'call', text: 'Verteld.' })
  if (at >= 5) await does({ do: 'close' })
}

async function caseFor(house: House, series: Series, column: Column): Promise<Case> {
  const { connector } = house
  const person = connector.person({
    id: `29:melder-${series}-${column}`,
    aadObjectId: randomUUID(),
    name: NAME,
    locale: 'nl-NL',
  })
  const degree = series === 'handed' ? 'confidential' : series
  const advice = column === 'consultation' || column === 'tombstone'
  const send = advice ? consult : report
  const { signal } = await send(house, person, `${CANARY}, en een slot op de deur.`, { degree })
  const [code] = codesOf(house, person)
  if (!advice) await bring(house, signal, column)
  if (column === 'tombstone') {
    const { app } = house.bot
    const [municipality] = house.config.municipalities
    if (!municipality) throw new Error('A house without municipality.')
    const ended = await handle(handling(app, municipality), signal, {
      do: 'endConsultation',
      choice: 'enough',
      id: randomUUID(),
      actor: { role: 'officer', id: MARIEKE },
    })
    if (ended.done !== 'ended') throw new Error('The advice did not end.')
    app.courier.deliver(municipality, ended.kept)
    await house.settle()
  } else if (series === 'handed' && column !== 'closed') {
    await officerDoes(house, signal, { do: 'handTo', officer: OfficerId.parse(house.joost.aadObjectId) })
  }
  const kept = await readSignal(house.bot.app.store, MunicipalityId.parse(municipality.id), signal)
  const record = kept && 'record' in kept ? kept.record : undefined
  return { signal, record, degree, reporter: person, ...(code === undefined ? {} : { code }) }
}

/** Builds it. `deputyStands`: the rota names the deputy. Stop the house at the end. */
export async function setStage(deputyStands: boolean, series: readonly Series[]): Promise<Stage> {
  const store = new MemoryStore()
  const house = await startHouse({
    instead: store,
    adjust: (config) => {
      const [here] = config.municipalities
      if (!here) return config
      const there = localMunicipality(here.channel.serviceUrl)
      const other = {
        ...there,
        id: MunicipalityId.parse(OTHER_MUNICIPALITY),
        tenant: TenantId.parse(OTHER_TENANT),
        name: 'Anderstad',
        officers: there.officers.map((officer, i) =>
          i === 0 ? { ...officer, id: OfficerId.parse(FOREIGNER) } : officer,
        ),
        channel: { ...there.channel, channelId: OTHER_CHANNEL },
      }
      const deputy = here.officers.find((officer) => officer.role === 'deputy')
      const turn = { from: Day.parse('2026-11-01'), until: Day.parse('2026-12-31') }
      const rota = deputyStands && deputy ? [{ officer: deputy.id, ...turn }] : []
      return {
        ...config,
        municipalities: [{ ...here, rota }, other],
        pace: { burst: 1_000_000, perSecond: 1_000_000, textADay: Infinity, signalsADay: Infinity },
      }
    },
  })
  try {
    return await furnish(house, store, series)
  } catch (error) {
    await house.stop()
    throw error
  }
}

async function furnish(house: House, store: MemoryStore, series: readonly Series[]): Promise<Stage> {
  const { connector } = house
  const person = (id: string, name: string, aadObjectId: string) =>
    connector.person({ id, name, aadObjectId, locale: 'nl-NL' })
  const stranger = person('29:onbekende', 'Onbekende Beheerder', randomUUID())
  const foreigner = person('29:andere-functionaris', 'Andere Functionaris', FOREIGNER)
  connector.makeChannel({
    id: OTHER_CHANNEL,
    name: 'Anderstad',
    team: { id: '19:anderstad@thread.tacv2', name: 'Anderstad', aadGroupId: randomUUID() },
    members: [foreigner],
  })
  const rows = new Map<Series, Record<Column, Case>>()
  for (const which of series) {
    const made = async (column: Column) => caseFor(house, which, column)
    rows.set(which, {
      received: await made('received'),
      inTriage: await made('inTriage'),
      decided: await made('decided'),
      handedOver: await made('handedOver'),
      fedBack: await made('fedBack'),
      closed: await made('closed'),
      consultation: await made('consultation'),
      tombstone: await made('tombstone'),
    })
  }
  await house.kees.say(`${CANARY} in een concept.`)
  const drafted = connector.newestCard(house.kees).card
  const foreignDraft = /"draft":"([0-9a-f-]{36})"/.exec(JSON.stringify(drafted))?.[1] ?? ''
  await house.settle()
  let rowsThen = new Map(store.disk.rows)
  return {
    house,
    store,
    cases: (which) => {
      const found = rows.get(which)
      if (!found) throw new Error('There are no such signals on this stage.')
      return found
    },
    foreignDraft,
    people: { stranger, foreigner },
    keep: () => {
      rowsThen = new Map(store.disk.rows)
    },
    reset: () => {
      store.disk.rows = new Map(rowsThen)
    },
    changed: () => {
      const now = store.disk.rows
      const names = new Set([...now.keys(), ...rowsThen.keys()])
      return [...names]
        .filter((name) => now.get(name) !== rowsThen.get(name))
        .map((name) => (now.get(name) ?? rowsThen.get(name))?.key)
        .flatMap((key) => (key ? [`${key.kind} ${key.id}`] : []))
    },
  }
}

/** What Teams sends of this person from here, without type and content. */
export async function envelopeOf(house: House, person: Person, where: Person | string): Promise<Wire> {
  const { activity } = await house.connector.tell(person, where, { type: 'typing' })
  const { type: _type, id: _id, ...rest } = activity
  return rest
}

/** The same, said to come from another organisation. */
export const inTenant = (envelope: Wire, tenant: string): Wire => ({
  ...envelope,
  conversation: { ...(isWire(envelope.conversation) ? envelope.conversation : {}), tenantId: tenant },
  channelData: { ...(isWire(envelope.channelData) ? envelope.channelData : {}), tenant: { id: tenant } },
})

/** Somebody at the bot: `desk` is where the buttons of officers are pressed. */
export async function actorOf(
  { house }: Stage,
  person: Person,
  desk: Person | string = person,
): Promise<{ person: Person; desk: Wire; chat: Wire }> {
  return {
    person,
    desk: await envelopeOf(house, person, desk),
    chat: await envelopeOf(house, person, person),
  }
}
