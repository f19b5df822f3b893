/** The page of one case meeting: why, what waits for nothing, who takes part and what each gets, and what came of it (A095). */
import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards'
import { seenRecords } from '../../../services/cases/look.ts'
import {
  clocksBeside,
  isAhead,
  isInvitedOtherwise,
  type Meeting,
  type Participant,
} from '../../../services/cases/meeting.ts'
import { factsOf } from '../../../services/facts/inStep.ts'
import { partnerOf } from '../../../services/municipality/municipality.ts'
import { isDayOver } from '../../../services/signal/reading/clocks.ts'
import { ownerId } from '../../../services/signal/reading/helpOwners.ts'
import { type OfficerAction, packOfficer } from '../../actions.ts'
import { withWhom } from '../../buttonNames.ts'
import { texts } from '../../texts/index.ts'
import { dayInWords } from '../../when.ts'
import { box, buttons, frame, section, small, submit, text, title, top } from '../elements.ts'
import { factInWords } from '../facts/words.ts'
import { fitted } from '../fit.ts'
import { begun } from '../forms/form.ts'
import { nameOf, ownerName } from '../lookups.ts'
import type { CasePage } from './casePage.ts'

/** Bytes of what was written, each. */
const ROOM = 800
const MOST_ACTIONS = 12
/** As many facts of one are named; the number says how many there are. */
const MOST_NAMED = 3
/** As long as one of them is shown. */
const MOST_LINE = 120
/** As many signals are named whose clock runs on. */
const MOST_CLOCKS = 6

type Show = Extract<OfficerAction, { verb: 'meetingPage' }>['show']
type MeetingPage = CasePage & { meeting: Meeting }

/** How it stands, in a word. */
export function standsAs({ held, cancelled, day }: Meeting, it: CasePage): string {
  const t = texts(it.language).officer.cases.meetings.states
  if (held) return t.held
  if (cancelled) return t.cancelled
  return isDayOver(day, it.now, it.municipality) ? t.over : t.ahead
}

export function meetingCard(it: MeetingPage): IAdaptiveCard {
  const { meeting, language, together, record } = it
  const { meetings: t } = texts(language).officer.cases
  const name = `${t.title} · ${together.kase.reference}`
  return frame({
    language,
    speak: name,
    body: [
      ...top(it),
      title(name),
      text(t.line(dayInWords(meeting.day, language), meeting.hour, meeting.participants.length), {
        weight: 'Bolder',
      }),
      small(standsAs(meeting, it)),
      ...section(t.page.why, fitted(meeting.why, ROOM, language)),
      ...section(t.page.question, fitted(meeting.question, ROOM, language)),
      ...(isAhead(meeting) ? waits(it) : []),
      ...cameOfIt(it),
      ...section(t.page.participants, table(it)),
      ...(isAhead(meeting) ? invitation(it) : []),
      ...actions(it),
    ],
    actions: [
      ...(isAhead(meeting)
        ? [
            submit(t.buttons.held, to(it, 'meetingHeld'), { style: 'positive' as const }),
            submit(t.buttons.change, to(it, 'meet')),
            submit(t.buttons.cancel, to(it, 'cancelMeeting')),
          ]
        : []),
      submit(t.buttons.back, packOfficer('casePage', { signal: record.id, show: 'case' })),
    ],
  })
}

/** The way to this page, or to a form of it. */
const to = ({ record, meeting }: MeetingPage, show: Show, participant?: string) =>
  packOfficer('meetingPage', {
    signal: record.id,
    meeting: meeting.id,
    show,
    ...(participant === undefined ? {} : { participant }),
  })

/** A058: the clocks run on; what is urgent never waits. */
function waits(it: MeetingPage): CardElement[] {
  const { together, meeting, municipality, language } = it
  const { page: t } = texts(language).officer.cases.meetings
  const alarm = (line: string) => text(line, { color: 'Attention', weight: 'Bolder' })
  const clocks = clocksBeside(meeting, seenRecords(together), municipality)
  return section(
    t.waits,
    clocks.slice(0, MOST_CLOCKS).flatMap(({ reference, by, tooLate, urgent }) => {
      const said = dayInWords(by, language)
      return [
        ...(urgent ? [alarm(t.waitsUrgent(reference))] : []),
        tooLate ? alarm(t.waitsLate(reference, said)) : text(t.waitsFor(reference, said)),
      ]
    }),
  )
}

/** What is given to one of them, in words; what is gone or refuted is given to nobody. */
function gets(it: MeetingPage, participant: Participant): CardElement[] {
  const { together, municipality, now, language } = it
  const { page: t } = texts(language).officer.cases.meetings
  const hidden = new Set<string>(
    together.members.flatMap(({ member, record }) => (record ? [] : [member.signal])),
  )
  const notYours = participant.gets.filter(({ signal }) => hidden.has(signal)).length
  const there = seenRecords(together).flatMap((record) =>
    factsOf(record, municipality, now).flatMap((fact) =>
      fact.standing !== 'refuted' &&
      participant.gets.some((given) => given.signal === record.id && given.fact === fact.id)
        ? [factInWords(fact, language)]
        : [],
    ),
  )
  const gone = participant.gets.length - there.length - notYours
  return [
    small(t.gets(there.length)),
    ...there.slice(0, MOST_NAMED).map((line) => text(`· ${begun(line, MOST_LINE)}`, { spacing: 'None' })),
    ...(there.length > MOST_NAMED ? [small(t.more(there.length - MOST_NAMED))] : []),
    ...(notYours > 0 ? [small(t.notYours(notYours))] : []),
    ...(gone > 0 ? [small(t.gone(gone))] : []),
  ]
}

