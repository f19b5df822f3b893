/** The page of a case: its signals, who has the lead, what was weighed, supposed, planned and decided. No word of a signal. */
import type { CardElement, IAdaptiveCard, ISubmitAction } from '@microsoft/teams.cards'
import { type Left, leadOf } from '../../../services/cases/case.ts'
import { leading, type SeenMember, seenRecords, strictest } from '../../../services/cases/look.ts'
import { inOrder } from '../../../services/cases/meeting.ts'
import { timelineOf } from '../../../services/cases/timeline.ts'
import { dayOf } from '../../../services/municipality/workingTime.ts'
import { ownersOf } from '../../../services/signal/reading/helpOwners.ts'
import { type Day, impossible, type Language, type OfficerId } from '../../../services/words.ts'
import { type Page, packOfficer } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { dayInWords, shortDay } from '../../when.ts'
import { backTo } from '../case/back.ts'
import { box, buttons, frame, section, small, submit, text, title, top } from '../elements.ts'
import { fitted } from '../fit.ts'
import { nameOf, ownerName } from '../lookups.ts'
import type { CasePage } from './casePage.ts'
import { standsAs } from './meetingPage.ts'
import { questionLines } from './timelineCard.ts'

/** As many of one sort stand on the card: the latest. */
const MOST_SHOWN = 3
const MOST_STEPS = 4
/** Bytes of what was written, each. */
const ROOM = 340
const ROOM_REASON = 160

/** The last of a list, and how many stand before them. */
function latest<T>(all: readonly T[], most: number, language: Language, show: (each: T) => CardElement[]) {
  const left = all.length - most
  const { card: t } = texts(language).officer.cases
  return [...(left > 0 ? [small(t.earlier(left))] : []), ...all.slice(-most).flatMap(show)]
}

const says = (it: CasePage) => ({
  day: (day: Day): string => dayInWords(day, it.language),
  name: (id: OfficerId): string => nameOf(it.municipality, id, it.language),
  page: (label: string, to: Page): ISubmitAction =>
    submit(label, packOfficer('page', { signal: it.record.id, page: to })),
})

/** The case, for whoever may see it. */
export function caseCard(it: CasePage): IAdaptiveCard {
  const { together, language, record } = it
  const { kase, members } = together
  const t = texts(language).officer.cases.card
  const first = leading(together)
  return frame({
    language,
    speak: t.speak(kase.reference),
    body: [
      ...top(it),
      title(t.title(kase.reference)),
      small(t.about(kase.members.length)),
      ...box(strictest(members) === 'confidential' ? 'emphasis' : 'warning', [
        text(t.strictest[strictest(members)]),
      ]),
      ...lead(it),
      ...questions(it),
      ...ofMembers(it),
      ...weighings(it),
      ...hypotheses(it),
      ...plan(it),
      ...meetings(it),
      ...decisions(it),
    ],
    actions: [
      submit(t.buttons.timeline, packOfficer('casePage', { signal: record.id, show: 'timeline' }), {
        style: 'positive',
      }),
      ...(first && first.state !== 'closed'
        ? [submit(t.buttons.decide, packOfficer('caseDecide', { signal: first.id }))]
        : []),
      backTo(record, language),
    ],
  })
}

/** A103, A104: exactly one has the lead, and somebody of the reporting point answers for it. */
function lead(it: CasePage): CardElement[] {
  const { together, municipality, language } = it
  const { kase } = together
  const t = texts(language).officer.cases.card
  const { day, name, page } = says(it)
  const now = leadOf(kase)
  const known =
    now && ownersOf(municipality).some(({ owner }) => JSON.stringify(owner) === JSON.stringify(now.lead))
  const alarm = (said: string) => text(said, { color: 'Attention', weight: 'Bolder' })
  return section(t.lead, [
    ...(now
      ? [text(t.leadNow(ownerName(municipality, now.lead, language), day(now.on)), { weight: 'Bolder' })]
      : [alarm(t.leadNone)]),
    ...(now && !known ? [alarm(t.leadGone)] : []),
    ...kase.leads
      .slice(0, -1)
      .slice(-MOST_SHOWN)
      .map((each) => small(t.leadBefore(ownerName(municipality, each.lead, language), day(each.on)))),
    text(`${t.accountable}: ${name(kase.accountable)}`, { spacing: 'Small' }),
    ...buttons(page(t.buttons.lead, 'caseLead')),
  ])
}

