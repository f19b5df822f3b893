/** What an officer gets to see in answer to a click: a card, and what to call the window that it stands in. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { OfficerAction, Surface } from '../../cards/actions.ts'
import { dossierCard } from '../../cards/officer/case/dossier.ts'
import type { Reach } from '../../cards/officer/case/head.ts'
import { refusedCard, unknownCaseCard } from '../../cards/officer/channel/refused.ts'
import type { Other } from '../../cards/officer/forms/move.ts'
import { seenRecords, type Together } from '../../services/cases/look.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import type { Language } from '../../services/words.ts'
import type { App } from '../app/app.ts'
import type { Turn } from '../turn.ts'
import { dutyNow, type Permission } from './authorise.ts'

/** `onlyYou`: for this person and for nobody else to see, as why nothing was shown or done. */
export type View = { title: string; card: IAdaptiveCard; onlyYou?: true }

/** As many signals as a list to choose from shows; any other is typed. */
const MOST_OTHERS = 20

/** An officer's turn: what this person may, in which language, on which surface. */
export type OfficerTurn = Permission & {
  app: App
  language: Language
  surface: Surface
  /** Where words can be moved to, or what it can be joined with, when that is asked. */
  others?: readonly Other[]
  /** Its case, when it is about that. */
  together?: Together
}

/** What every command of this officer carries. */
export const byDesk = (desk: OfficerTurn) => ({
  actor: { role: 'officer' as const, id: desk.officer },
  ...(desk.withoutChannel ? { withoutChannel: true as const } : {}),
})

/** What every card of a case is given. */
export const onCase = (desk: OfficerTurn, record: SignalRecord) => ({
  record,
  municipality: desk.turn.municipality,
  now: desk.app.now(),
  viewer: desk.officer,
  press: desk.app.newId(),
  surface: desk.surface,
  language: desk.language,
  others: desk.others?.slice(0, MOST_OTHERS),
  together: desk.together,
})

/** The signals of the case that this is about, as far as this officer may see them. */
export const besideOf = ({ together }: Pick<OfficerTurn, 'together'>): SignalRecord[] => seenRecords(together)

/** The dossier, with a line about what just happened. */
export function dossierView(
  desk: OfficerTurn,
  record: SignalRecord,
  line: { notice?: string; error?: string; reporterName?: string; reach?: Reach } = {},
): View {
  return { title: record.reference, card: dossierCard({ ...onCase(desk, record), ...line }) }
}

/** Not for you, not here, or not now; with what was typed, where something was `asked` or could not be read whole. */
export function refusedView(
  app: App,
  turn: Turn,
  language: Language,
  why: 'notOfficer' | 'notOnDuty' | 'notMember' | 'wrongPlace' | 'unknown' | 'away' | 'late',
  asked?: OfficerAction,
  typed?: readonly string[],
): View {
  const onDuty = dutyNow(app, turn)
  return {
    title: 'Signaalpunt',
    onlyYou: true,
    card: refusedCard({ why, municipality: turn.municipality, onDuty, language, asked, typed }),
  }
}

/** No such signal: never was, or nothing of it was kept. */
export const unknownView = (language: Language): View => ({
  title: 'Signaalpunt',
  card: unknownCaseCard({ language }),
})
