/**
 * An existing register that a municipality takes over, so that signals are recognised in it (A063): asked for by one person,
 * confirmed by a second, on a basis that is written down, and gone at a day that is set when it comes in (I.9). Its lines
 * are no signals: nobody works on them, and nothing is decided on them.
 *
 * Two kinds of documents: what is known of the whole (`import`), and its lines, some in each (`imported`). Whether a line
 * counts is said by the first alone, so one save lets all of them in, and one takes all of them out.
 */
import { z } from 'zod'
import type { Entry } from '../matching/entry.ts'
import type { DocumentKey, Op } from '../store/port.ts'
import { Day, Instant, type MunicipalityId, OfficerId } from '../words.ts'

export const ImportId = z.uuid().brand<'ImportId'>()
export type ImportId = z.infer<typeof ImportId>

/** Somebody of the configuration. Somebody who is no officer has only the name that stands there. */
export const ImportPerson = z.discriminatedUnion('role', [
  z.object({ role: z.enum(['officer', 'deputy', 'head']), id: OfficerId }),
  z.object({ role: z.enum(['integrity', 'privacy']), name: z.string().min(1).max(120) }),
])
export type ImportPerson = z.infer<typeof ImportPerson>

/** What was agreed on, the same from the plan until the end. */
export const ImportTerms = z.object({
  by: ImportPerson,
  second: ImportPerson,
  /** On which ground it may be taken over and compared (AVG 6), in the words of the person that asks for it. */
  basis: z.string().min(1).max(2_000),
  purpose: z.literal('recognise'),
  /** SHA-256 of the file, in hexadecimal. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  /** How many lines are taken over. */
  lines: z.number().int().min(0),
  /** The last day on which anything is recognised in it. */
  until: Day,
})
export type ImportTerms = z.infer<typeof ImportTerms>

/**
 * `writing`: its lines are being kept. `planned`: they are, and wait for the second person. `confirmed`: it counts, and the
 * index may lack some of it still. `built`: the index has all of it. `leaving`: it counts no more, and is being taken out.
 */
const State = z.discriminatedUnion('is', [
  z.object({ is: z.literal('writing') }),
  /** `code`: keyed hash of what the first person was shown. `tries`: how often another one was given. */
  z.object({ is: z.literal('planned'), code: z.string(), tries: z.number().int().min(0), lapses: Instant }),
  /** `code`: the same one goes on with what broke off. */
  z.object({ is: z.literal('confirmed'), code: z.string(), since: Instant }),
  z.object({ is: z.literal('built'), code: z.string(), since: Instant }),
  z.object({ is: z.literal('leaving'), why: z.enum(['removed', 'ended', 'lapsed']), since: Instant }),
])
export type ImportState = z.infer<typeof State>

export const ImportedRegister = z.object({
  schema: z.literal(1),
  id: ImportId,
  at: Instant,
  terms: ImportTerms,
  state: State,
})
export type ImportedRegister = z.infer<typeof ImportedRegister>

const Words = z.array(z.string()).readonly()
const Kept = z.object({
  persons: z
    .array(
      z.object({
        name: z.string().optional(),
        givenName: z.string().optional(),
        surname: z.string().optional(),
        birthDate: z.string().optional(),
        birthYear: z.number().optional(),
      }),
    )
    .readonly(),
  organisations: z.array(z.object({ name: z.string().optional(), kvk: z.string().optional() })).readonly(),
  addresses: z
    .array(
      z.object({
        street: z.string().optional(),
        number: z.string().optional(),
        addition: z.string().optional(),
        postcode: z.string().optional(),
        city: z.string().optional(),
      }),
    )
    .readonly(),
  phones: Words,
  ibans: Words,
  plates: Words,
  emails: Words,
})

/** A line as it is kept. The id that it had elsewhere is not: it may be a citizen service number. */
export const KeptLine = z.object({
  /** Its number in the file, from 1. */
  line: z.number().int().min(1),
  /** Keyed hash of the whole line, with that id: a line that is in already is known by it. */
  mark: z.string(),
  of: Kept,
})
export type KeptLine = z.infer<typeof KeptLine>

export const KeptLines = z.object({ schema: z.literal(1), lines: z.array(KeptLine).max(100) })

/** As many lines stand in one document. */
export const LINES_IN_PART = 100

/** What every id of an imported line begins with; no id of a signal does. */
const PREFIX = 'imported:'

/** Which line of which document of which register. Sorts in their order, and after the id of every signal. */
export type LinePlace = { register: ImportId; part: number; at: number }

const padded = (number: number, digits: number): string => String(number).padStart(digits, '0')

export const lineIdOf = ({ register, part, at }: LinePlace): string =>
  `${PREFIX}${register}:${padded(part, 6)}:${padded(at, 2)}`

const LINE_ID = /^imported:([0-9a-f-]{36}):(\d{6}):(\d{2})$/

/** Where the line with this id stands; undefined when it is the id of something else. */
export function linePlaceOf(id: string): LinePlace | undefined {
  const [, register, part, at] = LINE_ID.exec(id) ?? []
  const known = ImportId.safeParse(register)
  return known.success ? { register: known.data, part: Number(part), at: Number(at) } : undefined
}

/** Is this the id of a line of a register that was taken over? */
export const isImportedId = (id: string): boolean => id.startsWith(PREFIX)

export const registerKey = (municipality: MunicipalityId, id: string): DocumentKey => ({
  municipality,
  kind: 'import',
  id,
})
const partPrefix = (register: ImportId): string => `${register}.`
export const partIdOf = (register: ImportId, part: number): string =>
  `${partPrefix(register)}${padded(part, 6)}`
export const isPartOf = (register: ImportId, id: string): boolean => id.startsWith(partPrefix(register))
export const partKey = (municipality: MunicipalityId, id: string): DocumentKey => ({
  municipality,
  kind: 'imported',
  id,
})

/** The op that keeps a register, over what was read with this etag. `dueAt`: when something has to be done with it. */
export function registerOp(
  municipality: MunicipalityId,
  body: ImportedRegister,
  dueAt: Instant,
  etag?: string,
): Op {
  const document = { ...registerKey(municipality, body.id), body, open: false, dueAt }
  return etag ? { op: 'replace', document, etag } : { op: 'create', document }
}

export const partOp = (
  municipality: MunicipalityId,
  register: ImportId,
  part: number,
  lines: readonly KeptLine[],
): Op => ({
  op: 'create',
  document: {
    ...partKey(municipality, partIdOf(register, part)),
    body: { schema: 1, lines },
    open: false,
    dueAt: null,
  },
})

/** A line as it is compared. */
export const entryOfLine = (place: LinePlace, { of }: KeptLine): Entry => ({ id: lineIdOf(place), ...of })

/** Does a register in this state count? */
export const counts = ({ is }: ImportState): boolean => is === 'confirmed' || is === 'built'
