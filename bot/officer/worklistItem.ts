/** One line of the worklist, of a record. In private also the officer's own label, and who is waited for. */

import { silenceInWords } from '../../cards/officer/case/routeStanding.ts'
import type { WorklistItem } from '../../cards/officer/lists/worklist.ts'
import { partnerName } from '../../cards/officer/lookups.ts'
import { type Municipality, officerOf } from '../../services/municipality/municipality.ts'
import { dayOf } from '../../services/municipality/workingTime.ts'
import type { OverdueTerm } from '../../services/signal/overdueTypes.ts'
import { hindersClosing } from '../../services/signal/reading/closing.ts'
import { toTellAgain } from '../../services/signal/reading/feedback.ts'
import { isAsked, isOut } from '../../services/signal/reading/happened.ts'
import { isHelpOpen } from '../../services/signal/reading/help.ts'
import { labelFor } from '../../services/signal/reading/labels.ts'
import { overdueTerms, termsOf } from '../../services/signal/reading/overdue.ts'
import { openRecipientTasks } from '../../services/signal/reading/recipients.ts'
import { silencesOf } from '../../services/signal/reading/routes.ts'
import { isWatched, waitingFor, waitsOn } from '../../services/signal/reading/waiting.ts'
import { sinceDecision } from '../../services/signal/reading/watching.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { isFrozen } from '../../services/signal/rights/freeze.ts'
import type { Instant, Language, OfficerId } from '../../services/words.ts'

/** What the list says of it in no other line. */
const LISTED: ReadonlySet<OverdueTerm> = new Set([
  'advise',
  'handOver',
  'tell',
  'feedback',
  'question',
  'partnerAsks',
  'help',
  'insight',
  'agreeFirst',
  'informSubject',
  'result',
  'receipt',
  'step',
  'meeting',
])

const ends = (record: SignalRecord, now: Instant) => {
  const due = record.state === 'received' ? record.due.respond : record.due.decide
  const undecided = record.state === 'received' || record.state === 'inTriage'
  return { due, overdue: undecided && due < now }
}

type Look = {
  municipality: Municipality
  now: Instant
  viewer: OfficerId
  /** Only this officer sees it. */
  inPrivate: boolean
  language: Language
}

/** What the list shows of it. */
export function worklistItem(record: SignalRecord, it: Look): WorklistItem {
  const { municipality, now } = it
  const today = dayOf(now, municipality)
  // Nobody can have answered what was never handed over.
  const late = record.routes.some((route) => !route.with && isAsked(route) && route.answerBy < today)
  const notOut = record.routes.some((route) => !isOut(route) && route.answerBy < today)
  const until = record.decisions.at(-1)?.monitorUntil
  const { due, overdue } = ends(record, now)
  const [first] = termsOf(record, municipality)
    .filter(({ since }) => since >= now)
    .sort((a, b) => (a.since < b.since ? -1 : 1))
  const holder = record.takenBy && officerOf(municipality, record.takenBy)?.name
  const { since } = waitsOn(record)
  return {
    signal: record.id,
    reference: record.reference,
    kind: record.kind,
    state: record.state,
    urgency: record.urgency,
    receivedAt: record.receivedAt,
    due,
    overdue,
    next: first && { at: first.since, term: first.term },
    answerLate: late,
    // In the channel others read along: there nobody at an organisation is named (I.5).
    silent: silencesOf(record, now, municipality).map((each) =>
      silenceInWords(each, it.language, it.inPrivate),
    ),
    monitorOver: record.state !== 'closed' && until !== undefined && until < today,
    late: overdueTerms(record, municipality, now)
      .map(({ term }) => term)
      .filter((term) => LISTED.has(term))
      .concat(notOut ? ['handOver'] : []),
    waitingFor: waitingFor(record),
    ...(since === undefined ? {} : { since: dayOf(since, municipality) }),
    // Of what is closed only what somebody still has to do is said.
    failed: record.state !== 'closed' && record.effects.some((e) => e.deadLetter || e.told),
    toTell: openRecipientTasks(record).length > 0,
    tellAgain: toTellAgain(record),
    frozen: isFrozen(record),
    inCase: record.caseOf && {
      reference: record.caseOf.reference,
      leadless: record.caseOf.leadless !== undefined,
    },
    helpless: record.state !== 'closed' && isHelpOpen(record),
    ...watchedOf(record),
    ...(holder ? { takenBy: holder } : {}),
    ...(it.inPrivate ? own(record, it) : {}),
  }
}

/** What is only watched: until when, and what came in since that looks like it. */
function watchedOf(record: SignalRecord): Pick<WorklistItem, 'watched'> {
  const until = record.decisions.at(-1)?.monitorUntil
  if (until === undefined || !isWatched(record)) return {}
  return {
    watched: {
      until,
      cameIn: sinceDecision(record).length,
      seen: record.revision,
      closes: hindersClosing(record) === undefined,
    },
  }
}

/** What only this officer sees. */
function own(record: SignalRecord, { municipality, viewer, language }: Look): Pick<WorklistItem, 'own'> {
  const asked = record.routes
    .filter(isAsked)
    .map(({ partner }) => partnerName(municipality, partner, language))
  return { own: { label: labelFor(record, viewer), asked } }
}
