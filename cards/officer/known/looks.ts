/** Who looked at what was found beside a signal, a month at a time: apart from access requests. Never whom it was about. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import type { Instant, OfficerId, Reference } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { leave, small, text } from '../elements.ts'
import { type Month, monthPage } from '../lists/monthPage.ts'
import { momentsIn, nameOf } from '../lookups.ts'

type Looks = Month<{ at: Instant; by: OfficerId; reference: Reference; found: number }> & {
  municipality: Municipality
}

/** The page of one month, with the way to the months beside it. */
export function looksCard(it: Looks): IAdaptiveCard {
  const { municipality, language } = it
  const { known, searches, words } = texts(language).officer
  const { looks } = known
  const moment = momentsIn(municipality, language)
  return monthPage(it, {
    verb: 'recognitions',
    says: looks,
    beside: searches,
    row: ({ at, by, reference, found }) => [
      text(looks.by(nameOf(municipality, by, language), moment(at)), { weight: 'Bolder', spacing: 'Medium' }),
      small(looks.found(reference, found)),
    ],
    ways: [leave(words.worklist, packOfficer('worklist', {}))],
  })
}
