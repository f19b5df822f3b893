/**
 * When a signal has been kept long enough. Pure: record, municipality and moment in; a term or none out. The clock is
 * that of the signal itself and starts with its own final decision: looking, notes, additions, links and corrections
 * do not move it (I.9).
 */
import { DateTime } from 'luxon'
import type { Municipality } from '../../municipality/municipality.ts'
import { LONGEST, type RetentionTerms, type Span, spanOf, USUAL_TERMS } from '../../municipality/terms.ts'
import { dayOf, startOfDay } from '../../municipality/workingTime.ts'
import { Day, type Instant, impossible } from '../../words.ts'
import type { SignalRecord } from '../record.ts'
import { isFrozen } from '../rights/freeze.ts'
import type { RetentionClass, Term } from '../rights/types.ts'
import { reporterNotInformed } from './feedback.ts'

type Town = Pick<Municipality, 'zone' | 'officeHours' | 'retention'>

const termsOf = ({ retention }: Town): RetentionTerms => retention ?? USUAL_TERMS

/** So many days or months after a day. */
export const dayAfter = (day: Day, span: Span): Day => Day.parse(DateTime.fromISO(day).plus(span).toISODate())

/** What the final decision on this signal was, and the day from which its term runs; undefined: none yet. */
function finalDecision(record: SignalRecord, town: Town): { class: RetentionClass; from: Day } | undefined {
  const { closing } = record
  if (record.kind === 'consultation') {
    // A consultation is never decided on: what was said last of it is its end, when nobody chose one.
    const at = closing?.at ?? record.advices.at(-1)?.at
    return at && { class: 'consultation', from: dayOf(at, town) }
  }
  if (closing?.how === 'withdrawn') return { class: 'refuted', from: dayOf(closing.at, town) }
  const decision = record.decisions.at(-1)
  if (!decision) return undefined
  const from = dayOf(decision.at, town)
  switch (decision.outcome) {
    case 'noAction':
      return { class: decision.safeReason === 'explained' ? 'refuted' : 'noAction', from }
    case 'monitor':
      // It is watched until that day; only then is it over.
      return { class: 'monitored', from: decision.monitorUntil ?? from }
    case 'moreInsight':
    case 'internal':
    case 'external':
    case 'caseMeeting':
    case 'police':
      return { class: 'handled', from }
    default:
      return impossible(decision.outcome)
  }
}

const later = (a: Day, b: Day): Day => (a > b ? a : b)

const earlier = (a: Day, b: Day): Day => (a < b ? a : b)

/** The term of this signal; undefined while nothing has been decided: then nothing is destroyed, it is overdue. */
export function termOf(record: SignalRecord, town: Town): Term | undefined {
  const final = finalDecision(record, town)
  if (!final) return undefined
  const usual = dayAfter(final.from, spanOf(final.class, termsOf(town)))
  const most = later(usual, dayAfter(final.from, LONGEST[final.class]))
  const { erase, longer } = record.retention ?? {}
  const base = { ...final, most }
  if (erase) return { ...base, until: earlier(usual, dayOf(erase.at, town)), why: 'erase' }
  const asked = longer?.at(-1)?.until
  if (asked && asked > usual) return { ...base, until: earlier(asked, most), why: 'longer' }
  return { ...base, until: usual, why: 'term' }
}

/**
 * `undecided`: no term runs. `kept`: within its term. `frozen`: nobody may destroy it. `due`: its term is over, a
 * person decides. An erasure is due on the day that it was asked; any other term on the day after its last.
 */
export function standingOf(
  record: SignalRecord,
  town: Town,
  now: Instant,
): 'undecided' | 'kept' | 'frozen' | 'due' {
  const term = termOf(record, town)
  if (!term) return 'undecided'
  if (isFrozen(record)) return 'frozen'
  const today = dayOf(now, town)
  return today > term.until || term.why === 'erase' ? 'due' : 'kept'
}

/** On the destruction list, and its term is still over now. */
export const isToDestroy = (record: SignalRecord, town: Town, now: Instant): boolean =>
  record.retention?.listed !== undefined && standingOf(record, town, now) === 'due'

/** How many days the reporter's identity is kept after the end. */
export const reporterDays = (town: Town): number => termsOf(town).identityDays

/**
 * The last day on which the reporter's identity is kept: some time after the reporter heard the last of it, once it is
 * closed.
 */
export function reporterUntil(record: SignalRecord, town: Town): Day | undefined {
  const { closing, feedback } = record
  if (!closing) return undefined
  const heard = feedback.at(-1)?.at ?? closing.at
  const last = heard > closing.at ? heard : closing.at
  return dayAfter(dayOf(last, town), { days: reporterDays(town) })
}

/** Is something kept of the reporter? */
const hasIdentity = ({ vaultKey, callerKey }: SignalRecord): boolean => (vaultKey ?? callerKey) !== undefined

/**
 * Is it time to forget who reported? Never while it is frozen, nor while they still have to hear how it ended: their
 * address is the only way. That ends with the telling, and at the latest at the end of the signal's own term.
 */
export function reporterIsOver(record: SignalRecord, town: Town, now: Instant): boolean {
  const until = hasIdentity(record) ? reporterUntil(record, town) : undefined
  return until !== undefined && !isFrozen(record) && !reporterNotInformed(record) && dayOf(now, town) > until
}

/** Does the round have something to do with it now: put it on the destruction list, take it off, forget who reported? */
export function retentionIsDue(record: SignalRecord, town: Town, now: Instant): boolean {
  const due = standingOf(record, town, now) === 'due'
  return due !== (record.retention?.listed !== undefined) || reporterIsOver(record, town, now)
}

/** The moments at which that can begin by itself: the days after the last ones of its two terms. */
export function retentionMoments(record: SignalRecord, town: Town): Instant[] {
  const lasts = [termOf(record, town)?.until, hasIdentity(record) ? reporterUntil(record, town) : undefined]
  return lasts.flatMap((day) => (day ? [startOfDay(dayAfter(day, { days: 1 }), town)] : []))
}
