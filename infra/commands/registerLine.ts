/**
 * A line of a register, read into what is compared (`npm run match`). What has no shape is refused with the line and the
 * field. What has one and cannot be right (a day that no calendar has, a plate of no country) is compared as it stands, for
 * registers hold typing errors and those are what this is for; it is said.
 */
import { z } from 'zod'
import type { Entry } from '../../services/matching/entry.ts'
import { account } from '../../services/matching/values/account.ts'
import { companyNumber } from '../../services/matching/values/companyNumber.ts'
import { mail } from '../../services/matching/values/mail.ts'
import { plate } from '../../services/matching/values/plate.ts'
import { telephone } from '../../services/matching/values/telephone.ts'

/** A text; a number is taken as its digits, an empty text or null is nothing. */
const Text = z
  .union([z.string().max(400), z.number()])
  .nullish()
  .transform((value) => {
    const text = value === null || value === undefined ? '' : String(value).trim()
    return text === '' ? undefined : text
  })
const Texts = z
  .array(Text)
  .max(1_000)
  .nullish()
  .transform((values) => (values ?? []).flatMap((value) => value ?? []))

const POSTCODE = /^\d{4}(?: ?[A-Za-z]{2})?$|^(?=.*\d)[A-Za-z\d][A-Za-z\d -]{3,8}[A-Za-z\d]$/
/** A whole date, or as much of it as is known: a year, a year and a month. */
const DATE = /^\d{4}(?:-\d{2}){0,2}$/
const BirthDate = Text.refine(
  (date) => date === undefined || DATE.test(date),
  'is no date of the form YYYY-MM-DD, YYYY-MM or YYYY',
)

const PersonLine = z.looseObject({
  name: Text,
  givenName: Text,
  surname: Text,
  birthDate: BirthDate,
  birthYear: z.number().int().min(1000).max(9999).nullish(),
})
const OrganisationLine = z.looseObject({ name: Text, kvk: Text })
const AddressLine = z.looseObject({ street: Text, number: Text, addition: Text, postcode: Text, city: Text })

const list = <T extends z.ZodType>(of: T) =>
  z
    .array(of)
    .max(1_000)
    .nullish()
    .transform((values) => values ?? [])

const Line = z.looseObject({
  id: z.union([z.string().min(1).max(200), z.number()]).transform(String),
  persons: list(PersonLine),
  organisations: list(OrganisationLine),
  addresses: list(AddressLine),
  phones: Texts,
  ibans: Texts,
  plates: Texts,
  emails: Texts,
})
type Line = z.infer<typeof Line>

/** `notes`: of each what is odd, with its field; compared all the same, or left out where the note says so. */
export type ReadLine =
  | { ok: true; entry: Entry; notes: readonly string[] }
  | { ok: false; field: string; why: string }

const LISTED = ['persons', 'organisations', 'addresses'] as const
const SHAPES = {
  line: Object.keys(Line.shape),
  persons: Object.keys(PersonLine.shape),
  organisations: Object.keys(OrganisationLine.shape),
  addresses: Object.keys(AddressLine.shape),
}

/** A field as a reader finds it: persons[0].birthDate. */
const pathOf = (path: readonly PropertyKey[]): string =>
  path
    .map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at > 0 ? '.' : ''}${String(part)}`))
    .join('')

/** An object with only the fields that are there. */
function filled<T extends object>(from: T, fields: readonly string[]): Partial<T> {
  const held = Object.entries(from).filter(
    ([field, value]) => fields.includes(field) && value !== undefined && value !== null,
  )
  // Fields of the object itself, some of them left out.
  return Object.fromEntries(held) as Partial<T>
}

/** Can this be a date? Of one that is known in part: can what is known be? A part of zeros is not known. */
function isDay(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  if (year === 0 || month > 12 || day > 31) return false
  return month === 0 || day === 0 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function notesOf(line: Line): string[] {
  const notes = Object.keys(line)
    .filter((field) => !SHAPES.line.includes(field))
    .map((field) => `${field}: is not known, and was left out`)
  for (const of of LISTED) {
    for (const [at, item] of line[of].entries()) {
      const here = `${of}[${at}]`
      const unknown = Object.keys(item).filter((field) => !SHAPES[of].includes(field))
      notes.push(...unknown.map((field) => `${here}.${field}: is not known, and was left out`))
      const said = Object.keys(filled(item, SHAPES[of]))
      if (said.length === 0) notes.push(`${here}: says nothing, and was left out`)
    }
  }
  for (const [at, person] of line.persons.entries()) {
    const here = `persons[${at}]`
    if (person.birthDate && !isDay(person.birthDate))
      notes.push(`${here}.birthDate: ${person.birthDate} is no day of a calendar; compared as it stands`)
    const said = Object.keys(filled(person, SHAPES.persons))
    if (said.length > 0 && !person.name && !person.givenName && !person.surname)
      notes.push(`${here}: has no name; the rest is compared`)
  }
  return [...notes, ...valueNotes(line)]
}

/** Numbers that cannot be read agree with nothing: said, so that whoever typed them can mend them. */
function valueNotes(line: Line): string[] {
  const notes: string[] = []
  const lists = [
    ['phones', telephone],
    ['ibans', account],
    ['plates', plate],
    ['emails', mail],
  ] as const
  for (const [field, read] of lists)
    for (const [at, value] of line[field].entries())
      if (!read(value).ok) notes.push(`${field}[${at}]: cannot be one, and is not compared`)
  for (const [at, { kvk }] of line.organisations.entries())
    if (kvk && !companyNumber(kvk).ok)
      notes.push(`organisations[${at}].kvk: cannot be one, and is not compared`)
  // Of abroad there are postcodes of four digits and others; a Dutch one with a part missing is a mistake.
  for (const [at, address] of line.addresses.entries())
    if (address.postcode && !POSTCODE.test(address.postcode))
      notes.push(`addresses[${at}].postcode: is none; the rest of the address is compared`)
  return notes
}

function entryOf(line: Line): Entry {
  const full = <T extends object>(items: readonly T[], fields: readonly string[]) =>
    items.map((item) => filled(item, fields)).filter((item) => Object.keys(item).length > 0)
  // `filled` leaves out what is empty; what remains has the kinds that were read.
  return {
    id: line.id,
    persons: full(line.persons, SHAPES.persons) as Entry['persons'],
    organisations: full(line.organisations, SHAPES.organisations) as Entry['organisations'],
    addresses: full(line.addresses, SHAPES.addresses) as Entry['addresses'],
    phones: line.phones,
    ibans: line.ibans,
    plates: line.plates,
    emails: line.emails,
  }
}

/** Reads one line. Never throws; never repeats more of the line than a field that is wrong. */
export function readRegisterLine(text: string): ReadLine {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, field: 'line', why: 'is no JSON' }
  }
  const read = Line.safeParse(value)
  if (read.success) return { ok: true, entry: entryOf(read.data), notes: notesOf(read.data) }
  const issue = read.error.issues[0]
  return { ok: false, field: pathOf(issue?.path ?? []) || 'line', why: issue?.message ?? 'is not right' }
}
