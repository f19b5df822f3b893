/**
 * The facts of a signal (A062): who, which organisation, where, which vehicle, with the words they stand on. They are read
 * as proposals; an officer confirms, corrects or refutes each of them (AVG 5(1)(d)). A fact is never a verdict.
 */
import { z } from 'zod'
import { AGREEMENTS, MATCH_FIELDS, STRENGTHS } from '../matching/match.ts'
import { Day, Instant, OfficerId, Reference, SignalId } from '../words.ts'

/** Whether it is right, as far as known. What was refuted is kept to be told of, and is looked up by nobody. */
export const FactStanding = z.enum(['unverified', 'confirmed', 'refuted'])
export type FactStanding = z.infer<typeof FactStanding>

/** A037: what a person may be in it. Several may hold; nothing chosen says nothing, there is no default. */
export const PersonRole = z.enum(['possibleVictim', 'possibleExploiter', 'witness', 'other', 'unknown'])
export type PersonRole = z.infer<typeof PersonRole>

/** How it came to be known. */
export const HowKnown = z.enum(['observed', 'heard', 'document', 'unknown'])
export type HowKnown = z.infer<typeof HowKnown>

const Short = z.string().max(400)
const Line = z.string().max(2_000)

/** How a possible victim can be reached without harm; goes along with every hand-over (C6). */
export const SafeContact = z.object({
  how: Line.optional(),
  howNot: Line.optional(),
  mustNotKnow: Line.optional(),
})
export type SafeContact = z.infer<typeof SafeContact>

export const PersonFact = z.object({
  kind: z.literal('person'),
  name: Short.optional(),
  givenName: Short.optional(),
  surname: Short.optional(),
  /** yyyy-mm-dd, parts that are not known 00. */
  birthDate: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  birthYear: z.number().int().min(1880).max(2200).optional(),
  /** Whole years, on the day of the signal. */
  age: z.number().int().min(0).max(130).optional(),
  /** As it was told where there is no name: "the boss", "a girl". */
  described: Short.optional(),
  roles: z.array(PersonRole).max(5),
  safeContact: SafeContact.optional(),
})
export const OrganisationFact = z.object({
  kind: z.literal('organisation'),
  name: Short.optional(),
  kvk: Short.optional(),
})
export const AddressFact = z.object({
  kind: z.literal('address'),
  street: Short.optional(),
  number: Short.optional(),
  addition: Short.optional(),
  postcode: Short.optional(),
  city: Short.optional(),
})
/** What is one value: a plate, a number, an account, a mail address, a moment as it was told. */
export const ValueFact = z.object({
  kind: z.enum(['vehicle', 'telephone', 'account', 'mail', 'time']),
  value: Short,
})
export const FactDetails = z.discriminatedUnion('kind', [
  PersonFact,
  OrganisationFact,
  AddressFact,
  ValueFact,
])
export type FactDetails = z.infer<typeof FactDetails>
/** The parts of a name, and of an address. */
export type PersonParts = Pick<z.infer<typeof PersonFact>, 'name' | 'givenName' | 'surname'>
export type AddressParts = Omit<z.infer<typeof AddressFact>, 'kind'>

/** The words it stands on: which passage of the record (`passagesOf`), and what was written there. */
export const FactPassage = z.object({ passage: z.string().max(80), words: Short })
export type FactPassage = z.infer<typeof FactPassage>

export const Fact = z.object({
  id: z.uuid(),
  at: Instant,
  /** `reading`: proposed from the words. */
  by: z.union([OfficerId, z.literal('reading')]),
  details: FactDetails,
  passage: FactPassage.optional(),
  how: HowKnown,
  /** When it was so, as far as known. */
  on: Day.optional(),
  standing: FactStanding,
  /** Who looked at it last, and when. Not there: nobody did yet. */
  checked: z.object({ at: Instant, by: OfficerId }).optional(),
  /** What it said before it was corrected. */
  before: z
    .array(z.object({ at: Instant, by: OfficerId, details: FactDetails }))
    .max(20)
    .optional(),
  /** Why it was refuted. */
  why: Line.optional(),
  /** Its words do not stand in this signal any more: they went to another one. It stays as an officer left it. */
  lost: z.literal(true).optional(),
})
export type Fact = z.infer<typeof Fact>

/** More than this on one signal is not proposed, nor added: nobody looks through more (it is said when there are more). */
export const MOST_FACTS = 500

/** Did an officer look at it, or write it? Then it stays as they left it, whatever becomes of the words. */
export const isTouched = ({ by, checked }: Pick<Fact, 'by' | 'checked'>): boolean =>
  by !== 'reading' || checked !== undefined

/**
 * An earlier or later signal that may be about the same, as it was found; what a person made of it. Never a value of the
 * other signal: that goes when its signal goes, and is read from there when it is shown.
 */
export const KnownMatch = z.object({
  signal: SignalId,
  reference: Reference,
  strength: z.enum(STRENGTHS),
  score: z.number(),
  reasons: z
    .array(
      z.object({
        field: z.enum(MATCH_FIELDS),
        agrees: z.enum(AGREEMENTS),
        bits: z.number(),
      }),
    )
    .max(40),
  /** The day, as the moment at which it began: a moment would say when somebody wrote. */
  foundAt: Instant,
  /** Somebody still has to do something with the other one. */
  open: z.boolean().optional(),
  /** Both came in within a day. */
  near: z.boolean().optional(),
  /** A person said that it is somebody else. */
  other: z.object({ at: Instant, by: OfficerId }).optional(),
})
export type KnownMatch = z.infer<typeof KnownMatch>

/** A line of a register that was taken over and may be about the same: which one, and no value of it. */
export const KnownLine = z.object({
  id: z.string().min(1).max(120),
  strength: z.enum(STRENGTHS),
})
export type KnownLine = z.infer<typeof KnownLine>

/** What was found beside a signal, when it was looked up last. */
export const Known = z.object({
  at: Instant,
  /** What was looked up (`stepOf`); another than what stands there now, or none: it has still to be looked up. */
  of: z.string().max(40).optional(),
  matches: z.array(KnownMatch),
  /** Lines of registers that were taken over, the strongest first. */
  lines: z.array(KnownLine).max(10).optional(),
  /** The facts that so many signals have that they say nothing. */
  common: z.array(z.uuid()).max(40).optional(),
})
export type Known = z.infer<typeof Known>
