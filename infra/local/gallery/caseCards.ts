/** The gallery of cases: signals that an officer joined, in every state that a case has. */
import { caseCard } from '../../../cards/officer/cases/caseCard.ts'
import {
  caseLeadCard,
  endSupposingCard,
  fitsCard,
  planCard,
  supposeCard,
  unlinkCard,
  weighCaseCard,
} from '../../../cards/officer/cases/forms.ts'
import { linkCard } from '../../../cards/officer/cases/linkForm.ts'
import {
  cancelMeetingCard,
  heldCard,
  meetCard,
  movePlanCard,
  sliceCard,
} from '../../../cards/officer/cases/meetingForms.ts'
import { meetingCard } from '../../../cards/officer/cases/meetingPage.ts'
import { timelineCard } from '../../../cards/officer/cases/timelineCard.ts'
import { CaseId, type CaseRecord, CaseReference } from '../../../services/cases/case.ts'
import type { Together } from '../../../services/cases/look.ts'
import type { Meeting } from '../../../services/cases/meeting.ts'
import type { Fact } from '../../../services/facts/fact.ts'
import type { SignalRecord } from '../../../services/signal/record.ts'
import { Day, type Language, OfficerId, PartnerId, Reference } from '../../../services/words.ts'
import { people } from '../demo.ts'
import { type Chapter, show } from './chapters.ts'
import { municipality, OTHER_SIGNAL, onCase, record } from './records.ts'

const MARIEKE = OfficerId.parse(people.marieke.aadObjectId)
const JOOST = OfficerId.parse(people.joost.aadObjectId)
const day = (text: string): Day => Day.parse(text)
const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const fact = (n: number, details: Fact['details'], on: string, fields: Partial<Fact> = {}): Fact => ({
  id: idOf(800 + n),
  at: record().receivedAt,
  by: 'reading',
  details,
  how: 'heard',
  on: day(on),
  standing: 'unverified',
  ...fields,
})

const first = (): SignalRecord => ({
  ...record('inTriage'),
  minor: 'yes',
  facts: [
    fact(1, { kind: 'person', name: 'Mira de Wit', birthDate: '2010-03-01', roles: [] }, '2026-09-01', {
      how: 'observed',
    }),
    fact(2, { kind: 'address', street: 'Dorpsstraat', number: '14' }, '2026-09-01'),
  ],
})
const second = (): SignalRecord => ({
  ...record('inTriage'),
  id: OTHER_SIGNAL,
  reference: Reference.parse('S-2026-0051'),
  degree: 'unknown',
  minor: 'no',
  facts: [
    fact(3, { kind: 'person', name: 'Mira de Wit', birthDate: '2009-03-01', roles: [] }, '2026-11-20', {
      standing: 'confirmed',
      how: 'document',
    }),
    fact(4, { kind: 'vehicle', value: '12-ABC-3' }, '2026-11-20', { standing: 'refuted' }),
  ],
})

