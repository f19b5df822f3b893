/** What is kept of a reporter, in their own chat (AVG 15): what, how long, and who saw it. Nothing that was written. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Municipality, Officer } from '../../services/municipality/municipality.ts'
import type { Degree } from '../../services/signal/words.ts'
import { type Day, Instant, type Language, type Reference } from '../../services/words.ts'
import { texts } from '../texts/index.ts'
import { dateInWords } from '../when.ts'
import { aside, card, type Element, heading, say } from './elements.ts'

export type MyDataItem = {
  reference: Reference
  degree: Degree
  revealed: Instant[]
  /** The last day on which the reporter's name is kept, where that is known already. */
  until?: Day | undefined
}

const MOST_SHOWN = 15

/** The overview. `days`: how long a reporter's name is kept after the end. */
export function myDataCard(it: {
  items: readonly MyDataItem[]
  draft: boolean
  /** Several municipalities share the organisation. */
  shared: boolean
  days: number
  accountable: Officer
  municipality: Municipality
  language: Language
}): IAdaptiveCard {
  const { language, municipality, accountable } = it
  const { myData: t } = texts(language).reporter
  const on = (at: Instant) => dateInWords(at, municipality.zone, language)
  const row = ({ reference, degree, revealed, until }: MyDataItem): Element => ({
    type: 'Container',
    separator: true,
    spacing: 'Medium',
    items: [
      say(reference, { weight: 'Bolder' }),
      say(t.degree[degree], { spacing: 'Small' }),
      ...(degree === 'confidential'
        ? [
            say(
              revealed.length > 0
                ? t.revealed([...new Set(revealed.map(on))].slice(-5).join(', '))
                : t.notRevealed,
              { spacing: 'Small' },
            ),
          ]
        : []),
      say(until ? t.until(on(noonOf(until))) : t.open(it.days), { spacing: 'Small', isSubtle: true }),
    ],
  })
  return card(language, t.title, [
    heading(t.title),
    say(t.about),
    ...(it.draft ? [say(t.draft)] : []),
    ...(it.items.length === 0 ? [say(t.nothing)] : it.items.slice(0, MOST_SHOWN).map(row)),
    aside(t.anonymous),
    ...(it.shared ? [aside(t.choice(municipality.name))] : []),
    aside(t.teams),
    say(t.wrong(accountable.name, accountable.phone)),
  ])
}

const noonOf = (day: Day): Instant => Instant.parse(`${day}T12:00:00.000Z`)
