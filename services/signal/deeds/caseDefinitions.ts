/** The definitions of the deeds on a case: what it does to each of its signals. What it does to the case: services/cases. */
import { caseOfIn } from '../../cases/case.ts'
import type { Meeting } from '../../cases/meeting.ts'
import { partnerOf } from '../../municipality/municipality.ts'
import { dayOf } from '../../municipality/workingTime.ts'
import type { OfficerId } from '../../words.ts'
import {
  CHANGED,
  type Change,
  cause,
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
import { isOut } from '../reading/happened.ts'
import type { Route } from '../route.ts'
import { answerDay } from './ahead.ts'
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

/** One of its signals sends the invitation: contentless, to those at the table who have an address (A095). */
function inviteTo(change: Change, by: OfficerId, deed: CaseDeed & { meeting: string }): RuleResult {
  const meeting = change.setting.together?.meetings?.find(({ id }) => id === deed.meeting)
  const { invited } = meeting ?? {}
  const result = ofCase(change, by, deed)
  if (!meeting || invited?.signal !== change.record.id || result !== CHANGED) return result
  const { day, hour } = invited
  cause(change, { kind: 'inviteMeeting', meeting: meeting.id, day, hour, to: guestsOf(meeting, change) })
  return CHANGED
}

/** The addresses of those at the table, as the settings have them now; whoever has none is asked by the officer. */
function guestsOf({ participants }: Meeting, { setting }: Change): string[] {
  return participants.flatMap(({ who }) => {
    if (who.who !== 'partner') return []
    const partner = partnerOf(setting.municipality, who.partner)
    return partner?.contacts?.find(({ mail }) => mail !== undefined)?.mail ?? []
  })
}

/**
 * Who was there got what was chosen for them. For a partner that is a hand-over like any other: an answer is asked, and
 * a correction reaches it (A109, AVG 19).
 */
function wasHeld(
  change: Change,
  by: OfficerId,
  deed: CaseDeed & { meeting: string; came: readonly string[] },
): RuleResult {
  const { record, setting } = change
  const { municipality, now } = setting
  const meeting = setting.together?.meetings?.find(({ id }) => id === deed.meeting)
  if (!meeting) return { refused: 'notNow' }
  const given = meeting.participants.flatMap((each) =>
    each.who.who === 'partner' && each.came && each.gets.some(({ signal }) => signal === record.id)
      ? [{ partner: each.who.partner, basis: each.basis, basisReason: each.basisReason }]
      : [],
  )
  if (given.length > 0 && record.decisions.length === 0) return { refused: 'undecided' }
  const result = ofCase(change, by, deed)
  const fresh: Route[] = given
    .filter(({ partner }) => !record.routes.some((route) => route.partner === partner && isOut(route)))
    .map(({ partner, basis, basisReason }) => ({
      id: setting.newId(),
      partner,
      answerBy: answerDay(now, record.urgency, municipality),
      state: 'handedOver',
      handedOverAt: now,
      handedOverBy: by,
      meeting: meeting.id,
      ...(basis === undefined ? {} : { basis }),
      ...(basisReason === undefined ? {} : { basisReason }),
    }))
  if (fresh.length === 0) return result
  // What was only planned for the same partner is done by this.
  const kept = change.record.routes.filter(
    (route) => route.state !== 'planned' || !fresh.some(({ partner }) => partner === route.partner),
  )
  set(change, { routes: [...kept, ...fresh] })
  note(change, 'handOver', 'handedOver')
  if (record.decisions.at(-1)?.tell.form === 'message') {
    for (const { id } of fresh) tell(change, { about: 'handedOver', route: id })
  }
  visible(change)
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
  movePlan: { ...always, ...shows, rule: ofCase },
  // Of what is closed there is nothing to meet about; a case with an open signal is met about from there.
  meet: { ...notFrozen, ...shows, afterClosing: 'refused', rule: ofCase },
  slice: { ...notFrozen, ...shows, processing: purposes.handOver, rule: ofCase },
  invite: { ...notFrozen, ...empty, rule: inviteTo },
  meetingHeld: { ...notFrozen, ...shows, processing: purposes.handOver, rule: wasHeld },
  cancelMeeting: { ...always, ...shows, rule: ofCase },
} as const
