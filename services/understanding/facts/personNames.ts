/** Names of persons by their build: capitals, particles, initials, dashes. No list of names, so that all do equally well. */
import { type Page, says } from './page.ts'
import { GREETINGS, NEVER_FIRST, PARTICLES, ROLES, SALUTATIONS } from './words/names.ts'
import { DAYS, MONTHS, PEOPLE_ENDS, PLACES, THINGS } from './words/notNames.ts'
import { ORDINARY } from './words/ordinary.ts'
import { PARTS, SECTORS } from './words/organisations.ts'
import { STREET_WORDS } from './words/streets.ts'
import { VERBS } from './words/verbs.ts'

/** A name from one token up to and including another. */
export type Name = {
  readonly first: number
  readonly last: number
  /** How many whole words of it have a capital. */
  readonly words: number
  readonly initials: boolean
}

const MOST = 7
/** Initials that are no name: "B.V.", "A.U.B.". */
const NO_INITIALS = new Set([
  'bv',
  'nv',
  'vof',
  'aub',
  'as',
  'oa',
  'nb',
  'dd',
  'tav',
  'ivm',
  'mbt',
  'ps',
  'ok',
  'tv',
  'kvk',
  'bo',
  'bg',
  'vc',
  'us',
  'usa',
  'eu',
  'wc',
])

const cannotBe = (word: string): boolean =>
  /^(?:i|it|he|she|we|they|you|that|there|what|who|don|can|won|let|didn|isn|doesn|couldn)'/.test(word) ||
  THINGS.has(word) ||
  PLACES.has(word) ||
  DAYS.has(word) ||
  (MONTHS.has(word) && !['jan', 'april', 'june', 'may', 'august', 'mei', 'julia', 'juni'].includes(word)) ||
  (word.endsWith('s') && ROLES.has(word.slice(0, -1))) ||
  (word.endsWith('en') && ROLES.has(word.slice(0, -2))) ||
  PEOPLE_ENDS.some((end) => word.endsWith(end)) ||
  /(?:talig|ijns|aans|isch)$/.test(word)

/** The name with capitals that begins at this token. */
export function nameAt(page: Page, index: number, introduced = false): Name | undefined {
  let at = index
  let last: number | undefined
  let words = 0
  let letters = ''
  const particleFirst = particlesEnd(page, at, !introduced)
  if (particleFirst !== undefined) at = particleFirst
  for (; at < index + MOST; at += 1) {
    const token = page.tokens[at]
    if (token?.kind !== 'word' || (token.first && at > index)) break
    if (token.capital && (isInitial(page, at) || isShort(page, at))) {
      letters += token.flat
      if (says(page, at + 1) === '.') at += 1
      last = at
      continue
    }
    if (token.capital && token.flat.length > 1 && !token.upper && !cannotBe(token.flat)) {
      if (words > 0 && (ROLES.has(token.flat) || SECTORS.has(token.flat))) break
      words += 1
      last = dashed(page, at)
      at = last
      continue
    }
    const next = particlesEnd(page, at, false)
    if (last === undefined || next === undefined) break
    at = next - 1
  }
  if (last === undefined || (words === 0 && NO_INITIALS.has(letters))) return undefined
  if (words === 0 && letters.length < 2) return undefined
  // "t/m D. Allemaal": the dot ends a sentence.
  const word = page.tokens[last]
  if (letters.length === 1 && words === 1 && word && ORDINARY.has(word.flat) && !SURNAMES.has(word.flat))
    return undefined
  return { first: index, last, words, initials: letters !== '' }
}

/** "J." */
const isInitial = (page: Page, at: number): boolean => {
  const dot = page.tokens[at + 1]
  return (page.tokens[at]?.flat.length ?? 0) === 1 && dot?.flat === '.' && !dot.spaced
}
/** "Th.", "Chr." before more of a name. */
const isShort = (page: Page, at: number): boolean => {
  const length = page.tokens[at]?.flat.length ?? 0
  const dot = page.tokens[at + 1]
  return (
    length > 1 &&
    length < 4 &&
    dot?.flat === '.' &&
    !dot.spaced &&
    page.tokens[at + 2]?.capital === true &&
    /^(?:th|chr|ph|joh|fr|st|yu|ju)$/.test(says(page, at))
  )
}

