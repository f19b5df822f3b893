/** Which requests go wrong in a case, and as what. */
import { meldpunt } from '../../infra/local/demo.ts'
import { graphError } from '../../infra/local/graphStandIn.ts'
import type { Ask } from '../../infra/local/standIn.ts'
import { isWire } from '../kit/cardClient.ts'
import { connectorError } from '../kit/faults.ts'
import type { House } from '../kit/house.ts'
import type { Step } from './case.ts'

type Failure = Extract<Step, { fail: unknown }>['fail']

const inChannel = ({ segments, body }: Ask): boolean => {
  if (segments.some((part) => part.startsWith(meldpunt.channel.id))) return true
  const data = isWire(body) ? body.channelData : undefined
  return isWire(data) && isWire(data.channel) && data.channel.id === meldpunt.channel.id
}
const isCreate = (ask: Ask): boolean => ask.method === 'POST' && ask.segments.at(-1) === 'conversations'
const isToken = (ask: Ask): boolean => ask.segments.at(-1) === 'token'

function teamsCall(house: House, which: Failure['which']): (ask: Ask) => boolean {
  const chat = house.connector.chat(house.sanne)[0]?.conversationId
  switch (which) {
    case 'everything':
      return () => true
    case 'postInChannel':
      return (ask) => ask.method === 'POST' && inChannel(ask)
    case 'updateInChannel':
      return (ask) => ask.method === 'PUT' && inChannel(ask)
    case 'members':
      return (ask) => ask.method === 'GET' && inChannel(ask)
    case 'oldAddress':
      return (ask) => ask.segments[0] === 'emea'
    case 'postToSanne':
      return (ask) => ask.method === 'POST' && chat !== undefined && ask.segments.includes(chat)
    case 'createChat':
      return (ask) => isCreate(ask) && !inChannel(ask)
    case 'token':
    case 'graph':
    case 'installedApps':
    case 'officerAccount':
    case 'account':
    case 'notify':
      throw new Error(`${which} is a call to Graph`)
  }
}

function graphCall(house: House, which: Failure['which']): (ask: Ask) => boolean {
  const isAccount = (ask: Ask, id?: string): boolean =>
    ask.method === 'GET' &&
    ask.segments.at(-2) === 'users' &&
    (id === undefined || ask.segments.at(-1) === id)
  switch (which) {
    case 'everything':
      return () => true
    case 'token':
      return isToken
    case 'graph':
      return (ask) => !isToken(ask)
    case 'installedApps':
      return (ask) => ask.segments.includes('installedApps')
    case 'officerAccount':
      return (ask) => isAccount(ask, house.marieke.aadObjectId)
    case 'account':
      return (ask) => isAccount(ask)
    case 'notify':
      return (ask) => ask.segments.at(-1) === 'sendActivityNotification'
    case 'postInChannel':
    case 'updateInChannel':
    case 'members':
    case 'oldAddress':
    case 'postToSanne':
    case 'createChat':
      throw new Error(`${which} is a call to Teams`)
  }
}

/** From now on these go wrong, so often or until all is mended. */
export function fail(house: House, { side, which, status, code, times }: Failure): void {
  const count = times ?? Number.POSITIVE_INFINITY
  if (side === 'teams') {
    const reply = connectorError(status, code, 'Refused for this case.')
    house.connector.faults.next(count, teamsCall(house, which), { kind: 'answer', reply })
  } else {
    const reply = graphError(status, code, 'Refused for this case.')
    house.graph.faults.next(count, graphCall(house, which), { kind: 'answer', reply })
  }
}
