/** The answers of Teams that are no answers, as the connector's client reports them. */
import { faults as wire } from '../kit/faults.ts'
import type { FaultName } from './figures.ts'

/** An error as the connector's client throws it for this answer. */
export function thrown(fault: FaultName): unknown {
  const answers = {
    throttled: wire.throttled(2),
    precondition: wire.preconditionFailed(),
    serverError: wire.serverError(),
    badGateway: wire.badGateway(),
    badGatewayAccepted: wire.badGatewayAccepted(),
    gatewayTimeout: wire.gatewayTimeout(),
    gatewayTimeoutAccepted: wire.gatewayTimeoutAccepted(),
    blocked: wire.blocked(),
    missing: wire.notFound(),
  }
  const known = Object.entries(answers).find(([name]) => name === fault)?.[1]
  if (known?.kind !== 'answer') {
    return Object.assign(new Error('fault'), { code: fault === 'timeout' ? 'ETIMEDOUT' : 'ECONNRESET' })
  }
  const { status, headers = {} } = known.reply
  const get = (name: string) => new Map(Object.entries(headers)).get(name)
  return Object.assign(new Error('fault'), { statusCode: status, response: { headers: { get } } })
}

/** Faults after which what was asked was done all the same. */
export const ACCEPTED: ReadonlySet<FaultName> = new Set<FaultName>([
  'badGatewayAccepted',
  'gatewayTimeoutAccepted',
  'resetAccepted',
  'timeoutAccepted',
])

/** A chat that is not there, or in which the bot may not write. */
export const REPORTERS_ONLY: ReadonlySet<FaultName> = new Set<FaultName>(['blocked', 'missing', 'left'])
