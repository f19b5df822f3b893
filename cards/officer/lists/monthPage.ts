/** A page of what was written down in a month, the latest first, with the way to the months beside it. */
import type { CardElement, IAdaptiveCard, ISubmitAction } from '@microsoft/teams.cards'
import { DateTime } from 'luxon'
import type { Language } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { frame, leave, small, text, title } from '../elements.ts'

/** What every such page is given. */
export type Month<Line> = {
  lines: readonly Line[]
  /** yyyy-mm; `now` is the month that it is. */
  month: string
  now: string
  /** The page of it, from 1; one that is not there is the nearest that is. */
  part?: number | undefined
  language: Language
}

/** Lines of one page; the latest page is the first. */
const MOST_LINES = 40

/** `says`: its own words; `beside`: those for the months before and after it. `ways`: where else to go from here. */
export function monthPage<Line>(
  { lines, month, now, part: asked, language }: Month<Line>,
  page: {
    verb: 'searches' | 'recognitions' | 'declaration'
    says: { title: string; about: (month: string) => string; none: string }
    beside: { leftOut: (count: number) => string; before: string; after: string }
    row: (line: Line) => CardElement[]
    ways: readonly ISubmitAction[]
  },
): IAdaptiveCard {
  const { dossier } = texts(language).officer
  const { says, beside } = page
  const start = DateTime.fromISO(`${month}-01`, { locale: language })
  const monthAt = (months: number): string => start.plus({ months }).toFormat('yyyy-MM')
  const parts = Math.max(1, Math.ceil(lines.length / MOST_LINES))
  const part = Math.min(Math.max(asked ?? 1, 1), parts)
  const last = lines.length - (part - 1) * MOST_LINES
  const go = (label: string, to: string, at = 1) =>
    leave(label, packOfficer(page.verb, { month: to, part: at }))
  return frame({
    language,
    speak: says.title,
    body: [
      title(says.title),
      text(says.about(start.toFormat('LLLL yyyy'))),
      ...(lines.length === 0
        ? [text(says.none)]
        : lines.slice(Math.max(0, last - MOST_LINES), last).flatMap(page.row)),
      ...(last > MOST_LINES ? [small(beside.leftOut(last - MOST_LINES))] : []),
    ],
    actions: [
      ...(part < parts ? [go(dossier.nextPart, month, part + 1)] : []),
      ...(part > 1 ? [go(dossier.previousPart, month, part - 1)] : []),
      go(beside.before, monthAt(-1)),
      ...(month < now ? [go(beside.after, monthAt(1))] : []),
      ...page.ways,
    ],
  })
}
