/** Who looked somebody up, a month at a time: who, when, on what ground, in how many files. Never for whom. */
import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards'
import { DateTime } from 'luxon'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import type { Instant, Language, OfficerId } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { excerpt, plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { frame, leave, small, text, title } from '../elements.ts'
import { momentsIn, nameOf } from '../lookups.ts'

type Searches = {
  lines: readonly { at: Instant; by: OfficerId; what: 'search' | 'overview'; reason: string; found: number }[]
  /** yyyy-mm; `now` is the month that it is. */
  month: string
  now: string
  /** The page of it, from 1; one that is not there is the nearest that is. */
  part?: number | undefined
  municipality: Municipality
  /** May search too, and so gets the way to it. */
  searches: boolean
  language: Language
}

/** Lines of one page; the latest page is the first. */
const MOST_LINES = 40
const MOST_REASON_SHOWN = 120

/** The page of one month, with the way to the months beside it. */
export function searchesCard(it: Searches): IAdaptiveCard {
  const { lines, month, now, municipality, language } = it
  const t = texts(language).officer
  const { searches: s } = t
  const start = DateTime.fromISO(`${month}-01`, { locale: language })
  const beside = (months: number): string => start.plus({ months }).toFormat('yyyy-MM')
  const parts = Math.max(1, Math.ceil(lines.length / MOST_LINES))
  const part = Math.min(Math.max(it.part ?? 1, 1), parts)
  const last = lines.length - (part - 1) * MOST_LINES
  const go = (label: string, to: string, page = 1) =>
    leave(label, packOfficer('searches', { month: to, part: page }))
  const moment = momentsIn(municipality, language)
  const row = (line: Searches['lines'][number]): CardElement[] => [
    text(s.by(nameOf(municipality, line.by, language), moment(line.at)), {
      weight: 'Bolder',
      spacing: 'Medium',
    }),
    small(s.what[line.what](line.found)),
    small(s.why(plain(excerpt(line.reason.replace(/\s+/g, ' ').trim(), MOST_REASON_SHOWN).shown))),
  ]
  return frame({
    language,
    speak: s.title,
    body: [
      title(s.title),
      text(s.about(start.toFormat('LLLL yyyy'))),
      ...(lines.length === 0
        ? [text(s.none)]
        : lines.slice(Math.max(0, last - MOST_LINES), last).flatMap(row)),
      ...(last > MOST_LINES ? [small(s.leftOut(last - MOST_LINES))] : []),
    ],
    actions: [
      ...(part < parts ? [go(t.dossier.nextPart, month, part + 1)] : []),
      ...(part > 1 ? [go(t.dossier.previousPart, month, part - 1)] : []),
      go(s.before, beside(-1)),
      ...(month < now ? [go(s.after, beside(1))] : []),
      leave(t.known.looks.button, packOfficer('recognitions', {})),
      ...(it.searches ? [leave(t.search.button, packOfficer('search', {}))] : []),
    ],
  })
}
