/** The values that say nothing in this municipality, each with the way back. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { FactDetails } from '../../../services/facts/fact.ts'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import type { Instant, Language, OfficerId } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { withWhom } from '../../buttonNames.ts'
import { texts } from '../../texts/index.ts'
import { dateInWords } from '../../when.ts'
import { buttons, frame, leave, small, submit, text, title, top } from '../elements.ts'
import { nameOf } from '../lookups.ts'
import { factValue } from './values.ts'

type MutedList = {
  values: readonly { id: string; details: FactDetails; at: Instant; by: OfficerId }[]
  municipality: Municipality
  language: Language
  notice?: string | undefined
}

/** The newest first; older ones stand there once these are gone. */
const MOST_SHOWN = 40

/** The page. */
export function mutedCard(it: MutedList): IAdaptiveCard {
  const { values, municipality, language } = it
  const t = texts(language).officer
  const shown = values.toReversed().slice(0, MOST_SHOWN)
  const labels = withWhom(
    t.known.mute.undo,
    shown.map(({ details }) => factValue(details)),
  )
  return frame({
    language,
    speak: t.known.mute.listTitle,
    body: [
      ...top(it),
      title(t.known.mute.listTitle),
      text(values.length === 0 ? t.known.mute.none : t.known.mute.listAbout),
      ...shown.flatMap(({ id, details, at, by }, n) => {
        const value = factValue(details)
        const day = dateInWords(at, municipality.zone, language)
        return [
          text(value, { weight: 'Bolder', spacing: 'Medium' }),
          small(t.known.mute.by(nameOf(municipality, by, language), day)),
          ...buttons(submit(labels[n] ?? t.known.mute.undo, packOfficer('muted', { undo: id }))),
        ]
      }),
    ],
    actions: [leave(t.words.worklist, packOfficer('worklist', {}))],
  })
}
