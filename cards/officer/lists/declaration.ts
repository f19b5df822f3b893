/** The declaration of destruction, a month at a time: reference, class, days, who approved. Nothing of what it was. */
import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards'
import { DateTime } from 'luxon'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import type { Destroyed } from '../../../services/signal/rights/types.ts'
import type { Language, Reference } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { dateOf } from '../case/rightsParts.ts'
import { frame, leave, small, text, title } from '../elements.ts'
import { momentsIn, nameOf } from '../lookups.ts'

type Declaration = {
  lines: readonly (Destroyed & { reference: Reference })[]
  /** yyyy-mm; `now` is the month that it is. */
  month: string
  now: string
  /** The page of it, from 1; one that is not there is the nearest that is. */
  part?: number | undefined
  municipality: Municipality
  language: Language
}

/** Lines of one page; the latest page is the first. */
const MOST_LINES = 40

/** The page of one month, with the way to the months beside it. */
export function declarationCard(it: Declaration): IAdaptiveCard {
  const { lines, month, now, municipality, language } = it
  const t = texts(language).officer
  const d = t.retention.declaration
  const start = DateTime.fromISO(`${month}-01`, { locale: language })
  const beside = (months: number): string => start.plus({ months }).toFormat('yyyy-MM')
  const parts = Math.max(1, Math.ceil(lines.length / MOST_LINES))
  const part = Math.min(Math.max(it.part ?? 1, 1), parts)
  const last = lines.length - (part - 1) * MOST_LINES
  const go = (label: string, to: string, page = 1) =>
    leave(label, packOfficer('declaration', { month: to, part: page }))
  const moment = momentsIn(municipality, language)
  const row = (line: Declaration['lines'][number]): CardElement[] => [
    text(line.reference, { weight: 'Bolder', spacing: 'Medium' }),
    small(d.line(t.retention.classes[line.class], line.selection)),
    small(d.kept(dateOf(line.from, language), dateOf(line.until, language))),
    ...(line.why === 'erase' ? [small(d.erased)] : line.why === 'longer' ? [small(d.longer)] : []),
    small(d.by(nameOf(municipality, line.by, language), moment(line.at))),
  ]
  return frame({
    language,
    speak: d.title,
    body: [
      title(d.title),
      text(d.about(start.toFormat('LLLL yyyy'))),
      ...(lines.length === 0
        ? [text(d.none)]
        : lines.slice(Math.max(0, last - MOST_LINES), last).flatMap(row)),
      ...(last > MOST_LINES ? [small(d.leftOut(last - MOST_LINES))] : []),
    ],
    actions: [
      ...(part < parts ? [go(t.dossier.nextPart, month, part + 1)] : []),
      ...(part > 1 ? [go(t.dossier.previousPart, month, part - 1)] : []),
      go(d.before, beside(-1)),
      ...(month < now ? [go(d.after, beside(1))] : []),
      leave(t.retention.toDestroy.button, packOfficer('toDestroy', {})),
    ],
  })
}
