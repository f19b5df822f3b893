/** Who looked at what was found beside a signal, a month at a time: apart from access requests. Never whom it was about. */
import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards'
import { DateTime } from 'luxon'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import type { Instant, Language, OfficerId, Reference } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { frame, leave, small, text, title } from '../elements.ts'
import { momentsIn, nameOf } from '../lookups.ts'

type Looks = {
  lines: readonly { at: Instant; by: OfficerId; reference: Reference; found: number }[]
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
export function looksCard(it: Looks): IAdaptiveCard {
  const { lines, month, now, municipality, language } = it
  const t = texts(language).officer
  const { looks } = t.known
  const start = DateTime.fromISO(`${month}-01`, { locale: language })
  const beside = (months: number): string => start.plus({ months }).toFormat('yyyy-MM')
  const parts = Math.max(1, Math.ceil(lines.length / MOST_LINES))
  const part = Math.min(Math.max(it.part ?? 1, 1), parts)
  const last = lines.length - (part - 1) * MOST_LINES
  const go = (label: string, to: string, page = 1) =>
    leave(label, packOfficer('recognitions', { month: to, part: page }))
  const moment = momentsIn(municipality, language)
  const row = ({ at, by, reference, found }: Looks['lines'][number]): CardElement[] => [
    text(looks.by(nameOf(municipality, by, language), moment(at)), { weight: 'Bolder', spacing: 'Medium' }),
    small(looks.found(reference, found)),
  ]
  return frame({
    language,
    speak: looks.title,
    body: [
      title(looks.title),
      text(looks.about(start.toFormat('LLLL yyyy'))),
      ...(lines.length === 0
        ? [text(looks.none)]
        : lines.slice(Math.max(0, last - MOST_LINES), last).flatMap(row)),
      ...(last > MOST_LINES ? [small(t.searches.leftOut(last - MOST_LINES))] : []),
    ],
    actions: [
      ...(part < parts ? [go(t.dossier.nextPart, month, part + 1)] : []),
      ...(part > 1 ? [go(t.dossier.previousPart, month, part - 1)] : []),
      go(t.searches.before, beside(-1)),
      ...(month < now ? [go(t.searches.after, beside(1))] : []),
      leave(t.words.worklist, packOfficer('worklist', {})),
    ],
  })
}
