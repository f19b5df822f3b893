/** Names of streets as people write them, in one form: "Burg. v. Dijkstr." is Burgemeester van Dijkstraat. */
import { typingErrors } from '../names/edits.ts'
import { errorsIn } from './edits.ts'
import { oneIj, plainWords } from './plainWords.ts'

/**
 * `words`: in full, without articles. `joined`: those in one piece. `core`: without titles, given names and the word for a
 * street: what tells it from another. `kind`: the word for a street at its end, empty where there is none.
 */
export type Street = { words: readonly string[]; joined: string; core: string; kind: string }

const ORDINALS = [
  'eerste',
  'tweede',
  'derde',
  'vierde',
  'vijfde',
  'zesde',
  'zevende',
  'achtste',
  'negende',
  'tiende',
]
/** Titles before a name, each with its short forms. They tell little: one is left out, or is another. */
const TITLES = [
  'burgemeester burg burgem bgm',
  'president pres',
  'doctor dr dokter',
  'professor prof',
  'meester mr',
  'jonkheer jhr',
  'dominee ds',
  'pastoor past',
  'kardinaal kard',
  'generaal gen',
  'admiraal adm',
  'kapitein kapt',
  'luitenant lt luit',
  'kolonel kol',
  'minister min',
  'wethouder weth',
  'monseigneur mgr',
  'ingenieur ir',
  'gebroeders gebr',
  'prins pr',
  'prinses prs',
  'koningin kon',
  'koning',
  'graaf',
  'deken',
  'pater',
  'zuster',
  'notaris not',
  'secretaris secr',
  'directeur dir',
]
const SHORT: ReadonlyMap<string, string> = new Map([
  ...TITLES.flatMap((row) => {
    const [whole = '', ...shorts] = row.split(' ')
    return shorts.map((short) => [short, whole] as const)
  }),
  ['v', 'van'],
  ['vd', 'van'],
  ['vdr', 'van'],
  ['vder', 'van'],
  ['vden', 'van'],
  ['ad', 'aan'],
  ['nwe', 'nieuwe'],
  ['nw', 'nieuwe'],
  ['verl', 'verlengde'],
  ['gr', 'grote'],
  ['kl', 'kleine'],
  ['lge', 'lange'],
  ['kte', 'korte'],
  ['joh', 'johan'],
  ['wilh', 'wilhelmina'],
  ['ind', 'industrie'],
])
const TITLE_WORDS: ReadonlySet<string> = new Set(TITLES.map((row) => row.split(' ')[0] ?? ''))
const ARTICLES = new Set('de den der het t s n d la le the'.split(' '))
const PARTICLES = new Set('van von aan in op te ter ten bij tot over onder'.split(' '))

/** Words for a street, with what people make of them. The first of a row is what it becomes. */
const KINDS = [
  'straat str straatje strt straot',
  'laan ln laantje',
  'weg wg wegje',
  'plein pl pln',
  'gracht',
  'kade kd kaai',
  'singel sngl',
  'dyk',
  'dreef dr',
  'plantsoen plants',
  'steeg stg stege',
  'boulevard blvd boul',
  'hof hofje',
  'pad',
  'park',
  'weide wei',
  'veld velden',
  'brink',
  'akker akkers',
  'zoom',
  'erf',
  'poort',
  'meent',
  'haven',
  'wal',
  'markt',
  'ring',
  'baan',
  'werf',
  'kamp',
  'horst',
  'gaarde',
  'vaart',
  'street st',
  'road rd',
  'avenue ave av',
  'place',
  'crescent cres cr cresent',
  'court ct',
  'circuit cct cirt',
  'close cl',
  'drive drv',
  'lane',
  'terrace tce',
  'parade pde',
  'way',
  'grove',
  'parkway',
  'highway hwy',
  'gardens gdns',
  'square sq',
]
const KIND_OF: ReadonlyMap<string, string> = new Map(
  KINDS.flatMap((row) => {
    const [whole = '', ...others] = row.split(' ')
    return [whole, ...others].map((word) => [word, whole] as const)
  }),
)
/** Glued behind a name, the longest first; the short ones only where what is before is a name already. */
const GLUED = [...KIND_OF]
  .filter(([word]) => word.length > 2 || /^(?:ln|wg|pl|kd)$/.test(word))
  .sort(([a], [b]) => b.length - a.length)
const SHORTEST_NAME = 3
const LONG_KIND = 5

/** A word in its stem and the word for a street that ends it. */
function inParts(word: string): { stem: string; kind: string } | undefined {
  const whole = KIND_OF.get(word)
  if (whole !== undefined) return { stem: '', kind: whole }
  for (const [ending, kind] of GLUED) {
    if (word.endsWith(ending) && word.length - ending.length >= SHORTEST_NAME) {
      return { stem: word.slice(0, -ending.length), kind }
    }
  }
  return undefined
}

