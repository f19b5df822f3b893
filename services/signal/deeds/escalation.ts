/** What cannot wait (A057, C2): one press makes it acute and rings everybody; then it is noted who was called. */
import type { OfficerId } from '../../words.ts'
import { CHANGED, type Change, note, type RuleResult, set, takeIfFree, visible } from '../change.ts'
import { type Escalation, MOST_INSIGHTS } from '../insight.ts'
import { contactsOf } from '../reading/escalation.ts'
import { dueAt } from '../reading/urgency.ts'
import { blank } from './blank.ts'
import type { OfficerDeed } from './data.ts'
import { ringRaised } from './ring.ts'

/** *Opgeschaald*: acute from now on, with its clocks, and whoever is on duty and next in line is rung. */
export function escalate(change: Change, by: OfficerId): RuleResult {
  const { record, setting } = change
  const { escalations = [] } = record
  if (escalations.length >= MOST_INSIGHTS) return { refused: 'tooMany', most: MOST_INSIGHTS }
  takeIfFree(change, by)
  const fresh: Escalation = { id: setting.newId(), at: setting.now, by, steps: [] }
  const acute =
    record.urgency === 'acute' ? {} : { urgency: 'acute' as const, due: dueAt(record, 'acute', setting) }
  set(change, { escalations: [...escalations, fresh], ...acute })
  note(change, 'escalate')
  ringRaised(change, 'acute', by)
  visible(change)
  return CHANGED
}

/** Who was called, and whether somebody answered. */
export function escalationStep(
  change: Change,
  by: OfficerId,
  deed: OfficerDeed<'escalationStep'>,
): RuleResult {
  const { record, setting } = change
  const { escalations = [] } = record
  const last = escalations.at(-1)
  if (!last) return { refused: 'notNow' }
  const known = contactsOf(setting.municipality, setting.now, by).some(({ id }) => id === deed.contact)
  if (!deed.contact || !known) return { refused: 'needs', field: 'contact' }
  if (!deed.reached) return { refused: 'needs', field: 'reached' }
  if (last.steps.length >= MOST_STEPS) return { refused: 'tooMany', most: MOST_STEPS }
  const text = deed.text ?? ''
  const step = {
    at: setting.now,
    by,
    contact: deed.contact,
    reached: deed.reached,
    ...(blank(text) ? {} : { text }),
  }
  const fresh = { ...last, steps: [...last.steps, step] }
  set(change, { escalations: [...escalations.slice(0, -1), fresh] })
  note(change, 'escalationStep')
  visible(change)
  return CHANGED
}
const MOST_STEPS = 100
