/**
 * Reads a name: its words in one normal form, and which may be given names and which surnames. A name in one string keeps
 * every reading that makes sense, for a surname stands first with many.
 */
import {
  ALSO_FIRST,
  ALSO_GIVEN,
  BEGINNINGS,
  CALLED,
  GLUED,
  LEADING_TITLES,
  OTHER_SURNAME,
  PARTICLES,
  TITLES,
} from './data/smallWords.ts'
import type { NameForm, NamePart, NameReading } from './form.ts'
import { inHan, inSyllables, joined, latin, partOf, partsOfText, tidy } from './words.ts'

/** In one piece, or in its parts. What is longer than two hundred letters is cut. */
export type WrittenName = { name?: string; givenName?: string; surname?: string }

/** No name has more words; the others are not looked at. */
const MOST_WORDS = 10

type Word =
  | { kind: 'part'; part: NamePart }
  | { kind: 'initial'; text: string }
  /** A surname follows that is another one's too. */
  | { kind: 'other' }

/** What a text is: the name in one string, or one of its fields. */
type Where = 'any' | 'given' | 'surname'

type Words = { words: Word[]; called: NamePart[] }

/** The form of a name. Nothing readable in it: a form without readings. */
export function readName({ name, givenName, surname }: WrittenName): NameForm {
  const hasParts = (givenName ?? '').trim() !== '' || (surname ?? '').trim() !== ''
  if (hasParts) return fromParts(givenName ?? '', surname ?? '')
  const text = tidy(name ?? '')
  const [before = '', behind = '', ...more] = text.split(',')
  const bySurname = more.length === 0 && partsIn(wordsOf(before)).length > 0 && namesIn(wordsOf(behind)) > 0
  return bySurname ? fromParts(behind, before) : inOneString(text)
}

function fromParts(givenName: string, surname: string): NameForm {
  const first = wordsOf(tidy(givenName), 'given')
  const last = wordsOf(tidy(surname), 'surname')
  // "Berg, J. van den": what belongs in front of the surname stands behind the given name.
  const trailing = first.words.at(-1)
  const loose = trailing?.kind === 'part' && trailing.part.text === '' ? trailing.part.before : ''
  const surnames = partsIn(last).map((part, at) =>
    at === 0 && part.before === '' ? { ...part, before: loose } : part,
  )
  const given = partsIn(first)
  // A letter in the field of the surname is all that is known of it: kept as a word.
  const single = last.words.flatMap((word) => (word.kind === 'initial' ? (partOf(word.text) ?? []) : []))
  const reading = { given, surname: surnames.length > 0 ? surnames : single }
  const initials = first.words.flatMap((word) => (word.kind === 'initial' ? word.text : []))
  const nothing = given.length === 0 && reading.surname.length === 0 && initials.length === 0
  const letters = lettersOf(first) + lettersOf(last)
  return { readings: nothing ? [] : [reading], initials, called: [...first.called, ...last.called], letters }
}

function inOneString(text: string): NameForm {
  const read = wordsOf(text)
  const parts = partsIn(read)
  const initials = read.words.flatMap((word) => (word.kind === 'initial' ? word.text : []))
  return { readings: readingsOf(read, parts, text), initials, called: read.called, letters: lettersOf(read) }
}

const lettersOf = ({ words }: Words): string =>
  words
    .map((word) =>
      word.kind === 'part' ? word.part.before + word.part.text : word.kind === 'initial' ? word.text : '',
    )
    .join('')

/** Every way to divide the words of one string. */
function readingsOf(read: Words, parts: readonly NamePart[], text: string): NameReading[] {
  const signs = inSyllables(text)
  const split = (at: number): NameReading => ({ given: parts.slice(0, at), surname: parts.slice(at) })
  const turned = (at: number): NameReading => ({
    given: inHan(text) ? [joined(parts.slice(at)) ?? []].flat() : parts.slice(at),
    surname: parts.slice(0, at),
    front: signs ? 'always' : 'perhaps',
  })
  if (parts.length === 0) return read.words.some(({ kind }) => kind === 'initial') ? [split(0)] : []
  const initialAt = read.words.findIndex(({ kind }) => kind === 'initial')
  const other = read.words.findIndex(({ kind }) => kind === 'other')
  const partsBefore = (at: number): number =>
    read.words.slice(0, at).filter(({ kind }) => kind === 'part').length
  // Initials behind every word: the surname stood in front.
  if (initialAt >= 0 && partsBefore(initialAt) === parts.length) return [split(0)]
  const whole = parts.length === 1 || initialAt >= 0 ? [split(0)] : []
  const alone: NameReading[] =
    parts.length === 1 && initialAt < 0 && parts[0]?.before === '' ? [turned(0)] : []
  if (other >= 0)
    return uniqueReadings([split(Math.max(0, partsBefore(other) - 1)), split(partsBefore(other)), ...whole])
  const particle = parts.findIndex(({ before }, at) => at > 0 && before !== '')
  if (parts[0]?.before !== '' && parts[0]?.before !== undefined)
    return uniqueReadings([turned(1), split(0)].filter(({ surname }) => surname.length > 0))
  if (particle > 0)
    return uniqueReadings(
      [split(particle), split(particle - 1), turned(particle), split(parts.length - 1), ...whole].filter(
        fits,
      ),
    )
  const usual = [split(parts.length - 1), split(parts.length - 2)]
  const surnameFirst = [turned(1), ...(parts.length > 3 ? [turned(2)] : [])]
  const both = signs ? [turned(1), ...(parts.length > 3 ? [turned(2)] : [])] : [...usual, ...surnameFirst]
  const found = both.filter(fits)
  // Words tied by hyphens alone: one of them has to be the surname.
  const tied = found.length + whole.length === 0 ? [split(parts.length - 1)] : []
  return uniqueReadings([...found, ...whole, ...alone, ...tied])

  function fits({ given, surname }: NameReading): boolean {
    return given.length > 0 && surname.length > 0 && !given[0]?.tied && !surname[0]?.tied
  }
}

