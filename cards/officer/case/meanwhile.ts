/** How a signal stands now, in one line: for whoever clicked on a card that was older than this. */
import type { Municipality } from '../../../services/municipality/municipality.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import type { Language } from '../../../services/words.ts'
import { texts } from '../../texts/index.ts'
import { momentsIn, nameOf } from '../lookups.ts'

/** Kind, state and urgency, who has it in hand, and the latest decision. Nothing that was written. */
export function meanwhile(it: {
  record: SignalRecord
  municipality: Municipality
  language: Language
}): string {
  const { record, municipality, language } = it
  const t = texts(language).officer
  const { kind, state, urgency, takenBy } = record
  const last = record.decisions.at(-1)
  const lines = [
    t.channel.list.line(t.words.kinds[kind], t.words.states[state], t.words.urgencies[urgency]),
    takenBy ? t.channel.list.taken(nameOf(municipality, takenBy, language)) : t.channel.list.notTaken,
    last &&
      t.dossier.decided(
        t.words.outcomes[last.outcome],
        nameOf(municipality, last.by, language),
        momentsIn(municipality, language)(last.at),
      ),
  ]
  return lines.flatMap((line) => (line ? [`${line}.`] : [])).join(' ')
}
