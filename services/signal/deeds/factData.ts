/** What each deed on the facts of a signal needs (`data.ts` has all others). */
import { z } from 'zod'
import { HowKnown, PersonRole } from '../../facts/fact.ts'
import { SignalKind, WeighAnswer } from '../../facts/weighed.ts'
import { Day } from '../../words.ts'
import { HandOverBasis } from '../words.ts'
import { maybe, severalOf, typed, typedOrNot } from './fields.ts'

/** The kinds of facts, as they are added. */
export const FactKind = z.enum([
  'person',
  'organisation',
  'address',
  'vehicle',
  'telephone',
  'account',
  'mail',
  'time',
])
export type FactKind = z.infer<typeof FactKind>

/** Roles by the fact of each person, as they were chosen on a page. */
export const RolesChosen = z.record(z.uuid(), z.array(PersonRole).max(5))

const fact = z.uuid()
/** Of a page with choices for roles: they go along, so that no choice is lost. */
const roles = RolesChosen.optional()

/** The fields of a fact of any kind, as they were typed. Which of them count depends on the kind. */
export const FACT_FIELDS = {
  name: typedOrNot,
  givenName: typedOrNot,
  surname: typedOrNot,
  birth: typedOrNot,
  age: typedOrNot,
  described: typedOrNot,
  roleList: severalOf(PersonRole, 5),
  kvk: typedOrNot,
  street: typedOrNot,
  number: typedOrNot,
  addition: typedOrNot,
  postcode: typedOrNot,
  city: typedOrNot,
  value: typedOrNot,
  known: maybe(HowKnown),
  on: maybe(Day),
} as const

const answer = maybe(WeighAnswer)

export const FACT_DATA = {
  /** These are right. As many as a page has. */
  confirmFact: z.object({ facts: z.array(fact).min(1).max(40), roles }),
  /** `text`: why, where that is said; of what was refuted already it is added. */
  refuteFact: z.object({ fact, text: typedOrNot, roles }),
  /** Takes back that it is right, or that it is not. */
  unverifyFact: z.object({ fact, roles }),
  correctFact: z.object({ fact, ...FACT_FIELDS }),
  addFact: z.object({ kind: maybe(FactKind), ...FACT_FIELDS }),
  setRoles: z.object({ roles: RolesChosen }),
  safeContact: z.object({ fact, how: typedOrNot, howNot: typedOrNot, mustNotKnow: typedOrNot }),
  setKinds: z.object({ kinds: severalOf(SignalKind, 11) }),
  /** A070, each with a line. */
  weigh: z.object({
    concrete: answer,
    concreteLine: typedOrNot,
    recent: answer,
    recentLine: typedOrNot,
    serious: answer,
    seriousLine: typedOrNot,
    task: answer,
    taskLine: typedOrNot,
    ground: answer,
    groundLine: typedOrNot,
  }),
  /** A071: who helps; that it is not known is an answer. */
  setHelpers: z.object({ helpers: maybe(z.enum(['known', 'unknown'])), text: typed }),
  /** AVG 9, 10: only with why it is needed. */
  addSpecial: z.object({ text: typed, reason: typed }),
  dropSpecial: z.object({ line: z.uuid() }),
  /** `text`: for what. `found`: a hit or none, and no more than that. */
  lookElsewhere: z.object({
    source: maybe(z.string().max(40)),
    on: maybe(Day),
    text: typed,
    basis: maybe(HandOverBasis),
    found: maybe(z.enum(['hit', 'noHit'])),
  }),
} as const satisfies Record<string, z.ZodObject>
