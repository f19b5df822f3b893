/** The forms of a case meeting (A095), and the one that puts off a step of the plan (A107). */
import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards'
import type { Together } from '../../../services/cases/look.ts'
import {
  isAhead,
  type Meeting,
  MOST_GIVEN,
  type Participant,
  participantOf,
} from '../../../services/cases/meeting.ts'
import type { FactStanding } from '../../../services/facts/fact.ts'
import { factsOf } from '../../../services/facts/inStep.ts'
import { partnerOf } from '../../../services/municipality/municipality.ts'
import { dayOf } from '../../../services/municipality/workingTime.ts'
import { ownerId, ownersOf } from '../../../services/signal/reading/helpOwners.ts'
import { HandOverBasis } from '../../../services/signal/words.ts'
import { packOfficer } from '../../actions.ts'
import { texts } from '../../texts/index.ts'
import { area, choose, date, MOST_REASON, reasonField, small, submit, text } from '../elements.ts'
import { factInWords } from '../facts/words.ts'
import { begun, form, onCase } from '../forms/form.ts'
import { ownerName } from '../lookups.ts'
import type { CaseForm } from './forms.ts'

type Card = IAdaptiveCard | undefined

/** As long as one fact is shown in a choice. */
const MOST_CHOICE = 120
const MOST_QUESTION = 1_000
const MOST_MINUTES = 8_000
const POSITIVE = { style: 'positive' } as const

const inCase = ({ kase }: Together) => ({ case: kase.id, caseSeen: kase.revision })

/** The meeting that a form is about, while it is ahead. */
export const meantIn = (together: Together | undefined, id: string | undefined): Meeting | undefined =>
  together?.kase.meetings?.find((meeting) => meeting.id === id && isAhead(meeting))

/** Plans a meeting, or changes one; from a signal that is in no case yet, too. */
export function meetCard(it: CaseForm<'meet'>): Card {
  const { together, language, municipality, now } = it
  const t = texts(language).officer.cases.meetings.meet
  const old = meantIn(together, it.values?.meeting)
  const before = old && {
    reason: old.why,
    text: old.question,
    day: old.day,
    hour: old.hour,
    who: old.participants.map(({ who }) => ownerId(who)),
  }
  const values = { ...before, ...it.values }
  const packed = {
    ...onCase(it),
    ...(together ? inCase(together) : {}),
    ...(old ? { meeting: old.id } : {}),
  }
  return form({
    ...it,
    name: old ? t.titleChange : t.title,
    about: t.about,
    body: [
      reasonField(t, values.reason, language),
      area({
        id: 'text',
        label: t.text,
        missing: t.textMissing,
        most: MOST_QUESTION,
        value: values.text,
        language,
      }),
      date({
        id: 'day',
        label: t.day,
        missing: t.dayMissing,
        min: dayOf(now, municipality),
        value: values.day,
      }),
      {
        type: 'Input.Time' as const,
        id: 'hour',
        label: t.hour,
        placeholder: t.hourHint,
        isRequired: true,
        errorMessage: t.hourMissing,
        ...(values.hour ? { value: values.hour } : {}),
      },
      choose({
        id: 'who',
        label: t.who,
        several: true,
        choices: ownersOf(municipality).map(({ id, owner }) => [
          id,
          ownerName(municipality, owner, language),
        ]),
        value: values.who?.join(','),
      }),
    ],
    send: submit(
      t.send,
      packOfficer<'meet', 'reason' | 'text' | 'day' | 'hour' | 'who'>('meet', packed),
      POSITIVE,
    ),
  })
}

/**
 * Facts that can be given: never one that was refuted, and of no signal that this officer may not see. What was chosen
 * stands first, then what was confirmed.
 */
function shareable(it: CaseForm<'slice'>, chosen: readonly string[]): (readonly [string, string])[] {
  const { together, municipality, now, language } = it
  const members = (together?.members ?? []).flatMap(({ record }) => record ?? [])
  const rank = (value: string, standing: FactStanding) =>
    chosen.includes(value) ? 0 : standing === 'confirmed' ? 1 : 2
  return members
    .flatMap((record) =>
      factsOf(record, municipality, now)
        .filter(({ standing }) => standing !== 'refuted')
        .map((fact) => {
          const value = `${record.id}/${fact.id}`
          const name = `${begun(factInWords(fact, language), MOST_CHOICE)} (${record.reference})`
          return { at: rank(value, fact.standing), choice: [value, name] as const }
        }),
    )
    .sort((a, b) => a.at - b.at)
    .map(({ choice }) => choice)
}

function basisFields(it: CaseForm<'slice'>, { who, basisReason }: Participant): CardElement[] {
  const { language, municipality, values } = it
  const { cases, follow } = texts(language).officer
  const t = cases.meetings.slice
  if (who.who === 'officer') return []
  const configured = who.who === 'partner' && partnerOf(municipality, who.partner)?.basis?.[language]
  if (configured) return [small(t.basisIs(configured))]
  return [
    choose({
      id: 'basis',
      label: t.basis,
      style: 'compact',
      placeholder: t.basisMissing,
      choices: HandOverBasis.options.map((each) => [each, follow.basis.choices[each]]),
      value: values?.basis,
    }),
    area({
      id: 'reason',
      label: t.reason,
      most: MOST_REASON,
      value: values?.reason ?? basisReason,
      language,
    }),
  ]
}

