/**
 * The answers to the guards of a decision: what an officer said, else the careful answer that the form showed. A guard that
 * has none of these refuses the decision, and names the field (`reading/guards.ts` says when each is asked).
 */
import { dayOf } from '../../municipality/workingTime.ts'
import { type Day, impossible, type OfficerId } from '../../words.ts'
import { CHANGED, type Change, note, type RuleResult, set, visible } from '../change.ts'
import type { FieldName, Refusal } from '../command.ts'
import type { Guarded, LaterGuard, Proposed } from '../guards.ts'
import { standing } from '../reading/guarded.ts'
import { type AskedGuard, guardsAsked, informDay } from '../reading/guards.ts'
import { ahead } from './ahead.ts'
import { blank, noReason } from './blank.ts'
import type { OfficerDeed } from './data.ts'
import type { GuardFields } from './decisionData.ts'

/** First agree: within this many days. */
export const MOST_AGREE_DAYS = 60
/** The persons concerned: weighed again within half a year. */
export const MOST_INFORM_DAYS = 183

/** Every guard that is asked of this decision. */
export const askedOf = (
  change: Change,
  deed: OfficerDeed<'decide'>,
  proposal: Proposed | undefined,
): AskedGuard[] =>
  guardsAsked({
    record: change.record,
    municipality: change.setting.municipality,
    now: change.setting.now,
    outcome: deed.outcome,
    partners: deed.routes.map(({ partner }) => partner),
    minor: deed.minor,
    victimHelp: deed.victimHelp,
    proposal,
    beside: change.setting.beside,
  })

/** The answers, each guard once; or which one lacks what. */
export function answersTo(
  asked: readonly AskedGuard[],
  deed: Pick<OfficerDeed<'decide'>, 'victimCheck' | 'guards'>,
  today: Day,
): Guarded[] | Refusal {
  const answers: Guarded[] = []
  for (const { guard, shown } of asked) {
    const said = saidOf(guard, deed, today) ?? shown
    if (said === undefined)
      return guard === 'youngVictim'
        ? { refused: 'victimCheck', field: 'victimCheck' }
        : { refused: 'needs', field: 'deviationWhy' }
    if ('refused' in said) return said
    answers.push(said)
  }
  return answers
}

/** What the form said of this guard; undefined: nothing. */
function saidOf(
  guard: Guarded['guard'],
  { victimCheck = '', guards: f = {} }: Pick<OfficerDeed<'decide'>, 'victimCheck' | 'guards'>,
  today: Day,
): Guarded | Refusal | undefined {
  switch (guard) {
    case 'youngVictim':
      return blank(victimCheck) ? undefined : { guard, answer: 'looked', text: victimCheck }
    case 'notFirst':
      return noReason(f.deviationWhy ?? '')
        ? undefined
        : { guard, answer: 'anyway', text: f.deviationWhy ?? '' }
    case 'agreeFirst':
    case 'consent':
    case 'informSubject':
      return laterAnswer(guard, f, today)
    case 'supervision':
      if (f.supervision === undefined) return undefined
      if (f.supervision === 'otherwise' && noReason(f.supervisionWhy ?? ''))
        return { refused: 'needs', field: 'supervisionWhy' }
      return { guard, answer: f.supervision, ...written(f.supervisionWhy) }
    case 'basis':
    case 'onBehalf':
      return undefined
    default:
      return impossible(guard)
  }
}

const written = (text: string | undefined): { text?: string } => (text?.trim() ? { text } : {})

const outOf = (field: FieldName, day: Day | undefined, today: Day, most: number): Refusal | undefined =>
  day === undefined
    ? { refused: 'needs', field }
    : day <= today || !ahead(day, today, most)
      ? { refused: 'dayOutOfRange', field, most }
      : undefined

/** One that can also be answered after the decision; undefined: nothing was said of it. */
function laterAnswer(guard: LaterGuard, f: Partial<GuardFields>, today: Day): Guarded | Refusal | undefined {
  switch (guard) {
    case 'agreeFirst':
      if (f.agree === undefined) return undefined
      if (f.agree === 'agreed')
        return noReason(f.agreeWith ?? '')
          ? { refused: 'needs', field: 'agreeWith' }
          : { guard, answer: 'agreed', ...written(f.agreeWith) }
      return (
        outOf('agreeUntil', f.agreeUntil, today, MOST_AGREE_DAYS) ?? {
          guard,
          answer: 'agreeFirst',
          until: f.agreeUntil,
          ...written(f.agreeWith),
        }
      )
    case 'consent':
      if (f.consent === undefined) return undefined
      if (f.consent === 'consent' && noReason(f.consentText ?? ''))
        return { refused: 'needs', field: 'consentText' }
      return { guard, answer: f.consent, ...written(f.consentText) }
    case 'informSubject':
      if (f.inform === undefined) return undefined
      if (f.inform === 'not' && noReason(f.informWhy ?? '')) return { refused: 'needs', field: 'informWhy' }
      if (f.inform !== 'later') return { guard, answer: f.inform, ...written(f.informWhy) }
      return (
        outOf('informUntil', f.informUntil ?? informDay(today), today, MOST_INFORM_DAYS) ?? {
          guard,
          answer: 'later',
          until: f.informUntil ?? informDay(today),
          ...written(f.informWhy),
        }
      )
    default:
      return impossible(guard)
  }
}

/** Answers a guard anew: it was agreed, there is consent, or the persons concerned were told or are not yet. */
export function answerGuard(change: Change, by: OfficerId, deed: OfficerDeed<'answerGuard'>): RuleResult {
  const { record, setting } = change
  const decision = record.decisions.at(-1)
  const before = standing(record, deed.guard)
  if (!decision || !before) return { refused: 'notNow' }
  // After the end nothing goes anywhere any more: only whether people are told is still weighed.
  if (record.state === 'closed' && deed.guard !== 'informSubject') return { refused: 'closed' }
  const today = dayOf(setting.now, setting.municipality)
  const answered = laterAnswer(deed.guard, deed, today)
  if (answered === undefined) return { refused: 'needs', field: FIELD[deed.guard] }
  if ('refused' in answered) return answered
  if (JSON.stringify(answered) === JSON.stringify(before)) return { refused: 'already' }
  const { guarded = [] } = record
  if (guarded.length >= MOST_LATER) return { refused: 'tooMany', most: MOST_LATER }
  set(change, { guarded: [...guarded, { at: setting.now, by, decision: decision.id, answered }] })
  note(change, 'answerGuard')
  visible(change)
  return CHANGED
}
const MOST_LATER = 200

const FIELD = {
  agreeFirst: 'agree',
  consent: 'consent',
  informSubject: 'inform',
} as const satisfies Record<LaterGuard, FieldName>
