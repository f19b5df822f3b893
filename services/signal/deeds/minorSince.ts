/** A minor of whom nobody thought when it was decided holds back what goes to enforcement (A038). */
import { type Municipality, partnerOf } from '../../municipality/municipality.ts'
import type { SignalRecord } from '../record.ts'
import type { Route } from '../route.ts'
import { blank } from './blank.ts'

/** Was it said after the decision that this is about a minor, and does it go to enforcement unlooked at? */
export function isMinorSince(record: SignalRecord, route: Route, municipality: Municipality): boolean {
  const decision = record.decisions.at(-1)
  const enforcement = partnerOf(municipality, route.partner)?.track === 'enforcement'
  const cared = record.routes.some(({ partner }) => partnerOf(municipality, partner)?.track === 'care')
  const unthought = decision?.minor === 'no' && blank(decision.victimCheck ?? '')
  return record.minor === 'yes' && unthought && enforcement && !cared
}
