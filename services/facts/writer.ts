/** The writer is never a fact (A063): a name that is signed with, a number or an address of their own. */
import { type Reading, read } from '../privacy/identifying/reading.ts'
import { isOwn } from '../privacy/identifying/whose.ts'
import type { Fact as Read } from '../understanding/reading.ts'
import { nameWords } from './same.ts'

const BEFORE = 60

/** Stands before the writer's own name. */
const I_AM =
  /(?:(?<!\p{L})(?:mijn (?:naam|voornaam|achternaam) (?:is|:)|mijn naam:|ik (?:heet|ben)|my name is|my name:|i am|i'm|im called|hier spreekt|je spreekt met|u spreekt met|ondergetekende,?|afzender:?|naam melder:?|gemeld door:?)|(?:^|\n|[.!?,;]\s{0,2})(?:met (?:vriendelijke |hartelijke )?groet(?:en)?|(?:vriendelijke |hartelijke )?groet(?:en|jes)?|mvg|grtz?|gr|hgr|kind regards|best regards|regards|best wishes|cheers|thanks|bedankt|dankjewel)[\s,.!-]{1,6}(?:van |from )?)\s{0,3}$/u
/** Stands before where the writer lives or works. */
const MINE =
  /(?<!\p{L})(?:ik (?:woon|werk)(?: zelf| nu| al)?(?: op| aan| in| bij| voor| te)?(?: de| het)?|mijn (?:eigen )?(?:adres|huis|werk|werkgever|kenteken|auto|bus|rekening|rekeningnummer|iban)(?: is| :|:)?|i (?:live|work)(?: at| in| on| for)?|my (?:own )?(?:address|house|employer|work|car|plate|account)(?: is| :|:)?)\s{0,3}$/u

const OWN_KINDS: ReadonlySet<string> = new Set(['telephone', 'mail', 'iban', 'plate'])

function isOfWriter(reading: Reading, { kind, at }: Read): boolean {
  const from = reading.flatAt(at.from)
  const before = reading.flat.slice(Math.max(0, from - BEFORE), from)
  if (kind === 'person') return I_AM.test(before)
  if (OWN_KINDS.has(kind) && isOwn(reading, from, reading.flatAt(at.to))) return true
  return kind !== 'time' && MINE.test(before)
}

/**
 * What was read, without what is of whoever wrote it; their name goes wherever else it stands. `readers`: names of the people
 * of the reporting point, who are greeted and are no subject of their own inbox.
 */
export function withoutWriter(
  texts: readonly string[],
  found: readonly Read[],
  readers: readonly string[],
): Read[] {
  const readings = texts.map((text) => read(text))
  const own = found.filter((each) => {
    const reading = readings[each.at.message]
    return reading !== undefined && isOfWriter(reading, each)
  })
  const names = own.filter(({ kind }) => kind === 'person').map(({ value }) => new Set(nameWords(value)))
  const reading = readers.map((name) => nameWords(name).join(' ')).filter((name) => name.includes(' '))
  const isTheirs = ({ kind, value }: Read): boolean => {
    if (kind !== 'person') return false
    const words = nameWords(value)
    return names.some((name) => words.every((word) => name.has(word))) || reading.includes(words.join(' '))
  }
  return found.filter((each) => !own.includes(each) && !isTheirs(each))
}
