/** A number of ours that somebody of the reporting point put in a conversation: it says nothing but that number. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Language, Reference, SignalId } from '../../../services/words.ts'
import { opensDialog, packOfficer } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { frame, submit, title } from '../elements.ts'

/** It opens for whoever may act on it, in a window; for anybody else it opens nothing. */
export function referenceCard(it: {
  reference: Reference
  signal: SignalId
  language: Language
}): IAdaptiveCard {
  const { card } = texts(it.language).officer.day
  const open = opensDialog(packOfficer('open', { signal: it.signal }), 'dialog')
  return frame({
    language: it.language,
    urgent: true,
    speak: it.reference,
    body: [title(it.reference)],
    actions: [submit(card.open, open)],
  })
}
