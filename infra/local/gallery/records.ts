/**
 * Fictional signals and drafts for the gallery: Voorbeeldstad on one Tuesday. Whatever people wrote is Dutch,
 * as the reporters of Voorbeeldstad do; the cards around it are in the language that is asked for.
 */
import type { Draft } from '../../../services/draft/chat.ts'
import { Effect } from '../../../services/outbox/effect.ts'
import { withoutMoments } from '../../../services/signal/reading/anonymousTimes.ts'
import type { AuditEntry, ChainedEntry, SignalRecord } from '../../../services/signal/record.ts'
import type { Degree, Kind, Outcome, State } from '../../../services/signal/words.ts'
import {
  CodeId,
  Day,
  Instant,
  type Language,
  MunicipalityId,
  OfficerId,
  PartnerId,
  Reference,
  SignalId,
  VaultKey,
} from '../../../services/words.ts'
import { people } from '../demo.ts'
import { localMunicipality } from '../municipality.ts'

export const municipality = localMunicipality('http://127.0.0.1/')
export const NOW = Instant.parse('2026-11-24T10:30:00.000Z')

const DAY = Day.parse('2026-11-24')
const at = (time: string): Instant => Instant.parse(`2026-11-24T${time}:00.000Z`)
/** Ids are made up, and the same at every start. */
export const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

export const MARIEKE = OfficerId.parse(people.marieke.aadObjectId)
export const JOOST = OfficerId.parse(people.joost.aadObjectId)
export const SIGNAL = SignalId.parse(idOf(1))
export const REFERENCE = Reference.parse('S-2026-0012')
export const OTHER_SIGNAL = SignalId.parse(idOf(2))
export const OTHER_REFERENCE = Reference.parse('S-2026-0009')
export const PRESS = idOf(3)

/** What every card of a case is given. */
export const onCase = (language: Language) =>
  ({ municipality, now: NOW, viewer: MARIEKE, press: PRESS, surface: 'dialog', language }) as const

/** Who reads and who stands in. */
export function readers() {
  const [accountable, deputy] = municipality.officers
  if (!accountable) throw new Error('Voorbeeldstad has no officer.')
  return { accountable, deputy }
}

const SEEN =
  'Een man deed het woord voor een jonge vrouw en hield haar paspoort vast. Ze keek steeds naar de deur.'
export const QUESTION = idOf(10)
export const ADVICE = idOf(11)
export const DECISION = idOf(12)
export const FEEDBACK = idOf(13)
export const ROUTES = [idOf(14), idOf(15)] as const

/** A draft in which something was typed. */
export function draft(more: Partial<Draft> = {}): Draft {
  return {
    id: SIGNAL,
    kind: 'signal',
    startedAt: at('08:40'),
    lastAt: at('08:41'),
    parts: [
      { at: at('08:40'), via: 'chat', text: SEEN },
      {
        at: at('08:41'),
        via: 'chat',
        text: 'Hij wilde haar inschrijven op een adres waar al zes mensen staan.',
      },
    ],
    attachmentsRefused: 0,
    alarms: [],
    vaultKey: VaultKey.parse(idOf(20)),
    nudged: false,
    unplaced: false,
    ...more,
  }
}

/** A signal that has just come in. */
function received(kind: Kind, degree: Degree): SignalRecord {
  return {
    schema: 1,
    municipality: MunicipalityId.parse(municipality.id),
    id: SIGNAL,
    reference: REFERENCE,
    revision: 4,
    kind,
    fromConsultation: kind === 'consultation',
    state: 'received',
    receivedAt: at('08:42'),
    language: 'nl',
    degree,
    ...(degree === 'anonymous'
      ? {
          code: { id: CodeId.parse('c'.repeat(64)), waiting: [{ day: DAY, message: { about: 'received' } }] },
        }
      : { vaultKey: VaultKey.parse(idOf(20)) }),
    certainty: 'suspicion',
    urgency: 'normal',
    minor: 'unknown',
    story: draft().parts,
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
    due: {
      respond: Instant.parse('2026-11-25T16:00:00.000Z'),
      decide: Instant.parse('2026-11-27T16:00:00.000Z'),
    },
    alarms: [],
    effects: [],
    audit: trail({ at: at('08:42'), by: 'reporter', what: 'report' }),
    taken: [],
  }
}

