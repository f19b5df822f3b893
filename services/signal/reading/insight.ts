/** Questions that were set out as tasks (A091): which are open, who can be asked, and what came back. */
import type { Municipality } from '../../municipality/municipality.ts'
import { USUAL_REMINDERS } from '../../municipality/terms.ts'
import { addWorkingDays } from '../../municipality/workingTime.ts'
import type { Day } from '../../words.ts'
import type { Insight, InsightOf } from '../insight.ts'
import type { SignalRecord } from '../record.ts'
import { isReachable } from './feedback.ts'

type Asked = Pick<SignalRecord, 'insights'>

/** Those that have not ended. */
export const openInsights = ({ insights = [] }: Asked): Insight[] =>
  insights.filter(({ done }) => done === undefined)

/** What a form sends for the reporter. */
export const REPORTER = 'reporter'

/** Who can be asked: a choice in a form with what it sends. A reporter only while one can be reached. */
export type InsightChoice = { id: string; to: Exclude<InsightOf, { who: 'reporter' }> | { who: 'reporter' } }

/** Everybody who can be asked: teams of the municipality first, then who can have the lead, then organisations outside. */
export function insightChoices(record: SignalRecord, { partners, leads }: Municipality): InsightChoice[] {
  const of = (inside: boolean): InsightChoice[] =>
    partners
      .filter((partner) => partner.inside === inside)
      .map(({ id }) => ({ id: `partner:${id}`, to: { who: 'partner', partner: id } }))
  return [
    ...of(true),
    ...(isReachable(record) ? [{ id: REPORTER, to: { who: 'reporter' } } as const] : []),
    ...leads.map((team): InsightChoice => ({ id: `team:${team}`, to: { who: 'team', team } })),
    ...of(false),
  ]
}

/** The day by which something comes back when nobody chooses another: as long as a question to a reporter may take. */
export const insightDay = (today: Day, { reminders }: Pick<Municipality, 'reminders'>): Day =>
  addWorkingDays(today, (reminders ?? USUAL_REMINDERS).questionWorkingDays)

/** What came back, in its order: what was noted, and what the reporter answered in their chat. */
export function cameOf(
  { questions }: Pick<SignalRecord, 'questions'>,
  { to, came = [] }: Insight,
): { text: string; noted: boolean }[] {
  const answer = to.who === 'reporter' ? questions.find(({ id }) => id === to.question)?.answer : undefined
  return [
    ...(answer?.text ? [{ text: answer.text, noted: false }] : []),
    ...came.map(({ text }) => ({ text, noted: true })),
  ]
}
