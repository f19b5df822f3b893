/** On the dossier: that it belongs to a case, and the way there; and which it was in. */
import type { CardElement } from '@microsoft/teams.cards'
import { packOfficer } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { dayInWords } from '../../when.ts'
import type { Look } from '../case/caseView.ts'
import { box, buttons, small, submit, text } from '../elements.ts'
import { fitted } from '../fit.ts'
import { nameOf } from '../lookups.ts'

export function caseLine({ record, municipality, language }: Look): CardElement[] {
  const { cases: t } = texts(language).officer
  const { caseOf, wasInCase = [] } = record
  return [
    ...(caseOf
      ? box('emphasis', [
          text(t.belongs(caseOf.reference, caseOf.others), { weight: 'Bolder' }),
          ...(caseOf.leadless ? [text(t.card.leadNone, { color: 'Attention', spacing: 'Small' })] : []),
          ...buttons(
            submit(t.open(caseOf.reference), packOfficer('casePage', { signal: record.id, show: 'case' })),
          ),
        ])
      : []),
    ...wasInCase
      .slice(-MOST_WAS)
      .flatMap(({ reference, since, until, by, reason }) => [
        small(
          t.wasIn(
            reference,
            dayInWords(since, language),
            dayInWords(until, language),
            nameOf(municipality, by, language),
          ),
        ),
        ...fitted(reason, MOST_REASON_BYTES, language),
      ]),
  ]
}
const MOST_WAS = 2
const MOST_REASON_BYTES = 600
