/** The button with which an officer says that two signals belong together. */
import type { ISubmitAction } from '@microsoft/teams.cards'
import type { Language, SignalId } from '../../../services/words.ts'

/** None, as long as signals cannot be joined. */
export function linkButton(_it: { signal: SignalId; other: SignalId; language: Language }): ISubmitAction[] {
  return []
}