function uniqueReadings(readings: readonly NameReading[]): NameReading[] {
  const key = ({ given, surname }: NameReading): string =>
    [given, surname].map((side) => side.map(({ text }) => text).join(' ')).join('|')
  return [...new Map(readings.map((reading) => [key(reading), reading])).values()]
}

/** Only words that something stands in: particles without a name behind them are no part of their own. */
const partsIn = ({ words }: Words): NamePart[] =>
  words.flatMap((word) => (word.kind === 'part' && word.part.text !== '' ? [word.part] : []))

const namesIn = ({ words, called }: Words): number =>
  words.filter(({ kind }) => kind !== 'other').length + called.length

const BRACKETS = /[("[]([^()"[\]]{1,60})[)"\]]|(?<![\p{L}'])'([\p{L}][\p{L} -]{1,40})'(?![\p{L}'])/gu

/** The words of a text. `where`: a surname has no abbreviations, and a particle may be written onto it. */
function wordsOf(text: string, where: Where = 'any'): Words {
  const called: NamePart[] = []
  const others: string[] = []
  const rest = text.replace(BRACKETS, (_, inBrackets: string | undefined, quoted: string | undefined) => {
    const inside = inBrackets ?? quoted ?? ''
    const tokens = tokensOf(inside)
    if (OTHER_SURNAME.has(bare(tokens[0]?.text ?? ''))) others.push(inside)
    else called.push(...partsIn(wordsFrom(tokens, where)).slice(0, 3))
    return ' '
  })
  const read = wordsFrom(tokensOf([rest, ...others].join(' ')), where)
  return { words: read.words, called: [...called, ...read.called] }
}

type Token = { text: string; tied: boolean; dotted: boolean }

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}]/gu, '')