/** What was done, in a chain as a record has it; nobody verifies this one. */
function trail(...entries: AuditEntry[]): ChainedEntry[] {
  return entries.map((entry, at) => ({ ...entry, number: at + 1, hash: '0'.repeat(64) }))
}

/** What was asked, answered and noted while it is in triage. */
function asked(degree: Degree): Partial<SignalRecord> {
  const answer = { at: at('09:30'), how: 'text', text: 'Een grijze bus, zonder tekst erop.' } as const
  return {
    takenBy: MARIEKE,
    notes: [
      { at: at('09:40'), by: JOOST, text: 'Wijkteam gebeld: ze kennen het adres, en bellen vanmiddag.' },
    ],
    questions: [
      { id: QUESTION, at: at('09:10'), by: MARIEKE, text: 'Zag je waarmee ze weggingen?', answer },
      { id: idOf(16), at: at('09:45'), by: MARIEKE, text: 'Komt zij nog terug voor haar paspoort?' },
    ],
    audit: trail(
      { at: at('08:42'), by: 'reporter', what: 'report' },
      { at: at('09:05'), by: MARIEKE, what: 'view' },
      { at: at('09:38'), by: JOOST, what: 'view' },
    ),
    ...(degree === 'confidential'
      ? {
          reveals: [{ at: at('09:50'), by: MARIEKE, reason: 'Vragen of de vrouw nu nog aan de balie is.' }],
          calls: [
            { at: at('09:52'), by: MARIEKE, reached: 'notReached' as const },
            { at: at('09:55'), by: MARIEKE, reached: 'reached' as const, text: 'Ze is weg, en was alleen.' },
          ],
        }
      : {}),
  }
}

/** A decision, and what belongs to it. */
export function decision(outcome: Outcome = 'external'): SignalRecord['decisions'][number] {
  return {
    id: DECISION,
    at: at('10:00'),
    by: MARIEKE,
    outcome,
    reason: 'Haar paspoort wordt vastgehouden en op het adres staan al zes mensen.',
    lead: 'Aandachtsfunctionaris',
    victimHelp: outcome === 'noAction' ? 'notApplicable' : 'arranged',
    minor: 'no',
    tell: { form: 'message' },
    ...(outcome === 'noAction' ? { safeReason: 'explained' as const } : {}),
    ...(outcome === 'monitor' ? { monitorUntil: Day.parse('2027-02-23') } : {}),
  }
}

function routes(state: State): SignalRecord['routes'] {
  const handed = { handedOverAt: at('10:05'), handedOverBy: MARIEKE }
  const answer = (note: string, what: 'takenUp' | 'notTakenUp') => ({
    at: at('10:20'),
    by: MARIEKE,
    what,
    note,
  })
  const [first, second] = ROUTES
  const one = { id: first, partner: PartnerId.parse('arbeidsinspectie'), answerBy: Day.parse('2026-12-08') }
  const two = { id: second, partner: PartnerId.parse('zorgcoordinator'), answerBy: Day.parse('2026-12-01') }
  if (state === 'decided')
    return [
      { ...one, state: 'planned' },
      { ...two, state: 'planned' },
    ]
  if (state === 'handedOver')
    return [
      { ...one, state: 'handedOver', ...handed },
      { ...two, state: 'planned' },
    ]
  return [
    { ...one, state: 'answered', ...handed, answer: answer('Ze gaan volgende week langs.', 'takenUp') },
    { ...two, state: 'answered', ...handed, answer: answer('', 'notTakenUp') },
  ]
}

const ORDER: readonly State[] = ['received', 'inTriage', 'decided', 'handedOver', 'fedBack', 'closed']

/** A signal in this state, with what has happened by then. */
export function record(
  state: State = 'received',
  more: Partial<SignalRecord> = {},
  kind: Kind = 'signal',
  degree: Degree = 'confidential',
): SignalRecord {
  const reached = (other: State): boolean => ORDER.indexOf(state) >= ORDER.indexOf(other)
  const made: SignalRecord = {
    ...received(kind, degree),
    ...(reached('inTriage') ? asked(degree) : {}),
    ...(reached('decided') ? { decisions: [decision()], routes: routes(state) } : {}),
    ...(reached('fedBack')
      ? {
          feedback: [
            {
              id: FEEDBACK,
              at: at('10:25'),
              by: MARIEKE,
              form: 'message',
              text: 'Een organisatie die hierover gaat, pakt het op. Je hoeft zelf niets uit te zoeken.',
            },
          ],
        }
      : {}),
    ...(reached('closed') ? { closing: { at: at('10:28'), by: MARIEKE, how: 'closed' } } : {}),
    state,
    ...more,
  }
  // As it is kept: of somebody who is anonymous the days only.
  return withoutMoments(made, municipality)
}

