/** What a deed on a case meeting does to its case, what goes when a signal goes, and what a signal says of what is due. */
import { describe, expect, test } from '@jest/globals'
import { CaseId, CaseRecord, CaseReference, caseOfIn, holdsWork } from '../../../services/cases/case.ts'
import { intoOne } from '../../../services/cases/change.ts'
import { changeMeeting, type MeetingDeed } from '../../../services/cases/changeMeeting.ts'
import { withoutDestroyed } from '../../../services/cases/leave.ts'
import { isInvitedOtherwise, nextMeeting } from '../../../services/cases/meeting.ts'
import { passagesOfCase } from '../../../services/cases/passages.ts'
import { Mail } from '../../../services/municipality/partner.ts'
import { Day, SignalId } from '../../../services/words.ts'
import { JOOST, MARIEKE, received, setting } from '../../kit/signals.ts'

const A = received().id
const B = SignalId.parse('00000000-0000-4000-8000-0000000000bb')
const NAME = '00000000-0000-4000-8000-0000000000e1'
const FACT = '00000000-0000-4000-8000-0000000000f1'
const TODAY = Day.parse('2026-11-24')

const kase = (fields: Partial<CaseRecord> = {}): CaseRecord =>
  CaseRecord.parse({
    schema: 1,
    municipality: received().municipality,
    id: CaseId.parse('00000000-0000-4000-8000-0000000000c1'),
    reference: CaseReference.parse('C-2026-0001'),
    revision: 1,
    on: TODAY,
    by: MARIEKE,
    members: [A, B].map((signal, n) => ({
      signal,
      reference: `S-2026-000${n + 1}`,
      on: TODAY,
      by: MARIEKE,
      reason: 'x',
      link: NAME,
    })),
    left: [],
    accountable: MARIEKE,
    leads: [],
    weighings: [],
    hypotheses: [],
    milestones: [],
    decisions: [],
    ...fields,
  })

const OF = { case: kase().id, caseSeen: 1 }
const MEET = {
  do: 'meet',
  ...OF,
  day: Day.parse('2026-11-26'),
  hour: '09:30',
  reason: 'Zorg en aanpak samen.',
  text: 'Wie praat met hem?',
  who: ['partner:wijkteam', `officer:${JOOST}`],
} as const
const SLICE = {
  do: 'slice',
  ...OF,
  meeting: NAME,
  participant: 'partner:wijkteam',
  role: 'teamleider',
  gets: [`${A}/${FACT}`],
  reason: '',
} as const

const done = (deed: MeetingDeed, of = kase(), it = setting()) =>
  changeMeeting(of, MARIEKE, { ...deed, id: NAME }, it, A)
function changed(deed: MeetingDeed, of = kase(), it = setting()): CaseRecord {
  const result = done(deed, of, it)
  if ('refused' in result) throw new Error(`Refused: ${JSON.stringify(result)}`)
  return CaseRecord.parse(result)
}
const planned = () => changed({ ...MEET, who: [...MEET.who] })
const needs = (field: string) => ({ refused: 'needs', field })

describe('planning', () => {
  test.each([
    ['no reason', { reason: ' ' }, needs('reason')],
    ['no question', { text: '' }, needs('question')],
    ['no day', { day: undefined }, needs('day')],
    ['a day that was', { day: Day.parse('2026-11-23') }, needs('day')],
    ['a day far ahead', { day: Day.parse('2027-11-23') }, needs('day')],
    ['no hour', { hour: undefined }, needs('hour')],
    ['nobody', { who: [] }, needs('participants')],
    ['somebody unknown', { who: ['partner:niemand'] }, needs('participants')],
    ['a meeting that is not there', { meeting: FACT }, { refused: 'notNow' }],
  ])('%s', (_name, fields, refusal) => {
    expect(done({ ...MEET, who: [...MEET.who], ...fields })).toEqual(refusal)
  })

  test('who is at the table comes from the settings; nothing is given by itself', () => {
    const [meeting] = planned().meetings ?? []
    expect(meeting?.participants.map(({ who, gets }) => [who.who, gets])).toEqual([
      ['partner', []],
      ['officer', []],
    ])
    expect(holdsWork(planned())).toBe(true)
  })

  test('changed: who stays keeps what was chosen, who goes loses it', () => {
    const given = changed({ ...SLICE, gets: [...SLICE.gets] }, planned())
    const moved = changed(
      { ...MEET, meeting: NAME, day: Day.parse('2026-11-27'), who: ['partner:wijkteam'] },
      given,
    )
    expect(moved.meetings).toHaveLength(1)
    expect(moved.meetings?.[0]?.participants).toMatchObject([{ gets: [{ signal: A, fact: FACT }] }])
    expect(moved.meetings?.[0]?.day).toBe('2026-11-27')
  })
})

