/**
 * What is invented, by its form: the municipality of the example and of local mode, numbers that are given out to nobody,
 * mail under a name that is reserved for examples. Real signals never go to people who do not exist.
 */
import type { Municipality } from './municipality.ts'

const EXAMPLE = /^voorbeeldstad$/i
/** No subscriber has one of these. */
const PHONE = /^(?:\+?31|0)880{3}\d{4}$/
/** RFC 2606: nobody can have a domain under it. */
const RESERVED = /(?:^|[@./])[\w-]{1,63}\.example(?:[/:?#]|$)/i

const isInvented = (key: string, value: string): boolean => {
  if (key === 'id' || key === 'name') return EXAMPLE.test(value.trim())
  if (/phone|oncall/i.test(key)) return PHONE.test(value.replace(/[^\d+]/g, ''))
  return /mail|mailbox|url/i.test(key) && RESERVED.test(value)
}

/** Walks along what was parsed, so along a bounded number of values. */
function inventedIn(it: unknown, path: string, key: string): string[] {
  if (typeof it === 'string') return isInvented(key, it) ? [path] : []
  if (typeof it !== 'object' || it === null) return []
  return Object.entries(it).flatMap(([name, value]) => inventedIn(value, `${path}.${name}`, name))
}

/** Each setting in which something is invented. Never its value. */
export const fictionalIn = (municipalities: readonly Municipality[]): string[] =>
  municipalities.flatMap((municipality, at) =>
    inventedIn(municipality, `municipalities.${at}`, '').map(
      (path) => `${path}: is invented, as in the example: fill in what is real here`,
    ),
  )
