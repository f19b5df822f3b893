/** Two municipalities in one tenant: Voorbeeldstad and Anderstad, each with its own channel and its own people. */
import { randomUUID } from 'node:crypto'
import { localMunicipality } from '../../infra/local/municipality.ts'
import { type Municipality, Municipality as Schema } from '../../services/municipality/municipality.ts'
import type { DocumentKind } from '../../services/store/port.ts'
import { MunicipalityId } from '../../services/words.ts'
import type { Wire } from '../kit/cardClient.ts'
import type { Person } from '../kit/connector.ts'
import { type House, type HouseOptions, startHouse } from '../kit/house.ts'

export const HERE = MunicipalityId.parse('voorbeeldstad')
export const THERE = MunicipalityId.parse('anderstad')
export const THERE_CHANNEL = '19:anderstad@thread.tacv2'
export const GROUP_HERE = 'aaaaaaaa-0000-4000-8000-000000000001'
export const GROUP_THERE = 'aaaaaaaa-0000-4000-8000-000000000002'

export type SharedHouse = House & {
  /** Officer, deputy and head of Anderstad. */
  bram: Person
  dewi: Person
  hugo: Person
}

const someone = (nth: string, name: string) => ({
  id: `29:anderstad-${nth}`,
  aadObjectId: randomUUID(),
  name,
})

/** Builds it. `groups`: each has a group. `both`: Marieke is the officer of both. Stop it at the end of the test. */
export async function startShared(
  it: { groups?: boolean; both?: boolean } = {},
  options: HouseOptions = {},
): Promise<SharedHouse> {
  const accounts = [someone('1', 'Bram Kuiper'), someone('2', 'Dewi Bos'), someone('3', 'Hugo Prins')]
  let there: Municipality | undefined
  const house = await startHouse({
    ...options,
    adjust: (config) => {
      const [here] = config.municipalities
      if (!here) throw new Error('A house without municipality.')
      const plain = localMunicipality(here.channel.serviceUrl)
      there = Schema.parse({
        ...plain,
        id: THERE,
        name: 'Anderstad',
        phone: '088-000 01 00',
        officers: plain.officers.map((officer, at) =>
          it.both && at === 0
            ? officer
            : { ...officer, id: accounts[at]?.aadObjectId, name: accounts[at]?.name },
        ),
        channel: { ...plain.channel, name: 'Meldpunt Anderstad', channelId: THERE_CHANNEL },
        ...(it.groups ? { group: GROUP_THERE } : {}),
      })
      const first = Schema.parse(it.groups ? { ...here, group: GROUP_HERE } : here)
      const adjusted = { ...config, municipalities: [first, there] }
      return options.adjust ? options.adjust(adjusted) : adjusted
    },
  })
  const { connector, graph, marieke } = house
  const [bram, dewi, hugo] = accounts.map((account) => {
    graph.state.users.push(account.aadObjectId)
    return connector.person({ ...account, locale: 'nl-NL', installed: true })
  })
  if (!bram || !dewi || !hugo) throw new Error('Nobody works in Anderstad.')
  connector.makeChannel({
    id: THERE_CHANNEL,
    name: 'Meldpunt Anderstad',
    team: { id: '19:anderstad-team@thread.tacv2', name: 'Anderstad', aadGroupId: randomUUID() },
    members: [...(it.both ? [marieke] : [bram]), dewi, hugo],
    isPrivate: true,
  })
  return Object.assign(house, { bram, dewi, hugo })
}

const KINDS = ['signal', 'chat', 'vault', 'counter', 'count', 'channel', 'ledger', 'code', 'choice'] as const

/** How many documents of a kind a municipality has. */
export async function countOf(
  house: House,
  municipality: MunicipalityId,
  kind: DocumentKind,
): Promise<number> {
  return (await house.bot.app.store.list(municipality, kind, { after: '' }, 1_000)).length
}

/** Everything that is stored of one municipality, opened, as one text. */
export async function storedOf(house: House, municipality: MunicipalityId): Promise<string> {
  const { store } = house.bot.app
  const all = await Promise.all(KINDS.map((kind) => store.list(municipality, kind, { after: '' }, 1_000)))
  return JSON.stringify(all.flat())
}

/** How often Graph was asked for groups. */
export const askedForGroups = ({ graph }: House): number =>
  graph.requests.filter(({ path }) => path.endsWith('/checkMemberGroups')).length

/** Sends what a button that opens a dialog would send, from a chat or a channel; gives what is shown then, as text. */
export async function presses(
  { connector, settle }: House,
  person: Person,
  where: Person | string,
  data: Wire,
): Promise<string> {
  const value = { data, context: { theme: 'default' } }
  const { body } = await connector.tell(person, where, { type: 'invoke', name: 'task/fetch', value })
  await settle()
  return JSON.stringify(body ?? '')
}