describe('what somebody gets', () => {
  const bare = setting().municipality
  const without = setting(0, {
    ...bare,
    partners: bare.partners.map((each) => ({ ...each, basis: undefined })),
  })

  test('only of signals of this case', () => {
    const of = changed({ ...SLICE, gets: [`${A}/${FACT}`, `${NAME}/${FACT}`, 'x'] }, planned())
    expect(of.meetings?.[0]?.participants[0]?.gets).toEqual([{ signal: A, fact: FACT }])
  })

  test('a ground, configured or chosen with why', () => {
    const of = changed({ ...MEET, who: [...MEET.who] }, kase(), without)
    const slice = { ...SLICE, gets: [...SLICE.gets] }
    expect(done(slice, of, without)).toEqual(needs('basis'))
    expect(done({ ...slice, basis: 'publicTask' }, of, without)).toEqual(needs('reason'))
    const given = changed({ ...slice, basis: 'publicTask', reason: 'Jeugdwet.' }, of, without)
    expect(given.meetings?.[0]?.participants[0]).toMatchObject({ basisReason: 'Jeugdwet.' })
    expect(done({ ...slice, gets: [] }, of, without)).not.toHaveProperty('refused')
  })
})

describe('its course', () => {
  test('an invitation needs a mailbox, goes out once for a day, and anew when that changes', () => {
    const invite = { do: 'invite', ...OF, meeting: NAME } as const
    const { municipality } = setting()
    const { mailbox: _none, ...bare } = municipality
    expect(done(invite, planned(), setting(0, bare))).toEqual({ refused: 'noMailbox' })
    const mailed = setting(0, { ...municipality, mailbox: Mail.parse('meldpunt@voorbeeld.example') })
    const once = changed(invite, planned(), mailed)
    expect(done(invite, once, mailed)).toEqual({ refused: 'already' })
    const moved = changed({ ...MEET, meeting: NAME, hour: '10:00', who: [...MEET.who] }, once, mailed)
    const [meeting] = moved.meetings ?? []
    expect(meeting && isInvitedOtherwise(meeting)).toBe(true)
    expect(done(invite, moved, mailed)).not.toHaveProperty('refused')
  })

  test('from its day on it is written down, once, with the names of those present', () => {
    const held = {
      do: 'meetingHeld',
      ...OF,
      meeting: NAME,
      came: ['partner:wijkteam'],
      text: 'a',
      decision: 'b',
    } as const
    const deed = { ...held, came: [...held.came] }
    expect(done(deed, planned())).toEqual({ refused: 'meetingAhead' })
    const now = planned()
    const today = { ...now, meetings: now.meetings?.map((each) => ({ ...each, day: TODAY })) }
    expect(done({ ...deed, came: [] }, today)).toEqual(needs('participants'))
    expect(done({ ...deed, text: ' ' }, today)).toEqual(needs('minutes'))
    expect(done({ ...deed, decision: '' }, today)).toEqual(needs('decision'))
    const over = changed(deed, today)
    expect(over.meetings?.[0]?.participants.map(({ came }) => came)).toEqual([true, false])
    expect(done(deed, over)).toEqual({ refused: 'notNow' })
    expect(done({ do: 'cancelMeeting', ...OF, meeting: NAME, reason: 'x' }, over)).toEqual({
      refused: 'notNow',
    })
    expect(nextMeeting(over.meetings)).toBeUndefined()
  })
})

describe('beside the signals', () => {
  test('the first signal alone says what is due next', () => {
    const step = {
      id: FACT,
      on: TODAY,
      by: MARIEKE,
      text: 'x',
      owner: { who: 'officer', officer: JOOST } as const,
      until: Day.parse('2026-12-01'),
    }
    const of = { ...planned(), milestones: [step, { ...step, until: TODAY, done: { on: TODAY, by: JOOST } }] }
    expect(caseOfIn(of, A)).toMatchObject({ step: '2026-12-01', meeting: { id: NAME, day: '2026-11-26' } })
    expect(caseOfIn(of, B)).not.toHaveProperty('step')
    expect(caseOfIn(of, B)).not.toHaveProperty('meeting')
  })

  test('a signal that is destroyed takes along what was given of it and what named it', () => {
    const own = 'Verzonnenlaan 12'
    const record = {
      ...received(),
      id: A,
      facts: [
        {
          id: FACT,
          at: received().receivedAt,
          by: 'reading' as const,
          details: { kind: 'address' as const, street: 'Verzonnenlaan', number: '12' },
          how: 'heard' as const,
          standing: 'confirmed' as const,
        },
      ],
    }
    const before = changed({ ...SLICE, gets: [...SLICE.gets], role: `kent ${own}` }, planned())
    const of = {
      ...before,
      meetings: before.meetings?.map((each) => ({
        ...each,
        why: `Wat gebeurt er op ${own}?`,
        held: { on: TODAY, by: MARIEKE, minutes: `Over ${own}.`, decision: `Niemand naar ${own}.` },
      })),
    }
    expect(passagesOfCase(of).filter(({ text }) => text.includes(own))).toHaveLength(4)
    const left = CaseRecord.parse(withoutDestroyed(of, record, [], TODAY))
    expect(JSON.stringify(left)).not.toContain('Verzonnenlaan')
    expect(left.meetings?.[0]?.participants[0]?.gets).toEqual([])
  })

  test('a case of before there were meetings opens, and two that become one keep theirs', () => {
    expect(kase().meetings).toBeUndefined()
    const joining = { id: NAME, by: MARIEKE, reason: 'x', setting: setting() }
    expect(intoOne(kase(), kase(), joining)).not.toHaveProperty('meetings')
    expect(intoOne(kase(), planned(), joining).meetings).toHaveLength(1)
  })
})