/** "Berg-Yilmaz", "El-Amrani", "O'Neil": the last token of what is joined. */
function dashed(page: Page, at: number): number {
  let last = at
  for (let dash = at + 1; dash < at + 8; dash += 2) {
    const sign = page.tokens[dash]
    const next = page.tokens[dash + 1]
    if (sign?.flat !== '-' || sign.spaced || next?.kind !== 'word' || next.spaced) break
    last = dash + 1
  }
  return last
}

/** Behind "van de", "v/d", "el": where the word with the capital stands. Only where one does. */
function particlesEnd(page: Page, index: number, begins: boolean): number | undefined {
  let at = index
  while (at < index + 5) {
    const token = page.tokens[at]
    const link = token?.kind === 'word' && PARTICLES.has(token.flat) && isParticle(page, at)
    if (link && (!begins || token.capital || at > index)) at += 1
    else if (token?.flat === 'v' && !token.capital && ['.', '/'].includes(says(page, at + 1))) at += 2
    else if (['.', "'", '/'].includes(token?.flat ?? '') && at > index) at += 1
    else break
  }
  const end = page.tokens[at]
  return at > index && end?.kind === 'word' && end.capital && !end.first ? at : undefined
}

/** "in", "op" and the like are of a name only with an article behind them: "in 't Veld", "op den Akker". */
const isParticle = (page: Page, at: number): boolean =>
  !['in', 'op', 'te', 'af', 'do', 'd', 'een', 'the'].includes(says(page, at)) ||
  (['den', 't', "'t", 'der', 'het', "'"].includes(says(page, at + 1)) && page.tokens[at + 2]?.kind === 'word')

/**
 * A name in small letters, behind a salutation (`salutation`: ordinary words are names there), a role or "heet"
 * (`role`: they are not).
 */
export function smallNameAt(
  page: Page,
  index: number,
  after: 'salutation' | 'role' | 'kin' | 'named',
): Name | undefined {
  let at = index
  const initials = after === 'role' || after === 'kin' ? index : initialsEnd(page, index)
  at = initials
  while (at < index + 4 && PARTICLES.has(says(page, at)) && isParticle(page, at)) at += 1
  if (at > index && after === 'role') return undefined
  if (at > index && NEVER_FIRST.has(says(page, index)) && after !== 'salutation') return undefined
  const token = page.tokens[at]
  if (token?.kind !== 'word' || (token.first && initials === index) || token.flat.length < 2) return undefined
  if (NEVER.has(token.flat) || ROLES.has(token.flat) || SALUTATIONS.has(token.flat) || cannotBe(token.flat))
    return undefined
  if (after !== 'salutation' && (ORDINARY.has(token.flat) || SECTORS.has(token.flat))) return undefined
  if (after === 'salutation' && ORDINARY.has(token.flat) && !SURNAMES.has(token.flat)) return undefined
  if (at > index && after === 'kin') return undefined
  const told = verbFollows(page, at)
  if (
    after !== 'named' &&
    looksLikeVerb(token.flat) &&
    !told &&
    !(token.flat.endsWith('en') && after !== 'role' && finiteFollows(page, at)) &&
    !(after === 'salutation' && (FAMILY.test(token.flat) || SURNAMES.has(token.flat)))
  )
    return undefined
  if (after !== 'salutation' && after !== 'named' && PARTICIPLE.test(token.flat)) return undefined
  if (after === 'role' && !told && !nameFollows(page, at)) return undefined
  let last = dashed(page, at)
  // "danny de groot", "fatma yilmaz".
  const particles = particleRow(page, last + 1)
  const family = page.tokens[last + 1 + particles]
  if (family?.kind === 'word' && !family.first && family.flat.length > 2 && !NEVER.has(family.flat)) {
    const known = ORDINARY.has(family.flat) && !SURNAMES.has(family.flat)
    const verb =
      looksLikeVerb(family.flat) ||
      known ||
      ROLES.has(family.flat) ||
      PARTS.has(family.flat) ||
      STREET_WORDS.has(family.flat)
    if (
      (particles > 0 && !known && says(page, last + 1) !== 'op') ||
      (particles === 0 && !verb && after !== 'salutation')
    )
      last = dashed(page, last + 1 + particles)
  }
  return { first: index, last, words: 1, initials: false }
}