/** Everybody at the table, each with the way to what they get. */
function table(it: MeetingPage): CardElement[] {
  const { meeting, municipality, language } = it
  const { buttons: b } = texts(language).officer.cases.meetings
  const names = meeting.participants.map(({ who }) => ownerName(municipality, who, language))
  const called = withWhom(b.slice, names)
  return meeting.participants.flatMap((each, at) => ofParticipant(it, each, called[at] ?? b.slice))
}

function ofParticipant(it: MeetingPage, participant: Participant, called: string): CardElement[] {
  const { meeting, municipality, language } = it
  const { page: t } = texts(language).officer.cases.meetings
  const { who, role, basis, came } = participant
  const name = ownerName(municipality, who, language)
  const said = came === undefined ? name : `${name} · ${came ? t.came : t.cameNot}`
  return [
    text(said, { weight: 'Bolder', spacing: 'Medium' }),
    small(role === '' ? t.noRole : t.role(role)),
    ...(who.who === 'officer' ? [] : [small(basis === undefined ? t.noBasis : t.basis(basis))]),
    ...gets(it, participant),
    ...(isAhead(meeting) ? buttons(submit(called, to(it, 'slice', ownerId(who)))) : []),
  ]
}

/** Whom no mail reaches: the officer phones them. */
function withoutAddress({ meeting, municipality, language }: MeetingPage): string[] {
  return meeting.participants.flatMap(({ who }) => {
    const partner = who.who === 'partner' ? partnerOf(municipality, who.partner) : undefined
    const has = partner?.contacts?.some(({ mail }) => mail !== undefined) ?? false
    return has ? [] : [ownerName(municipality, who, language)]
  })
}

/** What became of the invitation: by what is still on its way in the signal that sends it. */
function invitation(it: MeetingPage): CardElement[] {
  const { meeting, together, municipality, language, record, press } = it
  const { page: t, buttons: b } = texts(language).officer.cases.meetings
  const without = withoutAddress(it)
  const phone = without.length === 0 ? [] : [small(t.noAddress(without.join(', ')))]
  if (!municipality.mailbox) return section(t.invite, [text(t.noMailbox), ...phone])
  const { invited } = meeting
  const sender = seenRecords(together).find(({ id }) => id === invited?.signal)
  const sending = sender?.effects.find(
    (effect) => effect.kind === 'inviteMeeting' && effect.meeting === meeting.id,
  )
  const other = isInvitedOtherwise(meeting)
  const data = packOfficer('invite', {
    signal: record.id,
    seen: record.revision,
    press,
    case: together.kase.id,
    caseSeen: together.kase.revision,
    meeting: meeting.id,
  })
  const state = !invited
    ? [text(t.notInvited)]
    : sending?.deadLetter
      ? [text(t.inviteFailed, { color: 'Attention', weight: 'Bolder' })]
      : sending
        ? [text(t.inviting)]
        : [text(t.invited(nameOf(municipality, invited.by, language), dayInWords(invited.on, language)))]
  return section(t.invite, [
    ...state,
    ...(other ? [text(t.invitedOtherwise, { color: 'Attention', weight: 'Bolder' })] : []),
    ...phone,
    ...(!invited || other ? buttons(submit(other ? b.inviteAgain : b.invite, data)) : []),
  ])
}

function cameOfIt(it: MeetingPage): CardElement[] {
  const { meeting, municipality, language } = it
  const { page: t } = texts(language).officer.cases.meetings
  const { held, cancelled } = meeting
  return [
    ...(held ? section(t.minutes, fitted(held.minutes, ROOM * 2, language)) : []),
    ...(held ? section(t.decision, fitted(held.decision, ROOM, language)) : []),
    ...(cancelled
      ? box('warning', [
          text(t.cancelled(nameOf(municipality, cancelled.by, language), dayInWords(cancelled.on, language))),
          ...fitted(cancelled.reason, ROOM, language),
        ])
      : []),
  ]
}

/** What was agreed there: each action with its owner and its day (A107). */
function actions(it: MeetingPage): CardElement[] {
  const { meeting, together, municipality, language } = it
  const { card, meetings } = texts(language).officer.cases
  if (!meeting.held) return []
  const own = together.kase.milestones.filter((step) => step.meeting === meeting.id)
  return section(meetings.page.actions, [
    ...own
      .slice(-MOST_ACTIONS)
      .flatMap(({ text: said, owner, until, done }) => [
        ...fitted(said, ROOM, language),
        small(
          done
            ? card.plannedDone(dayInWords(done.on, language))
            : card.planned(ownerName(municipality, owner, language), dayInWords(until, language)),
        ),
      ]),
    ...buttons(submit(meetings.buttons.step, to(it, 'plan'))),
  ])
}