/** What one of them gets. Nothing is chosen beforehand. */
export function sliceCard(it: CaseForm<'slice'>): Card {
  const { together, language, municipality, values } = it
  const meeting = meantIn(together, values?.meeting)
  const participant = meeting && participantOf(meeting, values?.participant ?? '')
  if (!together || !meeting || !participant) return undefined
  const t = texts(language).officer.cases.meetings.slice
  const gets = values?.gets ?? participant.gets.map(({ signal, fact }) => `${signal}/${fact}`)
  const all = shareable(it, gets)
  const choices = all.slice(0, MOST_GIVEN)
  const left = all.length - choices.length
  const packed = {
    ...onCase(it),
    ...inCase(together),
    meeting: meeting.id,
    participant: ownerId(participant.who),
  }
  return form({
    ...it,
    name: t.title(ownerName(municipality, participant.who, language)),
    about: t.about,
    body: [
      {
        type: 'Input.Text' as const,
        id: 'role',
        label: t.role,
        placeholder: t.roleHint,
        maxLength: MOST_CHOICE,
        isRequired: true,
        errorMessage: t.roleMissing,
        ...((values?.role ?? participant.role) ? { value: values?.role ?? participant.role } : {}),
      },
      ...(choices.length === 0
        ? [text(t.nothing)]
        : [choose({ id: 'gets', label: t.gets, several: true, choices, value: gets.join(',') })]),
      ...(left > 0 ? [small(t.left(left))] : []),
      ...basisFields(it, participant),
    ],
    send: submit(
      t.send,
      packOfficer<'slice', 'role' | 'gets' | 'basis' | 'reason'>('slice', packed),
      POSITIVE,
    ),
  })
}

/** What was discussed and decided, and who was there: everybody is proposed. */
export function heldCard(it: CaseForm<'meetingHeld'>): Card {
  const { together, language, municipality, values } = it
  const meeting = meantIn(together, values?.meeting)
  if (!together || !meeting) return undefined
  const t = texts(language).officer.cases.meetings.held
  const all = meeting.participants.map(({ who }) => ownerId(who))
  return form({
    ...it,
    name: t.title,
    about: t.about,
    body: [
      choose({
        id: 'came',
        label: t.came,
        several: true,
        choices: meeting.participants.map(({ who }) => [
          ownerId(who),
          ownerName(municipality, who, language),
        ]),
        value: (values?.came ?? all).join(','),
      }),
      area({
        id: 'text',
        label: t.text,
        hint: t.textHint,
        missing: t.textMissing,
        most: MOST_MINUTES,
        value: values?.text,
        language,
      }),
      area({
        id: 'decision',
        label: t.decision,
        missing: t.decisionMissing,
        most: MOST_REASON,
        value: values?.decision,
        language,
      }),
    ],
    send: submit(
      t.send,
      packOfficer<'meetingHeld', 'came' | 'text' | 'decision'>('meetingHeld', {
        ...onCase(it),
        ...inCase(together),
        meeting: meeting.id,
      }),
      POSITIVE,
    ),
  })
}

/** It does not take place, and why. */
export function cancelMeetingCard(it: CaseForm<'cancelMeeting'>): Card {
  const { together, language, values } = it
  const meeting = meantIn(together, values?.meeting)
  if (!together || !meeting) return undefined
  const t = texts(language).officer.cases.meetings.cancel
  return form({
    ...it,
    name: t.title,
    about: t.about,
    body: [reasonField(t, values?.reason, language)],
    send: submit(
      t.send,
      packOfficer<'cancelMeeting', 'reason'>('cancelMeeting', {
        ...onCase(it),
        ...inCase(together),
        meeting: meeting.id,
      }),
    ),
  })
}

/** A step of the plan gets a later day. */
export function movePlanCard(it: CaseForm<'movePlan'>): Card {
  const { together, language, municipality, now, values } = it
  const step = together?.kase.milestones.find(({ id, done }) => id === values?.milestone && !done)
  if (!together || !step) return undefined
  const t = texts(language).officer.cases.meetings.move
  return form({
    ...it,
    name: t.title,
    about: t.about,
    body: [
      text(begun(step.text, MOST_CHOICE)),
      date({
        id: 'until',
        label: t.until,
        missing: t.untilMissing,
        min: dayOf(now, municipality),
        value: values?.until,
      }),
      reasonField(t, values?.reason, language),
    ],
    send: submit(
      t.send,
      packOfficer<'movePlan', 'until' | 'reason'>('movePlan', {
        ...onCase(it),
        ...inCase(together),
        milestone: step.id,
      }),
      POSITIVE,
    ),
  })
}
