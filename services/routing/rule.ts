/** How a rule of the routing matrix is written (C3, A079): data, checked at the start. docs/routing.md explains it. */
import { z } from 'zod'
import { PartnerKind, Phone, Text } from '../municipality/partner.ts'
import { Urgency } from '../signal/words.ts'
import { Day } from '../words.ts'
import { AgeBand, Circumstance, ConditionName, ForkSide, Matter, NotFirstAs, RouteKind } from './words.ts'

const NO_ROUTE = 'EMM takes nothing in since 2021 and is no route: name the service that is best placed (C4)'

/** A kind of partner as a rule names it. EMM is refused with the reason. */
const AKind = z
  .string()
  .superRefine((value, ctx) => {
    if (/^emm$/i.test(value)) ctx.addIssue({ code: 'custom', message: NO_ROUTE })
    else if (!RouteKind.safeParse(value).success)
      ctx.addIssue({ code: 'custom', message: `is no kind of partner: ${value.slice(0, 40)}` })
  })
  .pipe(RouteKind)

export const RuleId = z.string().regex(/^[a-z][a-z0-9-]{1,40}$/, 'must be a short name in lower case')
export const RegionId = z.string().regex(/^[a-z][a-z-]{1,40}$/, 'must be a short name in lower case')

const Area = z
  .string()
  .regex(/^[1-9]\d{3}(?:-[1-9]\d{3})?$/, 'is no postcode area: four figures, or two of them as in 3500-3599')
  .refine((area) => {
    const [from = '', until = from] = area.split('-')
    return from <= until
  }, 'ends before it begins')

/** When a rule holds: all that is named. Left out: it does not matter. Of a list one is enough, but of `facts` all. */
export const When = z.strictObject({
  kinds: z.array(Matter).min(1).max(20).optional(),
  age: z.array(AgeBand).min(1).max(4).optional(),
  fork: z.array(ForkSide).min(1).max(3).optional(),
  urgency: z.array(Urgency).min(1).max(4).optional(),
  regions: z.array(RegionId).min(1).max(20).optional(),
  /** By the first four figures of an address among the facts. */
  postcodes: z.array(Area).min(1).max(50).optional(),
  facts: z.array(Circumstance).min(1).max(20).optional(),
  anyFacts: z.array(Circumstance).min(1).max(20).optional(),
  without: z.array(Circumstance).min(1).max(20).optional(),
  /** An officer confirmed that it is about the same as an earlier signal. */
  confirmedMatch: z.boolean().optional(),
})
export type When = z.infer<typeof When>

/** A place to go to; with `when` only then. A bare kind is the usual case. */
const Target = z.preprocess(
  (target) => (typeof target === 'string' ? { kind: target } : target),
  z.strictObject({
    kind: AKind,
    when: When.optional(),
    /** Said only where the municipality has such a partner: it does not exist everywhere. */
    ifConfigured: z.boolean().optional(),
  }),
)

export const RuleCondition = z.strictObject({
  what: ConditionName,
  /** For which of its places; left out: for all that come first. */
  of: z.array(AKind).min(1).max(10).optional(),
  /** `coordinateFirst` ends after so many working days. */
  workingDays: z.number().int().min(1).max(30).optional(),
  when: When.optional(),
})
export type RuleCondition = z.infer<typeof RuleCondition>

export const Rule = z.strictObject({
  id: RuleId,
  /** The row as it is read in the matrix: which signal this is. Left out: it adds to others, and is no row by itself. */
  signal: Text.optional(),
  when: When,
  /** The lowest number among the rules that hold decides what comes first; what others put first comes beside it. */
  rank: z.number().int().min(0).max(9),
  /** Nothing of a rule with a higher number is proposed beside it. */
  alone: z.boolean().default(false),
  first: z.array(Target).max(6).default([]),
  also: z.array(Target).max(12).default([]),
  /** Ask advice before anything is handed over, without names. */
  adviceFirst: z.array(AKind).max(4).default([]),
  notFirst: z
    .array(
      z
        .strictObject({ kind: AKind.optional(), as: NotFirstAs, when: When.optional(), why: Text })
        .refine((it) => it.kind !== undefined || it.as === 'enforcementAlone' || it.as === 'meetingOrMail', {
          error: 'names no kind',
          path: ['kind'],
        }),
    )
    .max(6)
    .default([]),
  conditions: z.array(RuleCondition).max(10).default([]),
  why: Text,
  /** What somebody should know beside it, such as a number that is no partner of a municipality. */
  note: Text.optional(),
})
export type Rule = z.infer<typeof Rule>
export type RuleWritten = z.input<typeof Rule>

export const RuleFile = z.strictObject({
  name: Text,
  rules: z.array(Rule).min(1).max(200),
})

/** A region: what is different there. `within`: the regions that it lies in, whose rules hold too. */
export const RegionFile = z.strictObject({
  id: RegionId,
  name: Text,
  aliases: z.array(z.string().min(2).max(60)).max(20),
  within: z.array(RegionId).max(4).default([]),
  rules: z.array(Rule).max(40),
  /** Who it is there, where a kind has a name of its own. */
  names: z.partialRecord(PartnerKind, z.strictObject({ name: Text, phone: Phone.optional() })).optional(),
})
export type RegionFile = z.infer<typeof RegionFile>

/** What is known of a kind of partner everywhere (C4). `verified`: when somebody looked whether it is still so. */
export const PartnerSheet = z.strictObject({
  kind: RouteKind,
  name: Text,
  /** For whoever does not know the words of the trade; left out: as the name. */
  plainly: Text.optional(),
  phone: Phone.optional(),
  hours: Text.optional(),
  site: z.url().max(200).optional(),
  aliases: z.array(z.string().min(2).max(60)).max(20),
  /** Takes its place where a municipality has not configured it. */
  standsIn: PartnerKind.optional(),
  verified: Day,
})
export type PartnerSheet = z.infer<typeof PartnerSheet>

/** What a municipality says of it: where it lies, what it does otherwise, and which rules it left out. */
export const Routing = z.strictObject({
  region: RegionId.optional(),
  rules: z.array(Rule).max(100).optional(),
  off: z.array(RuleId).max(100).optional(),
})
export type Routing = z.infer<typeof Routing>