function particleRow(page: Page, index: number): number {
  let count = 0
  while (
    count < 3 &&
    ['van', 'de', 'der', 'den', 'el', 'al', 'ben', 'ter', 'ten', 'von', 'di', 'da'].includes(
      says(page, index + count),
    )
  )
    count += 1
  return count
}

/** Never a name, not even behind "mevrouw". */
const NEVER = new Set(
  'jaargang lichting bouwjaar bj geb geboren geboortejaar leeftijd en of maar want dus die dat deze dit is was heeft had zijn waren wordt werd zegt zei zit zat staat stond komt kwam gaat ging wil wilde kan kon mag moet moest met van voor door bij op in aan uit over om te naar als toen dan er hier daar ook nog al niet geen wel weer nu net altijd nooit vaak soms zelf alleen samen ik je jij u hij ze zij we wij hun haar hem mij me ons uit naast boven onder achter tegen the and or who that is was has had says said een het de'.split(
    ' ',
  ),
)
/** Ordinary words that are family names as well. */
const SURNAMES = new Set(
  'bakker kok boer visser jong groot klein wit bos vos smit mulder vries dijk berg jansen meijer kuiper koning prins dekker slager jager herder meester kramer wolf leeuw beer haan vogel molenaar schipper oude lange korte zwart groen bruin rood haan kerk bloem roos'.split(
    ' ',
  ),
)

const looksLikeVerb = (word: string): boolean =>
  /(?:t|de|den|te|ten|en|ing|ed)$/.test(word) && word.length > 3
/** "gekoppeld", "afgevoerd", "voorstelt". */
export const PARTICIPLE = /^(?:ge|be|ver|ont|her|af|op|aan|uit|in|mee|weg|voor|na)[a-z]{3,20}(?:d|t|en)$/
/** Ends of family names that verbs do not have. */
const FAMILY = /(?:sen|dt|mans|stra|ink|sson|oglu|adze|berg|veld)$/
/** What a name ends before: nothing, a sign, "van", "in". */
const nameFollows = (page: Page, at: number): boolean => {
  const next = page.tokens[at + 1]
  if (next === undefined || next.kind !== 'word' || next.first) return true
  return ['van', 'uit', 'die', 'en', 'de', 'bij', 'el', 'al', 'ben'].includes(next.flat)
}
/** "j.p. hoekstra": behind the last dot. */
function initialsEnd(page: Page, index: number): number {
  let at = index
  while (at < index + 6 && /^[a-z]$/.test(says(page, at)) && says(page, at + 1) === '.') at += 2
  return at
}

/** "mevrouw schouten schoonmaakt", "vriend jayden wacht": what follows is a verb of one person, so the word before is none. */
const finiteFollows = (page: Page, at: number): boolean => {
  const next = page.tokens[at + 1]
  if (next?.kind !== 'word' || next.first || next.capital) return false
  return VERBS.has(next.flat) || (/^[a-z]{2,}[^aeiouy]t$/.test(next.flat) && !NO_FINITE.has(next.flat))
}
const NO_FINITE = new Set(
  'niet echt direct recht slecht zwart wit kort vast dicht laat feest best eerst laatst steeds meest acht geld nacht kracht klacht bericht licht kunst angst dienst winst post kast lijst rest gast'.split(
    ' ',
  ),
)
/** A finite verb behind it tells that it is none itself: "de baas mehmet zegt". */
const verbFollows = (page: Page, at: number): boolean => VERBS.has(says(page, at + 1))

/** "Welkom2024". */
const gluedNumber = (page: Page, at: number): boolean => {
  const next = page.tokens[at + 1]
  return next?.kind === 'number' && !next.spaced
}

/** May this word with a capital be a name, where it stands? */
export const mayBeName = (page: Page, at: number): boolean => {
  const token = page.tokens[at]
  if (
    !token?.capital ||
    gluedNumber(page, at) ||
    cannotBe(token.flat) ||
    GREETINGS.has(token.flat) ||
    ROLES.has(token.flat)
  )
    return false
  if (SALUTATIONS.has(token.flat) || SECTORS.has(token.flat)) return false
  return !token.upper && token.flat.length > 1
}
