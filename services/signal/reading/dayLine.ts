/** What the agenda holds of a signal for the list of the day. Pure; nothing that anybody wrote. */
import type { Municipality } from '../../municipality/municipality.ts'
import { dayOf } from '../../municipality/workingTime.ts'
import type { DayLine } from '../listing.ts'
import type { SignalRecord } from '../record.ts'
import { clocksOf } from './clocks.ts'
import { isHelpOpen } from './help.ts'
import { termsOf } from './overdue.ts'
import { waitsOn } from './waiting.ts'

/** As many of each as it holds. */
const MOST_KINDS = 40
const MOST_PARTNERS = 40
const MOST_AREAS = 10

/** The four digits of the postcodes of its addresses; an address that was refuted is none. */
export function areasOf({ facts = [] }: Pick<SignalRecord, 'facts'>): string[] {
  const digits = facts.flatMap(({ details, standing }) =>
    details.kind === 'address' && standing !== 'refuted'
      ? [/^\s{0,9}(\d{4})/.exec(details.postcode ?? '')?.[1]]
      : [],
  )
  return [...new Set(digits.flatMap((each) => each ?? []))].sort().slice(0, MOST_AREAS)
}

/** The same whenever it is asked: what depends on the moment is for whoever reads it (services/agenda/day.ts). */
export function dayLineOf(record: SignalRecord, municipality: Municipality): DayLine {
  const { on, since } = waitsOn(record)
  const first = termsOf(record, municipality)
    .map((term) => term.since)
    .sort()[0]
  return {
    on,
    ...(since === undefined ? {} : { since: dayOf(since, municipality) }),
    first: first ?? null,
    fresh: clocksOf(record).look,
    holder: record.takenBy ?? record.accountable,
    kind: record.kind,
    kinds: (record.weighed?.kinds?.kinds ?? []).slice(0, MOST_KINDS),
    partners: [...new Set(record.routes.map(({ partner }) => partner))].slice(0, MOST_PARTNERS),
    areas: areasOf(record),
    leadless: record.caseOf?.leadless !== undefined && record.state !== 'closed',
    helpless: record.state !== 'closed' && isHelpOpen(record),
  }
}
