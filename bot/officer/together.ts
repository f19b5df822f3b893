/**
 * The pages of a case. Whoever may act on one of its signals sees the case; of a signal that this officer may not act on
 * only which it is and how it stands. Looking at a case is looking at each of its signals, and stands in the trail of each.
 */
import type { OfficerAction } from '../../cards/actions.ts'
import { CASE_FORMS } from '../../cards/caseActions.ts'
import { caseCard } from '../../cards/officer/cases/caseCard.ts'
import { meetingCard } from '../../cards/officer/cases/meetingPage.ts'
import { timelineCard } from '../../cards/officer/cases/timelineCard.ts'
import { doneInWords } from '../../cards/officer/done.ts'
import { deedForm, type FormLook } from '../../cards/officer/forms/byDeed.ts'
import { type OfCase, seenOf } from '../../services/cases/decideCase.ts'
import { readCase } from '../../services/cases/handleCase.ts'
import { leading, type SeenMember, type Together } from '../../services/cases/look.ts'
import type { OfficerDeed } from '../../services/signal/command.ts'
import { mayActOn } from '../../services/signal/deeds/may.ts'
import { handle, readSignal } from '../../services/signal/handle.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import type { SignalId } from '../../services/words.ts'
import { handling } from '../app/ports.ts'
import { firstStep, ofCaseIn } from './decision.ts'
import type { OnCase } from './pointClicks.ts'
import { besideOf, byDesk, dossierView, type OfficerTurn, onCase, type View } from './view.ts'

type Line = { notice?: string; error?: string }

const FORMS: ReadonlySet<string> = new Set(CASE_FORMS)

/** What is done with one signal, of which the rule reads the others of its case. */
const READ_TOGETHER: ReadonlySet<OfficerDeed['do']> = new Set(['handOver', 'prepareHandOver', 'decide'])
/** The forms of a decision: what is proposed there is proposed for the whole case. */
const DECIDES: ReadonlySet<string> = new Set([
  'decide',
  'decideDays',
  'decideBack',
  'decideFor',
  'decideShort',
])

/** Is it about a case, so that the case must be at hand? */
const isAboutCase = (action: OfficerAction): boolean =>
  FORMS.has(action.verb) ||
  action.verb === 'planDone' ||
  action.verb === 'handOver' ||
  action.verb === 'prepareHandOver' ||
  (action.verb === 'answerPage' && (action.form === 'handOver' || action.form === 'prepareHandOver')) ||
  action.verb === 'linkPage' ||
  action.verb === 'casePage' ||
  action.verb === 'meetingPage' ||
  action.verb === 'movePlanPage' ||
  action.verb === 'invite' ||
  action.verb === 'caseDecide' ||
  (action.verb === 'page' && FORMS.has(action.page)) ||
  (action.verb === 'page' && action.page === 'decide') ||
  DECIDES.has(action.verb)

/** The case of this signal, with its signals as they now stand; undefined: it is in none. @throws StoreUnavailable */
export async function togetherOf(desk: OfficerTurn, record: SignalRecord): Promise<Together | undefined> {
  const { app, turn, officer } = desk
  const { municipality } = turn
  if (!record.caseOf) return undefined
  const kept = await readCase(app.store, municipality.id, record.caseOf.id)
  if (!kept) return undefined
  const { kase } = kept
  const read = await Promise.all(
    kase.members.map(({ signal }) =>
      signal === record.id ? { record } : readSignal(app.store, municipality.id, signal),
    ),
  )
  const now = app.now()
  const members = kase.members.flatMap((member, at): SeenMember[] => {
    const found = read[at]
    if (!found || !('record' in found)) return []
    const { state, degree } = found.record
    const may = mayActOn(found.record, officer, { municipality, now })
    return [{ member, state, degree, ...(may ? { record: found.record } : {}) }]
  })
  const all = read.flatMap((found) => (found && 'record' in found ? [found.record] : []))
  return { kase, members, membersSeen: seenOf(all) }
}

/** The desk of this officer, with the case that it is about. Nothing of it is shown before the right to it is asked. */
export async function withCase(desk: OfficerTurn, action: OnCase): Promise<OfficerTurn> {
  if (!isAboutCase(action)) return desk
  const { app, turn, officer } = desk
  const kept = await readSignal(app.store, turn.municipality.id, action.signal)
  if (!kept || !('record' in kept)) return desk
  if (!mayActOn(kept.record, officer, { municipality: turn.municipality, now: app.now() })) return desk
  const together = await togetherOf(desk, kept.record)
  return together ? { ...desk, together } : desk
}

/** Records that this officer looked at each signal that they may see; what they may not see any more is not shown. */
async function looked(desk: OfficerTurn, door: SignalRecord, together: Together): Promise<Together> {
  const { app, turn } = desk
  const members: SeenMember[] = []
  for (const each of together.members) {
    if (!each.record || each.record.id === door.id) {
      members.push(each.record ? { ...each, record: door } : each)
      continue
    }
    const view = { do: 'view', id: app.newId(), ...byDesk(desk) } as const
    const handled = await handle(handling(app, turn.municipality), each.record.id, view)
    const { record: _before, ...hidden } = each
    members.push(handled.done === 'saved' ? { ...hidden, record: handled.kept.record } : hidden)
  }
  return { ...together, members }
}

