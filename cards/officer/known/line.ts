/** The answer at the top of the dossier: does it occur elsewhere in the register, and does that make it more urgent. */
import type { CardElement } from '@microsoft/teams.cards'
import type { KnownMatch } from '../../../services/facts/fact.ts'
import { STRENGTHS } from '../../../services/matching/match.ts'
import { recognitionOf, urgencyProposal } from '../../../services/signal/reading/recognition.ts'
import type { Language } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import type { Look } from '../case/caseView.ts'
import { buttons, section, small, submit, text } from '../elements.ts'
import { factValue } from './values.ts'

/** How many, and how strong. */
export function countedIn(matches: readonly KnownMatch[], language: Language): string {
  const { known } = texts(language).officer
  const [only] = matches
  if (only && matches.length === 1) return known.line(1, known.alone[only.strength])
  const counts = STRENGTHS.flatMap((strength) => {
    const count = matches.filter((match) => match.strength === strength).length
    return count === 0 ? [] : [known.counted[strength](count)]
  })
  return known.line(matches.length, counts.join(', '))
}

/** Nothing where it is compared with no other signal. */
export function knownLine(it: Look & { press: string }): CardElement[] {
  const { record, language } = it
  const t = texts(language).officer.known
  const found = recognitionOf(record)
  switch (found.is) {
    case 'apart':
      return []
    case 'nothing':
      return section(t.heading, [small(t.nothing)])
    case 'notYet':
    case 'lookedUp': {
      const { matches, others, common, lines } = found
      // Of what is in a case with another, it would be odd to say that it was never seen.
      const first = record.caseOf && record.caseOf.others > 0 ? t.none : t.first
      const none = found.is === 'lookedUp' && lines.length === 0 ? [text(first)] : []
      const toSee = matches.length + others.length + common.length + lines.length > 0
      return section(t.heading, [
        ...(matches.length > 0 ? [text(countedIn(matches, language), { weight: 'Bolder' })] : none),
        ...(lines.length > 0 ? [text(t.lines.count(lines.length))] : []),
        ...(found.is === 'notYet' ? [text(t.notYet)] : []),
        ...(others.length > 0 ? [small(t.said(others.length))] : []),
        ...common.map(({ details }) => small(t.mute.common(factValue(details)))),
        ...buttons(...(toSee ? [submit(t.button, packOfficer('known', { signal: record.id }))] : [])),
        ...raised(it),
      ])
    }
    default:
      return found satisfies never
  }
}

/** A proposal with its reason: a person presses it. */
function raised({ record, language, press }: Look & { press: string }): CardElement[] {
  const t = texts(language).officer
  const proposal = urgencyProposal(record)
  if (!proposal) return []
  const { urgency, near } = proposal
  const why = near ? t.known.urgency.near : t.known.urgency.why
  const data = { signal: record.id, seen: record.revision, press, urgency, reason: why }
  return [
    text(t.known.urgency.title, { weight: 'Bolder' }),
    text(why),
    ...buttons(submit(t.known.urgency.button(t.words.urgencies[urgency]), packOfficer('setUrgency', data))),
  ]
}
