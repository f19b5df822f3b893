/** Names of towns in what was typed, and how they are spoken of. */
import places from '../../content/data/meaning/places.json' with { type: 'json' }
import { PlacesFile } from '../../content/meaning.ts'
import type { Passage } from '../reading.ts'
import { passageOf, type Words, wordsOf } from '../text/tokens.ts'

/** A town that was named. */
export type Named = {
  name: string
  first: number
  end: number
  /** `in`: it happens or somebody lives there; `from`: somebody comes from there; `bare`: only named. */
  how: 'in' | 'from' | 'bare'
  sentence: number
  at: Passage
}

const file = PlacesFile.parse(places)
const partsOf = (name: string): string[] => wordsOf([name]).tokens.map(({ word }) => word)
const byFirst = new Map<string, { name: string; parts: readonly string[]; alsoWord: boolean }[]>()
for (const name of file.places) {
  const parts = partsOf(name)
  const [first] = parts
  if (first === undefined) continue
  const same = byFirst.get(first) ?? []
  byFirst.set(first, [...same, { name, parts, alsoWord: file.alsoWords.includes(name) }])
}
for (const same of byFirst.values()) same.sort((one, other) => other.parts.length - one.parts.length)

const IN = new Set([
  'in',
  'te',
  'near',
  'nabij',
  'gemeente',
  'omgeving',
  'regio',
  'at',
  'municipality',
  'around',
  'bij',
  'richting',
])
const FROM = new Set(['uit', 'from', 'vanuit', 'naar', 'to', 'of', 'van'])

/** The towns that are named, the longest name first. */
export function townsIn(words: Words): Named[] {
  const found: Named[] = []
  const { tokens } = words
  for (let at = 0; at < tokens.length; at += 1) {
    const first = tokens[at]
    if (first === undefined) continue
    const town = (byFirst.get(first.word) ?? []).find(({ parts }) =>
      parts.every((part, nth) => tokens[at + nth]?.word === part),
    )
    if (town === undefined) continue
    const before = tokens[at - 1]?.sentence === first.sentence ? tokens[at - 1]?.word : undefined
    const passage = passageOf(words, at, at + town.parts.length)
    const how =
      before !== undefined && IN.has(before)
        ? 'in'
        : before !== undefined && FROM.has(before)
          ? 'from'
          : 'bare'
    // A word that is also a name counts with a capital, after a preposition.
    if (town.alsoWord && (how === 'bare' || !/^\p{Lu}/u.test(passage.words))) continue
    found.push({
      name: town.name,
      first: at,
      end: at + town.parts.length,
      how,
      sentence: first.sentence,
      at: passage,
    })
    at += town.parts.length - 1
  }
  return found
}

/** Is it the same town, however written? */
export const sameTown = (one: string, other: string): boolean =>
  partsOf(one).join(' ') === partsOf(other).join(' ')
