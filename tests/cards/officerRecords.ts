/** Fictional signals for the officer's cards: fresh ones, and ones with everything in them that can be. */
import { Effect } from '../../services/outbox/effect.ts'
import type { SignalRecord } from '../../services/signal/record.ts'
import type { Degree, Kind, State } from '../../services/signal/words.ts'
import { Day, Instant, PartnerId, Reference, SignalId, VaultKey } from '../../services/words.ts'
import { trail } from '../kit/signals.ts'
import { JOOST, MARIEKE, municipality, uuid } from './officerTown.ts'

export { CANARY, JOOST, MARIEKE, municipality, municipalityOfCanaries } from './officerTown.ts'

export const PRESS = uuid(99)
export const SIGNAL = SignalId.parse(uuid(10))
export const REFERENCE = Reference.parse('S-2026-0042')
export const NOW = Instant.parse('2026-11-24T10:30:00.000Z')
export const at = (time: string): Instant => Instant.parse(`2026-11-${time}:00.000Z`)

/** A signal that has just come in. */
export function fresh(degree: Degree = 'confidential', kind: Kind = 'signal'): SignalRecord {
  return {
    schema: 1,
    municipality: municipality.id,
    id: SIGNAL,
    reference: REFERENCE,
    revision: 3,
    kind,
    fromConsultation: kind === 'consultation',
    state: 'received',
    receivedAt: at('24T08:12'),
    language: 'nl',
    degree,
    ...(degree === 'anonymous' ? {} : { vaultKey: VaultKey.parse(uuid(77)) }),
    certainty: 'gut',
    urgency: 'high',
    minor: 'unknown',
    story: [
      {
        at: at('24T08:10'),
        via: 'chat',
        text:
          'Er kwam een man aan de balie met vier paspoorten. Hij wilde vier mensen tegelijk ' +
          'inschrijven op één adres.',
      },
      { at: at('24T08:11'), via: 'chat', text: 'De vrouw naast hem zei niets en keek steeds naar de deur.' },
    ],
    attachmentsRefused: 0,
    accountable: MARIEKE,
    notes: [],
    calls: [],
    questions: [],
    advices: [],
    decisions: [],
    routes: [],
    feedback: [],
    reveals: [],
    due: { respond: at('24T09:12'), decide: at('24T15:12') },
    alarms: [],
    effects: [],
    audit: trail({ at: at('24T08:12'), by: 'reporter', what: 'report' }),
    taken: [],
  }
}

/** One of every sort that did not arrive, for every reason. */
function failures(): Effect[] {
  const why = ['gone', 'refused', 'away', 'unreachable']
  const whats = [
    { kind: 'tellReporter', message: { about: 'received' } },
    { kind: 'tellReporter', message: { about: 'feedback', feedback: uuid(50) } },
    { kind: 'doorbell' },
    { kind: 'tellOfficer', officer: JOOST, notice: 'added' },
    { kind: 'alarm', to: JOOST },
    { kind: 'alarm', to: 'channel' },
  ]
  return whats.map((what, n) =>
    Effect.parse({
      id: uuid(60 + n),
      at: at('24T10:00'),
      attempts: 5,
      deadLetter: why[n % why.length],
      ...what,
    }),
  )
}

/** The text that stands for what people wrote: a canary, or something like it. */
type Fill = (what: string) => string