/** A consultation about which advice was given. */
export function advised(more: Partial<SignalRecord> = {}): SignalRecord {
  const text = 'Dit mag, met een machtiging. Vraag er de volgende keer naar. Klopt het niet? Laat het weten.'
  return record(
    'inTriage',
    { advices: [{ id: ADVICE, at: at('09:20'), by: MARIEKE, text }], ...more },
    'consultation',
  )
}

/** Closed, and then it turned out that the feedback did not arrive. */
export function unheard(): SignalRecord {
  const closed = record('closed')
  const message = { about: 'feedback' as const, feedback: FEEDBACK }
  const lost = { id: FEEDBACK, at: at('10:25'), attempts: 18, deadLetter: 'away' as const, message }
  return { ...closed, effects: [{ ...lost, kind: 'tellReporter' }] }
}

/** Maybe danger now; `called112` as the reporter said. */
export const danger = (called112: 'yes' | 'no' | 'unknown') => ({
  urgency: 'acute' as const,
  danger: { at: at('08:40'), called112 },
  due: { respond: at('08:57'), decide: at('13:42') },
})

/** Clocks that ran out. */
export const late = {
  due: {
    respond: Instant.parse('2026-11-23T16:00:00.000Z'),
    decide: Instant.parse('2026-11-24T09:00:00.000Z'),
  },
}

/** Handed over: one asked something back, the other was asked in vain twice. */
export function unanswered(): SignalRecord {
  const handed = { state: 'handedOver' as const, handedOverAt: at('10:05'), handedOverBy: MARIEKE }
  const reply = (what: 'question' | 'noAnswer', day: string, note: string) => ({
    at: Instant.parse(`2026-11-${day}T10:20:00.000Z`),
    by: MARIEKE,
    what,
    note,
  })
  const [first, second] = ROUTES
  const waits = Day.parse('2026-11-26')
  return record('handedOver', {
    routes: [
      {
        id: first,
        partner: PartnerId.parse('arbeidsinspectie'),
        answerBy: Day.parse('2026-12-08'),
        ...handed,
        answer: reply('question', '24', 'Op welk adres is de loods?'),
        owesBy: waits,
      },
      {
        id: second,
        partner: PartnerId.parse('zorgcoordinator'),
        answerBy: Day.parse('2026-12-01'),
        ...handed,
        replies: [reply('noAnswer', '20', 'Gebeld.')],
        answer: reply('noAnswer', '23', 'Weer gebeld en gemaild.'),
      },
    ],
    decisions: [{ ...decision(), victimHelp: 'notYet', minor: 'unknown' }],
    help: [
      {
        id: DECISION,
        at: at('10:00'),
        by: MARIEKE,
        owner: { who: 'team', team: 'Wijkteam' },
        until: Day.parse('2026-11-27'),
      },
    ],
  })
}

/** Words were moved, to it and out of it. */
export function withMoved(): SignalRecord {
  const it = record('inTriage')
  const reason = 'Dit gaat over de bakker.'
  const by = { at: at('09:40'), by: MARIEKE, reason }
  return {
    ...it,
    story: [
      ...it.story,
      { at: at('09:00'), via: 'addition', text: '', moved: { ...by, to: OTHER_REFERENCE } },
      {
        at: at('09:10'),
        via: 'addition',
        text: 'Bij de balie stond ook een grijs busje.',
        arrived: { ...by, from: OTHER_REFERENCE },
      },
    ],
  }
}

/** Messages that did not arrive. */
export const failures: Effect[] = [
  Effect.parse({
    id: idOf(30),
    at: at('10:00'),
    attempts: 5,
    deadLetter: 'refused',
    kind: 'tellReporter',
    message: { about: 'question', question: QUESTION },
  }),
  Effect.parse({ id: idOf(31), at: at('10:00'), attempts: 5, deadLetter: 'away', kind: 'alarm', to: JOOST }),
]
