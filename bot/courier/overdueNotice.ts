/** What a notice of overdue terms says at the moment it goes out: without what was done meanwhile. */

import type { OverdueShown } from '../../cards/officer/channel/notice.ts'
import { ownerName, routeName } from '../../cards/officer/lookups.ts'
import type { Municipality } from '../../services/municipality/municipality.ts'
import { stillOverdue } from '../../services/signal/deeds/remind.ts'
import type { OverdueNotice } from '../../services/signal/overdueTypes.ts'
import { openHelp } from '../../services/signal/reading/help.ts'
import type { Term } from '../../services/signal/reading/overdue.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import type { Instant } from '../../services/words.ts'

/** What it shows; `over` when all of it was done meanwhile, and nobody has to be told any more. */
export function overdueShown(
  record: SignalRecord,
  notice: OverdueNotice,
  municipality: Municipality,
  now: Instant,
): OverdueShown | 'over' {
  const { others, next } = notice
  const still = stillOverdue(record, notice, { municipality, now })
  if (still.length === 0 && others === 0) return 'over'
  const terms = still.map((term) => ({ term: term.term, partner: partnerIn(record, term, municipality) }))
  return { terms, others, next }
}

/** Who is waited for: a partner, or whoever sees to help. */
function partnerIn(record: SignalRecord, term: Term, municipality: Municipality): string | undefined {
  // A route that is asked again is called by its id and how often.
  const [of] = term.of.split(' ')
  if (term.term === 'help') {
    const help = openHelp(record, municipality)
    return help && ownerName(municipality, help.owner, municipality.language)
  }
  const route = record.recipientTasks?.find(({ id }) => id === of)?.route ?? of
  const found = record.routes.find(({ id }) => id === route)
  return found && routeName(municipality, found, municipality.language)
}
