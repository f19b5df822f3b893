/** The writer's own name, in every form in which people write it. */
import { flatten } from '../flatten.ts'
import { isBetween } from './nameWords.ts'
import type { Finding, Reading } from './reading.ts'

const set = (...words: string[]): ReadonlySet<string> => new Set(words.join(' ').split(' '))

/** Stand before a name. */
const TITLE =
  '(?:mevrouw|meneer|mijnheer|(?:de )?heer|miss|collega|colleague|' +
  '(?:mevr|mw|dhr|mrs|mr|ms|dr|drs|ing|ir)\\.?)'
/**
 * Names that are ordinary words too: alone they count only with a capital within a sentence. Whoever is
 * called De Wit does not want a hint at every white van.
 */
const ORDINARY = set(
  'wit zwart bruin groen grijs rood groot groote klein jong jonge oude oud lang lange kort korte dik',
  'dikke goed goede best sterk bakker visser kok koning keizer prins graaf boer dekker schipper slager',
  'jager herder meester kramer timmer vos haas wolf leeuw beer haan vogel duif spreeuw bos berg dijk',
  'veld meer water heuvel brink kamp molen huis straat weg brug poort kerk toren man vrouw mei maart',
  'april juni augustus roos bloem linde post stoel blok stok bol ring zand zee vet snel vrede winter',
  'zomer noord oost zuid west zondag mark ben will hope joy grace rose bob bill art may june august',
  'young white black brown green king baker fisher hunter cook long short small hill wood woods field',
  'stone bell page rich case mason carter',
)
/** Words of the proposals: never taken for a name, or proposing would never end. */
const OURS = set(
  "collega collega's collegas colleague colleagues team afdeling balie dag week middag ochtend avond",
  'nacht moment die telefoonnummer mailadres account medewerker day one that afternoon morning evening',
  'night some time mail address phone number department toen office desk',
)

/** May stand alone, and would still be a word of the proposals or of no name at all. */
export function isOurs(word: string): boolean {
  return OURS.has(word) || isBetween(word)
}

/** A name that is an ordinary word: as an account it would be found in every other sentence. */
export const isOrdinary = (word: string): boolean => ORDINARY.has(word)

