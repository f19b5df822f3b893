/** Names that nothing introduces: known by their build, and by what stands around them. */
import { type Found, type Page, says, wordsAfter, wordsBefore } from './page.ts'
import { mayBeName, type Name, nameAt, PARTICIPLE } from './personNames.ts'
import { GREETINGS, OWNERS, ROLES } from './words/names.ts'
import { ORDINARY } from './words/ordinary.ts'
import { PLACE_PREPS } from './words/streets.ts'
import { THING_NOUNS } from './words/things.ts'
import { VERBS } from './words/verbs.ts'

/** A name, how sure it is that of a person, and what the person is. */
export type Person = Name & { readonly sure: Found['sure']; readonly role?: string | undefined }

/** Behind the name: ", de eigenaar", "(vriend van haar)", "is haar broer". */
function roleBehind(page: Page, last: number): string | undefined {
  const link = says(page, last + 1)
  if (![',', '(', 'is', 'als', '-', 'was'].includes(link)) return undefined
  for (let at = last + 2; at <= last + 4; at += 1) {
    const word = says(page, at)
    if (ROLES.has(word)) return word
    if (!OWNERS.has(word) && word !== 'de' && !/e$/.test(word)) return undefined
  }
  return undefined
}

const LOCATING = new Set([
  'gemeente',
  'plaats',
  'hoek',
  'provincie',
  'eiland',
  'azc',
  'vijver',
  'halte',
  'bushalte',
  'station',
  'brug',
  'sluis',
  'meer',
  'haven',
  'buiten',
  'tussen',
  'park',
  'flat',
  'team',
  'wijkteam',
  'straat',
  'afdeling',
  'in',
  'naar',
  'uit',
  'te',
  'richting',
  'vanuit',
  'op',
  'via',
  'per',
  'nabij',
  'omgeving',
  'regio',
  'stad',
  'dorp',
  'wijk',
  'buurt',
  'merk',
  'type',
  'model',
  'aan',
])
const ARTICLES = new Set([
  'de',
  'het',
  'een',
  'the',
  'a',
  'an',
  'deze',
  'dit',
  'geen',
  'elke',
  'alle',
  'onze',
  'ons',
  'mijn',
  'zijn',
  'haar',
  'hun',
  'twee',
  'drie',
  'vier',
  'veel',
  'andere',
  'eigen',
  't',
])

/** How somebody is spoken of without a name. */
const ADDRESSED = new Set(['meneer', 'mevrouw', 'heer', 'dame', 'persoon', 'mensen', 'personen'])

