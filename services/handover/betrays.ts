/**
 * Words that say who reported, pointed out in what an officer wrote before it goes to a partner (I.11, C6): where somebody works
 * and what they did there, moments that only they know, and sentences taken over from the story. It only points: the officer
 * decides, save of what is taken over at length, and of a number that looks like a BSN.
 */
import { maskBsn } from '../privacy/bsn/find.ts'
import { marksIn } from '../privacy/bsn/marks.ts'
import { flatten, normalForm } from '../privacy/flatten.ts'
import { identifyingHints } from '../privacy/identifying/hints.ts'
import type { SignalRecord } from '../signal/record.ts'
import type { Language } from '../words.ts'

/** `who`: says who or where the reporter is. `moment`: only they were there. `story`: stands so in what they wrote. */
export type Betrayal = { why: 'who' | 'moment' | 'story'; words: string }

/** Who tells it, where, on what occasion: also without "my". In the small letters of `flatten`. */
const OCCASIONS =
  /(?<!\p{L})(?:(?:de |onze |een |the |our )?meld(?:st)?er(?: \p{L}{2,20}){0,2}|(?:een |de |onze |mijn |a |the |our )?collega'?s?|(?:a |the |our |my )?colleagues?|(?:aan|bij|achter) (?:de|het|onze|ons) (?:balie|loket|receptie)|(?:de )?(?:balie|loket)medewerk(?:st)?er|(?:tijdens|bij|na) (?:een|het|ons|zijn|haar|mijn) (?:huisbezoek|spreekuur|keukentafelgesprek|intake|intakegesprek|gesprek|controle|inspectie)|huisbezoek|spreekuur|keukentafelgesprek|(?:onze|zijn|haar|mijn|een|de) (?:client|cliente|klant)|(?:klantmanager|consulent|jeugdconsulent|leerplichtambtenaar|toezichthouder|handhaver|boa|wijkverpleegkundige)|at (?:the|our) (?:front )?(?:desk|counter|reception)|(?:during|on) (?:a|the|our) (?:home visit|inspection|intake|shift)|home visit|(?:our|my|a) client|the reporter|case ?worker)(?!\p{L})/gu

/** A row of so many words of the story is taken over; of so many it cannot be sent. */
const POINTED = 6
const REFUSED = 12
const MOST_POINTED = 20

const wordsOf = (text: string): string[] => normalForm(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** What people wrote in this signal: the story and what came with it. */
const writtenIn = ({ story, form, questions }: SignalRecord): string[] => [
  ...story.map(({ text }) => text),
  ...[form?.what, form?.where, form?.when, form?.who, form?.howKnown].flatMap((each) => each ?? []),
  ...questions.flatMap(({ answer }) => answer?.text ?? []),
]

/** Rows of at least so many words that stand in both, the longest of each place. `facts`: their own words count for nothing. */
export function takenOver(
  text: string,
  records: readonly SignalRecord[],
  facts: readonly string[] = [],
  least = POINTED,
): string[] {
  const rows = new Set<string>()
  for (const words of records.flatMap(writtenIn).map(wordsOf))
    for (let at = 0; at + least <= words.length; at += 1) rows.add(words.slice(at, at + least).join(' '))
  const given = facts.map((fact) => ` ${wordsOf(fact).join(' ')} `)
  const said = wordsOf(text)
  const found: string[] = []
  for (let at = 0; at + least <= said.length; at += 1) {
    if (!rows.has(said.slice(at, at + least).join(' '))) continue
    let end = at + least
    while (end < said.length && rows.has(said.slice(end - least + 1, end + 1).join(' '))) end += 1
    const row = said.slice(at, end).join(' ')
    if (!given.some((each) => each.includes(` ${row} `))) found.push(row)
    at = end - 1
  }
  return found
}

/** Is more of the story taken over than may go to anybody? */
export const isStory = (text: string, records: readonly SignalRecord[], facts: readonly string[]): boolean =>
  takenOver(text, records, facts, REFUSED).length > 0

/** Does something in it look like a BSN, or stand in the place of one? */
export const hasBsn = (text: string): boolean => marksIn(text).length > 0 || maskBsn(text).found.length > 0

/** The words in this text that may say who reported, each once. */
export function betrayals(
  text: string,
  records: readonly SignalRecord[],
  language: Language,
  facts: readonly string[] = [],
): Betrayal[] {
  const { flat } = flatten(text)
  const all: Betrayal[] = [
    ...identifyingHints(text, { names: [], language }).map(({ what, words }): Betrayal => {
      return { why: what === 'exactTime' ? 'moment' : 'who', words }
    }),
    ...[...flat.matchAll(OCCASIONS)].map(([words]): Betrayal => ({ why: 'who', words })),
    ...takenOver(text, records, facts).map((words): Betrayal => ({ why: 'story', words })),
  ]
  const seen = new Set<string>()
  return all
    .filter(({ words }) => {
      const form = normalForm(words)
      const fresh = ![...seen].some((each) => each === form || each.includes(form))
      seen.add(form)
      return fresh
    })
    .slice(0, MOST_POINTED)
}