/** The word for a street at the end, with a typing error in it: "kent stret", "Molenstraaat". */
function nearlyInParts(word: string, alone: boolean): { stem: string; kind: string } | undefined {
  for (const [ending, kind] of GLUED) {
    if (ending.length < LONG_KIND) continue
    for (const size of [ending.length - 1, ending.length, ending.length + 1]) {
      const stem = word.slice(0, -size)
      const fits = stem.length >= SHORTEST_NAME || (alone && word.length === size)
      if (fits && typingErrors(word.slice(-size), ending, 1) <= 1) return { stem, kind }
    }
  }
  return undefined
}

const FIRST_NUMBER = /^(?:e|de|ste|ste|er)$/

/** Words in full: ordinals, short forms, articles out. */
function inFull(raw: readonly string[]): string[] {
  const words: string[] = []
  for (let at = 0; at < raw.length; at += 1) {
    const word = oneIj(raw[at] ?? '')
    const next = raw[at + 1] ?? ''
    const nth = /^\d{1,2}$/.test(word) && FIRST_NUMBER.test(next) ? ORDINALS[Number(word) - 1] : undefined
    const last = at === raw.length - 1
    if (nth !== undefined) {
      words.push(nth)
      at += 1
    } else if ((word === 'st' || word === 'sint') && !last) words.push('sint')
    else if (ARTICLES.has(word) && raw.length > 1) continue
    else if (last) words.push(word)
    // "Ln. van Meerdervoort".
    else if (at === 0) words.push(SHORT.get(word) ?? KIND_OF.get(word) ?? word)
    else words.push(SHORT.get(word) ?? word)
  }
  return words
}

/** A name of a street in one form; undefined where nothing is written. */
export function street(written = ''): Street | undefined {
  const words = inFull(plainWords(written))
  const last = words.at(-1)
  if (last === undefined) return undefined
  const parts = inParts(last) ?? nearlyInParts(last, words.length > 1)
  const { stem, kind } = parts ?? { stem: last, kind: undefined }
  const name = [...words.slice(0, -1), ...(stem === '' ? [] : [stem])]
  const whole = kind === undefined ? name : [...name, kind]
  return { words: whole, joined: whole.join(''), core: coreOf(name) || kind || last, kind: kind ?? '' }
}

/** What tells it from another: without titles, particles, a word for a street that begins it, initials. */
function coreOf(name: readonly string[]): string {
  const telling = name.filter(
    (word, at) =>
      !TITLE_WORDS.has(word) &&
      !PARTICLES.has(word) &&
      !(at === 0 && name.length > 1 && KIND_OF.has(word)) &&
      (word.length > 1 || name.length === 1 || /\d/.test(word)),
  )
  return (telling.length > 0 ? telling : name).join('')
}

/** How two streets agree. */
export type StreetAgreement = 'same' | 'nearly' | 'differs' | 'missing'

const SHORTEST = 4

/** Two streets compared. Titles, given names and initials may be missing; that, and typing errors, make it nearly the same. */
export function streetsAgree(here: Street | undefined, there: Street | undefined): StreetAgreement {
  if (!here || !there) return 'missing'
  if (here.joined === there.joined || wordByWord(here.words, there.words)) return 'same'
  const kinds = here.kind === there.kind || here.kind === '' || there.kind === ''
  if (here.core === there.core && kinds) return 'nearly'
  const [short, long] =
    here.core.length < there.core.length ? [here.core, there.core] : [there.core, here.core]
  // "van Galen" beside "Jan van Galen".
  if (short.length > SHORTEST && long.endsWith(short) && kinds) return 'nearly'
  const most = errorsIn(Math.min(here.joined.length, there.joined.length))
  if (typingErrors(here.joined, there.joined, most) > most) return 'differs'
  // What tells streets apart is short beside the rest of the name: it is looked at by itself too.
  const core = errorsIn(short.length)
  // Of "Ruyterlan" it is not known where the name ends.
  const oneKind = (here.kind === '') !== (there.kind === '')
  const alike = oneKind || (core > 0 && typingErrors(here.core, there.core, core) <= core)
  return alike || (kinds && soundOf(here) === soundOf(there)) ? 'nearly' : 'differs'
}

/** The same words, where an initial stands for a word: "J. van Galenstraat". */
function wordByWord(here: readonly string[], there: readonly string[]): boolean {
  return (
    here.length === there.length &&
    here.every((word, at) => {
      const other = there[at] ?? ''
      const [short, long] = word.length < other.length ? [word, other] : [other, word]
      return word === other || (at < here.length - 2 && short.length === 1 && long.startsWith(short))
    })
  )
}

/** As it sounds: the first letter and the consonants after it, doubled ones once, near ones alike. */
export function soundOf({ core }: Pick<Street, 'core'>): string {
  const alike = core
    .replace(/sch|sz|z/g, 's')
    .replace(/ch/g, 'g')
    .replace(/ph|v/g, 'f')
    .replace(/ck|q|c/g, 'k')
    .replace(/th|dt|d/g, 't')
    .replace(/[gh]+/g, 'g')
    .replace(/w/g, 'f')
  const first = alike.slice(0, 1)
  const rest = alike.slice(1).replace(/[aeiouyj]/g, '')
  return (/[aeiouyj]/.test(first) ? 'a' : first) + rest.replace(/(.)\1+/g, '$1')
}
