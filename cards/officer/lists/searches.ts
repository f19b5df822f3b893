/** Who looked somebody up, a month at a time: who, when, on what ground, in how many files. Never for whom. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import type { Instant, OfficerId } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { excerpt, plain } from '../../plain.ts'
import { texts } from '../../texts/index.ts'
import { leave, small, text } from '../elements.ts'
import { momentsIn, nameOf } from '../lookups.ts'
import { type Month, monthPage } from './monthPage.ts'

type Line = {
  at: Instant
  by: OfficerId
  what: 'search' | 'overview' | 'find'
  reason: string
  found: number
}
type Searches = Month<Line> & {
  municipality: Municipality
  /** May search too, and so gets the way to it. */
  searches: boolean
}

const MOST_REASON_SHOWN = 120

/** The page of one month, with the way to the months beside it. */
export function searchesCard(it: Searches): IAdaptiveCard {
  const { municipality, language } = it
  const t = texts(language).officer
  const { searches: s } = t
  const moment = momentsIn(municipality, language)
  return monthPage(it, {
    verb: 'searches',
    says: s,
    beside: s,
    row: (line) => [
      text(s.by(nameOf(municipality, line.by, language), moment(line.at)), {
        weight: 'Bolder',
        spacing: 'Medium',
      }),
      small(s.what[line.what](line.found)),
      small(s.why(plain(excerpt(line.reason.replace(/\s+/g, ' ').trim(), MOST_REASON_SHOWN).shown))),
    ],
    ways: [
      leave(t.known.looks.button, packOfficer('recognitions', {})),
      ...(it.searches ? [leave(t.search.button, packOfficer('search', {}))] : []),
    ],
  })
}
