/** The declaration of destruction, a month at a time: reference, class, days, who approved. Nothing of what it was. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import type { Destroyed } from '../../../services/signal/rights/types.ts'
import type { Reference } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { dateOf } from '../case/rightsParts.ts'
import { leave, small, text } from '../elements.ts'
import { momentsIn, nameOf } from '../lookups.ts'
import { type Month, monthPage } from './monthPage.ts'

type Declaration = Month<Destroyed & { reference: Reference }> & { municipality: Municipality }

/** The page of one month, with the way to the months beside it. */
export function declarationCard(it: Declaration): IAdaptiveCard {
  const { municipality, language } = it
  const t = texts(language).officer
  const d = t.retention.declaration
  const moment = momentsIn(municipality, language)
  return monthPage(it, {
    verb: 'declaration',
    says: d,
    beside: d,
    row: (line) => [
      text(line.reference, { weight: 'Bolder', spacing: 'Medium' }),
      small(d.line(t.retention.classes[line.class], line.selection)),
      small(d.kept(dateOf(line.from, language), dateOf(line.until, language))),
      ...(line.why === 'erase' ? [small(d.erased)] : line.why === 'longer' ? [small(d.longer)] : []),
      small(d.by(nameOf(municipality, line.by, language), moment(line.at))),
    ],
    ways: [leave(t.retention.toDestroy.button, packOfficer('toDestroy', {}))],
  })
}
