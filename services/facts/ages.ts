/**
 * Ages and years of birth, which are of somebody: of the person who is named in the same sentence, or just before; else of
 * somebody without a name, as the words call them ("een meisje van 16").
 */
import { normalForm } from '../privacy/flatten.ts'
import { ROLES } from '../understanding/facts/words/names.ts'
import type { FactDetails } from './fact.ts'
import type { Found } from './join.ts'

type Person = Extract<FactDetails, { kind: 'person' }>
type Born = Pick<Person, 'birthDate' | 'birthYear' | 'age'>
type Said = Pick<Found, 'message' | 'from' | 'to' | 'words' | 'sentence' | 'how' | 'on'> & { born: Born }

/** Further back no name is looked for. */
const NEAR = 160

const AGE =
  /(?<![\p{L}\p{N}/.,-])(\d{1,2})(?: ?-?jarige?n?| jaar(?: oud| jong)?| jr\.? oud| years? old| yrs? old| y\/o)(?!\p{L})/giu
const IN_BRACKETS = /\((\d{1,2})\)/gu
const OF_AGE =
  /(?<!\p{L})(\p{L}{2,30}) (?:van|of) (\d{1,2})(?![\p{L}\p{N}:/-]|[.,]\d| (?:jaar|uur|euro|man|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)(?!\p{L}))/giu
/** "16 jaar geleden", "al 3 jaar": no age of anybody. */
const NO_AGE =
  /^ {0,2}(?:geleden|lang|later|terug|ago|cel|in dienst|ervaring|getrouwd|samen|bezig|celstraf)/iu
const LASTS =
  /(?:\bal|\bruim|\bbijna|\bna|\bsinds|\bover|\bfor|\bmeer dan|\bhalf|\bper|\bafgelopen|\bduurde) {0,2}$/iu

const isPerson = (found: Found): found is Found & { details: Person } => found.details?.kind === 'person'

/** The moment of birth as it was read: a whole date, a month, a year. */
function bornOf(value: string): Born {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return { birthDate: value }
  const year = Number(value.slice(0, 4))
  return year >= 1880 && year <= 2200 ? { birthYear: year } : {}
}

/** The ages that stand in a text, by their place. */
function agesIn(text: string): { from: number; to: number; age: number }[] {
  const plain = [...text.matchAll(AGE)].flatMap(({ index, 0: words, 1: age }) => {
    const behind = text.slice(index + words.length, index + words.length + 20)
    const before = text.slice(Math.max(0, index - 16), index)
    return NO_AGE.test(behind) || LASTS.test(before)
      ? []
      : [{ from: index, to: index + words.length, age: Number(age) }]
  })
  const of = [...text.matchAll(OF_AGE)].flatMap(({ index, 0: words, 1: who = '', 2: age }) =>
    ROLES.has(normalForm(who)) ? [{ from: index, to: index + words.length, age: Number(age) }] : [],
  )
  const bracketed = [...text.matchAll(IN_BRACKETS)].map(({ index, 0: words, 1: age }) => ({
    from: index,
    to: index + words.length,
    age: Number(age),
  }))
  return [...plain, ...of, ...bracketed].filter(({ age }) => age > 0).sort((a, b) => a.from - b.from)
}

/** What was found, with what was said of when somebody was born at whom it is of. */
export function withAges(texts: readonly string[], found: readonly Found[]): Found[] {
  const said: Said[] = found.flatMap((each) =>
    each.read?.kind === 'birthYear' ? [{ ...each, born: bornOf(each.read.value) }] : [],
  )
  const sentences = sentencesOf(found)
  const ages = texts.flatMap((text, message): Said[] =>
    agesIn(text).map(({ from, to, age }) => ({
      message,
      from,
      to,
      words: text.slice(from, to),
      ...(sentences(message, from) ?? { sentence: -1 - from, how: 'unknown', on: undefined }),
      born: { age },
    })),
  )
  const given = new Map<Found, Born>()
  const nameless: Found[] = []
  for (const each of [...said, ...ages]) {
    const one = whose(found, texts[each.message] ?? '', each)
    if (one) given.set(one, { ...each.born, ...given.get(one) })
    // A number in brackets beside nobody is of anything.
    else if (!each.words.startsWith('(')) nameless.push(somebody(texts[each.message] ?? '', each))
  }
  const all = found.map((each) => {
    const born = given.get(each)
    return born && isPerson(each) ? { ...each, details: { ...each.details, ...born } } : each
  })
  return [...all, ...nameless].sort((a, b) => a.message - b.message || a.from - b.from)
}

const END = /[.!?\n]/

/** What is known of the sentence of a place, from what was found in it. */
const sentencesOf = (found: readonly Found[]) => (message: number, from: number) => {
  const before = found.findLast((each) => each.message === message && each.sentence <= from)
  return before && { sentence: before.sentence, how: before.how, on: before.on }
}

/** The person it is of: the nearest name in the same sentence; or the last one before, with nobody else called in between. */
function whose(found: readonly Found[], text: string, said: Said): Found | undefined {
  const near = found.filter(
    (each) =>
      each.message === said.message &&
      isPerson(each) &&
      Math.abs(each.from < said.from ? said.from - each.to : each.from - said.to) <= NEAR,
  )
  const gap = (each: Found): string =>
    each.from < said.from ? text.slice(each.to, said.from) : text.slice(said.to, each.from)
  const same = near.filter((each) => !END.test(gap(each)) && !callsAnother(gap(each)))
  const [closest] = [...same].sort((a, b) => gap(a).length - gap(b).length)
  if (closest) return closest
  const last = near.filter(({ from }) => from < said.from).at(-1)
  return last && !callsAnother(gap(last)) && !callsAnother(said.words) ? last : undefined
}

const wordsOf = (text: string): string[] => text.match(/\p{L}{2,40}/gu) ?? []
const callsAnother = (text: string): boolean => wordsOf(text).some((word) => ROLES.has(normalForm(word)))

/** Somebody of whom no name is said: as the words before call them. */
function somebody(text: string, { born, ...said }: Said): Found {
  const begin = Math.max(0, said.from - 60)
  const before = text.slice(begin, said.to)
  const sentence = before.slice(
    Math.max(...['.', '!', '?', '\n'].map((end) => before.slice(0, -1).lastIndexOf(end))) + 1,
  )
  const after = text.slice(said.to, said.to + 30).split(END, 1)[0] ?? ''
  const called =
    wordsOf(sentence).findLast((word) => ROLES.has(normalForm(word))) ??
    wordsOf(after).find((word) => ROLES.has(normalForm(word)))
  return {
    ...said,
    details: {
      kind: 'person',
      ...(called === undefined ? {} : { described: called.toLowerCase() }),
      ...born,
      roles: [],
    },
  }
}
