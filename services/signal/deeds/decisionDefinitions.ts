/** The definitions of the deeds around a decision (`definitions.ts`). */
import * as purposes from '../purposes.ts'
import { standing } from '../reading/guarded.ts'
import type { SignalRecord } from '../record.ts'
import { adviceCall } from './advice.ts'
import { escalate, escalationStep } from './escalation.ts'
import { answerGuard } from './guards.ts'
import { askInsight, endInsight, insightCame } from './insight.ts'

const working = {
  may: 'onCase',
  whileFrozen: 'refused',
  afterClosing: 'refused',
  processing: purposes.assess,
} as const
/** Nothing of it is lost by what happened meanwhile. */
const adds = { ...working, olderCard: 'accepted', formShows: 'nothing' } as const
/** The question stands in the form. */
const onOne = { ...working, olderCard: 'accepted', formShows: 'content' } as const

export const DECISION_DEEDS = {
  askInsight: { ...adds, rule: askInsight },
  insightCame: { ...onOne, rule: insightCame },
  endInsight: { ...onOne, rule: endInsight },
  /** Names of the facts that stand in it are pointed out: they stand in the form. */
  adviceCall: { ...adds, formShows: 'content', rule: adviceCall },
  escalate: { ...adds, processing: purposes.protect, rule: escalate },
  escalationStep: { ...adds, processing: purposes.protect, rule: escalationStep },
  /** Whether the persons concerned are told is weighed again after the end too. */
  answerGuard: {
    ...working,
    olderCard: 'stale',
    afterClosing: (record: SignalRecord) => standing(record, 'informSubject') !== undefined,
    formShows: 'content',
    processing: purposes.rights,
    rule: answerGuard,
  },
} as const
