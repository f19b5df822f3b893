/** The cards of a case keep every rule in both languages, stay small however much is in it, and show what may be shown. */
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { parseAction } from '../../cards/actions.ts'
import { CASE_FORMS } from '../../cards/caseActions.ts'
import { linkButton } from '../../cards/officer/case/linkButton.ts'
import { caseCard } from '../../cards/officer/cases/caseCard.ts'
import { whyProposed } from '../../cards/officer/cases/linkForm.ts'
import { meetingCard } from '../../cards/officer/cases/meetingPage.ts'
import { ROWS, timelineCard } from '../../cards/officer/cases/timelineCard.ts'
import { deedForm } from '../../cards/officer/forms/byDeed.ts'
import { CaseId, type CaseRecord, CaseReference, MOST_MEMBERS } from '../../services/cases/case.ts'
import type { Together } from '../../services/cases/look.ts'
import { type Meeting, MOST_GIVEN, MOST_PARTICIPANTS } from '../../services/cases/meeting.ts'
import type { Fact } from '../../services/facts/fact.ts'
import { ownersOf } from '../../services/signal/reading/helpOwners.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import { Day, Language, Reference, SignalId } from '../../services/words.ts'
import { checkCard, nodesOf, wordsOf } from '../kit/cards.ts'
import { fresh, JOOST, MARIEKE, municipality, NOW, PRESS } from './officerRecords.ts'

const DAY = Day.parse('2026-11-24')
const LONG = 'Een zin die *lang* doorgaat & nog verder. '.repeat(90)

const factOf = (n: number): Fact => ({
  id: randomUUID(),
  at: NOW,
  by: 'reading',
  details: {
    kind: 'address',
    street: `Dorpsstraat ${LONG}`.slice(0, 380),
    number: String(n),
    city: 'Voorbeeldstad',
  },
  how: 'observed',
  on: Day.parse(`2026-${String(1 + (n % 11)).padStart(2, '0')}-10`),
  standing: n % 5 === 0 ? 'refuted' : 'unverified',
})

const memberOf = (n: number, facts: number): SignalRecord => ({
  ...fresh(n % 2 === 0 ? 'confidential' : 'anonymous'),
  id: SignalId.parse(randomUUID()),
  reference: Reference.parse(`S-2026-${String(n + 1).padStart(4, '0')}`),
  minor: n === 0 ? 'yes' : 'no',
  facts: Array.from({ length: facts }, (_, at) => factOf(at + n)),
})

/** A case with as many signals, lines and facts as there may be. */
function together(
  members: number,
  lines: number,
  facts: number,
): { together: Together; record: SignalRecord } {
  const records = Array.from({ length: members }, (_, n) => memberOf(n, facts))
  const [record = fresh()] = records
  const by = { on: DAY, by: MARIEKE }
  const many = <T>(make: (n: number) => T): T[] => Array.from({ length: lines }, (_, n) => make(n))
  const kase: CaseRecord = {
    schema: 1,
    municipality: municipality.id,
    id: CaseId.parse(randomUUID()),
    reference: CaseReference.parse('C-2026-0003'),
    revision: 7,
    ...by,
    members: records.map(({ id, reference }) => ({
      signal: id,
      reference,
      ...by,
      reason: LONG.slice(0, 3_900),
      link: randomUUID(),
    })),
    left: many((n) => ({ ...by, how: (['takenOut', 'destroyed', 'joined'] as const)[n % 3] ?? 'joined' })),
    accountable: MARIEKE,
    leads: many(() => ({ ...by, lead: { who: 'officer' as const, officer: JOOST } })),
    weighings: many(() => ({ id: randomUUID(), ...by, answer: 'no' as const, reason: LONG, signals: 3 })),
    hypotheses: many((n) => ({
      id: randomUUID(),
      ...by,
      text: LONG,
      ...(n % 2 === 0 ? {} : { ended: { ...by, reason: LONG } }),
    })),
    milestones: many((n) => ({
      id: n === lines - 1 ? STEP : randomUUID(),
      ...by,
      text: LONG,
      owner: { who: 'officer' as const, officer: JOOST },
      until: Day.parse(n % 2 === 0 ? '2026-11-01' : '2026-12-20'),
    })),
    meetings: many(() => meetingOf(records)).slice(0, 30),
    decisions: many(() => ({
      id: randomUUID(),
      ...by,
      outcome: 'external' as const,
      reason: LONG,
      lead: 'Wijkteam',
      signals: 2,
    })),
  }
  return {
    record,
    together: {
      kase,
      members: records.map((each, n) => ({
        member: kase.members[n] ?? {
          ...by,
          signal: each.id,
          reference: each.reference,
          reason: '',
          link: '',
        },
        state: each.state,
        degree: each.degree,
        // One of them is not this officer's.
        ...(n === 1 ? {} : { record: each }),
      })),
      membersSeen: 40,
    },
  }
}

