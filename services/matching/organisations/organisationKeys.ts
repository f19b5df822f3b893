/** What an organisation is found by: its telling words, pairs of common ones, the name in one piece, its first letters. */
import { soundOf } from '../addresses/street.ts'
import { readNames } from './compareOrganisations.ts'
import type { ReadOrganisation } from './readOrganisation.ts'

export const MOST_ORGANISATION_KEYS = 10
const MOST_WORDS = 2
const SHORTEST = 3
const HEAD = 4
const TAIL = 4
const END = 2
const LONGEST = 40

/** The keys of a name as it was written; at most ten, each "org:…". */
export function organisationKeys(written: string): readonly string[] {
  const names = readNames(written)
  const each = names.map((name) => keysOfName(name))
  // Of two names each gets its turn, so that neither takes all the room.
  const most = Math.max(0, ...each.map((keys) => keys.length))
  const inTurn = Array.from({ length: most }, (_, at) => each.flatMap((keys) => keys[at] ?? [])).flat()
  return [...new Set(inTurn)].slice(0, MOST_ORGANISATION_KEYS)
}

function keysOfName({ words, joined, acronym }: ReadOrganisation): string[] {
  const rarest = [...words].sort((a, b) => b.bits - a.bits || (a.word < b.word ? -1 : 1))
  const telling = rarest.filter((word) => word.telling && word.word.length >= SHORTEST).slice(0, MOST_WORDS)
  const own = telling[0]?.word ?? joined
  const other = rarest.find(({ word }) => word !== own)?.word
  const keys = [`one:${joined.slice(0, LONGEST)}`]
  for (const { word } of telling) keys.push(`word:${word.slice(0, LONGEST)}`)
  if (own.length > HEAD) {
    // Three places that no one typing error spoils together, in a name of seven letters or more.
    keys.push(`head:${own.slice(0, HEAD)}`, `tail:${own.slice(-TAIL)}`)
    keys.push(`ends:${own.slice(0, END)}|${own.slice(-END)}`)
  }
  const sound = soundOf({ core: own })
  if (telling.length > 0 && sound.length > 2) keys.push(`sound:${sound}`)
  // With another word of the name a few letters are enough, or all of it where none of the words tells much.
  if (other !== undefined && telling.length === 0)
    keys.push(
      `pair:${[...words]
        .map(({ word }) => word)
        .sort()
        .join('|')
        .slice(0, LONGEST)}`,
    )
  else if (other !== undefined)
    keys.push(`with:${other}|${own.slice(0, END)}-`, `with:${other}|-${own.slice(-END)}`)
  if (acronym.length >= SHORTEST) keys.push(`letters:${acronym}`)
  else if (words.length === 1 && joined.length >= SHORTEST && joined.length <= 5)
    keys.push(`letters:${joined}`)
  return keys.map((key) => `org:${key}`)
}