/** A signal in this state with everything in it that can be in it. */
export function full(
  state: State,
  kind: Kind = 'signal',
  degree: Degree = 'confidential',
  fill: Fill = (what) => what,
): SignalRecord {
  const reach = degree !== 'anonymous'
  const decided = state !== 'received' && state !== 'inTriage'
  const handed = decided && state !== 'decided'
  const told = state === 'fedBack' || state === 'closed'
  const answered = told
  const question = uuid(20)
  return {
    ...fresh(degree, kind),
    state,
    fromConsultation: true,
    ...(state === 'received' ? {} : { takenBy: MARIEKE }),
    urgencyReason: fill('Ze vertrekken misschien morgen al.'),
    danger: { at: at('24T08:11'), called112: 'no', ...(told ? { takenBackAt: at('24T08:20') } : {}) },
    minor: 'yes',
    story: [
      { at: at('24T08:10'), via: 'chat', text: fill('Vier paspoorten, één adres. De vrouw zei niets.') },
      { at: at('24T08:15'), via: 'form', text: fill('Het was bij de balie in het stadhuis.') },
      { at: at('24T09:40'), via: 'addition', text: fill('Ik zag de auto later weer op het plein.') },
      ...(reach
        ? [{ at: at('24T09:50'), via: 'answer' as const, text: fill('Een grijze bus, dacht ik.') }]
        : []),
      {
        at: at('24T09:51'),
        via: 'addition',
        text: '',
        moved: {
          at: at('24T09:52'),
          by: JOOST,
          to: Reference.parse('S-2026-0007'),
          reason: fill('Hoort daar.'),
        },
      },
      {
        at: at('24T09:53'),
        via: 'addition',
        text: fill('De bakker sluit om vier uur.'),
        arrived: {
          at: at('24T09:54'),
          by: JOOST,
          from: Reference.parse('S-2026-0008'),
          reason: fill('Hoort hier.'),
        },
      },
    ],
    form: {
      what: fill('Vier paspoorten in één hand'),
      where: fill('Balie Burgerzaken'),
      when: fill('Dinsdagochtend'),
      who: fill('Een man en een jonge vrouw'),
      howKnown: fill('Zelf gezien'),
      minor: 'yes',
    },
    attachmentsRefused: 2,
    notes: [{ at: at('24T09:30'), by: JOOST, text: fill('Wijkteam gebeld, ze bellen vanmiddag terug.') }],
    calls: [
      { at: at('24T09:35'), by: MARIEKE },
      { at: at('24T09:36'), by: MARIEKE, reached: 'notReached' },
      { at: at('24T09:37'), by: MARIEKE, reached: 'reached', text: fill('Ze is veilig en thuis.') },
    ],
    questions: reach
      ? [
          {
            id: question,
            at: at('24T09:45'),
            by: MARIEKE,
            text: fill('Weet je nog wat voor auto het was?'),
            answer: { at: at('24T09:50'), how: 'text', text: fill('Een grijze bus, dacht ik.') },
          },
          { id: uuid(21), at: at('24T09:55'), by: MARIEKE, text: fill('Zag je een naam op de bus?') },
          {
            id: uuid(22),
            at: at('24T09:56'),
            by: MARIEKE,
            text: fill('Mag ik je bellen?'),
            answer: { at: at('24T09:58'), how: 'callMe' },
          },
        ]
      : [],
    advices:
      kind === 'consultation' && reach
        ? [
            {
              id: uuid(23),
              at: at('24T09:59'),
              by: MARIEKE,
              text: fill('Vraag niets meer aan de vrouw. Schrijf op wat je zag.'),
            },
          ]
        : [],
    ...(kind === 'consultation'
      ? { consultationWish: 'enough' as const }
      : { keptReason: fill('Het gaat om een kind.') }),
    withdrawalWish: at('24T10:05'),
    decisions: decided
      ? [
          {
            id: uuid(30),
            at: at('24T10:00'),
            by: JOOST,
            outcome: 'moreInsight',
            reason: fill('Eerst weten of het adres bekend is.'),
            lead: fill('Meldpunt'),
            victimHelp: 'notYet',
            tell: { form: 'notYet', why: fill('Nog niets te vertellen.') },
          },
          {
            id: uuid(31),
            at: at('24T10:10'),
            by: MARIEKE,
            outcome: 'external',
            reason: fill('Vier mensen, één adres, en de vrouw leek bang.'),
            safeReason: 'other',
            lead: fill('Ketenregisseur'),
            victimHelp: 'arranged',
            victimCheck: fill('Ze kan slachtoffer zijn: wijkteam zoekt contact.'),
            monitorUntil: Day.parse('2026-11-20'),
            tell: { form: 'message', why: fill('Gewoon vertellen.') },
          },
        ]
      : [],
    routes: decided
      ? [
          {
            id: uuid(40),
            partner: PartnerId.parse('politie-avim'),
            answerBy: Day.parse('2026-11-20'),
            state: handed ? (answered ? 'answered' : 'handedOver') : 'planned',
            ...(handed ? { handedOverAt: at('24T10:12'), handedOverBy: MARIEKE } : {}),
            ...(answered
              ? {
                  answer: {
                    at: at('24T10:20'),
                    by: JOOST,
                    what: 'takenUp' as const,
                    note: fill('Contact: meldkamer.'),
                  },
                }
              : {}),
          },
          {
            id: uuid(41),
            partner: PartnerId.parse('wijkteam'),
            answerBy: Day.parse('2026-12-08'),
            state: answered ? 'answered' : 'planned',
            ...(answered
              ? {
                  answer: { at: at('24T10:21'), by: MARIEKE, what: 'noAnswer' as const, note: '' },
                  replies: [
                    {
                      at: at('23T10:21'),
                      by: MARIEKE,
                      what: 'question' as const,
                      note: fill('Waar precies?'),
                      ours: { at: at('23T11:21'), by: JOOST, text: fill('In de loods.') },
                    },
                  ],
                  givenUp: {
                    at: at('24T10:22'),
                    by: MARIEKE,
                    escalated: fill('Hun teamleider'),
                    reason: fill('Ze reageren niet.'),
                  },
                }
              : {}),
          },
        ]
      : [],
    ...(decided
      ? {
          help: [
            {
              id: uuid(45),
              at: at('24T10:10'),
              by: MARIEKE,
              owner: { who: 'team' as const, team: fill('Meldpunt') },
              until: Day.parse('2026-11-20'),
              notes: [{ at: at('24T10:11'), by: MARIEKE, text: fill('Ze denkt er nog over na.') }],
              ...(told
                ? {
                    done: {
                      at: at('24T10:24'),
                      by: MARIEKE,
                      how: 'arranged' as const,
                      text: fill('Ze heeft een plek.'),
                    },
                  }
                : {}),
            },
          ],
        }
      : {}),
    feedback: told
      ? [
          {
            id: uuid(50),
            at: at('24T10:25'),
            by: MARIEKE,
            form: 'call',
            text: fill('Verteld dat het is doorgegeven.'),
          },
        ]
      : [],
    ...(state === 'closed'
      ? {
          closing: {
            at: at('24T10:28'),
            by: MARIEKE,
            how: 'closed' as const,
            ...(reach ? {} : { whyNoFeedback: 'anonymous' }),
          },
        }
      : {}),
    reveals:
      degree === 'confidential'
        ? [{ at: at('24T09:34'), by: MARIEKE, reason: fill('Bellen of er nu gevaar is.') }]
        : [],
    due: { respond: at('24T09:12'), decide: at('24T10:12') },
    effects: failures(),
    audit: trail(
      { at: at('24T08:12'), by: 'reporter', what: 'report' },
      { at: at('24T09:20'), by: MARIEKE, what: 'view' },
      { at: at('24T09:28'), by: JOOST, what: 'view' },
      { at: at('24T10:02'), by: MARIEKE, what: 'view' },
      { at: at('24T10:03'), by: 'reporter', what: 'talk' },
    ),
  }
}
