/**
 * When a signal must be looked at: the earliest moment at which one of its rules asks for something. Each rule says
 * itself at which moments it may begin to; the first of these at which one does is the next. What is to be delivered has
 * its own moments, in the outbox (services/outbox/schedule.ts). Pure. (docs/decisions/next-moment.md)
 */
import type { Municipality } from '../../municipality/municipality.ts'
import type { Instant } from '../../words.ts'
import { reminderMoments, remindersFor } from '../deeds/remind.ts'
import type { SignalRecord } from '../record.ts'
import { chaseMoments, mailsToChase } from './mails.ts'
import { retentionIsDue, retentionMoments } from './retentionTerm.ts'

/** Does a rule ask for something at this moment? */
export function isDue(record: SignalRecord, municipality: Municipality, now: Instant): boolean {
  return (
    retentionIsDue(record, municipality, now) ||
    mailsToChase(record, municipality, now).length > 0 ||
    remindersFor(record, { municipality, now }).length > 0
  )
}

/**
 * The next moment, `now` when it is due already; undefined when no rule will ask for anything unless something is done.
 * While nobody can be reached no rule asks for anything: then it is the moment at which one would, for that may be mended
 * before anybody looks again.
 */
export function nextMoment(record: SignalRecord, given: Municipality, now: Instant): Instant | undefined {
  const { point, ...sound } = given
  const municipality = point?.nobody ? sound : given
  const moments = [
    now,
    ...retentionMoments(record, municipality),
    ...chaseMoments(record, municipality),
    ...reminderMoments(record, { municipality, now }),
  ]
  const ahead = [...new Set(moments.filter((at) => at >= now))].sort()
  return ahead.find((at) => isDue(record, municipality, at))
}
