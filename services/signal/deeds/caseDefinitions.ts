/** The definitions of the deeds on a case: what it does to each of its signals. What it does to the case: services/cases. */
import { caseOfIn } from '../../cases/case.ts'
import { dayOf } from '../../municipality/workingTime.ts'
import type { OfficerId } from '../../words.ts'
import {
  CHANGED,
  type Change,
  momentOf,
  note,
  type RuleResult,
  set,
  tell,
  tellHolder,
  visible,
} from '../change.ts'
import * as purposes from '../purposes.ts'
import { mayHearFits } from '../reading/fits.ts'
import type { CaseDeedName } from './caseData.ts'

type CaseDeed = { do: CaseDeedName }

/** What a signal says of its case follows the case. */
function follow(change: Change): boolean {
  const { together } = change.setting
  if (!together) return false
  const { caseOf, ...rest } = change.record
  const fresh = caseOfIn(together, change.record.id)
  change.record = { ...rest, ...(fresh ? { caseOf: fresh } : {}) }
  return JSON.stringify(caseOf) !== JSON.stringify(fresh)
}

/** Each signal of the case has a line of every deed on it: so its trail covers the case too (docs/decisions/cases.md). */
function ofCase(change: Change, _by: OfficerId, deed: CaseDeed): RuleResult {
  if (!change.setting.together) return { refused: 'notNow' }
  follow(change)
  note(change, deed.do)
  return CHANGED
}

/** It came into a case, or another one came into its case. Whoever has it in hand and did not do it is told. */
function link(change: Change, by: OfficerId): RuleResult {
  if (!change.setting.together) return { refused: 'target', why: 'unknown' }
  const before = change.record.caseOf?.id
  follow(change)
  note(change, 'link')
  if (before !== change.record.caseOf?.id && change.record.state !== 'closed') {
    if ((change.record.takenBy ?? change.record.accountable) !== by) tellHolder(change, 'linked')
  }
  visible(change)
  return CHANGED
}

/** It is taken out, or another one is. Why, stands in the one that is taken out, and goes with it. */
function unlink(change: Change, by: OfficerId, deed: { reason: string }): RuleResult {
  const { together } = change.setting
  if (!together) return { refused: 'notNow' }
  const before = change.record.caseOf
  const moved = follow(change)
  if (before && moved && !change.record.caseOf) {
    const { wasInCase = [] } = change.record
    const was = {
      id: before.id,
      reference: before.reference,
      since: before.since,
      until: dayOf(change.setting.now, change.setting.municipality),
      by,
      reason: deed.reason,
    }
    set(change, { wasInCase: [...wasInCase, was].slice(-MOST_WAS) })
  }
  note(change, 'unlink')
  visible(change)
  return CHANGED
}
const MOST_WAS = 20

/** Its reporter hears, once, that it fits with other information; and nothing of what that is, or how much. */
function tellFits(change: Change, _by: OfficerId, deed: { signals: readonly string[] }): RuleResult {
  if (!change.setting.together) return { refused: 'notNow' }
  follow(change)
  note(change, 'tellFits')
  const { record } = change
  if (deed.signals.includes(record.id) && mayHearFits(record)) {
    set(change, { toldFits: momentOf(change) })
    tell(change, { about: 'fits' })
  }
  return CHANGED
}

const always = {
  may: 'onCase',
  olderCard: 'accepted',
  whileFrozen: 'accepted',
  afterClosing: 'accepted',
  processing: purposes.assess,
} as const
/** What is frozen is only looked at: it is put nowhere, and taken out of nothing. */
const notFrozen = { ...always, whileFrozen: 'refused' } as const
const empty = { formShows: 'nothing' } as const
/** What an officer wrote in the case stands in the form. */
const shows = { formShows: 'content' } as const

export const CASE_DEEDS = {
  link: { ...notFrozen, ...empty, rule: link },
  unlink: { ...notFrozen, ...empty, rule: unlink },
  caseLead: { ...always, ...empty, rule: ofCase },
  weighCase: { ...always, ...empty, rule: ofCase },
  suppose: { ...always, ...empty, rule: ofCase },
  endSupposing: { ...always, ...shows, rule: ofCase },
  plan: { ...always, ...empty, rule: ofCase },
  planDone: { ...always, ...shows, rule: ofCase },
  tellFits: { ...always, ...empty, processing: purposes.feedBack, rule: tellFits },
} as const
