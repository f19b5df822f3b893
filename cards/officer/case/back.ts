/** The way back to the dossier, the same on every page. */
import type { ISubmitAction } from '@microsoft/teams.cards'
import type { SignalRecord } from '../../../services/signal/record.ts'
import type { Language } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { leave } from '../elements.ts'

/** Leaves a page without doing anything. */
export function backTo(record: SignalRecord, language: Language): ISubmitAction {
  return leave(
    texts(language).officer.words.back,
    packOfficer('page', { signal: record.id, page: 'dossier' }),
  )
}