const by = { on: day('2026-11-24'), by: MARIEKE }
const kase = (fields: Partial<CaseRecord> = {}): CaseRecord => ({
  schema: 1,
  municipality: municipality.id,
  id: CaseId.parse(idOf(900)),
  reference: CaseReference.parse('C-2026-0003'),
  revision: 1,
  ...by,
  members: [first(), second()].map(({ id, reference }) => ({
    signal: id,
    reference,
    ...by,
    reason: 'Zelfde adres, naam lijkt erop.',
    link: idOf(901),
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

const worked = (): CaseRecord =>
  kase({
    leads: [
      { ...by, lead: { who: 'officer', officer: MARIEKE } },
      { ...by, lead: { who: 'officer', officer: JOOST } },
    ],
    left: [
      { ...by, how: 'takenOut' },
      { on: by.on, how: 'destroyed' },
    ],
    weighings: [
      { id: idOf(902), ...by, answer: 'yes', reason: 'Twee bronnen noemen hetzelfde huis.', signals: 2 },
    ],
    hypotheses: [
      { id: idOf(903), ...by, text: 'De verhuurder weet ervan.' },
      {
        id: idOf(904),
        ...by,
        text: 'Er is een tweede huis.',
        ended: { ...by, reason: 'De wijkagent keek: dat huis staat leeg.' },
      },
    ],
    milestones: [
      {
        id: idOf(905),
        ...by,
        text: 'Samen met de brandweer langsgaan.',
        owner: { who: 'officer', officer: JOOST },
        until: day('2026-12-01'),
      },
    ],
  })

const DISTRICT_TEAM = { who: 'partner', partner: PartnerId.parse('wijkteam') } as const
const planned = (): Meeting => ({
  id: idOf(910),
  ...by,
  day: day('2026-11-26'),
  hour: '09:30',
  why: 'Zorg en aanpak moeten op elkaar passen.',
  question: 'Wie praat met het meisje, en wanneer?',
  participants: [
    {
      who: DISTRICT_TEAM,
      role: 'teamleider wijkteam Noord',
      basis: 'Taak van de gemeente: Wmo 2015 en Jeugdwet.',
      gets: [{ signal: first().id, fact: idOf(802) }],
    },
    { who: { who: 'officer', officer: JOOST }, role: 'verslag', gets: [] },
  ],
})
const held = (): Meeting => ({
  ...planned(),
  participants: planned().participants.map((each) => ({ ...each, came: true })),
  held: {
    ...by,
    minutes: 'Iedereen deelde wat nodig was.',
    decision: 'Het wijkteam praat eerst met haar. Tot dan gaat niemand langs.',
  },
})

const around = (of: CaseRecord): Together => ({
  kase: of,
  membersSeen: 2,
  members: [first(), second()].flatMap((each, n) => {
    const member = of.members[n]
    return member ? [{ member, state: each.state, degree: each.degree, record: each }] : []
  }),
})

/** The chapter of cases. */
export function casesChapter(language: Language): Chapter {
  const look = (of: CaseRecord) => ({ ...onCase(language), record: first(), together: around(of) })
  const worn = look(worked())
  const meeting = planned()
  const met = look({ ...worked(), meetings: [meeting] })
  const over = look({ ...worked(), meetings: [held()] })
  const chosen = { ...worn, values: { other: OTHER_SIGNAL } }
  return {
    side: 'meldpunt',
    title: 'Een zaak',
    about: 'Signalen die bij elkaar horen. Een mens voegt ze samen, en kan ze weer uit elkaar halen.',
    cards: [
      show('Hoort bij elkaar', 'Bij een gevonden dossier, of onder Meer.', linkCard, chosen),
      show('Een nieuwe zaak', 'Na Voeg samen. Niemand heeft nog de regie.', caseCard, look(kase())),
      show('Een zaak waaraan gewerkt is', 'Vanuit elk van de dossiers.', caseCard, worn),
      show('De tijdlijn van een zaak', 'Na Tijdlijn.', timelineCard, worn),
      show('Samen meldenswaardig', 'Na Weeg samen.', weighCaseCard, worn),
      show('Regie over een zaak', 'Na Regie en verantwoordelijke.', caseLeadCard, worn),
      show('Een vermoeden', 'Na Noteer een vermoeden.', supposeCard, worn),
      show('Een vermoeden vervalt', 'Na Vermoeden vervalt.', endSupposingCard, worn),
      show('Een stap in het plan', 'Na Plan een stap.', planCard, worn),
      show('Een stap uitstellen', 'Na Stel stap 1 uit.', movePlanCard, {
        ...worn,
        values: { milestone: idOf(905) },
      }),
      show('Een overleg plannen', 'Na Plan een overleg.', meetCard, worn),
      show('Een overleg', 'Wat nergens op wacht, en wat iedereen krijgt.', meetingCard, { ...met, meeting }),
      show('Wat een deelnemer krijgt', 'Niets staat al aan.', sliceCard, {
        ...met,
        values: { meeting: meeting.id, participant: 'partner:wijkteam' },
      }),
      show('Wat is er besproken', 'Na het overleg.', heldCard, { ...met, values: { meeting: meeting.id } }),
      show('Een overleg gaat niet door', 'Na Gaat niet door.', cancelMeetingCard, {
        ...met,
        values: { meeting: meeting.id },
      }),
      show('Een overleg dat is gehouden', 'Met verslag en besluit.', meetingCard, {
        ...over,
        meeting: held(),
      }),
      show('Past bij andere informatie', 'Alleen als de functionaris ervoor kiest.', fitsCard, worn),
      show('Een dossier uit een zaak', 'Na Haal een dossier eruit.', unlinkCard, worn),
    ],
  }
}
