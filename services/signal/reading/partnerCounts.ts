/**
 * How partners follow up on what they get (A110): of each how many were handed over and what came back, and in how many
 * days. Counts of one municipality; whoever shows them outside the reporting point leaves out what is too small. Pure.
 */
import type { Municipality } from '../../municipality/municipality.ts'
import { dayOf, daysBetween } from '../../municipality/workingTime.ts'
import type { Instant, PartnerId } from '../../words.ts'
import type { SignalRecord } from '../record.ts'
import type { Route } from '../route.ts'
import { answeredBy, repliesOf, standingOf } from './routes.ts'

/** Of one partner. Every route counts once in each of them that holds of it now, or held before it went on. */
export type PartnerCounts = {
  partner: PartnerId
  handedOver: number
  /** They said that they have it, or anything more. */
  received: number
  takenUp: number
  declined: number
  /** The day went by, it was asked in vain, or it was given up. */
  silent: number
  /** What came of it is known, or no more is to come. */
  answered: number
  /** Calendar days from the hand-over to the first answer: the middle one; none where nobody answered. */
  medianDays?: number
}

const median = (days: readonly number[]): number | undefined => {
  const sorted = [...days].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]]
  return low === undefined || high === undefined ? undefined : (low + high) / 2
}

const isAnswer = (what: string): boolean => what === 'takenUp' || what === 'notTakenUp' || what === 'result'

/** In how many days the first answer came. */
function daysToAnswer(route: Route, municipality: Municipality): number | undefined {
  const first = repliesOf(route).find(({ what }) => isAnswer(what))
  if (!first || !route.handedOverAt) return undefined
  return daysBetween(dayOf(route.handedOverAt, municipality), dayOf(first.at, municipality))
}

/** Of every partner that was given something, in the order of the configuration; those that are gone from it last. */
export function partnerCounts(
  records: readonly Pick<SignalRecord, 'routes'>[],
  municipality: Municipality,
  now: Instant,
): PartnerCounts[] {
  const out = records.flatMap(({ routes }) => routes.filter(({ state }) => state !== 'planned'))
  const order = municipality.partners.map(({ id }) => id)
  const partners = [...new Set([...order, ...out.map(({ partner }) => partner)])]
  return partners.flatMap((partner) => {
    const own = out.filter((route) => route.partner === partner)
    if (own.length === 0) return []
    const standings = own.map((route) => standingOf(route, now, municipality).is)
    const days = median(own.flatMap((route) => daysToAnswer(route, municipality) ?? []))
    return [
      {
        partner,
        handedOver: own.length,
        received: own.filter((route) => repliesOf(route).some(({ what }) => what !== 'noAnswer')).length,
        takenUp: own.filter((route) => answeredBy(route) === 'takenUp').length,
        declined: own.filter((route) => answeredBy(route) === 'notTakenUp').length,
        silent: standings.filter((is) => is === 'silent' || is === 'givenUp').length,
        answered: standings.filter((is) => is === 'answered').length,
        ...(days === undefined ? {} : { medianDays: days }),
      },
    ]
  })
}
