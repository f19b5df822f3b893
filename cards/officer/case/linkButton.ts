/** The button of a match: *Hoort bij elkaar*. Joining takes a second press, and never happens by itself (A063, A065). */
import type { ISubmitAction } from '@microsoft/teams.cards'
import type { SignalRecord } from '../../../services/signal/record.ts'
import type { Language, SignalId } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { submit } from '../elements.ts'

/**
 * Opens the form that joins this signal with another. None for advice: that is in no case.
 * @param called - what the button is called, from its usual name: of several on one card each says with which
 */
export function linkButton(
  record: SignalRecord,
  other: SignalId,
  language: Language,
  called = (label: string): string => label,
): ISubmitAction[] {
  if (record.kind === 'consultation') return []
  const { link } = texts(language).officer.cases
  return [submit(called(link.button), packOfficer('linkPage', { signal: record.id, other }))]
}
