/**
 * A fact as an officer typed it: each field is read by the same readers that read the words of a signal (libphonenumber-js,
 * ibantools and the forms of plates, postcodes and dates), so that what is typed and what is read are one.
 */
import { DateTime } from 'luxon'
import { marksIn } from '../privacy/bsn/marks.ts'
import type { CheckedField, FactField } from '../signal/command.ts'
import type { FactKind } from '../signal/deeds/factData.ts'
import type { FactKind as ReadKind } from '../understanding/reading.ts'
import { understand } from '../understanding/understand.ts'
import type { Day } from '../words.ts'
import type { FactDetails, PersonFact, PersonRole } from './fact.ts'

/** The fields of every kind; which of them count depends on the kind. */
export type TypedFact = {
  name?: string | undefined
  givenName?: string | undefined
  surname?: string | undefined
  birth?: string | undefined
  age?: string | undefined
  described?: string | undefined
  roleList: readonly PersonRole[]
  kvk?: string | undefined
  street?: string | undefined
  number?: string | undefined
  addition?: string | undefined
  postcode?: string | undefined
  city?: string | undefined
  value?: string | undefined
}
type Wrong = { refused: 'needs'; field: FactField } | { refused: 'invalid'; field: CheckedField }

const MOST = 400
const tidy = (text: string | undefined): string | undefined => {
  const one = text?.replace(/\s+/gu, ' ').trim().slice(0, MOST)
  return one === '' ? undefined : one
}
const invalid = (field: CheckedField): Wrong => ({ refused: 'invalid', field })
/** Only what is there. */
const filled = <T extends Record<string, unknown>>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>
  }

/** The details of a fact of this kind; or what is missing in it, or can be no such thing. `today`: nobody is born after it. */
export function detailsTyped(kind: FactKind, typed: TypedFact, today: Day): FactDetails | Wrong {
  const fields = ['name', 'described', 'street', 'number', 'addition', 'city', 'birth', 'age'] as const
  // What stands in the place of a BSN is no name of anything.
  const marked = fields.find((field) => marksIn(typed[field] ?? '').length > 0)
  if (marked) return invalid(marked)
  if ([typed.givenName, typed.surname].some((text) => marksIn(text ?? '').length > 0)) return invalid('name')
  switch (kind) {
    case 'person':
      return personTyped(typed, today)
    case 'organisation': {
      const name = tidy(typed.name)
      const number = tidy(typed.kvk)
      const kvk = number === undefined ? undefined : readAs('companyNumber', 'kvk', number)
      if (number !== undefined && kvk === undefined) return invalid('kvk')
      if (name === undefined && kvk === undefined) return { refused: 'needs', field: 'name' }
      return { kind, ...filled({ name, kvk }) }
    }
    case 'address':
      return addressTyped(typed)
    case 'vehicle':
      return valueTyped(kind, 'plate', typed.value, 'kenteken', 'plate')
    case 'telephone':
      return valueTyped(kind, 'telephone', typed.value, 'telefoon', 'telephone')
    case 'account':
      return valueTyped(kind, 'account', typed.value, 'iban', 'iban')
    case 'mail':
      return valueTyped(kind, 'mail', typed.value, 'mail', 'mail')
    case 'time': {
      const value = tidy(typed.value)
      if (value === undefined) return { refused: 'needs', field: 'time' }
      return marksIn(value).length > 0 ? invalid('time') : { kind, value }
    }
    default:
      return kind satisfies never
  }
}

/** The value in its one form, where all that was typed is such a thing; `word` stands before it as it would in a sentence. */
function readAs(kind: ReadKind, word: string, typed: string): string | undefined {
  const text = `${word} ${typed}`
  const found = understand([text]).facts.find(
    (fact) => fact.kind === kind && fact.sure !== 'doubt' && fact.at.to >= text.length,
  )
  return found && found.at.from <= word.length + 1 ? found.value : undefined
}

function valueTyped(
  kind: 'vehicle' | 'telephone' | 'account' | 'mail',
  field: 'plate' | 'telephone' | 'account' | 'mail',
  typed: string | undefined,
  word: string,
  as: ReadKind,
): FactDetails | Wrong {
  const written = tidy(typed)
  if (written === undefined) return { refused: 'needs', field }
  const value = readAs(as, word, written)
  return value === undefined ? invalid(field) : { kind, value }
}

type Person = Omit<ReturnType<typeof PersonFact.parse>, 'safeContact'>

function personTyped(typed: TypedFact, today: Day): Person | Wrong {
  const [name, givenName, surname, described] = [
    typed.name,
    typed.givenName,
    typed.surname,
    typed.described,
  ].map(tidy)
  const written = tidy(typed.birth)
  const born = written === undefined ? {} : birthTyped(written, today)
  if (born === undefined) return invalid('birth')
  const years = tidy(typed.age)
  const age = years === undefined ? undefined : /^\d{1,3}$/.test(years) ? Number(years) : Number.NaN
  if (age !== undefined && !(age <= 130)) return invalid('age')
  const person = filled({ name, givenName, surname, described, age })
  // A person without a name is one as long as something is said of them.
  if (Object.keys({ ...person, ...born }).length === 0) return { refused: 'needs', field: 'name' }
  return { kind: 'person', ...person, ...born, roles: [...new Set(typed.roleList)] }
}

/** "12-3-2008", "2008-03-12", "2008": a day or a year that was. */
function birthTyped(written: string, today: Day): Pick<Person, 'birthDate' | 'birthYear'> | undefined {
  if (/^\d{4}$/.test(written)) {
    const year = Number(written)
    return year >= 1880 && year <= Number(today.slice(0, 4)) ? { birthYear: year } : undefined
  }
  const dutch = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(written)
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written)
  const [year, month, day] = dutch
    ? [dutch[3], dutch[2], dutch[1]].map(Number)
    : (iso?.slice(1).map(Number) ?? [])
  const date = DateTime.fromObject({ year: year ?? 0, month: month ?? 0, day: day ?? 0 })
  const birthDate = date.isValid && year ? date.toISODate() : null
  return birthDate !== null && year && year >= 1880 && birthDate <= today ? { birthDate } : undefined
}

/** Two letters that no postcode has. */
const NO_LETTERS = /^S[ADS]$/

function addressTyped(typed: TypedFact): FactDetails | Wrong {
  const [street, addition, city] = [typed.street, typed.addition, typed.city].map(tidy)
  const number = tidy(typed.number)
  const written = tidy(typed.postcode)
  const found = /^([1-9]\d{3}) ?([A-Z]{2})$/.exec(written?.toUpperCase() ?? '')
  const letters = found?.[2] ?? ''
  if (written !== undefined && (!found || NO_LETTERS.test(letters))) return invalid('postcode')
  if (number !== undefined && !/^[1-9]\d{0,4}(?:[ -]?[\p{L}\d][\p{L}\d -]{0,11})?$/u.test(number))
    return invalid('number')
  const postcode = found ? `${found[1]}${letters}` : undefined
  if (street === undefined && postcode === undefined) return { refused: 'needs', field: 'street' }
  return { kind: 'address', ...filled({ street, number, addition, postcode, city }) }
}
