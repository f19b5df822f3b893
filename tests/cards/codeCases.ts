/** The cards of somebody who is anonymous and has a code, in every state. */
import { backCard, notCodeCard } from '../../cards/reporter/receipt/code.ts'
import { receiptCard } from '../../cards/reporter/receipt/receipt.ts'
import { texts } from '../../cards/texts/index.ts'
import { localMunicipality } from '../../infra/local/municipality.ts'
import { onDuty } from '../../services/municipality/municipality.ts'
import type { SignalRecord, Waiting } from '../../services/signal/record.ts'
import { Kind, State } from '../../services/signal/words.ts'
import { Day, type Language } from '../../services/words.ts'
import type { NamedCard } from './namedCard.ts'

const municipality = localMunicipality('http://127.0.0.1:1/_connector')
const { accountable } = onDuty(municipality, Day.parse('2026-11-24'))
export const CODE = 'P5A0-YW2G-SS4A-PZ2K-A9FB'

/** So many messages that wait. */
export const waitingFor = (count: number): Waiting[] =>
  Array.from({ length: count }, (_, n) => ({
    day: Day.parse('2026-11-24'),
    message: n === 0 ? { about: 'received' } : { about: 'closed' },
  }))

/** The receipt with a code, the code to be seen still, and coming back. */
export function codeCards(record: SignalRecord, language: Language): NamedCard[] {
  const { id: draft, reference, due } = record
  const base = { reference, degree: 'anonymous', municipality, accountable, language } as const
  const moments = { respondBy: due.respond, decideBy: due.decide }
  return [
    ...Kind.options.flatMap((kind) =>
      ([{ text: CODE, draft }, 'saved'] as const).map(
        (code): NamedCard => [
          `receipt, ${kind}, code ${code === 'saved' ? 'saved' : 'shown'}`,
          receiptCard({ ...base, ...moments, kind, acute: kind === 'signal', code }),
        ],
      ),
    ),
    ['not a code', notCodeCard({ text: texts(language).reporter.code.typo, language })],
    ...State.options.map(
      (state): NamedCard => [
        `back, ${state}`,
        backCard({
          record: { ...record, state },
          waiting: waitingFor(4),
          below: 3,
          minutes: 10,
          municipality,
          now: record.receivedAt,
          language,
        }),
      ],
    ),
    [
      'back, nothing',
      backCard({
        record,
        waiting: [],
        below: 0,
        minutes: 10,
        municipality,
        now: record.receivedAt,
        language,
      }),
    ],
    [
      'back, very many',
      backCard({
        record,
        waiting: waitingFor(500),
        below: 6,
        minutes: 10,
        municipality,
        now: record.receivedAt,
        language,
      }),
    ],
  ]
}
