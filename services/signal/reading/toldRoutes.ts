/**
 * What a reporter may read of where a signal went, from what happened (A122, C7): that it was taken up only after a partner
 * said so and where the reporter wants to hear it, that we go on asking only while we do, and that no answer came only
 * after it was given up. Pure.
 */
import type { Municipality } from '../../municipality/municipality.ts'
import type { Instant } from '../../words.ts'
import { impossible } from '../../words.ts'
import type { SignalRecord } from '../record.ts'
import type { Route } from '../route.ts'
import { answeredBy, standingOf } from './routes.ts'

export const TOLD_OF_ROUTES = ['takenUp', 'stillAsking', 'noAnswer'] as const
export type ToldOfRoutes = (typeof TOLD_OF_ROUTES)[number]

type Town = Pick<Municipality, 'zone' | 'officeHours'>

/** Of one route; nothing where the state of the signal says all that there is. */
export function toldOf(
  { notToHear, state }: Pick<SignalRecord, 'notToHear' | 'state'>,
  route: Route,
  now: Instant,
  municipality: Town,
): ToldOfRoutes | undefined {
  const standing = standingOf(route, now, municipality)
  switch (standing.is) {
    case 'takenUp':
    case 'answered':
      return answeredBy(route) === 'takenUp' && !route.untold && !notToHear ? 'takenUp' : undefined
    case 'silent':
      // The day went by and nobody asked yet: that is no asking. Of what is closed nobody asks any more.
      return standing.times > 0 && state !== 'closed' ? 'stillAsking' : undefined
    case 'givenUp':
      return 'noAnswer'
    case 'planned':
    case 'handedOver':
    case 'received':
    case 'question':
    case 'passedOn':
    case 'declined':
      return undefined
    default:
      return impossible(standing)
  }
}

/** Of all of them, each thing once, the best news first. */
export function toldOfRoutes(
  record: Pick<SignalRecord, 'notToHear' | 'routes' | 'state'>,
  now: Instant,
  municipality: Town,
): ToldOfRoutes[] {
  const told = new Set(record.routes.map((route) => toldOf(record, route, now, municipality)))
  return TOLD_OF_ROUTES.filter((each) => told.has(each))
}

/** The routes of which a reporter may hear that they were taken up. */
export const mayHearTakenUp = (record: Pick<SignalRecord, 'notToHear'>, route: Route): boolean =>
  answeredBy(route) === 'takenUp' && !route.untold && !record.notToHear