const TOKEN = /\p{L}(?:[\p{L}'-]*\p{L})?/gu
/** A dot and a space belong to an initial; after a whole name they end the sentence. */
const GAP = String.raw`(?:[ \t]{1,3}|\.(?=\p{L})|,[ \t]|-)`
const INITIAL_GAP = String.raw`(?:\.(?:[ \t]{1,3})?|[ \t]{1,3}|-)`

/** Longest first, so that the whole is found before its beginning. */
const oneOf = (words: Iterable<string>): string =>
  [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|')

/**
 * The first names in a name: before the words that stand between, else all but the last; in "Wit, Sanne de" what stands
 * behind the comma.
 */
function givenOf(name: string): readonly string[] {
  const [before = '', behind] = flatten(name).flat.split(',')
  const words = [...(behind ?? before).matchAll(TOKEN)].map(([word]) => word)
  if (behind !== undefined) return words.filter((word) => !isBetween(word))
  const between = words.findIndex(isBetween)
  return words.slice(0, between > 0 ? between : Math.max(1, words.length - 1))
}

/** Does its writer use capitals? Then a name without one is more likely a word: "een bok", of whoever is called De Bok. */
const hasCapitals = (text: string): boolean => /\p{Lu}\p{Ll}/u.test(text)

/** Where the text says one of these names, or a part of one. */
export function nameFindings(reading: Reading, names: readonly string[], vaguer: string): Finding[] {
  const all = names.map((name) => [...flatten(name).flat.matchAll(TOKEN)].map(([word]) => word))
  const parts = all.flat().filter((word) => !isBetween(word))
  const telling = [...parts, ...parts.flatMap((part) => part.split(/[-']/))]
    .filter((part) => part.length > 2)
    .concat(all.flatMap(glued), all.flatMap(shortened))
    .filter((word) => !isOurs(word))
  // Bo Li has no part that tells; together they do.
  const whole = all.filter((words) => words.length > 1).map((words) => words.join('[ \\t.,-]{1,3}'))
  const cores = oneOf([...telling, ...whole])
  if (cores === '') return []
  const given = new Set(names.flatMap(givenOf))
  const families = new Set(
    parts.flatMap((part) => [part, ...part.split(/[-']/)]).filter((part) => !given.has(part)),
  )
  const usesCapitals = hasCapitals(reading.text)

  const between = oneOf(['de', 'van', ...all.flat().filter((word) => isBetween(word))])
  const initial = `(?:${oneOf(parts.map((part) => part.slice(0, 1)))})`
  const part = `(?:${oneOf([...parts, ...telling])})`
  const pattern = new RegExp(
    [
      `(?<![\\p{L}'])(?<title>${TITLE}[ \\t]{1,3})?`,
      `(?<before>(?:(?:${part}|${between})${GAP}|${initial}${INITIAL_GAP}){0,6}?)`,
      `(?<core>${cores})(?<own>'?s)?`,
      `(?<after>(?:${GAP}(?:(?:${between})${GAP}){0,3}${part}){0,4}(?:,? ?(?:${initial}\\.){1,4})?)(?!\\p{L})`,
    ].join(''),
    'gu',
  )
  const trailing = new RegExp(`^(?: (?:${between})){1,3}(?=\\s*(?:$|[^\\p{L}\\s]))`, 'u')
  const found = [...reading.flat.matchAll(pattern)].flatMap((match): Finding[] => {
    const { title, before = '', core = '', own, after = '' } = match.groups ?? {}
    const at = match.index + (title?.length ?? 0) + before.length
    const more = [...before.matchAll(TOKEN)].some(([word]) => !isBetween(word)) || after !== ''
    const alone = title === undefined && !more
    const inSentence = reading.capital(at) && reading.sentence(at).from < match.index
    if (alone && ORDINARY.has(core) && !inSentence) return []
    // A family name is a word too, more often than any list knows.
    const bare = alone && before === '' && usesCapitals && !reading.capital(at)
    if (bare && families.has(core)) return []
    const end = match.index + match[0].length
    // "Wit, Sanne de", as directories have it.
    const behind = match[0].includes(',')
      ? (trailing.exec(reading.flat.slice(end, end + 30))?.[0].length ?? 0)
      : 0
    return [{ what: 'name', from: match.index, to: end + behind, vaguer: own ? `${vaguer}'s` : vaguer }]
  })
  return [...found, ...all.flatMap((words) => abbreviations(reading, words, vaguer))]
}

/** What people and systems make of a name: sannedewit, dewit, sdewit. */
function glued(words: readonly string[]): string[] {
  const [first = '', ...rest] = words
  if (rest.length === 0) return []
  const last = rest.join('')
  return [words.join(''), last, first.slice(0, 1) + last].filter((word) => word.length > 3)
}

/** How "van", "van de" and the like are written short before a name: vd Berg, v.d. Berg, v/d Berg, vdBerg. */
function shortened(words: readonly string[]): string[] {
  const at = words.findIndex(isBetween)
  const last = words.slice(at).filter((word) => !isBetween(word))
  const [core = ''] = last
  if (at < 1 || last.length !== 1 || core.length < 3) return []
  const between = words.slice(at, -1).map((word) => word.slice(0, 1))
  const first = words[0]?.slice(0, 1) ?? ''
  const short = between.join('')
  return [
    `${short}${core}`,
    `${first}${short}${core}`,
    `${short}[ .]{1,2}${core}`,
    `${between.join('\\.')}\\.? ?${core}`,
    `${between.join('/')} ?${core}`,
  ]
}

/** S.d.W., without dots in capitals, and four letters or more of it in small ones: svdw. */
function abbreviations(reading: Reading, words: readonly string[], vaguer: string): Finding[] {
  if (words.length < 2) return []
  const letters = words.map((word) => word.slice(0, 1))
  const dotted = `${letters.slice(0, -1).join('\\. ?')}\\. ?${letters.at(-1)}(?:\\.|(?!\\p{L}))`
  const plain = letters.length > 2 ? `|${letters.join('')}(?!\\p{L})` : ''
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}.'])(?:${dotted}${plain})`, 'gu')
  return [...reading.flat.matchAll(pattern)].flatMap(({ index, 0: match }): Finding[] => {
    const capitals = reading.capital(index) && reading.capital(index + match.length - 1)
    if (!match.includes('.') && !capitals && letters.length < 4) return []
    return [{ what: 'name', from: index, to: index + match.length, vaguer }]
  })
}
