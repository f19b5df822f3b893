/** The facts in the dossier: one short line, and the way to their page. */
import type { CardElement } from '@microsoft/teams.cards'
import { factsOf } from '../../../services/facts/inStep.ts'
import type { Municipality } from '../../../services/municipality/municipality.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import type { Instant, Language } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { buttons, leave, text } from '../elements.ts'

/** How many were read, and how many of them an officer confirmed. */
export function factsLine(it: {
  record: SignalRecord
  municipality: Municipality
  now: Instant
  language: Language
}): CardElement[] {
  const { record, municipality, now, language } = it
  const t = texts(language).officer.facts
  const facts = factsOf(record, municipality, now)
  const confirmed = facts.filter(({ standing }) => standing === 'confirmed').length
  return [
    text(t.read(facts.length, confirmed), { spacing: 'Medium' }),
    ...buttons(leave(t.button, packOfficer('page', { signal: record.id, page: 'facts' }))),
  ]
}
