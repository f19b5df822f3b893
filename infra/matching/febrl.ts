/**
 * Sets of febrl (invented Australian people with errors in them, made by the Australian National University), read from a
 * file that stays where it is: `rec-12-org` is the register, each `rec-12-dup-3` a query.
 */
import { readFileSync } from 'node:fs'
import type { AddressEntry, Entry, PersonEntry } from '../../services/matching/entry.ts'
import { entryOf, type MatchingSet, type Query } from './set.ts'

/** `everything`: every row is in the register, and is a query too; otherwise the first rows are, and the doubles ask. */
export type FebrlOptions = { withoutBirth?: boolean; everything?: boolean; secondLine?: boolean }

const COLUMNS = [
  'rec_id',
  'given_name',
  'surname',
  'street_number',
  'address_1',
  'address_2',
  'suburb',
  'postcode',
  'date_of_birth',
] as const
type Row = Readonly<Record<(typeof COLUMNS)[number], string>>

const ID = /^rec-(\d{1,9})-(org|dup-\d{1,6})$/

/** The set of a file. @throws Error that names the column, or the line, that is not as it should be */
export const febrlFile = (path: string, options: FebrlOptions = {}): MatchingSet =>
  febrlSet(readFileSync(path, 'utf8'), path.split('/').at(-1) ?? path, options)

/** The set of such a text. @throws Error that names the column, or the line, that is not as it should be */
export function febrlSet(
  csv: string,
  name: string,
  { withoutBirth = false, everything = false, secondLine = false }: FebrlOptions = {},
): MatchingSet {
  const rows = rowsOf(csv)
  const entries = rows.map((row) => entryFrom(row, withoutBirth, secondLine))
  const numbers = rows.map(({ rec_id }) => ID.exec(rec_id)?.[1] ?? '')
  const isFirst = (at: number): boolean => everything || rows[at]?.rec_id.endsWith('-org') === true
  const byNumber = new Map<string, string[]>()
  rows.forEach(({ rec_id }, at) => {
    if (!isFirst(at)) return
    const number = numbers[at] ?? ''
    byNumber.set(number, [...(byNumber.get(number) ?? []), rec_id])
  })
  const queries = entries.flatMap((entry, at): Query[] => {
    if (!everything && isFirst(at)) return []
    const same = (byNumber.get(numbers[at] ?? '') ?? []).filter((id) => id !== entry.id)
    return [{ kind: same.length > 0 ? 'person' : 'stranger', entry, same, related: new Map() }]
  })
  const how = [withoutBirth && 'no births', everything && 'everything', secondLine && 'second lines']
  return {
    name: [name, ...how.filter((each) => each !== false)].join(', '),
    register: entries.filter((_, at) => isFirst(at)),
    queries,
  }
}

function rowsOf(csv: string): Row[] {
  const [header = '', ...lines] = csv.split(/\r?\n/)
  const names = header.split(',').map((cell) => cell.trim())
  const places = COLUMNS.map((column) => {
    const at = names.indexOf(column)
    if (at < 0) throw new Error(`The file has no column ${column}.`)
    return [column, at] as const
  })
  return lines.flatMap((line, at) => {
    if (line.trim() === '') return []
    const cells = line.split(',').map((cell) => cell.trim())
    const row = Object.fromEntries(places.map(([column, place]) => [column, cells[place] ?? ''])) as Row
    if (cells.length !== names.length || !ID.test(row.rec_id)) {
      throw new Error(`Line ${at + 2} of the file is no row of febrl.`)
    }
    return [row]
  })
}

/** Only what is there. */
const given = <T extends Record<string, string>>(parts: T): Partial<T> =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== '')) as Partial<T>

function entryFrom(row: Row, withoutBirth: boolean, secondLine: boolean): Entry {
  const date = /^(\d{4})(\d\d)(\d\d)$/.exec(row.date_of_birth)
  const birthDate = date && !withoutBirth ? date.slice(1).join('-') : ''
  const person: PersonEntry = given({ givenName: row.given_name, surname: row.surname, birthDate })
  const address: AddressEntry = given({
    street: row.address_1,
    number: row.street_number,
    addition: secondLine ? row.address_2 : '',
    postcode: row.postcode,
    city: row.suburb,
  })
  return entryOf(row.rec_id, { persons: [person], addresses: [address] })
}