/** Pieces between spaces and hyphens; joined words in capitals come apart; initials without spaces too. */
function tokensOf(text: string): Token[] {
  const spaced = text
    .replace(/^\s{0,9}de heer(?=\s)/i, ' ')
    .replace(/\b(?:e\.v\.|e\/v|ev\.)(?=\s|$)/gi, ' ev ')
    .replace(/\b([vV])[./]\s?([dD])[./]?(?:([nr])\.)?(?=[\s\p{Lu}])/gu, ' $1$2 ')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replace(/\b(Mc|Mac|Fitz|O') (?=\p{Lu})/gu, '$1')
    .replace(/(?<![\p{L}])(?:'([tTsS])|([dDlL])')\s?(?=\p{L})/gu, ' $1$2 ')
  const tokens: Token[] = []
  for (const word of spaced.split(/[\s,;:/_+&|]/).filter((piece) => piece !== '')) {
    let tied = false
    for (const piece of word.split('-')) {
      if (piece === '') continue
      for (const token of piecesOf(piece)) {
        tokens.push({ ...token, tied })
        tied = false
      }
      tied = true
      if (tokens.length > 3 * MOST_WORDS) return tokens
    }
  }
  return tokens
}

/** "J.P." is two pieces, "Jan." one, a name in signs of a syllable each as many as it has signs. */
function piecesOf(word: string): Omit<Token, 'tied'>[] {
  if (inSyllables(word)) return [...word].map((text) => ({ text, dotted: false }))
  const pieces = word.split('.').filter((piece) => piece !== '')
  return pieces.map((text, at) => ({
    text,
    dotted: word.includes('.') && (at < pieces.length - 1 || word.endsWith('.')),
  }))
}

function wordsFrom(tokens: readonly Token[], where: Where): Words {
  const words: Word[] = []
  const called: NamePart[] = []
  let before = ''
  let beginning = ''
  let callNext = false
  const use = withoutTitles(tokens, where)
  for (const [at, { text, tied, dotted }] of use.entries()) {
    const plain = bare(text)
    const letters = partOf(text)?.text ?? ''
    if (letters === '') continue
    if (CALLED.has(plain)) {
      callNext = true
      continue
    }
    if (OTHER_SURNAME.has(plain) && words.length > 0 && at < use.length - 1) {
      words.push({ kind: 'other' })
      continue
    }
    if (isParticle(text, at, use, where)) {
      before += letters
      continue
    }
    if (isInitial(text, dotted, where, use.length)) {
      for (const initial of initialsOf(text, dotted)) words.push({ kind: 'initial', text: initial })
      continue
    }
    if (BEGINNINGS.has(plain) && at < use.length - 1 && beginning === '') {
      beginning = letters
      continue
    }
    const arabic = /^ال\p{L}{3}/u.test(text)
    const part = partOf(arabic ? text.slice(2) : text, arabic ? 'al' : beginning === '' ? before : '')
    if (!part) continue
    const whole = beginning === '' ? part : begun(beginning, before, part)
    const unglued = words.length > 0 || where === 'surname' ? unglue(whole) : whole
    if (callNext) called.push(unglued)
    else
      words.push({
        kind: 'part',
        part: tied && words.length > 0 && part.before === '' ? { ...unglued, tied: true } : unglued,
      })
    before = ''
    beginning = ''
    callNext = false
    if (words.length >= MOST_WORDS) break
  }
  const left = beginning === '' ? undefined : partOf(beginning)
  if (left) words.push({ kind: 'part', part: left })
  if (before !== '') trailing(words, before)
  return { words, called }
}

/** Small words at the end: they belong in front of the surname, which the caller knows. */
function trailing(words: Word[], before: string): void {
  words.push({
    kind: 'part',
    part: { written: before, text: '', alike: '', bits: 0, sound: '', bones: '', before },
  })
}

/** "Abd" and "Rahman", with or without "el" between them, is one word. */
function begun(beginning: string, small: string, part: NamePart): NamePart {
  const between = small + part.before
  const written = [beginning, between, part.written].filter((piece) => piece !== '').join(' ')
  return { ...part, written, ...partsOfText(beginning + between + part.text, '') }
}

function withoutTitles(tokens: readonly Token[], where: Where): readonly Token[] {
  const first =
    where === 'surname'
      ? 0
      : tokens.findIndex(({ text }) => !LEADING_TITLES.has(bare(text)) && !TITLES.has(bare(text)))
  const rest = tokens.slice(Math.max(0, first)).filter(({ text }) => !TITLES.has(bare(text)))
  return rest.some(({ text }) => latin(text) !== '') ? rest : tokens
}

function isParticle(text: string, at: number, all: readonly Token[], where: Where): boolean {
  const plain = partOf(text)?.text ?? ''
  if (inSyllables(text) || plain === '' || all.length === 1) return false
  const last = at === all.length - 1
  const lower = /^\p{Ll}/u.test(text)
  if (plain === 'v') return lower && (at > 0 || where === 'surname') && !last
  if (plain.length === 1) return lower && 'tdl'.includes(plain) && !last
  if (!PARTICLES.has(plain)) return false
  // Behind everything it belongs to a surname that stood in front; else it is the surname.
  if (last) return where === 'given' || (ARTICLES.has(plain) && latin(all[at - 1]?.text ?? '') === 'van')
  if (at > 0 || where === 'surname') return true
  const others = all.slice(1).filter(({ text: other }) => !PARTICLES.has(latin(other))).length
  return !ALSO_GIVEN.has(plain) && (!ALSO_FIRST.has(plain) || others > 1)
}

const ARTICLES: ReadonlySet<string> = new Set(['de', 'den', 'der', 'het', 't'])

function isInitial(text: string, dotted: boolean, where: Where, of: number): boolean {
  if (inHan(text) || inSyllables(text)) return false
  const letters = [...text.replace(/[^\p{L}]/gu, '')]
  if (letters.length === 1) return true
  if (where === 'surname') return false
  if (dotted && letters.length <= 4 && of > 1) return true
  // "JP Bakker": capitals without a vowel, so no name that is short.
  return of > 1 && letters.length <= 4 && /^[BCDFGHJKLMNPQRSTVWXZ]{2,4}$/.test(text) && text !== 'NG'
}

const initialsOf = (text: string, dotted: boolean): string[] =>
  dotted || text.length === 1 ? [latin(text)] : [...text].map(latin).filter((letter) => letter !== '')

/** "Vandenberg" is "van den Berg". */
function unglue(part: NamePart): NamePart {
  const glued =
    part.before === ''
      ? GLUED.find((small) => part.text.startsWith(small) && part.text.length > small.length + 2)
      : undefined
  return glued === undefined ? part : { ...part, ...partsOfText(part.text.slice(glued.length), glued) }
}
