/** Help for a possible victim: whose it is and by which day, or how it ended. */
import type { CardElement } from '@microsoft/teams.cards'
import { isDayOver } from '../../../services/signal/reading/clocks.ts'
import { openHelp } from '../../../services/signal/reading/help.ts'
import { isWorkable } from '../../../services/signal/reading/standing.ts'
import type { Instant } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { dayInWords } from '../../when.ts'
import { buttons, submit, text } from '../elements.ts'
import { listed, type Piece, type Room } from '../fit.ts'
import { momentsIn, nameOf, ownerName } from '../lookups.ts'
import type { Look } from './caseView.ts'

/** What was written of it: each time that it was put off, and how it ended. */
export function helpPieces({ record, municipality, language }: Look): Piece[] {
  const { dossier, follow } = texts(language).officer
  const { help: t } = follow
  const moment = momentsIn(municipality, language)
  return (record.help ?? []).flatMap(({ notes = [], done }) => [
    ...notes.map(({ by, at, text: said }) => ({
      head: dossier.byAt(nameOf(municipality, by, language), moment(at)),
      text: said,
    })),
    ...(done
      ? [
          {
            head: t.line(t.done[done.how], nameOf(municipality, done.by, language), moment(done.at)),
            text: done.text,
          },
        ]
      : []),
  ])
}

/** Under the decision; nothing where no help had to be arranged. */
export function helpLines(it: Look & { now: Instant }, room: Room): CardElement[] {
  const { record, municipality, language, now } = it
  const { help: t } = texts(language).officer.follow
  const written = listed(helpPieces(it), room, language)
  const open = openHelp(record, municipality)
  if (!open) return written
  const owner = ownerName(municipality, open.owner, language)
  const day = dayInWords(open.until, language)
  const late = record.state !== 'closed' && isDayOver(open.until, now, municipality)
  return [
    late
      ? text(t.late(owner, day), { color: 'Attention', weight: 'Bolder', spacing: 'Small' })
      : text(t.open(owner, day), { spacing: 'Small' }),
    ...written,
    ...(isWorkable(record)
      ? buttons(submit(t.button, packOfficer('page', { signal: record.id, page: 'help' })))
      : []),
  ]
}
