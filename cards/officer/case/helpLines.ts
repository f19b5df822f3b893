/** Help for a possible victim: whose it is and by which day, or how it ended. */
import type { CardElement } from '@microsoft/teams.cards'
import { isDayOver } from '../../../services/signal/reading/clocks.ts'
import { openHelp } from '../../../services/signal/reading/help.ts'
import { isWorkable } from '../../../services/signal/reading/standing.ts'
import type { Instant } from '../../../services/words.ts'
import { packOfficer } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { dayInWords } from '../../when.ts'
import { buttons, small, submit, text } from '../elements.ts'
import { fitted } from '../fit.ts'
import { momentsIn, nameOf, ownerName } from '../lookups.ts'
import type { Look } from './caseView.ts'

/** Room for what was written of it last. */
const MOST_NOTE = 400

/** Under the decision; nothing where no help had to be arranged. */
export function helpLines(it: Look & { now: Instant }): CardElement[] {
  const { record, municipality, language, now } = it
  const { help: t } = texts(language).officer.follow
  const moment = momentsIn(municipality, language)
  const open = openHelp(record, municipality)
  const task = open ?? record.help?.at(-1)
  if (!task) return []
  const owner = ownerName(municipality, task.owner, language)
  const day = dayInWords(task.until, language)
  if (!open) {
    const { done } = task
    if (!done) return []
    const by = nameOf(municipality, done.by, language)
    return [small(t.line(t.done[done.how], by, moment(done.at))), ...fitted(done.text, MOST_NOTE, language)]
  }
  const late = record.state !== 'closed' && isDayOver(task.until, now, municipality)
  return [
    late
      ? text(t.late(owner, day), { color: 'Attention', weight: 'Bolder', spacing: 'Small' })
      : text(t.open(owner, day), { spacing: 'Small' }),
    ...fitted(task.notes?.at(-1)?.text ?? '', MOST_NOTE, language),
    ...(isWorkable(record)
      ? buttons(submit(t.button, packOfficer('page', { signal: record.id, page: 'help' })))
      : []),
  ]
}
