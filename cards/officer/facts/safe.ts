/** How possible victims can be reached without harm: it stands wherever the signal is handed over (A046). */
import type { CardElement } from '@microsoft/teams.cards'
import type { SignalRecord } from '../../../services/signal/record.ts'
import type { Language } from '../../../services/words.ts'
import { texts } from '../../texts/index.ts'
import { box, heading, small, text } from '../elements.ts'
import { fitted } from '../fit.ts'
import { whoIs } from './words.ts'

/** As many persons as are named, and the bytes of each line. */
const MOST_PERSONS = 6
const MOST_BYTES = 700

/** Nothing where nothing was said of it. */
export function safeContacts(record: Pick<SignalRecord, 'facts'>, language: Language): CardElement[] {
  const t = texts(language).officer.facts.safe
  const lines = (record.facts ?? []).flatMap(({ details, standing }): CardElement[][] => {
    if (details.kind !== 'person' || !details.safeContact || standing === 'refuted') return []
    const { how, howNot, mustNotKnow } = details.safeContact
    const said = [how && t.how(how), howNot && t.howNot(howNot), mustNotKnow && t.mustNotKnow(mustNotKnow)]
    return [
      [
        text(t.of(whoIs(details, language)), { weight: 'Bolder', spacing: 'Small' }),
        ...said.flatMap((line) => (line ? fitted(line, MOST_BYTES, language) : [])),
      ],
    ]
  })
  if (lines.length === 0) return []
  const more = lines.length - MOST_PERSONS
  return box('warning', [
    heading(t.goesAlong),
    ...lines.slice(0, MOST_PERSONS).flat(),
    ...(more > 0 ? [small(texts(language).officer.dossier.leftOut(more.toLocaleString(language)))] : []),
  ])
}