/** What cannot both be so, as questions: the rest stands on the timeline. */
function questions(it: CasePage): CardElement[] {
  const found = timelineOf(seenRecords(it.together), it.municipality).questions
  const { timeline } = texts(it.language).officer.cases
  return section(timeline.questions, questionLines(found.slice(0, MOST_SHOWN), it.language))
}

/** Joined in one go with the next ones: why is said once, below the last of them whose record is there. */
const isSaidBelow = ({ member }: SeenMember, next: readonly SeenMember[]): boolean =>
  next.some((other) => other.record !== undefined && other.member.link === member.link)

function memberLines(it: CasePage, each: SeenMember, next: readonly SeenMember[]): CardElement[] {
  const { member, state, record } = each
  const t = texts(it.language).officer
  const { day, name } = says(it)
  const { card } = t.cases
  const said = t.words.states[state]
  return [
    text(member.reference, { weight: 'Bolder', spacing: 'Medium' }),
    small(record ? card.member(said, day(member.on)) : card.memberHidden(said)),
    ...(member.reason === ''
      ? [small(card.becauseGone)]
      : record && !isSaidBelow(each, next)
        ? fitted(card.because(member.reason, name(member.by)), ROOM_REASON, it.language)
        : []),
    ...(record && record.id !== it.record.id
      ? buttons(submit(card.openSignal(member.reference), packOfficer('open', { signal: record.id })))
      : []),
  ]
}

function leftLine(it: CasePage, { on, how, by }: Left): CardElement[] {
  const { gone } = texts(it.language).officer.cases.card
  const { day, name } = says(it)
  const who = by ? name(by) : ''
  switch (how) {
    case 'takenOut':
      return [small(gone.takenOut(day(on), who))]
    case 'joined':
      return [small(gone.joined(day(on), who))]
    case 'destroyed':
      return [small(gone.destroyed(day(on)))]
    default:
      return impossible(how)
  }
}

function ofMembers(it: CasePage): CardElement[] {
  const { together, language } = it
  const { cases } = texts(language).officer
  const { page } = says(it)
  return section(cases.card.members, [
    ...together.members.flatMap((each, at, all) => memberLines(it, each, all.slice(at + 1))),
    ...latest(together.kase.left, MOST_SHOWN, language, (each) => leftLine(it, each)),
    ...buttons(
      page(cases.card.add, 'link'),
      page(cases.unlink.button, 'unlink'),
      page(cases.card.buttons.tellFits, 'tellFits'),
    ),
  ])
}

/** A065: was it weighed whether they are enough together? */
function weighings(it: CasePage): CardElement[] {
  const { together, language } = it
  const { cases } = texts(language).officer
  const { day, name, page } = says(it)
  const { weighings: all } = together.kase
  return section(cases.card.weighings, [
    ...(all.length === 0 ? [text(cases.card.notWeighed)] : []),
    ...latest(all, MOST_SHOWN, language, ({ answer, by, on, signals, reason }) => [
      text(cases.card.weighing(cases.weigh.short[answer], name(by), day(on), signals), { weight: 'Bolder' }),
      ...fitted(reason, ROOM, language),
    ]),
    ...buttons(page(cases.card.buttons.weigh, 'weighCase')),
  ])
}