/** A name by its build alone: two capitals or more, initials; or one capital where a person is spoken of. */
export function bareName(page: Page, at: number): Person | undefined {
  const token = page.tokens[at]
  if (!token?.capital || (token.flat.length < 2 && says(page, at + 1) !== '.')) return undefined
  if (token.first && (ORDINARY.has(token.flat) || PLACE_PREPS.has(token.flat)) && token.flat.length > 1)
    return undefined
  const last = page.tokens[at - 1]
  // "Volgens Mehmet": the word that begins the sentence has a capital and is of no name.
  const begins = last?.first === true && (ORDINARY.has(last.flat) || PLACE_PREPS.has(last.flat))
  if (last?.capital && !token.first && !begins && !GREETINGS.has(last.flat)) return undefined
  const name = nameAt(page, at)
  if (!name || (!mayBeName(page, at) && !(name.words > 1 || name.initials)) || GREETINGS.has(token.flat))
    return undefined
  const role = roleBehind(page, name.last)
  const before = says(page, at - 1)
  if (name.initials) return { ...name, sure: 'sure', role }
  // "Een Surinaamse jongen": what somebody is called by, not what they are called.
  const described = page.tokens.slice(at, name.last + 1).every(({ flat }) => flat.endsWith('e'))
  const next = says(page, name.last + 1)
  if (described && (ROLES.has(next) || ADDRESSED.has(next))) return undefined
  const asked =
    before === 'naar' && /^(?:vraag|vraagt|vragen|vroeg|vroegen|gevraagd)$/.test(says(page, at - 2))
  if (LOCATING.has(before) && !asked && !['aan', 'op'].includes(before)) return undefined
  if (isThing(page, at)) return undefined
  if (name.words > 1) {
    if (madeOfWords(page, name) || (token.first && KIND_END.test(token.flat))) return undefined
    const thing = ARTICLES.has(before) && before !== 'een'
    return thing || (LOCATING.has(before) && before !== 'aan') ? undefined : { ...name, sure: 'likely', role }
  }
  if (streetLike(token.flat) || ORDINARY.has(says(page, name.last))) return undefined
  if (['de', 'het', 'the'].includes(before)) return undefined
  if (role !== undefined) return { ...name, sure: 'likely', role }
  const verb = VERBS.has(says(page, name.last + 1))
  if (page.tokens.length <= 2) return { ...name, sure: 'doubt' }
  const quoted = QUOTE.test(before) && QUOTE.test(says(page, name.last + 1))
  if (quoted && /^(?:noem|heet|named|called)/.test(says(page, name.last + 2)))
    return { ...name, sure: 'likely', role }
  if (token.first) {
    const person =
      STRONG_VERBS.has(says(page, name.last + 1)) ||
      (!NOUN_END.test(token.flat) && (verb || spokenOf(page, name.last + 1)))
    return person ? { ...name, sure: 'likely', role } : undefined
  }
  if ((LOCATING.has(before) && !asked) || isDescribed(page, at) || (before === '-' && !token.spaced))
    return undefined
  // Behind "bij" stand places and shops more often than persons.
  const stays = [...wordsBefore(page, at, 7), ...wordsAfter(page, name.last, 3)]
  if (before === 'bij' && !verb && !stays.some((word) => STAYING.has(word))) return undefined
  return { ...name, sure: verb ? 'likely' : 'doubt', role }
}
const QUOTE = /^["'“”¤]$/

/** "het programma Suite", "een flesje Fanta": what it is stands before, and is no person. */
const PERSON_JE =
  /(?:meisje|zusje|broertje|nichtje|neefje|vriendje|vriendinnetje|mannetje|vrouwtje|jongetje|kindje|dochtertje|zoontje|ventje|klantje|baasje)$/
const isThing = (page: Page, at: number): boolean => {
  const noun = says(page, at - 1)
  return THING_NOUNS.has(noun) || (/..[a-z]je$/.test(noun) && !PERSON_JE.test(noun))
}

/** "Tweede Thuis", "Veilig Verder": words of the language, so more likely an organisation. */
const madeOfWords = (page: Page, { first, last }: Name): boolean =>
  ORDINARY.has(says(page, first)) &&
  !['wil', 'mark', 'will', 'ben', 'jan', 'said', 'rose', 'sam'].includes(says(page, first)) &&
  last > first
const streetLike = (word: string): boolean =>
  word.length > 6 &&
  /(?:park|baan|straat|laan|weg|plein|kade|gracht|singel|dreef|markt|haven|flat|werk|zorg)$/.test(word)
/** What follows a name at the beginning of a sentence: "Danny (2008)", "Kasia en Marek", "Dragan de voorman", "Luuk van De Wit". */
function spokenOf(page: Page, at: number): boolean {
  const next = page.tokens[at]
  const after = page.tokens[at + 1]
  if (!next || next.first) return false
  if (next.flat === '(')
    return (
      after?.kind === 'number' || after?.flat === "'" || ['geb', 'geboren', '*'].includes(after?.flat ?? '')
    )
  if (next.flat === ',')
    return after?.kind === 'number' && (page.tokens[at + 2]?.kind === 'sign' || after.flat.length === 2)
  if (next.flat === 'en' || next.flat === '&') return after?.capital === true && mayBeName(page, at + 1)
  if (next.flat === 'van')
    return (
      after?.capital === true ||
      ['stichting', 'haar', 'hem', 'restaurant', 'uitzendbureau'].includes(after?.flat ?? '')
    )
  if (next.flat === 'de' || next.flat === 'een' || next.flat === 'die') return ROLES.has(after?.flat ?? '')
  if (next.kind === 'word' && !next.capital && PAST.test(next.flat) && !says(page, at - 1).endsWith('e'))
    return !NO_VERBS.has(next.flat)
  return (
    next.kind === 'word' &&
    !next.capital &&
    next.flat.length > 3 &&
    /[^aeiouy]t$/.test(next.flat) &&
    !NO_VERBS.has(next.flat) &&
    !PARTICIPLE.test(next.flat)
  )
}
const PAST = /^[a-z]{2,}(?:[^aeiouy](?:de|te)|[a-z]ed)$/
const NO_VERBS = new Set(
  'niet echt direct recht slecht zwart wit kort vast dicht laat feest best eerst laatst steeds meest'.split(
    ' ',
  ),
)
const STAYING = new Set(
  'woont slaapt logeert verblijft inwoont wonen slapen ingetrokken intrekt zit ingeschreven thuis op langs'.split(
    ' ',
  ),
)
const STRONG_VERBS = new Set(
  'zegt zei vertelt vertelde woont woonde huilt huilde belt belde appt appte vroeg vraagt slaapt says said told lives'.split(
    ' ',
  ),
)
/** "Bootbewoner Oude Vest", "Schutterij St Sebastianus": what something is, before its name. */
const KIND_END =
  /(?:bewoner|keuken|erij|medewerker|houder|huis|bedrijf|bureau|zaak|groep|dienst|school|kerk|plaats|haven)$/
const NOUN_END =
  /(?:.{3}ling|adres|nummer|.{2}[nrdgktvs]ing|heid|tje|schap|teit|atie|erij|isme|ment|bedrijf|bureau|zaak|straat|huis)$/
/** "de Jumbo", "een zwarte Audi": an article or an adjective before a name tells a thing. */
const isDescribed = (page: Page, at: number): boolean => {
  const before = page.tokens[at - 1]
  if (before?.kind !== 'word') return before?.kind === 'number'
  if (ARTICLES.has(before.flat)) return true
  return /(?:e|en)$/.test(before.flat) && ADJECTIVE.test(before.flat)
}
const ADJECTIVE =
  /(?:zwarte|witte|grijze|rode|blauwe|groene|oude|nieuwe|jonge|kleine|grote|poolse|dure|dikke|lokale|dezelfde|nederlandse|turkse|roemeense|bulgaarse|gele|zilveren)$/
