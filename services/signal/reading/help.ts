/** Help for a possible victim that is still to be arranged: it has an owner and a last day (A099, A128). */
import type { Municipality } from '../../municipality/municipality.ts'
import { USUAL_REMINDERS } from '../../municipality/terms.ts'
import { addWorkingDays, dayOf } from '../../municipality/workingTime.ts'
import type { Day, Instant } from '../../words.ts'
import type { HelpTask } from '../help.ts'
import type { SignalRecord } from '../record.ts'

type Town = Pick<Municipality, 'zone' | 'officeHours' | 'reminders'>
type Helped = Pick<SignalRecord, 'help' | 'decisions' | 'urgency'>

/** The last day when nobody chooses another; with acute or high urgency the next working day. */
export function helpDay(at: Instant, { urgency }: Pick<SignalRecord, 'urgency'>, town: Town): Day {
  const pressing = urgency === 'acute' || urgency === 'high'
  const days = pressing ? 1 : (town.reminders ?? USUAL_REMINDERS).helpWorkingDays
  return addWorkingDays(dayOf(at, town), days)
}

/** Is help still to be arranged? Decided so before it had an owner: then it is all the same. */
export function isHelpOpen({ help, decisions }: Helped): boolean {
  const last = help?.at(-1)
  return last ? last.done === undefined : decisions.at(-1)?.victimHelp === 'notYet'
}

/** The help that is still to be arranged; of a decision from before it had an owner, the officer who decided has it. */
export function openHelp(record: Helped, town: Town): HelpTask | undefined {
  if (!isHelpOpen(record)) return undefined
  const task = record.help?.at(-1)
  if (task) return task
  const decision = record.decisions.at(-1)
  if (!decision) return undefined
  const { id, at, by } = decision
  return { id, at, by, owner: { who: 'officer', officer: by }, until: helpDay(at, record, town) }
}
