/**
 * Seeing more is a task (A091): a question to a team, to an organisation, or to whoever reported it, with a day; what came
 * back; and what it gave. Nothing is handed over by it.
 */
import { dayOf } from '../../municipality/workingTime.ts'
import type { OfficerId } from '../../words.ts'
import { CHANGED, type Change, note, type RuleResult, set, takeIfFree, tell, visible } from '../change.ts'
import type { Refusal } from '../command.ts'
import { type Insight, type InsightOf, MOST_INSIGHTS } from '../insight.ts'
import { insightChoices, insightDay, openInsights } from '../reading/insight.ts'
import { ahead } from './ahead.ts'
import { blank } from './blank.ts'
import type { OfficerDeed } from './data.ts'
import type { InsightFields } from './decisionData.ts'

/** Something comes back within this many days. */
export const MOST_INSIGHT_DAYS = 60

type Fields = Partial<InsightFields>

const choiceOf = (change: Change, { insightTo }: Fields) =>
  insightChoices(change.record, change.setting.municipality).find(({ id }) => id === insightTo)

/** What is wrong with a question that is to be set out. */
export function wrongWithInsight(change: Change, fields: Fields): Refusal | undefined {
  const { record, setting } = change
  const today = dayOf(setting.now, setting.municipality)
  if (blank(fields.insightQuestion ?? '')) return { refused: 'needs', field: 'insightQuestion' }
  if (!choiceOf(change, fields)) return { refused: 'needs', field: 'insightTo' }
  if (fields.insightUntil && !ahead(fields.insightUntil, today, MOST_INSIGHT_DAYS))
    return { refused: 'dayOutOfRange', field: 'insightUntil', most: MOST_INSIGHT_DAYS }
  return (record.insights ?? []).length >= MOST_INSIGHTS
    ? { refused: 'tooMany', most: MOST_INSIGHTS }
    : undefined
}

/** Sets the question out. The reporter gets it as a question in their chat; everybody else is asked by the officer. */
export function setOut(change: Change, by: OfficerId, fields: Fields): void {
  const { setting } = change
  const choice = choiceOf(change, fields)
  if (!choice) throw new Error('A question to nobody was not refused.')
  const text = fields.insightQuestion ?? ''
  const to: InsightOf = choice.to.who === 'reporter' ? askReporter(change, by, text) : choice.to
  const fresh: Insight = {
    id: setting.newId(),
    at: setting.now,
    by,
    kind: to.who === 'reporter' ? 'ask' : (fields.insightKind ?? 'ask'),
    question: text,
    to,
    until: fields.insightUntil ?? insightDay(dayOf(setting.now, setting.municipality), setting.municipality),
  }
  set(change, { insights: [...(change.record.insights ?? []), fresh] })
}

function askReporter(change: Change, by: OfficerId, text: string): InsightOf {
  const question = change.setting.newId()
  const { questions } = change.record
  set(change, { questions: [...questions, { id: question, at: change.setting.now, by, text }] })
  tell(change, { about: 'question', question })
  return { who: 'reporter', question }
}

/** A091: a question as a task, at any moment before the end. */
export function askInsight(change: Change, by: OfficerId, deed: OfficerDeed<'askInsight'>): RuleResult {
  const wrong = wrongWithInsight(change, deed)
  if (wrong) return wrong
  takeIfFree(change, by)
  setOut(change, by, deed)
  note(change, 'askInsight')
  visible(change)
  return CHANGED
}

const openOne = ({ record }: Change, id: string | undefined): Insight | undefined =>
  openInsights(record).find((each) => each.id === id)

const replace = (change: Change, old: Insight, fresh: Insight): void =>
  set(change, { insights: (change.record.insights ?? []).map((each) => (each === old ? fresh : each)) })

/** What came back on it. It stays open until it is said what it gave. */
export function insightCame(change: Change, by: OfficerId, deed: OfficerDeed<'insightCame'>): RuleResult {
  const open = openOne(change, deed.insight)
  if (!open) return { refused: 'notNow' }
  if (blank(deed.text)) return { refused: 'needs', field: 'text' }
  const { came = [] } = open
  if (came.length >= MOST_CAME) return { refused: 'tooMany', most: MOST_CAME }
  replace(change, open, { ...open, came: [...came, { at: change.setting.now, by, text: deed.text }] })
  note(change, 'insightCame')
  visible(change)
  return CHANGED
}
const MOST_CAME = 100

/** Ends it with what it gave; also that it gave nothing. */
export function endInsight(change: Change, by: OfficerId, deed: OfficerDeed<'endInsight'>): RuleResult {
  const open = openOne(change, deed.insight)
  if (!open) return { refused: 'notNow' }
  if (blank(deed.text)) return { refused: 'needs', field: 'text' }
  replace(change, open, { ...open, done: { at: change.setting.now, by, text: deed.text } })
  note(change, 'endInsight')
  visible(change)
  return CHANGED
}
