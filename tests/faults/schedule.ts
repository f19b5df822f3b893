/** What a schedule can hold: who reports what, who does what next, how soon, and what goes wrong at which call. */
import fc from 'fast-check'
import { Crash, GraphFault, type Planned, StoreFault, TeamsFault } from './figures.ts'

export const OFFICER_DEEDS = [
  'next',
  'view',
  'take',
  'handTo',
  'note',
  'ask',
  'called',
  'setUrgency',
  'setMinor',
  'decide',
  'handOver',
  'partnerAnswered',
  'feedBack',
  'advise',
  'endConsultation',
  'keepAgainstWish',
  'close',
  'reveal',
] as const
export const REPORTER_DEEDS = [
  'add',
  'danger',
  'answer',
  'withdraw',
  'called112',
  'noDanger',
  'talk',
  'choose',
] as const

export type Step = {
  /** Which of the signals. */
  on: number
  /** Which of the bots gets it, where there are two. */
  bot: number
  /** How many things may happen before the next one begins; 0: at the same time. */
  gap: number
  /** Delivered twice. */
  twice: boolean
  /** Chooses among what there is to choose. */
  pick: number
} & (
  | { by: 'officer'; officer: 0 | 1; old: boolean; deed: (typeof OFFICER_DEEDS)[number] }
  | { by: 'reporter'; deed: (typeof REPORTER_DEEDS)[number] }
)

export type Sending = {
  reporter: number
  degree: 'confidential' | 'unknown' | 'anonymous'
  kind: 'signal' | 'consultation'
  urgency: 'acute' | 'normal'
  gap: number
  twice: boolean
}

export type Schedule = {
  /** Which of what is ready goes first. */
  order: number
  /** As on SQLite: one instance only, which goes on where it was when it is started again. */
  alone: boolean
  sendings: Sending[]
  steps: Step[]
  faults: { at: number; what: Planned }[]
  /** The clock on the wall jumps by so many seconds somewhere, ahead or back. */
  jump: { before: number; seconds: number } | undefined
  /** From this step on nobody knows whether anything reaches a reporter: it is given up, also what told them the end. */
  deaf: number | undefined
}

const rarely = fc.nat(9).map((n) => n === 0)
const gap = fc.oneof(fc.constant(0), fc.nat(6), fc.nat(40), fc.constant(1_000))

const common = { on: fc.nat(2), bot: fc.nat(1), gap, twice: rarely, pick: fc.nat(11) }
const officer = fc.record({
  ...common,
  by: fc.constant('officer' as const),
  officer: fc.constantFrom(0 as const, 1 as const),
  old: rarely,
  deed: fc.oneof({ weight: 2, arbitrary: fc.constant('next' as const) }, fc.constantFrom(...OFFICER_DEEDS)),
})
const reporter = fc.record({
  ...common,
  by: fc.constant('reporter' as const),
  deed: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom('answer' as const, 'add' as const) },
    fc.constantFrom(...REPORTER_DEEDS),
  ),
})

const sending: fc.Arbitrary<Sending> = fc.record({
  reporter: fc.nat(1),
  degree: fc.constantFrom('confidential' as const, 'unknown' as const, 'anonymous' as const),
  kind: fc.constantFrom('signal' as const, 'signal' as const, 'consultation' as const),
  urgency: fc.constantFrom('normal' as const, 'normal' as const, 'acute' as const),
  gap: fc.oneof(gap, fc.constant(1_000)),
  twice: rarely,
})

const planned: fc.Arbitrary<Planned> = fc.record({
  crash: fc.option(fc.constantFrom(...Crash.options), { nil: undefined, freq: 2 }),
  store: fc.constantFrom(...StoreFault.options),
  teams: fc.constantFrom(...TeamsFault.options),
  graph: fc.constantFrom(...GraphFault.options),
})

const fault = fc.record({ at: fc.oneof(fc.nat(24), fc.nat(90)), what: planned })

/** Somebody decides and closes at once, while what tells the reporter is on its way. */
function hasty({ steps, deaf, ...rest }: Schedule): Schedule {
  if (deaf === undefined) return { ...rest, steps, deaf }
  const step = { on: 0, bot: 0, gap: 0, twice: false, by: 'officer', officer: 0, old: false } as const
  // This pick is "no action", which is told with the decision.
  const both: Step[] = [
    { ...step, pick: 0, deed: 'decide' },
    { ...step, pick: 0, gap: 6, deed: 'close' },
  ]
  return { ...rest, steps: [...steps.slice(0, deaf), ...both, ...steps.slice(deaf)], deaf }
}

/** Any schedule. */
const any: fc.Arbitrary<Schedule> = fc.record({
  order: fc.nat(),
  alone: fc.boolean(),
  sendings: fc.array(sending, { minLength: 1, maxLength: 2 }),
  steps: fc.array(fc.oneof({ weight: 2, arbitrary: officer }, { weight: 1, arbitrary: reporter }), {
    minLength: 1,
    maxLength: 10,
    size: 'max',
  }),
  faults: fc.oneof(
    { weight: 1, arbitrary: fc.constant<Schedule['faults']>([]) },
    { weight: 7, arbitrary: fc.array(fault, { maxLength: 6, size: 'max' }) },
  ),
  jump: fc.option(fc.record({ before: fc.nat(9), seconds: fc.integer({ min: -600, max: 7_200 }) }), {
    nil: undefined,
    freq: 4,
  }),
  deaf: fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.nat(4) }),
})
export const schedules: fc.Arbitrary<Schedule> = any.map(hasty)
