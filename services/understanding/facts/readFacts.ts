/**
 * Facts with their place in the text: what can be looked up or looked for (A062, A063). What is surest by its form goes
 * first, and nothing is two things: a number of a plate is no number of a house.
 */
import { flatten } from '../../privacy/flatten.ts'
import type { About, Fact } from '../reading.ts'
import { addressFacts } from './addresses.ts'
import { birthFacts } from './births.ts'
import { companyFacts, ibanFacts, mailFacts, phoneFacts } from './numbers.ts'
import { organisationFacts } from './organisations.ts'
import { type Found, type Page, pageOf, tokenAt } from './page.ts'
import { personFacts } from './persons.ts'
import { plateFacts } from './plates.ts'
import { timeFacts } from './times.ts'

/** More than anybody looks at, in one message. */
const MOST_FACTS = 2_000

/**
 * Every fact of the messages, in the order in which they stand there; the name of the municipality itself is none. Time
 * grows with their length.
 */
export function readFacts(messages: readonly string[], about: About = {}): readonly Fact[] {
  const place = new Set(wordsIn(about.municipality ?? ''))
  const isPlace = ({ kind, value }: Found): boolean =>
    place.size > 0 &&
    (kind === 'person' || kind === 'organisation') &&
    wordsIn(value).every((word) => place.has(word))
  return messages.flatMap((text, message) => {
    const page = pageOf(text)
    return factsOf(page)
      .filter((found) => !isPlace(found))
      .map(({ kind, value, from, to, sure, role }): Fact => {
        const span = { from: page.starts[from] ?? 0, to: page.starts[to] ?? text.length }
        const at = { message, ...span, words: text.slice(span.from, span.to) }
        return { kind, value, at, sure, ...(role === undefined ? {} : { role }) }
      })
  })
}

/** As far as it is nothing else: the name of a firm ends where its address begins. */
function shortened(page: Page, found: Found, taken: (from: number, to: number) => boolean): Found {
  if (!taken(found.from, found.to)) return found
  const first = tokenAt(page, found.from)
  let to = found.from
  for (let at = first; at < page.tokens.length; at += 1) {
    const token = page.tokens[at]
    if (!token || token.to > found.to || taken(token.from, token.to)) break
    to = token.to
  }
  // A word for what it is, alone, is no name.
  const words = page.flat.slice(found.from, to)
  return words.includes(' ') ? { ...found, to, value: words } : { ...found, to: found.from }
}

const wordsIn = (text: string): string[] => flatten(text).flat.match(/\p{L}+/gu) ?? []

function factsOf(page: Page): Found[] {
  const cover = new Uint8Array(page.flat.length)
  const taken = (from: number, to: number): boolean => {
    for (let at = from; at < to; at += 1) if (cover[at] === 1) return true
    return false
  }
  const kept: Found[] = []
  const keep = (found: readonly Found[]): void => {
    for (const each of found) {
      if (each.to <= each.from || taken(each.from, each.to)) continue
      cover.fill(1, each.from, each.to)
      kept.push(each)
    }
  }
  keep(ibanFacts(page))
  keep(mailFacts(page))
  keep(companyFacts(page))
  keep(phoneFacts(page))
  keep(birthFacts(page))
  keep(plateFacts(page))
  keep(addressFacts(page))
  keep(organisationFacts(page).map((found) => shortened(page, found, taken)))
  keep(personFacts(page, taken))
  keep(timeFacts(page))
  return kept.sort((a, b) => a.from - b.from).slice(0, MOST_FACTS)
}