/** The page of the case of this signal, which this officer has just looked at. @throws StoreUnavailable */
export async function caseView(
  desk: OfficerTurn,
  record: SignalRecord,
  { show = 'case', part }: { show?: 'case' | 'timeline' | undefined; part?: number | undefined } = {},
  line: Line = {},
): Promise<View> {
  const found = await togetherOf(desk, record)
  // It was taken out meanwhile, or it was the last: its own dossier is the answer.
  if (!found) return dossierView(desk, record, line)
  const together = await looked(desk, record, found)
  const it = { ...onCase(desk, record), ...line, together }
  const title = together.kase.reference
  return show === 'timeline' ? { title, card: timelineCard({ ...it, part }) } : { title, card: caseCard(it) }
}

/**
 * A meeting of the case of this signal, which this officer has just looked at, or one of its forms; the case where there is
 * no such meeting any more. @throws StoreUnavailable
 */
export async function meetingView(
  desk: OfficerTurn,
  record: SignalRecord,
  {
    meeting: id,
    show,
    participant,
  }: Omit<Extract<OfficerAction, { verb: 'meetingPage' }>, 'verb' | 'signal'>,
  line: Line = {},
): Promise<View> {
  const found = await togetherOf(desk, record)
  const there = found?.kase.meetings?.find((each) => each.id === id)
  if (!found || !there) return caseView(desk, record, {}, line)
  const together = await looked(desk, record, found)
  const it = { ...onCase(desk, record), together }
  const title = together.kase.reference
  const card = show === 'meeting' ? undefined : meetingForm(show, it, { meeting: id, participant })
  return { title, card: card ?? meetingCard({ ...it, ...line, meeting: there }) }
}

type MeetingShow = Exclude<Extract<OfficerAction, { verb: 'meetingPage' }>['show'], 'meeting'>

/** A form that is about one meeting; undefined where it cannot be filled in. */
function meetingForm(
  show: MeetingShow,
  it: FormLook,
  { meeting, participant }: { meeting: string; participant: string | undefined },
) {
  switch (show) {
    case 'meet':
      return deedForm('meet', it, { meeting })
    case 'slice':
      return deedForm('slice', it, { meeting, ...(participant === undefined ? {} : { participant }) })
    case 'meetingHeld':
      return deedForm('meetingHeld', it, { meeting })
    case 'cancelMeeting':
      return deedForm('cancelMeeting', it, { meeting })
    case 'plan':
      return deedForm('plan', it, { meeting })
    default:
      return show satisfies never
  }
}

/** The form that puts off a step; the case where that is done or gone. @throws StoreUnavailable */
export async function movePlanView(
  desk: OfficerTurn,
  record: SignalRecord,
  milestone: string,
): Promise<View> {
  const together = await togetherOf(desk, record)
  const card = together && deedForm('movePlan', { ...onCase(desk, record), together }, { milestone })
  return card ? { title: together.kase.reference, card } : caseView(desk, record)
}

/** The form of a joining with a signal that was found: why is proposed. */
export function linkForm(desk: OfficerTurn, record: SignalRecord, other: SignalId): View {
  const form = deedForm('link', onCase(desk, record), { other })
  return form ? { title: record.reference, card: form } : dossierView(desk, record)
}

/** What is shown when a deed on a case was done: the case; and where it was weighed as enough, the decision that follows. */
export async function afterCaseDeed(desk: OfficerTurn, record: SignalRecord, deed: OfCase): Promise<View> {
  const { language } = desk
  const { municipality } = desk.turn
  const notice = doneInWords(deed, { record, municipality, language })
  const line = notice ? { notice } : {}
  if (deed.do === 'weighCase' && deed.weighed === 'yes') {
    const together = await togetherOf(desk, record)
    const first = together && leading(together)
    if (together && first && first.state !== 'closed') {
      const there = { ...desk, together }
      return firstStep(there, first, ofCaseIn(there) ?? {}, line)
    }
  }
  const { app, turn } = desk
  const view = { do: 'view', id: app.newId(), ...byDesk(desk) } as const
  const handled = await handle(handling(app, turn.municipality), record.id, view)
  const shown = handled.done === 'saved' ? handled.kept.record : record
  const meeting = meetingOf(deed) ?? (deed.do === 'meet' ? await newestMeeting(desk, shown) : undefined)
  if (meeting) return meetingView(desk, shown, { meeting, show: 'meeting' }, line)
  return caseView(desk, shown, {}, line)
}

/** The meeting that was written about. */
const meetingOf = (deed: OfCase): string | undefined =>
  'meeting' in deed && typeof deed.meeting === 'string' ? deed.meeting : undefined

/** The meeting that was planned last. @throws StoreUnavailable */
async function newestMeeting(desk: OfficerTurn, record: SignalRecord): Promise<string | undefined> {
  const together = await togetherOf(desk, record)
  return together?.kase.meetings?.at(-1)?.id
}

/** What is given of a whole case is of all its signals that this officer may see. */
export function withBeside(desk: OfficerTurn, signal: SignalId, deed: OfficerDeed) {
  const { app, turn, together } = desk
  const it = handling(app, turn.municipality)
  if (!together || !READ_TOGETHER.has(deed.do)) return it
  return { ...it, beside: besideOf(desk).filter(({ id }) => id !== signal) }
}
