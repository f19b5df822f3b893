/** Everything that was written, with as much room as one card gives. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Municipality } from '../../services/routing/municipality.ts'
import type { SignalRecord } from '../../services/signal/signal.ts'
import type { Language } from '../../services/signal/words.ts'
import { texts } from '../texts/index.ts'
import { backTo } from './back.ts'
import { allFits, conversation, notes, STORY_ROOMS, story } from './dossier/written.ts'
import { frame, small, text, title } from './parts.ts'

type Story = { record: SignalRecord; municipality: Municipality; language: Language }

/** The page behind *Lees alles*. What even here has no room is said, and stays kept. */
export function storyCard(it: Story): IAdaptiveCard {
  const { record, language } = it
  const t = texts(language).officer.dossier
  return frame({
    language,
    speak: t.speak(record.reference),
    body: [
      title(t.storyTitle(record.reference)),
      small(t.unverified),
      ...(allFits(it, STORY_ROOMS) ? [] : [text(t.tooBig, { weight: 'Bolder' })]),
      ...story(it, STORY_ROOMS),
      ...conversation(it, STORY_ROOMS),
      ...notes(it, STORY_ROOMS),
    ],
    actions: [backTo(record, language)],
  })
}
