/** How the guards of the latest decision stand: as they were answered then, or since. Pure. */
import type { Municipality } from '../../municipality/municipality.ts'
import type { Partner } from '../../municipality/partner.ts'
import type { Day } from '../../words.ts'
import type { Guarded, GuardName } from '../guards.ts'
import type { Route, SignalRecord } from '../record.ts'
import { mayWarn, wantsConsent } from './careful.ts'

type Kept = Pick<SignalRecord, 'decisions' | 'guarded'>

/** The answer that holds now; undefined: it was not asked. */
export function standing<G extends GuardName>(
  { decisions, guarded = [] }: Kept,
  guard: G,
): Extract<Guarded, { guard: G }> | undefined {
  const last = decisions.at(-1)
  const then = last?.guards ?? []
  const since = guarded.flatMap(({ decision, answered }) => (decision === last?.id ? [answered] : []))
  return [...then, ...since].findLast((each): each is Extract<Guarded, { guard: G }> => each.guard === guard)
}

/** Which of them may be answered otherwise now. */
export const laterGuards = (record: Kept): ('agreeFirst' | 'consent' | 'informSubject')[] =>
  (['agreeFirst', 'consent', 'informSubject'] as const).filter((guard) => standing(record, guard))

/** Must it be agreed first, and was it not yet? Then nothing is handed over to a partner of whom a visit can warn. */
export function waitsForAgreement(
  record: Kept,
  route: Pick<Route, 'partner' | 'state'>,
  municipality: Pick<Municipality, 'partners'>,
): boolean {
  if (route.state !== 'planned' || standing(record, 'agreeFirst')?.answer !== 'agreeFirst') return false
  const partner = municipality.partners.find(({ id }) => id === route.partner)
  return partner !== undefined && mayWarn(partner)
}

/** By which day it would be agreed, while something waits for that; undefined: nothing does. */
export function agreeBy(
  record: Pick<SignalRecord, 'decisions' | 'guarded' | 'routes'>,
  municipality: Pick<Municipality, 'partners'>,
): Day | undefined {
  const waits = record.routes.some((route) => waitsForAgreement(record, route, municipality))
  return waits ? standing(record, 'agreeFirst')?.until : undefined
}

/** May the name of a possible victim be in what goes to this partner (A100)? Not without written consent where that is asked. */
export function mayNameVictim(record: Kept, partner: Partner | undefined): boolean {
  if (partner === undefined || !wantsConsent(partner)) return true
  return standing(record, 'consent')?.answer === 'consent'
}