const MEETING = randomUUID()
const STEP = randomUUID()
/** With everybody whom it takes, and as many facts for each. */
function meetingOf(records: readonly SignalRecord[]): Meeting {
  const by = { on: DAY, by: MARIEKE }
  const gets = records
    .flatMap(({ id, facts = [] }) => facts.map((fact) => ({ signal: id, fact: fact.id })))
    .slice(0, MOST_GIVEN)
  const owners = ownersOf(municipality).slice(0, MOST_PARTICIPANTS)
  return {
    id: MEETING,
    ...by,
    day: Day.parse('2026-12-01'),
    hour: '09:30',
    why: LONG.slice(0, 4_000),
    question: LONG.slice(0, 1_000),
    participants: owners.map(({ owner }) => ({ who: owner, role: 'teamleider', gets })),
  }
}
/** What a form is opened with, where it is about something of the case. */
const VALUES: Partial<Record<(typeof CASE_FORMS)[number], object>> = {
  slice: { meeting: MEETING, participant: `officer:${MARIEKE}` },
  meetingHeld: { meeting: MEETING },
  cancelMeeting: { meeting: MEETING },
  movePlan: { milestone: STEP },
}
/** The smallest case has no meeting and no step to show a form of. */
const OF_MEETING = Object.keys(VALUES).length

const SIZES = [
  ['the smallest', 1, 0, 0],
  ['a usual one', 2, 1, 3],
  ['the largest', MOST_MEMBERS, 60, 60],
] as const

/** What Teams takes is far more: this is what stays quick to read. */
const MOST_BYTES = 28_000
const bytes = (card: object): number => Buffer.byteLength(JSON.stringify(card))

describe.each(Language.options)('in %s', (language) => {
  describe.each(SIZES)('%s', (_name, members, lines, facts) => {
    const { record, together: kase } = together(members, lines, facts)
    const look = {
      record,
      together: kase,
      municipality,
      now: NOW,
      viewer: MARIEKE,
      press: PRESS,
      surface: 'dialog' as const,
      language,
    }
    const parts = Math.max(1, Math.ceil((members * facts * 1.2) / ROWS))
    const cards: [string, object][] = [
      ['case', caseCard(look)],
      ...(kase.kase.meetings ?? [])
        .slice(0, 1)
        .map((meeting): [string, object] => ['meeting', meetingCard({ ...look, meeting })]),
      ...Array.from({ length: Math.min(parts, 12) }, (_, n): [string, object] => [
        `timeline ${n + 1}`,
        timelineCard({ ...look, part: n + 1 }),
      ]),
      ...CASE_FORMS.flatMap((form): [string, object][] => {
        const card = deedForm(form, look, VALUES[form])
        return card ? [[form, card]] : []
      }),
    ]

    test('every card keeps every rule, and its buttons are understood', () => {
      expect(cards.length).toBeGreaterThanOrEqual(CASE_FORMS.length + 2 - (lines === 0 ? OF_MEETING : 0))
      expect(cards.flatMap(([name, card]) => checkCard(card).map((what) => `${name}: ${what}`))).toEqual([])
      for (const [name, card] of cards) {
        for (const node of nodesOf(card))
          if (node.type === 'Action.Submit' && name.startsWith('timeline'))
            expect([name, parseAction(node.data).by]).toEqual([name, 'officer'])
      }
    })

    test('no card is larger than can be read', () => {
      for (const [name, card] of cards) expect([name, bytes(card) <= MOST_BYTES]).toEqual([name, true])
    })

    test('of a signal that is not theirs only which it is and how it stands', () => {
      const hidden = kase.members[1]
      if (!hidden || facts === 0) return
      const words = wordsOf(timelineCard({ ...look, part: 1 }))
      const rows = [...nodesOf(timelineCard({ ...look, part: 1 }))].map((node) => JSON.stringify(node)).join()
      expect(rows).not.toContain(`${hidden.member.reference} ·`)
      expect(words).not.toContain(`${hidden.member.reference} ·`)
      expect(JSON.stringify(caseCard(look))).toContain(hidden.member.reference)
    })
  })

  test('the day stands at the left of each row, and is read first', () => {
    const { record, together: kase } = together(2, 0, 3)
    const card = timelineCard({ record, together: kase, municipality, language })
    const rows = [...nodesOf(card)].filter((node) => node.type === 'ColumnSet')
    expect(rows.length).toBeGreaterThan(2)
    for (const { columns } of rows) {
      const [left, right] = Array.isArray(columns) ? columns : []
      expect(left.width).toBe('62px')
      expect(right.width).toBe('stretch')
    }
  })
})

test('why is proposed in the words of what agrees, and never of what differs; advice is joined with nothing', () => {
  const other = SignalId.parse(randomUUID())
  const at = (field: 'address' | 'name' | 'birth', agrees: 'same' | 'nearly' | 'differs') => ({
    field,
    agrees,
    bits: 1,
  })
  const record: SignalRecord = {
    ...fresh(),
    known: {
      at: NOW,
      matches: [
        {
          signal: other,
          reference: Reference.parse('S-2026-0008'),
          strength: 'strong',
          score: 20,
          reasons: [at('address', 'same'), at('name', 'nearly'), at('birth', 'differs')],
          foundAt: NOW,
        },
      ],
    },
  }
  expect(whyProposed({ record, language: 'nl' }, other)).toBe('zelfde adres, naam lijkt erop')
  expect(whyProposed({ record, language: 'en' }, other)).toBe('same address, name looks like it')
  const form = deedForm(
    'link',
    { record, municipality, now: NOW, viewer: MARIEKE, press: PRESS, surface: 'dialog', language: 'nl' },
    { other },
  )
  expect(JSON.stringify(form)).toContain('S-2026-0008')
  expect(JSON.stringify(form)).toContain('"value":"zelfde adres, naam lijkt erop"')
  expect(linkButton(record, other, 'nl')).toHaveLength(1)
  expect(linkButton({ ...record, kind: 'consultation' }, other, 'nl')).toEqual([])
})