/** What is supposed: apart from every fact, and named so. */
function hypotheses(it: CasePage): CardElement[] {
  const { together, language } = it
  const { card: t } = texts(language).officer.cases
  const { day, name, page } = says(it)
  const all = together.kase.hypotheses
  return section(t.hypotheses, [
    ...latest(all, MOST_SHOWN, language, ({ by, on, text: said, ended }) => [
      small(ended ? t.hypothesisEnded(name(ended.by), day(ended.on)) : t.hypothesis(name(by), day(on)), {
        spacing: 'Medium',
      }),
      ...fitted(said, ROOM, language),
      ...(ended ? fitted(ended.reason, ROOM, language) : []),
    ]),
    ...buttons(
      page(t.buttons.suppose, 'suppose'),
      ...(all.some(({ ended }) => !ended) ? [page(t.buttons.endSupposing, 'endSupposing')] : []),
    ),
  ])
}

/** A107: what is to be done. Those that are open come last, each with its button. */
function plan(it: CasePage): CardElement[] {
  const { together, language, municipality, record, press } = it
  const { kase } = together
  const { card: t } = texts(language).officer.cases
  const { day, page } = says(it)
  const today = dayOf(it.now, municipality)
  const sorted = [...kase.milestones].sort(
    (a, b) => Number(b.done !== undefined) - Number(a.done !== undefined) || (a.until < b.until ? -1 : 1),
  )
  return section(t.plan, [
    ...latest(sorted, MOST_STEPS, language, ({ id, text: said, owner, until, done, moved = [] }) => {
      const who = ownerName(municipality, owner, language)
      const late = !done && until < today
      const how = done
        ? t.plannedDone(day(done.on))
        : late
          ? t.plannedLate(who, day(until))
          : t.planned(who, day(until))
      const step = kase.milestones.findIndex((each) => each.id === id) + 1
      return [
        small(t.step(step), { spacing: 'Medium' }),
        ...fitted(said, ROOM, language),
        text(how, late ? { color: 'Attention', weight: 'Bolder', spacing: 'Small' } : { spacing: 'Small' }),
        ...(moved[0]
          ? [small(texts(language).officer.cases.meetings.move.was(day(moved[0].from), moved.length))]
          : []),
        ...(done
          ? []
          : buttons(
              submit(
                t.buttons.done(step),
                packOfficer('planDone', {
                  signal: record.id,
                  seen: record.revision,
                  press,
                  case: kase.id,
                  caseSeen: kase.revision,
                  milestone: id,
                }),
              ),
              submit(
                texts(language).officer.cases.meetings.move.button(step),
                packOfficer('movePlanPage', { signal: record.id, milestone: id }),
              ),
            )),
      ]
    }),
    ...buttons(page(t.buttons.plan, 'plan')),
  ])
}

/** A095: its case meetings, the latest last. */
function meetings(it: CasePage): CardElement[] {
  const { together, language, record } = it
  const { meetings: t } = texts(language).officer.cases
  const { day, page } = says(it)
  const all = inOrder(together.kase.meetings)
  return section(t.title, [
    ...(all.length === 0 ? [text(t.none)] : []),
    ...latest(all, MOST_SHOWN, language, (meeting) => [
      text(t.line(day(meeting.day), meeting.hour, meeting.participants.length), {
        weight: 'Bolder',
        spacing: 'Medium',
      }),
      small(standsAs(meeting, it)),
      ...buttons(
        submit(
          t.buttons.open(all.indexOf(meeting) + 1, shortDay(meeting.day, language).top),
          packOfficer('meetingPage', { signal: record.id, meeting: meeting.id, show: 'meeting' }),
        ),
      ),
    ]),
    ...buttons(page(t.buttons.meet, 'meet')),
  ])
}

function decisions(it: CasePage): CardElement[] {
  const { together, language } = it
  const t = texts(language).officer
  const { day, name } = says(it)
  const all = together.kase.decisions
  if (all.length === 0) return []
  return section(
    t.cases.card.decisions,
    latest(all, MOST_SHOWN, language, ({ outcome, by, on, signals, reason }) => [
      text(t.cases.card.decided(t.words.outcomes[outcome], name(by), day(on), signals), { weight: 'Bolder' }),
      ...fitted(reason, ROOM, language),
    ]),
  )
}
