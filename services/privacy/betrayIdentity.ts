/** The writer's own name in every form, mail addresses, their account, telephone numbers. */
import type { Language } from '../signal/words.ts'
import { flatten } from './flatten.ts'
import { phones } from './otherNumbers.ts'
import type { Finding, Reading } from './reading.ts'

export interface About {
  readonly names: readonly string[]
  readonly account?: string | undefined
  readonly mail?: string | undefined
  readonly phones?: readonly string[] | undefined
  readonly language: Language
}

const INSTEAD = {
  nl: { name: 'een collega', mail: 'een mailadres', account: 'een account', phone: 'een telefoonnummer' },
  en: { name: 'a colleague', mail: 'a mail address', account: 'an account', phone: 'a phone number' },
} as const

/** Stand between the parts of a name, and are none. */
const BETWEEN = new Set(
  "van von der den de het ter ten te 't op aan bij in el al bin ibn la le di da del dos das een jr sr mr dr ing drs ir and the".split(' '),
)
/** Stand before a name. */
const TITLES = new Set('mevrouw mevr mw meneer mijnheer heer dhr mr mrs ms miss dr drs ing ir collega colleague'.split(' '))
/**
 * Names that are ordinary words too: alone they count with a capital within a sentence only. Whoever is called De
 * Wit does not want a hint at every white van.
 */
const ORDINARY = new Set(
  'wit zwart bruin groen grijs rood groot groote klein jong jonge oude oud lang lange kort korte dik dikke goed goede best sterk bakker visser kok koning keizer prins graaf boer dekker schipper slager jager herder meester kramer timmer vos haas wolf leeuw beer haan vogel duif spreeuw bos berg dijk veld meer water heuvel brink kamp molen huis straat weg brug poort kerk toren man vrouw mei maart april juni augustus roos bloem linde post stoel blok stok bol ring zand zee vet snel vrede winter zomer noord oost zuid west zondag mark ben will hope joy grace rose bob bill art may june august young white black brown green king baker fisher hunter cook long short small hill wood woods field stone bell page day rich case mason carter'.split(
    ' ',
  ),
)
/** Words of the proposals: never taken for a name, or proposing would never end. */
const OURS = new Set(
  "collega collega's collegas colleague colleagues team afdeling balie dag week middag ochtend avond nacht moment die een op in de telefoonnummer mailadres account medewerker day one that week afternoon morning evening night some time mail address phone number department toen".split(
    ' ',
  ),
)

const TOKEN = /\p{L}(?:[\p{L}'-]*\p{L})?/gu

interface Token {
  readonly from: number
  readonly to: number
  readonly word: string
}

interface Own {
  /** Parts that count alone, and what people make of them without spaces. */
  readonly telling: ReadonlySet<string>
  readonly parts: ReadonlySet<string>
  readonly initials: ReadonlySet<string>
  /** S.d.W. */
  readonly abbreviated: readonly string[]
}

function ownNames(names: readonly string[]): Own {
  const telling = new Set<string>()
  const parts = new Set<string>()
  const initials = new Set<string>()
  const abbreviated: string[] = []
  for (const name of names) {
    const all = [...flatten(name).flat.matchAll(TOKEN)].map(([word]) => word)
    const own = all.filter((word) => !BETWEEN.has(word))
    for (const word of own.flatMap((each) => [each, ...each.split(/[-']/)])) {
      if (word.length > 2 && !OURS.has(word)) telling.add(word)
      if (word.length > 0) parts.add(word)
    }
    for (const word of own) initials.add(word.slice(0, 1))
    const last = all.slice(1).join('')
    const first = all[0] ?? ''
    for (const glued of [all.join(''), own.join(''), last, first.slice(0, 1) + last]) {
      if (all.length > 1 && glued.length > 3 && !OURS.has(glued)) telling.add(glued)
    }
    if (own.length > 1) abbreviated.push(all.map((word) => word.slice(0, 1)).join(''))
  }
  return { telling, parts, initials, abbreviated }
}

function nameFindings(reading: Reading, { names, language }: About): Finding[] {
  const own = ownNames(names)
  if (own.telling.size === 0 && own.abbreviated.length === 0) return []
  const tokens = [...reading.flat.matchAll(TOKEN)].map(
    (found): Token => ({ from: found.index, to: found.index + found[0].length, word: found[0] }),
  )
  const vaguer = INSTEAD[language].name
  const found: Finding[] = []
  let done = 0
  tokens.forEach((token, index) => {
    if (token.from < done || !isPart(token.word, own.telling)) return
    const first = leftmost(reading, tokens, index, own, done)
    const last = rightmost(reading, tokens, index, own)
    const from = tokens[first]?.from ?? token.from
    const to = tokens[last]?.to ?? token.to
    if (first === last && ORDINARY.has(token.word)) {
      if (!reading.capital(token.from) || reading.sentence(token.from).from === token.from) return
    }
    const possessive = token.word.endsWith('s') && !own.telling.has(token.word) && first === last
    found.push({ what: 'name', from, to, vaguer: possessive ? possessiveOf(vaguer) : vaguer })
    done = to
  })
  return [...found, ...abbreviations(reading, own.abbreviated, vaguer)]
}

const possessiveOf = (vaguer: string): string => `${vaguer}'s`

/** A part, or a part with the s of possession. */
function isPart(word: string, parts: ReadonlySet<string>): boolean {
  return parts.has(word) || parts.has(word.replace(/'?s$/, '')) || word.split('-').some((each) => parts.has(each))
}

function apart(reading: Reading, left: Token | undefined, right: Token | undefined): string {
  return left && right && right.from - left.to <= 3 ? reading.flat.slice(left.to, right.from) : '\n'
}

/** "mevr. S. de" before "Wit". */
function leftmost(
  reading: Reading,
  tokens: readonly Token[],
  index: number,
  own: Own,
  done: number,
): number {
  let first = index
  for (let at = index - 1; at >= 0 && index - at < 9; at -= 1) {
    const token = tokens[at]
    if (!token || token.from < done || !/^(?:\. ?|,? |-)$/.test(apart(reading, token, tokens[at + 1]))) break
    if (TITLES.has(token.word)) return at
    if (own.parts.has(token.word) || (token.word.length === 1 && own.initials.has(token.word))) first = at
    else if (BETWEEN.has(token.word) && (first < index || isJoining(reading, token))) {
      if (reading.capital(tokens[index]?.from ?? 0) || hasPartBefore(tokens, at, own)) first = at
    } else break
  }
  return first
}

/** "de", "van der": belongs to the name if something of the name, or a title, stands before it, or a capital after. */
function isJoining(reading: Reading, token: Token): boolean {
  return /^(?:de|van|der|den|ter|ten|te|von|el|al|la|le|di|da|del|het|'t|bin|ibn)$/.test(token.word) && token.to <= reading.flat.length
}

function hasPartBefore(tokens: readonly Token[], at: number, own: Own): boolean {
  for (let before = at - 1; before >= 0 && at - before < 5; before -= 1) {
    const word = tokens[before]?.word ?? ''
    if (own.parts.has(word) || TITLES.has(word) || (word.length === 1 && own.initials.has(word))) return true
    if (!BETWEEN.has(word)) return false
  }
  return false
}
